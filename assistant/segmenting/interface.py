"""How much a line reads like the page's own words: buttons, notices, headings of lists.

A button is made of a few stems and of little else, on any site; news holds such words as well, and much beside them. So
the stems (``rules/interface.txt``) are one sign, and how much of the line they leave over, how long it is and how it is
built are others. What weighs enough is no news, whatever the whole line says.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from operator import add
from typing import NamedTuple

from assistant.folding import fold
from assistant.patterns import compile_late

ENOUGH = 4
"""Weight from which on a line is the page's own."""
MOST_OF_KINDS = 4
LEAST_HEADING = 4
LONGEST_HEADING = 24
LEAST_IN_HALVES = 12
"""So many characters with one blank between them are the two halves of a headline."""
SHARE_OF_HEADING = 0.9
SHARE_OF_NOTICE = 0.35
SHARE_BELOW = 0.6
ADDRESSING = frozenset({"act", "reader", "notice"})
"""Kinds without one of which no whole sentence is the page's own."""
INTERFACE = frozenset({"act", "thing", "brand", "reader", "notice"})
"""Kinds of words that speak of the page; the others stand in any text."""
NOTICES = frozenset({"notice", "service", "reader"})
KEPT_LINES = 24_000
"""A line is asked about several times, in a row and by later passes over all lines of a page: 20,000 at most."""
LONGEST = 90
"""A longer line is read as text, whatever its words."""

_HEAD = compile_late(r"\[([a-z]+) (-?\d)\]")
_LATIN = compile_late(r"[a-z]+")
_FIGURE = compile_late(r"\d[\d.,]*\s?[%\u4e00-\u9fff]")
_COUNTED = compile_late(r"\d[\d.,]*[万千k+]?\s?(?:[人次条个篇则件位字]|评论|留言|分享|跟[帖贴])?")
_ASIDE = compile_late(r"\s?\([^()]{1,6}\)$")
"""What a list is narrowed to, behind its heading: アクセスランキング(地域)."""
_MARKED = compile_late(r"[★☆※◎]")
"""How notices begin: ★提醒您:..."""
_HALVES = compile_late(r"[\u3040-\u9fff]\s[\u3040-\u9fff]")
_SPEECH = compile_late(r"[「『“]")


class Words(NamedTuple):
    """The stems of a line: what kinds there are, how many characters they cover, and of how many."""

    kinds: frozenset[str]
    covered: int
    size: int

    @property
    def share(self) -> float:
        """How much of the line the stems cover."""
        return self.covered / self.size if self.size else 0.0


NONE = Words(frozenset(), 0, 0)
"""Those of most lines of news."""


class _Stems(NamedTuple):
    """The stems of all kinds."""

    kinds: dict[str, frozenset[str]]
    """Stem -> its kinds."""
    sizes: dict[str, int]
    """Stem -> how many characters it covers."""
    weights: dict[str, int]
    """Kind -> the weight of one of its stems."""
    by_start: dict[str, tuple[str, ...]]
    """First two characters (or one, that is a stem) -> the stems that begin so, in the order in which they are tried.

    A tenth of the time of one pattern with all of them, of which each would be tried at each character.
    """
    first: re.Pattern[str]
    """A character with which one begins."""
    of_notices: frozenset[str]
    """The first two characters (or the one) of those without which no paragraph is a notice."""


@cache
def _stems() -> _Stems:
    kinds: dict[str, frozenset[str]] = {}
    weights: dict[str, int] = {}
    kind = ""
    for line in files("assistant.segmenting").joinpath("rules/interface.txt").read_text(encoding="utf-8").splitlines():
        if head := _HEAD.fullmatch(line):
            kind, weights[head[1]] = head[1], int(head[2])
        elif not line.startswith("#"):
            for stem in line.split():
                key = fold(stem).lower()
                kinds[key] = kinds.get(key, frozenset()) | {kind}
    starts = {stem[:2] for stem in kinds}
    by_start: dict[str, list[str]] = {start: [] for start in starts}
    for stem in sorted(kinds, key=lambda stem: (not stem.isascii(), -len(stem))):
        for start in starts if len(stem) == 1 else (stem[:2],):
            if start.startswith(stem[:2]):
                by_start[start].append(stem)
    sizes = {stem: _size(stem) for stem in kinds}
    first = re.compile(f"[{re.escape(''.join(sorted({start[0] for start in starts})))}]")
    told = {start: tuple(stems) for start, stems in by_start.items()}
    of_notices = frozenset(stem[:2] for stem, own in kinds.items() if own & NOTICES)
    return _Stems(kinds, sizes, weights, told, first, of_notices)


