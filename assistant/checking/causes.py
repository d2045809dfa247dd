"""Is a cause told as the effect? 因油價上漲5%，票價調高8% is not "oil rose 5% because fares rose 8%".

What a name, a figure or one of some forty things of news (``causes.tsv``) stands for is the same on both sides. So a
sentence of each language that tells one cause by one word is cut in two, and where one of these in the English cause
stands in the effect of the source alone, and one in the English effect in the cause of the source alone, and none where
it should be, the two were exchanged. Where one side has none of these, nothing is said.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from assistant.checking.bearers import Bearers
from assistant.checking.borne import group_borne
from assistant.checking.tables import read_rows
from assistant.checking.texts import SENTENCE_END, Text, split_at
from assistant.checking.tracing import plain
from assistant.checking.wordlists import SPEECH
from assistant.glossary import fold_original
from assistant.patterns import compile_late
from assistant.records import Check, Field, Finding, Span, Verdict

WHY = "in the source this is the effect and not the cause"

_LEADS_TO = compile_late(fold_original("[,，]?(?:导致|造成|引发|致使|酿成|迫使|促使)"))
_BECAUSE = compile_late(fold_original("(?:^|[,，:：「。；;])(?:因为|因|由于|受)"))
_CLAUSE_END = compile_late("[,，。；;]")
_REASON = compile_late(fold_original("[,，]?(?:原因是|主因是|是因为|归因于|归咎于)"))
_JAPANESE = compile_late(fold_original("(?:のため|により|が原因で|を受けて|の影响で)[、,，]"))
_WORDS = compile_late(
    fold_original("导致|造成|引发|致使|酿成|迫使|促使|因(?!应|此|素|果)|由于|原因|归咎|のため|により|を受けて|影响")
)
_SPEAKS = compile_late(fold_original(f"^.*(?:{SPEECH}|宣布|公布)"))
_CAUSES = compile_late(
    r"\b(?:caus(?:ed|es|ing)|led to|leads to|leading to|result(?:ed|s|ing) in|triggered|triggers|prompted|prompts"
    r"|sparked|forced|forces)\b(?! by)"
)
_FOLLOWS = compile_late(
    r"\b(?:because(?: of)?|due to|owing to|as a result of|on account of|(?:caused|triggered|prompted|sparked) by"
    r"|blamed on)\b",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """A sentence that tells one cause: where it is told, and where what comes of it."""

    cause: Span
    effect: Span


def check_causes(bearers: Bearers, figures: Iterable[Finding]) -> tuple[Finding, ...]:
    """A finding for each translation or claim that exchanges cause and effect.

    Args:
        bearers: the names of the item.
        figures: what the check of figures found; those that are borne out are followed.
    """
    borne = group_borne(figures)
    return tuple(f for text in bearers.tracer.texts for f in _check(bearers, text, borne.get(text.place, ())))


def _check(bearers: Bearers, text: Text, figures: Sequence[Finding]) -> Iterator[Finding]:
    if text.place.field not in (Field.CLAIM, Field.TRANSLATION) or len(text.segments) != 1:
        return
    source = plain(text.segments[0].text)
    printed = cut_source(source)
    if printed is None:
        return
    sides = printed.cause.of(source), printed.effect.of(source), source
    own = [figure for figure in figures if figure.source]
    for sentence in split_at(SENTENCE_END, text.english, Span(0, len(text.english))):
        told = cut_english(text.english, sentence)
        if told is None:
            continue
        cause = _list_sides(bearers, text.english, told.cause, own, sides)
        effect = _list_sides(bearers, text.english, told.effect, own, sides)
        if cause == {"effect"} and effect == {"cause"}:
            where, segment = told.cause, text.segments[0]
            yield Finding(
                Check.TRANSLATION, Verdict.UNSUPPORTED, text.place, where.of(text.english), where,
                segment.text.strip(), segment.span, why=WHY,
            )  # fmt: skip


def cut_source(text: str) -> Told | None:
    """Cause and effect of a folded source sentence, a clause each; None where it tells no cause, or several."""
    leads, because = _LEADS_TO.search(text), _BECAUSE.search(text)
    begins = because and leads and because.end() < leads.start()
    if len(_WORDS.findall(text)) > 1 + bool(begins):
        return None
    if leads:
        start = because.end() if because and begins else _clause_start(text, leads.start())
        return Told(Span(start, leads.start()), Span(leads.end(), _clause_end(text, leads.end())))
    if reason := _REASON.search(text):
        cause = Span(reason.end(), _clause_end(text, reason.end()))
        return Told(cause, Span(_clause_start(text, reason.start()), reason.start()))
    if behind := _JAPANESE.search(text):
        return Told(Span(_clause_start(text, behind.start()), behind.start()), Span(behind.end(), len(text)))
    if because:
        end = _clause_end(text, because.end())
        return Told(Span(because.end(), end), Span(end, _clause_end(text, end + 1)))
    return None


def _clause_start(text: str, end: int) -> int:
    """Where the clause that ends there begins, without the one who says it."""
    start = max((text.rfind(mark, 0, end) for mark in ",，。；;"), default=-1) + 1
    speaks = _SPEAKS.search(text[start:end])
    return start + speaks.end() if speaks else start


def _clause_end(text: str, start: int) -> int:
    match = _CLAUSE_END.search(text, min(start, len(text)))
    return match.start() if match else len(text)


def cut_english(text: str, sentence: Span) -> Told | None:
    """Cause and effect of an English sentence; None where it tells no cause, or several."""
    causes = list(_CAUSES.finditer(text, sentence.start, sentence.end))
    follows = list(_FOLLOWS.finditer(text, sentence.start, sentence.end))
    if len(causes) + len(follows) != 1:
        return None
    if causes:
        return Told(Span(sentence.start, causes[0].start()), Span(causes[0].end(), sentence.end))
    word = follows[0]
    if text[sentence.start : word.start()].strip():
        return Told(Span(word.end(), sentence.end), Span(sentence.start, word.start()))
    comma = text.find(",", word.end(), sentence.end)
    return Told(Span(word.end(), comma), Span(comma, sentence.end)) if comma > 0 else None


def _list_sides(
    bearers: Bearers, english: str, part: Span, figures: Sequence[Finding], sides: tuple[str, str, str]
) -> set[str]:
    """On which sides of the source the names and figures of a part stand; "both" where that cannot be told."""
    things = _list_things(part.of(english))
    found = {_tell(re.search(printed, side) is not None for side in sides) for printed in things}
    for span, bearer in bearers.written(english):
        if part.holds(span):
            found.add(_tell(bearers.may_be_printed(bearer, side) for side in sides))
    for figure in figures:
        if figure.span and part.holds(figure.span):
            found.add(_tell(plain(figure.source) in side for side in sides))
    return found - {""}


def _list_things(english: str) -> Iterator[str]:
    """How a source may print the things that news gives as causes and effects, of those that stand in English words."""
    return (printed for told, printed in _read_things() if told.search(english))


@cache
def _read_things() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (compile_late(rf"\b(?:{told})\b", re.IGNORECASE), fold_original(printed))
        for told, printed in read_rows("causes.tsv")
    )


def _tell(stands: Iterable[bool]) -> str:
    """What it says that something stands in the cause, in the effect, in the sentence at all."""
    in_cause, in_effect, in_sentence = stands
    if in_cause == in_effect:  # who says so, or what happened besides, may be told on either side
        return "both" if in_sentence else ""
    return "cause" if in_cause else "effect"
