"""Figures that English often leaves unsaid, or says without a number: 一個, 首次, 幾天, 兩國, list numbers."""

from assistant.figures.chinese.context import unit_after
from assistant.figures.chinese.page import Page, is_upward, read_before
from assistant.figures.chinese.units import Unit
from assistant.figures.numerals.reading import Numeral
from assistant.figures.tables import find_word
from assistant.figures.values import Approximation, Figure, Interval, Kind, replace
from assistant.patterns import compile_late

FIRST = (
    r"首(?=[见现遭尝办次个批名家位届度日场轮例艘架款周年月战播映创任发座部条只项颗枚阶期套支代"
    r"开间宗起波种段站份局夜班辆台节先购])|头一(?=[次个批名回遭])|初(?=めて)"
)
"""首次, 首批, 首先: the first."""

_DIGITS = "零一二三四五六七八九"
_DIGIT_LIST = compile_late(r"[一二三四五六七八九]{2,9}(?=年级|号线|线城|线市|等奖|级|审|版|组|班|中全|类|季度|楼)")
_SPLIT = compile_late(
    r"[一二三四五六七八九]{2}(?=[开波]|定律|法则|分账|分成|分润|比例)",
)
"""六四開 is 60-40."""
# what 数 and 几 stand behind when they are no number: 人数, 次数, 第几
_COUNTED = frozenset("全人次多少总件户个指倍分系函半岁得度参票基整无算点位级奇偶单双字页号第代变常复约充有")
_SUBDIVIDED = frozenset({"楼之", "号之", "条之", "项之", "款之", "章之"})
_NOT_SEVERAL = frozenset({"码", "位", "字", "项", "组", "只", "期", "样", "点", "分", "据"})
# 四人賽, 五人制: the number names a form of play or a table, and English has a word for it
_FORMATS = compile_late(
    r"[0-9]+[比:-][0-9]|比[分数]|赛(?![事程季车后前])|制(?![造作定裁止约服])|组(?![织成建件])|帮(?![助忙])|座|房(?![屋地])|舱|套餐|局(?![势面长部限])"
)
_SAID_OTHERWISE = compile_late(
    r"直落[两二三23][盘局]|连[下扳][两二三23][城局盘]|梅开二度|打满[三五35七7][局场盘]|[2二]次(?:避难|感染|加工|创伤|伤害|曝光|元)",
    needs="直落 连下 连扳 梅开二度 打满 2次 二次",
)
"""What English says without the number: 打滿五局 went the distance, 2次避難 is secondary."""
_PAIR = 2
_BETWEEN_TWO = compile_late(r"[^，。；,]{0,6}(?:间隔|相隔|之间)")
_TWO_PEOPLE = compile_late(
    "(?:男女|夫妻|夫妇|夫婦|父子|母子|母女|父女|兄弟|姐妹|姊妹|兄妹|姐弟|姊弟|姉妹|姉弟|情侣|双胞胎|孪生|祖孙|爷孙|婆媳|搭档|师徒)档?$"
)
"""What English says of two without the number: 男女2人 is a man and a woman."""
_GO = compile_late(r"棋|执[黑白]|名人战|本因坊|中盘")
# told with its number in English nearly always, though it has no counter: 六都, 三代, 五色, 兩死四傷
_TOLD = compile_late(r"(?<=[3-9三四五六七八九十])[代都色战男女](?![子情])|[死伤](?!害)")
_ADDRESS_PARTS = frozenset("号弄巷段路街")
_FULL_MARKS = frozenset({"满分", "满点"})
"""滿分10分我給9分: nine out of 10."""
_OF_TWO = frozenset("人国方地家者队岸党会边校市省县步句眼下口")
"""What English says of two without the number, or 兩 of a few: 兩國, 多走兩步."""
# 這兩年, 前兩天: a few rather than two
_THESE = compile_late(r"[这头近]$|(?<!之)前$|(?<!经)过$")
# names and what stands between them; no word that a sentence is made of
_NAMES = compile_late(r"(?:[^\W\d_]{1,8}[、/])*[^\W\d_]{1,8}[、/与和及跟同][^\W\d_]{1,6}(?:等|这)?$")
_BETWEEN_NAMES = compile_late(r"[、/与和及跟同]")
_RATE_BEFORE = compile_late(r"[兑対对换合=][换约]?$")
_RATE_AFTER = compile_late(r" ?(?:[兑対对换合=]|折合|约合|可[兑换])")
_CALLED = compile_late(r"(?:拨打|拨叫|拨通|拨|致电|请打|可打)$")
_LINE = compile_late(
    r"(?:[^\W\d]{2,4}(?=[专热]线)|反诈骗?)?"
    r"(?:专线|热线|报案|报警|急救|勤务|指挥中心|指派|接报|获报|接获|救护|派遣)"
)
"""Before and behind the number of a telephone line, which English mostly calls by its use: 撥打110, 165反詐騙專線."""
_LINE_DIGITS = range(3, 6)
"""How many digits it has."""
_LONGEST_LIST = 40
_LONGEST_LIST_NUMBER = 3
_LIST_SIGNS = frozenset("、,，.)）:：")
_BEFORE_LIST_NUMBER = frozenset(" (（\u3000")


