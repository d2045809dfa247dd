"""Spans of days and years, ages and scores: what follows from dates and scores as they are printed, in digits.

Days are counted with and without the last one, years before and after the birthday, ages by the Chinese count as well.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.patterns import compile_late
from assistant.records import Span

_WORDS = "[^，。；,;0-9]"
_DAYS = compile_late(
    r"(?:(?P<year>[0-9]{4})年)?(?P<m1>[0-9]{1,2})月(?P<d1>[0-9]{1,2})日(?:起|开始)?(?:至|到|~|～|-|—|–)(?:(?P<year2>[0-9]{4})年)?(?:(?P<m2>[0-9]{1,2})月)?"
    rf"(?P<d2>[0-9]{{1,2}})日(?:止|为止)?(?:{_WORDS}{{0,6}}[，,])?{_WORDS}{{0,6}}?(?:为期|一连|连续|历时|共计|共|展期|连放|连唱|连演|连休)(?P<count>[0-9]{{1,3}})天"
)
_YEARS = compile_late(
    rf"(?P<from>[12][0-9]{{3}})年(?:{_WORDS}{{0,8}}[，,])?{_WORDS}{{0,8}}?(?:到|至|迄|直到)(?P<to>[12][0-9]{{3}})年(?:{_WORDS}{{0,8}}[，,])?"
    rf"{_WORDS}{{0,6}}?(?:历时|长达|前后|在位|为期|任职|执政|服务|在任|任期)(?:共|了|长达|达)?(?P<count>[0-9]{{1,3}})年"
)
_AGE = compile_late(
    rf"(?P<from>1[89][0-9]{{2}}|20[0-9]{{2}})年(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?(?:出生|生)(?:于{_WORDS}{{1,8}}|的{_WORDS}{{1,6}})?[，,]{_WORDS}{{0,4}}?"
    r"(?:今年|现年)[(（]?(?P<to>20[0-9]{2})年?[)）]?(?:已|高龄|刚满|满|才|将)*(?P<count>[0-9]{1,3})岁"
)
_FOUNDED = compile_late(
    rf"(?P<from>1[0-9]{{3}}|20[0-9]{{2}})年(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?(?:成立|创立|创办|创刊|建立|开业|落成|启用|开台|创校|设立|通车)(?:的{_WORDS}{{1,6}})?[，,]{_WORDS}{{0,6}}?"
    r"今年[(（](?P<to>20[0-9]{2})年?[)）](?:正|恰|刚|将|即将)?(?:满|迈入|欢庆|届满|适逢|庆祝)第?(?P<count>[0-9]{1,3})(?:周年|年)"
)
_GAMES = compile_late(
    r"(?<![0-9])(?P<games>[0-9]{1,3})战(?P<won>[0-9]{1,3})胜(?P<lost>[0-9]{1,3})败(?:(?P<drawn>[0-9]{1,3})[和平])?(?![0-9和平])"
)
_MARGIN = compile_late(
    r"(?<![0-9])(?P<won>[0-9]{1,3})(?:比|:|：)(?P<lost>[0-9]{1,3})(?:击败|力克|获胜|胜出|胜|战胜|赢球|赢|落败|不敌)"
    rf"{_WORDS}{{0,8}}[，,](?:净胜|净赢|两队相差|两队差距|双方相差)(?:了|达)?(?P<count>[0-9]{{1,3}})(?:分|球|目)"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """What does not follow, with the reason; ``span`` counts in the text that was searched."""

    span: Span
    why: str


def find_printed(text: str) -> Iterator[Printed]:
    """What a folded text, in simplified characters, says of days, years, ages and scores that contradicts itself."""
    for match in _DAYS.finditer(text):
        if days := _count_days(match.groupdict()):
            yield from _hold(match, days, (0, 1), "days from the first day to the last")
    for pattern, slack, what in (
        (_YEARS, (-1, 0, 1), "years from the one to the other"),
        (_AGE, (-1, 0, 1), "years since the birth"),
        (_FOUNDED, (0, 1), "years since then"),
    ):
        for match in pattern.finditer(text):
            yield from _hold(match, int(match["to"]) - int(match["from"]), slack, what)
    for match in _GAMES.finditer(text):
        played = sum(int(match[name] or 0) for name in ("won", "lost", "drawn"))
        if played > int(match["games"]):
            yield Printed(Span(*match.span()), f"{played} won, lost or drawn, but it says {match['games']} played")
    for match in _MARGIN.finditer(text):
        yield from _hold(match, abs(int(match["won"]) - int(match["lost"])), (0,), "between the two scores")


def _count_days(dates: dict[str, str | None]) -> int:
    """Days from the one to the other; 0 where the text leaves the year open and it matters, or a day does not exist."""
    month, last = int(dates["m1"] or 0), int(dates["m2"] or dates["m1"] or 0)
    year = int(dates["year"] or 0)
    if not year and month <= 2 <= last:  # the end of February
        return 0
    try:
        first = date(year or 2001, month, int(dates["d1"] or 0))
        until = date(int(dates["year2"] or 0) or first.year, last, int(dates["d2"] or 0))
    except ValueError:
        return 0
    return max(0, (until - first).days)


def _hold(match: re.Match[str], worked: int, slack: tuple[int, ...], what: str) -> Iterator[Printed]:
    """Whether a count is what was worked out, give or take what ways to count allow."""
    stated = int(match["count"])
    if worked > 0 and stated not in [worked + more for more in slack]:
        yield Printed(Span(*match.span()), f"{worked} {what}, but it says {stated}")
