"""A rise that is called a fall, a minus that is lost, "by" for "to": only where both texts say it beside one number."""

import re
from fractions import Fraction

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.balances import find_lost_plus, find_other_balance
from assistant.figures.comparing.moves import FALL, Move
from assistant.figures.comparing.parities import is_of_other_currency
from assistant.figures.comparing.source import Source
from assistant.figures.values import Figure, Kind
from assistant.patterns import compile_late

_KINDS = frozenset(
    {Kind.PERCENT, Kind.POINTS, Kind.BASIS_POINTS, Kind.MONEY, Kind.COUNT, Kind.MEASURE, Kind.FRACTION, Kind.DURATION}
)
_MOVED_TIME = frozenset("缩延多少")
"""What a length of time moves by: 縮短0.1年, 延長3天, 多出一個月."""
_WHOLE = 100
_BEFORE, _BEHIND, _BEFORE_SOURCE = 80, 36, 10
"""Characters beside a number in which its verb is looked for."""
# 是日常業務量的151%: 51 percent more, and never "up 151 percent"
_LEVEL = compile_late("(?:[是为占达]|相当于)(?:了|到)?[^，。；,;]{1,9}的(?:约|近|逾|超过)?$")
_TO_LEVEL = compile_late(r"\s(?:of|as)\b")
_FILLED = (
    r"(?P<fill>(?:\s(?:by|to|at|of|a|an|the|some|about|around|roughly|nearly|almost|over|more|than|another|further|only|just"
    r"|as|much|up|sharply|slightly)){0,4})\s(?:[a-z]{0,3}[$€£¥])?$"
)
# what is moved stands between the verb and the number: "cut rates to 0.25 percent"
_OBJECT = (
    r"\s[^.;:,\d]{1,60}?(?P<ends>\s(?:by|to(?<!\sup\sto))(?:\s(?:a|an|about|around|some|nearly|almost|over|only|just))*)"
    r"\s(?:[a-z]{0,3}[$€£¥])?$"
)
_UP = compile_late(
    r"\b(?:rose|risen|rises?|rising|grew|grown|grows?|growing|increas(?:e|es|ed|ing)|gain(?:s|ed)?|climb(?:s|ed|ing)?|jump(?:s|ed)?"
    r"|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|advanced|widened|accelerated|rebounded|strengthened|(?<!make\s)(?<!makes\s)(?<!made\s)(?<!making\s)(?<!take\s)(?<!takes\s)(?<!took\s)(?<!taken\s)(?<!taking\s)(?<!gave\s)(?<!give\s)(?<!giving\s)(?<!given\s)(?<!free\s)(?<!frees\s)(?<!freed\s)(?<!freeing\s)(?<!use\s)(?<!used\s)up(?!\sto\b)|expanded"
    r"|raised|lifted|hiked|extended|lengthened|prolonged)" + _FILLED
)
_DOWN = compile_late(
    r"\b(?:fell|fallen|falls?|falling|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|slid|slump(?:s|ed)?"
    r"|plung(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|shr(?:ank|unk|inks?)|contracted|sank|lost|down|lower(?:ed)?|cut|reduced|slashed"
    r"|trimmed|narrowed|weakened|cooled|dipped|slipped|shortened)" + _FILLED
)
_RAISED = compile_late(
    r"\b(?:rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|hik(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|boost(?:s|ed|ing)?"
    r"|extend(?:s|ed|ing)?|lengthen(?:s|ed|ing)?|prolong(?:s|ed|ing)?)" + _OBJECT
)
_CUT = compile_late(
    r"\b(?:cut(?:s|ting)?|reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?|slash(?:es|ed|ing)?|trim(?:s|med|ming)?|shorten(?:s|ed|ing)?)"
    + _OBJECT
)
_YEARLY = r"[\s-](?:(?:year-on-year|annual|yearly|monthly|(?:percentage\s)?points?)\s)?"
_MORE = compile_late(
    _YEARLY + r"(?:rise|increase|gain|growth|jump|higher|up|above|stronger|more(?=\s(?:[a-z]+\s){0,3}than\b)"
    r"|steeper|sharper|deeper|wider|larger|bigger|longer(?=\sthan\b)|warmer|hotter|heavier|taller|older)\b"
)
_LESS = compile_late(
    _YEARLY
    + r"(?:drop|fall|decline|decrease|cut|lower|down|contraction|below|weaker|(?:fewer|less|shorter)(?=\sthan\b)"
    r"|fewer(?=\s[a-z])|colder|cooler|lighter|younger|cheaper)\b"
)
_MINUS = compile_late(r"(?:[-−–]|\b(?:minus|negative)\s)$")
_FALLEN = compile_late(
    r"\b(?:minus|negative|below|shr[aiu]nk\w*|contract\w*|fell|fall\w*|drop\w*|declin\w*|decreas\w*|down\w*|los[est]\w*|slip\w*"
    r"|slump\w*|slid\w*|plung\w*|plummet\w*|tumbl\w*|dip\w*|lower\w*|weak\w*|deflat\w*|recession|reduc\w*|cuts?|worse\w*|under|red"
    r"|off|discount\w*|retreat\w*|eas\w*|dwindl\w*|sank|sink\w*|deficit|less|fewer|behind|short\w*|trail\w*)\b",
    re.IGNORECASE,
)
"""What says that something below zero went, or is, down: the economy shrank 1.2 percent, for 成長率-1.2%."""
_BELOW = compile_late(r"\s(?:\w+\s)?(?:below|under)\b")
_INTENSITY = compile_late(r"震度[^，。；、,;0-9]{0,8}$")
_UPPER_BEFORE = compile_late(r"\b(?:upper|strong(?:er)?)[\s-](?:level\s)?$")
_LOWER_BEFORE = compile_late(r"\b(?:lower|weak(?:er)?)[\s-](?:level\s)?$")
_UPPER_BEHIND = compile_late(r"\+|[\s-]?(?:upper|strong|plus)\b")
_LOWER_BEHIND = compile_late(r"[-−](?!\w)|[\s-]?(?:lower|weak|minus)\b")
_A_FALL = compile_late(
    r"\b(?:loss(?:es)?|(?:output|production|tax|price|rate|job)\scuts?|(?:its|their|the)\s(?:declines?|falls?|drops?|deficits?|reductions?|decreases?|discounts?|cuts))\s(?:[a-z]+\s){0,2}by\s",
    needs="loss cut decline fall drop deficit reduction decrease discount",
)
_LOSSES = compile_late("[亏损赤]|逆差|入超|缺口")
"""What a source itself calls a fall: 虧損減少3億元 is none that increased."""
_COMPARES = compile_late(
    r"[比较](?!去年|前年|上|前|昨|往年|同期|原|预|平|目标|计划|市价|对手|\d|[一二三四五六七八九十]|[^，。；]{0,4}年前)[^，。；、,;]{1,12}$"
)
_COMPARATIVE = compile_late(
    r"\s(?:[a-z]+\s)?(?:more|fewer|less|cheaper|dearer|higher|lower|heavier|lighter|taller|shorter|longer|older|younger)\b"
)
_LEVEL_WORDS = frozenset({"at", "of", "than", "as"})
_OF_RATES = compile_late(r"\b(?:growth|rates?|pace|inflation|increase|rise|gain|share|margin|expansion|decline)\b")
"""What moves to a share where a source says that something moved by it: "growth rose to 5 percent"."""


