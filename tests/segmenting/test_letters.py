"""Letters, posts and the tops of pages: what they say to their readers is no news, what they tell is."""

import pytest

from assistant.dating import date_items
from assistant.records import Item
from assistant.segmenting import split_items
from tests.builders import make_dump

LETTER = """寄件者: 晨港 <hello@chengang.example>
收件者: 我
日期: Fri, 8 Mar 2026 07:02:11 +0800
主旨: 晨港第41期
晨港的讀者早安：
昨晚又下雨了，今天替你整理了幾則新聞，讀完大約需要五分鐘。

━━━━━━━━
今日頭條
━━━━━━━━
渡輪碼頭換新燈 漁民自己動手裝了三十盞
海港鎮的渡輪碼頭昨天換上三十盞新燈，由十二名漁民利用休漁期自己動手安裝，鎮公所只出材料費。
船長林阿水說，以前夜裡靠岸只能看對面雜貨店的招牌，現在三百公尺外就看得見碼頭的台階。

☀️ 本期由「曬得慢」贊助
沒有太陽的日子也能有太陽的味道，讀者專屬代碼折抵600元。

━━━━━━━━
三十秒速覽
━━━━━━━━
• 燈塔管理員退休 小學生寫了四百張卡片（海港日報）
• 漁會大樓改成圖書館 週末開放參觀（港聲）

編輯碎念
上週的投票有兩千人回答，我們猜一半的人都養貓。
你最不能忍受的聲音是什麼？
A 外放影片　B 剪指甲　C 講電話
"""


JAPANESE = """【朝刊】港の食堂をやめたら離職率が上がった ほか
港都オンライン ・ 2026-03-08 06:30

おはようございます。編集部の港です。加湿器が壊れ、のどがからからです。

{heading}

「港の食堂をやめたら離職率が上がった」会社が気づいた昼休みの値段
食堂の費用を年4000万円削った会社で、翌年の離職者は1.6倍に増えた。
港都オンライン｜3/8 5:00
https://minato.example/1

地方空港の深夜便がなくなり意外な渋滞
最終便の前倒しで、周辺道路は午後6時に集中するようになった。
交通ジャーナル｜3/7 19:30
https://minato.example/2

■ 編集後記
加湿器の代わりに濡れタオルを干したら、会議室が銭湯のようになりました。
"""


def test_a_greeting_that_goes_on_and_what_editors_chat_are_no_news_of_a_japanese_letter() -> None:
    news = _news(JAPANESE.format(heading="▼ よく読まれた記事"))
    assert [item.read(item.outlet) for item in news] == ["港都オンライン", "交通ジャーナル"]


def _news(text: str) -> list[Item]:
    return [item for item in split_items(make_dump(text)) if item.kind.is_news]


def _headlines(text: str) -> list[str]:
    return [item.read(item.headline).strip() for item in _news(text)]


def test_a_letter_is_its_news_and_nothing_that_it_says_to_its_reader() -> None:
    items = _news(LETTER)
    assert [(item.read(item.headline), item.read(item.outlet)) for item in items] == [
        ("渡輪碼頭換新燈 漁民自己動手裝了三十盞", ""),
        ("燈塔管理員退休 小學生寫了四百張卡片", "海港日報"),
        ("漁會大樓改成圖書館 週末開放參觀", "港聲"),
    ]
    assert items[0].sentences[-1].text.strip().endswith("台階。")


def test_a_title_between_rules_above_its_text_is_no_heading() -> None:
    text = "====\n渡輪碼頭換新燈 漁民自己動手裝了三十盞\n====\n" + LETTER.splitlines()[11] + "\n"
    assert _headlines(text) == ["渡輪碼頭換新燈 漁民自己動手裝了三十盞"]


@pytest.mark.parametrize("outlet", ["港聲", "週末"])
def test_brackets_are_outlets_where_one_is_called_so(outlet: str) -> None:
    first, second = "燈塔管理員退休 小學生寫了四百張卡片", "漁會大樓改成圖書館 開放參觀"
    items = _news(f"相關新聞\n{first}（海港日報）\n{second}（{outlet}）\n")
    assert [(item.read(item.headline), item.read(item.outlet)) for item in items] == [
        (first, "海港日報"),
        (second, outlet),
    ]


def test_brackets_without_an_outlet_belong_to_their_headlines() -> None:
    lines = ["燈塔管理員退休 寫了四百張卡片（上）", "燈塔管理員退休 寫了四百張卡片（下）"]
    assert _headlines("相關新聞\n" + "\n".join(lines) + "\n") == lines


