"""Whether the parts of a result fit together at all; what does not fit cannot be checked again."""

from collections.abc import Iterator

from assistant.records import Briefing, Item


def find_misfits(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """(where, what) of each part that points where nothing is."""
    yield from _check_item(briefing.item)
    count = len(briefing.item.segments)
    draft = briefing.draft
    for number, translation in enumerate(draft.translations if draft else (), start=1):
        if not 0 <= translation.segment < count:
            yield f"translation {number}", f"it is of sentence {translation.segment + 1}, and the item has {count}"
    for number, claim in enumerate(draft.claims if draft else (), start=1):
        wrong = next((n for n in claim.segments if not 0 <= n < count), None)
        if wrong is not None:
            yield f"claim {number}", f"it cites sentence {wrong + 1}, and the item has {count}"
    for number, term in enumerate(briefing.terms, start=1):
        if not term.originals or not term.english or not all(map(str.strip, (*term.originals, *term.english))):
            yield f"term {number}", "it has no original or no English"


def _check_item(item: Item) -> Iterator[tuple[str, str]]:
    at = item.span.start
    for number, segment in enumerate(item.segments):
        if segment.index != number:
            yield f"sentence {number + 1}", f"it says that it is number {segment.index + 1}"
        if segment.span != (at, at + len(segment.text)):
            start, end = segment.span
            yield (
                f"sentence {number + 1}",
                f"its span is {start}-{end}, and its text lies at {at}-{at + len(segment.text)}",
            )
        at += len(segment.text)
    if item.span.end != at:
        yield "source", f"the item's span ends at {item.span.end}, and its sentences at {at}"
    for name, span in (("headline", item.headline), ("outlet", item.outlet), ("age", item.age)):
        if span and not item.span.start <= span.start <= span.end <= item.span.end:
            yield name, f"its span {span.start}-{span.end} lies outside the item"
