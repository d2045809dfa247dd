"""Source lines that stand in several lines: an outlet above its age or below it, by-lines."""

from collections.abc import Sequence

from assistant.patterns import compile_late
from assistant.records import Span
from assistant.segmenting.lines import BETWEEN, CONTENT, Line, Look, merge_lines
from assistant.segmenting.rules import outlets, stories, times
from assistant.segmenting.source_line import is_outlet, strip_outlet

MOST_BETWEEN = 6
MAX_BYLINES = 3
MOST_OF_LABEL = 2
LEAST_LISTED = 2
MOST_OF_CARD = 5
"""Lines of a card up to its age."""
LEAST_SIGNED = 3
"""Headline, outlet and writer."""
_DIGITS = compile_late(r"[1-9]\d*|0(?!\d)")
_DOT = compile_late(r"[·•・‧∙|/–-]")
PASSED = frozenset({Look.NAVIGATION, Look.CAPTION})


def join_outlets_behind_ages(lines: Sequence[Line]) -> list[Line]:
    """Join the ages of a list with the outlets in the lines below them, where the list ends with an outlet.

    A list whose items begin with the outlet has the same lines in between, and ends with an age.
    """
    ages = [n for n, line in enumerate(lines) if _is_bare_age(line)]
    if len(ages) < LEAST_LISTED or not all(_has_outlet_below(lines, n) for n in ages):
        return list(lines)
    *others, last = (lines[n + 1].text for n in ages)
    if _next_look(lines, ages[-1] + 1) in CONTENT and not (outlets.OUTLET_NAME.fullmatch(last) or last in others):
        return list(lines)  # a short headline
    joined = list(lines)
    for number in reversed(ages):
        line, below = joined[number : number + 2]
        joined[number : number + 2] = [merge_lines((line, below), line, below.own)]
    return joined


def join_cards(lines: Sequence[Line]) -> list[Line]:
    """Join what a card prints below its headline: outlet, buttons, the headline once more, and its age."""
    joined = list(lines)
    for number in range(len(lines) - MOST_OF_CARD, -1, -1):
        line, outlet = joined[number : number + 2]
        if line.look is not Look.HEADLINE or not names_outlet(outlet):
            continue
        below = joined[number + 2 : number + MOST_OF_CARD]
        again = next((n for n, other in enumerate(below, start=number + 2) if other.text == line.text), None)
        if again is None:
            continue
        source = joined[again + 1 : again + 2]
        if source and _is_bare_age(source[0]):
            joined[number + 1 : again + 2] = [merge_lines(joined[number + 1 : again + 2], source[0], outlet.own)]
    return joined


def join_dotted(lines: Sequence[Line]) -> list[Line]:
    """Join an outlet with its age, where a dot stands between them on a line of its own."""
    joined: list[Line] = []
    for line in lines:
        bare = line.look is Look.SOURCE and not (line.outlet or line.title)
        if bare and len(joined) > 1 and _DOT.fullmatch(joined[-1].text) and names_outlet(joined[-2]):
            group = [*joined[-2:], line]
            del joined[-2:]
            line = merge_lines(group, line, group[0].own)  # noqa: PLW2901 (one line made of several)
        joined.append(line)
    return joined


def join_outlets_above(lines: Sequence[Line]) -> list[Line]:
    """Join the time of an article with its outlet, where buttons stand between them below the headline."""
    joined = list(lines)
    for number in range(len(lines) - 1, 0, -1):
        line = joined[number]
        if line.look is not Look.SOURCE or not line.heads or line.outlet:
            continue
        near = range(number - 1, max(0, number - MOST_BETWEEN), -1)
        place = next((n for n in near if joined[n].look not in (Look.NAVIGATION, Look.BLANK)), None)
        if place is None or place == number - 1 or joined[place].title:
            continue
        if joined[place].look is Look.HEADLINE and outlets.OUTLET_NAME.fullmatch(joined[place].text):
            joined[place : number + 1] = [merge_lines(joined[place : number + 1], line, joined[place].own)]
    return joined


def join_signatures(lines: Sequence[Line]) -> list[Line]:
    """Join the time of an article with its writer and its outlet, each in a line of its own below the headline."""
    joined: list[Line] = []
    for line in lines:
        first = _find_signature(joined) if line.look is Look.SOURCE and not (line.relative or line.title) else None
        if first is not None and not line.outlet:
            line = _join([*joined[first:], line])  # noqa: PLW2901 (one line made of several)
            del joined[first:]
        joined.append(line)
    return joined


