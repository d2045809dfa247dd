"""Does a text romanise a person as the source writes him, whether the draft lists him or not?

Two things are told for certain. A surname alone, behind a title or before a verb of speech (President Chen, Chen said),
that no character of the item may be, where its sentences name a person whom the English does not. And a romanised name
with its original in brackets whose characters are not read so.
"""

from collections.abc import Iterator

from assistant.checking.names import NOT_WRITTEN
from assistant.checking.surnames import find_other_surname
from assistant.checking.texts import Text
from assistant.checking.tracing import Lead, Tracer, plain
from assistant.checking.wordlists import SAYING, TITLES, read_surname_characters
from assistant.glossary import fold_original, squeeze
from assistant.glossary.given_names import is_unlike
from assistant.patterns import compile_late
from assistant.records import Check, Finding, Span, Verdict
from assistant.romanising import read_spellings, read_surnames

ANOTHER = "the source does not name {}; here it names {}"
NOT_READ = "{} is not read as in {}"
_SURNAME = compile_late(
    rf"\b(?:{TITLES})\.? (?P<titled>[A-Z][a-z]+)\b(?! [A-Z]|[-’'][A-Z])|\b(?P<says>[A-Z][a-z]+) (?:{SAYING})\b"
)
_GOES_BEFORE = compile_late(r"(?:[A-Z][\w’'.-]*|-|\b(?:of|and|the|an?|for)) ?$")
_BRACKET = compile_late(r"\b([A-Z][a-z]+ [A-Z][a-z]+(?:-[a-z]+)?|[A-Z][a-z]+-[a-z]+ [A-Z][a-z]+) ?[(（](\w{2,3})[)）]")
_WESTERN = frozenset(
    {"young", "law", "long", "lee", "low", "may", "moon", "park", "shaw", "gore", "bang", "sung", "song", "sun", "son"}
    | {"pan", "rim", "so", "do", "an", "am", "ha", "yes", "king", "wing", "hung", "ping", "kim"}
)
"""Surnames that are those of others, or plain words."""


def check_romanised(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each surname in the place of another, and for each original whose characters are read otherwise."""
    if tracer.item.language.partition("-")[0] != "zh":
        return ()
    return tuple(
        finding for text in tracer.texts for finding in (*_check_surnames(tracer, text), *_check_read(tracer, text))
    )


def _check_surnames(tracer: Tracer, text: Text) -> Iterator[Finding]:
    for match in _SURNAME.finditer(text.english):
        which = "titled" if match["titled"] else "says"
        word, span = match[which], Span(*match.span(which))
        if which == "says" and _GOES_BEFORE.search(text.english, max(0, span.start - 20), span.start):
            continue
        if not _may_be_there(tracer, word) and (untold := _find_untold(tracer, text)):
            where = tracer.find(untold.forms, text.segments)
            source = tracer.item.read(where) if where else untold.original
            why = ANOTHER.format(word, source)
            yield Finding(
                Check.NAME, Verdict.UNSUPPORTED, text.place, match[0], Span(*match.span()), source, where, why=why
            )


def _may_be_there(tracer: Tracer, word: str) -> bool:
    """Whether a word is no Chinese surname, or one that the item may have."""
    surname = word.casefold()
    characters = read_spellings().get(surname)
    if characters is None or surname in _WESTERN:
        return True
    named = any(surname in english.split() for english, _ in tracer.leads)
    return named or any(fold_original(character) in tracer.whole for character in characters)


def _find_untold(tracer: Tracer, text: Text) -> Lead | None:
    """A person of a Chinese name whom the sentences of a text name, and the text does not."""
    told = set(squeeze(text.english).split())
    sentences = [plain(segment.text) for segment in text.segments]
    for english, lead in tracer.leads:
        if (
            lead.kind == "person"
            and 2 <= len(lead.original) <= 3
            and fold_original(lead.original[0]) in read_surname_characters()
        ):
            stands = any(form in sentence for form in lead.forms for sentence in sentences)
            if stands and told.isdisjoint(english.split()):
                return lead
    return None


def _check_read(tracer: Tracer, text: Text) -> Iterator[Finding]:
    for match in _BRACKET.finditer(text.english):
        name, original = match.groups()
        is_person = original[0] in read_surnames() and not tracer.glossary.resolve(original)
        why = _find_misread(name, original, tracer.item.text) if is_person and plain(original) in tracer.whole else ""
        if why:
            where = tracer.find([plain(original)], text.segments)
            yield Finding(
                Check.NAME, Verdict.UNSUPPORTED, text.place, name, Span(*match.span(1)), original, where, why=why
            )


def _find_misread(name: str, original: str, source: str) -> str:
    """Why a romanised name is not that of its original; empty where it may be."""
    if other := find_other_surname(name, original):
        return NOT_WRITTEN.format(original[0], other.capitalize())
    return NOT_READ.format(original[1:], name) if is_unlike(name, original, source) else ""
