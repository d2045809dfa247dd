"""Lists around a text, each with its own habit, and what stands in one line with a headline or a time."""

import pytest

from assistant.cutting import cut_items
from assistant.records import Item, ItemKind, Role
from assistant.segmenting import name_site, split_items
from assistant.segmenting.lines import read_lines
from tests.builders import make_dump

ARTICLE = """渡輪碼頭換新燈 漁民自己動手
2026-03-04 09:10
海港鎮的渡輪碼頭昨天換上三十盞新燈，由十二名漁民利用休漁期自己動手安裝，鎮公所只出材料費。
船長林阿水說，以前夜裡靠岸只能看對面雜貨店的招牌，現在三百公尺外就看得見碼頭的台階。
"""


def _cut(below: str) -> list[Item]:
    article, *others = [i for i in split_items(make_dump(ARTICLE + below)) if i.kind.is_news]
    assert article.kind is ItemKind.ARTICLE
    return others


def test_hours_above_headlines_do_not_part_another_list_from_its_days_below() -> None:
    below = (
        "延伸閱讀\n燈塔管理員退休 小學生寫卡片\n2026-03-03 20:05\n漁會大樓改成圖書館 週末開放\n2026-03-02 11:31\n"
        "再生水廠卡環評 業者說最快後年供水\n2026-03-01 09:48\n"
        "即時新聞\n18:21\n勞保基金收益創新高 帳面賺逾三千億\n18:14\n職籃新賽季開打 洋將禁賽三場\n"
        "18:02\n國道追撞五車毀 三人送醫\n"
    )
    times = {item.read(item.headline): item.read(item.age) for item in _cut(below)}
    assert times["燈塔管理員退休 小學生寫卡片"] == "2026-03-03 20:05"
    assert times["職籃新賽季開打 洋將禁賽三場"] == "18:14"
    assert len(times) == 6


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("▸貨車甩尾撞進早餐店！老闆娘爬窗逃出｜社會｜25分鐘前", "貨車甩尾撞進早餐店！老闆娘爬窗逃出"),
        ("‣ 他領錢忘了拿走　下一秒被追兩條街｜生活｜1小時前", "他領錢忘了拿走　下一秒被追兩條街"),
        (
            "01/今冬首場寒潮明起南下 多地降溫超12℃\n02/多地發放冬季旅遊消費券 最高減500元",
            "今冬首場寒潮明起南下 多地降溫超12℃",
        ),
        ("01 港口的修鞋攤有了門牌號 3.4万阅读\n02 暴雪中司機下車推了六輛車 2.8万阅读", "港口的修鞋攤有了門牌號"),
    ],
)
def test_marks_ranks_and_sections_are_no_part_of_a_headline(line: str, headline: str) -> None:
    first = _cut(f"推薦閱讀\n{line}\n")[0]
    assert first.read(first.headline).strip() == headline


def test_hours_behind_headlines_are_times_if_they_fall_and_the_length_of_films_if_not() -> None:
    rows = (
        "速報ニュース\nNew湾岸線で積み荷の鉄パイプが散乱 {}\n将棋の予選で16歳が最年少の本戦へ {}\n"
        "県議会が傍聴席に子ども用スペース {}\n"
    )
    timed = _cut(rows.format("19:31", "19:05", "18:48"))
    assert [(item.read(item.headline), item.read(item.age)) for item in timed][::2] == [
        ("湾岸線で積み荷の鉄パイプが散乱", "19:31"),
        ("県議会が傍聴席に子ども用スペース", "18:48"),
    ]
    assert not any(item.age for item in _cut(rows.format("0:31", "9:05", "1:48")))