def _find_signature(lines: Sequence[Line]) -> int | None:
    """The place of the outlet, if the last lines that are not blank are headline, outlet and writer.

    The outlet may stand there twice: its logo, and its name.
    """
    near = range(max(0, len(lines) - MOST_BETWEEN), len(lines))
    filled = [n for n in near if lines[n].look is not Look.BLANK]
    if len(filled) < LEAST_SIGNED or not _is_writer(lines[filled.pop()]):
        return None
    outlet = filled.pop()
    if lines[filled[-1]].text == lines[outlet].text:
        outlet = filled.pop()
    headline = lines[filled[-1]] if filled else lines[outlet]
    is_named = lines[outlet].look is Look.HEADLINE and outlets.OUTLET_NAME.fullmatch(lines[outlet].text)
    is_headed = headline.look is Look.HEADLINE and len(headline.text) > stories.LABEL_CHARACTERS
    return outlet if is_named and is_headed else None


def _is_writer(line: Line) -> bool:
    return line.look is Look.BYLINE or (line.look is Look.HEADLINE and bool(outlets.NAME.fullmatch(line.text)))


def _is_bare_age(line: Line) -> bool:
    return line.look is Look.SOURCE and line.relative and not (line.outlet or line.title)


def _has_outlet_below(lines: Sequence[Line], place: int) -> bool:
    """Whether the line below an age names an outlet, and no age of its own follows that line."""
    if place + 1 >= len(lines) or not names_outlet(lines[place + 1]):
        return False
    return place + 2 >= len(lines) or lines[place + 2].look is not Look.SOURCE


def join_sources(lines: Sequence[Line]) -> list[Line]:
    """Join by-lines and an outlet on lines of their own with the age below them, so that all are one source line."""
    joined: list[Line] = []
    is_dated, dated = False, ""
    for place, line in enumerate(lines):
        if line.look is Look.SOURCE and not line.relative:
            changed = times.UPDATED.match(line.text) and not _heads_entry(joined)
            updated = changed or _tells_again(joined, line) or _closes_text(line, dated)
            if is_dated and not (line.outlet or line.title) and updated:
                line = line._replace(look=Look.NAVIGATION, age=None)  # noqa: PLW2901 (one that was published above)
            is_dated, dated = True, line.text
        group = [line]
        if line.look is Look.SOURCE:
            group = [*_take_bylines(joined), line]
            after = _next_look(lines, place)
            if not (line.relative or line.outlet or line.title):
                group = [*_take_labels(joined), *group]
            if not (line.outlet or line.title) and len(joined) == 1 and _opens_page(joined[0]):
                group.insert(0, joined.pop())
            elif not (line.outlet or line.title) and len(joined) > 1 and _names_outlet(joined, after):
                if not line.relative and _names_writer(joined, after):
                    group.insert(0, joined.pop()._replace(look=Look.BYLINE))
                else:
                    group.insert(0, joined.pop())
                    if joined and joined[-1].text == group[0].text:  # its logo, and its name
                        group.insert(0, joined.pop())
        joined.append(_join(group) if len(group) > 1 else line)
    return joined


def _heads_entry(joined: Sequence[Line]) -> bool:
    """Whether a headline stands right above, in a list: below a heading, or below the time of another entry."""
    near = _list_last(joined)
    headed = bool(near) and near[-1].look is Look.HEADLINE and not near[-1].heads
    return headed and len(near) > 1 and near[-2].look in (Look.RELATED_HEADING, Look.SOURCE)


def _list_last(joined: Sequence[Line]) -> list[Line]:
    """The last lines that are of an item or head some, without what may stand between them."""
    return [line for line in joined[-MOST_BETWEEN * 2 :] if line.look not in BETWEEN]


def _closes_text(line: Line, dated: str) -> bool:
    """Whether a time in brackets is the one that stands above the text: (2031/11/26-11:00)."""
    moment = _DIGITS.findall(line.text)
    return line.text.startswith("(") and len(moment) > 2 and _DIGITS.findall(dated)[: len(moment)] == moment


def _opens_page(line: Line) -> bool:
    """Whether the only line above a time is the name of an outlet."""
    return line.look is Look.HEADLINE and bool(outlets.OUTLET_NAME.fullmatch(line.text))


def _tells_again(joined: Sequence[Line], line: Line) -> bool:
    """Whether nothing of an item stands between a printed time and the one before it.

    A time of publication, called so, is that of the next item where the one before it closes an entry of a list.
    """
    near = _list_last(joined)
    if not near or near[-1].look is not Look.SOURCE or near[-1].relative or near[-1].title:
        return False
    return not (near[-1].outlet and times.TELLS_FIRST.match(line.text))


