"""Does the English name a person whom nothing in the source stands for?

Only what has the shape of a person's name is looked at, and only when it can be traced neither through the draft's
pairs nor through the glossary, nor to Latin letters of the source. The check would rather miss one than cry wolf.
"""

import re
from collections.abc import Iterator
from functools import cache

from assistant.checking.tracing import ORIGINAL, Tracer, plain
from assistant.checking.wordlists import SAYING, TITLES, read_words
from assistant.glossary import squeeze
from assistant.patterns import compile_late
from assistant.records import Check, Field, Finding, Span, Verdict
from assistant.romanising import list_syllables, read_spellings, spell_syllable, spells_characters

RUN = compile_late(
    r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]*"
    r"(?: (?:(?:van|von|der|den|de|la|le|bin|al|el|da|dos) ){0,2}[A-ZÀ-Þ][\w’'-]*| [A-Z]\.(?= ))+"
)
"""Two or more capitalised words in a row."""
WORDS_AT_MOST = 4
_ROMANISED = compile_late(r"[A-Z][a-zü’']+ [A-Z][a-zü’']*-[a-zü][a-zü’']*")
_TITLE_BEFORE = compile_late(rf"\b(?:{TITLES})\.? $")
_SAYING_AFTER = compile_late(rf",? (?:also |then |has |had )?(?:{SAYING})\b")
_IN_BRACKETS = compile_late(r" ?[(\[]([^()\[\]]{1,40})[)\]]")
_TITLE_CASE = 0.6
NAME_SIZES = (2, 3)
"""Characters of a Chinese name with one character of surname."""
_PREFIXES = frozenset(
    {"anti", "non", "mid", "semi", "pro", "co", "post", "pre", "ex", "cross", "multi", "counter", "self"}
)


def check_persons(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each mention of a person who cannot be traced to the source."""
    found = (
        (text, span)
        for text in tracer.texts
        for span in _list_persons(text.english, is_headline=text.place.field is Field.HEADLINE)
    )
    return tuple(
        Finding(Check.NAME, Verdict.UNSUPPORTED, text.place, name, span, why=f"the source does not name {name}")
        for text, span in found
        if not _is_traced(tracer, text.english, span) and (name := span.of(text.english))
    )


def _list_persons(text: str, *, is_headline: bool) -> Iterator[Span]:
    """Names of persons; in a headline all of whose words are capital only what is romanised as in Taiwan."""
    return _find_romanised(text) if is_headline and is_title_case(text) else _find_persons(text)


def _find_romanised(text: str) -> Iterator[Span]:
    """Names of a Chinese surname and two syllables: Wang Ta-ming."""
    for match in _ROMANISED.finditer(text):
        surname, given = match[0].casefold().split(" ", maxsplit=1)
        if surname in read_spellings() and set(given.removesuffix("'s").removesuffix("’s").split("-")) <= _syllables():
            yield Span(match.start(), match.end() - (2 if match[0].endswith(("'s", "’s")) else 0))


@cache
def _syllables() -> frozenset[str]:
    return frozenset(spelling for syllable, *_ in list_syllables() for spelling in spell_syllable(syllable))


def _find_persons(text: str) -> Iterator[Span]:
    """Where names that look like persons' stand."""
    for match in RUN.finditer(text):
        start, words, titled = match.start(), match[0].split(" "), False
        while words and words[0].casefold().rstrip(".") in read_words("generic"):
            titled = titled or re.fullmatch(TITLES, words[0]) is not None
            start += len(words.pop(0)) + 1
        announced = titled or _TITLE_BEFORE.search(text, max(0, start - 20), start)
        sure = bool(announced or _SAYING_AFTER.match(text, match.end()))
        for skipped in range(len(words) - 1):
            if _is_person(words[skipped:], sure=sure and not skipped):
                name = " ".join(words[skipped:]).removesuffix("'s").removesuffix("’s")
                begin = start + len(" ".join((*words[:skipped], "")))
                yield Span(begin, begin + len(name))
                break


def _is_person(words: list[str], *, sure: bool) -> bool:
    """Whether these words look like a person's name; ``sure``: what stands around them announces a person."""
    common = _read_common()
    if not 2 <= len(words) <= WORDS_AT_MOST:
        return False
    if any(_is_common(word, common) for word in words):  # Grace Young said: ordinary words, and a given name first
        return sure and len(words) == 2 and words[0].casefold() in read_words("given")
    name = " ".join(words).removesuffix("'s").removesuffix("’s")
    return sure or words[0].casefold() in read_words("given") or _ROMANISED.fullmatch(name) is not None


@cache
def _read_common() -> frozenset[str]:
    return read_words("generic") | read_words("institutional")


def _is_common(word: str, common: frozenset[str]) -> bool:
    parts = word.casefold().rstrip(".").removesuffix("'s").removesuffix("’s").split("-")
    return "-".join(parts) in common or parts[0] in _PREFIXES or (len(parts) > 1 and set(parts) <= common)


def _is_traced(tracer: Tracer, text: str, span: Span) -> bool:
    """Whether something of the source stands for the name; a wrong pair is flagged where it is given."""
    initials = squeeze("".join(word[0] for word in span.of(text).split()))
    if tracer.trace(span.of(text)) or (initials, "") in {(name, lead.kind) for name, lead in tracer.leads}:  # LV
        return True
    bracket = _IN_BRACKETS.match(text, span.end)
    if bracket and any(plain(original) in tracer.whole for original in ORIGINAL.findall(bracket[1])):
        return True
    return is_read(span.of(text), tracer.item.text)


def is_read(name: str, source: str) -> bool:
    """Whether characters of the source that begin with a surname are read so, from the first to the last: 高維廷."""
    surnames = read_spellings().get(name.split(maxsplit=1)[0].casefold(), frozenset())
    starts = (at for at, character in enumerate(source) if character in surnames)
    return any(spells_characters(name, source[at : at + size]) for at in starts for size in NAME_SIZES)


def is_title_case(text: str) -> bool:
    """Whether a headline capitalises every word, so that capitals tell nothing."""
    words = [word for word in text.split() if len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) >= _TITLE_CASE * len(words)
