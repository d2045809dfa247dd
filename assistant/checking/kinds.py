"""Does the English name a bank, a university, a party where the source has no word for any?

A name of several words whose head says what kind of body it is (Norland Bank, University of Emberton) needs some
character in the item that such a body has (``kinds.tsv``), or a pair of the draft, a name of the glossary or Latin
letters that the source prints. Which bank it is, others judge; here is found one that stands for none.
"""

import re
from collections.abc import Iterator
from functools import cache

from assistant.checking.persons import is_title_case
from assistant.checking.tables import check_each, read_rows
from assistant.checking.texts import Text
from assistant.checking.tracing import Tracer
from assistant.checking.wordlists import TITLES
from assistant.glossary import fold_original, squeeze
from assistant.patterns import compile_late
from assistant.records import Check, Field, Finding, Span, Verdict

WHY = "the source has no word for any body of this kind: {}"
NO_BODIES = frozenset({"west bank", "south bank", "left bank", "right bank", "outer bank", "north bank", "east bank"})
"""Names of places that end with such a word."""
FEWEST_INITIALS = 2

_WORD = r"[A-ZÀ-Þ][\w’'-]*"
_LINK = r"(?:of|for|the|and|de|la|du|del)"
_CODES = compile_late(r"[a-z]{2,12}")


def check_kinds(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each named body of a kind for which the source has no word."""
    if tracer.item.language.partition("-")[0] not in ("zh", "ja"):
        return ()
    return check_each(tracer, _check)


def _check(tracer: Tracer, text: Text) -> Iterator[Finding]:
    if text.place.field is Field.HEADLINE and is_title_case(text.english):
        return
    for span, kind, there in _list_bodies(text.english):
        name = span.of(text.english)
        if not there.search(tracer.whole) and not _is_traced(tracer, name):
            why = WHY.format(kind.casefold())
            yield Finding(Check.NAME, Verdict.UNSUPPORTED, text.place, name, span, why=why)


def _list_bodies(english: str) -> Iterator[tuple[Span, str, re.Pattern[str]]]:
    """Each name of a body, its head and the characters that such a body has in a source."""
    if not _any_head().search(english):  # most texts
        return
    for match in _any_body().finditer(english):
        kind = match["last"] or match["first"]
        if match[0].casefold().removeprefix("the ") not in NO_BODIES:
            yield Span(*match.span("name")), kind, _read_kind(kind)


def _is_traced(tracer: Tracer, name: str) -> bool:
    """Whether a pair, the glossary or Latin letters of the source stand for a name."""
    if any(form in tracer.whole for lead in tracer.trace(name) for form in lead.forms):
        return True
    words = squeeze(name).split()
    initials = "".join(word[0] for word in words if word not in ("of", "for", "the", "and"))
    printed = frozenset(_CODES.findall(tracer.whole.casefold()))
    return (len(initials) >= FEWEST_INITIALS and initials in printed) or not printed.isdisjoint(
        word for word in words if len(word) > 2
    )


def _list_heads() -> str:
    return "|".join(english for english, _ in read_rows("kinds.tsv"))


@cache
def _any_head() -> re.Pattern[str]:
    return compile_late(rf"\b(?:{_list_heads()})\b")


@cache
def _any_body() -> re.Pattern[str]:
    """Norland Bank, the National Bank of Norland; University of Emberton."""
    heads = _list_heads()
    ends = rf"(?![\w’'-]*\w)(?! (?!(?:{TITLES})\b)[A-ZÀ-Þ])"
    last = rf"(?:{_WORD} (?:{_LINK} )?){{1,5}}?(?P<last>{heads}){ends}(?: of (?:the )?{_WORD}(?: {_WORD})?)?"
    first = rf"(?P<first>{heads}) of (?:the )?{_WORD}"
    return compile_late(rf"(?<![\w’'-])(?:The )?(?P<name>{last}|{first})")


@cache
def _read_kind(head: str) -> re.Pattern[str]:
    return next(
        compile_late(fold_original(there)) for english, there in read_rows("kinds.tsv") if re.fullmatch(english, head)
    )
