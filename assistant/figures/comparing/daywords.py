"""A day that English names by another word than the source: "today", where the source has 明天 alone.

Such words hold no number, so no reader makes a figure of them; the one that is wrong becomes one here. Only where the
source names a day of another kind, and has nothing at all that the English word could render.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from assistant.figures.values import Figure, Kind, PartialDate, replace
from assistant.figures.verdicts import Checked, Comparison
from assistant.patterns import compile_late
from assistant.records.finding import Verdict
from assistant.records.source import Span


class _Day(NamedTuple):
    days: int
    """From the day of writing."""
    named: re.Pattern[str]
    """Words of a source that name this day and no other."""
    meant: re.Pattern[str]
    """Whatever in a source the English words for it may render: 現在 is "today" as well."""


_WORDS = compile_late(
    r"\b(?:(?P<today>today|(?<!midnight\s)tonight|this\s(?:morning|afternoon|evening))|(?P<yesterday>yesterday|last\snight)"
    r"|(?P<tomorrow>tomorrow))\b",
    re.IGNORECASE,
)
_NUMBERED = r"(?=[(（]?\d)"
_DAYS = {
    "yesterday": _Day(
        -1,
        compile_late(f"昨(?:[天日晚夜晨早午]|{_NUMBERED})|きのう"),
        compile_late("昨|前[日天晚夜一]|きのう|夜|晚|晩|隔日"),
    ),
    "today": _Day(
        0,
        compile_late(f"今(?:[天日晚夜晨早午]|{_NUMBERED})|本日|きょう"),
        compile_late(
            "今|[現现](?:在|時|时|行|代)|[當当](?:天|日|下|前|代|晚|晩|時|时)|[時时][下代]|此[時时刻]|[本即]日|きょう|いま|[目日]前|近日|眼下"
        ),
    ),
    "tomorrow": _Day(
        1,
        compile_late(f"明(?:[天日早晚晨]|{_NUMBERED})|あす|あした"),
        compile_late("明|あす|あした|翌|隔|次日|未|[將将]|後|后"),
    ),
}


_NAMES_A_DAY = compile_late("[昨今明]|本日|き[のょ]う|あ[すし]")
"""What a source has that names any of them; most sentences have none, and the English is not looked through."""


def add_wrong_days(comparison: Comparison, source: str, english: str, clock: date | None) -> Comparison:
    """The comparison, with the day words of ``english`` that the source contradicts among its figures."""
    wrong = [*_find_wrong(source, english, clock)]
    if not wrong:
        return comparison
    taken = [checked.figure.span for checked in comparison.english_figures]
    free = [c for c in wrong if _is_free(c.figure.span, taken)]
    figures = sorted([*comparison.english_figures, *free], key=lambda checked: checked.figure.span.start)
    return replace(comparison, english_figures=tuple(figures))


def _is_free(span: Span, taken: list[Span]) -> bool:
    """Whether none of the spans, which are in order and do not overlap, shares a character with ``span``."""
    after = bisect_left(taken, span)
    beside = taken[max(0, after - 1) : after + 1]
    return all(other.end <= span.start or span.end <= other.start for other in beside)


def _find_wrong(source: str, english: str, clock: date | None) -> Iterator[Checked]:
    if not _NAMES_A_DAY.search(source):
        return
    named: dict[str, tuple[str, re.Match[str]] | None] = {}
    for match in _WORDS.finditer(english):
        word = match.lastgroup or ""
        if word not in named:
            named[word] = _find_other(source, word)
        other = named[word]
        if other is None:
            continue
        name, found = other
        told, meant = (_make(m, _DAYS[n].days, clock) for m, n in ((match, word), (found, name)))
        why = f"day differs: the source has {found[0]} ({name})"
        yield Checked(told, Verdict.CONTRADICTED, (meant,), why, name)


def _find_other(source: str, word: str) -> tuple[str, re.Match[str]] | None:
    """The one other day that the source names, and where; None where it may mean the day of ``word``."""
    if _DAYS[word].meant.search(source):
        return None
    named = [(name, found) for name, day in _DAYS.items() if name != word and (found := day.named.search(source))]
    return named[0] if len(named) == 1 else None  # not a day before and one after


def _make(match: re.Match[str], days: int, clock: date | None) -> Figure:
    day = clock + timedelta(days=days) if clock else None
    value = PartialDate(day.year, day.month, day.day) if day else PartialDate()
    return Figure(Span(*match.span()), match[0], Kind.DATE, value)
