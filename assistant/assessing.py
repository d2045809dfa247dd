"""A draft with the originals of its names put in, and all that the checks say of it: one piece of work.

The names are looked at before the originals are put in and after it. Where both are done in one process, each sentence
is folded once, and item and draft are sent there once.
"""

from typing import NamedTuple

from assistant import checking, repairing
from assistant.records import Draft, Finding, Item, RenderedFigure, Repair, Term


class Assessed(NamedTuple):
    """A draft as it is published if nothing in it is wrong, and what was found."""

    draft: Draft
    repairs: tuple[Repair, ...]
    figures: tuple[RenderedFigure, ...]
    findings: tuple[Finding, ...]


def assess_draft(item: Item, draft: Draft, terms: tuple[Term, ...] = ()) -> Assessed:
    """The draft of an item, checked.

    Args:
        item: the source.
        draft: what a model wrote about it.
        terms: names that the store or the user settled, over those of the shipped glossary.
    """
    missing = checking.find_missing_originals(item, draft, terms)
    draft, repairs = repairing.add_originals(draft, missing)
    return Assessed(draft, repairs, *checking.check_item(item, draft, terms))
