"""What is stored is sorted into stories and topics, a day at a time, so that lists can show it without reading it."""

from assistant.records import Story
from assistant.store import Filters, Store
from assistant.stories.telling import tell_stories
from assistant.stories.topics import find_topic

MOST = 4_000
"""Briefings of a day that are compared with one another; of more, each is a story of its own."""


def sort_stored(store: Store) -> int:
    """Sort the days that hold something new; how many days they were."""
    days = store.stories.unsorted_days()
    for day in days:
        _sort_day(store, day)
    return len(days)


def _sort_day(store: Store, day: str) -> None:
    filters = Filters(day=day)
    briefings = store.library.briefings(filters)
    if store.library.count(filters) > MOST:  # none of them is held
        alone = {briefing.id: find_topic((briefing.item,)) for briefing in briefings}
        store.stories.keep(list(alone), (Story((n,), topic) for n, topic in enumerate(alone.values())))
        return
    held = tuple(briefings)
    store.stories.keep([briefing.id for briefing in held], tell_stories(held))
