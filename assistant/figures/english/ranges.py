"""English ranges: 4 to 6 million people, $8-10 billion, the 2024-25 season."""

import re
from fractions import Fraction

from assistant.figures.english.amounts import Amount, build_figure, read_amount
from assistant.figures.english.calendar import is_year, read_year_other
from assistant.figures.english.clock import read_clock, read_clock_word
from assistant.figures.english.shares import read_fraction
from assistant.figures.english.years import is_next_year, share_era
from assistant.figures.values import Figure, Interval, Kind, Part, replace, tidy
from assistant.patterns import compile_late

_RANGE = compile_late(r"(\s?[-–~‑]\s?|—|\s(?:to|or|through|and)\s)(?=[\w$€£¥])|(/)(?=\d{2}(?![\d/]))", re.IGNORECASE)
_AHEAD_OF_SECOND = frozenset("-–~‑tToOaA")
"""With which the link of a range begins behind a blank."""
_BOTH_ENDS = ("between", "from")
_CURRENCY_SKIP = compile_late(r"(?:[A-Z]{0,3}[$€£¥]|RMB\s?|(?:USD|NTD|TWD)\s?)(?=\d)", re.IGNORECASE)
_WORD = compile_late(r"[A-Za-z]+")
_LONGEST_NAME = 24
_NO_NOUNS = frozenset({
    "", "would", "will", "could", "and", "but", "or", "in", "on", "by", "as", "at", "after", "before", "when", "while",
    "with", "if", "since", "until", "from", "for", "over", "is", "was", "were", "has", "have", "had", "this", "last",
    "next", "starting", "under", "per",
})  # fmt: skip
"""What may stand behind the upper end of a range that leaves its unit to the lower one: from 10 years to 8 by May."""
_OF_NAME = compile_late(r"[a-z,]\s[A-Z][\w’'-]+\s$")
"""A capitalised word inside a sentence, right before a number: the Switch 2."""
_IN_YEAR = compile_late(r"\sin\s(?:1[89]|20)\d\d\b")


def read_range(text: str, first: Amount) -> list[Figure]:
    """The two ends of the range that begins with ``first``; none: it begins no range."""
    second = _read_second(text, first)
    if second is None:
        return []
    if shares := _read_shares(text, first, second):
        return shares
    alone, first, second = first, _share(first, second), _share_currency(first, second)
    low, high = build_figure(text, first, Part.FROM), build_figure(text, second, Part.TO)
    if first.numeral is not alone.numeral and _OF_NAME.search(text, max(0, first.start - _LONGEST_NAME), first.start):
        whole = build_figure(text, alone, Part.WHOLE)  # sales of the Switch 2 to 19 million
        low = replace(low, others=(*low.others, whole))
    high = _with_unit_of(first, high)
    low = share_era(low, high, first.numeral)
    if low.kind is Kind.DATE and high.kind is Kind.COUNT and isinstance(high.value, int) and high.value < 100:
        high = replace(read_year_other(high), others=(high,))  # the 2024-25 season
    if is_next_year(low.value, high.value):
        high = replace(high, is_soft=True, is_aside=True)  # the school year 2023-24, for 112學年度
    return [low, high]


_PART_OF = (" out of ", " in ")


def _read_shares(text: str, first: Amount, second: Amount) -> list[Figure]:
    """Eight or nine out of ten: both are parts of the whole that is told once."""
    if second.unit or second.currency or not text.startswith(_PART_OF, second.numeral.end):
        return []
    high = read_fraction(text, second.start, second.numeral)
    whole = (
        next((part.value[0] for part in high.others if part.kind is Kind.SCORE and isinstance(part.value, tuple)), 0)
        if high
        else 0
    )
    if high is None or not isinstance(whole, int) or not whole or not isinstance(first.numeral.value, int):
        return []
    low = build_figure(text, first, Part.FROM)
    share = tidy(Fraction(first.numeral.value, whole))
    return [replace(low, kind=Kind.FRACTION, value=share, step=0, head=""), replace(high, part=Part.TO)]


def _with_unit_of(first: Amount, high: Figure) -> Figure:
    """From 10 years to seven and a half: the upper end may leave its unit to the lower; a per cent sign is lost."""
    unit = first.unit
    if unit is None or unit.kind is Kind.PERCENT or high.kind is not Kind.COUNT or high.head not in _NO_NOUNS:
        return high
    if not isinstance(high.value, int | Fraction):
        return high
    value = tidy(high.value * unit.factor)
    return replace(high, others=(*high.others, replace(high, kind=unit.kind, value=value, unit=unit.unit)))


