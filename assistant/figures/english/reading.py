"""Read the figures of an English text: one pass from left to right, each rule entered by the word it begins with."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache

from assistant.characters import fold_letters, is_han
from assistant.figures.english import calendar, clock
from assistant.figures.english.asides import read_named_day, read_roman
from assistant.figures.english.joined import share_units
from assistant.figures.english.names import read_address, read_identifier
from assistant.figures.english.numerals import NUMBER_WORDS, SMALL
from assistant.figures.english.quantities import part_of_scale, read_half, read_quantity
from assistant.figures.english.shares import read_fraction_word, read_multiple
from assistant.figures.english.wordings import (
    ARTICLE,
    read_age,
    read_bare_unit,
    read_couple,
    read_full_point,
    read_long_time,
    read_once,
)
from assistant.figures.english.words import (
    AGES,
    DENOMINATORS,
    GROUPS,
    LONG_TIMES,
    MONTHS,
    MULTIPLES,
    NAMED_DAYS,
    ORDINALS,
    SCALES,
    TENS,
    VAGUE,
    VAGUE_QUANTIFIERS,
    WEEKDAYS,
    alternation,
)
from assistant.figures.layout import plain_english
from assistant.figures.values import Figure, Kind, PartialDate, replace, tidy
from assistant.patterns import compile_late
from assistant.records.source import Span

Rule = Callable[[str, int, int], list[Figure]]
"""(text, start, end of the word that entered it) -> the figures that begin there, in order; none: no figure."""

LONGEST_SENTENCE, SENTENCES_KEPT = 1_000, 1_000
"""Characters of a short text, and how many such texts are kept as they were read."""

_LATIN = compile_late("[A-Za-z$€£¥]")
_INNER = r"[^\[\]()（）［］\n]{0,80}"
_BRACKETS = compile_late(rf"[\[(（［]{_INNER}(?:[(（]{_INNER}[)）]{_INNER})?[\])）］]")
"""With one pair inside: [昨(18)日]."""
_CIRCLES = ("⓪①②③④⑤⑥⑦⑧⑨", "⓿❶❷❸❹❺❻❼❽❾", "🄋➀➁➂➃➄➅➆➇➈")
_SIGNS = "".join(_CIRCLES)
_DIGITS_IN_CIRCLES = {ord(sign): str(digit) for signs in _CIRCLES for digit, sign in enumerate(signs)}
_CIRCLED = compile_late(
    rf"[{''.join(_CIRCLES)}](?:[{''.join(_CIRCLES)}\d]+|(?=\s?(?:%|percent\b|(?:m|b|tr)illion\b|thousand\b)))"
)
_WORDS = compile_late(r"[a-zß-öø-ÿĀ-ɏḀ-ỿ]+|\d+")
"""Words of Latin letters, in lower case, and runs of digits; to ask for any letter takes twice as long."""
_BEYOND_ASCII = compile_late(r"[ß-öø-ÿĀ-ɏḀ-ỿ]|[^\x00-\x7f](?<=\d)")
_GAPS = bytes(code if chr(code).isalnum() and code < 128 else ord(" ") for code in range(256))
_ORDINAL_SUFFIX = compile_late(r"\d{1,3}(?:,\d{3})*(st|nd|rd|th)\b", re.IGNORECASE)
_TENS_ORDINAL = compile_late(rf"-?\s?({alternation(ORDINALS)})\b", re.IGNORECASE)
_SCALED_ORDINAL = compile_late(r"\d{1,3}(?:\.\d{1,3})?[\s-](thousand|million|billion|trillion)th\b", re.IGNORECASE)
_SCALES = frozenset({"tho", "mil", "bil", "tri"})
_MONTH = compile_late(r"\s(?:lunar\s)?month\b", re.IGNORECASE)
_NEXT_WORD = compile_late(r"[\s-]+([A-Za-z][A-Za-z-]*)")
_IN_YEARS = compile_late(
    r"\sin\s(?:[a-z-]+\s){0,3}[\w-]+\s(?:years|months|decades|weeks|games|matches|meetings|seasons)\b"
)
"""Their first in five years is no first place."""


_OF_LAND = ("acre", "hectare", "mile")
"""Told with a part, without a number: an acre and a half."""
# ordinals that are part of a word and count nothing
_IDIOM_HEADS: dict[int, tuple[str, ...]] = {
    3: ("party", "parties", "world", "person", "country", "countries", "reading", "way"),
    5: ("column", "avenue"),
    7: ("heaven", "art"),
}


def read_english(text: str) -> tuple[Figure, ...]:
    """All figures of ``text`` in order. Spans count characters of ``text`` and do not overlap.

    Original wording in brackets, ``18 November [昨(18)日]``, is the source's own words and holds no English figure.
    """
    plain = plain_english(text)
    return tuple(map(plain.put_back, read_plain(plain.text))) if plain else read_plain(text)


def read_plain(text: str) -> tuple[Figure, ...]:
    """The same for a text without a layout between its figures, as ``layout.plain_english`` leaves it."""
    return _read_sentence(text) if len(text) <= LONGEST_SENTENCE else _read(text)


def _read(text: str) -> tuple[Figure, ...]:
    if text.isascii():
        return share_units(tuple(_scan(text)), text)
    plain = _open_circles(_BRACKETS.sub(_blank_original, fold_letters(text)))
    return tuple(_as_printed(figure, text) for figure in share_units(tuple(_scan(plain)), plain))


# a claim is held against the sentences that it cites, then against its item
_read_sentence = lru_cache(SENTENCES_KEPT)(_read)


def _as_printed(figure: Figure, text: str) -> Figure:
    """The figure with its words as ``text`` has them."""
    if text.startswith(figure.surface, figure.span.start):
        return figure
    return replace(figure, surface=figure.span.of(text), others=tuple(_as_printed(f, text) for f in figure.others))


def _open_circles(text: str) -> str:
    """⑧⑤ billion is 85 billion; a single ① begins a line of a list."""
    if not any(map(text.__contains__, _SIGNS)):
        return text
    return _CIRCLED.sub(lambda match: match[0].translate(_DIGITS_IN_CIRCLES), text)


def _blank_original(match: re.Match[str]) -> str:
    """Blanks for the bracket, if it holds the source's words alone; (US$85 billion, 美元) says something itself."""
    is_original = any(map(_is_eastern, match[0])) and not _LATIN.search(match[0])
    return " " * len(match[0]) if is_original else match[0]


