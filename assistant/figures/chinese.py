"""Read the figures of a Chinese or Japanese text: one pass from left to right, rules tried in order at each number."""

from collections.abc import Callable
from datetime import date

from assistant.figures.chinese_amounts import read_amount
from assistant.figures.chinese_page import Page
from assistant.figures.folding import fold
from assistant.figures.numerals import START, Numeral, read_numeral
from assistant.figures.values import Figure

Rule = Callable[[Page, Numeral], list[Figure]]

_RULES: tuple[Rule, ...] = (read_amount,)


def read_chinese(text: str, *, clock: date | None = None) -> tuple[Figure, ...]:
    """All figures of a Chinese or Japanese text, in order.

    Args:
        text: Traditional, Simplified or Japanese.
        clock: the day the text was written, to resolve 昨(20)日; without it such dates stay partial.

    Returns:
        Figures whose spans count characters of ``text`` and do not overlap.
    """
    page = Page(text, fold(text), clock)
    at, size = 0, len(text)
    while at < size and (match := START.search(page.folded, at)):
        numeral = read_numeral(page.folded, match.start())
        if numeral is None:
            at = match.end()
            continue
        at = numeral.end
        for rule in _RULES:
            figures = rule(page, numeral)
            if figures:
                page.figures += figures
                at = page.done = max(at, figures[-1].span.end)
                break
    return tuple(page.figures)
