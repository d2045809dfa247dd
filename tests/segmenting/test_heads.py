"""What pages print between a headline and its text: an article begins with its first paragraph all the same."""

import pytest

from assistant.dating import date_items
from assistant.records import Item, ItemKind, Role
from assistant.segmenting import split_items
from tests.builders import make_dump

HEADLINE = "港區渡輪下月起加開夜班 末班延到凌晨一點"
FIRST = "港區渡輪公司今天宣布，下月起加開8班夜船，末班由23時延到凌晨1時，票價維持30元。"
REST = "公司估計，每晚約有1,200人次受惠。市府交通局表示，將同步延長接駁公車的時間，三個月後檢討。"
HEADS = {
    "outlet, writer, time": "海港通訊社\n\n林以安\n2026年3月4日 週三 下午3:18 · 2 分鐘（閱讀時間）"
    "\n\n將 海港通訊社 加入你的偏好來源",
    "time, writer, player": "2026/03/04 15:18\n記者 林以安 / 港區報導\n分享 收藏 聽新聞 00:00 / 02:47",
    "outlet twice, writer, time": "海港週報\n海港週報\n\n文/林以安\n2026年3月4日 週三 下午3:18\n·\n4 分鐘 (閱讀時間)"
    "\n加入為 Google 偏好來源",
    "changed, then published": "更新時間：16:40 2026-03-04 HKT\n發佈時間：15:18 2026-03-04 HKT\n列印",
    "a caption by its photographer": "2026-03-04 15:18\n夜間停靠碼頭的渡輪，攝於第一航線。（周可文攝）\n3張\n+2",
    "player with its speed": "2026/03/04 15:18\n0:00 / 3:05 1.0x",
    "writers, time, read out": "本报记者 林以安 周可文\n\n2026年03月04日15:18 | 来源：海港日报\n小字号"
    "\n点击播报本文，约\n5 分钟",
    "outlet among buttons below the time": "2026/3/4(水) 15:18 配信\n\n23\nコメント23件\n\n海港新聞\n\nX\nFacebook",
    "buttons behind the time": "2026-03-04 15:18:41 来源：海港日报 字体：大 中 小 分享到：微信微博QQ空间",
    "a caption, its outlet and its day": "2026/03/04 15:18\n夜間停靠碼頭的渡輪。（公司提供）"
    "海港社記者林以安港區傳真 115年3月4日",
    "writer and readers behind the time": "2026-03-04 15:18 来源：海港日报 记者 林以安 阅读：1.2万",
    "outlet with its desk": "海港新聞網 國際中心\n2026-03-04 15:18 / 閱讀時間 2 分鐘\n分享",
    "writers with points": "文．林以安　攝影．周可文　2026-03-04 15:18",
    "who reports, an hour of change": "海港タイムス取材班\n2026年3月4日 15時18分　更新：16時45分\n印刷",
    "writers, time, minutes": "文／林以安 攝影／周可文 2026.03.04 15:18 閱讀 5 分鐘",
    "a caption below the buttons": "2026年3月4日 15:18\n[会員限定記事]\n\n保存\n共有\n印刷"
    "\n\n夜間停靠碼頭的渡輪與燈塔（港區縣內）",
    "a caption told twice": "2026-03-04 15:18" + "\n夜間停靠碼頭的渡輪，攝於第一航線的終點站" * 2,
    "a note of the editors": "2026-03-04 15:18\n編者按：本報今起報導港區的夜間交通，這是第一篇。",
}
ABOVE = {
    "nothing": "",
    "login and bars": "登录  退出\n| 首页 | 党建 | 时政 | 社会 | 文旅 | 三农 | 图片 |\n海港日报网>>社会>>正文\n",
    "searches and path": "熱搜：#渡輪 #夜班 #碼頭\n您在這裡：首頁 / 生活\n",
}


def find_article(text: str) -> Item:
    dump = make_dump(text)
    found = [item for item in date_items(dump, split_items(dump)) if item.kind.is_news]
    assert [item.kind for item in found] == [ItemKind.ARTICLE]
    return found[0]


