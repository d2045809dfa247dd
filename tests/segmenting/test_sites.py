"""Pages as they are copied from sites of each kind: what stands around the news is told from it, and nothing is lost.

The texts are written for these tests; only the habits are those of sites.
"""

import pytest

from assistant.damage import note_damage
from assistant.records import Item, ItemKind, Role
from assistant.segmenting import split_items
from tests.builders import make_dump


def cut(text: str) -> tuple[Item, ...]:
    items = split_items(make_dump(text))
    assert "".join(item.text for item in items) == text
    return items


def news(text: str) -> list[tuple[str, str, str]]:
    """Headline, outlet and age of each article and related item."""
    return [
        (item.read(item.headline), item.read(item.outlet), item.read(item.age))
        for item in cut(text)
        if item.kind.is_news
    ]


BODY = "市府今（3）日宣布，將投入120億5,000萬元擴建港區，預計明年第3季完工。\n\n局長表示，年吞吐量可增加3成5。\n"
STREAM = """港都新聞網

港區擴建案拍板 總經費120億
北方社
北方社
2025年11月3日 週一 下午2:15 [GMT+8]
·1 分鐘 (閱讀時間)

市府今（3）日宣布，將投入120億5,000萬元擴建港區，預計明年第3季完工。

局長表示，年吞吐量可增加3成5。

看更多：港區工程5日封路

其他人也在看

渡輪票價下月調漲2元
渡輪公司今日公告，成人票由25元調為27元，漲幅8%。
北方社 ・ 2 小時前

【獨家優惠】信用卡滿額送3000元
立即申請
廣告 ・ 某某銀行

新線捷運全長14公里 明年6月通車
市長今日視察新線，表示全線設12座車站，工程進度達99.1%。
東岸新聞網 ・ 4 小時前 ・ 發表留言

男子詐騙2000萬元 檢方求處9年
檢方今天偵結，被害人37人，求刑9年。
南風報 ・ 16 小時前 ・ 12

廣告
租車首小時99元
某某租車 ・ 廣告

港都隊2連霸 主投手拿下最有價值球員
港都隊以4勝3敗奪冠。
山城體育 ・ 1 天前
"""


def test_counts_of_comments_and_advertisers_do_not_hide_the_items_of_a_stream() -> None:
    assert news(STREAM) == [
        ("港區擴建案拍板 總經費120億", "北方社", "2025年11月3日 週一 下午2:15"),
        ("渡輪票價下月調漲2元", "北方社", "2 小時前"),
        ("新線捷運全長14公里 明年6月通車", "東岸新聞網", "4 小時前"),
        ("男子詐騙2000萬元 檢方求處9年", "南風報", "16 小時前"),
        ("港都隊2連霸 主投手拿下最有價值球員", "山城體育", "1 天前"),
    ]
    advertised = "".join(item.text for item in cut(STREAM) if item.kind is ItemKind.ADVERTISEMENT)
    assert "信用卡" in advertised
    assert "租車首小時" in advertised


def test_a_link_to_another_article_is_no_sentence_of_this_one() -> None:
    sentences = [s.text for item in cut(STREAM) for s in item.segments if s.role is Role.SENTENCE]
    assert not any("看更多" in sentence for sentence in sentences)


def test_a_public_account_writes_author_account_time_and_province_in_one_line() -> None:
    text = (
        "三分钟看懂｜央行重启国债买卖，有哪些信号？\n原创 某小王 某某早餐 2025年11月3日 07:30 浙江\n\n"
        "首月净买入规模在500亿元至1000亿元之间。\n\n阅读 10万+\n赞\n在看\n写下你的留言\n"
    )
    assert news(text) == [("三分钟看懂｜央行重启国债买卖，有哪些信号？", "某小王 某某早餐", "2025年11月3日 07:30")]
    assert [item.kind for item in cut(text)] == [ItemKind.ARTICLE, ItemKind.NAVIGATION]


def test_counters_between_items_head_none_of_them() -> None:
    text = (
        "今日要聞\n车企甲10月交付3.18万辆 同比下降38%\n南风新闻 2025-11-03 08:20:11\n12跟贴 12\n"
        "车企乙10月交付4.04万辆创新高\n"
        "海角新闻 2025-11-02 22:15:09\n305跟贴 305\n三大股指低开 沪指跌0.3%\n第一商报\n2025-11-03 09:26:00\n8跟贴 8\n"
    )
    assert [found[:2] for found in news(text)] == [
        ("车企甲10月交付3.18万辆 同比下降38%", "南风新闻"),
        ("车企乙10月交付4.04万辆创新高", "海角新闻"),
        ("三大股指低开 沪指跌0.3%", "第一商报"),
    ]


