"""``briefing run FILE...``: dumps to checked briefings."""

import asyncio
from pathlib import Path
from shutil import get_terminal_size

import click

from assistant.cli.opening import open_library
from assistant.cli.options import NO_MODEL, Options, open_model, run_options
from assistant.cli.progress import show_progress
from assistant.cli.terminal import echo
from assistant.cli.waiting import wait_for
from assistant.inert import clean_line
from assistant.offloading import Workers
from assistant.records import Report
from assistant.reporting import render_json, render_short
from assistant.reporting.paragraphs import COLUMNS
from assistant.running.intake import Intake
from assistant.running.job import Job
from assistant.running.output import write_file
from assistant.running.tracking import Tracker
from assistant.settings import Settings


@click.command("run")
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option(
    "--url", "urls", multiple=True, metavar="URL", help="Fetch this page (https), beside or instead of files."
)
@click.option("--dry-run", is_flag=True, help="Say what would be asked and what it may cost; send nothing.")
@click.option("--json", "json_path", metavar="PATH", help="Write the whole result as JSON; - for standard output.")
@run_options
def command(
    files: tuple[str, ...], urls: tuple[str, ...], dry_run: bool, json_path: str | None, options: Options
) -> int:
    """Brief dumps (files, folders, - for standard input) and check every figure against the source.

    Exit status: 0 all well; 1 something failed, was held, or no model was configured; 2 wrong use.
    """
    files += urls
    if not files:
        raise click.UsageError("name a file, a folder, - for standard input, or --url")
    settings = options.settings()
    if dry_run:
        from assistant.cli.dry_run import read_all, show_plan

        asyncio.run(show_plan(list(read_all(files, options)), options, settings))
        return 0
    with show_progress(quiet=options.quiet) as watch:
        report = wait_for(_run(files, options, settings, Tracker(watch)))
    if not report.briefings:
        return _refuse(report)
    if not report.model and not options.no_model:
        echo(NO_MODEL, err=True)
    if json_path:
        write_file(json_path, render_json(report))
    if json_path != "-":
        echo(render_short(report, columns=min(COLUMNS, get_terminal_size((COLUMNS, 0)).columns)), nl=False)
    return 0 if report.is_whole and (report.model or options.no_model) else 1


async def _run(files: tuple[str, ...], options: Options, settings: Settings, tracker: Tracker) -> Report:
    with open_library(settings.data_dir) as store:
        async with Workers() as workers:
            job = Job(
                title=_title(files),
                intake=Intake(files, store, options.encoding, options.as_of),
                store=store,
                on_mismatch=options.on_mismatch,
                tracker=tracker,
                workers=workers,
            )
            job.find_new(asks=settings.names_model and not options.no_model)
            async with open_model(options, settings, store.calls.of_run(job.run), tracker) as (model, pace):
                return await job.work(model, pace=pace)


def _refuse(report: Report) -> int:
    """Nothing could be briefed: one clear line for each reason."""
    for problem in report.problems:
        echo(f"briefing: {problem.message}", err=True)
        if problem.advice:
            echo(problem.advice, err=True)
    if not report.problems:
        echo("briefing: the input holds no news items; `briefing items` shows how it is cut", err=True)
    return 2


def _title(files: tuple[str, ...]) -> str:
    first = "standard input" if files[0] == "-" else Path(files[0]).name
    return clean_line(first if len(files) == 1 else f"{first} and {len(files) - 1} more")
