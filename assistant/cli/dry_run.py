"""``briefing run --dry-run``: what the run would ask for and cost. Nothing is sent, nothing is kept."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from assistant.cli.opening import open_library
from assistant.cli.options import Options, open_model
from assistant.cli.terminal import echo
from assistant.glossary.memory import Memory
from assistant.glossary.userfile import with_user_terms
from assistant.llm.prices import Estimate, PriceList, estimate
from assistant.llm.profiles import OPENAI_URL, find_profile, is_free
from assistant.llm.wire import count_input
from assistant.planning import Plan, plan_run
from assistant.prompts import load_prompt
from assistant.records import Dump
from assistant.reporting.wording import plural
from assistant.running.intake import Intake
from assistant.running.pace import fit_chunk
from assistant.running.tracking import Tracker
from assistant.settings import Settings
from assistant.tokens import safety_margin


async def show_plan(dumps: Iterable[Dump], options: Options, settings: Settings) -> None:
    """Print the plan of a run with these options, and its price as a range.

    A server of the user's own is asked which model it has and how much that reads; no text of a dump is sent.
    """
    with open_library(settings.data_dir) as store:
        memory = Memory(with_user_terms(store.glossary.terms()))
        plan = partial(
            plan_run,
            dumps,
            prompt=load_prompt("draft"),
            parts_prompt=load_prompt("parts"),
            tell=memory.told_in,
        )
        async with open_model(options, settings, store.calls.of_run("dry run"), Tracker()) as (model, pace):
            if model is not None and hasattr(model, "estimate"):
                made = plan(chunk_tokens=pace.chunk_tokens)
                lines = _describe(made, model.estimate(made.requests), model.name)
            else:
                made = plan(chunk_tokens=_guess_chunk(settings))
                lines = _describe(made, _guess(made, settings), settings.model)
    for line in lines:
        echo(line)


def _guess_chunk(settings: Settings) -> int:
    """Source tokens of one call where no model is configured yet."""
    profile = find_profile(settings.base_url or OPENAI_URL, name=settings.server)
    context = int((settings.context_tokens or profile.context_tokens) / safety_margin(settings.model))
    return fit_chunk(settings.chunk_tokens, context)


def _guess(plan: Plan, settings: Settings) -> Estimate:
    """What the plan would cost with the model of the settings, though no key is set yet."""
    base_url = settings.base_url or OPENAI_URL
    profile = find_profile(base_url, name=settings.server)
    prices = PriceList(base_url, settings.prices, free=is_free(profile, base_url, settings.model))
    return estimate(
        plan.requests,
        model=settings.model,
        prices=prices,
        count_input=lambda request: count_input(request, settings.model),
    )


def _describe(plan: Plan, guess: Estimate, model: str) -> Iterator[str]:
    is_all = plan.source_tokens and not guess.kept
    ratio = f" ({guess.input_tokens / plan.source_tokens:.2f} x the source)" if is_all else ""
    kept = f", {guess.kept} kept from before" if guess.kept else ""
    counts = (plural(plan.dumps, "dump"), plural(plan.items, "item"), plural(plan.chunks, "chunk"))
    yield f"{', '.join(counts)}: {plural(guess.calls, 'call')} to {model}{kept}"
    yield f"source {plan.source_tokens:,} tokens · to be sent {guess.input_tokens:,}{ratio}"
    yield f"expected back {guess.least_output_tokens:,} to {guess.most_output_tokens:,} tokens"
    if guess.least_usd is None or guess.most_usd is None:
        yield f"price unknown for {model}; state it in the settings under [prices]"
    else:
        yield f"price US${guess.least_usd:.4f} to US${guess.most_usd:.4f}, corrections not counted"
    yield "Nothing was sent. Answers that are kept from before cost nothing again."


def read_all(paths: Sequence[str], options: Options) -> Iterator[Dump]:
    """The dumps that can be read; the others are named on standard error."""
    intake = Intake(paths, encoding=options.encoding, as_of=options.as_of)
    yield from intake.dumps()
    for problem in intake.problems:
        echo(f"briefing: {problem.message}", err=True)
