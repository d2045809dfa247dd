"""Parts -> items: spans, segments with their roles, outlet, age, language."""

from collections.abc import Iterator, Sequence

from assistant.folding import fold_widths
from assistant.records import Item, Role, Segment, Span
from assistant.segmenting.languages import tell_language
from assistant.segmenting.lines import CONTENT, Line, Look
from assistant.segmenting.part import Part
from assistant.segmenting.rules import outlets, stories
from assistant.segmenting.sentences import split_sentences

NEWS = CONTENT | {Look.SOURCE}


def make_item(text: str, lines: Sequence[Line], part: Part, index: int) -> Item:
    """The item of one part; its segments tile it.

    Args:
        text: of the dump.
        lines: all lines of the dump.
        part: which of them.
        index: its place among the items.
    """
    own = lines[part.first : part.last]
    span = Span(own[0].span.start, own[-1].span.end)
    pieces = _join_blanks(_cut_lines(lines, part))
    segments = tuple(Segment(number, piece, piece.of(text), role) for number, (piece, role) in enumerate(pieces))
    source = lines[part.source] if part.source is not None else None
    headline = _find_headline(lines, part)
    return Item(
        index=index,
        kind=part.kind,
        span=span,
        text=span.of(text),
        segments=segments,
        language=tell_language(span.of(text), text),
        headline=_strip_span(text, headline) if headline else None,
        outlet=_find_outlet(text, lines, part),
        age=_strip_span(text, source.age) if source and source.age else None,
        truncated=part.kind.is_news and _breaks_off(own, segments),
        unsure=part.unsure,
    )


def _find_headline(lines: Sequence[Line], part: Part) -> Span | None:
    if part.headline is not None:
        return lines[part.headline].title or _strip_bullet(lines[part.headline])
    return lines[part.source].title if part.source is not None else None


def _strip_bullet(line: Line) -> Span:
    """The line without the mark of a list before it."""
    mark = line.bullet
    return Span(line.own.start + mark if mark else line.span.start, line.span.end)


def _find_outlet(text: str, lines: Sequence[Line], part: Part) -> Span | None:
    if part.outlet is not None:
        span = _strip_span(text, lines[part.outlet].span)
        return Span(span.start + 1, span.end - 1) if lines[part.outlet].text.startswith("(") else span
    return lines[part.source].outlet if part.source is not None else None


def _cut_lines(lines: Sequence[Line], part: Part) -> Iterator[tuple[Span, Role]]:
    is_news = part.kind.is_news
    for number in range(part.first, part.last):
        line = lines[number]
        beside = line.age or line.outlet
        if is_news and number == part.source and line.title and beside:
            yield from _cut_titled(line.span, line.title, beside, max(line.outlet or beside, beside).start)
        elif is_news and (number in (part.source, part.outlet) or line.look is Look.BYLINE):
            yield line.span, Role.SOURCE_LINE
        elif not is_news or line.look not in NEWS:
            yield line.span, Role.MATTER
        elif number == part.headline:
            start = (line.title or _strip_bullet(line)).start
            if start > line.span.start:
                yield Span(line.span.start, start), Role.MATTER
            if line.look is Look.BODY and line.title:
                yield line.title, Role.HEADLINE
                yield from _cut_body(_cut_off(line, line.title.end))
            else:
                yield Span(start, line.span.end), Role.HEADLINE
        else:
            yield from _cut_body(line)


def _cut_off(line: Line, start: int) -> Line:
    """The line from a place in the dump on."""
    return line._replace(span=Span(start, line.span.end), raw=line.raw[start - line.span.start :])


def _cut_titled(line: Span, title: Span, age: Span, behind: int) -> Iterator[tuple[Span, Role]]:
    """A headline and its age, or its outlet, in one line, in the order in which they stand.

    ``behind`` is where the last of age and outlet begins: a headline may stand between the two.
    """
    if title.start < age.start:
        yield Span(line.start, title.end), Role.HEADLINE
        yield Span(title.end, line.end), Role.SOURCE_LINE
    else:
        yield Span(line.start, title.start), Role.SOURCE_LINE
        end = title.end if title.end < behind else line.end
        yield Span(title.start, end), Role.HEADLINE
        if end < line.end:
            yield Span(end, line.end), Role.SOURCE_LINE


def _cut_body(line: Line) -> Iterator[tuple[Span, Role]]:
    """Sentences, and what stands behind them at the end of the line: link text that the page left, the editors."""
    near_end = max(0, len(line.raw) - outlets.MAX_SOURCE_LINE)
    signed = stories.EDITORS.search(line.raw, near_end) if ")" in line.raw or "】" in line.raw else None
    residue = signed or stories.LINK_AT_END.search(line.raw, near_end)
    end = residue.start() if residue and residue.start() else len(line.raw)
    role = Role.CAPTION if line.look is Look.CAPTION else Role.SENTENCE
    for sentence in split_sentences(line.raw, Span(0, end)):
        yield sentence.shift(line.span.start), role
    if end < len(line.raw):
        yield Span(end, len(line.raw)).shift(line.span.start), Role.SOURCE_LINE if signed else Role.MATTER


def _join_blanks(pieces: Iterator[tuple[Span, Role]]) -> list[tuple[Span, Role]]:
    """Join neighbouring pieces of matter."""
    joined: list[tuple[Span, Role]] = []
    for span, role in pieces:
        if joined and role is Role.MATTER and joined[-1][1] is Role.MATTER:
            joined[-1] = Span(joined[-1][0].start, span.end), role
        else:
            joined.append((span, role))
    return joined


def _breaks_off(lines: Sequence[Line], segments: Sequence[Segment]) -> bool:
    """Whether the body ends in dots, or its last line is a paragraph that lacks a full stop."""
    sentences = [s for s in segments if s.role.is_text]
    if not sentences:
        return False
    end = fold_widths(sentences[-1].text[-40:])
    last = next(line for line in reversed(lines) if line.look in CONTENT)
    finished = stories.FINAL.search(end) or outlets.finds_credit(end)
    paragraph = last.look is Look.BODY or (last.look is Look.HEADLINE and bool(stories.CLAUSES.search(last.text)))
    return bool(stories.CUT.search(end)) or (paragraph and not finished)


def _strip_span(text: str, span: Span) -> Span:
    raw = span.of(text)
    start = span.start + len(raw) - len(raw.lstrip())
    return Span(start, start + len(raw.strip()))
