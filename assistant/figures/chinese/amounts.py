"""Numbers with what they count: money, measures, durations, ordinals, counters."""

from fractions import Fraction
from typing import NamedTuple

from assistant.characters import is_han
from assistant.figures.chinese.alternatives import is_year, other_readings
from assistant.figures.chinese.context import unit_after, unit_in_context
from assistant.figures.chinese.occasions import minutes_of_match
from assistant.figures.chinese.page import (
    Page,
    is_upward,
    read_both,
    scale_value,
    wording,
)
from assistant.figures.chinese.soft import is_soft
from assistant.figures.chinese.units import QUARTERS, Unit
from assistant.figures.chinese.words import currencies_before, last_characters
from assistant.figures.numerals.reading import Numeral
from assistant.figures.values import Approximation, Figure, Interval, Kind, Number, PartialDate, replace, tidy
from assistant.patterns import compile_late
from assistant.records.source import Span

_HALF = Fraction(1, 2)
_LONGEST_CURRENCY = 5
_HALF_MORE = compile_late(r"半(?![数径年天月小个成导决场岛价途夜截边身球官糖冰熟票])")
# 塊 counts pieces where a noun follows: 三塊石頭
_NO_PIECES = frozenset("钱的多左一每以到买包就都也了呢吧啊啦不才和给便起上下出头与或至好搞卖拿够等得可能")
_TENTHS = "零一二三四五六七八九0123456789"
_DIGITS = frozenset(_TENTHS)
# what goes on behind a unit: 三塊五, 三块二毛五, 9秒98, 152円30銭
_SMALL_CHANGE = compile_late(
    r"块([一二三四五六七八九1-9])(?![0-9二三四五六七八九十百千万.%个张只件毛]|一(?![斤个只根张瓶袋包盒份碗串条块位次公枚颗把杯]))"
    r"|[块元]([一二三四五六七八九1-9])(?:[毛角]|毫子?(?![米升克]))(?:([一二三四五六七八九1-9])(?:分(?![钟之]))?)?(?![0-9十百千万.%])"
    r"|毛([一二三四五六七八九])(?:分(?![钟之])|(?![十百千万个位人件张分]))"
    r"|秒([0-9]{1,3}|[零一二三四五六七八九]{1,2})(?![0-9.一二三四五六七八九十百千万亿%个名人位米公次下分年月日倍发张件台元块毛角美港])"
    r"|円([0-9]{2})(?:钱|(?=[~-][0-9]{2}钱))"
    r"|(?:メートル|米|公尺)([0-9]{2})(?![0-9.一二三四五六七八九十百千万亿%个名人位米公厘分秒年月日小组号])"
    # 1米83, 一米八: the height of a person
    r"|(?<=[12一两])(?:米|公尺)([0-9]{1,2}|[一二三四五六七八九])([一二三四五六七八九])?(?![0-9.一二三四五六七八九十百千万亿%个名人位米公厘分秒年月日小组号])"
)
_MAY_CHANGE = frozenset("块元毛秒円メ米公")
"""What `_SMALL_CHANGE` begins with: it takes 4 ms to compile, and digits run on behind few other units."""
_INTEREST = compile_late(r"厘([0-9]{1,3})(?![0-9.%])")
"""4厘75 of interest, as Hong Kong prints 4.75 %."""
_MINUS = compile_late(r"零下$|(?<!正)负$|マイナス$|(?<![0-9A-Za-z℃度°%~-])[-−－]$")
_TO_MORE = compile_late(
    r" ?[至到~–—-] ?[二两三四五六七八九十]{1,2}"
    r"(?:个?月|[成割倍年天周岁个名位人次件元块]|公[里尺斤]|小时|分钟|[百千万亿])"
)
"""The rest of a range that begins with 一: 一到三成, 一至五人."""
_OFFER = compile_late(r"满[百千万]?[送折减赠返抵]?$")
"""滿千送百: NT$100 for every NT$1,000."""
_HALVED = frozenset("岁 层 层楼 楼 碗 杯 瓶 壶 包 袋 箱 盒 桶 页 版 圈 局 场 轮 打 口 桌 件 厘 分".split())  # noqa: SIM905 - shorter so
"""What may be counted by halves: 一層樓半, 兩碗半."""
_WITH_HALF = ("个半", "分半", "半")
"""The half is of the unit behind it: 一個半月, 6分半鐘, 俩半小时."""
_CENTS = compile_late(r"(?<=[0-9钱][~-])[0-9]{2}钱")
_MINUTE_OF_GAME = compile_late(r" ?分 ?[0-9一二三四五六七八九十]{1,3}秒")
_DONE_BY_ONE = frozenset("死亡伤男女胜负败平子")


