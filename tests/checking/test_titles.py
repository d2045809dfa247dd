"""A person is called what the source calls him; what the source leaves open is not held against anybody."""

import pytest

from assistant.checking.strangers import check_strangers
from assistant.checking.titles import check_titles
from assistant.checking.tracing import Tracer
from assistant.glossary import load_shipped
from assistant.records import Draft, Name
from tests.builders import make_item

ITEM = make_item(
    "官房長官野呂良平與經濟部長蔡明珊會談。",
    "副主委邱明德與次長丁二安列席。",
    "市長古正鈞、議員卜雨潔和部長丁一安出席，溫以哲說明。",
    "九州電力與智慧財產及商業法院、廉政署未回應。",
    headline="會談",
)
NAMES = (
    Name("野呂良平", "Noro Ryohei", "person"),
    Name("蔡明珊", "Tsai Ming-shan", "person"),
    Name("古正鈞", "Ku Cheng-chun", "person"),
    Name("卜雨潔", "Pu Yu-chieh", "person"),
    Name("丁一安", "Ting Yi-an", "person"),
    Name("邱明德", "Chiu Ming-te", "person"),
    Name("溫以哲", "Wen Yi-che", "person"),
    Name("九州電力", "Kyushu Electric Power", "organisation"),
    Name("智慧財產及商業法院", "Intellectual Property and Commercial Court", "organisation"),
    Name("廉政署", "Agency Against Corruption", "organisation"),
)


HEADS = make_item(
    "原副市长曹卫民获刑。",
    "宏远地产董事长邱国强的辩护律师冯丽娟称将上诉。",
    "消防处助理处长黎志明说，高木誠教授在場。",
    "財務省の村上誠事務次官は指摘した。",
    headline="判决",
)
PERSONS = tuple(
    Name(original, english, "person")
    for original, english in (
        ("曹卫民", "Cao Weimin"), ("邱国强", "Qiu Guoqiang"), ("冯丽娟", "Feng Lijuan"), ("黎志明", "Lai Chi-ming"),
        ("高木誠", "Takagi Makoto"), ("村上誠", "Murakami Makoto"),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Cao Weimin (曹卫民), former vice mayor of Nanling, was jailed.", "vice "),
        ("Former deputy mayor Cao Weimin was jailed.", "deputy "),
        ("Lai Chi-ming (黎志明), assistant director of fire services, said so.", "assistant "),
        ("Qiu Guoqiang (邱国强), chairman of Hongyuan, appealed.", ""),
        ("Professor Takagi Makoto was there.", ""),
        ("Murakami Makoto (村上誠), vice-minister of finance, said so.", ""),
    ],
)
def test_a_deputy_is_no_head_whatever_he_was(right: str, wrong: str) -> None:
    def flags(english: str) -> list[str]:
        return [f.english for f in check_titles(Tracer(HEADS, Draft("", english, (), (), PERSONS), load_shipped()))]

    assert flags(right) == []
    assert not wrong or flags(right.replace(wrong, ""))


@pytest.mark.parametrize(
    "english",
    [
        "Chairman Feng Lijuan will appeal.",
        "Governor Takagi Makoto was there.",
        "Murakami Makoto (村上誠), finance minister, said so.",
    ],
)
def test_what_is_said_of_another_beside_a_name_is_not_his_title(english: str) -> None:
    assert [f.english for f in check_titles(Tracer(HEADS, Draft("", english, (), (), PERSONS), load_shipped()))]


def tracer(english: str) -> Tracer:
    return Tracer(ITEM, Draft("", english, (), (), NAMES), load_shipped())


@pytest.mark.parametrize(
    "english",
    [
        "Prime Minister Noro Ryohei met her.",
        "Noro Ryohei, the prime minister, met her.",
        "Justice minister Tsai Ming-shan met him.",
        "President Ku Cheng-chun attended.",
        "Mayor Pu Yu-chieh attended.",
        "Chairman Chiu Ming-te was there.",
    ],
)
def test_another_title_is_flagged(english: str) -> None:
    assert [f.why for f in check_titles(tracer(english))] != []


