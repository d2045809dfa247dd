"""``briefing names`` lists how names are written, and lets the user have the last word."""

import json
from pathlib import Path

import pytest

from assistant.running.intake import Intake
from assistant.running.job import Job
from assistant.store import open_store
from tests.cli.test_run import run
from tests.glossary.test_memory import DAY, answer


def listed(capsys: pytest.CaptureFixture[str], *args: str) -> list[str]:
    capsys.readouterr()
    run("names", "--json", *args)
    return [
        " = ".join((*term["originals"], term["english"][0], term["authority"]))
        for term in json.loads(capsys.readouterr().out)
    ]


def test_a_name_is_locked_listed_and_forgotten(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("names") == 1
    assert run("names", "--lock", "賀敏之", "Ho Min-chih") == 0
    assert listed(capsys) == ["賀敏之 = Ho Min-chih = locked"]
    assert run("names", "賀敏") == 0
    assert "賀敏之 = Ho Min-chih  (locked)" in capsys.readouterr().out
    assert run("names", "--forget", "賀敏之") == 0
    assert run("names", "--forget", "賀敏之") == 1
    assert listed(capsys) == []


def test_who_settles_one_variant_of_a_bearer_settles_all_and_takes_them_back_together(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("names", "--lock", "蒲亭", "Vladimir Poutine") == 0
    bearer = "普丁 = 普京 = プーチン = Vladimir Poutine = locked"
    assert listed(capsys, "普京") == listed(capsys, "普丁", "--all") == [f"蒲亭 = {bearer}"]
    assert run("names", "--forget", "普丁") == 0
    assert listed(capsys) == []


def test_variants_that_are_locked_together_are_one_bearer_from_then_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("names", "--lock", "甲乙丙 | 丁戊己", "Chia I-ping | Chia") == 0
    assert "甲乙丙 and 丁戊己 are written Chia I-ping" in capsys.readouterr().out
    assert listed(capsys) == ["甲乙丙 = 丁戊己 = Chia I-ping = locked"]
    assert run("names", "--lock", "丁戊己", "Jia Yibing") == 0
    assert listed(capsys, "甲乙") == ["甲乙丙 = 丁戊己 = Jia Yibing = locked"]
    assert run("names", "--lock", "庚辛壬|甲乙丙", "Keng Hsin-jen") == 0
    assert [set(line.split(" = ")[:3]) for line in listed(capsys)] == [{"甲乙丙", "丁戊己", "庚辛壬"}]
    assert run("names", "--forget", "甲乙丙") == 0
    assert listed(capsys) == []


def test_the_shipped_names_are_there_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert listed(capsys, "--all", "Vladimir") == ["普丁 = 蒲亭 = 普京 = プーチン = Vladimir Putin = shipped"]


def test_what_is_no_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("names", "--lock", "賀敏之", " ") == 2
    assert "both needed" in capsys.readouterr().err


def test_a_mistake_in_the_users_own_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "briefing-home"
    folder.mkdir(exist_ok=True)
    (folder / "names.csv").write_text("賀敏之\n", encoding="utf-8")
    assert run("names") == 2
    assert "names.csv, line 1" in capsys.readouterr().err


async def test_a_run_learns_a_name_and_the_next_day_s_run_is_held_to_it(tmp_path: Path) -> None:
    flags = []
    for day, english in enumerate(("Ho Min-chih", "He Minzhi")):
        page = tmp_path / f"{day}.txt"
        page.write_text(DAY + f"第{day}天。\n", encoding="utf-8")
        with open_store(tmp_path / "x.db") as store:
            report = await Job("", Intake((str(page),), store), store).work(answer(english))
            assert [n.english for n in store.glossary.names()] == ["Ho Min-chih"]
        flags.append([f.why for b in report.briefings for f in b.flags if f.check == "name"])
    assert flags[0] == []
    assert "earlier it was written Ho Min-chih" in flags[1]
