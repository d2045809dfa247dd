"""English words that say the contrary of the numbers beside them: "down" to more, short of less."""

import re
from functools import lru_cache
from typing import NamedTuple

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.standings import find_wrong_third, is_behind_leader
from assistant.figures.comparing.wholes import is_larger_than_whole
from assistant.figures.dimensions import AGES
from assistant.figures.tables import words_of
from assistant.figures.values import Figure, Kind, Part
from assistant.patterns import compile_late

_WIDE, _FAR = 48, 120
_STEPS = 3
"""Figures behind a level among which the step is looked for that led to it."""
_BELOW = (
    r"(?:(?:(?<=,\s)|(?<=,\s(?:well|just)\s)|(?<=,\sfar\s)|(?<=,\swhich\sis\s)|(?<=,\swhich\swas\s))below"
    r"|(?<=still\s)below(?=\sthe\s))"
)
"""What was told against another level; a number that fell below a mark, or is now below it, did so."""
_THAN = compile_late(
    r"(?:\sfrom\sa\syear\s(?:earlier|ago|before)(?!,))?[^.;:\d]{0,48},?\s(?:(?:but|still|just|well|far|and)\s){0,2}"
    rf"(?<!\bto\s)(?:(?P<less>short\sof|{_BELOW}|(?:fewer|lower|less)\sthan\sthe"
    r"|(?:down|slowing|easing|cooling|slipping|narrowing|declining|falling|dropping|decreasing)\sfrom)"
    r"|(?:up|accelerating|quickening|picking\sup|rising|widening|increasing|growing|climbing)\sfrom"
    r"|(?:more|higher)\sthan\sthe|exceeding|surpassing|(?:twice|double|triple|quadruple)(?=\sthe\s))"
    r"\s(?:(?:the|a|an|its|their|about|around|nearly)\s){0,2}(?:[A-Z]{0,3}[$€£¥])?$",
    re.IGNORECASE,
    needs="short below than from exceeding surpassing twice double triple quadruple",
)
_STEP_MORE = compile_late(r"\s(?:more|fewer|less|higher|lower)\sthan\s", needs="than", within=14)
"""4 trillion yen more than the 7 trillion planned: by how much, and no comparison of the two."""
_THAN_WORDS = frozenset(
    {
        "short", "below", "than", "exceeding", "surpassing", "twice", "double", "triple", "quadruple", "down",
        "slowing", "easing", "cooling", "slipping", "narrowing", "declining", "falling", "dropping", "decreasing", "up",
        "accelerating", "quickening", "rising", "widening", "increasing", "growing", "climbing",
    }
)  # fmt: skip
"""One of them stands in whatever `_THAN` matches; most numbers are joined by none."""
_START_WORDS = frozenset({"from", "more", "higher", "above", "less", "fewer", "lower", "below"})
"""The same, of `_FROM` and `_MORE_THAN`."""
_MOVE_WORDS = frozenset({"to", "from", "as", "below", "under", "above", "past", "beyond"})
"""The same, of `_TOTAL`, `_UP_TO`, `_THEN`, `_TO` and `_BACK_FROM`."""
_LONGEST_THAN = 120
_UP_OR_DOWN = compile_late(r"[^;:]{0,64},\s(up|down)\s(?:by\s)?(?:[a-z]+\s){0,2}$", re.IGNORECASE)
_VERB_FROM = compile_late(
    r"\b(?:(?P<up>rose|risen|ris(?:es|ing)|increas(?:es|ed|ing)|climb(?:s|ed|ing)|gr(?:ew|own|ows)|jump(?:s|ed)|surged|gained"
    r"|widen(?:s|ed|ing)|swell(?:s|ed|ing)|expand(?:s|ed|ing)|doubled|tripled)|fell|fallen"
    r"|fall(?:s|ing)|drop(?:s|ped)|declin(?:es|ed)|decreas(?:es|ed)|shrank|slid|slipped|descend(?:s|ed)"
    r"|narrow(?:s|ed|ing)|shorten(?:s|ed|ing)|contract(?:s|ed|ing)|plung(?:es|ed)|tumbl(?:es|ed)|halved)\s(?:\w+\s){0,2}from\s(?:an?\s\w+\sof\s|about\s|around\s|some\s)?(?:[A-Z]{0,3}[$€£¥])?$",
    re.IGNORECASE,
)
_CUT_FROM = compile_late(
    r"\b(?:(?P<up>rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|boost(?:s|ed|ing)?|expand(?:s|ed|ing)?|hik(?:e|es|ed|ing)|(?:doubl|tripl)(?:e|es|ed|ing))"
    r"|reduc(?:e|es|ed|ing)|cut(?:s|ting)?|lower(?:s|ed|ing)?|slash(?:es|ed|ing)?|trim(?:s|med|ming)?|shorten(?:s|ed|ing)?)"
    r"\s(?:(?!\b(?:by|while|and|as|after)\s[a-z]+ing\b)[^.;,\d]){1,90}\sfrom\s(?:about\s|around\s|some\s)?(?:[A-Z]{0,3}[$€£¥])?$",
    re.IGNORECASE,
    needs="rais lift boost expand hik doubl tripl reduc cut lower slash trim shorten",
)
"""Reduce the number of its plants from 17 to 10."""
_VERB_TO = compile_late(
    r"\b(?:(?P<up>rose|risen|climbed|grew|grown|jumped|surged|increased|widened|swelled|expanded)|narrowed|shrank|plunged|fell|fallen|dropped|declined|eased|slowed|slipped)"
    r"\s(?:back\s|again\s)?to\s(?:about\s|around\s|some\s)?(?:[A-Z]{0,3}[$€£¥])?$",
    re.IGNORECASE,
)
_BACK_FROM = compile_late(r"(?:\s[a-z]+)?(?:\sin\s(?:the\s)?\w+)?\sfrom\s(?:about\s|around\s|some\s)?", re.IGNORECASE)
_TOTAL = compile_late(
    r"\s(?:more|new|additional|further)\s[^.;\d]{0,48}\b(?:bring|brings|bringing|brought|tak\w+)\s(?:the|its|their)\s"
    r"(?:\w+\s){0,2}(?:total|tally|toll|number)\s(?:\w+\s){0,3}?to\s(?:(?:more\sthan|about|over|nearly|some)\s)?",
    re.IGNORECASE,
    needs="bring brought tak",
)
"""560 more tankers, to bring the total to 118."""
_RATE = compile_late(
    r"\s(?:to|per|against|for)\s(?:(?:the|one|a|each|every)\s)?(?:[\w.]+\s)?(?:dollar|euro|yen|yuan|pound)",
    re.IGNORECASE,
)
_CURRENCY = compile_late(
    r"\b(?:yen|(?:the|korean)\swon|yuan|renminbi|dollar|euro(?!\s(?:zone|area)|-)|pound|rupees?|rupiah|ringgit|baht|peso|franc|currency)\b(?!s)",
    re.IGNORECASE,
    needs="yen won yuan renminbi dollar euro pound rupee rupiah ringgit baht peso franc currency",
)
_OF_RATES = frozenset({Kind.COUNT, Kind.MONEY})
"""What a currency is worth: it climbs from 155 to 150 to the dollar."""
_TO = compile_late(
    r"(?:\s[a-z]+)?(?:\sin\s(?:the\s)?\w+(?:\s(?:school|fiscal|financial|academic)\syear)?)?\sto\s(?:(?:about|around|some|below|above|over|just|nearly|more\sthan|less\sthan|a|an)\s){0,2}",
    re.IGNORECASE,
)
_MORE_THAN = compile_late(
    r"\s(more|higher|above|less|fewer|lower|below)\s(?:than\s)?(?:the|a|an|its|their)\s(?:[\w’'-]+\s){0,4}",
    re.IGNORECASE,
    needs="more higher above less fewer lower below",
)
_UP_TO = compile_late(
    r"[^.;\d]{0,90}\b(?:with|and|but)\s(?:[a-z]+\s){0,5}(?:up\sto|as\s(?:much|high|many)\sas)\s(?:about\s|around\s)?$",
    re.IGNORECASE,
)
"""3 to 10 inches of rain, with up to 6 in places: the most of all is less than the most of a part."""
_THEN = compile_late(
    r"(?:\s[a-z]+)?(?:\s(?:a|one|two|three|five|ten|\d+)\s(?:decade|year|month)s?\s(?:ago|earlier|before)|\sin\s\d{4})?,"
    r"\s(?:(?:but|and|has|have|had|since|then)\s){0,2}(?:(?P<down>fell|fallen|dropped|dipped|sank|sunk|slipped|declined|shrank|shrunk)"
    r"|rose|risen|climbed|grew|grown|jumped|surged)\s(?:to|below|under|above|past|beyond)\s"
    r"(?:(?:a|about|around|just|nearly|over|more\sthan|less\sthan)\s){0,2}(?:[A-Z]{0,3}[$€£¥])?$",
    re.IGNORECASE,
    needs="fell fallen dropped dipped sank sunk slipped declined shrank shrunk rose risen climbed grew grown jumped"
    " surged",
)
"""Home to 80,000 a decade ago, fell below 95,000."""
_LESS = frozenset({"down", "less", "fewer", "lower", "below"})
_FROM = compile_late(
    r"\sfrom\s(?:(?:the|a|an|its|their|about|around|nearly|earlier|previous|previously)\s){0,3}",
    re.IGNORECASE,
    needs="from",
)
_STEP_OF = {
    Kind.PERCENT: Kind.POINTS,
    Kind.COUNT: Kind.PERCENT,
    Kind.MONEY: Kind.PERCENT,
    Kind.MEASURE: Kind.PERCENT,
}
"""What a level moves by, if not by its own kind."""
TIMES = frozenset({Kind.DATE, Kind.DURATION, Kind.TIME})
_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.DURATION, Kind.MEASURE, Kind.POINTS})


