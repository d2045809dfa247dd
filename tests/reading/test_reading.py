"""Bytes become dumps: every form, every encoding, and one clear line for what cannot be read."""

import base64
import contextlib
import errno
import io
import json
import os
import quopri
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import reading
from assistant.errors import (
    EmptyDumpError,
    NotFoundError,
    NotTextError,
    ReadingError,
    TooLargeError,
    UsageError,
)
from assistant.reading import MAX_BYTES, clean_text, read_bytes, read_dump, read_dumps
from assistant.reading.wrapping import unwrap_lines
from assistant.records import Dump, Problem
from tests.growth import grows_linearly


def _swap(text: str) -> bytes:
    """UTF-16 read in the wrong order of its bytes, and saved."""
    return text.encode("utf-16-le").decode("utf-16-be", "replace").encode()


def _pair(text: str) -> str:
    """UTF-8 of which each two bytes were read as one character."""
    return text.encode().decode("utf-16-le", "replace")


def _misread(text: str | bytes) -> bytes:
    """UTF-8 that was read as Latin-1 and saved again, as bytes."""
    data = text if isinstance(text, bytes) else text.encode()
    return data.decode("latin-1").encode()


SAMPLES = Path(__file__).parent.parent / "samples" / "reading"
ENGLISH = "The council approved the harbour plan on Monday and the work begins in March of next year " * 4
CHINESE = "總統府今天表示，會議將在下個月舉行。他說：「這是一個新的開始。」"
SIMPLIFIED = "总统府今天表示，会议将在下个月举行。他说：“这是一个新的开始。”"
KANJI = "首相は都内で記者団に対し、来年度の予算案を月内に閣議決定すると述べた。"
JAPANESE = "東京都は3日、新しい計画を発表した。会議で決まったという。"


@pytest.mark.parametrize(
    ("text", "codec", "reported"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8-sig", "utf-8-sig"),
        (CHINESE, "utf-16", "utf-16"),
        (CHINESE * 3, "utf-16-le", "utf-16-le"),
        (CHINESE * 3, "utf-16-be", "utf-16-be"),
        (CHINESE, "utf-32", "utf-32"),
        (CHINESE, "cp950", "cp950"),
        (CHINESE + "嘅啲喺", "big5hkscs", "big5hkscs"),
        (CHINESE * 40 + "佢哋喺度", "big5hkscs", "big5hkscs"),
        (CHINESE, "gb18030", "gb18030"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "euc_jp", "euc_jp"),
        (JAPANESE, "iso2022_jp", "iso2022_jp"),
        ("안녕하세요 한국어 뉴스입니다 대통령은 오늘 회의를 열었다", "cp949", "cp949"),
        ("Привет всем людям на свете, это новости дня", "cp1251", "cp1251"),
        ("plain English", "ascii", "utf-8"),
    ],
)
def test_an_encoding_is_detected_and_reported(text: str, codec: str, reported: str) -> None:
    dump = read_bytes(text.encode(codec), "page.txt")
    assert (dump.text, dump.encoding) == (text, reported)


@pytest.mark.parametrize("codec", ["utf-8", "cp950", "gb18030"])
def test_a_bad_byte_or_a_cut_end_costs_no_more_than_itself(codec: str) -> None:
    whole = (CHINESE * 20).encode(codec)
    for data in (whole[:400] + b"\xff" + whole[400:], whole[:-1]):
        dump = read_bytes(data, "page.txt")
        assert dump.encoding == codec
        assert dict(dump.cleaned)["undecodable bytes"] <= 4
        assert CHINESE in dump.text


def test_the_encoding_that_the_user_names_goes_first() -> None:
    data = "日本".encode("gb18030")
    assert read_bytes(data, "a.txt", encoding="gbk").text == "日本"
    with pytest.raises(NotTextError, match=r"a\.txt is not utf-8 text \(byte 0\)"):
        read_bytes(data, "a.txt", encoding="utf-8")
    for name in ("nonsense", "base64", "rot13", "punycode", "unicode_escape"):
        with pytest.raises(UsageError, match="no text encoding called"):
            read_bytes(data, "a.txt", encoding=name)


def test_a_page_that_says_it_is_in_no_encoding_of_texts_is_read_in_the_one_that_fits() -> None:
    """Python knows punycode as an encoding, and decodes it in a time that grows with the square of the text."""
    page = b"<html><meta charset=punycode><p>news-" + b"a" * 300
    assert read_bytes(page, "a.html").encoding == "utf-8"


def test_an_encoding_named_by_the_user_makes_another_dump_only_where_it_makes_another_text() -> None:
    data = ("Žluťoučký kůň přeběhl řeku. " * 6).encode("cp1250")
    detected, same, other = (read_bytes(data, "a.txt", encoding=name) for name in (None, "cp1250", "latin-1"))
    assert detected == same
    assert other.text != detected.text
    assert other.sha256 != detected.sha256
    assert other.sha256 == read_bytes(data, "a.txt", encoding="LATIN-1").sha256


