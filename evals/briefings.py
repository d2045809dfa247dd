"""Run the program's own pipeline on whole dumps, with a model, with kept replies, or with replies written by hand.

Each dump is briefed by itself, with the shipped glossary alone and a memory that learns nothing: so the same replies
give the same briefings in whatever order they came.
"""

import asyncio
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import BriefingError, ModelError, UsageError
from assistant.glossary.memory import Memory
from assistant.llm.kept_call import Call
from assistant.pipeline import Pipeline
from assistant.prompts import Prompt, load_prompt
from assistant.records import Briefing, Model, PromptVersion, Spending, Usage
from assistant.repairing import OnMismatch
from assistant.running.pace import fit_chunk
from assistant.tokens import count_tokens, safety_margin
from evals.briefing_cases import BRIEFINGS, BriefingCase
from evals.cases import hash_dataset
from evals.replies import RUN, Kept, Method, ReplayedModel, read_calls, read_method, write_method

if TYPE_CHECKING:
    from assistant.llm.openai_server import Connection
    from assistant.settings import Settings

OF_A_MODEL = "replies of a model"
PROMPTS = ("draft", "repair", "parts")


class PlainMemory(Memory):
    """The shipped glossary and nothing else: it learns nothing from one briefing for the next."""

    def learn(self, briefing: Briefing) -> None:
        """Nothing."""


@dataclass(frozen=True, slots=True)
class Briefed:
    """One case and what the program made of it."""

    case: BriefingCase
    briefings: tuple[Briefing, ...]
    calls: tuple[Call, ...] = ()
    unknown: int = 0
    """Requests to which no reply was kept."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A folder of replies: how it came about and what the program makes of it today."""

    name: str
    method: Method
    briefed: tuple[Briefed, ...]

    @property
    def spending(self) -> Spending:
        """Calls, tokens and cost of all replies; the cost is None where that of one call is unknown."""
        calls = [call for each in self.briefed for call in each.calls]
        costs = [call.cost_usd for call in calls]
        known = [cost for cost in costs if cost is not None]
        return Spending(
            calls=len(calls),
            usage=sum((call.usage for call in calls), Usage()),
            cost_usd=sum(known) if len(known) == len(costs) else None,
        )


def choose_prompts(versions: Mapping[str, int | None]) -> dict[str, Prompt]:
    """The prompts of the pipeline by name; the newest version unless ``versions`` says another."""
    return {name: load_prompt(name, versions.get(name)) for name in PROMPTS}


async def brief_case(
    case: BriefingCase,
    model: Model,
    prompts: Mapping[str, Prompt],
    *,
    chunk_tokens: int,
    on_mismatch: OnMismatch = OnMismatch.WITHHOLD,
) -> tuple[tuple[Briefing, ...], ModelError | None]:
    """The briefings of one dump, and the error that stopped the asking, if one did.

    Prompts that are not given are not used: without ``repair`` nothing is asked for again.
    """
    pipeline = Pipeline(
        model=model,
        prompt=prompts["draft"],
        chunk_tokens=chunk_tokens,
        count_tokens=count_tokens,
        repair_prompt=prompts.get("repair"),
        parts_prompt=prompts.get("parts"),
        on_mismatch=on_mismatch,
        memory=PlainMemory(),
    )
    briefings = await pipeline.run([case.read()])
    return briefings, pipeline.stopped


async def ask_model(
    cases: Sequence[BriefingCase],
    settings: "Settings",
    folder: Path,
    *,
    versions: Mapping[str, int | None],
    on_mismatch: OnMismatch = OnMismatch.WITHHOLD,
) -> ModelError | None:
    """Brief the cases with a model and keep every reply in ``folder``; what it has already is not asked again.

    Returns:
        The error by which every further call would have failed as well, if one stopped the run.

    Raises:
        BriefingError: no model is configured, the folder is another run's, or it cannot be written.
    """
    from assistant.llm.openai_server import connect  # noqa: PLC0415 - a second that scoring kept replies does not have

    prompts, ledger, begun = choose_prompts(versions), Kept(), time.monotonic()
    stopped: ModelError | None = None
    settings = settings.model_copy(update={"via": None})  # calls from this process: their seconds are the model's own
    async with connect(settings, ledger=ledger) as model:
        method = _describe(model, prompts, settings.chunk_tokens, on_mismatch)
        before = _take_folder(folder, method)
        for case in cases:
            ledger.turn_to(folder / case.id)
            _, stopped = await brief_case(
                case, model, prompts, chunk_tokens=method.chunk_tokens, on_mismatch=on_mismatch
            )
            if stopped:
                break
    seconds = round(before + time.monotonic() - begun, 1)
    write_method(folder, replace(method, seconds=seconds, whole=stopped is None))
    return stopped


def _describe(
    model: "Connection", prompts: Mapping[str, Prompt], chunk_tokens: int | None, on_mismatch: OnMismatch
) -> Method:
    """How replies come about that are asked for now."""
    context_tokens = int(model.context_tokens / safety_margin(model.name))
    return Method(
        OF_A_MODEL,
        model.name,
        model.server,
        tuple(prompt.version for prompt in prompts.values()),
        hash_dataset(BRIEFINGS),
        fit_chunk(chunk_tokens, context_tokens),
        str(on_mismatch),
        f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
    )


def _take_folder(folder: Path, method: Method) -> float:
    """Begin a folder, or go on with one of the same model and prompts; the seconds that it has taken so far."""
    seconds = 0.0
    if (folder / RUN).exists():
        old = read_method(folder)
        if (old.model, old.prompts, old.on_mismatch) != (method.model, method.prompts, method.on_mismatch):
            raise UsageError(
                f"{folder} holds replies of {old.model} to {_name_prompts(old.prompts)} ({old.on_mismatch})",
                advice="Choose another folder with --keep.",
            )
        seconds = old.seconds
    write_method(folder, replace(method, seconds=seconds))
    return seconds


def _name_prompts(prompts: Iterable[PromptVersion]) -> str:
    return ", ".join(f"{prompt.name}/v{prompt.version}" for prompt in prompts)


def score_folder(folder: Path, cases: Sequence[BriefingCase]) -> Scored:
    """What the program makes today of the kept replies: no model, no network, always the same.

    Raises:
        BriefingError: the folder cannot be read, or its prompts are not those of this checkout.
    """
    method = read_method(folder)
    prompts = {version.name: load_prompt(version.name, version.version) for version in method.prompts}
    for version in method.prompts:
        if prompts[version.name].version != version:
            raise BriefingError(f"{folder}: {_name_prompts([version])} is not the prompt of that name here")
    briefed = [
        asyncio.run(_replay(case, read_calls(folder / case.id), method, prompts))
        for case in cases
        if (folder / case.id).is_dir()
    ]
    return Scored(folder.name, method, tuple(briefed))


async def _replay(
    case: BriefingCase, calls: tuple[Call, ...], method: Method, prompts: Mapping[str, Prompt]
) -> Briefed:
    model = ReplayedModel(calls, method.model)
    briefings, _ = await brief_case(
        case, model, prompts, chunk_tokens=method.chunk_tokens, on_mismatch=OnMismatch(method.on_mismatch)
    )
    return Briefed(case, briefings, calls, model.unknown)
