"""Did it happen in the source at all? "The mayor was arrested" needs a character for it: 捕, 押, 拘 ...

``events.tsv`` has some of what happens in news, each with all characters by which a source may say so. Headline and
summary are held against the whole item, claims and translations against their sentences and those beside them.
English that denies it is let pass: nobody was hurt where all are safe and sound.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.checking.tables import any_english, check_each, read_rows
from assistant.checking.texts import SENTENCE_END, Text, lower, split_at
from assistant.checking.tracing import Tracer, plain
from assistant.glossary import fold_original
from assistant.patterns import compile_late
from assistant.records import Check, Field, Finding, Item, Segment, Span, Verdict

WHY = "the source has no word for this"
BESIDE = 1
"""Sentences before and behind its own that may say what a text tells."""

_DENIES = compile_late(
    r"\b(?:not(?! guilty)|no|never|neither|nor|none|nobody|nothing|without|den(?:y|ied|ies|ying)|unless|avoid\w*)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)


def check_events(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each event that a text tells and of which its sentences have no word."""
    return check_each(tracer, _check)


def is_unsaid(act: str, source: str) -> bool:
    """Whether an act ("praised") is one for which a text of the source, folded, has no word."""
    said = f"{act} the"
    return any(told.match(said) and not printed.search(source) for told, printed in _read_events())


def _check(tracer: Tracer, text: Text) -> Iterator[Finding]:
    if not text.segments or not any_english("events.tsv").search(lower(text.english)):  # as nearly always
        return
    near = reach(tracer.item, text)
    source, printed_english = "".join(plain(s.text) for s in near), " ".join(s.text for s in near).lower()
    for sentence in split_at(SENTENCE_END, text.english, Span(0, len(text.english))):
        if _DENIES.search(text.english, sentence.start, sentence.end):
            continue
        for told, printed in _read_events():
            match = told.search(text.english, sentence.start, sentence.end)
            if match and not printed.search(source) and match[0].lower() not in printed_english:
                span = Span(*match.span())
                yield Finding(Check.TRANSLATION, Verdict.UNSUPPORTED, text.place, match[0], span, why=WHY)


def reach(item: Item, text: Text) -> Sequence[Segment]:
    """The sentences that may say what a text tells."""
    if text.place.field not in (Field.CLAIM, Field.TRANSLATION):
        return item.segments
    near = {segment.index + beside for segment in text.segments for beside in range(-BESIDE, BESIDE + 1)}
    return [segment for segment in item.segments if segment.index in near]


@cache
def _read_events() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (compile_late(rf"\b(?:{told})\b", re.IGNORECASE), compile_late(fold_original(printed)))
        for told, printed in read_rows("events.tsv")
    )
