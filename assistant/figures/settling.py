"""Fill in what a source leaves to its context: the month of a bare day, the currency of a bare number."""

from dataclasses import replace

from assistant.figures.values import BARE_MONEY, Figure, Kind, PartialDate

REACH = 40
"""Characters over which a currency carries on to the next bare number: 4.47兆美元，超越加拿大（4.44兆）."""


def settle(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The same figures, with readings added that their neighbours imply."""
    settled: list[Figure] = []
    month: PartialDate | None = None
    money: Figure | None = None
    for figure in figures:
        if isinstance(figure.value, PartialDate):
            settled.append(_settle_day(figure, figure.value, month))
            month = figure.value if figure.value.month and figure.value.day else month
        elif figure.kind is Kind.COUNT and not figure.unit and money and figure.span.start - money.span.end <= REACH:
            settled.append(replace(figure, others=(*figure.others, replace(figure, kind=Kind.MONEY, unit=money.unit))))
        else:
            settled.append(figure)
        if figure.kind is Kind.MONEY and figure.unit not in BARE_MONEY:
            money = figure
    return tuple(settled)


def _settle_day(figure: Figure, value: PartialDate, last: PartialDate | None) -> Figure:
    """A bare day belongs to the month named before it; a later day than that may still be of the month before."""
    if value.day is None or value.month is not None or last is None or last.month is None or last.day is None:
        return figure
    same = replace(figure, value=value._replace(month=last.month))
    if value.day <= last.day:
        return same
    before = (last.month + 10) % 12 + 1
    return replace(same, others=(*figure.others, replace(figure, value=value._replace(month=before))))
