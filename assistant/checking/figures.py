"""Is every English figure carried by the source, and every source figure by the translation?

A translation is held against its own sentence, a claim against the sentences it cites, headline and summary against the
item. A figure that stands in the item but not in the sentences a claim cites is not supported by its citation.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant import figures
from assistant.characters import HAN
from assistant.checking.folding import fold
from assistant.figures import Checked, Comparison
from assistant.figures.rendering import render
from assistant.figures.values import Kind
from assistant.kept import kept_property
from assistant.notices import NOTHING, UNCERTAIN, WITHHELD
from assistant.patterns import compile_late
from assistant.records import Check, Draft, Field, Finding, Item, Place, RenderedFigure, Role, Segment, Span, Verdict

_DIGITS = "0-9０-９〇零一二三四五六七八九十百千萬万億亿兆"
ORIGINAL = compile_late(
    rf"\[((?=[^\[\]\n]*[{_DIGITS}])[^\[\]\n]{{1,80}})\]"  # 今(19)日 within square brackets has its own round ones
    rf"|[(（]((?=[^\[\]()（）\n]*[{_DIGITS}])[^\[\]()（）\n]{{1,80}})[)）]"
)
_HAN = compile_late(f"[{HAN}]")
LATIN = compile_late("[A-Za-z]")
ELSEWHERE = "it stands in this item, but not in the sentences that the claim cites"


@dataclass(frozen=True)
class Excerpt:
    """Segments of an item as one text that knows where each of its characters stands in the dump."""

    segments: tuple[Segment, ...]

    @kept_property
    def text(self) -> str:
        """The segments' texts, one after the other."""
        return "".join(segment.text for segment in self.segments)

    def in_dump(self, span: Span) -> Span:
        """Where a span of ``text`` stands in the dump."""
        offset = 0
        for segment in self.segments:
            if span.start < offset + len(segment.text):
                return span.shift(segment.span.start - offset)
            offset += len(segment.text)
        return span


def check_figures(item: Item, draft: Draft) -> tuple[Finding, ...]:
    """One finding per English figure, and one per source figure that a translation omits."""
    return tuple(_findings(item, draft))


@lru_cache(maxsize=4)
def render_figures(item: Item) -> tuple[RenderedFigure, ...]:
    """Every figure of the item's sentences with its English rendering; spans count in the dump."""
    return tuple(
        RenderedFigure(figure.span.shift(segment.span.start), figure.surface, render(figure), figure.kind.value)
        for segment in item.sentences
        for figure in figures.read_source(segment.text, language=item.language, clock=item.day)
        if not figure.is_soft  # 一項 and 首次 are turns of phrase: beside real figures they are noise
    )


def count_figures(item: Item) -> int:
    """How many figures an item holds at most: looked for and not read, which takes a hundredth of the time."""
    return figures.count_places(item.text)


def _findings(item: Item, draft: Draft) -> Iterator[Finding]:
    whole = Excerpt(item.sentences)
    yield from _check_free(item, draft.headline, whole, Place(Field.HEADLINE))
    yield from _check_free(item, draft.summary, whole, Place(Field.SUMMARY))
    for index, claim in enumerate(draft.claims):
        cited = Excerpt(tuple(item.segments[i] for i in claim.segments if i < len(item.segments)))
        place = Place(Field.CLAIM, index)
        yield from _check_claim(item, claim.english, cited, whole, place)
        source = claim.attribution
        yield from _flags_of(item, f"{source.medium} {source.speaker} {source.act}", whole, place)
    for index, name in enumerate(draft.names):
        yield from _flags_of(item, name.english, whole, Place(Field.NAME, index))
    for translation in draft.translations:
        segment = item.segments[translation.segment]
        yield from _check_translation(item, translation.english, segment)


def _check_free(item: Item, english: str, source: Excerpt, place: Place) -> Iterator[Finding]:
    yield from _check_notices(item, english, place)
    yield from _check_originals(item, english, place)
    compared = _compare(item, source.text, english, "summary")
    yield from (_finding(checked, source, place) for checked in compared.english_figures)


def _flags_of(item: Item, english: str, source: Excerpt, place: Place) -> Iterator[Finding]:
    """The flags of a text that is shown beside the one of its place: an attribution, a name."""
    found = _check_free(item, english, source, place) if english.strip() else ()
    for finding in found:
        if finding.verdict.is_flag:
            yield replace(finding, span=None)


def _check_claim(item: Item, english: str, cited: Excerpt, whole: Excerpt, place: Place) -> Iterator[Finding]:
    yield from _check_notices(item, english, place)
    yield from _check_originals(item, english, place)
    compared = _compare(item, cited.text, english, "summary")
    if not compared.flagged:
        yield from (_finding(checked, cited, place) for checked in compared.english_figures)
        return
    elsewhere = {c.figure.span: c for c in _compare(item, whole.text, english, "summary").english_figures}
    for checked in compared.english_figures:
        other = elsewhere.get(checked.figure.span)
        if checked.status is Verdict.UNSUPPORTED and other and other.status is Verdict.SUPPORTED:
            yield _finding(other, whole, place, verdict=Verdict.UNSUPPORTED, why=ELSEWHERE)
        else:
            yield _finding(checked, cited, place)


