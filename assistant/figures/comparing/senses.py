"""The same number in another sense: a sixth month for six quarters, a magnitude for an intensity, years for an age."""

from assistant.figures.chinese.units import QUARTERS
from assistant.figures.english.words import AGES
from assistant.figures.values import Figure, Kind
from assistant.patterns import compile_late

_PERIODS = {"mo": "month", "季": "quarter", "季度": "quarter", "a": "year", "wk": "week", "d": "day"}
"""Unit of a source figure -> its period in English."""
STREAKS = frozenset({"consecutive", "straight", "successive"})
_STREAK = compile_late(r"\s(?:consecutive|straight|successive)\s(?:[a-z]+\s)?(month|quarter|year|week|day)(?:ly|s|\b)")
"""What English calls a figure of: the third straight year."""
_RUNS_BEFORE, _RUNS_BEHIND = ("连", "连续", "連続", "连着"), ("连", "连续", "連続")
_SCALES = {"magnitude": "intensity", "intensity": "magnitude"}
_SCALE = compile_late(r"\b(magnitude|intensity)(?:[\s-](?:of|about|around|some)){0,2}[\s-]$")
_FOR = compile_late(r"\bfor\s(?:(?:about|around|some|nearly|almost|over|more\sthan|the\spast|the\slast|at\sleast)\s)?$")
_BEFORE, _BEHIND, _OLD = 24, 40, 16


def find_other_sense(english: str, figure: Figure, source: Figure, unit: str) -> str:
    """In words, what the source figure is and the English one is not; nothing where they agree.

    Asked of two figures whose values agree; ``unit`` is that of the reading of the source figure which does.
    """
    if figure.kind is Kind.ORDINAL:
        return _find_other_period(english, figure, source, source.unit or unit)
    if figure.kind is Kind.DATE:
        return ""
    if source.unit in _SCALES:
        return _find_other_scale(english, figure, source)
    return _find_other_time(english, figure, source)


def is_streak(folded: str, source: Figure) -> bool:
    """Whether the source says that so many came one after another: 3年連続, 連續21個月."""
    return folded.endswith(_RUNS_BEFORE, 0, source.span.start) or folded.startswith(_RUNS_BEHIND, source.span.end)


def _find_other_period(english: str, figure: Figure, source: Figure, unit: str) -> str:
    """The sixth consecutive month, for 連續6季."""
    if figure.head not in STREAKS or unit not in _PERIODS:
        return ""
    told = _STREAK.match(english[figure.span.end : figure.span.end + _BEHIND].lower())
    meant = _PERIODS[unit]
    return f"unit: the source counts {meant}s ({source.surface})" if told and told[1] != meant else ""


def _find_other_scale(english: str, figure: Figure, source: Figure) -> str:
    """A magnitude 4 quake, for 震度4."""
    told = _SCALE.search(english[max(0, figure.span.start - _BEFORE) : figure.span.start].lower())
    is_other = told is not None and told[1] == _SCALES[source.unit]
    return f"unit: {source.surface} is an earthquake's {source.unit}" if is_other else ""


def _find_other_time(english: str, figure: Figure, source: Figure) -> str:
    """For 30 years, for 30多歲; in his twenties, for 煙齡20年."""
    start, end = figure.span
    if source.unit in QUARTERS and figure.kind is Kind.DURATION and figure.low == source.low:
        return f"unit: the source counts quarters ({source.surface})"  # six straight months, for 連續6季
    if source.unit == "岁" and figure.kind is Kind.DURATION:
        is_stretch = _FOR.search(english, max(0, start - _BEFORE), start) and "old" not in english[end : end + _OLD]
        return f"{source.surface} is an age" if is_stretch else ""  # for 25-54 year olds
    is_length = source.kind is Kind.DURATION and "旬" not in source.surface
    return f"{source.surface} is no age" if is_length and figure.surface.lower() in AGES else ""
