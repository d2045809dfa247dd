"""What stands below the article and is no news: comments of readers, the writer's profile, keywords, calls for tips."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from assistant.segmenting.interface import names_interface
from assistant.segmenting.lines import MATTER, Line, Look, read_age, read_outlet
from assistant.segmenting.menus import as_menu
from assistant.segmenting.part import LEAST_HEADLINE
from assistant.segmenting.rules import matter, outlets

ENDS = MATTER - {Look.NAVIGATION, Look.ADVERTISEMENT}
"""No comment reaches over one of these."""
MOST_OF_HEADING = 8
MOST_OF_LABEL = 4
"""A word so short may stand between a heading of comments and the first of them."""
MOST_OF_COMMENTS = 300
"""Lines that are looked at below one heading."""
SIGNED = frozenset({Look.HEADLINE, Look.BYLINE, Look.NAVIGATION})
LEAST_COMMENT = 3
"""A comment is a name, what it says, and its age; the name may stand beside the age."""
LEAST_TOLD = 2
"""So many answers, each behind its name."""
_YEARLESS = re.compile(r"(?:0?[1-9]|1[0-2])(?:月\d{1,2}日|[-/]\d{1,2})(?:\s\d{1,2}:\d\d)?")
"""The day of a comment; articles print a year or an hour beside it more often than not."""
MOST_SKIPPED = 40
MOST_BELOW = 12
"""Lines of a box below its heading."""


def mark_comments(lines: Sequence[Line]) -> list[Line]:
    """Take what readers wrote for no news: below a heading of comments stand names, what they say, ages and answers."""
    marked = list(lines)
    prose = next((n for n, line in enumerate(lines) if line.look is Look.BODY), len(lines))
    for place, line in enumerate(lines):
        if not matter.COMMENTS.fullmatch(line.text.rstrip("()0123456789: ")) and not (
            place > prose and len(line.text) <= MOST_OF_HEADING and matter.INVITED.search(line.text)
        ):
            continue
        bound = min(len(lines), place + 1 + MOST_OF_COMMENTS)
        end = next((n for n in range(place + 1, bound) if _ends_comments(lines[n])), bound)
        below = _drop_invitation([other for other in lines[place + 1 : end] if other.look is not Look.BLANK])
        told = _end_told(lines, place + 1, end)
        marked[place + 1 : told] = [_silence(other) for other in lines[place + 1 : told]]
        if _are_comments(below) or (place > prose and _are_answered(below)):
            marked[place + 1 : end] = [_silence(other) for other in lines[place + 1 : end]]
    return marked


def _drop_invitation(lines: list[Line]) -> list[Line]:
    """Lines below a heading of comments from the first comment on: how to write one may stand before it."""
    first = next((n for n, line in enumerate(lines) if not (_counts(line) or names_interface(line.text))), 0)
    return lines[first:]


def _counts(line: Line) -> bool:
    """Whether a line says how many wrote or read: 参与 1088."""
    return line.look is Look.NAVIGATION and line.text[-1:].isdigit()


def _are_answered(lines: Sequence[Line]) -> bool:
    """Whether answers or likes stand among the lines, or no headlines, and no outlet beside an age."""
    if any(line.look is Look.SOURCE and line.outlet and _is_named(line) for line in lines):
        return False
    told = any(matter.ANSWER.fullmatch(line.text) and matter.ANSWERED.search(line.text) for line in lines)
    signed = any(b.look is Look.SOURCE and a.look in SIGNED and _is_name(a) for a, b in pairwise(lines))
    return told or (signed and not any(_reads_as_headline(line) for line in lines))


def _is_name(line: Line) -> bool:
    return len(line.text) < LEAST_HEADLINE and not names_interface(line.text) and not matter.NO_NAME.search(line.text)


def _reads_as_headline(line: Line) -> bool:
    return line.look is Look.HEADLINE and len(line.text) >= LEAST_HEADLINE


def _is_named(line: Line) -> bool:
    return bool(outlets.OUTLET_NAME.fullmatch(read_outlet(line)))


def mark_boxes(lines: Sequence[Line]) -> list[Line]:
    """Take short lines below the heading of a box (この記事を書いた人, 相關主題) for no news."""
    marked = _mark_skipped(lines)
    prose = next((n for n, line in enumerate(lines) if line.look is Look.BODY), len(lines))
    for place, line in enumerate(lines):
        if place < prose or not matter.BOX.fullmatch(line.text):
            continue
        marked[place] = as_menu(line)
        for number in range(place + 1, min(len(lines), place + 1 + MOST_BELOW)):
            other = lines[number]
            writer = number == place + 1 and matter.WRITER_BOX.fullmatch(line.text)
            if (
                other.look in ENDS | {Look.SOURCE}
                or _is_news(lines, number)
                or (other.look is Look.BODY and not writer)
            ):
                break
            marked[number] = as_menu(other)
    return marked


def _mark_skipped(lines: Sequence[Line]) -> list[Line]:
    """Take a box between "Skip ... and continue reading" and "End of ..." for no news."""
    marked = list(lines)
    for place, line in enumerate(lines):
        if not matter.SKIPPED.fullmatch(line.text):
            continue
        end = min(len(lines), place + 1 + MOST_SKIPPED)
        ends = (n for n in range(place + 1, end) if matter.SKIPPED_END.fullmatch(lines[n].text))
        for number in range(place, next(ends, place - 1) + 1):
            marked[number] = _silence(lines[number])
    return marked


def _is_news(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is the headline of what follows."""
    if lines[number].look is not Look.HEADLINE or len(lines[number].text) < LEAST_HEADLINE:
        return False
    after = next((line.look for line in lines[number + 1 : number + 3] if line.look is not Look.BLANK), Look.BLANK)
    return after in (Look.SOURCE, Look.BODY)


def _ends_comments(line: Line) -> bool:
    return line.look in ENDS or bool(matter.COMMENTS.fullmatch(line.text))


def _are_comments(lines: Sequence[Line]) -> bool:
    found = [line for line in lines if line.look is Look.SOURCE]
    if not found or found[0] not in lines[:LEAST_COMMENT]:
        return False
    beside = lines[0] is found[0]
    return all(
        (line.relative or _YEARLESS.fullmatch(read_age(line) or line.text))
        and bool(line.outlet) is beside
        and not line.title
        and not outlets.OUTLET_NAME.fullmatch(read_outlet(line))
        for line in found
    )


def _end_told(lines: Sequence[Line], first: int, end: int) -> int:
    """Where the lines end that are each a name and what it says; ``first`` where there are none."""
    told = [n for n in range(first, end) if lines[n].look is not Look.BLANK]
    if told and len(lines[told[0]].text) <= MOST_OF_LABEL and not matter.TOLD.fullmatch(lines[told[0]].text):
        del told[0]  # the rules, the order
    told = list(takewhile(lambda n: matter.TOLD.fullmatch(lines[n].text), told))
    return told[-1] + 1 if len(told) >= LEAST_TOLD else first


def _silence(line: Line) -> Line:
    if line.look is Look.BLANK:
        return line
    return line._replace(look=Look.NAVIGATION, outlet=None, age=None, relative=False)
