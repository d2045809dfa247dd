"""Items that a report need not print twice: the lists beside an article stand on every page of an outlet."""

from collections.abc import Hashable, Iterable, Sequence

from assistant.records import Status
from assistant.reporting.pieces import Piece
from assistant.reporting.view import ItemView

TOLD = {
    Status.BRIEFED: "The same text, with the same English, as",
    Status.SOURCE_ONLY: "The same text as",
}
"""What is said of a copy, before the item that is printed in full; what failed or is held is always printed."""


def find_copies(items: Sequence[ItemView]) -> dict[int, int]:
    """Number of an item -> that of the first one that reads the same, word for word, with the same flags.

    One whose headline is flagged is printed in full: its mark belongs to what is said of it.
    """
    first: dict[Hashable, int] = {}
    copies: dict[int, int] = {}
    for item in items:
        if item.status in TOLD and not any(s.remarks for s in item.statements if s.label == "headline"):
            number = first.setdefault(_read_whole(item), item.number)
            if number != item.number:
                copies[item.number] = number
    return copies


def _read_whole(item: ItemView) -> Hashable:
    """Everything of an item that is shown below its head; not its outlet and its times, which a copy tells itself."""
    findings = item.briefing.findings
    claims = (s.claim for s in item.statements if s.claim)
    return (
        item.status,
        item.source_headline,
        tuple((_join(row.source), _join(row.english)) for row in item.rows),
        tuple((s.place, s.text) for s in item.statements),
        tuple((c.segments, c.quote, c.attribution) for c in claims),
        item.names,
        tuple((f.check, f.verdict, f.place, f.english, f.source, f.why) for f in (findings[i] for i in item.flags)),
    )


def _join(pieces: Iterable[Piece]) -> str:
    return " ".join("".join(piece.text for piece in pieces).split())
