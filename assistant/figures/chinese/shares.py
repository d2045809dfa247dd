"""Shares and multiples: 百分之十二, 三分之一, 七成五, 八折, 增長1.5倍, 翻一番, 一半, 半年."""

from fractions import Fraction

from assistant.figures.chinese.context import unit_after
from assistant.figures.chinese.discounts import read_discount
from assistant.figures.chinese.page import Page, read_after, read_before, read_both, scale_value
from assistant.figures.chinese.scores import read_score
from assistant.figures.chinese.units import Unit
from assistant.figures.numerals.reading import Numeral
from assistant.figures.values import PER_MILLE, Approximation, Figure, Kind, Number, replace, tidy
from assistant.patterns import compile_late
from assistant.records.source import Span

_HALF = Fraction(1, 2)
_NOT_TENTHS = compile_late(
    r"成(?:立(?![刻即委法])|功(?!能|课)|员(?!工)|绩|果(?![农树汁然])|都(?![是有在会没不由来用已被属认将能要可为想说靠])|熟(?![，。；,;、）)的了时左就]|$)|形|型"
    r"|本(?![地土科身来次国届年月校市县省村镇岛])|品(?![质牌])|效(?![率力能益果用])|语|就(?![是有业学读医])|交额|分(?!之))"
)
# 七成強 is more than 70 %, 七成弱 nearly
_STRONG_OR_WEAK = {"强": Approximation.OVER, "弱": Approximation.UNDER}
# 3割5分, 3割0分4厘, 3割4厘
_JAPANESE_PERCENT = compile_late(r"([0-9])分(?!の)(?:([0-9])厘)?|(?P<only>[0-9])厘")
_DIGITS = "零一二三四五六七八九"
_MORE_TENTHS = compile_late(
    r"(?!一[周天日月年个家次夜晚季小些般样直定旦度半起])[一二三四五六七八九]{1,2}+(?![个名位年成十百])"
)
_BATTING = compile_late(r"[0-9]{1,2}(?![0-9%个人名元]|[.,][0-9])")
_INCREASE = compile_late(
    r"(?:[增加长涨升高多提扩贵快胀出标]|(?<!放)大|超额(?:认购)?)了?(?:[近约逾超]|超过|将近|接近|大约|至少|不到)?$"
)
_SPOKEN_FRACTION = compile_late(
    r"(?:三分[一二]|四分[一三]|五分[一二三四])(?:[的以之]|(?=[，。；,;、）)]|$))|[六七八九]分一(?![致定次个])"
)
"""As Hong Kong says it, without 之: 佔四分三, 八分一列車."""
_MIXED = compile_late(r"又(?=[0-9一二三四五六七八九])|[回局](?=[0-9]/[0-9]|[0-9一二三四五六七八九]分[之の])")

