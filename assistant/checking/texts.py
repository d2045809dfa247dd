"""The English texts of a draft, each with the sentences of the source that it rests on."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from assistant.patterns import compile_late
from assistant.records import Draft, Field, Item, Place, Segment, Span

SENTENCE_END = compile_late(r"[.!?;:\n](?:(?<=\n)|(?<=[\w)\]”\"’%][.!?;:])(?=\s))")
"""Between two sentences of English, or what is held apart like two.

It begins with the sign itself, for which Python looks before it tries anything: a third of the time.
"""


_LIKE_ASCII = str.maketrans("İıſK", "iisk")


def lower(english: str) -> str:
    """``english`` in small letters, as long as before: a pattern of small letters finds what one of any case would.

    To match letters of any case takes Python several times as long. A pattern that does so takes four other letters for
    those of ASCII as well, and so does this.
    """
    return (english if english.isascii() else english.translate(_LIKE_ASCII)).lower()


def find_all(text: str, words: str) -> Iterator[int]:
    """Where words begin, none within another; they must not be empty."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


class TextRow:
    """Texts in a row, a line each: what is looked for in each of them is looked for in all at once."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(texts)
        self._whole = "\n".join(self.texts)
        self._starts = tuple(accumulate((len(text) + 1 for text in self.texts), initial=0))

    def find(self, words: str) -> int:
        """The number of the first text in which they stand; how many there are for none."""
        at = self._whole.find(words)
        return bisect_right(self._starts, at) - 1 if at >= 0 else len(self.texts)

    def list_places(self, words: str) -> Iterator[tuple[int, int]]:
        """The number of each text in which they stand, and where in it: none within another."""
        for at in find_all(self._whole, words) if words else ():
            number = bisect_right(self._starts, at) - 1
            yield number, at - self._starts[number]


@dataclass(frozen=True, slots=True)
class Text:
    """One English text, where it stands in the draft, and what carries it."""

    place: Place
    english: str
    segments: tuple[Segment, ...]
    """Its own sentence, those that a claim cites, or all sentences of the item."""


def list_texts(item: Item, draft: Draft) -> tuple[Text, ...]:
    """Headline, summary, claims, translations; what names a sentence that the item has not rests on nothing."""
    claims = (Text(Place(Field.CLAIM, n), c.english, _pick(item, c.segments)) for n, c in enumerate(draft.claims))
    translations = (
        Text(Place(Field.TRANSLATION, t.segment), t.english, _pick(item, (t.segment,))) for t in draft.translations
    )
    return (
        Text(Place(Field.HEADLINE), draft.headline, item.sentences),
        Text(Place(Field.SUMMARY), draft.summary, item.sentences),
        *claims,
        *translations,
    )


def split_at(pattern: re.Pattern[str], english: str, within: Span) -> Iterator[Span]:
    """The parts of a text between the matches of ``pattern``, of which the last may be empty."""
    start = within.start
    for match in pattern.finditer(english, within.start, within.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, within.end)


def _pick(item: Item, numbers: tuple[int, ...]) -> tuple[Segment, ...]:
    return tuple(item.segments[number] for number in numbers if 0 <= number < len(item.segments))
