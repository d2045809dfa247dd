"""The reader's main screen: list and desk, with everything one can ask of them."""

import asyncio
from importlib import import_module
from typing import ClassVar

from textual.binding import BindingType

from assistant import tui
from assistant.store import Filters
from assistant.tui.keys import bindings
from assistant.tui.marking import Marking
from assistant.tui.prompt import Prompt
from assistant.tui.running import Running
from assistant.tui.seeking import Seeking
from assistant.typesetting import ELLIPSIS


class Library(Seeking, Marking, Running):
    """List and desk, with everything one can ask of them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("library")

    def action_back(self) -> None:
        """One step back: from the figure to the page, from the page to the list, from the filters to all."""
        filters = self.stock.filters
        if self.choosing:
            self.action_list_day()
        elif self.pane.open and self.pane.open.stop:
            self.pane.light(None)
        elif self.reading:
            self.leave_desk()
        elif filters.words and not self.shelf.current:
            self.end_search()
        elif filters != Filters():
            self.filter_by(Filters() if filters == Filters(day=filters.day) else Filters(day=filters.day))

    async def action_leave(self) -> None:
        """Back to the list, or out."""
        if self.wide:
            await self.app.action_quit()
        elif self.choosing:
            self.action_list_day()
        elif self.reading:
            self.leave_desk()
        else:
            await self.app.action_quit()

    def action_open(self) -> None:
        """Read the briefing at the cursor."""
        if len(self.stock):
            self.read()

    def action_item(self, step: int) -> None:
        """Read the next or the previous briefing."""
        self.shelf.move(self.shelf.cursor + step)

    def action_languages(self) -> None:
        """English, Chinese, or both."""
        mode = self.sheet.mode.following
        self.pane.set_mode(mode)
        self.say(f"showing {mode}")

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

    async def action_names(self) -> None:
        """How names are written. It brings the checks, for which no first frame waits; what is typed ahead does."""
        self.say(f"opening the names {ELLIPSIS}")
        names = await asyncio.to_thread(import_module, "assistant.tui.names")
        self.app.push_screen(names.Names(self.store, self._show_checked), lambda _: self.say())

    def _show_checked(self) -> None:
        """Briefings were checked again, perhaps after the user has left the names."""
        self.renew()
        self.load_anew()

    async def action_palette(self) -> None:
        """All commands by name; what is typed ahead waits until they are there."""
        await self.app.push_screen(tui.palette.Palette(), self.follow)

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        """What was asked for is known."""
        self._put_prompt_away()

    def on_prompt_left(self, event: Prompt.Left) -> None:
        """Nothing is wanted after all."""
        self._put_prompt_away()

    def _put_prompt_away(self) -> None:
        self.query_one(Prompt).put_away()
        self.set_focus(self.sheet if self.reading else self.shelf)
