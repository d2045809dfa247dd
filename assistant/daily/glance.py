"""The day at a glance: at most three sentences, written by a model from checked items, and checked in their turn.

Only items without a flag are shown to the model. A sentence must cite them, and they must carry it
(``checking.lines``). One that fails is dropped with a note.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant import checking, repairing
from assistant.checking import lines
from assistant.errors import ModelError
from assistant.llm.replies import ask_valid
from assistant.llm.shapes import Shape
from assistant.prompts import Prompt
from assistant.records import Briefing, Claim, Draft, Field, GlanceLine, Model, Request, Status, Story
from assistant.stories.telling import weigh

SCHEMA_NAME = "glance"
LINES = 3
STORIES_SHOWN = 12
"""The heaviest stories of the day; the model chooses among them."""
CITED_AT_MOST = 3
OUTPUT_TOKENS = 1_500
CALL_FAILED = "the call for it failed"
NO_MODEL = "it is written by a model, and none was asked"
NOTHING = "nothing of the day stands out in the items that passed their checks"
NO_ITEMS = "no item passed its checks without a flag"


class Line(Shape):
    """One sentence."""

    english: str
    items: list[str]


class Lines(Shape):
    """A whole reply."""

    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Glance:
    """The lines that passed, why there are no more, and the stored calls they rest on."""

    lines: tuple[GlanceLine, ...] = ()
    note: str = ""
    calls: tuple[str, ...] = ()


async def write_glance(
    briefings: Sequence[Briefing], stories: Sequence[Story], day: str, model: Model | None, prompt: Prompt
) -> Glance:
    """At most three checked sentences about the day; a failed call is a note, and nothing else is lost by it."""
    if model is None:
        return Glance(note=NO_MODEL)
    shown = choose_items(briefings, stories)
    if not shown:
        return Glance(note=NO_ITEMS)
    try:
        answer, reply = await ask_valid(model, make_request(shown, day, prompt), Lines.read)
    except ModelError as error:
        return Glance(note=f"{CALL_FAILED}: {error.message}")
    problems = [find_problem(line, shown) for line in reply.lines[:LINES]]
    kept = [_make_line(line) for line, problem in zip(reply.lines, problems, strict=False) if not problem]
    dropped = [problem for problem in problems if problem]
    note = f"dropped, for it failed its check: {'; '.join(dropped)}" if dropped else "" if kept else NOTHING
    return Glance(edit_lines(kept, briefings), note, (answer.key,) if answer.key else ())


def _make_line(line: Line) -> GlanceLine:
    return GlanceLine(" ".join(line.english.split()), tuple(int(number) - 1 for number in dict.fromkeys(line.items)))


def edit_lines(kept: Sequence[GlanceLine], briefings: Sequence[Briefing]) -> tuple[GlanceLine, ...]:
    """The lines as they are published: quotations marked as in their items, each name with its original once."""
    marked = [replace(line, english=_mark(line, briefings)) for line in kept]
    for number in dict.fromkeys(number for line in marked for number in line.items):
        briefing = briefings[number]
        if briefing.draft is None:
            continue
        claims = tuple(Claim(line.english, (), "") for line in marked)
        draft = Draft("", "", (), claims, briefing.draft.names)
        found = checking.find_missing_originals(briefing.item, draft, briefing.terms)
        own = [f for f in found if f.place.field is Field.CLAIM and number in marked[f.place.index].items]
        edited, _ = repairing.add_originals(draft, own)
        marked = [replace(line, english=claim.english) for line, claim in zip(marked, edited.claims, strict=True)]
    return tuple(marked)


def _mark(line: GlanceLine, briefings: Sequence[Briefing]) -> str:
    english, cited = line.english, [briefings[number] for number in line.items]
    for words, end in reversed(list(lines.list_quotations(english))):
        mark = lines.find_mark(words, cited)
        if mark and not english[end:].lstrip().startswith("["):
            english = f"{english[:end]} {mark}{english[end:]}"
    return english


def choose_items(briefings: Sequence[Briefing], stories: Sequence[Story]) -> dict[str, Briefing]:
    """The items that a model may write from, by the number under which they stand in the report."""
    found: dict[str, Briefing] = {}
    weights = {story.items: weigh([briefings[n] for n in story.items]).order for story in stories}
    for story in sorted(stories, key=lambda story: weights[story.items], reverse=True):
        clean = next((n for n in story.items if _is_clean(briefings[n])), None)
        if clean is not None and len(found) < STORIES_SHOWN:
            found[str(clean + 1)] = briefings[clean]
    return found


def _is_clean(briefing: Briefing) -> bool:
    return briefing.status is Status.BRIEFED and not briefing.flags


def make_request(shown: Mapping[str, Briefing], day: str, prompt: Prompt) -> Request:
    """The request for the day's lines."""
    items = "\n".join(_show(number, briefing.draft) for number, briefing in shown.items() if briefing.draft)
    return Request(
        system=prompt.system,
        user=prompt.fill(day=day, items=items),
        schema_name=SCHEMA_NAME,
        schema=Lines.write_schema(),
        max_output_tokens=OUTPUT_TOKENS,
        prompt=prompt.version,
        subjects=(f"at a glance, {day}",),
    )


def _show(number: str, draft: Draft) -> str:
    lines = [f'<item id="{number}">', *_texts(draft), "</item>"]
    return "\n".join(" ".join(line.split()) for line in lines)


def _texts(draft: Draft) -> list[str]:
    return [draft.headline, draft.summary, *(claim.english for claim in draft.claims)]


def find_problem(line: Line, shown: Mapping[str, Briefing]) -> str:
    """Why a line may not stand, in words; empty where it may."""
    cited = [shown[number] for number in dict.fromkeys(line.items) if number in shown]
    if not cited or len(cited) != len(set(line.items)) or len(cited) > CITED_AT_MOST:
        return "it cites no item that it was given, or too many"
    return lines.find_problem(" ".join(line.english.split()), cited)
