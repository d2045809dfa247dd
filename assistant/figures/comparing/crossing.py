"""Two figures that each count what the other does: "12 balloons from 52 countries", for 12國的52顆造型球."""

from assistant.characters import is_han
from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.counting import COUNTED, COUNTERS, NOUNS
from assistant.figures.values import Figure, Kind

_CROSSED = frozenset({Kind.ORDINAL, Kind.DURATION, Kind.COUNT})
_UNLIKE = frozenset({Kind.COUNT, Kind.MONEY})
_MORE_COUNTERS = {
    counter: kind
    for kind, counters in {
        "person": "位员", "pill": "粒锭", "occasion": "次回", "building": "栋幢", "age": "岁才", "letter": "通封",
        "book": "册", "room": "间", "animal": "头只匹", "vote": "票", "round": "颗",
    }.items()
    for counter in counters
}  # fmt: skip
_MORE_NOUNS = {
    noun: kind
    for kind, nouns in {
        "pill": "tablets pills capsules",
        "building": "buildings towers blocks",
        "letter": "letters emails messages",
        "book": "books",
        "room": "rooms",
        "animal": "head animals pigs cows sheep horses dogs cats",
        "vote": "votes",
    }.items()
    for noun in nouns.split()
}


def has_crossed_kinds(there: tuple[Figure, ...], links: dict[int, Link], first: int, second: int) -> bool:
    """The 15th raise in five years, for 15年來第5次: each number has the other's kind; 250戶 and NT$3,900 too."""
    kinds = links[first].reading.kind, links[second].reading.kind
    if {*kinds} == _UNLIKE:
        one, other = there[links[first].source], there[links[second].source]
        # 八百二十四萬 may be money, and "6.592 million" too
        is_counted = all(source.unit or is_han(source.head[:1] or " ") for source in (one, other))
        return is_counted and (other.kind, one.kind) == kinds
    if kinds[0] is kinds[1] or not {*kinds} <= _CROSSED or Kind.DURATION not in kinds:
        return False
    sources = _kind_of_length(there[links[first].source]), _kind_of_length(there[links[second].source])
    if not {*sources} <= _CROSSED or sources[0] is sources[1] or Kind.DURATION not in sources:
        return False
    return (kinds[0] is Kind.DURATION) is (sources[1] is Kind.DURATION) and kinds != sources


def _kind_of_length(source: Figure) -> Kind:
    """3日 may be a day, and is a number of days where it is told as one."""
    is_length = source.kind is Kind.DATE and any(reading.unit == "d" for reading in source.others)
    return Kind.DURATION if is_length else source.kind


def are_of_one_another(here: tuple[Figure, ...], links: dict[int, Link], first: int, second: int) -> bool:
    """Whether the noun behind one number is what the source counts with the other: 52 countries, for 12國的52顆."""
    if here[first].kind is not Kind.COUNT:
        return False  # the quick answer for most
    kinds = _counted(links[first].source_reading), _counted(links[second].source_reading)
    if kinds[0] == kinds[1] or None in kinds:
        return False
    named = _named(here[first]), _named(here[second])
    is_kept = named[0] == kinds[0] or named[1] == kinds[1]
    return not is_kept and (named[0] == kinds[1] or named[1] == kinds[0])


def _counted(source: Figure) -> str | None:
    """What a source figure counts, by its counter; None where that counts many things."""
    if source.kind is not Kind.COUNT:
        return None
    first = source.unit[:1]
    return COUNTED.get(source.unit[-2:]) or COUNTERS.get(first) or _MORE_COUNTERS.get(first)


def _named(english: Figure) -> str:
    """What the noun behind an English number, or its last word, says it counts; nothing for other nouns."""
    noun = english.head or english.surface.rpartition(" ")[2].lower()
    return NOUNS.get(noun) or _MORE_NOUNS.get(noun, "")
