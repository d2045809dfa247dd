"""The literals of a written number: digits in a row, hanzi digits, and their decimals."""

from fractions import Fraction

from assistant.figures.numerals.parts import DIGITS, GROUPED, LITERAL, literal_value
from assistant.figures.numerals.patterns import (
    A_FEW_MORE,
    A_FEW_YEARS,
    AT_HOUR,
    COUNTED_BY,
    FRACTIONAL,
    HANZI_DECIMALS,
    HANZI_DIGITS,
    NO_SCALE,
    PAIR,
    SCALES,
    SPACED_LITERAL,
    SPACED_MORE,
    SPACED_SCALE,
    TAELS,
)
from assistant.figures.values import LONGEST_NUMERAL, Number, tidy

_ASCII = {ord(c): str(n) for c, n in DIGITS.items()}
_NEIGHBOURS = frozenset("一二 二三 三四 四五 五六 六七 七八 八九 一两 两三 三两 三五".split())  # noqa: SIM905 - shorter so
ENDLESS = 10**99


class LiteralReader:
    """What has been read of one number, and how its literals are. Each ``_take`` consumes what it knows, or says no."""

    __slots__ = (
        "after_zero", "at", "big", "digits", "has_digit", "has_section", "is_closed", "is_single", "more", "pending",
        "place", "safe", "section", "small", "start", "tens", "text", "total", "vague",
    )  # fmt: skip

    def __init__(self, text: str, start: int) -> None:
        self.text, self.start, self.at = text, start, start
        self.total: tuple[Number, Number] = (0, 0)  # closed by 万 亿 兆
        self.section: tuple[Number, Number] = (0, 0)  # closed by 十 百 千
        self.pending: tuple[Number, Number] | None = None  # not closed yet
        self.big = self.small = ENDLESS  # the last scales used
        self.safe = start  # the end of the number without ``pending``
        self.place: Number | None = None  # place value of the last written decimal
        self.more: Number = 0  # the place above which 多 leaves the number open
        self.tens = 0  # the ASCII digits just read, if they end in 0: 多 may follow
        self.vague = ""
        self.digits = ""
        self.has_digit = self.has_section = self.is_single = self.after_zero = self.is_closed = False

    def _take_literal(self) -> bool:
        match = LITERAL.match(self.text, self.at)
        if match is None or self.pending is not None:
            return False
        literal = match.group()
        if len(literal) > LONGEST_NUMERAL:
            if self.at == self.start:
                self.digits, self.at, self.is_closed = literal, match.end(), True
            return False
        if "," in literal and not GROUPED.match(literal):
            literal = literal[: literal.index(",")]
        value, place = literal_value(literal)
        scale = min(self.small, self.big)
        if self.at > self.start and (value >= scale or (place and value * 10 < scale)):
            return False  # 2萬4,318.65 is one number, 2萬3.5 is two
        self.pending, self.place = (value, value), place
        self.is_single = len(literal) == 1
        self.tens = int(value) if literal[-1] == "0" and not place else 0
        self.digits = literal if self.at == self.start and literal.isdigit() else ""
        self.has_digit = True
        self.at += len(literal)
        return True

    def _take_digits(self) -> bool:
        match = HANZI_DIGITS.match(self.text, self.at)
        if match is None or self.pending is not None:
            return False
        run, is_first = match.group(), self.at == self.start
        if is_first and len(run) > LONGEST_NUMERAL:
            self.digits, self.at, self.is_closed = run, match.end(), True
            return False
        run = self._cut_run(run, match.end(), is_first=is_first)
        kept = run if is_first else run.lstrip("零〇○")
        scale = min(self.small, self.big)
        if not kept and not is_first:
            return self._take_after_zero(match.end())
        if not kept or len(run) > LONGEST_NUMERAL or (len(kept) > 1 and not self._fits(kept, scale, is_first)):
            return False
        if not is_first and kept == "两" and self.text[match.start() + len(run) : match.end() + 1] not in SCALES:
            return False  # 三百兩 are taels; 三百二 is said of 320
        if is_first and len(kept) == 2 and kept not in _NEIGHBOURS and not PAIR.match(self.text, match.end()):
            kept = kept if self._is_pair(kept, match.end()) else kept[0]
        self.after_zero = is_first is False and kept != run
        self.is_single = len(kept) == 1
        self.has_digit = True
        self.at = match.start() + (len(kept) if is_first else len(run))
        if kept in _NEIGHBOURS and (kept != "三五" or self._is_no_year(match.start())):
            self.pending, self.vague = (min(DIGITS[c] for c in kept), max(DIGITS[c] for c in kept)), "between"
        else:
            digits = kept.translate(_ASCII)
            self.pending = (int(digits), int(digits))
            self.digits = digits if is_first else ""
        self._take_decimals()
        return True

    def _is_no_year(self, start: int) -> bool:
        """三五年 is also the year 1935; 三五年內, 再過三五年 and 三五天 are three to five."""
        if self.text[self.at : self.at + 1] != "年":
            return True
        return bool(A_FEW_YEARS.match(self.text, self.at) or A_FEW_MORE.search(self.text, max(0, start - 3), start))

    def _cut_run(self, run: str, end: int, *, is_first: bool) -> str:
        """Digits in a row without those of another number: 一千八一个月, 一两银子, and 兩兩一組, which is no 221."""
        if "两" in run[:-1] and run[:2] not in _NEIGHBOURS:
            run = run[: run.index("两") + 1]
        if not is_first and run[1:2] == "一" and self.text[end : end + 1] in COUNTED_BY:
            return run[0]
        return run[:-1] if run[1:] and run[-1] == "两" and TAELS.match(self.text, end) else run

    def _take_after_zero(self, end: int) -> bool:
        """4萬零990: digits behind a nought that is written out."""
        before, self.at = self.at, end + (self.text[end : end + 1] == " ")
        if "0" <= self.text[self.at : self.at + 1] <= "9" and self._take_literal():
            self.after_zero = True
            return True
        self.at = before
        return False

    def _is_pair(self, digits: str, end: int) -> bool:
        """Whether two digits are said one by one: 九二無鉛, but not 二一件 and not 四兩."""
        if "零" in digits or "〇" in digits:
            return True
        return "两" not in digits and self.text[end : end + 1] not in COUNTED_BY

    @staticmethod
    def _fits(run: str, scale: int, is_first: bool) -> bool:
        """Whether several digits may stand here: at the start, 十七八, or filling the places (二万四八〇一)."""
        return is_first or run in _NEIGHBOURS or 10 ** len(run) == scale

    def _take_decimals(self) -> None:
        match = HANZI_DECIMALS.match(self.text, self.at)
        if match and self.text[self.at] == "点" and AT_HOUR.search(self.text, max(0, self.start - 2), self.start):
            match = match if FRACTIONAL.match(self.text, match.end()) else None
        if match and self.pending and not self.vague and len(match.group(1)) <= LONGEST_NUMERAL:
            decimals = match.group(1).translate(_ASCII)
            place = Fraction(1, 10 ** len(decimals))
            value = tidy(self.pending[0] + int(decimals) * place)
            self.pending, self.place, self.digits, self.is_single = (value, value), place, "", False
            self.at = match.end()

    def _round_digits(self) -> int:
        """The whole number in ASCII digits that is still open, if it ends in 0; else 0."""
        return self.tens if self.pending is not None else 0

    def _take_space(self) -> bool:
        """11 萬 7,488: a space before a scale, or between a scale and the rest of the number."""
        pattern = SPACED_SCALE if self.pending is not None else SPACED_LITERAL
        match = pattern.match(self.text, self.at) or (self._round_digits() and SPACED_MORE.match(self.text, self.at))
        if not match or self.at == self.start or NO_SCALE.match(self.text, match.end()):
            return False
        self.at = match.end()
        return True
