"""The stage that asks a model: ``Chunk`` -> a draft or a failure for each of its passages.

What goes wrong with one reply is mended here, within bounds: a cut or overflowing call is made again in halves, a reply
that a server refuses or garbles is asked again item by item, sentences that were left out are asked for once more.
"""

from dataclasses import dataclass, replace

from assistant.drafting.narrowing import select_segments, split_chunk
from assistant.drafting.reply import Reply, read_reply
from assistant.drafting.request import make_request
from assistant.errors import (
    BriefingError,
    ContextOverflowError,
    CutReplyError,
    FilteredError,
    InternalError,
    InvalidReplyError,
    ModelError,
    RefusedError,
)
from assistant.llm.replies import ask_valid
from assistant.prompts import Prompt
from assistant.records import Chunk, Draft, Item, Model, Passage, Term

SMALLER_HELPS = (CutReplyError, ContextOverflowError)
"""The reply or the request was too long: half the chunk may fit."""
ALONE_HELPS = (RefusedError, FilteredError, InvalidReplyError, InternalError)
"""One passage may have spoilt the reply for the others, or met a fault of ours: halving finds it, and saves them."""
HALVINGS_AT_MOST = 5
"""A server that cuts every reply is not asked about each sentence of a long article by itself."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """What came of one passage: a draft, or the error that stood in the way."""

    passage: Passage
    draft: Draft | None = None
    error: ModelError | None = None
    calls: tuple[str, ...] = ()
    """Keys of the stored calls that it rests on."""


async def draft_chunk(
    chunk: Chunk, model: Model, prompt: Prompt, *, terms: tuple[Term, ...] = (), halvings: int = HALVINGS_AT_MOST
) -> tuple[Drafted, ...]:
    """One outcome per passage of ``chunk``; a long passage that had to be halved gives several, in order.

    Args:
        chunk: what to ask about.
        model: who is asked.
        prompt: the version of the prompt.
        terms: names that the store or the user settled.
        halvings: how often the chunk may still be made smaller.

    Raises:
        ModelError: one with ``stops_run``: every further call would fail in the same way.
    """
    try:
        return await _ask_once(chunk, model, prompt, terms)
    except ModelError as error:
        if error.stops_run:
            raise
        if not halvings or not _smaller_helps(chunk, error):
            return tuple(Drafted(passage, error=error) for passage in chunk.passages)
    return tuple(
        [
            outcome
            for half in split_chunk(chunk)
            for outcome in await draft_chunk(half, model, prompt, terms=terms, halvings=halvings - 1)
        ]
    )


def _smaller_helps(chunk: Chunk, error: ModelError) -> bool:
    if isinstance(error, SMALLER_HELPS):
        return sum(len(passage.segments) for passage in chunk.passages) > 1
    return isinstance(error, ALONE_HELPS) and len(chunk.passages) > 1


async def _ask_once(chunk: Chunk, model: Model, prompt: Prompt, terms: tuple[Term, ...]) -> tuple[Drafted, ...]:
    """``_ask``, whose faults are errors of this chunk."""
    try:
        return await _ask(chunk, model, prompt, terms)
    except BriefingError:
        raise
    except Exception as fault:
        raise InternalError.of(fault) from fault


async def _ask(chunk: Chunk, model: Model, prompt: Prompt, terms: tuple[Term, ...]) -> tuple[Drafted, ...]:
    answer, reply = await ask_valid(model, make_request(chunk, prompt, terms), Reply.read)
    drafts, missing = read_reply(chunk, reply)
    outcomes = [_outcome(p, d, answer.key) for p, d in zip(chunk.passages, drafts, strict=True)]
    if not missing:
        return tuple(outcomes)
    rest = select_segments(chunk, missing)
    return _fill_gaps(outcomes, await _ask_rest(rest, model, prompt, terms))


def _outcome(passage: Passage, draft: Draft | None, key: str) -> Drafted:
    error = None if draft else InvalidReplyError("the model's reply leaves this item out", problem="item missing")
    return Drafted(passage, draft, error, (key,) if key else ())


async def _ask_rest(rest: Chunk, model: Model, prompt: Prompt, terms: tuple[Term, ...]) -> dict[int, Drafted]:
    """What a second call gives for the sentences that the first left out, by item; nothing where it fails as well."""
    try:
        answer, reply = await ask_valid(model, make_request(rest, prompt, terms), Reply.read)
    except ModelError as error:
        if error.stops_run:
            raise
        return {}
    drafts, _ = read_reply(rest, reply)
    return {p.item.index: _outcome(p, d, answer.key) for p, d in zip(rest.passages, drafts, strict=True) if d}


def _fill_gaps(outcomes: list[Drafted], rest: dict[int, Drafted]) -> tuple[Drafted, ...]:
    filled = []
    for outcome in outcomes:
        extra = rest.get(outcome.passage.item.index)
        if extra and extra.draft:
            draft = _add_translations(outcome.draft, extra.draft) if outcome.draft else extra.draft
            outcome = Drafted(outcome.passage, draft, None, outcome.calls + extra.calls)  # noqa: PLW2901 - the same one, filled
        filled.append(outcome)
    return tuple(filled)


def _add_translations(draft: Draft, extra: Draft) -> Draft:
    """The draft with translations that it lacked; its summary and claims stay as they were."""
    both = {t.segment: t for t in (*extra.translations, *draft.translations)}
    return replace(draft, translations=tuple(both[segment] for segment in sorted(both)))


def combine_drafts(item: Item, drafts: tuple[Draft, ...]) -> Draft:
    """One draft from those of an item's passages, in order. Of a single one it is that one."""
    first = drafts[0]
    if len(drafts) == 1:
        return first
    translations = {t.segment: t for draft in drafts for t in draft.translations}
    return Draft(
        headline=first.headline or item.read(item.headline),
        summary=" ".join(draft.summary for draft in drafts if draft.summary),
        translations=tuple(translations[segment] for segment in sorted(translations)),
        claims=tuple(claim for draft in drafts for claim in draft.claims),
        names=tuple(dict.fromkeys(name for draft in drafts for name in draft.names)),
        misprints=tuple(dict.fromkeys(misprint for draft in drafts for misprint in draft.misprints)),
    )
