"""A sum that English states right before its parts: "seven medals, two gold and five bronze", for 2金5銅."""

from collections.abc import Container

from assistant.figures.values import Figure, Kind
from assistant.patterns import compile_late

_MOST_PARTS = 5
_GAP = 40
_OTHERS = frozenset({"others", "other", "accomplices", "companions"})
_REST = compile_late(r"(?:另|其他|其余|ほか|他に)[^，。；、0-9]{0,5}$")
_NEAR = 7
_SENTENCE = compile_late(r"[.;!?]\s")


def explain_sum(text: str, figures: tuple[Figure, ...], number: int, carried: Container[int]) -> str:
    """The working of a count that is the sum of the counts right behind it, all of them ``carried``; else ""."""
    total = figures[number]
    if total.kind is not Kind.COUNT or not isinstance(total.value, int):
        return ""
    parts: list[Figure] = []
    end = total.span.end
    for index in range(number + 1, min(number + 1 + _MOST_PARTS, len(figures))):
        part = figures[index]
        is_near = part.span.start - end <= _GAP and not _SENTENCE.search(text, end, part.span.start)
        if index not in carried or part.kind is not Kind.COUNT or not isinstance(part.value, int) or not is_near:
            break
        parts.append(part)
        end = part.span.end
        if len(parts) > 1 and sum(p.value for p in parts if isinstance(p.value, int)) == total.value:
            return f"{' + '.join(p.surface for p in parts)} = {total.surface}"
    return ""


def is_rest_of(figure: Figure, group: Figure, folded: str) -> bool:
    """Whether it is the group without the one named before "and five others": 主嫌等6人; not 另有6人."""
    if _REST.search(folded, max(0, group.span.start - _NEAR), group.span.start):
        return False
    if figure.kind is not Kind.COUNT or figure.head not in _OTHERS or not isinstance(figure.value, int):
        return False
    return group.kind is Kind.COUNT and group.value == figure.value + 1
