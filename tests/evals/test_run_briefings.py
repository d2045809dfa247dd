"""Whole briefings from end to end: a real HTTP server, a folder of replies, the same table again without the server."""

import asyncio
import json
import shutil
from pathlib import Path

import pytest

from assistant.records import PromptVersion, Request
from evals import run
from evals.replies import read_method
from evals.written import WrittenModel, load_good
from tests.llm.acts import Body
from tests.llm.server import FakeServer

CASE = "zh-hant-injection-clinic"
KEY = "sk-secret-0123456789"


def reply(body: Body) -> str:
    """What we wrote by hand for this case, as a server would send it."""
    good = load_good()[CASE]
    request = Request("", body["messages"][-1]["content"], "briefing", "{}", 1, PromptVersion("draft", 1, ""))
    try:
        WrittenModel(good, good).ask(request).send(None)
    except StopIteration as done:
        return str(done.value.text)
    raise AssertionError("it waits for nothing")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)


async def ask(server: FakeServer, folder: Path, *more: str) -> int:
    arguments = ["briefings", "--model", "fake-model", "--base-url", server.url, "--keep", str(folder), "--case", CASE]
    return await asyncio.to_thread(run.main, [*arguments, *more])


async def score(folder: Path, *more: str) -> int:
    return await asyncio.to_thread(run.main, ["briefings", "--from", str(folder), *more])


async def test_replies_are_kept_and_scored_again_without_the_server(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with FakeServer(reply_to=reply) as server:
        assert await ask(server, tmp_path / "kept") == 0
        asked = len(server.bodies)
        live = capsys.readouterr().out
        assert await ask(server, tmp_path / "kept") == 0
        assert len(server.bodies) == asked == 1
        capsys.readouterr()
    folder = tmp_path / "kept" / "fake-model-draft-v3"
    shared = shutil.copytree(folder, tmp_path / "shared" / "fake-model-draft-v3")
    for kept in (folder, shared, shared):
        assert await score(kept) == 0
        again = capsys.readouterr().out
        assert again.partition("seconds, wall clock")[0] == live.partition("seconds, wall clock")[0]
    for line in ("> figures right", "> facts told (must-have recall)", "> names spelled as accepted"):
        assert " 100.0 % " in next(row for row in live.splitlines() if row.startswith(line))
    assert not [p for p in folder.rglob("*") if p.is_file() and KEY in p.read_text(encoding="utf-8")]


async def test_prompt_versions_and_models_stand_side_by_side(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "table.json"
    async with FakeServer(reply_to=reply) as server:
        assert await ask(server, tmp_path, "--prompt-version", "1", "2", "--json", str(table)) == 0
    rows = json.loads(table.read_text(encoding="utf-8"))
    assert [row["replies"] for row in rows] == ["fake-model-draft-v1", "fake-model-draft-v2"]
    assert [row["prompts"]["draft"]["version"] for row in rows] == [1, 2]
    assert rows[0]["prompts"]["draft"]["sha256"] != rows[1]["prompts"]["draft"]["sha256"]
    assert all(row["input_tokens"] > 0 and row["calls"] == 1 for row in rows)
    head = capsys.readouterr().out.splitlines()[0]
    assert head.split() == ["replies", "fake-model-draft-v1", "fake-model-draft-v2"]


async def test_a_failed_call_is_a_failed_item_also_from_the_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with FakeServer(reply_to=lambda _: "no JSON at all") as server:
        assert await ask(server, tmp_path, "--flags") == 0
    assert "item 1 failed (invalid)" in capsys.readouterr().out
    await score(tmp_path / "fake-model-draft-v3")
    line = next(row for row in capsys.readouterr().out.splitlines() if row.startswith("< items failed"))
    assert line.split()[-3:] == ["100.0", "%", "2/2"]


async def test_a_wrong_key_stops_the_run_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with FakeServer(reply_to=reply, needs_key="another") as server:
        assert await ask(server, tmp_path) == 1
    said = capsys.readouterr()
    assert "stopped:" in said.err
    assert KEY not in said.err + said.out
    assert not read_method(tmp_path / "fake-model-draft-v3").whole


async def test_a_folder_of_another_model_is_not_mixed_with_this_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with FakeServer(reply_to=reply) as server:
        await ask(server, tmp_path)
        path = tmp_path / "fake-model-draft-v3" / "run.json"
        path.write_text(path.read_text(encoding="utf-8").replace('"fake-model"', '"other"'), encoding="utf-8")
        capsys.readouterr()
        assert await ask(server, tmp_path) == 2
    assert "holds replies of other" in capsys.readouterr().err


async def test_what_must_be_known_before_comparing_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with FakeServer(reply_to=reply) as server:
        await ask(server, tmp_path)
    folder = tmp_path / "fake-model-draft-v3"
    for path in (folder / "run.json", *(folder / CASE).iterdir()):
        text = path.read_text(encoding="utf-8").replace(read_method(folder).dataset_sha256, "ab" * 32)
        path.write_text(text.replace("詐領健保", "詐取健保"), encoding="utf-8")
    capsys.readouterr()
    await score(folder, "--written")
    said = capsys.readouterr().err
    assert "the dumps and facts have changed" in said
    assert "1 requests have no kept reply" in said
    assert "the columns are not of the same dumps" in said


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["--from", "nowhere"], 1, "nowhere"),
        (["--written", "--case", "none"], 2, "there is no case none"),
        (["--model", "m", "--prompt-version", "99"], 1, "there is no prompt draft/v99"),
        (["--model", "m", "--base-url", "ftp://x"], 2, "base_url"),
    ],
)
def test_wrong_use_is_one_clear_line(
    arguments: list[str], status: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main(["briefings", *arguments]) == status
    assert words in capsys.readouterr().err


def test_replies_written_by_hand_are_scored_for_the_chosen_dumps_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run.main(["briefings", "--written", "--case", CASE]) == 0
    rows = [line.split("  ") for line in capsys.readouterr().out.splitlines()]
    assert [row[-1].strip() for row in rows if row[0] == "dumps, items"] == ["1, 2"]
    assert run.main(["briefings", "--written", "--case", CASE, "zh-hant-sport-baseball"]) == 2
    assert "no reply to zh-hant-sport-baseball was written by hand" in capsys.readouterr().err


def test_without_a_choice_it_says_what_it_wants(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run.main(["briefings"])
    assert "--model, --from or --written" in capsys.readouterr().err
