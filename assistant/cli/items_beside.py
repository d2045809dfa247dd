"""Many texts for ``briefing items``: cut in processes of their own, but for the first, which are cut meanwhile."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from assistant.cli.parts import Shown, show_dumps
from assistant.cli.waiting import wait_for
from assistant.errors import LostWorkError
from assistant.offloading import Workers, run_in_order
from assistant.records import Dump, Problem


def show_many(batches: Iterator[list[Dump]], columns: int, take: Callable[[Sequence[Shown]], None]) -> list[Problem]:
    """Hand over each batch in turn, as ``show_dumps`` gives it. Returns the texts that no process could cut."""
    return wait_for(_show_many(batches, columns, take), works_itself=True)


async def _show_many(
    batches: Iterator[list[Dump]], columns: int, take: Callable[[Sequence[Shown]], None]
) -> list[Problem]:
    problems: list[Problem] = []
    async with Workers() as workers:
        workers.begin(show_dumps.__module__)
        take(show_dumps(next(batches), columns))  # the processes get ready meanwhile
        async for shown in run_in_order(partial(_show_beside, workers, columns), batches):
            take([each for each in shown if isinstance(each, Shown)])
            problems += [each for each in shown if isinstance(each, Problem)]
    return problems


async def _show_beside(workers: Workers, columns: int, batch: list[Dump]) -> Sequence[Shown | Problem]:
    """Have a batch cut in another process; if that dies of it, each text by itself, and only one is given up."""
    try:
        return await workers.run(show_dumps, batch, columns)
    except LostWorkError as error:
        if len(batch) == 1:
            return [Problem(batch[0].name, f"{batch[0].name}: {error.message}", error.advice)]
    return [each for dump in batch for each in await _show_beside(workers, columns, [dump])]
