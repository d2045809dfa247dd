"""What a user marked as a false alarm in the reader becomes a clean pair, with the text the model wrote."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.checking import check_draft
from assistant.judging import FALSE_ALARM, SEEN
from assistant.records import Briefing, Claim, Draft, Field, Finding, Place, Report, Translation
from assistant.repairing import Repaired, withhold
from assistant.reporting import render_json
from assistant.store import open_store
from evals import marks
from evals.cases import load_pairs
from tests.builders import make_dump, make_item

SOURCES = ("共85億美元。", "另有23人。")
ENGLISH = ("It comes to US$85 billion.", "There are 24 more.")


def make_marked() -> Briefing:
    """An item with two wrong figures, withheld as the program does it."""
    item = make_item(*SOURCES)
    first = item.segments[-2].index
    draft = Draft(
        "Rare earth exports rise",
        "It comes to US$85 billion.",
        tuple(Translation(first + i, english) for i, english in enumerate(ENGLISH)),
        (Claim("There are 24 more.", (first + 1,), "另有23人"),),
        (),
    )
    mended = withhold(item, Repaired(draft, check_draft(item, draft)), check_draft)
    dump = make_dump(item.text)
    return Briefing(
        dump.name,
        dump.sha256,
        item,
        draft=mended.draft,
        findings=mended.findings,
        repairs=mended.repairs,
    )


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """The marks as the reader writes them, of every finding about a figure, and the result they are about."""
    briefing = make_marked()
    with open_store(tmp_path / "briefings.db") as store:
        for finding in (f for f in briefing.findings if f.check == "figure"):
            verdict = FALSE_ALARM if finding.verdict.is_flag else SEEN
            store.reviews.save(briefing, finding, verdict, note="of the currency")
        (tmp_path / "marks.jsonl").write_text(store.reviews.export(), encoding="utf-8")
    report = Report("x", datetime(2031, 5, 13, tzinfo=UTC), (briefing,))
    (tmp_path / "result.json").write_text(render_json(report), encoding="utf-8")
    return tmp_path / "marks.jsonl", tmp_path / "result.json"


def test_each_false_alarm_is_a_pair_with_what_the_model_wrote(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert any("withheld" in t.english for t in make_marked().draft.translations)  # type: ignore[union-attr] # it has one
    assert marks.main([str(path) for path in files]) == 0
    path = tmp_path / "pairs.jsonl"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    pairs = load_pairs(path)
    found = {(pair.source, pair.english, pair.mode) for pair in pairs}
    assert found >= {(SOURCES[0], ENGLISH[0], "translation"), (SOURCES[1], ENGLISH[1], "translation")}
    assert {pair.mode for pair in pairs} == {"translation", "summary"}
    assert {pair.phenomenon for pair in pairs} == {"of the currency"}
    assert len({pair.id for pair in pairs}) == len(pairs)
    assert not any("withheld" in pair.english for pair in pairs)


def test_what_cannot_be_taken_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"briefing": "gone-0", "verdict": "false alarm", "note": "", "at": "2031-05-13"}
    quote = {"check": "quote", "verdict": "unsupported", "field": "claim", "index": 0, "english": "q", "source": ""}
    path, result = tmp_path / "marks.jsonl", tmp_path / "result.json"
    rows = [row | {"finding": quote}, row | {"finding": quote | {"check": "figure"}}]
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    result.write_text(render_json(Report("x", datetime(2031, 5, 13, tzinfo=UTC), ())), encoding="utf-8")
    assert marks.main([str(path), str(result)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "a finding of the check of the quote, not of figures" in said.err
    assert "no result holds this briefing" in said.err


def test_a_mark_of_a_claim_that_is_gone_is_not_taken() -> None:
    briefing = make_marked()
    mark = marks.Marked(briefing.id, "figure", Place(Field.CLAIM, 7), "24", "false alarm", "")
    assert list(marks.make_pairs([mark], [briefing])) == [f"{briefing.id} claim 7, '24': its text is not there"]


def test_what_was_only_seen_is_no_case() -> None:
    briefing = make_marked()
    finding: Finding = briefing.findings[0]
    mark = marks.Marked(briefing.id, "figure", finding.place, finding.english, "seen", "")
    assert list(marks.make_pairs([mark], [briefing])) == []


@pytest.mark.parametrize("line", ["{", "[]", '{"briefing": "x"}', '{"finding": {"field": "nose"}}'])
def test_a_file_that_holds_no_marks_is_named(tmp_path: Path, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "marks.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    assert marks.main([str(path), str(path)]) == 1
    assert "marks.jsonl line 1" in capsys.readouterr().err
