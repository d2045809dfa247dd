"""Text -> lines, each with what it looks like on its own: blank, source line, advertisement, headline, body ..."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from assistant.folding import fold_widths
from assistant.records import Span
from assistant.segmenting import rules


class Look(Enum):
    """What a line looks like, taken by itself."""

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
    BYLINE = auto()
    """記者某某／台北報導: part of an item, and not translated."""


MATTER = frozenset({Look.RELATED_HEADING, Look.NAVIGATION, Look.ADVERTISEMENT, Look.FOOTER, Look.RULE})
"""Looks of lines that are no news."""
CONTENT = frozenset({Look.HEADLINE, Look.BODY})
BETWEEN = frozenset({Look.BLANK, Look.NAVIGATION, Look.ADVERTISEMENT, Look.BYLINE})
"""What may stand between a source line and the body it belongs to."""
MOST_BETWEEN = 6
MAX_BYLINES = 3


@dataclass(frozen=True, slots=True)
class Line:
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
    main: bool | None = None
    """Whether an extractor took it for main text; None where none was asked."""


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
        lines.append(replace(line, main=start in starts) if starts else line)
        start = end
    return _join_sources(lines)


def _read_line(text: str, span: Span) -> Line:
    raw = span.of(text)
    stripped = raw.strip()
    if not stripped:
        return Line(span, raw, "", Look.BLANK)
    offset = span.start + raw.index(stripped)
    if len(stripped) > rules.MAX_SOURCE_LINE:
        return Line(span, raw, stripped, _look(stripped))
    titled = _read_titled(stripped)
    if titled:
        headline, named, aged = (found.shift(offset) for found in titled[:3])
        return Line(span, raw, stripped, Look.SOURCE, named, aged, titled[3], headline)
    source = None if rules.ADVERTISER.fullmatch(stripped) else _read_source(stripped, offset)
    if source:
        outlet, age, relative = source
        title = outlet if outlet and _is_title(outlet.of(text)) else None
        return Line(span, raw, stripped, Look.SOURCE, None if title else outlet, age, relative, title)
    return Line(span, raw, stripped, _look(stripped))


def _join_sources(lines: list[Line]) -> list[Line]:
    """Join by-lines and an outlet on lines of their own with the age below them, so that all are one source line."""
    joined: list[Line] = []
    is_dated = False
    for place, line in enumerate(lines):
        if line.look is Look.SOURCE and not line.relative:
            if is_dated and not line.outlet and rules.UPDATED.match(line.text):
                line = replace(line, look=Look.NAVIGATION)  # noqa: PLW2901 (one that was published above)
            is_dated = True
        group = [line]
        if line.look is Look.SOURCE:
            while len(group) <= MAX_BYLINES and joined and joined[-1].look is Look.BYLINE:
                group.insert(0, joined.pop())
            after = _next_look(lines, place)
            if not (line.outlet or line.title) and len(joined) > 1 and _names_outlet(joined, after):
                group.insert(0, joined.pop())
                if joined and joined[-1].text == group[0].text:  # its logo, and its name
                    group.insert(0, joined.pop())
        joined.append(_join(group) if len(group) > 1 else line)
    return joined


def _join(group: list[Line]) -> Line:
    """One source line made of several; an outlet without an age stands first."""
    first, last = group[0], group[-1]
    start = first.span.start + len(first.raw) - len(first.raw.lstrip())
    name = _strip_outlet(first.text, start) if first.look is Look.HEADLINE else None
    outlet = name or last.outlet
    raw = "".join(line.raw for line in group)
    return replace(last, span=Span(first.span.start, last.span.end), raw=raw, text=raw.strip(), outlet=outlet)


def _next_look(lines: list[Line], place: int) -> Look:
    """The look of the next line that is neither blank nor a button or advertisement."""
    following = (line.look for line in lines[place + 1 : place + 1 + MOST_BETWEEN])
    return next((look for look in following if look not in BETWEEN), Look.BLANK)


def _names_outlet(lines: Sequence[Line], after: Look) -> bool:
    """Whether the last of these lines is an outlet: short, behind a text, or between a headline and its body."""
    text, name = lines[-2:]
    if not names_outlet(name) or name.main:
        return False
    if (
        text.look is Look.BLANK
        and len(lines) > 2
        and after is not Look.BODY
        and len(name.text) <= rules.LABEL_CHARACTERS
    ):
        text = lines[-3]
    if after is Look.BODY and text.look is Look.BLANK:
        near = lines[-2 - MOST_BETWEEN : -1]
        above = next((line.look for line in reversed(near) if line.look is not Look.BLANK), Look.BLANK)
        return above is not Look.BODY
    return text.look is Look.HEADLINE if after is Look.BODY else text.look in CONTENT


# tables and patterns in the order in which they are tried; a line must be one of the words, or match as a whole
WORDS = (
    (rules.RELATED_HEADINGS, Look.RELATED_HEADING),
    (rules.ADVERTISEMENTS, Look.ADVERTISEMENT),
    (rules.NAVIGATION, Look.NAVIGATION),
)
SHAPES = (
    (rules.RULE, Look.RULE),
    (rules.BUTTON, Look.NAVIGATION),
    (rules.MORE_FROM, Look.RELATED_HEADING),
    (rules.POINTER, Look.NAVIGATION),
    (rules.READING_TIME, Look.NAVIGATION),
    (rules.ADVERTISER, Look.ADVERTISEMENT),
    (rules.BYLINE, Look.BYLINE),
)


def _look(line: str) -> Look:
    if _is_menu(line):
        return Look.NAVIGATION
    if rules.FOOTER_STARTS.match(line):
        return Look.FOOTER
    found = _look_up(line) if len(line) <= rules.MAX_SOURCE_LINE else None
    if found:
        return found
    short = len(line) <= rules.HEADLINE_CHARACTERS
    return Look.HEADLINE if short and not _reads_as_body(line) else Look.BODY


def _look_up(line: str) -> Look | None:
    """What the tables say of a short line."""
    key = rules.DECORATION.sub("", line).lower()
    if rules.ADVERTISEMENT_STARTS.match(line):
        return Look.ADVERTISEMENT
    named = next((look for words, look in WORDS if key in words), None)
    return named or next((look for shape, look in SHAPES if shape.fullmatch(line)), None)


def _reads_as_body(line: str) -> bool:
    """A headline may ask or exclaim, but has no full stop, and does not break off after a comma."""
    return "。" in line or line.endswith((".", ";", ",")) or bool(rules.CUT.search(line))


def _is_menu(line: str) -> bool:
    """首頁 > 政治 > 選舉, 首頁|要聞|國際, 首頁 即時 國際."""
    words = line.lower().split()
    known = sum(word in rules.NAVIGATION for word in words)
    if len(words) >= rules.LEAST_MENU and known * 3 >= len(words):
        return all(len(word) <= rules.LABEL_CHARACTERS for word in words)
    if len(words) > 2 and known * 2 > len(words):
        return all(word in rules.NAVIGATION or len(word) <= rules.MENU_WORD for word in words)
    if len(line) <= rules.MAX_SOURCE_LINE and rules.JOINED_MENU.fullmatch(line.lower()):
        return True
    pieces = [piece.strip() for piece in re.split(r"[|>»›]|\s/\s", line)]
    if len(pieces) == 2 and rules.PATH.search(line):
        return all(0 < len(piece) <= rules.LABEL_CHARACTERS for piece in pieces)
    limit = rules.LABEL_CHARACTERS if len(pieces) < 5 else rules.LONE_OUTLET
    return len(pieces) > 2 and all(0 < len(piece) <= limit for piece in pieces)


def _read_titled(line: str) -> tuple[Span, Span, Span, bool] | None:
    """Headline, outlet, age, and whether the age is relative, when the line holds all three in this order."""
    for pattern, relative in ((rules.RELATIVE_AGE, True), (rules.PRINTED_TIME, False)):
        for age in pattern.finditer(line):
            found = rules.TITLED.fullmatch(line, 0, age.start())
            if not found or line[age.end() :].strip(rules.SEPARATORS):
                continue
            if _is_title_before_outlet(found["title"]) and found["outlet"].lower() not in rules.NAVIGATION:
                return Span(*found.span("title")), Span(*found.span("outlet")), Span(*age.span()), relative
    return None


def _read_source(line: str, offset: int) -> tuple[Span | None, Span, bool] | None:
    """Outlet, age, and whether the age is relative, when the line holds nothing else."""
    line = _blank(rules.SOURCE_TAIL, _blank(rules.READING_TIME, line))
    published = _blank(rules.UPDATED, line)
    line = published if rules.PRINTED_TIME.search(published) else line
    for pattern, relative in ((rules.RELATIVE_AGE, True), (rules.PRINTED_TIME, False)):
        found = pattern.search(line)
        if not found:
            continue
        before, after = line[: found.start()], line[found.end() :]
        names = [_strip_outlet(before, 0), _strip_outlet(after, found.end())]
        outlets = [name for name in names if name]
        if len(outlets) > 1 or any(not _is_outlet(name.of(line)) for name in outlets):
            continue
        if not outlets and before.strip(rules.SEPARATORS) and not _holds_labels(before):
            continue
        outlet = outlets[0].shift(offset) if outlets else None
        age = Span(found.start(), found.start() + len(found[0].rstrip()))
        return outlet, age.shift(offset), relative
    return None


def _holds_labels(before: str) -> bool:
    """Whether labels or a writer stand before an age, so that it is no line of the text."""
    return bool(rules.SOURCE_LABELS.search(before) or rules.BY_NAME.search(before.rstrip(rules.SEPARATORS)))


def _blank(pattern: re.Pattern[str], line: str) -> str:
    """The line with blanks in place of what matches, so that nothing in it moves."""
    return pattern.sub(lambda found: " " * len(found[0]), line)


def _strip_outlet(piece: str, offset: int) -> Span | None:
    """Where the name stands in ``piece``, without separators and labels such as 發布時間."""
    blanked = _blank(rules.SOURCE_LABELS, piece)
    blanked = rules.BY_NAME.sub("", blanked.rstrip(rules.SEPARATORS))
    name = blanked.strip(rules.SEPARATORS)
    start = blanked.index(name) if name else 0
    return Span(start, start + len(name)).shift(offset) if name else None


def names_outlet(line: Line) -> bool:
    """Whether a line by itself could be the name of an outlet."""
    if line.look is not Look.HEADLINE or len(line.text) > rules.LONE_OUTLET or not _is_outlet(line.text):
        return False
    if rules.NOT_A_NAME.search(line.text):
        return False
    return len(line.text) <= rules.SPACED_OUTLET or not rules.HEADLINE_SPACE.search(line.text)


def _is_title(name: str) -> bool:
    """Whether what stands beside an age is a headline: no outlet is so long, or as long in two halves."""
    return _count_wide(name) >= (
        rules.LEAST_TITLE_IN_HALVES if rules.HEADLINE_SPACE.search(name) else rules.LEAST_TITLE
    )


def _is_title_before_outlet(text: str) -> bool:
    """Whether a headline, and not an outlet before its section, stands before an outlet."""
    long = len(text) >= rules.LEAST_TITLE_IN_HALVES or _count_wide(text) >= rules.LEAST_TITLE_BEFORE_OUTLET
    return long and _count_wide(text) >= rules.LABEL_CHARACTERS // 2 and not rules.OUTLET_NAME.fullmatch(text)


def _count_wide(text: str) -> int:
    return sum(character >= rules.FIRST_WIDE for character in text)


def _is_outlet(name: str) -> bool:
    if len(name) > rules.MAX_OUTLET or rules.NOT_IN_OUTLET.search(name):
        return False
    return not rules.PRINTED_TIME.search(name)
