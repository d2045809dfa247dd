"""Runs: started from the reader, followed while one reads on."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, Process
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import tui
from assistant.records import Briefing
from assistant.tui.desk import Desk
from assistant.tui.keys import with_keys
from assistant.tui.prompt import Prompt

if TYPE_CHECKING:
    from assistant.tui.jobs import Job

SORT_AFTER = 1.0
"""Seconds after the start."""


class Running(Desk):
    """The commands that brief something."""

    job: "Job | None" = None
    _items_seen = 0
    _is_left = False
    """Whether an earlier reader's run, or one in another window, has not ended."""
    _sorting: Process | None = None

    def on_mount(self) -> None:
        """Sort what was stored since the last time, once the first frame is there."""
        self.set_timer(SORT_AFTER, self._sort)
        self._is_left = self.store.backlog.was_interrupted()
        self.say()

    async def on_unmount(self) -> None:
        """Leave no process behind that nobody follows any more."""
        self.workers.cancel_node(self)
        children = (self._sorting, self.job.process if self.job else None)
        await asyncio.gather(*(tui.jobs.end(child) for child in children if child))

    def _sort(self) -> None:
        self.run_worker(self.sort_new(), group="sort", exclusive=True)

    def action_open_dump(self) -> None:
        """Ask for a file or a folder, and brief it."""
        self.query_one(Prompt).ask("run", "dump or folder")

    def action_rerun(self) -> None:
        """Brief the dump of the item at the cursor again."""
        self.when_loaded(lambda opened: self._try(lambda: self._rerun(opened.briefing)))

    def _rerun(self, briefing: Briefing) -> str:
        text = self.store.library.dump_text(briefing.dump_sha256)
        self.start((str(tui.taking.write_dump(self.store.path.parent, briefing.dump_name, text)),))
        return "started"

    def start(self, files: tuple[str, ...], *, retries: str = "") -> None:
        """Start a run in a process of its own, and show it. ``retries``: of this run, what failed is asked anew."""
        if self.job and self.job.is_running:
            self.say(with_keys("one run at a time: {jobs} shows it"))
            return
        self.job = tui.jobs.Job(files, self.store.path.parent, self._follow, retries=retries)
        self.run_worker(self.job.run(), group="job")
        self.say()
        self.show_empty()
        self.app.push_screen(tui.run.RunScreen(self.job))

    def _follow(self, job: "Job") -> None:
        """The job has moved on: what it has done comes into the list, and the cursor stays where it is."""
        if not self.app.is_running:
            return  # it ended while the reader closes, whose list is gone
        done = job.progress.get("items_done", 0)
        if done != self._items_seen or not job.is_running:
            self._items_seen = done
            self.renew()
            if not job.is_running:
                self.load_anew()  # briefed again, it may say something else in a row that looks as before
                self._sort()
        self.say()

    def renew(self) -> None:
        """Fetch the list again, and the briefing on the desk where it has changed; place, item and figure stay.

        What comes first into an empty list, while its run is watched, is not what the user has chosen: he begins at the
        top.
        """
        row = None if self.shelf.is_left_alone and self.app.screen is not self else self.shelf.current
        self.shelf.show(keep=row.id if row else None)
        self.show_empty()
        if self.is_loaded and self.shelf.current != row:
            self.load_anew()

    async def sort_new(self) -> None:
        """Have what is new sorted into stories and topics, in a process of its own; then list it so."""
        if not self.store.stories.unsorted_days():
            return
        if self._sorting:
            await tui.jobs.end(self._sorting)
        environment = os.environ | {"BRIEFING_DATA_DIR": str(self.store.path.parent)}
        self._sorting = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "assistant", "sort", stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, env=environment
        )
        if await self._sorting.wait() == 0 and self.app.is_running:
            self.renew()

    def job_words(self) -> str:
        """What is said of a run that is under way, or has ended while the user looked elsewhere."""
        if not self.job:
            return with_keys("last run stopped ({jobs})") if self._is_left else ""
        if self.job.is_seen:
            return ""
        if not self.job.is_running:
            return with_keys(f"{self.job.ended_in} ({{jobs}})")
        return with_keys(f"run {self.job.so_far} ({{jobs}})" if self.job.so_far else "run: reading ({jobs})")

    @property
    def is_briefing(self) -> bool:
        """Whether a run is under way that would end with the reader."""
        return bool(self.job and self.job.is_running)

    def ask_to_leave(self) -> None:
        """Leaving would stop the run: the user has to want that."""
        assert self.job  # noqa: S101 - it is running
        stopped = f"stop the run{f' at {self.job.so_far}' if self.job.so_far else ''} and leave"
        kept = ("What was answered is kept. To go on where it stopped:", f"  {self.job.way_on}")
        choices = (
            ("s", stopped, "stop"),
            ("w", "wait here and see how it goes", "wait"),
        )
        self.app.push_screen(tui.choose.Choose("a run is under way", choices, note=kept), self._leave)

    def _leave(self, chosen: str | None) -> None:
        if chosen == "stop":
            self.app.exit()
        elif chosen == "wait":
            self.action_jobs()

    def action_jobs(self) -> None:
        """The run that is under way, or the last one."""
        if self.job:
            self.app.push_screen(tui.run.RunScreen(self.job))
        elif self._is_left:
            self._is_left = False
            self.say(with_keys("the last run did not end: {open-dump} on its file goes on"))
        else:
            self.say(with_keys("nothing run yet: {open-dump} opens a dump, {run} briefs this again"))

    def on_run_screen_resumed(self) -> None:
        """Go on: ask anew what failed, for the kept replies would fail again; else the same run once more."""
        if self.job:
            self.start(self.job.files, retries=self._failed_run(self.job))

    def _failed_run(self, job: "Job") -> str:
        """The run of ``job``, if a model was asked in it and gave no usable reply for some items; else nothing."""
        run = self.store.backlog.last_run()
        is_left = job.is_incomplete and job.has_asked and self.store.backlog.unfinished(run)
        return run if is_left else ""

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        """The file is named."""
        if event.purpose != "run" or not event.text.strip():
            return
        path = Path(event.text.strip()).expanduser()
        if _is_there(path):
            self.start((str(path),))
        else:
            self.query_one(Prompt).ask("run", "there is no such file or folder", event.text)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # no name that a file could have
        return False
