"""Outlets that are known by their place alone: where the entries around them have theirs, whatever they are called."""

from collections.abc import Sequence

from assistant.segmenting.lines import Line, Look, merge_lines
from assistant.segmenting.rules import matter, outlets
from assistant.segmenting.source_line import count_wide

LEAST_LIKE = 2
"""So many entries show where the outlet stands."""
LEAST_WIDE = 8
"""East Asian characters of a headline, at least."""


def mark_ranked_outlets(lines: Sequence[Line]) -> list[Line]:
    """1, headline, outlet, 2, headline, outlet, ...: the lines below all headlines, if one is called as outlets are."""
    marked = list(lines)
    filled = [n for n, line in enumerate(lines) if line.look is not Look.BLANK]
    found: list[int] = []
    for rank, headline, outlet, after in zip(filled, filled[1:], filled[2:], [*filled[3:], None], strict=False):
        if after is not None and lines[after].look is Look.SOURCE and not lines[after].title:
            continue  # a line of its item stands between them
        is_next = outlets.RANK.fullmatch(lines[rank].text) and _read_rank(lines[rank].text) == len(found) + 1
        if is_next and _is_headline(lines[headline]) and _may_be_outlet(lines[outlet]):
            found.append(outlet)
    ends = filled.index(found[-1]) + 1 if found else 0
    if ends < len(filled) and found and outlets.RANK.fullmatch(lines[filled[ends]].text):
        return marked  # the list goes on otherwise
    called = any(outlets.OUTLET_NAME.fullmatch(lines[n].text) for n in found)
    for number in found if called and len(found) > LEAST_LIKE else ():
        line = lines[number]
        marked[number] = line._replace(look=Look.SOURCE, outlet=line.own, age=None, title=None, relative=True)
    return marked


def _read_rank(rank: str) -> int:
    """The number in a rank: 第3名, NO.3."""
    return int("".join(c for c in rank if c.isdigit()))


def join_placed(lines: Sequence[Line]) -> list[Line]:
    """Join a time with the line between it and its headline, where others of the list have their outlets there."""
    like = sum(line.look is Look.SOURCE and line.outlet is not None and "\n" in line.text for line in lines)
    if like < LEAST_LIKE:
        return list(lines)
    joined: list[Line] = []
    for line in lines:
        is_bare = line.look is Look.SOURCE and not (line.outlet or line.title or line.heads)
        above = joined[-2:]
        if is_bare and len(above) == LEAST_LIKE and _is_headline(above[0]) and _may_be_outlet(above[1]):
            joined[-1] = merge_lines([above[1], line], line, above[1].own)
        else:
            joined.append(line)
    return joined


def _is_headline(line: Line) -> bool:
    return line.look is Look.HEADLINE and count_wide(line.text) >= LEAST_WIDE


def _may_be_outlet(line: Line) -> bool:
    """Whether a short line without a mark could be a name, and is no section or button that many pages have."""
    if line.look not in (Look.HEADLINE, Look.NAVIGATION) or not 1 < len(line.text) <= outlets.LONE_OUTLET:
        return False
    text = line.text.lower()
    if text in matter.NAVIGATION or matter.SECTION.fullmatch(text) or outlets.NOT_IN_OUTLET.search(line.text):
        return False
    return not any(map(str.isdigit, text)) and any(map(str.isalpha, text))
