"""Does a text say the opposite of its source: supports for 反對, acquitted for 判刑, cut for 維持利率不變?

``opposites.tsv`` says by which words a source may say a thing, and by which it says the opposite. Flagged is English
where none of the former stand in its sentences, and one of the latter does, which the English does not tell as well. A
verb that is denied, asked for or doubted in the English is let pass: what is not confirmed may be told in many ways.

A sentence often says both: 承認敗選，但否認賄選. Two things are held closer for that. A claim must not say the opposite
of the passage that it quotes. And a verb that the English has twice, and the source once beside its opposite, was told
in the place of the opposite, unless anything in the English denies.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.checking.tables import check_each, read_rows
from assistant.checking.texts import Text
from assistant.checking.tracing import Tracer, plain
from assistant.glossary import fold_original
from assistant.patterns import compile_late
from assistant.records import Check, Field, Finding, Span, Verdict

WHY = "the source says nothing of the kind here, and has {}"
STEM = 6
_WORD = compile_late("[a-z]+")
BACK = 60
"""Characters before a verb in which a word may turn it."""
_TURNED = compile_late(
    r"\b(?:not|no|never|neither|nor|none|nobody|nothing|cannot|\w+n[’']t|without|declin\w+|refus\w+|fail\w+|yet|unable"
    r"|den(?:y|ied|ies|ying)|unlikely|rather|instead|whether|if|unless|until|would|may|might|could|should|must|urg\w+"
    r"|ask\w*|call\w*|demand\w*|seek\w*|hop\w+|want\w*|who|which|those"
    r"|(?<!said )(?<!found )(?<!stressed )(?<!announced )(?<!added )(?<!held )(?<!ruled )(?<!argued )"
    r"(?<!showed )(?<!indicating )(?<!saying )that|previously|formerly|once|hardly|few|little"
    r"|less|stop\w*|reject\w*|oppos(?:e[ds]?|ing)|against|lack\w*|un\w+ed)\b[^.;!?]*$",
    re.IGNORECASE,
)
_DENIES = compile_late(
    r"\b(?:not|no|never|neither|nor|none|nothing|without|den(?:y|ied|ies|ying)|rejects?|rejected|refut\w+|dismiss\w+"
    r"|disput\w+|rebut\w+|refus\w+|turned down)\b|n[’']t\b",
    re.IGNORECASE,
)
_NOT_TURNED = "(?<!不)(?<!未)(?<!未获)(?<!没有)(?<!无法)"


@dataclass(frozen=True, slots=True)
class _Row:
    """One meaning: how English says it, how a source may, and how it says the opposite."""

    begins: frozenset[str]
    """The first letters, ``STEM`` of them, of words of which the English has one."""
    english: re.Pattern[str]
    may_say: re.Pattern[str]
    opposite: re.Pattern[str]
    plain: re.Pattern[str] | None = None
    """The words that say just this, where their number counts."""


def check_opposites(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each verb whose opposite alone stands in the source."""
    return check_each(tracer, _check)


def _check(tracer: Tracer, text: Text) -> Iterator[Finding]:
    rows = _list_rows(text) if text.segments else ()
    source = "".join(plain(segment.text) for segment in text.segments) if rows else ""
    quote = _read_quote(tracer, text, source) if rows else ""
    flagged = set[int]()
    """Where the verbs begin that are flagged."""
    for row in rows:
        said = [Span(*m.span()) for m in row.english.finditer(text.english) if not _is_turned(text.english, m)]
        if not said or said[-1].start in flagged:  # two rows may know a verb
            continue
        opposite = _find_opposite(row, said, text.english, source, quote)
        if opposite and not _is_told(opposite, row, text):
            where = tracer.find([opposite], text.segments) or text.segments[0].span
            words, span = tracer.item.read(where).strip(), said[-1]
            flagged.add(span.start)
            why, english = WHY.format(words), span.of(text.english)
            yield Finding(Check.TRANSLATION, Verdict.UNSUPPORTED, text.place, english, span, words, where, why=why)


def _is_turned(english: str, verb: re.Match[str]) -> bool:
    return _TURNED.search(english, max(0, verb.start() - BACK), verb.start()) is not None


def _read_quote(tracer: Tracer, text: Text, source: str) -> str:
    """The passage that a claim quotes; empty where it is no claim, or the passage does not stand in its sentences."""
    if text.place.field is not Field.CLAIM:
        return ""
    quote = plain(tracer.draft.claims[text.place.index].quote)
    return quote if quote in source else ""


def _find_opposite(row: _Row, said: Sequence[Span], english: str, source: str, quote: str) -> str:
    """The words of the source, or of the passage quoted, by which it says the opposite of a row and not the same."""
    for words in (source, quote):
        if words and not row.may_say.search(words) and (match := row.opposite.search(words)):
            return match[0]
    if row.plain and len(said) > 1 and not _DENIES.search(english) and len(row.plain.findall(source)) < len(said):
        match = row.opposite.search(source)
        return match[0] if match else ""
    return ""


def _is_told(words: str, flagged: _Row, text: Text) -> bool:
    """Whether the English tells the opposite too, by a verb of its own: agreed to oppose, confirmed and denied."""
    others = (row for row in _read_rows() if row is not flagged and row.english.search(text.english))
    return any(row.may_say.search(words) for row in others)


def _list_rows(text: Text) -> tuple[_Row, ...]:
    """The rows of which the English may have a verb, by its words: most texts have none."""
    begins = {word[:STEM] for word in _WORD.findall(text.english)}
    if begins.isdisjoint(_all_begins()):
        return ()
    return tuple(row for row in _read_rows() if not begins.isdisjoint(row.begins))


@cache
def _all_begins() -> frozenset[str]:
    return frozenset(begin for row in _read_rows() for begin in row.begins)


@cache
def _read_rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(
            frozenset(begins.split()),
            compile_late(rf"\b(?:{english})\b"),
            compile_late(f"{_NOT_TURNED}(?:{fold_original(may_say)})"),
            compile_late(f"{_NOT_TURNED}(?:{fold_original(opposite)})"),
            *(compile_late(fold_original(words)) for words in plainly),
        )
        for begins, english, may_say, opposite, *plainly in read_rows("opposites.tsv")
    )