class _Amount(NamedTuple):
    """A number, its unit and where the two lie."""

    numeral: Numeral
    unit: Unit | None
    start: int
    end: int
    extra: Number
    """What 半 adds, in the unit: 三年半."""


def read_amount(page: Page, numeral: Numeral) -> list[Figure]:
    """The number with its unit, currency or counter; none where a bare 百 or 一 is part of a word."""
    if page.before(numeral.start, 1) == "第" and not _MINUTE_OF_GAME.match(page.folded, numeral.end):
        return [_ordinal(page, numeral)]
    if cents := _read_cents(page, numeral):
        return [cents]
    currency, start = read_currency_before(page, numeral.start)
    unit = unit_after(page, numeral.end)
    if _is_word(page, numeral, unit, currency):
        return []
    if currency and (unit is None or unit.kind in (Kind.COUNT, Kind.MONEY)):
        unit = _in_currency(unit, currency)
    else:
        start = numeral.start
    if unit and unit.word in QUARTERS and page.before(start, 1) == "前":  # from the beginning of the year
        unit, start = unit._replace(unit="季度"), start - 1
    end, extra = _span_end(page, numeral, unit)
    return [_build(page, _Amount(numeral, unit, start, end, extra))]


def read_currency_before(page: Page, start: int) -> tuple[str, int]:
    """The currency written right before a number (新台幣, US$) and where it begins; "" where there is none."""
    words, known = page.before(start, _LONGEST_CURRENCY), currencies_before()
    if words[-1:] not in last_characters("money"):
        return "", start
    gap = 1 if start and page.folded[start - 1] == " " else 0
    for size in range(len(words), 0, -1):
        word, letter = words[-size:], words[-size - 1 : -size]
        if word in known and not (word[0].isascii() and letter.isascii() and letter.isalpha()):
            return known[word], start - gap - size
    return "", start


def _in_currency(unit: Unit | None, currency: str) -> Unit:
    """The unit of an amount with its currency before it; 元 takes that currency, $100美元 keeps its own."""
    if unit is None or unit.kind is not Kind.MONEY:
        return Unit("", Kind.MONEY, currency)
    return unit._replace(unit=currency) if unit.unit == "元" else unit


def _is_word(page: Page, numeral: Numeral, unit: Unit | None, currency: str) -> bool:
    """Whether these characters are rather part of a word: 一 with nothing to count, 百 and 萬 by themselves."""
    if numeral.is_bare and page.folded[numeral.start] == "兆" and unit is not None and unit.kind is Kind.COUNT:
        return True  # a given name, 兆村: nothing but money comes in trillions with no number before
    if currency or unit is not None or numeral.end - numeral.start > 1:
        return False
    if numeral.is_bare:
        is_qualified = wording(numeral, page) is not Approximation.EXACT or is_upward(page, numeral.start)
        return (
            not is_qualified
            and not numeral.vague
            and not _OFFER.search(page.folded, max(0, numeral.start - 4), numeral.start)
        )
    character = page.folded[numeral.start]
    if character == "一":
        if _TO_MORE.match(page.folded, numeral.end):
            return False
        return page.folded[numeral.end : numeral.end + 1] not in _DONE_BY_ONE
    return character in "〇○"


def _read_cents(page: Page, numeral: Numeral) -> Figure | None:
    """The upper end of 154円62~63銭, which shares the yen of the lower."""
    last = page.figures[-1] if page.figures else None
    match = _CENTS.match(page.folded, numeral.start)
    if match is None or last is None or last.unit != "JPY" or last.span.end != numeral.start - 1 or last.low is None:
        return None
    value = tidy(int(last.low) + Fraction(numeral.low, 100))
    figure = page.make(numeral.start, match.end(), Kind.MONEY, value, "JPY", step=Fraction(1, 100))
    return replace(figure, others=(replace(figure, value=numeral.low),))  # 154.62-63 yen


