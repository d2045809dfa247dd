"""Is a claim credited to the one who speaks where its words stand, though it cites what another says as well?

Its words are its quotation, or, where that stands nowhere, its figures. One who speaks in another of its sentences did
not say them; nor does an act (denied) of that sentence become his who said them. Where it cannot be told who speaks
nothing is said.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.checking.sayers import find_only
from assistant.checking.texts import Text
from assistant.checking.titles import find_title
from assistant.checking.tracing import ORIGINAL, Lead, plain
from assistant.checking.turns import Turn, Turns
from assistant.checking.wordlists import ACTS_OF_SPEECH, NOUN_BEHIND
from assistant.glossary import fold_original
from assistant.patterns import compile_late
from assistant.records import Check, Field, Finding, Place, Segment, Verdict

OTHER_SPEAKER = "in the source these words are said by {}"
OTHER_ACT = "in the source {} {}, not {}"
NOUN_WITHIN = 8
_NOUN = compile_late(f"(?:{NOUN_BEHIND})[^，,。;；:：「」]*$")
_POINTS = compile_late(
    fold_original(
        "了?(?:有?(?:此事|此說|指控|說法|傳聞|報導|批評|質疑)|(?:此|這|该|上述|相關|有關|前述|外界|對方)[^,，。;；]{0,6})?"
        r"(?:[.。,，;；!！\"]|\s*$)"
    )
)
"""Behind the word for an act: it is of what another said, 否認此說."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the words of a claim stand: the one of its sentences, and who speaks there."""

    segment: Segment
    turn: Turn


def check_credits(turns: Turns, figures: Mapping[Place, Sequence[Finding]]) -> Iterator[Finding]:
    """A finding for each claim credited to another, or with another's act, than the one whose words it tells.

    Args:
        turns: who speaks in the item.
        figures: what was found of the supported figures, by their place.
    """
    for text in turns.tracer.texts:
        if text.place.field is Field.CLAIM:
            quote = turns.tracer.draft.claims[text.place.index].quote
            for standing in _find_standing(turns, text, quote, figures.get(text.place, ())):
                yield from _check_speaker(turns, text, standing)
                yield from _check_act(turns, text, standing)


def find_own(text: Text, quote: str, figures: Iterable[Finding]) -> Iterator[tuple[Segment, str]]:
    """The cited sentences in which a claim's words stand, with these words: its quotation, or else its figures."""
    wanted = plain(quote)
    holding = [segment for segment in text.segments if wanted and wanted in plain(segment.text)]
    if holding:
        yield from ((segment, quote) for segment in holding)
        return
    found = [(s, f.source) for f in figures for s in text.segments if f.source_span and s.span.holds(f.source_span)]
    if len({segment.index for segment, _ in found}) == 1:
        yield from found[:1]


def _find_standing(turns: Turns, text: Text, quote: str, figures: Iterable[Finding]) -> Iterator[Standing]:
    for segment, words in find_own(text, quote, figures):
        if turn := turns.over(segment, words):
            yield Standing(segment, turn)


def _check_speaker(turns: Turns, text: Text, own: Standing) -> Iterator[Finding]:
    claim = turns.tracer.draft.claims[text.place.index]
    who, act = claim.attribution.speaker, claim.attribution.act
    leads = _find_printed(turns, text, who) or find_only(turns.tracer, who)
    swapped = bool(leads) and not own.turn.is_of(leads) and _is_spoken_elsewhere(turns, text, own, leads)
    if not swapped and who:
        leads = _find_role(turns, text, own, who)
        swapped = bool(leads)
    if swapped and not reacts(turns, text.segments, leads, act):
        why = OTHER_SPEAKER.format(own.turn.lead.original)
        finding = Finding(Check.ATTRIBUTION, Verdict.UNSUPPORTED, text.place, who, why=why)
        yield turns.point(finding, own.turn, own.segment)


