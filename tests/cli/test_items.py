"""``briefing items`` shows the parts of a dump: JSON that tiles it, or a table with what is unsure or damaged."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main
from assistant.reading import read_dump

SAMPLES = Path(__file__).parent.parent / "samples" / "reading"
FIELDS = ["kind", "start", "end", "headline", "outlet", "age", "published", "truncated"]


def run(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as exit_:
        main(["items", *args])
    out, err = capsys.readouterr()
    return int(exit_.value.code or 0), out, err


def parts(capsys: pytest.CaptureFixture[str], *args: str) -> list[dict[str, Any]]:
    status, out, _ = run(capsys, "--json", *args)
    assert status == 0
    found = json.loads(out)
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("name", ["cable.txt", "reservoir.hans.txt", "ferry.sjis.txt", "page.html", "feed.xml"])
def test_the_parts_tile_the_cleaned_text(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = parts(capsys, str(SAMPLES / name))
    assert list(found[0])[:8] == FIELDS
    edges = [0, *(part["end"] for part in found)]
    assert [part["start"] for part in found] == edges[:-1]
    assert edges[-1] == len(read_dump(SAMPLES / name).text)


def test_an_article_goes_on_below_a_link_inside_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, link, rest = (
        "渡輪改用電池\n海口日報 2025-03-01 10:00\n港務處表示，三艘渡輪已經換上電池，清晨第一班的噪音比去年少了三成。\n",
        "延伸閱讀：燈塔改作旅館 首批房間三分鐘訂完\n",
        "船長陳明德說，電池要充電四十分鐘，班距因此拉長，週末每天少開兩班。\n港務處預計年底前再改裝五艘。\n",
    )
    (tmp_path / "a.txt").write_text(first + link + rest)
    edges = [0, len(first), len(first + link), len(first + link + rest)]
    found = parts(capsys, str(tmp_path / "a.txt"))
    assert [(part["kind"], part["start"], part["end"]) for part in found] == [
        ("article", 0, edges[1]), ("related", edges[1], edges[2]), ("continued", edges[2], edges[3]),
    ]  # fmt: skip
    assert [part["headline"] for part in found] == ["渡輪改用電池", "燈塔改作旅館 首批房間三分鐘訂完", ""]
    _, out, _ = run(capsys, str(tmp_path / "a.txt"))
    rows = [line.split()[:4] for line in out.splitlines()]
    assert ["0", str(edges[2]), str(edges[3]), "continued"] in rows


def test_a_part_says_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    part = parts(capsys, str(SAMPLES / "cable.txt"))[2]
    assert [part[field] for field in ("kind", "headline", "outlet", "age", "published", "truncated")] == [
        "related", "未來電價凍漲？立院朝野協商破局", "海峽通訊社", "18 小時前", "2025-03-01", True,
    ]  # fmt: skip
    assert part["certainty"] == "inferred"
    assert {damage["kind"] for damage in part["damage"]} == {"missing", "cut"}


def test_the_user_may_say_when_the_page_was_captured(capsys: pytest.CaptureFixture[str]) -> None:
    for captured in ("2025-03-02", "2025-03-02T18:00"):
        part = parts(capsys, "--as-of", captured, str(SAMPLES / "cable.txt"))[0]
        assert part["published"] == "2025-02-18"


def test_the_table_shows_parts_clock_and_damage(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, str(SAMPLES / "cable.txt"))
    assert status == 0
    assert "2,912 characters, utf-8" in out
    assert "captured 2025-03-02 (inferred: " in out
    assert "  0 wrong: 銣 (rubidium) is printed; 釹 (neodymium) is probably meant" in out.splitlines()
    assert any(line.split()[:4] == ["3", "1097", "1209", "related"] for line in out.splitlines())


def test_two_dumps_of_the_same_page_are_shown_as_stories_with_two_sources(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, str(SAMPLES / "cable.txt"), str(SAMPLES / "cable.big5.txt"))
    told = f"海峽通訊社, {SAMPLES / 'cable.txt'} #2; 海峽通訊社, {SAMPLES / 'cable.big5.txt'} #2"
    assert f"story 2: 2 items tell it ({told})" in out


def test_a_file_that_cannot_be_read_is_told_and_stops_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("標題\n內文在此。\n")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01" * 50)
    status, out, err = run(capsys, str(tmp_path))
    assert status == 1
    assert "a.txt: 9 characters" in out
    assert err.strip().endswith("b.txt is not text (byte 0 is NUL)")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("missing.txt",), "missing.txt does not exist"),
        ((), "name a file"),
        (("--url", "http://news.example/"), "is not https"),
        (("--url", "https://127.0.0.1/"), "which is no public address"),
        (("--encoding", "nonsense", str(SAMPLES / "cable.txt")), "there is no text encoding called"),
    ],
)
def test_wrong_use_gets_one_line_and_status_2(
    args: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, *args)
    assert (status, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


def test_many_texts_are_told_how_far_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.cli.items.LOG_EVERY_S", 0.0)
    (tmp_path / "a.jsonl").write_text('{"text": "港口罷工落幕。"}\n' * 2, encoding="utf-8")
    _, out, err = run(capsys, "--json", str(tmp_path / "a.jsonl"))
    assert "briefing: 1 texts so far" in err
    assert "briefing: all 2 texts are read" in err
    assert len(json.loads(out)) == 2
