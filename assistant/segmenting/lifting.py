"""Items inside an item: a link to another article stands between two paragraphs of this one, and is none of it.

The outer item keeps its whole span, and what stands inside it is matter among its segments. The parts of a dump are the
stretches that ``tile_items`` makes of both, so that every character is in exactly one of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.records import Item, ItemKind, Span
from assistant.segmenting.building import make_item
from assistant.segmenting.lines import Line, Look
from assistant.segmenting.part import Part


def tile_items(items: Iterable[Item]) -> Iterator[tuple[Span, Item]]:
    """The stretches of a dump in order, each with its item; one with others inside it has several.

    Args:
        items: of one dump, as ``split_items`` gives them.
    """
    outer: Item | None = None
    at = 0
    for item in items:
        inside = outer is not None and item.span.start < outer.span.end
        if outer and at < (item.span.start if inside else outer.span.end):
            yield Span(at, item.span.start if inside else outer.span.end), outer
        at = item.span.start
        if inside:
            yield item.span, item
            at = item.span.end
        else:
            outer = item
    if outer and at < outer.span.end:
        yield Span(at, outer.span.end), outer


def list_outer(items: Iterable[Item]) -> list[Item]:
    """The items that stand in no other one; they tile the dump."""
    outer: list[Item] = []
    for item in items:
        if not outer or item.span.start >= outer[-1].span.end:
            outer.append(item)
    return outer


def lift_insets(text: str, lines: Sequence[Line], items: Iterable[Item]) -> tuple[Item, ...]:
    """The items of a dump, behind each of news those that stand inside it, numbered anew.

    Args:
        text: of the dump.
        lines: of the dump.
        items: that tile it.
    """
    insets = iter([line.inset for line in lines if line.inset and line.look is Look.NAVIGATION])
    inset = next(insets, None)
    made: list[Item] = []
    for item in items:
        made.append(item)
        while inset and inset.span.start < item.span.end:
            if item.kind.is_news:
                is_source = inset.look is Look.SOURCE
                part = Part(0, 1, ItemKind.RELATED, None if is_source else 0, 0 if is_source else None)
                made.append(make_item(text, [inset], part, 0))
            inset = next(insets, None)
    return tuple(replace(item, index=index) if item.index != index else item for index, item in enumerate(made))
