"""The commands, each in a module of its own that is imported only when it is called."""

import importlib
import io
from typing import cast

import click

from assistant import __version__
from assistant.cli.terminal import echo
from assistant.cycles import no_cycle_search
from assistant.patterns import keep_patterns

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


def run(words: list[str]) -> int:
    """Run a command; its exit status. Wrong use is said as click says it."""
    try:
        status = group.main(words, prog_name="briefing", standalone_mode=False)
    except click.exceptions.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        said = io.StringIO()
        error.show(said)
        echo(said.getvalue(), err=True, nl=False)
        return error.exit_code
    keep_patterns()
    return status if isinstance(status, int) else 0
