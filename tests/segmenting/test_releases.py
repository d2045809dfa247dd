"""Press releases and letters: publishers, facts, what companies say of themselves, headings between rules."""

from assistant.records import Item, Role
from assistant.segmenting import split_items
from tests.builders import make_dump

BODY = (
    "澎潮動力今天宣布完成2.6億元募資，資金將用於在外海設置首座潮流發電站。\n"
    "執行長藍以恆說，黑潮一年365天都在流，離島不必再燒柴油，預計2028年併網。\n"
)
HEAD = "澎潮動力募資2.6億元 外海將設潮流發電站\n"


def read(text: str) -> list[Item]:
    return [item for item in split_items(make_dump(text)) if item.kind.is_news]


def say(item: Item, *roles: Role) -> str:
    return "".join(segment.text for segment in item.segments if segment.role in roles)


def test_the_company_above_a_time_publishes_and_is_no_headline_and_no_footer() -> None:
    (item,) = read(f"{HEAD}澎潮動力股份有限公司\n2026年11月19日 09:00\n{BODY}")
    assert item.read(item.headline) == HEAD.strip()
    assert say(item, Role.SENTENCE) == BODY
    assert item.read(item.age) == "2026年11月19日 09:00"


def test_what_a_company_says_of_itself_below_a_release_is_none_of_it() -> None:
    (item,) = read(f"{HEAD}2026年11月19日 09:00\n{BODY}關於澎潮動力\n澎潮動力成立於2021年，總部位於基隆，團隊38人。\n")
    assert say(item, Role.SENTENCE) == BODY


def test_a_section_about_something_stays_where_its_text_does_not_begin_with_it() -> None:
    (item,) = read(f"{HEAD}2026年11月19日 09:00\n{BODY}關於未來\n他說，五年內要在十座離島設站，並培訓當地漁民維修。\n")
    assert "五年內要在十座離島設站" in say(item, Role.SENTENCE)


def test_facts_of_a_release_are_a_part_of_it_and_no_items() -> None:
    (item,) = read(
        f"{HEAD}2026年11月19日 09:00\n{BODY}■ 活動資訊\n時間：12月1日上午10時\n地點：基隆港西岸\n報名：線上\n"
    )
    assert "地點：基隆港西岸" in say(item, Role.CAPTION)


def test_a_box_of_the_company_is_none_of_a_release() -> None:
    (item,) = read(f"{HEAD}2026年11月19日 09:00\n{BODY}■ 会社概要\n社名：株式会社うみねこ食品\n設立：2019年4月\n")
    assert "うみねこ" not in say(item, Role.SENTENCE, Role.CAPTION)


def test_a_heading_between_two_rules_heads_the_text_below_it() -> None:
    rule = "━━━━━━━━━━\n"
    first, second = (
        ("央行：房市管制不會鬆", "晶片關稅延到2027年"),
        ("央行總裁說，管制維持到第二季。", "美方宣布，關稅延後一年實施。"),
    )
    news = read("".join(f"{rule}{head}\n{rule}{text}\n\n" for head, text in zip(first, second, strict=True)))
    assert [item.read(item.headline) for item in news] == list(first)
    assert [say(item, Role.SENTENCE).strip() for item in news] == list(second)


def test_the_paragraph_below_the_word_for_a_sponsor_is_his() -> None:
    rule = "━━━━━━━━━━\n"
    news = f"{rule}央行：房市管制不會鬆\n{rule}央行總裁說，管制維持到第二季。\n\n"
    told = read(f"{news}{rule}本期贊助\n{rule}海島銀行定存，美元3個月5.2%。\n")
    assert "海島銀行" not in "".join(say(item, Role.SENTENCE, Role.CAPTION) for item in told)
