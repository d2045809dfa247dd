"""Text -> lines, each with what it looks like on its own: blank, source line, advertisement, headline, body ..."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from assistant.records import Span
from assistant.segmenting import rules
from assistant.widths import fold_widths


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


MATTER = frozenset({Look.RELATED_HEADING, Look.NAVIGATION, Look.ADVERTISEMENT, Look.FOOTER, Look.RULE})
"""Looks of lines that are no news."""
CONTENT = frozenset({Look.HEADLINE, Look.BODY})


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


def read_lines(text: str) -> list[Line]:
    """Cut at line ends; the spans tile ``text``. What a line looks like is told from its folded form."""
    text = fold_widths(text)
    lines = []
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        lines.append(_read_line(text, Span(start, end)))
        start = end
    return _join_sources(lines)


def _read_line(text: str, span: Span) -> Line:
    raw = span.of(text)
    stripped = raw.strip()
    if not stripped:
        return Line(span, raw, "", Look.BLANK)
    source = (
        _read_source(stripped, span.start + raw.index(stripped)) if len(stripped) <= rules.MAX_SOURCE_LINE else None
    )
    if source:
        outlet, age, relative = source
        return Line(span, raw, stripped, Look.SOURCE, outlet, age, relative)
    return Line(span, raw, stripped, _look(stripped))


def _join_sources(lines: list[Line]) -> list[Line]:
    """Join an outlet on a line of its own with the age on the next one, so that both are one source line."""
    joined: list[Line] = []
    for place, line in enumerate(lines):
        after = lines[place + 1].look if place + 1 < len(lines) else Look.BLANK
        if len(joined) > 1 and line.look is Look.SOURCE and not line.outlet and _names_outlet(joined, after):
            name = joined.pop()
            start = name.span.start + (len(name.raw) - len(name.raw.lstrip()))
            outlet = Span(start, start + len(name.text))
            line = replace(line, span=Span(name.span.start, line.span.end), outlet=outlet)  # noqa: PLW2901
        joined.append(line)
    return joined


def _names_outlet(before: list[Line], after: Look) -> bool:
    """Whether the last of these lines is an outlet: short, behind a text, or between a headline and its body."""
    text, name = before[-2], before[-1]
    if name.look is not Look.HEADLINE or len(name.text) > rules.LONE_OUTLET or not _is_outlet(name.text):
        return False
    return text.look is Look.HEADLINE if after is Look.BODY else text.look in CONTENT


def _look(line: str) -> Look:
    if _is_menu(line):
        return Look.NAVIGATION
    if len(line) <= rules.MAX_SOURCE_LINE:
        key = rules.DECORATION.sub("", line).lower()
        for table, look in (
            (rules.RELATED_HEADINGS, Look.RELATED_HEADING),
            (rules.ADVERTISEMENTS, Look.ADVERTISEMENT),
            (rules.NAVIGATION, Look.NAVIGATION),
        ):
            if key in table:
                return look
        if rules.RULE.fullmatch(line):
            return Look.RULE
        if rules.ADVERTISEMENT_STARTS.match(line):
            return Look.ADVERTISEMENT
    if rules.FOOTER_STARTS.match(line):
        return Look.FOOTER
    short = len(line) <= rules.HEADLINE_CHARACTERS
    return Look.HEADLINE if short and not _reads_as_body(line) else Look.BODY


def _reads_as_body(line: str) -> bool:
    """A headline may ask or exclaim, but has no full stop, and does not break off after a comma."""
    return "。" in line or line.endswith((".", ";", ",")) or bool(rules.CUT.search(line))


def _is_menu(line: str) -> bool:
    """首頁 > 政治 > 選舉, 首頁|要聞|國際."""
    pieces = [piece.strip() for piece in re.split(r"[|>»›]", line)]
    limit = rules.LABEL_CHARACTERS if len(pieces) < 5 else rules.LONE_OUTLET
    return len(pieces) > 2 and all(0 < len(piece) <= limit for piece in pieces)


def _read_source(line: str, offset: int) -> tuple[Span | None, Span, bool] | None:
    """Outlet, age, and whether the age is relative, when the line holds nothing else."""
    for pattern, relative in ((rules.RELATIVE_AGE, True), (rules.PRINTED_TIME, False)):
        found = pattern.search(line)
        if not found:
            continue
        before, after = line[: found.start()], line[found.end() :]
        names = [_strip_outlet(before, 0), _strip_outlet(after, found.end())]
        outlets = [name for name in names if name]
        if len(outlets) > 1 or any(not _is_outlet(name.of(line)) for name in outlets):
            continue
        if before and not outlets and before.strip(rules.SEPARATORS) and not rules.SOURCE_LABELS.search(before):
            continue
        outlet = outlets[0].shift(offset) if outlets else None
        return outlet, Span(found.start(), found.end()).shift(offset), relative
    return None


def _strip_outlet(piece: str, offset: int) -> Span | None:
    """Where the name stands in ``piece``, without separators and labels such as 發布時間."""
    blanked = rules.SOURCE_LABELS.sub(lambda label: " " * len(label[0]), piece)
    name = blanked.strip(rules.SEPARATORS)
    start = blanked.index(name) if name else 0
    return Span(start, start + len(name)).shift(offset) if name else None


def _is_outlet(name: str) -> bool:
    return len(name) <= rules.MAX_OUTLET and not rules.NOT_IN_OUTLET.search(name)