def find_turned(source: Source, english: str, here: tuple[Figure, ...], links: dict[int, Link]) -> dict[int, str]:
    """English figure -> what is wrong, in words, for each that is told as moving otherwise than in the source."""
    turned: dict[int, str] = {}
    for number, link in links.items():
        if link.reading.kind not in _KINDS or link.is_reused or source.times_told[link.source_reading.low] > 1:
            continue
        figure, meant = here[number], source.figures[link.source]
        if meant.kind is Kind.DURATION and _MOVED_TIME.isdisjoint(
            source.folded[max(0, meant.span.start - 6) : meant.span.start]
        ):
            continue
        why = (
            (link.reading.kind is Kind.MONEY and find_other_balance(source.folded, english, figure, meant))
            or find_lost_plus(source.text, english, figure, meant)
            or _contradiction(source, english, figure, link.source)
        )
        if why:
            turned[number] = why
    return turned


def _contradiction(source: Source, english: str, figure: Figure, index: int) -> str:
    folded, meant = source.folded, source.figures[index]
    if meant.note == "below zero":
        is_told = english[figure.span.start] in "-−" or _is_below_zero(english, figure)
        if meant.unit == "%":
            is_told = is_told or _FALLEN.search(english) is not None
        return "" if is_told else f"direction: the source has below zero ({meant.surface})"
    if half := _other_half(folded, english, figure, meant):
        return f"direction: the source has {half} ({meant.surface})"
    if meant.kind is Kind.PERCENT and (meant.low or 0) > _WHOLE:
        before = folded[max(0, meant.span.start - _BEFORE_SOURCE) : meant.span.start]
        if _LEVEL.search(before):
            is_turned = tell_direction(english, figure)[0] and not _TO_LEVEL.match(
                english[figure.span.end : figure.span.end + _BEHIND].lower()
            )
            return f"direction: the source has a level ({meant.surface})" if is_turned else ""
    move = source.move_of(index)
    return _moves_otherwise(source, english, figure, meant, move) if move.direction else ""