def test_a_time_of_publication_below_a_list_opens_the_next_article() -> None:
    below = (
        "漁民說，下個月還要替外港的浮標換電池，費用由漁會分攤。\n"
        "相關新聞\n燈塔管理員退休 小學生寫卡片\n3小時前 海港誌\n"
        "漁會大樓改成圖書館 週末開放\n03/02 14:05 海港日報\n\n"
        "發布時間 2026.03.04 18:40\n\n飯店自助餐實測 吃不完打包要先簽切結書\n\n"
        "飯店本月推出自助餐，標榜吃不完可打包，不過打包前得先簽一張切結書，質疑業者把責任全推給客人。\n\n"
        "記者實地走訪，服務人員確實在結帳櫃檯拿出一張單子，並說明生食不在打包範圍。\n"
    )
    *_, last, article = _cut(below)
    assert (last.read(last.outlet), last.read(last.age)) == ("海港日報", "03/02 14:05")
    assert article.read(article.headline) == "飯店自助餐實測 吃不完打包要先簽切結書"
    assert article.read(article.age) == "2026.03.04 18:40"


@pytest.mark.parametrize(
    "line",
    [
        "PR 60代から始める資産運用とは",
        "贊助｜睡不好？換對枕頭只要3步驟",
        "雑誌アクセスランキング",
        "線上讀者服務時間：週一至週五 10:00-18:00",
        "【贊助】行車記錄器第二台半價",
        "推薦影音\n▶ 一分鐘看懂雪人副鎮長怎麼選\n▶ 牧羊犬的敗選感言曝光",
        "贊助商連結\n在家也能學韓語！每天十五分鐘\n線上英文家教 首堂免費",
        "热门跟贴\n跟贴 3\n参与 1088\n江边的鱼 [广东省] 2小时前\n米粉机才是重点，馆长格局大\n顶 412",
        "膝蓋卡卡別忽視！醫師教你這樣補　贊助 葛健坊",
        "联合广告\n优雅退休从今天开始 计划每月低至200元",
        "投票\n你贊成夜市收垃圾費嗎？\n贊成\n反對\n送出",
        "留言板\n小島居民　11/27 14:02\n謝謝清潔員，辛苦了！\n匿名　11/27 15:40\n我撿到過耳機，有送服務台。",
        "開戶送200元超商禮券 立即開戶",
        "海港魚乾禮盒 ¥128.00 已售2,300件",
        "美元/台幣 31.25",
        "23,118.42 ▲112.35 (0.49%) 23,006.07",
        "熱度 98.2萬",
        "海港日報股份有限公司 統一編號 12345678",
        "鐵道 公園 港邊",
        "14:00 午間新聞",
        "Ads by Haishan\n牙醫師不說的祕密：每天一匙口臭再見\n健康新主張",
        "今、あなたにオススメ\n老眼鏡をやめた人が選んだ「もう一つの眼鏡」\nPR（メガネの森）",
        "海港電台 東灣海濱道30號",
    ],
)
def test_what_pages_print_below_their_lists_is_no_item(line: str) -> None:
    entry = "燈塔管理員退休 小學生寫卡片\n"
    assert [item.text.strip() for item in _cut(f"相關新聞\n{entry}{line}\n")] == [entry.strip()]


@pytest.mark.parametrize("rows", ["{0}\n02:14\n{1}\n08:45\n", "02:14\n{0}\n08:45\n{1}\n", "{0} 02:14\n{1} 08:45\n"])
def test_films_are_no_news_and_their_minutes_no_hours(rows: str) -> None:
    films = rows.format("颱風過後的海灘 志工撿出一整套麻將", "清晨五點的魚市場 拍賣員一口氣報價")
    entry = "燈塔管理員退休 小學生寫卡片\n3小時前\n"
    assert [item.read(item.headline) for item in _cut(f"影音專區\n更多\n{films}相關新聞\n{entry}")] == [
        entry.split("\n", maxsplit=1)[0]
    ]


