"""8. Everything usable at 80 x 24 by keyboard without colour; no footer is cut; ✓ is still told from ⚑."""

import re
import sys
from pathlib import Path

import pytest

from assistant.store import Filters, Store
from assistant.tui.jobs import Job
from assistant.tui.keys import KEYS
from assistant.tui.prompt import Prompt
from assistant.typesetting import ELLIPSIS
from evals.bench.terminal import running
from tests.tui.helpers import SMALL, assert_tidy, fill_store, press, reading, screen_lines, screen_text

SGR = re.compile(rb"\x1b\[([0-9;:]*)m")
COLOURS = {*range(30, 39), *range(40, 49), *range(90, 98), *range(100, 108), 58}
WAY = (
    b"j",
    b"n",
    b"m",
    b"T",
    b"\x1b",
    b"d",
    b"\x1b",
    b"?",
    b"\x1b",
    b"e",
    b"\x1b",
    b":",
    b"\x1b",
    b"/x",
    b"\x1b",
    b"o",
    b"\x1b",
)
STATES: dict[str, tuple[str, ...]] = {
    "list": (),
    "figure": ("n",),
    "failed": ("j", "j", "enter"),
}
ELSEWHERE = {"editor", "browser", "quit"}  # they leave the reader, and have tests of their own


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_no_colour_at_all_is_sent_under_no_color(tmp_path: Path) -> None:
    fill_store(tmp_path).close()
    seen = bytearray()
    with running(
        [sys.executable, "-m", "assistant", "read"], {"BRIEFING_HOME": str(tmp_path), "NO_COLOR": "1"}
    ) as term:
        term.record = seen
        term.wait_for(b"Port signs")
        for key in WAY:
            term.settle(0.15)
            term.send(key)
            if key == b"n":
                term.wait_for(b"figure 1 of 3")  # what is lit is on the screen now, reversed
        term.settle(0.5)
    sent = [int(part or 0) for match in SGR.finditer(seen) for part in match[1].replace(b":", b";").split(b";")]
    assert {1, 7} <= set(sent)  # bold and reversed still come
    assert not COLOURS & set(sent)


async def test_signs_words_and_reversal_tell_what_colour_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(store) as (app, pilot):
        text = await press(app, pilot, "n")
        strips = app.screen._compositor.render_strips()
        segments = [segment for strip in strips for segment in strip if segment.style]
        assert not [s for s in segments if s.style and (s.style.color or s.style.bgcolor)]
        lit = "".join(s.text for s in segments if s.style and s.style.reverse)
        assert "US$34 billion" in lit
        assert "34億美元" in lit
        assert "⚑ contradicted" in text
        assert "✓ 2" in text
        assert "⚑ 1" in text


@pytest.mark.parametrize("state", STATES)
async def test_every_key_works_in_every_state_and_the_footer_is_never_cut(
    store: Store, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Job, "command", lambda _: [sys.executable, "-c", ""])  # what a run does is tested elsewhere
    async with reading(store, SMALL) as (app, pilot):
        for key in KEYS:
            if key.name in ELSEWHERE or key.scope == "run":
                continue
            await back_to_the_list(app, pilot)
            await press(app, pilot, *STATES[state])
            assert_footer(screen_lines(app)[-1], f"{state}: before {key.name}")
            await press(app, pilot, key.keys.split(",")[0])
            assert app.is_running, key.name
            assert_footer(screen_lines(app)[-1], f"{state}: after {key.name}")
            assert_tidy(app)


async def back_to_the_list(app, pilot) -> None:  # type: ignore[no-untyped-def]
    for _ in range(8):
        library = app.library
        if app.screen is library and not library.reading and not library.query_one(Prompt).display:
            break
        await pilot.press("escape")
        await pilot.pause()
    assert app.screen is app.library
    app.library.filter_by(Filters())
    app.library.shelf.move(0)


def assert_footer(line: str, where: str) -> None:
    """All hints are whole: the last ones are there, and nothing was shortened but what was said."""
    if line.strip().startswith("enter do"):  # of a text field: other keys are letters there
        assert line.strip() in ("enter done   esc never mind", "enter do it   esc never mind"), (where, line)
        return
    assert line.rstrip().endswith(("q quit", "q list", "esc back")), (where, line)  # the way out
    hints = line.split("   ")
    assert not hints[-1].endswith(ELLIPSIS), (where, line)


async def test_first_run_and_too_small_a_window_have_their_footer_too(tmp_path: Path) -> None:
    with fill_store(tmp_path, days=0) as empty:
        async with reading(empty, SMALL) as (app, pilot):
            for key in ("", "question_mark", "escape", "ctrl+p", "escape", "o", "escape"):
                if key:
                    await press(app, pilot, key)
                assert_footer(screen_lines(app)[-1], key)
            assert "No briefings yet" in screen_text(app)
