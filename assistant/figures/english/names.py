"""English names with digits (F-16, COVID-19, 5G), addresses and the like: strings, not quantities."""

import re

from assistant.figures.english.numerals import POWER
from assistant.figures.english.words import CURRENCY_SYMBOLS, MEASURES, SHORT_SCALES
from assistant.figures.values import LONGEST_NUMERAL, Figure, Kind, PartialDate, replace
from assistant.patterns import compile_late
from assistant.records.source import Span

_ADDRESS = compile_late(r"[^\s()<>\"]+")
_PREFIX = compile_late(r"(?:[A-Za-z][A-Za-z0-9]*[-‑–.+])*[A-Za-z][A-Za-z0-9]*[-‑–.]?$|[A-Z]$")
_REST = compile_late(r"[\w]*(?:[-‑.+/][A-Za-z0-9]+)*")
_AFTER_DIGITS = compile_late(r"\d++(?:[.,]\d++)*-?([A-Za-z]+)")
# what may follow digits without a space and leave them a quantity
_UNIT_LETTERS = frozenset("mgVWL")
_POWER_SIGNS = ("e", "E")
_SCREENS = frozenset({"480", "720", "1080", "1440", "2160"})
"""Lines of a screen, and no pence: 1080p."""
_UNIT_WORDS = (
    frozenset(MEASURES) | frozenset(SHORT_SCALES) | {code for code in CURRENCY_SYMBOLS if code.isalpha()}
    | frozenset({
        "st", "nd", "rd", "th", "s", "am", "pm", "x", "fold", "times", "odd", "million", "billion", "trillion",
        "thousand", "hundred", "percent", "pct", "pp", "bp", "bps", "yuan",
    })
)  # fmt: skip
# lower-case words that may be joined to a number: mid-2025, under-18s, top-10
_JOINING = frozenset({
    "mid", "pre", "post", "sub", "over", "under", "top", "late", "early", "non", "in", "per", "to", "a", "the", "of",
    "and", "or", "at", "from", "by", "than", "up", "co", "vs", "no", "ca", "c", "about", "around", "nearly", "almost",
    "another", "extra", "plus", "year", "day", "first", "two", "three", "four", "five", "six", "seven", "eight",
    "nine", "ten",
})  # fmt: skip
_VERSION = compile_late(r"\d{1,3}(?:\.\d{1,5}){2,4}(?![\d.]*\d)")
_MODEL = compile_late(r"7[0-8]7-(?:[1-9]00|8|9|10)(?:[A-Z]{1,3})?s?\b")
_ARTICLE = compile_late(r"\b(?:Article|Section|Clause|Rule|Art\.)\s$")
_PART = compile_late(r"(\d{1,4})-\d{1,2}\b")
_LONGEST_NAME = 40
# indexes and lists that English calls by a number and the source often does not: the Nikkei 225, for 日経平均
_INDEXES = (
    "Nikkei", "S&P", "FTSE", "CSI", "DAX", "CAC", "Nasdaq", "Russell", "Fortune", "Stoxx", "STOXX", "STAR", "Kospi",
    "KOSPI", "ASX", "SSE", "IBEX", "AEX", "Forbes", "Nifty", "SET", "TAIEX", "TWSE", "Expo", "Euro", "Windows", "iOS",
    "Android",
)  # fmt: skip
_INDEX = compile_late(rf"\b(?:Nikkei\sStock\sAverage|{'|'.join(_INDEXES)})\s$")
_ENDS_OF_INDEXES = (*_INDEXES, "Average")
# names that look like a fraction or a range
_KNOWN = compile_late(r"(?:9/11|24/7|7-Eleven)\b", re.IGNORECASE)
_FISCAL = compile_late(r"(?:Q[1-4]|H[12]|FY\d{2,4})\b", re.IGNORECASE)
_PHONE = compile_late(r"0\d{1,3}-\d{3,4}-?\d{3,4}(?!\d)|\d{3}-\d{3,4}-\d{4}(?!\d)|[48]00-?\d{3,4}-?\d{4}(?!\d)")
_PHONE_IN_AREA = compile_late(r"0\d{1,3}\)[\s-]?\d{3,4}[\s-]?\d{3,4}(?![\d-])")
_MONEY_BEFORE = compile_late(r"[$€£¥]\s?$")
_MINUS = compile_late(r"(?:\b(?:minus|negative|below|temperatures?\s(?:of|to|around|near))\s|[-−–])$", re.IGNORECASE)
_ONE_DIGIT = {"C": "Cel", "F": "[degF]", "in": "[in_i]", "K": "km", "k": "km"}
"""Units right behind a digit that may as well be a name: a low of 8C, and gate 8C."""
_FEET = compile_late(r"\d\s?-?(?:ft|feet|foot)\.?,?[\s-]?$")
"""6ft 2in: what stands behind feet are inches, whatever the letters."""
_LAST_NUMBER = compile_late(r"[A-Za-z][-‑–]?(\d{1,4})s?$")


def read_address(text: str, start: int, _end: int) -> list[Figure]:
    """A web address, whole, so that no digit in it is taken for a figure."""
    match = _ADDRESS.match(text, start)
    if not match or match.end() - start < 5:
        return []
    return [_identifier(text, start, match.end())]


