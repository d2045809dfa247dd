"""The day at a glance: only what checked items carry. The replies are written by us, not by a model."""

import json
from dataclasses import replace
from typing import Any

import pytest

from assistant.daily.glance import NO_MODEL, NOTHING, Glance, write_glance
from assistant.errors import TimedOutError
from assistant.prompts import load_prompt
from assistant.records import Briefing, Check, Field, Finding, GlanceLine, Name, Place, Story, Verdict
from tests.daily.builders import briefed, make_item
from tests.fakes import Reply, ScriptedModel

ITEM = make_item("港區倉庫大火 5人受傷", "港區倉庫昨晚大火,5人受傷,損失約3億6,000萬元。林建宏局長說,火勢已受控制。")
BRIEFINGS = [
    briefed(ITEM, "Harbour warehouse fire injures 5", summary="Chief Lin Chien-hung says it is under control."),
    briefed(make_item("市長民調", "甲獲得52.6%支持。"), "Poll: 52.6% back the mayor", dump="b"),
]
STORIES = (Story((0,)), Story((1,)))


async def glance(*lines: dict[str, Any], briefings: list[Briefing] | None = None, reply: Reply = "") -> Glance:
    model = ScriptedModel([reply or json.dumps({"lines": lines})])
    return await write_glance(briefings or BRIEFINGS, STORIES, "2025-11-02", model, load_prompt("glance"))


async def test_lines_that_their_items_carry_stand_with_what_they_cite() -> None:
    found = await glance(
        {"english": "A harbour warehouse  fire injured 5, Lin Chien-hung says.", "items": ["1"]},
        {"english": "The mayor leads with 52.6%.", "items": ["2"]},
    )
    assert found.lines == (
        GlanceLine("A harbour warehouse fire injured 5, Lin Chien-hung says.", (0,)),
        GlanceLine("The mayor leads with 52.6%.", (1,)),
    )
    assert found.note == ""


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ({"english": "A fire injured 50 people.", "items": ["1"]}, "carries 50"),
        ({"english": "A fire cost NT$3.6 billion.", "items": ["1"]}, "3.6 billion"),
        ({"english": "The mayor leads with 52.6%.", "items": ["1"]}, "52.6%"),
        ({"english": "A fire injured 5, says Wang.", "items": ["1"]}, "Wang"),
        ({"english": "A fire injured 5.", "items": ["9"]}, "cites no item"),
        ({"english": "A fire injured 5.", "items": []}, "cites no item"),
        ({"english": "x" * 500, "items": ["1"]}, "too long"),
        ({"english": " ", "items": ["1"]}, "empty"),
        ({"english": "It cost [figure withheld: source 3億6,000萬元].", "items": ["1"]}, "withheld"),
    ],
)
async def test_a_line_that_fails_its_check_is_dropped_and_the_reader_is_told(line: dict[str, Any], reason: str) -> None:
    found = await glance(line, {"english": "The mayor leads with 52.6%.", "items": ["2"]})
    assert [kept.items for kept in found.lines] == [(1,)]
    assert reason in found.note


async def test_a_name_that_hangs_on_a_number_is_known() -> None:
    item = briefed(
        make_item("貨櫃船", "訂造12艘1萬6,000 TEU級貨櫃船。"), "Carrier orders 12 ships of the 16,000-TEU class"
    )
    line = {"english": "A carrier orders 12 ships of the 16,000-TEU class.", "items": ["1"]}
    assert len((await glance(line, briefings=[item, BRIEFINGS[1]])).lines) == 1


async def test_there_are_never_more_than_three_lines() -> None:
    found = await glance(*[{"english": "A fire injured 5.", "items": ["1"]}] * 5)
    assert len(found.lines) == 3


async def test_a_flagged_item_is_not_shown_to_the_model() -> None:
    flag = Finding(Check.FIGURE, Verdict.CONTRADICTED, Place(Field.SUMMARY))
    model = ScriptedModel(['{"lines": []}'])
    flagged = replace(briefed(ITEM, "Fire injures 50"), findings=(flag,))
    found = await write_glance([flagged, BRIEFINGS[1]], STORIES, "2025-11-02", model, load_prompt("glance"))
    assert "Fire injures 50" not in model.requests[0].user
    assert found.note == NOTHING


async def test_a_failed_call_or_no_model_is_said_and_loses_nothing() -> None:
    found = await glance(reply=TimedOutError("no reply within 300 s"))
    assert "no reply within 300 s" in found.note
    without = await write_glance(BRIEFINGS, STORIES, "2025-11-02", None, load_prompt("glance"))
    assert without == Glance(note=NO_MODEL)


async def test_a_quotation_has_the_mark_of_its_item_and_a_name_its_original_once() -> None:
    item = make_item("川普談關稅", "川普說:「我們會得到想要的東西。」局長林建宏說,港口不受影響。")
    summary = "Trump: “We will get what we want” [retranslated], and chief Lin Chien-hung is calm."
    names = (Name("川普", "Donald Trump", "person"), Name("林建宏", "Lin Chien-hung", "person"))
    briefing = briefed(item, "Trump on tariffs", summary=summary)
    assert briefing.draft
    found = await glance(
        {"english": "Trump: “We will get what we want”.", "items": ["1"]},
        {"english": "Chief Lin Chien-hung is calm.", "items": ["1"]},
        {"english": "Trump and Lin Chien-hung want calm.", "items": ["1"]},
        briefings=[replace(briefing, draft=replace(briefing.draft, names=names)), BRIEFINGS[1]],
    )
    assert [line.english for line in found.lines] == [
        "Trump: “We will get what we want” [retranslated].",
        "Chief Lin Chien-hung (林建宏) is calm.",
        "Trump and Lin Chien-hung want calm.",
    ]
