"""Stories: every item once, the same story joined, two stories never."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.records import Briefing, Certainty, Clock, Stamp, Topic
from assistant.stories.grouping import group_items
from assistant.stories.telling import put_in_order, tell_stories
from assistant.stories.topics import WORDS, find_topic
from tests.daily.builders import briefed, make_item, source_only

FIRE = (
    "港區倉庫大火 5人受傷",
    "港區一座倉庫昨晚發生大火,5人受傷送醫,消防局出動42輛消防車灌救,火勢在清晨受到控制。",
    "起火原因仍在調查,倉庫存放的1,200公噸紙漿全部燒毀,損失約3億6,000萬元。",
)
FIRE_AGAIN = (FIRE[0], FIRE[1], "目擊者表示,火光連對岸都看得見。")
FIRE_IN_OTHER_WORDS = (
    "深夜惡火吞噬紙漿倉 業者估損逾3億",
    "消防單位派42輛車馳援,林建宏局長坐鎮;北濤公司說,1,200公噸紙漿付之一炬,金額約3億6,000萬元。",
)
POLL = ("市長民調出爐", "最新民調顯示,候選人甲獲得52.6%支持,乙為24.9%,兩人差距擴大到27.7個百分點。")
NAMES = ("Lin Chien-hung (林建宏)", "Pei-tao (北濤)")


def test_near_duplicates_are_one_story_and_others_are_not() -> None:
    briefings = [
        source_only(make_item(*FIRE, outlet="甲報")),
        source_only(make_item(*POLL, outlet="乙報"), "b"),
        source_only(make_item(*FIRE_AGAIN, outlet="丙報"), "c"),
    ]
    assert group_items(briefings) == [[0, 2], [1]]


def test_the_same_event_in_other_words_is_joined_by_shared_names_and_figures() -> None:
    one = make_item(FIRE[0], FIRE[1], FIRE[2] + "林建宏局長說,北濤公司將負責。")
    other = make_item(*FIRE_IN_OTHER_WORDS)
    assert group_items([briefed(one, "Fire", names=NAMES), briefed(other, "Blaze", names=NAMES, dump="b")]) == [[0, 1]]


def test_figures_without_names_or_on_another_day_join_nothing() -> None:
    one = make_item(FIRE[0], FIRE[1], FIRE[2] + "林建宏局長說,北濤公司將負責。")
    other, later = make_item(*FIRE_IN_OTHER_WORDS), make_item(*FIRE_IN_OTHER_WORDS, day=9)
    first = briefed(one, "Fire", names=NAMES)
    assert group_items([first, briefed(other, "Blaze", dump="b")]) == [[0], [1]]
    assert group_items([first, briefed(later, "Blaze", names=NAMES, dump="b")]) == [[0], [1]]


def test_one_shared_figure_is_enough_beside_names_where_the_texts_are_alike() -> None:
    told = "林建宏局長說,北濤公司的倉庫昨晚發生大火,消防局出動42輛消防車灌救,1人受傷送醫,起火原因仍在調查。"
    again = "北濤公司的倉庫昨晚發生大火,消防局出動42輛消防車灌救,林建宏局長說,傷者增至7人,工會要求道歉。"
    apart = "林建宏局長出席春茶品評會,北濤公司得到特等獎,全場42件作品由評審逐一試飲,成績下週公布。"
    fire, more, tea = (
        briefed(make_item(head, text), "Told", names=NAMES, dump=dump)
        for head, text, dump in (("大火", told, "a"), ("工會發聲", again, "b"), ("春茶", apart, "c"))
    )
    assert group_items([fire, more, tea]) == [[0, 1], [2]]


def test_an_article_that_bears_no_time_is_of_the_day_on_which_its_page_was_captured() -> None:
    one = make_item(FIRE[0], FIRE[1], FIRE[2] + "林建宏局長說,北濤公司將負責。")
    bare = replace(other := make_item(*FIRE_IN_OTHER_WORDS), clock=replace(other.clock, published=None))
    unknown = replace(bare, clock=Clock())
    first = briefed(one, "Fire", names=NAMES)
    assert group_items([first, briefed(bare, "Blaze", names=NAMES, dump="b")]) == [[0, 1]]
    assert group_items([first, briefed(unknown, "Blaze", names=NAMES, dump="b")]) == [[0], [1]]


def test_a_story_of_two_outlets_comes_first_and_a_teaser_is_in_brief() -> None:
    briefings = [
        source_only(make_item("港口罷工", "約3,200人上街...", outlet="丁報", truncated=True), "d"),
        source_only(make_item(*POLL, outlet="乙報"), "b"),
        source_only(make_item(*FIRE_AGAIN, outlet="丙報"), "c"),
        source_only(make_item(*FIRE, outlet="甲報")),
    ]
    stories = tell_stories(briefings)
    assert [story.items for story in stories] == [(3, 2), (1,), (0,)]
    assert [story.in_brief for story in stories] == [False, False, True]
    assert [story.topic for story in stories[:2]] == [Topic.DISASTERS, Topic.POLITICS]
    told, renumbered = put_in_order(briefings, stories)
    assert [n for story in renumbered for n in story.items] == [0, 1, 2, 3]
    assert told[0] == briefings[3]


LINES = st.sampled_from([*FIRE, *FIRE_AGAIN, *POLL, *FIRE_IN_OTHER_WORDS, "短句。", "!"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.lists(LINES, min_size=1, max_size=4), st.booleans()), max_size=12))
def test_every_item_is_told_exactly_once(days: list[tuple[list[str], bool]]) -> None:
    briefings: list[Briefing] = [
        source_only(make_item(*lines, outlet="報" * (n % 3), truncated=short), "abcdef"[n % 6])
        for n, (lines, short) in enumerate(days)
    ]
    stories = tell_stories(briefings)
    assert sorted(n for story in stories for n in story.items) == list(range(len(briefings)))
    assert tell_stories(briefings) == stories


def test_topics_are_told_by_words_and_a_text_without_any_is_of_none() -> None:
    assert find_topic((make_item("法院判處詐騙集團主嫌有期徒刑", "被告可上訴。"),)) is Topic.COURTS
    assert find_topic((make_item("海鷹逆轉雷神", "職籃例行賽三分球全場最高,收下6連勝。"),)) is Topic.SPORT
    assert find_topic((make_item("一句話", "沒有什麼。"),)) is Topic.OTHER
    assert all(len(word) == len(word.strip()) > 0 for words in WORDS.values() for word in words)


@pytest.mark.parametrize("days", [0, 1, 2, 400])
def test_a_page_is_of_the_day_that_it_prints_whenever_it_was_captured_after(days: int) -> None:
    printed = datetime(2025, 11, 26, 7, 42)  # noqa: DTZ001 - the page's own clock
    stamp = Stamp(printed, printed + timedelta(days=days), Certainty.INFERRED, "printed, and the file's time")
    assert Clock(captured=stamp).page_day == date(2025, 11, 26)
    assert Clock().page_day is None
