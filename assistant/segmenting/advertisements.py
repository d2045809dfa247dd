"""Advertisements among the items of a list: what is set apart above the name of its advertiser."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from assistant.segmenting.beside import last_look
from assistant.segmenting.lines import CONTENT, Line, Look, read_outlet
from assistant.segmenting.rules import buttons, matter, outlets
from assistant.segmenting.source_line import count_wide

MOST_IN_WIDGET = 10
APART = frozenset({Look.BLANK, Look.ADVERTISEMENT, Look.RELATED_HEADING})
"""Below one of these an advertisement begins."""
IN_WIDGET = frozenset({Look.HEADLINE, Look.BLANK})
MOST_OF_ADVERTISEMENT = 3
"""Lines of an advertisement above the name of its advertiser."""


def mark_advertisements(lines: Sequence[Line]) -> list[Line]:
    """Take the lines above the name of an advertiser for its advertisement, if blank lines set them apart as a group.

    Above the group an item has to be closed, so that no text of an item is taken.
    """
    marked = _mark_headed(
        _mark_foreign(_mark_letters(_mark_promised(_mark_closed(_mark_widgets(_mark_sponsored(lines))))))
    )
    for place, line in enumerate(lines):
        if line.look is Look.ADVERTISEMENT and (matter.ADVERTISER.fullmatch(line.text) or _ends_group(lines, place)):
            first = place
            while first and marked[first - 1].look in CONTENT | {Look.NAVIGATION}:
                first -= 1
            closed = last_look(marked, first) in {Look.SOURCE, Look.ADVERTISEMENT, Look.RELATED_HEADING}
            apart = first and (marked[first - 1].look in APART or _closes(marked, first - 1))
            if closed and apart and place - first <= MOST_OF_ADVERTISEMENT:
                marked[first:place] = [other._replace(look=Look.ADVERTISEMENT) for other in marked[first:place]]
    return marked


def _closes(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is the outlet and age of an item that ends with it."""
    return lines[number].look is Look.SOURCE and number > 0 and lines[number - 1].look in CONTENT


def _mark_closed(lines: Sequence[Line]) -> list[Line]:
    """Take headlines for advertisements of which each has the word for one right below it, and none above the first."""
    marked = list(lines)
    labels = {n for n, line in enumerate(lines) if line.look is Look.ADVERTISEMENT and _closes_one(line)}
    for first in sorted(labels):
        if first - 2 in labels or not first or lines[first - 1].look is not Look.HEADLINE:
            continue
        run = list(takewhile(labels.__contains__, range(first, len(lines), 2)))
        closes = run[-1] + 1 == len(lines) or lines[run[-1] + 1].look is not Look.HEADLINE
        if closes and (len(run) > 1 or first < 2 or lines[first - 2].look in (Look.RELATED_HEADING, Look.BLANK)):
            for number in run:
                if lines[number - 1].look is Look.HEADLINE:
                    marked[number - 1] = lines[number - 1]._replace(look=Look.ADVERTISEMENT)
    return marked


def _mark_headed(lines: Sequence[Line]) -> list[Line]:
    """Take the time and the text below the headline of an advertisement for a part of it, where items stand so.

    What a shop has published is one.
    """
    marked = list(lines)
    filled = [n for n, line in enumerate(lines) if line.look is not Look.BLANK]
    headed = [
        (number, source, body)
        for number, source, body in zip(filled, filled[1:], filled[2:], strict=False)
        if lines[source].look is Look.SOURCE and not lines[source].title and lines[body].look is Look.BODY
    ]
    usual = sum(lines[number].look is Look.HEADLINE for number, _, _ in headed)
    for number, source, body in headed if usual else ():
        named = outlets.SHOP.fullmatch(read_outlet(lines[source])) and lines[number].look is Look.HEADLINE
        if named or (lines[number].look is Look.ADVERTISEMENT and not _is_word(lines[number])):
            for own in (number, source, body):
                marked[own] = lines[own]._replace(look=Look.ADVERTISEMENT, outlet=None, age=None, relative=False)
    return marked


def _mark_widgets(lines: Sequence[Line]) -> list[Line]:
    """Take the headlines below Ads by ... for advertisements, up to one with an outlet or an age."""
    marked = list(lines)
    for number, line in enumerate(lines):
        if line.look is not Look.ADVERTISEMENT or not matter.WIDGET.fullmatch(line.text):
            continue
        below = range(number + 1, min(len(lines), number + 1 + MOST_IN_WIDGET))
        run = [n for n in takewhile(lambda n: lines[n].look in IN_WIDGET, below) if lines[n].look is Look.HEADLINE]
        end = run[-1] + 1 if run else number + 1
        if end < len(lines) and lines[end].look in (Look.SOURCE, Look.BODY):
            run = run[:-1]
        for place in run:
            marked[place] = lines[place]._replace(look=Look.ADVERTISEMENT)
    return marked


