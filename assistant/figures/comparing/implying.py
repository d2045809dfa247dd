"""Fill in what a source leaves to its context: the month of a bare day, the currency of a bare number."""

from fractions import Fraction

from assistant.figures.units import UNITS
from assistant.figures.values import BARE_MONEY, Figure, Kind, PartialDate, replace, tidy
from assistant.records.source import Span

REACH = 40
"""Characters over which a currency carries on to the next bare number: 3億美元，去年為2億."""


def add_implied(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The same figures, with readings added that their neighbours imply."""
    figures = _join_money(_join_parts(figures))
    implied: list[Figure] = []
    month: PartialDate | None = None
    money: Figure | None = None
    for figure in figures:
        if isinstance(figure.value, PartialDate):
            implied.append(_imply_month(figure, figure.value, month))
            month = figure.value if figure.value.month and figure.value.day else month
        elif figure.kind is Kind.COUNT and not figure.unit and money and figure.span.start - money.span.end <= REACH:
            implied.append(replace(figure, others=(*figure.others, replace(figure, kind=Kind.MONEY, unit=money.unit))))
        else:
            implied.append(figure)
        if figure.kind is Kind.MONEY and figure.unit not in BARE_MONEY:
            money = figure
    return tuple(implied)


def _join_parts(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """1小時40分 is also 100 minutes: the first part gets the sum as another reading, with the span of the whole."""
    joined = list(figures)
    run: list[int] = []
    for index, figure in enumerate((*figures, None)):
        follows = figure is not None and figure.kind in _IN_PARTS and isinstance(figure.value, int | Fraction)
        if follows and figure and run and _continues(figures[run[-1]], figure):
            run.append(index)
            continue
        if len(run) > 1:
            joined[run[0]] = _with_sum([figures[n] for n in run])
        run = [index] if follows else []
    return tuple(joined)


_IN_PARTS = frozenset({Kind.DURATION, Kind.MEASURE})


def _continues(before: Figure, figure: Figure) -> bool:
    """Whether a smaller part stands right behind a larger one of its dimension."""
    (one, large), (other, small) = UNITS.get(before.unit, ("", 0)), UNITS.get(figure.unit, ("", 0))
    is_tenth = before.unit == figure.unit == _LAND and figure.surface.rstrip("地田").endswith("分")  # 一甲二分
    return one == other != "" and (large > small or is_tenth) and figure.span.start - before.span.end <= 1


_LAND = "甲"


def _join_money(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """3元5角 is 3.5 yuan, 9角1分9厘 0.919: the first part gets the sum as another reading."""
    joined = list(figures)
    for index, first in enumerate(figures):
        if first.kind is not Kind.MONEY or first.low is None:
            continue
        total, last = Fraction(first.low), first
        for part in figures[index + 1 : index + 1 + _MOST_PARTS]:
            worth = _worth_of_part(last, part, first.unit)
            if worth is None:
                break
            total, last = total + worth, part
        if last is not first:
            span = Span(first.span.start, last.span.end)
            whole = replace(first, span=span, value=tidy(total), step=last.step, others=())
            joined[index] = replace(first, others=(*first.others, whole))
    return tuple(joined)


_MOST_PARTS, _THOUSANDTH = 3, Fraction(1, 1000)


def _worth_of_part(last: Figure, part: Figure, unit: str) -> Fraction | None:
    """What a smaller part right behind another adds to a sum of money; None where it is none."""
    if part.low is None or part.span.start != last.span.end:
        return None
    if part.kind is Kind.MONEY and part.unit == unit and part.surface[-1] in "角分毛钱銭":
        return Fraction(part.low)
    return part.low * _THOUSANDTH if part.unit == "厘" and last.surface[-1] == "分" else None


def _with_sum(parts: list[Figure]) -> Figure:
    first, last = parts[0], parts[-1]
    total = sum((Fraction(part.low or 0) * UNITS[part.unit][1] for part in parts), Fraction(0))
    dimension = UNITS[first.unit][0]
    unit = {"time": "s", "months": "mo"}.get(dimension) or last.unit
    total = total / UNITS[unit][1]
    whole = replace(
        first,
        span=Span(first.span.start, last.span.end),
        value=tidy(total),
        unit=unit,
        others=(),
        is_soft=False,
    )
    local = _TAIWANESE.get(whole.unit)
    return replace(first, others=(*first.others, whole, *((replace(whole, unit=local),) if local else ())))


_TAIWANESE = {"寸": "台寸", "尺": "台尺", "兩": "台兩"}


def _imply_month(figure: Figure, value: PartialDate, last: PartialDate | None) -> Figure:
    """A bare day belongs to the month named before it; a later day than that may still be of the month before."""
    if value.day is None or value.month is not None or last is None or last.month is None or last.day is None:
        return figure
    same = replace(figure, value=value._replace(month=last.month))
    if value.day <= last.day:
        return same
    before = (last.month + 10) % 12 + 1
    return replace(same, others=(*figure.others, replace(figure, value=value._replace(month=before))))