def read_first(page: Page, start: int, end: int) -> list[Figure]:
    """首次, 首批: an ordinal that English often leaves out."""
    return [replace(page.make(start, end, Kind.ORDINAL, 1), is_soft=True, head=page.folded[end : end + 1])]


def read_digit_list(page: Page, numeral: Numeral) -> list[Figure]:
    """一二三年級: single digits in rising order, each a figure of its own."""
    if split := _SPLIT.match(page.folded, numeral.start):
        one, other = (_DIGITS.index(digit) for digit in split[0])
        if one + other == len(_DIGITS):
            score = page.make(numeral.start, split.end(), Kind.SCORE, (one * 10, other * 10))
            return [replace(score, is_soft=True, others=(replace(score, value=(one, other)),))]
    match = _DIGIT_LIST.match(page.folded, numeral.start)
    if not match or match.end() != numeral.end or list(match[0]) != sorted(match[0], key=_DIGITS.index):
        return []
    unit = unit_after(page, numeral.end)
    figures = []
    for at, digit in enumerate(match[0], start=numeral.start):
        count = page.make(at, at + 1, Kind.COUNT, _DIGITS.index(digit), unit.unit if unit else "")
        figures.append(replace(count, others=(replace(count, kind=Kind.ORDINAL, unit=""),)))
    return figures


def read_several(page: Page, start: int) -> list[Figure]:
    """幾個, 數年: two to nine, softly; 人數, 次數 and 第幾 end in the same characters."""
    if page.folded[start] not in "几数" or page.folded[start - 1 : start] in _COUNTED:
        return []
    unit = unit_after(page, start + 1)
    if unit is None or unit.word in _NOT_SEVERAL:
        return []
    end = page.skip(start + 1) + len(unit.word)
    kind = Kind.VAGUE if unit.kind is Kind.COUNT else unit.kind
    figure = page.make(start, end, kind, Interval(2, 9), unit.unit)
    return [replace(figure, is_soft=True, head=unit.word)]


def is_soft(page: Page, kind: Kind, numeral: Numeral, unit: Unit | None, end: int) -> bool:
    """Whether the amount that ends at ``end`` may well go unsaid in English."""
    written = page.folded[numeral.start : numeral.end]
    if kind not in (Kind.COUNT, Kind.DURATION, Kind.MEASURE):
        return kind is Kind.MONEY and numeral.low == 1 and _is_base_of_rate(page, numeral.start, end)
    if written in ("一", "1", "零") or page.before(numeral.start, 2) in _SUBDIVIDED:  # 第185條之3所稱
        return True
    if numeral.is_bare and unit is None and not numeral.vague:
        return read_before(page, numeral.start) is Approximation.EXACT and not is_upward(page, numeral.start)
    if kind is not Kind.COUNT:
        return _is_soft_measure(page, numeral, unit)
    if unit is None:
        is_choice = "选" in (page.folded[numeral.end : numeral.end + 1], page.before(numeral.start, 1))  # 11選5, 三選一
        is_digit = len(written) == 1 and not written.isascii() and not _TOLD.match(page.folded, numeral.end)
        return is_choice or is_digit or _is_list_number(page, numeral) or _is_line(page, numeral)
    is_word = len(written) == 1 and not written.isascii()
    is_pair = written == "两" and unit.word in _OF_TWO
    return (
        is_pair
        or _is_said_otherwise(page, numeral, unit, end)
        or _FORMATS.match(page.folded, end) is not None
        or (is_word and unit.word == "字")  # 「和平」二字
        or (unit.word == "分" and page.before(numeral.start, 2) in _FULL_MARKS)
        or _sums_up(page, numeral)
    )


