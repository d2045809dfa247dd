"""Who won an election: may the English say it of this person?

Flagged is a winner of whom no sentence says anything of the kind, where the source says it of another. Who won is read
from the words between a person and the next one named in his sentence.
"""

import re
from collections.abc import Iterator

from assistant.checking.tables import check_each
from assistant.checking.texts import Text
from assistant.checking.tracing import Lead, Tracer, plain
from assistant.checking.wordlists import BRACKET
from assistant.patterns import compile_late
from assistant.records import Check, Finding, Span, Verdict

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
    return check_each(tracer, _check) if len(tracer.persons) > 1 else ()


def _check(tracer: Tracer, text: Text) -> Iterator[Finding]:
    for match in _WINS.finditer(text.english) if _WINS_HINT.search(text.english) else ():
        if not match["verb"].endswith("elected") and not _OBJECT.search(match["rest"]):
            continue
        told = _only(tracer, match["name"])
        if told is None or any(_MAY_HAVE_WON.search(words) for words in _list_words(tracer, told)):
            continue
        others = (lead for lead in tracer.persons if set(lead.forms).isdisjoint(told.forms))
        winner = next((lead for lead in others if any(map(_WON.search, _list_words(tracer, lead)))), None)
        if winner:
            span, where = Span(*match.span("name")), tracer.place((winner,), tracer.item.sentences)
            source, why = tracer.item.read(where), WON_BY.format(winner.original)
            name = match["name"]
            yield Finding(Check.ATTRIBUTION, Verdict.UNSUPPORTED, text.place, name, span, source, where, why=why)


def _only(tracer: Tracer, english: str) -> Lead | None:
    leads = {frozenset(lead.forms): lead for lead in tracer.trace(english) if lead.kind == "person"}
    return next(iter(leads.values())) if len(leads) == 1 else None


def _list_words(tracer: Tracer, person: Lead) -> Iterator[str]:
    """What each sentence says behind a person up to the next one, and right before him where it tells of a winner."""
    names = sorted((form for lead in tracer.persons for form in lead.forms), key=len, reverse=True)
    anybody = re.compile("|".join(map(re.escape, names)))
    for sentence in (part for segment in tracer.item.sentences for part in _STOP.split(plain(segment.text))):
        found = list(anybody.finditer(sentence))
        for number, match in enumerate(found):
            if match[0] in person.forms:
                end = found[number + 1].start() if number + 1 < len(found) else len(sentence)
                before = "胜" if _BEFORE.search(sentence, 0, match.start()) else ""
                yield before + sentence[match.end() : end]
