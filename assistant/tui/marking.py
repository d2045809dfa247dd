"""What the user thinks: marks of findings and of rows, and what is taken along."""

from pathlib import Path
from typing import TYPE_CHECKING

from assistant import pages, tui
from assistant.judging import FALSE_ALARM, SEEN
from assistant.records import Briefing, Report
from assistant.records.record import change
from assistant.store import Filters
from assistant.tui.desk import NOTHING_HERE, Desk
from assistant.tui.keys import with_keys
from assistant.tui.prompt import Prompt

if TYPE_CHECKING:
    from assistant.tui.opened import Open

GO_FIRST = "go to a figure first ({next-flag}), then mark it"
MARKS = {"": SEEN, SEEN: FALSE_ALARM, FALSE_ALARM: ""}
"""What ``m`` makes of a mark."""


class Marking(Desk):
    """The commands that mark a finding, and those that take something along."""

    def action_mark(self) -> None:
        """The finding at the cursor: seen, false alarm (with a note), not marked."""
        if not self.pane.open or not self.pane.open.finding:
            self.say(with_keys(GO_FIRST) if self.shelf.current else NOTHING_HERE)
            return
        review = self.pane.open.review
        self._mark(MARKS[review.verdict if review else ""])

    def action_note(self) -> None:
        """Mark the finding at the cursor as a false alarm, and say why."""
        if self.pane.open and self.pane.open.finding:
            review = self.pane.open.review
            self.query_one(Prompt).ask("note", "false alarm, because", review.note if review else "")

    def _mark(self, verdict: str, note: str = "") -> None:
        opened = self.pane.open
        if opened and opened.finding_at is not None and self.is_loaded:
            judged = self.store.reviews.save(opened.briefing, opened.finding_at, verdict, note=note)
            self.pane.open = change(opened, reviews=self.store.reviews.of(judged.id))
            self.stock.count_flags(self.shelf.cursor, len(judged.flags))
            self.shelf.refresh()
            self.load(again=True)
            self.when_laid(f"marked: {verdict}" if verdict else "mark taken back")

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        """The note is written."""
        if event.purpose == "note":
            self._mark(FALSE_ALARM, event.text.strip())

    # --------------------------------------------------------------------------------------------- taking along

    def action_copy(self) -> None:
        """The claim, figure or briefing at the cursor, to the clipboard and into a file."""
        self.when_loaded(self._copy)

    def _copy(self, opened: "Open") -> None:
        text, name = pages.copy_words(opened.briefing, opened.page, opened.stop)
        self.app.copy_to_clipboard(text)
        self._try(lambda: f"copied {name}; also in {tui.taking.keep_copy(self.store.path.parent, text).name}")

    def _day_filters(self) -> Filters:
        row = self.shelf.current
        return Filters(day=row.day if row else "")

    def _day_report(self, day: str, ending: str = "") -> Report:
        return tui.taking.day_report(self.store, day, ending)

    def action_day(self) -> None:
        """The report of the day as it will be exported."""
        if self.shelf.current:
            self.app.push_screen(tui.day.Day(self._day_report, self._day_filters().day), self.follow)
        else:
            self.say(NOTHING_HERE)

    async def follow(self, action: str | None) -> None:
        """Run the command that was chosen on another screen, if one was."""
        if action:
            await self.run_action(action)

    def action_export(self) -> None:
        """Write the report of the day, or the marked findings, into a file."""
        if self.shelf.current:
            formats = tui.choose.Choose("export the report of the day", tui.taking.FORMATS, str(Path.cwd()))
            self.app.push_screen(formats, self._export)
        else:
            self.say(NOTHING_HERE)

    def _export(self, ending: str | None) -> None:
        if ending == "jsonl":
            self._try(lambda: f"written: {tui.taking.export_marked(self.store).name}")
        elif ending:
            day = self._day_filters().day
            self.try_later("writing", lambda: self._write_day(day, ending))

    def _write_day(self, day: str, ending: str) -> str:
        return f"written: {tui.taking.export(self._day_report(day, ending), day, ending).name}"

    def action_browser(self) -> None:
        """The report of the day as a page in the browser."""
        day = self._day_filters().day
        if day:
            folder = self.store.path.parent
            self.try_later("writing", lambda: self._browse(tui.taking.write_page(self._day_report(day), folder)))
        else:
            self.say(NOTHING_HERE)

    def _browse(self, page: Path) -> str:
        """From a thread: only the app itself may give the terminal away."""
        return self.app.call_from_thread(tui.taking.browse, self.app, page)

    def action_editor(self) -> None:
        """The source in the editor, at the line of the item."""
        self.when_loaded(lambda opened: self._try(lambda: self._edit(opened.briefing)))

    def _edit(self, briefing: Briefing) -> str:
        return tui.taking.edit(self.app, self.store.library.dump_text(briefing.dump_sha256), briefing)
