"""``briefing show``: what the reader shows, as plain text; for screen readers, pipes and mails."""

import sys

import click

from assistant.cli.opening import open_library
from assistant.cli.plain import FEWEST_COLUMNS, MOST_COLUMNS, Wanted, print_wanted, window_columns
from assistant.cycles import no_cycle_search
from assistant.inert import clean_line
from assistant.records import Verdict
from assistant.reporting.wording import SIGNS, STATUS_SIGNS
from assistant.store import Row
from assistant.typesetting import pad, shorten

ID_CELLS = 16
LISTED = 10_000


@click.command("show")
@click.argument("briefings", nargs=-1, metavar="[ID]...")
@click.option(
    "--columns",
    type=click.IntRange(FEWEST_COLUMNS, MOST_COLUMNS),
    help="Cells in a line; default: as the window, 100 at most.",
)
@click.option("--plain", is_flag=True, expose_value=False, help="Plain text; this command never prints anything else.")
@click.option("--unfolded", is_flag=True, help="List what summary and claims leave out, which is only counted else.")
def command(briefings: tuple[str, ...], columns: int | None, *, unfolded: bool) -> int:
    """Print briefings as plain text, the same as in the reader; without an ID, list what is stored."""
    with no_cycle_search():
        if briefings:
            return print_wanted(Wanted(briefings, columns, unfolded))
        with open_library() as store:
            width = columns or window_columns()
            sys.stdout.writelines(_list_row(row, width) for row in store.library.rows(limit=LISTED))
    return 0


def _list_row(row: Row, columns: int) -> str:
    if row.status in STATUS_SIGNS:
        sign = STATUS_SIGNS[row.status].mark
    else:
        sign = f"{SIGNS[Verdict.CONTRADICTED].mark}{row.flags}" if row.flags else SIGNS[Verdict.SUPPORTED].mark
    start = f"{pad(row.id, ID_CELLS)} {row.day} {pad(sign, 4)}"
    return shorten(f"{start} {clean_line(row.headline or row.original)}", columns) + "\n"