@pytest.mark.parametrize(
    "english",
    [
        "Chief Cabinet Secretary Noro Ryohei met economics minister Tsai Ming-shan.",
        "Economic affairs minister Tsai Ming-shan, the minister, met him.",
        "Mayor Ku Cheng-chun and councillor Pu Yu-chieh attended.",
        "Finance minister Ting Yi-an attended.",  # the source says no more than minister
        "Vice Chairman Chiu Ming-te was there.",
        "The deputy commission chair Chiu Ming-te was there.",
        "Chairman Wen Yi-che explained.",  # it gives him no title
        "Noro Ryohei met the president, Tsai Ming-shan and others.",
    ],
)
def test_a_title_that_fits_raises_nothing(english: str) -> None:
    assert check_titles(tracer(english)) == ()


@pytest.mark.parametrize(
    ("english", "found"),
    [
        ("Tokyo Electric Power (九州電力) did not respond.", ["Tokyo Electric Power"]),
        ("The Supreme Court (智慧財產及商業法院) did not respond.", ["The Supreme Court"]),
        ("The Kyushu Electric Power Company (九州電力) did not respond.", []),
        ("The utility (九州電力) and Kyuden (九州電力公司) did not respond.", []),
        ("The Anti-Corruption Agency (廉政署), or AAC (廉政署), did not respond.", []),
    ],
)
def test_an_original_in_brackets_stands_behind_its_own_body(english: str, found: list[str]) -> None:
    assert [f.english for f in check_strangers(tracer(english))] == found


@pytest.mark.parametrize(
    ("english", "printed"),
    [
        ("Finance chief Fang Shih-te (方世德) said revenue was 1.95 billion.", ""),
        ("Finance Minister Fang Shih-te (方世德) said revenue was 1.95 billion.", ""),
        ("Mayor Fang Shih-te (方世德) said revenue was 1.95 billion.", "財長方世德"),
        ("Chief Executive John Lee said so.", ""),
        ("Mayor John Lee said so.", "行政長官李家超"),
        ("Tax Director-General Fang Shih-te (方世德) said so.", ""),
    ],
)
def test_the_title_that_the_source_prints_is_shown_as_it_prints_it(english: str, printed: str) -> None:
    item = make_item("財長方世德說稅收達19.5億元。", "行政長官李家超表示同意。", headline="財經")
    names = (Name("方世德", "Fang Shih-te", "person"), Name("李家超", "John Lee", "person"))
    found = check_titles(Tracer(item, Draft("", english, (), (), names), load_shipped()))
    assert [f.source for f in found] == ([printed] if printed else [])
    assert all(f.source_span and item.read(f.source_span) == printed and f.why.endswith(printed) for f in found)


@pytest.mark.parametrize(
    ("source", "original", "english", "flags"),
    [
        ("代表は自民党の木下良子総裁を批判した。", "木下良子", "LDP president Kinoshita Ryoko", 0),
        ("木下良子総理は辞任した。", "木下良子", "Prime Minister Kinoshita Ryoko", 0),
        ("木下良子総理は辞任した。", "木下良子", "Ambassador Kinoshita Ryoko", 1),
        ("丁一安曾任立委，現任交通部次長。", "丁一安", "Deputy Transport Minister Ting Yi-an", 0),
        ("立委丁一安發言。", "丁一安", "Minister Ting Yi-an", 1),
        ("東大の木下良子総長が述べた。", "木下良子", "University President Kinoshita Ryoko", 0),
        ("木下良子警視総監が会見した。", "木下良子", "Superintendent General Kinoshita Ryoko", 0),
    ],
)
def test_japanese_titles_are_read_and_what_was_held_once_is_not_held_against_anybody(
    source: str, original: str, english: str, flags: int
) -> None:
    name = Name(original, " ".join(english.split()[-2:]), "person")
    draft = Draft("", f"{english} spoke.", (), (), (name,))
    assert len(check_titles(Tracer(make_item(source), draft, load_shipped()))) == flags
