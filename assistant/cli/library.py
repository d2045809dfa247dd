"""Commands that look into the library without opening the reader: search, days, export."""

import click

from assistant.cli.days import read_day
from assistant.cli.opening import open_library
from assistant.cli.terminal import echo
from assistant.errors import UsageError
from assistant.inert import clean_line
from assistant.reporting.wording import plural
from assistant.running.output import write_file
from assistant.store import Filters, Row

FORMATS = {
    **dict.fromkeys(("text", "txt"), "render_text"),
    **dict.fromkeys(("markdown", "md"), "render_markdown"),
    "html": "render_html",
    "json": "render_json",
}
"""By name, and as the files of a day end."""
HITS = 50
EVERYTHING = 100_000
"""Briefings of a day; more than a day has ever held."""


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--day", metavar="DAY", help="Of this day only: 2025-11-02.")
@click.option("--outlet", default="", metavar="NAME", help="Of this outlet only, in its own script.")
@click.option("--flagged", is_flag=True, help="Only briefings with flags.")
@click.option("--limit", default=HITS, show_default=True, type=click.IntRange(min=1))
def search(words: tuple[str, ...], day: str | None, outlet: str, flagged: bool, limit: int) -> int:
    """Find stored briefings by English or Chinese words; all words must occur. Exit status 1: nothing found."""
    if not "".join(words).strip() and not (day or outlet or flagged):
        raise UsageError("there are no words to search for", advice="Give words, or --day, --outlet or --flagged.")
    on = read_day(day, "--day")
    filters = Filters(day=on.isoformat() if on else "", outlet=outlet, words=" ".join(words), flagged=flagged)
    with open_library() as store:
        rows, total = store.library.rows(filters, limit=limit), store.library.count(filters)
    for row in rows:
        echo(_line(row))
    echo(f"{plural(total, 'briefing')} found" + (f", {len(rows)} shown" if total > len(rows) else ""), err=True)
    return 0 if rows else 1


@click.command("days")
def days() -> int:
    """List the days that hold briefings, newest first."""
    with open_library() as store:
        found = store.library.days()
    for day in found:
        flags = plural(day.flags, "flag") if day.flags else "no flags"
        echo(f"{day.day}  {plural(day.briefings, 'briefing')}, {flags}, {day.unread} unread")
    if not found:
        echo("No briefings yet.", err=True)
    return 0


@click.command("export")
@click.argument("day", metavar="DAY")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="markdown", show_default=True)
@click.option("-o", "--out", default="-", metavar="PATH", help="A file; standard output by default.")
def export(day: str, form: str, out: str) -> int:
    """Write all briefings of DAY (2025-11-02) as text, Markdown, HTML or JSON."""
    from assistant import reporting
    from assistant.collecting import stored_report

    with open_library() as store:
        title, is_for_people = f"Briefings of {day}", form != "json"
        report = stored_report(store, Filters(day=day), title=title, limit=EVERYTHING, judged=is_for_people)
    if not report.briefings:
        raise UsageError(f"there are no briefings of {day}", advice="`briefing days` lists the days.")
    write_file(out, getattr(reporting, FORMATS[form])(report))
    return 0


def _line(row: Row) -> str:
    flags = f"⚑{row.flags}" if row.flags else "✓" if row.headline else "·"
    outlet = f"  [{clean_line(row.outlet)}]" if row.outlet else ""
    return f"{row.id}  {row.day}  {flags:<3} {clean_line(row.headline or row.original)}{outlet}"