def test_the_users_encoding_goes_before_what_a_mail_says_of_itself() -> None:
    headers = 'From: a@b.example\nSubject: x\nContent-Type: text/plain; charset="iso-8859-1"'
    data = headers.encode() + b"\n\n" + (CHINESE * 2).encode("big5")
    assert CHINESE in read_bytes(data, "a.eml", encoding="big5").text


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (b"", EmptyDumpError, "is empty"),
        (b" \n\t ", EmptyDumpError, "is empty"),
        ("\u200b\ufeff\u200e".encode(), EmptyDumpError, "holds no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), NotTextError, "is not text: it is a binary file"),
        (b"PK\x03\x04" + bytes(50), NotTextError, "is not text: it is a binary file"),
        (bytes(range(256)) * 20, NotTextError, r"is not text \(byte 0 is NUL\)"),
        (b"a" * (MAX_BYTES + 1), TooLargeError, "is larger than 50 MB"),
        (b"a" * 1_000_001, TooLargeError, "has a line of 1,000,001 characters; the limit is 1,000,000"),
        (("字字\n" * 333_334).encode(), TooLargeError, "holds 1,000,002 characters of text; the limit is 1,000,000"),
        (("字\n \n" * 20_001).encode(), TooLargeError, "holds 20,001 lines of text; the limit is 20,000"),
        (("字\n" * 600_000).encode("utf-16"), TooLargeError, "holds 1,200,000 characters of text"),
        (CHINESE.encode().decode("cp1252", "ignore").encode() * 3, NotTextError, "is mojibake: UTF-8 that was read"),
        ((CHINESE * 3).encode("cp950").decode("latin-1").encode(), NotTextError, "is mojibake: Big5 that was read"),
        ((CHINESE * 3).encode("cp950").decode("gb18030", "ignore").encode(), NotTextError, "is mojibake: Big5 .* GBK"),
        ((SIMPLIFIED * 3).encode("gbk").decode("cp950", "ignore").encode(), NotTextError, "is mojibake: GBK .* Big5"),
        ((JAPANESE * 3).encode("cp932").decode("latin-1").encode(), NotTextError, "is mojibake: Shift_JIS that was"),
        ((CHINESE * 3).encode().decode("gb18030", "replace").encode(), NotTextError, "is mojibake: UTF-8 .* as GBK"),
        ((CHINESE * 3).encode("gbk").decode("cp932", "replace").encode(), NotTextError, "is mojibake: "),
        ((SIMPLIFIED * 3).encode("gbk").decode("cp949", "ignore").encode(), NotTextError, "is mojibake: GBK .* Korean"),
        ((JAPANESE * 3).encode("cp932").decode("cp949", "ignore").encode(), NotTextError, "is mojibake: Shift.*Kor"),
        ((JAPANESE * 3).encode("euc_jp").decode("latin-1").encode(), NotTextError, "is mojibake: EUC-JP .* as Latin-1"),
        ((JAPANESE * 3).encode("euc_jp").decode("cp949", "ignore").encode(), NotTextError, "is mojibake: EUC-JP .*Kor"),
        ((JAPANESE * 3).encode("cp932").decode("utf-8", "replace").encode(), NotTextError, "is mojibake: .*were lost"),
        ((CHINESE * 3).encode().decode("cp950", "ignore").encode(), NotTextError, "is mojibake: UTF-8 .* Big5, with"),
        ((CHINESE * 3).encode().decode("cp949", "ignore").encode(), NotTextError, "is mojibake: UTF-8 that was read"),
        ((JAPANESE * 3).encode().decode("euc_jp", "ignore").encode(), NotTextError, "is mojibake: UTF-8 .* as EUC-JP"),
        ((CHINESE * 3).encode("cp950").decode("cp932", "ignore").encode(), NotTextError, "is mojibake: Big5 .* Shift"),
        ((CHINESE * 3).encode().decode("mac_roman").encode(), NotTextError, "is mojibake: UTF-8 .* as Mac Roman"),
        ((CHINESE * 3).encode("cp950").decode("cp437").encode(), NotTextError, "is mojibake: Big5 .* as DOS text"),
        ((CHINESE * 3).encode("cp950").decode("utf-8", "ignore").encode(), NotTextError, "is mojibake: letters of"),
        ((CHINESE * 5).encode("gbk").decode("utf-8", "ignore").encode(), NotTextError, "is mojibake: letters of"),
        (_misread(_misread(CHINESE * 2)), NotTextError, "is mojibake: UTF-8 that was read as Latin-1, several times"),
        ((CHINESE * 3).encode("cp950").decode("cp1252", "replace").encode(), NotTextError, "is mojibake: Big5 .*Latin"),
        ((CHINESE * 3).encode().decode("cp1251", "replace").encode(), NotTextError, "is mojibake: UTF-8 .* Cyrillic"),
        ((JAPANESE + KANJI).encode("euc_jp").decode("gb18030").encode(), NotTextError, "is mojibake: EUC-JP .* as GBK"),
        (("锟斤拷" * 20).encode(), NotTextError, "is mojibake: 20 characters were lost"),
        ((CHINESE * 3).encode("utf-7"), NotTextError, r"is mojibake: it is written in UTF-7 \(.*--encoding utf-7"),
        (base64.encodebytes((CHINESE * 3).encode()), NotTextError, r"is mojibake: it is written in base64 \("),
        (base64.b64encode((JAPANESE * 3).encode("cp932")), NotTextError, r"is mojibake: it is written in base64 \("),
        (base64.encodebytes(ENGLISH.encode()), NotTextError, r"is mojibake: it is written in base64 \("),
        (quopri.encodestring((CHINESE * 3).encode()), NotTextError, r"is mojibake: its characters are written as esc"),
        (_swap(CHINESE * 3), NotTextError, "is mojibake: UTF-16 whose bytes were read in the wrong order"),
        (_swap(ENGLISH), NotTextError, "is mojibake: UTF-16 whose bytes were read in the wrong order"),
        (ENGLISH.encode().decode("utf-16-le").encode(), NotTextError, "is mojibake: text that was read as UTF-16"),
        (_pair(CHINESE * 3).encode(), NotTextError, "is mojibake: UTF-8 that was read as UTF-16"),
        (CHINESE.encode("unicode_escape") * 2, NotTextError, r"is mojibake: its characters are written as escapes"),
        ((CHINESE * 3).encode("latin-1", "replace"), NotTextError, r"is mojibake: \d+ .* were lost \(\?\) when"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_gets_one_clear_line(data: bytes, error: type[ReadingError], message: str) -> None:
    with pytest.raises(error, match=f"^page.txt {message}"):
        read_bytes(data, "page.txt")


@pytest.mark.parametrize(
    "text",
    [
        CHINESE,
        SIMPLIFIED,
        JAPANESE,
        "Größe und Äpfel für Übermut",
        "é" * 50,
        "한국어 텍스트",
        "Привет, люди",
        "鬱黷齏饕餮魑魅魍魎齟齬囹圄踟躕蹉跎",
        "台積電 聯發科 鴻海 緯創 仁寶 和碩 技嘉 微星",
        "В городе Приморске депутаты утвердили бюджет на следующий год, расходы вырастут на десять процентов.",
        "Το δημοτικό συμβούλιο ενέκρινε τον προϋπολογισμό για το επόμενο έτος.",
        "市議會今天問了三件事:錢從哪裡來?誰來監督?何時動工?市長逐一回答。",
        "┌──────┬──────┐\n│船席　│３４　│\n├──────┼──────┤\n│工期　│８年　│\n└──────┴──────┘\n",
        "서울시의회는 내년도 예산안을 가결했다. 총액은 46억 원이며 내년 3월에 착공한다.",
        "Việt Nam công bố kế hoạch phát triển kinh tế biển xanh đến năm 2030, người dân góp ý.",
        "和平 peace мир שלום سلام ειρήνη 평화",
        "港&港&港&港&港&",
        "\n".join("【" * n for n in range(1, 41)) + "\n",
        "哈哈哈哈哈哈哈哈哈哈！",
        "啦啦啦啦啦 嗚嗚嗚 喔喔喔 耶耶耶\n",
        "★☆◆◇■□▲△▼▽●○◎※→←↑↓〒♪",
        "！？……——「」『』《》、。，；：",
        "€ £ ¥ § © ® ™ ° ± µ ¶ · ½ ¼ ¾ × ÷ ",
        "ストライキコンテナターミナルオペレーターセンター",
        "ﾎﾟｰﾄ ｽﾄﾗｲｷ ｸﾐｱｲ ｶｲｼｬ ﾊｯﾋﾟｮｳ ｺﾝﾃﾅ ｻﾝﾋﾞｬｸ\n",
        "ㄅㄆㄇㄈ ㄋㄉㄒㄑ不會ㄅ 我ㄉ天 ㄏㄏ",
        "𠀋𡈽𡌛𡑮𡢽𠮟𡚴𡸴𣇄𣗄𣜿𣝣𣳾𤟱𥒎",
        "井壁墙体模块机械液压系统采用单缸液压、输送，双缸液压、输送。",
        "1+1=2 a+b-c 3+4+5 x+y 港口 +886-2-2345-6789 1+1=2 a+b-c",
        "QWxhZGRpbjpvcGVuc2VzYW1lQWxhZGRpbjpvcGVuc2VzYW1l\n金鑰如上，請勿外流，管理員每月更換一次並通知使用者。\n" * 2,
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
        "what? how? why? who? when? where? 誰？",
        "ﾆｭｰｽ速報 港湾計画を可決、総事業費は四十六億円で来年三月に着工する",
    ],
)
def test_a_good_text_is_no_mojibake(text: str) -> None:
    assert read_bytes((text * 20).encode(), "page.txt").text == text * 20


@pytest.mark.parametrize(
    ("misread", "told"),
    [
        (lambda line: line.encode().decode("cp1252", "ignore"), "UTF-8 that was read as Latin-1"),
        (lambda line: line.encode().decode("gb18030", "ignore"), "UTF-8 that was read as GBK"),
        (lambda line: _swap(line).decode(), "UTF-16 whose bytes were read in the wrong order"),
    ],
)
def test_garbled_lines_of_a_good_text_are_named(misread: Callable[[str], str], told: str) -> None:
    good = [line for line in (CHINESE * 2).split("\n") if line]
    lines = [*good, misread("市府說，港口的改建要花四十六億元，三月動工，兩年後完成，到時候船就能全部靠岸。"), *good]
    dump = read_bytes("\n".join(lines).encode(), "page.txt")
    ((span, words),) = dump.garbled
    assert words.startswith(told)
    assert dump.text[: span.start].count("\n") == len(good)


def test_paths_that_are_no_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"missing\.txt does not exist"):
        read_dump(tmp_path / "missing.txt")
    with pytest.raises(ReadingError, match="is a folder"):
        read_dump(tmp_path)
    with pytest.raises(ReadingError, match="does not exist"):
        read_dump("a\0b")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(ReadingError, match="is not a regular file"):
        read_dump(pipe)


def test_the_clocks_of_file_and_user_reach_the_dump(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(CHINESE)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    dump = read_dump(path, as_of=datetime(2025, 11, 2, tzinfo=UTC))
    assert dump.modified == datetime.fromtimestamp(1_700_000_000, UTC)
    assert dump.as_of == datetime(2025, 11, 2, tzinfo=UTC)


def test_standard_input_is_read_as_a_file_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CHINESE.encode("cp950"))))
    dump = read_dump("-")
    assert (dump.name, dump.text, dump.encoding) == ("-", CHINESE, "cp950")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(EmptyDumpError, match="standard input is empty"):
        read_dump("-")


