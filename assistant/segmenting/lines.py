"""Text -> lines, each with what it looks like on its own: blank, source line, advertisement, headline, body ..."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from assistant.folding import fold_widths
from assistant.patterns.sieve import may_match
from assistant.records import Span
from assistant.segmenting.interface import ENOUGH, heads_list, weigh
from assistant.segmenting.paths import reads_as_foot, reads_as_menu
from assistant.segmenting.rules import buttons, matter, offers, outlets, stories, times
from assistant.segmenting.source_line import (
    count_wide,
    find_patterns,
    is_before_brackets,
    is_title,
    read_named_day,
    read_pieces,
    read_source,
    read_titled,
    trim_title,
)


class Look(Enum):
    """What a line looks like, taken by itself."""

    __hash__ = object.__hash__  # of what is one object each: that of Enum is Python, and asked for half a million times

    BLANK = auto()
    SOURCE = auto()
    """Outlet and age: 民視 ・ 1 天前."""
    RELATED_HEADING = auto()
    NAVIGATION = auto()
    ADVERTISEMENT = auto()
    FOOTER = auto()
    RULE = auto()
    HEADLINE = auto()
    """Short, and no full stop at its end."""
    BODY = auto()
    CAPTION = auto()
    """What a picture shows, and who took it: text of the article that may stand anywhere in it."""
    BYLINE = auto()
    """記者某某／台北報導: part of an item, and not translated."""


MATTER = frozenset({Look.RELATED_HEADING, Look.NAVIGATION, Look.ADVERTISEMENT, Look.FOOTER, Look.RULE})
"""Looks of lines that are no news."""
CONTENT = frozenset({Look.HEADLINE, Look.BODY, Look.CAPTION})
BETWEEN = frozenset({Look.BLANK, Look.NAVIGATION, Look.ADVERTISEMENT, Look.BYLINE, Look.CAPTION})
"""What may stand between a source line and the body it belongs to."""
LEAST_SPACED = 6
SHARE_SPACED = 0.9
"""A page with so many lines, nearly each with blank ones below it, is spaced throughout."""


class Line(NamedTuple):
    """One line, its line end included in ``span``."""

    span: Span
    raw: str
    """Folded to ASCII widths."""
    text: str
    """The same without white space around it."""
    look: Look
    outlet: Span | None = None
    age: Span | None = None
    relative: bool = False
    """The age counts back from the time of capture."""
    title: Span | None = None
    """The headline, where it stands in one line with its age: the line is source line and headline."""
    heads: bool | None = None
    """Whether a time stands below the headline of an article (True) or above it; None where that is not known."""
    main: bool | None = None
    """Whether an extractor took it for main text; None where none was asked."""
    linked: bool = False
    """A saved page marks it as nothing but a link to another one."""
    inset: "Line | None" = None
    """What a line inside an article, which is navigation in it, is as an item of its own: a link to another article."""

    @property
    def own(self) -> Span:
        """Where its text stands in the dump, without the white space around it."""
        start = self.span.start + self.raw.index(self.text)
        return Span(start, start + len(self.text))

    def locate(self, found: re.Match[str], group: str) -> Span:
        """Where a group of a match in its text stands in the dump."""
        return Span(*found.span(group)).shift(self.own.start)

    def read(self, span: Span | None) -> str:
        """What the line prints at a place in the dump; nothing for None."""
        return span.shift(-self.span.start).of(self.raw) if span else ""

    def split(self, size: int) -> tuple["Line", "Line"]:
        """Two lines that look like this one, the first with so many characters."""
        middle = self.span.start + size
        first = Line(Span(self.span.start, middle), self.raw[:size], self.raw[:size].strip(), self.look)
        return first, Line(Span(middle, self.span.end), self.raw[size:], self.raw[size:].strip(), self.look)

    @property
    def bullet(self) -> int:
        """How many characters of its text are the mark of a list before a headline."""
        mark = outlets.BULLET.match(self.text)
        return mark.end() if mark else 0


def read_lines(text: str, main: Sequence[Span] = ()) -> list[Line]:
    """Cut at line ends; the spans tile ``text``. What a line looks like is told from its folded form.

    Args:
        text: of the dump.
        main: lines that an extractor took for the main text; none where there was no extractor.
    """
    text = fold_widths(text)
    starts = {span.start for span in main}
    lines = []
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        line = _read_line(text, Span(start, end))
        lines.append(line._replace(main=start in starts) if starts else line)
        start = end
    return lines if starts else _close_up(lines)


def _close_up(lines: list[Line]) -> list[Line]:
    """Join the blank lines of a page on which every line has as many below it: they tell nothing."""
    runs = [(n, len(list(run))) for n, run in _find_blanks(lines)]
    filled = sum(line.look is not Look.BLANK for line in lines)
    if filled < LEAST_SPACED or len(runs) < (filled - 1) * SHARE_SPACED:
        return lines
    least = min(length for _, length in runs)
    within = {n + place for n, _ in runs for place in range(least)}
    starts = [n for n in range(len(lines)) if n not in within]
    return [merge_lines(lines[a:b], lines[a], lines[a].outlet) for a, b in pairwise([*starts, len(lines)])]


def _find_blanks(lines: list[Line]) -> Iterator[tuple[int, list[Line]]]:
    """Each run of blank lines between others, with the number of its first."""
    start = 0
    for look, run in groupby(lines, key=lambda line: line.look is Look.BLANK):
        own = list(run)
        if look and start > 0 and start + len(own) < len(lines):
            yield start, own
        start += len(own)


def _read_line(text: str, span: Span) -> Line:
    raw = span.of(text)
    stripped = raw.strip()
    if not stripped:
        return Line(span, raw, "", Look.BLANK)
    form = _read_form(stripped)
    if form.look is not Look.SOURCE:
        return Line(span, raw, stripped, form.look)
    offset = span.start + raw.index(stripped)
    outlet, age, title = (found and found.shift(offset) for found in (form.outlet, form.age, form.title))
    return Line(span, raw, stripped, form.look, outlet, age, form.relative, title)


class _Form(NamedTuple):
    """What a line is and what stands in it, wherever in a dump it stands: spans count from its first character."""

    look: Look
    outlet: Span | None = None
    age: Span | None = None
    relative: bool = False
    title: Span | None = None


KEPT_FORMS = 4_000
"""Pages repeat their buttons and headings, and lists their outlets with the same few ages."""


@lru_cache(maxsize=KEPT_FORMS)
def _read_form(line: str) -> _Form:
    short = len(line) <= outlets.MAX_SOURCE_LINE and "。" not in line
    patterns = find_patterns(line) if short else []
    if not patterns or buttons.POST.fullmatch(line) or buttons.BUTTON.fullmatch(line):
        return _Form(_look(line))
    titled = read_titled(line, patterns)
    if titled:
        return _Form(Look.SOURCE, *titled[1:], trim_title(titled[0], line))
    source = read_source(line, 0, patterns) or read_pieces(line, 0) or read_named_day(line)
    if source is None or matter.ADVERTISER.fullmatch(line):
        return _Form(_look(line))
    outlet, age, relative = source
    outlet = None if outlet and matter.SECTION.fullmatch(outlet.of(line)) else outlet
    is_headline = outlet and (is_title(outlet.of(line)) or is_before_brackets(outlet, age, line))
    if outlet and is_headline:
        return _Form(Look.SOURCE, None, age, relative, trim_title(outlet, line))
    return _Form(Look.SOURCE, outlet, age, relative)


LONGEST_OFFER = 90
# tables and patterns in the order in which they are tried; a line must be one of the words, or match as a whole
WORDS = (
    (matter.RELATED_HEADINGS, Look.RELATED_HEADING),
    (matter.ADVERTISEMENTS, Look.ADVERTISEMENT),
    (matter.NAVIGATION, Look.NAVIGATION),
)
SHAPES: tuple[tuple[Any, Look], ...] = (
    (matter.RULE, Look.RULE),
    (matter.NO_WORDS, Look.NAVIGATION),
    (matter.MENU, Look.NAVIGATION),
    (matter.ADDRESS, Look.NAVIGATION),
    (matter.PLACE, Look.NAVIGATION),
    (matter.CRUMBS, Look.NAVIGATION),
    (matter.EDITION, Look.NAVIGATION),
    (matter.QUOTES, Look.NAVIGATION),
    (matter.TONGUES, Look.NAVIGATION),
    (matter.CHOICES, Look.NAVIGATION),
    (matter.FILE, Look.NAVIGATION),
    (matter.RIGHTS, Look.FOOTER),
    (buttons.POST, Look.NAVIGATION),
    (buttons.BUTTON, Look.NAVIGATION),
    (stories.MORE_FROM, Look.RELATED_HEADING),
    (matter.POINTER, Look.NAVIGATION),
    (matter.PICTURES, Look.NAVIGATION),
    (times.READING_TIME, Look.NAVIGATION),
    (matter.WIDGET, Look.ADVERTISEMENT),
    (matter.ADVERTISER, Look.ADVERTISEMENT),
    (outlets.CREDITED, Look.BYLINE),
    (outlets.BYLINE, Look.BYLINE),
    (outlets.FIELD, Look.BYLINE),
    (outlets.SIGNED, Look.BYLINE),
)
"""All of them sieved: most lines can match none."""


def _look(line: str) -> Look:
    """What a line is, by itself or without the marks that text browsers put before links and entries of lists."""
    mark = outlets.LINK_MARKS.match(line)
    if mark and mark.end() < len(line):
        look = _look_alone(line[mark.end() :])
        if look not in CONTENT:
            return look
    return _look_alone(line)


def _look_alone(line: str) -> Look:
    if reads_as_menu(line):
        return Look.NAVIGATION
    if matter.FOOTER_STARTS.match(line) or reads_as_foot(line):
        return Look.FOOTER
    found = _look_up(line)
    if found or weigh(line) >= ENOUGH:
        return found or (Look.RELATED_HEADING if heads_list(line) else Look.NAVIGATION)
    if heads_list(line):
        return Look.RELATED_HEADING
    near_end = max(0, len(line) - outlets.MAX_SOURCE_LINE)
    credited = outlets.finds_credit(line, near_end) and not stories.EDITORS.search(line, near_end)
    if stories.CAPTION.match(line) or credited or ("=" in line and stories.PICTURED.fullmatch(line)):
        return Look.CAPTION
    short = len(line) + count_wide(line) <= stories.HEADLINE_COLUMNS
    return Look.HEADLINE if short and not _reads_as_body(line) else Look.BODY


def _look_up(line: str) -> Look | None:
    """What the tables say of a short line."""
    if len(line) <= LONGEST_OFFER and offers.speaks_to_reader(line):
        return Look.ADVERTISEMENT
    if len(line) > outlets.MAX_SOURCE_LINE:
        return None
    key = matter.DECORATION.sub("", line).lower()
    if matter.ADVERTISEMENT_STARTS.match(line) or matter.ADVERTISED.fullmatch(line):
        return Look.ADVERTISEMENT
    named = next((look for words, look in WORDS if key in words), None)
    if named is None and matter.SECTION.fullmatch(key):
        named = Look.NAVIGATION
    if named:
        return named
    may = may_match(line)
    return next((look for shape, look in SHAPES if shape.bit & may and shape.fullmatch(line)), None)


def _reads_as_body(line: str) -> bool:
    """A headline may ask or exclaim, but has no full stop, and does not break off after a comma."""
    ends = line.endswith((".", ";", ",")) and len(line) > stories.LABEL_CHARACTERS
    return "。" in line or ends or bool(stories.CUT.search(line))


def merge_lines(group: Sequence[Line], like: Line, outlet: Span | None) -> Line:
    """One line made of several that follow one another: what ``like`` is, with an outlet."""
    raw = "".join(line.raw for line in group)
    return like._replace(span=Span(group[0].span.start, group[-1].span.end), raw=raw, text=raw.strip(), outlet=outlet)


def read_outlet(line: Line) -> str:
    """The outlet as it is printed in the line."""
    return line.read(line.outlet)


def read_age(line: Line) -> str:
    """The age or time as it is printed in the line."""
    return line.read(line.age)
