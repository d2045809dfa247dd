"""``briefing daily`` and ``briefing retry`` as their users meet them: files, what is skipped, what failed, exits."""

import asyncio
import json
import os
import pkgutil
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main
from assistant.records import Dump
from assistant.reporting import read_json
from assistant.store import open_store
from assistant.store.library import Library
from tests.cli.test_server import Ran, reply, run, start, until
from tests.llm.acts import Body
from tests.llm.server import FakeServer, reply_by_schema

AS_OF = ("--as-of", "2025-11-02T08:30")
PAGES = {
    "first.txt": "港區倉庫大火\n港區一座倉庫昨(1)日晚間發生大火,5人受傷。消防局出動42輛消防車。\n甲報 ・ 3 小時前\n",
    "second.txt": "市長民調出爐\n最新民調顯示,現任者獲得52.6%支持,挑戰者24.9%。\n乙報 ・ 5 小時前\n",
    "third.txt": "港口罷工\n約3,200人昨(1)日上街遊行,要求加薪12%。\n丙報 ・ 6 小時前\n",
}


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


Here = Callable[..., Ran]


@pytest.fixture
def here(capsys: pytest.CaptureFixture[str]) -> Here:
    """The command in this process, for what needs no server."""

    def run_here(*arguments: str) -> Ran:
        with pytest.raises(SystemExit) as stopped:
            main(list(arguments))
        assert isinstance(stopped.value.code, int)
        return Ran(stopped.value.code, *capsys.readouterr())

    return run_here


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "reports"


def answer(body: Body) -> str:
    """Drafts as ``obey_text`` writes them; an empty glance."""
    if body["response_format"]["json_schema"]["name"] == "glance":
        return json.dumps({"lines": []})
    return reply(body) if "<item" in str(body["messages"]) else reply_by_schema(body)


def read_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def list_files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


async def test_four_files_are_written_from_one_report_and_again_they_are_the_same_bytes_without_a_call(
    inbox: Path, out: Path
) -> None:
    arguments = ("daily", str(inbox), "--out", str(out), "--on-mismatch", "flag", *AS_OF)
    async with FakeServer(reply_to=answer) as server:
        first = await run(*arguments, "--base-url", server.url)
        files, asked = read_files(out), len(server.bodies)
        again = await run(*arguments, "--base-url", server.url)
        requests = len(server.paths)
        once_more = await run(*arguments, "--base-url", server.url)
        assert len(server.paths) == requests  # not even its models are listed
    assert once_more == again
    assert list(files) == [f"2025-11-02.{ending}" for ending in ("html", "json", "md", "txt")]
    report = read_json(files["2025-11-02.json"])
    assert len(report.briefings) == 3
    assert all(b.draft for b in report.briefings)
    assert asked > 0
    assert len(server.bodies) == asked
    assert read_files(out) == files
    assert "3 dumps, 3 of them done before; 0 items briefed now" in again.out
    assert (first.out.count("wrote "), again.out.count("wrote "), again.out.count("unchanged: ")) == (4, 0, 4)
    assert first.status == again.status
    assert f"3 items briefed now ({asked} calls" in " ".join(
        first.out.split()
    )  # of this run, what it left behind as well


async def test_only_new_dumps_are_asked_about_and_the_report_holds_them_all(inbox: Path, out: Path) -> None:
    arguments = ("daily", str(inbox), "--out", str(out), "--on-mismatch", "flag", *AS_OF)
    async with FakeServer(reply_to=answer) as server:
        await run(*arguments, "--base-url", server.url)
        asked = len(server.bodies)
        (inbox / "late.txt").write_text("股市收紅\n台股今(2)日上漲212點。\n丁報 ・ 1 小時前\n", encoding="utf-8")
        await run(*arguments, "--base-url", server.url)
        drafts = [b for b in server.bodies[asked:] if "<item id" in str(b) and "股市收紅" in str(b)]
    assert len(drafts) >= 1
    assert not any("港口罷工" in str(b) for b in server.bodies[asked:] if b["messages"][-1]["content"].count("[1.0]"))
    assert len(read_json((out / "2025-11-02.json").read_bytes()).briefings) == 4


