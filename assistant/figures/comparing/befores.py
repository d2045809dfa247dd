"""A day or hour told as the end of a time that it begins, or the other way round: "after 6am", for 上午6時前."""

import re
from typing import NamedTuple

from assistant.figures.tables import find_word
from assistant.figures.values import Figure, Kind
from assistant.patterns import compile_late


class _Words(NamedTuple):
    """How both languages say on which side of a time something is: here before its end, there after it."""

    after: re.Pattern[str]
    before: re.Pattern[str]
    source: re.Pattern[str]
    """Of a folded source; what stands for before is its group ``before``."""


_OF_TIMES = _Words(
    compile_late(r"\b(?:after|following|since|starting|beginning|later\sthan)\s(?:on\s|about\s|around\s)?$"),
    compile_late(r"\b(?:before|until|till|prior\sto|ahead\sof|up\sto|earlier\sthan)\s(?:about\s|around\s)?$"),
    compile_late(
        r"(?P<before>之前|以前|まで|前に|为止|前(?![后一二三四五六七八九十0-9年期半季首往来]))|[以之]?后(?![天年期半来续备勤方面代])|以降|から|起(?![点诉火降飞床居码源])"
    ),
)
_OF_LENGTHS = _Words(
    compile_late(r"\b(?:after|following)\s$"),
    compile_late(r"\bwithin\s(?:the\snext\s)?$"),
    compile_late("(?P<before>[之以]?[内內])|之?[后後](?![天年期半来])"),
)
_WORDS = {Kind.DATE: _OF_TIMES, Kind.TIME: _OF_TIMES, Kind.DURATION: _OF_LENGTHS}
TOLD_ON_A_SIDE = frozenset(_WORDS)
"""Kinds of figures that may stand before or after what they are told of."""
# what is so before a time is told as well by what is so no longer after it: closed until 10, for 10時から再開
_TURNED = compile_late(
    r"\b(?:not|no|never|nothing|without|cannot|only|else|otherwise|unless|remain\w*|still"
    r"|(?:delay|postpon|wait|clos|shut|suspend|halt|stop|paus|resum|reopen|restart|expir|laps|fin(?:e|es|ed|ing)|late|penal|cut|allow"
    r"|permit|ban|bar|prohibit|free|valid|stay|used|miss|fail|block|off|ends?|ended|forfeit|already|when|lower|higher|fewer|more(?!\sthan)|less(?!\sthan))\w*)\b|n['’]t\b"
)
_TURNED_SOURCE = compile_late(
    "逾期|否则|恢复|再[开開]|停|禁|截止|期限|期间|暂|休|关|闭|熄|维持|しない|せず|视同|视为|不供|[未没][^，。；]{1,4}|已|止め|打ち切|不[得再能可]|仅限|限于|有效|失效|过期|値上げ|値下げ"
)
_WITHIN = ("内", "內")
"""What a length of time has taken along: 3天內."""
_NEAR, _FAR, _BEHIND = 20, 80, 4
"""Characters beside a date in which its word stands, and in which what turns it round may stand."""


def find_other_side(folded: str, english: str, figure: Figure, meant: Figure) -> str:
    """The time of a folded source with the word behind it that English contradicts right before it; or "".

    A length of time is one too: "within 10 days", for 10天後; "after a week", for 一周內.
    """
    words, start = _WORDS[figure.kind], figure.span.start
    before = english[max(0, start - _NEAR) : start].lower()
    is_after = words.after.search(before) is not None
    if not is_after and not words.before.search(before):
        return ""
    end = meant.span.end - meant.surface.endswith(_WITHIN)
    side = words.source.match(folded, end, end + _BEHIND)
    if side is None or bool(side["before"]) is not is_after or find_word(_TURNED_SOURCE, folded):
        return ""
    around = english[max(0, start - _FAR) : figure.span.end + _FAR].lower()
    return "" if _TURNED.search(around) else meant.surface + folded[meant.span.end : side.end()]
