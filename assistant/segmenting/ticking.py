"""Entries of one line in lists: the hour or the day before a headline or behind it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.patterns import compile_late
from assistant.records import Span
from assistant.segmenting.lines import Line, Look
from assistant.segmenting.rules import matter, times
from assistant.segmenting.source_line import count_wide

LEAST_DAYS = 3
LEAST_HOURS = 3
"""So many hours behind headlines, in order, are times; fewer may be how long films run."""
LEAST_WIDE = 8
NEAR = 2
_NUMBER = compile_late(r"\d+")


def mark_ticker(lines: Sequence[Line]) -> list[Line]:
    """09:41 headline, 09:33 headline, ...: each line holds its time and its headline; a single one is anything.

    Beside an entry that is known to be one, with an age or a whole time, a single one is another of its list.
    """
    marked = list(lines)
    found = {n: match for n, line in enumerate(lines) if (match := _find_ticked(line))}
    behind = [match["hour"] for match in found.values() if not match["title"]]
    if len(behind) < LEAST_HOURS or not is_row([count_minutes(hour) for hour in behind]):
        found = {n: match for n, match in found.items() if match["title"]}
    for number, match in found.items():
        near = [n for n in range(max(0, number - NEAR), min(len(lines), number + NEAR + 1)) if n != number]
        if any(n in found or _is_entry(lines[n]) for n in near) or _is_flash(lines, number):
            marked[number] = _as_entry(lines[number], match)
    return _mark_named(_mark_dated(marked))


def _is_flash(lines: Sequence[Line], number: int) -> bool:
    """Whether a line stands right below the word for news of the hour: 快訊, 22:10 headline."""
    return number > 0 and times.FLASH.fullmatch(lines[number - 1].text) is not None


def _mark_named(lines: list[Line]) -> list[Line]:
    """Outlet · 14:05 below a headline: its source line, where another outlet stands so or with its age."""
    filled = [n for n, line in enumerate(lines) if line.look is not Look.BLANK]
    found = {
        number: match
        for above, number in pairwise(filled)
        if lines[above].look is lines[number].look is Look.HEADLINE
        and (match := times.NAMED_CLOCK.fullmatch(lines[number].text))
    }
    named = sum(line.look is Look.SOURCE and line.outlet is not None for line in lines)
    for number, match in found.items() if len(found) + named > 1 else ():
        outlet, age = (lines[number].locate(match, group) for group in ("outlet", "age"))
        lines[number] = lines[number]._replace(look=Look.SOURCE, outlet=outlet, age=age)
    return lines


def _mark_dated(lines: list[Line]) -> list[Line]:
    """11-25 headline: an entry, where one with its age stands beside it, or the days of several only rise or fall."""
    days = {n: found for n, line in enumerate(lines) if (found := _find_day(line))}
    are_entries = len(days) >= LEAST_DAYS and is_row([_count_days(found) for found in days.values()])
    for number, found in days.items():
        near = lines[max(0, number - NEAR) : number] + lines[number + 1 : number + 1 + NEAR]
        if are_entries or any(map(_is_entry, near)):
            lines[number] = _as_entry(lines[number], found)
    return lines


def _find_day(line: Line) -> re.Match[str] | None:
    return times.DAY_TITLE.fullmatch(line.text) if line.look is Look.HEADLINE else None


def _count_days(found: re.Match[str]) -> int:
    """A number that rises with the day of a year: 11-25 is 1125."""
    month, day = _NUMBER.findall(found["age"])
    return int(month) * 100 + int(day)


def _is_entry(line: Line) -> bool:
    """Whether a line is an entry with its age."""
    return line.look is Look.SOURCE and line.title is not None and line.age is not None


def _as_entry(line: Line, found: re.Match[str]) -> Line:
    title, age = (line.locate(found, group) for group in _groups(found))
    title = Span(title.start + line.bullet, title.end) if title.start == line.own.start else title
    return line._replace(look=Look.SOURCE, title=_drop_section(line, title), age=age)


def _drop_section(line: Line, title: Span) -> Span:
    """The headline without the name of its section before it: 11-25 社會 ..."""
    section, _, words = title.shift(-line.own.start).of(line.text).partition(" ")
    if count_wide(words) < LEAST_WIDE or not (matter.SECTION.fullmatch(section) or section in matter.NAVIGATION):
        return title
    return Span(title.end - len(words), title.end)


def _groups(found: re.Match[str]) -> tuple[str, str]:
    return ("title", "age") if found["title"] else ("words", "hour")


def _find_ticked(line: Line) -> re.Match[str] | None:
    if line.look is not Look.HEADLINE:
        return None
    return times.TICKED_TITLE.fullmatch(line.text) or times.TITLE_TICKED.fullmatch(line.text)


def is_row(hours: Sequence[int]) -> bool:
    """Whether hours only fall, or only rise, from each to the next."""
    return list(hours) in (sorted(hours), sorted(hours, reverse=True))


def count_minutes(clock: str) -> int:
    """How many minutes of the day are over at an hour: 09:41."""
    hour, minute = clock.split(":")[:2]
    return int(hour) * 60 + int(minute)
