"""The tally of what headline, summary and claims leave out: figures, named sources, whole sentences with figures.

It lists no faults. A summary is meant to leave things out; a reader who acts on it wants to know what. A translation
that leaves something out is another matter, and flagged by the other checks.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.checking.figures import render_figures
from assistant.checking.stated import Stated, list_stated
from assistant.checking.wordlists import FORESEES, SPEECH, read_words
from assistant.glossary import Glossary, load_shipped, squeeze
from assistant.patterns import compile_late
from assistant.records import (
    Check,
    Claim,
    Draft,
    Field,
    Finding,
    Item,
    Place,
    RenderedFigure,
    Segment,
    Span,
    Term,
    Verdict,
)

CONCISE = (Field.HEADLINE, Field.SUMMARY, Field.CLAIM)
CARRIED = (Verdict.SUPPORTED, Verdict.DERIVED, Verdict.WITHHELD)
WEIGHTY = frozenset(
    {"money", "percent", "points", "basis points", "count", "fraction", "multiple", "measure", "duration", "score"}
)
"""Kinds of figures that a reader may miss; days and ordinals are the frame of a story, not its matter."""
SPEAKING = ("person", "organisation", "party", "media")
SAYS = compile_late(rf"(?:[(（][^()（）\n]{{0,40}}[)）])?[^。！？\n「」『』《》，,；;]{{0,8}}?(?:{SPEECH}|{FORESEES})")
STEM = 5
"""Letters of a word by which it is known again: Economic Affairs, the economy ministry."""
_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "a", "an"})
_WORD = compile_late(r"\w+")
MEDIUM = compile_late(
    "《([^《》\n]{2,16})》(?=[^。！？\n]{0,6}(?:報導|报道|報道|指出|引述|引用|分析|警告|提到|披露|刊登|表示))"
)


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one kind of matter: how much the source has, and what of it the concise texts leave out."""

    what: str
    total: int
    left_out: tuple[Finding, ...]

    @property
    def coverage(self) -> str:
        """In words: ``5 of 8 figures``."""
        return f"{self.total - len(self.left_out)} of {self.total} {self.what}"


def find_omissions(
    item: Item, draft: Draft, findings: Iterable[Finding], glossary: Glossary | None = None
) -> tuple[Finding, ...]:
    """The coverage in numbers, then each figure, named source and sentence with figures that is left out.

    Args:
        item: the source.
        draft: what a model wrote about it.
        findings: what the figure check says of the draft.
        glossary: names that are known whatever the draft lists; the shipped ones by default.
    """
    figures = [figure for figure in render_figures(item) if figure.kind in WEIGHTY]
    spans = [f.source_span for f in findings if f.place.field in CONCISE and f.verdict in CARRIED and f.source_span]
    told = {figure.english for figure in figures if _is_touched(figure, spans)}
    tallies = (
        _count_figures(figures, told),
        _count_sources(item, draft, glossary or load_shipped()),
        _count_sentences(item, figures, told),
    )
    if not any(tally.total for tally in tallies):
        return ()
    counted = ", ".join(tally.coverage for tally in tallies if tally.total)
    head = Finding(
        Check.OMISSION, Verdict.NOTED, Place(Field.ITEM), why=f"headline, summary and claims carry {counted}"
    )
    return (head, *(finding for tally in tallies for finding in tally.left_out))


def _count_figures(figures: Sequence[RenderedFigure], told: set[str]) -> Tally:
    left_out = {f.english: f for f in reversed(figures) if f.english not in told}
    return Tally("figures", len({f.english for f in figures}), tuple(map(_note_figure, list(left_out.values())[::-1])))


def _count_sentences(item: Item, figures: Sequence[RenderedFigure], told: set[str]) -> Tally:
    """Sentences with figures of which none is told: what a reader of the summary does not even suspect."""
    with_figures = {
        s: [f.english in told for f in figures if s.span.start <= f.span.start < s.span.end] for s in item.sentences
    }
    weighty = {segment: carried for segment, carried in with_figures.items() if carried}
    silent = [segment for segment, carried in weighty.items() if not any(carried)]
    why = "a sentence with figures of which summary and claims tell none"
    return Tally("sentences with figures", len(weighty), tuple(_note(s.text.strip(), _bare(s), why) for s in silent))


def _bare(segment: Segment) -> Span:
    lead = len(segment.text) - len(segment.text.lstrip())
    return Span(segment.span.start + lead, segment.span.start + lead + len(segment.text.strip()))


def _is_touched(figure: RenderedFigure, spans: list[Span]) -> bool:
    return any(span.start < figure.span.end and figure.span.start < span.end for span in spans)


def _note_figure(figure: RenderedFigure) -> Finding:
    return _note(figure.surface, figure.span, "summary and claims leave it out", expected=figure.english)


def _note(source: str, span: Span, why: str, *, english: str = "", expected: str = "") -> Finding:
    return Finding(Check.OMISSION, Verdict.NOTED, Place(Field.SUMMARY), english, None, source, span, expected, why)


