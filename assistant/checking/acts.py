"""Does a headline or a summary say of a person an act (admitted, warned, promised) of which his sentences have no word?

The whole item nearly always has one, said of somebody else. So a person by name is held to the sentences that name him,
the one before, and those behind that name nobody else. Claims are held to what they cite (``attribution``).
"""

import re
from collections.abc import Iterator

from assistant.checking.events import is_unsaid
from assistant.checking.sayers import Sayer, list_sayers
from assistant.checking.tables import check_each
from assistant.checking.texts import Text
from assistant.checking.tracing import Tracer, plain
from assistant.checking.wordlists import ACT_WORDS, ACTS, ACTS_OF_SPEECH, OTHER_ACTS
from assistant.glossary import fold_original
from assistant.records import Check, Field, Finding, Verdict

WHY = "the sentences that name {} have no word for it"
BEHIND = 2
"""Sentences behind one that names a person, in which he may go on."""


def check_acts(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each person who does in words what his sentences do not say."""
    return check_each(tracer, _check)


def _check(tracer: Tracer, text: Text) -> Iterator[Finding]:
    if text.place.field not in (Field.HEADLINE, Field.SUMMARY):
        return
    for sayer in list_sayers(tracer, text.english):
        source = _read_own(tracer, sayer) if sayer.act and sayer.leads[0].kind == "person" else ""
        if source and _is_unsaid(sayer.act.casefold(), source):
            why = WHY.format(sayer.leads[0].original)
            yield Finding(Check.ATTRIBUTION, Verdict.UNSUPPORTED, text.place, sayer.act, sayer.span, why=why)


def _read_own(tracer: Tracer, sayer: Sayer) -> str:
    """The sentences that may tell of a person, folded; empty where none names him."""
    segments = tracer.item.segments
    others = [lead for lead in tracer.persons if not set(lead.forms) & {f for own in sayer.leads for f in own.forms}]
    own = set[int]()
    for at, segment in enumerate(segments):
        if tracer.stands(sayer.leads, segment):
            own |= {max(0, at - 1), at}
            for behind in range(at + 1, min(len(segments), at + 1 + BEHIND)):
                if tracer.stands(others, segments[behind]):
                    break
                own.add(behind)
    return "".join(plain(segments[at].text) for at in sorted(own))


def _is_unsaid(act: str, source: str) -> bool:
    """Whether sentences have none of the words by which a source may say an act, one way or another."""
    if kind := ACT_WORDS.get(act):
        return not re.search(fold_original(ACTS[kind]), source)
    kind = next((kind for kind in OTHER_ACTS if re.fullmatch(ACTS_OF_SPEECH[kind][1], act)), "")
    return not re.search(OTHER_ACTS[kind][0], source) if kind else is_unsaid(act, source)
