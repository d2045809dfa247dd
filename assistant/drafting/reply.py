"""The shape of a reply: what the model is asked to fill in, and how it becomes drafts.

The schema is one and the same for all chunks, so that a server compiles it once. Everything is held against the chunk
before it becomes a record: a translation is taken only under an id that was asked for, once, and under the right item.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from assistant.llm.shapes import Shape
from assistant.records import Attribution, Chunk, Claim, Draft, Misprint, Name, Passage, Segment, Translation


class ReplySentence(Shape):
    """The English of one sentence."""

    id: str
    english: str


class ReplyName(Shape):
    """A name on both sides."""

    original: str
    english: str
    kind: Literal["person", "organisation", "place", "other"]


class ReplyMisprint(Shape):
    """Characters of a sentence that seem to be printed for others."""

    id: str
    printed: str
    meant: str


class ReplyClaim(Shape):
    """A key statement with what it rests on."""

    english: str
    ids: list[str]
    quote: str
    medium: str
    speaker: str
    act: str


class ReplyItem(Shape):
    """One item. The order of the fields is the order of the work: translate first, conclude last."""

    item: str
    translation: list[ReplySentence]
    misprints: list[ReplyMisprint] = Field(default_factory=list)
    """Replies to versions of the prompt before 3 have none."""
    names: list[ReplyName]
    claims: list[ReplyClaim]
    summary: str
    headline: str


class Reply(Shape):
    """A whole reply."""

    items: list[ReplyItem]


def item_id(passage: Passage) -> str:
    """How a request calls an item: its place in the dump, counted from 1."""
    return str(passage.item.index + 1)


def sentence_id(passage: Passage, segment: Segment) -> str:
    """How a request calls a sentence: ``3.2`` is the one with index 2 of the third item."""
    return f"{item_id(passage)}.{segment.index}"


def read_reply(chunk: Chunk, reply: Reply) -> tuple[tuple[Draft | None, ...], set[tuple[int, int]]]:
    """One draft per passage of ``chunk`` (None where the reply has nothing for it), and the sentences left out.

    The sentences left out are named by (item index, segment index). Surplus ids are dropped, and so is an id that
    comes twice with different English: it cannot be told which one is meant.
    """
    answers: dict[str, ReplyItem] = {}
    for answer in reply.items:
        answers.setdefault(answer.item, answer)
    drafts: list[Draft | None] = []
    missing: set[tuple[int, int]] = set()
    for passage in chunk.passages:
        found = answers.get(item_id(passage))
        draft = _read_item(passage, found) if found else None
        drafts.append(draft)
        translated = {t.segment for t in draft.translations} if draft else set()
        missing |= {(passage.item.index, s.index) for s in passage.segments if s.index not in translated}
    return tuple(drafts), missing


def _read_item(passage: Passage, answer: ReplyItem) -> Draft:
    indices = {sentence_id(passage, segment): segment.index for segment in passage.segments}
    return Draft(
        headline=_line(answer.headline),
        summary=_line(answer.summary),
        translations=_read_translations(indices, answer.translation),
        claims=tuple(_read_claim(indices, claim) for claim in answer.claims if claim.english.strip()),
        names=tuple(Name(n.original.strip(), _line(n.english), n.kind) for n in answer.names if n.original.strip()),
        misprints=tuple(_read_misprints(indices, answer.misprints)),
    )


def _read_misprints(indices: dict[str, int], offered: list[ReplyMisprint]) -> Iterator[Misprint]:
    for misprint in offered:
        segment = indices.get(misprint.id.strip("[] "))
        printed, meant = misprint.printed.strip(), misprint.meant.strip()
        if segment is not None and printed and meant:
            yield Misprint(segment, printed, meant)


def _read_translations(indices: dict[str, int], sentences: list[ReplySentence]) -> tuple[Translation, ...]:
    wanted = {(s.id.strip("[] "), _line(s.english)) for s in sentences}
    times = Counter(sentence for sentence, _ in wanted)
    kept = {
        indices[sentence]: english
        for sentence, english in wanted
        if sentence in indices and english and times[sentence] == 1
    }
    return tuple(Translation(segment, kept[segment]) for segment in sorted(kept))


def _read_claim(indices: dict[str, int], claim: ReplyClaim) -> Claim:
    cited = (indices.get(sentence.strip("[] ")) for sentence in claim.ids)
    return Claim(
        english=_line(claim.english),
        segments=tuple(sorted({segment for segment in cited if segment is not None})),
        quote=claim.quote.strip(),
        attribution=Attribution(_line(claim.medium), _line(claim.speaker), _line(claim.act)),
    )


def _line(text: str) -> str:
    """One line: a model's line breaks carry no meaning here."""
    return " ".join(text.split())
