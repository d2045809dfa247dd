"""What every rule of the Chinese reader is given, and how it makes a figure."""

from datetime import date
from functools import cache

from assistant.figures.chinese.words import LONGEST_WORDING, SCALES, last_characters, qualifiers, word_set
from assistant.figures.numerals.reading import Numeral, read_numeral
from assistant.figures.tables import read_lines
from assistant.figures.values import BARE_YUAN, Approximation, Figure, Interval, Kind, Number, Value, tidy
from assistant.patterns import compile_late
from assistant.records.source import Span


class Page:
    """A text that is being read."""

    def __init__(self, text: str, folded: str, clock: date | None, yuan: str) -> None:
        self.text, self.folded, self.clock = text, folded, clock
        self.yuan = yuan
        """Whose money 元 is in this text: ISO 4217, or 元 where it is not said."""
        self.has_roc_years = "民国" in folded
        """It counts years of the Republic of China (民國), at least once."""
        self.is_traditional = folded != text and not is_simplified(text)
        """It is written in traditional (or Japanese) characters."""
        self.tells_bounds = any(map(folded.__contains__, _BOUNDS))
        """It says 最多 or the like somewhere, of some number."""
        self.done = 0
        """Where the last figure ended; nothing before is read again."""
        self.figures: list[Figure] = []

    def make(  # noqa: PLR0913 - a figure has so many parts, and every rule makes its figures here
        self, start: int, end: int, kind: Kind, value: Value, unit: str = "", *, step: Number = 1
    ) -> Figure:
        """A figure of the characters from ``start`` to ``end``."""
        return Figure(Span(start, end), self.text[start:end], kind, value, unit, step=step)

    def numeral(self, at: int) -> Numeral | None:
        """The number that begins at ``at``, or after one space."""
        if self.folded[at : at + 1] == " ":
            at += 1
        return read_numeral(self.folded, at) if at < len(self.folded) else None

    def before(self, start: int, size: int) -> str:
        """Up to ``size`` characters that end at ``start``, or at the space before it; never of an earlier figure."""
        if start and self.folded[start - 1] == " ":
            start -= 1
        return self.folded[max(self.done, start - size, 0) : start]

    def skip(self, end: int) -> int:
        """``end``, or the place behind it where a space stands there."""
        return end + 1 if self.folded[end : end + 1] == " " else end

    def after(self, end: int, size: int = 1) -> str:
        """``size`` characters from ``end``, one space skipped."""
        end = self.skip(end)
        return self.folded[end : end + size]


_YUAN = compile_late(r"(新台币|台币|NT\$|NTD|TWD)|(人民币|RMB|CNY)|(港币|港元|HK\$|HKD)|(澳门元|澳门币|MOP)")
# what tells that a traditional text speaks of Taiwan, and what that its money may be another's all the same
_TAIWAN = compile_late(
    r"台北|新北|桃园|台中|台南|高雄|基隆|新竹|苗栗|彰化|南投|云林|嘉义|屏东|宜兰|花莲|台东|澎湖|金门|台湾|台电|台铁|台股|台积"
    r"|立法院|行政院|健保|立委|县[府长]|里长|[^0-9]坪|路[一二三四五六七八九]段|农粮署|经济部|交通部|劳动部|卫福部|主计总处|统一发票|卫生局|市府|疾管署|消防局|警分局|里民|立院|政院|金管会|基本工资|劳保|上柜|鸿海|联发科|中油|内政部"
)
_ELSEWHERE = compile_late(
    r"香港|港[府股人澳]|澳门|大陆|中国|北京|上海|深圳|广东|广州|陆[资企客股]|日[本圆]|东京|韩国|首尔|新加坡|美国|人民银行"
)
_HONG_KONG = compile_late(
    r"恒指|恆指|恒生|恆生|港股|港府|立法会|特区政府|港交所|港铁|廉署|廉政公署|金管局|房委会|强积金|马会|居屋|公屋|劏房|区议员|特首|财政司"
    r"|医管局|裁判法院|警司|旺角|沙田|深水埗|葵青|葵涌|大埔|元朗|屯门|观塘|荃湾|将军澳|九龙|新界|港岛|尖沙咀|油麻地|启德|维园|中电|港灯|打工仔|毫子|[0-9廿一二三四五六七八九十]蚊|按年[升跌增减少]"
)
_NO_HONG_KONG = compile_late("澳门|大陆|中国|北京|上海|深圳|广东|广州|人民银行|人行|台湾|台北|台中|高雄|新北|桃园|内地")
_YUAN_CODES = ("TWD", "CNY", "HKD", "MOP")


def open_page(text: str, folded: str, clock: date | None) -> Page:
    """A page with what the whole text says of its money and its calendar."""
    tells_money = "元" in folded or "块" in folded or "币" in folded
    return Page(text, folded, clock, _whose_yuan(text, folded) if tells_money else BARE_YUAN)


def _whose_yuan(text: str, folded: str) -> str:
    """元 of simplified text is renminbi, of a text that spells out Taiwan's money that; else it stays open.

    港元 or 人民幣 that a traditional text spells out are another's money where it is of Taiwan, its own in Hong Kong.
    """
    said = {_YUAN_CODES[(match.lastindex or 1) - 1] for match in _YUAN.finditer(folded)}
    if is_simplified(text):
        return "CNY" if said <= {"CNY"} else BARE_YUAN
    is_of_taiwan = said <= {"HKD"} and _TAIWAN.search(folded) is not None
    if is_of_taiwan and not said and not _ELSEWHERE.search(folded):
        return "TWD"
    if not is_of_taiwan and said <= {"HKD"} and _HONG_KONG.search(folded) and not _NO_HONG_KONG.search(folded):
        return "HKD"
    return "TWD" if said == {"TWD"} else BARE_YUAN


