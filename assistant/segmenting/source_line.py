"""Outlet, age and headline of a line that holds little else: 民視 ・ 1 天前."""

import re
from functools import lru_cache

from assistant.patterns import compile_late
from assistant.records import Span
from assistant.segmenting.rules import matter, outlets, stories, times

LEAST_PIECES = 2
MOST_WRITERS = 2
"""So many may stand behind an outlet, each with what he did."""
KEPT_COUNTS = 24_000
"""Pass after pass asks for those of the same lines, of which a page has 20,000."""
CLAUSE = compile_late("[はがのにをでと起的]")
"""What goes on with a day as a part of its sentence: 2月22日は..., 3月1日起..."""
Patterns = list[tuple[re.Pattern[str], bool]]


def find_patterns(line: str) -> Patterns:
    """The patterns of ages and times that can match in a line, and whether they are relative."""
    found = [(times.RELATIVE_AGE, True)] if times.MAY_BE_AGE.search(line) else []
    if not found or len(line) > times.LONGEST_NAMED:
        return [*found, (times.PRINTED_TIME, False)] if times.MAY_BE_TIME.search(line) else found
    return [*found, (times.LONE_DAY, True), (times.PRINTED_TIME, False)]


def read_titled(line: str, patterns: Patterns) -> tuple[Span, Span | None, Span, bool] | None:
    """Headline, outlet, age, and whether the age is relative, when the line holds them, the headline first.

    What stands behind an age may be a section: then there is no outlet.
    """
    for pattern, relative in patterns:
        for age in pattern.finditer(line):
            behind = outlets.BEHIND_AGE.fullmatch(line, age.end()) if relative else None
            title = line[: age.start() + len(age[0]) - len(age[0].lstrip())]
            if behind and title.endswith(" ") and _is_title_before_outlet(title.strip()) and "。" not in title:
                name = behind["outlet"]
                if "," in title and not outlets.OUTLET_NAME.fullmatch(name):
                    continue  # a sentence that goes on
                is_named = is_outlet(name) and not (matter.SECTION.fullmatch(name) or name.lower() in matter.NAVIGATION)
                own = Span(0, len(title.rstrip()))
                return own, Span(*behind.span("outlet")) if is_named else None, Span(*age.span()), relative
            found = outlets.TITLED.fullmatch(line, 0, age.start())
            if not found or line[age.end() :].strip(outlets.SEPARATORS):
                continue
            if _is_title_before_outlet(found["title"]) and found["outlet"].lower() not in matter.NAVIGATION:
                return Span(*found.span("title")), Span(*found.span("outlet")), Span(*age.span()), relative
    return None


def read_source(line: str, offset: int, patterns: Patterns) -> tuple[Span | None, Span, bool] | None:
    """Outlet, age, and whether the age is relative, when the line holds nothing else.

    In a row of a table a time counts only in the cell behind its label.
    """
    if outlets.ROW.search(line):
        return _read_row(line, offset)
    line = _blank(outlets.LOST_SEPARATOR, line)
    line = _blank(outlets.SOURCE_TAIL, _blank(times.READING_TIME, line))
    published = _blank(times.UPDATED, line)
    line = published if published != line and times.PRINTED_TIME.search(published) else line
    for found, relative in [(found, told) for pattern, told in patterns for found in pattern.finditer(line)]:
        before, after = line[: found.start()], line[found.end() :]
        if _is_field(before) or CLAUSE.match(after):
            continue
        names = [strip_outlet(before, 0), strip_outlet(after, found.end())]
        named = [name for name in names if name]
        if len(named) > 1 or any(not (is_outlet(name.of(line)) or _is_entry(name.of(line))) for name in named):
            continue
        if not named and before.strip(outlets.SEPARATORS) and not _holds_labels(before):
            continue
        signed = not relative and named and outlets.PERSON.fullmatch(named[0].of(line))
        outlet = named[0].shift(offset) if named and not signed else None
        age = Span(found.start(), found.start() + len(found[0].rstrip()))
        return outlet, age.shift(offset), relative
    return None


def read_pieces(line: str, offset: int) -> tuple[Span | None, Span, bool] | None:
    """The same of a line with bars between its pieces, one of them a time with its label: 作者 某某|日期 ...|..."""
    found = [Span(*match.span()) for match in outlets.PIECE.finditer(line)]
    if len(found) < LEAST_PIECES or any(span.end - span.start > outlets.MAX_OUTLET for span in found):
        return None
    outlet = next((span for span in found if outlets.OUTLET_NAME.fullmatch(span.of(line))), None)
    for span in found:
        piece = _blank(outlets.SOURCE_LABELS, span.of(line))
        for pattern, relative in ((times.PRINTED_TIME, False), (times.RELATIVE_AGE, True)):
            age = pattern.fullmatch(piece.strip(outlets.SEPARATORS))
            if age:
                start = span.start + piece.index(age[0])
                return outlet and outlet.shift(offset), Span(start, start + len(age[0])).shift(offset), relative
    return None


