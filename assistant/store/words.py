"""Text to search words: Latin words as they are, Chinese as overlapping character pairs.

SQLite's trigram index finds nothing for a two-character word such as 稀土; pairs find it, and a single character is
found as the beginning of a pair.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff\U00020000-\U0003134f"


@cache
def _runs() -> re.Pattern[str]:
    """Made with the first search."""
    return re.compile(rf"([{HAN}]+)|([^\W_{HAN}]+)")


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
            yield from (han[i : i + 2] for i in range(len(han)))  # the last is a single character


def match_expression(words: str) -> str:
    """An FTS5 expression that finds all of ``words``; empty when there is nothing to look for."""
    return " AND ".join(_phrases(fold(words)))


def _phrases(text: str) -> Iterator[str]:
    for han, latin in _runs().findall(text):
        if latin:
            yield f'"{latin}"*'
        elif len(han) == 1:
            yield f'"{han}"*'
        else:
            pairs = " ".join(han[i : i + 2] for i in range(len(han) - 1))
            yield f'"{pairs}"'