def _is_eastern(character: str) -> bool:
    return "\u3040" <= character <= "\u30ff" or is_han(character)


def _scan(text: str) -> Iterator[Figure]:
    done = 0
    for word, start, end in _entering(text.lower()):
        if start < done:
            continue
        for figure in _RULES.get(word, _read_digits)(text, start, end):
            if figure.span.start >= done:
                yield figure
                done = figure.span.end


def _entering(lowered: str) -> Iterator[tuple[str, int, int]]:
    """The words that enter a rule, and runs of digits, each with its start and end."""
    if not lowered.isascii() and _BEYOND_ASCII.search(lowered):
        yield from _split(lowered, 0)
        return
    # what is neither letter nor digit becomes a gap, one for one: cut at gaps, a text takes a third of the time
    start = 0
    for word in lowered.encode("ascii", "replace").translate(_GAPS).decode("ascii").split(" "):
        end = start + len(word)
        if word in _RULES:
            yield word, start, end
        elif not word.isalpha():
            if word.isdecimal():
                yield word, start, end
            elif word:  # letters and digits, as in 22nd
                yield from _split(word, start)
        start = end + 1


def _split(lowered: str, offset: int) -> Iterator[tuple[str, int, int]]:
    """The same for any text, word by word; it stands at ``offset``."""
    for match in _WORDS.finditer(lowered):
        if match[0] in _RULES or match[0].isdecimal():
            yield match[0], offset + match.start(), offset + match.end()


