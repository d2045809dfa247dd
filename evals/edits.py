"""The single mistakes that ``mutate`` makes, one function a kind: an English text in, all possible edits of it out.

Each edit makes one figure wrong and leaves the rest alone. Only figures are touched: numbers inside names
(``F-16``, ``COVID-19``) are left alone.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from random import Random

from evals.edit_parts import (
    MONTH,
    NO_COUNTED_THINGS,
    NO_SHARED_PERCENT,
    NUMBER,
    NUMERAL,
    SCALED,
    YEAR,
    Edit,
    case_like,
    exchange,
    find_percents,
    find_quantities,
    format_like,
    is_beside_month,
    replace_match,
    sort_of,
    suffix_of,
    value_of,
)
from evals.wordlists import (
    APPROXIMATIONS,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    FRACTIONS,
    MONTHS,
    MULTIPLES,
    NUMBER_WORDS,
    ORDINAL_WORDS,
    SCALES,
    TENS_WORDS,
    UNITS,
)

Kind = Callable[[str, Random], Iterator[Edit]]


# ------------------------------------------------------------------------------------------------- numerals


def ten_times(text: str, _rng: Random) -> Iterator[Edit]:
    """8.5 billion becomes 85 billion."""
    for match in find_quantities(text):
        yield replace_match(match, format_like(value_of(match) * 10, match[0]))


def tenth(text: str, _rng: Random) -> Iterator[Edit]:
    """85 billion becomes 8.5 billion; 3,200 becomes 320."""
    for match in find_quantities(text):
        is_scaled = text[match.end() + 1 :].startswith(tuple(SCALES))
        if value_of(match) >= 10 and (is_scaled or value_of(match) % 10 == 0):
            yield replace_match(match, format_like(value_of(match) / 10, match[0]))


def thousand_times(text: str, _rng: Random) -> Iterator[Edit]:
    """The wrong scale word: million becomes billion."""
    for match in re.finditer(rf"(?<=\d )(?:{'|'.join(SCALES)})\b", text):
        yield replace_match(match, SCALES[match[0]])


def digit_changed(text: str, rng: Random) -> Iterator[Edit]:
    """231 becomes 237."""
    for match in (*find_quantities(text), *find_percents(text)):
        places = [i for i, c in enumerate(match[0]) if c.isdigit()]
        if len(places) > 1:
            place = rng.choice(places)
            digit = rng.choice([d for d in "123456789" if d != match[0][place]])
            yield replace_match(match, match[0][:place] + digit + match[0][place + 1 :])


def digits_transposed(text: str, rng: Random) -> Iterator[Edit]:
    """342 becomes 324."""
    for match in (*find_quantities(text), *find_percents(text)):
        number = match[0]
        places = [
            i
            for i, (a, b) in enumerate(pairwise(number))
            if a.isdigit() and b.isdigit() and a != b and not (i == 0 and b == "0")
        ]
        if places:
            i = rng.choice(places)
            yield replace_match(match, number[:i] + number[i + 1] + number[i] + number[i + 2 :])


def number_word(text: str, rng: Random) -> Iterator[Edit]:
    """Seven becomes eleven; seventy becomes sixty."""
    for words in (NUMBER_WORDS, TENS_WORDS):
        tail = r"(?!-(?:thirds?|quarters?|fifths?|one|two|three|four|five|six|seven|eight|nine)\b)"
        for match in re.finditer(rf"(?i)(?<![\w-])(?:{'|'.join(words)})\b{tail}(?! and a half)", text):
            others = [w for w in words if w != match[0].lower()]
            yield replace_match(match, case_like(match[0], rng.choice(others)))


# ---------------------------------------------------------------------------------------------- dates, times


def year(text: str, rng: Random) -> Iterator[Edit]:
    """2027 becomes 2024."""
    for match in YEAR.finditer(text):
        yield replace_match(match, str(int(match[0]) + rng.choice([-10, -3, -2, -1, 1, 2, 3, 10])))


def month(text: str, rng: Random) -> Iterator[Edit]:
    """October becomes November."""
    for match in re.finditer(rf"\b(?:{MONTH})\b", text):
        if match[0] != "May" or re.search(r"(?:\d |in |until |by )$", text[: match.start()]):
            yield replace_match(match, rng.choice([m for m in MONTHS if m not in text]))


def day(text: str, rng: Random) -> Iterator[Edit]:
    """October 19 becomes October 17."""
    for match in NUMBER.finditer(text):
        if is_beside_month(match, text) and value_of(match) <= 31:
            others = [d for d in range(1, 29) if abs(d - int(match[0])) in (1, 2, 3, 10) and str(d) not in text]
            if others:
                yield replace_match(match, str(rng.choice(others)))


def time_of_day(text: str, rng: Random) -> Iterator[Edit]:
    """7:30 becomes 8:30."""
    for match in re.finditer(r"(?<![\d:])(\d{1,2})(?=:\d\d\b| [ap]\.m\.)", text):
        yield replace_match(match, str(rng.choice([h for h in range(1, 12) if h != int(match[1])])))


# ---------------------------------------------------------------------------------------- shares, multiples


def per_cent_lost(text: str, _rng: Random) -> Iterator[Edit]:
    """70 percent becomes 70."""
    for match in re.finditer(rf"({NUMERAL})(?:%| percent\b| per cent\b){NO_SHARED_PERCENT}", text):
        yield replace_match(match, match[1])


def per_cent_ten_times(text: str, _rng: Random) -> Iterator[Edit]:
    """6.2 percent becomes 62 percent; 30 percent becomes 3 percent."""
    for match in find_percents(text):
        value = value_of(match)
        yield replace_match(match, format_like(value / 10 if value >= 10 else value * 10, match[0]))


def points_as_percent(text: str, _rng: Random) -> Iterator[Edit]:
    """Percentage points become per cent."""
    for match in re.finditer(rf"({NUMERAL}) percentage points?", text):
        yield replace_match(match, f"{match[1]} percent")


def fraction(text: str, _rng: Random) -> Iterator[Edit]:
    """Two-thirds becomes one-third."""
    yield from exchange(text, FRACTIONS)


def multiple(text: str, _rng: Random) -> Iterator[Edit]:
    """Doubled becomes tripled."""
    yield from exchange(text, MULTIPLES)


# -------------------------------------------------------------------------------------- currencies and units


def currency(text: str, _rng: Random) -> Iterator[Edit]:
    """NT$ becomes US$; euros become pounds."""
    signs = "|".join(re.escape(s) for s in sorted(CURRENCY_SIGNS, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w$])(?:{signs})(?=\d)", text):
        yield replace_match(match, CURRENCY_SIGNS[match[0]])
    words = "|".join(CURRENCY_WORDS)
    for match in re.finditer(rf"(?<=[\dn] )(?:{words})\b", text):
        yield replace_match(match, CURRENCY_WORDS[match[0]])


def unit(text: str, _rng: Random) -> Iterator[Edit]:
    """Kilometres become miles; hours become days."""
    units = "|".join(sorted(UNITS, key=len, reverse=True))
    numbers = rf"(?:{NUMERAL}(?: (?:{'|'.join(SCALES)}))?|\b(?:{'|'.join(NUMBER_WORDS)}))"
    for match in re.finditer(rf"(?i){numbers}[ -]({units})\b", text):
        yield Edit(match.start(1), match.end(1), UNITS[match[1].lower()])


# ---------------------------------------------------------------------------------- ordinals, words around


def ordinal(text: str, rng: Random) -> Iterator[Edit]:
    """22nd becomes 23rd; third becomes fourth."""
    for match in re.finditer(r"(?<![\w.,-])(\d{1,3})(st|nd|rd|th)\b(?![- ]century)", text):
        number = int(match[1]) + rng.choice([-1, 1, 2])
        if number > 0:
            yield replace_match(match, f"{number}{suffix_of(number)}")
    for match in re.finditer(rf"(?i)(?<![\w-])(?<!per )(?:{'|'.join(ORDINAL_WORDS)})\b(?! of )", text):
        place = ORDINAL_WORDS.index(match[0].lower())
        yield replace_match(match, case_like(match[0], ORDINAL_WORDS[1 if place == 0 else place - 1]))


def approximation(text: str, _rng: Random) -> Iterator[Edit]:
    """Nearly becomes more than."""
    words = "|".join(sorted(APPROXIMATIONS, key=len, reverse=True))
    no_time = r"(?! \d{1,2}(?::\d\d)? [ap]\.m\.)"
    follows = rf"(?= (?:(?:US|NT|HK|A)?[$£€]?\d|half|(?:{'|'.join((*NUMBER_WORDS, *TENS_WORDS))})\b))"
    for match in re.finditer(rf"(?i)(?<![\w-])(?<!no )(?:{words}){no_time}{follows}", text):
        number = SCALED.match(text, match.end() + 1)
        end = number.end() if number else match.end()
        yield Edit(match.start(), end, case_like(match[0], APPROXIMATIONS[match[0].lower()]) + text[match.end() : end])


def range_end(text: str, rng: Random) -> Iterator[Edit]:
    """10 to 15 becomes 10 to 18."""
    for match in re.finditer(rf"{NUMERAL}(?: (?:million|billion))? to ({NUMERAL})", text):
        if not is_beside_month(match, text):
            value = Decimal(match[1].replace(",", ""))
            new = format_like(value * rng.choice([2, 3, 5]), match[1])
            yield Edit(match.start(1), match.end(1), new)


# ------------------------------------------------------------------------------------ whole figures, two figures


def swapped(text: str, _rng: Random) -> Iterator[Edit]:
    """Two figures of the same sort change places."""
    percents = find_percents(text)
    taken = {m.start() for m in percents}
    plain = [m for m in find_quantities(text) if m.start() not in taken]
    for figures in (percents, plain):
        for one, other in pairwise(figures):
            between = text[one.end() : other.start()]
            if (
                one[0] != other[0]
                and sort_of(one, text) == sort_of(other, text)
                and between.strip() not in ("to", "and")
            ):
                yield Edit(one.start(), other.end(), other[0] + between + one[0])


def dropped(text: str, _rng: Random) -> Iterator[Edit]:
    """23 children becomes children."""
    words = "|".join(APPROXIMATIONS)
    kept = "|".join([*UNITS, *CURRENCY_WORDS, *SCALES, *NO_COUNTED_THINGS])
    follows = rf"(?=(?!(?:{kept})\b)(?:[a-z]+s|people)\b)"
    for match in re.finditer(rf"(?i:\b(?:{words}|about) )?(?<![$£€¥])({NUMERAL}) {follows}", text):
        yield replace_match(match, "")


def added(text: str, rng: Random) -> Iterator[Edit]:
    """A figure that nobody gave: ", according to 417 witnesses"."""
    if text.endswith("."):
        number = rng.choice([n for n in range(113, 987, 4) if n % 10 and str(n) not in text])
        yield Edit(len(text) - 1, len(text), f", according to {number} witnesses.")


KINDS: dict[str, Kind] = {
    "ten times": ten_times,
    "tenth": tenth,
    "thousand times": thousand_times,
    "digit changed": digit_changed,
    "digits transposed": digits_transposed,
    "number word": number_word,
    "year": year,
    "month": month,
    "day": day,
    "time": time_of_day,
    "per cent lost": per_cent_lost,
    "per cent ten times": per_cent_ten_times,
    "points as percent": points_as_percent,
    "fraction": fraction,
    "multiple": multiple,
    "currency": currency,
    "unit": unit,
    "ordinal": ordinal,
    "approximation": approximation,
    "range end": range_end,
    "swapped": swapped,
    "dropped": dropped,
    "added": added,
}