class _Clues(NamedTuple):
    """Which rules a text has the words for."""

    joins: bool
    starts: bool
    moves: bool


@lru_cache(16)
def _find_clues(text: str) -> _Clues:
    """Found once a text, however many figures ask."""
    words = words_of(text)
    return _Clues(
        not words.isdisjoint(_THAN_WORDS), not words.isdisjoint(_START_WORDS), not words.isdisjoint(_MOVE_WORDS)
    )


def find_contrary(
    text: str, here: tuple[Figure, ...], links: dict[int, Link], order: list[int], begin: int
) -> int | None:
    """The figure that would stand rightly where the one at ``order[begin]`` stands; None where the words agree."""
    if begin + 1 == len(order):
        return None
    clues = _find_clues(text)
    following = _following(here, order, begin)
    if (
        following is not None
        and here[following].kind is here[order[begin]].kind
        and _is_impossible(text, here, links, order[begin], following)
    ):
        return following
    for place in range(begin + 2, min(begin + _STEPS + 1, len(order))) if clues.joins else ():
        if _is_turned_round(text, [here[n] for n in order[begin : place + 1]]):
            return order[place]
    for other in order[begin + 1 : begin + _STEPS] if clues.moves else ():
        is_age = links[other].source_reading.unit in AGES  # cut admission for children from 6 to 12
        if not is_age and _moves_the_other_way(text, here[order[begin]], here[other]):
            return other
    start = _find_wrong_start(text, here, order, begin) if clues.starts else None
    return start if start is not None else find_wrong_third(text, here, order, begin)


