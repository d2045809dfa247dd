"""Whose rate moved: what is a rise of the Taiwan dollar is a fall of the US dollar, and either may be told."""

import re

from assistant.patterns import compile_late
from assistant.records.source import Span

_SOURCE = compile_late(
    "(?<![兑对対兌])(?P<TWD>新?台币)|(?<![兑对対兌])(?P<CNY>人民币)|(?<![兑对対兌])(?P<JPY>日[元圆币]|円)"
    "|(?<![兑对対兌])(?P<USD>美[元金]|ドル)|(?<![兑对対兌])(?P<EUR>欧元|ユーロ)|(?<![兑对対兌])(?P<GBP>英镑)"
    "|(?<![兑对対兌])(?P<KRW>韩[元币]|ウォン)|(?<![兑对対兌])(?P<HKD>港[元币])"
)
_ENGLISH = compile_late(
    r"\b(?:\d[\d.,-]* (?:yen|yuan|won|(?:dollar|euro|pound)s?)"
    r"|(?:against|to|versus|per|in) (?:the )?(?:us |u\.s\. )?(?:dollar|greenback|yen|yuan|euro)"
    r"|(?P<TWD>(?:new )?taiwan dollar|nt dollar)|(?P<HKD>hong kong dollar)|(?P<CNY>yuan|renminbi)|(?P<JPY>yen)"
    r"|(?P<EUR>euro)|(?P<GBP>pound|sterling)|(?P<KRW>won)|(?P<USD>(?:us |u\.s\. )?dollar|greenback))\b"
)
_OF_YEN = compile_late("の?円[高安]")
_REACH = 80


def is_of_other_currency(folded: str, english: str, meant: Span, figure: int) -> bool:
    """Whether what moves before two numbers is one currency in the source and another in the English.

    ``folded`` is the source, ``meant`` its number there; ``figure`` is where the English number begins.
    """
    here = _last(_ENGLISH, english[max(0, figure - _REACH) : figure].lower())
    if _OF_YEN.match(folded, meant.end):
        return here != "JPY"
    there = _last(_SOURCE, folded[max(0, meant.start - _REACH) : meant.start])
    return bool(there and here and there != here)


def _last(words: re.Pattern[str], text: str) -> str:
    """The currency named last that is not the one it is told against."""
    return next((match.lastgroup for match in reversed([*words.finditer(text)]) if match.lastgroup), "")
