"""``briefing show``: what the reader shows, as plain text; for screen readers, pipes and mails."""

import shutil
import sys

import click

from assistant.cli import no_cycle_search
from assistant.cli.opening import open_library
from assistant.errors import BriefingError, StoreError
from assistant.inert import clean_line
from assistant.pages import compose_notices, compose_page, find_aside, print_blocks
from assistant.records import Briefing, Verdict
from assistant.reporting.wording import SIGNS, STATUS_SIGNS
from assistant.store import Row, Store
from assistant.typesetting import pad, shorten

NARROWEST, WIDEST = 40, 100
ID_CELLS = 16


@click.command("show")
@click.argument("briefings", nargs=-1, metavar="[ID]...")
@click.option("--columns", type=click.IntRange(20, 400), help="Cells in a line; default: as the window, 100 at most.")
@click.option("--plain", is_flag=True, expose_value=False, help="Plain text; this command never prints anything else.")
@click.option("--unfolded", is_flag=True, help="List what summary and claims leave out, which is only counted else.")
def command(briefings: tuple[str, ...], columns: int | None, *, unfolded: bool) -> int:
    """Print briefings as plain text, the same as in the reader; without an ID, list what is stored."""
    width = columns or min(WIDEST, max(NARROWEST, shutil.get_terminal_size().columns))
    with no_cycle_search(), open_library() as store:
        if briefings:
            for briefing in briefings:
                sys.stdout.write(print_briefing(store, briefing, columns=width, folded=not unfolded))
        else:
            sys.stdout.writelines(_list_row(row, width) for row in store.library.rows(limit=10_000))
    return 0


def print_briefing(store: Store, briefing: str, *, columns: int, folded: bool = True) -> str:
    """A stored briefing as plain text, as wide as ``columns``; ``folded``: what is left out is only counted.

    Raises:
        BriefingError: there is none with this id.
    """
    try:
        found = store.library.briefing(briefing)
    except StoreError as error:
        raise BriefingError(error.message, advice="`briefing show` lists what is stored.") from error
    run = store.library.run_of(briefing)
    aside = find_aside(store, found)
    conflicts = _find_conflicts(store, found) if aside.also else ()
    page = compose_page(found, aside=aside, conflicts=conflicts, folded=folded)
    return print_blocks((*page.blocks, *compose_notices(run.notices if run else ())), columns=columns)


def _find_conflicts(store: Store, briefing: Briefing) -> tuple[str, ...]:
    """Only where others tell its story: it brings the figure check, which takes as long as all the rest."""
    from assistant.collecting import stored_conflicts

    return stored_conflicts(store, briefing)


def _list_row(row: Row, columns: int) -> str:
    if row.status in STATUS_SIGNS:
        sign = STATUS_SIGNS[row.status].mark
    else:
        sign = f"{SIGNS[Verdict.CONTRADICTED].mark}{row.flags}" if row.flags else SIGNS[Verdict.SUPPORTED].mark
    start = f"{pad(row.id, ID_CELLS)} {row.day} {pad(sign, 4)}"
    return shorten(f"{start} {clean_line(row.headline or row.original)}", columns) + "\n"
