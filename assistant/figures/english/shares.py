"""English fractions and multiples: "two-thirds", "one in five", "eight times as much", doubled."""

import re
from fractions import Fraction

from assistant.figures.english.clock import read_clock_word
from assistant.figures.english.numerals import Numeral, read_numeral
from assistant.figures.english.surroundings import Unit, read_approximation, read_unit
from assistant.figures.english.words import DENOMINATORS, MULTIPLES, alternation
from assistant.figures.values import Figure, Interval, Kind, replace, tidy
from assistant.patterns import compile_late
from assistant.records.source import Span

_DENOMINATOR = compile_late(rf"[\s-](?:of\sa\s)?({alternation(DENOMINATORS)})\b", re.IGNORECASE)
_SLASH = compile_late(r"/(\d{1,4})(?![\d/])")
_PARTS_PER_THOUSAND = compile_late(r"\sparts\sper\s(?:1,?000|thousand)\b", re.IGNORECASE)
_PER_THOUSAND = compile_late(r"\sper\s(?:1,?000|thousand|mille?)\b", re.IGNORECASE)
_ONE_IN = compile_late(r"(?:\stimes)?[\s-](?:in|out\sof|per)[\s-](?:every\s)?", re.IGNORECASE)
_OF_THEM_IN = compile_late(r"\s(?!(?:or|and|to)\s)[a-z]+\s(?:[a-z]+\s)?(?:in|out\sof)\s(?:every\s)?", re.IGNORECASE)
_SAYS = compile_late(
    r"\s(?:[a-z]+ed|says?|said|ha[sd]|is|was|lives|uses|owns|wants|works|needs|does|thinks|believes|feels|have|had|will|would|can|could|may|do|did|were|are|think|want|live|own|use|support|oppose|prefer"
    r"|favou?r|believe|feel|know|agree|or|and|in|at|of|by)\b|[^\w\s-]|\s?$"
)
"""What goes on behind nine villagers in ten; nine people in ten cities are none."""
_NAME = compile_late(r"[a-z\d,]\s[A-Z][a-z]+\s$")
_OTHER_QUARTER = compile_late(
    r"[\s-](?:century|mile|hour|finals?|back|pound|horse|point|note|turn|million|billion|acre)", re.IGNORECASE
)
_ROUND = frozenset({100, 1000, 10_000, 100_000, 1_000_000})
"""What shares are told for: three per thousand, five in 10,000."""
_MOST_OF_TEN = 10
_TIMES = compile_late(
    r"(?:\s|-)?(times|fold|x)\b(?:\s(as|more|higher|larger|greater|that|the|its|faster|bigger|of))?", re.IGNORECASE
)
MAY_BE_PART = compile_late(
    rf"/|[\s-](?:of\sa\s)?(?:{alternation(DENOMINATORS)})|[\s-](?:[a-z]+\s){{0,2}}(?:in|out|per|parts\sper)[\s-]|[\s-]?(?:times|fold|x)",
    re.IGNORECASE,
)
"""What goes on behind the number of a fraction or a multiple; most numbers are of neither."""
_QUARTERS = 4
_ORDINAL_BEFORE = compile_late(r"\b(?:second|third|fourth)\s$", re.IGNORECASE)
_PERIODS_BEFORE = compile_late(r"\b(?:first|last|past|next)\s$", re.IGNORECASE)
_RUNNING = compile_late(
    r"\s(?:in\sa\srow|running|straight|of\s(?:growth|decline|losses|loss|contraction))\b", re.IGNORECASE
)
_OF_A = compile_late(
    r"\s(?:of\s)?an?(?=\s)|[\s-](?=(?:percentage[\s-])?points?\b)|(?<=quarter)[\s-](?=century\b)",
    re.IGNORECASE,
)
_POINT = compile_late(r"[\s-]?points?\b", re.IGNORECASE)
_ARTICLE = compile_late(r"\b(?:a|an|one)[\s-]$", re.IGNORECASE)
_REST = compile_late(
    r"\bthe\s(?:required|requisite|remaining|necessary|needed|minimum|statutory|other)\s$", re.IGNORECASE
)
"""The required quarter, the other fifth: no number in a row."""
_RANKED = compile_late(r"\b(?:top|bottom|upper|lower|richest|poorest|highest|lowest)\s$", re.IGNORECASE)
_IN_RANKING = compile_late(r"\s(?:of|for|by|in|on|among|to|and|were|was|are|had|have|has)\b|[.,;:!?)]|$", re.IGNORECASE)
_OR_SO = compile_late(r"\sor\s(?:more|less|so|nearly|almost)\b", re.IGNORECASE)
_NEXT_WORD = compile_late(r"[\s-]+([A-Za-z][A-Za-z-]*)")


