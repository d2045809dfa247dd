"""Is a settled person told in another spelling, though the draft's list of names has the right one, or none?

Beside a surname stands a given name that is not the settled one, and is either read from the same characters (Huang
Yuting for Huang Yuh-tyng) or, of a name that the user locked, nearly the same (Dmitry Peskow for Dmitrij Peskow).
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise, product

from assistant.glossary import same_spelling, squeeze
from assistant.patterns import compile_late
from assistant.records import Span, Term
from assistant.romanising import read_surnames, spell_character

SURNAME_AT = {"zh": (0,), "ko": (0,), "vi": (0,), "ja": (0, -1), "": (0, -1)}
"""Which word of a name is the surname, by the language of its bearer; elsewhere the last."""
NEAR = 0.7
"""Of the letters of two given names that agree in their order: one name, spelled twice."""
SHORTEST = 4
"""Letters of a given name of which something can be near."""
GIVEN_AT_MOST = 2
"""Words that a given name is written in, and characters."""

_WORD = compile_late(r"[^\W\d_](?:[\w‐-]|['’](?!s\b))*")
"""Without the 's of what is somebody's."""
_LETTERS = compile_late(r"[^\W\d_]+")


def find_respelled(english: str, term: Term) -> Iterator[Span]:
    """Where ``english`` writes a person otherwise than ``term`` has him."""
    words = [Span(*match.span()) for match in _WORD.finditer(english)]
    surnames = list_surnames(term)
    read_as = frozenset().union(*(_read_surname(original[:1], term) for original in term.originals))
    done = 0
    for place, word in enumerate(words):
        surname = squeeze(word.of(english))
        if word.start < done or not word.of(english)[0].isupper() or surname not in surnames | read_as:
            continue
        runs = _list_runs(english, words, place)
        if any(same_spelling(term, run.of(english)) for run in runs):
            continue
        for run in runs:
            given = _read_letters(english[run.start : word.start] + " " + english[word.end : run.end])
            if _is_read_so(given, term) or (term.is_locked and surname in surnames and _is_near(given, term)):
                done = run.end
                yield run
                break


def list_surnames(term: Term) -> frozenset[str]:
    """The surnames in the accepted spellings, squeezed; of a name of one word that word, of mere signs none."""
    places = SURNAME_AT.get(term.origin, (-1,))
    spelled = (squeeze(spelling).split() for spelling in term.english)
    return frozenset(words[place] for words in spelled if words for place in places)


def _read_surname(character: str, term: Term) -> frozenset[str]:
    """How a surname may be romanised; a rare one only of a person who is known for a Chinese."""
    known = read_surnames().get(character, frozenset())
    return known or (spell_character(character) if term.origin == "zh" else frozenset())


def _list_runs(english: str, words: list[Span], place: int) -> list[Span]:
    """The surname with what stands behind it and before it, one or two words, each a blank apart; the longest first."""
    runs = [words[place : place + n + 1] for n in range(GIVEN_AT_MOST, 0, -1)]
    runs += [words[place - n : place + 1] for n in range(min(GIVEN_AT_MOST, place), 0, -1)]
    return [Span(run[0].start, run[-1].end) for run in runs if len(run) > 1 and _is_one_name(english, run)]


def _is_one_name(english: str, run: list[Span]) -> bool:
    between = [english[one.end : other.start] for one, other in pairwise(run)]
    return all(gap.isspace() for gap in between) and all(word.of(english)[0].isupper() for word in run)


def _is_read_so(given: str, term: Term) -> bool:
    return any(given in _list_readings(o) for o in term.originals if _read_surname(o[:1], term))


@cache
def _list_readings(original: str) -> frozenset[str]:
    """The ways in which the given name of a Chinese name of two or three characters is romanised, letters alone."""
    characters = original[1:]
    if not 1 <= len(characters) <= GIVEN_AT_MOST:
        return frozenset()
    return frozenset(map("".join, product(*map(spell_character, characters))))


def _is_near(given: str, term: Term) -> bool:
    return any(
        min(len(given), len(settled)) >= SHORTEST and SequenceMatcher(None, given, settled).ratio() >= NEAR
        for settled in _list_given(term)
    )


def _list_given(term: Term) -> Iterator[str]:
    for spelling in term.english:
        words = spelling.split()
        for place in SURNAME_AT.get(term.origin, (-1,)):
            yield _read_letters(" ".join(words[1:] if place == 0 else words[:-1]))


def _read_letters(name: str) -> str:
    return "".join(_LETTERS.findall(name)).casefold()
