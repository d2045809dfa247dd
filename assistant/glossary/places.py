"""Countries, cities and regions in English and in the languages of the sources: those of the Unicode CLDR, as tables.

Also how news shortens a country, and the capital by which it means a government (``places.tsv``): 美, Moscow; and the
cities and regions that the CLDR does not have (``cities.tsv``).
"""

from collections import defaultdict
from functools import cache
from pathlib import Path

from assistant.glossary import fold_original, squeeze

HOMES = {"zh": ("taiwan", "taipei", "china", "beijing", "mainland china", "hong kong"), "ja": ("japan", "tokyo")}
"""Places that a source of this language may mean without naming them."""
HOME_FORMS = ("我國", "國內")
"""By these a source means the country that it is written in."""
NO_PLACES = "-"
"""The row of ``places.tsv`` with names that are ordinary words as well."""

Forms = dict[str, tuple[str, ...]]
"""English name, squeezed -> all that a source may print for it, folded."""


@cache
def read_places() -> Forms:
    """Countries and cities; a capital also under what its country is called, for it may mean the government."""
    return {**read_cities(), **_tables()[2], **read_countries()}


@cache
def read_countries() -> Forms:
    """Countries alone, with their cities: who names Rio de Janeiro may be told to be in Brazil."""
    return _tables()[0]


@cache
def read_cities() -> Forms:
    """Cities and regions alone, under their own names."""
    return _tables()[1]


@cache
def read_capitals() -> Forms:
    """Capitals that may mean their governments."""
    return _tables()[2]


@cache
def _tables() -> tuple[Forms, Forms, Forms]:
    """Countries, cities, capitals with the forms of their countries."""
    countries, cities, capitals = (defaultdict[str, set[str]](set) for _ in range(3))
    of_country = defaultdict[str, set[str]](set)
    for zone, code, city, printed in read_rows("zones.tsv"):
        forms = set(map(fold_original, _list(printed)))
        for spelling in filter(None, (zone, city)):
            cities[squeeze(spelling)].update(forms)
            of_country[code].update(forms)
    for code, name, printed in read_rows("cities.tsv"):
        cities[squeeze(name)].update(map(fold_original, _list(printed)))
        of_country[code].update(map(fold_original, _list(printed)))
    more = {
        code: (_list(short), _list(spellings), _list(seats))
        for code, short, spellings, seats in read_rows("places.tsv")
    }
    for code, name, printed in read_rows("territories.tsv"):
        short, spellings, seats = more.get(code, ((), (), ()))
        own = {part for other in _list(printed) for part in _split(other)}
        forms = {*map(fold_original, (*own, *short)), *of_country[code]}
        for spelling in (*_split(name), *spellings):
            countries[squeeze(spelling.replace("&", "and"))].update(forms)
        for seat in seats:
            capitals[squeeze(seat)].update(forms)
    ordinary = frozenset(more[NO_PLACES][1])
    return _close(countries, ordinary), _close(cities, ordinary | set(countries)), _close(capitals, ordinary)


def _close(found: dict[str, set[str]], without: frozenset[str] | set[str]) -> Forms:
    """Sorted, without names of one letter and those that mean much else."""
    closed = {name: tuple(sorted(filter(None, forms))) for name, forms in found.items() if name not in without}
    return {name: forms for name, forms in closed.items() if len(name) > 1 and forms}


Nationality = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]


@cache
def read_nationalities() -> tuple[Nationality, ...]:
    """Of each country: its English names and nationalities, its names in sources, single characters, other English."""
    return tuple((_list(e), _list(s), tuple(c), _list(o)) for e, s, c, o in read_rows("nationalities.tsv"))


def find_home(language: str) -> frozenset[str]:
    """English names, squeezed, of the places that a source in this language need not name."""
    return frozenset(HOMES.get(language.partition("-")[0], ()))


def read_rows(name: str) -> list[list[str]]:
    """The columns of each row of a table beside this module."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _list(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


def _split(name: str) -> list[str]:
    """``Myanmar (Burma)`` as two names, 中国香港特别行政区 also without its status."""
    parts = [part.strip(" )）") for part in name.replace("（", "(").split("(")]
    bare = [part.removesuffix("特別行政區").removesuffix("特别行政区") for part in parts]
    short = [part.removeprefix("中國").removeprefix("中国") for part in bare if part not in ("中國", "中国")]
    return [part for part in dict.fromkeys((*parts, *short)) if part]
