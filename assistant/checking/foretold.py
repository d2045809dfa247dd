"""Does a headline, a summary or a claim tell as done what the item only plans, or as a plan what is done?

The clause of a translation that has nearly all its words says which sentence of the source it tells. Flagged is what
was done by English in each clause of it, where that sentence has plans alone (``planned``), and what "will" be done
where the translation has the verb in the past and the source no word for what is to come.
"""

from collections.abc import Iterable, Iterator, Sequence

from assistant.checking.bearers import Bearers
from assistant.checking.certainty import MADE_DONE, Piece, find_near, list_told, read_bare, read_source, split_pieces
from assistant.checking.planned import find_plan, is_open, is_told_as_done
from assistant.checking.texts import Text
from assistant.checking.tracing import plain
from assistant.kept import kept_property
from assistant.patterns import compile_late
from assistant.records import Check, Field, Finding, Span, Verdict

MADE_PLAN = "the translation tells this as done, and the source has no word for what is to come"

ALL_ALIKE = 0.3
"""How much less of the words a clause may have: of two that tell the like, one may be done and one planned."""

_WILL = compile_late(
    r"\b(?:will|(?:plan|intend|aim|mean)s? to|(?:is|are) (?:set|due|going|expected|about|poised) to)"
    r" (?:also |soon |then )?(?!have |be )([a-z]{4,})\b"
)
_PAST = r"\b{}e?d\b"
_TO_COME = compile_late(r"\b(?:will|would|shall|to|plan\w*|going|may|might|could|if|until)\b")
_Y, _E = "y", "e"


def check_foretold(bearers: Bearers) -> tuple[Finding, ...]:
    """A finding for each clause of a concise text that tells as done what is planned, or the other way round."""
    tracer = bearers.tracer
    if tracer.item.language.partition("-")[0] not in ("zh", "ja"):
        return ()
    check = _Check(bearers)
    texts = (text for text in tracer.texts if text.place.field is not Field.TRANSLATION)
    return tuple(finding for text in texts for finding in check.find(text))


class _Check:
    """What one draft is held against."""

    def __init__(self, bearers: Bearers) -> None:
        self._bearers = bearers
        self._sources = {segment.index: plain(segment.text) for segment in bearers.tracer.item.segments}

    @kept_property
    def _told(self) -> list[Piece]:
        return list_told(self._bearers)

    @kept_property
    def _plans(self) -> dict[int, str]:
        """Sentences that have nothing but plans -> the word for one."""
        return {index: plan for index, text in self._sources.items() if (plan := find_plan(text))}

    def find(self, text: Text) -> Iterator[Finding]:
        """What is wrong with a text; a claim that quotes the plan is told of by ``planned``."""
        may_be_done, may_be_planned = bool(self._plans), _WILL.search(text.english) is not None
        if not (may_be_done or may_be_planned) or find_plan(read_source(self._bearers.tracer, text)):
            return
        for sentence, span in split_pieces(text.english):
            piece = span.of(text.english)
            will = _WILL.search(piece)
            if will is None and not (may_be_done and is_told_as_done(sentence.of(text.english))):
                continue
            near = find_near(read_bare(self._bearers, text.english, span), self._told, nearly=ALL_ALIKE)
            why = self._compare(will[1] if will else "", near) if near else ""
            if why:
                yield self._tell(text, span, near[0].segment, why)

    def _compare(self, verb: str, near: Sequence[Piece]) -> str:
        segments = {other.segment for other in near}
        if verb:
            is_done = all(_is_over(verb, other.english) and not _TO_COME.search(other.whole) for other in near)
            return MADE_PLAN if is_done and not self._any_open(segments) else ""
        return MADE_DONE.format(self._print_plan(near[0].segment)) if segments <= self._plans.keys() else ""

    def _print_plan(self, segment: int) -> str:
        """The word for a plan as the source prints it."""
        tracer, plan = self._bearers.tracer, self._plans[segment]
        return tracer.item.read(tracer.find([plan], (tracer.item.segments[segment],))) or plan

    def _any_open(self, segments: Iterable[int]) -> bool:
        return any(is_open(self._sources.get(index, "")) for index in segments)

    def _tell(self, text: Text, span: Span, segment: int, why: str) -> Finding:
        item = self._bearers.tracer.item
        where = item.segments[segment].span
        source, piece = item.read(where).strip(), span.of(text.english)
        return Finding(Check.TRANSLATION, Verdict.UNSUPPORTED, text.place, piece, span, source, where, why=why)


def _is_over(verb: str, english: str) -> bool:
    """Whether a clause has a regular verb in the past: appealed, carried, closed."""
    stem = verb.removesuffix(_E) if verb.endswith(_E) else f"{verb[:-1]}i" if verb.endswith(_Y) else verb
    return compile_late(_PAST.format(stem)).search(english) is not None
