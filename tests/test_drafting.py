"""Drafting takes from a reply only what was asked for, and mends what can be mended within bounds."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting import combine_drafts, draft_chunk
from assistant.drafting.reply import Reply, read_reply, sentence_id
from assistant.drafting.request import make_request
from assistant.errors import (
    CutReplyError,
    InvalidReplyError,
    ModelError,
    RefusedError,
    TimedOutError,
    WrongKeyError,
)
from assistant.prompts import load_prompt
from assistant.records import Draft, Misprint, Request, Translation
from tests.builders import make_chunk, make_item, make_reply
from tests.fakes import ReplyTo, ScriptedModel

PROMPT = load_prompt("draft")


def obey(request: Request, **changes: Any) -> str:
    """A good reply to whatever is asked, read from the request itself."""
    return obey_text(request.user, **changes)


def obey_text(user: str, **changes: Any) -> str:
    """A good reply to this user message."""
    items: dict[str, list[str]] = {}
    for line in user.splitlines():
        if line.startswith("["):
            sentence = line[1 : line.index("]")]
            items.setdefault(sentence.split(".")[0], []).append(sentence)
    return json.dumps(
        {
            "items": [
                {
                    "item": number,
                    "translation": [{"id": i, "english": f"English of {i}."} for i in ids],
                    "names": [],
                    "claims": [],
                    "summary": "S.",
                    "headline": "H",
                    **changes,
                }
                for number, ids in items.items()
            ]
        }
    )


def fail_while(condition: Callable[[Request], bool], error: ModelError) -> ReplyTo:
    return lambda request: error if condition(request) else obey(request)


CHUNK = make_chunk(make_item("第一句。", "第二句。", index=2), make_item("第三句。", index=5, start=100))


def test_the_request_shows_every_sentence_under_its_id_and_ends_with_the_chunk() -> None:
    request = make_request(CHUNK, PROMPT)
    for passage in CHUNK.passages:
        for segment in passage.segments:
            assert f"[{sentence_id(passage, segment)}] {segment.text.strip()}" in request.user.splitlines()
    assert request.system == PROMPT.system
    assert request.user.endswith("</item>")


def test_the_schema_is_the_same_for_every_chunk() -> None:
    assert (
        make_request(CHUNK, PROMPT).schema
        == make_request(make_chunk(make_item("x")), PROMPT).schema
        == Reply.write_schema()
    )


async def test_each_passage_gets_its_draft() -> None:
    model = ScriptedModel(obey)
    outcomes = await draft_chunk(CHUNK, model, PROMPT)
    assert [o.passage for o in outcomes] == list(CHUNK.passages)
    for outcome in outcomes:
        assert outcome.draft
        assert [t.segment for t in outcome.draft.translations] == [s.index for s in outcome.passage.segments]


async def test_sentences_left_out_are_asked_for_once_more_and_only_these() -> None:
    def forget(request: Request) -> str:
        reply = json.loads(obey(request))
        if len(model.requests) == 1:
            reply["items"][0]["translation"].pop(1)
        return json.dumps(reply)

    model = ScriptedModel(forget)
    outcomes = await draft_chunk(CHUNK, model, PROMPT)
    assert all(o.draft and len(o.draft.translations) == len(o.passage.segments) for o in outcomes)
    assert [line for line in model.requests[1].user.splitlines() if line.startswith("[")] == ["[3.1] 第一句。"]
    assert len(model.requests) == 2


async def test_a_model_that_never_gives_a_sentence_is_not_asked_for_ever() -> None:
    model = ScriptedModel(lambda request: obey(request, translation=[]))
    outcomes = await draft_chunk(CHUNK, model, PROMPT)
    assert all(o.draft and not o.draft.translations for o in outcomes)
    assert len(model.requests) == 2


async def test_a_cut_reply_is_asked_again_in_halves() -> None:
    model = ScriptedModel(fail_while(lambda r: r.user.count("\n[") > 2, CutReplyError("cut")))
    outcomes = await draft_chunk(CHUNK, model, PROMPT)
    assert all(o.draft for o in outcomes)
    done = [(o.passage.item.index, t.segment) for o in outcomes if o.draft for t in o.draft.translations]
    assert done == [(p.item.index, s.index) for p in CHUNK.passages for s in p.segments]


async def test_a_server_that_cuts_everything_is_not_asked_for_ever() -> None:
    chunk = make_chunk(make_item(*("句。" * 3 for _ in range(200))))
    model = ScriptedModel(fail_while(lambda r: True, CutReplyError("cut")))
    outcomes = await draft_chunk(chunk, model, PROMPT)
    assert all(isinstance(o.error, CutReplyError) for o in outcomes)
    assert [s for o in outcomes for s in o.passage.segments] == list(chunk.passages[0].segments)
    assert len(model.requests) < 64


async def test_an_item_that_is_refused_does_not_take_its_neighbour_along() -> None:
    model = ScriptedModel(fail_while(lambda r: "第三句" in r.user, RefusedError("no")))
    outcomes = await draft_chunk(CHUNK, model, PROMPT)
    by_item = {o.passage.item.index: o for o in outcomes}
    assert isinstance(by_item[5].error, RefusedError)
    assert all(o.draft for o in outcomes if o.passage.item.index == 2)


async def test_what_cannot_be_mended_by_asking_less_is_not_asked_again() -> None:
    model = ScriptedModel(fail_while(lambda r: True, TimedOutError("slow")))
    outcomes = await draft_chunk(CHUNK, model, PROMPT)
    assert all(isinstance(o.error, TimedOutError) for o in outcomes)
    assert len(model.requests) == 1


async def test_a_wrong_key_stops_everything() -> None:
    model = ScriptedModel(fail_while(lambda r: True, WrongKeyError("key")))
    with pytest.raises(WrongKeyError):
        await draft_chunk(CHUNK, model, PROMPT)
    assert len(model.requests) == 1


IDS = st.sampled_from(["3.0", "3.1", "3.2", "6.0", "6.1", "1.0", "3", "", "[3.1]", "3.1 ", "9.9"])
SENTENCES = st.lists(st.fixed_dictionaries({"id": IDS, "english": st.text(max_size=5)}), max_size=8)
ITEMS = st.lists(
    st.fixed_dictionaries(
        {
            "item": st.sampled_from(["3", "6", "1", ""]),
            "translation": SENTENCES,
            "names": st.just([]),
            "claims": st.just([]),
            "summary": st.text(max_size=5),
            "headline": st.text(max_size=5),
        }
    ),
    max_size=4,
)


@given(ITEMS)
def test_arbitrary_ids_never_put_a_translation_beside_the_wrong_sentence(items: list[dict[str, Any]]) -> None:
    reply = Reply.read(json.dumps({"items": items}))
    drafts, missing = read_reply(CHUNK, reply)
    for passage, draft in zip(CHUNK.passages, drafts, strict=True):
        for translation in draft.translations if draft else ():
            key = f"{passage.item.index + 1}.{translation.segment}"
            said = {
                " ".join(s["english"].split())
                for item in items
                if item["item"] == str(passage.item.index + 1)
                for s in item["translation"]
                if s["id"].strip("[] ") == key
            }
            assert translation.english in said
    translated = {
        (p.item.index, t.segment) for p, d in zip(CHUNK.passages, drafts, strict=True) if d for t in d.translations
    }
    wanted = {(p.item.index, s.index) for p in CHUNK.passages for s in p.segments}
    assert translated | missing == wanted
    assert not translated & missing


def test_one_id_with_two_translations_counts_as_missing() -> None:
    chunk = make_chunk(make_item("第一句。", index=2))
    twice = [{"id": "3.1", "english": "One."}, {"id": "3.1", "english": "Two."}, {"id": "3.0", "english": "H."}]
    _, missing = read_reply(chunk, Reply.read(make_reply(chunk, translation=twice)))
    assert missing == {(2, 1)}


@pytest.mark.parametrize(
    "text", ["", "no", "{}", '{"items": 5}', '{"items": [{"item": "1"}]}', '{"items": [], "x": 1}']
)
def test_a_reply_of_another_shape_is_refused_with_the_reason(text: str) -> None:
    with pytest.raises(InvalidReplyError) as caught:
        Reply.read(text)
    assert caught.value.problem


def test_combining_keeps_every_part_in_order() -> None:
    item = make_item("第一句。", "第二句。")
    first = Draft("H", "One.", (Translation(0, "H"), Translation(1, "A")), (), ())
    second = Draft("H2", "Two.", (Translation(2, "B"),), (), ())
    both = combine_drafts(item, (first, second))
    assert [t.segment for t in both.translations] == [0, 1, 2]
    assert (both.headline, both.summary) == ("H", "One. Two.")


def test_misprints_are_asked_for_and_a_reply_without_them_is_read_all_the_same() -> None:
    chunk = make_chunk(make_item("銣漲價。"))
    assert '"misprints"' in json.dumps(json.loads(Reply.write_schema())["$defs"]["ReplyItem"]["required"])
    request = make_request(chunk, PROMPT)
    (without,), _ = read_reply(chunk, Reply.read(obey(request)))
    assert without is not None
    assert without.misprints == ()
    sentence = sentence_id(chunk.passages[0], chunk.passages[0].segments[-1])
    offered = [{"id": f"[{sentence}]", "printed": " 銣", "meant": "釹"}, {"id": "99.9", "printed": "銣", "meant": "釹"}]
    (draft,), _ = read_reply(chunk, Reply.read(obey(request, misprints=offered)))
    assert draft is not None
    assert draft.misprints == (Misprint(chunk.passages[0].segments[-1].index, "銣", "釹"),)