# ------------------------------------------------------------------------------------------------- cleaning


def test_cleaning_counts_what_it_changes_and_keeps_widths() -> None:
    raw = "a\r\nb\u2028c\x00\u200b\u202e１２\ue000e\u0301\ud800".encode("utf-8", "surrogatepass")
    dump = read_bytes(raw.replace(b"\xed\xa0\x80", b""), "page.txt")
    assert dump.text == "a\nb\nc１２\ue000é"
    assert dict(dump.cleaned) == {
        "line ends": 2, "control characters": 1, "zero-width characters": 1, "direction controls": 1,
        "characters in another Unicode form": 1,
    }  # fmt: skip


@settings(deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once, _ = clean_text(text)
    twice, counts = clean_text(once)
    assert (twice, counts) == (once, ())
    once.encode("utf-8")


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_dump_or_a_clear_error(data: bytes) -> None:
    for name in ("a.txt", "a.html", "a.json", "a.jsonl", "a.eml", "a.md", "a.xml", "a.pdf"):
        with contextlib.suppress(ReadingError):
            assert read_bytes(data, name).text.strip()


BYTES = {path.name: path.read_bytes() for path in SAMPLES.iterdir()}


@settings(deadline=None)
@given(
    st.sampled_from(sorted(BYTES)),
    st.lists(st.tuples(st.integers(0), st.integers(0, 40), st.binary(max_size=6)), min_size=1, max_size=6),
)
def test_a_damaged_file_of_any_form_gives_dumps_or_a_clear_error(
    name: str, changes: list[tuple[int, int, bytes]]
) -> None:
    data = BYTES[name]
    for place, length, new in changes:
        start = place % len(data)
        data = data[:start] + new + data[start + length :] or b"x"
    with contextlib.suppress(ReadingError):
        read_bytes(data, name)


# ------------------------------------------------------------------------------------------------- samples


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir() if not path.suffix.startswith(".json")))
def test_each_sample_gives_one_dump(name: str) -> None:
    assert read_dump(SAMPLES / name).text.strip()


