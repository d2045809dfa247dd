"""Names found in a source text all at once."""

import re

from assistant.checking.spotting import Spotter
from assistant.checking.texts import lower


def test_the_longest_name_counts_at_each_place_and_none_within_another() -> None:
    spotter = Spotter({"王": 1, "王大明": 2, "大明": 3, "明報": 4})
    assert list(spotter.find("王大明報說,王說大明")) == [(0, 3, 2), (6, 7, 1), (8, 10, 3)]


def test_a_name_that_is_cut_at_the_end_of_the_text_gives_way_to_a_shorter_one() -> None:
    assert list(Spotter({"王": 1, "王大明": 2}).find("是王")) == [(1, 2, 1)]


def test_an_empty_name_is_found_nowhere() -> None:
    assert list(Spotter({"": 1}).find("王大明")) == []


def test_small_letters_stand_where_those_of_any_case_did() -> None:
    english = "Arrested: İnsolvent ınsolvent inſolvent Kidnapped 行政院 É"
    pattern = r"arrested|insolvent|kidnapped|é"
    small = [match.span() for match in re.finditer(pattern, lower(english))]
    assert small == [match.span() for match in re.finditer(pattern, english, re.IGNORECASE)]
    assert len(small) == 6
