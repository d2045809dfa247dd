"""The clock of each item: page ages, day marks and printed dates -> time of capture and of publication, and how known.

Publication, capture and event are three different things; this stage gives the first two. What contradicts is reported.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.dating.capturing import Capture, find_capture
from assistant.dating.clues import Clues, find_clues
from assistant.dating.headings import hang_on_days, hang_on_masthead
from assistant.dating.page_clock import read_page_clock
from assistant.dating.publishing import find_publication, write_days
from assistant.records import Certainty, Clock, Dump, Item, Stamp

__all__ = ["date_items"]

MIDDLE_OF_MONTH = range(4, 28)
"""Within these days, marks of one item can be compared by their numbers, whatever the month."""


def date_items(dump: Dump, items: Sequence[Item]) -> tuple[Item, ...]:
    """The items with their clocks. Times are local times of the page, without a zone."""
    found = {item.index: find_clues(item) for item in items if item.kind.is_news}
    clues = hang_on_masthead(items, hang_on_days(items, found))
    capture = find_capture(dump, list(clues.values()), read_page_clock(dump, items, clues.values()))
    clocks = {id(own): _read_clock(own, capture) for own in clues.values()}
    return tuple(replace(item, clock=clocks[id(clues[item.index])]) if item.index in clues else item for item in items)


def _read_clock(clues: Clues, capture: Capture) -> Clock:
    disputed = capture.disputed and clues.age and clues.marks
    published = None if disputed else find_publication(clues, capture)
    notes = tuple(dict.fromkeys(_find_contradictions(clues, capture)))
    if clues.age and clues.marks and published is None and capture.stamp:
        notes = notes or (f"{clues.age_words.strip()} and {clues.marks[0].surface} cannot both be true",)
    return Clock(capture.stamp, published, notes)


def _name_other(capture: Capture, stamp: Stamp) -> str:
    """What an age and a day contradict."""
    if capture.disputed:
        return "other ages and days on the page, and none of them dates it"
    if stamp.certainty is Certainty.GIVEN:
        return f"the time of capture that was given, {write_days(stamp)}"
    return f"the rest of the page, captured about {write_days(stamp)}"


def _find_contradictions(clues: Clues, capture: Capture) -> Iterator[str]:
    age = clues.age_words.strip()
    if clues.impossible:
        yield f"{clues.impossible} is printed as the time of publication, and is no day of the calendar"
    for mark in clues.marks:
        if clues.age and (clues.age, mark) in capture.contradicted and capture.stamp:
            yield f"{age} and {mark.surface} do not fit {_name_other(capture, capture.stamp)}"
        if clues.printed and not mark.fits(clues.printed):
            yield f"{mark.surface} does not fit the printed time of publication, {age}"
    numbered = [
        mark for mark in clues.marks if mark.day in MIDDLE_OF_MONTH and mark.day - mark.offset in MIDDLE_OF_MONTH
    ]
    if len({mark.day - mark.offset for mark in numbered}) > 1:
        yield f"its day marks disagree: {', '.join(dict.fromkeys(mark.surface for mark in numbered))}"
