"""Small records for tests: items made from lines, replies made from chunks."""

import json
from typing import Any

from assistant.records import Chunk, Dump, Item, ItemKind, Passage, Role, Segment, Span


def make_item(*sentences: str, index: int = 0, headline: str = "稀土出口增加", start: int = 0) -> Item:
    """An item of a headline and sentences, one a line, that begins at ``start`` of its dump."""
    segments: list[Segment] = []
    at = start
    for number, line in enumerate((headline, *sentences)):
        text = line + "\n"
        segments.append(Segment(number, Span(at, at + len(text)), text, Role.SENTENCE if number else Role.HEADLINE))
        at += len(text)
    text = "".join(s.text for s in segments)
    return Item(
        index, ItemKind.ARTICLE, Span(start, at), text, tuple(segments), headline=Span(start, start + len(headline))
    )


def make_dump(text: str, name: str = "page.txt") -> Dump:
    """A dump of this text."""
    return Dump(name=name, text=text, sha256="ab" * 32, encoding="utf-8")


def make_chunk(*items: Item) -> Chunk:
    """All sentences of the items in one chunk."""
    return Chunk(tuple(Passage(item, item.sentences) for item in items), 100)


def make_reply(chunk: Chunk, **changes: Any) -> str:
    """A reply in the right shape, each sentence "translated" into its id; ``changes`` replace fields of each item."""
    items = []
    for passage in chunk.passages:
        number = str(passage.item.index + 1)
        ids = [f"{number}.{segment.index}" for segment in passage.segments]
        items.append(
            {
                "item": number,
                "translation": [{"id": i, "english": f"English of {i}."} for i in ids],
                "names": [],
                "claims": [],
                "summary": f"Summary of {number}.",
                "headline": f"Headline of {number}",
                **changes,
            }
        )
    return json.dumps({"items": items}, ensure_ascii=False)