@pytest.mark.parametrize(
    ("name", "same_as", "encoding"),
    [
        ("cable.big5.txt", "cable.txt", "cp950"),
        ("cable.utf16.txt", "cable.txt", "utf-16"),
        ("reservoir.gb18030.txt", "reservoir.hans.txt", "gb18030"),
        ("ferry.sjis.txt", "ferry.ja.txt", "cp932"),
        ("ferry.eucjp.txt", "ferry.ja.txt", "euc_jp"),
    ],
)
def test_the_same_text_in_another_encoding_is_the_same_dump(name: str, same_as: str, encoding: str) -> None:
    dots = str.maketrans("‧·", "・・")  # the middle dot that each encoding has
    one, other = read_dump(SAMPLES / name), read_dump(SAMPLES / same_as)
    assert one.text.translate(dots) == other.text.translate(dots)
    assert one.encoding == encoding


def test_a_number_that_is_no_time_costs_no_other_record(tmp_path: Path) -> None:
    lines = ('{"text": "第一篇報導。"}', f'{{"text": "第二篇報導。", "time": 1{"0" * 400}}}')
    (path := tmp_path / "numbers.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert [d.text.strip() for d in read_dumps(path) if isinstance(d, Dump)] == ["第一篇報導。", "第二篇報導。"]


def test_jsonl_gives_a_dump_for_each_record_and_a_problem_for_a_bad_line() -> None:
    found = list(read_dumps(SAMPLES / "records.jsonl"))
    dumps = [entry for entry in found if isinstance(entry, Dump)]
    problems = [entry for entry in found if isinstance(entry, Problem)]
    assert [dump.name.rpartition("#")[2] for dump in dumps] == ["1", "2", "4"]
    assert dumps[0].text.startswith("糖廠老煙囪保留 改建觀景台\n南田日報 ・ 2025-04-18 10:20\n糖廠63公尺")
    assert len({dump.sha256 for dump in dumps}) == 3
    assert [problem.message.rpartition("#")[2] for problem in problems] == ["3 is not JSON"]
    with pytest.raises(ReadingError, match="holds 4 texts"):
        read_dump(SAMPLES / "records.jsonl")


STORY = "市府表示，新橋通車首日的車流較預期多三成。"


@pytest.mark.parametrize(
    ("document", "texts"),
    [
        ({"text": "甲。"}, ["甲。\n"]),
        ({"title": "題", "body": "甲。", "source": {"name": "某報"}}, ["題\n某報\n甲。\n"]),
        ([{"text": "甲。"}, {"content": "乙。"}, "丙。"], ["甲。\n", "乙。\n", "丙。\n"]),
        ({"articles": [{"text": "甲。"}, {"text": "乙。"}]}, ["甲。\n", "乙。\n"]),
        ("甲。", ["甲。\n"]),
        (
            {"t": "新橋通車首日車流倍增達三成", "story": f"{STORY}{STORY}"},
            [f"新橋通車首日車流倍增達三成\n{STORY}{STORY}\n"],
        ),
        ({"headline": "題", "article_content": STORY, "url": "https://news.example/a"}, [f"題\n{STORY}\n"]),
        ({"標題": "題", "內文": STORY, "媒體": "港報", "日期": "2025-10-21"}, [f"題\n港報 ・ 2025-10-21\n{STORY}\n"]),
        (
            {"news_title": "題", "news_content": STORY, "channelName": "港報", "publishAt": "2025-10-21 09:00"},
            [f"題\n港報 ・ 2025-10-21 09:00\n{STORY}\n"],
        ),
        ({"title": "題", "crawl_time": "2026-01-01", "content": STORY, "url": "https://a.example"}, [f"題\n{STORY}\n"]),
        (
            {"title": {"main": "題"}, "body": [{"text": STORY}, {"type": "p", "text": "乙。"}]},
            [f"題\n{STORY}\n\n乙。\n"],
        ),
        (
            {"stories": [{"title": "題", "text": STORY}, {"title": "目", "text": "乙。"}]},
            [f"題\n{STORY}\n", "目\n乙。\n"],
        ),
        ({"title": "題", "publishedAt": 1762128000, "text": STORY}, [f"題\n2025-11-03 00:00Z\n{STORY}\n"]),
        ({"title": "題", "createTime": 1762128000123, "text": STORY}, [f"題\n2025-11-03 00:00Z\n{STORY}\n"]),
        ({"title": "題", "time": 35, "text": STORY}, [f"題\n{STORY}\n"]),
        ({"title": "題", "paragraphs": [STORY, "乙。"]}, [f"題\n{STORY}\n\n乙。\n"]),
        ({"title": "題", "content": f"<p>{STORY}</p><p>乙。</p>"}, [f"題\n{STORY}\n乙。\n"]),
        ([{"title": "港口罷工落幕", "date": "2025-11-02"}, {"id": 7}], ["港口罷工落幕\n2025-11-02\n"]),
        ({"response": {"docs": [{"webTitle": "題", "fields": {"bodyText": STORY}}]}}, [f"題\n{STORY}\n"]),
    ],
)
def test_json_in_the_usual_shapes_is_read(tmp_path: Path, document: object, texts: list[str]) -> None:
    path = tmp_path / "news.json"
    path.write_text(json.dumps(document))
    assert [dump.text for dump in read_dumps(path) if isinstance(dump, Dump)] == texts


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"a": 1}', "is JSON without a text field"),
        ('[{"id": "7", "name": "港口罷工委員會", "date": "2025-11-02"}]'.encode(), "is JSON without a text field"),
        ('{"title": "港口罷工委員會"}'.encode(), "is JSON without a text field"),
        (b'{"text":', "is not JSON"),
        (b"[" * 99_999, "is nested too deeply"),
    ],
)
def test_json_that_is_none_or_holds_no_text_is_told(data: bytes, message: str) -> None:
    with pytest.raises(ReadingError, match=f"news.json {message}"):
        read_bytes(data, "news.json")


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ("".join(f"--a\nContent-Type: multipart/mixed; boundary=a{n}\n\n" for n in range(2_000)), "parts within parts"),
        ("--a\n\nhi\n" * 60_000, "holds more than 50,000 parts"),
    ],
)
def test_a_mail_of_parts_without_end_is_refused(parts: str, message: str) -> None:
    mail = f"From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=a\n\n{parts}"
    with pytest.raises(ReadingError, match=message):
        read_bytes(mail.encode(), "a.eml")


