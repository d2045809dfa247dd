"""The command line: parse, wire, run, exit code.

Each command lives in a module of its own and is imported only when it is called, so that ``briefing --help`` costs
nothing but click. What a command prints is decided elsewhere; here it is only wired.
"""

import gc
import importlib
import io
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, cast

import click

from assistant import __version__
from assistant.cli.terminal import echo
from assistant.errors import BriefingError

# name -> (module, one line of help). The module holds a click command called `command`.
# (or `module:name` for one called otherwise).
COMMANDS: dict[str, tuple[str, str]] = {
    "run": ("assistant.cli.run", "Brief one or more dumps and check every figure."),
    "daily": ("assistant.cli.daily", "Brief folders of dumps and write the report of a day."),
    "retry": ("assistant.cli.retry", "Brief again just what failed or was held in a run."),
    "read": ("assistant.cli.read", "Open the reader on what is stored."),
    "show": ("assistant.cli.show", "Print briefings as plain text, the same as in the reader."),
    "search": ("assistant.cli.library:search", "Find stored briefings, by English or Chinese words."),
    "days": ("assistant.cli.library:days", "List the days that hold briefings."),
    "sort": ("assistant.cli.sort", "Sort what is stored into stories and topics; the reader does so by itself."),
    "export": ("assistant.cli.library:export", "Write the briefings of a day as text, Markdown, HTML or JSON."),
    "demo": ("assistant.cli.demo", "See it at work on a sample that ships with the program; no key needed."),
    "check": ("assistant.cli.check", "Hold the figures of an English text against its source."),
    "figures": ("assistant.cli.figures", "List every figure of a text with its English rendering."),
    "verify": ("assistant.cli.verify", "Check a written result again, with no model and no network."),
    "names": ("assistant.cli.names", "List how names are written, and settle it."),
    "models": ("assistant.cli.models", "List the models that answer on this machine, or fetch one."),
    "calls": ("assistant.cli.calls", "List the calls to models: prompts, tokens, time, price."),
    "cache": ("assistant.cli.cache", "Show or prune the kept replies."),
    "items": ("assistant.cli.items", "Show the parts a dump is cut into."),
}


@contextmanager
def no_cycle_search() -> Iterator[None]:
    """Look for no reference cycles while modules are imported, or one page is printed: looking takes a sixth of it."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of ``COMMANDS``, which is the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with this name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        with no_cycle_search():
            return cast("click.Command", getattr(importlib.import_module(module), name or "command"))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_line) for name, (_, help_line) in COMMANDS.items()])


@click.group(cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing")
@click.pass_context
def group(ctx: click.Context) -> None:
    """English briefings from dumps of Chinese news pages, every figure checked against the source.

    Without a command it opens the reader.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(cast("click.Command", group.get_command(ctx, "read")))


def _end_like_ctrl_c(_number: int, frame: FrameType | None) -> None:
    """SIGTERM, as timers and service managers send it: what is open is closed, as after ctrl+c."""
    handler = signal.getsignal(signal.SIGINT)
    (handler if callable(handler) else signal.default_int_handler)(signal.SIGINT, frame)


def main(args: list[str] | None = None) -> Any:
    """Run the command line and exit: 0 all well, 1 something failed or was held, 2 wrong use, 130 interrupted."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _end_like_ctrl_c)
    try:
        status = group.main(args, prog_name="briefing", standalone_mode=False)
    except click.exceptions.Abort:
        echo("briefing: interrupted", err=True)
        sys.exit(130)
    except click.ClickException as error:
        said = io.StringIO()
        error.show(said)
        echo(said.getvalue(), err=True, nl=False)
        sys.exit(error.exit_code)
    except BriefingError as error:
        echo(f"briefing: {error.message}", err=True)
        if error.advice:
            echo(error.advice, err=True)
        sys.exit(error.exit_status)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:  # standard output on a full disk, as a rule
        echo(f"briefing: {error.strerror or error}", err=True)
        sys.exit(1)
    sys.exit(status if isinstance(status, int) else 0)