def read_fraction(text: str, start: int, numeral: Numeral) -> Figure | None:
    """Two-thirds, 3/4, one in five; "the first three quarters" counts quarters."""
    if rate := _rate_per_thousand(text, start, numeral):
        return rate
    if not isinstance(numeral.value, int) or numeral.scale != 1 or numeral.value > 9999:
        return None
    end = numeral.end
    match = _DENOMINATOR.match(text, end)
    if match and numeral.value < 100 and not (match[1].lower() == "quarter" and numeral.value > 1):
        if match[1].lower() == "quarters" and (
            numeral.value > _QUARTERS
            or _PERIODS_BEFORE.search(text, max(0, start - 8), start)
            or _RUNNING.match(text, match.end())
        ):
            return None  # the best in seven quarters
        if match[1].lower() == "quarters" and not (
            text.startswith(" of", match.end()) or _ORDINAL_BEFORE.search(text, max(0, start - 8), start)
        ):
            return _fraction_or_periods(text, start, match.end(), numeral.value)
        return _fraction_or_part(text, start, match.end(), Fraction(numeral.value, DENOMINATORS[match[1].lower()]))
    return _ratio(text, start, end, numeral.value)


def _fraction_or_periods(text: str, start: int, end: int, number: int) -> Figure:
    """Its first move in three quarters: of a year sooner than of anything else, but both are left open."""
    share = _fraction_or_part(text, start, end, Fraction(number, _QUARTERS))
    periods = replace(share, kind=Kind.COUNT, value=number, unit="", step=1, head="quarters")
    return replace(share, others=(periods, replace(periods, kind=Kind.DURATION, value=number * 3, unit="mo")))


def _rate_per_thousand(text: str, start: int, numeral: Numeral) -> Figure | None:
    """5.63 per 1,000, which may count as well; 375 parts per thousand."""
    if isinstance(numeral.value, Fraction) and (match := _PER_THOUSAND.match(text, numeral.end)):
        rate = _fraction(text, start, match.end(), numeral.value / 1000)
        return replace(rate, others=(replace(rate, kind=Kind.COUNT, value=numeral.value, step=numeral.step),))
    if isinstance(numeral.value, int) and (match := _PARTS_PER_THOUSAND.match(text, numeral.end)):
        return _fraction(text, start, match.end(), Fraction(numeral.value, 1000))
    return None


def _ratio(text: str, start: int, end: int, above: int) -> Figure | None:
    """3/4, one in five, 9 out of 10."""
    if (match := _SLASH.match(text, end)) and 0 < above < int(match[1]):
        figure = _fraction(text, start, match.end(), Fraction(above, int(match[1])))
        is_name = int(match[1]) > _MOST_OF_TEN and _NAME.search(text, max(0, start - 16), start)
        return replace(figure, is_soft=True, is_aside=True) if is_name else figure  # Lotto 6/49
    if share := _share_of_them(text, start, end, above):
        return share
    match = _ONE_IN.match(text, end)
    whole = read_numeral(text, match.end()) if match and match.end() < len(text) else None
    if match and whole and isinstance(whole.value, int) and above < whole.value and not read_unit(text, whole.end):
        is_share = "out" in match[0] or (above == 1 and "in" in match[0]) or whole.value in _ROUND
        if is_share or ("in" in match[0] and 3 <= whole.value <= _MOST_OF_TEN):
            figure = _fraction(text, start, whole.end, Fraction(above, whole.value))
            return replace(figure, others=(replace(figure, kind=Kind.SCORE, value=(whole.value, above)),))
    return None


def _share_of_them(text: str, start: int, end: int, above: int) -> Figure | None:
    """One person in five, nine villagers in ten said."""
    match = _OF_THEM_IN.match(text, end)
    whole = read_numeral(text, match.end()) if match and match.end() < len(text) else None
    if whole is None or not isinstance(whole.value, int) or not above < whole.value or read_unit(text, whole.end):
        return None
    if not (3 <= whole.value <= _MOST_OF_TEN or whole.value in _ROUND) or not _SAYS.match(text, whole.end):
        return None
    figure = _fraction(text, start, whole.end, Fraction(above, whole.value))
    return replace(figure, others=(replace(figure, kind=Kind.SCORE, value=(whole.value, above)),))


def _fraction_or_part(text: str, start: int, end: int, value: Fraction) -> Figure:
    """Three quarters of the votes, or three quarters of a mile."""
    unit = _unit_of_part(text, end)
    if unit is None:
        return _fraction(text, start, end, value)
    span = Span(start, unit.end)
    return Figure(span, span.of(text), unit.kind, tidy(value * unit.factor), unit.unit, step=value)


