"""A day, month or year that English names by another word than the source: "today", where the source has 明天 alone.

Such words hold no number, so no reader makes a figure of them; the one that is wrong becomes one here. Only where the
source names another of its kind, and has nothing at all that the English word could render.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from assistant.figures.layout import SENTENCES_KEPT
from assistant.figures.values import Figure, Kind, PartialDate
from assistant.figures.verdicts import Checked
from assistant.patterns import compile_late
from assistant.records.finding import Verdict
from assistant.records.source import Span


class _Named(NamedTuple):
    """A day, month or year that is told from the day of writing."""

    name: str
    steps: int
    """Days, months or years from then."""
    english: str
    """The words for it, in lower case."""
    named: re.Pattern[str]
    """Words of a source that name this one and no other."""
    meant: re.Pattern[str]
    """Whatever in a source the English words for it may render: 現在 is "today" as well."""


_NUMBERED = r"(?=[(（]?\d)"
_DAYS = (
    _Named(
        "yesterday",
        -1,
        r"(?<!as\sif\sit\swere\s)(?<!like\s)yesterday|last\snight",
        compile_late(f"昨(?:[天日晚夜晨早午]|{_NUMBERED})|きのう"),
        compile_late("昨|前[日天晚夜一]|きのう|夜|晚|晩|隔日"),
    ),
    _Named(
        "today",
        0,
        r"today(?![’']s\b)|(?<!midnight\s)tonight|this\s(?:morning|afternoon|evening)",
        compile_late(f"今(?:[天日晚夜晨早午]|{_NUMBERED})|本日|きょう"),
        compile_late(
            "今|[清凌]晨|[現现](?:在|時|时|行|代)|[當当](?:天|日|下|前|代|晚|晩|時|时)|[時时][下代]|此[時时刻]|[本即]日|きょう|いま|[目日]前|近日|眼下"
        ),
    ),
    _Named(
        "tomorrow",
        1,
        "tomorrow",
        compile_late(f"明(?:[天日早晚晨]|{_NUMBERED})|あす|あした"),
        compile_late("明|あす|あした|翌|隔|次日|未|[將将]|後|后"),
    ),
)
_MONTHS = (
    _Named(
        "last month",
        -1,
        r"last\smonth",
        compile_late("上個?个?月(?![旬中初底末])|先月"),
        compile_late("上|先月|前|[過过]|月"),
    ),
    _Named(
        "this month",
        0,
        r"this\smonth",
        compile_late("[本當当]月|[這这][個个]月|今月"),
        compile_late("[本當当今這这此即同近]|月[內内]"),
    ),
    _Named("next month", 1, r"next\smonth", compile_late("下個?个?月|来月"), compile_late("[下來来翌次隔後后未將将]")),
)
_YEARS = (
    _Named(
        "last year",
        -1,
        r"last\syear",
        compile_late("去年|昨年"),
        compile_late("[去昨上前舊旧]|同期|年[增減减]|按年|同比|[過过]|成長|增長|增长|衰退|倍|翻"),
    ),
    _Named(
        "this year",
        0,
        r"this\syear",
        compile_late("今年"),
        compile_late(
            "今|本[年季屆届次期財财]|[當当同全]年|近|年[內内初底末中]|迄|以[來来]|[這这此]一?年"
            "|同[期比]|按年|年[增減减]|累[計计]|截[至止]|[比較较]|昨年(?:より|に|同)"  # what is held against last year
        ),
    ),
    _Named(
        "next year", 1, r"next\syear", compile_late("明年|[來来]年(?!度)"), compile_late("[明來来翌次隔後后未將将新]")
    ),
)
_NUMBER = r"[\d〇零一二三四五六七八九十]"


class _Family(NamedTuple):
    """Days, or months, or years."""

    kind: str
    members: tuple[_Named, ...]
    names_one: re.Pattern[str]
    """What a source has that names any of them; most sentences have none, and the English is not looked through."""
    says_one: tuple[str, ...]
    """One of these stands in all English words of the family."""
    by_number: re.Pattern[str] | None
    """What names one by its number, which any word may render."""
    words: re.Pattern[str]
    """Its English words, in the order of the members: one group for each."""


def _make_family(
    kind: str, members: tuple[_Named, ...], names_one: str, says_one: tuple[str, ...], by_number: str = ""
) -> _Family:
    words = rf"\b(?:{'|'.join(f'({one.english})' for one in members)})\b"
    numbered = compile_late(by_number) if by_number else None
    return _Family(kind, members, compile_late(names_one), says_one, numbered, compile_late(words, re.IGNORECASE))


_FAMILIES = (
    _make_family("day", _DAYS, "[昨今明]|本日|き[のょ]う|あ[すし]", ("day", "morrow", "night", "his ")),
    _make_family(
        "month",
        _MONTHS,
        "[上下本先当當今来來這这][個个]?月",
        ("st month", "is month", "xt month"),
        f"{_NUMBER}\\s?月",
    ),
    _make_family(
        "year",
        _YEARS,
        "[去昨今明来來]年",
        ("st year", "is year", "xt year"),
        f"{_NUMBER}\\s?[年學学]|年度|[年學学]期",
    ),
)


def find_wrong_days(source: str, english: str, clock: date | None) -> Iterator[Checked]:
    """The words for a day, month or year of ``english`` that the source contradicts."""
    for family in _families_of(source):
        if not any(map(english.__contains__, family.says_one)):
            continue
        said = [(match, family.members[(match.lastindex or 1) - 1]) for match in family.words.finditer(english)]
        words = dict.fromkeys(word for _, word in said)
        others = {word: _find_other(source, family, word) for word in words}
        for match, word in said:
            other = others[word]
            if other is None or (other[0] in words and _is_held_against(word, family)):
                continue
            one, found = other
            told, meant = (_make(m, family, named, clock) for m, named in ((match, word), (found, one)))
            why = f"{family.kind} differs: the source has {found[0]} ({one.name})"
            yield Checked(told, Verdict.CONTRADICTED, (meant,), why, one.name)


def _is_held_against(word: _Named, family: _Family) -> bool:
    """Whether it is the year or month of writing, which may stand beside another: up from last year's 12 yuan."""
    return not word.steps and family.kind != "day"


@lru_cache(SENTENCES_KEPT)
def _families_of(source: str) -> tuple[_Family, ...]:
    """Those of which a source names one by a word, and none by its number; found once for all its translations."""
    named = [family for family in _FAMILIES if family.names_one.search(source)]
    return tuple(f for f in named if not f.by_number or not f.by_number.search(source))


def _find_other(source: str, family: _Family, word: _Named) -> tuple[_Named, re.Match[str]] | None:
    """The one other of a family that the source names, and where; None where it may mean that of ``word``."""
    if word.meant.search(source):
        return None
    named = [(one, found) for one in family.members if one is not word and (found := one.named.search(source))]
    return named[0] if len(named) == 1 else None  # not a day before and one after


def _make(match: re.Match[str], family: _Family, named: _Named, clock: date | None) -> Figure:
    value = _step(family.kind, named.steps, clock) if clock else PartialDate()
    return Figure(Span(*match.span()), match[0], Kind.DATE, value)


def _step(kind: str, steps: int, clock: date) -> PartialDate:
    """The day, month or year so many steps from the day of writing."""
    if kind == "year":
        return PartialDate(year=clock.year + steps)
    if kind == "month":
        years, month = divmod(clock.month - 1 + steps, 12)
        return PartialDate(year=clock.year + years, month=month + 1)
    day = clock + timedelta(days=steps)
    return PartialDate(day.year, day.month, day.day)
