"""Hostile news can do nothing: on every screen it is shown as text, and no byte of it reaches the terminal."""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

import assistant.tui
from assistant.records import (
    Attribution,
    Authority,
    Briefing,
    Claim,
    Failure,
    Item,
    Name,
    Role,
    Segment,
    Span,
    Term,
)
from assistant.store import Store
from assistant.tui.prompt import Line
from evals.bench.terminal import running
from tests.pages.samples import make_briefing, make_failed
from tests.tui.helpers import SMALL, WIDE, fill_store, press, reading, screen_text, settle

PAYLOADS = (
    "[@click=app.quit]click[/]",
    "[/foo]",
    "[bold red]x",
    "[[]]",
    r"\[x]",
    "[link=file:///etc/passwd]x[/link]",
    "\x1b[2J\x1b[H",
    "\x1b]52;c;SGFja2Vk\x07",
    "\x1b]0;owned\x07",
    "\x1b]8;;http://evil\x1b\\x\x1b]8;;\x1b\\",
    "\x9b2J",
    "\x9d0;owned\x9c",
    "\x90+q544e\x9c",
    "\u202egnp.exe\u202c",
    "\u2066hidden\u2069",
    "a\u200b\u200d\ufeffb",
    "\x00\x07\x08\x7f",
    "\r\nrm -rf\r",
    "{app.exit()} %s {0}",
    "\U000e0041\U000e0042",
)
UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")
WAY = (
    "enter",
    "n",
    "tab",
    "M",
    "escape",
    "y",
    "escape",
    "t",
    "t",
    "t",
    "d",
    "escape",
    "question_mark",
    "escape",
    "e",
    "escape",
    "w",
    "enter",
    "escape",
    "v",
    "escape",
    "escape",
    "F",
    "escape",
)


def poison(payload: str) -> tuple[Briefing, Briefing]:
    """Two briefings, one of them failed, with ``payload`` in every text that comes from outside."""
    text = f"{payload}港務局{payload}\n"
    at = Span(0, len(text))
    item = Item(0, make_briefing().item.kind, at, text, (Segment(0, at, text, Role.SENTENCE),), outlet=at, age=at)
    sample = make_briefing()
    assert sample.draft
    draft = replace(
        sample.draft,
        headline=payload,
        summary=payload,
        translations=tuple(replace(t, english=payload, segment=0) for t in sample.draft.translations[:1]),
        claims=(Claim(payload, (0,), payload, Attribution(payload, payload, payload)),),
        names=(Name(payload, payload, payload),),
    )
    finding = replace(
        sample.findings[3], english=payload, source=payload, expected=payload, why=payload, span=None, source_span=at
    )
    good = replace(sample, dump_name=payload, item=item, draft=draft, findings=(finding,), figures=())
    failed = replace(make_failed(1), failure=Failure(payload, payload, payload))
    return good, failed


def poison_names(store: Store, payload: str) -> None:
    """The glossary as a reply may have taught it."""
    name = Term((f"甲{payload}",), (f"A {payload}",), payload, authority=Authority.LEARNED)
    store.glossary.learn([name])


DOSES = (*PAYLOADS[:2], "甲".join(PAYLOADS[2:6]), "甲".join(PAYLOADS[6:]))
"""What could end the app by itself is given alone; the rest together, for each test starts an app."""


@pytest.fixture(params=DOSES, ids=["action", "closing tag", "markup", "control"])
def poisoned(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with fill_store(tmp_path, poison(request.param)) as store:
        poison_names(store, request.param)
        yield store


async def test_it_is_shown_as_text_on_every_screen(poisoned: Store) -> None:
    async with reading(poisoned, WIDE) as (app, pilot):
        for key in WAY:
            shown = await press(app, pilot, key)
            assert app.is_running
            assert not UNSEEN.search(shown), key
        await pilot.click("#page", offset=(3, 0))
        await pilot.click("Shelf", offset=(9, 1))
        await press(app, pilot, "J")
        assert app.is_running
        assert not app._exit


async def test_what_is_pasted_into_a_text_field_is_inert(tmp_path: Path) -> None:
    with fill_store(tmp_path) as store:
        async with reading(store, WIDE) as (app, pilot):
            await press(app, pilot, "slash")
            for payload in PAYLOADS:
                assert isinstance(app.focused, Line)
                app.focused.clear()
                app.focused.post_message(events.Paste(f"a{payload}b"))
                await settle(app, pilot)
                assert app.focused.value.startswith("a")
                assert not UNSEEN.search(screen_text(app)), ascii(payload)


async def test_markup_is_printed_letter_by_letter(tmp_path: Path) -> None:
    with fill_store(tmp_path, poison("[@click=app.quit]x[/]")) as store:
        async with reading(store, SMALL) as (app, _):
            assert "[@click=app.quit]x[/]" in screen_text(app)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_no_byte_of_it_reaches_a_real_terminal(tmp_path: Path) -> None:
    everything = "甲".join(PAYLOADS)
    fill_store(tmp_path, poison(everything)).close()
    environment = {"BRIEFING_HOME": str(tmp_path), "BRIEFING_DATA_DIR": str(tmp_path), "NO_COLOR": ""}
    with running([sys.executable, "-m", "assistant", "read"], environment) as terminal:
        seen = bytearray()
        terminal.record = seen
        terminal.wait_for(b"13 May")
        for key in (b"\r", b"n", b"d", b"q", b"q"):
            terminal.settle(0.3)
            terminal.send(key)
        terminal.settle(0.5)
    for payload in PAYLOADS:
        for part in re.findall(
            r"\x1b\][^\x07\x1b]*|\x9b\w*|\x9d[^\x9c]*|[\u200b-\u206f\ufeff\U000e0000-\U000e007f]+", payload
        ):
            assert part.encode() not in seen, ascii(part)
    assert b"SGFja2Vk\x07" not in seen
    assert b"\x1b]52" not in seen


FORBIDDEN = {"from_markup", "from_ansi", "notify", "Markdown", "Static", "ListView", "DataTable", "Tree", "OptionList"}


@pytest.mark.parametrize("path", sorted(Path(assistant.tui.__file__).parent.glob("*.py")), ids=lambda path: path.name)
def test_nothing_in_the_reader_can_parse_markup(path: Path) -> None:
    """Every text goes through ``paint``; widgets and calls that read markup are not used at all."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    used |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    used |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert not used & FORBIDDEN