def test_a_page_without_news_is_named_once_and_nothing_is_missing_from_the_report(
    inbox: Path, out: Path, here: Here
) -> None:
    (inbox / "wall.txt").write_text("登入\n註冊\n首頁\n", encoding="utf-8")
    arguments = ("daily", str(inbox), "--out", str(out), "--no-model", *AS_OF)
    ran = here(*arguments)
    assert ran.status == 0
    assert "no news items in" in ran.out
    assert "wall.txt: `briefing items` shows how it is cut" in " ".join(ran.out.split())
    assert "INCOMPLETE" not in (out / "2025-11-02.txt").read_text(encoding="utf-8")
    assert "no news items" not in here(*arguments).out


def test_one_dump_that_cannot_be_read_stops_nothing_and_the_report_says_so(inbox: Path, out: Path, here: Here) -> None:
    (inbox / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    ran = here("daily", str(inbox), "--out", str(out), "--no-model", *AS_OF)
    assert ran.status == 1
    for ending in ("html", "md", "txt"):
        text = (out / f"2025-11-02.{ending}").read_text(encoding="utf-8")
        assert "INCOMPLETE: Daily briefing" in text
        assert "picture.png" in "".join(text.split())
    assert len(read_json((out / "2025-11-02.json").read_bytes()).briefings) == 3


def test_what_cannot_be_read_brands_the_days_around_its_own_and_no_later_one(
    inbox: Path, out: Path, here: Here
) -> None:
    """A stray sheet stands in the inbox for good."""
    sheet = inbox / "sheet.xlsx"
    sheet.write_bytes(b"PK\x03\x04\0\0\0")
    days = {"2025-11-02": 1_762_091_400, "2025-11-09": 1_762_696_200}
    for path in inbox.iterdir():
        os.utime(path, (days["2025-11-02"],) * 2)
    later = inbox / "later.txt"
    later.write_text("股市收紅\n台股今(9)日上漲212點。\n丁報 ・ 1 小時前\n", encoding="utf-8")
    os.utime(later, (days["2025-11-09"],) * 2)
    ran = here("daily", str(inbox), "--out", str(out), "--no-model")
    assert ran.status == 0
    assert "INCOMPLETE" not in (out / "2025-11-09.txt").read_text(encoding="utf-8")
    assert "saved on 2025-11-02, so not of this day:" in ran.out
    assert "sheet.xlsx is not text" in ran.out
    assert "named above" not in ran.out
    first = here("daily", str(inbox), "--out", str(out), "--no-model", "--date", "2025-11-02")
    assert first.status == 1
    assert first.out.startswith("INCOMPLETE")
    assert "1 problem named above" in first.out
    sheet.touch()  # of today: neither day's
    assert here("daily", str(inbox), "--out", str(out), "--no-model", "--date", "2025-11-02").status == 0
    assert "INCOMPLETE" not in (out / "2025-11-02.txt").read_text(encoding="utf-8")


def test_without_a_model_the_day_is_source_only_and_on_purpose_that_is_all_well(
    inbox: Path, out: Path, here: Here
) -> None:
    unasked = here("daily", str(inbox), "--out", str(out), *AS_OF)
    assert unasked.status == 1
    assert "No model is configured" in unasked.err
    wanted = here("daily", str(inbox), "--out", str(out), "--no-model", *AS_OF)
    assert wanted.status == 0
    assert "written by a model, and none was asked" in (out / "2025-11-02.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere"], "does not exist"),
        (["{inbox}", "--date", "2031-01-01"], "no briefings of 2031-01-01"),
        (["{inbox}", "--date", "yesterday"], "is no day"),
    ],
)
def test_wrong_use_is_one_line_and_no_file(inbox: Path, out: Path, arguments: list[str], says: str, here: Here) -> None:
    given = [argument.format(inbox=inbox) for argument in arguments]
    ran = here("daily", *given, "--out", str(out), "--no-model", *AS_OF)
    assert ran.status == 2
    assert says in ran.err
    assert not list_files(out)


async def test_where_nothing_can_be_written_nothing_is_asked(inbox: Path) -> None:
    in_the_way = inbox / "first.txt"
    async with FakeServer(reply_to=answer) as server:
        ran = await run("daily", str(inbox / "second.txt"), "--out", str(in_the_way), "--base-url", server.url, *AS_OF)
        assert server.paths == []
    assert ran.status == 2
    assert f"{in_the_way} is no folder in which files can be made" in ran.err


