"""Countries and large cities in English and in the languages of the sources, as the Unicode CLDR has them (babel).

Also how news shortens a country, and the capital by which it means a government (``places.tsv``): 美, Moscow.
"""

from collections import defaultdict
from functools import cache
from pathlib import Path

from assistant.glossary import fold_original, squeeze

LANGUAGES = ("zh", "zh_Hant", "zh_Hant_HK", "ja")
HOMES = {"zh": ("taiwan", "taipei", "china", "beijing", "mainland china", "hong kong"), "ja": ("japan", "tokyo")}
"""Places that a source of this language may mean without naming them."""
NO_PLACES = "-"
"""The row of ``places.tsv`` with names that are ordinary words as well."""


@cache
def read_places() -> dict[str, tuple[str, ...]]:
    """English name, squeezed -> all that a source may print for it, folded. 0.15 s, which only a doubtful name pays."""
    from babel import Locale  # noqa: PLC0415 - slow, see above

    english, *others = [Locale.parse(language) for language in ("en", *LANGUAGES)]
    found: dict[str, set[str]] = defaultdict(set)
    more = _read_more()
    for code, name in english.territories.items():
        short, spellings = more.get(code, ((), ()))
        forms = {part for other in others for part in _split(str(other.territories.get(code, "")))}
        for spelling in (*_split(str(name)), *spellings) if not code.isdigit() else ():
            found[squeeze(spelling.replace("&", "and"))].update(map(fold_original, (*forms, *short)))
    for zone in map(str, others[0].time_zones):
        cities = {str((other.time_zones.get(zone) or {}).get("city", "")) for other in others}
        names = [zone.split("/")[-1].replace("_", " "), str((english.time_zones.get(zone) or {}).get("city", ""))]
        for spelling in names if "/" in zone and not zone.startswith("Etc") else ():
            found[squeeze(spelling)].update(map(fold_original, cities))
    ordinary = set(more[NO_PLACES][1])
    places = {spelling: tuple(sorted(filter(None, forms))) for spelling, forms in found.items()}
    return {spelling: forms for spelling, forms in places.items() if len(spelling) > 1 and spelling not in ordinary}


def find_home(language: str) -> frozenset[str]:
    """English names, squeezed, of the places that a source in this language need not name."""
    return frozenset(HOMES.get(language.partition("-")[0], ()))


def _read_more() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Code -> short forms, other English names."""
    lines = Path(__file__).with_name("places.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {code: (_list(short), _list(english)) for code, short, english in rows}


def _list(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


def _split(name: str) -> list[str]:
    """``Myanmar (Burma)`` as two names, 中国香港特别行政区 also without its status."""
    parts = [part.strip(" )）") for part in name.replace("（", "(").split("(")]
    bare = [part.removesuffix("特別行政區").removesuffix("特别行政区") for part in parts]
    short = [part.removeprefix("中國").removeprefix("中国") for part in bare if part not in ("中國", "中国")]
    return [part for part in dict.fromkeys((*parts, *short)) if part]
