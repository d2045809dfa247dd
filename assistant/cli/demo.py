"""``briefing demo``: the pipeline on the bundled sample, with recorded replies in the place of a model."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib import resources
from pathlib import Path

import click

from assistant.cli.opening import open_library
from assistant.cli.reader import has_terminal, open_reader
from assistant.cli.terminal import echo
from assistant.cli.waiting import wait_for
from assistant.errors import BriefingError
from assistant.llm.recorded import RecordedModel
from assistant.offloading import Workers
from assistant.records import Report
from assistant.repairing import OnMismatch
from assistant.reporting import render_text
from assistant.running.intake import Intake
from assistant.running.job import Job
from assistant.store import Store
from assistant.stories.sorting import sort_stored

CAPTURED = datetime(2025, 11, 19, 23, 40)  # noqa: DTZ001 - the page's own clock, as its readers saw it
"""When the sample page was "captured": its items say how many hours old they are."""


@click.command("demo")
@click.option("--plain", is_flag=True, help="Print the briefing as text, also on a terminal.")
def command(plain: bool) -> int:
    """See it at work on a bundled sample, with replies written by hand; no key, no network.

    Opens the reader; without a terminal the briefing is printed. Nothing is kept in your library.
    """
    with _passing_folder() as folder, open_library(folder) as store:
        in_terminal = not plain and has_terminal()
        if in_terminal:
            echo("briefing the bundled sample ...", err=True)  # some seconds; keys typed meanwhile are kept
        report = wait_for(run_demo(folder, store))
        if not in_terminal:
            sys.stdout.write(render_text(report))
        else:
            open_reader(store)
    return 0


@contextmanager
def _passing_folder() -> Iterator[Path]:
    """A folder that is gone afterwards; it stays where an error says what lies in it."""
    folder = Path(tempfile.mkdtemp(prefix="briefing-demo-"))
    keep = False
    try:
        yield folder
    except BriefingError:
        keep = True
        raise
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)


async def run_demo(folder: Path, store: Store) -> Report:
    """The report of the bundled sample; its briefings are in ``store``."""
    samples = resources.files("assistant.samples")
    dump = folder / "sample.txt"
    dump.write_bytes(samples.joinpath("dump.txt").read_bytes())
    model = RecordedModel(samples.joinpath("replies.json").read_text(encoding="utf-8"))
    async with Workers() as workers:
        job = Job(
            title="Demo: a bundled sample page",
            intake=Intake((str(dump),), store, as_of=CAPTURED),
            store=store,
            drafts_only=True,
            on_mismatch=OnMismatch.FLAG,
            notices=(model.about,),
            workers=workers,
        )
        report = await job.work(model)
    sort_stored(store)
    return report
