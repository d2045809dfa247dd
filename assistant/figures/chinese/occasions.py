"""Numbers that name an occasion: 206地震 is of 6 February, 108課綱 of 2019, 後半39分 the 84th minute of the match."""

from assistant.calendars import ERAS
from assistant.figures.chinese.page import Page
from assistant.figures.numerals.reading import Numeral
from assistant.figures.tables import find_word
from assistant.figures.values import Figure, Kind, PartialDate, Value
from assistant.patterns import compile_late

Reading = tuple[Kind, Value, str]
"""Kind, value and unit."""

_LOOK_BACK = 16
_EVENT = compile_late(
    r".{0,3}(?:地震|强震|大震|事件|空难|水灾|风灾|恐[攻袭]|大火|气爆|爆炸案|惨案|公投|大选|晚会|大促|购物节|促销)"
)
_SCHOOLS = compile_late(r"课纲|学测|指考|会考|分科测验|统测")
_SCHOOL_YEARS = range(60, 151)
_MINUTES = frozenset({"分", "分钟", "分间"})
_HALF = compile_late(r"(?P<extra>延长)?(?:[赛戦]?(?:下半[场时]?|后半场?)|[赛戦]?(?P<first>上半[场时]?|前半场?))第?$")
_HALF_OF_MATCH, _HALF_OF_EXTRA_TIME, _HALF_OF_RUGBY = 45, 15, 40
_NEAR_THE_END = 15
"""Minutes before the end from which English counts back."""
_RUGBY = compile_late("ラグビー|橄榄球")


def read_occasion(page: Page, figure: Figure, numeral: Numeral, word: str) -> tuple[Reading, ...]:
    """What a number says as the name of an occasion; ``word`` is its counter."""
    if date := _named_after_date(page, figure, numeral) or _of_school_year(page, figure, numeral):
        return ((Kind.DATE, date, ""),)
    is_minute = figure.kind in (Kind.COUNT, Kind.DURATION) and word in _MINUTES and isinstance(figure.value, int)
    minutes = minutes_of_match(page, numeral.start, int(numeral.low)) if is_minute else ()
    return (*minutes, (Kind.DURATION, figure.value, "min")) if minutes else ()


def minutes_of_match(page: Page, start: int, minute: int) -> tuple[Reading, ...]:
    """The minute of that half, and of the whole match: 後半39分, 下半場第39分鐘."""
    half = _HALF.search(page.folded, max(0, start - _LOOK_BACK), start)
    if half is None or not 0 < minute <= _HALF_OF_MATCH:
        return ()
    whole = _HALF_OF_RUGBY if find_word(_RUGBY, page.folded) else _HALF_OF_MATCH
    before = 2 * _HALF_OF_MATCH if half["extra"] else 0
    if not half["first"]:
        before += _HALF_OF_EXTRA_TIME if half["extra"] else whole
    told: list[Reading] = [(Kind.ORDINAL, value, "") for value in dict.fromkeys((minute, minute + before))]
    if 0 < whole - minute <= _NEAR_THE_END and not half["extra"]:
        told.append((Kind.DURATION, whole - minute, "min"))  # "six minutes from time"
    return tuple(told)


def _of_school_year(page: Page, figure: Figure, numeral: Numeral) -> PartialDate | None:
    """The year in which it began, of what Taiwan's schools call by its number."""
    if figure.kind is not Kind.COUNT or not numeral.digits.isascii() or not isinstance(numeral.low, int):
        return None
    if numeral.low not in _SCHOOL_YEARS:
        return None
    is_named = _SCHOOLS.match(page.folded, numeral.end) is not None
    return PartialDate(year=int(numeral.low) + ERAS["民国"]) if is_named else None


def _named_after_date(page: Page, figure: Figure, numeral: Numeral) -> PartialDate | None:
    """The day that an event is named after: 0403花蓮地震, 206地震."""
    digits = numeral.digits
    if figure.kind is not Kind.COUNT or len(digits) not in (3, 4) or not digits.isascii():
        return None
    month, day = int(digits[:-2]), int(digits[-2:])
    if not (1 <= month <= 12 and 1 <= day <= 31 and _EVENT.match(page.folded, numeral.end)):
        return None
    return PartialDate(month=month, day=day)
