"""Lists of headlines: under a heading, with ranks, with the outlet above or below each of them."""

from collections.abc import Sequence
from statistics import median

from assistant.records import ItemKind
from assistant.segmenting.joining import names_outlet
from assistant.segmenting.lines import Line, Look
from assistant.segmenting.menus import is_label
from assistant.segmenting.part import LEAST_HEADLINE, Part
from assistant.segmenting.rules import outlets
from assistant.segmenting.source_line import count_wide

PAIR = 2
LEAST_PAIRED = 4
LEAST_RANKED = 2
LEAST_TAGS = 4
LONGEST_TAG = 5
"""So many words, all so short, are the tags of a text."""
LEAST_WIDE = 9
"""Characters of a headline in a list of outlets."""
LABEL_ABOVE = 4
"""A line so short below a heading is the name of a section."""
LABEL_BESIDE = 8
"""A line so short among headlines of the usual length is none."""


def find_headline(lines: Sequence[Line], content: Sequence[int]) -> int | None:
    """The first content line, unless it is plainly a paragraph that does not begin with its headline."""
    first = lines[content[0]] if content else None
    return content[0] if first is not None and (first.look is Look.HEADLINE or first.title) else None


def pair_outlets(lines: Sequence[Line], content: list[int]) -> list[Part]:
    """The entries of a list of headlines, each with its outlet in the line below it or above it, and without an age."""
    if len(content) == PAIR and outlets.OUTLET_NAME.fullmatch(lines[content[0]].text):
        return _pair_above(lines, content)
    if len(content) < LEAST_PAIRED or any(lines[n].look is not Look.HEADLINE for n in content):
        return []
    return _pair_below(lines, content) or _pair_above(lines, content)


def _pair_below(lines: Sequence[Line], content: list[int]) -> list[Part]:
    """Headlines with the short name of an outlet below most of them."""
    found: list[Part] = []
    for number in content:
        if _is_wide(lines[number]):
            found.append(Part(number, number + 1, ItemKind.RELATED, number))
        elif found and found[-1].outlet is None and names_outlet(lines[number]) and _fits(lines, found[-1], number):
            found[-1] = found[-1]._replace(last=number + 1, outlet=number)
        else:
            return []
    named = sum(part.outlet is not None for part in found)
    closed = bool(found) and found[-1].outlet is not None
    return found if closed and named > 1 and named * 2 >= len(found) else []


def _pair_above(lines: Sequence[Line], content: list[int]) -> list[Part]:
    pairs = list(zip(content[::2], content[1::2], strict=False))
    if len(content) % 2 or not all(
        names_outlet(lines[a]) and len(lines[a].text) < len(lines[b].text) for a, b in pairs
    ):
        return []
    return [Part(a, b + 1, ItemKind.RELATED, b, outlet=a) for a, b in pairs]


def _is_wide(line: Line) -> bool:
    return count_wide(line.text) >= LEAST_WIDE


def _fits(lines: Sequence[Line], part: Part, number: int) -> bool:
    """Whether a name is shorter than the headline above it."""
    return part.headline is not None and len(lines[number].text) < len(lines[part.headline].text)


def pair_up(lines: Sequence[Line], content: list[int]) -> list[Part]:
    """Under a heading such as 延伸閱讀, each headline starts an item, with or without a body."""
    ranked = pair_outlets(lines, content)
    if ranked:
        return ranked
    content, strays = _split_strays(lines, content)
    groups: list[list[int]] = []
    for number in content:
        if not groups or lines[number].look is Look.HEADLINE:
            groups.append([])
        groups[-1].append(number)
    if len(groups) > LEAST_RANKED and _is_unranked(lines, groups):
        strays = [*groups.pop(), *strays]
    long = len(groups) > 1 and all(len(lines[g[0]].text) >= LEAST_HEADLINE for g in groups[:-1])
    usual = median(count_wide(lines[g[0]].text) for g in groups)
    return [
        Part(g[0], g[-1] + 1, ItemKind.NAVIGATION)
        if len(g) == 1 and _is_stray(lines[g[0]], usual, last=long and g is groups[-1])
        else Part(g[0], g[-1] + 1, ItemKind.RELATED, find_headline(lines, g))
        for g in groups
    ] + [Part(n, n + 1, ItemKind.NAVIGATION) for n in strays]


def _is_unranked(lines: Sequence[Line], groups: Sequence[Sequence[int]]) -> bool:
    """Whether the last line of a list has no rank, and all others have one."""
    return lines[groups[-1][0]].title is None and all(lines[group[0]].title is not None for group in groups[:-1])


def _is_stray(line: Line, usual: float, *, last: bool) -> bool:
    """Whether a line of a list is none of its headlines: far shorter than they usually are, or a label at its edge."""
    if usual >= LEAST_HEADLINE and count_wide(line.text) <= LABEL_BESIDE:
        return True
    words = line.text.split()
    if len(words) >= LEAST_TAGS and all(len(word) <= LONGEST_TAG for word in words):
        return True
    if line.text.isascii() and len(line.text) <= LABEL_BESIDE:
        return True
    return is_label(line) and (len(line.text) <= LABEL_ABOVE or last)


def _split_strays(lines: Sequence[Line], content: list[int]) -> tuple[list[int], list[int]]:
    """The entries of a ranking, apart from the lines that follow the last one that has a rank."""
    ranked = [place for place, n in enumerate(content) if n and outlets.RANK.fullmatch(lines[n - 1].text)]
    if len(ranked) < LEAST_RANKED or ranked != list(range(len(ranked))):
        return content, []
    return content[: len(ranked)], content[len(ranked) :]
