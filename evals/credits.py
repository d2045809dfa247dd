"""Who is credited with a claim changes places with everybody else whom the item names: how many exchanges are flagged?

On the replies that we wrote by hand, those of the demo included. What is not flagged are mostly bodies whose officer
speaks, and sentences that leave open who does.
"""

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.resources import files

from assistant.checking import check_draft
from assistant.checking.tracing import Tracer
from assistant.glossary import load_shipped
from assistant.llm.recorded import RecordedModel
from assistant.pipeline import Pipeline
from assistant.prompts import load_prompt
from assistant.reading import read_bytes
from assistant.records import Briefing, Check, Draft, Item
from assistant.tokens import count_tokens
from evals.briefings import Briefed, PlainMemory
from evals.measures import Measure
from evals.scorers import count
from evals.written import CHUNK_TOKENS

NAMED = ("person", "organisation")


def measure_credits(briefed: Iterable[Briefed]) -> list[Measure]:
    """Right credits flagged, and credits to another that are."""
    briefings = [*(briefing for each in briefed for briefing in each.briefings), *brief_demo()]
    drafts = [(briefing.item, briefing.draft) for briefing in briefings if briefing.draft]
    right = [(item, draft, index) for item, draft in drafts for index in _list_credited(draft)]
    own = [(item, credit(draft, n, draft.claims[n].attribution.speaker)) for item, draft, n in right]
    others = [(item, credit(draft, n, other)) for item, draft, n in right for other in _list_others(item, draft, n)]
    return [
        Measure("credits: right ones flagged", count(_is_flagged(*each) for each in own), is_error=True),
        Measure("credits: those of another flagged", count(_is_flagged(*each) for each in others)),
    ]


def brief_demo() -> tuple[Briefing, ...]:
    """What the program makes of the bundled sample; two of its replies carry a wrong figure on purpose."""
    folder = files("assistant.samples")
    dump = read_bytes(folder.joinpath("dump.txt").read_bytes(), "sample.txt")
    model = RecordedModel(folder.joinpath("replies.json").read_text(encoding="utf-8"))
    pipeline = Pipeline(
        model=model,
        prompt=load_prompt("draft"),
        chunk_tokens=CHUNK_TOKENS,
        count_tokens=count_tokens,
        memory=PlainMemory(),
    )
    return asyncio.run(pipeline.run([dump]))


def credit(draft: Draft, index: int, speaker: str) -> Draft:
    """One claim of a draft with its names and nothing else, credited to ``speaker``."""
    claim = draft.claims[index]
    other = replace(claim, attribution=replace(claim.attribution, speaker=speaker))
    return replace(draft, headline="", summary="", translations=(), claims=(other,))


def _list_credited(draft: Draft) -> Iterator[int]:
    return (index for index, claim in enumerate(draft.claims) if claim.attribution.speaker)


def _list_others(item: Item, draft: Draft, index: int) -> Iterator[str]:
    """Everybody else of the item to whom a claim might be credited."""
    tracer, speaker = Tracer(item, draft, load_shipped()), draft.claims[index].attribution.speaker
    own = {form for lead in tracer.trace(speaker) for form in lead.forms}
    for name in draft.names:
        forms = {form for lead in tracer.trace(name.english) for form in lead.forms}
        if name.kind in NAMED and not (name.english in speaker or speaker in name.english or forms & own):
            yield name.english


def _is_flagged(item: Item, draft: Draft) -> bool:
    """Whether the checks flag the credit of a draft's one claim."""
    return any(f.check is Check.ATTRIBUTION and f.verdict.is_flag for f in check_draft(item, draft))
