"""Lists of headlines: the rank before each of them, the hour below each of them."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from assistant.records import Span
from assistant.segmenting.films import is_length
from assistant.segmenting.interface import heads_list
from assistant.segmenting.lines import Line, Look, read_outlet
from assistant.segmenting.live import are_updates
from assistant.segmenting.rules import outlets, times
from assistant.segmenting.source_line import count_wide
from assistant.segmenting.ticking import count_minutes, is_row, mark_ticker

LEAST_ENTRIES = 2
LEAST_GLUED = 3
LEAST_WIDE = 8
"""Characters of a headline, at least; fewer above a day are the heading of a list."""
FIRST_RANKS = ("1", "01")
MOST_OF_HEADING = 10
NEAR = 6
"""The next rank stands so few lines further on."""


def mark_lists(lines: Sequence[Line]) -> list[Line]:
    """Set the ranks of headlines apart, and take the hours beside and below headlines for their times."""
    named = _mark_ranks(_mark_headings(_mark_tabs(_mark_dated(_mark_sectioned(lines)))))
    return _mark_telegrams(_mark_flashes(_mark_days(_mark_clocks(mark_ticker(named)))))


def _mark_sectioned(lines: Sequence[Line]) -> list[Line]:
    """14:32 生活, 14:21 社會, ...: hours beside their sections are times of publication; a single one is anything."""
    marked = list(lines)
    found = {n: match for n, line in enumerate(lines) if (match := _find_sectioned(line))}
    for number, match in found.items() if len(found) >= LEAST_ENTRIES else ():
        age = lines[number].locate(match, "age" if match["age"] else "age_behind")
        marked[number] = lines[number]._replace(look=Look.SOURCE, age=age)
    return marked


def _find_sectioned(line: Line) -> re.Match[str] | None:
    near = line.look in (Look.HEADLINE, Look.NAVIGATION)
    return times.SECTIONED.fullmatch(line.text) if near else None


def _mark_dated(lines: Sequence[Line]) -> list[Line]:
    """Headline 2031-05-13, headline 2031-05-12, ...: what stands beside the days of a list are no outlets.

    A headline stands there once; an outlet may stand beside several days.
    """
    marked = list(lines)
    found = {n: read_outlet(line) for n, line in enumerate(lines) if _is_dated(line)}
    often = Counter(found.values())
    entries = {n for n, name in found.items() if often[name] == 1}
    for number in entries:
        if any(n in entries or _is_titled(lines, n) for n in (number - 1, number + 1)):
            marked[number] = lines[number]._replace(title=lines[number].outlet, outlet=None)
    return marked


def _is_dated(line: Line) -> bool:
    """Whether words as long as a headline, and not called as outlets are, stand beside a day in one line."""
    if line.look is not Look.SOURCE or line.title or not (line.outlet and line.age):
        return False
    name = read_outlet(line)
    return count_wide(name) >= LEAST_WIDE and not outlets.OUTLET_NAME.fullmatch(name)


def _is_titled(lines: Sequence[Line], number: int) -> bool:
    """Whether there is such a line, with a headline beside its day."""
    if not 0 <= number < len(lines):
        return False
    line = lines[number]
    return line.look is Look.SOURCE and line.title is not None and line.outlet is None


def _mark_tabs(lines: Sequence[Line]) -> list[Line]:
    """Take the tabs of a ranking for none of the news: one time that it counts below the other."""
    marked = list(lines)
    for number, (line, below) in enumerate(pairwise(lines)):
        if times.SPAN.fullmatch(line.text) and times.SPAN.fullmatch(below.text):
            for place in (number, number + 1):
                marked[place] = lines[place]._replace(look=Look.NAVIGATION, age=None, relative=False)
    return marked


def _mark_headings(lines: Sequence[Line]) -> list[Line]:
    """Take the line above a lone 1 and a headline for the heading of a ranking, and its name above two headlines."""
    marked = list(lines)
    filled = [n for n, line in enumerate(lines) if line.look is not Look.BLANK]
    prose = next((place for place, n in enumerate(filled) if lines[n].look is Look.BODY), len(filled))
    for heading, *below in zip(filled[prose:], filled[prose + 1 :], filled[prose + 2 :], strict=False):
        if lines[heading].look is not Look.NAVIGATION or not heads_list(lines[heading].text):
            continue
        if all(lines[n].look is Look.HEADLINE and count_wide(lines[n].text) >= LEAST_WIDE for n in below):
            marked[heading] = lines[heading]._replace(look=Look.RELATED_HEADING)
    for number, (line, rank, first) in enumerate(zip(lines, lines[1:], lines[2:], strict=False)):
        if rank.text not in FIRST_RANKS or first.look is not Look.HEADLINE:
            continue
        if line.look in (Look.NAVIGATION, Look.HEADLINE) and len(line.text) <= MOST_OF_HEADING:
            marked[number] = line._replace(look=Look.RELATED_HEADING)
    return marked


def _mark_ranks(lines: Sequence[Line]) -> list[Line]:
    """1 ..., 2 ..., 3 ...: the number is no part of the headline."""
    marked = _strip_ranks([_mark_title(line) for line in lines])
    found = {n: match for n, line in enumerate(lines) if (match := _find_rank(line))} | _find_glued_ranks(lines)
    numbers = list(found)
    for place, number in enumerate(numbers):
        near = [n for n in numbers[max(0, place - 1) : place + 2] if n != number and abs(n - number) <= NEAR]
        rank = int(found[number]["rank"])
        if any(int(found[n]["rank"]) - rank == (1 if n > number else -1) for n in near):
            line = lines[number]
            marked[number] = line._replace(title=line.locate(found[number], "title"))
    return marked


def _strip_ranks(lines: Sequence[Line]) -> list[Line]:
    """1. headline | outlet ・ age, 2. ...: the same where all of an entry stands in one line."""
    marked = list(lines)
    found = {
        n: match
        for n, line in enumerate(lines)
        if line.title and (match := outlets.RANK_BEFORE.match(line.read(line.title)))
    }
    for number, match in found.items():
        beside = [found[n] for n in (number - 1, number + 1) if n in found]
        if any(abs(int(other["rank"]) - int(match["rank"])) == 1 for other in beside):
            title = lines[number].title
            marked[number] = lines[number]._replace(title=title and Span(title.start + match.end(), title.end))
    return marked


def _find_glued_ranks(lines: Sequence[Line]) -> dict[int, re.Match[str]]:
    """The ranks without a space behind them, which only a list from 1 on tells from numbers: 1多地..., 2寒潮..."""
    run: dict[int, re.Match[str]] = {}
    longest: dict[int, re.Match[str]] = {}
    for number, line in enumerate(lines):
        match = outlets.GLUED_RANK.fullmatch(line.text) if line.look is Look.HEADLINE else None
        if match is None or int(match["rank"]) != len(run) + 1:
            run = {}
        if match and int(match["rank"]) == len(run) + 1:
            run = run | {number: match}
            longest = max(longest, run, key=len)
    return longest if len(longest) >= LEAST_GLUED else {}


def _mark_title(line: Line) -> Line:
    """標題[新聞] ..., ...NEW: the headline of a post without its label, and of a list without what calls it new."""
    if line.look is not Look.HEADLINE:
        return line
    found = outlets.POST_TITLE.fullmatch(line.text) or outlets.NEW_BEHIND.fullmatch(line.text)
    return line._replace(title=line.locate(found, "title")) if found else line


def _find_rank(line: Line) -> re.Match[str] | None:
    return outlets.RANKED.fullmatch(line.text) if line.look is Look.HEADLINE else None


def _mark_clocks(lines: Sequence[Line]) -> list[Line]:
    """Hours on lines of their own, each below a headline, are times of publication; a single one is anything."""
    marked = list(lines)
    clocks = [
        n
        for n, line in enumerate(lines)
        if n and times.CLOCK.fullmatch(line.text) and lines[n - 1].look is Look.HEADLINE and not is_length(lines, n)
    ]
    if len(clocks) >= LEAST_ENTRIES:
        opens = _opens_with_clock(lines, clocks[0])
        for number in _list_clocks_above(lines) if opens else clocks:
            marked[number] = _as_time(lines[number])._replace(heads=False if opens else None)
    return marked


def _mark_days(lines: Sequence[Line]) -> list[Line]:
    """Days without a year on lines of their own, each below a headline, are times of publication."""
    marked = list(lines)
    days = [n for n, line in enumerate(lines) if n and times.SHORT_DAY.fullmatch(line.text)]
    above = [lines[n - 1] for n in days]
    headed = all(line.look is Look.HEADLINE and count_wide(line.text) >= LEAST_WIDE for line in above)
    for number in days if headed and len(days) >= LEAST_ENTRIES else ():
        marked[number] = _as_time(lines[number])
    return marked


def _list_clocks_above(lines: Sequence[Line]) -> list[int]:
    pairs = enumerate(pairwise(lines))
    return [n for n, (line, below) in pairs if times.CLOCK.fullmatch(line.text) and below.look is Look.HEADLINE]


def _opens_with_clock(lines: Sequence[Line], second: int) -> bool:
    """Whether a list begins with an hour and its headline above this hour: each hour stands above its headline."""
    first = second - 2
    if first < 0 or not times.CLOCK.fullmatch(lines[first].text):
        return False
    above = next((line.look for line in reversed(lines[:first]) if line.look is not Look.BLANK), Look.BLANK)
    return above is not Look.HEADLINE


def _as_time(line: Line) -> Line:
    return line._replace(look=Look.SOURCE, age=line.own)


def _follows_button(lines: Sequence[Line], number: int) -> bool:
    """Whether no paragraph stands above an hour: in the ticker of an article nothing stands between them."""
    near = lines[max(0, number - NEAR) : number]
    above = next((line.look for line in reversed(near) if line.look is not Look.BLANK), Look.BLANK)
    return above is not Look.BODY and lines[number].look is not Look.SOURCE


def _mark_flashes(lines: Sequence[Line]) -> list[Line]:
    """Take the hours of short items, each above a headline with a paragraph, for their times.

    In a row of hours that only rise or only fall an item may follow right upon the text of another.
    """
    marked = list(lines)
    filled = [n for n, line in enumerate(lines) if line.look is not Look.BLANK]
    clocks = {
        number: lines[above].look not in (Look.HEADLINE, Look.BODY)
        for above, number, first, second in zip(filled, filled[1:], filled[2:], filled[3:], strict=False)
        if times.TICKED.fullmatch(lines[number].text)
        and (lines[first].look, lines[second].look) == (Look.HEADLINE, Look.BODY)
        and lines[number].look is not Look.SOURCE
    }
    in_row = len(clocks) > LEAST_ENTRIES and is_row([count_minutes(lines[n].text) for n in clocks])
    found = [n for n, apart in clocks.items() if apart or in_row]
    found = _add_bare(lines, filled, found) if in_row else found
    if len(found) >= LEAST_ENTRIES and not are_updates(lines, found):
        for number in found:
            marked[number] = _as_time(lines[number])._replace(heads=False)
    return marked


def _add_bare(lines: Sequence[Line], filled: Sequence[int], clocks: Sequence[int]) -> list[int]:
    """The hours with those between them that stand above a headline without a paragraph, and above the next hour."""
    bare = [
        number
        for number, first, second in zip(filled, filled[1:], filled[2:], strict=False)
        if clocks[0] < number < clocks[-1]
        and times.TICKED.fullmatch(lines[number].text)
        and lines[first].look is Look.HEADLINE
        and second in clocks
    ]
    return sorted({*clocks, *bare})


def _mark_telegrams(lines: Sequence[Line]) -> list[Line]:
    """Take the hours of telegrams, each above a paragraph, for their times, and 【...】 before it for the headline."""
    marked = list(lines)
    clocks = [
        n
        for n, line in enumerate(lines[:-1])
        if times.TICKED.fullmatch(line.text) and lines[n + 1].look is Look.BODY and _follows_button(lines, n)
    ]
    if len(clocks) >= LEAST_ENTRIES:
        for number in clocks:
            marked[number] = _as_time(lines[number])._replace(heads=False)
            below = lines[number + 1]
            found = outlets.BRACKETED.match(below.text)
            if found:
                marked[number + 1] = below._replace(title=below.locate(found, "title"))
    return marked


def opens_ranked(lines: Sequence[Line], number: int) -> bool:
    """1. ..., 2. ...: one of several texts, each below its rank, and no point of a list."""
    if lines[number].look is not Look.HEADLINE or lines[number].title is None or number + 1 >= len(lines):
        return False
    if lines[number + 1].look is not Look.BODY or (number and lines[number - 1].title is not None):
        return False
    own = next((n for n in range(number + 1, min(len(lines), number + NEAR)) if lines[n].title), number + NEAR)
    below = [line for line in lines[number + 1 : own] if line.look is not Look.BLANK]
    closed = below[-1].look is Look.NAVIGATION and bool(outlets.RANKED.fullmatch(lines[number].text))
    return closed or any(outlets.NAMED_BELOW.fullmatch(line.text) for line in below)
