"""Words of the source that stay within English, too few to be a sentence: "announced 停班停課 and opened shelters".

Original script belongs to English in brackets or quotation marks, beside the name or the term that it writes, or where
it is spoken of ("the character 黨"). Anywhere else it stands in the place of a word of English.
"""

from assistant.characters import HAN, KANA
from assistant.checking.wordlists import TITLES, read_words
from assistant.patterns import compile_late

NEAR = 60
"""Characters before a word in which it may be said that it is spoken of."""

_RUN = compile_late(f"[{HAN}{KANA}]{{2,}}|(?<=[0-9]) ?[{HAN}{KANA}]")
"""One character alone is spoken of, or it is a unit behind a figure."""
_QUOTED = compile_late(
    "《[^《》]*》|〈[^〈〉]*〉|「[^「」]*」|『[^『』]*』|“[^“”]*”|\"[^\"]*\"|(?<!\\w)[‘'][^‘’'\n]*[’'](?!\\w)"
)
_GLOSSED = compile_late(r"\s*(?:[\0\1:=/–—-]|, (?:or|meaning|literally|that is|which means|i\.e\.))")
_BESIDE = compile_late(r"([^\W\d_a-z][\w’'.-]*)[ ]?$")
_ATTACHED = compile_late(r"[A-Za-z][\w.+-]*$")
_SPOKEN_OF = compile_late(
    r"\b(?:characters?|words?|terms?|phrases?|names?|surnames?|slogans?|hashtags?|kanji|kana|pinyin|puns?|homophones?"
    r"|call(?:ed|s)|known as|written|writes?|spel(?:led|t|ling)|print(?:ed|s)|reads?|misprint|typo|in chinese"
    r"|in japanese|pronounced|titled|entitled|labell?ed|stands for)\b[^.!?;]*$"
)


def find_leftover(english: str) -> str:
    """The first words that are left in the source's script; empty where there are none.

    Args:
        english: a text in English; what stood in brackets is NUL.
    """
    bare = _QUOTED.sub("\1", english)
    return next((run[0].strip() for run in _RUN.finditer(bare) if not _belongs(bare, run.start(), run.end())), "")


def _belongs(text: str, start: int, end: int) -> bool:
    """Whether original script rightly stands there: glossed, beside its name, part of a name, or spoken of."""
    before = text[max(0, start - NEAR) : start]
    return (
        _GLOSSED.match(text, end) is not None
        or _ATTACHED.search(before) is not None
        or _SPOKEN_OF.search(before.casefold()) is not None
        or _is_beside_name(before)
    )


def _is_beside_name(before: str) -> bool:
    """Whether a capitalised word, and no title, ends there: Xi Jinping 習近平."""
    word = _BESIDE.search(before)
    if word is None or word[1] in TITLES.split("|"):
        return False
    return word[1].casefold() not in read_words("openers") | read_words("begins") | {"the", "a", "an", "and"}
