"""Who is credited changes places with everybody else whom an item names: how many of the exchanges are flagged.

On the dumps of ours that ``editor.jsonl`` and the demo hold. What is not flagged are mostly bodies whose officer
speaks, and sentences that leave open who does; the floor may only rise.
"""

from collections.abc import Iterator

from assistant.checking.attribution import check_attribution
from assistant.checking.exchanges import check_exchanges
from assistant.checking.subjects import check_subjects
from assistant.checking.tracing import Tracer
from assistant.cutting import cut_items
from assistant.glossary import load_shipped
from assistant.reading import read_bytes
from assistant.records import Draft, Finding, Item
from tests.checking.samples import credit, load_demo, read_draft
from tests.checking.test_editor import PAGES

FLOOR = 0.88
FEWEST = 400


def list_drafts() -> Iterator[tuple[Item, Draft]]:
    yield from load_demo()
    for page in PAGES:
        (item,) = (item for item in cut_items(read_bytes(page["dump"].encode(), "page.txt")) if item.kind.is_news)
        yield item, read_draft(item, page)


def list_swaps(item: Item, draft: Draft) -> Iterator[tuple[int, str]]:
    """Each claim with everybody else of the item to whom it might be credited."""
    tracer = Tracer(item, draft, load_shipped())
    bearers = [name.english for name in draft.names if name.kind in ("person", "organisation")]
    for index, claim in enumerate(draft.claims):
        speaker = claim.attribution.speaker
        own = {form for lead in tracer.trace(speaker) for form in lead.forms} if speaker else set()
        for english in bearers if speaker else ():
            is_same = english in speaker or speaker in english
            if not is_same and own.isdisjoint(form for lead in tracer.trace(english) for form in lead.forms):
                yield index, english


def find_flags(item: Item, draft: Draft) -> list[Finding]:
    tracer = Tracer(item, draft, load_shipped())
    found = (*check_attribution(tracer), *check_exchanges(tracer, ()), *check_subjects(tracer))
    return [finding for finding in found if finding.verdict.is_flag]


def test_most_exchanges_are_flagged_and_no_right_credit_is() -> None:
    flagged = [
        bool(find_flags(item, credit(draft, index, speaker=speaker)))
        for item, draft in list_drafts()
        for index, speaker in list_swaps(item, draft)
    ]
    assert [finding for item, draft in list_drafts() for finding in find_flags(item, draft)] == []
    assert len(flagged) >= FEWEST
    assert sum(flagged) / len(flagged) >= FLOOR
