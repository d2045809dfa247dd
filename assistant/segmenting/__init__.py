"""``Dump`` -> ``Item``s that tile it -> sentences with spans. Every character belongs to exactly one part.

A link to another article between the paragraphs of one is an item inside it; ``tile_items`` tells all stretches.

Rules do it, from the text alone. Where they are unsure (``Item.unsure``) a model can be asked with the lines numbered:
``ask_parts`` makes the request, ``ReplyParts`` is the shape of the reply, ``apply_parts`` cuts anew; whatever the model
says, the items still tile the dump.
"""

from assistant.records import Dump, Item
from assistant.segmenting.asking import ReplyParts, ask_parts
from assistant.segmenting.building import make_item
from assistant.segmenting.hints import read_marked_lines
from assistant.segmenting.languages import tell_language
from assistant.segmenting.lifting import lift_insets, tile_items
from assistant.segmenting.parts import find_parts
from assistant.segmenting.recutting import apply_parts
from assistant.segmenting.reheading import drop_strays, settle_headlines
from assistant.segmenting.sentences import split_sentences
from assistant.segmenting.sites import name_site
from assistant.segmenting.sureness import doubt_parts

__all__ = [
    "ReplyParts",
    "apply_parts",
    "ask_parts",
    "name_site",
    "split_items",
    "split_sentences",
    "tell_language",
    "tile_items",
]


def split_items(dump: Dump) -> tuple[Item, ...]:
    """Cut a dump into items that tile its text, links inside them apart, and each into segments that tile the item."""
    marked = read_marked_lines(dump)
    lines, parts = settle_headlines(marked, find_parts(marked))
    lines = drop_strays(lines, parts)
    items = (make_item(dump.text, lines, part, index) for index, part in enumerate(doubt_parts(lines, parts)))
    return lift_insets(dump.text, lines, items)