def _ordinal(page: Page, numeral: Numeral) -> Figure:
    unit = unit_after(page, numeral.end)
    start = page.folded.rindex("第", 0, numeral.start)
    figure = page.make(start, numeral.end, Kind.ORDINAL, scale_value(numeral))
    minutes = (
        minutes_of_match(page, start, numeral.low)
        if unit and unit.unit == "min" and isinstance(numeral.low, int)
        else ()
    )
    others = tuple(replace(figure, kind=kind, value=value, unit=code) for kind, value, code in minutes[1:])
    return replace(figure, head=unit.word if unit else "", is_soft=numeral.low == 1, others=others)


def _span_end(page: Page, numeral: Numeral, unit: Unit | None) -> tuple[int, Number]:
    """Where number and unit end, and what 半 adds: 三年半, 一個半月."""
    if unit is None or not unit.word:
        return numeral.end, 0
    end = page.skip(numeral.end) + len(unit.word)
    if unit.word.startswith(_WITH_HALF):
        return end, _HALF
    start = end - len(unit.word)
    goes_on = page.folded[end : end + 1] in _DIGITS
    changes = _INTEREST if unit.word == "厘" else _SMALL_CHANGE if page.folded[start] in _MAY_CHANGE else None
    if goes_on and changes and (match := changes.match(page.folded, start)):
        digits = [_TENTHS.index(digit) % 10 for digit in "".join(match.groups(""))]
        return match.end(), Fraction(int("".join(map(str, digits))), 10 ** len(digits))
    is_halved = unit.kind is not Kind.COUNT or unit.word in _HALVED
    if is_halved and _HALF_MORE.match(page.folded, end):
        return end + 1, _HALF
    return end, 0


def _build(page: Page, amount: _Amount) -> Figure:
    numeral, unit, start, end, extra = amount
    factor: Number = unit.factor if unit else 1
    value = scale_value(numeral, factor, extra)
    kind, code = unit_in_context(page, numeral, unit, end)
    if numeral.is_bare and not numeral.vague and is_upward(page, numeral.start):
        value = Interval(tidy(numeral.low * factor), tidy(numeral.low * factor * 10 - 1))
    approximation = _approximation(page, numeral, kind, Span(start, end))
    figure = Figure(
        Span(start, end),
        page.text[start:end],
        Kind.VAGUE if kind is Kind.COUNT and isinstance(value, Interval) else kind,
        value,
        code,
        approximation,
        _HALF * factor if extra else numeral.step * factor,
        is_soft=not extra and is_soft(page, kind, numeral, unit, end),
        head=unit.word if unit else page.after(end, 2),
        note=_note(page, start, code),
    )
    return _with_others(page, figure, numeral, unit)


def _note(page: Page, start: int, code: str) -> str:
    """What rendering has to know beyond the value: 零下5度 is -5, 成長率-1.2% is -1.2%."""
    if code in ("Cel", "deg", "%") and _MINUS.search(page.folded, max(0, start - 4), start):
        return "below zero"
    return ""


def _approximation(page: Page, numeral: Numeral, kind: Kind, span: Span) -> Approximation:
    """How an amount is qualified: by its own number (三百多), by the words before it or its currency, or behind it."""
    approximation = read_both(page, numeral, span)
    if not approximation and "个多" in page.folded[span.start : span.end]:
        approximation = Approximation.OVER
    if approximation is Approximation.UNDER and kind is Kind.DURATION and numeral.low % 10:
        approximation = Approximation.EXACT  # 近3年 is the last three years, 近30年 nearly thirty
    return approximation


def _counts_pieces(following: str) -> bool:
    """Whether 塊 is followed by a noun."""
    return is_han(following) and following not in _NO_PIECES


def _with_others(page: Page, figure: Figure, numeral: Numeral, unit: Unit | None) -> Figure:
    """The figure with its other readings; the likeliest comes first."""
    if is_year(page, figure.kind, numeral, unit):
        return replace(figure, kind=Kind.DATE, value=PartialDate(year=int(numeral.low)), unit="", others=(figure,))
    others = tuple(
        replace(figure, kind=kind, value=value, unit=code, step=0 if code == "[degF]" else figure.step)
        for kind, value, code in other_readings(page, figure, numeral, unit)
    )
    if not others:
        return figure
    if others[0].unit == "块" and _counts_pieces(page.folded[figure.span.end : figure.span.end + 1]):
        return replace(others[0], others=(figure,), is_soft=numeral.low == 1)
    return replace(figure, others=others)
