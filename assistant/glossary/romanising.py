"""Does a romanised name spell characters that stand in a text? Pinyin and Wade-Giles, with or without its apostrophes.

The readings are pypinyin's, all of each character: a name may use a rare one. Japanese and Korean names are read
otherwise.
"""

import re
from functools import cache, lru_cache

from assistant.characters import HAN

LONGEST = 24
"""Letters of a word that can be a name of Chinese characters: five syllables at most."""

_HAN = re.compile(f"[{HAN}]+")
_LETTERS = re.compile("[^a-z]")
_PINYIN = re.compile("(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.+)")
_INITIALS = {
    "zh": "ch", "ch": "ch", "sh": "sh", "b": "p", "p": "p", "d": "t", "t": "t", "g": "k", "k": "k", "j": "ch",
    "q": "ch", "x": "hs", "r": "j", "z": "ts", "c": "ts",
}  # fmt: skip
_FINALS = {"ong": "ung", "ian": "ien", "ie": "ieh", "iong": "iung", "ue": "ueh", "uo": "o"}
_WHOLE = {
    "zi": "tzu", "ci": "tzu", "si": "ssu|szu", "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih",
    "yi": "i|yi", "you": "yu", "yan": "yen", "ye": "yeh", "yong": "yung", "er": "erh", "he": "ho", "ge": "ko",
    "ke": "ko", "e": "o|e", "yue": "yueh", "guo": "kuo", "kuo": "kuo", "huo": "huo", "shuo": "shuo", "hui": "hui",
    "gui": "kuei", "kui": "kuei", "ran": "jan", "ju": "chu", "xu": "hsu", "qu": "chu", "lv": "lu|lyu", "nv": "nu",
    "jue": "chueh", "que": "chueh", "xue": "hsueh", "lue": "lueh",
}  # fmt: skip


def spells_characters(word: str, text: str, surnames: frozenset[str] = frozenset()) -> bool:
    """Whether ``word`` romanises characters that follow one another in ``text``; one alone is in ``surnames``."""
    letters = _LETTERS.sub("", word.casefold().replace("ü", "u"))
    if not 2 <= len(letters) <= LONGEST:
        return False
    return any(_spells(letters, run, at, surnames) for run in _list_runs(text) for at in range(len(run)))


@lru_cache(maxsize=4)
def _list_runs(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_HAN.findall(text)))


def _spells(letters: str, run: str, start: int, surnames: frozenset[str]) -> bool:
    """Whether the characters from ``start`` on are read so, to the last letter."""
    states, at = {letters}, start
    while states and at < len(run):
        states = {rest.removeprefix(s) for rest in states for s in _read(run[at]) if rest.startswith(s)}
        at += 1
        if "" in states:
            return at - start > 1 or run[start] in surnames
    return False


@cache
def _read(character: str) -> frozenset[str]:
    """The ways in which one character is romanised."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 - 0.3 s, which only a doubtful name pays

    readings = pinyin(character, style=Style.NORMAL, heteronym=True)
    return frozenset(spelling for reading in readings[0] if reading.isalpha() for spelling in _spell(reading))


def _spell(reading: str) -> frozenset[str]:
    plain = {reading.replace("v", "u"), reading.replace("v", "yu")}
    match = _PINYIN.fullmatch(reading)
    if whole := _WHOLE.get(reading):
        return frozenset(plain | set(whole.split("|")))
    if match is None:
        return frozenset(plain)
    initial, final = match[1], match[2]
    spelled = _INITIALS.get(initial, initial) + _FINALS.get(final, final)
    return frozenset(plain | {spelled, spelled.replace("ui", "uei")})
