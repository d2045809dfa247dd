"""Does a summary, a headline or a claim give to one what the translation of the sentence gives to another?

The translations are held against their own sentences. So a clause of the concise texts is looked for among theirs, by
its words without the names: where one clause says the same of another person, body or place, names were exchanged.
Where two clauses are as near, or a pronoun stands for whoever it is, nothing is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.checking.bearers import Bearer, Bearers, Hit, blank, is_other_side
from assistant.checking.texts import SENTENCE_END, Text, split_at
from assistant.checking.tracing import Tracer, plain
from assistant.checking.wordlists import read_words
from assistant.kept import kept_property
from assistant.patterns import compile_late
from assistant.records import Check, Field, Finding, Span, Verdict

WHY = "the source says this of {}, not of {}"
ALIKE = 0.6
"""Share of a clause's words that another must have to say the same."""
NEARLY = 0.15
"""So much farther off, a clause is still as near as the nearest."""
FEWEST_WORDS, FEWEST_RARE, STEM = 3, 2, 4

_CLAUSE = compile_late(
    r",(?=\s)|[;:](?=\s)"
    r"|\s(?:and|while|but|whereas|as well as|which|who|that|after|before|when|because|since|although|if|until)\s"
)
_SMALL = frozenset(
    {"the", "and", "for", "with", "from", "its", "his", "her", "their", "was", "were", "has", "have", "had", "are"}
    | {
        "will",
        "would",
        "been",
        "being",
        "this",
        "these",
        "those",
        "also",
        "into",
        "than",
        "more",
        "all",
        "said",
        "says",
    }
)
"""Words that say nothing of what a clause tells."""
_WORD = compile_late(r"\d[\d.,]*\d|\d|[a-zß-ɏ]+")
_PRONOUN = compile_late(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Tt]he (?:company|firm|ministry|agency|bureau|party|group|bank|two|three|minister"
    r"|president|team|court|city|county|country|university|latter|former|association|suspect|defendant))\b"
)
APART_AT_MOST = 8
"""Characters between two names of the source that belong together: 四川省雅安市石棉縣, 法務部廉政署."""
_BETWEEN = compile_late('[,，。;；:：、"和与及同跟]')


@dataclass(frozen=True)
class _Clause:
    """A clause of an English text."""

    bare: str
    """Without the names."""
    span: Span
    hits: tuple[Hit, ...]
    sentence: int
    """Which of the text's sentences it is a part of."""
    segment: int = -1

    @kept_property
    def stems(self) -> frozenset[str]:
        return read_stems(self.bare)


def check_echoes(bearers: Bearers) -> tuple[Finding, ...]:
    """A finding for each name in a concise text of which the translations say something else."""
    told = _Told(bearers)
    texts = (text for text in bearers.tracer.texts if text.place.field is not Field.TRANSLATION)
    return tuple(finding for text in texts for finding in _check(bearers, text, told))


@dataclass(frozen=True)
class _Told:
    """What the translations say; their clauses are read when they are asked for."""

    bearers: Bearers

    @kept_property
    def _texts(self) -> list[tuple[int, str, frozenset[str]]]:
        return [(t.segment, t.english, read_stems(t.english)) for t in self.bearers.tracer.draft.translations]

    @kept_property
    def _clauses(self) -> dict[int, tuple[_Clause, ...]]:
        return {}

    def are_rare(self, stems: frozenset[str]) -> bool:
        """Whether each of these words stands in one translation only."""
        return all(sum(stem in found for _, _, found in self._texts) == 1 for stem in stems)

    def near(self, clause: _Clause) -> list[_Clause]:
        """The clauses of all translations that have words enough of this one."""
        found: list[_Clause] = []
        for segment, english, stems in self._texts:
            if len(clause.stems & stems) >= (ALIKE - NEARLY) * len(clause.stems):
                if segment not in self._clauses:
                    self._clauses[segment] = tuple(_list_clauses(self.bearers, english, segment))
                found += self._clauses[segment]
        return found