def _read_second(text: str, first: Amount) -> Amount | None:
    """The upper end of a range that begins with ``first``."""
    follower = text[first.end : first.end + 2]
    is_noun = follower[:1] == " " and follower[1:] not in _AHEAD_OF_SECOND  # as behind most numbers
    match = None if is_noun else _RANGE.match(text, first.end)
    if not match:
        return None
    link = match[0].strip().lower()
    has_ends = link.isalpha() and text[max(0, first.start - 12) : first.start].lower().rstrip().endswith(_BOTH_ENDS)
    if link == "and" and not has_ends:
        return None
    if link == "/" and not (is_year(first.numeral.value) and first.numeral.is_plain):
        return None  # only a season: 2024/25
    skip = _CURRENCY_SKIP.match(text, match.end())
    at = skip.end() if skip else match.end()
    if at >= len(text) or _is_clock(text, at):
        return None
    second = read_amount(text, at)
    if second and first.numeral.is_plain and is_year(first.numeral.value) and _IN_YEAR.match(text, second.end):
        return None  # from 13.4 in 2014 to 23 in 2021
    falls = second and link.isalpha() and not has_ends and _falls_to_unit(first, second)  # 1,213 or 12.3% fewer
    return second if second and not falls and _is_range(first, second, link) else None


def _falls_to_unit(first: Amount, second: Amount) -> bool:
    """Whether a bare number in digits stands before a smaller one that has a unit."""
    low, high = first.numeral.value, second.numeral.value
    if first.unit or first.currency or not second.unit or isinstance(low, Interval) or isinstance(high, Interval):
        return False
    return low > high * max(1, second.numeral.scale) and not first.numeral.in_words


def _is_clock(text: str, at: int) -> bool:
    """Whether a time of day begins at ``at``: "from 8 to 10 p.m." is no range of numbers."""
    if text[at].isdigit():
        return bool(read_clock(text, at, at + 1))
    word = _WORD.match(text, at)
    return bool(word and read_clock_word(text, at, word.end(), word[0]))


def _is_range(first: Amount, second: Amount, link: str) -> bool:
    """Two numbers joined by a dash may also be a score or a name; a range rises, and its ends are of one kind."""
    low, high = first.numeral.value, second.numeral.value
    if isinstance(low, Interval) or isinstance(high, Interval):
        return False
    if first.numeral.is_plain and not first.unit and is_year(low) and (second.unit or second.currency):
        return False  # from 21.9 percent in 2008 to 12.8 percent; 46,000 hectares in 1918 to 12,000 hectares
    if second.currency and not first.currency and not first.unit and link.isalpha():
        return False  # from $107.7 billion in 2020 to $244.8 billion
    least = high if link.isalpha() else high * max(1, first.numeral.scale)
    if first.currency and not second.currency and not second.unit and least <= low:
        return False  # worth $420 billion to 227 cities
    if first.unit and (second.currency or (second.unit and first.unit.kind is not second.unit.kind)):
        return first.unit.kind is Kind.MONEY and bool(second.currency)
    return link != "or" or first.numeral.in_words == second.numeral.in_words


def _share(first: Amount, second: Amount) -> Amount:
    """Give the lower end the scale, unit and currency that a range writes only once: "4 to 6 million people"."""
    numeral, low, high = first.numeral, first.numeral.value, second.numeral.value
    scale = second.numeral.scale
    shares_scale = numeral.scale == 1 and scale > 1 and not first.unit
    if shares_scale and not isinstance(low, Interval) and not isinstance(high, Interval) and low * scale < high:
        numeral = replace(numeral, value=tidy(low * scale), step=numeral.step * scale, scale=scale)
    unit = first.unit or second.unit
    currency = first.currency or ("" if first.unit else second.currency)
    return first._replace(numeral=numeral, unit=unit if not currency else first.unit, currency=currency)


def _share_currency(first: Amount, second: Amount) -> Amount:
    """The upper end of "$8-10 billion" is money too."""
    if first.currency and not second.currency and not second.unit:
        return second._replace(currency=first.currency)
    return second
