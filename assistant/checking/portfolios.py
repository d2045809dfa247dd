"""Is the ministry that the English names a ministry of the source? Of ordinary words only, it looks like no name.

A ministry, a minister or a department "of X" needs characters for X somewhere in the item (``portfolios.tsv``); one
whose field the table does not have is let pass.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from assistant.checking.texts import Text
from assistant.checking.tracing import Tracer
from assistant.glossary import fold_original
from assistant.records import Check, Finding, Span, Verdict

WHY = "the source names no {}"

_BODY = re.compile(
    r"\b(?:Ministry|Department|Minister|Bureau|Administration) (?:of|for) (?:the )?"
    r"([A-Z][a-z]+(?:(?: and |, | )[A-Z][a-z]+){0,3})"
    r"|\b(?!The\b|Prime\b|First\b|Deputy\b)([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:Ministry|Minister)\b(?! of| for)"
    r"|\b([a-z]+) (?:ministry|minister)\b"
)


def check_portfolios(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each ministry whose field the source does not have."""
    if tracer.item.language.partition("-")[0] not in ("zh", "ja"):
        return ()
    return tuple(finding for text in tracer.texts for finding in _check(tracer, text))


def _check(tracer: Tracer, text: Text) -> Iterator[Finding]:
    for match in _BODY.finditer(text.english):
        field = (match[1] or match[2] or match[3]).casefold()
        fields = [characters for english, characters in read_fields() if english.search(field)]
        if fields and not any(characters.search(tracer.whole) for characters in fields):
            span = Span(*match.span())
            yield Finding(Check.NAME, Verdict.UNSUPPORTED, text.place, match[0], span, why=WHY.format(match[0]))


@cache
def read_fields() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What ministries are for: English, and characters of which the source must have one."""
    lines = files("assistant.checking").joinpath("portfolios.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple((re.compile(rf"\b(?:{english})"), re.compile(fold_original(there))) for english, there in rows)
