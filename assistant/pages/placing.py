"""What the cursor can visit, and where it lights the texts of both languages."""

from collections import defaultdict

from assistant.pages.aside import Aside
from assistant.pages.blocks import TONES, Runs, Stop, Tone
from assistant.pages.marking import Mark, mark_text
from assistant.records import Briefing, Check, Field, Place, Span, Verdict
from assistant.reporting.view import ItemView
from assistant.reporting.wording import SIGNS, place_label


class Composition:
    """What is needed while a page is composed."""

    def __init__(self, view: ItemView, words: str, aside: Aside, conflicts: tuple[str, ...], *, folded: bool) -> None:
        self.view = view
        self.words = words
        self.aside = aside
        self.conflicts = conflicts
        self.folded = folded
        self.marks: dict[str, list[Mark]] = defaultdict(list)
        """By the name of the text."""
        self.stops: list[Stop] = []
        self.sources: dict[int, Runs] = {}
        self.english: dict[str, Runs] = {}

    @property
    def briefing(self) -> Briefing:
        """What the page is about."""
        return self.view.briefing


def text_name(place: Place) -> str:
    """What a run's origin calls the English text at ``place``."""
    return f"{place.field} {place.index}"


def place_marks(work: Composition) -> None:
    """Find the stops of the cursor, and what each of them lights."""
    briefing = work.briefing
    if not work.view.is_translated:
        for i, figure in enumerate(briefing.figures):
            _mark_source(work, figure.span, f"figure {i}", Tone.VERIFIED)
            label = place_label(Place(Field.TRANSLATION, _segment_at(briefing, figure.span.start)))
            work.stops.append(Stop(f"figure {i}", label, figure=i))
        return
    _place_claims(work)
    order = {f: i for i, f in enumerate((Field.HEADLINE, Field.SUMMARY, Field.CLAIM, Field.TRANSLATION))}
    for i, finding in sorted(
        enumerate(briefing.findings),
        key=lambda pair: (order.get(pair[1].place.field, 9), pair[1].place.index, pair[1].span or Span(0, 0)),
    ):
        if finding.check is not Check.FIGURE and not _wants_a_look(finding.verdict):
            continue
        key, sign = f"finding {i}", SIGNS[finding.verdict]
        tone = TONES[finding.verdict]
        if finding.span:
            shown = sign.mark if sign.is_spelled_out else ""
            work.marks[text_name(finding.place)].append(Mark(finding.span, key, tone, shown))
        if finding.source_span:
            _mark_source(work, finding.source_span, key, tone if finding.verdict is Verdict.OMITTED else None)
        work.stops.append(Stop(key, place_label(finding.place), finding=finding, index=i))


def _wants_a_look(verdict: Verdict) -> bool:
    """A flag, or what was one until the user marked it: the mark can be taken back there."""
    return verdict.is_flag or verdict is Verdict.DISMISSED


def _place_claims(work: Composition) -> None:
    draft = work.briefing.draft
    segments = {segment.index: segment for segment in work.briefing.item.segments}
    for i, claim in enumerate(draft.claims if draft else ()):
        work.stops.append(Stop(f"claim {i}", f"claim {i + 1}", claim=i))
        cited = [segments[index] for index in claim.segments if index in segments]
        for segment in cited:
            place = segment.text.find(claim.quote) if claim.quote else -1
            span = Span(place, place + len(claim.quote)) if place >= 0 else None
            if span or not claim.quote or not any(claim.quote in other.text for other in cited):
                whole = Span(0, len(segment.text.rstrip()))
                work.marks[f"source {segment.index}"].append(Mark(span or whole, f"claim {i}"))


def _mark_source(work: Composition, span: Span, key: str, tone: Tone | None) -> None:
    """Mark a stretch of the dump in each sentence that it touches."""
    for segment in work.briefing.item.segments:
        start, end = max(span.start, segment.span.start), min(span.end, segment.span.end)
        if start < end:
            local = Span(start, end).shift(-segment.span.start)
            work.marks[f"source {segment.index}"].append(Mark(local, key, tone))


def _segment_at(briefing: Briefing, place: int) -> int:
    return next((s.index for s in briefing.item.segments if s.span.start <= place < s.span.end), 0)


def mark_texts(work: Composition) -> None:
    """Cut both languages into runs by their marks."""
    for row in work.view.rows:
        segment, name = row.segment, f"source {row.segment.index}"
        text = segment.text.rstrip()
        work.sources[segment.index] = mark_text(text, name, work.marks[name], tone=Tone.SOURCE, words=work.words)
    draft = work.briefing.draft
    if not draft or not work.view.is_translated:
        return
    texts = {Place(Field.HEADLINE): draft.headline, Place(Field.SUMMARY): draft.summary}
    texts |= {Place(Field.CLAIM, i): claim.english for i, claim in enumerate(draft.claims)}
    texts |= {Place(Field.TRANSLATION, t.segment): t.english for t in draft.translations}
    for place, text in texts.items():
        name = text_name(place)
        tone = Tone.TITLE if place.field is Field.HEADLINE else Tone.PLAIN
        work.english[name] = mark_text(text, name, work.marks[name], tone=tone, words=work.words)
