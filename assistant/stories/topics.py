"""What a story is about, told by the words of its source. A word in a headline counts three times."""

from assistant.records import Item, Topic

HEADLINE_WEIGHT = 3
LEAST = 2
"""Fewer words than these say nothing: the story is of no known topic."""

# A word speaks for one topic. Where two topics have as many words, the one that stands first is taken.
_WORDS = {
    Topic.DISASTERS: """
        地震 颱風 豪雨 洪水 水災 火災 大火 土石流 山崩 海嘯 爆炸 墜機 空難 車禍 追撞 翻覆 罹難 失蹤 搜救
        受困 停電 災情 氣象署 震度 撤離 意外 台风 灾 坠 山火 沉船 強颱 輕颱 中颱 熱帶 寒流 救援 火警
        消防""",
    Topic.COURTS: """
        法院 地院 高院 檢察 檢方 起訴 判處 判刑 有期徒刑 一審 二審 三審 上訴 羈押 交保 收押 詐騙 嫌犯
        嫌疑 被告 警方 逮捕 落網 毒品 槍擊 命案 貪污 搜索 緩刑 律師 判決 違反 偵辦 刑事 死刑 假釋 司法
        憲法法庭""",
    Topic.DEFENCE: """
        國防 軍方 陸軍 海軍 空軍 飛彈 導彈 戰機 軍艦 潛艦 航母 演習 演練 共機 共艦 解放軍 軍售 無人機
        火箭 部隊 國軍 五角大廈 北約 核武 軍事 戰車 直升機 雷達 武器 砲 国防 军 导弹""",
    Topic.SPORT: """
        球隊 球員 職棒 棒球 籃球 足球 網球 羽球 桌球 馬拉松 奧運 亞運 世錦賽 冠軍 金牌 銀牌 銅牌 季後賽
        例行賽 決賽 四強 投手 打者 全壘打 三分球 教練 連勝 連敗 中職 大聯盟 選手 比數 進球 世界盃 聯賽
        賽事 球迷 射門 聯盟 球季 比賽""",
    Topic.HEALTH: """
        疫苗 流感 疫情 確診 病毒 醫院 醫師 患者 癌 健保 疾管署 衛福部 食藥署 藥物 症狀 感染 門診 手術
        糖尿病 長照 接種 登革熱 世衛 護理 臨床 重症 食安 醫療 健康""",
    Topic.ECONOMY: """
        台股 股市 股價 指數 外資 營收 獲利 億元 GDP 經濟成長 央行 利率 升息 降息 通膨 匯率 美元 關稅
        出口 進口 貿易 投資 半導體 台積電 企業 產業 市場 房價 油價 電價 稅收 財報 財政部 經濟部 公司
        訂單 產能 供應鏈 金融 銀行 歐元 上漲 下跌 稀土 預算案 晶片 經濟 創投 股東 併購""",
    Topic.POLITICS: """
        總統 立法院 立委 行政院 院長 選舉 選戰 民調 初選 候選人 市長 縣長 議員 議會 黨主席 主席 國民黨
        民進黨 民眾黨 罷免 公投 政黨 內閣 部長 黨團 修法 三讀 政府 連任 參選 當選 政治 藍營 綠營 黨內
        支持度 里長 質詢 法案 国会""",
    Topic.INTERNATIONAL: """
        美國 日本 中國 韓國 歐盟 俄羅斯 烏克蘭 以色列 加薩 伊朗 印度 澳洲 英國 法國 德國 白宮 聯合國
        外交部 大使 峰會 外交 國務院 川普 首相 制裁 停火 協議 北韓 菲律賓 國際 越南 泰國 柬埔寨 緬甸
        歐洲 非洲 外長 雙邊 東協 APEC G7 G20 梵蒂岡""",
}
WORDS = {topic: tuple(words.split()) for topic, words in _WORDS.items()}


def find_topic(items: tuple[Item, ...]) -> Topic:
    """The topic whose words occur most in the items of one story."""
    scores = {topic: sum(_score(item, words) for item in items) for topic, words in WORDS.items()}
    best = max(scores, key=lambda topic: scores[topic])  # of equal ones the first
    return best if scores[best] >= LEAST else Topic.OTHER


def _score(item: Item, words: tuple[str, ...]) -> int:
    """How many different words of a topic an item has; those of its headline count more."""
    headline = item.read(item.headline)
    return sum(HEADLINE_WEIGHT if word in headline else 1 for word in words if word in item.text)
