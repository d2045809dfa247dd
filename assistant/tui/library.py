"""The commands of the reader: search, filters, marks, and what is taken along."""

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from assistant.collecting import stored_report
from assistant.errors import BriefingError
from assistant.pages import copy_words
from assistant.records import Briefing, Report
from assistant.store import FALSE_ALARM, SEEN, Filters
from assistant.tui import taking
from assistant.tui.choose import Choice, Choose
from assistant.tui.day import Day
from assistant.tui.help import Help
from assistant.tui.jobs import Job, State
from assistant.tui.keys import bindings
from assistant.tui.opened import Open
from assistant.tui.palette import Palette
from assistant.tui.prompt import Prompt
from assistant.tui.rooms import Rooms
from assistant.tui.run import RunScreen
from assistant.tui.shelf import say_day

FORMATS = (
    Choice("m", "Markdown", "md"),
    Choice("h", "HTML, one self-contained page", "html"),
    Choice("j", "JSON, the whole result for programs", "json"),
    Choice("t", "plain text", "txt"),
    Choice("f", "marked findings as JSON lines, for the evals", "jsonl"),
)
MARKS = {"": SEEN, SEEN: FALSE_ALARM, FALSE_ALARM: ""}
"""What ``m`` makes of a mark."""


class Library(Rooms):
    """List and desk, with everything one can ask of them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("library")

    job: Job | None = None
    _items_seen = 0

    # ---------------------------------------------------------------------------------------------- navigation

    def action_back(self) -> None:
        """One step back: from the figure to the page, from the page to the list, from the filters to all."""
        if self.open and self.open.stop:
            self.light(None)
        elif self.reading:
            self.leave_desk()
        elif self.stock.filters != Filters():
            self.filter_by(Filters())

    async def action_leave(self) -> None:
        """Back to the list, or out."""
        if self.reading and not self.wide:
            self.leave_desk()
        else:
            await self.app.action_quit()

    def action_item(self, step: int) -> None:
        """Read the next or the previous briefing."""
        self.shelf.move(self.shelf.cursor + step)

    def action_languages(self) -> None:
        """English, Chinese, or both."""
        self.set_mode(self.sheet.mode.following)

    def action_walk(self, step: int) -> None:
        """To the next finding: flags first, then all."""
        self.go(lambda page: page.by_urgency, step)

    def action_step(self, step: int) -> None:
        """To the next claim or figure in reading order."""
        self.go(lambda page: page.stops, step)

    def action_claim(self, number: int) -> None:
        """To claim ``number``, counted from 1."""
        key = f"claim {number - 1}"
        self.go(lambda page: tuple(stop for stop in page.stops if stop.key == key), 1)

    def action_help(self) -> None:
        """All keys."""
        self.app.push_screen(Help())

    def action_palette(self) -> None:
        """All commands by name."""
        self.app.push_screen(Palette(), self._command)

    async def _command(self, action: str | None) -> None:
        if action:
            await self.run_action(action)

    # -------------------------------------------------------------------------------------- search and filters

    def filter_by(self, filters: Filters) -> None:
        """List what passes ``filters``; the cursor stays on its briefing if that is still there."""
        row = self.shelf.current or (self.open and self.open.briefing)
        words = self.stock.filters.words
        self.shelf.show(filters, keep=row.id if row else None)
        self.show_empty()
        if filters.words != words and self.open:
            self.load(again=True)
        self.say()

    def action_search(self) -> None:
        """Type words; the list follows."""
        if self.reading and not self.wide:
            self.leave_desk()
        self.query_one(Prompt).ask("search", "search", self.stock.filters.words)

    def action_filter(self) -> None:
        """All, flagged only, unread only."""
        now = self.stock.filters
        if now.flagged:
            self.filter_by(replace(now, flagged=False, unread=True))
        else:
            self.filter_by(replace(now, flagged=not now.unread, unread=False))

    def action_outlet(self) -> None:
        """Only the outlet of the row at the cursor, or all again."""
        row, now = self.shelf.current, self.stock.filters
        if now.outlet or row:
            self.filter_by(replace(now, outlet="" if now.outlet or not row else row.outlet))

    def action_sort(self) -> None:
        """As printed, or flags first within each day."""
        self.filter_by(replace(self.stock.filters, flags_first=not self.stock.filters.flags_first))

    def action_unread(self) -> None:
        """Mark the row at the cursor as unread, or as read."""
        row = self.shelf.current
        if row:
            self.mark_row(read=not row.read)
            self.say("marked as unread" if row.read else "marked as read")

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        """The list follows what is typed."""
        if event.purpose == "search":
            self.filter_by(replace(self.stock.filters, words=event.text.strip()))

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        """What was asked for is known."""
        self.query_one(Prompt).put_away()
        (self.sheet if self.reading else self.shelf).focus()
        if event.purpose == "note":
            self._mark(FALSE_ALARM, event.text.strip())
        elif event.purpose == "run" and event.text.strip():
            self.start((str(Path(event.text.strip()).expanduser()),))

    def on_prompt_left(self) -> None:
        """Nothing is wanted after all."""
        prompt = self.query_one(Prompt)
        purpose = prompt.purpose
        prompt.put_away()
        (self.sheet if self.reading else self.shelf).focus()
        if purpose == "search":
            self.filter_by(replace(self.stock.filters, words=""))

    # --------------------------------------------------------------------------------------------------- marks

    def action_mark(self) -> None:
        """The finding at the cursor: seen, false alarm (with a note), not marked."""
        if not self.open or not self.open.stop or not self.open.stop.finding:
            self.say("go to a figure first (n), then mark it")
            return
        review = self.open.review
        self._mark(MARKS[review.verdict if review else ""])

    def action_note(self) -> None:
        """Mark the finding at the cursor as a false alarm, and say why."""
        if self.open and self.open.stop and self.open.stop.finding:
            review = self.open.review
            self.query_one(Prompt).ask("note", "false alarm, because", review.note if review else "")

    def _mark(self, verdict: str, note: str = "") -> None:
        if self.open and self.open.stop and self.open.stop.finding:
            briefing = self.open.briefing.id
            self.store.reviews.save(briefing, self.open.stop.finding, verdict, note=note)
            self.open = replace(self.open, reviews=self.store.reviews.of(briefing))
            self.light(self.open.stop)
            self.say(f"marked: {verdict}" if verdict else "mark taken back")

    # --------------------------------------------------------------------------------------------- taking along

    def action_copy(self) -> None:
        """The claim, figure or briefing at the cursor, to the clipboard and into a file."""
        self.when_loaded(self._copy)

    def _copy(self, opened: Open) -> None:
        text, name = copy_words(opened.briefing, opened.page, opened.stop)
        self.app.copy_to_clipboard(text)
        self._try(lambda: f"copied {name}; also in {taking.keep_copy(self.store.path.parent, text)}")

    def _day_filters(self) -> Filters:
        row = self.shelf.current
        return Filters(day=row.day if row else "")

    def _day_report(self, day: str) -> Report:
        return stored_report(self.store, Filters(day=day), title=f"Briefings of {say_day(day)}")

    def action_day(self) -> None:
        """The report of the day as it will be exported."""
        if self.shelf.current:
            self.app.push_screen(Day(self._day_report, self._day_filters().day))

    def action_export(self) -> None:
        """Write the report of the day, or the marked findings, into a file."""
        if self.shelf.current:
            self.app.push_screen(Choose("export the report of the day", FORMATS, str(Path.cwd())), self._export)

    def _export(self, ending: str | None) -> None:
        if ending == "jsonl":
            self._try(lambda: f"written: {taking.write_new('marked-findings.jsonl', self.store.reviews.export())}")
        elif ending:
            day = self._day_filters().day
            self._try(lambda: f"written: {taking.export(self._day_report(day), day, ending)}")

    def action_browser(self) -> None:
        """The report of the day as a page in the browser."""
        day = self._day_filters().day
        if day:
            self._try(lambda: f"opened: {taking.browse(self._day_report(day), self.store.path.parent)}")

    def action_editor(self) -> None:
        """The source in the editor, at the line of the item."""
        self.when_loaded(lambda opened: self._try(lambda: self._edit(opened.briefing)))

    def _edit(self, briefing: Briefing) -> str:
        return taking.edit(self.app, self.store.library.dump_text(briefing.dump_sha256), briefing)

    # ---------------------------------------------------------------------------------------------------- runs

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
        else:
            self.say()

    def renew(self) -> None:
        """Fetch the list again; place, item and figure stay."""
        row = self.shelf.current
        self.shelf.show(keep=row.id if row else None)
        self.show_empty()

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

    def _try(self, act: "taking.Act") -> None:
        """Do something that the outside world may refuse, and say what came of it."""
        try:
            self.say(act())
        except BriefingError as error:
            self.say(f"not done: {error.message}")
        except OSError as error:
            self.say(f"not done: {error.strerror or error}")
