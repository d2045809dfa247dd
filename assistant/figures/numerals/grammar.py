"""The grammar of Chinese and Japanese numbers, read from left to right; ``reading`` is the way in.

From the inside out::

    literal   86,213   1.87   三   二〇二五   三点五   几   数   七八 (= 7 to 8)
    section   literal 千 literal 百 literal 十 literal
    number    section 兆 section 亿 section 万 section,  with 多 or 余 after any scale
"""

from assistant.figures.numerals.literals import ENDLESS, LiteralReader
from assistant.figures.numerals.parts import DIGITS, Numeral, last_place
from assistant.figures.numerals.patterns import ABOUT, AND, COUNTED_ONCE, DOZENS, HANZI_DECIMALS, NO_SCALE, OR_SO, SOME
from assistant.figures.values import LONGEST_NUMERAL, Number, tidy

_SMALL = {"十": 10, "百": 100, "千": 1000}
_TWENTIES = {"廿": 20, "卅": 30, "卌": 40}
_BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_MOST_DOUBLED = 10**12
"""What a second scale word may multiply: 千万亿, and no endless run of 千万亿兆."""


class NumeralReader(LiteralReader):
    """Reads one number from left to right, literals and scales."""

    __slots__ = ()

    def read(self) -> Numeral | None:
        """The number, or None where none begins."""
        text, size = self.text, len(self.text)
        while self.at < size and not self.is_closed:
            character = text[self.at]
            if character in _SMALL or character in _TWENTIES:
                taken = self._take_small(character)
            elif character in _BIG:
                taken = self._take_big(character)
            elif "0" <= character <= "9":
                taken = self._take_literal()
            elif character in DIGITS:
                taken = self._take_digits()
            elif character == " ":
                taken = self._take_space()
            else:
                taken = self._take_vague(character)
            if not taken:
                break
        return self._finish()

    def _take_vague(self, character: str) -> bool:
        """几 and 数 before a scale (几十, 数千), 几 after tens (十几, 20几万), 多 after round digits (230多万)."""
        if self.vague:
            return False
        tens = self._round_digits()
        if character == "来":
            if not tens or not ABOUT.match(self.text, self.at):
                return False
            self.vague, self.is_closed = "about", True
        elif character in "多余":
            if not tens:
                return False
            self.vague, self.more = "more", last_place(tens)
            self.is_closed = self.text[self.at + 1 : self.at + 2] not in _BIG
        elif self.pending is None and SOME.match(self.text, self.at):
            self.pending, self.vague = (1 if self.small == 10 else 2, 9), "some"
        elif (
            character == "数" and self.small in (10, 100) and self.pending is None and DOZENS.match(self.text, self.at)
        ):
            self.pending, self.vague = (1, 9), "some"
        elif character == "几" and (tens or (self.pending is None and self.small == 10)):
            self.pending, self.vague = (tens + 1, tens + 9), "some"
        else:
            return False
        self.has_digit, self.is_single, self.digits = True, False, ""
        self.at += 1
        return True

    def _take_small(self, character: str) -> bool:
        if NO_SCALE.match(self.text, self.at):
            return False
        if character in _TWENTIES:
            self.pending, scale = (_TWENTIES[character] // 10,) * 2 if self.pending is None else (-1, -1), 10
        else:
            scale = _SMALL[character]
        if self.pending == (-1, -1) or scale >= self.small or not self._may_open(character):
            return self._retreat()
        low, high = self.pending or (1, 1)
        self.has_digit = self.has_digit or self.pending is not None or character == "十"
        self.section = (self.section[0] + low * scale, self.section[1] + high * scale)
        self.small, self.pending, self.digits, self.has_section = scale, None, "", True
        self.place = self.place * scale if self.place else None
        self.at += 1
        self.safe = self.at
        self._take_suffix(scale)
        if not self.vague:
            self._take_and()
        if scale == 10 and not self.vague and self.pending is None:
            self._take_tens_decimals()
        return True

    def _take_and(self) -> None:
        """九十有三, 三百二十有六: one more digit, counted from one."""
        if self.has_digit and AND.match(self.text, self.at):
            digit = DIGITS[self.text[self.at + 1]]
            self.pending, self.after_zero, self.at = (digit, digit), True, self.at + 2

    def _take_tens_decimals(self) -> None:
        """二十点五: decimals right after 十."""
        if HANZI_DECIMALS.match(self.text, self.at):
            self.pending = (0, 0)
            self._take_decimals()

    def _may_open(self, character: str) -> bool:
        """Whether 十, 百 or 千 may stand without a digit: 十, 百二十 at the start, 一亿千万."""
        if self.pending is not None or character == "十" or self.at == self.start:
            return True
        following = self.text[self.at + 1 : self.at + 2]
        return self.big < ENDLESS and not self.has_section and following in ("万", "亿", *DIGITS)

    def _take_big(self, character: str) -> bool:
        if NO_SCALE.match(self.text, self.at):
            return False
        scale = _BIG[character]
        if self.pending is not None or self.has_section:
            if scale >= self.big:
                return self._retreat()
            low, high = self._open_part()
            self.total = (self.total[0] + low * scale, self.total[1] + high * scale)
        elif self.at == self.start:
            self.total = (scale, scale)
        elif self._may_multiply(scale):
            self.total = (self.total[0] * scale, self.total[1] * scale)
        else:
            return False
        self.more *= scale
        self.place = self.place * scale if self.place else None
        self.big, self.small, self.section, self.pending = scale, ENDLESS, (0, 0), None
        self.digits, self.has_section = "", False
        self.at += 1
        self.safe = self.at
        self._take_suffix(scale)
        return True

    def _may_multiply(self, scale: int) -> bool:
        """Whether a scale follows another one: 万亿, 6万多亿, 亿亿."""
        is_larger = self.big < scale or self.big == scale == _BIG["亿"]
        return is_larger and (self.text[self.at - 1] in _BIG or self.more > 0) and self.total[1] < _MOST_DOUBLED

    def _take_suffix(self, scale: int) -> None:
        """多, 余 and 来 after a scale, 把 after a bare one: three hundred and some, 千把块."""
        following = self.text[self.at : self.at + 1]
        if following and following in "多余" and not self.more:
            self.vague, self.more = "more", scale
        elif ABOUT.match(self.text, self.at) or (not self.has_digit and OR_SO.match(self.text, self.at)):
            self.vague = "about"
        else:
            return
        self.at += 1
        self.safe = self.at
        self.is_closed = self.text[self.at : self.at + 1] not in _BIG

    def _open_part(self) -> tuple[Number, Number]:
        low, high = self.pending or (0, 0)
        return self.section[0] + low, self.section[1] + high

    def _retreat(self) -> bool:
        """What is pending belongs to the next number: 三百五百."""
        if self.safe > self.start:
            self.at, self.pending = self.safe, None
        return False

    def _finish(self) -> Numeral | None:
        if len(self.digits) > LONGEST_NUMERAL:
            return Numeral(self.start, self.at, 0, 0, digits=self.digits)
        self._settle_colloquial()
        if self.at == self.start:
            return None
        while self.text[self.at - 1] == " ":
            self.at -= 1
        low, high = self._open_part()
        low, high = tidy(self.total[0] + low), tidy(self.total[1] + high)
        step = tidy(self.place) if self.place else last_place(low)
        if self.more:
            high = low + (last_place(low) if self.place else self.more) - 1
        elif self.vague == "some":
            high += step - 1
        return Numeral(self.start, self.at, low, high, step, self.vague, not self.has_digit, self.digits)

    def _settle_colloquial(self) -> None:
        """三万五 is 35,000, 8萬5 85,000, 一千七八 1,700 to 1,800; but 两千万一年 is twenty million in one year."""
        scale = min(self.small, self.big)
        goes_on = self.is_single or (self.vague == "between" and not self.text[self.at - 1].isascii())
        if self.pending is None or not goes_on or self.after_zero or not 100 <= scale < ENDLESS:
            return
        is_one = self.text[self.at - 1] == "一" and self.text[self.at : self.at + 1] in COUNTED_ONCE
        if is_one or not self.has_digit or self.text[self.at - 2] == " ":
            self.at, self.pending = self.safe, None
        else:
            self.pending = (self.pending[0] * scale // 10, self.pending[1] * scale // 10)