def test_a_subject_in_raw_bytes_is_read_in_the_encoding_of_the_mail() -> None:
    headers, body = "From: 港報 <a@news.example>\nSubject: 新橋通車\nDate: Sat, 01 Nov 2025 09:00:00 +0800", STORY * 4
    for encoding in ("big5", "gb18030", "utf-8"):
        text = read_bytes(f"{headers}\n\n{body}\n".encode(encoding), "a.eml").text
        assert text.startswith("新橋通車\n港報 ・ 2025-11-01 09:00\n市府表示"), encoding


def test_a_mail_gives_subject_sender_date_and_body() -> None:
    dump = read_dump(SAMPLES / "newsletter.eml")
    assert dump.text.startswith("城市早報 每日新聞\n城市早報 ・ 2025-06-12 07:00\n圖書館延長開放到深夜")
    assert dump.encoding == "big5"
    assert dump.modified == datetime(2025, 6, 11, 23, 0, tzinfo=UTC)
    assert dump.modified.day == 12  # where it was sent


@pytest.mark.parametrize(
    "headers",
    [
        "From: <news@[paper.example>\nSubject: =?x?b?!!?=",
        "From: a:b\nSubject: =?utf-8?b?5Lit?=\nDate: Thu, 32 Foo 2025 99:99:99 +9999",
        "From: \nSubject: x\nDate: Fri, 31 Dec 9999 23:59:59 -1200",
        'Subject: x\nContent-Type: text/plain; charset="nonsense"',
    ],
)
def test_malformed_headers_of_a_mail_cost_no_more_than_themselves(headers: str) -> None:
    assert "內文在此。" in read_bytes(f"{headers}\n\n內文在此。\n".encode(), "a.eml").text


def test_a_feed_gives_its_stories_with_outlet_and_time() -> None:
    text = read_dump(SAMPLES / "feed.xml").text
    assert text.startswith("漁港整建完成 泊位增加四成\n海岸快訊 ・ 2025-06-03 09:15\n漁港整建昨(2)日完成")
    assert "藍灣日報 ・ 2025-06-02 11:40" in text
    assert "每晚限額120人。" in text
    assert "alert" not in text


