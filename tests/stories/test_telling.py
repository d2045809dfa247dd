"""Stories: every item once, the same story joined, two stories never."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.records import Briefing, Certainty, Clock, Stamp, Topic
from assistant.stories.grouping import group_items
from assistant.stories.telling import put_in_order, tell_stories
from assistant.stories.topics import find_topic, list_words
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
    assert group_items(briefings) == [(0, 2), (1,)]


def test_the_same_event_in_other_words_is_joined_by_shared_names_and_figures() -> None:
    one = make_item(FIRE[0], FIRE[1], FIRE[2] + "林建宏局長說,北濤公司將負責。")
    other = make_item(*FIRE_IN_OTHER_WORDS)
    assert group_items([briefed(one, "Fire", names=NAMES), briefed(other, "Blaze", names=NAMES, dump="b")]) == [(0, 1)]


def test_figures_without_names_or_on_another_day_join_nothing() -> None:
    one = make_item(FIRE[0], FIRE[1], FIRE[2] + "林建宏局長說,北濤公司將負責。")
    other, later = make_item(*FIRE_IN_OTHER_WORDS), make_item(*FIRE_IN_OTHER_WORDS, day=9)
    first = briefed(one, "Fire", names=NAMES)
    assert group_items([first, briefed(other, "Blaze", dump="b")]) == [(0,), (1,)]
    assert group_items([first, briefed(later, "Blaze", names=NAMES, dump="b")]) == [(0,), (1,)]


def test_one_shared_figure_is_enough_beside_names_where_the_texts_are_alike() -> None:
    told = "林建宏局長說,北濤公司的倉庫昨晚發生大火,消防局出動42輛消防車灌救,1人受傷送醫,起火原因仍在調查。"
    again = "北濤公司的倉庫昨晚發生大火,消防局出動42輛消防車灌救,林建宏局長說,傷者增至7人,工會要求道歉。"
    apart = "林建宏局長出席春茶品評會,北濤公司得到特等獎,全場42件作品由評審逐一試飲,成績下週公布。"
    fire, more, tea = (
        briefed(make_item(head, text), "Told", names=NAMES, dump=dump)
        for head, text, dump in (("大火", told, "a"), ("工會發聲", again, "b"), ("春茶", apart, "c"))
    )
    assert group_items([fire, more, tea]) == [(0, 1), (2,)]


def test_an_article_that_bears_no_time_is_of_the_day_on_which_its_page_was_captured() -> None:
    one = make_item(FIRE[0], FIRE[1], FIRE[2] + "林建宏局長說,北濤公司將負責。")
    bare = replace(other := make_item(*FIRE_IN_OTHER_WORDS), clock=replace(other.clock, published=None))
    unknown = replace(bare, clock=Clock())
    first = briefed(one, "Fire", names=NAMES)
    assert group_items([first, briefed(bare, "Blaze", names=NAMES, dump="b")]) == [(0, 1)]
    assert group_items([first, briefed(unknown, "Blaze", names=NAMES, dump="b")]) == [(0,), (1,)]


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


HEADLINES = {
    Topic.DISASTERS: (
        "化工廠氣爆再添一人不治",
        "公車撞電線桿 釀3死傷",
        "工厂爆炸致5人伤亡",
        "山林火災 住宅12棟に延焼、住民が避難",
    ),
    Topic.COURTS: (
        "前議員收賄判囚7年",
        "車手提領贓款 當場被捕",
        "原副市长受贿案一审宣判",
        "元社長を詐欺容疑で逮捕 警視庁",
    ),
    Topic.DEFENCE: ("共艦繞台 國軍監控", "俄軍空襲首都 彈道飛彈來襲", "俄军导弹击中前线", "ミサイル発射 防衛省が発表"),
    Topic.SPORT: (
        "羽后首度封后 奪金落淚",
        "NBA 湖人延長賽絕殺",
        "国乒小组赛横扫对手 晋级八强",
        "日本シリーズ第3戦 投手戦を制し連勝",
    ),
    Topic.HEALTH: (
        "腸病毒進入高峰 幼兒重症增",
        "失智用藥納給付 病患受惠",
        "流感病例上升 儿科门诊爆满",
        "インフルエンザ流行 患者が急増",
    ),
    Topic.ECONOMY: (
        "台積電法說會 毛利率優於預期",
        "聯準會降準備率 美股大漲",
        "央行降准 A股收涨",
        "日経平均が反落 円高を嫌気",
    ),
    Topic.POLITICS: (
        "國會改選 在野黨過半",
        "閣揆請辭獲准 內閣總辭",
        "人大表决通过预算草案",
        "衆院解散、与野党が選挙戦へ",
    ),
    Topic.INTERNATIONAL: (
        "兩國外長會晤 盼恢復邦交",
        "烏俄和談破局 停火無望",
        "中东停火谈判 以色列代表团抵埃及",
        "米ロ首脳会談 ウクライナ停戦を協議",
    ),
}


@pytest.mark.parametrize(("topic", "headline"), [(topic, line) for topic, lines in HEADLINES.items() for line in lines])
def test_a_headline_alone_tells_the_topic_in_both_scripts_and_in_japanese(topic: Topic, headline: str) -> None:
    assert find_topic((make_item(headline, "一句話。"),)) is topic


def test_a_word_speaks_for_one_topic() -> None:
    words = [word for found in list_words().values() for word in found]
    assert len(words) == len(set(words))
    assert set(list_words()) == set(Topic) - {Topic.OTHER}


@pytest.mark.parametrize("days", [0, 1, 2, 400])
def test_a_page_is_of_the_day_that_it_prints_whenever_it_was_captured_after(days: int) -> None:
    printed = datetime(2025, 11, 26, 7, 42)  # noqa: DTZ001 - the page's own clock
    stamp = Stamp(printed, printed + timedelta(days=days), Certainty.INFERRED, "printed, and the file's time")
    assert Clock(captured=stamp).page_day == date(2025, 11, 26)
    assert Clock().page_day is None