def test_a_day_before_a_headline_is_its_time_beside_ages_before_others() -> None:
    below = "相關新聞\n2小時前　老倉庫裡的書店 每本書都泡過海水\n03-02　海員子女學校招生過半 校長親自跑碼頭\n"
    assert [(item.read(item.age), item.read(item.headline)) for item in _cut(below)] == [
        ("2小時前", "老倉庫裡的書店 每本書都泡過海水"),
        ("03-02", "海員子女學校招生過半 校長親自跑碼頭"),
    ]
    assert _cut("大事記\n03-02　海員子女學校招生過半 校長親自跑碼頭\n")[0].age is None


def test_a_label_above_two_headlines_heads_them_wherever_it_stands() -> None:
    below = "相關新聞\n燈塔管理員退休 小學生寫卡片\n3小時前\n"
    below += "理財小學堂\n零存整付怎麼算 一次看懂利息\n存股族必看 除息日前後該不該買\n"
    assert "理財小學堂" not in {item.read(item.headline) for item in _cut(below)}


def test_a_flash_without_a_text_has_its_hour_between_others() -> None:
    flash = "{}\n{}\n漁會今天召開臨時會，三十多名船東到場，主張費用應由遊艇業者分攤。\n"
    text = (
        "海港快訊\n" + flash.format("13:40", "港務公司擬收夜間泊位費") + flash.format("12:55", "渡輪公司汰換三艘舊船")
    )
    text += "12:10\n離島航班今天停飛一日\n" + flash.format("11:30", "老街停車場動工 明年啟用")
    news = [item for item in split_items(make_dump(text)) if item.kind.is_news]
    assert [item.read(item.age) for item in news] == ["13:40", "12:55", "12:10", "11:30"]


def test_the_time_and_the_text_below_an_advertisement_are_none_of_the_item_above() -> None:
    entry = "{}\n海港新聞 ・ 2026-03-04 {}\n{}\n\n"
    text = entry.format("茶農用無人機趕猴子 猴子學會搶電池", "11:12", "縣府要補助兩千支鞭炮替代，茶農不領情。")
    text += entry.format("[廣告] 海港溫泉券第二張半價", "09:00", "限量五百張，售完為止。")
    text += "雙12暖身 除濕機最低五折\n海港購物 ・ 2026-03-04 08:30\n活動至十二日止，數量有限。\n\n"
    text += entry.format("纜車停駛三天 旅館送客人登山杖", "08:12", "海港纜車因檢修停駛三天，旅館改送登山杖。")
    news = [item for item in split_items(make_dump(text)) if item.kind.is_news]
    assert [item.read(item.age) for item in news] == ["2026-03-04 11:12", "2026-03-04 08:12"]


@pytest.mark.parametrize(
    "row",
    [
        "{age} | {outlet} | {title}",
        "{age}\t{title}\t{outlet}",
        "{title}\t{outlet}\t{age}",
        "{title}\n{outlet}\n•\n{age}",
        "{title}\n{outlet} · {age}",
        "{title}\nby {outlet} on {age}",
        "{title}\n{outlet}・{age}・2分鐘閱讀",
    ],
)
@pytest.mark.parametrize(
    "ages", [("2026/03/04 14:05", "2026/03/03 09:40"), ("2小時前", "昨天 18:20"), ("14:05", "13:20")]
)
def test_outlet_age_and_headline_are_told_apart_in_any_order(row: str, ages: tuple[str, str]) -> None:
    if ages[0] == "14:05" and ("by" in row or "•" in row or "閱讀" in row):
        return  # an hour alone is anything
    stories = [("外送平台漲服務費 店家自組車隊", "北岸廣播"), ("醫院停車場改預約制 家屬說比掛號難", "山城週報")]
    rows = [row.format(title=title, outlet=outlet, age=age) for (title, outlet), age in zip(stories, ages, strict=True)]
    found = _cut("相關新聞\n" + "\n".join(rows) + "\n")
    assert [(item.read(item.headline), item.read(item.outlet)) for item in found] == stories
    assert [item.read(item.age) for item in found] == list(ages)
    headlines = [s.text.strip() for item in found for s in item.segments if s.role is Role.HEADLINE]
    assert headlines == [title for title, _ in stories]


