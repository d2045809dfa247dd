"""Source figures that a translation need not say because those it says imply them: 3戰2勝1敗, 由50元漲5元至55元."""

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

from assistant.figures.comparing.moves import RISE, read_move
from assistant.figures.comparing.rounding import ROUGH_SHARE
from assistant.figures.dimensions import AGES, SHARE, canonical, dimension_of, same_money
from assistant.figures.tables import find_word
from assistant.figures.values import Figure, Kind, Number, PartialDate
from assistant.patterns import compile_late

_MULTIPLES = {
    Fraction(1, 2): compile_late(r"\b[Hh]al(?:f|v(?:e[sd]?|ing))\b"),
    Fraction(2): compile_late(r"\b(?:[Dd]oubl(?:e[sd]?|ing)|twice)\b"),
    Fraction(3): compile_late(r"\b[Tt]ripl(?:e[sd]?|ing)\b"),
}
_MOST_SETS, _PAIR = 7, 2
_OTHERS = compile_late("[与和及跟同][^，。；]{0,3}$|另外?|其[他余]|ほか")
_ALL_OF_THEM = compile_late("[均皆都全共也自在于]|[，、]?(?:全部|一同|一起|合[计谋力伙])")
"""Behind 四人: the one and the others together, and no second group."""
_PLAYED = compile_late("[战戦场]|试合|局")
_RESULTS = frozenset("胜负败平和分")
_RATE = compile_late("胜率[为为達达は]?$")
_NEAR_PART, _NEAR_PERSON, _REACH = 3, 40, 4
_SLACK = 1
"""Per cent that a rate loses by rounding."""
# 由50元漲至55元, 30万人から45万人に
_MOVED = compile_late(
    "[^，。；、,;0-9]{0,5}(?:[增升涨加扩提调降减跌缩飙跳](?:[加长升高调涨幅到至]{0,2}))?[^，。；、,;0-9]{0,2}(?:至|到|为|成)[^，。；、,;0-9]{0,3}"
    "|から[^，。；、0-9]{0,6}"
)
_LATER = compile_late(r"\s(?:later|earlier|after|before|on)\b", re.IGNORECASE)
_PEOPLE = frozenset({"人", "名", "位", "口"})
_SEXES = frozenset("男女")
_BEGINS = frozenset("，。；、,;：「") | {""}
_TOPIC = compile_late("[はがも是为]|という")


def is_implied(there: tuple[Figure, ...], index: int, is_told: Callable[[int], bool], folded: str) -> bool:
    """Whether a figure of the source follows from others, all of which English tells (``is_told``)."""
    figure = there[index]
    if figure.kind is Kind.COUNT:
        if not figure.unit and _is_sum_of_results(there, index, is_told, folded):
            return True
        if figure.unit in _PEOPLE and _is_split(there, index, is_told, folded):
            return True
        if figure.unit in _PEOPLE and _is_one_more(there, index, is_told, folded):
            return True
    if figure.kind is Kind.SCORE and _is_score_of_sets(there, index, is_told):
        return True
    if figure.kind is Kind.PERCENT and (
        _is_rate_of_wins(there, index, is_told, folded) or _is_share_of_told(there, index, is_told)
    ):
        return True
    return _is_band(there, index, is_told, folded) or _is_start_of_move(there, index, is_told, folded)


def _is_split(there: tuple[Figure, ...], index: int, is_told: Callable[[int], bool], folded: str) -> bool:
    """Whether all its parts are told, men and women: 12名嫌犯，分別為10男2女."""
    for last in range(index + _PAIR, min(len(there), index + _REACH)):
        parts = [*range(index + 1, last + 1)]
        between = folded[there[index].span.end : there[last].span.end + 1]
        if (
            len(between) > _NEAR_PERSON
            or not set(between) >= _SEXES
            or any(there[n].kind is not Kind.COUNT for n in parts)
        ):
            return False
        if all(map(is_told, parts)) and _total(there, parts) == there[index].low:
            return True
    return False


def _is_score_of_sets(there: tuple[Figure, ...], index: int, is_told: Callable[[int], bool]) -> bool:
    """Whether each set of a match is told: 3比0 of 25比17, 25比22 and 25比19."""
    score = there[index].value
    won = [int(part) for part in score if isinstance(part, int)] if isinstance(score, tuple) else []
    following = range(index + 1, min(len(there), index + 1 + 2 * _MOST_SETS))
    sets = [n for n in following if there[n].kind is Kind.SCORE][: sum(won)]
    return 1 < sum(won) <= _MOST_SETS and len(sets) == sum(won) and all(map(is_told, sets))


