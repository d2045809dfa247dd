"""Runs: started from the reader, followed while one reads on."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL
from pathlib import Path

from assistant.records import Briefing
from assistant.tui import taking
from assistant.tui.desk import Desk
from assistant.tui.jobs import Job, State
from assistant.tui.prompt import Prompt
from assistant.tui.run import RunScreen

SORT_AFTER = 1.0
"""Seconds after the start."""


class Running(Desk):
    """The commands that brief something."""

    job: Job | None = None
    _items_seen = 0

    def on_mount(self) -> None:
        """Sort what was stored since the last time, once the first frame is there."""
        self.set_timer(SORT_AFTER, self._sort)

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
        self.start((str(taking.write_dump(self.store.path.parent, briefing.dump_name, text)),))
        return "started"

    def start(self, files: tuple[str, ...]) -> None:
        """Start a run in a process of its own, and show it."""
        if self.job and self.job.state is State.RUNNING:
            self.say("one run at a time: R shows it")
            return
        self.job = Job(files, self.store.path.parent, self._follow)
        self.run_worker(self.job.run(), group="job")
        self.app.push_screen(RunScreen(self.job))

    def _follow(self, job: Job) -> None:
        """The job has moved on: what it has done comes into the list, and the cursor stays where it is."""
        done = job.progress.get("items_done", 0)
        if done != self._items_seen or job.state is not State.RUNNING:
            self._items_seen = done
            self.renew()
            if job.state is not State.RUNNING:
                self._sort()
        else:
            self.say()

    def renew(self) -> None:
        """Fetch the list again; place, item and figure stay."""
        row = self.shelf.current
        self.shelf.show(keep=row.id if row else None)
        self.show_empty()

    async def sort_new(self) -> None:
        """Have what is new sorted into stories and topics, in a process of its own; then list it so."""
        if not self.store.stories.unsorted_days():
            return
        environment = os.environ | {"BRIEFING_DATA_DIR": str(self.store.path.parent)}
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "assistant", "sort", stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, env=environment
        )
        try:
            if await process.wait() == 0:
                self.renew()
        finally:
            if process.returncode is None:
                process.kill()

    def job_words(self) -> str:
        """What is said of a run that is under way."""
        if not self.job or self.job.state is not State.RUNNING:
            return ""
        told = self.job.progress
        return f"run: {told.get('items_done', 0)} of {told.get('items_total', 0)} items (R)"

    def action_jobs(self) -> None:
        """The run that is under way, or the last one."""
        if self.job:
            self.app.push_screen(RunScreen(self.job))
        else:
            self.say("nothing has been run from here: o opens a dump, r briefs this one again")

    def on_run_screen_resumed(self) -> None:
        """The same run once more."""
        if self.job:
            self.start(self.job.files)

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        """The file is named."""
        if event.purpose == "run" and event.text.strip():
            self.start((str(Path(event.text.strip()).expanduser()),))
