"""How pages write the age of an item, and its time."""

import re

from assistant.patterns import compile_late
from assistant.patterns.sieve import compile_sieved
from assistant.segmenting.rules import matter

# ---- how old an item is: "16 小時前", "1 天前", "3時間前", "2 hours ago", "2025/11/01 14:30", "昨天 08:15"
CHINESE_UNIT = (
    "秒鐘?|秒钟|分鐘?|分钟|個?小時|个?小时|時間|鐘頭|天|日|週間?|周|個?星期|个?星期|個?禮拜|個月|个月|か月|ヶ月|カ月|年"
)
_ENGLISH_UNIT = "seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdw]|mo"
RELATIVE_AGE = compile_late(
    rf"""(?: (?:約|约)?\s?(?:\d{{1,4}}|[一二三四五六七八九十兩两半]{{1,3}})\s?(?:{CHINESE_UNIT})\s?(?:以|之)?前
        | \b\d{{1,3}}\s?(?:{_ENGLISH_UNIT})\s+ago\b
        | 剛剛|刚刚|剛才|刚才|たった今|ただ今 | \bjust\ now\b | \byesterday\b
        | (?:今天|昨天|前天|今日|昨日|一昨日)\s?\d{{1,2}}:\d{{2}}
        | (?:(?<=[・·|•])|(?<=[・·|•]\s))\d{{1,2}}\s?(?:分鐘|分钟|小時|小时|時間|天|日)(?=\s*$)
        | (?:^|(?<=[・·|•])|(?<=[・·|•]\s))\d{{1,2}}[mhdw]$
        | ^(?!24\s?(?:小|時間)|[37]0?\s?天)\d{{1,2}}\s?(?:分鐘|分钟|小時|小时|時間|天)\s*$
        | (?:^|(?<=[・·|•])|(?<=[・·|•]\s))(?:昨天|前天|昨日|一昨日|yesterday)$
        | ^(?:昨天|前天|昨日|一昨日)(?=\s?[・·|•])
        | (?<=\S\s)(?:昨天|前天|昨日|一昨日)(?=\s[・·|•]\s)
        | (?<=\()(?:昨天|前天|昨日|一昨日)(?=\)$)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_CLOCK_TIME = (
    r"(?:[T\s,|-]{0,3}(?:HKT\s)?(?:上午|下午|晚上|凌晨|午前|午後|[AP]M)?\s?\d{1,2}(?:[:時时點点]\d{1,2}分?(?::\d{2})?|[時时](?![間间]))"
    r"\s?(?:[AP]M|[+-]\d{2}:?\d{2}|Z)?)"
)
_WEEKDAY = (
    r"(?:\s?\((?:星期|週|周)?[一二三四五六日天月火水木金土]\)|[\s,]{0,2}(?:星期|週|周)[一二三四五六日天]"
    r"|\s[月火水木金土日]曜日?)"
)
_ERA = "(?:中華民國|民國|民国|令和|平成|昭和|西元|公元|西暦)"
_FULL_DAY = (
    rf"(?:{_ERA}\s?(?:\d{{1,4}}|元)|\d{{2,4}})\s?(?:年\s?\((?:{_ERA}\s?)?(?:\d{{1,4}}|元)年?\)|[年/.-])"
    r"\s?\d{1,2}\s?[月/.-]\s?\d{1,2}\s?日?"
)
"""With its year in either calendar, or in both: 2025年(令和7年)11月1日."""
_HAN_DAY = (
    "(?:(?:中華民國|民國|民国|令和)\\s?[〇○零一二三四五六七八九十百]{1,5}|[一二][〇○零一二三四五六七八九]{3})年"
    "[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿卅]{1,3}日"
)
"""二〇二五年十一月二日, as papers print it."""
_SHORT_ERA = r"(?<![A-Za-z])R\d{1,2}[./]\d{1,2}[./]\d{1,2}"
"""R7.11.1, as Japanese offices write 令和7年11月1日."""
_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_HOUR = r"(?:,?\s\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?)"
_ENGLISH_DAY = (
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},?\s)?"
    rf"(?:{_MONTH}\s{{1,2}}\d{{1,2}}{_HOUR}?,?\s20\d\d|\d{{1,2}}\s{_MONTH},?\s20\d\d)"
    rf"(?:\s\((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{{0,6}}\))?{_HOUR}?"
)
_DAY_FIRST = (
    r"(?<![\d/.])(?:\d{1,2}\.\d{1,2}\.|(?:1[3-9]|2\d|3[01])/\d{1,2}/|\d{1,2}/(?:1[3-9]|2\d|3[01])/)20\d\d"
    r"(?:\s?[-,]?\s?\d{1,2}:\d\d)?(?!\d)"
)
"""20/11/2026 - 10:35, as pages of Europe and America print it."""
PRINTED_TIME = compile_late(
    rf"""(?: 20\d\d\s\d\d/\d\d\s\d\d:\d\d(?::\d\d)?
           | \d{{1,2}}:\d\d\s20\d\d[/.-]\d{{1,2}}[/.-]\d{{1,2}}
           | (?:^|(?<=[\u4e00-\u9fff]\s))\d{{1,2}}-\d{{1,2}}\s\d{{1,2}}:\d\d(?::\d\d)?$
           | {_DAY_FIRST}
           | \d{{1,2}}:\d\d\s?[ap]m,\s\d{{1,2}}\s{_MONTH}\s20\d\d
           | {_ENGLISH_DAY}
           | (?:{_HAN_DAY}|{_SHORT_ERA}|{_FULL_DAY}){_WEEKDAY}?{_CLOCK_TIME}?
           | \d{{1,2}}\s?[月/]\s?\d{{1,2}}\s?日?{_WEEKDAY}?{_CLOCK_TIME}
           | \d{{1,2}}月\d{{1,2}}日{_WEEKDAY}?
           | (?:(?<=[・·|•])|(?<=[・·|•]\s))\d{{1,2}}-\d{{1,2}}{_CLOCK_TIME}?$
           | (?:(?<=[・·|•])|(?<=[・·|•]\s))(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])$ )""",
    re.VERBOSE | re.IGNORECASE,
)
# what may stand around outlet and age in a source line, and is neither
UPDATED = compile_sieved(
    rf"\(?\s?(?:{PRINTED_TIME.pattern})\s?(?:更新|修正)(?!(?:時間|时间)?\s?:)\)?|(?:最[終后後]更新(?:日期|時間|时间)?\s?:?|更新(?:日期|時間|时间)?\s?[:|]?)\s?(?:{PRINTED_TIME.pattern})"
    rf"|(?:最終)?更新\s?:?\s?\d{{1,2}}(?:[:時时]\d{{1,2}}分?|[時时](?![間间]))(?!\d)|更新[于於]\s?(?:\d{{1,3}}\s?(?:{CHINESE_UNIT})前|(?:{PRINTED_TIME.pattern}))",
    re.VERBOSE,
)
"""When it was changed, beside the time of publication."""
TELLS_UPDATE = compile_late(r"(?:最[後后終终近])?更新(?:日期|[時时][間间])?\s?:")
TELLS_FIRST = compile_late(r"(?:[發发][佈布表]|刊登|出版|[建設]立|公開|配信)(?:日期|日時|[時时][間间])?\s?[:|\s]")
"""The label of a time of publication."""
SECTIONED = compile_sieved(
    rf"(?P<age>(?:[01]?\d|2[0-3]):[0-5]\d)\s(?:{matter.SECTION.pattern})|(?:{matter.SECTION.pattern})\s(?P<age_behind>(?:[01]?\d|2[0-3]):[0-5]\d)"
)
"""The hour of an entry beside its section: 14:32 生活."""
LONE_DAY = compile_late(r"(?<=\s)(?:昨天|前天|昨日|一昨日)$")
"""Behind a section or an outlet, in a line that holds no more."""
LONGEST_NAMED = 14
READING_TIME = compile_sieved(
    r"\s?(?:[·・|•]\s?)?(?:閱讀|阅读)\s?\d{1,2}\s?分[鐘钟]|\s?[·・|•]\s?\d{1,2}\s?分[鐘钟]\s?(?:閱讀|阅读)(?:時間|时间)?|^[·・|•]?\s?\d{1,2}\s?分[鐘钟][閱阅][讀读]$|[·・|]?\s?\d{1,2}\s?分[鐘钟]\s?\(?閱?阅?讀?读?(?:閱讀|阅读)?(?:時間|时间)?\)|(?:閱讀|阅读)(?:時間|时间)\s?:?\s?\d{1,2}\s?分[鐘钟]"
)
"""Yahoo's "2 分鐘 (閱讀時間)": how long the article takes to read, and no age."""
CLOCK = compile_late(r"\d{1,2}:\d\d|(?:午前|午後|上午|下午)\s?\d{1,2}(?::\d\d|[時时点點]\d{1,2}分)")
TICKED = compile_late(r"\d{1,2}:\d\d(?::\d\d)?")
"""The hour above a telegram."""
TICKED_TITLE = compile_sieved(
    r"(?:[\u4e00-\u9fff]{2,4}\s)?(?P<age>(?:(?:0?[1-9]|1[0-2])[-/月](?:0?[1-9]|[12]\d|3[01])日?\s)?(?:[01]?\d|2[0-3]):[0-5]\d)\s(?P<title>[^\s\d-].{5,})"
)
"""The hour before a headline, in one line; the name of a section may stand before it."""
FLASH = compile_late(r"(?:最新|即[時时])?快[訊讯]|速報|跑馬燈|ニュース速報")
"""Above a single line with its hour: what has just come in."""
TITLE_TICKED = compile_sieved(
    r"(?P<title>\S.{6,}[^\s(:])\s?\((?P<age>(?:[01]?\d|2[0-3]):[0-5]\d|(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01]))\)"
    r"|(?P<words>\S.{6,}[^\s(:~〜–-])\s{1,3}(?P<hour>(?:[01]?\d|2[0-3]):[0-5]\d)"
)
"""The hour or the day behind a headline, in one line, in brackets or with a blank before it."""
DAY_TITLE = compile_sieved(
    r"(?P<age>(?:0?[1-9]|1[0-2])(?:[-/.]|月)(?:0?[1-9]|[12]\d|3[01])日?)\s{1,3}(?P<title>[^\s\d(-].{7,})"
)
"""The day before a headline, in one line."""
NAMED_CLOCK = compile_sieved(
    r"(?P<outlet>[^\s\d。,:!?|·・•](?:[^。,:!?|·・•]{0,14}[^\s。,:!?|·・•]))\s?[|·・•]\s?(?P<age>(?:[01]?\d|2[0-3]):[0-5]\d)"
)
"""An outlet and the hour, below a headline: 某報 · 14:05."""
SPAN = compile_sieved(
    r"\d{1,3}\s?(?:分|時間|小时|小時|日間?|天|週間?|周|か月|カ月|個月|个月)|[日週周月]|[一二三四五六七八九十]日|\d日間?|現在|昨日|(?:今日|本日|[本今]週|本周|週間|月間|24小時)"
)
"""The time that a ranking counts, on a tab of its own: 1時間, 24時間, 週間."""
SHORT_DAY = compile_late(r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])")
"""A day without its year, on a line of its own: 12/01."""
NAMED_DAY = compile_sieved(
    r"(?P<outlet>\S{2,12})\s(?P<age>(?:0?[1-9]|1[0-2])[-/](?:0?[1-9]|[12]\d|3[01])(?:\s?\([日月火水木金土一二三四五六]\))?)"
)
"""A day without its year behind a name: 某報 11-19."""
MAY_BE_AGE = compile_sieved(
    r"[時时天日]\s?[・·|•]|[前剛刚昨今]|ago\b|たった|ただ|just|yesterday|[鐘钟時时間间天日]$|\d[mhdw]$|^\d{1,2}\s?[分小時时天]",
    re.IGNORECASE,
)
MAY_BE_TIME = compile_sieved(r"\d\s?[年月/.-]\s?\d|20\d\d|\d\s?月|年[一二三四五六七八九十]{1,2}月")
"""What every age and every time holds: most lines are known to hold none in a tenth of the time."""
