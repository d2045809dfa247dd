"""A bank, a university, a party of which the source has no word is flagged; one that it names by half a word is not."""

import pytest

from assistant.checking import check_draft
from assistant.checking.kinds import check_kinds
from assistant.checking.tracing import Tracer
from assistant.glossary import load_shipped
from assistant.records import Check, Claim, Draft, Field, Name, Translation, Verdict
from tests.builders import make_item
from tests.growth import grows_linearly


def check(source: str, english: str, names: tuple[Name, ...] = ()) -> list[str]:
    draft = Draft("", "", (Translation(1, english),), (), names)
    return [f.english for f in check_kinds(Tracer(make_item(source, headline="快訊"), draft, load_shipped()))]


@pytest.mark.parametrize(
    ("source", "english", "wrong"),
    [
        ("台積電股價上漲3%。", "TSMC shares rose 3%, the Norland Bank said.", "Norland Bank"),
        ("颱風造成三死。", "Three people died, according to the University of Emberton.", "University of Emberton"),
        ("市長昨天辭職。", "The mayor resigned yesterday, the Workers' Unity Party said.", "Workers' Unity Party"),
        (
            "油價下跌2%。",
            "Oil prices fell 2%, the Petroleum Producers Association said.",
            "Petroleum Producers Association",
        ),
        ("地震造成五人受傷。", "Five people were hurt, said Lakeside Memorial Hospital.", "Lakeside Memorial Hospital"),
        ("三人被捕。", "Three people were arrested outside the British Embassy.", "British Embassy"),
        ("預算通過。", "The Norland Chamber of Commerce spoke of the budget.", "Norland Chamber of Commerce"),
        ("台风造成三人死亡。", "Three died, the Green Earth Foundation said.", "Green Earth Foundation"),
        ("火災で三人が死亡した。", "Three died in the fire, according to Kinsley University.", "Kinsley University"),
    ],
)
def test_a_body_of_a_kind_that_the_source_does_not_name_is_flagged(source: str, english: str, wrong: str) -> None:
    assert check(source, english) == [wrong]


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("北嶺銀行說，台積電股價上漲3%。", "TSMC shares rose 3%, the Norland Bank said."),
        ("日銀は政策金利を据え置いた。", "The Bank of Japan kept its policy rate unchanged."),
        ("清華的學者指出，房價將下跌。", "A scholar at Tsinghua University said home prices would fall."),
        ("綠營批評政府。", "The Democratic Progressive Party criticised the government."),
        ("自民は過半数に届かなかった。", "The Liberal Democratic Party fell short of a majority."),
        ("榮總昨晚急救三人。", "The Veterans General Hospital treated three people last night."),
        ("以軍空襲約旦河西岸。", "Israeli forces bombed the West Bank."),
        ("蘇聯解體三十年。", "It is thirty years since the Soviet Union fell apart."),
        ("ANAは10便を欠航した。", "All Nippon Airways cancelled ten flights."),
        ("星展調升目標價。", "The Development Bank of Singapore raised its target price."),
        ("早稲田が優勝した。", "Waseda University won."),
        ("MIT發表新晶片。", "The Massachusetts Institute of Technology presented a new chip."),
        ("英超曼城奪冠。", "Manchester City won the Premier League."),
        ("學習貫徹二十大精神。", "They studied the guiding principles of the 20th Party Congress."),
        ("三人被捕。", "Three people were arrested outside a bank, a party and a university."),
        ("他住在台北。", "He lives in Hotel Street."),
    ],
)
def test_a_body_that_the_source_may_name_is_let_pass(source: str, english: str) -> None:
    assert check(source, english) == []


def test_a_pair_whose_original_stands_there_answers_for_a_body() -> None:
    source, english = "新光三越週年慶開跑。", "The sale of the Norland Foundation began."
    assert check(source, english) == ["Norland Foundation"]
    assert check(source, english, (Name("新光三越", "Norland Foundation", "organisation"),)) == []
    assert check(source, english, (Name("綠地基金會", "Norland Foundation", "organisation"),)) == ["Norland Foundation"]


def test_without_a_pair_it_is_flagged_wherever_it_is_written() -> None:
    item = make_item("台積電股價上漲3%。", headline="快訊")
    english = "TSMC shares rose 3%, the Norland Bank said."
    draft = Draft("", english, (Translation(1, english),), (Claim(english, (1,), "股價上漲3%"),), ())
    places = {
        f.place.field for f in check_draft(item, draft) if f.check is Check.NAME and f.verdict is Verdict.UNSUPPORTED
    }
    assert places == {Field.SUMMARY, Field.TRANSLATION, Field.CLAIM}


@pytest.mark.parametrize("piece", ["Norland ", "Bank of ", "The Norland Bank ", "A-"])
def test_a_long_text_is_read_in_linear_time(piece: str) -> None:
    assert grows_linearly(lambda times: check("股價上漲。", f"{piece * times}Bank said."), 1_000)
