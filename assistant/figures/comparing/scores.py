"""Two numbers that belong together: "9 out of 10" for 10名中有9名, 3-1 for 3勝1負, and "7 of 9" that is no 9投5中."""

import re
from fractions import Fraction

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.leftovers import NEIGHBOURHOOD, Leftovers
from assistant.figures.values import ClockTime, Figure, Kind, Part, PartialDate, Score, Value
from assistant.patterns import compile_late
from assistant.records.source import Span

PAIR = 2
_COUNTED = frozenset({Kind.COUNT, Kind.PERCENT})
"""What a score may put together: 13勝2敗, or 52%比48%, "52-48"."""
WON, LOST = frozenset("胜"), frozenset("负败")
_WINS = compile_late(
    r"\b(?:won|win|wins|winning|beat|beats|beating|defeated|defeating|edged|edging|routed|routing|thrashed|thrashing|crushed|downed"
    r"|swept|victory|triumph|cruised|clinched|seal(?:ed)?)\b(?:(?!\b(?:los[et]|losing|loses|after|trail\w*|down|but)\b)[^.;\d]){0,48}$",
    re.IGNORECASE,
)
_CARRIED = compile_late(
    r"\b(?:pass(?:ed|es)?|approved|approves|adopted|adopts|carried|cleared|ratified|enacted|backed|endorsed)\b(?:"
    r"(?:(?!\b(?:not|fail\w*|reject\w*|down|after|against)\b)[^.;\d]){0,48}"
    r"|(?:(?!\b(?:not|fail\w*|reject\w*|down|after|against)\b)(?:[^.;]|\.(?=\d))){0,64}\bby (?:a vote of )?)$",
    re.IGNORECASE,
)
"""A motion that is carried has more votes than were against it, and English tells those first."""
_REJECTED = compile_late(
    r"[^.;!?]{0,64}?\b(?:reject\w*|fail\w*|defeat\w*|fell|short|voted\sdown|struck\sdown)\b", re.IGNORECASE
)
_CARRIES = compile_late(
    r"(?:\s\w+)?\s(?:to (?:pass|approve|adopt|ratify|enact|back|endorse)|in favou?r)\b", re.IGNORECASE
)
_VOTED = compile_late(r"\bvot(?:ed|es|ing)(?: by)? $", re.IGNORECASE)
_AGAINST = compile_late(r"(?: votes?)?(?: ?[-–] ?| to )", re.IGNORECASE)
_VOTES = "票"
_WIN = compile_late(r"\s(?:\w+\s)?(?:win|victory|triumph|rout)\b", re.IGNORECASE)
_BEHIND = compile_late(r"\b(?:trail\w*|behind|down|lag\w*|deficit)\b[^.;\d]{0,32}$", re.IGNORECASE)
_DEFICIT = compile_late(r"\s(?:[a-z]+\s)?(?:down|behind|deficit|hole)\b", re.IGNORECASE)
_OF = compile_late(r"[\s-](?:out[\s-])?(?:of|for)[\s-]", re.IGNORECASE)


def find_parts(figure: Figure, near: int, there: tuple[Figure, ...], left: Leftovers, text: str) -> tuple[Figure, ...]:
    """The two counts around index ``near`` that a fraction or a score puts together; they are claimed."""
    wanted = _numbers_of(figure)
    if not wanted:
        return ()
    close = range(max(0, near - NEIGHBOURHOOD), min(len(there), near + NEIGHBOURHOOD))
    if any(n in left and _is_other_score(there[n], wanted) for n in close):
        return ()  # 9投5中 is "5 of 9", and the 7 that stands elsewhere makes it no "7 of 9"
    if _is_turned_record(there, close, wanted, is_behind=_is_behind(text, figure)):
        return ()
    orders = wanted, wanted[::-1]  # who trails 2-1 has won one: 1勝2敗
    beside = next((n for n in close if _is_record(there[n : n + 2]) and _values(there[n : n + 2]) in orders), None)
    if beside is None:
        beside = next((n for n in close if _values(there[n : n + 2]) == wanted), None)
    if beside is not None and there[beside].kind is there[beside + 1].kind in _COUNTED:
        left.claim(beside, beside + 1)
        return there[beside], there[beside + 1]  # 13勝2敗
    counts = [n for n in close if there[n].kind is Kind.COUNT]
    whole = next((n for n in counts if there[n].value == wanted[0]), None)
    part = next((n for n in reversed(counts) if there[n].value == wanted[-1]), None)
    if whole is None or part is None:
        return ()
    left.claim(whole, part)
    return there[whole], there[part]


def _is_turned_record(there: tuple[Figure, ...], close: range, wanted: Score, *, is_behind: bool) -> bool:
    """15-22, for 22勝15敗: English tells wins first, as the source does; who trails 2-1 has won one (1勝2敗)."""
    records = ((there[n].low or 0, there[n + 1].low or 0) for n in close[:-1] if _is_record(there[n : n + 2]))
    ends = wanted[0], wanted[-1]
    return any(
        (won > lost and ends == (won, lost)) if is_behind else (won != lost and ends == (lost, won))
        for won, lost in records
    )


