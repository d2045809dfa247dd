"""Read the figures of a Chinese or Japanese text: one pass from left to right, rules tried in order at each number."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from assistant.figures import chinese_dates, chinese_shares
from assistant.figures.chinese_amounts import FIRST, read_amount, read_digit_list, read_first
from assistant.figures.chinese_dates import read_anchor, read_date
from assistant.figures.chinese_identifiers import read_identifier
from assistant.figures.chinese_page import Page, open_page
from assistant.figures.chinese_ranges import join_each, join_figures, join_scores
from assistant.figures.chinese_shares import read_share, read_share_anchor
from assistant.figures.chinese_times import read_time
from assistant.figures.folding import fold
from assistant.figures.lexicon import Name, Use, find_name
from assistant.figures.numerals import START, Numeral, read_numeral
from assistant.figures.values import Figure, Kind

Rule = Callable[[Page, Numeral], list[Figure]]

_RULES: tuple[Rule, ...] = (read_identifier, read_digit_list, read_date, read_time, read_share, read_amount)
_ANCHOR = re.compile(f"(?P<date>{chinese_dates.ANCHOR})|(?P<share>{chinese_shares.ANCHOR})|(?P<first>{FIRST})|(?P<number>{START.pattern})")


def read_chinese(text: str, *, clock: date | None = None) -> tuple[Figure, ...]:
    """All figures of a Chinese or Japanese text, in order.

    Args:
        text: Traditional, Simplified or Japanese.
        clock: the day the text was written, to resolve 昨(20)日; without it such dates stay partial.

    Returns:
        Figures whose spans count characters of ``text`` and do not overlap.
    """
    page = open_page(text, fold(text), clock)
    at = 0
    while match := _ANCHOR.search(page.folded, at):
        figures, at = _read_at(page, match)
        if figures:
            page.figures += figures
            at = page.done = max(at, figures[-1].span.end)
    joined = join_scores(page.figures, text, page.folded)
    return tuple(join_each(join_figures(joined, page.folded), page.folded))


def _read_at(page: Page, match: re.Match[str]) -> tuple[list[Figure], int]:
    """The figures that begin at a match, and where reading goes on."""
    start, end = match.span()
    if match.lastgroup == "date":
        return read_anchor(page, start, end), end
    if match.lastgroup == "share":
        return read_share_anchor(page, start, end), end
    if match.lastgroup == "first":
        return read_first(page, start, end), end
    numeral = read_numeral(page.folded, start)
    name = find_name(page.folded, start, numeral.end if numeral else end, page.done)
    if name and name.use is not Use.QUANTITY and not _is_counted(page, name):
        if name.use is not Use.DOUBTFUL:
            return _read_name(page, name, start), name.end
    else:
        name = None
    if numeral is None:
        return [], end
    for rule in _RULES:
        if figures := rule(page, numeral):
            return [replace(f, is_soft=True) for f in figures] if name else figures, numeral.end
    return [], numeral.end


def _is_counted(page: Page, name: Name) -> bool:
    """Whether 第 before a word makes its numeral an ordinal after all: 第三方面軍, 第二十大城市."""
    return name.start > 0 and page.folded[name.start - 1] == "第"


def _read_name(page: Page, name: Name, start: int) -> list[Figure]:
    """What a name states: nothing, its own value, or softly the numerals in it."""
    if name.use is Use.VALUED:
        first, *others = (page.make(name.start, name.end, r.kind, r.value) for r in name.readings)
        return [replace(first, others=tuple(others), is_soft=first.kind is not Kind.ORDINAL)]
    figures: list[Figure] = []
    while name.use is Use.SOFT and start < name.end:
        numeral = read_numeral(page.folded, start) if START.match(page.folded, start) else None
        if numeral is None or numeral.is_bare:
            start += 1
            continue
        end = min(numeral.end, name.end)
        if end == numeral.end:
            kind = Kind.ORDINAL if page.folded[start - 1 : start] == "第" else Kind.COUNT
            figure = page.make(start, end, kind, numeral.low, step=numeral.step)
            figures.append(replace(figure, is_soft=True, note=f"in {page.text[name.start : name.end]}"))
        start = end
    return figures