def test_the_old_report_stays_whole_where_the_new_one_cannot_be_written(inbox: Path, out: Path, here: Here) -> None:
    arguments = ("daily", str(inbox), "--out", str(out), "--no-model", *AS_OF)
    here(*arguments)
    (out / "2025-11-02.txt").unlink()
    (out / "2025-11-02.txt").mkdir()
    before = read_files(out)
    ran = here(*arguments, "--title", "Another")
    assert ran.status == 2
    assert "cannot be written" in ran.err
    assert read_files(out) == before
    assert list_files(out) == ["2025-11-02.html", "2025-11-02.json", "2025-11-02.md", "2025-11-02.txt"]


async def test_what_failed_is_named_with_the_command_that_retries_just_that(inbox: Path, out: Path) -> None:
    def refuse_strike(body: Body) -> str:
        return "no JSON" if "港口罷工" in str(body["messages"]) else answer(body)

    flags = ("--on-mismatch", "flag")
    async with FakeServer(reply_to=refuse_strike) as server:
        ran = await run("daily", str(inbox), "--out", str(out), "--base-url", server.url, *AS_OF, *flags)
    assert ran.status == 1
    assert "INCOMPLETE" in ran.out
    command = ran.out.strip().splitlines()[-1].partition("again: briefing ")[2].split()
    assert command[0] == "retry"
    async with FakeServer(reply_to=answer) as server:
        again = await run(*command, "--base-url", server.url, *flags)
        asked = [str(b["messages"]) for b in server.bodies]
        whole = await run("daily", str(inbox), "--out", str(out), "--base-url", server.url, *AS_OF, *flags)
    assert "1 of 1 items are briefed now" in again.out
    assert again.status == 0
    assert asked
    assert all("港口罷工" in messages and "民調" not in messages for messages in asked)
    assert "INCOMPLETE" not in whole.out


def test_with_nothing_failed_there_is_nothing_to_retry(inbox: Path, out: Path, here: Here) -> None:
    assert (here("retry")).status == 2
    here("daily", str(inbox), "--out", str(out), "--no-model", *AS_OF)
    ran = here("retry")
    assert ran.status == 0
    assert "nothing to retry" in ran.out
    assert "no run 0123" in (here("retry", "0123")).err


def test_a_day_without_news_names_the_days_that_there_are(inbox: Path, out: Path, here: Here) -> None:
    ran = here("daily", str(inbox), "--out", str(out), "--no-model", "--date", "2025-10-01", *AS_OF)
    assert ran.status == 2
    assert "there are no briefings of 2025-10-01" in ran.err
    assert "news of 2025-11-02: --date" in ran.err


def test_a_retry_says_what_no_retry_can_mend(inbox: Path, out: Path, here: Here) -> None:
    (inbox / "unread.pdf").write_bytes(b"%PDF-1.4 and nothing more")
    ran = here("daily", str(inbox), "--out", str(out), "--no-model", *AS_OF)
    assert ran.status == 1
    assert "1 problem named above: mend, and run the same command again" in ran.out
    ran = here("retry")
    assert ran.status == 1
    assert "unread.pdf" in ran.err
    assert "a retry reads no file" in ran.out


def test_json_lines_are_one_object_each_and_the_summary_goes_elsewhere(inbox: Path, out: Path, here: Here) -> None:
    ran = here("daily", str(inbox), "--out", str(out), "--no-model", "--json-lines", *AS_OF)
    events = [json.loads(line) for line in ran.out.splitlines()]
    assert {"event", "items_done", "items_total"} <= set(events[0])
    assert events[-1]["items_done"] == events[-1]["items_total"] == 3
    assert "wrote" in ran.err
    again = here("daily", str(inbox), "--out", str(out), "--no-model", "--json-lines", *AS_OF)
    (ended,) = map(json.loads, again.out.splitlines())
    assert (ended["event"], ended["items_total"]) == ("ended", 0)
    assert ended["message"] == "3 dumps, 3 of them done before; 0 items briefed now"


def test_the_next_day_tells_what_changed(tmp_path: Path, out: Path, here: Here) -> None:
    story = "港區倉庫大火\n港區一座倉庫10月31日晚間發生大火,消防局出動42輛消防車,起因仍在調查。{}\n甲報 ・ 3 小時前\n"
    for day, toll in ((1, "火災造成2人死亡。"), (2, "死亡人數增至5人。")):
        folder = tmp_path / f"inbox{day}"
        folder.mkdir()
        (folder / "page.txt").write_text(story.format(toll), encoding="utf-8")
        here("daily", str(folder), "--out", str(out), "--no-model", "--as-of", f"2025-11-0{day}T08:30")
    assert "killed: 2 → 5" in (out / "2025-11-02.txt").read_text(encoding="utf-8")
    with open_store(Path(os.environ["BRIEFING_HOME"]) / "briefings.db") as store:
        assert [day.day for day in store.library.days()] == ["2025-11-02", "2025-11-01"]


