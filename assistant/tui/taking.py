"""Taking things along: files, the browser, the editor. Nothing that exists is ever overwritten unasked."""

import os
import shlex
import subprocess
import tempfile
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from textual.app import App, SuspendNotSupported

from assistant import reporting
from assistant.collecting import stored_report
from assistant.records import Briefing, Report
from assistant.store import Filters, Store, export_marks
from assistant.tui.words import say_day
from assistant.typesetting import ELLIPSIS

FORMATS = (
    ("m", "Markdown", "md"),
    ("h", "HTML, one self-contained page", "html"),
    ("j", "JSON, the whole result for programs", "json"),
    ("t", "plain text", "txt"),
    ("f", "marked findings as JSON lines, for the evals", "jsonl"),
)
"""In which the report of a day, or what was marked in it, is written; each with the ending of its file."""
COPY_NAME = "copied.txt"
MESSAGE_CELLS = 56
"""What a message at the bottom has room for in a window of 80 columns, beside the keys that are always there."""


def tell_path(words: str, path: Path) -> str:
    """A message at the bottom of a small window that ends with a path: where that is long, with the end of it."""
    room = MESSAGE_CELLS - len(words) - 1
    with suppress(ValueError, RuntimeError):  # not in the home folder, or there is none
        path = Path("~") / path.relative_to(Path.home())
    text = str(path)
    return f"{words} {text if len(text) <= room else ELLIPSIS + text[1 - room :]}"


def keep_copy(folder: Path, text: str) -> Path:
    """Write what was copied into a file as well: some terminals drop what is sent to the clipboard."""
    path = folder / COPY_NAME
    path.write_text(text, encoding="utf-8")
    return path


def write_new(name: str, text: str) -> Path:
    """Write ``text`` into a new file in the folder one stands in; a number is added where the name is taken."""
    wanted = Path.cwd() / name
    for number in range(1, 1000):
        path = wanted if number == 1 else wanted.with_stem(f"{wanted.stem}-{number}")
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            continue
        return path
    raise FileExistsError(f"{wanted} and 998 more exist already")


def write_dump(folder: Path, name: str, text: str) -> Path:
    """Write a stored dump where a run can read it, under its own name."""
    place = folder / "again"
    place.mkdir(exist_ok=True)
    path = place / (Path(name).name.strip("-.") or "dump.txt")
    path.write_text(text, encoding="utf-8", newline="")
    return path


def render(report: Report, ending: str) -> str:
    """``report`` in the format of a file name's ending."""
    renderers: dict[str, Callable[[Report], str]] = {
        "md": reporting.render_markdown,
        "html": reporting.render_html,
        "json": reporting.render_json,
        "txt": reporting.render_text,
    }
    return renderers[ending](report)


def day_report(store: Store, day: str, ending: str) -> Report:
    """``ending`` of the file that it is for: what programs read says what the checks found, marked or not."""
    return stored_report(store, Filters(day=day), title=f"Briefings of {say_day(day)}", judged=ending != "json")


def export_marked(store: Store) -> Path:
    """Write the marked findings into the folder one stands in."""
    return write_new("marked-findings.jsonl", export_marks(store))


def export(report: Report, day: str, ending: str) -> Path:
    """Write ``report`` as ``briefing-2031-05-13.md`` (or another ending) into the folder one stands in."""
    return write_new(f"briefing-{day}.{ending}", render(report, ending))


def write_page(report: Report, folder: Path) -> Path:
    """Write ``report`` as a page beside the store, in the place of an earlier one."""
    path = folder / "report.html"
    path.write_text(reporting.render_html(report), encoding="utf-8")
    return path


def browse(app: App[None], page: Path) -> str:
    """Show a page in the browser; one that draws in this terminal has it for itself meanwhile."""
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return tell_path("no browser: see", page)
    if type(browser) is not webbrowser.GenericBrowser:
        browser.open(page.as_uri())
        return tell_path("opened:", page)
    try:
        with app.suspend():
            browser.open(page.as_uri())
    except SuspendNotSupported:
        return tell_path(f"{browser.name} needs a terminal: see", page)
    return tell_path("opened:", page)


def edit(app: App[None], text: str, briefing: Briefing) -> str:
    """Show the source in $VISUAL or $EDITOR, at the line of the item; what is changed there changes nothing here."""
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    line = text.count("\n", 0, briefing.item.span.start) + 1
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        path = Path(folder) / "source.txt"
        path.write_text(text, encoding="utf-8")
        path.chmod(0o400)
        try:
            with app.suspend():
                subprocess.run([*command, f"+{line}", str(path)], check=False)  # noqa: S603 - the user's own editor
        except SuspendNotSupported:
            return "not done: an editor needs a terminal, not a browser"
    return "back from the editor; the stored source is unchanged"
