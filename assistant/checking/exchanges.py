"""Did two who speak in the source change places in the English? A said X, B denied Y: not B said X, A denied Y.

Three things tell: the words that a claim quotes, the figures that an English clause carries, and the act. Only where
the source lets one tell who speaks (``turns``) anything is said, and only of one who is himself named in its sentences.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.checking.texts import Text
from assistant.checking.titles import any_role, find_titled
from assistant.checking.tracing import Lead, Tracer, plain
from assistant.checking.turns import Turn, Turns
from assistant.checking.wordlists import ACTS_OF_SPEECH, APPOSITION, BELONGS, NOUN_BEHIND, SAYING
from assistant.patterns import compile_late
from assistant.records import Check, Field, Finding, Place, Segment, Span, Verdict

OTHER_SPEAKER = "in the source these words are said by {}"
OTHER_ACT = "in the source {} {}, not {}"

_ACTS = "|".join(english for _, english in ACTS_OF_SPEECH.values())
_EXPECTS = "expects|expected|estimates|estimated|forecasts|predicts|puts|sees|reported"
_SAYER = compile_late(
    r"(?<![\w’'-])([A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,4})(?: ?[(（][^()（）]{1,40}[)）])?"
    rf"{APPOSITION},? (?:also |then |has |had |later |however,? |strongly |firmly |again )?"
    rf"({SAYING}|{_ACTS}|{_EXPECTS})\b"
)
_FIELDS = (
    "city ",
    "county ",
    "party ",
    "trade ",
    "labou?r ",
    "transport ",
    "health ",
    "finance ",
    "foreign ",
    "company ",
)
"""May stand before the title of one who is not named."""
_BELONGS = compile_late(BELONGS)
_AGAINST = compile_late(r"[,;] (?:but|while|whereas|although|though) (?!(?:he|she|it|they|that)\b)")
NOUN_WITHIN = 8
_NOUN = compile_late(f"(?:{NOUN_BEHIND})[^，,。;；:：「」]*$")
_SENTENCE = compile_late(r"(?<=[a-z\d)\]”\"’%])[.!?;] ")


@dataclass(frozen=True, slots=True)
class _Sayer:
    """One whom an English text makes speak, and the part of the text that he says."""

    name: str
    span: Span
    leads: tuple[Lead, ...]
    act: str
    scope: Span

    def find(self, place: Place, why: str) -> Finding:
        """The finding that this is another's."""
        return Finding(Check.ATTRIBUTION, Verdict.UNSUPPORTED, place, self.name, self.span, why=why)


def check_exchanges(tracer: Tracer, figures: Iterable[Finding]) -> tuple[Finding, ...]:
    """A finding for each speaker whose words, figures or act the source gives to another."""
    turns, texts = Turns(tracer), tracer.texts
    by_place: dict[Place, list[Finding]] = {}
    for finding in figures:
        if finding.check is Check.FIGURE and finding.verdict is Verdict.SUPPORTED and finding.span:
            by_place.setdefault(finding.place, []).append(finding)
    found = (f for text in texts for f in _check_text(turns, text, by_place.get(text.place, ())))
    return tuple(dict.fromkeys((*_check_quotes(turns, texts), *found)))


def _check_quotes(turns: Turns, texts: Sequence[Text]) -> Iterator[Finding]:
    """A finding for each claim that is credited to another than the one whose turn its quotation stands in."""
    for text in texts:
        if text.place.field is not Field.CLAIM:
            continue
        claim = turns.tracer.draft.claims[text.place.index]
        leads = _only(turns.tracer, claim.attribution.speaker)
        for segment in text.segments if leads else ():
            turn = turns.at(segment, claim.quote)
            if turn and _is_other(turn, leads) and _has_turn(turns, leads, (segment,)):
                why = OTHER_SPEAKER.format(turn.lead.original)
                who = claim.attribution.speaker
                yield _flag(
                    turns, Finding(Check.ATTRIBUTION, Verdict.UNSUPPORTED, text.place, who, why=why), turn, segment
                )


def _check_text(turns: Turns, text: Text, figures: Iterable[Finding]) -> Iterator[Finding]:
    for sayer in _list_sayers(turns.tracer, text.english):
        speaks = _has_turn(turns, sayer.leads, turns.tracer.item.sentences)
        yield from _check_act(turns, text, sayer, speaks=speaks)
        for finding in figures:
            if finding.span and finding.source_span and sayer.scope.holds(finding.span):
                yield from _check_figure(turns, text.place, sayer, finding, speaks=speaks)


