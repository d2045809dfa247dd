"""The Chinese and Japanese words around figures: tables only, in folded (simplified) characters."""

from assistant.figures.values import BARE_DOLLAR, Approximation

ABOUT, OVER, UNDER = Approximation.ABOUT, Approximation.OVER, Approximation.UNDER
AT_LEAST, AT_MOST = Approximation.AT_LEAST, Approximation.AT_MOST

# right before the number
BEFORE: dict[str, Approximation] = {
    **dict.fromkeys(("约", "大约", "约有", "大概", "约为", "约莫", "大致", "估计", "差不多", "约达", "およそ", "ほぼ", "约占", "约合", "~", "≈", "平均"), ABOUT),
    **dict.fromkeys(
        ("超过", "逾", "超", "多于", "高于", "大于", "突破", "破", "超出", "不止", "不只", "过", "远超", "早过", "超逾", "大过", "超越", "跨过", "超千", ">", "上"),
        OVER),
    **dict.fromkeys(
        ("近", "将近", "接近", "不到", "未满", "不足", "少于", "低于", "未达", "小于", "未及", "不及", "不满", "未到", "逼近", "直逼", "趋近", "几近", "<"), UNDER),
    **dict.fromkeys(("至少", "最少", "不少于", "不低于", "起码", "少说", "最低", "≥", "少なくとも"), AT_LEAST),
    **dict.fromkeys(
        ("最多", "至多", "不超过", "不多于", "不高于", "最高", "多达", "高达", "达到", "最大", "≤", "长达", "不逾", "未逾", "未超过", "上看"), AT_MOST),
}  # fmt: skip
# 达到, 高达 and 长达 say that it reaches the number: not less, not more
REACHES = frozenset({"多达", "高达", "达到", "长达"})
# 最近3年 is no 近3年, and 附近, 靠近, 经过, 通过, 晚上 end in the same characters
NOT_BEFORE = frozenset({"最近", "附近", "靠近", "邻近", "经过", "通过", "晚上", "早上", "以上", "网上", "加上", "身上", "历史上", "实际上",
                        "基本上", "会上", "手上", "不过", "超过", "突破", "用过", "有过", "去过", "得过", "渡过", "度过", "透过", "难过",
                        "过过", "做过", "打破", "爆破", "街上", "路上", "线上", "海上", "岛上", "车上", "市面上", "台上", "船上", "世界上"})  # fmt: skip
# right after the number and its unit
AFTER: dict[str, Approximation] = {
    **dict.fromkeys(("左右", "上下", "前后", "许", "程度", "ほど", "前後", "くらい", "ぐらい"), ABOUT),
    **dict.fromkeys(("以上", "或以上", "及以上", "起", "(含)以上", "(含)"), AT_LEAST),
    **dict.fromkeys(("以下", "以内", "之内", "及以下", "或以下", "上限", "封顶"), AT_MOST),
    **dict.fromkeys(("多", "余", "出头", "强", "+", "余り", "有余", "开外", "超"), OVER),
    **dict.fromkeys(("不到", "弱", "未满"), UNDER),
}  # fmt: skip

CURRENCY_BEFORE: dict[str, str] = {
    "新台币": "TWD", "台币": "TWD", "NT$": "TWD", "NT": "TWD", "NTD": "TWD", "NTD$": "TWD", "TWD": "TWD",
    "人民币": "CNY", "RMB": "CNY", "CNY": "CNY", "港币": "HKD", "HK$": "HKD", "HKD": "HKD", "港元": "HKD",
    "美元": "USD", "美金": "USD", "US$": "USD", "USD": "USD", "$": BARE_DOLLAR, "A$": "AUD", "C$": "CAD", "S$": "SGD",
    "澳币": "AUD", "日币": "JPY", "日元": "JPY", "JPY": "JPY", "韩元": "KRW", "韩币": "KRW", "欧元": "EUR", "€": "EUR", "£": "GBP",
    "英镑": "GBP", "¥": "¥", "￥": "¥", "EUR": "EUR", "MOP$": "MOP", "₩": "KRW", "美金$": "USD", "新币": "SGD", "新加坡币": "SGD",
}  # fmt: skip

# hour -> hour of the 24-hour day, by the part of the day that is named before it
MORNING = frozenset({"凌晨", "清晨", "早上", "早晨", "上午", "早", "今早", "明早", "昨早", "今晨", "昨晨", "午前", "晨", "早间", "拂晓", "黎明"})
AFTERNOON = frozenset({"下午", "午后", "傍晚", "中午", "正午", "今午", "昨午"})
EVENING = frozenset({"晚上", "晚间", "晚", "今晚", "昨晚", "当晚", "明晚", "深夜", "夜间", "夜里", "半夜", "午夜", "入夜", "夜", "前晚", "周末晚"})
LONGEST_DAY_PART = 3

# era -> what is added to its years; the last two name no era
ERAS: dict[str, int] = {
    "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "公元": 0, "西元": 0, "西历": 0,
}  # fmt: skip
BEFORE_CHRIST = frozenset({"公元前", "西元前", "纪元前"})
LONGEST_ERA = 3

WEEK_WORDS = ("星期", "礼拜", "周", "拜")
WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6}
JAPANESE_WEEKDAYS = {c: n for n, c in enumerate("月火水木金土日", start=1)}
# 昨(20)日: days from the clock
RELATIVE_DAYS = {"前": -2, "昨": -1, "今": 0, "本": 0, "当": 0, "明": 1, "后": 2, "翌": 1}
