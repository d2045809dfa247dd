"""Runs in a process of their own: followed, cancelled, killed, resumed; the reader never waits for them."""

import asyncio
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.store import Filters, Store
from assistant.tui.jobs import Job, State
from assistant.tui.prompt import Line
from assistant.tui.run import compose_job, say_seconds
from tests.pages.samples import make_briefing
from tests.tui.helpers import SMALL, WIDE, press, reading, screen_text, settle, until

DUMP = "港務局斥資34億美元建新碼頭\n海灣港務局宣布,協議價值34億美元,將在2031年6月30日以前完成。\n"
BUSY = "import time\nwhile True: sum(range(10000))"


class Scripted(Job):
    """A job whose process runs a script of Python."""

    script = "pass"

    def command(self) -> list[str]:
        return [sys.executable, "-u", "-c", self.script]


def make_job(folder: Path, script: str, seen: list[State] | None = None) -> Scripted:
    job = Scripted(("x.txt",), folder, lambda told: seen.append(told.state) if seen is not None else None)
    job.script = script
    return job


def say_page(job: Job) -> str:
    return "\n".join("".join(run.text for run in (*block.runs, *block.hint)) for block in compose_job(job))


async def test_progress_reasons_and_result_are_taken_in(tmp_path: Path) -> None:
    script = """
import sys, json
for done in range(3):
    print(json.dumps({"items_done": done, "items_total": 3, "in_flight": 2,
        "event": "waiting", "message": "server said 429; going on in 2 s",
        "spending": {"calls": done, "kept": 1, "cost_usd": 0.25,
                     "usage": {"input_tokens": 1000, "output_tokens": 10}}}), file=sys.stderr)
print("{ no json", file=sys.stderr)
print("3 items")
sys.exit(1)
"""
    seen: list[State] = []
    job = make_job(tmp_path, script, seen)
    await job.run()
    assert job.state is State.INCOMPLETE
    assert seen[0] is State.RUNNING
    assert job.waits == {"server said 429": 3, "{ no json": 1}
    page = say_page(job)
    for words in ("2 of 3", "2 answered", "1 kept from before", "1,010 tokens", "US$0.2500", "429", "3 items"):
        assert words in page
    assert "in flight" not in page  # it is over
    assert "server said 429 · 3 times · tried again after 2 s" in page


@pytest.mark.parametrize(
    ("script", "state"),
    [
        ("", State.DONE),
        ("raise SystemExit(1)", State.INCOMPLETE),
        ("raise SystemExit(2)", State.FAILED),
        ("raise SystemExit(130)", State.CANCELLED),
        ("import os; os.kill(os.getpid(), 9)", State.KILLED),
    ],
)
async def test_how_it_ended_is_told_by_its_status(tmp_path: Path, script: str, state: State) -> None:
    job = make_job(tmp_path, script)
    await job.run()
    assert job.state is state
    assert str(state) in say_page(job)


async def test_cancelling_asks_the_process_to_stop(tmp_path: Path) -> None:
    job = make_job(tmp_path, "import sys; print('{\"items_done\": 0}', file=sys.stderr)\n" + BUSY)
    work = asyncio.create_task(job.run())
    while not job.progress:  # noqa: ASYNC110 - the same
        await asyncio.sleep(0.01)
    job.cancel()
    await work
    assert job.state in (State.CANCELLED, State.FAILED)


