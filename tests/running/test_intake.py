"""What a run reads: each dump once, whoever looks ahead; what cannot be read is listed and loses nothing."""

from datetime import date
from pathlib import Path

import pytest

from assistant.cutting import cut_items
from assistant.records import Briefing, Status
from assistant.running.intake import Intake
from assistant.store import open_store


def write(folder: Path, *texts: str) -> tuple[str, ...]:
    inbox = folder / "inbox"
    inbox.mkdir()
    for number, text in enumerate(texts):
        (inbox / f"{number}.txt").write_text(text, encoding="utf-8")
    return (str(inbox),)


@pytest.mark.parametrize(("most", "found"), [(0, 0), (1, 1), (2, 2), (9, 3)])
def test_who_looks_ahead_takes_nothing_from_the_run(most: int, found: int, tmp_path: Path) -> None:
    intake = Intake(write(tmp_path, "甲新聞\n", "乙新聞\n", "丙新聞\n"))
    assert intake.look_ahead(most) == found
    assert [Path(dump.name).stem for dump in intake.dumps()] == ["0", "1", "2"]
    assert not list(intake.dumps())


def test_what_cannot_be_read_is_listed_and_loses_nothing(tmp_path: Path) -> None:
    (folder,) = write(tmp_path, "甲新聞\n")
    Path(folder, "1.txt").write_bytes(bytes(range(256)))
    intake = Intake((folder, str(tmp_path / "none.txt"), str(Path(folder, "0.txt"))))
    assert len(list(intake.dumps())) == 2
    assert len(intake.seen) == 1
    assert len(intake.problems) == 2


def test_what_is_done_and_what_was_read_a_moment_ago_is_passed_over(tmp_path: Path) -> None:
    paths = write(tmp_path, "甲新聞的標題\n今天有3人受傷。\n", "乙新聞的標題\n今天有4人受傷。\n")
    with open_store(tmp_path / "briefings.db") as store:
        done = next(Intake(paths, store).dumps())
        items = [item for item in cut_items(done) if item.kind.is_news]
        store.library.start_run("r", title="", model="")
        for item in items:
            store.library.save_briefing(Briefing(done.name, done.sha256, item), run="r", day=date(2025, 11, 2))
        store.backlog.count_items(done.sha256, len(items))
        Path(paths[0], "2.txt").write_text("乙新聞的標題\n今天有4人受傷。\n", encoding="utf-8")
        intake = Intake(paths, store, skip_done=(Status.SOURCE_ONLY,))
        assert [Path(dump.name).stem for dump in intake.dumps()] == ["1"]
    assert (len(intake.seen), intake.skipped, intake.copies) == (2, 1, 1)
    assert not intake.problems
