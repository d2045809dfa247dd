"""The user's marks as JSON lines, each with all that one needs to find the same again without the store."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.errors import BriefingError
from assistant.judging import Review, name_findings
from assistant.notices import WITHHELD
from assistant.records import Briefing, Draft, Field, Finding, Place
from assistant.store.opening import Store


def export_marks(store: Store) -> str:
    """All marks, oldest first, one JSON object a line.

    ``finding`` names it and says where it stands and why; ``text`` has what the check held against each other
    (``source``, ``english`` as the model wrote it, ``language``, ``date`` of the item, ``mode`` of the check), null
    where the briefing is gone or was written anew without the finding.
    """
    lines = (json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in _rows(store))
    return "".join(lines)


def _rows(store: Store) -> Iterator[dict[str, Any]]:
    found: dict[str, tuple[Briefing, Mapping[str, Finding]] | None] = {}
    for review in store.reviews.all():
        if review.briefing not in found:
            found[review.briefing] = _read(store, review.briefing)
        yield _row(review, found[review.briefing])


def _read(store: Store, briefing: str) -> tuple[Briefing, Mapping[str, Finding]] | None:
    try:
        held = store.library.briefing(briefing)
    except BriefingError:  # gone, or damaged
        return None
    return held, dict(zip(name_findings(held.findings), held.findings, strict=True))


def _row(review: Review, held: tuple[Briefing, Mapping[str, Finding]] | None) -> dict[str, Any]:
    named: dict[str, Any] = json.loads(review.finding)
    row: dict[str, Any] = {
        "briefing": review.briefing, "finding": named, "verdict": review.verdict, "note": review.note,
        "at": review.at, "text": None,
    }  # fmt: skip
    finding = held[1].get(review.finding) if held else None
    if held and finding:
        named |= {"why": finding.why, "expected": finding.expected, "span": _span(finding)}
        row |= {"text": _texts(held[0], finding.place), "dump": held[0].dump_sha256}
    return row


def _span(finding: Finding) -> list[int] | None:
    return [finding.span.start, finding.span.end] if finding.span else None


def _texts(briefing: Briefing, place: Place) -> dict[str, str] | None:
    """What the check held against each other at ``place``; None where there is no such text."""
    draft = briefing.draft
    source, english = _read_source(briefing, place), _read_english(briefing, draft, place) if draft else ""
    if not source or not english:
        return None
    mode = "translation" if place.field is Field.TRANSLATION else "summary"
    texts = {"source": source, "english": english, "language": briefing.item.language, "mode": mode}
    return texts | ({"date": briefing.item.day.isoformat()} if briefing.item.day else {})


def _read_source(briefing: Briefing, place: Place) -> str:
    """What a check holds the text at ``place`` against: its sentence, the sentences a claim cites, or the item."""
    segments, claims = briefing.item.segments, briefing.draft.claims if briefing.draft else ()
    chosen: Sequence[int] = range(len(segments))
    if place.field is Field.TRANSLATION:
        chosen = [place.index]
    elif place.field is Field.CLAIM:
        chosen = claims[place.index].segments if place.index < len(claims) else ()
    return "".join(segments[i].text for i in chosen if 0 <= i < len(segments))


def _read_english(briefing: Briefing, draft: Draft, place: Place) -> str:
    """What the model wrote there last, before anything was taken out of it."""
    texts = {
        Field.HEADLINE: draft.headline,
        Field.SUMMARY: draft.summary,
        Field.TRANSLATION: draft.translation(place.index),
        Field.CLAIM: draft.claims[place.index].english if place.index < len(draft.claims) else "",
        Field.NAME: draft.names[place.index].english if place.index < len(draft.names) else "",
    }
    english = texts.get(place.field, "")
    for repair in reversed(briefing.repairs):
        if repair.place == place and repair.after == english and WITHHELD.search(english):
            english = repair.before
    return english