def _fraction(text: str, start: int, end: int, value: Fraction) -> Figure:
    span = Span(start, end)
    return Figure(span, span.of(text), Kind.FRACTION, tidy(value), "", read_approximation(text, start), 0)


def read_times(text: str, start: int, numeral: Numeral) -> Figure | None:
    """Eight times as much, 1.5 times, 10x; "three times" by itself is a count of occasions or a multiple."""
    match = _TIMES.match(text, numeral.end)
    if not match:
        return None
    span = Span(start, match.end(1))
    value, approximation = numeral.value, read_approximation(text, start)
    multiple = Figure(span, span.of(text), Kind.MULTIPLE, value, "x", approximation, numeral.step)
    count = replace(multiple, kind=Kind.VAGUE if isinstance(value, Interval) else Kind.COUNT, unit="")
    if match[1].lower() != "times" or match[2] or isinstance(value, Fraction):
        return replace(multiple, others=(count,))
    return replace(count, others=(multiple,))


def read_fraction_word(text: str, start: int, end: int) -> list[Figure]:
    """A third, a quarter, one fifth: after an article; otherwise an ordinal, or the quarter of a year."""
    before = _ARTICLE.search(text, max(0, start - 4), start)
    if before is None and _RANKED.search(text, max(0, start - 8), start) and _IN_RANKING.match(text, end):
        return _read_ranked(text, start, end)
    number = DENOMINATORS[text[start:end].lower()]
    if number in (2, 4) and (clock := read_clock_word(text, start, end, text[start:end])):
        return clock
    begin = before.start() if before else start
    if before is None and not _REST.search(text, max(0, start - 16), start):
        return []
    if before and (unit := _read_part_of_unit(text, begin, end, number)):
        return unit
    if _is_share(text, end) or (text[start] in "Qq" and not _OTHER_QUARTER.match(text, end)):
        span = Span(begin, end)
        step = read_approximation(text, begin)
        soft = number == 4 and not _OF_A.match(text, end) and not text.startswith(" of", end)
        share = Figure(span, span.of(text), Kind.FRACTION, Fraction(1, number), "", step, 0, is_soft=soft)
        three_months = replace(share, kind=Kind.DURATION, value=3, unit="mo", step=1)
        return [replace(share, others=(three_months,)) if soft else share]
    return []


def _read_ranked(text: str, start: int, end: int) -> list[Figure]:
    """The top quarter of earners, the bottom fifth."""
    span = Span(start, end)
    share = Fraction(1, DENOMINATORS[text[start:end].lower()])
    return [Figure(span, span.of(text), Kind.FRACTION, share, step=0, is_soft=True)]


def _unit_of_part(text: str, end: int) -> Unit | None:
    """The unit that a fraction is part of: three quarters *of a mile*, a quarter *point*."""
    match = _OF_A.match(text, end)
    return (read_unit(text, match.end()) or read_point(text, match.end())) if match else None


def _read_part_of_unit(text: str, start: int, end: int, number: int) -> list[Figure]:
    """A quarter of a percentage point, a third of a mile."""
    unit = _unit_of_part(text, end)
    if unit is None:
        return []
    span = Span(start, unit.end)
    return [
        Figure(span, span.of(text), unit.kind, Fraction(1, number) * unit.factor, unit.unit, step=Fraction(1, number))
    ]


def read_point(text: str, start: int) -> Unit | None:
    """The point of "half a point", "a quarter point": one of per cent."""
    match = _POINT.match(text, start)
    return Unit(Kind.POINTS, "%", match.end()) if match else None


def _is_share(text: str, end: int) -> bool:
    """A third *of* the votes, a quarter *less*; "a third person" is an ordinal."""
    following = _NEXT_WORD.match(text, end)
    if following and following[1].lower() == "or":
        return _OR_SO.match(text, end) is not None  # a third or later child
    return following is None or following[1].lower() in (
        "of",
        "to",
        "in",
        "less",
        "more",
        "from",
        "and",
        "are",
        "were",
        *"have has had say said says fewer higher lower smaller larger longer faster off cheaper above below".split(),  # noqa: SIM905 - shorter so
    )


def read_multiple(text: str, start: int, end: int) -> list[Figure]:
    """Doubled, tripled, twice: soft, since Chinese says them in many ways."""
    span = Span(start, end)
    value = MULTIPLES[text[start:end].lower()]
    figure = Figure(span, span.of(text), Kind.MULTIPLE, value, "x", read_approximation(text, start), is_soft=True)
    return [replace(figure, others=(replace(figure, kind=Kind.COUNT, unit=""),))]