def _is_spoken_elsewhere(turns: Turns, text: Text, own: Standing, leads: Sequence[Lead]) -> bool:
    """Whether one has a turn of his own in the cited sentences; a person elsewhere may speak for a body."""
    if turns.speaks(leads, (own.segment,)):
        return True
    is_officer = leads[0].kind != "person" and own.turn.lead.kind == "person" and own.turn.body is None
    return not is_officer and turns.speaks(leads, text.segments)


def _find_printed(turns: Turns, text: Text, who: str) -> tuple[Lead, ...]:
    """The one whom the cited sentences name right in or behind these words of theirs: 鮑爾, 聯準會主席."""
    found: dict[frozenset[str], Lead] = {}
    for words in map(plain, ORIGINAL.findall(who)):
        for segment in text.segments:
            at = plain(segment.text).find(words)
            for turn in turns.of(segment) if at >= 0 else ():
                name = next((n for n in (plain(segment.text).find(form) for form in turn.lead.forms) if n >= 0), -1)
                if at <= name <= at + len(words):
                    found[frozenset(turn.lead.forms)] = turn.lead
    return tuple(found.values()) if len(found) == 1 else ()


def _find_role(turns: Turns, text: Text, own: Standing, who: str) -> tuple[Lead, ...]:
    """The one called by a title without his name, who speaks in another cited sentence; empty where it may be his."""
    title = None if any(lead.kind == "person" for lead in turns.tracer.trace(who)) else find_title(who)
    if not title or own.turn.lead.kind != "person" or not title.is_other(turns.tracer, own.turn.lead):
        return ()
    others = (turn for segment in text.segments if segment is not own.segment for turn in turns.of(segment))
    return tuple(turn.lead for turn in others if title.is_held(turns.tracer, turn.lead))


def _check_act(turns: Turns, text: Text, own: Standing) -> Iterator[Finding]:
    """Whether a claim's act stands in the turns of others only, and not in that of its words."""
    act = turns.tracer.draft.claims[text.place.index].attribution.act
    for pattern, english in ACTS_OF_SPEECH.values() if act else ():
        if not _is_act(act, pattern, english):
            continue
        by = [(segment, turn) for segment, match, turn in find_acts(turns, text, pattern) if not is_noun(match)]
        if by and all(turn and not turn.is_of((own.turn.lead,)) for _, turn in by):
            segment, turn = by[0]
            if turn and not reacts(turns, text.segments, (turn.lead,), act):
                why = OTHER_ACT.format(turn.lead.original, act, own.turn.lead.original)
                finding = Finding(Check.ATTRIBUTION, Verdict.UNSUPPORTED, text.place, act, why=why)
                yield turns.point(finding, turn, segment)


def find_acts(turns: Turns, text: Text, pattern: str) -> list[tuple[Segment, re.Match[str], Turn | None]]:
    """Each word for an act in the sentences of a text, and whose turn it stands in."""
    said = ((segment, match) for segment in text.segments for match in re.finditer(pattern, plain(segment.text)))
    return [(segment, match, turns.holding(segment, match.start())) for segment, match in said]


def is_noun(match: re.Match[str]) -> bool:
    """Whether a word for an act says only that there was one, and of nobody that he did it: 回應外界批評, 面對指控."""
    return _NOUN.search(match.string, max(0, match.start() - NOUN_WITHIN), match.start()) is not None


def reacts(turns: Turns, cited: Sequence[Segment], leads: Sequence[Lead], act: str) -> bool:
    """Whether these leads do no more, in a cited sentence, than deny or criticise what another says: B否認此事."""
    own = [turn for segment in cited for turn in turns.of(segment) if turn.is_of(leads)]
    acts = [pattern for pattern, english in ACTS_OF_SPEECH.values() if _is_act(act, pattern, english)]
    told = ((turn, match.end()) for turn in own for pattern in acts for match in re.finditer(pattern, turn.words))
    return any(_POINTS.match(turn.words, end) for turn, end in told)


def _is_act(act: str, pattern: str, english: str) -> bool:
    return re.search(rf"\b(?:{english})\b", act) is not None or re.search(pattern, plain(act)) is not None
