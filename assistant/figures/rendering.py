"""How a source figure reads in English: 85億美元 -> US$8.5 billion, 七成 -> 70%, 昨(20)日 -> 20 October [昨(20)日].

Nothing is converted: local money and units stay, years of an era are given beside the original, approximations are
kept ("more than", "nearly").
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache

from assistant.figures.tables import counter_names, read_lines
from assistant.figures.values import (
    TAKEN_OFF,
    ClockTime,
    Figure,
    Interval,
    Kind,
    Number,
    Part,
    PartialDate,
    write_number,
)

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_MOST_DECIMALS = 4
"""1兆7734億円 is ¥1.7734 trillion: the places of the next Chinese scale."""
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_CARDINALS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_THOUSANDS = ("", "thousand", "million", "billion", "trillion", "quadrillion")
_SEVERAL = {0: "several", 1: "tens of", 2: "several hundred"}
_TIMES = {Fraction(2): "double", Fraction(1, 2): "half"}
_NUMBERS = frozenset("号號")
"""What ends a number that names: 台風27號."""
_ORIGINAL_SIGNS = ("(", "（", "民", "令", "平", "昭", "今", "昨", "明", "本", "西")


def render(figure: Figure) -> str:
    """The figure in English, with its unit and its approximation; a resolved date beside the original wording."""
    if figure.rendered is None:
        figure.rendered = _render(figure)  # type: ignore[misc]  # found once, like its bounds
    return figure.rendered


def _render(figure: Figure) -> str:
    text = _RENDERERS[figure.kind](figure)
    if figure.kind is Kind.DATE and figure.surface.startswith(_ORIGINAL_SIGNS) and not figure.surface.isascii():
        return f"{text} [{figure.surface}]"
    word = figure.approximation.value
    return f"{word} {text}" if word else text


def render_figures(figures: tuple[Figure, ...]) -> list[tuple[tuple[Figure, ...], str]]:
    """Each figure with its English; what is written as one (1小時40分, 400万至600万) is given as one."""
    rows: list[tuple[tuple[Figure, ...], str]] = []
    for figure in figures:
        last = rows[-1][0] if rows else ()
        if last and last[-1].part is Part.FROM and figure.part is Part.TO:
            rows[-1] = ((*last, figure), f"{rows[-1][1]} to {render(figure)}")
        elif last and _continues(last[-1], figure):
            rows[-1] = ((*last, figure), f"{rows[-1][1]} {render(figure)}")
        else:
            rows.append(((figure,), render(figure)))
    return rows


def _continues(first: Figure, second: Figure) -> bool:
    """Whether two durations are one: 1小時40分."""
    units = ("a", "mo", "wk", "d", "h", "min", "s")
    if first.kind is not Kind.DURATION or second.kind is not Kind.DURATION:
        return False
    if first.unit not in units or second.unit not in units:
        return False
    return first.span.end == second.span.start and units.index(first.unit) < units.index(second.unit)


# ------------------------------------------------------------------------------------------------------ numbers


def write_amount(number: Number) -> str:
    """8.5 billion, 86,213, 2.5: scale words from a million, where few decimals say it exactly."""
    for scale, word in _SCALES:
        if not -scale < number < scale:
            quotient = Fraction(number) / scale
            if (quotient * 10**_MOST_DECIMALS).denominator == 1:
                return f"{_grouped(quotient)} {word}"
    return _grouped(number)


def _grouped(number: Number) -> str:
    whole, point, decimals = write_number(number).partition(".")
    if "/" in whole:
        return whole
    return f"{int(whole):,}{point}{decimals}" if whole != "-0" else f"-0{point}{decimals}"


def _amount(figure: Figure) -> str:
    """The number or interval of a figure: 58,000; several thousand; 70 to 80."""
    value = figure.value
    if isinstance(value, Interval):
        return _several(value) or f"{write_amount(value.low)} to {write_amount(value.high)}"
    return write_amount(value) if isinstance(value, int | Fraction) else str(value)


def _several(value: Interval) -> str:
    """數千 (2,000 to 9,999) is several thousand; 數十億 is several billion."""
    low, high = value
    if not isinstance(low, int) or not isinstance(high, int):
        return ""
    places = len(str(low)) - 1
    if places > 1 and low == 10**places and high == 10 ** (places + 1) - 1:
        return _scores_of(places)
    if low != 2 * 10**places or high not in (10 ** (places + 1) - 1, 9 * 10**places):
        return ""
    if places == 1:
        return "dozens"
    thousands, rest = divmod(places, 3)
    word = _THOUSANDS[min(thousands, 5)]
    return f"{_SEVERAL[rest]} {word}{'s' if rest == 1 else ''}".strip()


def _scores_of(places: int) -> str:
    """上百 (100 to 999) is hundreds, 上億 hundreds of millions."""
    thousands, rest = divmod(places, 3)
    word = _THOUSANDS[min(thousands, 5)]
    if rest == 0:
        return f"{word}s"
    return f"{('', 'tens of', 'hundreds of')[rest]} {word}s" if word else "hundreds"


def _is_one(figure: Figure) -> bool:
    return isinstance(figure.value, int) and figure.value == 1


# -------------------------------------------------------------------------------------------------- by the kind


def _render_count(figure: Figure) -> str:
    one, many = counter_names().get(figure.unit, ("", ""))
    name = (one if _is_one(figure) else many).replace("-", " ") if many else ""
    first = "first " if figure.surface[0] == "前" else ""  # 前三季
    return first + _join(_amount(figure), name)


def _join(amount: str, name: str) -> str:
    """58,000 people; tens of thousands of people."""
    return f"{amount} of {name}" if name and amount.endswith("s") else f"{amount} {name}".strip()


def _render_measure(figure: Figure) -> str:
    one, many = _unit_names().get(figure.unit, (figure.unit, figure.unit))
    amount = _amount(figure)
    name = one if _is_one(figure) else many
    if figure.kind is Kind.POINTS:
        name = "percentage point" if _is_one(figure) else "percentage points"
    elif figure.kind is Kind.DURATION and figure.value == Fraction(1, 2) and figure.unit == "a":
        return "six months"
    elif figure.kind is Kind.DURATION and figure.value == Fraction(1, 2):
        return f"half {'an' if one == 'hour' else 'a'} {one}"
    if name.startswith("^"):
        return f"{name[1:]} {amount}"
    if figure.note == "below zero":
        amount = f"-{amount}"
    if figure.head == TAKEN_OFF:
        return f"{amount}% off"
    return f"{amount}{name[1:]}" if name.startswith("+") else _join(amount, name)


def _render_money(figure: Figure) -> str:
    sign = _money_names().get(figure.unit, figure.unit)
    value = figure.value
    one, _, many = sign.partition(" ")
    if many:
        name = (one if _is_one(figure) else many).replace("-", " ")
        return _join(_amount(figure), name)
    if isinstance(value, Interval):
        words = _several(value)
        ends = f"{sign}{write_amount(value.low)} to {sign}{write_amount(value.high)}"
        return f"{words} ({sign})" if words else ends
    return f"{sign} {_amount(figure)}" if sign.isalpha() else f"{sign}{_amount(figure)}"


def _render_fraction(figure: Figure) -> str:
    value = figure.value
    if value == Fraction(1, 2):
        return "half"
    if isinstance(value, Fraction) and 2 < value.denominator <= 10 and 0 < value.numerator <= 10:
        below = "quarter" if value.denominator == 4 else _ORDINALS[value.denominator]
        return f"{_CARDINALS[value.numerator]}-{below}{'s' if value.numerator > 1 else ''}"
    return str(value)


def _render_multiple(figure: Figure) -> str:
    value = figure.value
    if isinstance(value, Interval):
        return f"{_amount(figure)} times"
    if not isinstance(value, int | Fraction):
        return str(value)
    if figure.unit == "+x":
        return f"up {write_amount(value)} times (+{write_amount(value * 100)}%)" if value != 1 else "double (+100%)"
    return _TIMES.get(Fraction(value)) or f"{write_amount(value)} times"


def _render_ordinal(figure: Figure) -> str:
    value = figure.value
    if not isinstance(value, int):
        return _amount(figure)
    if figure.surface[-1] in _NUMBERS:
        return f"No. {value}"
    of_what = f" {figure.head}" if figure.head.isascii() and figure.head else ""
    if 0 < value < len(_ORDINALS):
        return _ORDINALS[value] + of_what
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value:,}{ending}{of_what}"


def _render_date(figure: Figure) -> str:
    value = figure.value
    if not isinstance(value, PartialDate):
        return str(value)
    parts = [
        _WEEKDAYS[value.weekday - 1] if value.weekday else "",
        _day_and_month(value),
        f"{_ORDINALS[value.quarter]} quarter" if value.quarter else "",
        ("first half" if value.half == 1 else "second half") if value.half else "",
    ]
    text = " ".join(part for part in parts if part)
    if value.year is not None:
        year = f"{-value.year} BC" if value.year < 0 else f"{value.year}"
        text = f"{text} of {year}" if value.quarter or value.half else f"{text} {year}".strip()
    if value.decade is not None:
        text = f"{text} {value.decade}s".strip() if value.decade >= 100 else f"{text} the '{value.decade:02d}s".strip()
    if value.century is not None:
        era = " BC" if value.century < 0 else ""
        text = f"{text} {_place(abs(value.century))} century{era}".strip()
    return text


def _day_and_month(value: PartialDate) -> str:
    if value.month is None:
        return f"the {_place(value.day)}" if value.day else ""
    month = _MONTHS[value.month - 1]
    return f"{value.day} {month}" if value.day else month


def _place(number: int | None) -> str:
    number = number or 0
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _render_time(figure: Figure) -> str:
    value = figure.value
    if not isinstance(value, ClockTime):
        return str(value)
    hour, minute = value.hour % 24, f":{value.minute:02d}" if value.minute is not None else ""
    second = f":{value.second:02d}" if value.second is not None else ""
    if not value.is_settled:
        return f"{hour}{minute}{second}" if minute else f"{hour} o'clock"
    return f"{hour % 12 or 12}{minute}{second} {'a.m.' if hour < 12 else 'p.m.'}"


def _render_score(figure: Figure) -> str:
    value = figure.value
    if not isinstance(value, tuple):
        return str(value)
    return ("-" if not figure.surface.endswith("中") else " of ").join(
        write_number(part) for part in value if isinstance(part, int | Fraction)
    )


def _render_name(figure: Figure) -> str:
    return figure.surface


_RENDERERS: dict[Kind, Callable[[Figure], str]] = {
    Kind.COUNT: _render_count, Kind.VAGUE: _render_count, Kind.MONEY: _render_money, Kind.PERCENT: _render_measure,
    Kind.POINTS: _render_measure, Kind.BASIS_POINTS: _render_measure, Kind.FRACTION: _render_fraction,
    Kind.MULTIPLE: _render_multiple, Kind.ORDINAL: _render_ordinal, Kind.DATE: _render_date, Kind.TIME: _render_time,
    Kind.DURATION: _render_measure, Kind.MEASURE: _render_measure, Kind.SCORE: _render_score,
    Kind.IDENTIFIER: _render_name,
}  # fmt: skip


def name_unit(unit: str) -> str:
    """One of a unit in English: kilogram, for kg."""
    return _unit_names().get(unit, (unit, unit))[0]


@cache
def _unit_names() -> dict[str, tuple[str, str]]:
    rows = (line.split(" | ") for line in read_lines("english_units.txt"))
    return {unit: (one, many) for unit, one, many in rows}


@cache
def _money_names() -> dict[str, str]:
    rows = (line.split(" | ") for line in read_lines("english_money.txt"))
    return {row[0]: row[1] for row in rows}
