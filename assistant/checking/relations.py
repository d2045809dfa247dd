"""Who is of which party, and who beat, sued or bought whom: may the English say it of these two?

Where the source puts a party or a body right before a person, or one name before and one behind such a verb, the
English must not put another party there, or turn the two round. Where the source does neither, nothing is said.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from assistant.checking.deeds import NOT_HE, TURNED_ROUND, any_actor, did, find_actor, may_have_done
from assistant.checking.texts import Text
from assistant.checking.tracing import Lead, Tracer
from assistant.checking.wordlists import BRACKET, DEEDS
from assistant.patterns import compile_late
from assistant.records import Check, Finding, Segment, Span, Verdict

TITLE_AT_MOST = 8
"""Characters between a party and its person."""
OF_ANOTHER = "in the source {} is of {}"

_NAME = r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,4}"
_HOLDS = (
    r"(?:[Cc]andidate|[Ll]awmaker|[Ll]egislator|[Nn]ominee|[Rr]ival|(?:[Vv]ice )?[Cc]hair(?:man|woman)?|[Cc]ouncillor"
    r"|[Ll]eader|[Mm]ember|[Mm]ayor|(?:[Hh]ead )?[Cc]oach|[Mm]anager|[Pp]itcher|[Oo]utfielder|[Cc]hief executive"
    r"|[Ss]pokes(?:man|woman|person)|[Dd]irector|[Pp]resident)"
)
_OF = compile_late(rf"({_NAME}){BRACKET},? (?:of|from) the ({_NAME})")
_MEMBER = compile_late(rf"(?<!ormer )(?<!one-time )({_NAME}?){BRACKET}(?<![’']s) {_HOLDS} ({_NAME})")
"""Democratic Progressive Party candidate Ko."""
_ADVERBS = "(?:(?:has|have|had|narrowly|also|later|again|yesterday|today) ){0,2}"
_PARTY_HINT = compile_late(rf" (?:(?:of|from) the|{_HOLDS}) [A-ZÀ-Þ]")
_DEED_HINT = compile_late(rf" (?:{'|'.join(english for _, _, english in DEEDS.values())}) ")
"""What every text with a match holds. The patterns begin with a name, and would try every word of every text."""
_DONE_TO = "對对批评與与和质疑呛轰骂斥求控告胜败敌遭被向挺赢输击给"
"""Between a party and a person: it does something to him."""
_NO_MORE = r"(?:(?<![日目先此空当])前|原|曾|脱离|退出|离开|退党|转じ|元)[^，,。;；]{0,4}"
"""Before a party: it was once a person's own."""