POST = """看板Harbour
標題[新聞] 渡輪碼頭換新燈 漁民自己動手
時間Wed Mar  4 21:14:03 2026
備註請放最後面 違者新聞文章刪除

1.媒體來源:
海港日報

2.記者署名:
林以安

4.完整新聞內文:
海港鎮的渡輪碼頭昨天換上三十盞新燈，由十二名漁民利用休漁期自己動手安裝，
鎮公所只出材料費，燈具來自一間歇業的旅館。

6.備註:
我每天都在這站等船，早上真的亮很多
燈很醜但是很有效

--
※ 引述《busdriver7》之銘言：
: 我開這條線的 碼頭那邊根本不能停
公所的說法是跟警局協調好了，明天就會有人來畫線。
"""


def test_what_is_added_to_a_post_and_what_answers_it_is_no_news() -> None:
    (article,) = _news(POST)
    assert article.read(article.outlet) == "海港日報"
    assert not any(words in article.text for words in ("等船", "畫線"))


ARTICLE = """渡輪碼頭換新燈 漁民自己動手裝了三十盞
{signed}
海港鎮的渡輪碼頭昨天換上三十盞新燈，由十二名漁民利用休漁期自己動手安裝，鎮公所只出材料費。
船長林阿水說，以前夜裡靠岸只能看對面雜貨店的招牌，現在三百公尺外就看得見碼頭的台階。
鎮公所表示，舊燈會送給上游的兩個村子，下個月再換渡口旁的十盞路燈。
{below}"""


@pytest.mark.parametrize(
    "above",
    [
        "海港日報\n創刊於民國四十六年\n頭版\n要聞\n地方\n副刊\n中華民國115年3月4日　星期三　農曆正月十六"
        "\n目前位置：首頁 > 地方 > 本文\n",
        "We value your privacy\nWe use cookies to enhance your browsing experience.\nReject All\nAccept All\n"
        "HarbourWire\nMarkets\nTech\n4 Mar 2026 (Wed) 16:20 HKT\nHSI 24,118 ▲0.6%　USD/HKD 7.79\nHome / Tech\n",
        "新港\n首頁\n搜尋主題、地點和新聞來源\n登入\n台北 15° 多雲　桃園 14° 陰\n",
    ],
)
def test_the_top_of_a_page_is_no_item(above: str) -> None:
    text = above + ARTICLE.format(signed="2026年3月4日 14:05", below="")
    (article,) = _news(text)
    assert article.read(article.headline).strip() == "渡輪碼頭換新燈 漁民自己動手裝了三十盞"


@pytest.mark.parametrize(
    "below",
    [
        "About the author\n林以安 負責漁港新聞，曾任船員，現居海港鎮三十年。\n",
        "小檔案\n太陽能碼頭燈\n面積：12坪\n耗時：7小時\n",
        "廣告\nOpen an account today and get 3 months of zero commission, terms and conditions apply.\n",
    ],
)
def test_a_box_below_a_text_is_none_of_it(below: str) -> None:
    (article,) = _news(ARTICLE.format(signed="2026年3月4日 14:05", below=below))
    assert article.sentences[-1].text.strip().endswith("十盞路燈。")


def test_our_paper_is_no_name_of_an_outlet() -> None:
    (article,) = _news(ARTICLE.format(signed="本報記者林以安／專題報導\n2026年3月4日", below=""))
    assert article.read(article.outlet) == ""


@pytest.mark.parametrize(
    ("signed", "hour"),
    [
        ("4 Mar 2026, 2:45 PM", "14:45"),
        ("4 Mar 2026 (Wed) 2:45 PM", "14:45"),
        ("4 Mar 2026, 12:05 AM", "00:05"),
        ("發佈：2026-03-04 14:12　最後更新：2026-03-04 19:40", "14:12"),
    ],
)
def test_the_time_of_publication_is_read(signed: str, hour: str) -> None:
    dump = make_dump(ARTICLE.format(signed=signed, below=""))
    article = next(item for item in date_items(dump, split_items(dump)) if item.kind.is_news)
    assert article.clock.published is not None
    assert article.clock.published.earliest.isoformat(timespec="minutes") == f"2026-03-04T{hour}"


