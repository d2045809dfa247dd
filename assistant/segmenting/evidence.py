"""What a part shows that tells whether it was cut rightly: counted and measured, and judged in ``sureness``."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from assistant.patterns import compile_late
from assistant.segmenting.interface import INTERFACE, names_interface, read_words
from assistant.segmenting.lines import CONTENT, Line, Look
from assistant.segmenting.part import LEAST_HEADLINE, Part
from assistant.segmenting.source_line import count_wide

LEAST_BODIES = 2
"""So many paragraphs make a text; less is a headline with a teaser."""
NEAR = 2
LEAST_PARAGRAPH = 24
LEAST_SUBJECT = 0.1
"""So much of a subheading its text says again."""
_WORDS = compile_late(r"[\u3040-\u30ff\u4e00-\u9fff]{2,}")


class Evidence:
    """One part of a page, seen with its neighbours."""

    def __init__(self, lines: Sequence[Line], parts: Sequence[Part], place: int) -> None:
        self.part = parts[place]
        self.is_last = place + 1 == len(parts)
        """Whether nothing stands below it."""
        self._parts, self._place = parts, place
        self._lines = lines

    @cached_property
    def own(self) -> list[int]:
        """Its lines that are not blank."""
        return [n for n in range(self.part.first, self.part.last) if self._lines[n].look is not Look.BLANK]

    @cached_property
    def content(self) -> list[int]:
        """Those of them that are headlines or text."""
        return [n for n in self.own if self._lines[n].look in CONTENT]

    @cached_property
    def bodies(self) -> list[int]:
        """Those of them that are paragraphs."""
        return [n for n in range(self.part.first, self.part.last) if self._lines[n].look is Look.BODY]

    @property
    def is_text(self) -> bool:
        """Whether the part is an article with paragraphs, rather than a headline and its teaser."""
        may_be = self.part.kind.is_news and self.part.last - self.part.first >= LEAST_BODIES
        return may_be and len(self.bodies) >= LEAST_BODIES

    @cached_property
    def headline(self) -> str:
        """The words of the headline; empty where there is none."""
        number = self.part.headline
        if number is None:
            number = self.part.source
        if number is None or (self.part.headline is None and self._lines[number].title is None):
            return ""
        line = self._lines[number]
        return line.read(line.title) or line.text

    @cached_property
    def headline_size(self) -> int:
        """East Asian characters of the headline; two letters or digits count as one."""
        wide = count_wide(self.headline)
        return wide + sum(character.isalnum() for character in self.headline if character.isascii()) // 2

    @cached_property
    def _told(self) -> list[int]:
        return [n for n in self.content if n != self.part.headline]

    @cached_property
    def short(self) -> list[int]:
        """Lines below the headline that read like headlines themselves."""
        return [n for n in self._told if self._lines[n].look is Look.HEADLINE]

    @cached_property
    def strays(self) -> list[int]:
        """Short lines that are no subheading: a subheading stands by itself between paragraphs, and speaks of them."""
        return [n for n in self.short if not self._is_subheading(n)]

    def _is_subheading(self, number: int) -> bool:
        place = self._told.index(number)
        beside = [self._lines[n].look for n in self._told[max(0, place - 1) : place + 2]]
        if beside != [Look.BODY, Look.HEADLINE, Look.BODY]:
            return False
        return _share(_pair(self._lines[number].text), self.pairs_of_text) >= LEAST_SUBJECT

    @cached_property
    def pairs_of_text(self) -> set[str]:
        """The neighbouring characters of its paragraphs."""
        return pair_all(self._lines[n].text for n in self.bodies)

    @property
    def short_behind(self) -> int:
        """How many of them stand below the last paragraph."""
        return sum(n > self.bodies[-1] for n in self.short)

    @property
    def listed(self) -> bool:
        """Whether two of them stand below one another, as in a list or a menu."""
        looks = [self._lines[n].look for n in self._told]
        return (Look.HEADLINE, Look.HEADLINE) in pairwise(looks)

    @property
    def headline_share(self) -> float:
        """How much of the headline its text says again, by pairs of characters."""
        return _share(_pair(self.headline), self.pairs_of_text)

    @property
    def last_share(self) -> float:
        """How much of the last paragraph stands in headline and text above it."""
        *others, last = self.bodies
        above = pair_all([self.headline, *(self._lines[n].text for n in others)])
        return _share(_pair(self._lines[last].text), above)

    @property
    def has_long_end(self) -> bool:
        """Whether the last paragraph is long enough to have something in common with the others."""
        return count_wide(self._lines[self.bodies[-1]].text) >= LEAST_PARAGRAPH

    @property
    def bylines(self) -> int:
        """How many lines name writers."""
        return sum(self._lines[n].look is Look.BYLINE for n in self.own)

    @property
    def has_source(self) -> bool:
        """Whether an outlet or a time belongs to it."""
        return self.part.source is not None

    @property
    def has_printed_time(self) -> bool:
        """Whether a time is printed with it, and not only an age."""
        return self.part.source is not None and not self._lines[self.part.source].relative

    @property
    def interface_share(self) -> float:
        """How much of the headline is the page's own words, such as those of buttons."""
        words = read_words(self.headline)
        return words.share if words.kinds & INTERFACE else 0.0

    @property
    def is_among_items(self) -> bool:
        """Whether another item of its kind stands beside it, or behind one part that is none."""
        place = self._place
        near = (*self._parts[max(0, place - NEAR) : place], *self._parts[place + 1 : place + 1 + NEAR])
        return any(beside.kind is self.part.kind for beside in near)

    @cached_property
    def wide_lines(self) -> int:
        """Lines as long as headlines without a word of the page's own."""
        texts = (self._lines[n].text for n in self.own)
        return sum(count_wide(text) >= LEAST_HEADLINE and not names_interface(text) for text in texts)

    @property
    def table_rows(self) -> int:
        """Rows of tables that were left out: several cells, and a figure among them."""
        texts = (self._lines[n].text for n in self.own if self._lines[n].look is Look.RULE)
        return sum(len(text.split()) > 1 and any(map(str.isdigit, text)) for text in texts)


def measure_share(text: str, among: set[str]) -> float:
    """How much of a line, by pairs of neighbouring characters, stands among others."""
    return _share(_pair(text), among)


def _pair(text: str) -> set[str]:
    """Neighbouring characters: names and terms of a story are found by them without a word list."""
    return {word[n : n + 2] for word in _WORDS.findall(text) for n in range(len(word) - 1)}


def pair_all(texts: Iterable[str]) -> set[str]:
    """The neighbouring characters of several texts."""
    return set().union(*map(_pair, texts))


def _share(pairs: set[str], among: set[str]) -> float:
    return len(pairs & among) / len(pairs) if pairs else 0.0