def test_the_last_day_of_a_line_is_its_time_and_the_others_are_of_its_headline() -> None:
    found = _cut(
        "相關新聞\n公園改建說明會　3月12日於禮堂舉行 115-03-03\n公托抽籤結果出爐　錄取率創五年新高 115-03-02\n"
    )
    assert [(item.read(item.headline), item.read(item.age)) for item in found] == [
        ("公園改建說明會　3月12日於禮堂舉行", "115-03-03"),
        ("公托抽籤結果出爐　錄取率創五年新高", "115-03-02"),
    ]


def test_the_section_above_a_headline_is_no_headline_and_makes_it_no_outlet() -> None:
    found = _cut("相關新聞\n人物\n麵攤老闆的數學筆記本\n2026.03.02\n地方\n最後一家手工豆皮店的最後一鍋\n2026.03.01\n")
    assert [item.read(item.headline) for item in found] == ["麵攤老闆的數學筆記本", "最後一家手工豆皮店的最後一鍋"]
    assert not any(item.outlet for item in found)


def test_a_day_that_says_it_is_of_a_change_is_the_time_of_an_entry_all_the_same() -> None:
    below = "関連リンク\n倉庫の屋根が太陽光で埋まる 自家消費\n(2026/3/3 11:30更新)\n"
    found = _cut(f"{below}冷凍弁当は量より彩り 単身者向け\n(2026/3/2 5:00) [有料会員限定]\n")
    assert [item.read(item.age) for item in found] == ["2026/3/3 11:30", "2026/3/2 5:00"]
    assert not any(item.outlet for item in found)


def test_a_label_in_brackets_stays_whole_before_a_headline() -> None:
    found = _cut(
        "相關新聞\n[社會] 外送平台漲服務費 店家自組車隊 (2小時前)\n[生活] 醫院停車場改預約制 家屬說難 (昨天)\n"
    )
    assert [item.read(item.headline) for item in found] == [
        "[社會] 外送平台漲服務費 店家自組車隊",
        "[生活] 醫院停車場改預約制 家屬說難",
    ]
    assert [item.read(item.age) for item in found] == ["2小時前", "昨天"]


def test_a_day_behind_a_bar_is_a_time() -> None:
    text = "1. 他用二十年修一台廣播機 全鎮靠它\n慢慢誌｜11/25\n\n2. 醫師公會擬訂三原則 病歷誰負責\n醫聲網｜11/24\n"
    items = [item for item in split_items(make_dump(text)) if item.kind.is_news]
    assert [(item.read(item.outlet), item.read(item.age)) for item in items] == [
        ("慢慢誌", "11/25"),
        ("醫聲網", "11/24"),
    ]


def test_for_members_only_behind_a_time_hides_it_not_and_a_step_of_the_path_is_no_outlet() -> None:
    head = "トップ > ビジネス > 重工業\n\n造船会社、新燃料の船を10隻受注　30年に引き渡し\n"
    head += "重工業 2026年3月4日 15:00 [会員限定]\n"
    body = "造船会社は4日、新しい燃料を使う大型の船10隻を国内の海運大手から受注したと発表した。\n" * 2
    (article,) = [item for item in split_items(make_dump(head + body)) if item.kind.is_news]
    assert (article.read(article.age).strip(), article.outlet) == ("2026年3月4日 15:00", None)


def test_the_outlet_above_the_first_headline_is_its_own_where_the_others_have_theirs_below() -> None:
    rows = "".join(f"{headline}\n{outlet}\n{hours} 小時前\n" for headline, outlet, hours in (
        ("健檢強制上路 誰出錢一次看懂補助", "晨曦日報", 2), ("花蓮外海地震 最大震度四級", "東岸快報", 4),
        ("地震前動物異常 氣象署稱無根據", "海島新聞網", 3),
    ))  # fmt: skip
    text = f"今日重點\n中央社\n立院三讀通過老屋條例 四十年以上須健檢\n1 小時前\n{rows}"
    first = next(item for item in split_items(make_dump(text)) if item.kind.is_news)
    assert (first.read(first.headline).strip(), first.read(first.outlet)) == (
        "立院三讀通過老屋條例 四十年以上須健檢",
        "中央社",
    )


