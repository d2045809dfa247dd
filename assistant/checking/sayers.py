"""Who speaks in an English text, and what of it he says: A said this, that, according to B."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.checking.titles import any_role, find_titled
from assistant.checking.tracing import Lead, Tracer
from assistant.checking.wordlists import ACTS_OF_SPEECH, APPOSITION, BELONGS, BRACKET, SAYING
from assistant.patterns import compile_late
from assistant.records import Check, Finding, Place, Span, Verdict

_NAME = r"(?P<name>[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,4})"
_ACTS = "|".join(english for _, english in ACTS_OF_SPEECH.values())
_EXPECTS = "expects|expected|estimates|estimated|forecasts|predicts|puts|sees|reported"
_VERB = f"(?P<act>{SAYING}|{_ACTS}|{_EXPECTS})"
_FIELDS = "(?:city|county|party|trade|labou?r|transport|health|finance|foreign|company) "
"""May stand before the title of one who is not named."""
_PHRASE = (
    r"(?P<name>(?:(?!(?:by|on|of|about|from|for|to|with|near|against|and|or|but)\b)[\w’'-]+ ){0,6}?"
    r"[A-ZÀ-Þ][\w’'-]*)"
)
"""A name with the titles before it: Fed chair Jerome Powell."""
_SPEAKS = compile_late(
    rf"(?<![\w’'-]){_NAME}{BRACKET}"
    rf"{APPOSITION},? (?:also |then |has |had |later |however,? |strongly |firmly |again )?{_VERB}\b"
)
_IS_QUOTED = compile_late(
    rf"\b[Aa]ccording to {_PHRASE}(?={BRACKET}(?:[,.;!?]|$| (?:in|on|at|during|and|who|speaking|yesterday)\b))"
    rf"|\b[Ii]n (?P<whose>[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*){{0,4}}){BRACKET}[’']s? (?:account|words|telling|view)\b"
)
"""According to Fed Chair Jerome Powell; in Powell's account."""
_SAID_BY = compile_late(rf"[,”\"’'] (?P<act>(?P<by>said|says|added|adds|warned|wrote|stressed|noted)) {_NAME}{BRACKET}")
_BELONGS = compile_late(BELONGS)
_AGAINST = compile_late(r"[,;] (?:but|while|whereas|although|though) (?!(?:he|she|it|they|that)\b)")
"""Before a clause that sets something of another against what one says."""
_NEXT = compile_late(r"[,;] (?:and|but|while|whereas|although|though)\b|; ")
_CLOSES = compile_late(r"\s*(?:[,.;!?”\"]|$|(?:and|but|while|whereas) )")
"""Behind a speaker: what he says stood before."""
_SENTENCE = compile_late(r"(?<=[a-z\d)\]”\"’%])[.!?;] ")


@dataclass(frozen=True, slots=True)
class Sayer:
    """One whom an English text makes speak, and the part of the text that he says."""

    name: str
    span: Span
    leads: tuple[Lead, ...]
    act: str
    """The verb; empty where it is none: according to A."""
    scope: Span

    def find(self, place: Place, why: str) -> Finding:
        """The finding that this is another's."""
        return Finding(Check.ATTRIBUTION, Verdict.UNSUPPORTED, place, self.name, self.span, why=why)


def list_sayers(tracer: Tracer, english: str) -> Iterator[Sayer]:
    """Each known speaker of a text with what he says: to the next speaker, or all of a sentence that has but one."""
    starts = [0, *(match.end() for match in _SENTENCE.finditer(english))]
    for start, end in zip(starts, [*starts[1:], len(english)], strict=True):
        patterns = (_SPEAKS, _roles(), _IS_QUOTED, _SAID_BY)
        found = sorted((m for p in patterns for m in p.finditer(english, start, end)), key=lambda match: match.start())
        scopes = _list_scopes(english, found, Span(start, end))
        for match, scope in zip(found, scopes, strict=True):
            group = next(name for name in ("name", "whose", "role") if match.groupdict().get(name))
            leads = find_titled(tracer, match[group]) if group == "role" else find_only(tracer, match[group])
            if leads and not (_is_before(match) and _BELONGS.search(english, max(0, match.start() - 8), match.start())):
                span = Span(*match.span(group))
                yield Sayer(span.of(english), span, leads, match.groupdict().get("act") or "", scope)


def find_only(tracer: Tracer, english: str) -> tuple[Lead, ...]:
    """The leads of a name that stands for one bearer; of two of one surname none is meant for certain."""
    leads = tracer.trace(english) if english else ()
    bearers = {frozenset(lead.forms) for lead in leads}
    return leads if len(bearers) == 1 and leads[0].kind in ("person", "organisation", "party") else ()


def _list_scopes(english: str, found: list[re.Match[str]], sentence: Span) -> Iterator[Span]:
    """What each of the speakers of one sentence says."""
    if len(found) == 1:
        pattern = _NEXT if _is_behind(english, found[0], sentence.start) else _AGAINST
        turn = pattern.search(english, found[0].end(), sentence.end)
        yield Span(sentence.start, turn.start() if turn else sentence.end)
        return
    begin = sentence.start
    for number, match in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        if _is_behind(english, match, begin):
            yield Span(begin, match.end())
            begin = match.end()
            continue
        begin = following.start() if following else sentence.end
        if following and _is_behind(english, following, match.end()):
            turn = _NEXT.search(english, match.end(), following.start())
            begin = turn.start() if turn else match.end()
        yield Span(match.start(), begin)


def _is_behind(english: str, match: re.Match[str], begin: int) -> bool:
    """Whether one speaks behind what he says: rates will fall, according to Powell."""
    before = english[begin : match.start()].rstrip()
    opens = before.endswith((",", "”", '"', "’", "'")) or not _is_before(match)
    return len(before) > 1 and opens and _CLOSES.match(english, match.end()) is not None


def _is_before(match: re.Match[str]) -> bool:
    """Whether one is named before his verb."""
    return "whose" not in match.re.groupindex and "by" not in match.re.groupindex


@cache
def _roles() -> re.Pattern[str]:
    """One who speaks without his name: the mayor said."""
    role = rf"(?i:(?:{_FIELDS}|[a-z]+[’']s )?(?P<role>{any_role()}))"
    return compile_late(rf"\b[Tt]he {role},? (?:also |then |has |had |later )?{_VERB}\b")
