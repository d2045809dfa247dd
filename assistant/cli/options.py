"""The options that ``run``, ``daily`` and ``retry`` share, and the model that they lead to."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from assistant.cli.terminal import echo
from assistant.cycles import no_cycle_search, rare_cycle_search
from assistant.errors import NoModelError, SettingsError
from assistant.records import Model
from assistant.repairing import OnMismatch
from assistant.running.pace import Pace, fit_chunk
from assistant.running.tracking import Tracker
from assistant.settings import Settings, load_settings
from assistant.store import RunLedger
from assistant.tokens import safety_margin

if TYPE_CHECKING:
    from assistant.llm.openai_server import Connection

Command = TypeVar("Command", bound=Callable[..., Any])

NO_MODEL = """\
No model is configured, so nothing was translated: the briefings are
source-only, each figure in English beside its sentence.
Ways to get a model:
  OpenAI          set OPENAI_API_KEY
  another server  any that speaks OpenAI's protocol (llama.cpp, Ollama,
                  LM Studio, vLLM ...): OPENAI_BASE_URL or --base-url,
                  and --model; `briefing models` lists those that answer
                  on this machine
  this machine    `briefing models pull NAME` fetches a model,
                  --model local:NAME runs it (or a file of your own:
                  --model local:/path/to/file.gguf)
--no-model asks for source-only briefings on purpose (and exits 0);
`briefing demo` shows the whole with recorded replies.
"""

KEPT = "briefing: {done:,} of {total:,} items so far are briefed and kept; the same command goes on from there"
LEFT_BEHIND = "briefing: {batches} goes on at the server; the same command again collects what it brings"
YEARS = range(1900, 2200)
"""In which a page can have been captured; near the ends of the calendar no day stands before or after the others."""


@dataclass(frozen=True, slots=True)
class Options:
    """How items are to be briefed."""

    model: str | None = None
    base_url: str | None = None
    no_model: bool = False
    max_cost: float | None = None
    via: str | None = None
    fresh: bool = False
    on_mismatch: OnMismatch = OnMismatch.WITHHOLD
    encoding: str | None = None
    as_of: datetime | None = None
    quiet: bool = False

    def settings(self) -> Settings:
        """The settings in force."""
        return load_settings(model=self.model, base_url=self.base_url, max_cost_usd=self.max_cost, via=self.via)


_OPTIONS = (
    click.option("--model", metavar="NAME", help="Which model to ask (BRIEFING_MODEL)."),
    click.option("--base-url", metavar="URL", help="An OpenAI-compatible server (OPENAI_BASE_URL)."),
    click.option("--no-model", is_flag=True, help="Ask no model: source-only briefings."),
    click.option("--max-cost", type=float, metavar="USD", help="Stop before the run could cost more."),
    click.option(
        "--via",
        metavar="ENGINE",
        help="Who carries the calls: batch-api (half the price, within a day), dask, dask://SCHEDULER (docs/daily.md).",
    ),
    click.option("--fresh", is_flag=True, help="Ask again for what was answered before."),
    click.option(
        "--on-mismatch",
        type=click.Choice([choice.value for choice in OnMismatch]),
        default=OnMismatch.WITHHOLD.value,
        show_default=True,
        help="What is done with a figure that still fails its check after it was asked for again.",
    ),
    click.option("--encoding", metavar="NAME", help="The encoding of the dumps, where it cannot be told."),
    click.option("--as-of", metavar="TIME", help="When the page was captured: 2025-11-02 or 2025-11-02T08:30."),
    click.option("-q", "--quiet", is_flag=True, help="No progress."),
)


def run_options(command: Command) -> Command:
    """Give a click command the shared options; it gets them together, as ``options``."""

    @wraps(command)
    def wrapped(*, on_mismatch: str, as_of: str | None, **given: Any) -> Any:
        shared = {
            name: given.pop(name)
            for name in ("model", "base_url", "no_model", "max_cost", "via", "fresh", "encoding", "quiet")
        }
        options = Options(**shared, on_mismatch=OnMismatch(on_mismatch), as_of=read_time(as_of))
        with rare_cycle_search():
            return command(options=options, **given)

    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[return-value]  # click's options keep what they wrap callable


@asynccontextmanager
async def open_model(
    options: Options, settings: Settings, ledger: RunLedger, tracker: Tracker
) -> AsyncIterator[tuple[Model | None, Pace]]:
    """The model that the settings lead to, and what pace suits it; None where there is no model."""
    connection = None if options.no_model else _connect(options, settings, ledger, tracker)
    if connection is None:
        yield None, Pace()
        return
    tracker.limit(settings.max_cost_usd)
    async with connection as model:
        chunk_tokens = fit_chunk(settings.chunk_tokens, int(model.context_tokens / safety_margin(model.name)))
        try:
            yield model, Pace(chunk_tokens, model.dumps_at_once)
        except asyncio.CancelledError:
            with suppress(OSError):  # nobody listens any more
                _tell_what_is_left(tracker, model.under_way())
            raise


def _tell_what_is_left(tracker: Tracker, batches: Sequence[str]) -> None:
    progress = tracker.progress
    if progress.items_total:
        echo(KEPT.format(done=progress.items_done, total=progress.items_total), err=True)
    if batches:
        echo(LEFT_BEHIND.format(batches=", ".join(batches)), err=True)


def _connect(
    options: Options, settings: Settings, ledger: RunLedger, tracker: Tracker
) -> "AbstractAsyncContextManager[Connection] | None":
    """The door to the model; openai is imported here and not before, for source-only runs do without."""
    with no_cycle_search():
        from assistant.llm.openai_server import connect

    try:
        return connect(
            settings,
            ledger=ledger,
            fresh=options.fresh,
            watch=lambda told: tracker.wait(told.message),
        )
    except NoModelError:
        return None


def read_time(text: str | None) -> datetime | None:
    """An ISO 8601 time.

    Raises:
        SettingsError: it is none, or of a year without pages.
    """
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"--as-of {text} is no ISO 8601 time, such as 2025-11-02 or 2025-11-02T08:30") from None
    if moment.year not in YEARS:
        raise SettingsError(f"--as-of {text}: no page was captured in that year")
    return moment
