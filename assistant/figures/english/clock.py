"""English times of day: "7:30", "12:17 a.m.", "half past eight", noon."""

import re
from fractions import Fraction

from assistant.figures.english.words import UNITS_AND_TEENS
from assistant.figures.values import ClockTime, Figure, Kind, replace, tidy
from assistant.patterns import compile_late
from assistant.records.source import Span

_CLOCK = compile_late(
    r"(\d{1,2})(?:(?::|\.(?=\d\d(?:\s?[ap]\.?m|\s(?:that|last|the\ssame|yesterday)\s(?:night|evening|morning|afternoon))))([0-5]\d))?(?::([0-5]\d))?(?!\d)"
    r"(?:\s?-?(a\.?m\b\.?|p\.?m\b\.?|o['’]clock|noon\b|midnight\b|hours\b|hrs?\b|h\b))?",
    re.IGNORECASE,
)
_CLOCK_WORD = compile_late(r"\s?(a\.?m\b\.?|p\.?m\b\.?|o['’]clock)", re.IGNORECASE)
_RANGE_CLOCK = compile_late(r"\s?(?:-|–|—|to|and)\s?(\d{1,2}(?::\d\d)?\s?([ap])\.?m\b)", re.IGNORECASE)
_GOES_ON = compile_late(r"\d?(?:[:.]|\s?[-–—]|\s?(?:[apo]|noon|midnight|h|to|in|minute))", re.IGNORECASE)
"""What goes on behind the first digit or the last of an hour (or of minutes); most numbers are neither."""
_MAY_BE_HOUR = compile_late(r"\s?[-–—]|\s?(?:to|and|in|at|minute|past)", re.IGNORECASE)
"""What goes on behind a bare one."""
_PART_OF_DAY = compile_late(
    r"\s?,?\s?(?:(?:in|on|of)\s)?(?:the\s|that\s|this\s|yesterday\s|[a-z]{3,6}day\s)?(morning|afternoon|evening|at\snight|night)\b",
    re.IGNORECASE,
)
_IN_THE = compile_late(r"\s(?:in\sthe\s(?:\w+\s)?(?:morning|afternoon|evening)|at\snight)\b", re.IGNORECASE)
_PAST = compile_late(r"\s(past|to)\s([a-z]+)\b", re.IGNORECASE)
_MINUTES_PAST = compile_late(
    r"(?:\sminutes?\s(past|after|to|before)|\s(past))\s(midnight|noon|midday|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve)(?!\s(?:years?|months?|weeks?|days?|hours?|minutes?|people)))\b",
    re.IGNORECASE,
    needs="past minute",
    within=12,
)
_TENS_OF_MINUTES = {"ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_SPELT_MINUTES = compile_late(
    r"[\s-](ten|fifteen|twenty|thirty|forty|fifty)(?:[\s-](one|two|three|four|five|six|seven|eight|nine))?\b",
    re.IGNORECASE,
)
_FOUR_DIGITS = compile_late(r"([01]\d|2[0-3])([0-5]\d)(?=\s?(?:GMT|UTC|JST|HKT|hours\b|hrs\b|local\stime))")
_MINUTES_TO = compile_late(
    r"\s(to)\s(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s(?:in\sthe\s(?:\w+\s)?(?:morning|afternoon"
    r"|evening)|at\snight)\b|\s?[ap]\.?m\b)",
    re.IGNORECASE,
    needs="to",
    within=4,
)
"""Ten to eight in the morning; by itself it is rather a range, as "from ten to twelve in the morning" is."""
_MINUTES_BEFORE = {"five": 5, "ten": 10, "twenty": 20}
_HOURS = UNITS_AND_TEENS | {"midnight": 0, "noon": 12, "midday": 12}
_TENTHS = compile_late(r"\.(\d{1,3})(?!\d)(?!\s?[ap]\.?m\b)")
_BARE_HOUR = compile_late(
    r"(?:[.,;:!?)]|$|\s(?:and|or|but|to|until|till|in|on|every|each|sharp|for|when|as|with|while|today|yesterday|tomorrow|that|this|last"
    r"|next|they|he|she|it|we)\b)",
    re.IGNORECASE,
)
_BEFORE_HOUR = compile_late(r"\b(?:at|by|until|till|from|before|after|since|around|past|to)\s$", re.IGNORECASE)
_PAST_MINUTES = {"past": {"half": 30, "quarter": 15, "twenty": 20, "ten": 10, "five": 5}, "to": {"quarter": 15}}


