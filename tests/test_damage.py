"""What the source lost or garbled is noted where it stands; a clean text yields no note, the text stays as printed."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.damage import add_offered, note_damage
from assistant.reading import read_bytes, read_dump
from assistant.records import Damage, Item, Misprint
from assistant.segmenting import split_items
from tests.builders import make_dump
from tests.growth import grows_linearly

SAMPLES = Path(__file__).parent / "samples" / "reading"
CLEAN = """國民黨主席今天出席活動，民進黨立委也到場
國民黨團與民進黨團今天協商，國民黨的政策與民進黨的主張不同。國民所得今年成長3%，國民年金與國民健康保險費率不變。
人民進入展館參觀，農民進行抗議，居民進出不便，國民教育法修正，國民對政府有期待，國民的權利受到保障。
選民進場投票，公民進步聯盟成立。他自己已經到了，應該沒有問題，即使下雨也一味前進。
原子鐘使用銣，釹鐵硼磁鐵用於風力發電機；催化劑使用鈰，濃縮鈾則受管制。鋇餐造影與鋰電池不同。
市長候選人侯友宜與侯漢廷同台，候鳥北返，時候不早了。詳見官網，報導到此為止。
"""


def note(text: str) -> list[Damage]:
    dump = make_dump(text)
    return [damage for item in note_damage(dump, split_items(dump)) for damage in item.damage]


def printed(text: str, kind: str) -> list[str]:
    return [damage.printed for damage in note(text) if damage.kind == kind]


def test_a_clean_text_yields_no_note() -> None:
    assert note(CLEAN) == []


@pytest.mark.parametrize("name", ["reservoir.hans.txt", "ferry.ja.txt", "feed.xml", "newsletter.eml", "notes.md"])
def test_samples_without_damage_have_at_most_their_teasers_noted(name: str) -> None:
    dump = read_dump(SAMPLES / name)
    found = [damage for item in note_damage(dump, split_items(dump)) for damage in item.damage]
    assert all(damage.kind == "cut" and damage.printed.endswith(("...", "……")) for damage in found)


def test_the_sample_page_has_all_its_damage_noted() -> None:
    dump = read_dump(SAMPLES / "cable.txt")
    items = note_damage(dump, split_items(dump))
    found = [(damage.kind, damage.printed) for item in items for damage in item.damage]
    assert found.count(("missing", "國民")) == 6
    assert found.count(("missing", "民進")) == 3
    assert ("wrong", "銣") in found
    assert ("residue", "原始連結") in found
    assert sum(kind == "cut" for kind, _ in found) == 7 - 1
    assert [text for kind, text in found if kind == "missing" and "初選" in text] == ["內初選"]
    for item in items:
        assert all(item.read(damage.span) == damage.printed for damage in item.damage)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("國民主席今天表示，將會出席。", ["國民"]),
        ("民進立委今天表示，將會出席。", ["民進"]),
        ("国民主席今天表示，将会出席。", ["国民"]),
        ("陸委主委今天表示，將會出席。", ["陸委"]),
        ("國民黨祕書處公布名單，國民祕書處下午更正。", ["國民"]),
        ("國民黨主席與民進黨主席出席，國民的期待很高。", []),
        ("國民的期待很高，農民進場抗議。", []),
        ("公義黨主席出席，公義黨團也到場，公義主席下午發言。", ["公義"]),
        ("在野黨主席出席，在野黨立委也到場，在野立委下午發言。", []),
        ("他\ufffd今天表示，將會出席。", ["\ufffd"]),
    ],
)
def test_missing_characters_are_found_by_what_surrounds_them(text: str, expected: list[str]) -> None:
    assert printed(text, "missing") == expected


def test_on_a_page_that_has_lost_a_character_throughout_weaker_cases_count_too() -> None:
    text = "國民主席與民進主席出席。國民改朝換代，引起內擔憂。"
    assert printed(text, "missing") == ["國民", "民進", "國民", "內擔憂"]
    assert printed(text + "黨內沒有異議。", "missing") == ["國民", "民進"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("風力發電機的磁鐵使用銣。", ["銣"]),
        ("原子鐘使用銣。", []),
        ("風力發電機的磁鐵使用釹。", []),
        ("他己經到了。", ["己經"]),
        ("該國濃縮鈰的設施曝光。", ["鈰"]),
        ("市議員林宣和說，林宣和認為，林宣和指出，林宣和強調。林宜和說，不對。", ["宜"]),
        ("市議員林宣和說，林宜和也說。", []),
    ],
)
def test_wrong_characters_are_found_beside_words_that_do_not_fit_them(text: str, expected: list[str]) -> None:
    assert printed(text, "wrong") == expected


MAGNETS = "標題\n銣用於風力發電機的轉子，銣價上漲。\n原子鐘以銣為核心。\n某報 ・ 3 小時前"
# segment, printed, meant -> how many characters are noted
OFFERS = [
    (1, "銣", "釹", 2),
    (2, "銣", "釹", 0),  # beside 原子鐘 it is right
    (1, "銣", "金", 0),  # no table has the pair
    (1, "銣", "銣", 0),
    (1, "鈰", "鈾", 0),  # it does not stand there
    (3, "銣", "釹", 0),  # a source line
    (9, "銣", "釹", 0),
    (1, "", "釹", 0),
]


@pytest.mark.parametrize(("segment", "character", "meant", "count"), OFFERS)
def test_a_misprint_that_a_model_offers_counts_where_it_stands_and_a_table_has_the_pair(
    segment: int, character: str, meant: str, count: int
) -> None:
    dump = read_bytes(MAGNETS.encode(), "a.txt")
    item = replace(split_items(dump)[0], damage=())
    found = add_offered(item, [Misprint(segment, character, meant)])
    assert [d.span.of(dump.text) for d in found.damage] == ["銣"] * count
    assert all("so the model" in d.note and "釹 (neodymium)" in d.note for d in found.damage)


def test_what_the_rules_noted_already_is_not_noted_again() -> None:
    dump = read_bytes(MAGNETS.encode(), "a.txt")
    (item,) = note_damage(dump, split_items(dump))
    assert [d.kind for d in item.damage] == ["wrong", "wrong"]
    assert add_offered(item, [Misprint(1, "銣", "釹")]) is item


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("標題\n內文到此。 原始連結\n某報 ・ 3 小時前", ["原始連結"]),
        ("標題\n內文&nbsp;到此<br/>。\n某報 ・ 3 小時前", ["&nbsp;", "<br/>"]),
        ("標題\n內文到此，詳見https://a.example/b。\n某報 ・ 3 小時前", ["https://a.example/b"]),
        ("標題\n甲 & 乙，x < y。\n某報 ・ 3 小時前", []),
    ],
)
def test_link_text_and_markup_left_in_are_found(text: str, expected: list[str]) -> None:
    assert printed(text, "residue") == expected


def test_sentences_in_a_line_of_another_encoding_are_noted() -> None:
    dump = read_dump(SAMPLES / "harbour.garbled.txt")
    (article,) = (item for item in note_damage(dump, split_items(dump)) if item.kind.is_news)
    garbled = [damage for damage in article.damage if "mojibake" in damage.note]
    assert [damage.note for damage in garbled] == ["the line is mojibake: UTF-8 that was read as Latin-1"] * len(
        garbled
    )
    lines = {dump.text.count("\n", 0, damage.span.start) for damage in garbled}
    assert lines == {5}
    assert all(damage.kind == "wrong" and article.read(damage.span) == damage.printed for damage in garbled)


def test_text_that_breaks_off_is_noted_with_its_last_words() -> None:
    damage = note("標題\n預算案昨天通過，引發在野黨不滿，並要求...\n某報 ・ 3 小時前")[0]
    assert (damage.kind, damage.printed) == ("cut", "在野黨不滿，並要求...")
    assert damage.note == "a teaser: the text breaks off here"


def test_parts_that_are_no_news_are_left_alone() -> None:
    dump = make_dump("首頁 | 國民主席 | 要聞\n內文到此。\n")
    items: tuple[Item, ...] = note_damage(dump, split_items(dump))
    assert [len(item.damage) for item in items] == [0, 0]


@settings(deadline=None)
@given(st.text(st.sampled_from("國民黨進主席內員銣磁鐵己已經。…\n&nbsp;<br>https://a"), max_size=80))
def test_each_note_says_what_stands_there(text: str) -> None:
    dump = make_dump(text or "甲")
    for item in note_damage(dump, split_items(dump)):
        for damage in item.damage:
            assert damage.printed == damage.span.of(dump.text) != ""
            assert item.span.start <= damage.span.start < damage.span.end <= item.span.end


@pytest.mark.parametrize(
    ("unit", "times"), [("國民主席。", 40_000), ("己", 200_000), ("林宣和", 60_000), ("<", 200_000), ("&nbsp;", 30_000)]
)
def test_hostile_text_takes_linear_time(unit: str, times: int) -> None:
    assert grows_linearly(lambda size: note(unit * size), times)


def test_a_short_last_paragraph_without_its_full_stop_breaks_off() -> None:
    paragraphs = "水公司今天上午說，搶修已經完成。\n水公司回應，管線已使用41年，今年將編列2.3億元汰換舊\n"
    text = f"水管爆裂 停水六小時\n2026-02-12 08:30\n{paragraphs}"
    assert [damage.printed[-3:] for damage in note(text) if damage.kind == "cut"] == ["汰換舊"]


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("民進認為不妥", True),
        ("民進應該說明", True),
        ("民進黨認為不妥", False),
        ("漁民進說明會會場", False),
        ("災民進要求協助的帳篷", False),
        ("國民表示期待", False),
    ],
)
def test_a_verb_of_speech_tells_that_the_name_of_a_party_lost_its_last_character(words: str, missing: bool) -> None:
    dump = make_dump(f"立法院開會，{words}，會議進行三小時。\n")
    found = [damage.kind for item in note_damage(dump, split_items(dump)) for damage in item.damage]
    assert found == ["missing"] * missing
