"""What a Chinese character is, for all patterns: parts of a character class, to be put between brackets. And its width.

re.compile(f"[{HAN}]")          one Chinese character, also the rare ones of names, beyond U+FFFF: 𠮷, 𨋢
re.compile(f"[{HAN}{KANA}]")    or a Japanese syllable sign
"""

import unicodedata
from functools import lru_cache

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
"""Ideographs of Chinese and Japanese: the unified ones with extensions A to G, and those for compatibility."""
KATAKANA = "\u30a0-\u30ff"
KANA = f"\u3040-\u309f{KATAKANA}"
HANGUL = "\uac00-\ud7a3"

_TWINS = "\u0130\u0131\u017f\u212a"
_LIKE_ASCII = str.maketrans(_TWINS, "IisK")
_RANGES = (("\u4e00", "\u9fff"), ("\u3400", "\u4dbf"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003134f"))


def fold_letters(text: str) -> str:
    """The four letters İ, ı, ſ and K (the sign for kelvin) as I, i, s and K, one for one.

    A pattern of ASCII letters matches them where case is ignored, and no table has the word that it then gives.
    """
    if text.isascii() or not any(map(text.__contains__, _TWINS)):
        return text
    return text.translate(_LIKE_ASCII)


def count_columns(text: str) -> int:
    """The columns that a text takes where a Chinese character takes two: by them a page or a terminal breaks lines."""
    return len(text) if text.isascii() else sum(map(_columns_of, text))


@lru_cache(maxsize=8_192)
def _columns_of(character: str) -> int:
    return 1 + (unicodedata.east_asian_width(character) in "WF")


def is_han(character: str) -> bool:
    """Whether a character is one of ``HAN``; nothing (the end of a text) is none."""
    if "\u4e00" <= character <= "\u9fff":
        return True  # nearly all
    return character > "\u33ff" and any(first <= character <= last for first, last in _RANGES)
