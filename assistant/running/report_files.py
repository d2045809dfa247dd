"""A report written in every format: two here, two by another process where one has nothing to do."""

import asyncio
from collections.abc import Awaitable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant import reporting
from assistant.codec import encode_bytes
from assistant.errors import LostWorkError
from assistant.offloading import Workers
from assistant.records import Report
from assistant.running.output import whole_files

BESIDE = ("md", "json")
"""Formats that another process makes, where there is one: they and their view take as long as the page and the text."""
BLOCK = 1 << 16
"""Characters that are read of them at one time."""


async def write_report(report: Report, path: str, workers: Workers) -> "tuple[tuple[Path, ...], reporting.ReportView]":
    """Write ``report`` in every format to ``path`` and an ending; old files stay until all new ones are complete.

    A worker that has nothing to do makes some of the formats meanwhile.

    Returns:
        The files, and what every format shows.

    Raises:
        UsageError: the files cannot be written.
    """
    paths = {end: Path(f"{path}.{end}") for end in reporting.FORMATS}
    with ExitStack() as stack, whole_files(make_folders=True) as write:
        beside = await _begin_beside(report, workers, stack)
        view = reporting.view_report(report)  # once for all of them
        for end, file in paths.items():
            if not (beside and end in BESIDE):
                write(file, reporting.write_format(view, end))
        made = await beside.take() if beside else {}
        for end in BESIDE if beside else ():
            write(paths[end], made.get(end) or reporting.write_format(view, end))
    return tuple(paths.values()), view


@dataclass(frozen=True, slots=True)
class _Beside:
    """The formats that another process makes, each as a file in a passing folder."""

    folder: Path
    work: Awaitable[None]
    stack: ExitStack

    async def take(self) -> dict[str, Iterable[str]]:
        """Each of them in pieces; nothing where it could not be done: then they are made here."""
        try:
            await self.work
            return {end: self._read(self.folder / end) for end in BESIDE}
        except (LostWorkError, OSError):
            return {}

    def _read(self, path: Path) -> Iterator[str]:
        """The text of a file in blocks: line by line a file of JSON takes five times as long."""
        file = self.stack.enter_context(path.open(encoding="utf-8", newline=""))
        return iter(partial(file.read, BLOCK), "")


async def _begin_beside(report: Report, workers: Workers, stack: ExitStack) -> _Beside | None:
    """Have a worker that has nothing to do make some of the formats; None where none has, or the disk is full.

    The report goes there by way of a file: in a message it would be in memory four times.
    """
    if not workers.has_room:
        return None
    try:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True)))
        (folder / reporting.ENCODED).write_bytes(encode_bytes(report))
    except OSError:
        return None
    work = asyncio.ensure_future(workers.run(reporting.write_encoded, folder, BESIDE))
    await asyncio.sleep(0)
    await workers.sent()  # before this process is busy
    return _Beside(folder, work, stack)
