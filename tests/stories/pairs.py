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
BY_PLACE: dict[str, tuple[Told, Told]] = {
    "an earthquake": (
        (
            "花蓮規模6.1地震 3人受傷",
            "花蓮縣今(2)日上午9時12分發生規模6.1地震，震源深度18.4公里，3人受傷。",
            "place:花蓮 organisation:氣象署",
        ),
        (
            "東部強震！花蓮傳6.3地震 民眾驚逃",
            "今(2)日上午花蓮外海發生規模6.3地震，全台有感，5人受傷送醫。",
            "place:花蓮",
        ),
    ),
    "an earthquake and what it stopped": (
        ("宜蘭外海規模5.8地震 最大震度4級", "氣象署表示，今(2)日13時08分發生地震，震源在宜蘭外海。", "place:宜蘭"),
        ("宜蘭地震 鐵路慢行2小時", "宜蘭2日下午1點多發生地震，列車一度慢行，下午3時恢復。", "place:宜蘭"),
    ),
    "an earthquake in simplified script": (
        ("四川甘孜发生5.6级地震", "11月2日7时43分，四川甘孜发生5.6级地震，2人受伤。", "place:四川 place:甘孜"),
        ("四川甘孜地震已致5人受伤", "四川甘孜州2日清晨发生地震，截至9时已有5人受伤。", "place:四川 place:甘孜州"),
    ),
    "a fire in one part of a town": (
        ("三重民宅大火 2死", "新北市三重區一處民宅今(2)日清晨4時失火，2人死亡。", "place:新北 place:三重"),
        ("三重公寓惡火釀3死", "三重今晨發生火警，公寓三樓起火，造成3人死亡、4人送醫。", "place:三重"),
    ),
}
"""Of one event that names neither firm nor person."""
BARE: dict[str, tuple[Told, Told]] = {
    "a firm that begins a clause": (
        ("林園化工廠大火 2死11傷", "高雄林園永昶化工廠房今(2)日凌晨起火，2人死亡、11人受傷。", ""),
        ("永昶化工火警3死 家屬悲慟", "永昶化工位於高雄林園的工廠發生火警，3人死亡，另有9人受傷。", ""),
    ),
    "a firm and what it pays": (
        ("晶嶼半導體赴德州設廠", "晶嶼半導體宣布在德州投資85億美元。", ""),
        ("德州迎晶圓廠", "晶嶼半導體董事會通過，將在德州投資58億美元興建新廠。", ""),
    ),
}
"""Of one event, where no model has listed the names."""
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
    "two firms' results": (
        (
            "晶嶼半導體第三季營收654億元 年增12.3%",
            "晶嶼半導體今(2)日公布第三季營收654億元，年增12.3%，每股盈餘8.21元。",
            "organisation:晶嶼半導體",
        ),
        (
            "遠嶼電子第三季營收321億元 年減4.5%",
            "遠嶼電子今(2)日公布第三季營收321億元，年減4.5%，每股盈餘2.35元。",
            "organisation:遠嶼電子",
        ),
    ),
    "two earthquakes in one form": (
        (
            "花蓮規模4.8地震 最大震度4級",
            "氣象署表示，今(2)日9時12分花蓮外海發生規模4.8地震，震源深度18.4公里。",
            "place:花蓮",
        ),
        (
            "台東規模4.9地震 最大震度3級",
            "氣象署表示，今(2)日9時40分台東外海發生規模4.9地震，震源深度21.6公里。",
            "place:台東",
        ),
    ),
    "two earthquakes on two days": (
        ("花蓮規模5.1地震", "花蓮昨(1)日晚間11時發生規模5.1地震，無災情傳出。", "place:花蓮"),
        ("花蓮規模5.3地震", "花蓮今(2)日上午9時12分發生規模5.3地震，3人受傷。", "place:花蓮"),
    ),
    "an earthquake in the morning and one at night": (
        ("花蓮規模5.1地震", "花蓮今(2)日上午6時8分發生規模5.1地震，震源深度12公里。", "place:花蓮"),
        ("花蓮規模5.3地震", "花蓮今(2)日晚間9時12分發生規模5.3地震，震源深度14公里。", "place:花蓮"),
    ),
    "an earthquake and its aftershock": (
        ("花蓮規模6.1地震 3人受傷", "花蓮今(2)日發生規模6.1地震，3人受傷。", "place:花蓮"),
        ("花蓮再傳餘震 5人受傷", "花蓮今(2)日發生規模5.9餘震，又有5人受傷。", "place:花蓮"),
    ),
    "two earthquakes of a swarm": (
        ("能登で震度5弱 M5.2", "石川県能登地方で2日午前9時12分、規模5.2の地震があった。", "place:能登 place:石川"),
        ("能登で震度4 M4.9の地震", "石川県能登地方で2日午前9時40分、規模4.9の地震があった。", "place:能登 place:石川"),
    ),
    "an earthquake and what an old one left": (
        ("花蓮規模5.1地震 3人受傷", "花蓮今(2)日上午9時12分發生規模5.1地震，3人受傷。", "place:花蓮"),
        ("花蓮地震災戶新屋 今天交屋", "花蓮縣政府今(2)日把32戶新屋交給地震災戶。", "place:花蓮"),
    ),
    "an earthquake and a drill": (
        ("花蓮規模5.1地震 3人受傷", "花蓮今(2)日上午9時12分發生規模5.1地震，3人受傷。", "place:花蓮"),
        ("花蓮地震演習 模擬40人受傷", "花蓮今(2)日上午9時舉行演習，模擬規模5.5地震，40人受傷。", "place:花蓮"),
    ),
    "a strong earthquake and a weak one": (
        ("花蓮規模6.1地震 3人受傷", "花蓮今(2)日發生規模6.1地震，3人受傷。", "place:花蓮"),
        ("花蓮規模4.2地震", "花蓮今(2)日發生規模4.2地震，無人傷亡。", "place:花蓮"),
    ),
    "two drunk drivers": (
        (
            "酒駕撞死人 駕駛判6年",
            "地方法院今(2)日依酒駕致死罪判處王姓駕駛有期徒刑6年，全案可上訴。",
            "organisation:地方法院",
        ),
        (
            "酒駕撞死人 駕駛判8年",
            "地方法院今(2)日依酒駕致死罪判處李姓駕駛有期徒刑8年，全案可上訴。",
            "organisation:地方法院",
        ),
    ),
    "two trials": (
        (
            "收賄780萬 前議員判囚7年",
            "台中地院今(2)日依收賄罪判處前議員方世寬有期徒刑7年，併科罰金300萬元。",
            "person:方世寬 organisation:台中地院",
        ),
        (
            "收賄460萬 前議員判囚5年",
            "高雄地院今(2)日依收賄罪判處前議員沈文雄有期徒刑5年，併科罰金200萬元。",
            "person:沈文雄 organisation:高雄地院",
        ),
    ),
    "two fires of one city": (
        ("三重民宅大火 2死", "新北市三重區一處民宅今(2)日清晨失火，2人死亡。", "place:新北 place:三重"),
        ("永和民宅大火 1死", "新北市永和區一處民宅今(2)日清晨失火，1人死亡。", "place:新北 place:永和"),
    ),
    "two crashes of one town": (
        ("板橋機車追撞 1人送醫", "新北板橋今(2)日上午機車追撞，1人送醫。", "place:新北 place:板橋"),
        ("板橋貨車追撞 3人送醫", "新北板橋今(2)日上午貨車追撞，3人送醫。", "place:新北 place:板橋"),
    ),
}
