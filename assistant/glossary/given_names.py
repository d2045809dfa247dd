"""Can a romanised given name be that of its characters? Ming-hsu is not 明義, in whatever way it is spelled.

People spell their own names: in pinyin, Wade-Giles, Tongyong, as they speak, or as a clerk once wrote. So
nothing is held against a spelling that comes near. Told is only a syllable that Mandarin has, where it begins
with another class of consonants than any usual reading of its character (k and g are one, so are ch, j, zh, q,
z and ts), and has no vowel of any, or is nasal where none is. Names from Hong Kong, Singapore and Korea are
read otherwise: of a surname that may be theirs as well nothing is said, unless a syllable is written as only
Mandarin is.
"""

import re
from collections.abc import Iterable
from functools import cache

from assistant.patterns import compile_late
from assistant.romanising import list_syllables, read_usual, spell_syllable

_NAME = compile_late(r"([a-z]{1,6}) ([a-z']{1,7}(?:-[a-z']{1,7})?|[a-z']{2,12})|([a-z']{1,7}-[a-z']{1,7}) ([a-z]{1,6})")
"""Lin Ming-yi, Lin Mingyi and Ming-yi Lin, in small letters."""
GIVEN_AT_MOST = 2
_OFTEN_CANTONESE = frozenset("何羅罗馬马唐李范莫余于俞鄭郑朱鍾钟戴洪凌丁龍龙傅董賴赖祝褚杜許许")
"""Surnames that are written alike in Mandarin and Cantonese, or the Cantonese of another as this is in Mandarin."""
_OFTEN_KOREAN = frozenset("韓韩宋閔闵安楊杨康孔張张王池車车")
KOREA = compile_late("[南北大美日中][韓韩]|[韓韩][國国半方流軍军职職籍裔元]|朝[鮮鲜]|首[爾尔]|平壤")
"""How a source speaks of Korea."""
_ONLY_MANDARIN = compile_late("hs|[xq]|zh|jh|tz|sz|ssu|iao|ie[nh]|ueh|uei|ih$")
"""Letters that no other language of these names writes."""
_VOWEL = compile_late("[aeiou]")
_INITIALS = (
    ("hs", "s"), ("x", "s"), ("sh", "s"), ("s", "s"), ("zh", "c"), ("ch", "c"), ("jh", "c"), ("ts", "c"), ("tz", "c"),
    ("j", "cr"), ("q", "c"), ("z", "c"), ("c", "c"), ("r", "r"), ("b", "p"), ("p", "p"), ("d", "t"), ("t", "t"),
    ("g", "k"), ("k", "k"), ("h", "h"), ("m", "m"), ("f", "f"), ("n", "n"), ("l", "l"),
)  # fmt: skip
"""Letters with which a syllable begins, and the classes of consonants that they may stand for."""
_TONGYONG = (
    (r"zhi$", "jhih"), (r"(?<=[sc]h)i$", "ih"), (r"^([zcs])i$", r"\1ih"), (r"^zh", "jh"), (r"^q(?=i)", "c"),
    (r"^x(?=i)", "s"), (r"^qu", "cyu"), (r"^xu", "syu"), (r"wen$", "wun"), (r"feng$", "fong"), (r"iu$", "iou"),
    (r"ui$", "uei"),
)  # fmt: skip


def is_unlike(english: str, original: str, source: str) -> bool:
    """Whether the given name of ``english``, a person's whole name, is certainly not that of the characters.

    ``source`` is the text that names the person: where it speaks of Korea, a surname may be a Korean's.
    """
    match = _NAME.fullmatch(english.casefold().replace("’", "'").replace("ü", "u"))
    given = original[1:]
    if match is None or not 1 <= len(given) <= GIVEN_AT_MOST or not all(map(read_usual, original)):
        return False
    surname, name = (match[1], match[2]) if match[1] else (match[4], match[3])
    syllables = [part.replace("'", "") for part in name.split("-")]
    is_hyphened = len(syllables) > 1
    if not _is_mandarin(surname, original[0], syllables if is_hyphened else None, source):
        return False
    ways = [syllables] if is_hyphened else list(_split(syllables[0], len(given)))
    ways = [way for way in ways if len(way) == len(given) and all(part in _written() for part in way)]
    return bool(ways) and all(any(map(_is_another, way, given)) for way in ways)


def _is_mandarin(surname: str, character: str, syllables: list[str] | None, source: str) -> bool:
    """Whether a surname is spelled as in Mandarin, and its bearer is nobody of another tongue."""
    if not any(surname in spell_syllable(reading) for reading in read_usual(character)):
        return False
    is_open = character in _OFTEN_CANTONESE or (character in _OFTEN_KOREAN and KOREA.search(source) is not None)
    return not is_open or syllables is None or any(map(_ONLY_MANDARIN.search, syllables))


def _split(letters: str, count: int) -> list[list[str]]:
    """The ways in which letters are ``count`` syllables of pinyin."""
    if count == 1:
        return [[letters]]
    return [[letters[:at], letters[at:]] for at in range(1, len(letters))]


def _is_another(syllable: str, character: str) -> bool:
    """Whether a syllable has neither the beginning nor the end of any reading of a character."""
    return is_far(syllable, (spelling for reading in read_usual(character) for spelling in _spell_all(reading)))


def is_far(syllable: str, spellings: Iterable[str]) -> bool:
    """Whether a syllable begins with another class of consonants than each of these, and ends otherwise."""
    initials, vowels, is_nasal = _describe(syllable)
    for spelling in spellings:
        starts, sounds, ends = _describe(spelling)
        if initials & starts or (vowels & sounds and is_nasal == ends):
            return False
    return True


@cache
def _describe(syllable: str) -> tuple[frozenset[str], frozenset[str], bool]:
    """The classes of consonants that a syllable may begin with, its vowels, and whether its end is nasal."""
    initial = next(((letters, classes) for letters, classes in _INITIALS if syllable.startswith(letters)), ("", "-"))
    rest = syllable.removeprefix(initial[0])
    return frozenset(initial[1]), frozenset(_VOWEL.findall(rest)), rest.endswith(("n", "ng"))


@cache
def _written() -> frozenset[str]:
    """How a syllable of Mandarin may be written."""
    return frozenset(
        spelling for syllable, *_ in list_syllables() for spelling in _spell_all(syllable) if _VOWEL.search(spelling)
    )


@cache
def _spell_all(syllable: str) -> frozenset[str]:
    """A syllable of pinyin in pinyin, Wade-Giles and Tongyong."""
    tongyong = {re.sub(letters, other, syllable) for letters, other in _TONGYONG}
    return spell_syllable(syllable) | tongyong | ({"ing", "in"} & {syllable.removeprefix("y")})
