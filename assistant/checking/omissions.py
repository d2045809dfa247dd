"""What headline, summary and claims leave out of the source: figures, credited media. A ledger, not a list of faults.

A summary is meant to leave things out; a reader who acts on it wants to know what. A translation that leaves something
out is another matter, and flagged by the other checks.
"""

import re
from collections.abc import Iterable, Iterator

from assistant.checking.figures import render_figures
from assistant.records import Draft, Field, Finding, Item, Place, RenderedFigure, Span, Verdict

CONCISE = (Field.HEADLINE, Field.SUMMARY, Field.CLAIM)
CARRIED = (Verdict.SUPPORTED, Verdict.DERIVED, Verdict.WITHHELD)
WEIGHTY = frozenset(
    {"money", "percent", "points", "basis points", "count", "fraction", "multiple", "measure", "duration", "score"}
)
"""Kinds of figures that a reader may miss; days and ordinals are the frame of a story, not its matter."""
MEDIUM = re.compile(
    "《([^《》\n]{2,16})》(?=[^。！？\n]{0,6}(?:報導|报道|報道|指出|引述|引用|分析|警告|提到|披露|刊登|表示))"
)


def find_omissions(item: Item, draft: Draft, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The coverage in words, then each weighty figure and each credited medium that the concise texts leave out.

    Args:
        item: the source.
        draft: what a model wrote about it.
        findings: what the figure check says of the draft.
    """
    figures = [figure for figure in render_figures(item) if figure.kind in WEIGHTY]
    spans = [f.source_span for f in findings if f.place.field in CONCISE and f.verdict in CARRIED and f.source_span]
    told = {figure.english for figure in figures if _is_touched(figure, spans)}
    left_out = list({f.english: f for f in reversed(figures) if f.english not in told}.values())[::-1]
    media = tuple(_left_out_media(item, draft))
    if not left_out and not media:
        return ()
    total = len({figure.english for figure in figures})
    coverage = f"headline, summary and claims carry {total - len(left_out)} of {total} figures of the source"
    head = Finding("omission", Verdict.NOTED, Place(Field.ITEM), why=coverage)
    return (head, *map(_note_figure, left_out), *media)


def _is_touched(figure: RenderedFigure, spans: list[Span]) -> bool:
    return any(span.start < figure.span.end and figure.span.start < span.end for span in spans)


def _note_figure(figure: RenderedFigure) -> Finding:
    return Finding(
        "omission",
        Verdict.NOTED,
        Place(Field.SUMMARY),
        source=figure.surface,
        source_span=figure.span,
        expected=figure.english,
        why="summary and claims leave it out",
    )


def _left_out_media(item: Item, draft: Draft) -> Iterator[Finding]:
    text = " ".join([draft.headline, draft.summary, *(f"{c.english} {c.attribution.medium}" for c in draft.claims)])
    english = {name.original.strip("《》"): name.english for name in draft.names}
    seen: set[str] = set()
    for found in MEDIUM.finditer(item.text):
        medium = found[1]
        name = english.get(medium, "")
        if medium in seen or medium in text or (name and name in text):
            continue
        seen.add(medium)
        span = Span(*found.span(1)).shift(item.span.start)
        why = "a medium that the source credits; summary and claims do not name it"
        yield Finding("omission", Verdict.NOTED, Place(Field.SUMMARY), name, None, medium, span, why=why)