ANCHOR = (
    r"[百千万]分之|(?<![一])(?:(?:过半|逾半|超半|近半)(?!百|成(?![员品熟年人形型长立功分本交衣效果绩份]|都(?!是))|个?多?[年月天小钟世辈])|泰半|大半(?=[数的人民])|半数|(?<![0-9一二三四五六七八九])半分(?=[のにをがはでとだも以近ほ程])|对半(?![径导决场岛年月天数成价夜小个身球]))|一半|(?<![上下前一二三两几])(?<!(?<![延推顺之])后)(?<!多(?=半年[逾近轻长老迈过]))半个?(?=[年月世辈])"
    r"|(?<![一二三两几])半个?(?=[天小钟多斤公里英吨磅米升码厘]|百分点|基点|句钟)|(?<![一二三四五六七八九两几])半(?=成(?![员品熟年人形型长立功分本交衣效果绩份]|都(?!是)))|半[价额]"
    r"|(?<![一二三四五六七八九十百两几多0-9])个半(?=小时|钟头|句钟|钟(?!头)|月(?![饼底初中]))"
    r"|(?<![一二三四五六七八九十百两几多0-9上下前后每全大])年半(?=[新以来內内后前之低高])"
    r"|翻[一两二三四五六1-6几][番倍]|翻番|翻了?(?:一番|两番|三番|一倍|两倍|三倍)|翻倍|加倍|倍增|减半|腰斩|折半"
)
"""Shares and multiples that do not begin with a number of their own."""
_UNITS_OF_HALVES = {
    "月": Unit("月", Kind.DURATION, "mo"),
    "厘": Unit("厘", Kind.POINTS, "%"),
    "钟": Unit("钟", Kind.DURATION, "h"),
    "成": Unit("成", Kind.PERCENT, "%", 10),
    "世": Unit("世纪", Kind.DURATION, "a", 100),
}
_PARTED = frozenset({Kind.DURATION, Kind.MEASURE})
_CALENDAR = frozenset({"a", "mo", "wk", "d"})
"""Units that nobody divides into hundredths: 百分之六十年收入 is a share of what a year brings."""
_HALVED = frozenset({Kind.DURATION, Kind.MEASURE, Kind.BASIS_POINTS, Kind.POINTS, Kind.PERCENT})
_TURNS = {"番": 1, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
GROWN = "grown"
"""Head of the reading of 增長1.5倍 as 1.5 times as much, which usage allows; as a share it is +150 % all the same."""
_FALLEN = frozenset("低少减跌缩降小")
_TO_LEVEL = frozenset("至到为")
"""倍增至16億: a jump to it."""
_PER = {"百": 100, "千": 1000, "万": 10000}
_DENOMINATORS = {**_PER, "亿": 10**8}
"""What goes on from the number before it, which stops there: 二千二百 in 二千二百萬分之一."""


def read_share_anchor(page: Page, start: int, end: int) -> list[Figure]:
    """A share or multiple that is matched by ``ANCHOR``."""
    word = page.folded[start:end]
    if word.endswith("分之"):
        return _per_hundred(page, start, end, _PER[word[0]])
    if word in ("个半", "年半"):
        return _one_and_a_half(page, start, end)
    if word[0] == "半" and word not in ("半数", "半价", "半额", "半分"):
        return _half_of(page, start, end)
    if word in ("减半", "腰斩", "折半"):
        return [page.make(start, end, Kind.MULTIPLE, _HALF, "x")]
    if word[0] in "翻加倍":
        turned = _turned(page, start, end, word)
        return [replace(turned, is_soft=word == "倍增" and page.folded[end : end + 1] in _TO_LEVEL)]
    over = word[0] in "过逾超泰大"
    if over and page.folded[max(0, start - 1) : start] in _FALLEN:  # 低逾半 is less than half
        over, approximation = False, Approximation.EXACT
    else:
        bound = Approximation.OVER if over else read_before(page, start)
        approximation = Approximation.UNDER if word[0] == "近" else bound
    approximation = approximation or read_after(page, end)[0]
    figure = page.make(start, end, Kind.FRACTION, _HALF, step=0)
    return [replace(figure, approximation=approximation, is_soft=over or word == "半数")]  # a majority


def _one_and_a_half(page: Page, start: int, end: int) -> list[Figure]:
    """個半小時, 個半句鐘, 創年半新低: one and a half, as Cantonese says it."""
    if page.folded[start] == "年":
        return [page.make(start, end, Kind.DURATION, Fraction(3, 2), "a", step=_HALF)]
    unit = unit_after(page, end) or _UNITS_OF_HALVES.get(page.folded[end])
    if unit is None or unit.kind is not Kind.DURATION:
        return []
    value = tidy(unit.factor * Fraction(3, 2))
    figure = page.make(start, end + len(unit.word), Kind.DURATION, value, unit.unit, step=tidy(unit.factor * _HALF))
    return [replace(figure, approximation=read_before(page, start))]


def _turned(page: Page, start: int, end: int, word: str) -> Figure:
    """翻一番 doubles, 翻兩番 quadruples; 翻三倍 is threefold."""
    digit = next((c for c in word[1:] if c in _TURNS and c != "番"), "")
    number = _TURNS.get(digit) or (int(digit) if digit.isdigit() else 1)
    if word.endswith("番"):
        return page.make(start, end, Kind.MULTIPLE, 2**number, "x")
    figure = page.make(start, end, Kind.MULTIPLE, max(2, number), "x")
    return replace(figure, others=(replace(figure, value=number + 1),)) if number > 1 else figure


def _per_hundred(page: Page, start: int, end: int, per: int) -> list[Figure]:
    """百分之七十, 千分之三; 百分之百."""
    if page.folded.startswith("百", end) and per == 100:
        return [page.make(start, end + 1, Kind.PERCENT, 100, "%")]
    numeral = page.numeral(end)
    if numeral is None or numeral.is_identifier:
        return []
    factor: Number = 1 if per == 100 else Fraction(100, per)
    value = scale_value(numeral, factor)
    if per == 10000:
        share = _fraction(page, Span(start, numeral.end), Fraction(numeral.low) / per, numeral)
        return [_of_a_unit(page, share, Fraction(numeral.low) / per) or share]
    figure = page.make(start, numeral.end, Kind.PERCENT, value, "%", step=tidy(numeral.step * factor))
    figure = replace(figure, approximation=_wording(page, figure.span, numeral))
    part = _of_a_unit(page, figure, Fraction(numeral.low) / per)
    if part and part.unit not in _CALENDAR:
        return [part]
    if per == _PER["千"]:
        rate = replace(figure, kind=Kind.MEASURE, value=scale_value(numeral), unit=PER_MILLE, step=numeral.step)
        return [replace(figure, others=(rate,))]
    return [figure]


def _wording(page: Page, span: Span, numeral: Numeral) -> Approximation:
    """How a share is qualified: by its own number (百分之七十多), else by the words around it."""
    return read_both(page, numeral, span)


def _fraction(page: Page, span: Span, value: Fraction, numeral: Numeral) -> Figure:
    figure = page.make(*span, Kind.FRACTION, tidy(value), step=0)
    return replace(figure, approximation=_wording(page, span, numeral))


def _half_of(page: Page, start: int, end: int) -> list[Figure]:
    """半年, 半個月, 半小時."""
    more = page.folded.startswith("多", end)
    first = page.folded[end + more : end + more + 1]
    unit = (
        _UNITS_OF_HALVES[first]
        if first in ("厘", "成")
        else unit_after(page, end + more) or _UNITS_OF_HALVES.get(first)
    )
    if unit is None or unit.kind not in _HALVED or (unit.word == "钟" and page.folded[start + 1] != "个"):
        return []
    if not page.folded.startswith(unit.word, end + more):
        return []
    value = tidy(unit.factor * _HALF)
    figure = page.make(start, end + more + len(unit.word), unit.kind, value, unit.unit, step=value)
    approximation = Approximation.OVER if more else read_before(page, start)
    others = tuple(replace(figure, value=n, unit=u) for n, u in ((2, "wk"), (15, "d"))) if unit.unit == "mo" else ()
    return [replace(figure, approximation=approximation, is_soft=unit.word == "天", others=others)]  # 半天 may be ages


def read_share(page: Page, numeral: Numeral) -> list[Figure]:
    """The share, ratio, score or discount that begins with this number, if one does."""
    folded, end = page.folded, numeral.end
    at = end + 1 if folded[end : end + 1] == " " else end
    sign = folded[at : at + 1]
    if figures := _fraction_of(page, numeral, at):
        return figures
    if sign in ("成", "割"):
        return _tenths(page, numeral, at)
    if sign == "折":
        return read_discount(page, numeral, at)
    if sign == "倍":
        return _times(page, numeral, at)
    if sign == "/":
        return _slash(page, numeral)
    return _mixed(page, numeral) or read_score(page, numeral)


def _fraction_of(page: Page, numeral: Numeral, at: int) -> list[Figure]:
    """三分之一, 3分の1; 二百萬分之一, of which the scale is no part of the number."""
    if page.folded.startswith(("分之", "分の"), at):
        return _parts(page, numeral, at + 2)
    if page.folded.startswith("分", at) and _SPOKEN_FRACTION.match(page.folded, numeral.start):
        return _parts(page, numeral, at + 1)
    scale = _DENOMINATORS.get(page.folded[at : at + 1]) if page.folded.startswith("分之", at + 1) else None
    return _parts(page, replace(numeral, low=numeral.low * scale), at + 3) if scale else []


def _parts(page: Page, numeral: Numeral, at: int) -> list[Figure]:
    above = page.numeral(at)
    if not above or numeral.low == 0 or above.vague or above.is_identifier:
        return []
    value = Fraction(above.low) / Fraction(numeral.low)
    share = _fraction(page, Span(numeral.start, above.end), value, numeral)
    if page.folded.startswith("决赛", above.end):
        return [replace(share, is_soft=True)]  # the quarterfinals
    amount = _of_a_unit(page, share, value)
    return [amount or _of_a_point(page, share)]


def _of_a_unit(page: Page, share: Figure, value: Fraction) -> Figure | None:
    """四分之三個世紀, 百分之六秒: a part of the unit behind it, or the share alone."""
    end = share.span.end
    unit = unit_after(page, end) or (_UNITS_OF_HALVES["世"] if page.folded.startswith("世纪", end) else None)
    if unit is None or unit.kind not in _PARTED:
        return None
    span = Span(share.span.start, page.skip(end) + len(unit.word))
    amount = page.make(*span, unit.kind, tidy(value * unit.factor), unit.unit, step=0)
    return replace(amount, approximation=share.approximation, others=(share,))


def _of_a_point(page: Page, share: Figure) -> Figure:
    """下調1/8厘, 四分之一厘: a part of a percentage point, as Hong Kong calls it."""
    if not page.folded.startswith("厘", share.span.end) or page.folded.startswith("米", share.span.end + 1):
        return share
    points = replace(share, kind=Kind.POINTS, unit="%")
    return replace(share, others=(points, replace(points, kind=Kind.PERCENT)))


def _mixed(page: Page, numeral: Numeral) -> list[Figure]:
    """6又2/3局, 六又三分之二, 6回2/3: a whole number and a part of one more."""
    joint = _MIXED.match(page.folded, numeral.end)
    part = page.numeral(joint.end()) if joint else None
    found = read_share(page, part) if part and isinstance(numeral.low, int) and not numeral.vague else []
    share = [reading for figure in found for reading in figure.readings if reading.kind is Kind.FRACTION]
    value = share[0].value if share else None
    if not isinstance(value, Fraction):
        return []
    unit = unit_after(page, share[0].span.end)
    end = page.skip(share[0].span.end) + len(unit.word) if unit else share[0].span.end
    figure = page.make(
        numeral.start, end, unit.kind if unit else Kind.COUNT, (numeral.low + value) * (unit.factor if unit else 1)
    )
    return [replace(figure, unit=unit.unit if unit else "", step=0)]


def _slash(page: Page, numeral: Numeral) -> list[Figure]:
    """1/3; not 2025/10/20 and not 21/22賽季."""
    at = numeral.end + 1
    if not page.folded[at : at + 1].isdigit():
        return []
    below = page.numeral(at)
    whole = below.low if below else 0
    if (
        not below
        or not isinstance(whole, int)
        or not isinstance(numeral.low, int)  # 15.1/10萬 are two numbers
        or not 0 < numeral.low < whole
        or page.folded.startswith(("/", "赛季"), below.end)
    ):
        return []
    share = _fraction(page, Span(numeral.start, below.end), Fraction(numeral.low) / whole, numeral)
    return [_of_a_point(page, share)]


def _tenths(page: Page, numeral: Numeral, at: int) -> list[Figure]:
    """七成, 一成半, 七成五, 七八成, 3割5分."""
    if not 0 < numeral.low <= 10 or page.before(numeral.start, 1) == "第" or _NOT_TENTHS.match(page.folded, at):
        return []
    end, extra = at + 1, Fraction(0)
    if page.folded.startswith("半", end):
        end, extra = end + 1, _HALF
    elif digits := _MORE_TENTHS.match(page.folded, end):
        number = int("".join(str(_DIGITS.index(digit)) for digit in digits[0]))
        end, extra = digits.end(), Fraction(number, 10 ** len(digits[0]))
    elif page.folded[at] == "成" and (percent := _BATTING.match(page.folded, end)):
        end, extra = percent.end(), Fraction(int(percent[0]), 10 ** len(percent[0]))
    elif page.folded[at] == "割" and (tenth := _JAPANESE_PERCENT.match(page.folded, end)):
        end, extra = tenth.end(), Fraction(int((tenth[1] or "0") + (tenth[2] or tenth["only"] or "0")), 100)
    value = scale_value(numeral, 10, extra)
    figure = page.make(
        numeral.start, end, Kind.PERCENT, value, "%", step=tidy(10 * numeral.step if not extra else Fraction(1))
    )
    approximation = _wording(page, figure.span, numeral)
    return [
        replace(figure, approximation=approximation or _STRONG_OR_WEAK.get(page.folded[end : end + 1], approximation))
    ]


def _times(page: Page, numeral: Numeral, at: int) -> list[Figure]:
    """3倍 is three times as much; 增長1.5倍 adds one and a half times."""
    end, extra = at + 1, Fraction(0)
    if page.folded.startswith("半", end):
        end, extra = end + 1, _HALF
    added = bool(_INCREASE.search(page.before(numeral.start, 5)))
    value = scale_value(numeral, 1, extra)
    figure = page.make(numeral.start, end, Kind.MULTIPLE, value, "+x" if added else "x", step=numeral.step)
    approximation = _wording(page, figure.span, numeral)
    # once as much is no news: 高出一倍 adds what was there, whatever stands between
    other = "x" if added else "+x" if value == 1 else ""
    others = (replace(figure, unit=other, approximation=approximation, head=GROWN if added else ""),) if other else ()
    return [replace(figure, approximation=approximation, others=others)]
