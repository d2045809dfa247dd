"""What changed since an earlier day: stories that go on, and counts of people that were revised.

A count is compared only where it is certain what was counted: both texts must put the same word (killed, missing ...)
directly beside one single number of people. Everything else is left to the reader.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from assistant.daily.stories import group_items
from assistant.figures import Kind, read_source
from assistant.records import Briefing, Change

SUBJECTS: dict[str, tuple[str, ...]] = {
    "killed": ("死亡", "罹難", "喪生", "遇難", "身亡", "喪命", "遇难", "丧生"),
    "injured": ("受傷", "受伤"),
    "seriously injured": ("重傷", "重伤"),
    "slightly injured": ("輕傷", "轻伤"),
    "missing": ("失蹤", "失聯", "失踪", "失联"),
    "trapped": ("受困", "被困"),
    "taken to hospital": ("送醫", "送医"),
    "arrested": ("被捕", "落網", "落网"),
}
PEOPLE = ("人", "名", "位")
_SUBJECT_OF = {word: subject for subject, words in SUBJECTS.items() for word in words}
_WORDS = "|".join(_SUBJECT_OF)
_AFTER = re.compile(f"({_WORDS})")
_BEFORE = re.compile(f"({_WORDS})(?:人數|人数)?(?:已)?(?:增至|增加至|升至|上升至|上升到|增為|達到|達|至少)?$")
_PARTIAL = re.compile("(?:另|另有|另外|其中|又|又有|再|再有|包括|含|各|每|新增|增加)(?:至少|約)?$")
"""Words before a number that make it a part of the whole, or something beside it."""
LOOK_BACK = 14
"""Characters before a number that are looked at."""

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
    was = _merge(before)
    now = _merge([briefings[n] for n in new])
    revised = [
        subject for subject in SUBJECTS if subject in was and subject in now and was[subject][0] != now[subject][0]
    ]
    first = before[0]
    for subject in revised:
        (count, words), (later, later_words) = was[subject], now[subject]
        item = next(n for n in new if subject in count_people(briefings[n]))
        yield Change(item, first.id, _headline(first), subject, words, later_words, count, later)
    if not revised:
        yield Change(new[0], first.id, _headline(first))


def _merge(briefings: Sequence[Briefing]) -> Counts:
    """The counts on which all that name one agree."""
    found: dict[str, set[int]] = {}
    words: dict[str, str] = {}
    for briefing in briefings:
        for subject, (count, said) in count_people(briefing).items():
            found.setdefault(subject, set()).add(count)
            words.setdefault(subject, said)
    return {subject: (next(iter(counts)), words[subject]) for subject, counts in found.items() if len(counts) == 1}


def count_people(briefing: Briefing) -> Counts:
    """How many people were killed, injured ... according to one item; only where it names one single number."""
    found: dict[str, dict[int, str]] = {}
    for segment in briefing.item.sentences:
        for figure in read_source(segment.text, language=briefing.item.language, clock=None):
            whole = isinstance(figure.value, int | Fraction) and figure.value == int(figure.value)
            if figure.kind is not Kind.COUNT or not figure.unit.startswith(PEOPLE) or not whole:
                continue
            told = _read_subject(segment.text, figure.span.start, figure.span.end)
            if told:
                subject, words = told
                found.setdefault(subject, {})[int(figure.value)] = words  # type: ignore[arg-type]  # a whole number
    return {subject: next(iter(counts.items())) for subject, counts in found.items() if len(counts) == 1}


def _read_subject(text: str, start: int, end: int) -> tuple[str, str] | None:
    """What the people between ``start`` and ``end`` are, and the words that say so."""
    before = text[max(0, start - LOOK_BACK) : start]
    after = next((m for word in range(max(start, end - 2), end + 1) if (m := _AFTER.match(text, word))), None)
    if _PARTIAL.search(before):
        return None
    if after:
        return _SUBJECT_OF[after[1]], text[start : after.end()].strip()
    leading = _BEFORE.search(before)
    return (_SUBJECT_OF[leading[1]], (leading[0] + text[start:end]).strip()) if leading else None


def _headline(briefing: Briefing) -> str:
    return briefing.draft.headline if briefing.draft else briefing.item.read(briefing.item.headline)
