"""English numerals, in digits and in words: "86,213", "8.5 billion", "twenty-three", "half a million", "dozens"."""

import re
from fractions import Fraction

from assistant.figures.english.words import (
    SCALES,
    SHORT_SCALES,
    TENS,
    UNITS_AND_TEENS,
    VAGUE,
    VAGUE_QUANTIFIERS,
    alternation,
)
from assistant.figures.values import LONGEST_NUMERAL, Interval, Number, quotient, tidy
from assistant.patterns import compile_late
from assistant.records.record import quick_record

SMALL = UNITS_AND_TEENS | TENS
NUMBER_WORDS = SMALL | SCALES
_LARGE = frozenset(SCALES.values())
VULGAR = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}

# bounded, so that a hostile run of digits is not read again from each of its groups
# 1,8500 is a slip of the pen, and one number all the same
_DIGITS = compile_late(r"\d{1,3},\d{4}(?!\d|,\d)|\d{1,3}(?:,\d{3}){1,9}(?!\d)(?:\.\d{1,15})?|\d{1,31}(?:\.\d{1,31})?")
_SCALE = compile_late(rf"(?:\s|-|‑){{0,2}}({alternation(SCALES)})s?\b(?!th)", re.IGNORECASE)
_SHORT_SCALE = compile_late(rf"({alternation(SHORT_SCALES)})(?![\w²³/$])", re.IGNORECASE)
POWER = compile_late(r"[eE]\+?(\d|1[0-8])(?!\w)")
"""8.5e10."""
_LETTERS = compile_late(r"[A-Za-z]+")
_WORD = compile_late(r"(?:[\s-]|‑)+(?:and(?:\s|-)+)?([A-Za-z]+)\b")
_OF_SCALE = compile_late(rf"\s+(?:of\s+)?({alternation(VAGUE)}|{alternation(SCALES)})s?\b", re.IGNORECASE)
_HALF_AFTER = compile_late(
    r"[\s-]+and[\s-]+(a|one|two|three)[\s-](half|(?:quarter|third)s?(?!\sof\b))\b(?!-(?:fare|price)\b)", re.IGNORECASE
)
# "dozens of years": the unit stands behind the "of"
_OF = compile_late(
    r"\s+of(?=\s+(?:years|days|hours|minutes|seconds|months|weeks|meters|metres|kilomet|miles|tons|tonnes|kilos|dollars|yuan|euros|pounds)\b)",
    re.IGNORECASE,
)
_POINT = compile_late(r"\s+point((?:\s+(?:zero|one|two|three|four|five|six|seven|eight|nine))+)\b", re.IGNORECASE)
_SCORES_OF = compile_late(r"\sof\s(?!\d)")
_MIXED = compile_late(r"\s([1-9])/([1-9])(?![\d/])")
"""6 2/3 innings."""
_FIRST_OF_SCALES = frozenset(name[0] for name in SCALES)
_ENDS = frozenset("%.,;:)")
_OTHER_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz") - {"a", *(name[0] for name in SCALES)}
"""A number goes on behind none of these signs, and in no word that begins so: it does in "and" and "million"."""
_PARTS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "third": Fraction(1, 3)}


@quick_record
class Numeral:
    """A number as written. ``text[start:end]`` is the numeral with its scale word, no unit."""

    value: Number | Interval
    start: int
    end: int
    step: Number = 1
    """Place value of the last digit that says something."""
    in_words: bool = False
    scale: int = 1
    """The scale word that was applied: 10**9 for "8.5 billion"."""
    is_plain: bool = False
    """Digits only: no comma, no point, no scale; could be a year."""


def step_of(value: Number) -> int:
    """Place value of the last digit of a number written without decimals that says something."""
    whole, step = int(value), 1
    while whole and whole % 10 == 0:
        whole //= 10
        step *= 10
    return step


def _part(match: re.Match[str]) -> Fraction:
    """What "and a half", "and two-thirds" adds."""
    return UNITS_AND_TEENS.get(match[1].lower(), 1) * _PARTS[match[2].lower().removesuffix("s")]


def read_digits(text: str, start: int) -> Numeral | None:
    """The numeral in digits at ``start``; None where none begins, or it is too long to be a quantity."""
    match = _DIGITS.match(text, start)
    if not match or match.end() - start > LONGEST_NUMERAL:
        return None
    written = match[0].replace(",", "")
    if start and text[start - 1] == "." and written.isdigit() and not text[max(0, start - 2)].isalnum():
        # ".548" without its nought
        place = Fraction(1, 10 ** len(written))
        return Numeral(int(written) * place, start, match.end(), place)
    whole, _, decimals = written.partition(".")
    end = match.end()
    part: Number = 0
    scale, scaled_end = 1, end
    following = text[end : end + 2]
    if following[:1] not in _ENDS and not (following[:1] == " " and following[1:].lower() in _OTHER_LETTERS):
        part, end = _read_part(text, end, has_decimals=bool(decimals))
        scale, scaled_end = read_scale(text, end)
    value: Number
    step: Number
    if decimals:
        tenths = 10 ** len(decimals)
        value, step = quotient(int(whole + decimals) * scale, tenths), quotient(scale, tenths)
    else:
        value = int(whole) * scale
        step = step_of(value)
    if part:
        value = tidy(value + part * scale)
        step = step if decimals else step_of(value)
    plain = scale == 1 and not decimals and not part and "," not in match[0]
    return Numeral(value, start, scaled_end, step, scale=scale, is_plain=plain)


