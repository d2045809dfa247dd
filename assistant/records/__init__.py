"""The nouns of the program, in the order in which a dump becomes a report.

    Dump -> Item -> Segment      source     what is read
    Passage -> Chunk -> Request  asking     what a model is asked, its Answer and its price
    Draft                        draft      what it wrote, unchecked; names and Terms
    Finding                      finding    what the checks say of it
    Briefing                     briefing   what became of an item
    Story, Topic                 story      what several items tell
    Edition                      day        what makes a report the report of a day
    Report                       report     the result, and its Progress

All records are frozen. A stage takes records and returns new ones. Spans are half-open and count characters of
``Dump.text``, which no stage changes after ``reading``; spans into English texts say so. Everything is imported from
here: ``from assistant.records import Dump``.
"""

from typing import TYPE_CHECKING

from assistant.late import make_face

if TYPE_CHECKING:
    from assistant.records.asking import (
        Answer,
        Chunk,
        CountTokens,
        Model,
        Passage,
        PromptVersion,
        Request,
        Spending,
        Usage,
    )
    from assistant.records.briefing import Briefing, Failure, Repair, Status
    from assistant.records.day import Change, Edition, GlanceLine
    from assistant.records.draft import Attribution, Authority, Claim, Draft, Misprint, Name, Term, Translation
    from assistant.records.finding import FLAGS, Check, Field, Finding, Place, RenderedFigure, Verdict
    from assistant.records.report import Conflict, Problem, Progress, Report, Version, Watch
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

if not TYPE_CHECKING:  # a type checker would take any name for one of these
    __getattr__ = make_face(
        __name__,
        asking="Answer Chunk CountTokens Model Passage PromptVersion Request Spending Usage",
        briefing="Briefing Failure Repair Status",
        day="Change Edition GlanceLine",
        draft="Attribution Authority Claim Draft Misprint Name Term Translation",
        finding="FLAGS Check Field Finding Place RenderedFigure Verdict",
        report="Conflict Problem Progress Report Version Watch",
        source="Certainty Clock Damage Dump Item ItemKind Role Segment Span Stamp",
        story="Story Topic",
    )
