"""What tells a text in short before it begins is its lead; the contents of a letter and repeated words are no news."""

import pytest

from assistant.records import Item, Role
from assistant.segmenting import split_items
from tests.builders import make_dump

HEAD = "海港鎮渡輪碼頭換新燈 漁民自己動手\n海港日報 2026-03-04 09:10\n"
TEXT = (
    "海港鎮的渡輪碼頭昨天換上三十盞新燈，由十二名漁民利用休漁期自己動手安裝，鎮公所只出材料費。\n"
    "船長林阿水說，以前夜裡靠岸只能看對面雜貨店的招牌，現在三百公尺外就看得見碼頭的台階。\n"
    "鎮公所表示，舊燈會送給上游的兩個村子，下個月再換渡口旁的十盞路燈。\n"
)


def _news(text: str) -> list[Item]:
    return [item for item in split_items(make_dump(text)) if item.kind.is_news]


def _told(item: Item, role: Role) -> list[str]:
    return [segment.text.strip() for segment in item.segments if segment.role is role]


@pytest.mark.parametrize("heading", ["AI 摘要\n", "【重點摘要】\n", "この記事のポイント\n", ""])
def test_the_points_before_a_text_are_its_lead(heading: str) -> None:
    points = ["· 碼頭換上30盞新燈", "· 12名漁民自己安裝", "· 下月再換十盞路燈"]
    (article,) = _news(HEAD + heading + "\n".join(points) + "\n\n" + TEXT)
    assert _told(article, Role.CAPTION) == points
    assert _told(article, Role.SENTENCE)[0].startswith("海港鎮的渡輪碼頭昨天")


def test_points_inside_a_text_stay_where_they_are() -> None:
    first, *rest = TEXT.splitlines(keepends=True)
    (article,) = _news(HEAD + first + "· 新燈三十盞\n· 漁民十二名\n" + "".join(rest))
    assert "· 新燈三十盞" in _told(article, Role.SENTENCE)


def test_the_contents_of_a_letter_and_its_greeting_are_no_news() -> None:
    front = "海港晨信\n早安！今天有霧，出門慢慢來。\n\n目錄\n1 碼頭換新燈\n2 三則快讀\n\n━━━━━━━━\n\n"
    (article,) = _news(front + HEAD + TEXT)
    assert article.read(article.headline) == "海港鎮渡輪碼頭換新燈 漁民自己動手"
    assert "早安" not in article.text


def test_a_link_around_picture_and_headline_is_one_item() -> None:
    other = "燈塔管理員退休 小學生寫了四百張卡片\n"
    news = _news(f"{HEAD}{TEXT}\n相關新聞\n{other}{other}南岸時報\n2026-03-03 10:20:30\n")
    assert [item.read(item.outlet) for item in news[1:]] == ["南岸時報"]


def test_days_without_a_year_below_the_headlines_of_a_list_are_their_times() -> None:
    titles = ["燈塔管理員退休 小學生寫了四百張卡片", "渡口旁的老榕樹 鎮民投票留下", "漁會大樓改成圖書館 週末開放"]
    days = ["03/02", "03/01", "03/01"]
    rows = "".join(f"{title}\n{day}\n" for title, day in zip(titles, days, strict=True))
    news = _news(f"{HEAD}{TEXT}\n熱門新聞\n{rows}")
    assert [(item.read(item.headline), item.read(item.age)) for item in news[1:]] == list(
        zip(titles, days, strict=True)
    )


def test_each_headline_of_a_list_keeps_its_day_where_the_days_are_the_same() -> None:
    titles = ["燈塔管理員退休 小學生寫了四百張卡片", "渡口旁的老榕樹 鎮民投票留下", "漁會大樓改成圖書館 週末開放"]
    news = _news("".join(f"{title}\n2026-03-01\n" for title in titles))
    assert [item.read(item.age) for item in news] == ["2026-03-01"] * 3


