"""Items that tell the same story are found, in one dump and across dumps; nothing is dropped."""

import subprocess
import sys
from array import array
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reading import read_dump
from assistant.records import Item
from assistant.segmenting import split_items
from assistant.stories.duplicates import (
    LEAST_ALIKE,
    _pack_shingles,
    _share_by_sets,
    group_duplicates,
)
from assistant.stories.signing import BYTES_OF_VALUE, PERMUTATIONS, drop_lone, pack_texts, sign_texts, sketch_texts
from tests.builders import make_item
from tests.growth import grows_linearly

SAMPLES = Path(__file__).parents[1] / "samples" / "reading"
AGENCY = (
    "離島海底電纜合作案昨天下午在基隆簽署，三方代表同意設立共同營運公司，總投資額62億美元。",
    "首期18億美元預計在未來九個月內到位，其餘款項依工程進度分五年撥付，並設定最低收購價格。",
    "漁會要求政府先完成海底調查，再談補償。",
)


def group(*items: Item) -> list[list[int]]:
    return [list(story) for story in group_duplicates(items)]


def news(name: str) -> list[Item]:
    return [item for item in split_items(read_dump(SAMPLES / name)) if item.kind.is_news]


def test_the_same_story_by_several_outlets_is_one_story() -> None:
    whole = make_item(*AGENCY, headline="海底電纜簽約 總額62億美元")
    edited = make_item(AGENCY[0], AGENCY[2], headline="三方簽署電纜協議")
    other = make_item("職業籃球例行賽昨晚在高雄開打，地主隊以108比101逆轉獲勝，拉開戰績差距。", headline="籃球逆轉勝")
    assert group(whole, other, edited) == [[0, 2], [1]]


def test_headlines_of_one_kind_are_no_story() -> None:
    whole = make_item(
        "造船所は3日、通期の純利益予想を2000億円から2300億円に上方修正した。", headline="造船所、上期は減益"
    )
    link = make_item(headline="製紙会社、通期予想を3000億円に下方修正")
    assert group(whole, link) == [[0], [1]]


def test_a_teaser_belongs_to_its_whole_story() -> None:
    whole = make_item(
        *AGENCY, *(f"第{n}段說的是另一件與工程無關的事情，篇幅很長。" for n in range(40)), headline="海底電纜簽約"
    )
    teaser = make_item(AGENCY[0][:38] + "...", headline="海底電纜簽約")
    assert group(whole, teaser) == [[0, 1]]


def test_width_and_punctuation_make_no_other_story() -> None:
    other = tuple(text.translate(str.maketrans("0123456789，。", "０１２３４５６７８９,.")) for text in AGENCY)
    assert group(make_item(*AGENCY), make_item(*other)) == [[0, 1]]


def test_the_same_dump_twice_gives_each_story_two_sources() -> None:
    once, again = news("cable.txt"), news("cable.big5.txt")
    stories = group_duplicates([*once, *again])
    assert [len(story) for story in stories] == [2] * len(once)


def test_the_stories_of_one_page_are_told_apart() -> None:
    assert all(len(story) == 1 for story in group_duplicates(news("cable.txt")))


def test_short_and_empty_items_are_stories_of_their_own() -> None:
    assert group(make_item(headline="短"), make_item(headline="短"), make_item(headline="")) == [[0], [1], [2]]
    assert group_duplicates([]) == []


@settings(deadline=None)
@given(st.lists(st.sampled_from([*AGENCY, "", "另一則完全不同的新聞內容，談的是天氣與交通的狀況。"]), max_size=12))
def test_every_item_is_in_exactly_one_story(bodies: list[str]) -> None:
    items = [make_item(body, headline=f"標題{number}") for number, body in enumerate(bodies)]
    stories = group_duplicates(items)
    assert sorted(place for story in stories for place in story) == list(range(len(items)))


def test_thousands_of_items_take_time_in_proportion() -> None:
    items = [
        make_item(f"第{n}個案件的內容是{n * 7919}，地點在{n * 31}路，金額{n * 17}元，時間為{n}日。", headline=f"案{n}")
        for n in range(2_000)
    ]
    assert grows_linearly(lambda size: group_duplicates(items[:size]), 2_000)


