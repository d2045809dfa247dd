"""Does a romanised name spell characters that stand in a text? Pinyin and Wade-Giles, with or without its apostrophes.

``readings.txt`` has all readings of each character: a name may use a rare one. Japanese and Korean names are read
otherwise. ``surnames.txt`` has the spellings of surnames, those of other languages too.
"""

import os
from functools import cache, lru_cache

from assistant.characters import HAN
from assistant.patterns import compile_late

LONGEST = 24
"""Letters of a word that can be a name of Chinese characters: five syllables at most."""

_HAN = compile_late(f"[{HAN}]+")
_LETTERS = compile_late("[^a-z]")
_PINYIN = compile_late("(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.+)")
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


def spells_initials(letters: str, text: str) -> bool:
    """Whether letters are those with which characters that follow one another in ``text`` begin: KMT, for 國民黨."""
    return any(
        all(any(s.startswith(letter) for s in spell_character(run[at + n])) for n, letter in enumerate(letters))
        for run in _list_runs(text)
        for at in range(len(run) - len(letters) + 1)
    )


@cache
def read_surnames() -> dict[str, frozenset[str]]:
    """A surname's character -> the ways in which it is romanised, in lower case."""
    rows = (line.split() for line in _read_lines("surnames.txt"))
    return {character: frozenset(readings) for characters, *readings in rows for character in characters}


@cache
def read_spellings() -> dict[str, frozenset[str]]:
    """A romanised surname, in lower case -> the characters that are written so."""
    found: dict[str, set[str]] = {}
    for character, spellings in read_surnames().items():
        for spelling in spellings:
            found.setdefault(spelling, set()).add(character)
    return {spelling: frozenset(characters) for spelling, characters in found.items()}


@lru_cache(maxsize=4)
def _list_runs(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_HAN.findall(text)))


def _spells(letters: str, run: str, start: int, surnames: frozenset[str]) -> bool:
    """Whether the characters from ``start`` on are read so, to the last letter."""
    states, at = {letters}, start
    while states and at < len(run):
        states = {rest.removeprefix(s) for rest in states for s in spell_character(run[at]) if rest.startswith(s)}
        at += 1
        if "" in states:
            return at - start > 1 or run[start] in surnames
    return False


@cache
def spell_character(character: str) -> frozenset[str]:
    """The ways in which one character is romanised."""
    return frozenset(spelling for reading in read_character(character) for spelling in spell_syllable(reading))


@cache
def read_character(character: str) -> tuple[str, ...]:
    """All readings of one character in pinyin, "v" for u with an umlaut; none of what is no Chinese character."""
    if character.isascii():
        return ()  # the signs of the table itself
    # the table is searched as one text, line by line: to ask each of its 420 rows takes three times as long
    table, found = _table(), []
    at = table.find(character)
    while at >= 0:
        start = table.rfind("\n", 0, at) + 1
        found.append(table[start : table.index("\t", start)])
        at = table.find(character, table.index("\n", at))
    return tuple(found)


@cache
def read_usual(character: str) -> tuple[str, ...]:
    """The readings of one character without its rare ones: two at most."""
    return tuple(syllable for syllable, usual, _ in list_syllables() if character in usual)


@cache
def list_syllables() -> tuple[tuple[str, str, str], ...]:
    """Each syllable of Mandarin with the characters that are usually read so, and those that rarely are."""
    rows = (line.split("\t") for line in _table().splitlines())
    return tuple((syllable, usual, rare) for syllable, usual, rare in rows)


@cache
def _table() -> str:
    """The rows of the readings, each with a line break."""
    return "".join(f"{line}\n" for line in _read_lines("readings.txt"))


def _read_lines(name: str) -> list[str]:
    """The lines of a data file without comments and blank lines; importlib.resources takes 8 ms to import."""
    path = os.path.join(os.path.dirname(__file__), name)  # noqa: PTH118, PTH120 - see `figures.tables`
    with open(path, encoding="utf-8", newline="") as file:  # noqa: PTH123 - the same
        return [line for line in file.read().splitlines() if line.strip() and not line.startswith("#")]


def spell_syllable(reading: str) -> frozenset[str]:
    """A syllable of pinyin as it is written in pinyin and in Wade-Giles."""
    plain = {reading.replace("v", "u"), reading.replace("v", "yu")}
    match = _PINYIN.fullmatch(reading)
    if whole := _WHOLE.get(reading):
        return frozenset(plain | set(whole.split("|")))
    if match is None:
        return frozenset(plain)
    initial, final = match[1], match[2]
    spelled = _INITIALS.get(initial, initial) + _FINALS.get(final, final)
    return frozenset(plain | {spelled, spelled.replace("ui", "uei")})
