"""Numbers with what they count: money, measures, durations, ordinals, counters."""

import re
from dataclasses import replace
from fractions import Fraction

from assistant.figures.chinese_page import Page, read_after, says_less, scale_value, wording
from assistant.figures.chinese_units import Unit, read_unit
from assistant.figures.chinese_words import currencies_before
from assistant.figures.numerals import Numeral
from assistant.figures.values import Approximation, Figure, Interval, Kind, Number, PartialDate
from assistant.records import Span

_HALF = Fraction(1, 2)
_LONGEST_CURRENCY = 5
# 元 begins these words too
_NOT_MONEY = (
    "元化",
    "元论",
    "元素",
    "元件",
    "元首",
    "元老",
    "元旦",
    "元宵",
    "元帅",
    "元月",
    "元气",
    "元年",
    "元的世界",
    "元方程",
    "元社会",
    "元文化",
)
_MONTH = Unit("月", Kind.DURATION, "mo")
_MINUTES = Unit("分", Kind.DURATION, "min")
_NO_HALF = (
    "半数",
    "半径",
    "半年",
    "半天",
    "半月",
    "半小",
    "半个",
    "半成",
    "半导",
    "半决",
    "半场",
    "半岛",
    "半场",
    "半价",
    "半途",
    "半夜",
)
# counters whose number is as often said as an ordinal: 22屆 is the 22nd
_ORDINAL_COUNTERS = frozenset("届任代期号楼层集季旅师军团营连路线版级床局轮站区街弄巷室番") | {"年级", "周年", "度空间"}
_YEAR_NOUNS = frozenset({"县市", "国", "台", "城", "县", "省", "区"})
# 四人賽, 五人制: the number names a form of play or a table, and English has a word for it
_FORMATS = ("赛", "制", "组", "帮", "座", "房", "舱", "局", "套餐")
_LATEST_SHORT_YEAR = 35
_LONGEST_LIST_NUMBER = 3
_AFTER_LIST_NUMBER = frozenset("、,，.)）:：")
_DONE_BY_ONE = frozenset("死亡伤男女胜负败平子")
_COUNTED_BY_NUMBER = frozenset("人次多少总件户个指倍分系函半岁得度参票基整无算点位级奇偶单双字页号第代变常复约充有")
_NOT_SEVERAL = frozenset({"码", "位", "字", "项", "组", "只", "期", "样", "点", "分", "据"})
_PEOPLE_OF_TWO = frozenset("人国方地家者队岸党会边校岁市省县")
# what comes before a number that has no unit but says how fast, how strong or how hot
_PER_HOUR = {"km": "km/h", "[mi_i]": "[mi_i]/h", "[nmi_i]": "[kn_i]"}
_SPEED = re.compile(r"(?:时速|每小时|每个小时|每时)[为约达近逾超过到仅至]{0,4}$")
_EACH_SECOND = re.compile(r"(?:秒速|每秒)[为约达近逾超过到仅至]{0,4}$")
_ELECTRIC = re.compile(r"电")
_HEAT = re.compile(r"[温热冷烧暖摄]|零下")


FIRST = (
    r"首(?=[次个批名家位届度日场轮例艘架款周年月战播映创任发座部条只项颗枚阶期套支代"
    r"开间宗起波种段站份局夜班辆台节先])|头一(?=[次个批名回遭])"
)
"""首次, 首批, 首先: the first."""
_DIGIT_LIST = re.compile(r"[一二三四五六七八九]{2,9}(?=年级|号线|线城|线市|等奖|级|审|版|组|班|中全|类|季度|楼)")


def read_first(page: Page, start: int, end: int) -> list[Figure]:
    """首次, 首批: an ordinal that English often leaves out."""
    return [replace(page.make(start, end, Kind.ORDINAL, 1), is_soft=True, head=page.folded[end : end + 1])]


def read_digit_list(page: Page, numeral: Numeral) -> list[Figure]:
    """一二三年級: single digits in rising order, each a figure of its own."""
    match = _DIGIT_LIST.match(page.folded, numeral.start)
    if not match or match.end() != numeral.end or list(match[0]) != sorted(match[0], key="一二三四五六七八九".index):
        return []
    unit = _unit_after(page, numeral.end)
    values = ["零一二三四五六七八九".index(digit) for digit in match[0]]
    figures = []
    for at, value in enumerate(values, start=numeral.start):
        count = page.make(at, at + 1, Kind.COUNT, value, unit.unit if unit else "")
        figures.append(replace(count, others=(replace(count, kind=Kind.ORDINAL, unit=""),)))
    return figures


def read_several(page: Page, start: int) -> list[Figure]:
    """幾個, 數年: two to nine, softly; 人數, 次數 and 第幾 end in the same characters."""
    if page.folded[start] not in "几数" or page.folded[start - 1 : start] in _COUNTED_BY_NUMBER:
        return []
    unit = _unit_after(page, start + 1)
    if unit is None or unit.word in _NOT_SEVERAL:
        return []
    end = page.folded.index(unit.word, start + 1) + len(unit.word)
    kind = Kind.VAGUE if unit.kind is Kind.COUNT else unit.kind
    figure = page.make(start, end, kind, Interval(2, 9), unit.unit)
    return [replace(figure, is_soft=True, head=unit.word)]


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
        unit = _in_currency(unit, currency)
    else:
        start = numeral.start
    return [_build(page, numeral, unit, start)]


def _in_currency(unit: Unit | None, currency: str) -> Unit:
    """The unit of an amount with its currency before it; 元 takes that currency, $100美元 keeps its own."""
    if unit is None or unit.kind is not Kind.MONEY:
        return Unit("", Kind.MONEY, currency)
    return unit._replace(unit=currency) if unit.unit == "元" else unit


