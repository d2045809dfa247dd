"""``briefing daily INBOX... --out REPORTS``: folders of dumps to one day's report, in four formats."""

import asyncio
import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from assistant import __version__, reporting
from assistant.cli.days import read_day
from assistant.cli.job import Job
from assistant.cli.options import NO_MODEL, Options, open_model, run_options
from assistant.cli.output import write_files
from assistant.cli.progress import show_progress
from assistant.cli.tracking import TrackedModel, Tracker
from assistant.codec import encode
from assistant.daily import assemble_report, find_day_before
from assistant.daily.glance import CALL_FAILED
from assistant.errors import BriefingError, UsageError
from assistant.prompts import load_prompt
from assistant.records import Model, Report, Status
from assistant.reporting.whole import ReportView, view_report
from assistant.reporting.wording import plural
from assistant.store import STORE_NAME, Store, Written, open_store

FORMATS = {"md": "render_markdown", "html": "render_html", "json": "render_json", "txt": "render_text"}
"""By the end of a file's name; imported when they are used."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the command line asks for."""

    inboxes: tuple[str, ...]
    out: Path
    day: date | None
    title: str


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an order."""

    written: Written
    job: Job
    has_model: bool
    other_days: tuple[date, ...]
    """Days, other than the report's, for which the inboxes held news."""


@click.command("daily")
@click.argument("inboxes", nargs=-1, required=True, metavar="INBOX...")
@click.option("--out", required=True, metavar="FOLDER", help="Where the report goes; it is made if there is none.")
@click.option("--date", "day", metavar="DAY", help="Of which day: 2025-11-02. By default the newest in the inboxes.")
@click.option("--title", default="Daily briefing", show_default=True, metavar="TEXT", help="Of the report.")
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
    if watch:
        asyncio.run(_keep_watching(order, options, json_lines=json_lines))
        return 0
    return asyncio.run(_brief_and_tell(order, options, json_lines=json_lines))


async def _brief_and_tell(order: Order, options: Options, *, json_lines: bool) -> int:
    """Do it once, say what became of it, and return the exit status."""
    with show_progress(quiet=options.quiet, json_lines=json_lines) as told:
        tracker = Tracker(told)
        done = await brief_day(order, options, tracker)
        if json_lines:  # also where nothing was new, and no line was written before
            tracker.tell("ended", message=_count_up(done.job))
    if not done.has_model and not options.no_model:
        click.echo(NO_MODEL, err=True)
    _summarise(done, quiet=json_lines)
    return 0 if done.written.whole and (done.has_model or options.no_model) else 1


async def _keep_watching(order: Order, options: Options, *, json_lines: bool) -> None:
    """Do it now and whenever something arrives.

    What goes wrong later (an inbox that was emptied, a disk that is full for a while) does not end the watch; what
    goes wrong at once does, unless it is just that nothing has come yet.
    """
    from assistant.cli.watching import watch_inboxes

    begun = False

    async def work() -> None:
        nonlocal begun
        try:
            await _brief_and_tell(order, options, json_lines=json_lines)
        except BriefingError as error:
            if not begun and not isinstance(error, NothingToReportError):
                raise
            click.echo(f"briefing: {error.message}", err=True)
        begun = True
        click.echo("waiting for new dumps; ctrl+c ends it", err=True)

    await watch_inboxes(order.inboxes, work)


def _refuse_own_reports(order: Order) -> None:
    """Reports in an inbox would be read as dumps the next time."""
    out = order.out.resolve()
    for inbox in order.inboxes:
        if out.is_relative_to(Path(inbox).resolve()):
            raise UsageError(f"--out {order.out} lies in the inbox {inbox}: its reports would be read as dumps")


async def brief_day(order: Order, options: Options, tracker: Tracker) -> Done:
    """Brief what is new, and write the report of the day.

    Raises:
        UsageError: nothing can be reported, or the files cannot be written.
        StoreError: what was made cannot be kept.
    """
    settings = options.settings()
    with open_store(settings.data_dir / STORE_NAME) as store:
        accepted = (Status.BRIEFED, Status.SOURCE_ONLY) if options.no_model else (Status.BRIEFED,)
        job = Job(
            title=order.title,
            paths=order.inboxes,
            store=store,
            encoding=options.encoding,
            as_of=options.as_of,
            on_mismatch=options.on_mismatch,
            tracker=tracker,
            skip_done=() if options.fresh else accepted,
        )
        has_model = settings.names_model and not options.no_model
        day_files = _DayFiles(store, order, job, asked=f"{settings.model} {settings.base_url}" if has_model else "")
        has_new = job.find_new()
        written = None if has_new else day_files.find_unchanged()
        if not written:  # the door to the model is opened, and openai imported, only where something may be asked
            async with open_model(options, settings, store.calls.of_run(job.run), tracker) as (model, pace):
                if has_new:
                    await job.work_through(model, pace=pace)
                written = day_files.find_unchanged() or await day_files.write(
                    TrackedModel(model, tracker) if model else None
                )
        others = tuple(sorted(day_files.find_days() - {day_files.choose_day()}))
    return Done(written, job, has_model, others)


