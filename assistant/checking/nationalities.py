"""Does the English give somebody a nationality of which the item has no word: a Japanese minister in Korean news?

Flagged is one before an office or a body of a state, where nobody known in the item may bring it with him; of all else
(a Dutch firm) it is noted that no words were found. What stands in another's place, ``instead`` tells.
"""

from collections.abc import Iterator

from assistant.checking.bearers import Bearer, Bearers
from assistant.checking.hinted import NOT_THERE
from assistant.checking.texts import Text
from assistant.checking.untraced import NOT_FOUND
from assistant.glossary import squeeze
from assistant.glossary.places import find_home, read_places
from assistant.patterns import compile_late
from assistant.records import Check, Finding, Verdict

_OFFICE = compile_late(
    r" (?:[a-z]+ ){0,2}(?:government|ministers?|president|prime minister|premier|chancellor|counterparts?|officials?"
    r"|parliament|lawmakers?|legislators?|army|navy|air force|military|troops|soldiers?|forces|police|court|embassy"
    r"|ambassador|diplomats?|ministry|authorities|state|central bank|citizens?|nationals?|warships?|fighter jets?)\b"
)


def check_nationalities(bearers: Bearers) -> tuple[Finding, ...]:
    """A finding for each nationality, once a text, that the item does not have."""
    if bearers.tracer.item.language.partition("-")[0] not in ("zh", "ja"):
        return ()
    found = (finding for text in bearers.tracer.texts for finding in _check(bearers, text))
    return tuple({(f.place.field, f.place.index, f.english): f for f in found}.values())


def _check(bearers: Bearers, text: Text) -> Iterator[Finding]:
    for span, bearer in bearers.written(text.english):
        english = span.of(text.english)
        if bearer.group != "country" or _may_be_meant(bearers, bearer) or squeeze(english) in read_places():
            continue
        is_sure = _OFFICE.match(text.english, span.end) and not _has_foreigner(bearers)
        verdict, why = (Verdict.UNSUPPORTED, NOT_THERE.format(english)) if is_sure else (Verdict.NOTED, NOT_FOUND)
        yield Finding(Check.NAME, verdict, text.place, english, span, why=why)


def _may_be_meant(bearers: Bearers, country: Bearer) -> bool:
    home = find_home(bearers.tracer.item.language)
    return not home.isdisjoint(country.names) or bearers.may_be_printed(country, bearers.tracer.whole)


def _has_foreigner(bearers: Bearers) -> bool:
    """Whether the item names somebody known of another language: with him his country may be told."""
    language = bearers.tracer.item.language.partition("-")[0]
    terms = (lead.term for _, lead in bearers.tracer.leads)
    return any(term and term.origin not in ("", language) for term in terms)
