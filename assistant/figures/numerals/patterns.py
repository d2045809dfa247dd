"""What stands around the digits of Chinese and Japanese numbers: the patterns of ``grammar``."""

from assistant.patterns import compile_late

HANZI_DIGITS = compile_late(r"[〇零○一二三四五六七八九两]++")
# 三点五 is 3.5, but 三点五十分 and 三点五分 are times of day.
HANZI_DECIMALS = compile_late(r"[点・·]([〇零○一二三四五六七八九]++)(?![十百千刻钟]|分(?!之))")
AT_HOUR = compile_late("[上下中正]午$|[早晚]上$|[凌清]晨$|傍晚$|[深半]夜$")
FRACTIONAL = compile_late("[度成倍万亿级%]|公[里分斤尺]")
"""What may be counted in tenths after a part of the day; 早上七點一班 is one bus at seven."""
# 千瓦, 百帕 and 千分之 begin a unit; 百分 begins 百分之 and 百分点.
NO_SCALE = compile_late(
    r"[百千万]分[之点]|(?<![0-9一二三四五六七八九两几])百分(?!钟)|百帕|[千兆](?:[瓦赫帕伏焦]|字节|比特)|千[米克卡升]|兆欧"
)
SPACED_SCALE = compile_late(r" {1,2}(?=[百千万亿兆])")
SPACED_MORE = compile_late(r" {1,2}(?=[多余](?![0-9]))")
# 11 萬 7,488, 3 億 2,560 萬, 2 兆 5,000 億, and 1 萬 6 千
SPACED_LITERAL = compile_late(
    r" {1,2}(?=[0-9](?:[0-9]{2,3}|,[0-9]{3})(?![0-9,.年月日]|[ ]?[年月日百千万亿兆])"
    r"|(?:[0-9]{1,4}|[0-9],[0-9]{3}) ?[万亿]|[0-9] ?[百千](?![瓦赫帕伏焦米克卡升分]))"
)
# 九八年, 八五折: two digits side by side are a number only before these
PAIR = compile_late(r"[年折号级路%度届后点万亿.]")
A_FEW_YEARS = compile_late(r"年(?:之?[内后间]|以[内上后来]|左右|时间|[来就都也才])")
A_FEW_MORE = compile_late(r"(?:[再这每短过用花要近等]|[未今往]后?来?|接下来)$")
"""What tells that 三五年 counts years."""
COUNTED_BY = frozenset("件个人名位只条张家次天年月日岁块元分里斤米吨号层楼种项场局队组期级台辆架艘起宗户口")
COUNTED_ONCE = frozenset("年个月天次人份套种家名届场带")
ABOUT = compile_late(
    r"来(?=[个名人岁年天次位万亿家只张件座台小分里公元块所条户种斤吨米升亩辆步篇页层艘架本瓶根棵头匹桌桶株栋幢趟遍平封首部颗粒盒包袋箱碗盘杯道份枚支把秒])"
)
OR_SO = compile_late(r"把(?=[块个人元斤里次来年天张件公步篇页亩])")
"""千把块 is a thousand or so."""
TAELS = compile_late("[银重]|[黄白]银|黄金|金子|碎银|纹银|茶叶")
"""What is weighed in taels: 三两银子 are not two or three of something."""
DOZENS = compile_late(r"数(?=[人名个年日件回社家国种点台本])")
# not 人数十年间: the number of people, in ten years
SOME = compile_late(r"(?:几|(?<![人件次户票指倍总基])数)(?=[十百千万亿兆])")
AND = compile_late(r"有(?=[二三四五六七八九](?:[岁人年载名里户口月日天]|[^\w]|$)|一(?:[岁载]|[^\w]|$))")
"""The "and" of 九十有三; in 五十有一個原因 it is a verb."""
# what closes a section of a number
SCALES = frozenset("十百千万亿兆")
