"""The report of a day as files: which day, whether anything has changed since they were written, and their writing."""

import asyncio
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from assistant import __version__, daily, reporting
from assistant.codec import encode
from assistant.errors import UsageError
from assistant.prompts import load_prompt
from assistant.records import Model, Problem
from assistant.reporting.wording import format_day
from assistant.running.filing import Filing
from assistant.running.job import Job
from assistant.running.report_files import ReportFiles
from assistant.store import Store, Written

AFTER_S = 1.0
"""So long the report's modules wait for the first calls."""
TITLE = "Daily briefing"


@dataclass(frozen=True, slots=True)
class Order:
    """What the command line asks for."""

    inboxes: tuple[str, ...]
    out: Path
    day: date | None
    title: str
    """Empty: ``TITLE`` and the day."""


@dataclass(slots=True)
class Told:
    """What the passes of a watch have told so far."""

    problems: frozenset[Problem] | None = None
    """None: this is the first pass, and all of the day is told."""
    untold: set[str] = field(default_factory=set)
    """The ids of briefings that were made since the last pass that came to its end."""

    def end_pass(self, problems: Iterable[Problem]) -> None:
        """A pass came to its end, and was told."""
        self.problems = frozenset(problems)
        self.untold.clear()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The report as it stands on the disk."""

    written: Written
    said: str
    """What is to be said of it."""
    is_new: bool
    """False: nothing has changed since it was written, and its files are as they were."""


@dataclass(frozen=True, slots=True)
class DayFiles:
    """The report of a day as files.

    Args:
        job: what was read.
        asked: who writes the lines at a glance; empty where nobody does.
        told: what earlier passes of a watch have told.
    """

    store: Store
    order: Order
    job: Job
    asked: str
    told: Told

    @property
    def filing(self) -> Filing:
        """The days of what was read, as far as it is briefed by now."""
        return Filing(self.store, self.job.intake.seen)

    def choose_day(self) -> date:
        """The day of the report.

        Raises:
            NothingToReportError: the inboxes hold no news, and no day was named.
        """
        day = self.order.day or self.filing.find_newest()
        if day is None:
            raise _nothing_to_report(self.job)
        return day

    def find_missing(self, day: date) -> tuple[Problem, ...]:
        """What is missing from the report of ``day``, as far as it can hold news of that day."""
        return self.filing.find_missing(self.job.problems, day)

    def find_unchanged(self) -> Outcome | None:
        """The report as it was written, where nothing has changed since."""
        day = self.choose_day()
        known = self.store.written.find(self._place(day), self._hash_inputs(day))
        if known is None or known.files != {name: _hash_file(Path(name)) for name in known.files}:
            return None
        return Outcome(known, known.summary if self.told.problems is None else "", is_new=False)

    async def write(self, model: Model | None) -> Outcome:
        """Write the report anew.

        Raises:
            UsageError: there are no briefings of the day, or the files cannot be written.
        """
        day = self.choose_day()
        title = self.order.title or f"{TITLE}, {format_day(day)}"
        problems = self.find_missing(day)
        with ReportFiles(self._place(day), self.job.workers) as writing:
            report = await daily.assemble_report(
                self.store, day, title=title, model=model, problems=problems, meanwhile=writing.begin
            )
            if not report.briefings:
                others = ", ".join(other.isoformat() for other in sorted(self.filing.days))
                hint = f"The inboxes hold news of {others}: --date takes one of them." if others else ""
                raise UsageError(f"there are no briefings of {day}", advice=hint or "`briefing days` lists the days.")
            files, view = await writing.write(report)
        summary = reporting.render_short(view, columns=reporting.UNBROKEN)
        written = Written({str(file): _hash_file(file) for file in files}, report.is_whole, summary)
        has_failed = report.edition is not None and report.edition.glance_note.startswith(daily.CALL_FAILED)
        if not has_failed:  # else it is worth asking again
            self.store.written.keep(self._place(day), self._hash_inputs(day), written)
        if self.told.problems is not None:
            summary = reporting.render_news(view, self.job.made, self.told.problems, columns=reporting.UNBROKEN)
        return Outcome(written, summary, is_new=True)

    def _place(self, day: date) -> str:
        """Where the files go, without their endings."""
        return str(self.order.out.absolute() / day.isoformat())

    def _hash_inputs(self, day: date) -> str:
        """A hash of everything that decides the report."""
        before = daily.find_day_before(self.store, day)
        decisive = [__version__, self.order.title, self.asked, load_prompt("glance").version.sha256]
        decisive += [encode(problem) for problem in self.find_missing(day)]
        return self.store.written.make_of([each.isoformat() for each in (day, before) if each], decisive)


async def prepare() -> None:
    """Import what a report needs while calls are in flight, in a thread: nobody waits for it at the end."""
    await asyncio.sleep(AFTER_S)
    await asyncio.to_thread(
        lambda: (daily.assemble_report, reporting.load_template(), reporting.render_markdown, reporting.render_short)
    )


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
