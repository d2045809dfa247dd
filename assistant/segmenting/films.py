"""Films below their heading: the minutes beside each are how long it runs, and no time at which it was published."""

from collections.abc import Sequence

from assistant.patterns import compile_late
from assistant.segmenting.lines import Line, Look
from assistant.segmenting.menus import silence

HEADING = compile_late(
    r"[^。,:]{0,6}(?:影音|影片|短片|[視视][頻频]|動画|ビデオ|ムービー|[Vv]ideos?|VIDEO)[^。,:\d]{0,6}"
)
RUNS = compile_late(r"(?:\d{1,2}:)?\d{1,2}:[0-5]\d")
RUNS_BEHIND = compile_late(r"\S.{5,}\s(?:\d{1,2}:)?\d{1,2}:[0-5]\d")
PLAYS = ("▶", "►", "▷")
"""What can be pressed before the headline of a film."""
FILMED = compile_late(r"[【\[(]?(?:影音?|影片|短片|[視视][頻频]|動画|ビデオ|Video|有片)[】\])/|:]")
"""How the headline of a film begins: 影／..., 【動画】..."""
PLAYER = compile_late(r"(?:自[動动])?播放(?:中)?|正在播放|再生(?:中|する)?|[Pp]lay(?:ing)?|[Aa]utoplay")
"""What stands below the minutes of a film."""
FILM_LOOKS = (Look.HEADLINE, Look.CAPTION)
NEAR_PLAYER = 3
"""The film that plays next stands so near to the buttons of a player."""
MOST_ABOVE = 2
"""Buttons between the heading and the first film."""


def is_length(lines: Sequence[Line], number: int) -> bool:
    """Whether minutes below a headline are how long its film runs: it says so, or they can be played."""
    headline = lines[number - 1].text if number else ""
    below = (line.text for line in lines[number + 1 : number + 1 + MOST_ABOVE])
    return bool(FILMED.match(headline)) or any(PLAYER.fullmatch(text) for text in below)


def mark_films(lines: Sequence[Line]) -> list[Line]:
    """Take the films below their heading, each with its minutes, for none of the news."""
    marked = list(lines)
    filled = [n for n, line in enumerate(lines) if line.look is not Look.BLANK]
    for place, number in enumerate(filled):
        if PLAYER.fullmatch(lines[number].text):
            near = filled[place + 1 : place + 1 + NEAR_PLAYER]
            for film in (n for n in near if lines[n].look in FILM_LOOKS and RUNS_BEHIND.fullmatch(lines[n].text)):
                marked[film] = silence(lines[film])
        if lines[number].look in (Look.BODY, Look.SOURCE) or not HEADING.fullmatch(lines[number].text):
            continue
        below = filled[place + 1 :]
        while below and len(below) > len(filled) - place - 1 - MOST_ABOVE and _is_button(lines[below[0]]):
            del below[0]
        for film in below[: _count_films(lines, below)]:
            marked[film] = silence(lines[film])
    return marked


def _is_button(line: Line) -> bool:
    return line.look is Look.NAVIGATION and not RUNS.fullmatch(line.text)


def _count_films(lines: Sequence[Line], below: Sequence[int]) -> int:
    """How many of these lines are films: the minutes above a headline, below it or behind it, or a mark to play."""
    count = 0
    while count < len(below):
        line, after = lines[below[count]], lines[below[count + 1]] if count + 1 < len(below) else None
        alone = bool(RUNS_BEHIND.fullmatch(line.text)) or line.text.startswith(PLAYS)
        if line.look is Look.HEADLINE and alone:
            count += 1
        elif after is not None and _is_pair(line, after):
            count += 2
        else:
            break
    return count


def _is_pair(line: Line, after: Line) -> bool:
    """Whether a headline stands above its minutes, or below them."""
    first, second = (bool(RUNS.fullmatch(other.text)) for other in (line, after))
    return first is not second and Look.HEADLINE in (line.look, after.look)