def test_a_headline_of_something_else_between_paragraphs_is_no_sentence_of_the_text() -> None:
    link = "梨山高麗菜價跌 農民採收不敷成本盼收購\n"
    goes_on = "鎮公所表示，舊燈會送給上游的兩個村子，下個月再換渡口旁的十盞路燈。\n"
    article, related = [i for i in split_items(make_dump(ARTICLE + link + goes_on)) if i.kind.is_news]
    assert related.read(related.headline) == link.strip()
    told = "".join(segment.text for segment in article.segments if segment.role.is_text)
    assert "梨山" not in told
    assert "十盞路燈" in told
    subheading = "鎮公所送舊燈 上游兩個村子先換渡口\n"
    (article,) = [i for i in split_items(make_dump(ARTICLE + subheading + goes_on)) if i.kind.is_news]
    assert "送舊燈" in "".join(segment.text for segment in article.segments if segment.role.is_text)


def test_a_day_above_all_texts_is_that_of_the_issue_and_no_item() -> None:
    text = "【早安週報】第 218 期\n2026/11/20（五）\n嗨，早安：\n\n━━━━\n① 央行：房市管制「不會鬆」\n━━━━\n"
    text += "央行總裁18日在立院表示，信用管制至少維持到明年第二季，地產股應聲跌3.1%。\n→ 閱讀全文：https://weekly.example/1\n"
    (item,) = [item for item in cut_items(make_dump(text)) if item.kind.is_news]
    assert item.clock.published is not None
    assert item.clock.published.earliest.date().isoformat() == "2026-11-20"


@pytest.mark.parametrize(
    "line",
    [
        "本網站使用相關技術提供更好的閱讀體驗，同時尊重使用者隱私。當您關閉此視窗，代表您同意上述規範。",
        "繼續瀏覽本站即表示您同意使用條款。",
        "開啟位置資訊即可查看你所在地區的新聞",
        "PR　法人カードの経費精算、まだ紙でやっていますか？",
        "会社案内 | 広告掲載 | プライバシーポリシー | 特定商取引法に基づく表示",
        "会社案内　プライバシーポリシー　著作権について　特定商取引法に基づく表記",
        "雑誌・新聞定期購読のご案内",
        "このページは受信料で制作しています。",
        "掲載の記事・写真・イラストなど、すべてのコンテンツの無断複写・転載・公衆送信などを禁じます。",
        "本文依 CC 創用姓名標示-非商業性-禁止改作3.0台灣授權條款釋出",
        "如有意愿转载，请发邮件至hello@example.com，获得书面确认及授权后，方可转载。",
        "举报电话：010-00000000 海港网所刊载内容之知识产权为海港传媒及/或相关权利人专属所有或持有。",
        "贊助商連結\n信用卡債整合 月付減半 免費諮詢\n北海道五日 早鳥32,900起",
        "PR\n【50代必見】朝のひざの違和感に。初回980円\n今だけ！ふるさと納税で訳ありみかん10kg",
        "共 2 則留言\n規範\n小林不加班：機器人會不會幫我熱便當？\n板橋阿宏：店員也要修機器人才是重點吧",
        "No reproduction without permission. 本サイトに掲載の記事・写真等の無断転載を禁じます。",
    ],
)
def test_what_a_page_says_to_its_reader_below_a_list_is_no_news(line: str) -> None:
    items = _cut(f"延伸閱讀\n燈塔管理員退休 小學生寫卡片\n2026-03-03 20:05\n{line}\n")
    assert [item.read(item.headline).strip() for item in items] == ["燈塔管理員退休 小學生寫卡片"]
    assert line[:8] not in items[0].text or not any(line[:8] in s.text for s in items[0].segments if s.role.is_text)


