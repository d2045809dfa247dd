"""Read the figures of a Chinese or Japanese text: one pass from left to right, rules tried in order at each number."""

import re
from collections.abc import Callable
from datetime import date

from assistant.figures.chinese import dates, shares
from assistant.figures.chinese.amounts import read_amount
from assistant.figures.chinese.dates import cut_weekday, read_anchor, read_date
from assistant.figures.chinese.decimals import point_decimals
from assistant.figures.chinese.identifiers import hide_addresses, read_identifier
from assistant.figures.chinese.lexicon import Use
from assistant.figures.chinese.names import name_at, read_name
from assistant.figures.chinese.page import Page, open_page
from assistant.figures.chinese.points import add_points
from assistant.figures.chinese.ranges import join_each, join_figures, join_scores
from assistant.figures.chinese.shares import read_share, read_share_anchor
from assistant.figures.chinese.soft import FIRST, read_digit_list, read_first, read_several
from assistant.figures.chinese.times import read_time
from assistant.figures.chinese.told import add_told
from assistant.figures.chinese.words import WEEK_WORDS
from assistant.figures.numerals.latin import scale_latin
from assistant.figures.numerals.reading import START, Numeral, read_numeral
from assistant.figures.values import Figure, replace
from assistant.folding import fold
from assistant.patterns import compile_late

_RULES: tuple[Callable[[Page, Numeral], list[Figure]], ...] = (
    read_identifier, read_digit_list, read_date, read_time, read_share, read_amount,
)  # fmt: skip
"""What a number may be the beginning of; the first rule that reads a figure has it."""

_ANCHORED: dict[str, Callable[[Page, int, int], list[Figure]]] = {
    "date": read_anchor, "share": read_share_anchor, "first": read_first,
}  # fmt: skip
"""What reads the figures that are written without a number of their own."""

_ANCHORS = f"(?P<date>{dates.ANCHOR})|(?P<share>{shares.ANCHOR})|(?P<first>{FIRST})|(?P<number>{START.pattern})"


def _without_surroundings(pattern: str) -> str:
    """A pattern without what only has to stand before or behind a match."""
    plain = re.sub(r"\(\?<?[=!][^()]*\)", "", pattern)
    return plain if plain == pattern else _without_surroundings(plain)


_ANCHOR_CHARACTERS = "".join(
    sorted(character for character in set(_without_surroundings(_ANCHORS)) if not character.isascii())
)
# most characters occur in no anchor at all: asking that first halves the time of the search
_ANCHOR = compile_late(f"(?=[0-9{_ANCHOR_CHARACTERS}])(?:{_ANCHORS})")


def read_chinese(text: str, *, clock: date | None = None) -> tuple[Figure, ...]:
    """All figures of a Chinese or Japanese text, in order.

    Args:
        text: Traditional, Simplified or Japanese.
        clock: the day the text was written, to resolve 昨(20)日; without it such dates stay partial.

    Returns:
        Figures whose spans count characters of ``text`` and do not overlap.
    """
    page = open_page(text, point_decimals(hide_addresses(fold(text))), clock)
    at = 0
    while match := _ANCHOR.search(page.folded, at):
        figures, at = _read_at(page, match)
        if figures:
            page.figures += figures
            at = page.done = max(at, figures[-1].span.end)
    add_told(page)
    add_points(page.figures, page.folded)
    figures = join_figures(join_scores(page.figures, page.folded, text), page.folded)
    return tuple(join_each(figures, page.folded))


def count_places(text: str) -> int:
    """How many figures ``text`` holds at most: the places where one may begin, digits in a row being one place."""
    places, end = 0, -1
    for match in _ANCHOR.finditer(fold(text)):
        places += match.lastgroup != "number" or match.start() != end
        end = match.end()
    return places


def _read_at(page: Page, match: re.Match[str]) -> tuple[list[Figure], int]:
    """The figures that begin at a match, and where reading goes on."""
    start, end = match.span()
    if rule := _ANCHORED.get(match.lastgroup or ""):
        return rule(page, start, end), end
    numeral = read_numeral(page.folded, start)
    if numeral and page.folded[numeral.end : numeral.end + 2].strip()[:1].isascii():
        numeral = scale_latin(page.folded, numeral)
    if numeral and (weekday := cut_weekday(page, numeral)):
        return _read_number(page, weekday), weekday.end
    name = name_at(page, start, numeral.end if numeral else end)
    if name and name.start == start and page.folded.endswith(WEEK_WORDS, max(0, start - 2), start):
        name = None  # 週四起
    if name and name.start == start and page.folded.startswith("折", name.end):
        name = None  # 六四折 is no 4 June
    if name and name.use is not Use.DOUBTFUL:
        return read_name(page, name, start), name.end
    figures = _read_number(page, numeral) if numeral else read_several(page, start)
    if name:
        figures = [replace(figure, is_soft=True) for figure in figures]
    return figures, numeral.end if numeral else end


def _read_number(page: Page, numeral: Numeral) -> list[Figure]:
    """The figures that begin with a number, by the first rule that reads it."""
    for rule in _RULES:
        if figures := rule(page, numeral):
            return figures
    return []
