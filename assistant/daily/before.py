"""Which earlier day a day is compared with."""

from datetime import date

from assistant.store import Store

LOOK_BACK_DAYS = 7
"""An earlier day is "yesterday's" news for so long."""


def find_day_before(store: Store, day: date) -> date | None:
    """The day with which ``day`` is compared; None where the store holds no recent one."""
    found = store.backlog.day_before(day.isoformat())
    before = date.fromisoformat(found) if found else None
    return before if before and (day - before).days <= LOOK_BACK_DAYS else None