async def test_a_dump_is_briefed_while_one_reads_and_comes_into_the_list(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    dump = tmp_path / "new.txt"
    dump.write_text(DUMP, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    async with reading(store, WIDE) as (app, pilot):
        await press(app, pilot, "j")
        row = app.library.shelf.current
        await pilot.press("o")
        await pilot.press(*"new", "full_stop", *"txt", "enter")
        await settle(app, pilot)
        assert app.library.job
        assert app.library.job.state in (State.DONE, State.INCOMPLETE), app.library.job.waits
        await until(pilot, lambda: "run of new.txt" in screen_text(app))
        await press(app, pilot, "escape")
        assert len(app.library.stock) == 5
        assert row
        assert app.library.shelf.current
        assert app.library.shelf.current.id == row.id


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_what_is_briefed_again_while_one_reads_it_is_shown_as_it_is_now(
    store: Store, size: tuple[int, int]
) -> None:
    async with reading(store, size) as (app, pilot):
        assert "failed" in await press(app, pilot, "j", "j", "enter")
        row = app.library.shelf.current
        assert row
        found = store.library.briefing(row.id)
        good = replace(make_briefing(found.item.index), dump_sha256=found.dump_sha256)
        assert good.id == row.id
        store.library.save_briefing(good, run="r1", day=date.fromisoformat(row.day))
        app.library.renew()
        await settle(app, pilot)
        shown = screen_text(app)
        assert "KEY CLAIMS" in shown
        assert "✗ failed" not in shown
        assert app.library.shelf.current
        assert app.library.shelf.current.id == row.id


@pytest.mark.parametrize("name", ["nothing", "x" * 300])
async def test_a_path_at_which_there_is_nothing_is_asked_for_again(store: Store, name: str) -> None:
    async with reading(store) as (app, pilot):
        await press(app, pilot, "o", *name, "enter")
        assert "there is no such file or folder" in screen_text(app)
        assert app.library.job is None
        assert app.library.query_one(Line).value == name
        await press(app, pilot, "escape", "j")
        assert app.library.shelf.cursor == 1


async def test_the_screen_of_a_run_offers_the_keys_that_do_something_now(store: Store, tmp_path: Path) -> None:
    async with reading(store) as (app, pilot):
        job = app.library.job = make_job(tmp_path, BUSY)
        work = asyncio.create_task(job.run())
        shown = await press(app, pilot, "R")
        assert "x cancel   ? help   esc back" in shown
        assert "keys and signs" in await press(app, pilot, "question_mark")
        await press(app, pilot, "escape", "escape")
        app.library.say()
        await pilot.pause()
        assert "run: reading (R)" in screen_text(app)
        job.progress = {"items_done": 3, "items_total": 18}
        app.library.filter_by(Filters(words="nordstar"))
        await pilot.pause()
        assert "· run 3 of 18 (R) ·" in screen_text(app).splitlines()[0]
        await press(app, pilot, "R", "x")
        await work
        await until(pilot, lambda: "r go on   ? help   esc back" in screen_text(app))  # it is drawn twice a second
        assert "cancel " not in screen_text(app).splitlines()[-1]


@pytest.mark.parametrize(
    ("state", "spending", "is_retried"),
    [
        (State.INCOMPLETE, {"calls": 2}, True),
        (State.INCOMPLETE, {"kept": 2}, True),
        (State.INCOMPLETE, {}, False),
        (State.CANCELLED, {"calls": 2}, False),
        (State.KILLED, {"calls": 2}, False),
    ],
)
async def test_going_on_asks_anew_what_failed_for_kept_replies_would_fail_again(
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    state: State,
    spending: dict[str, int],
    is_retried: bool,
) -> None:
    async def sit(job: Job) -> None:
        """Start no process."""

    monkeypatch.setattr(Job, "run", sit)
    async with reading(store) as (app, pilot):
        job = app.library.job = make_job(store.path.parent, "")
        job.state, job.progress = state, {"spending": spending}
        await press(app, pilot, "R", "r")
        again = app.library.job
        assert again is not job
        assert again.command()[3:] == (["retry", "--", "r1"] if is_retried else ["run", "--", "x.txt"])


async def test_what_a_run_prints_fits_its_screen(tmp_path: Path) -> None:
    job = make_job(tmp_path, "import shutil; print('=' * shutil.get_terminal_size().columns)")
    await job.run()
    lines = [block for block in compose_job(job) if block.runs[0].text.startswith("==")]
    assert [len(block.runs[0].text) + block.indent < 78 for block in lines] == [True]


async def test_a_file_that_is_not_there_is_said_in_one_line(store: Store) -> None:
    async with reading(store) as (app, pilot):
        await press(app, pilot, "R")
        app.library.start(("/no/such/file.txt",))
        await settle(app, pilot)
        assert app.library.job
        assert app.library.job.state is State.FAILED
        assert any("no/such/file.txt" in line for line in app.library.job.waits)


def test_seconds_in_words() -> None:
    assert [say_seconds(s) for s in (None, 0.4, 42, 185)] == ["0 s", "0 s", "42 s", "3 min 5 s"]


async def test_leaving_while_a_run_is_under_way_asks_first_and_says_how_to_go_on(store: Store, tmp_path: Path) -> None:
    job = make_job(tmp_path, BUSY)
    async with reading(store) as (app, pilot):
        app.library.job = job
        work = asyncio.create_task(job.run())
        job.progress = {"items_done": 3, "items_total": 18}
        shown = await press(app, pilot, "q")
        for words in ("a run is under way", "stop the run at 3 of 18 and leave", "briefing run x.txt"):
            assert words in shown
        assert "1 of 4" in await press(app, pilot, "q")  # not by the same key twice
        assert "run of x.txt" in await press(app, pilot, "q", "w")
        assert not app._exit
        await press(app, pilot, "escape", "q", "s")
        assert app._exit
        assert app.farewell.startswith("the run of x.txt was stopped at 3 of 18 items; what was answered is kept.")
        assert app.farewell.endswith("briefing run x.txt")
        job.cancel()
        await work
    assert not app.farewell


async def test_a_run_that_ends_while_one_reads_is_told_until_it_was_looked_at(store: Store, tmp_path: Path) -> None:
    async with reading(store) as (app, pilot):
        job = app.library.job = make_job(tmp_path, "import os; os.kill(os.getpid(), 9)")
        await job.run()
        for key in ("j", "enter", "escape"):
            assert "run interrupted (R)" in (await press(app, pilot, key)).splitlines()[0]
        assert "r go on" in await press(app, pilot, "R")
        assert "interrupted" not in (await press(app, pilot, "escape", "k")).splitlines()[0]


async def test_a_run_that_did_not_end_is_told_at_the_next_start(store: Store) -> None:
    store.library.start_run("r2", title="page.txt", model="")
    async with reading(store) as (app, pilot):
        assert "last run stopped (R)" in (await press(app, pilot, "j")).splitlines()[0]
        assert "the last run did not end: o on its file goes on" in await press(app, pilot, "R")
        assert "last run" not in await press(app, pilot, "j")
    store.library.end_run("r2", items=0, problems=(), whole=True)
    async with reading(store) as (app, pilot):
        assert "last run" not in screen_text(app)


def test_what_it_costs_stands_beside_what_it_may_cost_and_what_failed_beside_what_is_done(tmp_path: Path) -> None:
    job = make_job(tmp_path, "")
    job.progress = {"items_done": 5, "items_total": 9, "items_failed": 2, "ceiling_usd": 0.5, "spending": {}}
    job.progress["spending"] = {"calls": 0, "usage": {}}
    assert "nothing yet of US$0.50 at most" in say_page(job)
    job.progress["spending"] = {"calls": 1, "cost_usd": 0.125, "usage": {}}
    assert "US$0.1250 of US$0.50 at most" in say_page(job)
    assert "5 of 9 · 2 failed" in say_page(job)
    job.progress = {}
    assert "\nreading\n" in say_page(job)
    job.ended = job.started
    assert "\nnone\n" in say_page(job)


async def test_leaving_the_reader_leaves_no_process_behind(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "busy.py"
    script.write_text(f"import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nprint('on', flush=True)\n{BUSY}")
    monkeypatch.setattr(Job, "command", lambda _: [sys.executable, str(script)])
    async with reading(store, WIDE) as (app, pilot):
        app.library.start((str(script),))
        await until(pilot, lambda: app.library.job and app.library.job.process)
        assert app.library.job
        process = app.library.job.process
        assert process
        assert process.returncode is None
    assert process.returncode is not None


async def test_a_run_that_ends_while_the_reader_closes_ends_nothing_else(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(store, WIDE) as (app, pilot):
        app.library.job = job = Job(("x.txt",), store.path.parent, app.library._follow)
        job.state = State.KILLED
        await pilot.pause()
        monkeypatch.setattr(app, "_running", False)  # as textual does first when it closes
        monkeypatch.setattr(app.library, "renew", lambda: pytest.fail("there is no list any more"))
        job.tell(job)
        monkeypatch.undo()
