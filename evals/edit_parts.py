"""What the edits are made of: the numerals of an English text by what they are, and a figure written like another."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from evals.wordlists import MONTHS, SCALES, UNITS


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``new``."""

    start: int
    end: int
    new: str


MONTH = "|".join(MONTHS)
NUMERAL = r"(?<![\w.,:/-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\w:/]|-\d|[.,]\d)"
NUMBER = re.compile(NUMERAL)
SCALED = re.compile(rf"({NUMERAL})(?:[ -](?:{'|'.join(SCALES)}))?")
YEAR = re.compile(r"(?<![\w.,$£€¥:/-])(?:1[5-9]|20)\d\d(?![\w:/-]|[.,]\d)(?! (?:percent|people|yuan|yen))")
PERCENT = re.compile(rf"({NUMERAL})(?:%| percent\b| per cent\b)")
NO_SHARED_PERCENT = r"(?! (?:to|and|or) \d[\d.]*(?:%| per ?cent))"
"""In "from 85 to 98.5 percent" the first figure is a share too, and saying "percent" once is no mistake."""
BESIDE_MONTH = (
    re.compile(rf"(?:{MONTH})(?: \d{{1,2}}(?:st|nd|rd|th)?(?: to |-|, ))?\s?$"),
    re.compile(rf"^(?:(?: to |-)\d{{1,2}})? (?:{MONTH})"),
)
NO_COUNTED_THINGS = ("as", "basis", "degrees", "has", "hectopascals", "is", "lots", "percentage", "points", "was")
"""Words in -s that make "NUMBER WORD" no number of things."""
CLOCK = re.compile(r"^ ?(?:[ap]\.?m\b)")


def find_quantities(text: str) -> list[re.Match[str]]:
    """Numerals that count or measure something: no years, days, times, and no shares."""
    shares = {m.start() for m in find_percents(text)}
    years = {m.start() for m in YEAR.finditer(text)}
    return [
        m
        for m in NUMBER.finditer(text)
        if m.start() not in shares | years
        and not is_beside_month(m, text)
        and not CLOCK.match(text[m.end() : m.end() + 5])
    ]


def find_percents(text: str) -> list[re.Match[str]]:
    """Numerals of shares, without their sign."""
    return [m for p in PERCENT.finditer(text) if (m := NUMBER.match(text, p.start()))]


def is_beside_month(match: re.Match[str], text: str) -> bool:
    """Whether a numeral is the day of a month that is named beside it."""
    before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 20]
    return bool(BESIDE_MONTH[0].search(before) or BESIDE_MONTH[1].match(after))


def sort_of(match: re.Match[str], text: str) -> tuple[str, str]:
    """What a numeral must share with another to change places with it: its currency sign and its scale or unit."""
    sign = re.search(r"[A-Z]*[$£€¥]$", text[: match.start()])
    scale = re.match(rf"(?:%| (?:{'|'.join((*SCALES, *UNITS))}|percent|percentage|basis)\b)?", text[match.end() :])
    return sign[0] if sign else "", scale[0] if scale else ""


def value_of(match: re.Match[str]) -> Decimal:
    """What a numeral says."""
    return Decimal(match[0].replace(",", ""))


def format_like(value: Decimal, like: str) -> str:
    """Plain notation, with thousands separators where the model has them or the number is long."""
    text = f"{value.normalize():f}"
    whole, _, rest = text.partition(".")
    if "," in like or len(whole) > 4 or (len(like) < 4 and len(whole) == 4):
        whole = f"{int(whole):,}"
    return f"{whole}.{rest}" if rest else whole


def exchange(text: str, table: dict[str, str]) -> Iterator[Edit]:
    """Each word of ``table`` by what it stands beside there."""
    words = "|".join(sorted(table, key=len, reverse=True))
    for match in re.finditer(rf"(?i)(?<![\w-])(?:{words})\b", text):
        yield replace_match(match, case_like(match[0], table[match[0].lower()]))


def replace_match(match: re.Match[str], new: str) -> Edit:
    """``new`` in the place of a match."""
    return Edit(match.start(), match.end(), new)


def case_like(model: str, word: str) -> str:
    """``word`` with a capital where ``model`` has one."""
    return word.capitalize() if model[0].isupper() else word


def suffix_of(number: int) -> str:
    """The ending of an ordinal in digits: ``st`` of 21st."""
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
