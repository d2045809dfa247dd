"""What a reply about the parts makes of the lines: items that still tile the dump, whatever it says.

A part reaches to the next beginning, so that no reply can lose or double a character; numbers that were not asked about
are dropped.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.records import Dump, Item, ItemKind, Span
from assistant.segmenting.asking import CONTINUED, ReplyPart, ReplyParts
from assistant.segmenting.building import make_item
from assistant.segmenting.hints import read_marked_lines
from assistant.segmenting.lifting import lift_insets
from assistant.segmenting.lines import CONTENT, Line, Look
from assistant.segmenting.menus import as_menu
from assistant.segmenting.part import Part
from assistant.segmenting.stretches import Stretch, find_stretches, place_items

_SAID_NO_NEWS = "the model took it for no news"
HEADLINES = CONTENT | {Look.NAVIGATION, Look.RELATED_HEADING, Look.ADVERTISEMENT, Look.BYLINE}
"""What the rules may have taken a headline for."""


def apply_parts(dump: Dump, items: Sequence[Item], reply: ReplyParts) -> tuple[Item, ...]:
    """The items of the dump, those of which the rules were unsure cut as the reply says."""
    lines = list(read_marked_lines(dump))
    told = {part.first_line - 1: part for part in reply.parts}
    made: list[Item] = []
    done = 0
    places = place_items(lines, items)
    for stretch in find_stretches(lines, items):
        parts = _cut_stretch(lines, stretch, told)
        lost = [item for place, item in places if _loses(lines, stretch, parts, place, item)]
        if lost:  # advertisements have sentences as well: whoever reads it sees what the model said
            said = {item.span: _SAID_NO_NEWS for item in lost}
            places = [(place, _doubt(item, said.get(item.span))) for place, item in places]
        elif parts:
            made += _keep(dump.text, lines, places, Span(done, stretch.first))
            made += [make_item(dump.text, lines, part, 0) for part in parts]
            done = stretch.last
    made += _keep(dump.text, lines, places, Span(done, len(lines)))
    return lift_insets(dump.text, lines, made)


def _loses(lines: Sequence[Line], stretch: Stretch, parts: Sequence[Part], place: Span, item: Item) -> bool:
    """Whether a story with sentences is in no part that is news: a reply, which a page may talk into it, drops none."""
    if not item.kind.is_news or not parts or not place.overlaps(Span(stretch.first, stretch.last)):
        return False
    told = [n for n in range(place.start, place.end) if lines[n].look is Look.BODY and "。" in lines[n].text]
    return bool(told) and not any(part.kind.is_news and part.first <= n < part.last for part in parts for n in told)


def _doubt(item: Item, said: str | None) -> Item:
    return replace(item, unsure="; ".join(filter(None, (item.unsure, said)))) if said else item


def _keep(text: str, lines: Sequence[Line], places: Sequence[tuple[Span, Item]], kept: Span) -> Iterator[Item]:
    """The items among these lines as they were; what is no news may be cut at the edges."""
    for place, item in places:
        if kept.holds(place):
            yield item
        elif place.overlaps(kept):
            yield make_item(text, lines, Part(max(place.start, kept.start), min(place.end, kept.end), item.kind), 0)


def _cut_stretch(lines: list[Line], stretch: Stretch, told: dict[int, ReplyPart]) -> list[Part]:
    """The parts of one stretch; what comes before the first beginning stays what it was, or joins it."""
    starts = [n for n in range(stretch.first, stretch.last) if n in told and lines[n].look is not Look.BLANK]
    parts: list[Part] = []
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else stretch.last
        begin = start
        if not place and start > stretch.first:
            if stretch.above is None:
                begin = stretch.first
            else:
                parts.append(Part(stretch.first, start, stretch.above))
        add_part(lines, parts, told[start], Span(begin, end))
    return parts


def add_part(lines: list[Line], parts: list[Part], told: ReplyPart, place: Span) -> None:
    """One more part, or the rest of an article: what stands between its paragraphs is matter then."""
    open_at = next((n for n in range(len(parts) - 1, -1, -1) if parts[n].kind.is_news), None)
    if told.kind == CONTINUED and open_at is not None:
        story = parts[open_at]
        source = _find_source(lines, Span(story.first, place.end)) if story.source is None else story.source
        for part in parts[open_at + 1 :]:
            lines[part.first : part.last] = map(as_menu, lines[part.first : part.last])
        parts[open_at:] = [story._replace(last=place.end, source=source)]
        _restore_text(lines, place)
        return
    kind = ItemKind.ARTICLE if told.kind == CONTINUED else ItemKind(told.kind)
    headline = source = None
    if kind.is_news:
        place = _reach_source(lines, parts, told.source_line - 1, place)
        _restore_text(lines, place)
        headline = _within(told.headline_line, place, lines, HEADLINES)
        source = _within(told.source_line, place, lines, {Look.SOURCE})
        source = _find_source(lines, place) if source is None else source
    if headline is not None and lines[headline].look not in CONTENT:
        lines[headline] = lines[headline]._replace(look=Look.HEADLINE)
    parts.append(Part(place.start, place.end, kind, headline, source))


def _reach_source(lines: list[Line], parts: list[Part], source: int, place: Span) -> Span:
    """The lines of a story from its source line on, if only what is no news stands between that and its beginning."""
    at = next((n for n, part in enumerate(parts) if part.first <= source < part.last), None)
    if at is None or lines[source].look is not Look.SOURCE or any(part.kind.is_news for part in parts[at:]):
        return place
    lines[source + 1 : place.start] = map(as_menu, lines[source + 1 : place.start])
    rest = [parts[at]._replace(last=source)] if parts[at].first < source else []
    parts[at:] = rest
    return Span(source, place.end)


def _find_source(lines: Sequence[Line], place: Span) -> int | None:
    """The first line with an outlet or a time, where the reply names none."""
    return next((n for n in range(place.start, place.end) if lines[n].look is Look.SOURCE), None)


def _restore_text(lines: list[Line], place: Span) -> None:
    """Take whole sentences of a story for its text, also where the rules took them for the page's own."""
    for number in range(place.start, place.end):
        if lines[number].look is Look.NAVIGATION and "。" in lines[number].text:
            lines[number] = lines[number]._replace(look=Look.BODY)


def _within(number: int, place: Span, lines: Sequence[Line], looks: Iterable[Look]) -> int | None:
    """The line with this number, if it lies in the part and looks like what it is said to be."""
    return number - 1 if place.start <= number - 1 < place.end and lines[number - 1].look in looks else None
