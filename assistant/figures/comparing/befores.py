"""A day or hour told as the end of a time that it begins, or the other way round: "after 6am", for 上午6時前."""

from assistant.figures.values import Figure, Kind
from assistant.folding import fold
from assistant.patterns import compile_late

DATED = frozenset({Kind.DATE, Kind.TIME})
_SOURCE = compile_late(
    r"(?P<before>之前|以前|まで|前に|为止|前(?![后一二三四五六七八九十0-9年期半季首往来]))|以后|之后|以降|から|起(?![点诉火降飞床居码源])"
)
_AFTER = compile_late(r"\b(?:after|following|since|starting|beginning|later\sthan)\s(?:on\s|about\s|around\s)?$")
_BEFORE = compile_late(r"\b(?:before|until|till|prior\sto|ahead\sof|up\sto|earlier\sthan)\s(?:about\s|around\s)?$")
_DENIED = compile_late(r"\b(?:not|no|never|nothing|without|delay\w*|postpon\w*|wait\w*|cannot)\b|n['’]t\b")
_NEAR, _FAR, _BEHIND = 20, 80, 4


def find_other_side(source: str, english: str, figure: Figure, meant: Figure) -> str:
    """The word behind a date or time (``DATED``) of the source that English contradicts right before it; or ""."""
    start = figure.span.start
    before = english[max(0, start - _NEAR) : start].lower()
    is_after = _AFTER.search(before) is not None
    if not is_after and not _BEFORE.search(before):
        return ""
    side = _SOURCE.match(fold(source[meant.span.end : meant.span.end + _BEHIND]))
    if (
        side is None
        or bool(side["before"]) is not is_after
        or _DENIED.search(english[max(0, start - _FAR) : start].lower())
    ):
        return ""
    return side[0]