# -------------------------------------------------------------------------------------------- the rules


def _read_digits(text: str, start: int, end: int) -> list[Figure]:
    """A figure that begins with a digit: the first of these rules that knows it."""
    for rule in _RULES_BEFORE.get(text[end : end + 1], _DIGIT_RULES):
        figures = rule(text, start, end)
        if figures:
            return figures
    return []


def _read_ordinal(text: str, start: int, end: int) -> list[Figure]:
    """22nd, third, third quarter, 21st century; "the 26th" may be a day."""
    if text[start].isdigit():
        if text[end + 1 : end + 4].lower() in _SCALES and (scaled := _SCALED_ORDINAL.match(text, start)):
            value = tidy(Fraction(scaled[0][: scaled.start(1) - start - 1]) * SCALES[scaled[1].lower()])
            return [Figure(Span(*scaled.span()), scaled[0], Kind.ORDINAL, value)]  # its 3 millionth car
        # an ending, or the comma of 1,001st; most numbers are followed by a space
        match = None if text[end : end + 1] in (" ", "%", ".") else _ORDINAL_SUFFIX.match(text, start)
        if not match:
            return []
        end = match.end()
    number = calendar.ordinal_value(text[start:end])
    return _ordinal(text, start, end, number) if number is not None else []


def _ordinal(text: str, start: int, end: int, number: int) -> list[Figure]:
    period = calendar.read_period(text, start, end, number)
    if period:
        return period
    following = _NEXT_WORD.match(text, end)
    span = Span(start, end)
    surface = span.of(text)
    if number == 1 and following and following[1].lower() in NUMBER_WORDS:
        return []  # "the first three quarters": the number carries the sense
    head = following[1].lower() if following else ""
    figure = Figure(span, surface, Kind.ORDINAL, number, head=head)
    if number <= 12 and _MONTH.match(text, end):  # the eighth lunar month, for 八月
        return [replace(figure, others=(Figure(span, surface, Kind.DATE, PartialDate(month=number)),))]
    if calendar.is_day(text, start, number, figure.head):
        return [replace(figure, kind=Kind.DATE, value=PartialDate(day=number), head="")]
    if 1 <= number <= 31 and surface[0].isdigit():
        return [replace(figure, others=(Figure(span, surface, Kind.DATE, PartialDate(day=number)),))]
    is_aside = number == 1 and head == "in" and _IN_YEARS.match(text, end) is not None
    is_soft = number <= 2 or head in _IDIOM_HEADS.get(number, ())
    return [replace(figure, is_soft=is_soft, is_aside=is_aside)]


def _read_denominator(text: str, start: int, end: int) -> list[Figure]:
    """A third of the votes; otherwise an ordinal."""
    if figures := read_fraction_word(text, start, end):
        return [part_of_scale(text, figure) for figure in figures]
    number = ORDINALS.get(text[start:end].lower())
    figures = _read_ordinal(text, start, end) if number else []
    if number and number > 2 and len(figures) == 1 and ARTICLE.search(text, max(0, start - 4), start):
        share = replace(figures[0], kind=Kind.FRACTION, value=Fraction(1, number), step=0, others=())
        return [replace(figures[0], others=(*figures[0].others, share))]  # a third now do
    return figures


def _read_half(text: str, start: int, end: int) -> list[Figure]:
    """Half past eight; otherwise half of something."""
    return clock.read_clock_word(text, start, end, "half") or read_half(text, start, end)


def _read_number_word(text: str, start: int, end: int) -> list[Figure]:
    """A number in words; twenty-first and eight o'clock are told apart first."""
    word = text[start:end].lower()
    if word in TENS and (match := _TENS_ORDINAL.match(text, end)) and ORDINALS[match[1].lower()] < 10:
        return _ordinal(text, start, match.end(), TENS[word] + ORDINALS[match[1].lower()])
    return clock.read_clock_word(text, start, end, word) or read_quantity(text, start, end)