def _count_sources(item: Item, draft: Draft, glossary: Glossary) -> Tally:
    """Media that the source credits, and persons and bodies that speak in it: the draft's, known ones, and others."""
    text = " ".join([draft.headline, draft.summary, *map(_read_claim, draft.claims)])
    stated = list(list_stated(item, {t.segment: t.english for t in draft.translations}))
    listed = _list_listed(item, draft, glossary, stated)
    found = {original: span for original, (span, _) in listed.items() if span}
    others = _list_others(item, listed, stated)
    ordered = sorted((found | {other: speaker.span for other, speaker in others.items()}).items(), key=lambda p: p[1])
    names = {o: english for o, (_, english) in listed.items()} | {o: speaker.english for o, speaker in others.items()}
    is_told = {o: any(_is_named(english, text) for english in names[o]) for o in found}
    words = frozenset(word[:STEM] for word in _WORD.findall(squeeze(text)))
    is_told |= {o: _is_meant(speaker.english, words) for o, speaker in others.items()}
    left_out = [(original, span) for original, span in ordered if original not in text and not is_told[original]]
    why = "it speaks in the source; summary and claims do not name it"
    notes = (_note(o, s.shift(item.span.start), why, english=next(iter(names[o]), "")) for o, s in left_out)
    return Tally("named sources", len(ordered), tuple(notes))


Listed = dict[str, tuple[Span | None, tuple[str, ...]]]
"""A name that a list has -> where it first speaks, None for nowhere, and its English."""


def _list_listed(item: Item, draft: Draft, glossary: Glossary, stated: Sequence[Stated]) -> Listed:
    english = {name.original.strip("《》"): (name.english,) for name in draft.names if name.kind in SPEAKING}
    found = {match[1]: Span(*match.span(1)) for match in reversed(list(MEDIUM.finditer(item.text)))}
    for name in draft.names:
        bare = name.original.strip("《》")
        if name.kind in SPEAKING and bare not in found and (span := _find_speaking(item, name.original)):
            found[bare] = span
    taken = {place for span in found.values() for place in range(*span)}
    longer = {at for speaker in stated if speaker.is_body for at in range(speaker.span.start, speaker.span.end - 1)}
    for original, span, term in _list_known(item, glossary):
        surnames = (spelling.split()[-1] for spelling in term.english if term.kind == "person")
        english[original] = (*english.get(original, ()), *term.english, *surnames)
        if taken.isdisjoint(range(*span)) and span.end - 1 not in longer:  # 行政院 of 行政院主計總處 does not speak
            found.setdefault(original, span)
    return {original: (found.get(original), english.get(original, ())) for original in {**english, **found}}


def _list_others(item: Item, listed: Listed, stated: Sequence[Stated]) -> dict[str, Stated]:
    """Each speaker whom no list has, once, where he first speaks."""
    taken = {place for span, _ in listed.values() if span for place in range(*span)}
    known = {squeeze(english) for _, names in listed.values() for english in names}
    words = {word for english in known for word in english.split()}
    others: dict[str, Stated] = {}
    for speaker in stated:
        original = speaker.span.of(item.text)
        is_listed = any(original[at:] in listed for at in range(len(original))) or not taken.isdisjoint(
            range(*speaker.span)
        )
        is_known = not speaker.is_body and any(words.issuperset(squeeze(e).split()) for e in speaker.english)
        if not is_listed and not is_known:
            others.setdefault(original, speaker)
    return others


def _is_meant(names: Iterable[str], words: frozenset[str]) -> bool:
    """Whether the stems of a text's words have a telling word of a name, or its initials: economy ministry, MOEA."""
    for name in names:
        own = squeeze(name).split()
        telling = [word for word in own if word not in read_words("bodies") | _SMALL] or own
        if any(word[:STEM] in words for word in telling) or "".join(word[0] for word in own)[:STEM] in words:
            return True
    return False


def _list_known(item: Item, glossary: Glossary) -> Iterator[tuple[str, Span, Term]]:
    """Each known person or body once, as the source prints it where it first stands before a verb of speech."""
    done: set[Term] = set()
    for span, term in glossary.find(item.text):
        if term.kind in SPEAKING and term.firm and term not in done and SAYS.match(item.text, span.end):
            done.add(term)
            yield span.of(item.text), span, term


def _read_claim(claim: Claim) -> str:
    return f"{claim.english} {claim.attribution.medium} {claim.attribution.speaker}"


def _find_speaking(item: Item, original: str) -> Span | None:
    """Where a name first stands before a verb of speech in its clause."""
    at = item.text.find(original) if original else -1
    while at >= 0:
        if SAYS.match(item.text, at + len(original)):
            return Span(at, at + len(original))
        at = item.text.find(original, at + 1)
    return None


def _is_named(english: str, text: str) -> bool:
    """Whether a text has the name, or the longest word of it: a surname, "Reuters"."""
    if not english:
        return False
    wanted = max(squeeze(english).split(), key=len, default="")
    return bool(wanted) and f" {wanted} " in f" {' '.join(_WORD.findall(squeeze(text)))} "