def resumes_topic(figure: Figure, folded: str) -> bool:
    """Whether a figure opens a clause as its topic, and so was told before: 0.75%は1995年以来の高水準."""
    is_first = folded[max(0, figure.span.start - 1) : figure.span.start] in _BEGINS
    return is_first and _TOPIC.match(folded, figure.span.end) is not None


def find_start(there: tuple[Figure, ...], index: int, folded: str) -> Figure | None:
    """What moved to the figure at ``index``: 50元 in 由50元漲至55元."""
    start, end = (there[index - 1], there[index]) if 0 < index < len(there) else (None, None)
    if start is None or end is None or start.kind is not end.kind or start.unit != end.unit:
        return None
    return start if _MOVED.fullmatch(folded, start.span.end, end.span.start) else None


def is_told_by_multiple(there: tuple[Figure, ...], index: int, folded: str, english: str) -> bool:
    """Whether what something moved to is told, and by what multiple: "halved, to 15%", for 由30%降至15%."""
    start, end = there[index], there[index + 1] if index + 1 < len(there) else None
    if end is None or find_start(there, index + 1, folded) is not start or not start.low or not end.low:
        return False
    words = _MULTIPLES.get(Fraction(end.low) / Fraction(start.low))
    return words is not None and bool(find_word(words, english))


def is_step(figure: Figure, start: Figure, end: Figure) -> bool:
    """Whether it is what lies between the two ends of a move: their difference, or its share of the first."""
    if not start.low or not end.low or start.low == end.low or figure.low is None:
        return False
    step = Fraction(end.low) - start.low if end.low > start.low else Fraction(start.low) - end.low
    if dimension_of(figure)[0] == SHARE:
        is_of_shares = dimension_of(start)[0] == SHARE and figure.kind is not Kind.FRACTION
        worth, wanted = canonical(figure), step if is_of_shares else step * 100 / start.low
        if worth is None:
            return False
        off = figure.step or 2 * ROUGH_SHARE * worth[0]  # nearly a third, for 32.4 %
        return abs(worth[0] - wanted) * 2 <= (off if figure.approximation else 0)
    is_alike = dimension_of(figure)[0] == dimension_of(start)[0] and (
        figure.kind is not Kind.MONEY or same_money(figure.unit, start.unit)
    )
    return is_alike and figure.low == step


def find_step(figure: Figure, there: tuple[Figure, ...], index: int, folded: str) -> int | None:
    """Where the step stands that leads from the level at ``index`` to an English one: 65, for 由60元調高5元."""
    level = there[index]
    for place in (index + 1, index - 1):
        step = there[place] if 0 <= place < len(there) else None
        if step is None or step.kind is not level.kind or step.unit != level.unit or step.low is None:
            continue
        move = read_move(folded, step.span.start, step.span.end)
        reached = Fraction(level.low or 0) + (step.low if move.direction == RISE else -step.low)
        is_alike = figure.kind is level.kind and (figure.kind is not Kind.MONEY or same_money(figure.unit, level.unit))
        if move.ends == "by" and is_alike and figure.low == reached:
            return place
    return None


def find_span(figure: Figure, there: tuple[Figure, ...], english: str) -> tuple[int, int] | None:
    """The two ages or years that lie so many years apart: "six years later", for 16歲 ... 22歲."""
    if figure.is_soft or figure.unit != "a" or not _LATER.match(english, figure.span.end):
        return None
    dated = [(n, year) for n, source in enumerate(there) if (year := _year_or_age(source)) is not None]
    for (one, first), (other, second) in pairwise(dated):
        is_alike = there[one].kind is there[other].kind
        if is_alike and abs(second - first) == figure.low:
            return one, other
    return None


def _year_or_age(figure: Figure) -> Number | None:
    if isinstance(figure.value, PartialDate):
        return figure.value.year if figure.value.month is None else None
    return figure.low if figure.unit in AGES and figure.low == figure.high else None


def _results_behind(there: tuple[Figure, ...], index: int) -> list[int]:
    """The wins, losses and draws that stand right behind the figure at ``index``."""
    found: list[int] = []
    end = there[index].span.end
    for place in range(index + 1, min(index + 1 + _REACH, len(there))):
        figure = there[place]
        if figure.unit[:1] not in _RESULTS or figure.span.start - end > _NEAR_PART + len(found):
            break
        found.append(place)
        end = figure.span.end
    return found


