"""Does the English have an organ of the state act where the sentence names another: the court, for 檢方起訴?

Flagged is an organ that acts in the English (the court indicted, indicted by the court) for which the sentence of the
source has no word at all, while it plainly names another of the table that the English does not tell. Headline and
summary are held against the sentence that the translation says they tell.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.checking.bearers import Bearers
from assistant.checking.certainty import Piece, find_near, list_told, read_bare, split_pieces
from assistant.checking.tables import any_english, read_rows
from assistant.checking.texts import Text, lower
from assistant.checking.tracing import plain
from assistant.glossary import fold_original
from assistant.kept import kept_property
from assistant.patterns import compile_late
from assistant.records import Check, Field, Finding, Segment, Span, Verdict

CITING = (Field.TRANSLATION, Field.CLAIM)
WHY = "the source does not name {} here, but {}"

_ACTS = r"(?=(?: has| have| had| also| then| later)* (?:\w+ed|said|found|held|made|gave|sent|let|set|struck|threw)\b)"

_BY = r"(?:(?<=\bby )|(?<=\bby the ))"


@dataclass(frozen=True, slots=True)
class _Organ:
    """One row of the table."""

    acts: re.Pattern[str]
    told: re.Pattern[str]
    may_be: re.Pattern[str]
    named: re.Pattern[str]


def check_organs(bearers: Bearers) -> tuple[Finding, ...]:
    """A finding for each organ that acts in the place of another."""
    if bearers.tracer.item.language.partition("-")[0] not in ("zh", "ja"):
        return ()
    check = _Check(bearers)
    return tuple(finding for text in bearers.tracer.texts for finding in check.find(text))


class _Check:
    """What one draft is held against."""

    def __init__(self, bearers: Bearers) -> None:
        self._bearers = bearers

    @kept_property
    def _told(self) -> list[Piece]:
        return list_told(self._bearers)

    def find(self, text: Text) -> Iterator[Finding]:
        """What is wrong with a text."""
        for organ in _read_organs() if any_english("organs.tsv").search(lower(text.english)) else ():  # as in few
            for match in organ.acts.finditer(text.english):
                segments = text.segments if text.place.field in CITING else self._find_segments(text, match.start())
                if right := _find_right(organ, text.english, segments):
                    yield self._tell(text, Span(*match.span()), right, segments)

    def _find_segments(self, text: Text, at: int) -> tuple[Segment, ...]:
        """The sentences that a clause of headline or summary tells, by the clauses of their translations."""
        span = next((span for _, span in split_pieces(text.english) if span.start <= at < span.end), None)
        near = find_near(read_bare(self._bearers, text.english, span), self._told) if span else []
        segments = self._bearers.tracer.item.segments
        return tuple(segments[index] for index in sorted({piece.segment for piece in near}))

    def _tell(self, text: Text, span: Span, right: str, segments: Sequence[Segment]) -> Finding:
        tracer, english = self._bearers.tracer, span.of(text.english)
        where = tracer.find([right], tuple(segments))
        source = tracer.item.read(where) if where else right
        why = WHY.format(english, source)
        return Finding(Check.NAME, Verdict.UNSUPPORTED, text.place, english, span, source, where, why=why)


def _find_right(organ: _Organ, english: str, segments: Sequence[Segment]) -> str:
    """The words for the one organ that the sentences name in the place of this one; empty where it may be meant."""
    source = "".join(plain(segment.text) for segment in segments)
    if not source or organ.may_be.search(source):
        return ""
    others = (other for other in _read_organs() if other is not organ and not other.told.search(english))
    return next((match[0] for other in others if (match := other.named.search(source))), "")


@cache
def _read_organs() -> tuple[_Organ, ...]:
    return tuple(
        _Organ(
            compile_late(rf"\b(?:{english})\b{_ACTS}|{_BY}(?:{english})\b", re.IGNORECASE),
            compile_late(rf"\b(?:{english})\b", re.IGNORECASE),
            compile_late(fold_original(may_be)),
            compile_late(fold_original(named)),
        )
        for english, may_be, named in read_rows("organs.tsv")
    )
