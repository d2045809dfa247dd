"""``briefing sort``: sorts what is stored into stories and topics. The reader starts it by itself."""

import click

from assistant.cli.opening import open_library
from assistant.cli.terminal import echo
from assistant.reporting.wording import plural
from assistant.stories.sorting import sort_stored


@click.command("sort")
def command() -> int:
    """Find out which stored briefings tell the same story, and what each is about.

    The reader does this by itself when something new is stored; nothing is asked of a model.
    """
    with open_library() as store:
        days = sort_stored(store)
    echo(f"{plural(days, 'day')} sorted" if days else "Nothing new to sort.")
    return 0
