"""The files of a report are the same whoever makes them, and whatever becomes of another process."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from assistant.errors import LostWorkError
from assistant.offloading import Workers
from assistant.reporting import FORMATS
from assistant.running.report_files import BESIDE, write_report
from tests.reporting import samples


class OneWorker:
    """Has nothing to do, and does what it is given; or it ends over it."""

    has_room = True

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.done: list[str] = []

    async def sent(self) -> None:
        """It has it."""

    async def run(self, function: Callable[..., object], *args: Any) -> object:
        """Do it."""
        self.done.append(function.__name__)
        if self.error:
            raise self.error
        return function(*args)


def write(folder: Path, worker: object) -> dict[str, bytes]:
    report = samples.report(samples.briefed(), samples.briefed())
    files, _ = asyncio.run(write_report(report, str(folder / "day"), cast("Workers", worker)))
    assert {file.name for file in folder.iterdir()} == {file.name for file in files}
    return {file.suffix[1:]: file.read_bytes() for file in files}


@pytest.mark.parametrize("error", [None, LostWorkError.after(["killed"]), OSError("the disk is full")])
def test_what_another_process_makes_is_what_is_made_here(error: Exception | None, tmp_path: Path) -> None:
    alone, worker = write(tmp_path / "a", Workers(most=0)), OneWorker(error)
    assert write(tmp_path / "b", worker) == alone
    assert set(alone) == set(FORMATS) > set(BESIDE)
    assert worker.done == ["write_encoded"]


def test_without_a_folder_for_passing_files_all_is_made_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = OneWorker()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    assert set(write(tmp_path / "a", worker)) == set(FORMATS)
    assert not worker.done
