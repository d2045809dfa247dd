"""Text to search words: Latin words as they are, Chinese as overlapping character pairs.

SQLite's trigram index finds nothing for a two-character word such as 稀土; pairs find it, and a single character is
found as the beginning of a pair. Parts of one word (6.3, 2死) stand beside each other.
Both Chinese scripts are one (臺灣, 台湾); what was indexed before they were is still found as it is written.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from assistant import folding
from assistant.characters import HAN, KANA
from assistant.patterns import compile_late


@cache
def _runs() -> re.Pattern[str]:
    """Made with the first search."""
    return compile_late(rf"([{HAN}{KANA}]+)|([^\W_{HAN}{KANA}]+)")


@cache
def _words() -> re.Pattern[str]:
    """What no blank parts, and no sign but one within Latin letters and digits: 規模6.3, 24,318, AH-64E."""
    latin = rf"[^\W_{HAN}{KANA}]+"
    return compile_late(rf"(?:[{HAN}{KANA}]+|{latin}(?:[^\w\s]{latin})*)+")


def fold(text: str) -> str:
    """Width and case folded, so that ＡＵＫＵＳ finds AUKUS."""
    return unicodedata.normalize("NFKC", text).casefold()


def index_words(text: str) -> str:
    """What the index stores for ``text``: words with spaces between."""
    return " ".join(_index_words(fold(text)))


def _index_words(text: str) -> Iterator[str]:
    for han, latin in _runs().findall(text):
        if latin:
            yield latin
        else:
            yield from _pairs(_fold_scripts(han))


def _pairs(han: str) -> list[str]:
    return [han[i : i + 2] for i in range(len(han))]  # the last is a single character


_fold_character = lru_cache(maxsize=8_192)(folding.fold)


def _fold_scripts(han: str) -> str:
    """Character by character, so that a piece is folded as it is in what contains it."""
    return "".join(map(_fold_character, han))


def match_expression(words: str) -> str:
    """An FTS5 expression that finds all of ``words``; empty when there is nothing to look for."""
    return " AND ".join(_phrases(fold(words))) if words else ""


def _phrases(text: str) -> Iterator[str]:
    for word in _words().findall(text):
        ways = list(dict.fromkeys(_phrase(word, written) for written in (_fold_scripts, str)))
        yield ways[0] if len(ways) == 1 else f"({' OR '.join(ways)})"


def _phrase(word: str, written: Callable[[str], str]) -> str:
    """The index's words for one of the search, beside each other; what ends it may go on in the text."""
    runs = _runs().findall(word)
    found: list[str] = []
    for han, latin in runs:
        found += [latin] if latin else _pairs(written(han))
    last = runs[-1][0]
    if len(last) > 1:  # the text may go on behind its last pair
        return f'"{" ".join(found[:-1])}"'
    return f'"{" ".join(found)}"*'
