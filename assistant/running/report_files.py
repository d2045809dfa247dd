"""A report written in every format: two here, two by another process where one has nothing to do.

Both look through all of it while the answer about the day is on its way, and write its items: that answer changes
nothing but a few lines around them.
"""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from assistant import reporting
from assistant.codec import encode_bytes
from assistant.errors import LostWorkError
from assistant.offloading import Workers
from assistant.records import Report
from assistant.running.output import whole_files

BESIDE = ("json", "md")
"""Formats that another process makes, where there is one: they take as long as the page and the plain text."""
BLOCK = 1 << 16
"""Characters that are read of them at one time."""


class ReportFiles:
    """The files of one report.

        with ReportFiles(path, workers) as files:
            await files.begin(draft)
            paths, view = await files.write(report)

    Args:
        path: where they go, without their endings.
        workers: one that has nothing to do makes some of the formats.
    """

    def __init__(self, path: str, workers: Workers) -> None:
        self._paths = {end: Path(f"{path}.{end}") for end in reporting.FORMATS}
        self._beside = _Beside(workers)
        self._view: reporting.ReportView | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._beside.close()

    async def begin(self, report: Report) -> None:
        """Write the items of a report that lacks its lines at a glance, and have a worker do so too."""
        await self._begin(report, ahead=True)

    async def _begin(self, report: Report, *, ahead: bool) -> None:
        await self._beside.begin(report, ahead=BESIDE if ahead else ())
        self._view = reporting.view_report(report)  # once for all formats
        if ahead:
            reporting.write_ahead(self._view, self._ours)
        await self._beside.wait()  # else another one would be given what it is to do next

    @property
    def _ours(self) -> list[str]:
        """The formats that are made here."""
        return [end for end in self._paths if not (self._beside.is_asked and end in BESIDE)]

    async def write(self, report: Report) -> "tuple[tuple[Path, ...], reporting.ReportView]":
        """Write it in every format; old files stay until all new ones are complete.

        Args:
            report: the one that was begun with, with its lines at a glance and its cost.

        Returns:
            The files, and what every format shows.

        Raises:
            UsageError: the files cannot be written.
        """
        if self._view is None:
            await self._begin(report, ahead=False)
        assert self._view  # noqa: S101 - it is set now
        view = reporting.renew_view(self._view, report)
        with whole_files(make_folders=True) as write:
            await self._beside.order(report)
            ours = self._ours
            for end in ours:
                write(self._paths[end], reporting.write_format(view, end))
            await self._beside.wait()
            for end in set(self._paths).difference(ours):
                write(self._paths[end], self._beside.read(end) or reporting.write_format(view, end))
        return tuple(self._paths.values()), view


class _Beside:
    """The formats that another process makes, each as a file in a passing folder."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers
        self._stack = ExitStack()
        self._folder: Path | None = None
        self._work: asyncio.Future[Any] | None = None

    @property
    def is_asked(self) -> bool:
        """Whether there is one that makes them."""
        return self._folder is not None

    def close(self) -> None:
        """Remove the folder."""
        self._stack.close()

    async def begin(self, report: Report, *, ahead: Sequence[str]) -> None:
        """Have a worker that has nothing to do look through the report; none does where the disk is full.

        It writes the items in the formats ``ahead``.

        The report goes there by way of a file: in a message it would be in memory four times.
        """
        if not self._workers.has_room:
            return
        try:
            folder = Path(self._stack.enter_context(TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True)))
            (folder / reporting.ENCODED).write_bytes(encode_bytes(report))
        except OSError:
            return
        self._folder = folder
        await self._give(reporting.read_encoded, folder, ahead)

    async def order(self, report: Report) -> None:
        """Have the formats made of what has been looked through."""
        if self._folder:
            await self._give(reporting.write_encoded, self._folder, replace(report, briefings=()), BESIDE)

    async def wait(self) -> None:
        """Returns when what was asked for is done; where it could not be, nothing more is asked."""
        try:
            if self._work:
                await self._work
        except (LostWorkError, OSError):
            self._folder = None

    def read(self, ending: str) -> Iterator[str] | None:
        """The text that was made, in blocks (line by line JSON takes five times as long); None: it is made here."""
        if self._folder is None:
            return None
        try:
            file = self._stack.enter_context((self._folder / ending).open(encoding="utf-8", newline=""))
        except OSError:
            return None
        return iter(partial(file.read, BLOCK), "")

    async def _give(self, function: Callable[..., object], *arguments: object) -> None:
        self._work = asyncio.ensure_future(self._workers.run(function, *arguments))
        await asyncio.sleep(0)
        await self._workers.sent()  # before this process is busy