def _following(here: tuple[Figure, ...], order: list[int], begin: int) -> int | None:
    """The next figure that is no time, where no other number stands between.

    "Killing two and wounding 14, five of them" is said of the 14.
    """
    for number in order[begin + 1 : begin + _STEPS + 1]:
        if here[number].kind not in TIMES:
            return number if all(map(_is_no_number, here[order[begin] + 1 : number])) else None
    return None


def _is_no_number(figure: Figure) -> bool:
    """Whether a figure is a time, or idle: another number may be told across it."""
    return figure.is_soft or figure.kind in TIMES


def _moves_the_other_way(text: str, one: Figure, other: Figure) -> bool:
    """Rose from 5.6 percent to 5.2: the verb says the contrary of the two numbers."""
    if one.kind is not other.kind or one.kind not in _KINDS or one.unit != other.unit:
        return False
    if one.low is None or other.low is None or one.low == other.low:
        return False
    is_falling = one.low > other.low
    between = text[one.span.end : other.span.start]
    if is_falling and (_TOTAL.fullmatch(between) or (one.part is Part.TO and _UP_TO.fullmatch(between))):
        return True
    if ", " in between and (then := _THEN.fullmatch(between)):
        return bool(then["down"]) is not is_falling
    return _denies_its_verb(text, one, other, is_falling=is_falling) and not _may_go_the_other_way(text, one)


