"""Search, filters, orders: what the list shows."""

from assistant import tui
from assistant.records.record import change
from assistant.store import Filters
from assistant.tui.desk import NOTHING_HERE, Desk
from assistant.tui.prompt import Prompt


class Seeking(Desk):
    """The commands that choose what is listed."""

    _searched_from = ("", "")
    """The briefing at the cursor, and the day that was listed, when the search began."""

    def action_days(self) -> None:
        """To the days on the left; where there is no room for them beside the list, they take its place."""
        if not len(self.stock):
            return
        if not self.days:
            self.query_one("#rooms").mount(self._make_days(), before=0)
        self.add_class("-choosing")
        self.set_focus(self.days)
        self.say()

    def action_list_day(self) -> None:
        """To the list of the day that was chosen."""
        self.set_focus(self.shelf)

    def list_day(self, day: str) -> None:
        """List one day; empty: all. The cursor stays on its briefing where that is of the day."""
        if self.reading:
            self.leave_desk()
        self.filter_by(change(self.stock.filters, day=day))

    def on_descendant_focus(self) -> None:
        """Who goes elsewhere leaves the days."""
        self.set_class(self.choosing, "-choosing")
        self.say()

    def filter_by(self, filters: Filters, *, keep: str = "") -> None:
        """List what passes ``filters``; the cursor stays on its briefing, or ``keep``, if that is still there."""
        row = self.shelf.current or (self.pane.open and self.pane.open.briefing)
        words = self.stock.filters.words
        self.shelf.show(filters, keep=keep or (row.id if row else None))
        self.show_empty()
        if filters.words != words and self.pane.open:
            self.load_anew()
        self.say()

    def action_search(self) -> None:
        """Type words; the list follows. What is stored of all days is looked through; the days count what is found."""
        if self.reading and not self.wide:
            self.leave_desk()
        self.query_one(Prompt).ask("search", "search", self.stock.filters.words)

    def action_filter(self) -> None:
        """All, flagged only, unread only."""
        now = self.stock.filters
        if now.flagged:
            self.filter_by(change(now, flagged=False, unread=True))
        else:
            self.filter_by(change(now, flagged=not now.unread, unread=False))

    def action_outlet(self) -> None:
        """Only the outlet of the row at the cursor, or all again."""
        row, now = self.shelf.current, self.stock.filters
        if now.outlet or (row and row.outlet):
            self.filter_by(change(now, outlet="" if now.outlet or not row else row.outlet))
        else:
            self.say("the page names no outlet here" if row else NOTHING_HERE)

    def action_topic(self) -> None:
        """Choose one topic; or all again."""
        if self.stock.filters.topic:
            self.filter_by(change(self.stock.filters, topic=""))
            return
        held = self.store.stories.topics()
        choices = [
            ("abcdefghi"[i], f"{topic} ({count:,})", str(topic)) for i, (topic, count) in enumerate(held.items())
        ]
        if choices:
            self.app.push_screen(tui.choose.Choose("only one topic", choices), self._show_topic)
        else:
            self.say("nothing has been sorted into topics yet")

    def _show_topic(self, topic: str | None) -> None:
        if topic:
            self.filter_by(change(self.stock.filters, topic=topic))

    def action_story(self) -> None:
        """List all who tell the story at the cursor, or only the first of them again."""
        row = self.shelf.current
        if not row or row.told < 2:
            self.say("nobody else tells this story")
            return
        if not self.stock.in_stories:
            self.say("a search lists one by one: esc shows stories again")
            return
        is_open = row.story in self.stock.opened
        self.stock.toggle_story(row.story)
        self.shelf.show(keep=row.story if is_open else row.id)
        self.say(f"one of {row.told} is listed" if is_open else f"all {row.told} who tell it are listed")

    def action_sort(self) -> None:
        """As printed, or flags first within each day."""
        self.filter_by(change(self.stock.filters, flags_first=not self.stock.filters.flags_first))

    def action_unread(self) -> None:
        """Mark the row at the cursor as unread, or as read."""
        row = self.shelf.current
        if row:
            self.mark_row(read=not row.read)
            self.say("marked as unread" if row.read else "marked as read")

    def on_typed(self, purpose: str, text: str) -> None:
        """The list follows what is typed."""
        if purpose == "search":
            now, words = self.stock.filters, text.strip()
            if not words:
                self.end_search()
                return
            row = self.shelf.current
            if not now.words:
                self._searched_from = (row.id if row else "", now.day)
            self.filter_by(change(now, words=words, day=now.day if now.words else ""))

    def end_search(self) -> None:
        """Look for nothing any more; where nothing was found, go back to where the user was before."""
        briefing, day = ("", self.stock.filters.day) if self.shelf.current else self._searched_from
        self.filter_by(change(self.stock.filters, words="", day=day), keep=briefing)

    def on_prompt_left(self, event: Prompt.Left) -> None:
        """The search is over."""
        if event.purpose == "search":
            self.end_search()