def test_the_word_for_a_new_headline_is_none_of_it_and_a_list_may_be_narrowed_in_brackets() -> None:
    rows = "トピックス(主要)\n特急5時間立往生 180人バスで移動NEW\n台風発生へ 11月で3個目の上陸かNEW\n"
    rows += "アクセスランキング(地域)\n1\nコンビニに軽トラック突っ込む 店員無事\n西海テレビ\n"
    rows += "2\nイノシシ商店街を疾走 3時間の追跡劇\n下町日報\n"
    told = {item.read(item.headline).strip(): item.read(item.outlet).strip() for item in _cut("延伸閱讀\n" + rows)}
    assert told == {
        "特急5時間立往生 180人バスで移動": "",
        "台風発生へ 11月で3個目の上陸か": "",
        "コンビニに軽トラック突っ込む 店員無事": "西海テレビ",
        "イノシシ商店街を疾走 3時間の追跡劇": "下町日報",
    }


def test_a_flash_above_the_menu_and_the_path_below_it_are_no_news() -> None:
    menu = "會員\n要聞\n娛樂\n運動\n全球\n社會\n地方\n產經\n股市\n健康\n"
    top = f"聯海新聞網\n快訊　北捷板南線號誌異常　列車延誤10分鐘\n{menu}聯海新聞網／產經／產業綜合\n"
    (article,) = [item for item in split_items(make_dump(top + ARTICLE)) if item.kind.is_news]
    assert article.read(article.headline).strip() == "渡輪碼頭換新燈 漁民自己動手"
    assert article.span.start >= len(f"聯海新聞網\n快訊　北捷板南線號誌異常　列車延誤10分鐘\n{menu}")


def test_what_stands_behind_the_mark_at_the_end_of_a_text_is_none_of_it() -> None:
    end = "鎮公所表示，舊燈會送給上游的兩個村子，下個月再換渡口旁的十盞路燈。■\n"
    end += "推荐进入海港数据库，可随时查阅公司股价走势等投资信息。\n"
    (article,) = [item for item in split_items(make_dump(ARTICLE + end)) if item.kind.is_news]
    assert "数据库" not in "".join(segment.text for segment in article.segments if segment.role.is_text)


def test_the_marks_of_a_text_browser_hide_neither_menus_nor_writers() -> None:
    head = "   [1]跳过内容\n   ○ [2]主页\n   ○ [3]国际\n   ○ [4]英国\n   (BUTTON) 菜单\n\n"
    head += "   渡輪碼頭換新燈 漁民自己動手\n\n"
    head += "   Image caption, 碼頭的新燈\n\n     * 作者, 林海生\n     * Role, 外交事務記者\n     * 2026年3月4日\n\n"
    (article,) = [i for i in split_items(make_dump(head + ARTICLE.split("\n", 2)[2])) if i.kind.is_news]
    assert article.read(article.headline).strip() == "渡輪碼頭換新燈 漁民自己動手"
    assert article.read(article.age) == "2026年3月4日"


HEADLINES = (
    "市長宣布下月起調降公車票價",  # as long as the name of an outlet, and without a blank
    "港口罷工進入第三天 工會拒絕復工",
    "稀土協議簽署 總額85億美元",
    "國家隊逆轉奪冠 終結八年魔咒",
)


@pytest.mark.parametrize(
    "entry",
    [
        "2025/11/{day:02d} {headline}",
        "{headline} 2025-11-{day:02d}",
        "2025-11-{day:02d}\t{headline}",
        "{headline}\t社會\t2025/11/{day:02d}",
        "{headline}\n2025-11-{day:02d} 08:30",
        "11/{day:02d} {headline}",
        "11-{day:02d} 社會 {headline}",
        "{day}小時前 {headline}",
        "{headline} {day}小時前",
    ],
)
def test_a_list_page_is_a_news_item_for_each_headline_with_its_time(entry: str) -> None:
    page = "\n".join(entry.format(headline=headline, day=9 - n) for n, headline in enumerate(HEADLINES))
    items = split_items(make_dump(page + "\n"))
    assert [(item.kind.is_news, item.read(item.headline)) for item in items] == [(True, each) for each in HEADLINES]
    assert all(item.read(item.age) for item in items)


