"""What is stored, as a report: for printing and exporting without a run. It asks no model."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from assistant import conflicts, stories
from assistant.records import Briefing, Report
from assistant.reporting.conflicts import group_by_item, tell_others, view_conflicts
from assistant.reporting.view import view_item
from assistant.reporting.wording import plural
from assistant.store import Filters, Run, Store, sum_up

LIMIT = 200
"""Briefings in one report; a terminal or a mail holds no more."""


def stored_report(
    store: Store, filters: Filters | None = None, *, title: str = "", limit: int = LIMIT, judged: bool = True
) -> Report:
    """The newest briefings that pass ``filters``, with what their runs had to say.

    Args:
        store: where they are.
        filters: which of them; None: all.
        title: of the report.
        limit: how many at most.
        judged: as the user judged their findings, for people; else as the checks found them, for `verify`.
    """
    filters = filters or Filters()
    rows = store.library.rows(filters, limit=limit)
    total = store.library.count(filters)
    briefings = tuple(store.library.briefing(row.id) for row in rows)
    origin = sum_up(_runs(store, briefings))
    spending, prompts = store.calls.account(key for briefing in briefings for key in briefing.calls)
    notices = list(origin.notices)
    if total > len(rows):
        notices.append(f"The newest {plural(len(rows), 'briefing')} of {total:,}.")
    told = stories.list_stories(briefings)
    shown = tuple(store.reviews.judge(briefing) for briefing in briefings) if judged else briefings
    return Report(
        title=title or "Stored briefings",
        created=(origin.created or datetime.now(UTC)).astimezone(),
        briefings=shown,
        model=origin.model,
        prompts=prompts,
        spending=spending,
        notices=tuple(notices),
        stories=told,
        conflicts=conflicts.find_conflicts(briefings, [story.items for story in told]),
    )


def tell_conflicts(briefings: Sequence[Briefing], chosen: str) -> tuple[str, ...]:
    """Where the briefings of one story give other figures than the one whose id is ``chosen``, a line for each."""
    found = conflicts.find_conflicts(briefings, [range(len(briefings))])
    items = [view_item(briefing, number=n) for n, briefing in enumerate(briefings, start=1)]
    report = Report("", datetime.now(UTC), tuple(briefings), conflicts=found)
    number = next((n for n, briefing in enumerate(briefings, start=1) if briefing.id == chosen), 0)
    own = group_by_item(view_conflicts(report, items)).get(number, ())
    return tuple(tell_others(conflict, number) for conflict in own)


STORY_SHOWN = 20
"""Tellings of one story that are held against one another when a briefing is opened."""


def stored_conflicts(store: Store, briefing: Briefing) -> tuple[str, ...]:
    """Where the others that tell the story of a stored briefing give other figures, a line for each."""
    others = store.stories.told_with(briefing.id)[:STORY_SHOWN]
    return (
        tell_conflicts([briefing, *(store.library.briefing(row.id) for row in others)], briefing.id) if others else ()
    )


def _runs(store: Store, briefings: Iterable[Briefing]) -> list[Run]:
    found = (store.library.run_of(briefing.id) for briefing in briefings)
    return list({run.id: run for run in found if run}.values())