def _check(bearers: Bearers, text: Text, told: _Told) -> Iterator[Finding]:
    for clause in _list_clauses(bearers, text.english):
        near = _find_nearest(clause, told) if clause.hits else []
        for span, bearer in clause.hits if near else ():
            right = None if is_other_side(text.english, span, bearer) else _find_right(bearers, clause, bearer, near)
            if right and not _belong_together(bearers, bearer, right):
                yield from _flag(bearers.tracer, text, span, right, near[0].segment)


def _belong_together(bearers: Bearers, one: Bearer, other: Bearer) -> bool:
    """Whether the source puts one right beside the other anywhere: a city and its county, a ministry and its agency."""
    for segment in bearers.tracer.item.sentences:
        text = plain(segment.text)
        hits = [(span, found) for span, found in bearers.printed(text) if found in (one, other)]
        for (before, first), (after, second) in pairwise(hits):
            between = text[before.end : after.start]
            if first is not second and len(between) <= APART_AT_MOST and not _BETWEEN.search(between):
                return True
    return False


def _find_nearest(clause: _Clause, told: _Told) -> list[_Clause]:
    """The clauses that say the same, the nearest first; none where no clause is near enough.

    Three words in common are enough, or two that no other sentence has.
    """
    if len(clause.stems) < FEWEST_RARE:
        return []
    shares = [(len(clause.stems & other.stems) / len(clause.stems), other) for other in told.near(clause)]
    best = max((share for share, _ in shares), default=0)
    near = [(share, other) for share, other in shares if share >= best - NEARLY]
    found = [other for _, other in sorted(near, key=lambda pair: (-pair[0], len(pair[1].stems)))]
    shared = clause.stems & found[0].stems if found else frozenset[str]()
    few = len(shared) < FEWEST_WORDS and (len(shared) < FEWEST_RARE or not told.are_rare(shared))
    return [] if best < ALIKE or few else found


def _find_right(bearers: Bearers, clause: _Clause, bearer: Bearer, near: Sequence[_Clause]) -> Bearer | None:
    """The one of whom the nearest clauses say it, where none of them may mean ``bearer``."""
    right = None
    for other in near:
        others = [found for _, found in other.hits if found.group == bearer.group]
        if (
            any(found is bearer for _, found in other.hits)
            or bearers.may_be_written(bearer, other.bare)
            or _PRONOUN.search(other.bare)
        ):
            return None
        own = [found for _, found in clause.hits]
        others = [o for o in others if o not in own and not bearers.may_be_written(o, clause.bare)]
        if others:
            right = right or others[0]
        elif other.sentence == near[0].sentence and other.segment == near[0].segment and right:
            continue
        else:
            return None
    return right


def _list_clauses(bearers: Bearers, english: str, segment: int = -1) -> Iterator[_Clause]:
    hits = bearers.written(english)
    bare = blank(english, [span for span, _ in hits])
    for number, sentence in enumerate(split_at(SENTENCE_END, english, Span(0, len(english)))):
        for span in split_at(_CLAUSE, english, sentence):
            own = tuple((where, bearer) for where, bearer in hits if span.start <= where.start < span.end)
            yield _Clause(span.of(bare), span, own, number, segment)


@lru_cache(maxsize=256)
def read_stems(text: str) -> frozenset[str]:
    """The words of a text that tell something, by their first letters; originals in brackets tell nothing."""
    words = set(_WORD.findall(text.casefold())) - read_words("openers") - _SMALL
    return frozenset([word if word[0].isdigit() else word[:STEM] for word in words if len(word) > 2 or word.isdigit()])


def _flag(tracer: Tracer, text: Text, span: Span, right: Bearer, segment: int) -> Iterator[Finding]:
    """The finding, if the source of that translation bears it out: a wrong translation accuses nobody."""
    where = tracer.find(right.forms, (tracer.item.segments[segment],))
    if where:
        english, source = span.of(text.english), tracer.item.read(where)
        why = WHY.format(source, english)
        yield Finding(
            Check.ATTRIBUTION, Verdict.UNSUPPORTED, text.place, english, span, source=source, source_span=where, why=why
        )
