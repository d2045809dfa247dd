"""Is a thing told as surely as the source tells it: with its not, its if, its may?

``certainty.tsv`` says by which words a source plainly denies, makes conditions or leaves open, and all by which English
may tell that. Flagged is a translation of a sentence, or a claim on the passage that it quotes, with none of them: both
languages say such things in many ways, so what has one of these words anywhere is let pass.

Headline, summary and claims are held against the translations as well: what says the same in the same words, and alone
has a not, or alone has none, was turned round.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.checking.bearers import Bearers, blank
from assistant.checking.echoes import read_stems
from assistant.checking.tables import check_each, read_rows
from assistant.checking.texts import SENTENCE_END, Text, split_at
from assistant.checking.tracing import Tracer, plain
from assistant.glossary import fold_original
from assistant.kept import kept_property
from assistant.patterns import compile_late
from assistant.records import Check, Field, Finding, Span, Verdict

NEGATION = "a negation"
NEGATIONS_AT_MOST = 2
"""So many of a sentence are counted: three may be two in good English."""
DROPPED, ADDED = "the translation denies this", "the translation does not deny this"
MADE_SURE = "the translation leaves this open"
POSSIBILITY = "a possibility"
ALIKE, NEARLY, FEWEST_WORDS, FEWEST_RARE = 0.7, 0.15, 3, 2
"""Share of a piece's words that a piece of a translation must have; how much less is as near; words of a piece, and of
one whose words stand in one translation only."""
WHY = "the source has {} here ({}), and the English has none"
MADE_DONE = "the source plans or foretells this ({}), and the English tells it as done"


_PIECE = compile_late(
    r"[,;:](?=\s)|\s(?:and|while|but|whereas|which|who|after|before|when|because|since|although|if|unless|until)\s"
)
_DENIES = compile_late(
    r"\b(?:(?:do|does|did|has|have|had|is|are|was|were|will|would|can|could|should|must) not|cannot|never|no longer"
    r"|den(?:y|ies|ied)|refus(?:e|es|ed)|declin(?:e|es|ed) to|fail(?:s|ed)? to)\b(?! rule)|n[’']t\b(?! rule)",
    re.IGNORECASE,
)
_WOULD = compile_late(r"\b(?:would|should|if|unless)\b")
_MAY = compile_late(r"\b(?:may|might|could|possibly|perhaps)\b(?! not)")


def check_certainty(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each text that drops a negation, a condition or a doubt of its source."""
    return check_each(tracer, _check)


def _check(tracer: Tracer, text: Text) -> Iterator[Finding]:
    source = read_source(tracer, text)
    for what, printed, told in _read_rows() if source and text.english.strip() else ():
        said = list(printed.finditer(source))
        wanted = min(len(said), NEGATIONS_AT_MOST if what == NEGATION else 1)
        if wanted and len(told.findall(text.english)) < wanted:  # most sentences say nothing of it
            plainly = said[0][0].lstrip('，。,;；:："「')
            where = tracer.find([plainly], text.segments)
            words = tracer.item.read(where)
            why = WHY.format(what, words or plainly)
            yield Finding(Check.TRANSLATION, Verdict.UNSUPPORTED, text.place, text.english, None, words, where, why=why)


def read_source(tracer: Tracer, text: Text) -> str:
    """The words that a text must tell: its sentence, or the passage that a claim quotes; empty for all others."""
    if text.place.field not in (Field.TRANSLATION, Field.CLAIM):
        return ""
    sentences = "".join(plain(segment.text) for segment in text.segments)
    if text.place.field is Field.TRANSLATION:
        return sentences
    quote = plain(tracer.draft.claims[text.place.index].quote)
    return quote if quote in sentences else ""


def check_turned(bearers: Bearers) -> tuple[Finding, ...]:
    """A finding for each piece of a concise text that denies what the translations say, or says what they deny."""
    tracer = bearers.tracer
    if not any(_DENIES.search(english) or _MAY.search(english) for english in tracer.draft.texts):
        return ()
    told = list_told(bearers)
    texts = (text for text in tracer.texts if text.place.field is not Field.TRANSLATION)
    return tuple(finding for text in texts for finding in _check_pieces(bearers, text, told))


def list_told(bearers: Bearers) -> "list[Piece]":
    """The clauses of all translations."""
    translations = bearers.tracer.draft.translations
    return [Piece(bearers, t.english, span, t.segment) for t in translations for _, span in split_pieces(t.english)]


