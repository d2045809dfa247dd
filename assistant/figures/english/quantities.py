"""English amounts: numerals with their units, currencies, ranges, shares and multiples."""

import re
from fractions import Fraction
from typing import NamedTuple

from assistant.figures.english.calendar import is_year, read_year_other
from assistant.figures.english.clock import read_bare_hour, read_clock, read_clock_word
from assistant.figures.english.joined import SHARED
from assistant.figures.english.numerals import Numeral, read_numeral
from assistant.figures.english.scores import read_relay, read_score
from assistant.figures.english.shares import MAY_BE_PART, read_fraction, read_point, read_times
from assistant.figures.english.surroundings import (
    Unit,
    read_approximation,
    read_currency_before,
    read_trailing,
    read_unit,
)
from assistant.figures.english.words import SCALES
from assistant.figures.english.years import as_year, is_a_year, is_next_year, share_era
from assistant.figures.values import (
    BARE_DOLLAR,
    BARE_YUAN,
    Approximation,
    Figure,
    Interval,
    Kind,
    Number,
    Part,
    replace,
    tidy,
)
from assistant.patterns import compile_late
from assistant.records.source import Span

_RANGE = compile_late(r"(\s?[-–~‑]\s?|—|\s(?:to|or|through|and)\s)(?=[\w$€£¥])|(/)(?=\d{2}(?![\d/]))", re.IGNORECASE)
_BOTH_ENDS = ("between", "from")
_CURRENCY_SKIP = compile_late(r"(?:[A-Z]{0,3}[$€£¥]|RMB\s?|(?:USD|NTD|TWD)\s?)(?=\d)", re.IGNORECASE)
# half of the residents says how many; "the latter half of the year" says which half, and "half asleep" neither
_HALF_OF = compile_late(
    r"\sof\s(?:the|its|their|all|those|these|them|which|whom|his|her)\b|\s(?:the|its|their)\s", re.IGNORECASE
)
_ONE_OF_HALVES = compile_late(
    r"\b(?!(?:than|about|nearly|almost|over|roughly|around|only|just|some|of|for|by|to|in|least|with)\s)[\w’'-]+[\s-]$",
    re.IGNORECASE,
)
_HALF = compile_late(
    r"(?:\s(?:a|an|of\sa)\s|[\s-])(?=[A-Za-z])(?:(hundred|thousand|million|billion|trillion|dozen)s?\b)?", re.IGNORECASE
)
_WORD = compile_late(r"[A-Za-z]+")
_NEXT_WORD = compile_late(r"[\s-]+([A-Za-z][A-Za-z-]*)")
_OLD = compile_late(r"(?:\s?-\s?|\s)olds?\b|\sof\sage\b")
_OF_A_SCALE = compile_late(
    r"\s(?:of\s)?an?\s(hundred|thousand|million|billion|trillion|dozen)(?:\s(thousand|million|billion|trillion))?\b",
    re.IGNORECASE,
)
_EVEN = Fraction(1, 2)
_PLAN = compile_late(r"[\s-]Plan\b")


class _Amount(NamedTuple):
    """A numeral with what stands right around it."""

    numeral: Numeral
    start: int
    end: int
    currency: str
    unit: Unit | None
    trailing: Approximation