@pytest.mark.parametrize("line", ["記者 林某某 / 港都報導2025/11/03 14:20", "記者林某某 2025/11/03 14:20"])
def test_a_writer_before_a_time_is_no_outlet_and_hides_no_time(line: str) -> None:
    assert news(f"港區擴建案拍板 總經費120億\n{line}\n\n{BODY}") == [
        ("港區擴建案拍板 總經費120億", "", "2025/11/03 14:20")
    ]


def test_editors_behind_a_dispatch_are_no_sentence_and_no_damage() -> None:
    text = f"港區擴建案拍板 總經費120億\n\n{BODY.rstrip()}（編輯：陳某某）1141103\n"
    (item,) = note_damage(make_dump(text), cut(text))
    assert [s.text.strip() for s in item.segments if s.role is Role.SENTENCE][-1] == "局長表示，年吞吐量可增加3成5。"
    assert not item.truncated
    assert not item.damage


@pytest.mark.parametrize(
    ("line", "outlet", "age"),
    [
        ("川辺新聞 2025/11/3 11:20（最終更新 11/3 17:05） 有料記事 812文字", "川辺新聞", "2025/11/3 11:20"),
        ("2025年11月3日 18:00 [会員限定記事]", "", "2025年11月3日 18:00"),
        ("2025年11月3日上午10:20 GMT+8 更新于 3小时前", "", "2025年11月3日上午10:20"),
        ("北方社 · 3 小時", "北方社", "3 小時"),
        ("更新於 11月03日09:12 • 發布於 11月03日08:55", "", "11月03日08:55"),
        ("公開日時：2025年11月03日 17:05", "", "2025年11月03日 17:05"),
        ("北方社 ・ 更新於 3 小時前", "北方社", "3 小時前"),
    ],
)
def test_what_stands_behind_a_time_is_no_part_of_it(line: str, outlet: str, age: str) -> None:
    assert news(f"港區擴建案拍板 總經費120億\n{line}\n{BODY}") == [("港區擴建案拍板 總經費120億", outlet, age)]


def test_an_article_is_one_however_many_headlines_with_their_days_stand_below_it() -> None:
    text = (
        "港區擴建案拍板 總經費120億\n發布時間：2025-11-03 12:15\n更新時間：2025-11-03 18:02\n"
        f"{BODY}相關新聞\n渡輪增班 尖峰縮至3分鐘\n2025-10-30\n"
    )
    assert [item.kind for item in cut(text)] == [ItemKind.ARTICLE, ItemKind.NAVIGATION, ItemKind.RELATED]


def test_the_signature_behind_a_text_does_not_break_it_off() -> None:
    assert not cut("台風23号、4日に接近\n\n県は3日、注意を呼びかけた。\n\n雨量は200ミリと予想される。【海野某】\n")[
        0
    ].truncated


def test_a_headline_with_a_colon_or_a_figure_is_no_outlet() -> None:
    text = (
        f"港區擴建案拍板 總經費120億\n2025-11-03 港都報\n\n{BODY}更多相關內容\n"
        "老港60年：一條航線如何改變城市\n2024年10月1日\n"
    )
    assert news(text)[1] == ("老港60年：一條航線如何改變城市", "", "2024年10月1日")


def test_an_outlet_below_its_time_is_that_of_the_article() -> None:
    text = (
        "毎朝ニュース\nトップ 速報 ライブ ランキング 地域\n\n港湾の取扱量、上期は7.0%減の1734万トン\n"
        "11/3(月) 15:32配信\n\n"
        "コメント312件\n\n海山通信\n\n県が3日発表した取扱量は、前年同期比7.0%減だった。\n\n"
        "知事は「影響は大きい」と述べた。\n\n"
        "アクセスランキング\n1\n新車販売、3.4%減の38万台\n川辺新聞11/3(月) 14:20\n2\n"
        "米5キロ4235円、2週ぶり値下がり\n里山新聞11/3(月) 12:01\n"
    )
    assert news(text) == [
        ("港湾の取扱量、上期は7.0%減の1734万トン", "海山通信", "11/3(月) 15:32"),
        ("新車販売、3.4%減の38万台", "川辺新聞", "11/3(月) 14:20"),
        ("米5キロ4235円、2週ぶり値下がり", "里山新聞", "11/3(月) 12:01"),
    ]


def test_a_heading_below_a_time_is_no_outlet() -> None:
    text = f"港區擴建案拍板 總經費120億\n2025-11-03 10:21\n\n事件經過\n{BODY}"
    assert [outlet for _, outlet, _ in news(text)] == [""]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "渡輪票價下月調漲2元 學生維持15元｜北方社｜1 小時前",
            ("渡輪票價下月調漲2元 學生維持15元", "北方社", "1 小時前"),
        ),
        ("房貸利率2.3%再現？銀行這樣說｜東岸新聞網｜2 天前", ("房貸利率2.3%再現？銀行這樣說", "東岸新聞網", "2 天前")),
        ("幣值貶3.1分 收31.02元 — 南風日報，5小時前", ("幣值貶3.1分 收31.02元", "南風日報", "5小時前")),
        (
            "樓市｜10月成交5,812宗 按月升9.7%｜海角報｜11小時前",
            ("樓市|10月成交5,812宗 按月升9.7%", "海角報", "11小時前"),
        ),
    ],
)
def test_headline_outlet_and_age_in_one_line(line: str, expected: tuple[str, str, str]) -> None:
    other = "港區明起封路三天 用路人改道\n東岸新聞網 ・ 3 小時前\n"
    found = news(f"{BODY}更多新聞\n{line}\n{other}")
    assert (expected[0].replace("|", "｜"), *expected[1:]) in found


