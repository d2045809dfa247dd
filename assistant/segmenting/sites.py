"""Whose page it is: the name that the page gives itself as masthead, in its title, and beside its rights."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.folding import fold_widths
from assistant.patterns import compile_late
from assistant.records import Dump, Item, ItemKind, Role
from assistant.segmenting.interface import INTERFACE, heads_list, read_words
from assistant.segmenting.rules import matter, outlets

HEAD_LINES = 3
"""A masthead is among the first lines of a page."""
LONGEST = 24
LONGEST_OWNER = 40
LEAST_WIDE = 2
LEAST_LATIN = 3
"""So many characters of a name, said again beside the rights, tell that it is one."""
_RIGHTS = compile_late(r"©|\(c\)|copyright|版[權权]所有|無断転載|all rights reserved", re.IGNORECASE)
_NO_OWNER = compile_late(
    r"©|\(c\)|copyright|all rights reserved|版[權权]所有|(?:不得|禁止|[請请]勿|無断)[轉转転][載载]|不得翻印|翻印必究"
    r"|(?:未經|未经)\S*|[\d\s~～–—.,;:|/-]{4,}",
    re.IGNORECASE,
)
_CUT = compile_late(r"\s?[|｜丨_]\s?|\s[・·•]\s|\s[-–—]\s|[>»›]")
_PLACED = compile_late(r"[^:]{0,8}(?:位置|所在|在[這这][裡里]|現在地)\s?:\s?")
"""Before the path of a page: 您的位置:..."""
_ENDS = " .,;:|-–—·•[]()"
_WORDS = compile_late(r"[\u3040-\u30ff\u4e00-\u9fff]{2,}|[A-Za-z]{3,}")


def name_site(dump: Dump, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items, the articles with the outlet whose page they stand on, where the page gives it.

    On a page without an article, a list of news flashes, it is that of all items that name no outlet of their own.
    """
    site = dump.site or _find_site(items)
    articles = {item.index for item in items if item.kind is ItemKind.ARTICLE}
    named = articles or {item.index for item in items if item.kind.is_news and item.outlet is None}
    return tuple(replace(item, site=site) if item.index in named else item for item in items) if site else items


def _find_site(items: Sequence[Item]) -> str:
    """The name in the title, else the masthead, else the owner of the rights; empty where the page names nobody."""
    lines = list(_list_matter(items))
    first = next((n for n, item in enumerate(items) if item.kind.is_news), 0)
    head = list(_list_matter(items[:first]))[:HEAD_LINES]
    last = max((item.index for item in items if item.kind.is_news), default=-1)
    below = "".join(item.text for item in items[last + 1 :])  # above the last news, rights are those of pictures
    owners = [line for line in map(str.strip, fold_widths(below).splitlines()) if _RIGHTS.search(line)]
    headlines = [fold_widths(item.read(item.headline)).strip() for item in items if item.kind is ItemKind.ARTICLE]
    places = {headline: place for place, headline in enumerate(dict.fromkeys(headlines)) if headline}
    sizes = sorted(set(map(len, places)))
    titled = (_read_title(line, headline) for line in lines for headline in _list_starts(line, places, sizes))
    mastheads = (_read_masthead(line, owners) for line in head)
    return next(filter(None, (*titled, *mastheads, *map(_read_owner, owners))), "")


def _list_starts(line: str, places: Mapping[str, int], sizes: Sequence[int]) -> list[str]:
    """Those of the headlines with which a line begins, in the order of the page: most lines begin with none."""
    return sorted((line[:size] for size in sizes if line[:size] in places), key=places.__getitem__)


def _list_matter(items: Iterable[Item]) -> Iterator[str]:
    """The lines of a page that are no news."""
    for item in items:
        texts = [s.text for s in item.segments if s.role in (Role.MATTER, Role.SOURCE_LINE)]
        for line in "".join(texts).splitlines():
            if line.strip():
                yield fold_widths(line).strip()


def _read_title(line: str, headline: str) -> str:
    """The end of the title of a window: headline | section | outlet."""
    if not line.startswith(headline):
        return ""
    pieces = _CUT.split(line[len(headline) :])
    return pieces[-1].strip() if len(pieces) > 1 and _is_name(pieces[-1].strip()) else ""


def _read_masthead(line: str, owners: Sequence[str]) -> str:
    """A short line that is called as outlets are, or whose words stand beside the rights again."""
    name = _CUT.split(_PLACED.sub("", line))[0].strip()
    if not _is_name(name):
        return ""
    is_called = any(outlets.SITE.fullmatch(called) for called in (name, name.split()[0]))
    return name if is_called or any(_shares(name, owner) for owner in owners) else ""


def _read_owner(line: str) -> str:
    """Who holds the rights: © 2026 某報."""
    name = max((piece.strip(_ENDS) for piece in _NO_OWNER.split(line)), key=len)
    return (
        name
        if any(map(str.isalpha, name)) and 1 < len(name) <= LONGEST_OWNER and not re.search(r"[。,、!?]|\s{2}", name)
        else ""
    )


def _is_name(text: str) -> bool:
    """Whether a line could be a name: short, and none of the words with which pages speak of themselves."""
    if not 1 < len(text) <= LONGEST or not any(map(str.isalpha, text)) or outlets.NOT_IN_OUTLET.search(text):
        return False
    if text.lower() in matter.NAVIGATION or heads_list(text):
        return False
    words = read_words(text)
    told = words.kinds & (INTERFACE - {"brand"})
    return bool(outlets.SITE.fullmatch(text)) or not told


def _shares(name: str, owner: str) -> bool:
    """Whether the first word of a name, or its beginning, stands in a line."""
    found = _WORDS.search(name)
    if found is None:
        return False
    word = found[0].lower()
    least = LEAST_LATIN if word.isascii() else LEAST_WIDE
    return word[: max(least, len(word) * 2 // 3)] in owner.lower()