def read_identifier(text: str, start: int, end: int) -> list[Figure]:
    """The name that the digits at ``start`` are part of, or nothing where they are a quantity."""
    follower = text[end : end + 1]
    if follower in ("/", "-", ".", ")") and (code := _read_code(text, start)):
        return [code]
    before = text[start - 1] if start else " "
    if (
        before == " "
        and follower not in (",", "%")
        and text.endswith(_ENDS_OF_INDEXES, 0, start - 1)
        and (index := _INDEX.search(text, max(0, start - _LONGEST_NAME), start))
    ):
        name = _identifier(text, index.start(), end)
        return [replace(name, others=(Figure(name.span, name.surface, Kind.COUNT, int(text[start:end])),))]
    if before.isascii() and (before.isalpha() or (before in "-‑–." and start > 1 and text[start - 2].isalpha())):
        name_start = _start_of_name(text, start)
        if name_start is not None:
            return [_identifier(text, name_start, _REST.match(text, start).end())]  # type: ignore[union-attr]
    # letters can only join on directly, or behind a point, a comma or a hyphen
    after = None if follower == " " else _AFTER_DIGITS.match(text, start, start + _LONGEST_NAME)
    if after and not _is_quantity(after):
        rest = _REST.match(text, after.end())
        name = _identifier(text, start, rest.end() if rest else after.end())
        return [_with_measure(name, after)]
    if _is_too_long(text, start):
        return [_identifier(text, start, _REST.match(text, start).end())]  # type: ignore[union-attr]
    return []


def _read_code(text: str, start: int) -> Figure | None:
    """9/11, version 5.6.1, a telephone number; Article 133-1 is the 133rd, as in 第一百三十三條之一."""
    if start and text[start - 1] == "(" and (phone := _PHONE_IN_AREA.match(text, start)):
        return _identifier(text, start, phone.end())
    for pattern in (_KNOWN, _VERSION, _PHONE, _MODEL):
        if match := pattern.match(text, start):
            return _identifier(text, start, match.end())
    part = _PART.match(text, start) if _ARTICLE.search(text, max(0, start - 9), start) else None
    if part is None:
        return None
    span = Span(start, part.end())
    return Figure(span, span.of(text), Kind.ORDINAL, int(part[1]))


def _start_of_name(text: str, start: int) -> int | None:
    """Where the name that runs into the digits at ``start`` begins; None when what precedes is no part of a name."""
    window = max(0, start - _LONGEST_NAME)
    match = _PREFIX.search(text, window, start)
    if not match:
        return None
    word = match[0].rstrip("-‑–.")
    if word in _JOINING or (len(word) > 1 and (word.lower() in _JOINING or word.lower() in CURRENCY_SYMBOLS)):
        return None
    if (match[0][-1] == "." and not (len(word) == 1 and word.isupper())) or (match[0][-1] in "-‑–" and word.islower()):
        return None
    if _FISCAL.match(text, match.start()) or (
        word in ("x", "X") and match.start() and text[match.start() - 1].isdigit()
    ):
        return None
    return match.start()


def _is_quantity(after: re.Match[str]) -> bool:
    """Whether the letters behind the digits are a unit, a scale or an ordinal ending."""
    number, letters = after[0][: -len(after[1])], after[1]
    if letters in _POWER_SIGNS and POWER.match(after.string, after.start(1)):
        return True
    if number[-1] == "-" or (letters in ("C", "F") and (len(number) > 1 or _is_temperature(after))):
        return True
    if letters == "p":
        return number not in _SCREENS
    # 2B, 3M are names of halls and firms; 2.5B, 100k, 30bn are amounts
    if (
        letters in ("B", "M", "K")
        and number.isdigit()
        and len(number) == 1
        and not _MONEY_BEFORE.search(after.string, max(0, after.start() - 2), after.start())
    ):
        return False
    stem = letters.removesuffix("s")
    return stem in _UNIT_LETTERS or letters.lower() in _UNIT_WORDS or stem.lower() in _UNIT_WORDS


def _is_temperature(after: re.Match[str]) -> bool:
    """Minus 3C; 3C by itself is a name."""
    return _MINUS.search(after.string, max(0, after.start() - 20), after.start()) is not None


def _with_measure(name: Figure, after: re.Match[str]) -> Figure:
    """The name, which may be a measure instead: 8C, 8in."""
    unit, number = _ONE_DIGIT.get(after[1]), after[0][: -len(after[1])]
    if unit is None or not number.isdigit() or after[0] != name.surface:
        return name
    measure = replace(name, kind=Kind.MEASURE, value=int(number), unit=unit, others=())
    if unit == "[in_i]" and _FEET.search(after.string, max(0, after.start() - 8), after.start()):
        return measure
    return replace(name, others=(*name.others, measure))


def _is_too_long(text: str, start: int) -> bool:
    if not text[start + LONGEST_NUMERAL : start + LONGEST_NUMERAL + 1].isdigit():
        return False
    end = start
    while end < len(text) and end - start <= LONGEST_NUMERAL and text[end] in "0123456789,.":
        end += 1
    return end - start > LONGEST_NUMERAL


def _identifier(text: str, start: int, end: int) -> Figure:
    """A name; the number it ends in ("Atlas-2030") is another reading, since the source may keep it apart."""
    span = Span(start, end)
    surface = span.of(text)
    name = Figure(span, surface, Kind.IDENTIFIER, normalise_name(surface))
    last = _LAST_NUMBER.search(surface)
    if not last:
        return name
    if surface[-1] == "s":  # two Il-76s
        name = replace(name, others=(replace(name, value=normalise_name(surface[:-1])),))
    number = replace(name, kind=Kind.COUNT, value=int(last[1]))
    return replace(
        name, others=(*name.others, number, replace(name, kind=Kind.DATE, value=PartialDate(year=int(last[1]))))
    )


def normalise_name(surface: str) -> str:
    """Upper case, letters and digits only: F-16 and F16 are one name."""
    return "".join(c for c in surface.upper() if c.isalnum())