@pytest.mark.parametrize("line", ["港都即時新聞網 | 政治 | 3小時前", "ETtimes新聞雲財經版 | 財經 | 3小時前"])
def test_an_outlet_before_its_section_is_no_headline(line: str) -> None:
    assert all(headline == "渡輪票價下月調漲2元" for headline, _, _ in news(f"渡輪票價下月調漲2元\n{line}\n"))


def test_published_and_updated_in_one_line_give_the_time_of_publication_and_no_outlet() -> None:
    text = f"港區擴建案拍板 總經費120億\n撰文：王某某\n出版：2025-11-03 14:20　更新：2025-11-03 15:05\n\n{BODY}"
    assert news(text) == [("港區擴建案拍板 總經費120億", "", "2025-11-03 14:20")]


def test_a_month_and_day_behind_an_outlet_is_its_time() -> None:
    text = (
        "全市前三季度进出口33.61亿元，同比增长4%\n南风新闻记者 李某\n2025-11-03 10:21\n来源：南风新闻\n字号\n\n"
        "统计局今天公布，前三季度进出口33.61亿元，增长4%。\n\n其中出口19.95亿元，增长7.1%。\n相关推荐\n"
        "住房贷款利率下调15个基点\n海角观察报 · 昨天 18:30\n上市公司前三季度净利646亿元\n第一商报 · 11-02\n"
    )
    assert news(text) == [
        ("全市前三季度进出口33.61亿元，同比增长4%", "南风新闻", "2025-11-03 10:21"),
        ("住房贷款利率下调15个基点", "海角观察报", "昨天 18:30"),
        ("上市公司前三季度净利646亿元", "第一商报", "11-02"),
    ]


def test_what_readers_wrote_is_no_news_and_takes_no_headline_with_it() -> None:
    comments = "留言\n王大頭 2小時前\n早就該擴建了\n陳小美 5小時前\n錢夠用嗎？\n"
    text = (
        f"港區擴建案拍板 總經費120億\n2025-11-03 09:15 港都報\n\n{BODY}延伸閱讀\n"
        f"渡輪票價下月調漲2元 學生維持15元\n{comments}熱門文章\n捷運延伸線明年6月通車\n"
    )
    items = cut(text)
    assert [item.read(item.headline) for item in items if item.kind.is_news] == [
        "港區擴建案拍板 總經費120億",
        "渡輪票價下月調漲2元 學生維持15元",
        "捷運延伸線明年6月通車",
    ]
    assert any(comments in item.text for item in items if item.kind is ItemKind.NAVIGATION)


def test_news_below_a_heading_of_comments_stays_news() -> None:
    text = (
        f"{BODY}評論\n北方社 ・ 2 小時前\n渡輪票價下月調漲2元 學生維持15元\n東岸新聞網 ・ 3 小時前\n"
        "捷運延伸線明年6月通車 全長14公里\n"
    )
    assert {"北方社", "東岸新聞網"} <= {outlet for _, outlet, _ in news(text)}


def test_two_articles_below_their_times_keep_their_headlines() -> None:
    text = (
        "各地で気温下がる　北部では初雪15センチ\n2025年11月3日 12時06分\n\n各地で3日、雪が降りました。\n"
        "\n4日にかけて最大20センチの雪が降る見込みです。\n\n"
        "円相場　1ドル=154円台前半に値下がり\n2025年11月3日 11時40分\n\n3日の円相場は37銭円安の154円12銭でした。\n"
    )
    assert [headline for headline, _, _ in news(text)] == [
        "各地で気温下がる　北部では初雪15センチ",
        "円相場　1ドル=154円台前半に値下がり",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "要聞 娛樂 運動 全球 社會 地方 產經 股市 房市 生活 寵物 健康 橘世代 文教 評論 兩岸 科技 Oops 倡議+",
        "港聞 > 社會新聞",
        "主要 国内 国際 経済 エンタメ スポーツ IT 科学 ライフ 地域",
    ],
)
def test_menus_with_words_of_their_own_are_navigation(line: str) -> None:
    first, *_ = cut(f"{line}\n\n港區擴建案拍板 總經費120億\n2025-11-03 09:15 港都報\n\n{BODY}")
    assert (first.kind, first.text.strip()) == (ItemKind.NAVIGATION, line)