def read_clock(text: str, start: int, end: int) -> list[Figure]:
    """7:30, 12:17 a.m., 7 p.m., 9-11 a.m. (the first end by itself is no clock time, so both are read here)."""
    match = _CLOCK.match(text, start) if end - start <= 2 and _GOES_ON.match(text, end) else None
    if not match or (match.end() == end and not _MAY_BE_HOUR.match(text, end)):
        return []
    if special := _read_long(text, start, end, match):
        return special
    mark = (match[4] or "").lower().replace(".", "")
    hour, minute, second = (int(part) if part else None for part in match.group(1, 2, 3))
    if not match[2] and mark in ("", "h", "hr", "hrs", "hours"):
        later = _RANGE_CLOCK.match(text, match.end(1))
        if not mark and not later and 1 <= int(match[1]) <= 12 and _IN_THE.match(text, match.end(1)):
            return _read_hour(text, start, match.end(1), int(match[1]))
        if mark or not later:
            return []
        mark = later[2].lower() + "m"
    if hour is None or hour > 24:
        return []
    end = (
        match.end()
        if mark != "hours" and match[4]
        else match.end(3)
        if match[3]
        else match.end(2)
        if match[2]
        else match.end(1)
    )
    value = _settle(text, match.end(), ClockTime(hour, minute, second), mark)
    span = Span(start, end)
    clock = Figure(span, span.of(text), Kind.TIME, value)
    if mark.startswith("o"):
        clock = replace(clock, others=(replace(clock, kind=Kind.COUNT, value=hour),))  # "the enemy at three o'clock"
    if second is None and minute is not None and not mark:
        lengths = ((hour * 60 + minute, "s"), (hour * 60 + minute, "min"))  # a run of 3:15, a film of 2:40
        spells = (replace(clock, kind=Kind.DURATION, value=length, unit=unit) for length, unit in lengths)
        ratio = replace(clock, kind=Kind.SCORE, value=(hour, minute))  # one teacher to 12 students
        clock = replace(clock, others=(*spells, ratio))
    if second is not None:
        # a runner's 2:31:08
        seconds = replace(clock, kind=Kind.DURATION, value=hour * 3600 + (minute or 0) * 60 + second, unit="s")
        clock = replace(clock, others=(seconds,))
    return [clock]


def _read_long(text: str, start: int, end: int, match: re.Match[str]) -> list[Figure]:
    """17 minutes past midnight, a time of a race, or nothing."""
    if text.endswith(("from ", "between "), 0, start):
        return []  # from 40 minutes to eight
    if text[end : end + 1] == " " and (spelt := _MINUTES_PAST.match(text, end)):
        return _read_past(text, start, spelt, int(text[start:end]))
    if match[2] and not match[4] and (tenths := _TENTHS.match(text, match.end())):
        return [_read_stopwatch(text, start, match, tenths)]
    return []


def _read_stopwatch(text: str, start: int, match: re.Match[str], tenths: re.Match[str]) -> Figure:
    """6:05.13, a time of a race: six minutes, 5.13 seconds."""
    seconds = 0
    for part in match.group(1, 2, 3):
        seconds = seconds * 60 + int(part) if part else seconds
    place = Fraction(1, 10 ** len(tenths[1]))
    span = Span(start, tenths.end())
    return Figure(span, span.of(text), Kind.DURATION, tidy(seconds + int(tenths[1]) * place), "s", step=place)


def read_four_digits(text: str, start: int, end: int) -> list[Figure]:
    """0700 GMT, 1830 hours, as agencies write the time."""
    match = _FOUR_DIGITS.match(text, start) if end - start == 4 and text[start] in "012" else None
    if not match:
        return []
    span = Span(start, end)
    return [Figure(span, span.of(text), Kind.TIME, ClockTime(int(match[1]), int(match[2])))]


def read_bare_hour(text: str, figure: Figure) -> Figure | None:
    """Five in "gets up at five", as a time of day; None where the number can be none."""
    is_hour = isinstance(figure.value, int) and 1 <= figure.value <= 12
    start, end = figure.span
    if not is_hour or not _BEFORE_HOUR.search(text, max(0, start - 8), start) or not _BARE_HOUR.match(text, end):
        return None
    return replace(figure, kind=Kind.TIME, value=ClockTime(int(figure.low or 0), is_settled=False))


