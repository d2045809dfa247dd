"""The run screen: what a job does, what it costs, what it waits for, and how to go on when it stops."""

from typing import Any, ClassVar

from textual.binding import BindingType
from textual.message import Message

from assistant.pages import Block, Run, Tone
from assistant.reporting.wording import plural
from assistant.tui.chrome import Keys, Masthead
from assistant.tui.fitted import SideScreen
from assistant.tui.jobs import Job, State
from assistant.tui.keys import bindings, with_keys
from assistant.tui.sheet import Sheet

BAR_CELLS = 30
INDENT = 3
REASONS_SHOWN = 8
TONES = {
    State.RUNNING: Tone.LABEL,
    State.DONE: Tone.VERIFIED,
    State.INCOMPLETE: Tone.DERIVED,
    State.CANCELLED: Tone.WITHHELD,
}
ADVICE = {
    State.RUNNING: "esc goes on reading while it works; {cancel} cancels it",
    State.DONE: "esc shows what it brought",
    State.INCOMPLETE: "esc shows what it brought; {resume} asks anew about what failed, and about nothing else",
    State.FAILED: "mend what it says above, then {resume} starts it again",
    State.CANCELLED: "{resume} goes on where it stopped: what was answered is kept",
    State.KILLED: "{resume} goes on where it stopped: what was answered is kept",
}
KEY_NOW = {State.RUNNING: "cancel", State.DONE: "run-again", State.INCOMPLETE: "ask-anew", State.FAILED: "run-again"}
"""The key of the footer; in all other states: go on."""


class RunScreen(SideScreen[None]):
    """One job, drawn twice a second while it runs."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("run")

    class Resumed(Message):
        """The user wants the same run once more."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.job = job

    def on_mount(self) -> None:
        """Draw it now and then."""
        self.set_interval(0.5, self.draw)
        self.query_one(Sheet).focus()
        self.draw()

    def draw(self) -> None:
        """Show the job as it is."""
        self.query_one(Masthead).say(f"run of {self.job.title}", "")
        self.query_one(Keys).say((KEY_NOW.get(self.job.state, "resume"), "help", "back"))
        self.job.is_seen = self.job.state is not State.RUNNING
        self.query_one(Sheet).show(compose_job(self.job), keep_place=True)

    def action_cancel(self) -> None:
        """Stop the job."""
        self.job.cancel()

    def action_resume(self) -> None:
        """Start the job again."""
        if self.job.state is not State.RUNNING:
            self.dismiss()
            self.app.screen.post_message(self.Resumed())


def compose_job(job: Job) -> tuple[Block, ...]:
    """The state of a job in words."""
    blocks = [
        Block((Run(" "),)),
        Block((Run(str(job.state), TONES.get(job.state, Tone.FLAG)),), space=True),
        *(Block((Run(what),), gutter=Run(name, Tone.LABEL), indent=12) for name, what in _facts(job) if what),
        Block((Run(" "),)),
    ]
    blocks += [Block((Run(line),), indent=INDENT) for line in job.result.splitlines()]
    if job.waits:
        said = list(job.waits.items())[-REASONS_SHOWN if job.state is State.RUNNING else 0 :]
        blocks += [Block((Run(" "),)), Block((Run("WHAT IT SAID", Tone.LABEL),))]
        blocks += [Block((Run(line), *_often(times, job.lengths[line])), indent=INDENT) for line, times in said]
    return (*blocks, Block((Run(" "),)), Block((Run(with_keys(ADVICE[job.state]), Tone.QUIET),)))


def _often(times: int, wait: str) -> tuple[Run, ...]:
    """How often it was said, and how long it waited for it the last time."""
    parts = [f"{times} times" if times > 1 else "", f"tried again after {wait}" if wait else ""]
    return tuple(Run(f" · {part}", Tone.QUIET) for part in parts if part)


def _facts(job: Job) -> list[tuple[str, str]]:
    told = job.progress
    done, total = int(told.get("items_done", 0)), int(told.get("items_total", 0))
    left = f" · about {say_seconds(job.seconds_left)} left" if job.seconds_left and job.ended is None else ""
    before_any = "reading" if job.ended is None else "none"
    return [
        ("items", f"{_bar(done, total)}  {done} of {total}{_failed(told)}" if total else before_any),
        ("time", f"{say_seconds(job.seconds)}{left}"),
        ("calls", _calls(told, is_over=job.ended is not None)),
        ("cost", _cost(told)),
    ]


def _failed(told: dict[str, Any]) -> str:
    failed = int(told.get("items_failed", 0))
    return f" · {failed} failed" if failed else ""


def _bar(done: int, total: int) -> str:
    full = BAR_CELLS * done // max(total, 1)
    return f"[{'#' * full}{'-' * (BAR_CELLS - full)}]"


def _calls(told: dict[str, Any], *, is_over: bool) -> str:
    spending: dict[str, Any] = told.get("spending") or {}
    usage: dict[str, Any] = spending.get("usage") or {}
    tokens = int(usage.get("input_tokens", 0)) + int(usage.get("output_tokens", 0))
    in_flight = [] if is_over else [f"{told.get('in_flight', 0)} in flight"]
    parts = [*in_flight, f"{spending.get('calls', 0)} answered"]
    if spending.get("kept"):
        parts.append(f"{spending['kept']} kept from before")
    return " · ".join([*parts, plural(tokens, "token")]) if spending else ""


def _cost(told: dict[str, Any]) -> str:
    spending: dict[str, Any] = told.get("spending") or {}
    ceiling = told.get("ceiling_usd")
    limit = f" of US${ceiling:.2f} at most" if ceiling is not None else ""
    if not spending.get("calls"):
        return f"nothing yet{limit}" if limit else ""
    cost = spending.get("cost_usd")
    return "unknown: the model has no price in the list" if cost is None else f"US${cost:.4f}{limit}"


def say_seconds(seconds: float | None) -> str:
    """``42 s``, ``3 min 5 s``."""
    whole = round(seconds or 0)
    return f"{whole} s" if whole < 60 else f"{whole // 60} min {whole % 60} s"
