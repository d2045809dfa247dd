"""Replies kept in a folder: on the disk before they are used, the same again without a model, failures included."""

import json
from pathlib import Path

import pytest

from assistant import errors
from assistant.llm.keeping import KeptModel
from assistant.llm.kept_call import Call, finish_call, make_call
from assistant.records import Answer, PromptVersion, Request, Usage
from evals.replies import Kept, Method, NotKeptError, ReplayedModel, read_calls, read_method, write_method
from tests.fakes import ScriptedModel

REQUEST = Request("Translate.", "第一句。", "briefing", '{"type": "object"}', 500, PromptVersion("draft", 2, "ab" * 32))
OTHER = Request("Translate.", "第二句。", "briefing", '{"type": "object"}', 500, PromptVersion("draft", 2, "ab" * 32))
ANSWER = Answer('{"items": []}', "m-2031", Usage(120, 40, 60), seconds=1.5, cost_usd=0.002)
METHOD = Method("replies of a model", "m", "127.0.0.1:1", (REQUEST.prompt,), "cd" * 32, 3_500, "withhold", "2031-01-01")


def keep_in(folder: Path, model: ScriptedModel) -> KeptModel:
    ledger = Kept()
    ledger.turn_to(folder)
    return KeptModel(model, ledger, server="s")


def files_of(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_a_reply_is_kept_raw_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    await keep_in(tmp_path, ScriptedModel([ANSWER])).ask(REQUEST)
    [path] = files_of(tmp_path)
    row = json.loads(path.read_text(encoding="utf-8"))
    assert path.name == f"draft-{row['key'][:16]}.json"
    assert (row["reply"], row["answered_by"], row["seconds"], row["cost_usd"]) == (ANSWER.text, "m-2031", 1.5, 0.002)
    assert row["prompt"] == {"name": "draft", "version": 2, "sha256": "ab" * 32}
    assert row["usage"] == {"input_tokens": 120, "output_tokens": 40, "cached_tokens": 60}
    assert (row["system"], row["user"]) == ("Translate.", "第一句。")


async def test_a_run_that_broke_off_goes_on_where_it_was(tmp_path: Path) -> None:
    await keep_in(tmp_path, ScriptedModel([ANSWER])).ask(REQUEST)
    again = await keep_in(tmp_path, ScriptedModel([])).ask(REQUEST)
    assert again.kept
    assert again.text == ANSWER.text


async def test_kept_replies_answer_without_a_model(tmp_path: Path) -> None:
    await keep_in(tmp_path, ScriptedModel([ANSWER])).ask(REQUEST)
    model = ReplayedModel(read_calls(tmp_path), "m")
    answer = await model.ask(REQUEST)
    assert (answer.text, answer.model, answer.usage, answer.kept) == (ANSWER.text, "m-2031", ANSWER.usage, True)


async def test_what_was_never_asked_is_a_failure_and_counted(tmp_path: Path) -> None:
    await keep_in(tmp_path, ScriptedModel([ANSWER])).ask(REQUEST)
    model = ReplayedModel(read_calls(tmp_path), "m")
    with pytest.raises(NotKeptError):
        await model.ask(OTHER)
    assert model.unknown == 1


@pytest.mark.parametrize(
    "error",
    [
        errors.RefusedError("no"),
        errors.TimedOutError("too slow"),
        errors.WrongKeyError("bad key"),
        errors.InvalidReplyError("odd", problem="x"),
        errors.ContextOverflowError("too long", context_tokens=4_096),
    ],
)
async def test_a_failure_comes_again_as_the_same_failure(tmp_path: Path, error: errors.ModelError) -> None:
    with pytest.raises(type(error)):
        await keep_in(tmp_path, ScriptedModel([error])).ask(REQUEST)
    with pytest.raises(type(error), match=error.message):
        await ReplayedModel(read_calls(tmp_path), "m").ask(REQUEST)


async def test_a_broken_connection_is_asked_again_and_gives_way_to_the_answer(tmp_path: Path) -> None:
    with pytest.raises(errors.TimedOutError):
        await keep_in(tmp_path, ScriptedModel([errors.TimedOutError("too slow")])).ask(REQUEST)
    await keep_in(tmp_path, ScriptedModel([ANSWER])).ask(REQUEST)
    assert [call.outcome for call in read_calls(tmp_path)] == ["answered"]


def test_an_answer_never_gives_way_to_a_broken_connection(tmp_path: Path) -> None:
    ledger, call = Kept(), make_call(REQUEST, server="s", model="m", parameters={})
    ledger.turn_to(tmp_path)
    ledger.put(finish_call(call, ANSWER))
    ledger.put(finish_call(call, errors.TimedOutError("too slow")))
    assert [kept.outcome for kept in read_calls(tmp_path)] == ["answered"]


def test_the_method_is_the_same_after_writing_and_reading(tmp_path: Path) -> None:
    write_method(tmp_path / "new", METHOD)
    assert read_method(tmp_path / "new") == METHOD
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["run.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"model": 3}', b"\xff\xfe", b'{"key": "../../x"}'])
def test_a_file_from_outside_that_is_none_of_ours_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "run.json").write_bytes(content)
    with pytest.raises(errors.BriefingError, match=r"run\.json: this is no saved Method"):
        read_method(tmp_path)
    with pytest.raises(errors.BriefingError, match=r"run\.json: this is no saved Call"):
        read_calls(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(errors.BriefingError, match="nowhere"):
        read_method(tmp_path / "nowhere")
    assert read_calls(tmp_path / "nowhere") == ()


def test_what_cannot_be_written_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    ledger = Kept()
    ledger.turn_to(tmp_path / "taken" / "case")
    call: Call = finish_call(make_call(REQUEST, server="s", model="m", parameters={}), ANSWER)
    with pytest.raises(errors.StoreError, match="cannot be written"):
        ledger.put(call)
