"""Pairs of items by different outlets on one day that tell one event with other figures.

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
    "a shipwreck without a name": (
        (
            "澎湖外海漁船翻覆 2死4失蹤",
            "澎湖縣望安外海今(2)日凌晨3時許有漁船沉沒，2人死亡、4人失蹤。",
            "place:澎湖 place:望安",
        ),
        (
            "望安漁船沉沒 3人罹難",
            "海巡署表示，漁船2日清晨在澎湖望安外海沉沒，3人罹難，其餘搜救中。",
            "place:澎湖 place:望安 organisation:海巡署",
        ),
    ),
    "an earthquake in Japanese": (
        (
            "岩手県沖でM6.7の地震 津波注意報",
            "気象庁によると、2日午後5時3分ごろ、岩手県沖で規模6.7の地震があった。",
            "place:岩手 organisation:気象庁",
        ),
        (
            "岩手で震度4 津波観測",
            "2日午後5時すぎ、岩手県で最大震度4を観測する地震があった。3人がけがをした。",
            "place:岩手",
        ),
    ),
    "a derailment": (
        (
            "台東列車出軌 12人輕傷",
            "台鐵自強號今(2)日上午8時20分在台東大武出軌，12人輕傷。",
            "place:台東 organisation:台鐵",
        ),
        (
            "台鐵自強號大武出軌 15傷送醫",
            "台東大武站南方今(2)日上午8時許列車出軌，15人送醫，南迴線中斷。",
            "place:台東 place:大武",
        ),
    ),
    "a mine without a name": (
        ("山西煤矿瓦斯爆炸致8人遇难", "山西大同一煤矿2日上午发生瓦斯爆炸，8人遇难。", "place:山西 place:大同"),
        (
            "山西大同煤矿事故遇难人数升至11人",
            "山西大同煤矿爆炸事故，截至2日18时，遇难人数升至11人。",
            "place:山西 place:大同",
        ),
    ),
    "a flood by reporters of two cities": (
        (
            "台南水庫放水 下游3里淹水",
            "（記者李一凡／台南報導）曾文水庫今(2)日調節性放水，下游3里淹水，撤離120人。",
            "place:台南",
        ),
        (
            "曾文水庫放水 3里淹水",
            "（中央社台北2日電）曾文水庫今(2)日調節性放水，下游3里淹水，水利署撤離150人。",
            "organisation:水利署",
        ),
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
