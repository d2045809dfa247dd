"""The nouns of the program, in the order in which a dump becomes a report.

    Dump -> Item -> Segment      source     what is read
    Passage -> Chunk -> Request  asking     what a model is asked, and its Answer
    Draft                        draft      what it wrote, unchecked; names and Terms
    Finding                      finding    what the checks say of it
    Briefing                     briefing   what became of an item
    Story, Topic                 story      what several items tell
    Edition                      day        what makes a report the report of a day
    Report                       report     the result, its Spending and Progress

All records are frozen. A stage takes records and returns new ones. Spans are half-open and count characters of
``Dump.text``, which no stage changes after ``reading``; spans into English texts say so. Everything is imported from
here: ``from assistant.records import Dump``.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.records.asking import Answer, Chunk, CountTokens, Model, Passage, PromptVersion, Request, Usage
    from assistant.records.briefing import Briefing, Failure, Repair, Status
    from assistant.records.day import Change, Edition, GlanceLine
    from assistant.records.draft import Attribution, Authority, Claim, Draft, Misprint, Name, Term, Translation
    from assistant.records.finding import FLAGS, Check, Field, Finding, Place, RenderedFigure, Verdict
    from assistant.records.report import Conflict, Problem, Progress, Report, Spending, Version, Watch
    from assistant.records.source import Certainty, Clock, Damage, Dump, Item, ItemKind, Role, Segment, Span, Stamp
    from assistant.records.story import Story, Topic

__all__ = [
    "FLAGS",
    "Answer",
    "Attribution",
    "Authority",
    "Briefing",
    "Certainty",
    "Change",
    "Check",
    "Chunk",
    "Claim",
    "Clock",
    "Conflict",
    "CountTokens",
    "Damage",
    "Draft",
    "Dump",
    "Edition",
    "Failure",
    "Field",
    "Finding",
    "GlanceLine",
    "Item",
    "ItemKind",
    "Misprint",
    "Model",
    "Name",
    "Passage",
    "Place",
    "Problem",
    "Progress",
    "PromptVersion",
    "RenderedFigure",
    "Repair",
    "Report",
    "Request",
    "Role",
    "Segment",
    "Span",
    "Spending",
    "Stamp",
    "Status",
    "Story",
    "Term",
    "Topic",
    "Translation",
    "Usage",
    "Verdict",
    "Version",
    "Watch",
]


if not TYPE_CHECKING:  # a type checker would take any name for a record

    def __getattr__(name: str) -> object:
        """Import all records when the first is asked for: making thirty dataclasses takes a tenth of a short command.

        The figures need a span and a verdict only; they alone import from the modules of this package.
        """
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        for module in ("source", "asking", "draft", "finding", "briefing", "story", "day", "report"):
            found = vars(importlib.import_module(f"{__name__}.{module}"))
            globals().update({record: found[record] for record in __all__ if record in found})
        return globals()[name]