def test_an_advertisement_among_items_ends_with_its_advertiser() -> None:
    text = (
        "相關新聞\n老理髮廳變書店　鏡子全部留下\n海港新聞網 ・ 2 小時前\n"
        "冬天衣服有霉味？醫師不說的3個除濕方法\n贊助 ・ 淨爽家電\n"
        "老屋補助今年加碼　補強最高給付七成\n港聲時報 ・ 48 分鐘前\n"
    )
    assert _headlines(text) == ["老理髮廳變書店　鏡子全部留下", "老屋補助今年加碼　補強最高給付七成"]


def test_headline_outlet_and_age_stand_in_one_line_with_dots_between_them() -> None:
    text = "焦點新聞\n電價審議會延後一週 工總盼先公布試算表 · 經濟前線 · 52 分鐘前\n"
    text += "林安·柯芮 首度來台開唱 門票六分鐘售罄 · 港聲 · 昨天\n"
    items = _news(text)
    assert [(i.read(i.headline), i.read(i.outlet), i.read(i.age)) for i in items] == [
        ("電價審議會延後一週 工總盼先公布試算表", "經濟前線", "52 分鐘前"),
        ("林安·柯芮 首度來台開唱 門票六分鐘售罄", "港聲", "昨天"),
    ]


def test_subject_and_greeting_of_a_letter_are_no_item() -> None:
    text = (
        "【早安海島】渡輪停飛，鐵路加班\n早安海島 ・ 2026-11-20 07:00\n早安海島\n"
        "早安，以下是今天值得你花三分鐘讀的新聞。\n"
        "強風停駛渡輪 鐵路加開12班\n"
        "受東北季風影響，離島渡輪今天全面停駛，約2,300名旅客改搭鐵路，鐵路公司加開12班。\n閱讀全文\n"
        "央行連六季不升息 房貸限貸令續行\n"
        "央行理監事會昨日決議利率維持2%不變，並表示不動產貸款集中度降至36.8%。\n閱讀全文\n"
    )
    assert _headlines(text) == ["強風停駛渡輪 鐵路加開12班", "央行連六季不升息 房貸限貸令續行"]


UPDATES = """冬颱風花逼近 天文台改發一號戒備信號{more}
2026-11-23 12:05
冬颱風花今日清晨進入南海北部，天文台早上改發一號戒備信號，離島多條渡輪航線調整班次。

11:48
{first}
渡輪公司公布，因應海面湧浪，往來長洲的航班將於下午2時後全線停航。

09:05
{second}
高級科學主任表示，風花受東北季候風牽制，會逐漸減弱，明日改發另一個信號的機會不大。

07:30
{third}
在早上7時20分發出信號，是多年來首次於11月下旬發出。
"""


def test_updates_of_an_article_are_parts_of_it() -> None:
    told = {"first": "長洲線下午全線停航", "second": "天文台：冬颱風花料南面掠過", "third": "天文台發出一號戒備信號"}
    (article,) = _news(UPDATES.format(more="", **told))
    assert article.sentences[-1].text.strip().endswith("下旬發出。")


def test_other_news_below_its_hours_is_no_part_of_an_article() -> None:
    other = {
        "first": "港口倉庫昨夜起火無人受傷",
        "second": "圖書館延長開放至深夜十一點",
        "third": "夜市攤商要求緩衝三年再搬",
    }
    text = UPDATES.format(more="", **other).replace("風花", "物價").replace("信號", "利率")
    assert len(_news("即時新聞\n".join(text.rsplit("\n11:48", 1)).replace("即時新聞\n", "\n即時新聞\n11:48"))) == 4


@pytest.mark.parametrize("rank", ["{} ", "{}. ", "No.{} ", "TOP{} ", "第{}名 ", "#{} ", "({}) ", "{}｜"])
def test_a_rank_is_no_part_of_its_headline(rank: str) -> None:
    headlines = [
        "末班車多等四分鐘　司機一句話全車鼓掌",
        "校園午餐出現整顆柚子　營養師出面解釋",
        "高速公路匝道儀控時段出爐",
    ]
    ranked = "\n".join(rank.format(number) + line for number, line in enumerate(headlines, start=1))
    below = f"\n熱門新聞\n{ranked}\n\n版權所有\n"
    assert _headlines(ARTICLE.format(signed="2026年3月4日 14:05", below=below))[1:] == headlines


SHORT_NEWS = {
    "港口罷工進入第三天 貨櫃積壓8,400只": "港務公司表示，罷工影響的船班增至27班，每日損失約3,100萬元。",
    "新校舍落成 可容納960名學生": "新校舍於昨日落成，總工程費7億4千萬元，設有36間教室。",
    "漁船遭撞沉 4名船員獲救": "一艘漁船昨晚在外海與貨輪相撞後沉沒，4名船員全數獲救。",
}