def _mark_promised(lines: Sequence[Line]) -> list[Line]:
    """Take the points below what speaks to the reader and ends in a colon for a part of it: what payers would read."""
    marked = list(lines)
    for number in range(1, len(lines)):
        above = marked[number - 1]
        opens = above.look is Look.ADVERTISEMENT and (above.text.endswith(":") or above.bullet)
        if opens and lines[number].look in CONTENT and lines[number].bullet:
            marked[number] = lines[number]._replace(look=Look.ADVERTISEMENT)
    return marked


def _mark_letters(lines: Sequence[Line]) -> list[Line]:
    """Take the paragraph below the word for a sponsor for his, where a headline or nothing follows it."""
    marked = list(lines)
    filled = [n for n, line in enumerate(lines) if line.look is not Look.BLANK]
    for label, text, after in zip(filled, filled[1:], [*filled[2:], None], strict=False):
        last = after is None or lines[after].look is not Look.BODY
        if last and lines[text].look is Look.BODY and matter.SPONSORED.fullmatch(lines[label].text):
            for number in (label, text):
                marked[number] = lines[number]._replace(look=Look.ADVERTISEMENT)
    return marked


def _mark_foreign(lines: Sequence[Line]) -> list[Line]:
    """Take a paragraph of Latin letters below the word for an advertisement, on a page in another script, for one."""
    marked = list(lines)
    filled = [n for n, line in enumerate(lines) if line.look is not Look.BLANK]
    wide = any(line.look is Look.BODY and count_wide(line.text) for line in lines)
    for label, text in pairwise(filled) if wide else ():
        latin = lines[text].look is Look.BODY and not count_wide(lines[text].text)
        if latin and lines[label].look is Look.ADVERTISEMENT:
            marked[text] = lines[text]._replace(look=Look.ADVERTISEMENT)
    return marked


def _closes_one(line: Line) -> bool:
    """Whether the word for an advertisement may stand below one: not where it heads several."""
    return _is_word(line) and not matter.WIDGET.fullmatch(line.text)


def _is_word(line: Line) -> bool:
    """Whether a line is the word for an advertisement and nothing else."""
    return matter.DECORATION.sub("", line.text).lower() in matter.ADVERTISEMENTS


def _mark_sponsored(lines: Sequence[Line]) -> list[Line]:
    """Take the lines between the word for an advertisement and the headline of the next item for the advertisement.

    Only in lists without bodies: there an item is one headline above its source line.
    """
    marked = list(lines)
    for place, line in enumerate(lines):
        if line.look is not Look.ADVERTISEMENT:
            continue
        if (end := _find_call(lines, place)) is not None:
            marked[place:end] = [other._replace(look=Look.ADVERTISEMENT) for other in marked[place:end]]
            continue
        run: list[int] = []
        for number in range(place + 1, min(len(lines), place + 3 + MOST_OF_ADVERTISEMENT)):
            if lines[number].look is not Look.HEADLINE:
                break
            run.append(number)
        end = run[-1] + 1 if run else len(lines)
        if len(run) > 1 and end < len(lines) and lines[end].look is Look.SOURCE and lines[end].outlet:
            for number in run[:-1]:
                marked[number] = lines[number]._replace(look=Look.ADVERTISEMENT)
    return marked


def _find_call(lines: Sequence[Line], place: int) -> int | None:
    """The line behind the call to act (瞭解詳情) that ends an advertisement below the word for it."""
    for number in range(place + 1, min(len(lines), place + 2 + MOST_OF_ADVERTISEMENT)):
        if buttons.CALL.fullmatch(lines[number].text):
            return number + 1
        if lines[number].look not in (Look.HEADLINE, Look.BODY):
            return None
    return None


def _ends_group(lines: Sequence[Line], place: int) -> bool:
    """Whether the word for an advertisement stands below its headline and the name of the advertiser, and ends them."""
    headline, name, below = (lines[n] if 0 <= n < len(lines) else None for n in (place - 2, place - 1, place + 1))
    if headline is None or name is None or (below and below.look is not Look.BLANK):
        return False
    is_name = name.look is Look.HEADLINE and len(name.text) <= outlets.LONE_OUTLET
    return is_name and headline.look is Look.HEADLINE and len(name.text) < len(headline.text)