def test_an_outlet_beside_several_days_is_no_headline() -> None:
    page = "某某通訊社新聞中心 2025-11-09\n某某通訊社新聞中心 2025-11-08\n某某通訊社新聞中心 2025-11-07\n"
    assert not any(item.read(item.headline) == "某某通訊社新聞中心" for item in split_items(make_dump(page)))


PLAYED = """渡輪碼頭換新燈 漁民自己動手
04:26
播放中
自動播放
下一則
影／貨輪靠岸撞斷纜繩　碼頭工人驚呼 01:12
發佈時間：2026/03/04 09:10
海港鎮的渡輪碼頭昨天換上三十盞新燈，由十二名漁民利用休漁期自己動手安裝，鎮公所只出材料費。
船長林阿水說，以前夜裡靠岸只能看對面雜貨店的招牌，現在三百公尺外就看得見碼頭的台階。
您可能也想看：燈塔管理員退休　小學生寫卡片
海山提醒您：求助請撥1925安心專線。
熱門排行
影／白鷺鷥站公車頂兜風　司機不敢開快
03:05
"""


def test_minutes_of_films_are_no_times_and_the_next_film_is_no_headline() -> None:
    items = [item for item in cut_items(make_dump(PLAYED)) if item.kind.is_news]
    article, *others = items
    assert article.read(article.headline) == "渡輪碼頭換新燈 漁民自己動手"
    assert article.read(article.age) == "2026/03/04 09:10"
    assert [s.text.strip() for s in article.segments if s.role is Role.SENTENCE][-1].endswith("碼頭的台階。")
    assert not any(item.read(item.age) for item in others)


def test_a_single_hour_below_the_word_for_a_flash_is_its_time() -> None:
    page = "某某新聞網\n快訊\n22:10　中油宣布下周汽柴油各降兩角\n首頁\n" + ARTICLE
    first = next(item for item in split_items(make_dump(page)) if item.kind.is_news)
    assert (first.read(first.headline), first.read(first.age)) == ("中油宣布下周汽柴油各降兩角", "22:10")


@pytest.mark.parametrize(
    "line",
    [
        "即時要聞娛樂運動全球社會地方產經股市房市生活健康文教評論兩岸旅遊",
        "▼11月27日　大帽山山火現場▼",
        "【写真】橋の上にずらりと並ぶ本棚（ほか7枚）",
        "池上米禮盒 2kg　$399",
        "贊助商：年終掃除神器下殺5折",
    ],
)
def test_menus_without_blanks_rows_of_pictures_and_goods_are_no_news(line: str) -> None:
    below = f"推薦閱讀\n燈塔管理員退休 小學生寫卡片\n漁會大樓改成圖書館 週末開放\n{line}\n"
    assert not any(line in item.read(item.headline) for item in _cut(below))


def test_headlines_below_the_name_of_who_recommends_them_for_money_are_advertisements() -> None:
    below = "猜你喜歡\nRecommended by\n老房子不拆也能拉皮？專家教你三招\n裝修情報站\n"
    assert _cut(below) == []


def test_blanks_between_the_links_of_an_advertiser_part_none_of_them() -> None:
    below = "PR注目情報\n\n【60歳からの終活】家の値段をネットで確認\n\n北陸の冬を味わう かに付き宿泊プラン\n"
    assert _cut(below) == []


