"""Two numbers told of two names in turn: 鋼鐵和鋁分別加徵25%和10%, told as "10 percent on steel and 25 on aluminum"."""

from assistant.figures.comparing.topics import Pair, compare_topics, topics_in_english, words_of
from assistant.figures.values import Figure
from assistant.patterns import compile_late

_JOIN = "和与及跟、"
_NAMED = compile_late(
    rf"(?P<one>[^，。；：:;,{_JOIN}0-9]{{1,16}})(?:[{_JOIN}]|以及|と)"
    rf"(?P<other>[^，。；：:;,{_JOIN}]{{1,28}}?)(?:分别|各自|それぞれ|各)[^，。；：:;,0-9]{{0,16}}$"
)
_LISTED = compile_late(rf"[{_JOIN}][^，。；：:;,]{{1,16}}$")
"""Before the first name: a third one."""
_AND = compile_late(rf"(?:[{_JOIN}]|以及|と)")
_CLAUSE, _TURN_WITHIN = compile_late("[，。；,;]"), 24
IN_TURN = ("分别", "各", "それぞれ")
"""One of them stands before any two numbers that are told in turn; simplified."""
_FAR = 64
_TOGETHER = compile_late(r"\s?(?:[\w%]+\s)?(?:and|,|or)\s(?:[A-Z]{0,3}[$€£¥])?")
"""Between two English numbers that are told of two names in turn as well."""


def tie_in_turn(folded: str, text: str, there: tuple[Figure, Figure], here: tuple[Figure, Figure]) -> str:
    """``kept``, if a number stands with its own of two names; ``exchanged``, if both stand with the other's.

    ``there`` are the source figures of the two English ones, in whatever order.
    """
    first, last = sorted(there, key=lambda figure: figure.span.start)
    before = folded[max(0, first.span.start - _FAR) : first.span.start]
    if not _AND.fullmatch(folded, first.span.end, last.span.start):
        return ""
    named = _NAMED.search(before)
    if named is None or _LISTED.search(before, 0, named.start()) or _AND.match(folded, last.span.end):
        return ""
    ahead, behind = sorted(here, key=lambda figure: figure.span.start)
    if _TOGETHER.fullmatch(text, ahead.span.end, behind.span.start):
        return "kept" if (ahead is here[0]) is (first is there[0]) else ""
    one, other = words_of(named["one"]), words_of(named["other"])
    if not one or not other:
        return ""
    names = Pair(one[-1], other[0])  # 進口鋼鐵和鋁的關稅: the words beside what joins them
    if first is not there[0]:
        names = Pair(*names[::-1])
    return compare_topics(Pair(*(topics_in_english(text, figure) for figure in here)), names)


def is_in_turn(folded: str, start: int) -> bool:
    """Whether the clause of a source figure that begins at ``start`` tells numbers in turn up to it."""
    clause = _CLAUSE.split(folded[max(0, start - _TURN_WITHIN) : start])[-1]
    return any(word in clause for word in IN_TURN)
