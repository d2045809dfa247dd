"""One line to type in, above the keys: for a search, a note, or the name of a file."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from assistant.inert import clean
from assistant.tui.chrome import Keys, Label
from assistant.tui.paint import INERT


class Line(Input):
    """The text field; escape leaves it."""

    waiting = 0
    """Keys that were sent here and have not been acted on."""
    virtual_size = Reactive(Size(0, 0))
    """As textual has it, but that no letter arranges the screen anew: the field is as wide as there is room."""
    is_left = False
    """Whether the last key put an end to it: it will be put away, and what is typed further is not meant for it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def validate_value(self, value: str) -> str:
        """What is pasted, or proposed from a dump or a reply, is drawn by textual as it is: so it must be inert."""
        return clean(value).translate(INERT)

    async def on_event(self, event: events.Event) -> None:
        """One key fewer waits."""
        self.waiting -= isinstance(event, events.Key)
        await super().on_event(event)

    def watch_value(self, value: str) -> None:
        """Pass on what is typed: at once, not by a message, so that letter and list come in one frame.

        Where more has been typed already, a whole word of an input method for one, only all of it is passed on.
        """
        if self.waiting:
            self.call_later(self._pass_on)
        else:
            self._pass_on()

    def _pass_on(self) -> None:
        if isinstance(self.parent, Prompt):
            self.parent.pass_on(self.value)

    def action_leave(self) -> None:
        """Tell the prompt that nothing is wanted."""
        prompt = self.parent
        self.post_message(Prompt.Left(prompt.purpose if isinstance(prompt, Prompt) else ""))


class Prompt(Horizontal):
    """A label and a text field; hidden while nothing is asked. ``purpose`` names what is asked.

    Args:
        when_typed: called with purpose and text when the text is another one.
    """

    class Answered(Message):
        """The user pressed enter."""

        def __init__(self, purpose: str, text: str) -> None:
            super().__init__()
            self.purpose, self.text = purpose, text

    class Left(Message):
        """The user pressed escape."""

        def __init__(self, purpose: str) -> None:
            super().__init__()
            self.purpose = purpose

    purpose = ""

    def __init__(self, when_typed: Callable[[str, str], None]) -> None:
        super().__init__()
        self._when_typed = when_typed
        self._told = ""
        """What was passed on last."""

    def compose(self) -> ComposeResult:
        """Label and field."""
        yield Label()
        yield Line(compact=True)

    def ask(self, purpose: str, label: str, text: str = "", *, enter: str = "done") -> None:
        """Show the prompt and put the cursor into it. ``enter`` is the name of the key that answers."""
        self.screen.query_one(Keys).hold((enter, "never-mind"))
        self.purpose = ""  # what is put in now is no answer
        self.add_class("-asked")
        shown = self.query_one(Label)
        shown.say(f" {label} ")
        line = self.query_one(Line)
        line.is_left = False
        line.value = text
        line.cursor_position = len(text)
        self.purpose, self._told = purpose, text
        self.screen.set_focus(line)  # now: ``focus`` would do it after the keys that are typed ahead

    def put_away(self) -> None:
        """Hide the prompt."""
        self.purpose = ""
        self.remove_class("-asked")
        self.screen.query_one(Keys).hold()

    def pass_on(self, text: str) -> None:
        """Tell what is typed, while something is asked."""
        if self.purpose and text != self._told:
            self._told = text
            self._when_typed(self.purpose, text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """It has been passed on."""
        event.stop()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on the answer."""
        event.stop()
        self.pass_on(event.value)
        if self.purpose:
            self.post_message(self.Answered(self.purpose, event.value))