def test_reports_may_not_lie_in_an_inbox(inbox: Path, here: Here) -> None:
    ran = here("daily", str(inbox), "--out", str(inbox / "reports"), "--no-model")
    assert ran.status == 2
    assert "lies in the inbox" in ran.err


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
async def test_the_watch_takes_new_dumps_and_ends_cleanly(inbox: Path, out: Path, end: signal.Signals) -> None:
    process = await start("daily", str(inbox), "--out", str(out), "--no-model", "--watch", *AS_OF)
    path = out / "2025-11-02.json"
    await until(path.exists)
    (inbox / "late.txt").write_text("股市收紅\n台股今(2)日上漲212點。\n丁報 ・ 1 小時前\n", encoding="utf-8")
    await until(lambda: len(read_json(path.read_bytes()).briefings) == 4)
    process.send_signal(end)
    _, err = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 0
    assert "waiting for new dumps" in err.decode()
    assert "Traceback" not in err.decode()


async def await_pass(process: asyncio.subprocess.Process) -> str:
    """A pass of the watch has come to its end: what it said on standard error."""
    assert process.stderr
    said = ""
    async with asyncio.timeout(60):
        while "waiting for new dumps" not in said:
            said += (await process.stderr.readline()).decode()
            assert process.returncode is None
    return said


async def test_a_pass_of_the_watch_tells_what_is_new_and_not_the_whole_day_again(inbox: Path, out: Path) -> None:
    (inbox / "unread.pdf").write_bytes(b"%PDF-1.4 and nothing more")
    process = await start("daily", str(inbox), "--out", str(out), "--no-model", "--watch", *AS_OF)
    await await_pass(process)
    late = "首相談話\n首相表示今(2)日支持率52.6%,反對24.9%,相差37個百分點以上。\n丁報 ・ 1 小時前\n"
    (inbox / "late.txt").write_text(late, encoding="utf-8")
    await await_pass(process)
    process.send_signal(signal.SIGINT)
    said, _ = await asyncio.wait_for(process.communicate(), 60)
    first, second = said.decode().split("INCOMPLETE")[1:]
    assert "unread.pdf" in "".join(first.split())  # where a long path is broken hangs on its length
    assert "unread.pdf" not in "".join(second.split())
    assert "37" in second
    assert "4 dumps, 3 of them done before" in second


async def test_a_watch_without_a_model_says_so_once_and_briefs_nothing_twice(inbox: Path, out: Path) -> None:
    process = await start("daily", str(inbox), "--out", str(out), "--watch", *AS_OF)
    first = await await_pass(process)
    (inbox / "late.txt").write_text("股市收紅\n台股今(2)日上漲212點。\n丁報 ・ 1 小時前\n", encoding="utf-8")
    second = await await_pass(process)
    process.send_signal(signal.SIGINT)
    said, _ = await asyncio.wait_for(process.communicate(), 60)
    assert "No model is configured" in first
    assert "No model is configured" not in second
    assert "4 dumps, 3 of them done before; 1 item briefed now" in said.decode()


