"""The clean pairs joined to paragraphs, because the program checks items, not single sentences.

In a paragraph a wrong figure can hide behind a right one that stands in another sentence, and an order can be lost. Two
uses: the whole translation of a paragraph, and one English sentence held against the whole source, as a claim or a
sentence of a summary is.
"""

from collections.abc import Iterable, Iterator
from random import Random

from evals.cases import PairCase
from evals.mutate import SEED

SIZE = 5
"""Pairs in a paragraph: an item of a news page has five to fifteen sentences."""


def join_pairs(pairs: Iterable[PairCase], *, seed: int = SEED) -> Iterator[tuple[PairCase, tuple[PairCase, ...]]]:
    """Paragraphs of one language each, with the pairs that they were made of; none of these has its own clock."""
    fit = [p for p in pairs if p.mode == "translation" and p.day is None]
    for language in sorted({p.language for p in fit}):
        members = [p for p in fit if p.language == language]
        Random(f"{seed} {language}").shuffle(members)
        for start in range(0, len(members) - SIZE + 1, SIZE):
            chosen = tuple(members[start : start + SIZE])
            yield _join(f"paragraph-{language}-{start // SIZE + 1:02d}", chosen), chosen


def hold_against_item(paragraph: PairCase, members: Iterable[PairCase]) -> Iterator[PairCase]:
    """Each member's English as a sentence of a summary of the whole paragraph."""
    for member in members:
        yield PairCase(
            id=f"{paragraph.id}/{member.id}",
            source=paragraph.source,
            english=member.english,
            language=paragraph.language,
            mode="summary",
            phenomenon=member.phenomenon,
            figures=member.figures,
        )


def _join(name: str, members: tuple[PairCase, ...]) -> PairCase:
    return PairCase(
        id=name,
        source="".join(m.source for m in members),
        english=" ".join(m.english for m in members),
        language=members[0].language,
        phenomenon="paragraph",
        figures=tuple(figure for m in members for figure in m.figures or ()),
    )
