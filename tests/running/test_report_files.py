"""The files of a report are the same whoever makes them, and whatever becomes of another process."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from assistant.errors import LostWorkError
from assistant.offloading import Workers
from assistant.records import Edition, GlanceLine, Spending
from assistant.reporting import FORMATS
from assistant.running.report_files import BESIDE, ReportFiles
from tests.reporting import samples

DAY = date(2025, 11, 2)


AT_A_GLANCE = Edition(day=DAY, glance=(GlanceLine("Prices rose.", (0,)),))


class OneWorker:
    """Has nothing to do, and does what it is given; or it ends over a piece."""

    has_room = True

    def __init__(self, error: Exception | None = None, over: str = "") -> None:
        self.error, self.over = error, over
        self.done: list[str] = []

    async def sent(self) -> None:
        """It has it."""

    async def run(self, function: Callable[..., object], *args: Any) -> object:
        """Do it."""
        self.done.append(function.__name__)
        if self.error and function.__name__ == self.over:
            raise self.error
        return function(*args)


def write(folder: Path, worker: object, *, ahead: bool = True) -> dict[str, bytes]:
    report = replace(samples.report(samples.briefed(), samples.briefed()), edition=AT_A_GLANCE, spending=Spending(3))

    async def do() -> tuple[Path, ...]:
        with ReportFiles(str(folder / "day"), cast("Workers", worker)) as files:
            if ahead:
                await files.begin(replace(report, edition=Edition(day=DAY), spending=Spending()))
            return (await files.write(report))[0]

    files = asyncio.run(do())
    assert {file.name for file in folder.iterdir()} == {file.name for file in files}
    return {file.suffix[1:]: file.read_bytes() for file in files}


@pytest.mark.parametrize("over", ["", "read_encoded", "write_encoded"])
@pytest.mark.parametrize("error", [LostWorkError.after(["killed"]), OSError("the disk is full")])
def test_what_another_process_makes_is_what_is_made_here(error: Exception, over: str, tmp_path: Path) -> None:
    alone, worker = write(tmp_path / "a", Workers(most=0), ahead=False), OneWorker(error, over)
    assert write(tmp_path / "b", worker) == alone
    assert set(alone) == set(FORMATS) > set(BESIDE)
    assert all(b"Prices rose." in text for text in alone.values())
    assert worker.done == ["read_encoded", "write_encoded"][: 1 if over == "read_encoded" else 2]
    assert write(tmp_path / "c", Workers(most=0)) == alone


def test_without_a_folder_for_passing_files_all_is_made_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = OneWorker()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    assert set(write(tmp_path / "a", worker)) == set(FORMATS)
    assert not worker.done