def _take_bylines(joined: list[Line]) -> list[Line]:
    """The by-lines at the end, taken away, unless they stand below the source line of the item before."""
    first = len(joined)
    while first and len(joined) - first < MAX_BYLINES and joined[first - 1].look is Look.BYLINE:
        first -= 1
    if first and joined[first - 1].look is Look.SOURCE:
        return []
    taken = joined[first:]
    del joined[first:]
    return taken


def _take_labels(joined: list[Line]) -> list[Line]:
    """By-lines and short labels (報導) between an outlet and a printed time, taken away."""
    first = len(joined)
    while first and len(joined) - first < MAX_BYLINES and _is_beside(joined[first - 1]):
        first -= 1
    if not first or first == len(joined) or not outlets.OUTLET_NAME.fullmatch(joined[first - 1].text):
        return []
    taken = joined[first:]
    del joined[first:]
    return taken


def _is_beside(line: Line) -> bool:
    return line.look is Look.BYLINE or (line.look is Look.NAVIGATION and len(line.text) <= MOST_OF_LABEL)


def _names_writer(lines: Sequence[Line], after: Look) -> bool:
    """Whether the line between a headline and the time of an article names its writer or section.

    Nothing but what outlets are called, or a name that stands there twice, tells an outlet from these.
    """
    name = outlets.BY_NAME.sub("", lines[-1].text)
    if outlets.OUTLET_NAME.fullmatch(name) or lines[-2].text == name:
        return False
    return after is Look.BODY or bool(outlets.PERSON.fullmatch(name))


def _join(group: list[Line]) -> Line:
    """One source line made of several; an outlet without an age stands first."""
    first, last = group[0], group[-1]
    start = first.span.start + len(first.raw) - len(first.raw.lstrip())
    name = strip_outlet(first.text, start) if first.look is Look.HEADLINE else None
    outlet = name or last.outlet or _find_signed(group)
    return merge_lines(group, last, outlet)


def _find_signed(group: Sequence[Line]) -> Span | None:
    """The outlet with which a by-line begins: 某某新聞 林某某 綜合報導."""
    for line in group[:-1]:
        below = outlets.SOURCE_BELOW.fullmatch(line.text) if line.look is Look.BYLINE else None
        if below:
            return line.locate(below, "outlet")
        if line.look is Look.BYLINE and outlets.OUTLET_NAME.fullmatch(line.text):
            return strip_outlet(line.text, line.own.start)
        first = outlets.WRITTEN_BY.sub("", line.text)
        if line.look is Look.BYLINE and outlets.OUTLET_NAME.fullmatch(first):
            return Span(line.own.start, line.own.start + len(first))
    return None


def _next_look(lines: Sequence[Line], place: int) -> Look:
    """The look of the next line that is neither blank nor a button or advertisement."""
    following = (line.look for line in lines[place + 1 : place + 1 + MOST_BETWEEN])
    return next((look for look in following if look not in BETWEEN), Look.BLANK)


def _names_outlet(lines: Sequence[Line], after: Look) -> bool:
    """Whether the last of these lines is an outlet: short, behind a text, or between a headline and its body."""
    name = lines[-1]
    text = next((line for line in reversed(lines[-MOST_BETWEEN:-1]) if line.look not in PASSED), lines[-2])
    if not names_outlet(name) or name.main:
        return False
    if (
        text.look is Look.BLANK
        and len(lines) > 2
        and after is not Look.BODY
        and len(name.text) <= stories.LABEL_CHARACTERS
    ):
        text = lines[-3]
    if after is Look.BODY and text.look is Look.BLANK:
        near = lines[-2 - MOST_BETWEEN : -1]
        above = next((line.look for line in reversed(near) if line.look is not Look.BLANK), Look.BLANK)
        return above is not Look.BODY
    return text.look is Look.HEADLINE if after is Look.BODY else text.look in CONTENT


def names_outlet(line: Line) -> bool:
    """Whether a line by itself could be the name of an outlet."""
    if line.look is not Look.HEADLINE or line.title or len(line.text) > outlets.LONE_OUTLET or not is_outlet(line.text):
        return False
    if outlets.NOT_A_NAME.search(line.text):
        return False
    return len(line.text) <= outlets.SPACED_OUTLET or not outlets.HEADLINE_SPACE.search(line.text)
