"""Replies written by hand in place of a model: a good set, and sets that are bad in one known way each.

They measure the scorers, not a model. ``written/good.jsonl`` holds what a careful translator would reply to some of the
cases (in the form of ``assistant.llm.recorded``); each line of ``written/bad.jsonl`` is one way to spoil such a reply,
and names the measures that this must move.
"""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from assistant.errors import ModelError, RefusedError
from assistant.llm.recorded import RecordedModel
from assistant.prompts import load_prompt
from assistant.records import Answer, Model, Request
from assistant.repairing import OnMismatch
from evals.briefing_cases import BriefingCase, load_briefings
from evals.briefings import Briefed, brief_case
from evals.cases import build, read_rows
from evals.replies import Method

WRITTEN = Path(__file__).parent / "written"
GOOD, BAD = WRITTEN / "good.jsonl", WRITTEN / "bad.jsonl"
CHUNK_TOKENS = 3_500
WRITTEN_METHOD = Method(
    about="written by hand in place of a model",
    model="(no model)",
    server="",
    prompts=(),
    dataset_sha256="",
    chunk_tokens=CHUNK_TOKENS,
    on_mismatch=OnMismatch.WITHHOLD,
    created="",
    whole=True,
)


@dataclass(frozen=True, slots=True)
class GoodReply:
    """A reply to one case, written by hand."""

    case: str
    about: str
    """Who wrote it."""
    items: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class BadSet:
    """One way to spoil the good reply to one case."""

    name: str
    case: str
    edits: tuple[tuple[str, str, str], ...]
    """Part of the reply (``claims``, ``sentences``; empty: all of it), words of it, and what they become."""
    moves: frozenset[str]
    """The measures that must become worse; all others must stay as they are."""
    on_mismatch: OnMismatch = OnMismatch.WITHHOLD
    fails: bool = False
    """The model refuses to answer."""


class RefusingModel:
    """Declines whatever it is asked."""

    name = "refusing"

    async def ask(self, request: Request) -> Answer:  # noqa: ARG002 - whatever it is
        """Refuse."""
        error: ModelError = RefusedError("the model declined to answer")
        raise error


class WrittenModel:
    """Answers with a spoiled reply; its claims cite what those of the good one cite, whatever was spoiled."""

    name = "written by hand"

    def __init__(self, good: GoodReply, spoiled: GoodReply) -> None:
        self._good, self._spoiled = (
            RecordedModel(json.dumps({"about": reply.about, "items": list(reply.items)})) for reply in (good, spoiled)
        )

    async def ask(self, request: Request) -> Answer:
        """The reply, and nothing for what it does not know."""
        good = await self._good.ask(request)
        answer = await self._spoiled.ask(request)
        reply = json.loads(answer.text)
        for item, right in zip(reply["items"], json.loads(good.text)["items"], strict=True):
            for claim, cited in zip(item["claims"], right["claims"], strict=True):
                claim["ids"] = cited["ids"]
        return replace(answer, text=json.dumps(reply, ensure_ascii=False), model=self.name)


@cache
def load_good(path: Path = GOOD) -> dict[str, GoodReply]:
    """The good replies by case.

    Raises:
        DatasetError: a line cannot be used.
    """
    rows = read_rows(path)
    replies = [build(lambda r: GoodReply(r["case"], r["about"], r["items"]), place, row) for place, row in rows]
    return {reply.case: reply for reply in replies}


@cache
def load_bad(path: Path = BAD) -> tuple[BadSet, ...]:
    """The bad sets.

    Raises:
        DatasetError: a line cannot be used.
    """
    return tuple(build(_bad, place, row) for place, row in read_rows(path))


def _bad(row: dict[str, Any]) -> BadSet:
    return BadSet(
        row["name"],
        row["case"],
        tuple((e.get("in", ""), e["from"], e["to"]) for e in row.get("edits", ())),
        frozenset(row["moves"]),
        OnMismatch(row.get("on_mismatch", "withhold")),
        row.get("fails", False),
    )


def spoil(reply: GoodReply, bad: BadSet) -> GoodReply:
    """The reply with the edits of a bad set.

    Raises:
        ValueError: the words of an edit do not stand where it says.
    """
    items: Any = reply.items
    for part, before, after in bad.edits:
        edited = [_edit(item, part, before, after) for item in items]
        if edited == list(items):
            raise ValueError(f"{bad.name}: {before!r} does not stand in the reply to {reply.case}")
        items = edited
    return GoodReply(reply.case, reply.about, items)


def _edit(item: Mapping[str, Any], part: str, before: str, after: str) -> dict[str, Any]:
    chosen = {key for key in item if key != "source" and part in ("", key)}
    return {key: _replace(value, before, after) if key in chosen else value for key, value in item.items()}


def _replace(value: Any, before: str, after: str) -> Any:
    """English and quotations alone: the source is what a reply is found by."""
    if isinstance(value, str):
        return value.replace(before, after)
    if isinstance(value, list):
        return [_replace(each, before, after) for each in value]
    return {key: each if key == "source" else _replace(each, before, after) for key, each in value.items()}


def brief_written(cases: Sequence[BriefingCase] | None = None) -> list[Briefed]:
    """What the program makes of the good replies to ``cases`` (all that have one, unless given)."""
    known = {case.id: case for case in (load_briefings() if cases is None else cases)}
    replies = [reply for reply in load_good().values() if reply.case in known]
    return [_brief(known[reply.case], WrittenModel(reply, reply)) for reply in replies]


def brief_spoiled(bad: BadSet, good: Sequence[Briefed]) -> list[Briefed]:
    """The same with one reply spoiled; what the program made of the other ones is taken over."""
    return [_brief_bad(bad, each.case) if each.case.id == bad.case else each for each in good]


def _brief_bad(bad: BadSet, case: BriefingCase) -> Briefed:
    reply = load_good()[bad.case]
    model: Model = RefusingModel() if bad.fails else WrittenModel(reply, spoil(reply, bad))
    return _brief(case, model, bad.on_mismatch)


def _brief(case: BriefingCase, model: Model, on_mismatch: OnMismatch = OnMismatch.WITHHOLD) -> Briefed:
    prompts = {"draft": load_prompt("draft")}
    asked = brief_case(case, model, prompts, chunk_tokens=CHUNK_TOKENS, on_mismatch=on_mismatch)
    return Briefed(case, asyncio.run(asked)[0])
