"""Pairs of items by different outlets on one day: ten of one event told with other figures, ten of two events.

An item is (headline, body, names); names are written ``kind:original``. Written for these tests; nothing is true.
"""

Told = tuple[str, str, str]

SAME: dict[str, tuple[Told, Told]] = {
    "a later toll": (
        (
            "梧棲化工廠氣爆 死亡增至5人",
            "台中市梧棲區永澤化工廠1日發生的氣爆，今天又有3人不治，死亡人數增至5人，另有23人受傷。",
            "place:台中 place:梧棲 organisation:永澤化工廠",
        ),
        (
            "永澤化工廠氣爆5死 勞動部開罰",
            "梧棲區永澤化工廠氣爆案累計5人死亡、21人受傷，勞動部今天依法開罰300萬元。",
            "place:梧棲 organisation:永澤化工廠 organisation:勞動部",
        ),
    ),
    "an earlier toll": (
        (
            "梧棲化工廠氣爆 死亡增至5人",
            "台中市梧棲區永澤化工廠1日發生的氣爆，死亡人數增至5人，另有23人受傷。",
            "place:台中 place:梧棲 organisation:永澤化工廠",
        ),
        (
            "梧棲永澤化工廠爆炸 死亡4人",
            "台中市梧棲區永澤化工廠氣爆案，截至今天上午死亡人數為4人，21人受傷。",
            "place:台中 place:梧棲 organisation:永澤化工廠",
        ),
    ),
    "an investment": (
        ("晶嶼半導體赴德州設廠", "晶嶼半導體宣布在德州投資85億美元。", "organisation:晶嶼半導體 place:德州"),
        ("德州迎晶圓廠", "晶嶼半導體董事會通過，將在德州投資58億美元興建新廠。", "organisation:晶嶼半導體 place:德州"),
    ),
    "a shipwreck": (
        ("順昌六號沉沒3死", "貨輪順昌六號在澎湖外海沉沒，3人死亡、9人失蹤。", "other:順昌六號 place:澎湖"),
        ("澎湖船難釀4死", "澎湖海域船難，順昌六號上4人死亡，其餘搜救中。", "other:順昌六號 place:澎湖"),
    ),
    "a bus": (
        (
            "迎風客運翻覆 12人送醫",
            "迎風客運一輛遊覽車在蘇花公路翻覆，12人送醫。",
            "organisation:迎風客運 place:蘇花公路",
        ),
        ("蘇花遊覽車翻覆", "蘇花公路傳事故，迎風客運車輛翻覆，15人送醫。", "organisation:迎風客運 place:蘇花公路"),
    ),
    "a strike": (
        ("海灣航空罷工", "海灣航空罷工，桃園機場取消42架次航班。", "organisation:海灣航空 place:桃園機場"),
        (
            "空服員罷工 旅客受阻",
            "桃園機場今天取消36架次航班，海灣航空空服員罷工。",
            "organisation:海灣航空 place:桃園機場",
        ),
    ),
    "simplified script": (
        ("临江煤矿瓦斯爆炸8死", "山西临江煤矿发生瓦斯爆炸，8人死亡。", "organisation:临江煤矿 place:山西"),
        ("山西煤矿事故", "山西临江煤矿发生事故，已造成11人遇难。", "organisation:临江煤矿 place:山西"),
    ),
    "a verdict": (
        ("方世寬遭重判", "永和建設董事長方世寬被判處有期徒刑8年。", "person:方世寬 organisation:永和建設"),
        ("永和建設案宣判", "永和建設案一審宣判，方世寬判處有期徒刑6年。", "person:方世寬 organisation:永和建設"),
    ),
    "a mall": (
        ("星港百貨火警 6人受傷", "高雄星港百貨今天失火，6人受傷。", "organisation:星港百貨 place:高雄"),
        ("高雄百貨大火", "高雄星港百貨傳出火警，造成9人受傷，數百人疏散。", "organisation:星港百貨 place:高雄"),
    ),
    "a concert": (
        ("林序開唱 湧入3萬人", "歌手林序在小巨蛋開唱，湧入3萬人。", "person:林序 place:小巨蛋"),
        ("小巨蛋爆滿", "林序演唱會昨晚登場，小巨蛋湧入5萬人。", "person:林序 place:小巨蛋"),
    ),
}
APART: dict[str, tuple[Told, Told]] = {
    "two fires, one fire chief": (
        (
            "台中西屯民宅火警 2人受傷",
            "台中西屯民宅昨天深夜傳出火警，2人受傷，台中市消防局長范仲廷表示，火勢已撲滅，起火點在三樓廚房，住戶已安置。",
            "place:台中 place:西屯 person:范仲廷 organisation:台中市消防局",
        ),
        (
            "台中大甲工廠火警 3人受傷",
            "大甲一間工廠清晨起火，3人受傷，鐵皮屋頂塌陷，台中市消防局長范仲廷到場，工廠負責人稱電線老舊，損失待估。",
            "place:台中 place:大甲 person:范仲廷 organisation:台中市消防局",
        ),
    ),
    "two fires of one town": (
        ("基隆民宅火警1死", "基隆安樂區民宅火警，1人死亡。", "place:基隆 place:安樂區"),
        ("基隆漁船火警2死", "基隆安樂區外海漁船火警，2人死亡。", "place:基隆 place:安樂區"),
    ),
    "two plants of one firm": (
        ("北濤彰濱廠氣爆2死", "北濤化學彰濱廠今天氣爆，2人死亡。", "organisation:北濤化學 place:彰濱 place:台灣"),
        (
            "北濤林園廠外洩",
            "北濤化學林園廠外洩，3人死亡，台灣兩度出事。",
            "organisation:北濤化學 place:林園 place:台灣",
        ),
    ),
    "a firm's results and its plans": (
        ("晶嶼半導體營收創高", "晶嶼半導體公布，在台灣營收為6,540億元。", "organisation:晶嶼半導體 place:台灣"),
        ("晶嶼半導體擴大投資", "晶嶼半導體宣布，在台灣投資85億美元。", "organisation:晶嶼半導體 place:台灣"),
    ),
    "one mayor, two grants": (
        (
            "賴宛真發放慰問金",
            "台中市長賴宛真宣布，罹難者家屬發給80萬元。",
            "person:賴宛真 place:台中 organisation:台中市政府",
        ),
        (
            "賴宛真推托育",
            "台中市長賴宛真宣布，托育補助每月9,000元。",
            "person:賴宛真 place:台中 organisation:台中市政府",
        ),
    ),
    "one agency, two raids": (
        ("刑事局破詐騙 12人落網", "刑事局在新北破獲詐騙機房，12人落網。", "organisation:刑事局 place:新北"),
        ("刑事局掃毒 7人落網", "刑事局在新北查獲毒品工廠，7人落網。", "organisation:刑事局 place:新北"),
    ),
    "one outlet's own name": (
        ("花蓮車禍2死", "通島通訊社花蓮報導，台九線車禍，2人死亡。", "organisation:通島通訊社 place:花蓮"),
        ("花蓮溺水3死", "通島通訊社花蓮報導，溪邊溺水，3人死亡。", "organisation:通島通訊社 place:花蓮"),
    ),
    "one president, two trips": (
        ("魏納訪東京", "美國總統魏納訪問日本，宣布投資550億美元。", "person:魏納 place:美國 place:日本"),
        ("魏納談關稅", "美國總統魏納說，日本汽車關稅收入達120億美元。", "person:魏納 place:美國 place:日本"),
    ),
    "two games of one team": (
        ("海鷹勝雷神", "職籃海鷹在台北以98比92擊敗雷神，吸引6,200人。", "organisation:海鷹 place:台北"),
        ("海鷹二軍敗北", "海鷹二軍在台北以71比88不敵山貓，吸引1,100人。", "organisation:海鷹 place:台北"),
    ),
    "an accident and the firm's recall": (
        ("迎風客運翻覆 12人送醫", "迎風客運遊覽車在宜蘭翻覆，12人送醫。", "organisation:迎風客運 place:宜蘭"),
        ("迎風客運遭罰", "迎風客運超時工作，宜蘭勞工處罰款30萬元。", "organisation:迎風客運 place:宜蘭"),
    ),
}
