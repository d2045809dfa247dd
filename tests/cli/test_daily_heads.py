"""The report of a day says of which day it is, when it was made, and up to when it holds news."""

import os
from pathlib import Path

import pytest

from assistant.cli import main

NOT_KNOWN = "by the clock of the page, whose zone is not known"
PAGE = "晶嶼半導體宣布建廠\n{}焦點財經網\n晶嶼半導體董事長魏承翰今天宣布，將創造3,200個工作機會。\n"


def write_report(tmp_path: Path, page: str, *options: str) -> dict[str, str]:
    """The report of a folder that holds this page, by its ending: on one line, without escapes."""
    inbox, out = tmp_path / "inbox", tmp_path / "out"
    inbox.mkdir()
    path = inbox / "page.txt"
    path.write_text(page, encoding="utf-8")
    os.utime(path, (1_762_091_400, 1_762_091_400))  # 2 November 2025, 13:50 UTC
    with pytest.raises(SystemExit):
        main(["daily", str(inbox), "--out", str(out), "--no-model", "-q", *options])
    (day,) = {written.stem for written in out.iterdir()}
    assert day == "2025-11-02"
    return {
        ending: " ".join((out / f"{day}.{ending}").read_text(encoding="utf-8").replace("\\", "").split())
        for ending in ("txt", "md", "html")
    }


def test_the_title_names_the_day_and_one_that_was_given_stays(tmp_path: Path) -> None:
    told = write_report(tmp_path, PAGE.format("2025-11-02 07:00\n"))
    assert told["txt"].startswith("Daily briefing, 2 November 2025 Data cut-off")
    assert told["md"].startswith("# Daily briefing, 2 November 2025 ")
    assert "<title>Daily briefing, 2 November 2025</title>" in told["html"]
    assert all("Made on" in text for text in told.values())
    (tmp_path / "other").mkdir()
    given = write_report(tmp_path / "other", PAGE.format("2025-11-02 07:00\n"), "--title", "Chips & co")
    assert given["txt"].startswith("Chips & co Data cut-off")


@pytest.mark.parametrize(
    ("printed", "options", "says"),
    [
        (
            "2025-11-02 07:00\n",
            (),
            f"2 November 2025, 07:00 or later, {NOT_KNOWN} (after",
        ),
        ("", (), "2 November 2025, 13:50, UTC (nothing on the page says when it was captured"),
        ("", ("--as-of", "2025-11-02T08:30+08:00"), "2 November 2025, 08:30, UTC+08:00 (as the user said"),
        (
            "",
            ("--as-of", "2025-11-02"),
            f"2 November 2025, {NOT_KNOWN} (as the user",
        ),
    ],
)
def test_the_cut_off_is_one_moment_with_its_zone_where_that_is_known(
    tmp_path: Path, printed: str, options: tuple[str, ...], says: str
) -> None:
    told = write_report(tmp_path, PAGE.format(printed), *options)
    assert all(f"Data cut-off: {says}" in text for text in told.values())
