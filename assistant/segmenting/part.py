"""The part: a run of lines that is an item, or no news."""

from typing import NamedTuple

from assistant.records import ItemKind
from assistant.segmenting.lines import Look

KINDS = {
    Look.RELATED_HEADING: ItemKind.NAVIGATION,
    Look.NAVIGATION: ItemKind.NAVIGATION,
    Look.RULE: ItemKind.NAVIGATION,
    Look.ADVERTISEMENT: ItemKind.ADVERTISEMENT,
    Look.FOOTER: ItemKind.FOOTER,
}
"""What a line that is no news makes of its part."""
BREAKS = frozenset({Look.RELATED_HEADING, Look.RULE, Look.FOOTER})
"""No item reaches over one of these."""
BOUNDS = BREAKS | {Look.SOURCE}
"""What bounds the text of one item."""
ARTICLE_PARAGRAPHS = 3
"""A text with so many body lines is an article of its own, whatever its source line or an extractor says of it."""
LEAST_HEADLINE = 12
"""A shorter line by itself is a label, or the name of a site, rather than a headline."""


class Part(NamedTuple):
    """Lines ``[first, last)``, with the numbers of the headline and the source line among them."""

    first: int
    last: int
    kind: ItemKind
    headline: int | None = None
    source: int | None = None
    outlet: int | None = None
    """The line of the outlet, where that is not the source line."""
    unsure: str = ""
    """Why the rules are not certain of this part, in words; empty when they are."""
