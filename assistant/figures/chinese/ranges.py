"""Figures that share what is written once: 400万至600万, 30-31億, 10月19日至28日, 三、四百人, 7、8月.

Works on the figures that were read, in two sweeps: from right to left, a bare number takes over the unit (and the
scale) of what it is joined to; from left to right, a day takes over the month, and ends of a range are marked.
"""

from fractions import Fraction
from itertools import pairwise

from assistant.figures.chinese.stretches import add_stretch, take_era
from assistant.figures.chinese.years import ends_of_decade
from assistant.figures.values import ClockTime, Figure, Interval, Kind, Part, PartialDate, replace, tidy
from assistant.patterns import compile_late
from assistant.records.source import Span

_RANGE = frozenset({"至", "到", "-", "~", "–", "—", "——", "--", "から", "~约", "至约"})
_LIST = frozenset({"、", "或", "和", "与", "と", "及", "/", "跟", "或者", "以及"})
_SMALL_CHANGE = {"角": 10, "毛": 10, "分": 100, "仙": 100}
"""How many of them make one of the unit of money."""
_MOVES = r"(?:上升|下降|增加|减少|成长|衰退|上涨|下跌|下滑|提高|增|减|升|降|涨|跌)"
_NEEDED = "升 降 增 减 成长 衰退 涨 跌 下滑 提高"
# 下滑2.3及上升1.8個百分點; of 580萬，升17% the first is what has moved
_MOVED, _BOTH_MOVE = (
    compile_late(pattern, needs=_NEEDED) for pattern in (rf"[及和与、,，]{_MOVES}", rf"{_MOVES}[约近逾达了]?$")
)
_HEIGHTS = range(130, 221)
_LONGEST_LINK, _TOO_LONG = 4, 10_000
_SCALE = compile_late(
    r"[0-9][0-9.,]*\s?([百千万亿兆]+)|[一二三四五六七八九两十]+?([百千万亿兆]+)|[二三四五六七八九](十)"
)
_TENS_AND_ONE = compile_late("[二三四五六七八九]?[十百]([一二三四五六七八])")
_TENS = compile_late("[二三四五六七八九][十百千][万萬亿億兆]")
_DIGITS = "零一二三四五六七八九"
_WORTH = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}
_LONGEST_EACH = 24
_HAS = compile_late(r"有[约近逾超过]{0,2}$")
# what a bare number may be beside a date that says only this, and from where to where
_LIMITS = {
    "year": (1000, 2200), "month": (1, 12), "day": (1, 31), "weekday": (1, 6), "quarter": (1, 4),
    "decade": (10, 2200), "century": (1, 30),
}  # fmt: skip
_SHARED = (
    Kind.MONEY,
    Kind.PERCENT,
    Kind.POINTS,
    Kind.BASIS_POINTS,
    Kind.MULTIPLE,
    Kind.DURATION,
    Kind.MEASURE,
    Kind.COUNT,
    Kind.ORDINAL,
    Kind.TIME,
)


def join_figures(figures: list[Figure], folded: str) -> list[Figure]:
    """The same figures with shared units, scales, months and years given to each, and the ends of ranges marked."""
    links = [_link(folded, a, b) for a, b in pairwise(figures)]
    if not any(links):
        return figures
    for index in range(len(links) - 1, -1, -1):
        if links[index]:
            figures[index] = _take_unit(figures[index], figures[index + 1], links[index], folded)
    for index, link in enumerate(links):
        if link:
            figures[index + 1] = _take_date(figures[index], _take_hour(figures[index], figures[index + 1]))
        if link == "list":
            figures[index + 1] = _take_leading_tens(figures[index], figures[index + 1])
        if link == "range":
            figures[index + 1] = take_era(figures[index], _take_share(figures[index], figures[index + 1]))
            figures[index], figures[index + 1] = _mark(figures[index], figures[index + 1])
            figures[index] = add_stretch(figures[index], figures[index + 1], folded)
    return figures