def read_quantity(text: str, start: int, _end: int) -> list[Figure]:
    """The amount at ``start``, or the two ends of a range."""
    first = _read_amount(text, start)
    if first is None:
        return []
    is_plain = first.numeral.is_plain and not (first.currency or first.unit or first.trailing)
    if is_plain and (played := read_relay(text, first.numeral) or read_score(text, first.numeral)):
        return [played]
    if not first.currency and MAY_BE_PART.match(text, first.numeral.end):
        for read in (read_fraction, read_times):
            if figure := read(text, first.start, first.numeral):
                return [part_of_scale(text, figure)]
    second = _read_second(text, first)
    if second is None:
        return [_build(text, first, Part.WHOLE)]
    alone, first, second = first, _share(first, second), _share_currency(first, second)
    low, high = _build(text, first, Part.FROM), _build(text, second, Part.TO)
    if first.numeral is not alone.numeral and _OF_NAME.search(text, max(0, first.start - _LONGEST_NAME), first.start):
        low = replace(low, others=(*low.others, _build(text, alone, Part.WHOLE)))  # for the Switch 2 to 19 million
    low = share_era(low, high, first.numeral)
    if low.kind is Kind.DATE and high.kind is Kind.COUNT and isinstance(high.value, int) and high.value < 100:
        high = replace(read_year_other(high), others=(high,))  # the 2024-25 season
    if is_next_year(low.value, high.value):
        high = replace(high, is_soft=True, is_aside=True)  # the school year 2023-24, for 112學年度
    return [low, high]


