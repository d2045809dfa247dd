"""A stored briefing as plain text, and the short way to it: ``briefing show ID`` waits for no library of commands."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from assistant.cli.opening import open_library
from assistant.codec.light import decode_light
from assistant.errors import BriefingError, StoreError
from assistant.pages import compose_notices, compose_page, find_aside, print_blocks
from assistant.patterns import patterns_of
from assistant.records import Briefing
from assistant.store import Store

NARROWEST, WIDEST, USUAL = 40, 100, 80
FEWEST_COLUMNS, MOST_COLUMNS = 20, 400
"""That one may ask for."""


class Wanted(NamedTuple):
    """What ``briefing show`` was asked for. ``columns`` None: as the window."""

    briefings: tuple[str, ...]
    columns: int | None = None
    unfolded: bool = False


def parse(words: Sequence[str]) -> Wanted | None:
    """The arguments after ``show``, where they are so plain that nothing has to be said of them; else None."""
    briefings, columns, unfolded = [], None, False
    rest = iter(words)
    for word in rest:
        if word == "--columns":
            columns = _read_columns(next(rest, ""))
            if columns is None:
                return None
        elif word == "--unfolded":
            unfolded = True
        elif word.startswith("-") and word != "--plain":
            return None
        elif word != "--plain":
            briefings.append(word)
    return Wanted(tuple(briefings), columns, unfolded) if briefings else None


def _read_columns(word: str) -> int | None:
    columns = int(word) if word.isascii() and word.isdigit() and len(word) <= 3 else 0
    return columns if FEWEST_COLUMNS <= columns <= MOST_COLUMNS else None


def print_wanted(wanted: Wanted) -> int:
    """Print what was asked for; the exit status."""
    columns = wanted.columns or window_columns()
    with patterns_of("show"), open_library() as store:
        for briefing in wanted.briefings:
            sys.stdout.write(print_briefing(store, briefing, columns=columns, folded=not wanted.unfolded))
    sys.stdout.flush()
    return 0


def window_columns() -> int:
    """The width of a page in this window."""
    try:
        columns = int(os.environ.get("COLUMNS") or 0)
    except ValueError:
        columns = 0
    with suppress(OSError):  # no terminal
        columns = columns if columns > 0 else os.get_terminal_size(1).columns
    return min(WIDEST, max(NARROWEST, columns if columns > 0 else USUAL))


def print_briefing(store: Store, briefing: str, *, columns: int, folded: bool = True) -> str:
    """A stored briefing as plain text, as wide as ``columns``; ``folded``: what is left out is only counted.

    Raises:
        BriefingError: there is none with this id.
    """
    try:
        found = store.library.briefing(briefing, decode=decode_light)
    except StoreError as error:
        raise BriefingError(error.message, advice="`briefing show` lists what is stored.") from error
    run = store.library.run_of(briefing)
    aside = find_aside(store, found)
    conflicts = _find_conflicts(store, found) if aside.also else ()
    page = compose_page(store.reviews.judge(found), aside=aside, conflicts=conflicts, folded=folded)
    return print_blocks((*page.blocks, *compose_notices(run.notices if run else ())), columns=columns)


def _find_conflicts(store: Store, briefing: Briefing) -> tuple[str, ...]:
    """Only where others tell its story: it brings the figure check, which takes as long as all the rest."""
    from assistant.collecting import stored_conflicts

    return stored_conflicts(store, briefing)