@cache
def _simplified_only() -> frozenset[str]:
    return frozenset("".join(read_lines("simplified_only.txt")))


def is_simplified(text: str) -> bool:
    """Whether a text has characters that only simplified Chinese writes."""
    return not _simplified_only().isdisjoint(text)


_DENIED = compile_late(r"(?:不[宜能可得要应准]|请勿|切勿|严禁|禁止)[^，。；、,0-9]{0,6}$", needs="不 勿 严禁 禁止")
"""不宜放超過24小時: at most."""
_CONTRARIES = {Approximation.OVER: Approximation.AT_MOST, Approximation.BELOW: Approximation.AT_LEAST}
_FAR = 9
_BOUNDS = {
    "最多": Approximation.AT_MOST, "至多": Approximation.AT_MOST,
    "最少": Approximation.AT_LEAST, "至少": Approximation.AT_LEAST,
}  # fmt: skip
_BOUND = compile_late(
    rf"({'|'.join(_BOUNDS)})(?=[可能会将须需要应得获])[^，。；、,;：:0-9零一二两三四五六七八九十百千的]{{1,9}}$"
)
_FAR_BOUND = 12


def read_before(page: Page, start: int) -> Approximation:
    """How the words right before ``start`` qualify the number there: 逾, 將近, 不到."""
    words = page.before(start, LONGEST_WORDING)
    if words[-1:] not in last_characters("before"):
        return _read_bound(page, start)
    known, others, reaches = qualifiers("before"), word_set("not-before"), word_set("reaches")
    for size in range(len(words), 0, -1):
        word = words[-size:]
        if word == "~" and page.done and start - 1 == page.done:
            return Approximation.EXACT  # 3~5年
        if word in reaches or word in others:
            return Approximation.EXACT
        if word == "过" and not page.folded.startswith(SCALES, start) and page.folded[start + 1 : start + 2] != "成":
            return Approximation.EXACT
        if word in known:
            contrary = _CONTRARIES.get(known[word])
            return contrary if contrary and _DENIED.search(page.folded[: start - size][-_FAR:]) else known[word]
    return Approximation.EXACT


def _read_bound(page: Page, start: int) -> Approximation:
    """The bound that a verb parts from its number: 最多可獲發津貼9,600元."""
    bound = _BOUND.search(page.folded, max(0, start - _FAR_BOUND), start) if page.tells_bounds else None
    return _BOUNDS[bound[1]] if bound else Approximation.EXACT


def is_upward(page: Page, start: int) -> bool:
    """Whether 上 before a scale leaves it open upwards: 上百 is a hundred or some hundreds; not 晚上百人."""
    words = page.before(start, LONGEST_WORDING)
    return words[-1:] == "上" and not any(words[-size:] in word_set("not-before") for size in range(2, 5))


UNDONE = compile_late("(?:仍|还|尚|都|一直)?[未没不]")
"""超过15分钟未付款 is not paid for 15 minutes, or not within 15."""
# 三人多次, 三人起訴: another word begins here
_OTHER_WORDS = {
    "多": frozenset("次名为是数位家达种方地样元年半来于个人少半处项重所以"),
    "起": frozenset("诉飞火来因源点步草床身跑义舞"),
}


def read_after(page: Page, end: int) -> tuple[Approximation, int]:
    """How the words right after a number and its unit qualify it (以上, 左右, 多), and where they end."""
    words, known = page.after(end, LONGEST_WORDING), qualifiers("after")
    if words[:1] == "+":
        is_sign = page.folded[end : end + 1] == "+" and not (words[1:2].isascii() and words[1:2].isalnum())
        return (Approximation.OVER, end + 1) if is_sign else (Approximation.EXACT, end)
    for size in range(len(words), 0, -1):
        if words[:size] in known:
            if words[size : size + 1] in _OTHER_WORDS.get(words[:size], frozenset()):
                break
            return known[words[:size]], end + size
    return Approximation.EXACT, end


def read_both(page: Page, numeral: Numeral, span: Span) -> Approximation:
    """How an amount is qualified, by its number, by the words before it, or by those behind ``span``.

    可達九成以上 can be more than 90 per cent: what stands behind decides.
    """
    before = wording(numeral, page) or read_before(page, span.start)
    if before is Approximation.OVER and page.folded.startswith("以下", span.end):
        return Approximation.AT_MOST  # exceeds that of those 15 and under: 超過十五歲以下的
    if before is Approximation.OVER and UNDONE.match(page.folded, span.end):
        return Approximation.EXACT
    if before is Approximation.ABOUT and "个多" in page.folded[span.start : span.end]:
        return Approximation.OVER  # 大約兩個多小時
    if before and before is not Approximation.AT_MOST:
        return before
    after = read_after(page, span.end)[0]
    return before if before and after is not Approximation.AT_LEAST else after


def scale_value(numeral: Numeral, factor: Number = 1, extra: Number = 0) -> Number | Interval:
    """The value of a number in a unit; ``extra`` is the half of 三年半. Vague numbers give an interval."""
    low = tidy((numeral.low + extra) * factor)
    if numeral.vague in ("some", "between"):
        return Interval(low, tidy((numeral.high + extra) * factor))
    return low


def wording(numeral: Numeral, page: Page) -> Approximation:
    """How a number is qualified by its own writing (三百多), or else by the words before it."""
    if numeral.vague == "more":
        return Approximation.OVER
    if numeral.vague == "about":
        return Approximation.ABOUT
    return read_before(page, numeral.start)


def single(numeral: Numeral, low: int, high: int) -> int | None:
    """The value, if it is one whole number of that range."""
    value = numeral.low
    return value if isinstance(value, int) and low <= value <= high and not numeral.vague else None