@pytest.mark.parametrize("between", [" ", "　", "  "])
def test_an_outlet_stands_between_headline_and_age_with_nothing_but_blanks(between: str) -> None:
    told = {
        "寒流發威 平地最低6.8度": "氣象快報",
        "石斑魚外銷量去年減三成": "海線新聞",
        "冷鏈倉儲補助案開放申請": "嶺上",
    }
    rows = "".join(between.join((*each, f"{n} 小時前\n")) for n, each in enumerate(told.items(), 2))
    assert {item.read(item.headline): item.read(item.outlet) for item in _cut("相關新聞\n" + rows)} == told


def test_the_second_half_of_a_headline_before_its_age_is_no_outlet() -> None:
    titles = ["寒流發威清晨急凍 平地飄雪", "石斑魚外銷量又減 漁民叫苦", "冷鏈倉儲補助開放 週末截止"]
    rows = "".join(f"{title} {n} 小時前\n" for n, title in enumerate(titles, 2))
    assert [(item.read(item.headline), item.read(item.outlet)) for item in _cut("相關新聞\n" + rows)] == [
        (title, "") for title in titles
    ]


def test_the_name_of_a_site_ends_before_its_time() -> None:
    page = "海山新聞網 ・ 2026-03-04 07:00\n登入\n" + "".join(f"{each}\n3 小時前\n" for each in HEADLINES)
    dump = make_dump(page)
    assert {item.site for item in name_site(dump, split_items(dump)) if item.kind.is_news} == {"海山新聞網"}


def test_outlets_below_ranked_headlines_are_known_by_their_place() -> None:
    names = ("西海テレビ", "下町日報", "みなとデジタル")
    ranked = "".join(f"{n}\n{h}\n{name}\n" for n, (h, name) in enumerate(zip(HEADLINES, names, strict=False), 1))
    assert [item.read(item.outlet) for item in _cut("アクセスランキング\n" + ranked)] == list(names)


def test_an_outlet_is_known_by_its_place_between_headline_and_time() -> None:
    names = ("江南早报", "岭上视频", "半坡人物", "西行周刊")
    listed = "".join(f"{h}\n{name}\n2026-03-01 19:20\n" for h, name in zip(HEADLINES, names, strict=True))
    assert [item.read(item.outlet) for item in _cut("热点推荐\n" + listed)] == list(names)


@pytest.mark.parametrize(
    ("row", "outlet", "age"),
    [
        ("水庫洩洪 下游兩鎮停課 3小時前 · 山城日報", "山城日報", "3小時前"),
        ("港口罷工工會拒絕復工 2 小時前 | 北岸觀察", "北岸觀察", "2 小時前"),
        ("新能源车销量环比增长8% 昨天 · 车市观察", "车市观察", "昨天"),
        ("港口罷工工會拒絕復工 昨天 · 社會", "", "昨天"),
    ],
)
def test_an_outlet_may_stand_behind_the_age_of_a_headline(row: str, outlet: str, age: str) -> None:
    (line,) = read_lines(row)
    headline = row.split(f" {age}", maxsplit=1)[0]
    assert (line.read(line.title), line.read(line.outlet), line.read(line.age).strip()) == (headline, outlet, age)


@pytest.mark.parametrize(
    "row",
    [
        "他說，自己在辦公室等了很久 3小時前 · 才離開那裡",
        "港口罷工工會拒絕復工 2 小時前 · 留言 12",
        "他們從 昨天 · 等到今天",
    ],
)
def test_a_sentence_or_a_count_behind_an_age_is_no_outlet(row: str) -> None:
    (line,) = read_lines(row)
    assert line.title is None
    assert line.outlet is None


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("山城日報 11-19", ("山城日報", "11-19")),
        ("北岸新聞 11/19(木)", ("北岸新聞", "11/19(木)")),
        ("比分 11-19", ("", "")),
        ("日本隊 3-11", ("", "")),
        ("山城日報 13-19", ("", "")),  # no month
    ],
)
def test_a_day_without_its_year_behind_an_outlet_is_its_time_and_behind_other_words_a_score(
    row: str, told: tuple[str, str]
) -> None:
    (line,) = read_lines(row)
    assert (line.read(line.outlet), line.read(line.age)) == told
