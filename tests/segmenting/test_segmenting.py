"""Dumps are cut into items that tile them, whatever the habits of the page."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reading import read_bytes, read_dump
from assistant.records import Dump, Item, ItemKind, Role
from assistant.segmenting import split_items, tile_items
from assistant.segmenting.lines import read_lines
from assistant.segmenting.neighbours import PASSES
from tests.builders import make_dump
from tests.growth import grows_linearly

SAMPLES = Path(__file__).parent.parent / "samples" / "reading"
NEWS = (ItemKind.ARTICLE, ItemKind.RELATED)


def cut(text: str) -> tuple[Item, ...]:
    return split_items(make_dump(text))


def outline(text: str) -> list[tuple[str, str, str, str]]:
    """kind, headline, outlet and age of each part that is news."""
    return [(i.kind.value, i.read(i.headline), i.read(i.outlet), i.read(i.age)) for i in cut(text) if i.kind.is_news]


def assert_tiles(dump: Dump) -> tuple[Item, ...]:
    """The law: stretches tile the dump, segments tile their item, and each says its own text.

    An item inside another one stands among the matter of that.
    """
    items = split_items(dump)
    stretches = [span for span, _ in tile_items(items)]
    assert [span.start for span in stretches] == [0, *(span.end for span in stretches)][: len(stretches)]
    assert "".join(span.of(dump.text) for span in stretches) == dump.text
    outer: Item | None = None
    for number, item in enumerate(items):
        at = item.span.start
        assert item.index == number
        assert item.text == item.span.of(dump.text) != ""
        for place, segment in enumerate(item.segments):
            assert (segment.index, segment.span.start) == (place, at)
            assert segment.text == segment.span.of(dump.text) != ""
            at = segment.span.end
        assert item.span.end == at
        for span in (item.headline, item.outlet, item.age):
            assert span is None or (item.span.start <= span.start < span.end <= item.span.end)
        if outer and item.span.start < outer.span.end:
            assert outer.kind.is_news
            assert any(s.role is Role.MATTER and s.span.holds(item.span) for s in outer.segments)
        else:
            outer = item
    return items


LINES = (
    "", " ", "　", "短標題", "另一個標題！", "這是一句完整的內文。還有第二句。", "今日報 ・ 3 小時前", "3時間前 · 海報",
    "1 天前", "延伸閱讀", "廣告", "首頁 | 政治 | 財經", "---", "© 某報", "被截斷的內文……", "「甲。」乙", "中", "A.",
    "Outlet | 2 hours ago", "2025-11-01 10:00", "標題很長" * 20, "\ufffd", "(", "」」」", "原始連結",
    "內文到此。 原始連結", "２０２５年１１月１日（六）", "市府公車調漲 學生票維持十五元 2025/11/01 08:30",
    "3 小時前 市府公車全面調漲但學生票維持不變", "記者王大明／台北報導", "2025/11/1 09:12（11/1 10:03 更新）", "16",
    "昨天", "首頁 即時 國際", "延伸閱讀：水庫水位創下近十年新低", "►老街明年起禁止機車進入", "看更多：",
    "記者三日在現場看到，碼頭上堆滿了從外海拖回來的漁網和浮球，工人用了六個小時才清完第一段。",
)  # fmt: skip
LINE = st.sampled_from(LINES)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(LINE, max_size=25).map("\n".join)))
def test_items_tile_any_text(text: str) -> None:
    assert_tiles(make_dump(text))


@settings(deadline=None)
@given(st.lists(LINE, max_size=25).map("\n".join))
def test_a_pass_changes_nothing_where_no_line_is_what_it_is_about(text: str) -> None:
    lines = read_lines(make_dump(text).text)
    for mark, about, _ in PASSES:
        others = [line for line in lines if line.look not in about]
        assert not about or mark(others) == others


@pytest.mark.parametrize("name", sorted(p.name for p in SAMPLES.iterdir() if not p.suffix.startswith((".json", ".md"))))
def test_items_tile_every_sample(name: str) -> None:
    assert_tiles(read_dump(SAMPLES / name))


@pytest.mark.parametrize(
    ("name", "articles", "related", "outlets"),
    [("cable.txt", 1, 16, 9), ("reservoir.hans.txt", 1, 4, 3), ("ferry.ja.txt", 1, 4, 3), ("page.html", 1, 3, 3)],
)
def test_samples_have_their_items(name: str, articles: int, related: int, outlets: int) -> None:
    items = split_items(read_dump(SAMPLES / name))
    assert sum(i.kind is ItemKind.ARTICLE for i in items) == articles
    assert sum(i.kind is ItemKind.RELATED for i in items) == related
    assert len({i.read(i.outlet) for i in items if i.outlet}) == outlets
    assert not any(i.unsure for i in items)


def test_the_parts_of_an_item_have_their_roles() -> None:
    items = cut("標題在此\n第一句。第二句！ 原始連結\n\n某報 ・ 3 小時前\n")
    assert [(s.role, s.text) for s in items[0].segments] == [
        (Role.HEADLINE, "標題在此\n"),
        (Role.SENTENCE, "第一句。"),
        (Role.SENTENCE, "第二句！"),
        (Role.MATTER, " 原始連結\n\n"),
        (Role.SOURCE_LINE, "某報 ・ 3 小時前\n"),
    ]
    assert (items[0].read(items[0].outlet), items[0].read(items[0].age)) == ("某報", "3 小時前")


def test_captions_and_leads_are_text_and_no_part_of_the_running_text() -> None:
    page = (
        "新港區明年動工　首期投資46億\n市府盼帶動南岸就業，最快三年完成\n2031/05/13 08:30\n"
        "▲港區模擬圖。（記者林孟澤攝）\n市府今天表示，新港區明年動工。首期投資46億元。\n港務局說，三年內完成。\n"
    )
    [article] = [item for item in cut(page) if item.kind is ItemKind.ARTICLE]
    told = {role: [s.text.strip() for s in article.segments if s.role is role] for role in Role}
    assert told[Role.CAPTION] == ["市府盼帶動南岸就業，最快三年完成", "▲港區模擬圖。", "（記者林孟澤攝）"]
    assert told[Role.SENTENCE] == ["市府今天表示，新港區明年動工。", "首期投資46億元。", "港務局說，三年內完成。"]
    assert [s.text.strip() for s in article.sentences] == [
        *told[Role.HEADLINE],
        *told[Role.CAPTION],
        *told[Role.SENTENCE],
    ]


@pytest.mark.parametrize(
    ("line", "outlet", "age"),
    [
        ("海峽日報 ・ 16 小時前", "海峽日報", "16 小時前"),
        ("3小時前 · 海峽日報", "海峽日報", "3小時前"),
        ("Strait Daily | 2 小時前", "Strait Daily", "2 小時前"),
        ("海峽日報 16小時前", "海峽日報", "16小時前"),
        ("海峽日報／1天前", "海峽日報", "1天前"),
        ("海岸網 coast.example ・ 兩週前", "海岸網 coast.example", "兩週前"),
        ("江岸日报 | 昨天 18:30", "江岸日报", "昨天 18:30"),
        ("5 hours ago — Coast Times", "Coast Times", "5 hours ago"),
        ("海風新聞・3時間前", "海風新聞", "3時間前"),
        ("發布時間：2025/11/01 14:30 海峽日報", "海峽日報", "2025/11/01 14:30"),
        ("海峽日報 2025年11月1日 週六 下午2:30", "海峽日報", "2025年11月1日 週六 下午2:30"),
        ("2025年11月1日 週六 · 2 分鐘 (閱讀時間)", "", "2025年11月1日 週六"),
        ("２ 小時前", "", "２ 小時前"),
        ("剛剛", "", "剛剛"),
        ("海峽日報 ・ 民國114年11月1日", "海峽日報", "民國114年11月1日"),
        ("海峽日報 · 9 小時前 · 閱讀全文 →", "海峽日報", "9 小時前"),
        ("海峽日報 ? 16 小時前", "海峽日報", "16 小時前"),
        ("海峽日報 &#12539; 1 天前", "海峽日報", "1 天前"),
        ("3小時前 \ufffd 海峽日報", "海峽日報", "3小時前"),
    ],
)
def test_source_lines_of_many_sites_are_read(line: str, outlet: str, age: str) -> None:
    item = cut(f"某個標題在此\n內文第一句在此。\n{line}\n")[0]
    assert (item.read(item.outlet), item.read(item.age)) == (outlet, age)


@pytest.mark.parametrize(
    "line",
    [
        "他三天前才說過，這件事沒有下文。",
        "16 小時前，飛機起飛。",
        "三年前的今天！",
        "2025年11月1日，總統訪問了三個國家並發表談話。",
    ],
)
def test_a_sentence_about_time_is_no_source_line(line: str) -> None:
    assert cut(f"某個標題在此\n內文第一句在此。\n{line}\n")[0].age is None


# ----------------------------------------------------------------------------------------------- layouts

ARTICLE = "主文的標題在這裡\n主文第一段說了很多事情，這裡是完整的句子。\n主文第二段。還有一句。\n主文第三段到此為止。\n"
STORIES = [
    (f"第{n}則新聞的標題", f"第{n}則新聞的內文，說明了一些事情的經過。", f"第{n}報", f"{n} 小時前") for n in range(1, 8)
]


def after(headline: str, body: str, outlet: str, age: str) -> str:
    return f"{headline}\n{body}\n{outlet} ・ {age}\n"


def below(headline: str, body: str, outlet: str, age: str) -> str:
    return f"{headline}\n{outlet} | {age}\n{body}\n"


def above(headline: str, body: str, outlet: str, age: str) -> str:
    return f"{age} · {outlet}\n{headline}\n{body}\n"


def apart(headline: str, body: str, outlet: str, age: str) -> str:
    return f"{headline}\n{body}\n{outlet}\n{age}\n"


@pytest.mark.parametrize("gap", ["", "\n"], ids=["no blank lines", "blank lines"])
@pytest.mark.parametrize("heading", ["", "其他人也在看\n"], ids=["no heading", "heading"])
@pytest.mark.parametrize("layout", [after, below, above, apart])
def test_outlet_and_age_are_found_wherever_a_page_puts_them(layout, heading: str, gap: str) -> None:  # type: ignore[no-untyped-def]
    text = ARTICLE + gap + heading + "".join(layout(*story) + gap for story in STORIES)
    found = outline(text)
    assert found[0] == ("article", "主文的標題在這裡", "", "")
    assert found[1:] == [("related", headline, outlet, age) for headline, _, outlet, age in STORIES]


@pytest.mark.parametrize("seed", range(12))
def test_shuffled_items_and_an_article_among_them_are_found(seed: int) -> None:
    blocks = [ARTICLE, *(after(*story) for story in STORIES)]
    random.Random(seed).shuffle(blocks)
    found = outline("".join(blocks))
    assert sorted(found) == sorted(
        [("article", "主文的標題在這裡", "", ""), *(("related", h, outlet, age) for h, _, outlet, age in STORIES)]
    )


def test_one_article_and_nothing_else_is_one_part() -> None:
    assert [i.kind for i in cut(ARTICLE)] == [ItemKind.ARTICLE]
    assert [i.kind for i in cut("一句話而已。")] == [ItemKind.ARTICLE]
    assert [i.kind for i in cut("標題\n\n第一段。\n\n小標題\n\n第二段。\n")] == [ItemKind.ARTICLE]


@pytest.mark.parametrize("between", ["\n\n\n", "\n----------\n\n"])
def test_several_articles_in_one_dump_are_told_apart(between: str) -> None:
    second = ARTICLE.replace("主文", "另一篇")
    assert [found[1] for found in outline(ARTICLE + between + second)] == ["主文的標題在這裡", "另一篇的標題在這裡"]


def test_articles_behind_one_another_are_told_by_their_leads_and_said_to_be_unsure() -> None:
    text = "一號標題\n[甲報]市府今(3)日說，工程完成。\n又一段。\n二號標題\n[乙報]縣府昨(2)日說，預算通過。\n又一段。\n"
    items = cut(text)
    assert [i.read(i.headline) for i in items] == ["一號標題", "二號標題"]
    assert all(i.unsure for i in items)


def test_articles_with_a_time_below_their_headlines_are_articles() -> None:
    body = "第一段的內文在這裡。\n第二段的內文在這裡。\n第三段的內文在這裡。\n"
    text = f"一號標題\n甲報 2025-11-01 10:00\n{body}二號標題\n乙報 2025-11-02 11:00\n{body}"
    assert outline(text) == [
        ("article", "一號標題", "甲報", "2025-11-01 10:00"),
        ("article", "二號標題", "乙報", "2025-11-02 11:00"),
    ]


def test_two_paragraphs_below_a_printed_time_are_an_article_and_below_an_age_a_teaser() -> None:
    body = "醫院爆發糾紛，家屬質疑延誤急救，求償一千萬元。\n家屬說，病患手術後六小時才送加護病房。\n"
    dump = "".join(f"{number}號新聞標題寫在這裡\n發布時間：2025/11/20 1{number}:05\n{body}\n" for number in range(2))
    assert [kind for kind, *_ in outline(dump)] == ["article", "article"]
    assert [
        kind for kind, *_ in outline(dump.replace("發布時間：2025/11/20 1", "某報 ・ ").replace(":05", "小時前"))
    ] == [
        "related",
        "related",
    ]


@pytest.mark.parametrize("foot", ["2小時前 回覆 讚(12)", "2小时前 回复 赞(12)", "3小時前 · 回覆 · 讚 15"])
def test_what_readers_say_is_no_news_where_their_answers_stand_behind_the_age(foot: str) -> None:
    text = "港區橋梁封閉檢修\n2025-11-18 08:12 霧港日報\n橋梁因鋼索斷裂封閉檢修，預計為期一個半月，車輛改走舊橋。\n"
    comments = f"網友留言\n讀者「江上客」：早就該修了，每天塞爆。\n{foot}\n讀者「阿花」：渡輪班次還是太少。\n{foot}\n"
    assert [kind for kind, *_ in outline(text + comments)] == ["article"]


def test_headlines_to_click_are_items_and_said_to_be_unsure() -> None:
    items = cut(ARTICLE + "延伸閱讀\n第一個可以點的標題\n第二個可以點的標題\n© 某報 版權所有\n")
    assert [(i.kind, i.read(i.headline)) for i in items] == [
        (ItemKind.ARTICLE, "主文的標題在這裡"),
        (ItemKind.NAVIGATION, ""),
        (ItemKind.RELATED, "第一個可以點的標題"),
        (ItemKind.RELATED, "第二個可以點的標題"),
        (ItemKind.FOOTER, ""),
    ]
    assert all(i.unsure for i in items if i.kind is ItemKind.RELATED)


def test_an_advertisement_inside_an_article_does_not_part_it() -> None:
    items = cut("標題\n第一段。\n廣告\n請繼續往下閱讀\n第二段。\n")
    assert [i.kind for i in items] == [ItemKind.ARTICLE]
    assert [s.text for s in items[0].segments if s.role is Role.MATTER] == ["廣告\n請繼續往下閱讀\n"]


@pytest.mark.parametrize(
    ("body", "cut_off"),
    [
        ("內文到這裡就完整結束了。", False),
        ("內文到這裡，他說：「就完整結束了。」", False),
        ("內文到這裡就完整結束了（記者王小明攝）", False),
        ("內文到這裡，突然...", True),
        ("內文到這裡，突然……", True),
        ("第一句。內文到這裡，突然就沒有", True),
        ("It ends here properly.", False),
    ],
)
def test_text_that_breaks_off_is_told(body: str, cut_off: bool) -> None:
    assert cut(f"標題在此\n{body}\n某報 ・ 3 小時前\n")[0].truncated is cut_off


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("這個國家的經濟發展", "zh-Hant"),
        ("这个国家的经济发展", "zh-Hans"),
        ("県は3日、計画を発表した", "ja"),
        ("대통령은 오늘 회의를 열었다", "ko"),
        ("The plan was approved.", "en"),
        ("12345", "und"),
    ],
)
def test_the_language_is_told_by_the_characters(text: str, language: str) -> None:
    assert cut(text)[0].language == language


@pytest.mark.parametrize(
    ("unit", "times"),
    [
        ("\n", 30_000), ("標題\n", 10_000), ("某報 ・ 3 小時前\n", 10_000), ("。", 30_000), ("「", 30_000),
        ("….」", 10_000), ("a. ", 10_000), ("甲", 30_000), (" ", 30_000),
        ("標題在此\n內文第一句在此。\n某報 ・ 3 小時前\n", 3_000), ("延伸閱讀\n標題\n", 9_000),
    ],
)  # fmt: skip
def test_hostile_text_takes_linear_time(unit: str, times: int) -> None:
    assert grows_linearly(lambda size: split_items(read_bytes((unit * size + "甲").encode(), "page.txt")), times)


def test_byline_and_outlet_above_the_time_are_one_source_line() -> None:
    source = "海岸日報\n記者王大同／高雄報導\n2025年6月21日 週六 下午2:15\n"
    text = f"港口擴建通過環評\n\n{source}分享\n第一段。\n第二段。\n第三段。\n"
    item = cut(text)[0]
    assert (item.kind, item.read(item.headline), item.read(item.outlet)) == (
        ItemKind.ARTICLE,
        "港口擴建通過環評",
        "海岸日報",
    )
    assert [s.text for s in item.segments if s.role is Role.SOURCE_LINE] == [source]
    alone = cut("港口擴建通過環評\n記者王大同／高雄報導\n第一段。\n")[0]
    assert [s.role for s in alone.segments] == [Role.HEADLINE, Role.SOURCE_LINE, Role.SENTENCE]


def test_an_advertisement_among_the_items_is_none_of_them() -> None:
    text = (
        after(*STORIES[0])
        + "\n廣告\n醫師推薦每天一包\n熱銷百萬盒限時優惠\n健康購\n\n"
        + after(*STORIES[1])
        + "\n"
        + after(*STORIES[2])
    )
    items = cut(text)
    assert [i.kind.value for i in items] == ["related", "advertisement", "advertisement", "related", "related"]


def test_links_below_an_article_are_items_of_their_own() -> None:
    found = outline(
        ARTICLE + "更多海岸日報報導\n漁會拒絕協商 揚言封港\n環評過程13年\n其他人也在看\n" + after(*STORIES[0])
    )
    assert [headline for _, headline, _, _ in found] == [
        "主文的標題在這裡", "漁會拒絕協商 揚言封港", "環評過程13年", "第1則新聞的標題",
    ]  # fmt: skip


HEADLINES = """著作權法修正三讀通過
隱私權團體抗議監視器
下載這款APP 竟遭盜刷30萬
廣告業者今年營收衰退
政治獻金案宣判
訂閱制電子報崛起 記者出走
記者會取消 他怒了
更多縣市加入免費營養午餐
社會住宅開工
本網站調查：六成民眾支持
關於缺水 市長這樣說"""


def test_an_article_as_an_agency_prints_it_is_one_part() -> None:
    text = (
        "市府公車調漲 學生票不變\n2025/11/1 09:12（11/1 10:03 更新）\n聽新聞 0:00 / 2:13\n"
        "（中央社記者王大明台北1日電）市府今天宣布，公車12月起調漲。\n議員批評配套不足。\n市府將檢討。（編輯：林小美）1141101\n"
    )
    assert outline(text) == [("article", "市府公車調漲 學生票不變", "", "2025/11/1 09:12")]
    assert not cut(text)[0].truncated


def test_a_headline_with_its_time_in_one_line_is_an_item() -> None:
    items = cut(
        "即時新聞\n市府公車調漲 學生票維持15元 2025/11/01 08:30\n"
        "3 小時前 颱風外圍環流影響 東部豪雨特報\n海港日報中文網 ・ 2 小時前\n"
    )
    told = [(item.read(item.headline), item.read(item.outlet), item.read(item.age)) for item in items[1:3]]
    assert told == [
        ("市府公車調漲 學生票維持15元", "", "2025/11/01 08:30"),
        ("颱風外圍環流影響 東部豪雨特報", "", "3 小時前"),
    ]
    assert [segment.role for segment in items[1].segments] == [Role.HEADLINE, Role.SOURCE_LINE]
    assert items[3].read(items[3].outlet) == "海港日報中文網"


@pytest.mark.parametrize(
    ("lines", "headlines", "ages"),
    [
        (
            "即時新聞\n09:41 市府公車調漲 學生票維持15元\n09:33 夜市停電3小時 攤商求償\n",
            ["市府公車調漲 學生票維持15元", "夜市停電3小時 攤商求償"],
            ["09:41", "09:33"],
        ),
        (
            "熱門新聞\n1市府公車調漲學生票不變\n2夜市停電三小時攤商求償\n3山區道路搶通雙向通車\n",
            ["市府公車調漲學生票不變", "夜市停電三小時攤商求償", "山區道路搶通雙向通車"],
            ["", "", ""],
        ),
        (
            "延伸閱讀\n• 市府公車調漲 學生票維持15元\n·夜市停電3小時 攤商求償\n▶「老橋」拆除 市民巡禮走一回\n",
            ["市府公車調漲 學生票維持15元", "夜市停電3小時 攤商求償", "「老橋」拆除 市民巡禮走一回"],
            ["", "", ""],
        ),
        (
            "熱門新聞\n3人受困電梯 消防破門救出\n4歲童走失 警尋獲\n",
            ["3人受困電梯 消防破門救出", "4歲童走失 警尋獲"],
            ["", ""],
        ),
        ("即時新聞\n20:30 這檔節目為何讓人熬夜\n", ["20:30 這檔節目為何讓人熬夜"], [""]),
    ],
    ids=["hours", "glued ranks", "bullets", "numbers of a headline", "a single hour"],
)
def test_hours_ranks_and_marks_before_headlines_are_no_part_of_them(
    lines: str, headlines: list[str], ages: list[str]
) -> None:
    news = [item for item in cut(lines) if item.kind.is_news]
    assert [item.read(item.headline) for item in news] == headlines
    assert [item.read(item.age) for item in news] == ages


def test_the_line_below_a_lone_word_for_a_caption_is_no_headline() -> None:
    text = (
        "老橋拆除前最後巡禮 市民排隊走一回\n圖像來源，某社\n圖像加註文字，\n"
        "許多市民在清晨到橋上拍照留念當作紀念\n2031年5月13日\n"
        "老橋昨天封閉，上千名市民在清晨排隊走最後一回，市府說明年六月拆除。\n第二段說，新橋將在後年完工。\n"
        "第三段說，經費十二億元。\n"
    )
    assert [found[:2] for found in outline(text)] == [("article", "老橋拆除前最後巡禮 市民排隊走一回")]


def test_an_article_below_its_sites_name_and_menu_has_its_own_headline() -> None:
    text = (
        "海港日報\n首頁即時政治財經登入\n首頁 / 生活 / 交通\n市府公車調漲 學生票維持15元\n"
        "海港日報 · 2025年11月1日 週六 上午8:30 · 2 分鐘 (閱讀時間)\n某個沒有見過的按鈕\n"
        "市府宣布，公車調漲。\n第二段。\n第三段。\n"
    )
    assert [found[:3] for found in outline(text)] == [("article", "市府公車調漲 學生票維持15元", "海港日報")]


def test_the_pages_of_a_list_head_no_item() -> None:
    text = (
        "高铁新线试运行 全程缩短47分钟 2025-10-31 09:20\n夏粮收购价格稳中有升 每斤涨三分 2025-10-31 08:05\n"
        "上一页 1 2 3 下一页\n"
    )
    assert [found[1] for found in outline(text)] == ["高铁新线试运行 全程缩短47分钟", "夏粮收购价格稳中有升 每斤涨三分"]


def test_a_list_of_outlet_headline_and_age_has_no_bodies() -> None:
    stories = [
        ("海港日報", "市府公車調漲 學生票維持15元", "2 小時前"),
        ("晴雨網", "颱風外圍環流影響 東部豪雨特報", "昨天"),
    ] * 3
    assert outline("".join(f"{o}\n{h}\n{a}\n" for o, h, a in stories)) == [("related", h, o, a) for o, h, a in stories]


def test_a_by_line_below_a_headline_begins_another_article() -> None:
    texts = [
        f"第{n}則新聞的標題在此\n記者王大明／台北報導\n市府公布第{n}項計畫。\n議員批評配套不足。\n" for n in "一二三"
    ]
    assert [headline for _, headline, _, _ in outline("\n".join(texts))] == [f"第{n}則新聞的標題在此" for n in "一二三"]


def test_counters_tags_and_the_time_of_an_update_are_no_items() -> None:
    text = (
        "台風6号、九州に接近 警戒呼びかけ\n11/1(土) 9:30配信\n16\nコメント16件\n台風6号は1日、九州に接近した。\n"
        "空の便は128便が欠航した。\n早めの避難が必要だ。\n最終更新:11/1(土) 9:50\nタグ: 台風 九州\n"
    )
    assert outline(text) == [("article", "台風6号、九州に接近 警戒呼びかけ", "", "11/1(土) 9:30")]


@pytest.mark.parametrize(
    "menu",
    ["首頁 即時 國際 財經 社會 生活", "首頁 即時 國際", "首页 新闻 国际 财经 体育", "ホーム 国内 海外 スポーツ 天気"],
)
def test_a_menu_of_words_with_blanks_between_them_heads_no_article(menu: str) -> None:
    assert outline(f"{menu}\n港務局擬擴建北碼頭 總經費72億元\n港務局昨日表示，計畫已送審。\n第二段。\n第三段。\n") == [
        ("article", "港務局擬擴建北碼頭 總經費72億元", "", "")
    ]


@pytest.mark.parametrize("headline", ["國際 財經 股匯市同步震盪", "政治 選戰升溫 藍綠對決", "社會 生活 都改變了"])
def test_a_headline_that_begins_like_a_menu_is_a_headline(headline: str) -> None:
    assert outline(f"{headline}\n內文在此，敘述完整。\n某報 ・ 3 小時前\n") == [
        ("article", headline, "某報", "3 小時前")
    ]


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("2024-06-12 09:40 港灣新聞網 / 記者林又安／彰化報導", "港灣新聞網"),
        ("某報 記者王大明 2025/11/01 08:00", "某報"),
        ("記者王大明 2025/11/01 08:00", ""),
        ("文匯筆記 ・ 3 小時前", "文匯筆記"),
    ],
)
def test_the_writer_is_no_part_of_the_outlet(line: str, outlet: str) -> None:
    found = outline(f"港務局擬擴建北碼頭\n{line}\n第一段。\n第二段。\n第三段。\n")
    assert [(headline, name) for _, headline, name, _ in found] == [("港務局擬擴建北碼頭", outlet)]


def test_a_credit_below_the_last_picture_is_no_text_that_breaks_off() -> None:
    text = "港務局擬擴建北碼頭\n第一段。\n第二段。\n運維船每日往返港口兩趟。圖／海翼能源提供\n"
    assert [item.truncated for item in cut(text)] == [False]
    assert [item.truncated for item in cut(text.replace("圖／海翼能源提供", "另有一艘"))] == [True]


@pytest.mark.parametrize("headline", HEADLINES.splitlines())
def test_headlines_that_look_like_menus_or_footers_are_headlines(headline: str) -> None:
    text = f"{headline}\n這是一則新聞的內文，說明了事情的經過。\n某報 ・ 3 小時前\n"
    assert outline(text) == [("article", headline, "某報", "3 小時前")]
