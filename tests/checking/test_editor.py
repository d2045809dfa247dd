"""Six dumps of ours, with replies as a careful translator would write them and the slips that models make in them.

Every reply is free of flags; each slip is flagged, but for those named here: of some the reader gets only a note (an
invented body or place may stand in the source under words that were not found), and some no rule tells yet.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.checking import check_draft
from assistant.checking.untraced import NOT_FOUND
from assistant.pipeline import cut_items
from assistant.reading import read_bytes
from assistant.records import Finding
from tests.checking.samples import read_draft

PAGES = [json.loads(line) for line in Path(__file__).with_name("editor.jsonl").read_text(encoding="utf-8").splitlines()]
UNSEEN = {
    ("courts", "suspended sentence as prison"),
    ("courts", "fine and bribe merged"),
    ("election", "loser and winner exchanged in a summary"),
    ("election", "higher for lower"),
    ("election", "officials said"),
    ("results", "on the quarter as on the year"),
    ("results", "year"),
    ("results", "subsidiary invented"),
    ("sports", "score exchanged"),
    ("sports", "merged quotations"),
    ("ministry", "officials said in a summary"),
}
NOTED = {
    ("courts", "invented body"),
    ("election", "invented place"),
    ("results", "invented supplier"),
    ("results", "broker invented"),
    ("typhoon", "invented place"),
    ("sports", "wrong team"),
    ("sports", "invented league"),
    ("sports", "place"),
    ("ministry", "invented background"),
}
"""These were flags when every untraced name was one."""


def find_flags(page: dict[str, Any]) -> set[tuple[str, object, str, str]]:
    (item,) = (item for item in cut_items(read_bytes(page["dump"].encode(), "page.txt")) if item.kind.is_news)
    return {_mark(finding) for finding in check_draft(item, read_draft(item, page)) if finding.verdict.is_flag}


def find_notes(page: dict[str, Any]) -> list[str]:
    """The names of which it is noted that no words of the source were found."""
    (item,) = (item for item in cut_items(read_bytes(page["dump"].encode(), "page.txt")) if item.kind.is_news)
    return [f.english for f in check_draft(item, read_draft(item, page)) if f.why == NOT_FOUND]


def _mark(finding: Finding) -> tuple[str, object, str, str]:
    return finding.check, finding.place, finding.english, finding.why


def spoil(page: dict[str, Any], slip: dict[str, str]) -> dict[str, Any]:
    before, after = slip["before"], slip["after"]
    told = json.dumps({key: page[key] for key in ("headline", "summary", "sentences", "claims")}, ensure_ascii=False)
    if before.startswith("speaker:"):
        old, new = (json.dumps({"speaker": who.removeprefix("speaker:")})[1:-1] for who in (before, after))
    else:
        old, new = (json.dumps(words, ensure_ascii=False)[1:-1] for words in (before, after))
    assert old in told
    return {**page, **json.loads(told.replace(old, new))}


def list_slips() -> list[Any]:
    slips = ((page, slip) for page in PAGES for slip in page["slips"])
    return [pytest.param(page, slip, id=f"{page['name']}: {slip['slip']}") for page, slip in slips]


@pytest.mark.parametrize("page", PAGES, ids=[page["name"] for page in PAGES])
def test_a_careful_reply_raises_nothing(page: dict[str, Any]) -> None:
    assert find_flags(page) == set()
    assert find_notes(page) == []


@pytest.mark.parametrize(("page", "slip"), list_slips())
def test_a_slip_is_flagged(page: dict[str, Any], slip: dict[str, str]) -> None:
    which, spoiled = (page["name"], slip["slip"]), spoil(page, slip)
    assert which not in NOTED or any(name in slip["after"] for name in find_notes(spoiled))
    assert find_flags(spoiled) or which in UNSEEN | NOTED
