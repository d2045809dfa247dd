"""Lines that a margin broke, joined again: of printed pages, of mails, of what was copied from a narrow screen.

A figure or a name that is cut in two by the end of a line is read as neither, by rules and by models.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from assistant.characters import count_columns
from assistant.patterns import compile_late

FULL_LINE = 0.85
"""A line this near to the widest one was broken by the margin."""
LEAST_WIDTH = 20
_CJK = compile_late("[\u3040-\u9fff]")
"""A text with such characters is broken without regard to words."""
ENDS = tuple("。！？!?.」』”：:；")

# ---- how a whole text shows that it was wrapped
MOST_COLUMNS = 84
LEAST_COLUMNS = 16
SLACK = 6
"""Columns that a line may be short of the widest: no line begins with a comma, and no figure is broken."""
LEAST_FULL = 4
MOST_OF_SENTENCE = 12
"""Lines to a sentence, at most."""
_STOP = compile_late(r"。|(?<!^\d)(?<!^\d\d)\.(?:\s|$)")
"""A full stop; behind the rank of an entry (1. ...) stands none."""
_ENTRY = compile_late(r"(?:[•●■◆▲▪►▶※☆★]|[(（]?\d{1,2}[.、)）](?!\d))\s?\S")
"""How an entry of a list begins: with its mark or its rank."""
LEAST_PARAGRAPH = 3
"""So many lines below one another are a paragraph, also where no full stop ends it."""
SHARE_FULL = 0.8
# ---- how a page shows that its paragraphs were
RAGGED = 3
"""Columns that a line may be short of the margin."""
LEAST_OPEN = 1
LEAST_RUNS = 3
"""So many paragraphs of full lines that end in a full stop: headlines of one length end in none."""
MOST_WIDER = 0.05
MOST_OF_HEADLINE = 40
_CUT_FIGURE = compile_late(
    r"(?<=[\u3040-\u9fff])\d[\d.,]*(?P<end>\n)(?=[萬万億亿兆](?:[元人噸吨股輛辆戶户件坪枚台度名円]|[美歐欧港日]元))"
)
"""A figure and its 億元 in the line below: broken for certain, however few lines a text has."""
BRACKETS = ("「」", "『』", "《》", "〈〉", "（）", "()", "【】", "“”")
SHARE_OPEN = 0.6
"""So many of the full lines end in the middle of a sentence."""


def unwrap_lines(text: str) -> str:
    """Join the lines of a printed page: a sentence, or a figure, must not end with its line."""
    lines = [line.strip() for line in text.split("\n")]
    widest = max(map(len, lines), default=0)
    joined: list[str] = []
    broken = False
    for line in lines:
        if broken and line:
            joined[-1] = join_pieces(joined[-1], line)
        else:
            joined.append(line)
        broken = len(line) >= max(widest * FULL_LINE, LEAST_WIDTH) and not line.endswith(ENDS)
    return "\n".join(joined)


def unwrap_text(text: str) -> tuple[str, int]:
    """Join the lines of a text in which nearly every line that has another below it is as wide as the widest.

    Where the text is too short to show it, only a figure is joined with its 億元 in the line below.

    Returns:
        the text, and how many line ends were taken out: none where the text does not show plainly that it was wrapped.
    """
    joined, taken = _unwrap_shape(text)
    return (joined, taken) if taken else _join_figures(text)


def _join_figures(text: str) -> tuple[str, int]:
    """Join figures with the 億元 that the line below begins with."""
    ends = [found.start("end") for found in _CUT_FIGURE.finditer(text)]
    pieces = [text[a:b] for a, b in pairwise([0, *(place for end in ends for place in (end, end + 1)), len(text)])]
    return "".join(pieces[::2]), len(ends)


def _unwrap_shape(text: str) -> tuple[str, int]:
    """Join the lines of a text whose shape shows that it was wrapped."""
    lines = [line.rstrip() for line in text.split("\n")]
    widths = [count_columns(line[: MOST_COLUMNS + 1]) for line in lines]  # of a longer one, as far as it matters
    widest = max(widths)
    if not LEAST_COLUMNS <= widest <= MOST_COLUMNS:
        return text, 0
    # a line with another right below it, which is no new paragraph
    inner = [n for n, (line, below) in enumerate(pairwise(lines)) if line and below and not _is_indented(below)]
    full = [n for n in inner if widths[n] >= widest - SLACK]
    still_open = [n for n in full if not lines[n].endswith(ENDS)]
    if len(full) < max(LEAST_FULL, len(inner) * SHARE_FULL) or len(still_open) < len(full) * SHARE_OPEN:
        return _unwrap_paragraphs(lines, widths) or (text, 0)
    if sum(bool(_STOP.search(line)) for line in lines) * MOST_OF_SENTENCE < len(full):
        return text, 0  # headlines of one length
    breaks = set(still_open) & set(_find_paragraphs(lines))
    return "\n".join(_join_at(lines, breaks)), len(breaks)


def _unwrap_paragraphs(lines: list[str], widths: list[int]) -> tuple[str, int] | None:
    """The paragraphs and headlines of a page copied from a narrow screen, whose menus and lists are not wrapped."""
    margin = _find_margin(widths)
    breaks: set[int] = set()
    runs = 0
    first = 0
    for number, (line, width) in enumerate(zip(lines, widths, strict=True)):
        if line and margin - RAGGED <= width <= margin and not line.endswith(ENDS):
            continue
        if number - first >= LEAST_OPEN and line.endswith(ENDS):
            breaks.update(range(first, number))
            runs += 1
        first = number + 1
    if not margin or runs < LEAST_RUNS:
        return None
    told = _join_at(lines, breaks)
    breaks |= set(_find_broken_headlines(lines, min(breaks), "\n".join(told)))
    return "\n".join(_join_at(lines, breaks)), len(breaks)


def _find_margin(widths: list[int]) -> int:
    """The width at which most lines end, if hardly any is wider; else 0."""
    filled = [width for width in widths if width]
    counts = Counter(filled)
    margin = max(counts, key=lambda width: (sum(counts[width - less] for less in range(RAGGED + 1)), -width), default=0)
    wider = sum(width > margin for width in filled)
    return margin if LEAST_COLUMNS <= margin <= MOST_COLUMNS and wider <= len(filled) * MOST_WIDER else 0


def _find_broken_headlines(lines: list[str], first: int, told: str) -> Iterator[int]:
    """The lines above the first paragraph that go on below: a bracket is open, or a word that the text says is cut."""
    for number, (line, below) in enumerate(pairwise(lines[:first])):
        if not line or not below or max(len(line), len(below)) > MOST_OF_HEADLINE or _is_indented(below):
            continue
        is_open = any(line.count(pair[0]) > line.count(pair[1]) and pair[1] in below for pair in BRACKETS)
        word = line[-1] + below[0]
        if is_open or (_CJK.match(line[-1]) and _CJK.match(below[0]) and word in told):
            yield number


def _join_at(lines: list[str], breaks: set[int]) -> list[str]:
    joined: list[str] = []
    for number, line in enumerate(lines):
        if number - 1 in breaks:
            joined[-1] = join_pieces(joined[-1], line.lstrip())
        else:
            joined.append(line)
    return joined


def _find_paragraphs(lines: list[str]) -> Iterator[int]:
    """The lines of paragraphs: a headline and the time below it are none."""
    first = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or not lines[number] or _is_indented(lines[number]):
            if lines[number - 1].endswith(ENDS) or number - first >= LEAST_PARAGRAPH:
                yield from range(first, number)
            first = number + (number < len(lines) and not lines[number])


def join_pieces(first: str, second: str) -> str:
    """Two pieces of a line, a blank between them where the language has blanks."""
    return first + ("" if _CJK.search(second) or _CJK.search(first) else " ") + second


def _is_indented(line: str) -> bool:
    """Whether a line begins a paragraph, or an entry of a list."""
    return line[0] in " \t\u3000" or _ENTRY.match(line) is not None
