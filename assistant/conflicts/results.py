"""How a match or a vote ended, according to one item.

Taken is only the one result of an item that has no other: a score beside a verb that ends a match, or the votes of a
decision. A half, a set, a lead on the way, an earlier match or a series is none. Two results tell one thing where the
words around them share whom they are about, and no day or match sets them apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.figures import Figure, Kind, read_source
from assistant.figures.values import Number
from assistant.folding import fold
from assistant.patterns import compile_late
from assistant.records import Item, Segment, Span

FEWEST_SHARED = 2
"""Characters in a row by which two clauses are about the same."""
VOTES = "票"
PAIR = 2
_BETWEEN = frozenset("比對对対:：-－–")

_CLAUSE_END = compile_late("[，,。；;！!？?\\n]")
_MATCH = compile_late(
    "[击打]败|战胜|击退|力克|[险完小大]胜|获胜|取胜|胜出|不敌|败给|落败|输给|逼平|[战踢打]平|握手言和|淘汰"
    "|胜っ|胜ち|胜利|败れ|下し|破っ|引き分け"
)
_VOTE = compile_late("通过|表决|否决|可决|三读|决议")
_ON_THE_WAY = compile_late(
    "半场|[上下]半|第[0-9一二三四五六七八九]*[节局盘回轮战场]|首[回轮战局节盘]|次[回轮战]|[节局盘]后|一度|领先|落后|追[到成平]|总比分|系列|盘数"
    "|交[手锋]|历史|先前|上[次季届场]|去年|此前|前[半一次]|若|如果|预测|预期|赔率|前半|後半|通算|昨季|PK|点球|延长"
)
_DAY = compile_late("[0-9]+日|[今昨前明][日天晚夜]|[今昨]|(?:星期|周|礼拜)[一二三四五六日天]")
_AGAINST = compile_late(f"[0-9]+{VOTES}[比对][0-9]+{VOTES}")
_NO_SUBJECT = compile_late(
    "[0-9]+|以|今天|昨天|昨日|今日|昨晚|今晚|晚间|凌晨|比赛|主场|客场|比|对|票|队|市议会|议会|立法院|国会|赞成|反对|最终|终场|比分|[主客球]队|国家队|法案|条例|预算|草案|された|案"
    "|" + _MATCH.pattern + "|" + _VOTE.pattern
)


@dataclass(frozen=True, slots=True)
class Result:
    """The two numbers of a result, the larger first. ``words`` and ``span`` are its clause in the dump."""

    high: Number
    low: Number
    is_vote: bool
    about: tuple[str, ...]
    """What else its clause says, folded, in pieces."""
    days: frozenset[str]
    words: str
    span: Span

    @property
    def english(self) -> str:
        """As an English text has it."""
        return f"{self.high}-{self.low}" + (" votes" if self.is_vote else "")


def read_result(item: Item) -> Result | None:
    """The one result of an item; None where it has none, or several."""
    if _BETWEEN.isdisjoint(item.text):
        return None
    found: dict[tuple[Number, Number], Result] = {}
    for segment in item.sentences:
        for result in _read(item, segment):
            found.setdefault((result.high, result.low), result)
    return next(iter(found.values())) if len(found) == 1 else None


def are_other_scores(one: Result, other: Result) -> bool:
    """Whether two items tell one match, or one vote, with different numbers."""
    if (one.high, one.low) == (other.high, other.low) or one.is_vote is not other.is_vote:
        return False
    if one.days and other.days and one.days.isdisjoint(other.days):
        return False
    return any(
        first[at : at + FEWEST_SHARED] in second
        for first in one.about
        for at in range(len(first) - FEWEST_SHARED + 1)
        for second in other.about
    )


def _read(item: Item, segment: Segment) -> Iterator[Result]:
    folded = fold(segment.text)
    figures = read_source(segment.text, language=item.language, clock=None)
    for (high, low), span in _list_scores(folded, figures):
        start = max((match.end() for match in _CLAUSE_END.finditer(folded, 0, span.start)), default=0)
        after = _CLAUSE_END.search(folded, span.end)
        clause = Span(start, after.start() if after else len(folded))
        text = clause.of(folded)
        is_vote = _VOTE.search(text) is not None
        if _ON_THE_WAY.search(text) or not (is_vote or _MATCH.search(text)):
            continue
        days = frozenset(match[0] for match in _DAY.finditer(folded))
        about = tuple(filter(None, _NO_SUBJECT.split(text)))
        words = clause.of(segment.text).strip()
        yield Result(high, low, is_vote, about, days, words, clause.shift(segment.span.start))


def _list_scores(folded: str, figures: tuple[Figure, ...]) -> Iterator[tuple[tuple[Number, Number], Span]]:
    """Each score (3比1), and each two counts of votes that stand against each other (42票對38票)."""
    for number, figure in enumerate(figures):
        if figure.kind is Kind.SCORE and isinstance(figure.value, tuple) and len(figure.value) == PAIR:
            yield _order(*figure.value), figure.span
        after = figures[number + 1] if number + 1 < len(figures) else None
        if after and _AGAINST.fullmatch(folded, figure.span.start, after.span.end) and after.kind is figure.kind:
            yield _order(figure.low or 0, after.low or 0), Span(figure.span.start, after.span.end)


def _order(one: Number, other: Number) -> tuple[Number, Number]:
    return (one, other) if one >= other else (other, one)
