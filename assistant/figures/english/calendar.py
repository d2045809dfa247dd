"""English dates: "July 25th, 2020", "19-28 October", "the 1980s", "third quarter of 2025"."""

import re

from assistant.figures.english.words import MONTHS, ORDINALS, alternation
from assistant.figures.values import Figure, Interval, Kind, Part, PartialDate, replace
from assistant.patterns import compile_late
from assistant.records.source import Span

_MONTH = alternation(MONTHS)
_TO = r"\s?(?:-|–|—|~|\bto\b|\bthrough\b|\buntil\b)\s?"
_AND = r"\s?(?:,\s?and\b|\band\b|&|,|\bor\b)\s?"
_NO_DAY = r"(?!\d|[:.]\d|,\d{3}(?!\d)|\s?(?:%|[ap]\.?m\b|o['’]clock|per\s?cent|million|billion|thousand))"
_MONTH_DAY = compile_late(rf"\.?\s+(?:the\s)?(\d{{1,2}})(?:st|nd|rd|th)?\b{_NO_DAY}", re.IGNORECASE)
# what may stand behind a day; another word is rather what the number counts: "July 7 and 8 people"
_GOES_ON = (
    "(?:and|to|or|among|between|across|but|in|on|at|of|by|for|from|with|during|under|after|before|until|through|when|while|as|the|that|which"
    "|next|last|this|is|was|are|were|will|would|inclusive)"
)
_MORE_DAYS = compile_late(
    rf"({_TO}|{_AND})(?:the\s)?(\d{{1,2}})(?:st|nd|rd|th)?\b{_NO_DAY}(?!\s?(?!{_GOES_ON}\b)[a-z]+\b)",
    re.IGNORECASE,
)
_YEAR_AFTER = compile_late(
    r"(?:\.?,?\s(?:of\s|in\s)?|,)(\d{4})(?![\d%]|,\d|\.\d|\s?(?:million|billion|people|yuan))", re.IGNORECASE
)
_DAY_MONTH = compile_late(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?(?:({_TO}|{_AND})(?:the\s)?(\d{{1,2}})(?:st|nd|rd|th)?)?(?:\sday)?[\s-](?:of\s)?({_MONTH})\b\.?",
    re.IGNORECASE,
)
_BEHIND_DAYS = frozenset(month[:3] for month in MONTHS) | {"to", "or", "of", "and", "day", "thr", "unt"}
"""How the words begin that stand behind a day: its month, or what leads to it."""
_ISO = compile_late(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-])")
_SLASHED = compile_late(r"(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_DECADE = compile_late(r"(\d{3}0|\d0)['’]?s\b")
_PERIOD = compile_late(r"[\s-](quarter|half)\b(?!\s(?:of\sthe\s(?:game|match)))", re.IGNORECASE)
_OF_YEAR = compile_late(r"\s(?:of\s|in\s)?(?:the\s(?:year|fiscal\syear)\s)?(\d{4})\b(?![,.]\d)", re.IGNORECASE)
_CENTURY = compile_late(r"[\s-](century|centuries)\b", re.IGNORECASE)
# the first of "17th-18th century", "the 16th and early 17th centuries"
_BEFORE_CHRIST = compile_late(r"\s(?:BCE?\b|B\.C\.(?:E\.)?(?!\w))")
_CENTURY_TO = compile_late(
    r"(?:\s?[-–—]\s?|\s(?:and|to|or)\s)(?:the\s)?(?:\w{3,5}\s)?(?:\d{1,2}th|\d{1,2}st|\w{2,7}th|twenty-first)[\s-]centur",
    re.IGNORECASE,
)
_BEFORE_MONTHS = frozenset(
    {"In", "Since", "By", "Last", "This", "Next", "Early", "Late", "Mid", "From", "Across", "Throughout", "During"}
)
_SMALL_MONTHS = frozenset({"may", "march", "mar", "jan", "dec", "sep", "sept", "jun"})
_QUARTER = compile_late(r"(?:([Qq])\s?([1-4])|([1-4])Q|H([12])|1H|2H)\b")


_LAST_QUARTER = compile_late(r"[\s-](?:quarter\b|three\smonths\sof\b)", re.IGNORECASE)
_ON_THE = compile_late(r"\b(?:on|until|till|since|by|from|through)\sthe\s$", re.IGNORECASE)
_NO_HEADS = frozenset(
    {"", "and", "at", "in", "of", "to", "that", "when", "as", "after", "by", "for", "with", "but", "from"}
)


def is_year(number: object) -> bool:
    """Whether a bare number could be a year."""
    return isinstance(number, int) and 1000 <= number <= 2100


def read_year_other(figure: Figure) -> Figure:
    """The same four digits read as a year."""
    year = figure.value if isinstance(figure.value, int) else 0
    return replace(figure, kind=Kind.DATE, value=PartialDate(year=year), head="")


def _date(text: str, start: int, end: int, value: PartialDate, part: Part = Part.WHOLE) -> Figure:
    span = Span(start, end)
    return Figure(span, span.of(text), Kind.DATE, value, part=part)


# --------------------------------------------------------------------------------------------- month names


def read_month(text: str, start: int, end: int) -> list[Figure]:
    """July, July 25th, July 25-28, 2020; "may" and "march" only where a date is plain."""
    month = MONTHS[text[start:end].lower()]
    dates: list[tuple[int, int, PartialDate]] = []
    match = _MONTH_DAY.match(text, end)
    if match and 1 <= int(match[1]) <= 31:
        dates.append((start, match.end(), PartialDate(month=month, day=int(match[1]))))
        dates += _more_days(text, match.end(), month)
    else:
        dates.append((start, end, PartialDate(month=month)))
    year = _YEAR_AFTER.match(text, dates[-1][1])
    if text.startswith("Long ", start - 5) and text[start:end] == "March":
        return []  # the rocket Long March 5
    if len(dates) == 1 and dates[0][2].day is None and not year and not _is_month_name(text, start, end):
        return []
    return _with_year(text, dates, int(year[1]) if year else None, year.end() if year else 0)


def _more_days(text: str, end: int, month: int) -> list[tuple[int, int, PartialDate]]:
    """The days that follow the first: "July 7 and 8", "July 25-28"."""
    days: list[tuple[int, int, PartialDate]] = []
    while len(days) < 8 and (match := _MORE_DAYS.match(text, end)):
        if not 1 <= int(match[2]) <= 31 or (match[1].strip() == "," and text[match.end() :].lstrip()[:1].isdigit()):
            break
        days.append((match.start(2), match.end(), PartialDate(month=month, day=int(match[2]))))
        end = match.end()
    return days


def _with_year(text: str, dates: list[tuple[int, int, PartialDate]], year: int | None, year_end: int) -> list[Figure]:
    figures = []
    for index, (start, end, value) in enumerate(dates):
        is_last = index == len(dates) - 1
        dated = value._replace(year=year) if year else value
        figures.append(_date(text, start, year_end if year and is_last else end, dated))
    return figures


def _is_month_name(text: str, start: int, end: int) -> bool:
    """Whether a name that is also a word or a person's name stands where a month does: inside a sentence."""
    word = text[start:end]
    if not word[0].isupper():
        return False
    if word.lower() not in _SMALL_MONTHS:
        return True
    before = text[max(0, start - 15) : start].replace("-", " ").replace("–", " ").split()
    if not before or before[-1].rstrip(",").lower() in MONTHS:
        return bool(before)  # January-March; in April, May and June
    return before[-1].isalpha() and (before[-1].islower() or before[-1] in _BEFORE_MONTHS)


def read_day_month(text: str, start: int, end: int) -> list[Figure]:
    """25 July 2020, 19-28 October; the digits are at ``start``."""
    if end - start > 2 or not _may_be_day(text, end):
        return []
    match = _DAY_MONTH.match(text, start)
    if not match or not 1 <= int(match[1]) <= 31:
        return []
    month = MONTHS[match[4].lower()]
    if match[4].lower() in _SMALL_MONTHS and not match[4][0].isupper():
        return []
    dates = [(start, match.end(), PartialDate(month=month, day=int(match[1])))]
    if match[3]:
        dates = [
            (start, match.start(2), PartialDate(month=month, day=int(match[1]))),
            (match.start(3), match.end(), PartialDate(month=month, day=int(match[3]))),
        ]
    year = _YEAR_AFTER.match(text, match.end())
    return _with_year(text, dates, int(year[1]) if year else None, year.end() if year else 0)


def _may_be_day(text: str, end: int) -> bool:
    """The quick answer for most numbers: no, where another word follows."""
    following = text[end + 1 : end + 4].lower()
    is_word = text[end : end + 1] == " " and following[:1].isalpha()
    return not is_word or following in _BEHIND_DAYS or following[:2] in _BEHIND_DAYS


def read_numeric_date(text: str, start: int, end: int) -> list[Figure]:
    """2025-12-23, 12/23/2025 (the month first where both could be)."""
    if text[end : end + 1] not in ("-", "/", "."):
        return []
    if match := _ISO.match(text, start):
        year, month, day = int(match[1]), int(match[3]), int(match[4])
    elif match := _SLASHED.match(text, start):
        month, day, year = int(match[1]), int(match[2]), int(match[3])
        if month > 12:
            month, day = day, month
    else:
        return []
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return []
    return [_date(text, start, match.end(), PartialDate(year=year, month=month, day=day))]


# ----------------------------------------------------------------------------- decades, quarters, centuries


def read_decade(text: str, start: int, end: int) -> list[Figure]:
    """The 1980s, the 80s; 1900s is read as the decade, as it mostly is in news."""
    if text[end - 1] != "0" or text[end : end + 1] not in ("s", "'", "’"):
        return []
    match = _DECADE.match(text, start)
    if not match:
        return []
    decade = _date(text, start, match.end(), PartialDate(decade=int(match[1])))
    # "in her 40s" is an age, "post-90s" a count of years
    ages = replace(decade, kind=Kind.VAGUE, value=Interval(int(match[1]), int(match[1]) + 9))
    return [replace(decade, others=(ages,))]


def read_period(text: str, start: int, end: int, number: int) -> list[Figure]:
    """Third quarter of 2025, second half, 21st century; ``number`` is the ordinal that ends at ``end``."""
    if century := _CENTURY.match(text, end):
        number = -number if _BEFORE_CHRIST.match(text, century.end()) else number
        return [_date(text, start, century.end(), PartialDate(century=number))] if 1 <= abs(number) <= 30 else []
    if 1 <= number <= 30 and _CENTURY_TO.match(text, end):
        return [_date(text, start, end, PartialDate(century=number))]
    match = _PERIOD.match(text, end)
    if not match or not 1 <= number <= (4 if match[1].lower() == "quarter" else 2):
        return []
    year = _OF_YEAR.match(text, match.end())
    value = PartialDate(year=int(year[1]) if year else None, **{match[1].lower(): number})
    figure = _date(text, start, year.end() if year else match.end(), value)
    if year:
        return [figure]
    return [replace(figure, others=(replace(figure, kind=Kind.ORDINAL, value=number),))]  # of a game: 第四節


def read_quarter_code(text: str, start: int, _end: int) -> list[Figure]:
    """Q3, H1 2025; the letter is at ``start``."""
    match = _QUARTER.match(text, start)
    if not match or not (match[2] or match[4]):
        return []
    year = _OF_YEAR.match(text, match.end())
    value = PartialDate(
        year=int(year[1]) if year else None,
        quarter=int(match[2]) if match[2] else None,
        half=int(match[4]) if match[4] else None,
    )
    return [_date(text, start, year.end() if year else match.end(), value)]


def ordinal_value(word: str) -> int | None:
    """The number that "third" or "22nd" names."""
    lowered = word.lower()
    if lowered in ORDINALS:
        return ORDINALS[lowered]
    digits = re.match(r"[\d,]{1,9}", lowered)
    return int(digits[0].replace(",", "")) if digits else None


def read_end_of_year(text: str, start: int, end: int) -> list[Figure]:
    """The final quarter is the fourth, the opening one the first: softly, as a game has quarters too."""
    match = _LAST_QUARTER.match(text, end)
    if not match:
        return []
    number = 1 if text[start].lower() == "o" else 4
    span = Span(start, match.end())
    figure = Figure(span, span.of(text), Kind.DATE, PartialDate(quarter=number), is_soft=True, is_aside=True)
    return [replace(figure, others=(replace(figure, kind=Kind.ORDINAL, value=number),))]


def is_day(text: str, start: int, number: int, head: str) -> bool:
    """Whether the ordinal in digits at ``start``, before the word ``head``, can be but a day: "on the 9th"."""
    if not 1 <= number <= 31 or not text[start].isdigit() or head not in _NO_HEADS:
        return False
    return _ON_THE.search(text, max(0, start - 12), start) is not None
