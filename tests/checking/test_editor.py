"""Dumps of ours, with replies as a careful translator would write them and the slips that models make in them.

Every reply is free of flags. Each slip is flagged, but for those that say how they are ``seen``: of some the reader
gets only a ``note`` (an invented body may stand in the source under words that were not found); some ``no`` rule tells.
A missing original is ``put in``: the text is published like the right one.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from assistant.checking import check_draft, find_missing_originals
from assistant.checking.mentions import MISSING
from assistant.checking.untraced import NOT_FOUND
from assistant.cutting import cut_items
from assistant.reading import read_bytes
from assistant.records import Draft, Finding, Verdict
from assistant.repairing import add_originals
from tests.checking.samples import read_draft

PAGES = [json.loads(line) for line in Path(__file__).with_name("editor.jsonl").read_text(encoding="utf-8").splitlines()]


def find_flags(page: dict[str, Any]) -> set[tuple[str, object, str, str]]:
    (item,) = (item for item in cut_items(read_bytes(page["dump"].encode(), "page.txt")) if item.kind.is_news)
    return {_mark(finding) for finding in check_draft(item, read_draft(item, page)) if finding.verdict.is_flag}


def find_notes(page: dict[str, Any]) -> list[str]:
    """The names of which it is noted that no words of the source were found."""
    (item,) = (item for item in cut_items(read_bytes(page["dump"].encode(), "page.txt")) if item.kind.is_news)
    return [f.english for f in check_draft(item, read_draft(item, page)) if f.why == NOT_FOUND]


def find_marks(page: dict[str, Any]) -> int:
    """How many findings there are at which a reader may stop, but for originals, which the program puts in itself."""
    (item,) = (item for item in cut_items(read_bytes(page["dump"].encode(), "page.txt")) if item.kind.is_news)
    found = [f for f in check_draft(item, read_draft(item, page)) if f.why != MISSING]
    return sum(f.verdict.is_flag or f.verdict is Verdict.NOTED for f in found)


def publish(page: dict[str, Any]) -> Draft:
    """The draft as it is published, with originals at first mention."""
    (item,) = (item for item in cut_items(read_bytes(page["dump"].encode(), "page.txt")) if item.kind.is_news)
    draft = read_draft(item, page)
    return add_originals(draft, find_missing_originals(item, draft))[0]


def _mark(finding: Finding) -> tuple[str, object, str, str]:
    return finding.check, finding.place, finding.english, finding.why


def spoil(page: dict[str, Any], slip: dict[str, str]) -> dict[str, Any]:
    before, after = slip["before"], slip["after"]
    told = json.dumps({key: page[key] for key in ("headline", "summary", "sentences", "claims")}, ensure_ascii=False)
    if chain := re.match("(speaker|medium|act):", before):
        words = (text.removeprefix(chain[0]) for text in (before, after))
        old, new = (json.dumps({chain[1]: who}, ensure_ascii=False)[1:-1] for who in words)
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
    spoiled = spoil(page, slip)
    assert find_flags(spoiled) or slip.get("seen") in ("note", "no", "put in")
    assert slip.get("seen") != "put in" or publish(spoiled) == publish(page)
    assert slip.get("seen") != "note" or find_marks(spoiled) > find_marks(page)
