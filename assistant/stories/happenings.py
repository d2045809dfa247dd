"""What befell a place, as the opening of an item tells it: an earthquake at Hualien, on which day, when and how strong.

Outlets that name neither firm nor person, and differ in every figure, tell one event where they tell what a place sees
once in a day. ``happenings.txt`` lists such events, and others, of which a town has several, by what they befell.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.figures import Figure, Kind, read_source
from assistant.figures.values import ClockTime, PartialDate
from assistant.folding import fold
from assistant.patterns import compile_late
from assistant.records import Item, Segment
from assistant.stories.lists import read_sections

RARE = "rare "
"""Before the kinds of events that a place sees once in a day at most."""
COMMON = "common "
THING = "thing "
NONE = "none"
MAGNITUDES_APART = 0.5
"""Two agencies differ by less about one earthquake."""
MINUTES_APART = 5
ROUGHLY = 60
"""Minutes apart where one of two says no more than the hour."""
_MAGNITUDE = compile_late(
    r"(?:规模|级地震|マグニチュード|震级|M)(?:里氏|芮氏)?(?P<a>\d\.\d)|(?P<b>\d\.\d)级?(?:地震|强震|余震)"
)
_AGAIN = compile_late("余震|再|又|二度|两度|接连|连续|频")
"""A headline that tells of one event among others."""
_UNTIL = compile_late("[至到迄]$")
_FAMILY = compile_late("([一-鿿])姓")


@dataclass(frozen=True, slots=True)
class Happening:
    """What an opening tells of it; each may be empty."""

    things: frozenset[str]
    days: frozenset[int]
    """Of the month, as told; else that of publication."""
    times: tuple[ClockTime, ...]
    magnitude: float | None
    is_again: bool

    def can_be(self, other: "Happening") -> bool:
        """Whether nothing of the two says that they are two events of one kind."""
        if self.is_again != other.is_again or (self.days and other.days and not self.days & other.days):
            return False
        if self.magnitude and other.magnitude and abs(self.magnitude - other.magnitude) > MAGNITUDES_APART:
            return False
        pairs = [(a, b) for a in self.times for b in other.times]
        return not pairs or any(_are_near(a, b) for a, b in pairs)

    @property
    def is_placed(self) -> bool:
        """Whether it tells when it was or how strong: news of what it left behind does neither."""
        return bool(self.times or self.magnitude)


def _are_near(one: ClockTime, other: ClockTime) -> bool:
    gap = abs((one.hour - other.hour) * 60 + (one.minute or 0) - (other.minute or 0))
    return gap <= (ROUGHLY if None in (one.minute, other.minute) else MINUTES_APART)


def find_kinds(headline: str) -> frozenset[str]:
    """The kinds of events of which a headline tells: ``rare earthquake``."""
    return frozenset() if is_aftermath(headline) else _list(fold(headline), (RARE, COMMON))


def is_aftermath(headline: str) -> bool:
    """Whether a headline tells of what happened long ago, or may happen."""
    return bool(_list(fold(headline), (NONE,)))


def read_happening(item: Item, sentences: Sequence[Segment]) -> Happening:
    """What the opening of an item, these sentences, tells."""
    text = fold("\n".join(segment.text for segment in sentences))
    told = [(s, f) for s in sentences for f in read_source(s.text, language=item.language, clock=item.day)]
    strength = _MAGNITUDE.search(text)
    return Happening(
        _list(text, (THING,)),
        frozenset(_read_days(figure for _, figure in told)) or _day_of(item.likely_day or item.clock.page_day),
        tuple(_read_times(told)),
        float(strength["a"] or strength["b"]) if strength else None,
        bool(_AGAIN.search(fold(item.read(item.headline)))),
    )


def find_families(sentences: Iterable[Segment]) -> frozenset[str]:
    """The surnames of those who are named by them alone: 王姓男子."""
    return frozenset(family for segment in sentences for family in _FAMILY.findall(segment.text))


def _list(text: str, headings: tuple[str, ...]) -> frozenset[str]:
    sections = read_sections("happenings.txt")
    return frozenset(
        heading
        for heading, words in sections.items()
        if heading.startswith(headings) and any(word in text for word in words)
    )


def _read_times(told: Iterable[tuple[Segment, Figure]]) -> Iterator[ClockTime]:
    """The times of the day at which something happened, and not those until which something is known."""
    for segment, figure in told:
        if isinstance(figure.value, ClockTime) and not _UNTIL.search(segment.text, 0, figure.span.start):
            yield figure.value


def _read_days(figures: Iterable[Figure]) -> Iterator[int]:
    for figure in figures:
        if figure.kind is Kind.DATE and isinstance(figure.value, PartialDate) and figure.value.day:
            yield figure.value.day


def _day_of(day: date | None) -> frozenset[int]:
    return frozenset({day.day} if day else ())
