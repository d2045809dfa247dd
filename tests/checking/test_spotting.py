"""Names found in a source text all at once."""

from assistant.checking.spotting import Spotter


def test_the_longest_name_counts_at_each_place_and_none_within_another() -> None:
    spotter = Spotter({"王": 1, "王大明": 2, "大明": 3, "明報": 4})
    assert list(spotter.find("王大明報說,王說大明")) == [(0, 3, 2), (6, 7, 1), (8, 10, 3)]


def test_a_name_that_is_cut_at_the_end_of_the_text_gives_way_to_a_shorter_one() -> None:
    assert list(Spotter({"王": 1, "王大明": 2}).find("是王")) == [(1, 2, 1)]


def test_an_empty_name_is_found_nowhere() -> None:
    assert list(Spotter({"": 1}).find("王大明")) == []
