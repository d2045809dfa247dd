"""The clock of each item: page ages, day marks and printed dates -> time of capture and of publication, and how known.

Publication, capture and event are three different things; this stage gives the first two. What contradicts is reported.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from assistant.dating.capturing import Capture, find_capture
from assistant.dating.clues import Age, Clues, DayMark, find_clues, with_hour
from assistant.dating.evidence import DAY
from assistant.records import Certainty, Clock, Dump, Item, Stamp

__all__ = ["date_items", "reference_day"]

DAYS_BACK = 400
"""How far before capture an item without an age is looked for."""


def date_items(dump: Dump, items: Sequence[Item]) -> tuple[Item, ...]:
    """The items with their clocks. Times are local times of the page, without a zone."""
    clues = {item.index: find_clues(item) for item in items if item.kind.is_news}
    capture = find_capture(dump, list(clues.values()))
    return tuple(
        replace(item, clock=_read_clock(clues[item.index], capture)) if item.index in clues else item for item in items
    )


def reference_day(item: Item) -> date | None:
    """The day from which 今日, 昨(20)日 and the like of this item count; None when it is not known to the day."""
    return item.clock.published.day if item.clock.published else None


def _read_clock(clues: Clues, capture: Capture) -> Clock:
    notes = tuple(_find_contradictions(clues, capture))
    published = _publish(clues, capture)
    if clues.age and clues.marks and published is None:
        notes = notes or (f"{clues.age_words.strip()} and {clues.marks[0].surface} cannot both be true",)
    return Clock(capture.stamp, published, notes)


def _find_contradictions(clues: Clues, capture: Capture) -> Iterator[str]:
    for mark in clues.marks:
        if clues.age and (clues.age, mark) in capture.contradicted and capture.stamp:
            yield (
                f"{clues.age_words.strip()} and {mark.surface} do not fit the rest of the page, "
                f"captured about {_days(capture.stamp)}"
            )
    todays = {
        (mark.day - mark.offset, mark.month) for mark in clues.marks if mark.day > 3 and mark.day - mark.offset < 28
    }
    if len(todays) > 1:
        yield f"its day marks disagree: {', '.join(dict.fromkeys(mark.surface for mark in clues.marks))}"


def _publish(clues: Clues, capture: Capture) -> Stamp | None:
    """When the item was published, as far as its clues agree."""
    if clues.printed:
        moment = with_hour(clues.printed, clues.printed_hour)
        start = moment or datetime.combine(clues.printed, time.min)
        return Stamp(
            start, moment or start + DAY - timedelta(seconds=1), Certainty.STATED, f"printed: {clues.age_words.strip()}"
        )
    if clues.age and capture.stamp:
        return _publish_by_age(clues, clues.age, capture.stamp)
    return _publish_by_marks(clues, capture.day) if capture.day else None


def _publish_by_age(clues: Clues, age: Age, captured: Stamp) -> Stamp | None:
    if age.days is not None:
        start = datetime.combine(captured.earliest.date() - age.days * DAY, time.min)
        end = datetime.combine(captured.latest.date() - age.days * DAY + DAY, time.min) - timedelta(seconds=1)
    else:
        start, end = captured.earliest - age.most, captured.latest - age.least
    why = f"{clues.age_words.strip()}, and the page is of {_days(captured)}"
    if not clues.marks:
        return Stamp(start, end, Certainty.INFERRED, why)
    days = [
        day for n in range((end.date() - start.date()).days + 1) if _all_fit(clues.marks, day := start.date() + n * DAY)
    ]
    if not days:
        return None
    low = max(start, datetime.combine(days[0], time.min))
    high = min(end, datetime.combine(days[-1] + DAY, time.min) - timedelta(seconds=1))
    return Stamp(low, high, Certainty.INFERRED, f"{clues.marks[0].surface} and {why}")


def _publish_by_marks(clues: Clues, limit: date) -> Stamp | None:
    """Without an age: the latest day before capture that fits all marks, or follows the latest date printed in full."""
    if not clues.marks:
        return None
    for number in range(DAYS_BACK):
        day = limit - number * DAY
        if _all_fit(clues.marks, day) and _is_after_printed(clues, day):
            start = datetime.combine(day, time.min)
            why = f"{clues.marks[0].surface}, and the page is of about {_day(limit)}"
            return Stamp(start, start + DAY - timedelta(seconds=1), Certainty.INFERRED, why)
    return None


def _is_after_printed(clues: Clues, day: date) -> bool:
    """A date the item prints as past cannot lie long after its publication."""
    return not clues.full_dates or min(abs((day - d).days) for d in clues.full_dates) < DAYS_BACK


def _all_fit(marks: Sequence[DayMark], day: date) -> bool:
    return all(mark.fits(day) for mark in marks)


def _days(stamp: Stamp) -> str:
    first, last = _day(stamp.earliest), _day(stamp.latest)
    return first if first == last else f"{first} to {last}"


def _day(moment: date) -> str:
    return f"{moment.day} {moment:%B %Y}"
