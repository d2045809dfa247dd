"""The day at a glance: at most three sentences, written by a model from checked items, and checked in their turn.

Only items without a flag are shown to the model. A sentence must cite them; each of its figures must stand in the
source of an item that it cites, each of its names in their checked English. One that fails is dropped with a note.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.daily.stories import weigh
from assistant.errors import InvalidReplyError, ModelError
from assistant.figures import compare
from assistant.llm.replies import ask_valid, quote_problems
from assistant.notices import WITHHELD
from assistant.prompts import Prompt
from assistant.records import Briefing, DayStory, Draft, GlanceLine, Model, Request, Status, Verdict

SCHEMA_NAME = "glance"
LINES = 3
STORIES_SHOWN = 12
"""The heaviest stories of the day; the model chooses among them."""
CITED_AT_MOST = 3
LONGEST_LINE = 400
OUTPUT_TOKENS = 1_500
CARRIED = (Verdict.SUPPORTED, Verdict.IDENTIFIER)
_NAME = re.compile(r"\b[A-Z][\w'’-]*")
_WORD = re.compile(r"[\w'’-]+")
CALL_FAILED = "the call for it failed"
NO_MODEL = "it is written by a model, and none was asked"
NOTHING = "nothing of the day stands out in the items that passed their checks"
NO_ITEMS = "no item passed its checks without a flag"


class Line(BaseModel):
    """One sentence."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    english: str
    items: list[str]


class Lines(BaseModel):
    """A whole reply."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Glance:
    """The lines that passed, why there are no more, and the stored calls they rest on."""

    lines: tuple[GlanceLine, ...] = ()
    note: str = ""
    calls: tuple[str, ...] = ()


async def write_glance(
    briefings: Sequence[Briefing], stories: Sequence[DayStory], day: str, model: Model | None, prompt: Prompt
) -> Glance:
    """At most three checked sentences about the day; a failed call is a note, and nothing else is lost by it."""
    if model is None:
        return Glance(note=NO_MODEL)
    shown = choose_items(briefings, stories)
    if not shown:
        return Glance(note=NO_ITEMS)
    try:
        answer, reply = await ask_valid(model, make_request(shown, day, prompt), parse_reply)
    except ModelError as error:
        return Glance(note=f"{CALL_FAILED}: {error.message}")
    problems = [find_problem(line, shown) for line in reply.lines[:LINES]]
    kept = [line for line, problem in zip(reply.lines, problems, strict=False) if not problem]
    dropped = [problem for problem in problems if problem]
    note = f"dropped, for it failed its check: {'; '.join(dropped)}" if dropped else "" if kept else NOTHING
    return Glance(tuple(map(_make_line, kept)), note, (answer.key,) if answer.key else ())


def _make_line(line: Line) -> GlanceLine:
    return GlanceLine(" ".join(line.english.split()), tuple(int(number) - 1 for number in dict.fromkeys(line.items)))


def choose_items(briefings: Sequence[Briefing], stories: Sequence[DayStory]) -> dict[str, Briefing]:
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
        schema=reply_schema(),
        max_output_tokens=OUTPUT_TOKENS,
        prompt=prompt.version,
        subjects=(f"at a glance, {day}",),
    )


def _show(number: str, draft: Draft) -> str:
    lines = [f'<item id="{number}">', *_texts(draft), "</item>"]
    return "\n".join(" ".join(line.split()) for line in lines)


def _texts(draft: Draft) -> list[str]:
    return [draft.headline, draft.summary, *(claim.english for claim in draft.claims)]


@cache
def reply_schema() -> str:
    """The JSON schema of a reply, as canonical text."""
    return json.dumps(Lines.model_json_schema(), ensure_ascii=False, separators=(",", ":"))


def parse_reply(text: str) -> Lines:
    """The lines in ``text``.

    Raises:
        InvalidReplyError: it does not have the shape.
    """
    try:
        return Lines.model_validate_json(text)
    except ValidationError as error:
        raise InvalidReplyError(
            "the model's lines do not have the shape that was asked for", problem=quote_problems(error)
        ) from error


def find_problem(line: Line, shown: Mapping[str, Briefing]) -> str:
    """Why a line may not stand, in words; empty where it may."""
    english = " ".join(line.english.split())
    cited = [shown[number] for number in dict.fromkeys(line.items) if number in shown]
    if not english or len(english) > LONGEST_LINE or WITHHELD.search(english):
        return "it is empty, too long, or holds what was withheld"
    if not cited or len(cited) != len(set(line.items)) or len(cited) > CITED_AT_MOST:
        return "it cites no item that it was given, or too many"
    figure = _find_wrong_figure(english, cited)
    if figure:
        return f"no item that it cites carries {figure}"
    name = _find_strange_name(english, cited)
    return f"no item that it cites names {name}" if name else ""


def _find_wrong_figure(english: str, cited: Iterable[Briefing]) -> str:
    """The first figure that the source of no cited item carries."""
    wrong: dict[str, bool] = {}
    for briefing in cited:
        item = briefing.item
        source = "".join(segment.text for segment in item.sentences)
        compared = compare(source, english, mode="summary", clock=item.day, language=item.language)
        for checked in compared.english_figures:
            surface = checked.figure.surface
            wrong[surface] = wrong.get(surface, True) and checked.status not in CARRIED
    return next((surface for surface, is_wrong in wrong.items() if is_wrong), "")


def _find_strange_name(english: str, cited: Iterable[Briefing]) -> str:
    """The first capitalised word, but for the sentence's own first, that the cited items' English does not hold."""
    known = {word for b in cited if b.draft for text in _all_english(b.draft) for word in _WORD.findall(text)}
    known |= {word.removesuffix("'s").removesuffix("’s") for word in known}
    for found in list(_NAME.finditer(english)):
        word = found[0].removesuffix("'s").removesuffix("’s")
        if found.start() and word not in known:
            return word
    return ""


def _all_english(draft: Draft) -> list[str]:
    names = [name.english for name in draft.names]
    return [*_texts(draft), *(translation.english for translation in draft.translations), *names]
