"""A text cut into runs, each with the findings that lie on it: what every format needs to mark figures in place."""

from collections.abc import Iterable, Sequence

from assistant.inert import clean
from assistant.notices import WITHHELD
from assistant.records import Span
from assistant.records.record import record


@record
class Piece:
    """A run of a text, and what lies on it."""

    text: str
    findings: tuple[int, ...] = ()
    """Indices into ``Briefing.findings``, the gravest first; where nothing is translated, into ``Briefing.figures``."""
    withheld: bool = False


def cut_pieces(text: str, marks: Sequence[tuple[Span, int]]) -> tuple[Piece, ...]:
    """``text`` (cleaned) in runs: marked ones and those between. ``marks`` are (span, finding), the gravest first.

    Marks with the same span share a piece. Of two that overlap the narrower is cut; marks outside the text are left
    out. A figure that was withheld is a piece of its own.
    """
    text = clean(text)
    held: dict[Span, list[int]] = {Span(*match.span()): [] for match in WITHHELD.finditer(text)}
    wanted: dict[Span, list[int]] = {span: [] for span in held}
    for span, finding in marks:
        if 0 <= span.start < span.end <= len(text):
            wanted.setdefault(span, []).append(finding)
    pieces: list[Piece] = []
    position = 0
    for span in _without_overlaps(wanted):
        if span.start > position:
            pieces.append(Piece(text[position : span.start]))
        pieces.append(Piece(span.of(text), tuple(wanted[span]), withheld=span in held))
        position = span.end
    if position < len(text):
        pieces.append(Piece(text[position:]))
    return tuple(pieces)


def _without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """The spans in order; where two overlap, the narrower one stays."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.start < kept[-1].end:
            if span.end - span.start >= kept[-1].end - kept[-1].start:
                continue
            kept.pop()
        kept.append(span)
    return kept


def trim_pieces(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Without the white space at the end of a segment, which belongs to the page and not to the sentence."""
    if not pieces or pieces[-1].findings:
        return pieces
    last = pieces[-1].text.rstrip()
    return (*pieces[:-1], Piece(last)) if last else pieces[:-1]
