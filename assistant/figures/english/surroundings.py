"""The words around an English numeral: its unit, its currency, and the wording that qualifies it."""

import re
from typing import NamedTuple

from assistant.figures.english.words import (
    APPROXIMATIONS,
    CASE_MATTERS,
    COMPOUND_UNITS,
    CURRENCY_SYMBOLS,
    CURRENCY_WORDS,
    DURATION_UNITS,
    LOWER_CASE_UNITS,
    MEASURES,
    TRAILING,
    alternation,
)
from assistant.figures.values import Approximation, Kind, Number
from assistant.patterns import compile_late


class Unit(NamedTuple):
    """What a number measures. ``factor`` turns it into ``unit``: a decade is 10 ``a``."""

    kind: Kind
    unit: str
    end: int
    factor: Number = 1


_SHARES: dict[str, tuple[Kind, str]] = {
    "%": (Kind.PERCENT, "%"), "％": (Kind.PERCENT, "%"), "percent": (Kind.PERCENT, "%"),
    "per cent": (Kind.PERCENT, "%"),
    "pct": (Kind.PERCENT, "%"), "percentage": (Kind.PERCENT, "%"), "percentage point": (Kind.POINTS, "%"),
    "percent point": (Kind.POINTS, "%"), "per cent point": (Kind.POINTS, "%"), "pp": (Kind.POINTS, "%"),
    "ppt": (Kind.POINTS, "%"), "% point": (Kind.POINTS, "%"), "basis point": (Kind.BASIS_POINTS, "bp"),
    "pip": (Kind.BASIS_POINTS, "bp"), "bps": (Kind.BASIS_POINTS, "bp"), "bp": (Kind.BASIS_POINTS, "bp"),
    "‰": (Kind.PERCENT, "‰"),
    "per mille": (Kind.PERCENT, "‰"),
}  # fmt: skip
_MONEY_CODES = {code: unit for code, unit in CURRENCY_SYMBOLS.items() if code.isalpha() and len(code) == 3}
_WORDS = frozenset(_SHARES) | frozenset(CURRENCY_WORDS) | frozenset(MEASURES) | frozenset(_MONEY_CODES)
# words that may stand between a number and its unit: "three full years", "two consecutive quarters", "0.4 of a point"
_BETWEEN = (
    "whole", "full", "consecutive", "straight", "more", "additional", "extra", "long", "short", "calendar", "working",
    "business", "other", "solid", r"of\sa(?=\spercentage)",
)  # fmt: skip
# short codes take no plural s: "21 has" is no area
_CODES = frozenset(MEASURES.values()) | {"kwh", "mwh", "gwh", "twh", "mah", "hpa", "mph", "kph"}
_SHORT = frozenset(
    word for word in _WORDS if len(word) < 3 or word in _MONEY_CODES or (len(word) == 3 and word in _CODES)
)
_SPELT = _WORDS - _SHORT