def read_currency_before(page: Page, start: int) -> tuple[str, int]:
    """The currency written right before a number (新台幣, US$) and where it begins; "" where there is none."""
    words = page.before(start, _LONGEST_CURRENCY)
    gap = 1 if start and page.folded[start - 1] == " " else 0
    for size in range(len(words), 0, -1):
        word = words[-size:]
        if word in currencies_before() and not (
            word[0].isascii() and words[-size - 1 : -size].isascii() and words[-size - 1 : -size].isalpha()
        ):
            return currencies_before()[word], start - gap - size
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
        return size == 1 and unit is None and wording(numeral, page) is Approximation.EXACT and not numeral.vague
    if size > 1 or unit is not None:
        return False
    return page.folded[numeral.start] in "零〇○" or (
        page.folded[numeral.start] == "一" and page.folded[numeral.end : numeral.end + 1] not in _DONE_BY_ONE
    )


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
    if approximation is Approximation.UNDER and kind is Kind.DURATION and numeral.low % 10:
        approximation = Approximation.EXACT  # 近3年 is the last three years, 近30年 nearly thirty
    if approximation is Approximation.EXACT:
        approximation, _ = read_after(page, end)
    step = _HALF * factor if extra else numeral.step * factor
    code = _speed_or_strength(page, numeral, code, end)
    note = "less than" if approximation is Approximation.UNDER and says_less(page, start) else ""
    figure = Figure(Span(start, end), page.text[start:end], kind, value, code, approximation, step, note=note)
    return _finish(page, figure, numeral, unit)


def _speed_or_strength(page: Page, numeral: Numeral, code: str, end: int) -> str:
    """The unit that the words around make of it: 時速85英里, 發電150億度."""
    if code in _PER_HOUR and _SPEED.search(page.before(numeral.start, 6)):
        return _PER_HOUR[code]
    if code == "m" and _EACH_SECOND.search(page.before(numeral.start, 6)):
        return "m/s"
    if code == "deg":
        if _ELECTRIC.search(page.before(numeral.start, 16)) or page.folded.startswith(("电", "的电", "绿电"), end):
            return "kW.h"
        if _HEAT.search(page.before(numeral.start, 12)):
            return "Cel"
    return code


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
    if unit and unit.word == "块" and figure.kind is Kind.MONEY:
        count = replace(figure, kind=Kind.COUNT, unit="块", head=head)
        is_piece = numeral.end - numeral.start == 1 and not page.folded[numeral.start].isascii()
        if is_piece:
            return replace(count, others=(figure,), is_soft=numeral.low == 1)
        others = (count,)
    elif _is_year(page, figure, numeral, unit):
        year = replace(figure, kind=Kind.DATE, value=PartialDate(year=int(numeral.low)), unit="")
        return replace(year, others=(replace(figure, head=head),))
    elif figure.kind is Kind.COUNT and unit and unit.word == "分" and isinstance(figure.value, int):
        others = (replace(figure, kind=Kind.DURATION, unit="min"),)
    elif unit and unit.word == "年" and _may_be_year(figure, numeral):
        others = (replace(figure, kind=Kind.DATE, value=PartialDate(year=int(numeral.low)), unit=""),)
    elif figure.unit == "deg":
        others = (replace(figure, unit="Cel"), replace(figure, unit="kW.h"))
    elif figure.kind is Kind.COUNT and unit and unit.word in _ORDINAL_COUNTERS:
        others = (replace(figure, kind=Kind.ORDINAL, unit=""),)
    return replace(figure, is_soft=soft, head=head, others=others)


def _may_be_year(figure: Figure, numeral: Numeral) -> bool:
    """Whether two digits before 年 may be a year without its century: 到現在19年."""
    is_short = len(numeral.digits) == 2 and numeral.digits.isascii() and numeral.low <= _LATEST_SHORT_YEAR
    return is_short and figure.approximation is Approximation.EXACT and figure.surface.endswith("年")


def _is_year(page: Page, figure: Figure, numeral: Numeral, unit: Unit | None) -> bool:
    """Whether four digits without 年 are rather a year: 2026縣市長選舉, 2024大選."""
    if figure.kind is not Kind.COUNT or len(numeral.digits) != 4 or not 1900 <= numeral.low <= 2100:
        return False
    return page.folded[numeral.start].isascii() and (unit is None or unit.word in _YEAR_NOUNS)


def _is_list_number(page: Page, span: Span) -> bool:
    """Whether a number only counts the lines of a list: "3、", "(2)" at the beginning of a line."""
    if span.end - span.start > _LONGEST_LIST_NUMBER or page.folded[span.end : span.end + 1] not in _AFTER_LIST_NUMBER:
        return False
    start = span.start - 1
    while start >= 0 and start > span.start - 4 and page.folded[start] in " (（\u3000":
        start -= 1
    return start < 0 or page.folded[start] == "\n"


def _is_soft(page: Page, figure: Figure, numeral: Numeral, unit: Unit | None) -> bool:
    written = page.folded[numeral.start : numeral.end]
    if figure.kind in (Kind.COUNT, Kind.DURATION, Kind.MEASURE) and written in ("一", "1", "零"):
        return True
    if figure.kind is Kind.COUNT and unit is None and _is_list_number(page, figure.span):
        return True
    if numeral.is_bare and unit is None and not numeral.vague:
        return True
    if unit and unit.kind is Kind.COUNT and page.folded.startswith(_FORMATS, figure.span.end):
        return True
    if figure.kind is not Kind.COUNT or len(written) > 1 or written.isascii():
        return False
    return unit is None or (written == "两" and unit.word in _PEOPLE_OF_TWO)
