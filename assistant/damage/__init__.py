"""What the source lost or garbled, noted item by item. The text stays as printed; nothing is mended.

Missing characters, wrong ones, text that breaks off, link text and markup left in. A clean text yields no note.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from assistant.damage.missing import Losses
from assistant.damage.tables import LINK_INSIDE, MARKUP_RESIDUE
from assistant.damage.wrong import Misprints, find_confusions, tell_confusion
from assistant.folding import fold_widths
from assistant.records import Damage, Dump, Item, Misprint, Role, Span

__all__ = ["add_offered", "note_damage"]

CUT_CHARACTERS = 12
"""How much of the end of a text that breaks off is shown."""
RESIDUES = ((MARKUP_RESIDUE, "markup", "&<"), (LINK_INSIDE, "link text", ("://", "連結", "链接")))
"""What is left in, what it is called, and signs of which one is in each of them."""


def note_damage(dump: Dump, items: Sequence[Item]) -> tuple[Item, ...]:
    """The items with their damage, in the order of the text."""
    text = fold_widths(dump.text)
    losses, misprints = Losses(text), Misprints(text)
    return tuple(_note(item, text, losses, misprints, dump.garbled) if item.kind.is_news else item for item in items)


Garbled = Sequence[tuple[Span, str]]


def _note(item: Item, text: str, losses: Losses, misprints: Misprints, garbled: Garbled) -> Item:
    damage = _sort(item, chain(_find_damage(text, item, losses, misprints), _find_garbled(item, garbled)))
    return item if damage == item.damage else replace(item, damage=damage)


def add_offered(item: Item, offered: Iterable[Misprint]) -> Item:
    """The item with those of a model's misprints as damage that stand where it says and that the tables know."""
    known = {damage.span for damage in item.damage if damage.kind == "wrong"}
    found = [damage for misprint in offered for damage in _accept(item, misprint) if damage.span not in known]
    return replace(item, damage=_sort(item, iter((*item.damage, *found)))) if found else item


def _accept(item: Item, misprint: Misprint) -> Iterator[Damage]:
    segment = next((s for s in item.sentences if s.index == misprint.segment), None)
    note = tell_confusion(misprint.printed, misprint.meant, segment.text) if segment else ""
    if segment is None or not note:
        return
    place = segment.text.find(misprint.printed)
    while place >= 0:
        span = Span(place, place + len(misprint.printed)).shift(segment.span.start)
        yield Damage("wrong", span, misprint.printed, f"{note} (so the model; the table of confusions knows the pair)")
        place = segment.text.find(misprint.printed, place + len(misprint.printed))


def _find_damage(text: str, item: Item, losses: Losses, misprints: Misprints) -> Iterator[Damage]:
    for segment in item.sentences:
        yield from losses.find(segment.span)
        yield from misprints.find(segment.span)
        yield from find_confusions(text, segment.span)
        yield from _find_residue(text, segment.span)
    yield from _find_link_words(item)
    yield from _find_end(item)


def _find_garbled(item: Item, garbled: Garbled) -> Iterator[Damage]:
    """Sentences in lines that were read in a wrong encoding."""
    for line, words in garbled:
        for segment in item.sentences if line.overlaps(item.span) else ():
            if line.overlaps(segment.span):
                span = _strip(segment.span, segment.text)
                yield Damage("wrong", span, item.read(span), f"the line is mojibake: {words}")


def _find_residue(text: str, span: Span) -> Iterator[Damage]:
    words = span.of(text)
    for pattern, what, signs in RESIDUES:
        for found in pattern.finditer(text, *span) if any(sign in words for sign in signs) else ():
            yield Damage("residue", Span(*found.span()), found[0], f"{what} that the page left in")


def _find_link_words(item: Item) -> Iterator[Damage]:
    """Words behind the last sentence of a line that are no part of it: 原始連結."""
    for before, segment in zip(item.segments, item.segments[1:], strict=False):
        words = segment.text.strip()
        if segment.role is Role.MATTER and words and before.role.is_text and not before.text.endswith("\n"):
            span = _strip(segment.span, segment.text)
            yield Damage("residue", span, words, "link text that the page left in")


def _find_end(item: Item) -> Iterator[Damage]:
    if not item.truncated:
        return
    last = item.sentences[-1]
    span = _strip(last.span, last.text)
    start = max(span.start, span.end - CUT_CHARACTERS)
    end = Span(start, span.end)
    dots = item.read(end).rstrip('」』”")').endswith(("…", "...", "⋯"))
    yield Damage(
        "cut", end, item.read(end), "a teaser: the text breaks off here" if dots else "the text breaks off here"
    )


def _strip(span: Span, text: str) -> Span:
    """The span without the white space around it."""
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))


def _sort(item: Item, found: Iterator[Damage]) -> tuple[Damage, ...]:
    """In the order of the text, each place once for each kind, with what the item prints there."""
    places = {(d.span, d.kind): replace(d, printed=item.read(d.span)) for d in found}
    return tuple(places[key] for key in sorted(places))