def _is_sum_of_results(there: tuple[Figure, ...], index: int, is_told: Callable[[int], bool], folded: str) -> bool:
    if not _PLAYED.match(folded, there[index].span.end):
        return False
    results = _results_behind(there, index)
    starts = (results[: size + 1] for size in range(len(results)))  # 分 is a draw in Japan, and a point elsewhere
    return any(_are_told(there, some, is_told) and _total(there, some) == there[index].low for some in starts)


def _are_told(there: tuple[Figure, ...], places: list[int], is_told: Callable[[int], bool]) -> bool:
    """Whether English tells all of some results; one loss is told by "a loss"."""
    return all(is_told(n) or there[n].is_soft for n in places)


def _total(there: tuple[Figure, ...], places: list[int]) -> Fraction:
    return sum((Fraction(there[n].low or 0) for n in places), Fraction(0))


def _is_rate_of_wins(there: tuple[Figure, ...], index: int, is_told: Callable[[int], bool], folded: str) -> bool:
    """Whether it is the share of games won, and the games are told: 7勝3敗，勝率七成."""
    start = there[index].span.start
    if not _RATE.search(folded, max(0, start - 4), start):
        return False
    results = [n for n in range(max(0, index - 3), index) if there[n].unit[:1] in _RESULTS]
    total = _total(there, results)
    wins = _total(there, [n for n in results if there[n].unit[:1] == "胜"])
    return (
        bool(total)
        and _are_told(there, results, is_told)
        and abs(wins * 100 / total - (there[index].low or 0)) < _SLACK
    )


def _is_share_of_told(there: tuple[Figure, ...], index: int, is_told: Callable[[int], bool]) -> bool:
    """Whether it is the share that a count makes of another right before it: 抽驗20件，3件不合格，不合格率15%."""
    share = there[index]
    near = range(max(0, index - _PAIR), index)
    counts = [f.low for n in near if is_told(n) and (f := there[n]).kind is Kind.COUNT and f.low and f.low == f.high]
    if len(counts) < _PAIR or share.low is None or counts[0] == counts[1]:
        return False
    part, whole = sorted(counts)
    return abs(Fraction(part) * 100 / Fraction(whole) - share.low) * 2 <= share.step


def _is_one_more(there: tuple[Figure, ...], index: int, is_told: Callable[[int], bool], folded: str) -> bool:
    """Whether it counts the one and his three accomplices: 主嫌李男與另外三名共犯 ... 四人."""
    figure = there[index]
    for place in range(index - 1, max(-1, index - _REACH), -1):
        other = there[place]
        if other.kind is Kind.COUNT and other.unit[:1] in _PEOPLE:
            is_near = figure.span.start - other.span.end <= _NEAR_PERSON and is_told(place)
            return (
                is_near
                and (figure.low or 0) - (other.low or 0) == 1
                and _OTHERS.search(folded, max(0, other.span.start - 6), other.span.start) is not None
                and _ALL_OF_THEM.match(folded, figure.span.end) is not None
            )
    return False


def _is_band(there: tuple[Figure, ...], index: int, is_told: Callable[[int], bool], folded: str) -> bool:
    """Whether a level that is told lies in it: 9秒99 ... 9秒台."""
    figure = there[index]
    if not folded.startswith("台", figure.span.end) or figure.low is None:
        return False
    near = range(max(0, index - _REACH), min(len(there), index + _REACH + 1))
    levels = (there[n] for n in near if n != index and is_told(n))
    return any(
        f.kind is figure.kind and f.unit == figure.unit and f.low is not None and 0 <= f.low - figure.low < figure.step
        for f in levels
    )


def _is_start_of_move(there: tuple[Figure, ...], index: int, is_told: Callable[[int], bool], folded: str) -> bool:
    """Whether both what it became and the step are told: 調漲5元，由50元漲至55元."""
    if index + 1 >= len(there) or not is_told(index + 1) or find_start(there, index + 1, folded) is None:
        return False
    near = (n for n in range(max(0, index - _REACH), min(len(there), index + _REACH)) if n not in (index, index + 1))
    return any(is_told(n) and is_step(there[n], there[index], there[index + 1]) for n in near)