def _is_below_zero(english: str, figure: Figure) -> bool:
    start, end = figure.span
    return bool(
        _MINUS.search(english[max(0, start - 12) : start].lower()) or _BELOW.match(english[end : end + _BEHIND].lower())
    )


def _moves_otherwise(source: Source, english: str, figure: Figure, meant: Figure, move: Move) -> str:
    is_up, is_down, ends = tell_direction(english, figure)
    if is_up is is_down:
        return ""
    words = source.text[meant.span.start - move.before : meant.span.end + move.behind]
    if is_up is (move.direction == FALL):
        if _may_be_turned(source.folded, english, meant, figure):
            return ""
        return f"direction: the source has {move.direction} ({words})"
    if not ends or not move.ends or ends == move.ends or _is_half(meant) or meant.kind is Kind.MULTIPLE:
        return ""
    if move.ends == "by" and not _is_step_for_sure(english, figure, move):
        return ""
    return f"{move.ends}, not {ends}: the source has {words}"


def _may_be_turned(folded: str, english: str, meant: Figure, figure: Figure) -> bool:
    """Whether what rises is itself a fall (cuts increased by 3), or another thing or currency than the source's.

    B is cheaper, for A比B貴50萬元.
    """
    start = figure.span.start
    if _A_FALL.search(english, max(0, start - _BEFORE), start) and not _LOSSES.search(
        folded, max(0, meant.span.start - _BEFORE_SOURCE), meant.span.start
    ):
        return True
    is_compared = _COMPARES.search(folded, max(0, meant.span.start - _BEFORE_SOURCE * 2), meant.span.start) is not None
    if is_compared and _COMPARATIVE.match(english, figure.span.end):
        return True
    return is_of_other_currency(folded, english, meant.span, start)


def _is_half(meant: Figure) -> bool:
    """Cut by half is cut to half."""
    return meant.low in (Fraction(1, 2), 50)


def _is_step_for_sure(english: str, figure: Figure, move: Move) -> bool:
    """Whether what a share moved by cannot be what another share came to: "growth rose to 5 percent"."""
    if figure.kind is not Kind.PERCENT:
        return True
    before = english[max(0, figure.span.start - _BEFORE) : figure.span.start].lower()
    return move.direction == FALL and not _OF_RATES.search(before)


def _other_half(folded: str, english: str, figure: Figure, meant: Figure) -> str:
    """震度6弱 told as "upper 6": the Japanese and Taiwanese scale halves its fifth and sixth degree."""
    start, end = meant.span
    sign = folded[end - 1 : end] if folded[end - 1 : end] in ("弱", "强") else folded[end : end + 1]
    if sign not in ("弱", "强") or not _INTENSITY.search(folded, max(0, start - _BEFORE_SOURCE), start):
        return ""
    before = english[max(0, figure.span.start - _BEHIND) : figure.span.start].lower()
    behind = english[figure.span.end : figure.span.end + _BEHIND].lower()
    is_upper = figure.surface.endswith("+") or _UPPER_BEFORE.search(before) or _UPPER_BEHIND.match(behind)
    is_lower = _LOWER_BEFORE.search(before) or _LOWER_BEHIND.match(behind)
    if sign == "弱":
        return "the lower half, 弱" if is_upper and not is_lower else ""
    return "the upper half, 強" if is_lower and not is_upper else ""


def tell_direction(english: str, figure: Figure) -> tuple[bool, bool, str]:
    """Whether English calls the number a rise, whether a fall, and whether it is told by it or to it."""
    start, end = figure.span
    before, behind = english[max(0, start - _BEFORE) : start].lower(), english[end : end + _BEHIND].lower()
    up = _UP.search(before) or _RAISED.search(before)
    down = _DOWN.search(before) or _CUT.search(before)
    verb = up or down
    is_up, is_down = bool(up or _MORE.match(behind)), bool(down or _LESS.match(behind) or _MINUS.search(before))
    return is_up, is_down, _ends_of(verb.groupdict()) if verb else ""


def _ends_of(groups: dict[str, str | None]) -> str:
    words = (groups.get("fill") or groups.get("ends") or "").replace(" up to", "").split()
    if "to" in words:
        return "to"
    return "by" if _LEVEL_WORDS.isdisjoint(words) else ""