def _read_part(text: str, end: int, *, has_decimals: bool) -> tuple[Number, int]:
    """What a fraction behind the digits adds, and where it ends: 6½, 2 and a half, 6 2/3."""
    following = text[end : end + 1]
    if following in VULGAR:
        return VULGAR[following], end + 1
    if has_decimals:
        return 0, end
    if following in (" ", "-") and (half := _HALF_AFTER.match(text, end)):
        return _part(half), half.end()
    mixed = _MIXED.match(text, end) if following.isspace() else None
    if mixed and int(mixed[1]) < int(mixed[2]):
        return Fraction(int(mixed[1]), int(mixed[2])), mixed.end()
    return 0, end


def _begin_behind(text: str, end: int) -> str:
    """The letter with which a word begins behind a gap of two signs at most, in lower case."""
    return text[end : end + 3].replace("-", " ").replace("‑", " ").lstrip()[:1].lower()


def read_scale(text: str, end: int) -> tuple[int, int]:
    """The product of the scale words at ``end`` ("hundred million"), and where they end."""
    scale = 1
    # behind most numbers another word begins
    while _begin_behind(text, end) in _FIRST_OF_SCALES and (match := _SCALE.match(text, end)):
        scale, end = scale * SCALES[match[1].lower()], match.end()
        if scale > 10**18:
            break
    # a scale letter stands right behind its number: "5 m" is five metres
    if scale == 1 and text[end : end + 1].isalpha():
        if match := _SHORT_SCALE.match(text, end):
            return SHORT_SCALES[match[1].lower()], match.end()
        if match := POWER.match(text, end):
            return 10 ** int(match[1]), match.end()
    return scale, end


def read_words(text: str, start: int) -> Numeral | None:
    """The numeral in words at ``start``: "twenty-three", "two and a half million", "dozens of thousands"."""
    match = _LETTERS.match(text, start)
    if not match:
        return None
    word = match[0].lower()
    if word == "scores" and not _SCORES_OF.match(text, match.end()):
        return None  # results, or sheets of music
    if word in VAGUE:
        return _read_vague(text, start, match.end(), VAGUE[word])
    if word not in NUMBER_WORDS:
        return None
    value: Number
    value, end, last = _fold_words(text, word, match.end())
    numeral_step = step_of(value)
    fraction = _HALF_AFTER.match(text, end)
    if fraction:
        value, end = tidy(value + _part(fraction)), fraction.end()
    if last < 100 and (point := _POINT.match(text, end)):
        digits = [UNITS_AND_TEENS[name.lower()] for name in point[1].split()]
        value, end = tidy(value + Fraction(int("".join(map(str, digits))), 10 ** len(digits))), point.end()
    scale, end = _read_scale_word(text, end) if fraction or last < 100 else (1, end)
    shared = scale if scale > 1 else last if last in _LARGE else 1
    return Numeral(tidy(value * scale), start, end, numeral_step * scale, in_words=True, scale=shared)


def _read_scale_word(text: str, end: int) -> tuple[int, int]:
    match = _SCALE.match(text, end)
    return (SCALES[match[1].lower()], match.end()) if match else (1, end)


def _fold_words(text: str, word: str, end: int) -> tuple[int, int, int]:
    """Add up number words from ``word`` on for as long as they make one number: value, end, last word's value."""
    total, current, last, lowest_scale = 0, NUMBER_WORDS[word], NUMBER_WORDS[word], 10**18
    if current >= 1000:
        total, current, lowest_scale = current, 0, current
    while match := _WORD.match(text, end):
        number = NUMBER_WORDS.get(match[1].lower())
        if number is None or not _continues(last, number, current, lowest_scale):
            break
        if "and" in match[0][: -len(match[1])].lower() and last < 100:
            break
        if number in (12, 100) and match[1].lower() in ("hundred", "dozen"):
            current = (current or 1) * number
        elif number >= 1000:
            total, current, lowest_scale = total + (current or 1) * number, 0, number
        else:
            current += number
        last, end = number, match.end()
    return total + current, end, last


def _continues(last: int, number: int, current: int, lowest_scale: int) -> bool:
    """Whether ``number`` can follow ``last`` in one numeral: "twenty three" can, "three four" cannot."""
    if number >= 1000:
        return number < lowest_scale and current > 0
    if number == 100 or (number == 12 and last < 12):
        return 0 < current < 100
    if last >= 100:
        return number < 100
    return last in TENS.values() and number < 10


def _read_vague(text: str, start: int, end: int, bounds: tuple[int, int]) -> Numeral:
    """Dozens, hundreds of thousands, tens of millions: an interval."""
    low, high = bounds
    match = _OF_SCALE.match(text, end)
    if match:
        word = match[1].lower()
        scale = SCALES.get(word) or SCALES[word.rstrip("s")]
        # "hundreds of thousands" stops where millions begin
        low, high, end = low * scale, min(high, 999) * scale, match.end()
    of_unit = _OF.match(text, end)
    return Numeral(Interval(low, high), start, of_unit.end() if of_unit else end, in_words=True)


def read_vague_scale(text: str, start: int) -> Numeral | None:
    """Several hundred, a few thousand, a couple of million; ``start`` is at the quantifier."""
    match = _QUANTIFIED.match(text, start)
    if not match:
        return None
    low, high = VAGUE_QUANTIFIERS[match[1].lower()]
    scale = SCALES[match[2].lower()]
    rest, end = _read_scale_word(text, match.end())
    return Numeral(Interval(low * scale * rest, high * scale * rest), start, end, in_words=True)


_QUANTIFIED = compile_late(
    rf"({alternation(VAGUE_QUANTIFIERS)})\s+(?:of\s+)?({alternation(SCALES)})s?\b", re.IGNORECASE
)


def read_numeral(text: str, start: int) -> Numeral | None:
    """A numeral in digits or in words."""
    if text[start].isdigit():
        return read_digits(text, start)
    return read_words(text, start) or read_vague_scale(text, start)
