"""Lists with the day above and the hours below it: the day of an hour that stands alone (快訊, 電報)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from assistant.dating.clues import FULL_DATE, PRINTED_HOUR, Clues, read_full_date
from assistant.dating.eras import with_digits
from assistant.folding import fold_widths
from assistant.patterns import compile_late
from assistant.records import Item

LONGEST_HEADING = 24
"""A longer line is no heading of a day."""
_SENT = compile_late(
    r"\s*(?:日期|日付|送信?日時|[發发寄]送?(?:[時时][间間]|日期)|Date|Sent)\s?:.{0,10}(?<!\d)(?=\d{4}|民國|令和)",
    re.IGNORECASE,
)
"""The field of a copied mail that says when it was sent."""
_HOUR = compile_late(r"\s*\d{1,2}:\d\d(?::\d\d)?\s*")


def hang_on_days(items: Sequence[Item], clues: Mapping[int, Clues]) -> dict[int, Clues]:
    """The clues, those of bare hours with the day that stands above them outside the news.

    The newest stands first: where an hour is later than the one above it, the day before has begun.
    """
    hung = dict(clues)
    for heading, day, below in _find_lists(items, clues):
        hours = [clues[number].printed_hour or (0, 0) for number in below]
        newest_first = sum(a >= b for a, b in pairwise(hours)) * 2 >= len(hours) - 1
        for place, number in enumerate(below):
            day -= timedelta(days=newest_first and place > 0 and hours[place] > hours[place - 1])  # noqa: PLW2901 (on to the day before)
            hung[number] = replace(clues[number], printed=day, day_above=heading)
    return hung


def hang_on_masthead(items: Sequence[Item], clues: Mapping[int, Clues]) -> dict[int, Clues]:
    """The clues, those of texts without any with the one day that a paper or a letter prints at its head."""
    hung = dict(clues)
    found = _find_masthead(items, clues)
    if found is None:
        return hung
    place, words, day = found
    news = [item for item in items[place + 1 :] if item.index in clues]
    if any(clues[item.index].age_words for item in news):
        return hung  # a page whose items have times of their own
    for item in news:
        has_text = any(segment.role.is_text for segment in item.segments)
        if has_text and all(mark.fits(day) for mark in clues[item.index].marks):
            hung[item.index] = replace(clues[item.index], printed=day, day_above=words)
    return hung


def _find_masthead(items: Sequence[Item], clues: Mapping[int, Clues]) -> tuple[int, str, date] | None:
    """The place of the first item, or of what stands above it, that prints the day of the issue, and that day."""
    for place, item in enumerate(items):
        own = clues.get(item.index)
        if own:
            is_head = own.printed is not None and _is_masthead(item, own)
            return (place, own.age_words.strip(), own.printed) if is_head and own.printed else None
        if heading := (_read_heading(item) if item.age else None) or _read_sent(item):
            return place, *heading
    return None


def _read_sent(item: Item) -> tuple[str, date] | None:
    """The line of a part above the news that says when the letter was sent, and that day."""
    for line in item.text.splitlines():
        folded = fold_widths(line)
        found = FULL_DATE.search(with_digits(folded)) if _SENT.match(folded) else None
        if found and (day := read_full_date(found)):
            return line.strip(), day
    return None


def _is_masthead(item: Item, clues: Clues) -> bool:
    """Whether the first item prints a day alone, above its headline or with no text below: that of the issue."""
    if clues.printed is None or clues.printed_hour or item.age is None:
        return False
    first = next((segment.span.start for segment in item.segments if segment.role.is_text), None)
    return first is None or (item.headline is not None and item.age.start < item.headline.start)


def _find_lists(items: Sequence[Item], clues: Mapping[int, Clues]) -> Iterator[tuple[str, date, list[int]]]:
    """Each heading of a day with the items below it whose source line is an hour and nothing else."""
    heading, day, below = "", None, []
    for item in items:
        if item.index in clues:
            if _HOUR.fullmatch(clues[item.index].age_words):
                below.append(item.index)
            elif clues[item.index].printed and not below:
                day = None  # it was of what stands between
        elif found := _read_heading(item):
            if day and below:
                yield heading, day, below
            (heading, day), below = found, []
    if day and below:
        yield heading, day, below


def _read_heading(item: Item) -> tuple[str, date] | None:
    """The last line of a part that is no news and holds a day; with an hour it is no heading."""
    for line in reversed(item.text.splitlines()):
        if PRINTED_HOUR.search(line) or "\t" in line:
            continue  # a clock, or a fact of a table
        found = FULL_DATE.search(with_digits(fold_widths(line))) if len(line) <= LONGEST_HEADING else None
        if found and (day := read_full_date(found)):
            return line.strip(), day
    return None
