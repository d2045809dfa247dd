"""The scorer of whole dumps: what it asks of each, and that a fault of each kind is seen."""

from pathlib import Path

import pytest

from evals.pages import Judged, hash_pages, judge_page, load_pages, measure_pages

DUMP = """=== harbour
港都日報
首頁
政治
新渡輪下月啟航 票價八十元
2031/05/13 09:12
▲新渡輪在碼頭試航。（記者某某攝）
（港都日報記者某某某港都13日電）交通單位今天宣布，新渡輪下月啟航，單程票價八十元。
渡輪每日往返六班，可載三百人，旺季再增加兩班。
當地居民期待假日不必再排隊等候渡輪，也盼望票價不再調漲。
相關新聞
舊碼頭改建市集 明年完工
東岸新聞 ・ 3小時前
訂閱電子報
--- expect
新渡輪下月啟航 票價八十元 ¦  ¦ 2031-05-13T09:12
^ 交通單位今天宣布
$ 也盼望票價不再調漲。
舊碼頭改建市集 明年完工 ¦ 東岸新聞 ¦ 3小時前
+ 可載三百人
! 訂閱電子報
"""


def judge(folder: Path, text: str) -> Judged:
    (folder / "sites-1.txt").write_text(text, encoding="utf-8")
    return judge_page(load_pages(folder)[0])


def test_a_dump_that_is_read_as_a_reader_sees_it_is_right_in_all_that_is_asked(tmp_path: Path) -> None:
    judged = judge(tmp_path, DUMP)
    assert [(name, about) for name, right, about in judged if not right] == []
    assert {name for name, _, _ in judged} == {
        "items found", "outlets", "times", "beginnings", "ends", "items that are one", "words told", "lines kept out",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "spoiled", "wrong"),
    [
        ("舊碼頭改建市集 明年完工 ¦", "舊碼頭改建夜市 ¦", {"items found", "items that are one"}),
        ("¦ 東岸新聞 ¦", "¦ 西岸新聞 ¦", {"outlets"}),
        ("T09:12", "T10:12", {"times"}),
        ("¦ 3小時前", "¦ 4小時前", {"times"}),
        ("^ 交通單位今天", "^ 渡輪每日", {"beginnings"}),
        ("$ 也盼望票價", "$ 不盼望票價", {"ends"}),
        ("+ 可載三百人", "+ 可載五百人", {"words told"}),
        ("! 訂閱電子報", "! 渡輪每日往返六班", {"lines kept out"}),
    ],
)
def test_each_fault_is_seen_and_nothing_else(tmp_path: Path, printed: str, spoiled: str, wrong: set[str]) -> None:
    before, expected = DUMP.split("--- expect")
    judged = judge(tmp_path, f"{before}--- expect{expected.replace(printed, spoiled)}")
    assert {name for name, right, _ in judged if not right} == wrong


def test_measures_are_told_apart_by_group_and_the_hash_by_every_byte(tmp_path: Path) -> None:
    (tmp_path / "habits-1.txt").write_text(DUMP, encoding="utf-8")
    before = hash_pages(tmp_path)
    (tmp_path / "sites-1.txt").write_text(DUMP.replace("¦ 東岸新聞 ¦", "¦ 西岸新聞 ¦"), encoding="utf-8")
    shares = {m.name: m.rate.share for m in measure_pages(load_pages(tmp_path))}
    assert hash_pages(tmp_path) != before
    assert shares["pages, habits: dumps without a fault"] == 100
    assert (shares["pages, sites: outlets"], shares["pages, sites: dumps without a fault"]) == (50, 0)