@pytest.mark.parametrize("above", ABOVE.values(), ids=ABOVE)
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_an_article_has_its_headline_its_time_and_its_first_sentence(head: str, above: str) -> None:
    article = find_article(f"{above}\n{HEADLINE}\n{head}\n\n{FIRST}\n\n{REST}\n")
    assert article.read(article.headline) == HEADLINE
    assert article.clock is not None
    assert article.clock.published is not None
    assert f"{article.clock.published.earliest:%Y-%m-%dT%H:%M}" == "2026-03-04T15:18"
    sentences = [segment.text.strip() for segment in article.segments if segment.role is Role.SENTENCE]
    assert sentences[0] == FIRST
    assert article.text.strip().endswith(REST)


def test_the_edition_in_which_a_text_stood_is_no_sentence_of_it() -> None:
    article = find_article(f"{HEADLINE}\n2026-03-04 15:18\n{FIRST}\n{REST}\n《海港日报》（2026年03月04日 第06版）\n")
    assert [s.role for s in article.segments if s.text.startswith("《")] == [Role.SOURCE_LINE]


@pytest.mark.parametrize(("line", "headline", "outlet"), [
    ("一張碼頭候船時間表背後的爭議 (2026-03-01)", "一張碼頭候船時間表背後的爭議", ""),
    ("海港新聞網（16 小時前）", "渡輪票價三年不漲", "海港新聞網"),
])  # fmt: skip
def test_a_headline_before_a_day_in_brackets_is_no_outlet(line: str, headline: str, outlet: str) -> None:
    above = "渡輪票價三年不漲\n" if outlet else ""
    dump = make_dump(f"{HEADLINE}\n2026-03-04 15:18\n{FIRST}\n{REST}\n相關新聞\n{above}{line}\n")
    related = [item for item in split_items(dump) if item.kind is ItemKind.RELATED]
    assert [(item.read(item.headline), item.read(item.outlet)) for item in related] == [(headline, outlet)]


def test_an_advertisement_is_known_by_its_advertiser_and_the_word_below_it() -> None:
    other = "夜班渡輪試辦首日 乘客比預期多三成\n首日共有1,300人搭乘夜班渡輪。\n海港新聞網 ・ 2 小時前\n"
    advertisement = "暈船藥哪一種有效？一張表看懂\n安航連鎖藥局\n贊助\n"
    dump = make_dump(f"{HEADLINE}\n2026-03-04 15:18\n{FIRST}\n{REST}\n相關新聞\n{other}\n{advertisement}\n{other}")
    items = split_items(dump)
    assert [item.read(item.outlet) for item in items if item.kind is ItemKind.RELATED] == ["海港新聞網"] * 2
    assert [item.text.strip() for item in items if item.kind is ItemKind.ADVERTISEMENT] == [advertisement.strip()]


def test_an_advertisement_ends_with_its_call_to_act() -> None:
    other = "夜班渡輪試辦首日 乘客比預期多三成\n海港新聞網 ・ 2 小時前\n"
    advertisement = "廣告 ・ 安航連鎖藥局\n暈船藥哪一種有效？一張表看懂\n瞭解詳情\n"
    dump = make_dump(f"{HEADLINE}\n2026-03-04 15:18\n{FIRST}\n{REST}\n相關新聞\n{other}{advertisement}{other}")
    items = split_items(dump)
    assert [item.read(item.outlet) for item in items if item.kind is ItemKind.RELATED] == ["海港新聞網"] * 2
    assert [item.text for item in items if item.kind is ItemKind.ADVERTISEMENT] == [advertisement]


def test_what_readers_wrote_is_no_news() -> None:
    comments = "留言 (2)\n排序依據 最相關\n林阿布\n早該加開了，末班船每次都擠不上去。\n讚 · 回覆 · 2小時\n"
    dump = make_dump(f"{HEADLINE}\n2026-03-04 15:18\n{FIRST}\n{REST}\n{comments}")
    news = [item for item in split_items(dump) if item.kind.is_news]
    assert [item.kind for item in news] == [ItemKind.ARTICLE]
    assert news[0].text.strip().endswith(REST)


def test_a_headline_that_is_told_twice_in_a_list_is_one() -> None:
    title = "夜班渡輪試辦首日 乘客比預期多三成"
    listed = f"{title}\n{title}\n海港日報\n2026-03-03 07:10:33\n318跟貼\n"
    dump = make_dump(f"{HEADLINE}\n2026-03-04 15:18\n{FIRST}\n{REST}\n相關新聞\n{listed}")
    related = [item for item in split_items(dump) if item.kind is ItemKind.RELATED]
    assert [(item.read(item.headline), item.read(item.outlet)) for item in related] == [(title, "海港日報")]
