"""What changed since an earlier day: only counts of which it is certain what was counted."""

import pytest

from assistant.daily.changes import count_people, find_changes
from tests.daily.builders import briefed, make_item, source_only

BODY = "港區一座倉庫昨晚發生大火,消防局出動42輛消防車灌救,火勢在清晨受到控制,起火原因仍在調查。"


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("火災造成2人死亡。", {"killed": 2}),
        ("火災造成12人死亡、3人失蹤。", {"killed": 12, "missing": 3}),
        ("死亡人數增至5人。", {"killed": 5}),
        ("已知11人受傷。", {"injured": 11}),
        ("受傷人數今(27)日增至8人。", {"injured": 8}),
        ("傷者增至8人。", {"injured": 8}),
        ("死者昨天已增為3人。", {"killed": 3}),
        ("3名傷者情況穩定。", {}),
        ("傷者8人中有3人出院。", {}),
        ("另有3人死亡。", {}),
        ("其中2人死亡。", {}),
        ("新增2人死亡。", {}),
        ("甲地2人死亡,乙地3人死亡。", {}),
        ("死亡率為3%,2人到場。", {}),
        ("約300人撤離。", {}),
    ],
)
def test_people_are_counted_where_one_number_stands_beside_the_word(text: str, counts: dict[str, int]) -> None:
    found = count_people(source_only(make_item("標題", text)))
    assert {subject: count for subject, (count, _) in found.items()} == counts


def test_a_revised_toll_is_told_with_both_wordings() -> None:
    before = source_only(make_item("倉庫大火", BODY + "火災造成2人死亡。", day=1), "b")
    after = source_only(make_item("倉庫大火", BODY + "死亡人數增至5人。"))
    (change,) = find_changes([after], [before])
    assert (change.subject, change.before_count, change.after_count) == ("killed", 2, 5)
    assert (change.before, change.after, change.item, change.earlier) == ("2人死亡", "死亡人數增至5人", 0, before.id)


def test_outlets_that_disagree_about_the_new_toll_are_each_told() -> None:
    before = source_only(make_item("倉庫大火", BODY + "火災造成2人死亡。", day=1), "b")
    tolls = ("死亡人數增至5人。", "目前6人死亡。", "火災造成2人死亡,業者致歉。", "已知5人死亡,市長到場。")
    after = [source_only(make_item("倉庫大火", BODY + toll), str(n)) for n, toll in enumerate(tolls)]
    changes = find_changes(after, [before])
    assert [(c.before_count, c.after_count, c.item) for c in changes] == [(2, 5, 0), (2, 6, 1)]


def test_where_the_old_toll_was_in_dispute_a_new_one_is_told_beside_all_old_ones() -> None:
    before = [source_only(make_item("倉庫大火", BODY + f"火災造成{n}人死亡。", day=1), f"b{n}") for n in (3, 2)]
    (change,) = find_changes([source_only(make_item("倉庫大火", BODY + "死亡人數增至5人。"))], before)
    assert (change.subject, change.before_count, change.before_most, change.after_count) == ("killed", 2, 3, 5)
    assert change.before == "2人死亡 / 3人死亡"
    (change,) = find_changes([source_only(make_item("倉庫大火", BODY + "火災造成3人死亡,業者致歉。"))], before)
    assert change.subject == ""  # one of them said so before


def test_the_same_text_is_no_change_whatever_its_age_says_now() -> None:
    before = source_only(make_item("倉庫大火", BODY, outlet="島嶼日報 ・ 4 小時前", day=1), "b")
    assert find_changes([source_only(make_item("倉庫大火", BODY, outlet="島嶼日報 ・ 1 天前"))], [before]) == ()


def test_a_story_told_in_other_words_goes_on_also_after_a_weekend() -> None:
    names = ("Haven Council (海灣商會)", "Lin Chien-hung (林建宏)")
    first = "海灣商會主席林建宏表示,倉庫大火損失4,300萬元,消防局出動42輛消防車,火災造成2人死亡。"
    then = "倉庫大火死亡人數增至5人,海灣商會主席林建宏表示,損失4,300萬元由保險公司理賠。"
    before = briefed(make_item("倉庫大火", first, day=1), "Fire in a warehouse", names=names, dump="b")
    after = briefed(make_item("大火增至5死", then, day=4), "Fire: five dead", names=names)
    (change,) = find_changes([after], [before])
    assert (change.before_count, change.before_most, change.after_count) == (2, 0, 5)


def test_a_story_that_goes_on_is_told_and_the_same_text_again_is_not() -> None:
    before = source_only(make_item("倉庫大火", BODY, day=1), "b")
    more = source_only(make_item("倉庫大火", BODY + "業者今天致歉。"))
    (change,) = find_changes([more], [before])
    assert change.subject == ""
    assert find_changes([source_only(make_item("倉庫大火", BODY), "c")], [before]) == ()
    assert find_changes([source_only(make_item("港口罷工", "約3,200人上街遊行,要求加薪12%。"))], [before]) == ()
