"""9. What you see can be taken along: the exact quotation, the same claims in each export, the page as text."""

import html
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.reporting import read_json
from assistant.store import Store
from tests.tui.helpers import SMALL, press, reading, tight


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def claims_of(store: Store) -> list[str]:
    drafts = [store.library.briefing(row.id).draft for row in store.library.rows(limit=100)]
    return [claim.english for draft in drafts if draft for claim in draft.claims]


async def test_y_gives_each_claim_and_its_exact_quotation(demo: Store) -> None:
    async with reading(demo, SMALL) as (app, pilot):
        await press(app, pilot, "n")
        assert app.library.pane.open
        briefing = app.library.pane.open.briefing
        assert briefing.draft
        for number, claim in enumerate(briefing.draft.claims[:9], start=1):
            await press(app, pilot, str(number), "y")
            assert app.clipboard.splitlines()[:2] == [claim.english, claim.quote]
            assert claim.quote in briefing.item.text
        for stop in app.library.pane.open.page.by_urgency[:4]:
            app.library.pane.light(stop)
            await press(app, pilot, "y")
            assert stop.finding
            assert stop.finding.source in app.clipboard
            assert stop.finding.english in app.clipboard


def parse(text: str, ending: str) -> str:
    """What a reader of the file reads, on one line, without the signs of the format and of the checks."""
    if ending == "html":
        text = re.sub(r'<span class="aloud">[^<]*</span>', "", text)  # words for those who hear the page
        text = html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"(?s)<(style|script).*?</\1>", "", text)))
    if ending == "md":
        text = re.sub(r"\\(.)", r"\1", text)
    if ending == "txt":
        text = re.sub(r"\[⚑ ([^\]]*)\]", r"\1", text)
    return re.sub(r"[⚑≈✓▌*_`]", "", tight(text))


def read_only_file(folder: Path, ending: str) -> str:
    (path,) = folder.glob(f"*.{ending}")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("key", "ending"), [("j", "json"), ("m", "md"), ("h", "html"), ("t", "txt")])
async def test_exports_parse_back_to_the_same_claims(demo: Store, own_folder: Path, key: str, ending: str) -> None:
    async with reading(demo, SMALL) as (app, pilot):
        await press(app, pilot, "e", key)
    text = read_only_file(own_folder, ending)
    wanted = claims_of(demo)
    assert len(wanted) >= 41
    if ending == "json":
        drafts = [briefing.draft for briefing in read_json(text).briefings]
        assert sorted(c.english for d in drafts if d for c in d.claims) == sorted(wanted)
        return
    shown = parse(text, ending)
    assert [claim for claim in wanted if re.sub(r"[*_`]", "", tight(claim)) not in shown] == []


def run_python(code: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60, check=False,
        env=os.environ | environment,
    )  # fmt: skip


async def test_show_plain_is_what_the_reader_draws_and_imports_no_textual(demo: Store) -> None:
    async with reading(demo, SMALL) as (app, pilot):
        await press(app, pilot, "enter")
        sheet = app.library.sheet
        assert app.library.pane.open
        identity = app.library.pane.open.briefing.id
        top, rows = sheet.scroll_offset.y, len(sheet.layout_now.lines)
        drawn = [sheet.render_line(y - top).text.rstrip() for y in range(rows)]
        columns = sheet.columns
    code = (
        "import sys; from assistant.cli.group import group\n"
        f"group.main(['show', '{identity}', '--plain', '--columns', '{columns}'], standalone_mode=False)\n"
        "assert not {'textual', 'openai'} & set(sys.modules)"
    )
    done = run_python(code, {"BRIEFING_HOME": str(demo.path.parent), "PYTHONUTF8": "1"})
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == drawn