def _is_record(figures: tuple[Figure, ...]) -> bool:
    """Whether two figures of the source are wins and losses: 1勝2敗."""
    return len(figures) == PAIR and figures[0].unit[:1] in WON and figures[1].unit[:1] in LOST


def _values(figures: tuple[Figure, ...]) -> tuple[Value, ...]:
    return tuple(figure.value for figure in figures)


def _is_behind(text: str, score: Figure) -> bool:
    """Whether English tells a score of the side that trails: the leader's number comes first all the same."""
    start, end = score.span
    return bool(_BEHIND.search(text, max(0, start - 48), start) or _DEFICIT.match(text, end))


def _numbers_of(figure: Figure) -> Score:
    """The two numbers of a score, or the whole and the part of a fraction."""
    for value in (reading.value for reading in figure.readings if reading.kind is Kind.SCORE):
        return value if isinstance(value, tuple) and not isinstance(value, (PartialDate, ClockTime)) else ()
    if isinstance(figure.value, Fraction) and figure.kind is Kind.FRACTION:
        return figure.value.denominator, figure.value.numerator
    return ()


def _is_other_score(source: Figure, wanted: Score) -> bool:
    """Whether a source score shares one number with ``wanted``, and not the other."""
    return source.kind is Kind.SCORE and isinstance(source.value, tuple) and len({*source.value} & {*wanted}) == 1


def find_whole_score(
    text: str, here: tuple[Figure, ...], there: tuple[Figure, ...], links: dict[int, Link], number: int
) -> Figure | None:
    """The score that the 7 of "7 of 9" should be part of and is not: another 7 of the source supports it."""
    whole = links.get(number + 1)
    if whole is None or whole.source == links[number].source or there[whole.source].kind is not Kind.SCORE:
        return None
    if not _OF.fullmatch(text, here[number].span.end, here[number + 1].span.start):
        return None
    score = there[whole.source]
    return None if isinstance(score.value, tuple) and here[number].value in score.value else score


def find_lost_wins(
    text: str, here: tuple[Figure, ...], there: tuple[Figure, ...], links: dict[int, Link]
) -> dict[int, int]:
    """English figures of a win that is told with the loser's points first: won 3-5, for 5比3; and 37 of 16."""
    found: dict[int, int] = {}
    for number, link in links.items():
        last = links.get(number + 1) if there[link.source].kind is Kind.SCORE else None
        if last is None or last.source != link.source:
            continue
        if _is_larger_part(text, here[number], here[number + 1]):
            found[number], found[number + 1] = number + 1, number
        if here[number].part is not Part.FROM:
            continue
        start, end = here[number].span.start, here[number + 1].span.end
        is_turned = there[link.source].value == (here[number + 1].value, here[number].value)
        if is_turned and (_WINS.search(text, max(0, start - 64), start) or _WIN.match(text, end)):
            found[number], found[number + 1] = number + 1, number
    return found


def find_lost_votes(
    text: str, here: tuple[Figure, ...], there: tuple[Figure, ...], links: dict[int, Link]
) -> dict[int, int]:
    """English figures of a vote that is carried by the smaller number: passed by 27 to 33, for 33比27."""
    found: dict[int, int] = {}
    for number, link in links.items():
        last = links.get(number + 1)
        if last is None or not _are_votes(there[link.source], there[last.source], is_one=link.source == last.source):
            continue
        first, second = here[number], here[number + 1]
        if (first.low or 0) < (second.low or 0) and _is_carried(text, first.span, second.span):
            found[number], found[number + 1] = number + 1, number
    return found


def _are_votes(one: Figure, other: Figure, *, is_one: bool) -> bool:
    """Whether two source figures are a score, or votes counted on two sides."""
    if is_one:
        return one.kind is Kind.SCORE
    return one.unit.startswith(_VOTES) and other.unit.startswith(_VOTES)


def _is_carried(text: str, first: Span, second: Span) -> bool:
    """Whether two numbers that English sets against each other are the votes by which something passed."""
    if not _AGAINST.fullmatch(text, first.end, second.start):
        return False
    if _CARRIED.search(text, max(0, first.start - 90), first.start):
        return not _REJECTED.match(text, second.end)
    return bool(_VOTED.search(text, max(0, first.start - 16), first.start) and _CARRIES.match(text, second.end))


def _is_larger_part(text: str, part: Figure, whole: Figure) -> bool:
    """37 of 16, for 37投16中: the part is larger than its whole."""
    if part.low is None or whole.low is None or part.low <= whole.low:
        return False
    return _OF.fullmatch(text, part.span.end, whole.span.start) is not None
