"""The numbers that a source prints, however they were read: what an English number without a counterpart may render.

No reader knows every way to say a figure. Where a number of the English has no counterpart among the figures that were
read, but the source prints that very number and no other English figure has it, the reader is at fault sooner than the
translator. The numerals of names (三星) stay out of it.
"""

from collections import Counter

from assistant.figures.chinese.names import name_at
from assistant.figures.chinese.page import open_page
from assistant.figures.numerals.reading import START, read_numeral
from assistant.figures.values import ClockTime, Figure, Number
from assistant.folding import fold
from assistant.kept import kept_property

LEAST = 3
"""One and two are in too many words to say anything."""


class Printed:
    """Numbers by where they are printed, found when they are first asked for."""

    def __init__(self, text: str, figures: tuple[Figure, ...]) -> None:
        self._text = text
        self._figures = figures

    def find_unread(self, number: Number | None) -> str:
        """The words by which the source prints ``number`` outside the figures that were read; "" where it does not."""
        return self._unread.get(number, "") if number is not None and number >= LEAST else ""

    @kept_property
    def times(self) -> Counter[str]:
        """Words of a figure that was read -> how many figures have them."""
        return Counter(figure.surface for figure in self._figures)

    @kept_property
    def _unread(self) -> dict[Number, str]:
        """Linear: numerals and figures are walked through side by side, both in the order of the text."""
        folded, found, at, next_figure = fold(self._text), dict[Number, str](), 0, 0
        page = open_page(self._text, folded, None)
        while match := START.search(folded, at):
            start = match.start()
            while next_figure < len(self._figures) and self._figures[next_figure].span.end <= start:
                next_figure += 1
            numeral = read_numeral(folded, start)
            at = max(numeral.end if numeral else 0, start + 1)
            if next_figure < len(self._figures) and self._figures[next_figure].span.start <= start:
                at = max(start + 1, self._figures[next_figure].span.end)
            elif numeral and not numeral.is_identifier and numeral.low == numeral.high:
                if name_at(page, numeral.start, numeral.end):
                    continue  # 三星 is no three
                found.setdefault(numeral.low, self._text[numeral.start : numeral.end])
        return found


def is_told_by(number: Number | None, source: Figure) -> bool:
    """Whether a time of day holds ``number`` as its hour: "gets up at five" for 朝5時に起きて."""
    value = source.value
    return number is not None and isinstance(value, ClockTime) and number in (value.hour, value.hour % 12 or 12)
