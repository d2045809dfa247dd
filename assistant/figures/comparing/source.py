"""Read the figures of a source text, whatever its language, once for all English texts that are held against it."""

from collections import Counter
from datetime import date
from functools import lru_cache

from assistant.figures.chinese.printed import Printed
from assistant.figures.chinese.reading import read_chinese
from assistant.figures.comparing.alignment import SourceIndex
from assistant.figures.comparing.context import Calendar
from assistant.figures.comparing.dateparts import DateParts
from assistant.figures.comparing.implying import add_implied
from assistant.figures.comparing.moves import Move, read_move
from assistant.figures.comparing.named import before_in_source
from assistant.figures.comparing.respective import IN_TURN
from assistant.figures.comparing.role_words import Roles
from assistant.figures.comparing.roles import roles_in_source
from assistant.figures.layout import LONGEST_SENTENCE, SENTENCES_KEPT, plain_source
from assistant.figures.values import Figure, Number
from assistant.folding import fold
from assistant.kept import kept_property

LONGEST_ITEM, ITEMS_KEPT = 10_000, 64
"""Characters of an item, and how many such texts are kept; of sentences see ``layout``."""
LONGEST_KEPT = 200_000
"""Of texts that are longer still only the last one is kept, and beyond this none: they would take too much memory."""


class Source:
    """A source text as English texts are held against it."""

    def __init__(self, text: str, clock: date | None) -> None:
        self.text = text
        self.figures = add_implied(read_source(text, clock=clock))
        """In order, with the readings that their neighbours imply."""
        self.index = SourceIndex(self.figures)
        self.calendar = Calendar(self.figures, clock, text)
        self.printed = Printed(text, self.figures)
        self._roles: dict[int, Roles] = {}
        self._moves: dict[int, Move] = {}
        self._before: dict[int, str] = {}

    @kept_property
    def folded(self) -> str:
        """The text as the words beside its figures are looked for."""
        return fold(self.text)

    @kept_property
    def date_parts(self) -> DateParts:
        """Which parts of its dates it names."""
        return DateParts(self.folded, self.figures)

    @kept_property
    def times_told(self) -> Counter[Number | None]:
        """Least value -> how many of the figures have it."""
        return Counter(figure.low for figure in self.figures)

    @kept_property
    def tells_in_turn(self) -> bool:
        """Whether it has a word for what is told of several names in turn."""
        return any(map(self.folded.__contains__, IN_TURN))

    def roles_of(self, index: int) -> Roles:
        """The roles that the words beside a figure give it; they are the same for every English text."""
        if index not in self._roles:
            self._roles[index] = roles_in_source(self.folded, self.figures[index])
        return self._roles[index]

    def move_of(self, index: int) -> Move:
        """How a figure moved, by the words beside it."""
        if index not in self._moves:
            self._moves[index] = read_move(self.folded, *self.figures[index].span)
        return self._moves[index]

    def before(self, index: int) -> str:
        """What stands before a figure, where its name may be."""
        if index not in self._before:
            self._before[index] = before_in_source(self.folded, self.figures, index)
        return self._before[index]


def read_source(text: str, *, language: str = "zh-Hant", clock: date | None = None) -> tuple[Figure, ...]:
    """All figures of ``text`` in order; spans count its characters and do not overlap.

    Args:
        text: Chinese (Traditional or Simplified) or Japanese.
        language: BCP 47. The reader tells the scripts apart by itself; the tag is for languages yet to come.
        clock: the day on which the text was written; without it relative dates stay partial.
    """
    del language
    if len(text) > LONGEST_ITEM:
        return _read(text, clock)
    return _read_sentence(text, clock) if len(text) <= LONGEST_SENTENCE else _read_item(text, clock)


def open_source(text: str, *, language: str = "zh-Hant", clock: date | None = None) -> Source:
    """``text`` with its figures ready to be looked up; the arguments are those of ``read_source``."""
    del language
    if len(text) > LONGEST_ITEM:
        return _open_long(text, clock) if len(text) <= LONGEST_KEPT else Source(text, clock)
    return _open_sentence(text, clock) if len(text) <= LONGEST_SENTENCE else _open_item(text, clock)


def _read(text: str, clock: date | None) -> tuple[Figure, ...]:
    if plain := plain_source(text):
        return tuple(map(plain.put_back, read_chinese(plain.text, clock=clock)))
    return read_chinese(text, clock=clock)


# What was read before: every sentence of a summary is held against the same item, several translations against one
# sentence.
_read_sentence = lru_cache(SENTENCES_KEPT)(_read)
_read_item = lru_cache(ITEMS_KEPT)(_read)
_open_sentence = lru_cache(SENTENCES_KEPT)(Source)
_open_item = lru_cache(ITEMS_KEPT)(Source)
_open_long = lru_cache(1)(Source)
