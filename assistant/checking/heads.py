"""One word at the head of a sentence that says or does something: "Miller welcomed them", where no source has a Miller.

Every word there has a capital, so it counts as a name only before a verb of what people do, and where it is no noun
that needs no article (Parliament, Residents). Where the source has somebody speak whom no pair names it may be his.
"""

import re
from collections.abc import Iterator
from functools import cache

from assistant.checking.hinted import NOT_THERE
from assistant.checking.stated import speaks_unlisted
from assistant.checking.texts import Text
from assistant.checking.tracing import Tracer
from assistant.checking.untraced import NEAR, Names
from assistant.checking.wordlists import APPOSITION, BRACKET, SAYING, read_words
from assistant.patterns import compile_late
from assistant.records import Check, Finding, Span, Verdict

FEWEST_LETTERS = 4
_DOES = (
    "praised|welcomed|condemned|thanked|apologi[sz]ed|threatened|demanded|accused|vowed|pledged|admitted|confirmed"
    "|rejected|refused|opposed|backed|visited|met|attended|resigned|testified|spoke|predicted|proposed|voted|endorsed"
)
_HEADLINED = (
    "praises|welcomes|condemns|thanks|apologi[sz]es|threatens|demands|accuses|vows|pledges|admits|rejects|backs"
)
_HEAD = compile_late(
    rf"(?:(?<=[.!?] )|(?<=\n)|\A)(?P<name>[A-ZÀ-Þ][a-zà-þ]{{2,}}(?:[-’'][A-Za-zà-þ]+)?){BRACKET}{APPOSITION},?"
    rf" (?:also |then |has |had |later |strongly |again )?(?!add)(?:{SAYING}|{_DOES}|{_HEADLINED})\b"
)
_MANY = ("s", "men", "women", "people", "folk")
"""Ends of words for many, which need no article."""


def check_heads(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each name at the beginning of a sentence of which the source has nothing."""
    if tracer.item.language.partition("-")[0] != "zh":  # how kanji are read is known to their bearer
        return ()
    known = frozenset(form for lead in (*tracer.persons, *tracer.bodies) for form in lead.forms)
    names = Names(tracer)
    return tuple(finding for text in tracer.texts for finding in _check(names, text, known))


def _check(names: Names, text: Text, known: frozenset[str]) -> Iterator[Finding]:
    found = [match for match in _HEAD.finditer(text.english) if _is_strange(names, text.english, match)]
    if found and text.segments and not speaks_unlisted(known, text.segments):
        for match in found:
            span, why = Span(*match.span("name")), NOT_THERE.format(match["name"])
            yield Finding(Check.NAME, Verdict.UNSUPPORTED, text.place, match["name"], span, why=why)


def _is_strange(names: Names, english: str, match: re.Match[str]) -> bool:
    """Whether a word may be a name, and rests on nothing in the source."""
    name, end = match["name"], match.end("name")
    if len(name) < FEWEST_LETTERS or name.endswith(_MANY) or name.casefold() in _nouns():
        return False
    return next(iter(names.judge(name, english[end : end + NEAR])), None) is not None


@cache
def _nouns() -> frozenset[str]:
    sections = ("generic", "institutional", "openers", "begins", "common", "bodies", "bare")
    return frozenset().union(*map(read_words, sections))
