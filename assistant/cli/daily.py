"""``briefing daily INBOX... --out REPORTS``: folders of dumps to one day's report, in four formats."""

import asyncio
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from traceback import format_exc

import click

from assistant.cli.days import read_day
from assistant.cli.opening import find_store, open_library
from assistant.cli.options import NO_MODEL, Options, open_model, run_options
from assistant.cli.progress import show_progress
from assistant.cli.terminal import echo
from assistant.errors import BriefingError, UsageError
from assistant.inert import clean_line
from assistant.offloading import Workers
from assistant.records import Problem, Status
from assistant.reporting.paragraphs import COLUMNS
from assistant.reporting.wording import format_cost, plural
from assistant.running.day_files import TITLE, DayFiles, NothingToReportError, Order, Outcome, Told, prepare
from assistant.running.intake import Intake
from assistant.running.job import Job
from assistant.running.tracking import TrackedModel, Tracker
from assistant.running.turns import take_turn
from assistant.settings import Settings

UNREPORTED = 2
"""The exit status where no report was written."""
NAMED = 5
"""Dumps without news that are named; of more it is said that there are."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an order."""

    report: Outcome
    """In a watch it says what is new since the last pass."""
    job: Job
    has_model: bool
    other_days: tuple[date, ...]
    """Days, other than the report's, for which the inboxes held news."""
    unread: tuple[Problem, ...]
    """What could not be read, and was saved too long before or after the report's day to be missing from it."""


@click.command("daily")
@click.argument("inboxes", nargs=-1, required=True, metavar="INBOX...")
@click.option("--out", required=True, metavar="FOLDER", help="Where the report goes; it is made if there is none.")
@click.option("--date", "day", metavar="DAY", help="Of which day: 2025-11-02. By default the newest in the inboxes.")
@click.option("--title", default="", metavar="TEXT", help="Of the report. By default Daily briefing, and its day.")
@click.option("--watch", is_flag=True, help="Stay, and do it again whenever new dumps arrive (extra: watch).")
@click.option("--json-lines", is_flag=True, help="Progress as JSON on standard output, an object a line.")
@run_options
def command(
    inboxes: tuple[str, ...], out: str, day: str | None, title: str, watch: bool, json_lines: bool, options: Options
) -> int:
    """Brief what is new in INBOX (folders or files) and write the report of a day, as DAY.md, .html, .json and .txt.

    Dumps that are done are skipped. The report holds everything of that day in the store, whichever run made it.
    Exit status: 0 all well; 1 something failed, was held, or no model was configured; 2 wrong use or nothing to report.
    """
    order = Order(inboxes, Path(out), read_day(day), title)
    _refuse_own_reports(order)
    _refuse_unwritable(order.out.absolute())
    with _unreported():
        if watch:
            asyncio.run(_keep_watching(order, options, json_lines=json_lines))
            return 0
        return asyncio.run(_brief_and_tell(order, options, Told(), json_lines=json_lines))


@contextmanager
def _unreported() -> Iterator[None]:
    """Whatever ends a run before its report is written ends it with 2: to a timer, 1 is a report that lacks a part."""
    try:
        yield
    except BriefingError as error:
        error.exit_status = UNREPORTED
        raise
    except BrokenPipeError:
        raise
    except Exception:  # noqa: BLE001 - a fault of ours, that Python would end with 1
        echo(format_exc(), err=True)
        sys.exit(UNREPORTED)


async def _brief_and_tell(order: Order, options: Options, told: Told, *, json_lines: bool) -> int:
    """Do it once, say what became of it that was not told before, and return the exit status."""
    with show_progress(quiet=options.quiet, json_lines=json_lines) as watch:
        tracker = Tracker(watch)
        try:
            done = await brief_day(order, options, tracker, told)
        except BriefingError as error:
            _tell_end(tracker, error.message, json_lines=json_lines)
            raise
        _tell_end(tracker, _count_up(done.job), json_lines=json_lines)
    if not done.has_model and not options.no_model and told.problems is None:  # in a watch once
        echo(NO_MODEL, err=True)
    _summarise(done, quiet=json_lines)
    told.end_pass(done.job.problems)
    return 0 if done.report.written.whole and (done.has_model or options.no_model) else 1


def _tell_end(tracker: Tracker, message: str, *, json_lines: bool) -> None:
    """The last line for programs, also where nothing was new, and no line was written before."""
    if json_lines:
        tracker.tell("ended", message=message)


async def _keep_watching(order: Order, options: Options, *, json_lines: bool) -> None:
    """Do it now and whenever something arrives.

    What goes wrong later (an inbox that was emptied, a disk that is full for a while) does not end the watch; what
    goes wrong at once does, unless it is just that nothing has come yet.
    """
    from assistant.cli.watching import watch_inboxes

    begun, told = False, Told()

    async def work() -> None:
        nonlocal begun
        try:
            await _brief_and_tell(order, options, told, json_lines=json_lines)
        except BriefingError as error:
            if not begun and not isinstance(error, NothingToReportError):
                raise
            echo(f"briefing: {error.message}", err=True)
        begun = True
        echo("waiting for new dumps; ctrl+c ends it", err=True)

    await watch_inboxes(order.inboxes, work)


