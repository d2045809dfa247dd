"""Items and briefings of a day, from lines of our own."""

import re
from dataclasses import replace
from datetime import datetime

from assistant.checking import check_draft, render_figures
from assistant.records import (
    Briefing,
    Certainty,
    Clock,
    Draft,
    Item,
    ItemKind,
    Name,
    Role,
    Segment,
    Span,
    Stamp,
    Translation,
)


def make_item(*lines: str, outlet: str = "", day: int = 2, index: int = 0, truncated: bool = False) -> Item:
    """A headline and sentences, with an outlet at the end, published in November 2025."""
    segments: list[Segment] = []
    at = 0
    for line in (*lines, outlet) if outlet else lines:
        role = Role.SOURCE_LINE if outlet and line is outlet else Role.SENTENCE if segments else Role.HEADLINE
        text = line + "\n"
        segments.append(Segment(len(segments), Span(at, at + len(text)), text, role))
        at += len(text)
    moment = datetime(2025, 11, day, 8)  # noqa: DTZ001 - the page's own clock
    stamp = Stamp(moment, moment, Certainty.STATED, "printed")
    return Item(
        index,
        ItemKind.RELATED if truncated else ItemKind.ARTICLE,
        Span(0, at),
        "".join(s.text for s in segments),
        tuple(segments),
        headline=Span(0, len(lines[0])),
        outlet=Span(at - len(outlet) - 1, at - 1) if outlet else None,
        truncated=truncated,
        clock=Clock(captured=stamp, published=stamp),
    )


def source_only(item: Item, dump: str = "a") -> Briefing:
    """An item that no model saw."""
    return Briefing(f"{dump}.txt", dump * 64, item, render_figures(item))


def briefed(item: Item, headline: str, *, summary: str = "", names: tuple[str, ...] = (), dump: str = "a") -> Briefing:
    """An item with a draft; names are written ``Lin Chien-hung (林建宏)``."""
    pairs = [re.fullmatch(r"(.*) \((.*)\)", name) for name in names]
    draft = Draft(
        headline,
        summary,
        tuple(Translation(s.index, "English.") for s in item.sentences),
        (),
        tuple(Name(pair[2], pair[1], "person") for pair in pairs if pair),
    )
    findings = tuple(f for f in check_draft(item, draft) if f.check == "figure" and not f.source_span)
    return replace(source_only(item, dump), draft=draft, findings=tuple(f for f in findings if not f.verdict.is_flag))
