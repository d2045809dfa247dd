"""Briefings made ready for the desk: read, composed, and the last few kept."""

from collections import OrderedDict

from assistant.collecting import stored_conflicts
from assistant.judging import judge
from assistant.pages import compose_notices, compose_page, find_aside
from assistant.records import Briefing
from assistant.store import Store
from assistant.tui.opened import Open

KEPT = 16


class Fetcher:
    """Reads and composes briefings, in whatever thread it is asked. What it keeps is good until anything is written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[tuple[str, str], tuple[tuple[int, int], Open]] = OrderedDict()

    def kept(self, briefing: str, words: str) -> Open | None:
        """The briefing, if it is there at once and nothing has been written since."""
        state, opened = self._kept.get((briefing, words), (None, None))
        return opened if state == self._store.state else None

    def fetch(self, briefing: str, words: str) -> Open:
        """The briefing, with ``words`` marked.

        Raises:
            BriefingError: there is none with this id, or it cannot be read.
        """
        state = self._store.state  # before it is read: what is written meanwhile makes it old
        opened = self._compose(briefing, words)
        self._kept[briefing, words] = state, opened
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return opened

    def _compose(self, briefing: str, words: str) -> Open:
        found = self._store.library.briefing(briefing)
        run = self._store.library.run_of(briefing)
        aside = find_aside(self._store, found)
        conflicts = self._find_conflicts(found) if aside.also else ()
        reviews = self._store.reviews.of(briefing)
        page = compose_page(judge(found, reviews), words=words, aside=aside, conflicts=conflicts, folded=True)
        notices = run.notices if run else ()
        blocks = (*page.blocks, *compose_notices(notices))
        return Open(found, page, blocks, notices, reviews)

    def _find_conflicts(self, briefing: Briefing) -> tuple[str, ...]:
        return stored_conflicts(self._store, briefing)
