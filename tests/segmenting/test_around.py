"""What stands right above and below a text: pointers to the next one, by-lines, places and days, credits."""

import pytest

from assistant.records import Item, Role
from assistant.segmenting import split_items
from tests.builders import make_dump

TEXT = """海港鎮渡輪碼頭換新燈 漁民自己動手
海港日報 2026-03-04 09:10
{above}海港鎮的渡輪碼頭昨天換上三十盞新燈，由十二名漁民利用休漁期自己動手安裝，鎮公所只出材料費。
船長林阿水說，以前夜裡靠岸只能看對面雜貨店的招牌，現在三百公尺外就看得見碼頭的台階。
鎮公所表示，舊燈會送給上游的兩個村子，下個月再換渡口旁的十盞路燈。
{below}"""


def _cut(above: str = "", below: str = "") -> list[Item]:
    return [i for i in split_items(make_dump(TEXT.format(above=above, below=below))) if i.kind.is_news]


@pytest.mark.parametrize("pointer", ["下一篇：", "上一則：", "前の記事：", "阅读下一篇：", "請繼續下滑閱讀"])
def test_a_headline_below_a_lone_pointer_is_an_item(pointer: str) -> None:
    article, other = _cut(below=f"{pointer}\n燈塔管理員退休 小學生寫了四百張卡片\n版權所有\n")
    assert other.read(other.headline).strip() == "燈塔管理員退休 小學生寫了四百張卡片"
    assert "燈塔" not in article.text


@pytest.mark.parametrize("pointer", ["相關文章：", "延伸閱讀："])
def test_the_headline_behind_a_pointer_below_a_text_is_an_item(pointer: str) -> None:
    first, second = "燈塔管理員退休 小學生寫了四百張卡片", "漁會大樓改成圖書館 週末開放參觀"
    below = f"\n{pointer}{first}\n{pointer}{second}\n\n覺得這篇有幫助嗎？\n碼頭 新燈 漁民 海港\n版權所有\n"
    article, *others = _cut(below=below)
    assert [item.read(item.headline) for item in others] == [first, second]
    assert article.text.rstrip().endswith("十盞路燈。")


def test_a_pointer_inside_a_text_parts_it_not() -> None:
    article, link = _cut(
        below="延伸閱讀：燈塔管理員退休 小學生寫了四百張卡片\n漁會說，明年春天再換渡口的燈，費用由漁會出。\n"
    )
    assert article.text.rstrip().endswith("費用由漁會出。")
    assert "燈塔管理員退休" not in "".join(segment.text for segment in article.sentences)
    assert link.read(link.headline) == "燈塔管理員退休 小學生寫了四百張卡片"


def test_a_bare_button_between_texts_heads_nothing() -> None:
    (article,) = _cut(below="下一篇\n上一篇\n")
    assert article.text.rstrip().endswith("十盞路燈。")


@pytest.mark.parametrize(
    "line", ["報道：林海生", "采访：林海生", "（海港4日訊）", "（海港4日电）", "写真：海港通信", "画像／海港通信"]
)
def test_who_reports_from_where_is_no_sentence(line: str) -> None:
    (article,) = _cut(above=f"{line}\n")
    told = [segment.text.strip() for segment in article.segments if segment.role is Role.SENTENCE]
    assert told[0].startswith("海港鎮的渡輪碼頭昨天換上三十盞新燈")


@pytest.mark.parametrize(
    "line",
    [
        "電話：05-000-0000 傳真：05-000-0001",
        "關於海港 - 公司簡介 - 聯絡方法 - 徵才訊息 - 隱私政策",
        "プライバシーポリシー - 利用規約 - 著作権 - 特定商取引法の表示 - ご意見・ご要望 - ヘルプ・お問い合わせ",
        "当サイトに掲載の記事・写真等の無断転載を禁じます。",
    ],
)
def test_what_a_page_says_of_itself_at_its_end_is_no_news(line: str) -> None:
    (article,) = _cut(below=f"{line}\n")
    assert line not in "".join(segment.text for segment in article.sentences)


@pytest.mark.parametrize(
    "line",
    [
        "渡輪碼頭の新しい灯＝2日、海港町",
        "渡輪碼頭の新しい灯（左）＝林海生撮影",
        "渡輪碼頭の新しい灯＝2日午前、海港町、本社ヘリから",
        "写真・図版　渡輪碼頭の新しい灯。夕方に子どもが集まった＝11月、海港町、林海生撮影",
    ],
)
def test_the_line_below_a_japanese_picture_is_a_caption(line: str) -> None:
    (article,) = _cut(above=f"{line}\n")
    assert "".join(s.text for s in article.segments if s.role is Role.CAPTION).strip() == line


@pytest.mark.parametrize("line", ["報道：海港鎮人口十年增加三成，", "（海港鎮4日起停水，請儲水備用。）"])
def test_a_sentence_that_begins_so_stays_one(line: str) -> None:
    (article,) = _cut(above=f"{line}\n")
    told = "".join(segment.text for segment in article.segments if segment.role is Role.SENTENCE)
    assert line in told


def test_an_outlet_in_brackets_below_a_headline_is_no_sentence_and_no_headline() -> None:
    text = "海港鎮換新燈 漁民自己動手\n（海港日報）\n" + "海港鎮昨天換上三十盞新燈，由十二名漁民自己動手安裝。\n" * 3
    (article,) = [i for i in split_items(make_dump(text)) if i.kind.is_news]
    assert article.read(article.headline).strip() == "海港鎮換新燈 漁民自己動手"
    assert "海港日報" not in "".join(s.text for s in article.sentences)


def test_a_circled_number_is_no_part_of_a_headline() -> None:
    (article,) = [i for i in split_items(make_dump(f"② {TEXT.format(above='', below='')}")) if i.kind.is_news]
    assert article.read(article.headline).strip() == "海港鎮渡輪碼頭換新燈 漁民自己動手"


@pytest.mark.parametrize("line", ["3月5日は「灯台の日」と町が決める", "3月5日起渡輪票價調整"])
def test_a_day_that_its_sentence_goes_on_with_is_no_time(line: str) -> None:
    items = split_items(make_dump(f"{TEXT.format(above='', below='相關新聞')}\n{line}\n"))
    assert not [item for item in items[1:] if item.age]


def test_a_column_is_no_notice_for_naming_its_opinion() -> None:
    _, other = _cut(below="您可能也感興趣\n林阿水觀點：渡輪的帳，不該只算在漁民頭上\n")
    assert other.read(other.headline).strip() == "林阿水觀點：渡輪的帳，不該只算在漁民頭上"


def test_a_path_that_ends_in_the_headline_is_no_news() -> None:
    (article,) = _cut(below="海港日報 > 地方 > 海港鎮渡輪碼頭換新燈 漁民自己動手\n")
    assert "海港日報 >" not in "".join(s.text for s in article.sentences)
