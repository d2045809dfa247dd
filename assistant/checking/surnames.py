"""Can the surname in a person's English be that of his characters? No Chen is written 林, however it is spelled.

Asked only where the English is a romanised Chinese name, or an English given name and a Chinese surname: a foreigner
who is written in Chinese characters has no surname that they spell.
"""

from functools import cache

from assistant.characters import HAN
from assistant.checking.wordlists import read_words
from assistant.glossary.given_names import is_far
from assistant.patterns import compile_late
from assistant.romanising import (
    list_syllables,
    read_spellings,
    read_surnames,
    spell_character,
    spell_syllable,
    spells_characters,
)

_ORIGINAL = compile_late(f"[{HAN}]{{2,4}}")
_WORD = compile_late(r"[a-zü]+(?:[-'’][a-zü]+)*")
WORDS_AT_MOST = 3
GIVEN_AT_MOST = 3
"""Characters of a whole name whose given name need not spell its characters: 林大為, David Chen."""


def find_other_surname(english: str, original: str) -> str:
    """The surname in a romanised name that no character of the original may be; empty for all that may be right."""
    words = [word for word in english.casefold().split() if _WORD.fullmatch(word)]
    if not _ORIGINAL.fullmatch(original) or not 2 <= len(words) <= WORDS_AT_MOST or len(words) != len(english.split()):
        return ""
    pieces = {piece for word in words for piece in word.split("-")}
    if pieces & _spell(original[0]) or spells_characters(words[0], original[:2]):
        return ""
    for surname, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        is_surname = surname in read_spellings() and not any(surname in _spell(character) for character in original)
        if is_surname and _is_his(surname, "".join(given), original):
            return surname
    return ""


def _is_his(surname: str, given: str, original: str) -> bool:
    """Whether this is certainly a name of the original's bearer with another's surname."""
    listed = read_surnames().get(original[0])
    if spells_characters(given, original[1:], frozenset(original[1])):
        return bool(listed) or "-" not in given  # Koreans are written with a hyphen as well
    if not listed or len(original) > GIVEN_AT_MOST or not (given in read_words("given") or _is_mandarin(given)):
        return False
    return is_far(surname, listed | _spell(original[0]))


def _spell(character: str) -> frozenset[str]:
    """The ways in which one character is romanised, as a surname too."""
    return read_surnames().get(character, frozenset()) | spell_character(character)


def _is_mandarin(given: str) -> bool:
    """Whether a given name is one or two syllables of Mandarin."""
    letters = given.replace("-", "").replace("'", "").replace("’", "")
    syllables = _list_written()
    return letters in syllables or any(
        letters[:at] in syllables and letters[at:] in syllables for at in range(1, len(letters))
    )


@cache
def _list_written() -> frozenset[str]:
    return frozenset(spelling for syllable, _, _ in list_syllables() for spelling in spell_syllable(syllable))
