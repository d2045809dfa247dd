"""Tables beside a text part it from the next one; a table inside a text is a part of it."""

import pytest

from assistant.records import Role
from assistant.segmenting import split_items
from tests.builders import make_dump

FIRST = (
    "老橋拆除前最後巡禮 市民排隊走一回\n海港日報 2031-05-13 08:30\n老橋昨天封閉，上千名市民在清晨排隊走最後一回。\n"
    "市府說，新橋將在後年完工，經費十二億元。\n"
)
SECOND = (
    "夜市停電3小時 攤商求償整夜損失\n記者林某某／南港報導\n"
    "夜市昨晚停電3小時，120個攤商要求賠償。\n電力公司說，變壓器老舊，月底前全數更換。\n"
)
TABLES = {
    "weather": "今日天氣\n地區　天氣　氣溫　降雨\n南港　多雲　19-27　10%\n北港　晴　17-26　0%\n",
    "matches": "昨日戰績\n隊伍　1　2　3　R\n南港　0　1　0　1\n北港　2　0　1　3\n",
    "prices": "今日菜價\n高麗菜　18.5　-2.1\n青江菜　25.0　+1.4\n",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_a_table_parts_two_texts_and_is_none_of_them(table: str) -> None:
    items = split_items(make_dump(FIRST + table + SECOND))
    told = ["".join(s.text for s in item.segments if s.role is Role.SENTENCE) for item in items if item.kind.is_news]
    assert [text[:4] for text in told] == ["老橋昨天", "夜市昨晚"]
    rows = [line for line in table.splitlines() if "　" in line]
    assert not [row for row in rows if any(row in text for text in told)]


def test_a_table_inside_a_text_stays_with_it() -> None:
    text = FIRST + TABLES["prices"] + "市府表示，菜價下周回穩。\n攤商說，颱風若不來，月底可再降一成。\n"
    news = [item for item in split_items(make_dump(text)) if item.kind.is_news]
    assert len(news) == 1
    assert "市府表示，菜價下周回穩。" in news[0].text


def test_the_rows_of_a_table_inside_a_text_begin_no_other_story() -> None:
    table = "樓層\t出資(元)\t備註\n一樓\t-15000\t獲得補償\n二樓\t0\t不出資\n三樓\t18000\t\n四樓\t26000\t\n"
    text = FIRST + table + "市府表示，餘款由三樓以上住戶按表分攤。\n住戶說，電費從停車費列支，明年檢討。\n"
    (article,) = [item for item in split_items(make_dump(text)) if item.kind.is_news]
    assert [s.text.split()[0] for s in article.segments if s.role is Role.CAPTION] == [
        "樓層",
        "一樓",
        "二樓",
        "三樓",
        "四樓",
    ]


def test_a_table_below_a_rule_is_none_of_the_text_above_it() -> None:
    text = (
        FIRST
        + "━━━━━━━━\n\n數字會說話\n\n"
        + TABLES["prices"].split("\n", 1)[1]
        + "\n今天的一句話\n「慢慢來，路會等人。」\n"
    )
    told = [s.text for item in split_items(make_dump(text)) if item.kind.is_news for s in item.sentences]
    assert not [line for line in told if "高麗菜" in line or "數字會說話" in line]


def test_a_ranking_of_headlines_in_two_halves_is_no_table() -> None:
    text = "熱門新聞\n1 老橋拆除 市民排隊走一回\n2 夜市停電3小時 攤商求償\n3 菜價連3日下跌 市府：月底回穩\n"
    news = [item for item in split_items(make_dump(text)) if item.kind.is_news]
    assert [item.read(item.headline) for item in news][:2] == ["老橋拆除 市民排隊走一回", "夜市停電3小時 攤商求償"]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_a_table_that_is_left_out_is_told_as_unsure(table: str) -> None:
    items = split_items(make_dump(FIRST + table + SECOND))
    assert [item.unsure for item in items if not item.kind.is_news] == ["a table, taken for no news"]


@pytest.mark.parametrize("row", ["價格\t1,400元\n發售日\t2031年6月8日\n", "售價\t350元\n重量\t2公斤\n產地\t南港\n"])
def test_facts_below_a_text_are_a_part_of_it_and_no_time_of_it(row: str) -> None:
    news = [
        item
        for item in split_items(make_dump(FIRST + row + "相關新聞\n渡輪加開夜班 週末試行三個月\n"))
        if item.kind.is_news
    ]
    assert [item.read(item.headline)[:4] for item in news] == ["老橋拆除", "渡輪加開"]
    assert news[0].read(news[0].age) == "2031-05-13 08:30"
    assert {s.role for s in news[0].segments if "\t" in s.text} == {Role.CAPTION}
