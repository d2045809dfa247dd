"""What changed since an earlier day: stories that go on, and counts of people that were revised.

A count is compared only where it is certain what was counted: both texts must put the same word (killed, missing ...)
directly beside one single number of people. Everything else is left to the reader.
"""

from collections.abc import Iterator, Sequence

from assistant.conflicts.casualties import SUBJECTS, read_tolls
from assistant.records import Briefing, Change
from assistant.stories.grouping import group_items

Counts = dict[str, tuple[int, str]]
"""Subject -> the number of people, and the source's words for it."""


def find_changes(briefings: Sequence[Briefing], earlier: Sequence[Briefing]) -> tuple[Change, ...]:
    """The changes in the stories of ``briefings`` that ``earlier`` ones told already, in order.

    An item that is printed again as it was is no change.
    """
    both = [*earlier, *briefings]
    changes: list[Change] = []
    for group in group_items(both):
        before = [both[n] for n in group if n < len(earlier)]
        after = [n - len(earlier) for n in group if n >= len(earlier)]
        if before and after:
            changes += _compare(briefings, after, before)
    return tuple(sorted(changes, key=lambda change: (not change.subject, change.item, change.subject)))


def _compare(briefings: Sequence[Briefing], after: Sequence[int], before: Sequence[Briefing]) -> Iterator[Change]:
    """The revised counts of one story; where there are none, that it goes on."""
    texts = {briefing.item.text.strip() for briefing in before}
    new = [n for n in after if briefings[n].item.text.strip() not in texts]
    if not new:
        return
    was = _agree(before)
    first = before[0]
    revised = False
    for subject in SUBJECTS:
        for item, (later, later_words) in _tell_apart(briefings, new, subject):
            count, words = was.get(subject, (later, ""))
            if later != count:
                yield Change(item, first.id, _headline(first), subject, words, later_words, count, later)
                revised = True
    if not revised:
        yield Change(new[0], first.id, _headline(first))


def _agree(briefings: Sequence[Briefing]) -> Counts:
    """The counts on which all that name one agree."""
    found: dict[str, set[int]] = {}
    words: dict[str, str] = {}
    for briefing in briefings:
        for subject, (count, said) in count_people(briefing).items():
            found.setdefault(subject, set()).add(count)
            words.setdefault(subject, said)
    return {subject: (next(iter(counts)), words[subject]) for subject, counts in found.items() if len(counts) == 1}


def _tell_apart(briefings: Sequence[Briefing], new: Sequence[int], subject: str) -> list[tuple[int, tuple[int, str]]]:
    """Each different count that the new items give for ``subject``, with the first item that gives it.

    Outlets that disagree about the new number agree that the old one is no longer right.
    """
    found: dict[int, tuple[int, tuple[int, str]]] = {}
    for n in new:
        if counted := count_people(briefings[n]).get(subject):
            found.setdefault(counted[0], (n, counted))
    return list(found.values())


def count_people(briefing: Briefing) -> Counts:
    """How many people were killed, injured ... according to one item; only where it names one single number."""
    return {subject: (toll.count, toll.words) for subject, toll in read_tolls(briefing.item).items()}


def _headline(briefing: Briefing) -> str:
    return briefing.draft.headline if briefing.draft else briefing.item.read(briefing.item.headline)
