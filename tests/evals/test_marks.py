"""What a user marked as a false alarm in the reader becomes a clean pair, with the text the model wrote."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.checking import check_draft
from assistant.figures import compare
from assistant.judging import FALSE_ALARM, SEEN
from assistant.records import Briefing, Claim, Draft, Finding, Translation
from assistant.repairing import Repaired, withhold
from assistant.store import export_marks, open_store
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


def write_marks(folder: Path, held: Briefing) -> Path:
    """The marks as the reader writes them, of every finding about a figure; ``held`` is stored at that time."""
    briefing = make_marked()
    dump = make_dump(briefing.item.text)
    with open_store(folder / "briefings.db") as store:
        store.library.start_run("r", title="x", model="")
        store.library.save_dump(dump)
        store.library.save_briefing(briefing, run="r", day=date(2031, 5, 13))
        for number, finding in enumerate(briefing.findings):
            if finding.check == "figure":
                verdict = FALSE_ALARM if finding.verdict.is_flag else SEEN
                store.reviews.save(briefing, number, verdict, note="of the currency")
        store.library.replace_briefing(held)
        (folder / "marks.jsonl").write_text(export_marks(store), encoding="utf-8")
    return folder / "marks.jsonl"


def test_each_false_alarm_is_a_pair_with_what_the_model_wrote(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert any("withheld" in t.english for t in make_marked().draft.translations)  # type: ignore[union-attr] # it has one
    assert marks.main([str(write_marks(tmp_path, make_marked()))]) == 0
    path = tmp_path / "pairs.jsonl"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    pairs = load_pairs(path)
    found = {(pair.source, pair.english, pair.mode) for pair in pairs}
    assert found >= {(SOURCES[0], ENGLISH[0], "translation"), (SOURCES[1], ENGLISH[1], "translation")}
    assert {pair.mode for pair in pairs} == {"translation", "summary"}
    assert {pair.phenomenon for pair in pairs} == {"of the currency"}
    assert len({pair.id for pair in pairs}) == len(pairs)
    assert not any("withheld" in pair.english for pair in pairs)


def test_the_check_finds_again_what_was_marked(tmp_path: Path) -> None:
    for line in write_marks(tmp_path, make_marked()).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, finding = row["text"], row["finding"]
        if row["verdict"] == FALSE_ALARM:
            result = compare(text["source"], text["english"], mode=text["mode"], language=text["language"])
            assert result.flagged
        else:
            start, end = finding["span"]
            assert text["english"][start:end] == finding["english"]


def test_a_mark_of_what_was_written_anew_is_kept_and_not_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_marks(tmp_path, replace(make_marked(), findings=()))
    assert marks.main([str(path)]) == 1
    assert "was written anew without it" in capsys.readouterr().err


def test_what_cannot_be_taken_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"briefing": "gone-0", "verdict": "false alarm", "note": "", "at": "2031-05-13", "text": None}
    quote = {"check": "quote", "verdict": "unsupported", "field": "claim", "index": 0, "english": "q", "source": ""}
    path = tmp_path / "marks.jsonl"
    rows = [row | {"finding": quote}, row | {"finding": quote | {"check": "figure"}}]
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    assert marks.main([str(path)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "a finding of the check of the quote, not of figures" in said.err
    assert "its briefing is gone" in said.err


def test_what_was_only_seen_is_no_case() -> None:
    finding: Finding = make_marked().findings[0]
    mark = marks.Marked("x-0", "figure", finding.place, finding.english, "seen", "", {})
    assert list(marks.make_pairs([mark])) == []


MARK = '"verdict": "seen", "note": "", "finding": {"check": "figure", "field": "claim", "index": 0, "english": "x"}'


@pytest.mark.parametrize(
    "line",
    [
        "{", "[]", '{"briefing": "x"}', '{"finding": {"field": "nose"}}',
        f'{{"briefing": "x", {MARK}}}', f'{{"briefing": "x", "text": "y", {MARK}}}',
        f'{{"briefing": "x", "text": {{"source": "y"}}, {MARK}}}',
    ],
)  # fmt: skip
def test_a_file_that_holds_no_marks_is_named(tmp_path: Path, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "marks.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    assert marks.main([str(path)]) == 1
    assert "marks.jsonl line 1" in capsys.readouterr().err