def _check_act(turns: Turns, text: Text, sayer: _Sayer, *, speaks: bool) -> Iterator[Finding]:
    """Whether the act stands in the turns of others only; one who never ``speaks`` must not be named there either."""
    for pattern, english in ACTS_OF_SPEECH.values() if sayer.act else ():
        if not re.fullmatch(english, sayer.act):
            continue
        said = [(segment, match) for segment in text.segments for match in re.finditer(pattern, plain(segment.text))]
        if not speaks and any(turns.tracer.stands(sayer.leads, segment) for segment, _ in said):
            continue
        by = [(segment, match, _turn_of(turns, segment, match)) for segment, match in said]
        acts = [(segment, turn) for segment, match, turn in by if turn and not _is_noun(match)]
        if acts and all(turn and _is_other(turn, sayer.leads) for _, _, turn in by):
            segment, turn = acts[0]
            why = OTHER_ACT.format(turn.lead.original, sayer.act, sayer.leads[0].original)
            yield _flag(turns, sayer.find(text.place, why), turn, segment)


def _turn_of(turns: Turns, segment: Segment, match: re.Match[str]) -> Turn | None:
    return next((turn for turn in turns.of(segment) if turn.start <= match.start() < turn.end), None)


def _is_noun(match: re.Match[str]) -> bool:
    """Whether a word for an act says only that there was one, and of nobody that he did it: 回應外界批評, 面對指控."""
    return _NOUN.search(match.string, max(0, match.start() - NOUN_WITHIN), match.start()) is not None


def _check_figure(turns: Turns, place: Place, sayer: _Sayer, finding: Finding, *, speaks: bool) -> Iterator[Finding]:
    """Whether a figure of the sayer's words stands in the turn of another, and in none of his own."""
    found = ((s, turn) for s in turns.tracer.item.sentences if (turn := turns.at(s, finding.source)))
    segment, turn = next(found, (None, None))
    if segment and not speaks and turns.tracer.stands(sayer.leads, segment):
        return
    own = (t for s in turns.tracer.item.sentences for t in turns.of(s) if not _is_other(t, sayer.leads))
    if segment and turn and _is_other(turn, sayer.leads) and not any(plain(finding.source) in t.words for t in own):
        why = OTHER_SPEAKER.format(turn.lead.original)
        yield _flag(turns, sayer.find(place, why), turn, segment)


def _flag(turns: Turns, finding: Finding, turn: Turn, segment: Segment) -> Finding:
    """The finding with the place where the source names the one who speaks."""
    where = turns.tracer.place((turn.lead,), (segment,))
    return replace(finding, source=turns.tracer.item.read(where), source_span=where)


def _list_sayers(tracer: Tracer, english: str) -> Iterator[_Sayer]:
    """Each known speaker of a text with what he says: to the next speaker, or all of a sentence that has but one."""
    starts = [0, *(match.end() for match in _SENTENCE.finditer(english))]
    for start, end in zip(starts, [*starts[1:], len(english)], strict=True):
        sayers = (match for pattern in (_SAYER, _roles()) for match in pattern.finditer(english, start, end))
        found = sorted(sayers, key=lambda match: match.start())
        for number, match in enumerate(found):
            scope = Span(match.start(), found[number + 1].start() if number + 1 < len(found) else end)
            leads = find_titled(tracer, match[1]) if "role" in match.re.groupindex else _only(tracer, match[1])
            if leads and not _BELONGS.search(english, max(0, match.start() - 8), match.start()):
                whole = Span(start, _end_of_words(english, match.end(), end)) if len(found) == 1 else scope
                yield _Sayer(match[1], Span(*match.span(1)), leads, match[2], whole)


@cache
def _roles() -> re.Pattern[str]:
    """One who speaks without his name: the mayor said."""
    return compile_late(
        rf"\b[Tt]he (?i:(?:{'|'.join(_FIELDS)}|[a-z]+[’']s )?(?P<role>{any_role()}))"
        rf",? (?:also |then |has |had |later )?({SAYING}|{_ACTS}|{_EXPECTS})\b"
    )


def _end_of_words(english: str, start: int, end: int) -> int:
    """Where what one says ends in a sentence: before a clause that sets something of another against it."""
    turn = _AGAINST.search(english, start, end)
    return turn.start() if turn else end


def _only(tracer: Tracer, english: str) -> tuple[Lead, ...]:
    """The leads of a name that stands for one bearer; of two of one surname none is meant for certain."""
    leads = tracer.trace(english) if english else ()
    bearers = {frozenset(lead.forms) for lead in leads}
    return leads if len(bearers) == 1 and leads[0].kind in ("person", "organisation", "party") else ()


def _is_other(turn: Turn, leads: Sequence[Lead]) -> bool:
    own = {*turn.lead.forms, *(turn.body.forms if turn.body else ())}
    return not any(own.intersection(lead.forms) for lead in leads)


def _has_turn(turns: Turns, leads: Sequence[Lead], segments: Iterable[Segment]) -> bool:
    return any(not _is_other(turn, leads) for segment in segments for turn in turns.of(segment))
