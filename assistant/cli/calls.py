"""``briefing calls``: every call to a model that the store knows, and one of them whole."""

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from assistant.cli.opening import open_library
from assistant.cli.terminal import echo, echo_json
from assistant.errors import UsageError
from assistant.inert import clean
from assistant.store import CallRow, Store

SHORTEST_KEY = 6
WIDTH = 120
"""Columns where there is no terminal."""


@click.command("calls")
@click.argument("run", required=False, default="", metavar="[RUN]")
@click.option("--show", "key", metavar="KEY", help="One call whole: what was asked, and the reply as it came.")
@click.option("--json", "as_json", is_flag=True, help="A JSON list.")
def command(run: str, key: str | None, as_json: bool) -> int:
    """List the model calls of RUN, or of all runs: prompt, tokens, time, price and outcome."""
    with open_library() as store:
        if key:
            _show(store, key)
            return 0
        rows = store.calls.rows(run)
    if as_json:
        fields = CallRow.__dataclass_fields__
        echo_json([{name: getattr(row, name) for name in fields} for row in rows])
    elif rows:
        _print(rows)
    else:
        echo("No calls are stored" + (f" for run {run}." if run else "."))
    return 0


def _print(rows: list[CallRow]) -> None:
    table = Table(box=None, pad_edge=False)
    for name in ("key", "run", "at", "outcome", "model", "prompt"):
        table.add_column(name, no_wrap=name != "model")
    for name in ("in", "out", "cached", "s", "US$"):
        table.add_column(name, justify="right")
    for row in rows:
        cost = "unknown" if row.cost_usd is None else f"{row.cost_usd:.4f}"
        numbers = (
            f"{row.input_tokens:,}",
            f"{row.output_tokens:,}",
            f"{row.cached_tokens:,}",
            f"{row.seconds:.1f}",
            cost,
        )
        words = (row.key[:10], row.run, row.at[:19].replace("T", " "), row.outcome, row.model, row.prompt)
        table.add_row(*(Text(clean(word)) for word in (*words, *numbers)))
    console = Console()
    console.width = console.width if console.is_terminal else WIDTH
    console.print(table)


def _show(store: Store, key: str) -> None:
    found = [row.key for row in store.calls.rows() if row.key.startswith(key)] if len(key) >= SHORTEST_KEY else []
    call = store.calls.get(found[0]) if len(found) == 1 else None
    if call is None:
        problem = "no call" if not found else f"{len(found)} calls"
        raise UsageError(f"there is {problem} with the key {key}", advice="`briefing calls` lists the keys.")
    came = f"{call.outcome} {call.message}".strip()
    about = f"{call.prompt.name}/v{call.prompt.version} · {call.model} at {call.server} · {came}"
    for title, text in (
        ("call", f"{call.key}\n{about}\nparameters {call.parameters}"),
        ("system", call.system),
        ("user", call.user),
        ("reply", call.reply),
    ):
        echo(f"--- {title}\n{text}")
