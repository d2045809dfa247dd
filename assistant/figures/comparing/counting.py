"""What is counted: Chinese counters and English nouns that cannot be about the same kind of thing."""

from assistant.figures.chinese.stretches import STRETCH
from assistant.figures.chinese.units import QUARTERS
from assistant.figures.tables import find_word
from assistant.figures.units import UNITS
from assistant.figures.values import Figure, Kind
from assistant.patterns import compile_late

# counters that count one kind of thing and no other, by their first character (simplified, as the reader has them)
COUNTERS: dict[str, str] = {
    "名": "person",
    "人": "person",
    "架": "aircraft",
    "艘": "ship",
    "辆": "vehicle",
    "车": "vehicle",
    "国": "country",
    "户": "group",
    "家": "group",
    "岁": "age",
    "胜": "win",
    "败": "loss",
    "负": "loss",
    "局": "inning",
}
# nouns that the reader leaves with the counter: 個國家, 家公司
COUNTED: dict[str, str] = {"国家": "country", "公司": "group", "学校": "group", "医院": "group", "城市": "group"}
# plural nouns right behind the number; a singular may be part of a longer name ("three company cars")
NOUNS: dict[str, str] = {
    noun: kind
    for kind, nouns in {
        "person": "people persons members students teachers soldiers officers workers men women children patients "
        "victims farmers villagers fishermen drivers passengers residents citizens employees lawmakers police "
        "doctors nurses players athletes lawyers firefighters rescuers personnel suspects volunteers tourists guests",
        "group": "teams companies firms cities counties villages schools hospitals organizations organisations "
        "parties families households farms provinces universities banks",
        "country": "countries nations",
        "aircraft": "planes jets helicopters airplanes airliners warplanes drones fighters",
        "ship": "ships vessels boats warships submarines",
        "vehicle": "cars vehicles trucks buses motorcycles taxis ambulances lorries",
        "occasion": "times occasions visits trips",
        "win": "wins victories",
        "loss": "losses defeats",
        "inning": "innings",
    }.items()
    for noun in nouns.split()
}


_OF_ANY: dict[str, frozenset[str]] = {
    "国": frozenset({"members", "teams", "parties"}),
    "家": frozenset({"members", "victims", "children", "women", "players"}),  # children's hospitals
    "辆": frozenset({"police"}),
    "户": frozenset({"members", "victims", "soldiers", "villagers", "residents"}),
    "架": frozenset({"police"}),
    "艘": frozenset({"police"}),
    "名": frozenset({"fighters", "parties"}),
}
"""Nouns that may as well stand for what a counter counts: the 27 members for 27國, 30 police cars for 30輛."""
_ADDED = frozenset({"others", "people", "men", "women", "firefighters", "officers", "students", "children", "soldiers"})
_TWO_OF = compile_late(
    "[二兩两雙双対对和與与及、跟と同倆俩半各互另孿孪]|夫[妻婦妇]|[父母][子女]|[兄姊姐][弟妹]|情侶|情侣|カップル"
)
"""One of these is in any source that has two of something, said or meant: a couple, a father and his son, A and B."""
_PAIR = 2
_FIRST_OF = frozenset("前首頭头近")
_AGE = "岁"
_WITH_UNITS = frozenset({Kind.MEASURE, Kind.DURATION})
_ALWAYS_TOLD = frozenset({"length", "mass", "volume", _AGE})
"""What has units that English always tells."""
_HARMED = frozenset("injured killed dead wounded hurt missing arrested".split())  # noqa: SIM905 - shorter so
_OF_MEASURE = frozenset({
    "degrees", "points", "times", "years", "feet", "is", "was", "has", "as", "this", "plus", "across", "stands",
    "stays", "remains", "comes", "gets", "makes", "says", "does", "goes", "rises", "falls", "lives", "works", "needs",
    "wants", "uses", "takes", "gives", "shows", "keeps", "accounts", "counts", "minus",
})  # fmt: skip
"""What ends like the name of things and is said of a measure or an age, or of neither."""


def is_of_interest(source: Figure) -> bool:
    """Whether it is so many 厘 of interest: 年息3厘 is 3 per cent, and never a bare 3."""
    return source.unit == "厘" and bool(source.others)


def counts_other_things(english: Figure, source: Figure) -> bool:
    """Whether 5名 (persons) cannot be "five companies"."""
    if is_of_interest(source) and not english.unit:
        return True
    if (source.unit == "张" and english.head == "shares") or (
        source.kind is Kind.DURATION
        and (english.surface.lower() == "twice" or source.head == STRETCH)
        and english.kind is not Kind.DURATION
    ):  # a lot of shares is a thousand of them, and 每兩年 no "twice a year"
        return True
    if english.unit == _AGE:  # a 43-year-old is none of 43 persons
        return bool(source.unit) and source.unit not in (_AGE, "才")
    if english.kind is Kind.COUNT and english.head and (source.kind in _WITH_UNITS or source.unit == _AGE):
        return _names_things(english.head, source.unit)
    if source.kind is Kind.ORDINAL:  # three companies are no 第三
        return english.kind is Kind.COUNT and english.head in NOUNS and source.surface[0] == "第"
    return english.kind is source.kind and _counts_others(english, source.unit)


def _names_things(head: str, unit: str) -> bool:
    """Whether the word behind a number cannot stand for a unit: seven lanes are no 7公里, 19 injured no 19歲."""
    dimension = _AGE if unit == _AGE else UNITS[unit][0] if unit in UNITS else ""
    if head in NOUNS:
        return bool(dimension)
    is_thing = head in _HARMED or (head.endswith("s") and head.isalpha() and head not in _OF_MEASURE)
    return is_thing and dimension in _ALWAYS_TOLD


def _counts_others(english: Figure, counter: str) -> bool:
    """Whether the noun behind a number is none of what the counter counts."""
    named = NOUNS.get(english.head)
    if named is None or not counter or counter.startswith("人次") or english.head in _OF_ANY.get(counter[0], ()):
        return False
    counted = _thing_of(counter)
    is_traffic = counter == "架次" and named == "vehicle"  # cars in a tunnel of Hong Kong
    return counted is not None and counted != named and not is_traffic


def _thing_of(counter: str) -> str | None:
    """What a counter counts, where it is one kind of thing."""
    return COUNTED.get(counter[-2:]) or COUNTERS.get(counter[0])


def counts_same_things(english: Figure, source: Figure) -> bool:
    """Whether the noun behind an English number is what the counter of a source one counts: five innings, 5局."""
    named, counter = NOUNS.get(english.head), source.unit
    return bool(named and counter) and named == _thing_of(counter)


def counts_other_quarters(english: Figure, source: Figure) -> bool:
    """Whether one side counts quarters and the other names one: 前三季 is no third quarter, 第三季 no three."""
    if source.kind is Kind.COUNT:
        is_stretch = source.unit in QUARTERS and source.surface[0] in _FIRST_OF
        return is_stretch and english.kind is Kind.ORDINAL and english.surface.lower().endswith("quarter")
    if source.kind is not Kind.ORDINAL or english.head != "quarters":
        return False
    return not source.head and source.surface[-1] in "季度期" and english.kind is Kind.COUNT


def adds_two(figure: Figure, english: str, source: str) -> bool:
    """Whether "two others" are told of a source that has no word for two and joins nothing to anything."""
    if figure.low != _PAIR or figure.head not in _ADDED or english.endswith(("the ", "The "), 0, figure.span.start):
        return False
    return not find_word(_TWO_OF, source)