@pytest.mark.parametrize("place", ["assistant.running.intake.read_dumps", "assistant.segmenting.split_items"])
def test_a_fault_of_the_program_in_one_dump_never_loses_another(
    place: str, inbox: Path, out: Path, here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, _, name = place.rpartition(".")
    holder = pkgutil.resolve_name(module)
    whole = getattr(holder, name)

    def fail(given: Any, *arguments: Any, **options: Any) -> Any:
        if "second" in str(getattr(given, "name", given)):
            raise RecursionError("deeper than we thought")
        return whole(given, *arguments, **options)

    monkeypatch.setattr(holder, name, fail)
    files = [str(path) for path in sorted(inbox.iterdir())]
    ran = here("daily", *files, "--out", str(out), "--no-model", *AS_OF)
    assert ran.status == 1
    assert ran.out.startswith("INCOMPLETE")
    assert "the program failed on it (RecursionError); the others are done" in " ".join(ran.out.split())
    assert len(read_json((out / "2025-11-02.json").read_bytes()).briefings) == 2


def test_a_dump_that_the_program_fails_to_keep_loses_no_other_of_its_folder(
    inbox: Path, out: Path, here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Library.save_dump

    def fail(library: Library, dump: Dump) -> None:
        if "first" in dump.name:
            raise KeyError("nobody foresaw it")
        whole(library, dump)

    monkeypatch.setattr(Library, "save_dump", fail)
    ran = here("daily", str(inbox), "--out", str(out), "--no-model", *AS_OF)
    assert ran.status == 1
    assert "the program failed on it (KeyError); the others are done" in " ".join(ran.out.split())
    assert len(read_json((out / "2025-11-02.json").read_bytes()).briefings) == 2


def put_in_the_way(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("a file where the reports should go")


async def test_a_disk_that_is_full_for_a_while_does_not_end_the_watch(inbox: Path, out: Path) -> None:
    process = await start("daily", str(inbox), "--out", str(out), "--no-model", "--watch", *AS_OF)
    path = out / "2025-11-02.json"
    await await_pass(process)  # nothing of it is written any more
    assert path.exists()
    put_in_the_way(out)
    (inbox / "late.txt").write_text("股市收紅\n台股今(2)日上漲212點。\n丁報 ・ 1 小時前\n", encoding="utf-8")
    assert process.stderr
    async with asyncio.timeout(60):
        while b"cannot be written" not in await process.stderr.readline():
            assert process.returncode is None
    os.unlink(out)  # noqa: PTH108 - in an async test the linter wants no pathlib
    (inbox / "later.txt").write_text("港口開放\n今(2)日有3艘船進港。\n丁報 ・ 1 小時前\n", encoding="utf-8")
    await until(path.exists)
    process.send_signal(signal.SIGINT)
    await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 0


def test_the_same_bytes_under_two_names_are_one_dump(inbox: Path, out: Path, here: Here) -> None:
    (inbox / "copy.txt").write_bytes((inbox / "first.txt").read_bytes())
    ran = here("daily", str(inbox), "--out", str(out), "--no-model", *AS_OF)
    assert "3 dumps (1 file more, of the same bytes); 3 items briefed now" in ran.out
    assert len(read_json((out / "2025-11-02.json").read_bytes()).briefings) == 3


def test_a_day_that_did_not_change_is_left_alone_and_a_file_that_is_gone_comes_back(
    inbox: Path, out: Path, here: Here
) -> None:
    arguments = ("daily", str(inbox), "--out", str(out), "--no-model", *AS_OF)
    first = here(*arguments)
    made, times = read_files(out), [path.stat().st_mtime_ns for path in sorted(out.iterdir())]
    again = here(*arguments)
    assert [path.stat().st_mtime_ns for path in sorted(out.iterdir())] == times
    assert again.out.splitlines()[:2] == first.out.splitlines()[:2]
    (out / "2025-11-02.md").unlink()
    here(*arguments)
    assert read_files(out) == made
    (out / "2025-11-02.txt").write_text("edited", encoding="utf-8")
    here(*arguments)
    assert read_files(out) == made


async def test_two_runs_over_one_inbox_take_turns_and_nothing_is_paid_twice(inbox: Path, out: Path) -> None:
    """As when a timer fires while the run before still goes on."""
    async with FakeServer(reply_to=answer, latency_s=0.2) as server:
        arguments = ("daily", str(inbox), "--out", str(out), *AS_OF, "--base-url", server.url)
        first = await start(*arguments)
        await until(lambda: server.bodies)
        second = await run(*arguments)
        await first.communicate()
        asked = [json.dumps(body["messages"]) for body in server.bodies]
    assert len(asked) == len(set(asked))
    assert (first.returncode, second.status) == (0, 0)
    assert "3 of them done before" in second.out
    assert len(list_files(out)) == 4


def test_what_a_killed_run_left_of_a_file_is_removed_an_hour_later(inbox: Path, out: Path, here: Here) -> None:
    out.mkdir()
    old, new = (out / f".2025-11-02.md.{name}.part" for name in ("old", "new"))
    for left in (old, new):
        left.write_text("half")
    os.utime(old, (1_000_000_000, 1_000_000_000))
    here("daily", str(inbox), "--out", str(out), *AS_OF, "--no-model")
    assert [path.exists() for path in (old, new)] == [False, True]  # another process may be writing the other one
