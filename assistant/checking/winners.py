"""Who won an election: may the English say it of this person?

Flagged is a winner of whom no sentence says anything of the kind, where the source says it of another. Who won is read,
once an item, from the words between a person and the next one named in his sentence.
"""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from assistant.checking.spotting import Spotter
from assistant.checking.tables import check_each
from assistant.checking.texts import Text
from assistant.checking.tracing import Lead, Tracer, plain
from assistant.checking.wordlists import BRACKET
from assistant.patterns import compile_late
from assistant.records import Check, Finding, Span, Verdict

MAY_DIFFER = 2
"""Persons of an item, of whom one may be taken for the other."""
WON_BY = "in the source it is {} who won"
_NAME = r"[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,3}"
_CONTEST = r"(?:by-)?election|vote|race|seat|presidency|primary|referendum|runoff"
_WINS_HINT = compile_late(r" (?:elected|re-elected|won|wins)\b")
"""What every text with a match holds; most have none."""
_WINS = compile_late(
    rf"(?<![\w’'-])(?P<name>{_NAME}){BRACKET}(?:,? (?:of|from) the {_NAME}{BRACKET},?)? "
    rf"(?P<verb>(?:was|is|has been) (?:re-)?elected|(?:has |had )?won|wins)\b(?P<rest>[^.;,]{{0,60}})"
)
_OBJECT = compile_late(rf"^ (?:[^.;,]{{0,50}} )?(?:{_CONTEST})\b")
_WON = compile_late("当选|胜出|胜选|当確|当确")
_MAY_HAVE_WON = compile_late(
    "当选|胜|赢|连任|获选|拿下|夺|出线|膺选|就任|上任|选上|当确|当確|得主|新科|同额|入主|勝|制し|再选"
)
_BEFORE = compile_late("(?:当选人|当选者|当选的|新科[^，,。；]{0,6}|输给|败给|不敌|惜败[于给]?|由)[^，,。；]{0,8}$")
_STOP = compile_late("[。；;！!？?]")


def check_winners(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each person told as the winner where another won."""
    if len(tracer.persons) < MAY_DIFFER or not any(_WINS_HINT.search(text.english) for text in tracer.texts):
        return ()
    return check_each(tracer, partial(_check, _read_contest(tracer)))


class _Contest(NamedTuple):
    """What the source says of the persons of an item."""

    may_have_won: frozenset[str]
    """Those of whom it says anything of the kind, as it prints them, folded."""
    winners: tuple[Lead, ...]
    """Those of whom it says plainly that they won."""


def _check(contest: _Contest, tracer: Tracer, text: Text) -> Iterator[Finding]:
    for match in _WINS.finditer(text.english) if _WINS_HINT.search(text.english) else ():
        if not match["verb"].endswith("elected") and not _OBJECT.search(match["rest"]):
            continue
        told = _only(tracer, match["name"])
        if told is None or not contest.may_have_won.isdisjoint(told.forms):
            continue
        winner = next((lead for lead in contest.winners if set(lead.forms).isdisjoint(told.forms)), None)
        if winner:
            span, where = Span(*match.span("name")), tracer.place((winner,), tracer.item.sentences)
            source, why = tracer.item.read(where), WON_BY.format(winner.original)
            name = match["name"]
            yield Finding(Check.ATTRIBUTION, Verdict.UNSUPPORTED, text.place, name, span, source, where, why=why)


def _only(tracer: Tracer, english: str) -> Lead | None:
    leads = {frozenset(lead.forms): lead for lead in tracer.trace(english) if lead.kind == "person"}
    return next(iter(leads.values())) if len(leads) == 1 else None


def _read_contest(tracer: Tracer) -> _Contest:
    said = list(_list_said(tracer))
    may_have_won = frozenset(form for form, words in said if _MAY_HAVE_WON.search(words))
    won = frozenset(form for form, words in said if _WON.search(words))
    return _Contest(may_have_won, tuple(lead for lead in tracer.persons if not won.isdisjoint(lead.forms)))


def _list_said(tracer: Tracer) -> Iterator[tuple[str, str]]:
    """Each person where he is named, and what follows up to the next one; with a 胜 where he is called a winner."""
    anybody = Spotter({form: form for lead in tracer.persons for form in lead.forms})
    for sentence in (part for segment in tracer.item.sentences for part in _STOP.split(plain(segment.text))):
        found = list(anybody.find(sentence))
        ends = [*(start for start, _, _ in found[1:]), len(sentence)]
        for (start, stop, name), end in zip(found, ends, strict=False):
            before = "胜" if _BEFORE.search(sentence, 0, start) else ""
            yield name, before + sentence[stop:end]
