"""Names for the places of a page: each marked figure, its source words, and the links between them."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.records import Field, Finding, Verdict
from assistant.reporting.pieces import Piece
from assistant.reporting.view import ItemView


@dataclass(frozen=True, slots=True)
class Links:
    """The anchors of one item. All names are made of numbers, so that nothing from outside stands in one."""

    item: ItemView
    english: dict[int, str]
    """Finding -> the anchor of its mark in the English."""
    source: dict[int, str]
    """Finding (where nothing is translated: figure) -> the anchor of its words in the source."""
    remarks: dict[int, str]
    """Finding -> the anchor of the line that spells it out."""

    rows: dict[int, str]
    """Sentence (``Segment.index``) -> the anchor of its row."""

    @property
    def top(self) -> str:
        """The anchor of the item."""
        return f"item-{self.item.number}"

    def finding(self, index: int) -> Finding:
        """The finding with this index."""
        return self.item.briefing.findings[index]

    def own_english(self, piece: Piece) -> str:
        """The anchor of a mark in the English."""
        return self.english[piece.findings[0]]

    def own_source(self, piece: Piece) -> str:
        """The anchor of a mark in the source."""
        return self.source[piece.findings[0]]

    def to_source(self, piece: Piece) -> str:
        """Where a mark in the English leads: to the source's words, else to the line that says why."""
        here = piece.findings
        targets = [self.source[i] for i in here if i in self.source] + [
            self.remarks[i] for i in here if i in self.remarks
        ]
        return targets[0] if targets else self.top

    def to_english(self, piece: Piece) -> str:
        """Where a mark in the source leads: to a flagged figure, else to its translation, else to the remark on it."""
        marked = [i for i in piece.findings if i in self.english]
        best = sorted(marked, key=lambda i: (not self.finding(i).verdict.is_flag, not self._is_translation(i)))
        targets = [self.english[i] for i in best] + [self.remarks[i] for i in piece.findings if i in self.remarks]
        return targets[0] if targets else self.top

    def is_omitted(self, piece: Piece) -> bool:
        """Whether words of the source are missing from the English."""
        return any(self.finding(i).verdict is Verdict.OMITTED for i in piece.findings)

    def to_flag(self, index: int) -> str:
        """Where the list of flags leads."""
        return self.english.get(index) or self.remarks.get(index) or self.top

    def reading(self, index: int) -> str:
        """The anchor of a figure's English, in an item that is not translated."""
        return f"i{self.item.number}-g{index}"

    def _is_translation(self, index: int) -> bool:
        return self.finding(index).place.field is Field.TRANSLATION


def link_item(item: ItemView) -> Links:
    """The anchors of everything in ``item`` that is shown."""
    prefix = f"i{item.number}"
    texts = [*(statement.pieces for statement in item.statements), *(row.english for row in item.rows)]
    remarks = [item.remarks, *(s.remarks for s in item.statements), *(row.remarks for row in item.rows)]
    return Links(
        item=item,
        english=_name_marks(f"{prefix}-e", texts),
        source=_name_marks(f"{prefix}-s", (row.source for row in item.rows)),
        remarks={i: f"{prefix}-n{i}" for indices in remarks for i in indices},
        rows={row.segment.index: f"{prefix}-r{row.segment.index}" for row in item.rows},
    )


def _name_marks(prefix: str, texts: Iterable[Iterable[Piece]]) -> dict[int, str]:
    marks = (piece for pieces in texts for piece in pieces if piece.findings)
    return {i: f"{prefix}{piece.findings[0]}" for piece in marks for i in piece.findings}
