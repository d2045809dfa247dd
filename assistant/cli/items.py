"""``briefing items``: show the parts a dump is cut into, with their clocks and their damage. No model, no network."""

import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain, islice

import click

from assistant.cli.options import read_time
from assistant.cli.parts import News, Row, Shown, show_dumps
from assistant.cli.progress import LOG_EVERY_S
from assistant.cli.terminal import echo
from assistant.cycles import rare_cycle_search
from assistant.reading import read_dumps, read_url
from assistant.records import Dump, Problem
from assistant.stories.duplicates import group_letters

WIDTH = 120
"""Columns where there is no terminal."""
AT_ONCE = 400
"""Texts that are cut together: thousands of short ones take a sixth less time so."""
CHARACTERS_AT_ONCE = 100_000
"""With so many no more texts are added: they take about what it takes to start a process (0.4 s)."""
ROWS_AT_ONCE = 1_000
"""Rows of JSON that are printed together, for to print each by itself takes longer than to write it."""


@click.command(name="items")
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--url", help="Fetch this page (https) instead of reading a file.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list, one object for each part.")
@click.option("--encoding", help="What the file is encoded in, where detection fails: big5, gb18030 ...")
@click.option("--as-of", metavar="TIME", help="When the page was captured: 2025-11-02 or 2025-11-02T08:30.")
def command(files: tuple[str, ...], url: str | None, as_json: bool, encoding: str | None, as_of: str | None) -> int:
    """Show the parts of FILE: articles, related items, navigation; their outlets, times and damage.

    Rules alone do it. What a model says of parts that are unsure, and the misprints it offers, stand with the briefings
    of a run (briefing show).

    The parts tile the text: the first starts at 0, each starts where the one before it ends. An article with a link to
    another one inside goes on below that, in a part of the kind "continued". Exits with 1 if a file of a folder could
    not be read, with 2 on wrong use.
    """
    if bool(files) == bool(url):
        raise click.UsageError("name a file, a folder, - for standard input, or --url")
    with rare_cycle_search():
        return _show(files, url, encoding, read_time(as_of), as_json=as_json)


def _show(
    files: Sequence[str], url: str | None, encoding: str | None, captured: datetime | None, *, as_json: bool
) -> int:
    read = (read_dumps(name, encoding=encoding, as_of=captured) for name in files)
    found: Iterable[Dump | Problem] = [read_url(url, as_of=captured)] if url else chain.from_iterable(read)
    problems: list[Problem] = []
    shows_progress = not as_json and sys.stdout.isatty()  # the tables themselves
    batches = _make_batches(found if shows_progress else _tell_progress(found), problems)
    printer = _Rows() if as_json else _Tables()
    columns = 0 if as_json else shutil.get_terminal_size((WIDTH, 0)).columns
    if len(begun := list(islice(batches, 2))) < 2:
        for batch in begun:
            printer.take(show_dumps(batch, columns))
    else:
        from assistant.cli.items_beside import show_many  # brings asyncio: paid only where texts are many

        problems += show_many(chain(begun, batches), columns, printer.take)
    printer.finish()
    for problem in problems:
        echo(f"briefing: {problem.message}", err=True)
    return 1 if problems else 0


def _tell_progress(found: Iterable[Dump | Problem]) -> Iterator[Dump | Problem]:
    """Each of them, and now and then a line that says how many there were: 50 MB of them take a minute."""
    due, told = time.monotonic() + LOG_EVERY_S, False
    number = 0
    for number, each in enumerate(found, start=1):
        if time.monotonic() >= due:
            echo(f"briefing: {number - 1:,} texts so far", err=True)
            due, told = time.monotonic() + LOG_EVERY_S, True
        yield each
    if told:
        echo(f"briefing: all {number:,} texts are read; next, which of them tell the same", err=True)


def _make_batches(found: Iterable[Dump | Problem], problems: list[Problem]) -> Iterator[list[Dump]]:
    """The dumps, as many as are cut together; what could not be read is added to the problems."""
    batch: list[Dump] = []
    characters = 0
    for each in found:
        if isinstance(each, Problem):
            problems.append(each)
            continue
        batch.append(each)
        characters += len(each.text)
        if len(batch) >= AT_ONCE or characters >= CHARACTERS_AT_ONCE:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


# -------------------------------------------------------------------------------------------------- printing


class _Rows:
    """A JSON list with one object for each part, a line for each: when all stories are known."""

    def __init__(self) -> None:
        self._rows: list[tuple[Row, int | None]] = []
        """Each with its place among all news."""
        self._news: list[News] = []

    def take(self, dumps: Sequence[Shown]) -> None:
        """Keep what is to be printed of these."""
        for dump in dumps:
            self._rows += ((row, None if row.news is None else len(self._news) + row.news) for row in dump.rows)
            self._news += dump.news

    def finish(self) -> None:
        """Print all."""
        stories = enumerate(group_letters([news.letters for news in self._news]), start=1)
        numbers = {place: number for number, story in stories for place in story}
        echo("[\n", nl=False)
        for start in range(0, len(self._rows), ROWS_AT_ONCE):
            rows = self._rows[start : start + ROWS_AT_ONCE]
            text = ",\n".join(row.finish(None if place is None else numbers[place]) for row, place in rows)
            echo(",\n" * (start > 0) + text, nl=False)
        echo("\n]")


class _Tables:
    """A table for each dump as soon as that is cut, and in the end what several items tell."""

    def __init__(self) -> None:
        self._news: list[tuple[str, News]] = []
        """Each with the name of its dump."""
        self._dumps = 0

    def take(self, dumps: Sequence[Shown]) -> None:
        """Print them, all at once, for to print each by itself takes longer than to write it."""
        self._dumps += len(dumps)
        self._news += ((dump.name, news) for dump in dumps for news in dump.news)
        if dumps:
            echo("\n".join(dump.table for dump in dumps))

    def finish(self) -> None:
        """Print the stories."""
        for number, story in enumerate(group_letters([news.letters for _, news in self._news]), start=1):
            if len(story) > 1:
                sources = "; ".join(self._name_source(*self._news[place]) for place in story)
                echo(f"story {number}: {len(story)} items tell it ({sources})")

    def _name_source(self, dump: str, news: News) -> str:
        """Its outlet, its number, and its dump where there are several."""
        where = f"{dump} #{news.index}" if self._dumps > 1 else f"#{news.index}"
        return f"{news.outlet or 'no outlet'}, {where}"