def _read_scale_word(text: str, start: int, end: int) -> list[Figure]:
    """A million, a hundred, a dozen: only after an article; "per thousand", which a source says with ‰ or 每千人."""
    article = ARTICLE.search(text, max(0, start - 4), start)
    if text[end : end + 1] == "-" and not article:
        return [f for f in read_quantity(text, start, end)[:1] if f.unit]  # my hundred-yuan lipstick
    if not article:
        is_base = text.endswith(_BASE_OF_RATES, 0, start)
        return [replace(f, is_aside=True) for f in read_quantity(text, start, end)[:1]] if is_base else []
    return [
        replace(f, span=(s := Span(article.start(), f.span.end)), surface=s.of(text))
        for f in read_quantity(text, start, end)[:1]
    ]


def _read_weekday(text: str, start: int, end: int) -> list[Figure]:
    span = Span(start, end)
    return [
        Figure(span, span.of(text), Kind.DATE, PartialDate(weekday=WEEKDAYS[text[start:end].lower()]), is_soft=True)
    ]


def _read_double(text: str, start: int, end: int) -> list[Figure]:
    """Double Tenth is a day; otherwise twice as much."""
    return read_named_day(text, start, end) or read_multiple(text, start, end)


_BASE_OF_RATES = ("per ", "Per ", "every ", "Every ", "each ")
_FIRST_WORD = compile_late(r"[\s'-]")
_DIGIT_RULES: tuple[Rule, ...] = (
    read_identifier,
    clock.read_four_digits,
    calendar.read_numeric_date,
    clock.read_clock,
    calendar.read_decade,
    calendar.read_day_month,
    _read_ordinal,
    read_quantity,
)
_RULES_BEFORE: dict[str, tuple[Rule, ...]] = {
    "%": (read_identifier, read_quantity),
    " ": tuple(rule for rule in _DIGIT_RULES if rule not in (calendar.read_numeric_date, calendar.read_decade)),
}
"""What stands behind most digits -> the rules that may know a figure there."""
_RULES: dict[str, Rule] = {
    **dict.fromkeys(("http", "https", "www"), read_address),
    **dict.fromkeys(ORDINALS, _read_ordinal),
    **dict.fromkeys(DENOMINATORS, _read_denominator),
    **dict.fromkeys(MULTIPLES, read_multiple),
    **dict.fromkeys(VAGUE_QUANTIFIERS, read_couple),
    **dict.fromkeys(GROUPS, read_couple),
    **dict.fromkeys(NUMBER_WORDS, _read_scale_word),
    **dict.fromkeys(SMALL, _read_number_word),
    **dict.fromkeys(VAGUE, read_quantity),
    **dict.fromkeys(MONTHS, calendar.read_month),
    **dict.fromkeys(WEEKDAYS, _read_weekday),
    **dict.fromkeys(("q", "h"), calendar.read_quarter_code),
    "half": _read_half,
    **dict.fromkeys(("noon", "midday", "midnight"), clock.read_noon),
    **dict.fromkeys(AGES, read_age),
    **dict.fromkeys(
        ("decade", "century", "year", "month", "week", "fortnight", "day", "hour", *_OF_LAND), read_bare_unit
    ),
    **dict.fromkeys(LONG_TIMES, read_long_time),
    **dict.fromkeys(("final", "closing", "opening"), calendar.read_end_of_year),
    "once": read_once,
    "percentage": read_full_point,
    **dict.fromkeys({_FIRST_WORD.split(name)[0] for name in NAMED_DAYS} - {"double"}, read_named_day),
    "double": _read_double,
    **dict.fromkeys(("ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv"), read_roman),
}
