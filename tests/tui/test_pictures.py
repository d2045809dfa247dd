"""The screen as pictures, light and dark, small and wide: a change shows in the diff, and then somebody looks at it.

make pictures     renews them; look at the SVG files in a browser before you commit them
"""

import os
import re
from pathlib import Path

import pytest

from assistant.store import Store
from assistant.tui.picture import repair_picture
from assistant.typesetting import count_cells
from tests.tui.helpers import SMALL, WIDE, press, reading

FOLDER = Path(__file__).with_name("golden")
PICTURES: dict[str, tuple[tuple[int, int], tuple[str, ...], str]] = {
    "list-80x24-ink": (SMALL, (), "ink"),
    "briefing-80x24-paper": (SMALL, ("enter",), "paper"),
    "figure-80x24-ink": (SMALL, ("n", "n"), "ink"),
    "help-80x24-paper": (SMALL, ("question_mark",), "paper"),
    "figure-140x40-ink": (WIDE, ("n", "n", "n"), "ink"),
    "figure-140x40-paper": (WIDE, ("n", "n", "n"), "paper"),
    "not-translated-140x40-paper": (WIDE, ("j",), "paper"),
    "report-140x40-ink": (WIDE, ("d",), "ink"),
}
TEXT = re.compile(r'<text [^>]*?x="([\d.]+)"[^>]*?textLength="([\d.]+)"[^>]*>([^<]*)</text>')


async def draw(store: Store, name: str) -> str:
    size, keys, theme = PICTURES[name]
    store.library._db.write("UPDATE runs SET started = '2031-05-13T06:00:00+00:00'")  # a report tells it
    async with reading(store, size, theme=theme) as (app, pilot):
        await press(app, pilot, *keys)
        return repair_picture(app.export_screenshot(title="briefing"))


@pytest.mark.parametrize("name", PICTURES)
async def test_the_picture_is_as_it_was(
    store: Store, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "cwd", lambda: Path("/home/reader"))
    compare(FOLDER / f"{name}.svg", await draw(store, name), tmp_path)


def compare(path: Path, drawn: str, folder: Path) -> None:
    if os.environ.get("GOLDEN") == "write":
        path.write_text(drawn, encoding="utf-8")
    if path.read_text(encoding="utf-8") != drawn:
        (folder / path.name).write_text(drawn, encoding="utf-8")
        pytest.fail(f"{path.name} is drawn otherwise now: look at {folder / path.name}, then `make pictures`")


@pytest.mark.parametrize("name", PICTURES)
def test_in_the_picture_each_text_is_as_wide_as_its_cells(name: str) -> None:
    svg = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    texts = [(float(width), text.replace("&#160;", " ")) for _, width, text in TEXT.findall(svg)]
    cells = {round(width / count_cells(re.sub(r"&[a-z]+;|&#\w+;", "x", text)), 1) for width, text in texts if text}
    assert len(texts) > 10
    assert len(cells) == 1, cells
    assert not re.search(r"url\((?!#)|href|@import|@font-face", svg)