def _denies_its_verb(text: str, one: Figure, other: Figure, *, is_falling: bool) -> bool:
    """Rose from 5.6 to 5.2; fell to 5.6 from 5.2."""
    start, gap = one.span.start, (text, one.span.end, other.span.start)
    if _TO.fullmatch(*gap):
        verb = _VERB_FROM.search(text, max(0, start - _WIDE), start) or _CUT_FROM.search(
            text, max(0, start - _FAR), start
        )
        # a currency rises from NT$40 to NT$28 to the US dollar
        return verb is not None and bool(verb["up"]) is is_falling and not _RATE.match(text, other.span.end)
    verb = _VERB_TO.search(text, max(0, start - _WIDE), start) if _BACK_FROM.fullmatch(*gap) else None
    return verb is not None and bool(verb["up"]) is not is_falling


def _may_go_the_other_way(text: str, one: Figure) -> bool:
    """Slowed to 12 minutes from 10; the yen climbs from 155 to 150 to the dollar."""
    return one.kind in TIMES or (one.kind in _OF_RATES and _is_of_currency(text, one))


def _is_of_currency(text: str, one: Figure) -> bool:
    """Whether the words before a number speak of a currency, which rises while its number falls."""
    return _CURRENCY.search(text, max(0, one.span.start - _FAR), one.span.start) is not None


def _between(text: str, figures: list[Figure]) -> str:
    """What stands between the first and the last, without the digits of times: "37 million in the first 10 months"."""
    pieces, done = [], figures[0].span.end
    for figure in figures[1:-1]:
        if figure.kind in TIMES:
            pieces += [text[done : figure.span.start], "~" * len(figure.surface)]
            done = figure.span.end
    return "".join([*pieces, text[done : figures[-1].span.start]])


def _find_wrong_start(text: str, here: tuple[Figure, ...], order: list[int], begin: int) -> int | None:
    """32 percent, down 12 points from the 20 percent proposed: the figure that stands where the first should be."""
    level = here[order[begin]]
    for place in range(begin + 1, min(begin + _STEPS, len(order) - 1)):
        step, before = here[order[place]], here[order[place + 1]]
        if level.kind is not before.kind or level.unit != before.unit or level.low is None or before.low is None:
            continue
        if level.kind is not step.kind and step.kind is not _STEP_OF.get(level.kind):
            continue  # a five-year rate, up 2.1 points from a decade ago
        start = _FROM.fullmatch(text, step.span.end, before.span.start)
        more = None if start else _MORE_THAN.fullmatch(text, step.span.end, before.span.start)
        if start is None and more is None:
            continue  # the quick answer for nearly all
        word = _UP_OR_DOWN.match(text, level.span.end, step.span.start)
        if word and start is None:
            continue
        word = word or more
        if word is None:
            continue
        if level.low > before.low if word[1].lower() in _LESS else level.low < before.low:
            # the NT dollar closed at 31.5, up 0.6 from 32.1
            return None if level.kind is Kind.MONEY and _is_of_currency(text, level) else order[place + 1]
    return None


def _is_impossible(text: str, here: tuple[Figure, ...], links: dict[int, Link], first: int, second: int) -> bool:
    """17 of the 12: a part larger than its whole; asked of figures of one kind."""
    one, other = here[first], here[second]
    is_turned = _find_clues(text).joins and _is_turned_round(text, [one, other])
    if is_turned or is_behind_leader(text, one, other, links[first], links[second]):
        return True
    return is_larger_than_whole(text, one, other, (links[first], links[second]))


def _is_turned_round(text: str, figures: list[Figure]) -> bool:
    """7.1 percent, short of the 6.3 percent expected: the words say the contrary of the first and the last number."""
    one, other = figures[0], figures[-1]
    if one.kind is not other.kind or one.unit != other.unit or one.low is None or other.low is None:
        return False
    if one.kind not in _KINDS or one.part or other.part or one.low == other.low:
        return False
    if other.span.start - one.span.end > _LONGEST_THAN:
        return False
    between = _between(text, figures)
    if len(figures) == 2 and _STEP_MORE.match(between):
        return False
    word = None if _THAN_WORDS.isdisjoint(between.lower().split()) else _THAN.fullmatch(between)
    if word is None:
        return False
    return one.low > other.low if word["less"] else one.low < other.low