def test_a_text_printed_again_is_found_in_a_crowd_of_one_form() -> None:
    told = [
        f"{n % 41 + 3}號漁港的第{n}期疏濬工程昨天開工，工期{n % 17 + 2}個月，經費{n * 7 + 11}萬元，由公所監造。"
        for n in range(600)
    ]
    again = {n: 600 + place for place, n in enumerate(range(0, 600, 20))}
    items = [*map(make_item, told), *(make_item(told[n], "居民要求先公布施工計畫，再談交通管制。") for n in again)]
    asked: list[tuple[int, int]] = []

    def are_only_alike(one: int, other: int) -> bool:
        asked.append((one, other))
        return again.get(one) != other

    assert [group for group in group_duplicates(items, are_only_alike) if len(group) > 1] == list(again.items())
    assert len(asked) < 70 * len(items), "each is held against a few of those of its form, and not against all"


def test_many_items_do_not_bring_scipy() -> None:
    code = """
import sys
from assistant.stories.duplicates import group_duplicates
from tests.builders import make_item
items = [make_item(f"第{n}則:" + "".join(chr(0x4E00 + (n * 37 + i * i) % 3000) for i in range(40))) for n in range(400)]
assert len(group_duplicates([*items, items[0]])) == 400
assert "numpy" in sys.modules and "scipy" not in sys.modules and "datasketch" not in sys.modules
import datasketch
datasketch.MinHashLSH
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("text", ["", "台", "台灣", "台灣今日宣布", "台灣今日宣布" * 3, "x\ud800yz\U00020000字"])
def test_many_texts_are_packed_as_one(text: str) -> None:
    among = ["前一篇的結尾", text, "後一篇的開頭"]
    assert pack_texts(among) == [_pack_shingles(other) for other in among]


@pytest.mark.parametrize("size", [40, 200, 1_000, 4_000])
def test_what_sketches_rule_out_is_not_alike(size: int) -> None:
    letters = [[chr(0x4E00 + (n * 7_919 + i * i * 31) % 20_000) for i in range(size)] for n in range(2)]
    kinds = ["".join(letters[0][:shared] + letters[1][shared:]) for shared in range(0, size, size // 40)]
    packed = [_pack_shingles("".join(letters[0])), *map(_pack_shingles, kinds)]
    share, (sketches, _) = _share_by_sets([(text, text) for text in packed])
    exact = [len({*array("Q", packed[0])} & {*array("Q", text)}) for text in packed]
    least = [LEAST_ALIKE * min(len(text), len(packed[0])) / BYTES_OF_VALUE for text in packed]
    assert [share(0, other, 0) for other in range(len(packed))] == exact
    told = [bool(sketches.may_be_alike(other, [0])) for other in range(len(packed))]
    assert all(told[n] for n in range(len(packed)) if exact[n] >= least[n])
    assert not all(told) or size > 1_000, "those of long texts have no bit left that is not set"


def test_signatures_are_those_of_the_text_wherever_it_stands() -> None:
    texts = [_pack_shingles("".join(chr(0x4E00 + (n * 37 + i * i) % 3000) for i in range(40 + n))) for n in range(500)]
    together, alone = sign_texts(texts), [sign_texts([text])[0] for text in texts[::50]]
    assert together.shape == (500, PERMUTATIONS)
    assert all((one == table).all() for one, table in zip(alone, together[::50], strict=True))


@given(st.lists(st.sets(st.integers(0, 40), max_size=20), max_size=9), st.integers(1, 12))
def test_no_text_is_dropped_that_shares_enough_with_another(sets: list[set[int]], least: int) -> None:
    texts = [array("Q", sorted(own)).tobytes() for own in sets]
    for own, text, kept in zip(sets, texts, drop_lone(texts, least), strict=True):
        shared = max((len(own & other) for other in sets if other is not own), default=0)
        assert kept == text or (not kept and shared < least)


def test_a_text_that_shares_nothing_is_dropped_unless_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [array("Q", own).tobytes() for own in ([1, 2, 3], [2, 3, 4], [7, 8, 9])]
    assert drop_lone(texts, 2) == [*texts[:2], b""]
    monkeypatch.setattr("assistant.stories.signing.MOST_TOGETHER", 8)
    assert drop_lone(texts, 2) == texts


def test_an_empty_text_has_no_bit_and_takes_the_place_of_no_other() -> None:
    texts = [array("Q", own).tobytes() for own in ([1, 2, 3], [4, 5])]
    assert sketch_texts([b"", texts[0], b"", texts[1]]) == [0, sketch_texts(texts)[0], 0, sketch_texts(texts)[1]]