def _refuse_own_reports(order: Order) -> None:
    """Reports in an inbox would be read as dumps the next time."""
    out = order.out.resolve()
    for inbox in order.inboxes:
        if out.is_relative_to(Path(inbox).resolve()):
            raise UsageError(f"--out {order.out} lies in the inbox {inbox}: its reports would be read as dumps")


def _refuse_unwritable(out: Path) -> None:
    """What cannot be written is said before anything is asked and paid."""
    nearest = next(path for path in (out, *out.parents) if path.exists())
    if not (nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)):
        raise UsageError(f"--out {out} cannot be written: {nearest} is no folder in which files can be made")


async def brief_day(order: Order, options: Options, tracker: Tracker, told: Told) -> Done:
    """Brief what is new, and write the report of the day.

    Raises:
        UsageError: nothing can be reported, or the files cannot be written.
        StoreError: what was made cannot be kept.
    """
    settings = options.settings()
    asks = settings.names_model and not options.no_model
    with open_library(settings.data_dir) as store:
        async with take_turn(find_store(settings.data_dir), order.inboxes, tracker.wait), Workers() as workers:
            accepted = (Status.BRIEFED,) if asks else (Status.BRIEFED, Status.SOURCE_ONLY)  # no model would do better
            skip_done = () if options.fresh else accepted
            job = Job(
                title=order.title or TITLE,
                intake=Intake(order.inboxes, store, options.encoding, options.as_of, skip_done),
                store=store,
                on_mismatch=options.on_mismatch,
                tracker=tracker,
                workers=workers,
                made=told.untold,
            )
            has_new = job.find_new(asks=asks) or bool(job.find_unsettled())
            asked = f"{settings.model} {settings.base_url}" if asks else ""
            day_files = DayFiles(store, order, job, asked, told)
            report = (None if has_new else day_files.find_unchanged()) or await _brief_new(
                day_files, options, settings, has_new=has_new
            )
            return _finish(day_files, report, asks=asks)


def _finish(day_files: DayFiles, report: Outcome, *, asks: bool) -> Done:
    job, day = day_files.job, day_files.choose_day()
    missing = day_files.find_missing(day)
    unread = tuple(problem for problem in job.problems if problem not in missing)
    others = tuple(sorted(set(day_files.filing.days) - {day}))
    return Done(report, job, asks, others, unread)


async def _brief_new(day_files: DayFiles, options: Options, settings: Settings, *, has_new: bool) -> Outcome:
    """Ask about what is new, and write the report: the door to the model is opened, and openai imported, only here."""
    job, store = day_files.job, day_files.store
    async with open_model(options, settings, store.calls.of_run(job.run), job.tracker) as (model, pace):
        if has_new:
            getting_ready = asyncio.create_task(prepare())
            try:
                await job.work_through(model, pace=pace)
            finally:
                getting_ready.cancel()
        known = day_files.find_unchanged()
        return known or await day_files.write(TrackedModel(model, job.tracker) if model else None)


def _summarise(done: Done, *, quiet: bool) -> None:
    """What became of the run, on standard output; beside JSON lines on standard error."""
    from assistant.reporting import fit_short

    job, columns = done.job, min(COLUMNS, get_terminal_size((COLUMNS, 0)).columns)
    lines = [
        *([fit_short(done.report.said, columns)] if done.report.said else []),
        _count_up(job),
        *(f"{'wrote' if done.report.is_new else 'unchanged:'} {path}" for path in done.report.written.files),
        *(f"news of {day} is in the store as well: --date {day}" for day in done.other_days),
        *_name_unread(done.unread),
    ]
    if job.without_news:
        names = ", ".join(map(clean_line, job.without_news[:NAMED])) + (" ..." if len(job.without_news) > NAMED else "")
        lines.append(f"no news items in {names}: `briefing items` shows how it is cut")
    if job.failed:
        lines.append(f"{job.failed} failed or held; to brief just these again: briefing retry {job.run}")
    if named := len(job.problems) - len(done.unread):
        lines.append(f"{plural(named, 'problem')} named above: mend, and run the same command again")
    echo("\n".join(lines), err=quiet)


def _name_unread(problems: Sequence[Problem]) -> list[str]:
    more = [f"{len(problems) - NAMED} more of other days cannot be read"] if len(problems) > NAMED else []
    return [f"saved on {each.saved}, so not of this day: {each.message}" for each in problems[:NAMED]] + more


def _count_up(job: Job) -> str:
    """What was read, what of it was new, and what was briefed."""
    known = f", {job.intake.skipped} of them done before" if job.intake.skipped else ""
    known += f" ({plural(job.intake.copies, 'file')} more, of the same bytes)" if job.intake.copies else ""
    unread = f", {plural(len(job.problems), 'problem')}" if job.problems else ""
    briefed = f"{plural(job.briefed - job.failed, 'item')} briefed now"
    failed = f", {job.failed} failed or held" if job.failed else ""
    spent = job.tracker.spending
    cost = f" ({format_cost(spent, 'the model')})" if spent.calls or spent.kept else ""
    return f"{plural(len(job.intake.seen), 'dump')}{known}{unread}; {briefed}{failed}{cost}"
