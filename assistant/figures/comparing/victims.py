"""A number of victims that is told as another's: the missing as the dead, where the source names other dead.

Of a figure that stands alone there is nothing to exchange (see ``binding``), and yet "killed 60" for 60人失蹤 beside
41人死亡 would be printed. Only where both texts say it beside the number, and the source has a number for what is said.
"""

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.roles import EnglishRoles
from assistant.figures.comparing.source import Source
from assistant.figures.rendering import render
from assistant.figures.tables import find_word
from assistant.figures.values import Figure, Kind, replace
from assistant.patterns import compile_late

_GROUP = "victims"
_WORDS = compile_late("[死亡难伤]|失[踪联]|不明")
"""Without one of them a source has no victims: most have none, and are not looked at."""

Misplaced = dict[int, tuple[int, str]]
"""English figure -> the source figure that has its role, and what is wrong in words."""


def find_misplaced(source: Source, roles: EnglishRoles, here: tuple[Figure, ...], links: dict[int, Link]) -> Misplaced:
    """The English figures that are said of the dead, the injured or the missing, and belong to another of the three."""
    if not find_word(_WORDS, source.folded):
        return {}
    misplaced: Misplaced = {}
    places: dict[str, list[int]] = {}
    for number, link in links.items():
        if here[number].kind is not Kind.COUNT:
            continue  # the 35-year-old, three days
        own, told = source.roles_of(link.source).get(_GROUP), roles.of(number).get(_GROUP)
        if not own or not told or own == told:
            continue
        figure = source.figures[link.source]
        places = places or _find_places(source)
        for place in places.get(told, ()):
            other = source.figures[place]
            if other.value != figure.value:
                why = f"told of the {told}: source has {_say(other, told)}, {_say(figure, own)}"
                misplaced[number] = place, why
                break
    return misplaced


def _say(figure: Figure, role: str) -> str:
    """4 hurt (四), with the source's word where it is another."""
    english = render(replace(figure, unit=""))  # 8,429 births, and no people
    return f"{english} {role}" if english == figure.surface else f"{english} {role} ({figure.surface})"


def _find_places(source: Source) -> dict[str, list[int]]:
    """Role -> the first source figure that has it, and the first of another value that has it too."""
    places: dict[str, list[int]] = {}
    for place, figure in enumerate(source.figures):
        if figure.kind is not Kind.COUNT:
            continue  # the first three quarters
        known = places.setdefault(source.roles_of(place).get(_GROUP, ""), [])
        if not known or (len(known) == 1 and source.figures[known[0]].value != figure.value):
            known.append(place)
    return places
