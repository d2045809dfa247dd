"""Menus and paths that stand in one line."""

from assistant.patterns import compile_late
from assistant.segmenting.rules import matter, outlets, stories

_STEP = compile_late(r"[|>»›]|\s/\s")
"""Between the steps of a path, or the links of a menu."""

_BETWEEN_LINKS = compile_late(r"\s?[|/]\s?|\s")
_LINK_MARK = compile_late(r"[|/\s]")
SHARE_GLUED = 0.7
LEAST_LINKS = 3
LONGEST_LINK = 16
"""A link at the foot of a page is so long: 特定商取引法に基づく表記."""


def reads_as_menu(line: str) -> bool:
    """Whether a line is a menu or a path: 首頁 > 政治 > 選舉, 首頁|要聞|國際, 首頁 即時 國際."""
    step = _STEP.search(line)
    begins_at_home = step and "。" not in line and line[: step.start()].strip().lower() in matter.HOME
    if begins_at_home or _reads_as_steps(line):
        return True  # the headline may be the last step
    lower = line.lower()
    words = lower.split()
    if len(words) == 1:  # most lines of a page in Chinese
        short = len(line) <= outlets.MAX_SOURCE_LINE
        joined = short and (matter.JOINED_MENU.fullmatch(lower) or _reads_as_glued(lower))
        return bool(joined) or (step is not None and _reads_as_path(line))
    known = sum(word in matter.NAVIGATION for word in words)
    short = len(words) >= matter.LEAST_MENU and all(len(word) <= stories.LABEL_CHARACTERS for word in words)
    plain = short and len(words) >= matter.LONG_MENU and not matter.NOT_IN_MENU.search(line)
    if plain or (len(words) >= matter.LEAST_MENU and known * 3 >= len(words)):
        return short
    if len(words) > 2 and known * 2 > len(words):
        return all(word in matter.NAVIGATION or len(word) <= matter.MENU_WORD for word in words)
    if len(line) <= outlets.MAX_SOURCE_LINE and matter.JOINED_MENU.fullmatch(lower):
        return True
    return _reads_as_path(line)


def _reads_as_glued(line: str) -> bool:
    """Whether a line is nothing but words of two characters with no blank between them, most of them of menus."""
    words = [line[n : n + 2] for n in range(0, len(line), 2)]
    if len(words) < matter.LONG_MENU or len(line) % 2 or matter.NOT_IN_MENU.search(line):
        return False
    return sum(word in matter.NAVIGATION for word in words) >= len(words) * SHARE_GLUED


def reads_as_foot(line: str) -> bool:
    """Whether a line is a row of links at the foot of a page: 会社案内 | 広告掲載 | 特定商取引法に基づく表記."""
    if not _LINK_MARK.search(line):
        return False  # as most lines of a page in Chinese
    links = _BETWEEN_LINKS.split(line)
    if len(links) < LEAST_LINKS or max(map(len, links)) > LONGEST_LINK:
        return False
    return sum(bool(matter.FOOTER_STARTS.match(link)) for link in links) * 2 >= len(links)


def _reads_as_steps(line: str) -> bool:
    """Whether a site, a section and another stand in a line: 某新聞網/產經/產業綜合."""
    steps = line.split("/")
    if len(steps) < matter.LEAST_STEPS or any(not 1 < len(step) <= stories.LABEL_CHARACTERS for step in steps):
        return False
    return any(step in matter.NAVIGATION for step in steps) and not matter.NOT_IN_LABEL.search(line)


def _reads_as_path(line: str) -> bool:
    """Whether a line is cut in pieces by bars or arrows: steps on the way to a page, or links beside one another."""
    pieces = [piece.strip() for piece in _STEP.split(line.strip("| "))]
    if len(pieces) == 1 and " - " in line:
        pieces = line.split(" - ")
    if len(line) <= outlets.MAX_OUTLET and matter.SPACED_PATH.fullmatch(line):
        return True
    if len(pieces) == 2 and matter.PATH.search(line):
        return all(0 < len(piece) <= stories.LABEL_CHARACTERS for piece in pieces)
    limit = stories.LABEL_CHARACTERS if len(pieces) < matter.LEAST_MENU else outlets.MAX_OUTLET
    return len(pieces) > 2 and all(0 < len(piece) <= limit for piece in pieces)
