"""Lines of an article beside its running text: captions, second lines of headlines, decks, notes that mend it."""

from collections.abc import Sequence
from itertools import pairwise

from assistant.segmenting.lines import BETWEEN, CONTENT, Line, Look
from assistant.segmenting.part import LEAST_HEADLINE
from assistant.segmenting.rules import stories
from assistant.segmenting.source_line import count_wide

MOST_BETWEEN = 4
"""So many blank lines and buttons may stand between a caption and the text."""
LEAST_WIDE = 8
DASHES = ("—", "―", "─", "--")
MOST_OF_HEAD = 6
HEAD = frozenset({Look.HEADLINE, Look.BYLINE, Look.SOURCE})
"""What stands above the second line of a headline."""


def mark_corrections(lines: Sequence[Line]) -> list[Line]:
    """Take a note that mends the text above it for none of the running text; it may stand below its own heading."""
    marked = list(lines)
    above = False
    for number, line in enumerate(lines):
        if above and line.look in CONTENT and stories.CORRECTION.match(line.text):
            marked[number] = line._replace(look=Look.CAPTION)
            below = lines[number + 1] if stories.CORRECTION.fullmatch(line.text) and number + 1 < len(lines) else None
            if below is not None and below.look is Look.BODY:
                marked[number + 1] = below._replace(look=Look.CAPTION)
        above = above or line.look is Look.BODY
    return marked


def mark_subtitles(lines: Sequence[Line]) -> list[Line]:
    """Take the second line of a headline for no headline of its own: ——見聞, or its English above writer and time."""
    marked = list(lines)
    for number in range(1, len(lines) - 1):
        line, above, below = lines[number], lines[number - 1], lines[number + 1]
        if above.look in HEAD and line.look in CONTENT and stories.SUBTITLE.fullmatch(line.text):
            marked[number] = line._replace(look=Look.CAPTION)
            if number > 1 and above.look is lines[number - 2].look is Look.HEADLINE and line.text.startswith(DASHES):
                marked[number - 2] = lines[number - 2]._replace(look=Look.NAVIGATION)  # the line above the headline
        latin = line.look in CONTENT and not count_wide(line.text) and count_wide(above.text) >= LEAST_WIDE
        if latin and above.look is Look.HEADLINE and below.look in (Look.SOURCE, Look.BYLINE, Look.HEADLINE):
            marked[number] = line._replace(look=Look.CAPTION)
    return marked


def mark_captions(lines: Sequence[Line]) -> list[Line]:
    """Take the line below a lone 圖像加註文字: for what the picture shows, and a line that stands there twice.

    What a picture is told by where it is not seen is, on many pages, its caption, or the headline below it.
    """
    marked = list(lines)
    for number, (line, below) in enumerate(pairwise(lines)):
        if _stands_twice(lines, number):
            told = Look.CAPTION if _next_filled(lines, number + 2) is Look.BODY else Look.NAVIGATION
            marked[number] = line._replace(look=told)
            if told is Look.CAPTION:
                marked[number + 1] = below._replace(look=told)
        if line.look is Look.CAPTION and stories.CAPTION.fullmatch(line.text) and below.look in CONTENT:
            marked[number + 1] = below._replace(look=Look.CAPTION)
    return marked


def _stands_twice(lines: Sequence[Line], number: int) -> bool:
    """Whether a line stands right below itself, and not a third time."""
    line = lines[number]
    if line.text != lines[number + 1].text or line.look not in CONTENT or count_wide(line.text) < LEAST_HEADLINE:
        return False
    beside = (*lines[max(0, number - 1) : number], *lines[number + 2 : number + 3])
    return all(other.text != line.text for other in beside)


def _next_filled(lines: Sequence[Line], first: int) -> Look:
    """The look of the first line from ``first`` on that is not blank."""
    near = (line.look for line in lines[first : first + MOST_BETWEEN])
    return next((look for look in near if look is not Look.BLANK), Look.BLANK)


def mark_deck(lines: Sequence[Line]) -> list[Line]:
    """Take the sentence between the headline of an article and its time, the first on the page, for no body of it."""
    source = next((n for n, line in enumerate(lines) if line.look is Look.SOURCE), None)
    if source is None or lines[source].relative or lines[source].title:
        return list(lines)
    above = [n for n in range(source) if lines[n].look not in BETWEEN][-2:]
    below = next((line.look for line in lines[source + 1 :] if line.look not in BETWEEN), None)
    if len(above) < 2 or below is not Look.BODY or source - above[0] > MOST_OF_HEAD:
        return list(lines)
    headline, deck = (lines[n] for n in above)
    long = min(count_wide(headline.text), count_wide(deck.text)) >= LEAST_HEADLINE
    is_deck = deck.look is Look.BODY or (deck.look is Look.HEADLINE and long and above[1] - above[0] == 1)
    if headline.look is not Look.HEADLINE or not is_deck:
        return list(lines)
    return [line._replace(look=Look.CAPTION) if n == above[1] else line for n, line in enumerate(lines)]