def read_named_day(line: str) -> tuple[Span, Span, bool] | None:
    """The same of a line that holds a day without its year behind what is called as outlets are: 某報 11-19.

    Behind other words the two numbers may be a score.
    """
    found = times.NAMED_DAY.fullmatch(line)
    if found is None or not outlets.OUTLET_NAME.fullmatch(found["outlet"]):
        return None
    return Span(*found.span("outlet")), Span(*found.span("age")), False


def _read_row(line: str, offset: int) -> tuple[None, Span, bool] | None:
    start = 0
    label = ""
    for cell in line.split("\t"):
        if outlets.SOURCE_LABELS.fullmatch(label) and times.PRINTED_TIME.fullmatch(cell):
            return None, Span(start, start + len(cell)).shift(offset), False
        label = cell
        start += len(cell) + 1
    return None


def _is_field(before: str) -> bool:
    """Whether a time is the value of a field of the text (董事會決議日期:), and no time of publication."""
    return before.rstrip().endswith(":") and bool(strip_outlet(before, 0)) and not outlets.OUTLET_NAME.search(before)


def _holds_labels(before: str) -> bool:
    """Whether labels or a writer stand before an age, so that it is no line of the text."""
    return bool(outlets.SOURCE_LABELS.search(before) or outlets.BY_NAME.search(before.rstrip(outlets.SEPARATORS)))


def _blank(pattern: re.Pattern[str], line: str) -> str:
    """The line with blanks in place of what matches, so that nothing in it moves."""
    return pattern.sub(lambda found: " " * len(found[0]), line)


def strip_outlet(piece: str, offset: int) -> Span | None:
    """Where the name stands in ``piece``, without separators and labels such as 發布時間."""
    if not piece.strip(outlets.SEPARATORS):
        return None  # as on one side of most times
    blanked = _blank(outlets.SOURCE_LABELS, piece)
    for _ in range(MOST_WRITERS):
        blanked = outlets.BY_NAME.sub("", blanked.rstrip(outlets.SEPARATORS))
    blanked = _blank(outlets.ENGLISH_LABELS, outlets.PLACE.sub("", blanked))
    name = outlets.SECTION.sub("", blanked.strip(outlets.SEPARATORS)).strip(outlets.SEPARATORS)
    writer, blank, account = name.partition(" ")
    name = account.strip() if blank and outlets.PERSON.fullmatch(writer) and not writer.isascii() else name
    start = blanked.rindex(name) if name else 0
    return Span(start, start + len(name)).shift(offset) if name else None


def is_title(name: str) -> bool:
    """Whether what stands beside an age is a headline: no outlet is so long, or as long in two halves."""
    if outlets.DESK.fullmatch(name):
        return False
    if outlets.NOT_A_NAME.search(name) and count_wide(name) >= stories.LABEL_CHARACTERS:
        return True
    if outlets.PARTICLE.search(name):
        return True
    return count_wide(name) >= (
        outlets.LEAST_TITLE_IN_HALVES if outlets.HEADLINE_SPACE.search(name) else outlets.LEAST_TITLE
    )


def trim_title(title: Span, line: str) -> Span:
    """The headline without the mark of a list before it and the section behind it."""
    words = title.of(line)
    mark = outlets.BULLET.match(words)
    section = outlets.SECTION_BEHIND.search(words)
    opened = line.startswith("[", title.start - 1) if title.start and "]" in words and "[" not in words else False
    return Span(
        title.start + (mark.end() if mark else 0) - opened, title.start + (section.start() if section else len(words))
    )


def is_before_brackets(name: Span, age: Span, text: str) -> bool:
    """Whether a headline stands before an age in brackets: too long for an outlet, and not called as those are."""
    words = name.of(text)
    if name.end > age.start or not text.startswith("(", age.start - 1):
        return False
    return count_wide(words) >= outlets.LEAST_TITLE_BEFORE_OUTLET and not outlets.OUTLET_NAME.fullmatch(words)


def _is_entry(name: str) -> bool:
    """Whether a headline stands beside a time, marks and figures in it."""
    return is_title(name) and "。" not in name and not name.endswith((",", ":"))


def _is_title_before_outlet(text: str) -> bool:
    """Whether a headline, and not an outlet before its section, stands before an outlet."""
    long = len(text) >= outlets.LEAST_TITLE_IN_HALVES or count_wide(text) >= outlets.LEAST_TITLE_BEFORE_OUTLET
    return long and count_wide(text) >= stories.LABEL_CHARACTERS // 2 and not outlets.OUTLET_NAME.fullmatch(text)


@lru_cache(maxsize=KEPT_COUNTS)
def count_wide(text: str) -> int:
    """How many of the characters are East Asian."""
    return 0 if text.isascii() else len(outlets.NARROW.sub("", text))


def is_outlet(name: str) -> bool:
    """Whether words could be the name of an outlet."""
    if len(name) > outlets.MAX_OUTLET or outlets.NOT_IN_OUTLET.search(name) or outlets.RANK.fullmatch(name):
        return False
    return not (times.MAY_BE_TIME.search(name) and times.PRINTED_TIME.search(name))
