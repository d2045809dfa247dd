"""``briefing read``: the reader on what is stored, or the same as text."""

import os
import sys

import click

from assistant.cli.opening import open_library
from assistant.cli.terminal import echo, has_terminal
from assistant.cycles import no_cycle_search, rare_cycle_search
from assistant.errors import UsageError
from assistant.folders import config_path
from assistant.store import Store

SEARCH_AFTER = 10_000
"""Objects made before Python looks for reference cycles again."""
COLUMNS = 80
"""Of what is printed."""
EMPTY = """\
No briefings yet.

  briefing demo        look at a bundled example; no key and no network needed
  briefing run FILE    brief a dump of a news page, and check every figure
  briefing items FILE  see how a dump is cut, without any model

They will be kept in {path} (set BRIEFING_HOME for another folder).
"""


@click.command("read")
@click.argument("briefing", required=False, metavar="[ID]")
@click.option("--plain", is_flag=True, help="Print what is stored as text, also on a terminal.")
@click.option("--theme", type=click.Choice(["ink", "paper"]), help="Dark (ink) or light (paper).")
@click.option(
    "--web", is_flag=True, help="Show the reader in a browser on this machine, at an address that holds a token."
)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="With --web: on this port; default: a free one.")
@click.option("--in-browser", is_flag=True, hidden=True, help="What --web starts for each window of a browser.")
def command(
    briefing: str | None = None,
    plain: bool = False,
    theme: str | None = None,
    web: bool = False,
    port: int = 0,
    in_browser: bool = False,
) -> int:
    """Open the reader on what is stored, beginning with the briefing ID if one is given.

    Without a terminal, or with TERM=dumb, the newest briefings are printed as text.
    """
    if web:
        return _serve(port, [*(["--theme", theme] if theme else []), *(["--", briefing] if briefing else [])])
    with open_library() as store:
        if plain or not (in_browser or has_terminal()):
            sys.stdout.write(_print(store, briefing))
        else:
            open_reader(store, select=briefing, model=_describe_model(), theme=theme or "")
    return 0


def open_reader(store: Store, *, select: str | None = None, model: str = "", theme: str = "") -> None:
    """The reader on ``store``, as the settings file has it."""
    with no_cycle_search():
        from assistant.tui import load_preferences, read
    with rare_cycle_search(SEARCH_AFTER):
        farewell = read(store, select=select, model=model, theme=theme, preferences=load_preferences(config_path()))
    if farewell:
        echo(f"briefing: {farewell}", err=True)


def _serve(port: int, options: list[str]) -> int:
    """Answer browsers on this machine until ctrl-c."""
    try:
        from assistant.tui.web import open_door
    except ImportError:
        advice = "Install it: pip install 'briefing-assistant[web]'."
        raise UsageError("the reader in a browser needs textual-serve, an extra", advice=advice) from None
    try:
        door = open_door([sys.executable, "-m", "assistant", "read", "--in-browser", *options], port=port)
    except OSError as error:
        raise UsageError(f"port {port} cannot be used: {error.strerror or error}") from None
    echo(f"The reader is at {door.address}")
    echo("Only this machine can reach it, and only with that address: keep it to yourself. ctrl-c ends it.")
    door.serve_until_interrupted()
    return 0


def _describe_model() -> str:
    """Which model a run would ask, as far as the environment tells; for the first screen. No key is ever shown."""
    if address := os.environ.get("OPENAI_BASE_URL"):
        from urllib.parse import urlsplit

        return f"the server at {urlsplit(address).hostname or address} (OPENAI_BASE_URL)"
    if os.environ.get("OPENAI_API_KEY"):
        return "OpenAI (OPENAI_API_KEY is set)"
    return "none in the environment: figures in English beside the source, no translation"


def _print(store: Store, briefing: str | None) -> str:
    if briefing:
        from assistant.cli.plain import print_briefing

        return print_briefing(store, briefing, columns=COLUMNS)
    if not store.library.count():
        return EMPTY.format(path=store.path)
    from assistant.collecting import stored_report
    from assistant.reporting import render_text

    return render_text(stored_report(store))
