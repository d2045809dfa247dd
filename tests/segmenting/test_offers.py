"""What a page says to its reader is no news; news that tells of offers and subscriptions is."""

import pytest

from assistant.segmenting.rules.offers import speaks_to_reader


@pytest.mark.parametrize(
    "line",
    [
        "保溫瓶 限時 $699",
        "海景公寓 三房兩廳 意洽王先生",
        "首月NT$1解鎖全站報導 立即訂閱",
        "贈送文章 本月剩餘 3 次",
        "將海港日報設為Google首選來源",
        "展开剩余67%",
        "喜歡這封信?轉寄給朋友",
        "本信由系統自動發送,請勿直接回信",
        "無法正常顯示?請點此以瀏覽器開啟",
        "你收到這封郵件,因為你訂閱了本報。",
        "訂閱海港週報,每週五寄到信箱",
        "寄件者:海港日報",
        "動画の字幕を表示する",
        "取材のお申し込みはこちら",
        "3 分鐘閱讀時間",
        "將海港新聞網設為你在搜尋時的優先來源",
        "月額980円で全ての記事が読み放題",
        "有料会員になると続きをお読みいただけます。",
        "本文来自微信公众号“海港研究所”,作者:某某。",
        "该文观点仅代表作者本人,本平台仅提供信息存储服务。",
        "★海港新聞網提醒您:行車請繫安全帶。",
        "海港新聞網關心您:若有需要請撥打專線。",
        "酒後不開車,飲酒過量有害健康。",
        "把晨光報推薦給三位朋友,就送貼紙一組",
        "昨日猜謎解答:B,燈塔",
        "徵才:我們在找一位編輯",
        "以上內容由系統自動生成,僅供參考",
        "『港の百年 写真集』好評発売中",
    ],
)
def test_offers_subscriptions_and_notices_speak_to_the_reader(line: str) -> None:
    assert speaks_to_reader(line)


@pytest.mark.parametrize(
    "line",
    [
        "串流平台漲價 掀起取消訂閱潮",
        "訂閱制電子報崛起 記者出走",
        "外相稱兩國可立即加入 談判明年展開",
        "兩餸飯只要$30 長者天天排隊",
        "平台取消免費試用 用戶不滿",
        "店家推出限時特價,一小時賣出300組。",
        "消防局提醒民眾用電安全",
        "警方呼籲民眾酒後不開車。",
        "記者收到這封郵件後報警。",
        "這裡的文章贈送給圖書館",
        "元宵猜謎大會今日登場",
        "新款電動車昨天發售,首日賣出三千輛",
        "系統自動生成的假新聞增加三成",
        "老師把這本書推薦給學生,引發討論。",
        "業者說,用戶可以立即訂閱,每月149元。",
    ],
)
def test_news_of_offers_and_subscriptions_is_news(line: str) -> None:
    assert not speaks_to_reader(line)