@dataclass(frozen=True, slots=True)
class _DayFiles:
    """The report of a day as files.

    Args:
        job: what was read.
        asked: who writes the lines at a glance; empty where nobody does.
    """

    store: Store
    order: Order
    job: Job
    asked: str

    def find_days(self) -> set[date]:
        """The days for which the inboxes hold news."""
        return {date.fromisoformat(day) for dump in self.job.dumps for day in self.store.backlog.days(dump)}

    def choose_day(self) -> date:
        """The day of the report.

        Raises:
            NothingToReportError: the inboxes hold no news, and no day was named.
        """
        day = self.order.day or max(self.find_days(), default=None)
        if day is None:
            raise _nothing_to_report(self.job)
        return day

    def find_unchanged(self) -> Written | None:
        """The report as it was written, where nothing has changed since."""
        day = self.choose_day()
        known = self.store.written.find(self._place(day), self._hash_inputs(day))
        return known if known and known.files == {name: _hash_file(Path(name)) for name in known.files} else None

    async def write(self, model: Model | None) -> Written:
        """Write the report anew.

        Raises:
            UsageError: there are no briefings of the day, or the files cannot be written.
        """
        day, problems = self.choose_day(), self.job.problems
        report = await assemble_report(self.store, day, title=self.order.title, model=model, problems=problems)
        if not report.briefings:
            raise UsageError(f"there are no briefings of {day}", advice="`briefing days` lists the days.")
        files, summary = write_report(report, self._place(day))
        written = Written({str(file): _hash_file(file) for file in files}, report.is_whole, summary)
        if not (report.edition and report.edition.glance_note.startswith(CALL_FAILED)):  # it is worth asking again
            self.store.written.keep(self._place(day), self._hash_inputs(day), written)
        return written

    def _place(self, day: date) -> str:
        """Where the files go, without their endings."""
        return str(self.order.out.absolute() / day.isoformat())

    def _hash_inputs(self, day: date) -> str:
        """A hash of everything that decides the report."""
        before = find_day_before(self.store, day)
        decisive = [__version__, self.order.title, self.asked, load_prompt("glance").version.sha256]
        decisive += [encode(problem) for problem in self.job.problems]
        return self.store.written.make_of([each.isoformat() for each in (day, before) if each], decisive)


def write_report(report: Report, path: str) -> tuple[tuple[Path, ...], str]:
    """Write ``report`` in every format to ``path`` and an ending; old files stay until all new ones are complete.

    Returns:
        The files, and the short result for the terminal.

    Raises:
        UsageError: the files cannot be written.
    """
    view = view_report(report)  # once for all of them
    texts = ((Path(f"{path}.{ending}"), _render(view, render)) for ending, render in FORMATS.items())
    return write_files(texts, make_folders=True), reporting.render_short(view)


def _render(view: ReportView, render: str) -> str:
    return str(getattr(reporting, render)(view.report if render == "render_json" else view))


def _hash_file(path: Path) -> str:
    """SHA-256 of a file; empty where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


class NothingToReportError(UsageError):
    """The inboxes hold no news, and no day was named."""


def _nothing_to_report(job: Job) -> NothingToReportError:
    """Nothing of the inboxes could be briefed: one clear line for each reason."""
    if not job.problems:
        return NothingToReportError(
            "the inboxes hold no news items", advice="`briefing items` shows how a dump is cut."
        )
    reasons = [line for problem in job.problems for line in (problem.message, problem.advice) if line]
    return NothingToReportError(reasons[0], advice="\n".join(reasons[1:]))


def _summarise(done: Done, *, quiet: bool) -> None:
    """What became of the run, on standard output; beside JSON lines on standard error."""
    job = done.job
    lines = [
        done.written.summary.rstrip("\n"),
        "",
        _count_up(job),
        *(f"wrote {path}" for path in done.written.files),
        *(f"news of {day} is in the store as well: --date {day}" for day in done.other_days),
    ]
    if job.failed:
        lines.append(f"{job.failed} failed or held; to brief just these again: briefing retry {job.run}")
    click.echo("\n".join(lines), err=quiet)


def _count_up(job: Job) -> str:
    """What was read, what of it was new, and what was briefed."""
    known = f", {job.skipped} of them done before" if job.skipped else ""
    known += f" ({plural(job.copies, 'file')} more, of the same bytes)" if job.copies else ""
    unread = f", {plural(len(job.problems), 'problem')}" if job.problems else ""
    briefed = f"{plural(job.briefed - job.failed, 'item')} briefed now"
    failed = f", {job.failed} failed or held" if job.failed else ""
    return f"{plural(len(job.dumps), 'dump')}{known}{unread}; {briefed}{failed}"
