"""The report of a day from the store: all its briefings in reading order, whichever run made them.

The same store and the same inputs give the same report: no clock is read, and what it cost is what its calls cost when
they were made.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from assistant.conflicts import find_conflicts
from assistant.daily.before import find_day_before
from assistant.daily.changes import find_changes
from assistant.daily.glance import Glance, write_glance
from assistant.dating.capturing import read_zone
from assistant.prompts import load_prompt
from assistant.records import Briefing, Certainty, Edition, Model, Problem, Report, Stamp
from assistant.store import Filters, Store, sum_up
from assistant.stories.telling import put_in_order, tell_stories

Meanwhile = Callable[[Report], Awaitable[None]]
"""Is given the report as it stands while the answer about the day is on its way."""
SENT_S = 0.02
"""So long the question about the day is left alone to get out."""
PAGE_TIME, RECEIPT_TIME = "by the clock of the page, whose zone is not known", "UTC"


async def assemble_report(  # noqa: PLR0913 - what the report is of, who writes in it, and what goes on meanwhile
    store: Store,
    day: date,
    *,
    title: str,
    model: Model | None = None,
    problems: Iterable[Problem] = (),
    meanwhile: Meanwhile | None = None,
) -> Report:
    """The report of ``day``, with its stories and their conflicts, its lines at a glance and what changed.

    Args:
        store: what was briefed.
        day: whose briefings.
        title: of the report.
        model: writes the lines at a glance; None leaves them out and says so.
        problems: what went wrong outside any item: dumps that could not be read.
        meanwhile: is given the report but for its lines at a glance, and for what it cost, if these keep waiting.
    """
    stored = _read_day(store, day)
    stories = tell_stories(stored)
    briefings, stories = put_in_order(stored, stories)
    asking = asyncio.ensure_future(write_glance(briefings, stories, day.isoformat(), model, load_prompt("glance")))
    try:
        await asyncio.wait({asking}, timeout=SENT_S)
        origin = sum_up(store.backlog.day_runs(day.isoformat()))
        report = Report(
            title=title,
            created=origin.created or datetime(day.year, day.month, day.day, tzinfo=UTC),
            briefings=briefings,
            model=origin.model,
            problems=tuple(problems),
            notices=origin.notices,
            stories=stories,
            conflicts=find_conflicts(briefings, [story.items for story in stories]),
            edition=_make_edition(store, day, briefings),
        )
        if meanwhile and not asking.done():
            await meanwhile(report)
        glance = await asking
    finally:
        asking.cancel()
    return _complete(report, glance, store)


def _complete(report: Report, glance: Glance, store: Store) -> Report:
    """The report with its lines at a glance, and with what all its calls cost."""
    keys = [key for briefing in report.briefings for key in briefing.calls]
    spending, prompts = store.calls.account([*keys, *glance.calls])
    edition = replace(report.edition, glance=glance.lines, glance_note=glance.note) if report.edition else None
    return replace(report, spending=spending, prompts=prompts, edition=edition)


def _make_edition(store: Store, day: date, briefings: tuple[Briefing, ...]) -> Edition:
    """What the report of a day has beside its briefings, but for its lines at a glance."""
    before = find_day_before(store, day)
    earlier = _read_day(store, before) if before else ()
    cutoff, zone = find_cutoff(store, briefings)
    return Edition(
        day=day,
        cutoff=cutoff,
        zone=zone,
        changes=find_changes(briefings, earlier) if earlier else (),
        compared_with=before,
    )


def _read_day(store: Store, day: date) -> tuple[Briefing, ...]:
    """By name of the dump: when it was received hangs on who made the calls, and how quickly."""
    found = store.library.briefings(Filters(day=day.isoformat()))
    return tuple(sorted(found, key=lambda briefing: (briefing.dump_name, briefing.dump_sha256, briefing.item.index)))


def find_cutoff(store: Store, briefings: Iterable[Briefing]) -> tuple[Stamp | None, str]:
    """When the newest page was captured, and where that counts; when the newest dump was received, where none says so.

    The newest is the one that was captured latest at the earliest: the other end is often no more than a file's time.
    """
    clocks = {briefing.item.clock.captured for briefing in briefings}
    captured = [stamp for stamp in clocks if stamp]
    if captured:
        newest = max(captured, key=lambda stamp: (stamp.earliest, stamp.latest, stamp.why))
        return newest, read_zone(newest) or PAGE_TIME
    received = max((store.backlog.received(b.dump_sha256) for b in briefings), default="")
    if not received:
        return None, ""
    moment = datetime.fromisoformat(received)
    return Stamp(moment, moment, Certainty.STATED, "when the newest dump was received"), RECEIPT_TIME