def _link(folded: str, first: Figure, second: Figure) -> str:
    """``range``, ``list`` or nothing, by what stands between two figures."""
    start, end = first.span.end, second.span.start
    if end == start or end - start > _LONGEST_LINK:
        return ""
    gap = folded[start:end].strip()
    if gap in _RANGE:
        return "range"
    return "list" if gap in _LIST or (_MOVED.fullmatch(gap) and _moves(folded, first)) else ""


def _moves(folded: str, figure: Figure) -> bool:
    """Whether a figure is what something has moved by."""
    start = figure.span.start
    return _BOTH_MOVE.search(folded, max(0, start - 4), start) is not None


def _take_unit(first: Figure, second: Figure, link: str, folded: str) -> Figure:
    """Give a bare number the unit and, where it fits, the scale of the figure it is joined to."""
    is_bare = not first.unit or (first.unit == "个" and second.kind is Kind.POINTS)  # 0.8个和5.1个百分点
    if first.kind is not Kind.COUNT or not is_bare or not isinstance(first.value, int | Fraction):
        return _take_scale(first, second, link, folded)
    if second.kind is Kind.DATE:
        return _as_date(first, second)
    if second.kind is Kind.TIME and isinstance(second.value, ClockTime) and first.value in range(25):
        value = ClockTime(int(first.value), is_settled=first.value > 12)
        return replace(first, kind=Kind.TIME, value=value, head="", is_soft=False)
    if second.kind not in _SHARED or _is_of_other_size(first, second):
        return _as_height(first, second)
    scaled = _take_scale(first, second, link, folded)
    if second.kind is Kind.PERCENT and second.surface[-1] in "成割":  # 三到四成
        scaled = replace(scaled, value=first.value * 10, step=10)
    if second.kind is Kind.MONEY and (parts := _part_of_money(second.surface)):  # 10至60美分
        scaled = replace(scaled, value=tidy(Fraction(first.value) / parts), step=Fraction(1, parts))
    kind = Kind.COUNT if second.kind is Kind.ORDINAL else second.kind
    taken = replace(scaled, kind=kind, unit=second.unit, head=second.head, is_soft=False)
    same = tuple(  # 3.75至4厘 of interest, 285至612呎 of a flat
        replace(taken, kind=other.kind, unit=other.unit)
        for other in second.others
        if other.value == second.value and other.unit and other.kind is not Kind.ORDINAL
    )
    return replace(taken, others=(*taken.others, *same)) if same else taken


def _part_of_money(surface: str) -> int:
    """How many of what a sum is counted in make one of its unit; 0 for others, and for 5元5角."""
    return 0 if any(whole in surface for whole in "元块圆") else _SMALL_CHANGE.get(surface[-1], 0)


def _is_of_other_size(first: Figure, second: Figure) -> bool:
    """Whether a bare number cannot share the unit behind it: 貸款一千萬、三十年期, 170/55公斤 of a person."""
    is_too_long = second.kind is Kind.DURATION and (first.low or 0) >= _TOO_LONG > (second.low or 0)
    return is_too_long or _as_height(first, second) is not first


def _as_height(first: Figure, second: Figure) -> Figure:
    """The centimetres of a person of so many kilograms."""
    if second.unit != "kg" or first.value not in _HEIGHTS or (second.low or 0) >= _HEIGHTS.start:
        return first
    return replace(first, kind=Kind.MEASURE, unit="cm", head="")


def _take_scale(first: Figure, second: Figure, link: str, folded: str) -> Figure:
    """30-31億: the first is 3 billion, if that still rises to the second."""
    match = _SCALE.match(folded, second.span.start, second.span.end)
    if (
        not match
        or not isinstance(first.value, int)
        or not isinstance(second.value, int)
        or first.kind is not Kind.COUNT
        or first.unit
    ):
        return first
    if link == "list" and (tens := _take_tens(first, second)):
        return tens
    worth = 1
    if match[3] and link != "list":
        return first  # 三到四十 may be from three on; 三、四十 is 30 or 40
    for character in match[match.lastindex or 1]:
        worth *= _WORTH[character]
    value = first.value * worth
    if value >= second.value or (link == "list" and second.value - value != worth):
        return first
    return replace(first, value=value, step=first.step * worth, others=(replace(first, unit=second.unit),))