def _number(form: str) -> str:
    return "\n".join(form.format(n) + f"{title}\n{text}\n" for n, (title, text) in enumerate(SHORT_NEWS.items(), 1))


@pytest.mark.parametrize("form", ["{}. ", "{}、", "({}) ", "【{}】"])
def test_numbered_headlines_of_a_letter_are_news_each(form: str) -> None:
    items = split_items(make_dump(f"島岸週報\n2031-05-12 07:00\n各位讀者早安，\n\n{_number(form)}"))
    news = [item for item in items if item.kind.is_news]
    assert [item.read(item.headline) for item in news] == list(SHORT_NEWS)
    assert [text in item.text for item, text in zip(news, SHORT_NEWS.values(), strict=True)] == [True] * 3


def test_the_number_of_a_letter_and_what_it_foretells_are_no_beginning_of_an_article() -> None:
    head = "【早報】島嶼晨讀 第88期\n2031-09-10\n親愛的讀者：\n以下是今天的三則新聞。\n\n"
    news = [item for item in split_items(make_dump(head + _number("{}、"))) if item.kind.is_news]
    assert [item.read(item.headline) for item in news] == list(SHORT_NEWS)


def test_numbered_sections_of_an_article_are_no_news_of_their_own() -> None:
    head = "一週三件大事 港口、學校與海上\n2031-05-12 07:00\n各位讀者早安，\n本週有三件事值得一讀。\n\n"
    (article,) = (item for item in split_items(make_dump(head + _number("{}. "))) if item.kind.is_news)
    assert all(text in article.text for text in SHORT_NEWS.values())


ANNOUNCED = "\n".join(f"{title}\n{text}\n" for title, text in SHORT_NEWS.items())
"""An empty line above each."""


@pytest.mark.parametrize(
    ("head", "end"),
    [
        ("早安，今天是2031年5月12日。\n這是為你準備的晨間快報，以下是今天的重點新聞。\n", "祝你有美好的一天"),
        ("海港晨報 第88期\n2031年5月12日\n\n各位讀者早安，\n以下是今天的三則重點新聞：\n", "退訂電子報"),
        ("大家好，\n这里是今天的新闻。\n", ""),
        ("おはようございます。\n本日の主なニュースをお届けします。\n", ""),
    ],
)
def test_headlines_below_a_greeting_that_announces_them_are_news_each(head: str, end: str) -> None:
    text = f"{head}\n{ANNOUNCED}\n{end}\n"
    items = split_items(make_dump(text))
    assert "".join(item.text for item in items) == text
    assert all(item.text.strip() for item in items)
    news = [item for item in items if item.kind.is_news]
    assert [item.read(item.headline) for item in news] == list(SHORT_NEWS)
    assert not any(end and end in item.text for item in news)


SECTIONS = "貨櫃碼頭的清晨四點鐘\n林船長說，這份工作他做了23年。\n\n卡車旁邊的四十分鐘\n大家圍著吃飯，談的是運費。\n"


@pytest.mark.parametrize(
    "text",
    [
        f"早安！\n這週想和大家聊聊港口的日常。\n\n{SECTIONS}",
        f"早安！\n今天想和大家聊一個消息。\n\n{SECTIONS}",
        f"早安！\n這裡是我的隨筆，今天的新聞都在談天氣。\n\n{SECTIONS}",
        f"早安！\n以下是本公司新聞稿。\n\n{SECTIONS}",
        f"以下是今天的新聞。\n\n{SECTIONS}",  # nobody is greeted
        f"早安！\n以下是今天的新聞。\n\n{SECTIONS.replace(chr(10) * 2, chr(10))}",
        f"早安！\n以下是今天的新聞。\n\n{SECTIONS}\n船公司\n運費不變。\n",  # a heading as short as that of a section
        f"早安！\n以下是今天的新聞。\n\n卡車旁邊的四十分鐘\n\n{SECTIONS}",
        f"早安！\n{('昨晚下了一場大雨。' * 3 + chr(10)) * 3}以下是今天的新聞。\n\n{SECTIONS}",
    ],
)
def test_what_is_no_list_of_news_stays_together(text: str) -> None:
    articles = [item for item in split_items(make_dump(text)) if item.kind.is_news]
    assert ["林船長" in item.text and "大家圍著" in item.text for item in articles] == [True]