def _is_soft_measure(page: Page, numeral: Numeral, unit: Unit | None) -> bool:
    """The same for measures and durations: a gigawatt reactor, these past few years."""
    if unit is None:
        return False
    if numeral.is_bare and unit.unit in ("kW", "MW"):
        return True  # 百萬千瓦機組
    is_short = unit.unit in ("h", "min", "s")  # 近兩小時 is nearly two hours
    is_pair = page.folded[numeral.start : numeral.end] == "两"
    return is_pair and not is_short and _THESE.search(page.before(numeral.start, 2)) is not None


def _is_said_otherwise(page: Page, numeral: Numeral, unit: Unit, end: int) -> bool:
    """Whether English has words of its own for it, or the number ends an address or is a rank."""
    is_word = _SAID_OTHERWISE.search(page.folded, max(0, numeral.start - 3), end + 2) is not None
    is_gap = numeral.low == _PAIR and _BETWEEN_TWO.match(page.folded, end) is not None
    is_pair = is_gap or (numeral.low == _PAIR and _TWO_PEOPLE.search(page.before(numeral.start, 3)) is not None)
    return is_word or is_pair or _is_rank(page, unit) or _is_floor(page, numeral)


def _is_rank(page: Page, unit: Unit) -> bool:
    """Whether 段 is the rank of a go player: 九段."""
    return unit.word == "段" and bool(find_word(_GO, page.folded))


def _is_floor(page: Page, numeral: Numeral) -> bool:
    """Whether a number ends an address: 7號3樓."""
    last = page.figures[-1] if page.figures else None
    return last is not None and last.span.end == numeral.start and page.folded[numeral.start - 1] in _ADDRESS_PARTS


def _is_base_of_rate(page: Page, start: int, end: int) -> bool:
    """Whether an amount is the one that a rate is told for: 1美元兌152日圓 is 152 yen to the dollar."""
    return bool(_RATE_BEFORE.search(page.before(start, 4)) or _RATE_AFTER.match(page.folded, end))


def _sums_up(page: Page, numeral: Numeral) -> bool:
    """Whether a number only counts the names right before it: 南投、彰化、雲林、嘉義四縣."""
    names = _NAMES.search(page.folded, max(page.done, numeral.start - _LONGEST_LIST), numeral.start)
    return names is not None and len(_BETWEEN_NAMES.findall(names[0])) + 1 == numeral.low > 1


def _is_line(page: Page, numeral: Numeral) -> bool:
    """Whether a number names a telephone line: of the police, or of a ministry that takes complaints."""
    written = page.folded[numeral.start : numeral.end]
    if len(written) not in _LINE_DIGITS or not written.isdecimal():
        return False
    return bool(_CALLED.search(page.before(numeral.start, 3)) or _LINE.match(page.folded, numeral.end))


def _is_list_number(page: Page, numeral: Numeral) -> bool:
    """Whether a number only counts the lines of a list: "3、", "(2)" at the beginning of a line."""
    is_short = numeral.end - numeral.start <= _LONGEST_LIST_NUMBER
    if not is_short or page.folded[numeral.end : numeral.end + 1] not in _LIST_SIGNS:
        return False
    start = numeral.start - 1
    while start >= 0 and start > numeral.start - 4 and page.folded[start] in _BEFORE_LIST_NUMBER:
        start -= 1
    return start < 0 or page.folded[start] == "\n"