def _group_names() -> dict[str, list[tuple[str, str]]]:
    """First characters -> the units that begin so, the longest first: with plain gaps, and as in the tables.

    Two characters, or one where a unit has but one, or a gap behind it: %, % point.
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    for word in sorted(_WORDS, key=lambda word: (word in _SHORT, -len(word), word)):
        spelt = word.replace("-", " ")
        groups.setdefault(spelt[:2].rstrip(), []).append((spelt, word))
    return groups


_NAMES = _group_names()
_LONGEST_NAME = max(map(len, _WORDS))
_BETWEEN_LETTERS = frozenset(word[:3] for word in _BETWEEN)
_LETTERS_OF_BETWEEN = frozenset(letter for word in _BETWEEN for letter in (word[0], word[0].upper()))
_FIRST_LETTERS = frozenset(word[:3] for word in _WORDS) | _BETWEEN_LETTERS
_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_OTHER_GAPS = frozenset(_SPACES + "-‑")
_GAPS = dict.fromkeys(map(ord, _OTHER_GAPS), " ")
"""25 basis points, a 25-basis-point cut."""
_BEFORE_UNIT = compile_late(rf"(?:[\s‑-]\s?-?)?(?:(?:{'|'.join(_BETWEEN)})[\s-])?", re.IGNORECASE)
_LETTER_UNIT = compile_late(r"\s?([€£])(?!\d)|[\s-]?([mgVWLCFp])(?![\w/’'$-]|\.\w)", re.IGNORECASE)
_CURRENCY_BEFORE = compile_late(rf"(?:^|(?<![A-Za-z]))({alternation(CURRENCY_SYMBOLS)})\s?$", re.IGNORECASE)
_CURRENCY_CODES = frozenset(code for code in CURRENCY_SYMBOLS if code.isalpha())
_CURRENCY_SIGNS = frozenset(code for code in CURRENCY_SYMBOLS if len(code) == 1)
_LETTER_UNITS = {"m": "m", "g": "g", "V": "V", "W": "W", "L": "L", "C": "Cel", "F": "[degF]", "p": "pence"}
_PER_TIME = compile_late(r"(?:\s?/\s?|[\s-](?:per|an?|each|every)[\s-])(h|hr|hour|s|sec|second)\b", re.IGNORECASE)
# length -> first letter of the time -> speed
_SPEEDS = {"km": {"h": "km/h"}, "m": {"s": "m/s"}, "[mi_i]": {"h": "[mi_i]/h"}, "[nmi_i]": {"h": "[kn_i]"}}
_TRAILING = compile_late(rf"[\s-]?({alternation(TRAILING)}|(?<=-)some)(?!\w|\s?[A-Z]\b)", re.IGNORECASE)
_TRAILING_LETTERS = frozenset(word[0] for word in TRAILING)
_GAP_SIGNS = frozenset(_SPACES + " -")
_LONGEST_PHRASE = 4
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in APPROXIMATIONS)
_OPPOSITES = {
    Approximation.UNDER: Approximation.AT_LEAST, Approximation.OVER: Approximation.AT_MOST,
}  # fmt: skip
_LONGEST_DENIAL = 48
_DENYING = compile_late("n(?:ot|ever|['’]t)|without|fail")
"""What stands in all that denies, in lower case."""
_DENIED = compile_late(
    r"(?:\b(?:not|never|cannot|without)|n['’]t|\bfail(?:s|ed|ing)?\sto)\s(?:once\s|ever\s|yet\s)?"
    r"(?:(?:drop|fall|go|dip|sink|slip|climb|rise|get|come|be|been|dropp|fall|fell|went|dipp|sank|rose|climb)(?:ed|ing|en|e?s)?\s)?"
    r"(?:below|under|above|over|beyond|exceed(?:ed|ing)?|surpass(?:ed|ing)?|higher\sthan|lower\sthan|topp(?:ed|ing))\s"
    r"(?:the\s|a\s)?(?:[A-Z]{0,3}[$€£¥])?$",
    re.IGNORECASE,
    needs="below under above over beyond exceed surpass higher lower topp",
)
_LONG_DENIED = compile_late(
    r"(?:\b(?:should|must|may|can|could|shall|do|does|did|is|are|was|were|will|would)(?:n['’]t|\snot)|\bnot\sto)\s(?:[a-z-]+\s){1,9}"
    r"(?:more|longer|over|above|beyond|fewer|less|higher|lower)(?:\sthan)?\s(?:the\s|a\s)?(?:[A-Z]{0,3}[$€£¥])?$"
    r"|\b(?:may|must|can|should|shall|will|could|[Dd]o)(?:n['’]t|\snot)\s[^.;]{1,64}\bor\s(?:[a-z]+\s){0,5}"
    r"(?:more|longer|fewer|less)\sthan\s$"  # may not go more than 3 km or work more than 10 hours
)
"""Leftovers should not be kept in the refrigerator for more than 24 hours."""
_UNTIL = compile_late(r"[\w$.,]*(?:\s[a-z]+)?\s(?:until|till)\b")
_SKIPPED = frozenset({"a", "an", "the", "only", "of", "just", "total", "by", "to"})


_PLURAL = compile_late(r"(?:\b(?:two|three|four|five|six|seven|eight|nine|ten)|(?<![\d.,])[2-9])$", re.IGNORECASE)


def read_unit(text: str, end: int) -> Unit | None:
    """The unit of the number that ends at ``end``, or None for a bare number."""
    letters = text[end + 1 : end + 4].lower()
    is_word = text[end : end + 1] == " " and letters.isascii() and letters.isalpha() and len(letters) > 2
    if is_word and letters not in _FIRST_LETTERS:
        return None  # the quick answer for most numbers
    start = end + 1 if is_word and letters not in _BETWEEN_LETTERS else _skip_to_unit(text, end)
    if named := _find_name(text, start):
        word, name_end, unit_end = named
        if (
            word == "second"
            and unit_end == name_end
            and text[start - 1 : start] == " "
            and _PLURAL.search(text, max(0, end - 5), end)
        ):
            return None  # three second prizes
        return _name_unit(text, word, text[start:name_end], end, unit_end)
    match = None if is_word else _LETTER_UNIT.match(text, end)
    if not match:
        return None
    if match[1]:
        return Unit(Kind.MONEY, CURRENCY_SYMBOLS[match[1]], match.end(1))
    letter = _LETTER_UNITS.get(match[2]) if text[end - 1 : end].isdigit() else None  # one L is a size
    return Unit(Kind.MONEY if match[2] == "p" else Kind.MEASURE, letter, match.end(2)) if letter else None


def _skip_to_unit(text: str, end: int) -> int:
    """Where the unit of the number that ends at ``end`` may begin: behind gaps, and behind "full" or "consecutive"."""
    follower = text[end : end + 1]
    if follower not in _GAP_SIGNS and follower not in _LETTERS_OF_BETWEEN and follower != "‑":
        return end  # the quick answer where a sign follows: 25%, 25.
    match = _BEFORE_UNIT.match(text, end)
    return match.end() if match else end


def _find_name(text: str, start: int) -> tuple[str, int, int] | None:
    """The longest unit that is written out at ``start``, where it ends, and where its plural does."""
    names = _NAMES.get(text[start : start + 2].lower()) or _NAMES.get(text[start : start + 1])
    if names is None:
        return None
    piece = text[start : start + _LONGEST_NAME].lower()
    if not _OTHER_GAPS.isdisjoint(piece):
        piece = piece.translate(_GAPS)
    for spelt, word in names:
        if not piece.startswith(spelt):
            continue
        end = start + len(spelt)
        plural = end + (word in _SPELT and text[end : end + 1] in ("s", "S"))
        following = text[plural : plural + 1]
        if not (following.isascii() and following.isalpha()):
            return word, end, plural
    return None


# "two second-prize winners": the ordinal, not the time
_COMPOUND = compile_late(r"-(?!(?:olds?|longs?|plus|and|to|or)\b)[a-z]")
"""42,000 day-school places: the unit belongs to the word that it begins."""
_NO_UNIT = compile_late(
    r"\ssecond-(?!long\b)[a-z]|\sstones?\s(?!(?:and|in|to|or|at|on|for|over|since|after|when|but|lighter|heavier)\b)[a-z]",
    re.IGNORECASE,
)
"""Two second-prize winners; 590 stone weirs, where 13 stone is a weight."""


def _name_unit(text: str, word: str, name: str, end: int, unit_end: int) -> Unit:
    """The unit ``word``, written as ``name``, of the number that ends at ``end``."""
    if _NO_UNIT.match(text, end) or (word in LOWER_CASE_UNITS and not name.islower()):
        return Unit(Kind.COUNT, "", end)
    if word in _SHARES:
        kind, unit = _SHARES[word]
        return Unit(kind, unit, unit_end)
    if money := CURRENCY_WORDS.get(word) or _MONEY_CODES.get(word):
        return Unit(Kind.MONEY, money, unit_end)
    unit = MEASURES[word]
    is_compound = unit in DURATION_UNITS and text[end : end + 1] == " " and _COMPOUND.match(text, unit_end) is not None
    if is_compound or (word in CASE_MATTERS and name not in CASE_MATTERS[word]):
        return Unit(Kind.COUNT, "", end)
    if speed := _read_speed(text, unit, unit_end):
        return speed
    factor, unit = COMPOUND_UNITS.get(unit, (1, unit))
    return Unit(Kind.DURATION if unit in DURATION_UNITS else Kind.MEASURE, unit, unit_end, factor)


def _read_speed(text: str, unit: str, end: int) -> Unit | None:
    """350 km per hour, 12 metres a second: a length over a time."""
    by_time = _SPEEDS.get(unit)
    match = _PER_TIME.match(text, end) if by_time else None
    code = by_time.get(match[1][0].lower()) if by_time and match else None
    return Unit(Kind.MEASURE, code, match.end()) if match and code else None


def read_currency_before(text: str, start: int) -> tuple[str, int] | None:
    """The currency that ends right before ``start`` ("US$", "RMB ") and where it begins."""
    before = text[max(0, start - 8) : start]
    last = before.rstrip()[-3:].lower()
    if last not in _CURRENCY_CODES and last[-2:] not in _CURRENCY_CODES and last[-1:] not in _CURRENCY_SIGNS:
        return None  # the quick answer for nearly all numbers
    match = _CURRENCY_BEFORE.search(before)
    return (CURRENCY_SYMBOLS[match[1].lower()], start - len(before) + match.start(1)) if match else None


def read_approximation(text: str, start: int) -> Approximation:
    """How the words before ``start`` qualify the number there: "more than", "nearly a"."""
    last = text[max(0, start - 30) : start].rsplit(None, 1)[-1:]
    if not last or ((word := last[0].lower()).lstrip("(") not in _LAST_WORDS and word not in _SKIPPED):
        return Approximation.EXACT  # the quick answer for most numbers
    words = text[max(0, start - 30) : start].lower().split()
    while words:
        longest = min(_LONGEST_PHRASE, len(words)) if words[-1].lstrip("(") in _LAST_WORDS else 0
        for size in range(longest, 0, -1):
            phrase = " ".join(words[-size:]).lstrip("(")
            if phrase in APPROXIMATIONS:
                said = APPROXIMATIONS[phrase]
                if said is Approximation.UNDER and _DIVED.search(text, max(0, start - _LONGEST_DIVE), start):
                    return Approximation.OVER
                return _OPPOSITES.get(said, said) if _is_denied(text, start) else said
        if words.pop() not in _SKIPPED:
            break
    return Approximation.EXACT


_DIVED = compile_late(
    r"\b(?:div(?:e[sd]?|ing)|dove|descend(?:s|ed|ing)?|submerg(?:es?|ed|ing)|depths?)\s(?:to\s)?(?:depths?\s)?(?:of\s)?"
    r"(?:below|under)\s$"
)
_LONGEST_DIVE = 36
"""Below 100 meters is deeper."""


def _is_denied(text: str, start: int) -> bool:
    """Whether what qualifies the number at ``start`` is denied: "did not fall below", "never exceeded"."""
    # the quick answer for nearly all
    if not _DENYING.search(text[max(0, start - 3 * _LONGEST_DENIAL) : start].lower()):
        return False
    if _UNTIL.match(text, start):
        return False  # not above 20 degrees until New Year
    if _DENIED.search(text, max(0, start - _LONGEST_DENIAL), start):
        return True
    return _LONG_DENIED.search(text, max(0, start - 3 * _LONGEST_DENIAL), start) is not None


def read_trailing(text: str, end: int) -> tuple[Approximation, int]:
    """How the words behind a number qualify it ("20-odd", "50+", "30 or so"), and where they end."""
    first = text[end : end + 1]
    if first in _GAP_SIGNS:
        first = text[end + 1 : end + 2]
    is_some = first == "s" and text[end] == "-"  # 30-some people
    match = _TRAILING.match(text, end) if is_some or first.lower() in _TRAILING_LETTERS else None
    return (TRAILING.get(match[1].lower(), Approximation.ABOUT), match.end()) if match else (Approximation.EXACT, end)