def read_clock_word(text: str, start: int, end: int, word: str) -> list[Figure]:
    """Eight o'clock, seven p.m., "half past eight"."""
    past = _PAST.match(text, end)
    if past and past[2].lower() in _HOURS and word.lower() in _PAST_MINUTES[past[1].lower()]:
        return _read_past(text, start, past, _PAST_MINUTES[past[1].lower()][word.lower()])
    if (minutes := UNITS_AND_TEENS.get(word.lower())) and (spelt := _MINUTES_PAST.match(text, end)):
        return _read_past(text, start, spelt, minutes)
    is_from = text.endswith(("from ", "From "), 0, start)
    if not is_from and (minutes := _MINUTES_BEFORE.get(word.lower())) and (spelt := _MINUTES_TO.match(text, end)):
        return _read_past(text, start, spelt, minutes)
    hour = UNITS_AND_TEENS.get(word.lower(), 0)
    return _read_hour_word(text, start, end, hour) if 1 <= hour <= 12 else []


def _read_hour_word(text: str, start: int, end: int, hour: int) -> list[Figure]:
    """Eight o'clock, seven p.m., at five thirty, eight in the morning."""
    if spelt := _read_spelt(text, start, end, hour):
        return [spelt]
    match = _CLOCK_WORD.match(text, end)
    if not match:
        return _read_hour(text, start, end, hour) if _IN_THE.match(text, end) else []
    value = _settle(text, match.end(), ClockTime(hour), match[1].lower().replace(".", ""))
    span = Span(start, match.end())
    return [Figure(span, span.of(text), Kind.TIME, value)]


def _read_spelt(text: str, start: int, end: int, hour: int) -> Figure | None:
    """At five thirty, by eight forty-five in the morning."""
    spelt = _SPELT_MINUTES.match(text, end)
    if spelt is None or not _BEFORE_HOUR.search(text, max(0, start - 8), start):
        return None
    close = spelt.end()
    half_of_day = _CLOCK_WORD.match(text, close)
    if not (half_of_day or _BARE_HOUR.match(text, close) or _IN_THE.match(text, close)):
        return None
    minute = _TENS_OF_MINUTES[spelt[1].lower()] + UNITS_AND_TEENS.get((spelt[2] or "").lower(), 0)
    close = half_of_day.end() if half_of_day else close
    said = half_of_day[1].lower().replace(".", "") if half_of_day else ""
    span = Span(start, close)
    return Figure(span, span.of(text), Kind.TIME, _settle(text, close, ClockTime(hour, minute), said))


def _read_hour(text: str, start: int, end: int, hour: int) -> list[Figure]:
    """Ten in the morning, 3 in the afternoon; the number may count something as well."""
    span = Span(start, end)
    clock = Figure(span, span.of(text), Kind.TIME, _settle(text, end, ClockTime(hour), ""))
    return [replace(clock, others=(replace(clock, kind=Kind.COUNT, value=hour),))]


def _read_past(text: str, start: int, past: re.Match[str], minutes: int) -> list[Figure]:
    """Half past eight, a quarter to noon, ten past six, 17 minutes past midnight; "five to nine" is rather a range."""
    words = [word.lower() for word in past.groups() if word]
    hour = _HOURS[words[-1]]
    if not 0 <= hour <= 12 or words[-1] == "zero" or not 0 < minutes < 60:
        return []
    if words[0] in ("to", "before"):
        hour, minutes = (hour - 1) % 24, 60 - minutes
    span = Span(start, past.end())
    clock = ClockTime(hour, minutes)
    value = clock if words[-1].isalpha() and words[-1] not in UNITS_AND_TEENS else _settle(text, past.end(), clock, "")
    figure = Figure(span, span.of(text), Kind.TIME, value)
    if words[0] != "after":
        return [figure]
    return [replace(figure, others=(replace(figure, kind=Kind.DURATION, value=minutes, unit="min"),))]  # 零點剛過28分鐘


def read_noon(text: str, start: int, end: int) -> list[Figure]:
    """Noon and midnight: soft, since they are no numerals."""
    span = Span(start, end)
    hour = 0 if text[start:end].lower() == "midnight" else 12
    return [Figure(span, span.of(text), Kind.TIME, ClockTime(hour), is_soft=True)]


def _settle(text: str, end: int, clock: ClockTime, mark: str) -> ClockTime:
    """Tell morning from evening by the mark, or by the words after: "7:30 in the evening"."""
    hour = clock.hour
    if mark in ("pm", "noon"):
        return clock._replace(hour=hour % 12 + 12)
    if mark in ("am", "midnight"):
        return clock._replace(hour=hour % 12)
    if hour > 12 or hour == 0 or mark in ("h", "hr", "hrs", "hours"):
        return clock
    part = _PART_OF_DAY.match(text, end)
    if part:
        return clock._replace(hour=hour if part[1].lower() == "morning" else hour % 12 + 12)
    return clock._replace(is_settled=False)
