"""``briefing run --dry-run``: what the run would ask for and cost. Nothing is sent, nothing is kept."""

from collections.abc import Iterable, Iterator

import click

from assistant.cli.job import fit_chunk
from assistant.errors import ReadingError
from assistant.llm.prices import Estimate, PriceList, estimate
from assistant.llm.profiles import OPENAI_URL, find_profile, is_free
from assistant.planning import Plan, count_input, plan_run
from assistant.prompts import load_prompt
from assistant.reading import read_dumps
from assistant.records import Dump
from assistant.reporting.wording import plural
from assistant.settings import Settings
from assistant.tokens import count_tokens, safety_margin


def show_plan(dumps: Iterable[Dump], settings: Settings) -> None:
    """Print the plan of a run with these settings, and its price as a range."""
    base_url = settings.base_url or OPENAI_URL
    profile = find_profile(base_url, name=settings.server)
    prices = PriceList(base_url, settings.prices, free=is_free(profile, base_url, settings.model))
    margin = safety_margin(settings.model)
    context = int((settings.context_tokens or profile.context_tokens) / margin)
    plan = plan_run(
        dumps,
        prompt=load_prompt("draft"),
        chunk_tokens=fit_chunk(settings.chunk_tokens, context),
        count_tokens=count_tokens,
    )
    guess = estimate(
        plan.requests,
        model=settings.model,
        prices=prices,
        count_input=lambda request: round(margin * count_input(request, count_tokens)),
    )
    for line in _describe(plan, guess, settings.model):
        click.echo(line)


def _describe(plan: Plan, guess: Estimate, model: str) -> Iterator[str]:
    ratio = f" ({guess.input_tokens / plan.source_tokens:.2f} x the source)" if plan.source_tokens else ""
    counts = (plural(plan.dumps, "dump"), plural(plan.items, "item"), plural(plan.chunks, "chunk"))
    yield f"{', '.join(counts)}: {plural(guess.calls, 'call')} to {model}"
    yield f"source {plan.source_tokens:,} tokens · to be sent {guess.input_tokens:,}{ratio}"
    yield f"expected back {guess.least_output_tokens:,} to {guess.most_output_tokens:,} tokens"
    if guess.least_usd is None or guess.most_usd is None:
        yield f"price unknown for {model}; state it in the settings under [prices]"
    else:
        yield f"price US${guess.least_usd:.4f} to US${guess.most_usd:.4f}, corrections not counted"
    yield "Nothing was sent. Answers that are kept from before cost nothing again."


def read_all(paths: Iterable[str], encoding: str | None) -> Iterator[Dump]:
    """The dumps that can be read; the others are named on standard error."""
    for path in paths:
        try:
            for dump in read_dumps(path, encoding=encoding):
                if isinstance(dump, Dump):
                    yield dump
                else:
                    click.echo(f"briefing: {dump.message}", err=True)
        except ReadingError as error:
            click.echo(f"briefing: {error.message}", err=True)
