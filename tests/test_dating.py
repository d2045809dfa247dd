"""Items get clocks: from their ages, the days they name and what the page was captured; contradictions are reported."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.dating import date_items
from assistant.dating.ages import Age, read_age
from assistant.reading import read_bytes, read_dump
from assistant.records import Certainty, Dump, Item, Stamp
from assistant.segmenting import split_items
from tests.growth import grows_linearly

SAMPLES = Path(__file__).parent / "samples" / "reading"
FILE_TIME = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)


at = datetime.fromisoformat
"""Local time of the page, which has no zone."""


def clock(text: str, *, modified: datetime | None = FILE_TIME, as_of: datetime | None = None) -> tuple[Item, ...]:
    dump = Dump("page.txt", text, "00", "utf-8", as_of=as_of, modified=modified)
    return tuple(item for item in date_items(dump, split_items(dump)) if item.kind.is_news)


def story(body: str, age: str = "", outlet: str = "某報") -> str:
    return f"某個新聞標題\n{body}\n" + (f"{outlet} ・ {age}\n" if age else "")


def days(item: Item) -> tuple[date, date]:
    assert item.clock.published
    return item.clock.published.earliest.date(), item.clock.published.latest.date()


# ------------------------------------------------------------------------------------------------- ages


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("16 小時前", Age(timedelta(hours=16), timedelta(hours=17))),
        ("1 天前", Age(timedelta(days=1), timedelta(days=2))),
        ("3時間前", Age(timedelta(hours=3), timedelta(hours=4))),
        ("十二小時前", Age(timedelta(hours=12), timedelta(hours=13))),
        ("3 小時", Age(timedelta(hours=3), timedelta(hours=4))),
        ("2025年11月3日", None),
        ("兩週前", Age(timedelta(weeks=2), timedelta(weeks=3))),
        ("半小時前", Age(timedelta(0), timedelta(hours=1))),
        ("45分鐘前", Age(timedelta(minutes=45), timedelta(minutes=46))),
        ("2 hours ago", Age(timedelta(hours=2), timedelta(hours=3))),
        ("剛剛", Age(timedelta(0), timedelta(minutes=10))),
        ("昨天 18:30", Age(days=1)),
        ("2025-11-01", None),
        ("", None),
    ],
)
def test_an_age_is_read_as_a_range_because_sites_round_down(words: str, age: Age | None) -> None:
    assert read_age(words) == age


# ------------------------------------------------------------------------------------------------- the page


def test_the_sample_page_is_dated_to_the_day_and_its_inferred_year_says_so() -> None:
    dump = read_dump(SAMPLES / "cable.txt")
    items = [item for item in date_items(dump, split_items(dump)) if item.kind.is_news]
    captured = items[0].clock.captured
    assert captured
    assert captured.day == date(2025, 3, 2)
    assert captured.certainty is Certainty.INFERRED
    assert "the year is not printed" in captured.why
    assert "2025 is inferred from the days of the week" in captured.why
    assert items[0].day == date(2025, 2, 18)
    assert [item.day for item in items[1:3]] == [date(2025, 3, 1), date(2025, 3, 1)]
    assert not any(item.clock.notes for item in items)


def test_day_marks_and_ages_together_give_the_time_of_capture_to_the_hour() -> None:
    items = clock(story("某某今(31)日表示。", "20 小時前") + story("某某昨(31)日在2月1日前表示。", "5 小時前"))
    captured = items[0].clock.captured
    assert captured
    assert (captured.earliest, captured.latest) == (at("2026-02-01 05:00:00"), at("2026-02-01 20:59:59"))
    assert [item.day for item in items] == [date(2026, 1, 31), date(2026, 2, 1)]


def test_an_article_without_an_age_is_dated_by_its_marks_before_the_capture() -> None:
    items = clock(story("總理昨(20)日來訪。") + "其他人也在看\n" + story("某某今(2)日表示。", "3 小時前"))
    assert items[0].day == date(2026, 2, 21)
    assert items[0].clock.published
    assert "昨(20)日" in items[0].clock.published.why


@pytest.mark.parametrize(
    ("year", "printed"),
    [
        (2024, "2024年2月29日"),
        (2025, "民國114年2月27日"),
        (2025, "令和7年2月27日"),
        (2025, "2025/02/27"),
        (2025, "2月28日(五)"),
        (2024, "2月28日（三）"),
        (2025, "今年的選舉與2026縣市長選舉"),
        (2026, "沒有線索"),
    ],
)
def test_the_year_comes_from_what_is_printed_else_from_the_file(year: int, printed: str) -> None:
    items = clock(story(f"某某昨(28)日提到{printed}。", "3 小時前") + story("某某今(1)日表示。", "5 小時前"))
    captured = items[0].clock.captured
    assert captured
    assert captured.latest.year == year


def test_the_users_word_goes_before_all_clues() -> None:
    item = clock(story("某某今(1)日表示。", "3 小時前"), as_of=at("2024-06-01 00:00:00"))[0]
    assert item.clock.captured
    assert item.clock.captured.certainty is Certainty.GIVEN
    assert days(item) == (date(2024, 6, 1), date(2024, 6, 1))


def test_a_page_without_clues_has_the_files_time_and_says_so() -> None:
    item = clock(story("沒有時間的內文。"))[0]
    assert item.clock.captured
    assert item.clock.captured.earliest == FILE_TIME.replace(tzinfo=None)
    assert "this is the file's own time" in item.clock.captured.why
    assert item.clock.published is None
    assert clock(story("沒有時間的內文。"), modified=None)[0].clock.captured is None


def test_days_without_a_mark_date_a_page_that_has_no_other_clue() -> None:
    text = (
        story("縣府3日宣布計畫。", "3 小時前") + story("工廠4日完工。", "5 小時前") + story("颱風5日接近。", "2 小時前")
    )
    captured = clock(text)[0].clock.captured
    assert captured
    assert (captured.earliest.month, captured.earliest.day) == (3, 4)
    assert captured.certainty is Certainty.INFERRED


# ------------------------------------------------------------------------------------------------- printed times


def test_a_printed_time_is_stated_and_to_the_minute() -> None:
    item = clock("標題在此\n某報 2025年11月1日 下午2:30\n第一段。\n第二段。\n第三段。\n")[0]
    assert item.clock.published
    assert item.clock.published.certainty is Certainty.STATED
    assert item.clock.published.earliest == item.clock.published.latest == at("2025-11-01 14:30:00")


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("昨天 18:30", "2026-03-03 18:30"),
        ("昨日 08:15", "2026-03-03 08:15"),
        ("3月3日 14:30", "2026-03-03 14:30"),
        ("3/3(火) 14:30", "2026-03-03 14:30"),
    ],
)
def test_an_hour_beside_a_day_without_its_year_is_told(words: str, moment: str) -> None:
    text = f"渡輪碼頭換新燈 漁民自己動手裝了三十盞\n某報 ・ {words}\n第一段。\n第二段。\n第三段。\n"
    (item,) = clock(text, as_of=at("2026-03-04 12:00"))
    assert item.clock.published
    assert item.clock.published.certainty is Certainty.INFERRED
    assert item.clock.published.earliest == item.clock.published.latest == at(moment)


def test_a_day_before_its_month_contradicts_nothing() -> None:
    (item,) = clock("標題在此\n某報 20/02/2026\n第一段。\n第二段。\n第三段。\n")
    assert (days(item)[0], item.clock.notes) == (date(2026, 2, 20), ())


@pytest.mark.parametrize("age", ["9000 年前", "9999 個月前", "9999 週前"])
@pytest.mark.parametrize("as_of", [None, at("2026-03-04 12:00")])
def test_an_age_of_thousands_of_years_is_none(age: str, as_of: datetime | None) -> None:
    hostile, other = story("工會今(4)日說，不會退讓，協商無期。", age), story("工會今(4)日說明。", "2 小時前")
    assert days(clock(f"{hostile}\n{other}", as_of=as_of)[0]) == (date(2026, 3, 4), date(2026, 3, 4))


def test_no_calendar_has_a_year_0() -> None:
    (item,) = clock("標題在此\n某報 民國0年1月1日\n第一段。\n第二段。\n第三段。\n")
    assert item.clock.published is None
    assert "no day of the calendar" in item.clock.notes[0]


def test_an_age_beside_a_day_is_no_contradiction_where_nothing_tells_the_month() -> None:
    (item,) = clock(story("海港鎮公所今(4)日宣布，碼頭換上新燈。", "5 分鐘前"), modified=None)
    assert (item.clock.published, item.clock.notes) == (None, ())


@pytest.mark.parametrize(
    ("words", "earliest"), [("2026-03-01 09:40", "2026-03-01 09:40:00"), ("2026-03-01", "2026-03-01 00:00:00")]
)
def test_a_page_is_no_older_than_the_newest_time_it_prints(words: str, earliest: str) -> None:
    article = clock(f"標題在此\n某報 {words}\n第一段。\n第二段。\n第三段。\n" + story("某某受訪。", "5 小時前"))[0]
    assert article.clock.captured
    assert article.clock.captured.earliest == at(earliest)


@pytest.mark.parametrize("words", ["2026-03-14 07:00", "2026-03-14 23:30", "2026-03-14"])
@pytest.mark.parametrize("hours", [-400, 0, 1, 30, 60, 9000])
@pytest.mark.parametrize("zone", ["+08:00", "+00:00", "-05:00"])
def test_a_page_is_of_the_day_of_its_newest_printed_time_whatever_its_file_says(
    words: str, hours: int, zone: str
) -> None:
    modified = at(f"2026-03-14T07:05{zone}") + timedelta(hours=hours)
    item = clock(f"標題在此\n某報 {words}\n第一段。\n第二段。\n第三段。\n", modified=modified)[0]
    assert item.clock.page_day == date(2026, 3, 14)
    assert item.clock.captured
    assert item.clock.captured.latest == max(at("2026-03-14 23:59:59"), modified.replace(tzinfo=None))


@pytest.mark.parametrize("modified", [at("2026-03-02T12:30Z"), at("2026-03-02T23:30Z"), FILE_TIME, None])
@pytest.mark.parametrize("age", ["3 小時前", "9 小時前"])
def test_a_page_of_this_day_is_not_of_the_next_one(modified: datetime | None, age: str) -> None:
    items = clock(story("台股今(2)日上漲，3月1日曾休市。", age) + story("某某受訪。", "5 小時前"), modified=modified)
    assert {item.clock.page_day.day for item in items if item.clock.page_day} <= {2}


def test_a_printed_day_without_its_year_is_the_last_one_before_the_capture() -> None:
    item = clock("標題在此\n11/1(六) 9:30\n第一段。\n第二段。\n第三段。\n")[0]
    assert item.day == date(2025, 11, 1)
    assert item.clock.published
    assert item.clock.published.certainty is Certainty.INFERRED


@pytest.mark.parametrize(
    "words",
    [
        *("2025-11-01", "2025/11/1", "2025年11月1日", "民國114年11月1日", "114/11/01", "令和7年11月1日"),
        *("2025年(令和7年)11月1日", "令和7年（2025年）11月1日", "西元2025年11月1日", "平成37年11月1日"),
        *("Sat Nov  1 14:20:11 2025", "1 November 2025", "Nov. 1, 2025", "09:30 2025/11/01", "2025 11/01 16:05:32"),
        *(
            "二〇二五年十一月一日",
            "二零二五年十一月一日",
            "民國一一四年十一月一日",
            "中華民國一百一十四年十一月一日",
            "R7.11.1",
        ),
    ],
)
def test_printed_days_are_read_in_the_calendars_of_the_region(words: str) -> None:
    assert clock(f"標題在此\n內文在此。\n某報 ・ {words}\n")[0].day == date(2025, 11, 1)


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("（中央社記者王小明台北7日電）部長表示同意。", date(2026, 3, 7)),
        ("（新华社北京2月27日电）会议通过了决定。", date(2026, 2, 27)),
        ("總理昨(8)日來訪，2025年2月28日曾經來過。", date(2025, 3, 9)),
        ("總理昨(8)日來訪，2月7日(五)先到東京。", date(2025, 2, 9)),
        ("總理昨(8)日來訪。", date(2026, 3, 9)),
        ("總理昨(8)日來訪，4月3日前提出報告。", date(2026, 3, 9)),  # a deadline ahead, not a news item of last April
        ("總理昨(8)日來訪，11月6日曾到東京。", date(2025, 11, 9)),
    ],
)
def test_an_article_alone_is_dated_by_its_dateline_marks_and_dates(body: str, day: date) -> None:
    assert clock(story(body))[0].day == day


@pytest.mark.parametrize(
    ("words", "day"), [("今天晚間", date(2026, 3, 1)), ("今晚將", None), ("今天上午", date(2026, 3, 1)), ("", None)]
)
def test_the_time_of_day_settles_an_age_that_spans_midnight(words: str, day: date | None) -> None:
    items = clock(story(f"某某{words}出席造勢。", "10 小時前"), as_of=at("2026-03-02 09:30:00"))
    assert clock(story(f"某某{words}出席造勢。", "9 小時前"), as_of=at("2026-03-02 09:30:00"))[0].day == day
    assert items[0].day == date(2026, 3, 1)


# ------------------------------------------------------------------------------------------------- contradictions


def test_a_mark_that_contradicts_the_printed_time_is_reported() -> None:
    item = clock("標題在此\n某報 2025-11-05 10:00\n某某今(1)日表示。\n第二段。\n第三段。\n")[0]
    assert item.clock.notes == ("今(1)日 does not fit the printed time of publication, 2025-11-05 10:00",)


def test_an_age_that_contradicts_the_rest_of_the_page_is_reported_and_not_guessed() -> None:
    text = "".join(
        story(f"某某今({day})日表示。", age) for day, age in ((1, "3 小時前"), (1, "5 小時前"), (9, "2 小時前"))
    )
    items = clock(text)
    assert [item.day for item in items] == [date(2026, 3, 1), date(2026, 3, 1), None]
    assert items[2].clock.published is None
    assert items[2].clock.notes == (
        "2 小時前 and 今(9)日 do not fit the rest of the page, captured about 1 March 2026 to 2 March 2026",
    )
    assert not items[0].clock.notes


def test_ages_of_which_none_has_most_on_its_side_date_nothing() -> None:
    items = clock(story("某某今(1)日表示。", "3 小時前") + story("某某今(15)日表示。", "2 小時前"))
    assert [item.clock.published for item in items] == [None, None]
    assert items[0].clock.captured
    assert "the file's own time" in items[0].clock.captured.why
    assert [item.clock.notes for item in items] == [
        ("3 小時前 and 今(1)日 do not fit other ages and days on the page, and none of them dates it",),
        ("2 小時前 and 今(15)日 do not fit other ages and days on the page, and none of them dates it",),
    ]


def test_marks_that_disagree_within_an_item_are_reported() -> None:
    item = clock(story("某某今(12)日表示，昨(20)日已通過。"))[0]
    assert item.clock.notes == ("its day marks disagree: 今(12)日, 昨(20)日",)
    assert item.clock.published is None


def test_ages_that_contradict_what_the_user_said_are_reported() -> None:
    item = clock(story("某某今(1)日表示。", "3 小時前"), as_of=at("2024-06-20 00:00:00"))[0]
    assert item.clock.notes == ("3 小時前 and 今(1)日 do not fit the time of capture that was given, 20 June 2024",)


# ------------------------------------------------------------------------------------------------- laws


@settings(deadline=None)
@given(
    st.dates(date(2000, 1, 2), date(2026, 3, 14)),
    st.lists(st.tuples(st.integers(0, 47), st.sampled_from(["今", "昨", "前"])), min_size=1, max_size=8),
)
def test_a_page_made_at_a_known_time_gets_the_right_days(made: date, stories: list[tuple[int, str]]) -> None:
    """Whatever items a page has, each is dated within a range that holds the day on which it was published."""
    now = datetime.combine(made, datetime.min.time()) + timedelta(hours=15)
    text, truth = "", []
    for hours, word in stories:
        published = now - timedelta(hours=hours)
        marked = published - timedelta(days="今昨前".index(word))
        text += story(f"某某{word}({marked.day})日表示。", f"{hours} 小時前" if hours else "剛剛")
        truth.append(published.date())
    items = clock(text, modified=now.replace(tzinfo=UTC))
    for item, day in zip(items, truth, strict=True):
        first, last = days(item)
        assert first <= day <= last
        assert not item.clock.notes


@settings(deadline=None)
@given(st.text(st.sampled_from("今昨(0123456789)日月年民國114/-. 前小時天\n某報・。"), max_size=120))
def test_any_text_is_dated_without_an_error(text: str) -> None:
    clock(text or "甲")


@pytest.mark.parametrize(
    ("lines", "times"),
    [
        ([story(f"某某今({n % 30 + 1})日表示，{n % 12 + 1}月3日再談。", f"{n} 小時前") for n in range(1, 1500)], 1_500),
        ([f"標題在此\n某某今({n % 30 + 1})日表示。\n----\n" for n in range(1500)], 1_500),
        (["標題\n", *(f"{1900 + n % 200}年{n % 12 + 1}月{n % 28 + 1}日今(3)日。" for n in range(8000))], 8_000),
    ],
    ids=["pairs", "articles", "dates"],
)
def test_many_clues_take_linear_time(lines: list[str], times: int) -> None:
    assert grows_linearly(lambda size: clock("".join(lines[:size])), times)


@pytest.mark.parametrize(
    ("as_of", "why"),
    [
        ("2024-06-01T08:30", "as the user said"),
        ("2024-06-01T08:30+08:00", "as the user said, UTC+08:00"),
        ("2024-06-01T00:30Z", "as the user said, UTC"),
    ],
)
def test_the_zone_that_the_user_gave_is_said(as_of: str, why: str) -> None:
    captured = clock(story("某某今(1)日表示。", "3 小時前"), as_of=at(as_of))[0].clock.captured
    assert captured
    assert captured.why == why


TICKER = """快訊
{day}
09:12
北港渡輪首航 全票八十元
交通單位表示，北港渡輪今早首航，單程全票八十元，每日往返六班。
分享
08:40
東岸果菜市場休市兩天
市場公告，東岸果菜市場因消毒休市兩天，期間不收件，產地照常集貨。
分享
23:55
港務公司公布十月貨量
港務公司公布，十月貨櫃裝卸量年增百分之三，連續四個月成長。
分享
"""


def test_an_hour_alone_takes_the_day_above_its_list_and_the_day_before_once_it_is_later_again() -> None:
    dump = read_bytes(TICKER.format(day="2031-05-13 星期二").encode(), "ticker.txt")
    stamps = [item.clock.published for item in date_items(dump, split_items(dump)) if item.kind.is_news]
    assert [(str(s.earliest), s.certainty.value) for s in stamps if s] == [
        ("2031-05-13 09:12:00", "inferred"),
        ("2031-05-13 08:40:00", "inferred"),
        ("2031-05-12 23:55:00", "inferred"),
    ]
    assert stamps[0]
    assert stamps[0].why == "printed: 09:12, below 2031-05-13 星期二"


def test_an_hour_alone_has_no_day_where_none_is_printed_above() -> None:
    dump = read_bytes(TICKER.format(day="全部").encode(), "ticker.txt")
    items = [item for item in date_items(dump, split_items(dump)) if item.kind.is_news]
    assert [item.read(item.age) for item in items] == ["09:12", "08:40", "23:55"]
    assert [item.clock.published for item in items] == [None] * 3


PAPER = """海港早報
2031年5月13日 星期二
北港渡輪首航 全票八十元
【本報訊】
交通單位表示，北港渡輪今早首航，單程全票八十元，每日往返六班。
首航班次載客一百二十人，船長說海象平穩。
單位說，暑假將加開夜航班次。
東岸果菜市場休市兩天
【本報訊】
市場公告，東岸果菜市場因消毒休市兩天，期間不收件，產地照常集貨。
農民說，冷藏空間足夠，不致影響收成。
{below}"""


def date_paper(below: str) -> dict[str, Stamp | None]:
    dump = read_bytes(PAPER.format(below=below).encode(), "paper.txt")
    items = [item for item in date_items(dump, split_items(dump)) if item.kind.is_news]
    return {item.read(item.headline).strip(): item.clock.published for item in items if item.clock}


@pytest.mark.parametrize("words", ["2025年2月30日", "2025/13/01", "民國114年11月31日"])
def test_a_printed_day_that_is_none_is_said_to_be_none(words: str) -> None:
    found = clock(f"標題在此\n內文在此。\n某報 ・ {words}\n")[0].clock
    assert found.published is None
    assert found.notes == (f"{words} is printed as the time of publication, and is no day of the calendar",)


def test_the_texts_of_a_paper_are_of_the_day_at_its_head() -> None:
    stamp = date_paper("")["東岸果菜市場休市兩天"]
    assert stamp
    assert (str(stamp.earliest.date()), stamp.certainty.value) == ("2031-05-13", "inferred")
    assert stamp.why == "printed at the head of the page: 2031年5月13日 星期二"


@pytest.mark.parametrize(
    ("head", "captured"),
    [
        ("11月26日 星期三", date(2025, 11, 26)),
        ("11月26日 星期四", date(2026, 11, 26)),
        ("11月26日", date(2026, 11, 27)),
    ],
)
def test_a_day_with_its_weekday_at_the_head_dates_a_page_that_nothing_else_dates(head: str, captured: date) -> None:
    text = f"海港新聞\n{head}\n\n港口擴建案今日動工\n海港日報\n3 小時前\n\n漁會選舉結果出爐\n海港日報\n5 小時前\n"
    stamp = clock(text, modified=datetime(2026, 11, 27, 12, tzinfo=UTC))[0].clock.captured
    assert stamp
    assert stamp.earliest.date() == captured


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("11/19(水) 18:45 北浜新聞", at("2025-11-19T18:45")),
        ("11月19日（三） 18:45 霧港日報", at("2025-11-19T18:45")),
        ("11/19(木) 18:45 北浜新聞", at("2026-11-19T18:45")),
        ("11/19 18:45 北浜新聞", at("2026-11-19T18:45")),
        ("11/19(火) 18:45 北浜新聞", at("2024-11-19T18:45")),
    ],
)
def test_a_source_line_with_its_day_of_the_week_tells_the_year(line: str, published: datetime) -> None:
    text = f"港區擴建工程再延後\n{line}\n港區擴建工程因為鋼材不足，預計延後到明年三月才能復工，廠商說已備妥人力。\n"
    stamp = clock(text, modified=datetime(2026, 11, 27, 12, tzinfo=UTC))[0].clock.published
    assert stamp
    assert (stamp.earliest, stamp.certainty) == (published, Certainty.INFERRED)


def test_the_day_at_the_head_dates_nothing_where_items_have_times_of_their_own() -> None:
    below = "相關新聞\n夜市停電 攤商求償整夜損失\n海港日報 ・ 3 小時前\n"
    assert date_paper(below)["東岸果菜市場休市兩天"] is None


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("20/11/2026 - 10:35", date(2026, 11, 20)),
        ("11/20/2026", date(2026, 11, 20)),
        ("20.11.2026", date(2026, 11, 20)),
        ("03.11.2026", date(2026, 11, 3)),
        ("03/11/2026", None),  # of March or of November
        ("32/11/2026", None),
    ],
)
def test_a_day_before_its_month_is_read_where_only_one_of_them_can_be_the_month(printed: str, day: date | None) -> None:
    text = f"港口擴建案通過環評 總經費92億元\n發表時間：{printed}\n港口擴建案通過環評，附帶14項條件，明年動工。\n"
    (item,) = clock(text, modified=datetime(2027, 3, 1, tzinfo=UTC))
    assert (item.clock.published and item.clock.published.earliest.date()) == day


LETTER = """{sender}: 港灣週報 <news@example.tw>
{subject}: 港灣週報 第214期
{sent}

各位讀者好：

■ 東港貨櫃量增9%
東港10月貨櫃量為18萬TEU，年增9%，公司將於20日公布細節，並說明明年的擴建計畫。
閱讀全文

■ 南岸渡輪調漲票價
南岸渡輪16日宣布，明年1月起票價平均調漲7%，是四年來首次調整，學生票不變。
閱讀全文
"""


@pytest.mark.parametrize(
    ("sent", "day"),
    [
        ("日期: 2026年2月17日 08:30", date(2026, 2, 17)),
        ("日付: 2026年2月17日", date(2026, 2, 17)),
        ("送信日時：2026/02/17 7:00", date(2026, 2, 17)),
        ("日期: 二月十七日", None),
        ("主題: 2026年2月17日的回顧", None),  # not when it was sent
    ],
)
def test_all_news_of_a_copied_letter_is_of_the_day_on_which_it_was_sent(sent: str, day: date | None) -> None:
    items = clock(LETTER.format(sender="寄件者", subject="主旨", sent=sent))
    assert len(items) == 2
    assert [days(item) if item.clock.published else None for item in items] == [(day, day) if day else None] * 2