def _find_stems(text: str) -> Iterator[str]:
    """The stems of a text from left to right, none over another: the longest at each place, Latin words as a whole."""
    by_start, first = _stems().by_start, _stems().first
    behind = 0
    for found in first.finditer(text):
        place = found.start()
        stems = by_start.get(text[place : place + 2]) or by_start.get(text[place])
        if stems and place >= behind:
            for stem in stems:
                if text.startswith(stem, place) and (not stem.isascii() or _is_whole(text, place, place + len(stem))):
                    yield stem
                    behind = place + len(stem)
                    break


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no Latin letter stands beside a word of Latin letters."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not ("a" <= before <= "z" or "a" <= after <= "z")


@lru_cache(maxsize=KEPT_LINES)
def read_words(line: str) -> Words:
    """The stems of a line."""
    stems = _stems()
    text = fold(line).lower()
    found = list(_find_stems(text))
    if not found:
        return NONE
    kinds = frozenset().union(*(stems.kinds[stem] for stem in found))
    covered = sum(stems.sizes[stem] for stem in found)
    return Words(kinds, covered, _size(_COUNTED.sub("", text)) or _size(text))


def _size(text: str) -> int:
    """How many letters and figures there are; a word of Latin letters counts as two."""
    return sum(map(str.isalnum, _LATIN.sub("xx", text)))


def weigh(line: str) -> int:
    """The weight of what speaks for the page's own words in a line, folded to plain widths."""
    if len(line) > LONGEST or ("。" in line and _FIGURE.search(line)):
        return 0
    words = read_words(line)
    weights = _stems().weights
    ignored = {"list", "glue"} if words.share >= SHARE_BELOW else {"list", "glue", "notice"}
    told = sum(weights[kind] for kind in words.kinds - ignored)
    if not told or ("。" in line and words.kinds.isdisjoint(ADDRESSING)):
        return 0
    weight = min(told, MOST_OF_KINDS)
    share = words.share
    weight += 3 if share >= 0.95 else 2 if share >= 0.75 else 1 if share >= 0.6 else -1 if share >= 0.45 else -4
    weight += 1 if words.size <= 6 else 0 if words.size <= 12 else -1 if words.size <= 24 else -2
    weight -= bool(_SPEECH.search(line))
    weight -= 2 * (words.size > LEAST_IN_HALVES and bool(_HALVES.search(line)))
    return weight


def belongs_to_page(line: str) -> bool:
    """Whether a line below a text is none of its links: words of the interface of two kinds, or little beside them."""
    words = read_words(line)
    told = words.kinds & INTERFACE
    return "notice" in told or len(told) > 1 or (bool(told) and words.share >= SHARE_BELOW)


def names_interface(line: str) -> bool:
    """Whether any word of a line is one of the interface: enough where the place of the line speaks against it too."""
    return not read_words(line).kinds.isdisjoint(INTERFACE)


def asks_reader(line: str) -> bool:
    """Whether words for what can be done with a page stand in a line: enough where its text says nothing of it."""
    return not read_words(line).kinds.isdisjoint({"act", "brand"})


def heads_list(line: str) -> bool:
    """Whether a line is the heading of a list of links: words for what else there is, and little beside them."""
    if len(line) > LONGEST_HEADING:
        return False
    words = read_words(_ASIDE.sub("", line))
    return "list" in words.kinds and words.size >= LEAST_HEADING and words.share >= SHARE_OF_HEADING


def notes_page(line: str) -> bool:
    """Whether a paragraph at the end of a text is a notice about the page: rights, opinions, offers."""
    text, starts = fold(line).lower(), _stems().of_notices
    if starts.isdisjoint(text) and starts.isdisjoint(map(add, text, text[1:])):
        return False  # as most paragraphs
    words = read_words(line)
    if "。" in line and _FIGURE.search(line) and not _MARKED.match(line):
        return False
    if _MARKED.match(line):
        return not words.kinds.isdisjoint(NOTICES)
    return "notice" in words.kinds and words.share >= SHARE_OF_NOTICE


def names_link(key: str) -> bool:
    """Whether the word before a headline points to another text: 請見, 延伸閱讀."""
    words = read_words(key)
    return not words.kinds.isdisjoint({"act", "list", "reader"}) and words.share >= SHARE_BELOW
