"""Does a text say the opposite of its source: supports for 反對, acquitted for 判刑, confirmed for 否認?

``opposites.tsv`` says by which words a source may say a thing, and by which it says the opposite. Flagged is English
where none of the former stand in its sentences, and one of the latter does, which the English does not tell as well. A
verb that is denied, asked for or doubted in the English is let pass: what is not confirmed may be told in many ways.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from assistant.checking.texts import Text
from assistant.checking.tracing import Tracer, plain
from assistant.glossary import fold_original
from assistant.records import Check, Finding, Span, Verdict

WHY = "the source says nothing of the kind here, and has {}"
STEM = 6
_WORD = re.compile("[a-z]+")
BACK = 60
"""Characters before a verb in which a word may turn it."""
_TURNED = re.compile(
    r"\b(?:not|no|never|neither|nor|none|nobody|nothing|cannot|\w+n[’']t|without|declin\w+|refus\w+|fail\w+|yet|unable"
    r"|den(?:y|ied|ies|ying)|unlikely|rather|instead|whether|if|unless|until|would|may|might|could|should|must|urg\w+"
    r"|ask\w*|call\w*|demand\w*|seek\w*|hop\w+|want\w*|who|which|that|those|previously|formerly|once|hardly|few|little"
    r"|less|stop\w*|reject\w*|oppos(?:e[ds]?|ing)|against|lack\w*|un\w+ed)\b[^.;!?]*$",
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


def check_opposites(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each verb whose opposite alone stands in the source."""
    if tracer.item.language.partition("-")[0] not in ("zh", "ja"):
        return ()
    return tuple(finding for text in tracer.texts for finding in _check(tracer, text))


def _check(tracer: Tracer, text: Text) -> Iterator[Finding]:
    rows = _list_rows(text) if text.segments else ()
    source = "".join(plain(segment.text) for segment in text.segments) if rows else ""
    for row in rows:
        match = row.english.search(text.english)
        if match is None or _TURNED.search(text.english, max(0, match.start() - BACK), match.start()):
            continue
        opposite = None if row.may_say.search(source) else row.opposite.search(source)
        if opposite and not _is_told(opposite[0], row, text):
            where = tracer.find([opposite[0]], text.segments) or text.segments[0].span
            words, span = tracer.item.read(where).strip(), Span(*match.span())
            why, english = WHY.format(words), span.of(text.english)
            yield Finding(Check.TRANSLATION, Verdict.UNSUPPORTED, text.place, english, span, words, where, why=why)


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
    lines = files("assistant.checking").joinpath("opposites.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(
        _Row(
            frozenset(begins.split()),
            re.compile(rf"\b(?:{english})\b"),
            re.compile(f"{_NOT_TURNED}(?:{fold_original(may_say)})"),
            re.compile(fold_original(opposite)),
        )
        for begins, english, may_say, opposite in rows
    )
