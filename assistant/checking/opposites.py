"""Does a text say the opposite of its source: supports for 反對, acquitted for 判刑, confirmed for 否認?

``opposites.tsv`` says by which words a source may say a thing, and by which it says the opposite. Flagged is English
where none of the former stand in its sentences, and one of the latter does. A verb that is denied, asked for or doubted
in the English is let pass: what is not confirmed may be told in many ways.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from assistant.checking.texts import Text, list_texts
from assistant.glossary import fold_original
from assistant.records import Check, Draft, Field, Finding, Item, Segment, Span, Verdict

WHY = "the source says nothing of the kind here, and has {}"
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

    is_near: bool
    english: re.Pattern[str]
    may_say: re.Pattern[str]
    opposite: re.Pattern[str]


def check_opposites(item: Item, draft: Draft) -> tuple[Finding, ...]:
    """A finding for each verb whose opposite alone stands in the source."""
    if item.language.partition("-")[0] not in ("zh", "ja"):
        return ()
    return tuple(finding for text in list_texts(item, draft) for finding in _check(text))


def _check(text: Text) -> Iterator[Finding]:
    if not text.segments or not _any_english().search(text.english):
        return
    source = fold_original("".join(segment.text for segment in text.segments))
    is_near = text.place.field in (Field.CLAIM, Field.TRANSLATION)
    for row in _read_rows():
        match = row.english.search(text.english) if is_near or not row.is_near else None
        if match is None or _TURNED.search(text.english, max(0, match.start() - BACK), match.start()):
            continue
        if not row.may_say.search(source) and row.opposite.search(source):
            yield _find(text, Span(*match.span()), row)


def _find(text: Text, span: Span, row: _Row) -> Finding:
    segment, at = next((s, at) for s in text.segments if (at := _place(s, row.opposite)))
    source = at.of(segment.text)
    why, where = WHY.format(source), at.shift(segment.span.start)
    english = span.of(text.english)
    return Finding(Check.TRANSLATION, Verdict.UNSUPPORTED, text.place, english, span, source, where, why=why)


def _place(segment: Segment, pattern: re.Pattern[str]) -> Span | None:
    match = pattern.search(fold_original(segment.text))
    return Span(*match.span()) if match else None


@cache
def _any_english() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row.english.pattern})" for row in _read_rows()))


@cache
def _read_rows() -> tuple[_Row, ...]:
    lines = files("assistant.checking").joinpath("opposites.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(
        _Row(
            where == "near",
            re.compile(rf"\b(?:{english})\b"),
            re.compile(f"{_NOT_TURNED}(?:{fold_original(may_say)})"),
            re.compile(fold_original(opposite)),
        )
        for where, english, may_say, opposite in rows
    )
