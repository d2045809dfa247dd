"""Figures that are not printed in the source and follow from its figures: sums, differences, ratios, shares."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise, product
from typing import NamedTuple

from assistant.figures.dimensions import COUNT, MONEY, SHARE, canonical, dimension_of, same_money
from assistant.figures.units import convert
from assistant.figures.values import Approximation, ClockTime, Figure, Kind, Number, PartialDate, is_half
from assistant.folding import fold
from assistant.patterns import compile_late

MOST_TERMS = 8
"""Source figures that are tried together; the work grows with its square."""
_DAY = 24 * 60
"""Minutes."""
_PEOPLE, _METALS = frozenset("人名位"), frozenset("金银铜")
_MOST_OWNERS, _CLOSE = 12, 6
_NEAR = 8
_VISITS = "人次"
POINTS = frozenset({"point", "points"})
_WORDS = 48
"""Characters around a figure in which a word of difference is looked for."""
_DIFFERENCE = compile_late(
    r"\b(?:lead\w*|led|ahead|behind|margin|gap|differen\w+|spread|more|fewer|less|higher|lower|above|below|short|rose|rise\w*|rising"
    r"|fell|fall\w*|grew|grow\w*|increas\w+|decreas\w+|decline\w*|drop\w*|climb\w*|gain\w*|jump\w*|surg\w+|cut|shr[aiu]nk\w*|up"
    r"|down|added|remain\w*|left|others?|rest|later|earlier|older|younger|apart|separat\w+|exceed\w*|outnumber\w*|surplus|deficit|net"
    r"|widen\w*|narrow\w*|beat\w*|extra|additional|uncounted|missing\sfrom|balance|by)\b",
    re.IGNORECASE,
)
_KIND_OF_MONEY = compile_late(
    r"(?P<sales>营[收业][额]?|收入|销售额|売上高?)|(?P<profit>获利|利润|盈[余利]|[净纯]利|纯益|利益)|(?P<loss>亏损|损失|赤字)|(?P<debt>负债|债务)"
    r"|(?P<cost>成本|支出|费用)|(?P<tax>税[收额金]?)"
)
"""What nobody adds up: sales and profit."""
_MORE_THAN = compile_late(r"\s(?:[a-z]+\s){0,2}(?:(?:more|fewer|less|higher|lower)\sthan|short\sof|shy\sof)\b")
_TOTAL_BEFORE = compile_late(
    r"\b(?:total|sum|combined|altogether|aggregate|together)\s(?:\w+\s)?(?:of\s|to\s)?(?:[A-Z]{0,3}[$€£¥])?$",
    re.IGNORECASE,
    needs="total sum combined altogether aggregate together",
)
_TOTAL_BEHIND = compile_late(
    r"\s(?:\w+\s){0,2}(?:in\sall|in\stotal|altogether|combined|put\stogether)\b", re.IGNORECASE
)
_OR = (" or ", " or about ", " or some ", " or roughly ", " or nearly ", " or around ")
_SHARES = frozenset({Kind.FRACTION, Kind.PERCENT})
_MEDALS = frozenset({"medal", "medals"})
_TOTALLED = 40
"""Characters before a total in which a word says so."""
_ALL_BUT = ("all but ", "All but ")
_OF_WHICH = compile_late(r"\sof\s(?:which|whom|that|it|them)\b", re.IGNORECASE)
_YEARS = compile_late(r"\b(?:years?|aged?|old|decades?|later|after|anniversary)\b", re.IGNORECASE)
_SLACK = Fraction(1, 100)
_MULTIPLIED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})


class Derivation(NamedTuple):
    """How a figure follows: the source figures it is made of, and the working in words."""

    terms: tuple[Figure, ...]
    working: str


class Wording(NamedTuple):
    """What stands around the figure and its terms, so that no difference is taken for one that nobody speaks of."""

    source: str
    english: str
    is_free: bool = True
    """A translation is not free: it states only what the source as good as says, the sum of what each gives (各) and
    the lead of one over another."""

    def allows(self, figure: Figure, derivation: Derivation) -> bool:
        """Whether the words allow that ``figure`` follows in this way."""
        start, end = figure.span
        if " − " in derivation.working and is_told_as_lead(self.english, figure):
            return True
        said = self.english[max(0, start - _WORDS) : end + _WORDS]
        if " − " in derivation.working and not (_YEARS if _is_of_years(derivation) else _DIFFERENCE).search(said):
            return False
        if " − " in derivation.working and figure.kind is Kind.PERCENT:
            return False  # what parts two percentages are points
        if " + " in derivation.working and self._are_of_two_kinds(derivation.terms):
            return False
        is_lead = " − " in derivation.working and all(term.kind is Kind.PERCENT for term in derivation.terms)
        is_part = " ÷ " in derivation.working and _OF_WHICH.match(self.english, end) is not None
        if is_told_as_total(self.english, figure) and not self.is_free:
            is_each = " × " in derivation.working and figure.head not in _MEDALS  # ten medals are no 2 × 5金
            return is_each or " + " in derivation.working
        return self.is_free or is_lead or is_part or " × " in derivation.working

    def _are_of_two_kinds(self, terms: tuple[Figure, ...]) -> bool:
        """Whether the source calls sums of money by words for different things: 營收85億美元，獲利12億美元."""
        if terms[0].kind is not Kind.MONEY:
            return False
        folded = fold(self.source)
        before = (folded[max(0, term.span.start - _NEAR) : term.span.start] for term in terms)
        said = [kinds[-1].lastgroup for words in before if (kinds := [*_KIND_OF_MONEY.finditer(words)])]
        return len(set(said)) > 1


def is_told_as_lead(english: str, figure: Figure) -> bool:
    """Whether the words right beside a figure say that it parts two others: 100,000 more than, all but seven."""
    start, end = figure.span
    return _MORE_THAN.match(english, end) is not None or english.endswith(_ALL_BUT, 0, start)


def is_told_as_total(english: str, figure: Figure) -> bool:
    """Whether the words right beside a figure say that it adds up others: a total of 122, ten medals."""
    start, end = figure.span
    if figure.head in _MEDALS or _TOTAL_BEHIND.match(english, end):
        return True
    return _TOTAL_BEFORE.search(english, max(0, start - _TOTALLED), start) is not None


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


def _is_of_years(derivation: Derivation) -> bool:
    return all(isinstance(term.value, PartialDate) for term in derivation.terms)


def _are_alike(figure: Figure, source: Figure) -> bool:
    here, there = dimension_of(figure)[0], dimension_of(source)[0]
    return here == there and (here != MONEY or same_money(figure.unit, source.unit))


def _equals(figure: Figure, wanted: Number, value: Fraction) -> bool:
    if wanted == value:
        return True
    if figure.approximation is Approximation.EXACT and figure.kind is not Kind.PERCENT:
        return False
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
    each = [(one, value) for one, value in alike if "各" in text[max(0, one.span.start - _CLOSE) : one.span.start]]
    for owners, number in terms if each else ():
        if owners.kind is Kind.COUNT and number.denominator == 1 and 2 <= number <= _MOST_OWNERS:
            for one, value in each:
                yield (owners, one), value * number, f"{owners.surface} × {one.surface}"
    for one, value in alike if any(value == 2 for _, value in alike) else ():  # 兩, 雙方
        yield (one,), value * 2, f"2 × {one.surface}"


def _counter_of(unit: str) -> str:
    if unit.startswith(_VISITS):
        return _VISITS
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
            or dimension_of(one)[0] not in (COUNT, MONEY)
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
