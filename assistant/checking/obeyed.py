"""Was an order obeyed that the page gives to a machine? What it orders stands in no other sentence.

Where sentences of an item surely address the model, the translations of all others are what its headline, summary and
claims may tell. Flagged is a sentence with words that only the order has, or its translation, and one of which next to
no word stands in the other translations: "Mayor arrested", for a page about a fire.
"""

from collections.abc import Iterator
from typing import NamedTuple

from assistant.checking.echoes import read_stems
from assistant.checking.texts import SENTENCE_END, list_texts, split_at
from assistant.checking.wordlists import read_words
from assistant.notices import WITHHELD
from assistant.records import Check, Draft, Field, Finding, Item, Span, Verdict

ONLY_ORDERED = "only words of the source that address the model, not the reader, say so"
TOLD_NOWHERE = "the translations do not say so, and the source has words that order a model what to write"
ORDERED_AT_LEAST, TOLD_AT_LEAST = 0.25, 0.25
"""Shares of a sentence's words: that the order alone has, from which on it tells the order; and that the other
translations must have."""
FEWEST_WORDS = 2


class _Told(NamedTuple):
    """The words of an item's translations."""

    ordered: frozenset[str]
    """Only in sentences that address the model, or in their translations."""
    trusted: frozenset[str]
    """In all other translations, and in the source itself where it prints Latin letters."""


def check_obeyed(item: Item, draft: Draft, orders: frozenset[int]) -> Iterator[Finding]:
    """A finding for each sentence of headline, summary and claims that only an order can have put there.

    Args:
        item: the source.
        draft: what was written.
        orders: the sentences that surely address the model.
    """
    if not orders:
        return
    told = _read_told(item, draft, orders)
    for text in list_texts(item, draft) if told.trusted else ():
        if text.place.field is Field.TRANSLATION:
            continue
        bare = WITHHELD.sub(lambda notice: "-" * len(notice[0]), text.english)  # it has a colon of its own
        for sentence in split_at(SENTENCE_END, bare, Span(0, len(bare))):
            if why := _explain(read_stems(sentence.of(bare)), told):
                english = sentence.of(text.english).strip()
                yield Finding(Check.INJECTION, Verdict.UNSUPPORTED, text.place, english, sentence, why=why)


def _read_told(item: Item, draft: Draft, orders: frozenset[int]) -> _Told:
    own, others = set[str](), set[str]()
    for translation in draft.translations:
        (own if translation.segment in orders else others).update(read_stems(translation.english))
    for segment in item.segments:
        (own if segment.index in orders else others).update(read_stems(segment.text))
    return _Told(frozenset(own - others - read_stems(" ".join(read_words("orders")))), frozenset(others))


def _explain(stems: frozenset[str], told: _Told) -> str:
    """Why a sentence is no news of the item; empty where it may be."""
    if stems and len(stems & told.ordered) >= ORDERED_AT_LEAST * len(stems):
        return ONLY_ORDERED
    is_strange = len(stems) >= FEWEST_WORDS and len(stems & told.trusted) < TOLD_AT_LEAST * len(stems)
    return TOLD_NOWHERE if is_strange else ""
