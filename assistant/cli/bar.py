"""Live progress on a terminal: one line that is drawn over, on standard error, gone when the work is done.

The only module of a run that imports rich: where nobody watches, it is not needed.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from assistant.inert import clean_line
from assistant.records import Progress, Watch


@contextmanager
def draw_bar(describe: Callable[[Progress], str]) -> Iterator[Watch]:
    """Something that draws each change, with what is under way in the words of ``describe``."""
    bar = Bar(
        TextColumn("briefing"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TextColumn("items"),
        TimeElapsedColumn(),
        TextColumn("· left:"),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task("", total=None)

        def draw(progress: Progress) -> None:
            bar.update(
                task,
                total=progress.items_total or None,
                completed=progress.items_done,
                description=clean_line(describe(progress)),
            )

        yield draw