def test_a_feed_with_a_document_type_of_its_own_is_a_feed_and_nothing_in_it_is_expanded() -> None:
    kind = '<!DOCTYPE rss [ <!ENTITY x "a>b"> <!ENTITY y "&x;&x;&x;"> ]>'
    entry = "<item><title>新橋&y;通車</title><description>新橋&lt;b&gt;昨日&lt;/b&gt;通車。</description></item>"
    for head in (kind, '<?xml version="1.0"?>\n<!DOCTYPE rss PUBLIC "-//x//y" "https://dtd.example/rss.dtd">'):
        data = f"{head}\n<rss><channel><title>某報</title>{entry}</channel></rss>".encode()
        assert read_bytes(data, "a.xml").text == "新橋&y;通車\n某報\n新橋昨日通車。\n"


def test_atom_and_a_feed_without_times_are_read() -> None:
    first = "<title>題</title><published>2025-06-03T09:15:00Z</published><summary>內文。</summary>"
    entries = f"<entry>{first}</entry><entry><title>乙</title></entry>"
    data = f'<feed xmlns="x"><title>台報</title>{entries}</feed>'
    assert read_bytes(data.encode(), "a.xml").text == "題\n台報 ・ 2025-06-03 09:15\n內文。\n\n乙\n台報\n"


def test_markdown_loses_its_marks_and_keeps_its_words() -> None:
    text = read_dump(SAMPLES / "notes.md").text
    assert text.startswith("港口擴建案通過環評 總經費92億元\n\n港口擴建案昨(21)日通過環評，環境部附帶14項條件。")
    assert "當地居民說：「我們等了十一年。」" in text
    assert "防波堤延長 620 公尺\n" in text


def test_a_pdf_is_read_by_the_extra() -> None:
    pytest.importorskip("pypdf")
    assert read_bytes(_make_pdf("Harbour plan approved"), "a.pdf").text.strip() == "Harbour plan approved"
    with pytest.raises(ReadingError, match=r"a\.pdf is a PDF that cannot be read"):
        read_bytes(b"%PDF-1.4 junk", "a.pdf")


def test_wide_spaces_and_slashes_of_a_chinese_pdf_are_read_as_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdf")
    for held, printed in (("港務\u2003海港日報 2小時前", "港務\u3000海港日報 2小時前"), ("a\u2003b", "a\u2003b")):
        monkeypatch.setattr("assistant.reading.pdf._read_page", lambda *_, held=held: held)
        assert read_bytes(_make_pdf("x"), "a.pdf").text == printed


def test_radicals_as_pdfs_hold_them_become_the_characters_that_they_look_like() -> None:
    text, cleaned = clean_text("\u2ed1江昨(20)\u2f47\u2f2d洪,\u2fa5民,\u2ea0\u2f40見\u2e85")
    assert text == "長江昨(20)日山洪,里民,民支見\u2e85"
    assert clean_text(text) == (text, ())
    assert cleaned == (("radicals in place of characters", 6),)


def test_lines_that_the_margin_of_a_pdf_broke_are_joined() -> None:
    paragraph = "港口擴建案昨日通過環評，總經費九十二億元，預計二零二九年完工，年營收上看8\n5億美元。"
    page = f"港口擴建通過環評\n{paragraph}\n第二段在此。\n"
    assert unwrap_lines(page).split("\n")[:2] == ["港口擴建通過環評", paragraph.replace("\n", "")]
    assert unwrap_lines("the plan was approved by the\ncouncil") == "the plan was approved by the council"


def _make_pdf(words: str) -> bytes:
    stream = f"BT /F1 24 Tf 50 700 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 6\n0000000000 65535 f \n" + table
    return bytes(out + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(out) - len(table) - 27))


def test_one_unreadable_file_of_a_folder_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CHINESE)
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "c.txt").write_bytes(CHINESE.encode("cp950"))
    for name in (".hidden", "page.html.crdownload", "page.txt.part", "page.txt~", "x.TMP"):
        (tmp_path / name).write_text("x")
    found = list(read_dumps(tmp_path))
    assert [Path(entry.name).name for entry in found] == ["a.txt", "b.png", "c.txt"]
    assert isinstance(found[1], Problem)
    assert found[1].message.endswith("b.png is not text: it is a binary file")


def test_a_time_in_a_feed_that_no_calendar_has_costs_no_more_than_itself() -> None:
    feed = "<rss><channel><title>甲報</title><item><title>豪雨</title><pubDate>{}</pubDate></item></channel></rss>"
    told = read_bytes(feed.format(f"Sat, 01 Nov 2025 08:00:00 +{10**18}").encode(), "a.rss").text
    assert "豪雨" in told
    assert "甲報" in told