def _check_translation(item: Item, english: str, segment: Segment) -> Iterator[Finding]:
    if fold(segment.text).text == fold(english).text:
        return  # printed in English, it needs no translation; else it is flagged as none, and tells no wrong figure
    source = Excerpt((segment,))
    place = Place(Field.TRANSLATION, segment.index)
    yield from _check_notices(item, english, place)
    yield from _check_originals(item, english, place)
    compared = _compare(item, segment.text, english, "translation")
    spelt_out = _find_spelt_out(item, segment, english, compared)
    for checked in compared.english_figures:
        told = spelt_out.get(checked.figure.span)
        yield _finding(told, Excerpt(item.sentences), place) if told else _finding(checked, source, place)
    withheld = {notice[1] for notice in WITHHELD.finditer(english)}
    yield from (
        _omission(c, source, place)
        for c in compared.source_figures
        if c.status is figures.Carriage.OMITTED and c.figure.surface not in withheld
    )


def _find_spelt_out(item: Item, segment: Segment, english: str, compared: Comparison) -> dict[Span, Checked]:
    """Amounts of which a headline prints the bare number (軍售再添40億) and the story below it the currency."""
    if segment.role is not Role.HEADLINE or not compared.flagged:
        return {}
    bare = {
        checked.figure.span
        for checked in compared.english_figures
        if checked.status is Verdict.CONTRADICTED
        and checked.figure.kind is Kind.MONEY
        and any(e.kind is Kind.COUNT and not e.unit and e.value == checked.figure.value for e in checked.evidence)
    }
    told = _compare(item, Excerpt(item.sentences).text, english, "summary").english_figures if bare else ()
    return {c.figure.span: c for c in told if c.status is Verdict.SUPPORTED and c.figure.span in bare}


def _compare(item: Item, source: str, english: str, mode: figures.Mode) -> Comparison:
    """The comparison; what stands in a notice of a withheld figure is no figure of the English."""
    bare = WITHHELD.sub(lambda notice: " " * len(notice[0]), english)
    return figures.compare(source, bare, mode=mode, clock=item.likely_day, language=item.language)


def _check_originals(item: Item, english: str, place: Place) -> Iterator[Finding]:
    """A finding for each original wording in brackets that has digits and does not stand in the source."""
    for bracket in ORIGINAL.finditer(english):
        words = (bracket[1] or bracket[2]).strip()
        is_ours = WITHHELD.fullmatch(bracket[0]) or LATIN.search(words) or not _HAN.search(words)
        if not is_ours and not fold(item.text).find(fold(words)):
            why = "these words in brackets do not stand in the source"
            yield Finding(Check.FIGURE, Verdict.UNSUPPORTED, place, bracket[0], Span(*bracket.span()), why=why)


def _check_notices(item: Item, english: str, place: Place) -> Iterator[Finding]:
    """One finding per withheld figure; a notice that names words which the source has not is no notice of ours."""
    for notice in WITHHELD.finditer(english):
        words, span = notice[1], Span(*notice.span())
        is_nameless = words in (NOTHING, UNCERTAIN)
        found = None if is_nameless else fold(item.text).find(fold(words))
        where = found.shift(item.span.start) if found else None
        genuine = where is not None or is_nameless
        yield Finding(
            check=Check.FIGURE,
            verdict=Verdict.WITHHELD if genuine else Verdict.UNSUPPORTED,
            place=place,
            english=notice[0],
            span=span,
            source=item.read(where),
            source_span=where,
            expected=next((f.english for f in render_figures(item) if f.span == where), ""),
            why="a figure that failed its check was taken out"
            if genuine
            else "the notice names what the source has not",
        )


def _finding(
    checked: Checked, source: Excerpt, place: Place, *, verdict: Verdict | None = None, why: str = ""
) -> Finding:
    span = _cover(e.span for e in checked.evidence)
    return Finding(
        check=Check.FIGURE,
        verdict=verdict or Verdict(checked.status),
        place=place,
        english=checked.figure.surface,
        span=checked.figure.span,
        source=source.text[span.start : span.end] if span else "",
        source_span=source.in_dump(span) if span else None,
        expected=checked.expected,
        why=why or checked.why,
    )


def _omission(checked: Checked, source: Excerpt, place: Place) -> Finding:
    figure = checked.figure
    english = render(figure)
    return Finding(
        check=Check.FIGURE,
        verdict=Verdict.OMITTED,
        place=place,
        source=figure.surface,
        source_span=source.in_dump(figure.span),
        expected=english,
        why=checked.why or f"the translation leaves out {english}",
    )


def _cover(spans: Iterable[Span]) -> Span | None:
    """The first span: where several source figures carry one English figure, the words of the first are lit."""
    return next(iter(spans), None)
