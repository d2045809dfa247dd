"""What a change is measured from: 年增12% told as "12 percent month on month"."""

from assistant.figures.values import Figure, Kind
from assistant.patterns import compile_late

_KINDS = frozenset({Kind.PERCENT, Kind.POINTS})
_BEFORE, _BEHIND = 10, 48
_NUMBERED = "0-9〇一二三四五六七八九十百千两兩幾几数數"
# 今年增加 and 2024年增加 say when, and not from when
_SOURCE = compile_late(
    rf"(?P<year>(?<![{_NUMBERED}今去明前近每全多當当本上隔翌周週成])年(?=[增减減漲涨跌衰升降成])|同比|按年|前年同[期月]比?|前年比|[去上]年同期)"
    rf"|(?P<month>(?<![{_NUMBERED}個个上本當当前每同])月(?=[增减減漲涨跌衰升降])|按月|前月比)"
    rf"|(?P<quarter>(?<![{_NUMBERED}首上本當当前每旺淡同])季(?=[增减減漲涨跌衰升降])|按季)"
)
_CLAUSE = compile_late(r"[，。；、,;]")
_ENGLISH = compile_late(
    r"[^.;:,\d]{0,20}?\b(?:(?P<on>year|month|quarter)[\s-]o[nv](?:er)?[\s-](?P=on)"
    r"|from\s(?:a|one|the)\s(?P<ago>year|month|quarter)\s(?:earlier|ago|before)"
    r"|from\s(?:the\s(?:previous|prior|preceding)|last)\s(?P<last>year|month|quarter)\b(?!['’]))"
)
_PERIODS = ("year", "month", "quarter")


def find_other_base(source: str, english: str, figure: Figure, meant: Figure) -> str:
    """In words, from when the source measures a change that English measures from elsewhere; or nothing.

    Only what stands right beside the two figures counts: the words before the source's, those behind the English one.
    """
    if figure.kind not in _KINDS:
        return ""
    behind = english[figure.span.end : figure.span.end + _BEHIND].lower()
    if not any(period in behind for period in _PERIODS):
        return ""
    told = _ENGLISH.match(behind)
    if told is None:
        return ""
    before = _CLAUSE.split(source[max(0, meant.span.start - _BEFORE) : meant.span.start])[-1]
    bases = {match.lastgroup: match[0] for match in _SOURCE.finditer(before)}
    if len(bases) != 1 or told["on"] in bases or told["ago"] in bases or told["last"] in bases:
        return ""
    base, words = bases.popitem()
    return f"base: the source compares with the {base} before ({words}{meant.surface})"
