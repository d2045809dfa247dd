"""The places that ship are those of the CLDR, and say what a source may print for them."""

from babel import Locale
from babel.core import get_global

from assistant.glossary.places import read_cities, read_countries, read_places, read_rows

LANGUAGES = ("zh", "zh_Hant", "zh_Hant_HK", "ja")


def join(found: list[str]) -> str:
    return "|".join(dict.fromkeys(filter(None, found)))


def test_the_table_of_territories_is_that_of_babel() -> None:
    english, *others = [Locale.parse(language) for language in ("en", *LANGUAGES)]
    assert read_rows("territories.tsv") == [
        [code, str(name), join([str(other.territories.get(code, "")) for other in others])]
        for code, name in english.territories.items()
        if not code.isdigit()
    ]


def test_the_table_of_cities_is_that_of_babel() -> None:
    english, *others = [Locale.parse(language).time_zones for language in ("en", *LANGUAGES)]

    def city(zones: object, zone: str) -> str:
        return str((zones.get(zone) or {}).get("city", "")) if hasattr(zones, "get") else ""

    assert read_rows("zones.tsv") == [
        [
            zone.split("/")[-1].replace("_", " "),
            code,
            city(english, zone),
            join([city(other, zone) for other in others]),
        ]
        for zone, code in get_global("zone_territories").items()
        if "/" in zone and not zone.startswith("Etc")
    ]


def test_a_city_is_a_place_and_may_be_told_as_its_country() -> None:
    assert "东京" in read_cities()["tokyo"]
    assert {"巴西", "里约"} <= set(read_countries()["brazil"])
    assert {"柏林", "德国"} <= set(read_places()["berlin"])
