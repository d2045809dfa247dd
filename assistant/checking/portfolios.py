"""Does the source have the ministry or the court that the English names? Of ordinary words, it looks like no name.

A ministry, a minister or a department "of X" needs characters for X somewhere in the item (``portfolios.tsv``); one
whose field the table does not have is let pass. A body that every country has (Supreme Court, Coast Guard) needs the
characters of its own row (``bodies.tsv``).
"""

import re
from collections.abc import Iterator
from functools import cache

from assistant.checking.tables import check_each, read_rows
from assistant.checking.texts import Text
from assistant.checking.tracing import Tracer
from assistant.glossary import fold_original
from assistant.patterns import compile_late
from assistant.records import Check, Finding, Span, Verdict

WHY = "the source names no {}"

_BODY = compile_late(
    r"\b(?:Ministry|Department|Minister|Bureau|Administration) (?:of|for) (?:the )?"
    r"([A-Z][a-z]+(?:(?: and |, | )[A-Z][a-z]+){0,3})"
    r"|\b(?!The\b|Prime\b|First\b|Deputy\b)([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:Ministry|Minister)\b(?! of| for)"
    r"|\b([a-z]+) (?:ministry|minister)\b"
)


def check_portfolios(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each ministry whose field the source does not have, and for each body that it does not name."""
    return check_each(tracer, _check)


def _check(tracer: Tracer, text: Text) -> Iterator[Finding]:
    for span in (*_find_ministries(tracer, text), *_find_bodies(tracer, text)):
        english = span.of(text.english)
        why = WHY.format(english)
        yield Finding(Check.NAME, Verdict.UNSUPPORTED, text.place, english, span, why=why)


def _find_ministries(tracer: Tracer, text: Text) -> Iterator[Span]:
    for match in _BODY.finditer(text.english):
        field = (match[1] or match[2] or match[3]).casefold()
        fields = [characters for english, characters in read_fields() if english.search(field)]
        if fields and not any(characters.search(tracer.whole) for characters in fields):
            yield Span(*match.span())


def _find_bodies(tracer: Tracer, text: Text) -> Iterator[Span]:
    bodies, english = _read_bodies(), text.english.casefold()
    if not any(name in english for name in bodies):  # most texts; the pattern tries each word of each
        return
    for match in _any_body().finditer(text.english):
        if not bodies[match[0].casefold()].search(tracer.whole):
            yield Span(*match.span())


@cache
def read_fields() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What ministries are for: English, and characters of which the source must have one."""
    return tuple(
        (compile_late(rf"\b(?:{english})"), compile_late(fold_original(there)))
        for english, there in read_rows("portfolios.tsv")
    )


@cache
def _read_bodies() -> dict[str, re.Pattern[str]]:
    rows = read_rows("bodies.tsv")
    return {name: compile_late(fold_original(there)) for names, there in rows for name in names.split("|")}


@cache
def _any_body() -> re.Pattern[str]:
    return compile_late(rf"\b(?:{'|'.join(map(re.escape, _read_bodies()))})\b", re.IGNORECASE | re.ASCII)
