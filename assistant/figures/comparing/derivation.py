"""Figures that are not printed in the source and follow from its figures: sums, differences, ratios, shares."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise, product

from assistant.figures.comparing.wording import RESULTS, Derivation, Wording
from assistant.figures.dimensions import COUNT, MONEY, SHARE, canonical, dimension_of, same_money
from assistant.figures.units import convert
from assistant.figures.values import SIDES, Approximation, ClockTime, Figure, Kind, Number, PartialDate, is_half
from assistant.patterns import compile_late

MOST_TERMS = 8
"""Source figures that are tried together; the work grows with its square."""
_DAY = 24 * 60
"""Minutes."""
_PEOPLE, _METALS = frozenset("人名位"), frozenset("金银铜")
_MOST_OWNERS, _CLOSE = 12, 6
_VISITS = "人次"
_EACH = compile_late(r"各|每[^0-9，。；]{0,2}$")
"""三家各投資10億, 每屆四年."""
_OR = (" or ", " or about ", " or some ", " or roughly ", " or nearly ", " or around ")
_SHARES = frozenset({Kind.FRACTION, Kind.PERCENT})
_SLACK = Fraction(1, 100)
_MULTIPLIED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})


def year_after(figure: Figure, sources: tuple[Figure, ...]) -> Derivation | None:
    """A year that the source tells by another one and what lies between: 1662, for 1624年 ... 三十八年後."""
    year = figure.value.year if isinstance(figure.value, PartialDate) and figure.value.month is None else None
    begun = [(s, s.value.year) for s in sources if isinstance(s.value, PartialDate) and s.value.year is not None]
    spells = [s for s in sources if s.kind is Kind.DURATION and s.unit == "a" and isinstance(s.value, int)]
    for (start, first), spell in product(begun[:MOST_TERMS], spells[:MOST_TERMS]):
        if year is not None and start.span.end <= spell.span.start and first + int(spell.low or 0) == year:
            return Derivation((start, spell), f"{start.surface} + {spell.surface} = {figure.surface}")
    return None


def derive_any(figure: Figure, sources: tuple[Figure, ...], wording: Wording) -> Derivation | None:
    """The first way in which ``figure`` follows that the words allow; "27.7 points" may be of per cent."""
    readings = (figure, *(other for other in figure.others if other.kind is Kind.POINTS))
    ways = (way for reading in readings for way in _derive(reading, sources, wording.source))
    return next((way for way in ways if wording.allows(figure, way)), None)


def derive(figure: Figure, sources: tuple[Figure, ...], *, text: str = "") -> Derivation | None:
    """The first way in which ``figure`` follows from ``sources``, the simplest first; None if there is none."""
    return next(_derive(figure, sources, text), None)


def _derive(figure: Figure, sources: tuple[Figure, ...], text: str) -> Iterator[Derivation]:
    bounds = canonical(figure)
    if bounds is None or bounds[0] != bounds[1] or figure.kind in (Kind.ORDINAL, Kind.DATE):
        return
    if spell := _years_between(figure, sources):
        yield spell
    terms = [
        (s, Fraction(c[0])) for s in sources if (c := canonical(s)) and c[0] == c[1] and s.kind is not Kind.ORDINAL
    ][:MOST_TERMS]
    alike = [(s, v) for s, v in terms if _are_alike(figure, s)]
    for terms_used, value, working in (*_sums(alike), *_for_each(alike, terms, text), *_shares(figure, terms)):
        if _equals(figure, bounds[0], value):
            yield Derivation(terms_used, f"{working} = {figure.surface}")


def _are_alike(figure: Figure, source: Figure) -> bool:
    here, there = dimension_of(figure)[0], dimension_of(source)[0]
    return here == there and (here != MONEY or same_money(figure.unit, source.unit))


def _equals(figure: Figure, wanted: Number, value: Fraction) -> bool:
    if wanted == value:
        return True
    if figure.approximation is Approximation.EXACT and figure.kind is not Kind.PERCENT:
        return False
    if SIDES.get(figure.approximation, 0) * (value - Fraction(wanted)) < 0:
        return False  # more than three times is not 2.7 times
    gap = abs(Fraction(wanted) - value)
    return gap <= Fraction(figure.step) / 2 or gap <= _SLACK * abs(Fraction(wanted))


def _years_between(figure: Figure, sources: tuple[Figure, ...]) -> Derivation | None:
    """An age or a number of years, from two years of the source."""
    if figure.kind is not Kind.COUNT and figure.unit != "a":
        return None
    years = [(s, s.value.year) for s in sources if isinstance(s.value, PartialDate) and s.value.year is not None]
    for (one, a), (other, b) in combinations(years[:MOST_TERMS], 2):
        if figure.value == abs(b - a):
            later, earlier = (one, other) if a > b else (other, one)
            return Derivation((one, other), f"{later.surface} − {earlier.surface} = {figure.surface}")
    return None


def hours_between(figure: Figure, sources: tuple[Figure, ...]) -> Derivation | None:
    """A number of hours or minutes, from two times of day that follow one another: 6時 to 6時 is 24 hours."""
    if figure.unit not in ("h", "min", "d") or figure.low is None:
        return None
    times = [s for s in sources if isinstance(s.value, ClockTime)]
    minutes = convert(figure.low, figure.unit)[1] / 60
    for one, other in pairwise(times):
        start, end = (s.value.hour * 60 + (s.value.minute or 0) for s in (one, other) if isinstance(s.value, ClockTime))
        if minutes == ((end - start) % _DAY or _DAY):
            return Derivation((one, other), f"{one.surface} to {other.surface} = {figure.surface}")
    return None


def in_proportion(figure: Figure, sources: tuple[Figure, ...]) -> Derivation | None:
    """What an amount comes to by the half or the multiple right behind it: from 60 to 30, for 60人から半分に."""
    if figure.low is None or figure.kind not in _MULTIPLIED:
        return None
    for one, other in pairwise(sources):
        times = other.low if other.kind is Kind.MULTIPLE or is_half(other.value) else None
        if times is None or one.low is None or one.low != one.high or one.kind not in _MULTIPLIED:
            continue
        grown = one.low * (times + (other.unit == "+x"))
        if figure.low == grown and (not figure.unit or _are_alike(figure, one)):
            return Derivation((one, other), f"{one.surface}, {other.surface} = {figure.surface}")
    return None


def share_of(figure: Figure, share: Figure, sources: tuple[Figure, ...], english: str) -> Derivation | None:
    """What the share told before it comes to: "a third of them, or 40,000", for 12万人 of which 3分の1."""
    if figure.low is None or share.low is None or not english.endswith(_OR, 0, figure.span.start):
        return None
    part = Fraction(share.low) / (100 if share.kind is Kind.PERCENT else 1)
    for whole in sources if figure.kind in _MULTIPLIED and share.kind in _SHARES else ():
        is_known = whole.kind is figure.kind and whole.low is not None and whole.low == whole.high
        if is_known and _are_alike(figure, whole) and _equals(figure, figure.low, Fraction(whole.low or 0) * part):
            return Derivation((whole, share), f"{share.surface} of {whole.surface} = {figure.surface}")
    return None


def _sums(terms: list[tuple[Figure, Fraction]]) -> Iterator[tuple[tuple[Figure, ...], Fraction, str]]:
    """Two added or subtracted; all added. Countries are not added to runners."""
    for (one, a), (other, b) in combinations(terms, 2):
        if not _count_alike(one, other):
            continue
        yield (one, other), a + b, f"{one.surface} + {other.surface}"
        larger, smaller = (one, other) if a >= b else (other, one)
        yield (one, other), abs(a - b), f"{larger.surface} − {smaller.surface}"
    for three in combinations(terms, 3):
        if not _count_alike(*(s for s, _ in three)):
            continue
        whole, *parts = sorted(three, key=lambda term: -term[1])
        left = whole[1] - parts[0][1] - parts[1][1]
        yield tuple(s for s, _ in three), left, f"{whole[0].surface} − {parts[0][0].surface} − {parts[1][0].surface}"
        yield (
            tuple(s for s, _ in three),
            sum((v for _, v in three), Fraction(0)),
            " + ".join(s.surface for s, _ in three),
        )
    if len(terms) > 3 and _count_alike(*(s for s, _ in terms)):
        yield (
            tuple(s for s, _ in terms),
            sum((v for _, v in terms), Fraction(0)),
            " + ".join(s.surface for s, _ in terms),
        )


def _for_each(
    alike: list[tuple[Figure, Fraction]], terms: list[tuple[Figure, Fraction]], text: str
) -> Iterator[tuple[tuple[Figure, ...], Fraction, str]]:
    """Ten billion each for three, where the source says 各 before it: 三家各投資10億; ten for two alike."""
    each = [(one, value) for one, value in alike if _EACH.search(text, max(0, one.span.start - _CLOSE), one.span.start)]
    for owners, number in terms if each else ():
        if owners.kind is Kind.COUNT and number.denominator == 1 and 2 <= number <= _MOST_OWNERS:
            for one, value in each:
                if one is not owners:
                    yield (owners, one), value * number, f"{owners.surface} × {one.surface}"
    for one, value in alike if any(value == 2 for _, value in alike) else ():  # 兩, 雙方
        yield (one,), value * 2, f"2 × {one.surface}"


def _counter_of(unit: str) -> str:
    if unit.startswith(_VISITS):
        return _VISITS
    if unit[:1] in RESULTS:
        return "场"
    return "人" if unit[:1] in _PEOPLE else "牌" if unit[:1] in _METALS else unit[:1]


def _count_alike(*figures: Figure) -> bool:
    """Whether figures may be added: counts of one counter (人 and 名 are one, and all medals), or one dimension."""
    counters = {_counter_of(f.unit) for f in figures if f.kind is Kind.COUNT}
    return len(counters) < 2


def _shares(figure: Figure, terms: list[tuple[Figure, Fraction]]) -> Iterator[tuple[tuple[Figure, ...], Fraction, str]]:
    """One as a share or a multiple of another of its kind."""
    here = dimension_of(figure)[0]
    if here != SHARE and figure.kind is not Kind.MULTIPLE:
        return
    for (one, a), (other, b) in combinations(terms, 2):
        if (
            dimension_of(one)[0] != dimension_of(other)[0]
            or dimension_of(one)[0] not in (COUNT, MONEY, SHARE, "length")
            or not a
            or not b
        ):
            continue
        small, large = ((one, a), (other, b)) if a <= b else ((other, b), (one, a))
        if figure.kind is Kind.MULTIPLE:
            yield (one, other), large[1] / small[1], f"{large[0].surface} ÷ {small[0].surface}"
        else:
            yield (one, other), small[1] * 100 / large[1], f"{small[0].surface} ÷ {large[0].surface}"
            yield (one, other), (b - a) * 100 / a, f"({other.surface} − {one.surface}) ÷ {one.surface}"
