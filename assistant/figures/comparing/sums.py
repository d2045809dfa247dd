"""A sum that English states right before its parts: "seven medals, two gold and five bronze", for 2金5銅."""

from collections.abc import Mapping
from fractions import Fraction

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.wording import REMAINING
from assistant.figures.dimensions import AGES
from assistant.figures.tables import find_word
from assistant.figures.values import Figure, Kind
from assistant.patterns import compile_late

_MOST_PARTS = 5
_GAP = 40
_OTHERS = frozenset({"others", "other", "accomplices", "companions"})
_REST = compile_late(r"(?:另|其他|其余|ほか|他に)[^，。；、0-9]{0,5}$")
_NEAR = 7
_WITH_ONE = compile_late(r"(?:等|ら|含|包括|连同|为首|和|与|及|跟|、|は)[^。；]*$")
"""What parts one from the rest of a group before its number: 主嫌等6人, 連同司機26人."""
_FAR = 16
_ROUNDS = frozenset({"games", "sets", "frames", "legs", "ends", "straight", "close", "tight"})
_SENTENCE = compile_late(r"[.;!?]\s")


def explain_sum(text: str, figures: tuple[Figure, ...], number: int, links: Mapping[int, Link]) -> str:
    """The working of a count that is the sum of the counts right behind it, each of them of the source; else ""."""
    total = figures[number]
    if total.kind is not Kind.COUNT or not isinstance(total.value, int):
        return ""
    if total.head in _ROUNDS:
        return _count_scores(text, figures, number, links)
    parts: list[Figure] = []
    end = total.span.end
    for index in range(number + 1, min(number + 1 + _MOST_PARTS, len(figures))):
        part = figures[index]
        is_near = part.span.start - end <= _GAP and not _SENTENCE.search(text, end, part.span.start)
        is_count = part.kind is Kind.COUNT and isinstance(part.value, int)
        if not is_near or not is_count or index not in links or links[index].source_reading.unit in AGES:
            break
        parts.append(part)
        end = part.span.end
        if len(parts) > 1 and sum(p.value for p in parts if isinstance(p.value, int)) == total.value:
            return f"{' + '.join(p.surface for p in parts)} = {total.surface}"
    return ""


def _count_scores(text: str, figures: tuple[Figure, ...], number: int, links: Mapping[int, Link]) -> str:
    """The working of sets as many as the scores told in a row beside them: "three games, 21-15, 18-21, 21-19"."""
    for step in (1, -1):
        scores: list[int] = []
        last, index = figures[number], number + step
        while index in links and links[index].source_reading.kind is Kind.SCORE:
            first, second = (last, figures[index])[::step]
            if second.span.start - first.span.end > _GAP or _SENTENCE.search(text, first.span.end, second.span.start):
                break
            scores.append(links[index].source)
            last, index = figures[index], index + step
        if len(set(scores)) > 1 and len(set(scores)) == figures[number].value:
            return f"{figures[number].surface} scores are told"
    return ""


def tells_others(figure: Figure) -> bool:
    """Whether a figure is so many others: only such a one is the rest of a group."""
    return figure.head in _OTHERS and figure.kind is Kind.COUNT


def is_rest_of(figure: Figure, group: Figure, folded: str) -> bool:
    """Whether it is the group without the one named before "and five others": 主嫌等6人; not 另有6人."""
    if not tells_others(figure) or group.kind is not Kind.COUNT:
        return False
    if not isinstance(figure.value, int) or group.value != figure.value + 1:
        return False
    if _REST.search(folded, max(0, group.span.start - _NEAR), group.span.start):
        return False
    return _WITH_ONE.search(folded, max(0, group.span.start - _FAR), group.span.start) is not None


_WHOLE, _MOST_SHARES = 100, 5


def find_shares_beside(figure: Figure, sources: tuple[Figure, ...], folded: str) -> tuple[Figure, ...]:
    """The shares of a source that a share completes: 9 percent, for 七成二 ... 一成九 ... 其餘."""
    if figure.kind is not Kind.PERCENT or figure.low is None or not find_word(REMAINING, folded):
        return ()
    shares = [source for source in sources if source.kind is Kind.PERCENT and source.low is not None]
    for begin in range(len(shares)):
        total = Fraction(figure.low)
        for end in range(begin, min(begin + _MOST_SHARES, len(shares))):
            total += shares[end].low or 0
            if total == _WHOLE:
                return tuple(shares[begin : end + 1])
    return ()