def _take_tens(first: Figure, second: Figure) -> Figure | None:
    """三、四十萬 is 300,000 or 400,000: the digits follow one another, and all that is behind the second is shared."""
    digit = _DIGITS.find(first.surface)
    if digit < 1 or not _TENS.match(second.surface) or _DIGITS.find(second.surface[0]) != digit + 1:
        return None
    worth, rest = divmod(int(second.low or 0), digit + 1)
    if rest:
        return None
    return replace(first, value=digit * worth, step=worth, others=(replace(first, unit=second.unit),))


def _as_date(first: Figure, second: Figure) -> Figure:
    """7、8月: the first is a month too; 19、20日: a day; 2008-2010年: a year."""
    date, number = second.value, first.value
    if not isinstance(date, PartialDate) or not isinstance(number, int):
        return first
    said = [name for name, part in zip(PartialDate._fields, date, strict=True) if part is not None]
    if len(said) != 1 or said[0] not in _LIMITS:
        return first
    if said[0] == "decade" and number < 10 and (date.decade or 0) < 100:  # 七、八十年代
        number *= 10
    if said[0] == "decade" and second.others:
        return _as_decade_of_era(first, second)
    low, high = _LIMITS[said[0]]
    if not low <= number <= high or (said[0] == "decade" and number % 10):
        return first
    value = PartialDate(**{said[0]: number})
    others = (replace(first, kind=Kind.DURATION, unit="d"),) if value.day else ()  # 二、三日 may be two or three days
    return replace(first, kind=Kind.DATE, value=value, head="", is_soft=False, others=others)