@pytest.mark.parametrize("row", ["{title} 2026-03-0{day}", "{title}\n午後8時1{day}分", "NEW {title}\n午後7時4{day}分"])
def test_the_time_beside_or_below_the_headlines_of_a_list_is_no_outlet(row: str) -> None:
    titles = ["燈塔管理員昨天退休", "渡口老榕樹確定留下", "漁會大樓改成圖書館"]
    rows = "\n".join(row.format(title=title, day=day) for day, title in enumerate(titles, start=1))
    news = _news(f"{HEAD}{TEXT}\n相關新聞\n{rows}\n")
    assert [(item.read(item.headline), item.read(item.outlet)) for item in news[1:]] == [(t, "") for t in titles]
    assert all(item.age for item in news[1:])


def test_a_card_with_its_headline_twice_is_one_item_of_its_outlet() -> None:
    titles = ["燈塔管理員退休 小學生寫了四百張卡片", "渡口旁的老榕樹 鎮民投票決定留下來"]
    cards = "".join(
        f"{title}\n海港通訊社\n更多\n{title}\n{n} 小時前\n由 編輯部 提供\n\n" for n, title in enumerate(titles, 2)
    )
    news = _news(f"您的焦點新聞\n\n{cards}")
    assert [(item.read(item.headline), item.read(item.outlet)) for item in news] == [(t, "海港通訊社") for t in titles]


def test_a_long_menu_is_no_text_and_a_headline_in_pieces_is_no_menu() -> None:
    menu = "港口 漁業 航運 天氣 公告 大潮 船班 票價 報告 氣象 博客 論壇 相簿 影片 訂閱"
    (article,) = _news(f"海港財經\n{menu}\n\n{HEAD}{TEXT}")
    assert article.read(article.headline) == "海港鎮渡輪碼頭換新燈 漁民自己動手"
    told = _news(f"{HEAD}{TEXT}\n相關新聞\n燈塔 守了 三十年 管理員 昨天 退休 小學生 寫 400 張卡片\n2026-03-03 10:20\n")
    assert told[1].read(told[1].headline).startswith("燈塔 守了")


@pytest.mark.parametrize(
    ("line", "outlet"), [("海港報 / 記者林海生／海港報導", "海港報"), ("記者林海生／海港報導", "")]
)
def test_the_outlet_before_the_writer_below_a_time_is_that_of_the_article(line: str, outlet: str) -> None:
    head, _ = HEAD.split("\n", 1)
    (article,) = _news(f"{head}\n2026-03-04 09:10\n{line}\n{TEXT}")
    assert article.read(article.outlet) == outlet


@pytest.mark.parametrize("line", ["2026年3月4日 6時12分　地震", "2026年3月4日 6時12分"])
def test_what_a_text_is_about_behind_its_time_is_no_outlet(line: str) -> None:
    head, _ = HEAD.split("\n", 1)
    (article,) = _news(f"{head}\n{line}\n{TEXT}")
    assert (article.read(article.outlet), article.read(article.age)) == ("", "2026年3月4日 6時12分")


def test_the_tabs_of_a_ranking_are_no_ages_and_its_ranks_no_headlines() -> None:
    titles = ["燈台守が退任、児童が四百枚のカード", "渡し場の老木、町民投票で残す", "漁協ビルが図書館に、週末に開放"]
    ranked = "".join(f"{rank}位\n{title}\n" for rank, title in enumerate(titles, start=1))
    news = _news(f"{HEAD}{TEXT}\nアクセスランキング\n1時間\n24時間\n{ranked}")
    assert [item.read(item.headline) for item in news[1:]] == titles


def test_the_section_before_the_hour_is_no_part_of_a_headline() -> None:
    news = _news(f"突發 18:12 碼頭路兩車相撞 無人受傷\n港聞 17:40 週末轉涼 市區最低14度\n\n{HEAD}{TEXT}")
    assert [item.read(item.headline) for item in news[:2]] == ["碼頭路兩車相撞 無人受傷", "週末轉涼 市區最低14度"]


def test_whose_picture_it_is_behind_a_sentence_makes_it_a_caption() -> None:
    (article,) = _news(f"{HEAD}新燈在傍晚六點點亮。（林海生攝）\n{TEXT}")
    assert _told(article, Role.CAPTION) == ["新燈在傍晚六點點亮。", "（林海生攝）"]