def check_relations(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each person of another party, and for each deed that is turned round."""
    return tuple(finding for text in tracer.texts for finding in _check(tracer, text))


def _check(tracer: Tracer, text: Text) -> Iterator[Finding]:
    if _PARTY_HINT.search(text.english):
        yield from _check_parties(tracer, text)
    if _DEED_HINT.search(text.english):
        yield from _check_deeds(tracer, text)


def _check_parties(tracer: Tracer, text: Text) -> Iterator[Finding]:
    found = [(match[1], Span(*match.span(2))) for match in _OF.finditer(text.english)]
    found += [(match[2], Span(*match.span(1))) for match in _MEMBER.finditer(text.english)]
    for name, where in found:
        told = where.of(text.english)
        person, party = _only(tracer, name, _is_person), _only(tracer, told, _is_party)
        body = None if party else _only(tracer, told, _is_body)
        if person and body and (others := _list_others(tracer, body, person)):
            yield _flag(tracer, text, where, others[0], OF_ANOTHER.format(person.original, others[0].original))
        if not person or not (party or told.endswith(" Party")) or (party and _is_left(tracer, party)):
            continue
        parties = (lead for lead in tracer.bodies if _is_party(lead) and not _is_left(tracer, lead))
        own = [lead for lead in parties if _is_before(tracer, lead, person)]
        if own and not (party and any(set(lead.forms) & set(party.forms) for lead in own)):
            why = OF_ANOTHER.format(person.original, own[0].original)
            yield _flag(tracer, text, where, own[0], why)


def _list_others(tracer: Tracer, body: Lead, person: Lead) -> list[Lead]:
    """The bodies right before a person, where the one told never is, nor may be a part of one, or one of it."""
    own = [lead for lead in tracer.bodies if _is_body(lead) and _is_before(tracer, lead, person)]
    related = any(a in b or b in a for lead in own for a in lead.forms for b in body.forms)
    return [] if related or _is_left(tracer, body) else own


def _check_deeds(tracer: Tracer, text: Text) -> Iterator[Finding]:
    texts = [text for _, text in tracer.sentences]
    for deed, hint, pattern in _deeds():
        for match in pattern.finditer(text.english) if hint.search(text.english) else ():
            doer, other = _only(tracer, match[1]), _only(tracer, match[2])
            if not doer and not other:  # of two without a name, ``deeds`` tells
                continue
            first, second = _find_forms(doer, match[1]), _find_forms(other, match[2])
            if first and second and did(texts, deed, second, first) and not may_have_done(texts, deed, first, second):
                told = (other.original if other else match[2], doer.original if doer else match[1])
                why = TURNED_ROUND.format(told[0], deed, told[1])
                yield _flag(tracer, text, Span(*match.span(1)), other or doer, why)


def _find_forms(lead: Lead | None, english: str) -> str:
    """How a source prints one who acts, by his name or without one, as a pattern; empty where that is not known."""
    return _any(lead) if lead else find_actor(english)


def _is_before(tracer: Tracer, body: Lead, person: Lead) -> bool:
    """Whether a party stands right before a person: 民眾黨候選人卜雨潔, 民進黨的古正鈞; not 民眾黨質疑卜雨潔."""
    between = rf"(?:[^，,。;；:：、\"{_DONE_TO}]{{0,{TITLE_AT_MOST}}}[的籍人委长员席召表裁相统师练手将监督官])?"
    return any(re.search(f"{_any(body)}{between}{_any(person)}", text) for _, text in tracer.sentences)


def _is_left(tracer: Tracer, body: Lead) -> bool:
    """Whether somebody was once of a party: 前民眾黨立委, 脫離民眾黨, 民眾黨轉. Then nobody is held to it."""
    left = f"{_NO_MORE}{_any(body)}|{_any(body)}[^，,。;；]{{0,4}}转"
    return any(re.search(left, text) for _, text in tracer.sentences)


def _any(lead: Lead) -> str:
    return f"(?:{'|'.join(map(re.escape, lead.forms))})"


def _only(tracer: Tracer, english: str, fits: Callable[[Lead], bool] = bool) -> Lead | None:
    """The one bearer of a name, of those that fit."""
    leads = [lead for lead in tracer.trace(english) if fits(lead)]
    return leads[0] if len({frozenset(lead.forms) for lead in leads}) == 1 else None


def _is_person(lead: Lead) -> bool:
    return lead.kind == "person"


def _is_body(lead: Lead) -> bool:
    return lead.kind == "organisation" and not _is_party(lead)


def _is_party(lead: Lead) -> bool:
    return "party" in (lead.kind, lead.term.kind if lead.term else "") or lead.original.endswith(("黨", "党"))


def _flag(tracer: Tracer, text: Text, span: Span, lead: Lead | None, why: str) -> Finding:
    where = tracer.place((lead,), _sentences(tracer, text)) if lead else None
    source, english = tracer.item.read(where), span.of(text.english)
    return Finding(Check.ATTRIBUTION, Verdict.UNSUPPORTED, text.place, english, span, source, where, why=why)


def _sentences(tracer: Tracer, text: Text) -> Sequence[Segment]:
    return (*text.segments, *tracer.item.sentences)


@cache
def _deeds() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Deed, its verb, and English in which one does it to another: Ku beat Pu, the owner sued Pu."""
    one = rf"({_NAME}|(?i:{any_actor()}))"
    return tuple(
        (
            deed,
            compile_late(rf" (?:{english}) "),
            compile_late(
                rf"(?<![\w’'-])(?:[Tt]he )?{one}{BRACKET} {_ADVERBS}(?:{english}) (?:the |its )?{one}{NOT_HE}"
            ),
        )
        for deed, (_, _, english) in DEEDS.items()
    )
