"""``briefing read``: the reader on what is stored, or the same as text."""

import sys

import click

from assistant.cli.opening import open_library
from assistant.cli.reader import describe_model, has_terminal, open_reader
from assistant.cli.terminal import echo
from assistant.errors import UsageError
from assistant.store import Store

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
            open_reader(store, select=briefing, model=describe_model(), theme=theme or "")
    return 0


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


def _print(store: Store, briefing: str | None) -> str:
    if briefing:
        from assistant.cli.plain import print_briefing

        return print_briefing(store, briefing, columns=COLUMNS)
    if not store.library.count():
        return EMPTY.format(path=store.path)
    from assistant.collecting import stored_report
    from assistant.reporting import render_text

    return render_text(stored_report(store))