def part_of_scale(text: str, figure: Figure) -> Figure:
    """A quarter of a million, three quarters of a billion yuan: the fraction before it makes one amount with it."""
    match = _OF_A_SCALE.match(text, figure.span.end) if figure.kind is Kind.FRACTION else None
    if match is None or not isinstance(figure.value, Fraction):
        return figure
    scale = SCALES[match[1].lower()] * (SCALES[match[2].lower()] if match[2] else 1)
    start = figure.span.start
    numeral = Numeral(tidy(figure.value * scale), start, match.end(), scale // 10, in_words=True, scale=scale)
    unit = read_unit(text, match.end())
    end = unit.end if unit else match.end()
    return _build(text, _Amount(numeral, start, end, "", unit, Approximation.EXACT), Part.WHOLE)


def _read_amount(text: str, start: int) -> _Amount | None:
    numeral = read_numeral(text, start)
    if numeral is None:
        return None
    before = read_currency_before(text, start)
    trailing, end = read_trailing(text, numeral.end)
    unit = read_unit(text, end)
    if unit and ((before and unit.kind is not Kind.MONEY) or (unit.unit == "KRW" and numeral.value == 1)):
        unit = None  # "no one won" is no money
    if unit is not None:
        end = max(end, unit.end)
        if trailing is Approximation.EXACT:
            trailing, _ = read_trailing(text, end)
    start = before[1] if before else start
    return _Amount(numeral, start, end, before[0] if before else "", unit, trailing)


_LONGEST_NAME = 24
_OF_NAME = compile_late(r"[a-z,]\s[A-Z][\w’'-]+\s$")
"""A capitalised word inside a sentence, right before a number: the Switch 2."""
_IN_YEAR = compile_late(r"\sin\s(?:1[89]|20)\d\d\b")


def _read_second(text: str, first: _Amount) -> _Amount | None:
    """The upper end of a range that begins with ``first``."""
    match = _RANGE.match(text, first.end)
    if not match:
        return None
    link = match[0].strip().lower()
    if link == "and" and not text[max(0, first.start - 12) : first.start].lower().rstrip().endswith(_BOTH_ENDS):
        return None
    if link == "/" and not (is_year(first.numeral.value) and first.numeral.is_plain):
        return None  # only a season: 2024/25
    skip = _CURRENCY_SKIP.match(text, match.end())
    at = skip.end() if skip else match.end()
    if at >= len(text) or _is_clock(text, at):
        return None
    second = _read_amount(text, at)
    if second and first.numeral.is_plain and is_year(first.numeral.value) and _IN_YEAR.match(text, second.end):
        return None  # from 13.4 in 2014 to 23 in 2021
    return second if second and _is_range(first, second, link) else None


def _is_clock(text: str, at: int) -> bool:
    """Whether a time of day begins at ``at``: "from 8 to 10 p.m." is no range of numbers."""
    if text[at].isdigit():
        return bool(read_clock(text, at, at + 1))
    word = _WORD.match(text, at)
    return bool(word and read_clock_word(text, at, word.end(), word[0]))


def _is_range(first: _Amount, second: _Amount, link: str) -> bool:
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


def _share(first: _Amount, second: _Amount) -> _Amount:
    """Give the lower end the scale, unit and currency that a range writes only once: "4 to 6 million people"."""
    numeral, low, high = first.numeral, first.numeral.value, second.numeral.value
    scale = second.numeral.scale
    shares_scale = numeral.scale == 1 and scale > 1 and not first.unit
    if shares_scale and not isinstance(low, Interval) and not isinstance(high, Interval) and low * scale < high:
        numeral = replace(numeral, value=tidy(low * scale), step=numeral.step * scale, scale=scale)
    unit = first.unit or second.unit
    currency = first.currency or ("" if first.unit else second.currency)
    return first._replace(numeral=numeral, unit=unit if not currency else first.unit, currency=currency)


def _share_currency(first: _Amount, second: _Amount) -> _Amount:
    """The upper end of "$8-10 billion" is money too."""
    if first.currency and not second.currency and not second.unit:
        return second._replace(currency=first.currency)
    return second


def _build(text: str, amount: _Amount, part: Part) -> Figure:
    numeral = amount.numeral
    approximation = amount.trailing or read_approximation(text, amount.start)
    value, step, kind, unit = numeral.value, numeral.step, Kind.COUNT, ""
    if amount.currency:
        kind, unit = Kind.MONEY, amount.currency
    elif amount.unit:
        kind, unit = amount.unit.kind, amount.unit.unit
        value, step = _times(value, amount.unit.factor), step * amount.unit.factor
        if amount.unit.unit == "‰":
            value, step, unit = _times(value, Fraction(1, 10)), Fraction(step) / 10, "%"
    if kind is Kind.COUNT and isinstance(value, Interval):
        kind = Kind.VAGUE
    span = Span(amount.start, amount.end)
    following = _NEXT_WORD.match(text, amount.end)
    head = following[1].lower() if following else ""
    is_even = text[numeral.start - 1 : numeral.end] == ".500" and value == _EVEN  # 15 games above .500
    soft = is_even or _is_idle_nought(numeral) or (numeral.in_words and _is_soft(text, kind, amount))
    idle = is_even or (soft and kind is Kind.MONEY)
    figure = Figure(span, span.of(text), kind, value, unit, approximation, step, part, soft, head, is_aside=idle)
    return _with_others(text, figure, numeral)


def _is_idle_nought(numeral: Numeral) -> bool:
    """0 and "zero" are said in many ways: none, no, 5 degrees below zero."""
    return not numeral.value and (numeral.in_words or numeral.end - numeral.start == 1)


def _with_others(text: str, figure: Figure, numeral: Numeral) -> Figure:
    """Add what else the amount may be: a year, pounds sterling, metres, percentage points ("up three points")."""
    is_age = figure.unit == "a" and _OLD.match(text, figure.span.end)
    if other := replace(figure, kind=Kind.COUNT, unit="岁") if is_age else _other_unit(figure):
        is_cents = figure.unit == "cent"  # of a dollar, or of the 元 whose 分 they are
        return replace(figure, others=(other, replace(other, unit=BARE_YUAN)) if is_cents else (other,))
    if figure.kind is not Kind.COUNT:
        return figure
    if other := _other_count(figure, numeral) or (read_bare_hour(text, figure) if not figure.unit else None):
        return replace(figure, others=(other,))
    if numeral.is_plain and is_a_year(text, numeral):
        return as_year(text, figure, numeral)
    if numeral.scale == 10**6 and text[numeral.end - 1] == "m" and isinstance(figure.value, int | Fraction):
        metres = tidy(Fraction(figure.value) / 10**6)
        return replace(figure, others=(replace(figure, kind=Kind.MEASURE, value=metres, unit="m"),))
    return figure


def _other_unit(figure: Figure) -> Figure | None:
    """12 cents are 0.12 of a dollar; pounds may be sterling; a catty is another one in Taiwan."""
    if figure.unit == "cent" and isinstance(figure.value, int | Fraction):
        return replace(figure, value=tidy(Fraction(figure.value) / 100), unit=BARE_DOLLAR)
    if figure.unit == "pence" and isinstance(figure.value, int | Fraction):
        return replace(figure, value=tidy(Fraction(figure.value) / 100), unit="GBP")
    if figure.unit == "[lb_av]":
        return replace(figure, kind=Kind.MONEY, unit="GBP")
    return replace(figure, unit=f"台{figure.unit}") if figure.unit in ("斤", "兩") else None


def _other_count(figure: Figure, numeral: Numeral) -> Figure | None:
    """More than a dozen, for 十餘; up three points, for three per cent of them."""
    if numeral.scale == 12 and isinstance(figure.value, int) and figure.part:  # two or three dozen, for 二三十
        return replace(figure, kind=Kind.VAGUE, value=Interval(figure.value // 12 * 10, figure.value))
    if numeral.scale == 12 and figure.value == 12 and figure.approximation:
        return replace(figure, kind=Kind.VAGUE, value=Interval(10, 19))
    if figure.head in ("quarter", "quarters") and isinstance(figure.value, int):
        return replace(figure, kind=Kind.DURATION, value=figure.value * 3, unit="mo")
    return replace(figure, kind=Kind.POINTS, unit="%") if figure.head in ("point", "points") else None


_AND_PART = compile_late(
    r"(?:,|\sand)\s(?:\d+|[a-z-]+)\s(?:hours?|minutes?|seconds?|days?|months?|weeks?)\b", re.IGNORECASE
)
_NOT_EVEN = ("not ", "not even ", "nor ", "never ", "without ", "not a single ")


def _is_soft(text: str, kind: Kind, amount: _Amount) -> bool:
    """Number words that English adds by itself: one, two ("the two sides"), "Five-Year Plan", "not one cent"."""
    if kind is Kind.COUNT:
        return amount.numeral.value in (1, 2)
    if kind is Kind.MONEY:
        return amount.numeral.value == 1 and text.endswith(_NOT_EVEN, 0, amount.start)
    if kind is Kind.DURATION and _AND_PART.match(text, amount.end):
        return False  # one day and 40 minutes
    return kind is Kind.DURATION and (amount.numeral.value == 1 or bool(_PLAN.match(text, amount.end)))


def _times(value: Number | Interval, factor: Number) -> Number | Interval:
    if factor == 1:
        return value
    if isinstance(value, Interval):
        return Interval(tidy(value.low * factor), tidy(value.high * factor))
    return tidy(value * factor)


def _read_plain_half(text: str, start: int, end: int) -> list[Figure]:
    span, approximation = Span(start, end), read_approximation(text, start)
    is_share = _HALF_OF.match(text, end) and not _ONE_OF_HALVES.search(text, max(0, start - 12), start)
    return [Figure(span, span.of(text), Kind.FRACTION, Fraction(1, 2), "", approximation, 0, is_soft=not is_share)]


def read_half(text: str, start: int, end: int) -> list[Figure]:
    """Half a million, half an hour, half-year; a plain "half" is a soft fraction."""
    match = _HALF.match(text, end)
    if not match:
        return _read_plain_half(text, start, end)
    word = (match[1] or "").lower()
    if word:
        numeral = Numeral(SCALES[word] // 2, start, match.end(), SCALES[word] // 10, in_words=True, scale=SCALES[word])
        unit = read_unit(text, match.end())
        amount = _Amount(numeral, start, unit.end if unit else match.end(), "", unit, Approximation.EXACT)
        return [_build(text, amount, Part.WHOLE)]
    unit = read_unit(text, match.end()) or read_point(text, match.end())
    if unit is None or unit.kind not in SHARED:
        return _read_plain_half(text, start, end)
    numeral = Numeral(Fraction(1, 2), start, unit.end, Fraction(1, 2), in_words=True)
    figure = _build(text, _Amount(numeral, start, unit.end, "", unit, Approximation.EXACT), Part.WHOLE)
    return [replace(figure, is_soft=True, is_aside=True) if text.endswith("per ", 0, start) else figure]
