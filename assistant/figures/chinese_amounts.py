"""Numbers with what they count: money, measures, durations, ordinals, counters."""

from dataclasses import replace
from fractions import Fraction

from assistant.figures.chinese_page import Page, read_after, scale_value, wording
from assistant.figures.chinese_units import Unit, read_unit
from assistant.figures.chinese_words import CURRENCY_BEFORE
from assistant.figures.numerals import Numeral
from assistant.figures.values import Approximation, Figure, Interval, Kind, Number
from assistant.records import Span

_HALF = Fraction(1, 2)
_LONGEST_CURRENCY = 5
# 元 begins these words too
_NOT_MONEY = ("元化", "元论", "元素", "元件", "元首", "元老", "元旦", "元宵", "元帅", "元月", "元气", "元年", "元的世界", "元方程", "元社会", "元文化")
_MONTH = Unit("月", Kind.DURATION, "mo")
_MINUTES = Unit("分", Kind.DURATION, "min")
_NO_HALF = ("半数", "半径", "半年", "半天", "半月", "半小", "半个", "半成", "半导", "半决", "半场", "半岛", "半场", "半价", "半途", "半夜")
# counters whose number is as often said as an ordinal: 22屆 is the 22nd
_ORDINAL_COUNTERS = frozenset("届任代期号楼层集季旅师军团营连路线版级床局轮站区街弄巷室番") | {"年级", "周年", "度空间"}
_PEOPLE_OF_TWO = frozenset("人国方地家者队岸党会边校岁市省县")
# what comes before a number that has no unit but says how fast, how strong or how hot
_SPEED = ("时速", "每小时", "速度")
_MAGNITUDE = ("规模", "里氏", "芮氏", "芮氏规模", "地震规模", "里氏规模", "矩规模", "震级", "マグニチュード")
_INTENSITY = ("震度", "烈度", "震度为")


def read_amount(page: Page, numeral: Numeral) -> list[Figure]:
    """The number with its unit, currency or counter; none where a bare 百 or 一 is part of a word."""
    ordinal = page.before(numeral.start, 1) == "第"
    if ordinal:
        return [_ordinal(page, numeral)]
    currency, start = read_currency_before(page, numeral.start)
    unit = _unit_after(page, numeral.end)
    if _is_word(page, numeral, unit, currency):
        return []
    if currency and (unit is None or unit.kind in (Kind.COUNT, Kind.MONEY)):
        own = unit if unit and unit.kind is Kind.MONEY else None
        unit = Unit(own.word if own else "", Kind.MONEY, currency, own.factor if own and own.unit == "元" else 1)
    else:
        start = numeral.start
    return [_build(page, numeral, unit, start)]


def read_currency_before(page: Page, start: int) -> tuple[str, int]:
    """The currency written right before a number (新台幣, US$) and where it begins; "" where there is none."""
    words = page.before(start, _LONGEST_CURRENCY)
    gap = 1 if start and page.folded[start - 1] == " " else 0
    for size in range(len(words), 0, -1):
        word = words[-size:]
        if word in CURRENCY_BEFORE and not (word[0].isascii() and words[-size - 1 : -size].isascii() and words[-size - 1 : -size].isalpha()):
            return CURRENCY_BEFORE[word], start - gap - size
    return "", start


def _unit_after(page: Page, end: int) -> Unit | None:
    """The unit after a number, one space skipped; 個半月 is a month and leaves the half to ``_span_end``."""
    at = end + 1 if page.folded[end : end + 1] == " " else end
    if page.folded.startswith("个半", at):
        unit = read_unit(page.folded, at + 2) or _MONTH
        if unit.kind in (Kind.DURATION, Kind.MULTIPLE):
            return unit._replace(word="个半" + unit.word)
    unit = read_unit(page.folded, at)
    if unit and unit.word == "分" and _follows_hours(page, end):
        return _MINUTES
    if unit and unit.word == "元" and page.folded.startswith(_NOT_MONEY, at):
        return None
    return unit


def _follows_hours(page: Page, end: int) -> bool:
    """Whether the figure right before is one of hours, so that 分 means minutes: 1小時40分."""
    last = page.figures[-1] if page.figures else None
    return last is not None and last.unit == "h" and end - last.span.end <= 4


def _is_word(page: Page, numeral: Numeral, unit: Unit | None, currency: str) -> bool:
    """Whether these characters are rather part of a word: 一 with nothing to count, 百 and 千萬 by themselves."""
    if currency or (unit and unit.kind is not Kind.COUNT):
        return False
    size = numeral.end - numeral.start
    if numeral.is_bare:
        return unit is None and wording(numeral, page) is Approximation.EXACT and not numeral.vague
    return size == 1 and page.folded[numeral.start] in "一零〇○" and unit is None


def _ordinal(page: Page, numeral: Numeral) -> Figure:
    unit = _unit_after(page, numeral.end)
    start = page.folded.rindex("第", 0, numeral.start)
    value = scale_value(numeral)
    figure = page.make(start, numeral.end, Kind.ORDINAL, value, step=1)
    return replace(figure, head=unit.word if unit else "", is_soft=numeral.low == 1)


def _build(page: Page, numeral: Numeral, unit: Unit | None, start: int) -> Figure:
    end, extra = _span_end(page, numeral, unit)
    factor: Number = unit.factor if unit else 1
    value = scale_value(numeral, factor, extra)
    kind, code = (unit.kind, unit.unit) if unit else (Kind.COUNT, "")
    if kind is Kind.MONEY and code == "元":
        code = page.yuan
    if kind is Kind.COUNT and isinstance(value, Interval):
        kind = Kind.VAGUE
    approximation = wording(numeral, page)
    if approximation is Approximation.EXACT:
        approximation, _ = read_after(page, end)
    step = _HALF * factor if extra else numeral.step * factor
    figure = Figure(Span(start, end), page.text[start:end], kind, value, code, approximation, step)
    return _finish(page, figure, numeral, unit)


def _span_end(page: Page, numeral: Numeral, unit: Unit | None) -> tuple[int, Number]:
    """Where number and unit end, and what 半 adds: 三年半, 一個半月."""
    if unit is None or not unit.word:
        return numeral.end, 0
    folded = page.folded
    end = folded.index(unit.word, numeral.end, numeral.end + 1 + len(unit.word)) + len(unit.word)
    if unit.word.startswith("个半"):
        return end, _HALF
    if folded.startswith("半", end) and not folded.startswith(_NO_HALF, end) and unit.kind is not Kind.COUNT:
        return end + 1, _HALF
    return end, 0


def _finish(page: Page, figure: Figure, numeral: Numeral, unit: Unit | None) -> Figure:
    """Softness, the counter as head, and the readings that are as good."""
    soft = _is_soft(page, figure, numeral, unit)
    head = unit.word if unit else page.after(figure.span.end, 2)
    others: tuple[Figure, ...] = ()
    if figure.kind is Kind.COUNT and unit and unit.word in _ORDINAL_COUNTERS:
        others = (replace(figure, kind=Kind.ORDINAL, unit=""),)
    return replace(figure, is_soft=soft, head=head, others=others)


def _is_soft(page: Page, figure: Figure, numeral: Numeral, unit: Unit | None) -> bool:
    written = page.folded[numeral.start : numeral.end]
    if figure.kind in (Kind.COUNT, Kind.DURATION, Kind.MEASURE) and written in ("一", "1"):
        return True
    if figure.kind is not Kind.COUNT or len(written) > 1 or written.isascii():
        return False
    return unit is None or (written == "两" and unit.word in _PEOPLE_OF_TWO)