def _as_decade_of_era(first: Figure, second: Figure) -> Figure:
    """昭和30～40年代: the first is a decade of the era of the second, by the year with which that begins."""
    begun, written = second.others[0].value, second.surface[:2]
    if not isinstance(begun, PartialDate) or begun.year is None or not written.isdigit() or first.low is None:
        return first
    number = int(first.low)
    year = begun.year - int(written) + number
    decade = replace(first, kind=Kind.DATE, value=PartialDate(decade=year // 10 * 10), head="", is_soft=False)
    return replace(decade, others=ends_of_decade(decade, number, year - number))


def _take_date(first: Figure, second: Figure) -> Figure:
    """10月19日至28日: the 28th is of October too; 2025年1月至3月: March is of 2025."""
    known, value = first.value, second.value
    if isinstance(known, PartialDate) and second.kind is Kind.COUNT and not second.unit and isinstance(value, int):
        return _continue_date(known, second, value)
    if not isinstance(known, PartialDate) or not isinstance(value, PartialDate):
        return second
    if value.day and not value.month and known.month and known.day and value.day > known.day:
        return replace(second, value=value._replace(month=known.month, year=known.year), others=())
    if value.month and not value.year and known.year and known.month and value.month >= known.month:
        return replace(second, value=value._replace(year=known.year))
    return second


def _continue_date(known: PartialDate, second: Figure, number: int) -> Figure:
    """星期三、四 are two weekdays; 2020/21 is a season over two years."""
    if known.weekday and known.weekday < number <= 6:
        return replace(second, kind=Kind.DATE, value=PartialDate(weekday=number), head="", is_soft=False)
    if known.year and not known.month and known.year % 100 + 1 == number and len(second.surface) == len("21"):
        return replace(second, kind=Kind.DATE, value=PartialDate(year=known.year + 1), head="", is_soft=True)
    return second


def _take_hour(first: Figure, second: Figure) -> Figure:
    """午前10時44分と54分: the second is at ten too."""
    time, minute = first.value, second.value
    if not isinstance(time, ClockTime) or time.minute is None or second.surface[-1:] != "分":
        return second
    if not isinstance(minute, int) or not time.minute < minute < 60:
        return second
    return replace(second, kind=Kind.TIME, value=time._replace(minute=minute), unit="", others=())


def _take_leading_tens(first: Figure, second: Figure) -> Figure:
    """四十二、三元 is 42 or 43 yuan: the second says only its last digit, one more than that of the first."""
    match = _TENS_AND_ONE.fullmatch(first.surface)  # 二十二人死亡、三人受伤 are three
    digit = _DIGITS.find(second.surface[0])
    if match is None or digit < 1 or digit != _DIGITS.index(match[1]) + 1 or second.low != digit:
        return second
    return replace(second, value=int(first.low or 0) + 1, is_soft=False, others=())


def _take_share(first: Figure, second: Figure) -> Figure:
    """百分之二十至三十: the second is per cent too, though only the first says so."""
    if first.kind is not Kind.PERCENT or second.kind is not Kind.COUNT or second.unit or first.surface[-1] == "%":
        return second
    return replace(second, kind=Kind.PERCENT, unit="%", head="", is_soft=False)


def _mark(first: Figure, second: Figure) -> tuple[Figure, Figure]:
    """Ends of a range; falling numbers without a unit are a score (3-1)."""
    a, b = first.value, second.value
    if isinstance(a, int) and isinstance(b, int) and a > b and first.kind is second.kind is Kind.COUNT and a < 1000:
        return first, second
    if isinstance(a, Interval) or isinstance(b, Interval) or first.kind is not second.kind:
        return first, second
    return replace(first, part=Part.FROM), replace(second, part=Part.TO)


def join_each(figures: list[Figure], folded: str) -> list[Figure]:
    """每4個中有3個 is three quarters; (2008) after 民國97年 says the year again; 一半 ... 一半 is partly, partly."""
    halves = [i for i, f in enumerate(figures) if f.surface == "一半"]
    for index in halves if len(halves) > 1 else ():
        figures[index] = replace(figures[index], is_soft=True)
    for index, (first, second) in enumerate(pairwise(figures)):
        start, gap = first.span.start, folded[first.span.end : min(second.span.start, first.span.end + _LONGEST_EACH)]
        if folded[start - 1 : start] == "每" and start and _HAS.search(gap) and _is_part(first, second):
            share = replace(second, kind=Kind.FRACTION, value=Fraction(second.low or 0) / (first.low or 1), unit="")
            figures[index] = replace(first, is_soft=True)
            figures[index + 1] = replace(second, others=(share, *second.others), is_soft=True)
        elif gap in ("(", "（") and isinstance(first.value, PartialDate) and _repeats_year(first.value, second):
            figures[index + 1] = replace(second, is_soft=True)
        elif gap in ("(", "（") and first.unit == "a" and isinstance(second.value, PartialDate) and second.value.year:
            figures[index] = replace(first, is_soft=True)  # 明暦3年(1657年): of an era that is not in our list
    return figures


def _repeats_year(date: PartialDate, figure: Figure) -> bool:
    return date.year is not None and figure.value == PartialDate(year=date.year)


def _is_part(first: Figure, second: Figure) -> bool:
    return isinstance(first.value, int) and isinstance(second.value, int) and 0 < second.value < first.value


def join_scores(figures: list[Figure], folded: str, text: str) -> list[Figure]:
    """4-1 and 118-116: two bare falling numbers around a dash are one score."""
    joined: list[Figure] = []
    for figure in figures:
        last = joined[-1] if joined else None
        if last and _is_score(last, figure, folded):
            span = Span(last.span.start, figure.span.end)
            value = (last.low or 0, figure.low or 0)
            joined[-1] = Figure(span, span.of(text), Kind.SCORE, value, others=(last,))
        else:
            joined.append(figure)
    return joined


def _is_score(first: Figure, second: Figure, folded: str) -> bool:
    if first.kind is not Kind.COUNT or second.kind is not Kind.COUNT or first.unit or second.unit:
        return False
    falls = isinstance(first.value, int) and isinstance(second.value, int) and second.value <= first.value < 1000
    return falls and folded[first.span.end : second.span.start].strip() in ("-", "–") and first.surface.isdigit()
