"""``briefing cache``: what is kept of model replies, and how to let go of it."""

import click

from assistant.cli.opening import open_library
from assistant.cli.terminal import echo


@click.command("cache")
@click.option(
    "--prune", "days", type=click.IntRange(min=0), metavar="DAYS", help="Forget replies older than DAYS days."
)
def command(days: int | None) -> int:
    """Show how many replies are kept, and what they cost; a kept reply is never paid for again."""
    with open_library() as store:
        if days is not None:
            echo(f"{store.calls.prune(days=days):,} replies forgotten")
        size = store.calls.size()
        cost = "of unknown cost" if size.cost_usd is None else f"that cost US${size.cost_usd:.4f}"
        echo(f"{size.calls:,} replies kept, {cost}; {size.bytes / 1e6:.1f} MB in {store.path}")
        if size.oldest:
            echo(f"oldest {size.oldest[:10]}, newest {size.newest[:10]}")
    return 0