@dataclass(frozen=True)
class Piece:
    """A clause of a translation, with the whole of it."""

    bearers: Bearers
    whole: str
    span: Span
    segment: int

    @property
    def english(self) -> str:
        """The clause alone."""
        return self.span.of(self.whole)

    @kept_property
    def denies(self) -> bool:
        """Whether it has a not."""
        return _DENIES.search(self.english) is not None

    @kept_property
    def stems(self) -> frozenset[str]:
        """Its words without the names."""
        return read_bare(self.bearers, self.whole, self.span)


def _check_pieces(bearers: Bearers, text: Text, told: Sequence[Piece]) -> Iterator[Finding]:
    for sentence, span in split_pieces(text.english):
        piece = span.of(text.english)
        near = find_near(read_bare(bearers, text.english, span), told)
        if near and (
            why := _compare(piece, sentence.of(text.english), near) or _is_surer(bearers.tracer, text, sentence, near)
        ):
            where = bearers.tracer.item.segments[near[0].segment].span
            source = bearers.tracer.item.read(where).strip()
            yield Finding(Check.TRANSLATION, Verdict.UNSUPPORTED, text.place, piece, span, source, where, why=why)


def read_bare(bearers: Bearers, english: str, piece: Span) -> frozenset[str]:
    """The words of a piece without the names: a summary says the company, a translation its spokesman."""
    return read_stems(piece.of(blank(english, [span for span, _ in bearers.written(english)])))


@lru_cache(maxsize=64)
def split_pieces(english: str) -> tuple[tuple[Span, Span], ...]:
    """(sentence, piece of it): about one for each verb of an English text."""
    sentences = split_at(SENTENCE_END, english, Span(0, len(english)))
    return tuple((sentence, piece) for sentence in sentences for piece in split_at(_PIECE, english, sentence))


def find_near(stems: frozenset[str], told: Sequence[Piece], *, nearly: float = NEARLY) -> list[Piece]:
    """The pieces that have most words of these, and ``nearly`` as many; none where none has most."""
    is_telling = len(stems) >= FEWEST_WORDS or (len(stems) == FEWEST_RARE and _are_rare(stems, told))
    shares = [(len(stems & other.stems) / len(stems), other) for other in told] if is_telling else []
    best = max((share for share, _ in shares), default=0)
    return [other for share, other in shares if share >= best - nearly] if best >= ALIKE else []


def _are_rare(stems: frozenset[str], told: Sequence[Piece]) -> bool:
    """Whether all of these words stand in one translation, and in no other."""
    return len({other.segment for other in told if stems & other.stems}) == 1


def _compare(piece: str, sentence: str, near: Sequence[Piece]) -> str:
    """How a piece was turned round against all that are like it; empty where it was not."""
    told = _told(NEGATION)
    if all(other.denies for other in near):
        own = {match[0].casefold() for match in told.finditer(sentence)}
        common = {match[0].casefold() for other in near for match in told.finditer(other.english)}  # it had stopped
        return "" if _DENIES.search(sentence) or own - common else DROPPED
    if _DENIES.search(piece):
        return "" if any(told.search(other.whole) for other in near) else ADDED
    return ""


def _is_surer(tracer: Tracer, text: Text, sentence: Span, near: Sequence[Piece]) -> str:
    """Why a summary or claim may not be so sure: all that says the same leaves it open. Headlines lack room for it.

    "May" also permits, and "could" is also able (可申請, 能行駛): the source must have a word for a doubt itself.
    """
    if text.place.field is Field.HEADLINE or not all(_MAY.search(other.english) for other in near):
        return ""
    doubts = _printed(POSSIBILITY)
    if not all(doubts.search(plain(tracer.item.segments[other.segment].text)) for other in near):
        return ""
    told = sentence.of(text.english)
    return "" if _told(POSSIBILITY).search(told) or _WOULD.search(told) else MADE_SURE


def _printed(what: str) -> re.Pattern[str]:
    """How a source says it, folded."""
    return next(printed for other, printed, _ in _read_rows() if other == what)


def _told(what: str) -> re.Pattern[str]:
    """How English tells it."""
    return next(told for other, _, told in _read_rows() if other == what)


@cache
def _read_rows() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (
            what,
            compile_late(fold_original(printed)),
            compile_late(rf"\b(?:{told})\b|n[’']t\b", re.IGNORECASE),
        )
        for what, printed, told in read_rows("certainty.tsv")
    )
