"""Did two who speak in the source change places in the English? A said X, B denied Y: not B said X, A denied Y.

Three things tell: the words that a claim quotes, the figures that an English clause carries, and the act. Only where
the source lets one tell who speaks (``turns``) anything is said, and only of one who is himself named in its sentences.
"""

import re
from collections.abc import Iterable, Iterator

from assistant.checking.borne import group_borne
from assistant.checking.credits import OTHER_ACT, OTHER_SPEAKER, check_credits, find_acts, is_noun
from assistant.checking.sayers import Sayer, list_sayers
from assistant.checking.texts import Text
from assistant.checking.tracing import Tracer, plain
from assistant.checking.turns import Turns, find_words
from assistant.checking.wordlists import ACTS_OF_SPEECH
from assistant.records import Finding, Place


def check_exchanges(tracer: Tracer, figures: Iterable[Finding]) -> tuple[Finding, ...]:
    """A finding for each speaker whose words, figures or act the source gives to another."""
    turns, texts, by_place = Turns(tracer), tracer.texts, group_borne(figures)
    found = (f for text in texts for f in _check_text(turns, text, by_place.get(text.place, ())))
    return tuple(dict.fromkeys((*check_credits(turns, by_place), *found)))


def _check_text(turns: Turns, text: Text, figures: Iterable[Finding]) -> Iterator[Finding]:
    for sayer in list_sayers(turns.tracer, text.english):
        speaks = turns.speaks_anywhere(sayer.leads)
        yield from _check_act(turns, text, sayer, speaks=speaks)
        for finding in figures:
            if finding.span and finding.source_span and sayer.scope.holds(finding.span):
                yield from _check_figure(turns, text.place, sayer, finding, speaks=speaks)


def _check_act(turns: Turns, text: Text, sayer: Sayer, *, speaks: bool) -> Iterator[Finding]:
    """Whether the act stands in the turns of others only; one who never ``speaks`` must not be named there either."""
    for pattern, english in ACTS_OF_SPEECH.values() if sayer.act else ():
        if not re.fullmatch(english, sayer.act):
            continue
        by = find_acts(turns, text, pattern)
        if not speaks and any(turns.tracer.stands(sayer.leads, segment) for segment, _, _ in by):
            continue
        acts = [(segment, turn) for segment, match, turn in by if turn and not is_noun(match)]
        if acts and all(turn and not turn.is_of(sayer.leads) for _, _, turn in by):
            segment, turn = acts[0]
            why = OTHER_ACT.format(turn.lead.original, sayer.act, sayer.leads[0].original)
            yield turns.point(sayer.find(text.place, why), turn, segment)


def _check_figure(turns: Turns, place: Place, sayer: Sayer, finding: Finding, *, speaks: bool) -> Iterator[Finding]:
    """Whether a figure of the sayer's words stands in the turn of another, and in none of his own."""
    found = ((s, turn) for s in turns.tracer.item.sentences if (turn := turns.at(s, finding.source)))
    segment, turn = next(found, (None, None))
    if segment and not speaks and turns.tracer.stands(sayer.leads, segment):
        return
    own = (t for s in turns.tracer.item.sentences for t in turns.of(s) if t.is_of(sayer.leads))
    if (
        segment
        and turn
        and not turn.is_of(sayer.leads)
        and not any(find_words(t.words, plain(finding.source)) for t in own)
    ):
        why = OTHER_SPEAKER.format(turn.lead.original)
        yield turns.point(sayer.find(place, why), turn, segment)
