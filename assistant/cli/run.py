"""``briefing run FILE...``: dumps to checked briefings."""

import asyncio
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.job import Job, fit_chunk
from assistant.cli.output import write_file
from assistant.cli.progress import show_progress
from assistant.cli.tracking import Tracker
from assistant.errors import NoModelError, SettingsError
from assistant.records import Report
from assistant.repairing import OnMismatch
from assistant.reporting import render_json, render_short
from assistant.settings import Settings, load_settings
from assistant.store import STORE_NAME, RunLedger, open_store

if TYPE_CHECKING:
    from assistant.llm.openai_server import Connection

NO_MODEL = """\
No model is configured, so nothing was translated: the briefings are source-only,
each figure in English beside its sentence. Ways to get a model:
  OpenAI          set OPENAI_API_KEY
  another server  any that speaks OpenAI's protocol (llama.cpp, Ollama, LM Studio,
                  vLLM ...): OPENAI_BASE_URL or --base-url, and --model
                  `briefing models` lists those that answer on this machine
--no-model asks for source-only briefings on purpose (and exits 0 for them);
`briefing demo` shows the whole with recorded replies, without a model.
"""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says of a run, apart from the settings."""

    files: tuple[str, ...]
    no_model: bool
    fresh: bool
    on_mismatch: OnMismatch
    encoding: str | None
    as_of: datetime | None


@click.command("run")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--model", metavar="NAME", help="Which model to ask (BRIEFING_MODEL).")
@click.option("--base-url", metavar="URL", help="An OpenAI-compatible server (OPENAI_BASE_URL).")
@click.option("--no-model", is_flag=True, help="Ask no model: source-only briefings.")
@click.option("--max-cost", type=float, metavar="USD", help="Stop before the run could cost more.")
@click.option("--dry-run", is_flag=True, help="Say what would be asked and what it may cost; send nothing.")
@click.option("--fresh", is_flag=True, help="Ask again for what was answered before.")
@click.option(
    "--on-mismatch",
    type=click.Choice([choice.value for choice in OnMismatch]),
    default=OnMismatch.WITHHOLD.value,
    show_default=True,
    help="What is done with a figure that still fails its check after it was asked for again.",
)
@click.option("--json", "json_path", metavar="PATH", help="Write the whole result as JSON; - for standard output.")
@click.option("--encoding", metavar="NAME", help="The encoding of the dumps, where it cannot be told.")
@click.option("--as-of", metavar="TIME", help="When the page was captured: 2025-11-02 or 2025-11-02T08:30.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def command(
    files: tuple[str, ...],
    model: str | None,
    base_url: str | None,
    no_model: bool,
    max_cost: float | None,
    dry_run: bool,
    fresh: bool,
    on_mismatch: str,
    json_path: str | None,
    encoding: str | None,
    as_of: str | None,
    quiet: bool,
) -> int:
    """Brief dumps (files, folders, - for standard input) and check every figure against the source.

    Exit status: 0 all well; 1 something failed, was held, or no model was configured; 2 wrong use.
    """
    settings = load_settings(model=model, base_url=base_url, max_cost_usd=max_cost)
    if dry_run:
        from assistant.cli.dry_run import read_all, show_plan

        show_plan(read_all(files, encoding), settings)
        return 0
    options = Options(files, no_model, fresh, OnMismatch(on_mismatch), encoding, _read_time(as_of))
    with show_progress(quiet=quiet) as watch:
        report = asyncio.run(_run(options, settings, Tracker(watch)))
    if not report.briefings:
        return _refuse(report)
    if not report.model and not no_model:
        click.echo(NO_MODEL, err=True)
    if json_path:
        write_file(json_path, render_json(report))
    if json_path != "-":
        click.echo(render_short(report), nl=False)
    return 0 if report.is_whole and (report.model or no_model) else 1


async def _run(options: Options, settings: Settings, tracker: Tracker) -> Report:
    with open_store(settings.data_dir / STORE_NAME) as store:
        job = Job(
            title=_title(options.files),
            paths=options.files,
            store=store,
            encoding=options.encoding,
            as_of=options.as_of,
            on_mismatch=options.on_mismatch,
            tracker=tracker,
        )
        if options.no_model:
            return await job.work(None)
        try:
            connection = _connect(settings, store.calls.of_run(job.run), tracker, fresh=options.fresh)
        except NoModelError:
            return await job.work(None)
        async with connection as model:
            return await job.work(model, chunk_tokens=fit_chunk(settings.chunk_tokens, model.context_tokens))


def _connect(
    settings: Settings, ledger: RunLedger, tracker: Tracker, *, fresh: bool
) -> "AbstractAsyncContextManager[Connection]":
    """The door to the model; openai is imported here and not before, for source-only runs do without."""
    from assistant.llm.openai_server import connect

    return connect(settings, ledger=ledger, fresh=fresh, watch=lambda told: tracker.wait(told.message))


def _refuse(report: Report) -> int:
    """Nothing could be briefed: one clear line for each reason."""
    for problem in report.problems:
        click.echo(f"briefing: {problem.message}", err=True)
        if problem.advice:
            click.echo(problem.advice, err=True)
    if not report.problems:
        click.echo("briefing: the input holds no news items; `briefing items` shows how it is cut", err=True)
    return 2


def _title(files: tuple[str, ...]) -> str:
    first = "standard input" if files[0] == "-" else Path(files[0]).name
    return first if len(files) == 1 else f"{first} and {len(files) - 1} more"


def _read_time(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"--as-of {text} is no ISO 8601 time, such as 2025-11-02 or 2025-11-02T08:30") from None