def test_a_file_that_grew_while_it_was_read_is_no_dump(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(CHINESE, encoding="utf-8")
    size = len(CHINESE.encode())
    for later, grew in ((size + 1, True), (size, False)):
        told = SimpleNamespace(st_size=later, st_mtime=1.0)
        monkeypatch.setattr(os, "fstat", lambda _, told=told: told)
        (found,) = read_dumps(tmp_path)
        assert isinstance(found, Problem) == grew
        assert ("is still being written" in getattr(found, "message", "")) == grew


FAULTY = ["read_file", "read_texts", "clean_text"]
"""Steps of reading, any of which may have a fault that nobody foresaw."""


@pytest.mark.parametrize("step", FAULTY)
def test_a_fault_of_the_program_in_one_file_stops_no_other_of_its_folder(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"{CHINESE}\n{name}的事", encoding="utf-8")
    whole = getattr(reading, step)

    def fail(given: Any, *rest: Any) -> Any:
        if "b的事" in str(given) or "b的事".encode() in (given if isinstance(given, bytes) else b"") or given == path:
            raise LookupError("nobody foresaw it")
        return whole(given, *rest)

    path = tmp_path / "b.txt"
    monkeypatch.setattr(reading, step, fail)
    found = list(read_dumps(tmp_path))
    assert [Path(entry.name).name for entry in found] == ["a.txt", "b.txt", "c.txt"]
    assert isinstance(found[1], Problem)
    assert found[1].message == f"{path} cannot be read: the program failed on it (LookupError)"
    with pytest.raises(ReadingError, match=r"b\.txt cannot be read: the program failed on it \(LookupError\)"):
        read_dump(path)


def test_a_fault_of_the_program_in_one_record_stops_no_other_of_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = reading.clean_text
    monkeypatch.setattr(reading, "clean_text", lambda text: whole(text) if "乙" not in text else 1 // 0)
    lines = "".join(f'{{"text": "{word}市今天下雨"}}\n' for word in "甲乙丙")
    path = Path("many.jsonl")
    monkeypatch.setattr(reading, "read_file", lambda _: (lines.encode(), datetime(2025, 11, 2, tzinfo=UTC)))
    found = list(read_dumps(path))
    assert [isinstance(entry, Problem) for entry in found] == [False, True, False]
    assert "(ZeroDivisionError)" in getattr(found[1], "message", "")


def test_a_folder_that_may_be_listed_and_not_entered_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(CHINESE, encoding="utf-8")
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed" / "b.txt").write_text(CHINESE, encoding="utf-8")
    whole = os.stat

    def refuse(path: Any, *arguments: Any, **options: Any) -> os.stat_result:
        if "closed" in Path(path).parent.parts:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return whole(path, *arguments, **options)

    for name in ("stat", "lstat"):
        monkeypatch.setattr(os, name, refuse)
    found = {Path(entry.name).name: getattr(entry, "message", "") for entry in read_dumps(tmp_path)}
    assert found == {"a.txt": "", "b.txt": f"{tmp_path}/closed/b.txt cannot be read: Permission denied"}


def test_what_is_no_file_in_a_folder_is_named_and_never_opened(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.txt").write_text(CHINESE)
    (inbox / "a.txt").write_text(CHINESE)
    (inbox / "gone.txt").symlink_to(tmp_path / "nowhere")
    (inbox / "linked").symlink_to(tmp_path / "elsewhere")
    (inbox / "passwords.txt").symlink_to("/etc/passwd")
    (inbox / "round.txt").symlink_to("round.txt")
    os.mkfifo(inbox / "pipe")
    found = list(read_dumps(inbox))
    said = {Path(entry.name).name: getattr(entry, "message", "") for entry in found}
    link = "is a link: no link in a folder is followed"
    told = {"gone.txt": link, "linked": link, "passwords.txt": link, "round.txt": link, "pipe": "is not a regular file"}
    assert said == {"a.txt": "", **{name: f"{inbox / name} {what}" for name, what in told.items()}}


@pytest.mark.parametrize("place", ["", "closed"])
def test_a_folder_that_cannot_be_listed_is_told(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(CHINESE)
    (tmp_path / "closed").mkdir()
    scan = os.scandir

    def refuse(folder: str) -> Any:
        if Path(folder) == tmp_path / place:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
        return scan(folder)

    monkeypatch.setattr("os.scandir", refuse)
    if not place:
        with pytest.raises(ReadingError, match="cannot be listed: Permission denied"):
            list(read_dumps(tmp_path))
        return
    told = [entry for entry in read_dumps(tmp_path) if isinstance(entry, Problem)]
    assert [each.message for each in told] == [f"{tmp_path / 'closed'} cannot be listed: Permission denied"]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(EmptyDumpError, match="is a folder without files"):
        list(read_dumps(tmp_path))


def test_a_megabyte_takes_time_in_proportion() -> None:
    line = (CHINESE + "\n").encode()
    assert grows_linearly(lambda times: read_bytes(line * times, "page.txt"), 10_000)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("long.txt", b"a" * 6_000_000, "holds 6,000,000 characters of text; the limit is 1,000,000"),
        (
            "notes.md",
            "# 標題很長很長很長很長很長很長很長很長\n\n*字*\n".encode() * 300_000,
            "holds more than 1,000,000 characters of text",
        ),
        ("page.html", b"<html><body>" + b"&amp" * 1_500_000, "holds more than 5,000,000 characters of text"),
    ],
)
def test_what_is_far_too_long_is_refused_before_it_is_worked_on(name: str, data: bytes, message: str) -> None:
    with pytest.raises(TooLargeError, match=f"^{name} {message}"):
        read_bytes(data, name)


def test_a_file_of_more_texts_than_any_folder_holds_is_refused_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.reading.MAX_FILES", 100)
    monkeypatch.setattr("assistant.reading.jsons.MAX_FILES", 100)
    with pytest.raises(TooLargeError, match=r"^many\.jsonl holds more than 100 texts"):
        read_bytes(b'{"text": "x"}\n' * 100_000, "many.jsonl")


MARKED = "# 港口三月起夜間停靠\n\n渡輪公司說，**新船**可載四百二十人，見[公告](https://example.org/a)。\n"


RECORDS = [{"title": "港口罷工落幕", "text": f"{n}艘船昨日離港。"} for n in (12, 34)]


@pytest.mark.parametrize("name", ["saved.txt", "saved"])
@pytest.mark.parametrize(
    "text",
    [
        json.dumps(RECORDS),
        f"  {json.dumps(RECORDS, ensure_ascii=False, indent=2)}\n",
        "\n".join(map(json.dumps, RECORDS)),
        json.dumps({"page": 1, "items": RECORDS}),
    ],
)
def test_json_is_known_by_its_beginning_where_it_has_no_name(text: str, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = [dump.text for dump in read_dumps(tmp_path / name) if isinstance(dump, Dump)]
    assert found == [f"{record['title']}\n{record['text']}\n" for record in RECORDS]


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "港口罷工", "text": "碼頭工會昨日宣布結束罷工',
        '{"title": 港口罷工}\n碼頭工會昨日宣布結束罷工。',
        '[記者林小舟高雄報導] {"罷工"}: 結束了。',
        '{"count": 12}',
        "{港口}罷工落幕了。",
    ],
)
def test_what_only_begins_as_json_is_the_text_that_it_is(text: str) -> None:
    assert read_bytes(text.encode(), "-").text == text


@pytest.mark.parametrize("name", ["-", "notes", "notes.md"])
def test_markdown_is_known_by_its_marks_where_it_has_no_name(name: str) -> None:
    assert read_bytes(MARKED.encode(), name).text == "港口三月起夜間停靠\n\n渡輪公司說，新船可載四百二十人，見公告。\n"


@pytest.mark.parametrize(
    "text", ["# 1 號碼頭\n# 2 號碼頭\n", "評分**說明**在此\n", "[甲報](記者某某) 報導。\n", "> 回覆\n> 引用\n"]
)
def test_one_kind_of_mark_makes_no_markdown(text: str) -> None:
    assert read_bytes(text.encode(), "-").text == text


def test_a_few_nuls_are_cleaned_and_counted_and_many_are_binary() -> None:
    page = "渡輪公司說，新船可載四百二十人。\n" * 100
    dump = read_bytes((page + "\0" * 5).encode(), "page.txt")
    assert (dump.text, dump.cleaned) == (page, (("control characters", 5),))
    with pytest.raises(NotTextError, match=r"is not text \(byte .* is NUL\)"):
        read_bytes((page + "\0" * 50).encode(), "page.txt")


@pytest.mark.parametrize(("plain", "read"), [("請用瀏覽器開啟。", False), (CHINESE, True)])
def test_the_page_of_a_mail_is_read_where_its_plain_part_says_next_to_nothing(plain: str, read: bool) -> None:
    mail = EmailMessage()
    mail["Subject"] = "今日新聞"
    mail.set_content(plain, charset="big5", cte="base64")
    mail.add_alternative("".join(f"<p>{CHINESE}</p>" for _ in range(3)), subtype="html", charset="utf-8")
    mail.add_attachment("附件不是內文。", filename="more.txt")
    text = read_bytes(bytes(mail), "a.eml").text
    assert (text.count(CHINESE), plain in text) == ((1, True) if read else (3, False))
    assert "附件" not in text


def test_a_pdf_that_takes_too_many_steps_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdf")
    pdf = _make_pdf("Harbour plan approved) Tj (a) Tj (b")
    assert read_bytes(pdf, "a.pdf").text
    for limit, message in (("MAX_OPERATIONS", "takes more than 5 steps to draw"), ("MAX_DRAWN_BYTES", "of drawing")):
        with monkeypatch.context() as patch:
            patch.setattr(f"assistant.reading.pdf.{limit}", 5)
            with pytest.raises(TooLargeError, match=message):
                read_bytes(pdf, "a.pdf")


@pytest.mark.parametrize("title", ["海港網", "海港網 - 最新文章", "海港網｜即時新聞", "海港網 - RSS"])
def test_what_a_feed_lists_is_no_part_of_the_name_of_its_outlet(title: str) -> None:
    item = "<item><title>渡輪碼頭換新燈</title><description>鎮公所出材料費。</description></item>"
    feed = f"<?xml version='1.0'?><rss><channel><title>{title}</title>{item}</channel></rss>"
    assert read_bytes(feed.encode(), "a.rss").text.splitlines()[1] == "海港網"


@pytest.mark.parametrize(("zone", "day"), [("Asia/Taipei", 15), ("America/New_York", 14), ("UTC", 14)])
def test_the_time_of_a_file_is_of_the_day_on_which_it_was_saved(
    zone: str, day: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.txt"
    path.write_text("沒有時間的內文。", encoding="utf-8")
    os.utime(path, (1_700_000_000, 1_700_000_000))  # 14 November 2023, 22:13 UTC
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        modified = read_dump(path).modified
    finally:
        monkeypatch.undo()
        time.tzset()
    assert modified
    assert modified.day == day


def test_what_was_briefed_before_is_not_asked_again_whether_it_is_mojibake(tmp_path: Path) -> None:
    text = "今天的新聞說明了很多事情，請大家看一看這個消息。" * 3
    file = tmp_path / "a.txt"
    file.write_text(text.encode("utf-8").decode("latin-1"), encoding="utf-8")
    digest = sha256(file.read_bytes()).hexdigest()
    with pytest.raises(NotTextError, match="mojibake"):
        list(read_dumps(file, is_done={"another"}.__contains__))
    (dump,) = read_dumps(file, is_done={digest}.__contains__)
    assert isinstance(dump, Dump)
    assert dump.sha256 == digest
