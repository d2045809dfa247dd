"""What changed since an earlier day: stories that go on, and counts of people that were revised.

A count is compared only where it is certain what was counted: both texts must put the same word (killed, missing ...)
directly beside one single number of people. Everything else is left to the reader.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from assistant.conflicts.casualties import SUBJECTS, read_tolls
from assistant.daily.before import LOOK_BACK_DAYS
from assistant.records import Briefing, Change, Item
from assistant.stories.grouping import group_items

Counts = dict[str, tuple[int, str]]
"""Subject -> the number of people, and the source's words for it."""


def find_changes(briefings: Sequence[Briefing], earlier: Sequence[Briefing]) -> tuple[Change, ...]:
    """The changes in the stories of ``briefings`` that ``earlier`` ones told already, in order.

    An item that is printed again as it was is no change.
    """
    both = [*earlier, *briefings]
    changes: list[Change] = []
    for group in group_items(both, days_apart=timedelta(days=LOOK_BACK_DAYS)):
        before = [both[n] for n in group if n < len(earlier)]
        after = [n - len(earlier) for n in group if n >= len(earlier)]
        if before and after:
            changes += _compare(briefings, after, before)
    order = list(SUBJECTS)
    return tuple(sorted(changes, key=lambda c: (not c.subject, c.item, order.index(c.subject) if c.subject else 0)))


def _compare(briefings: Sequence[Briefing], after: Sequence[int], before: Sequence[Briefing]) -> Iterator[Change]:
    """The revised counts of one story; where there are none, that it goes on."""
    texts = {_read_text(briefing.item) for briefing in before}
    new = [n for n in after if _read_text(briefings[n].item) not in texts]
    if not new:
        return
    first = before[0]
    revised = False
    told_before = [(0, count_people(briefing)) for briefing in before]
    told_now = [(n, count_people(briefings[n])) for n in new]
    for subject in SUBJECTS:
        was = {count: words for _, (count, words) in _tell_apart(told_before, subject)}
        for item, (later, later_words) in _tell_apart(told_now, subject):
            if was and later not in was:
                few, most = min(was), max(was)
                words = " / ".join(was[count] for count in sorted(was))
                many = most if most != few else 0
                yield Change(item, first.id, _headline(first), subject, words, later_words, few, later, many)
                revised = True
    if not revised:
        yield Change(new[0], first.id, _headline(first))


def _read_text(item: Item) -> str:
    """What it tells, without its age, which another page gives otherwise."""
    text = item.read(item.headline) + "".join(s.text for s in item.segments if s.role.is_text)
    return "".join(text.split())


def _tell_apart(told: Iterable[tuple[int, Counts]], subject: str) -> list[tuple[int, tuple[int, str]]]:
    """Each different count that the items give for ``subject``, with the first item that gives it.

    Outlets that disagree about the new number agree that the old one is no longer right.
    """
    found: dict[int, tuple[int, tuple[int, str]]] = {}
    for n, counts in told:
        if counted := counts.get(subject):
            found.setdefault(counted[0], (n, counted))
    return list(found.values())


def count_people(briefing: Briefing) -> Counts:
    """How many people were killed, injured ... according to one item; only where it names one single number."""
    return {subject: (toll.count, toll.words) for subject, toll in read_tolls(briefing.item).items()}


def _headline(briefing: Briefing) -> str:
    return briefing.draft.headline if briefing.draft else briefing.item.read(briefing.item.headline)
