"""Who speaks in Japanese: A は ... と述べた, A によると, at the end of what is said."""

from dataclasses import replace

import pytest

from assistant.checking import check_draft
from assistant.checking.subjects import find_subject
from assistant.checking.tracing import Tracer, plain
from assistant.checking.turns import Turns
from assistant.glossary import load_shipped
from assistant.records import Attribution, Claim, Draft, Name, Translation
from tests.builders import make_item

ITEM = replace(
    make_item(
        "立憲民主党の小川真由美代表代行は「国民の声を聞いていない」と批判し、税率を5%に下げると表明した。",
        "大島健一首相は、年間約15兆円の減収になると説明した。",
        "気象庁によると、余震は1週間程度続く。",
        "北陸電力は停電が約2万1000戸に上ると明らかにした。",
        "大島氏は影響に懸念を示し、藤田浩司氏は減収は5兆円にとどまるとの見方を示した。",
        headline="首相、減税に慎重",
    ),
    language="ja",
)
NAMES = (
    Name("立憲民主党", "Constitutional Democratic Party", "organisation"),
    Name("小川真由美", "Ogawa Mayumi", "person"),
    Name("大島健一", "Oshima Kenichi", "person"),
    Name("藤田浩司", "Fujita Koji", "person"),
    Name("気象庁", "Japan Meteorological Agency", "organisation"),
    Name("北陸電力", "Hokuriku Electric Power", "organisation"),
)


@pytest.mark.parametrize(
    ("segment", "speakers"),
    [
        (1, [("小川真由美", "立憲民主党")]),
        (2, [("大島健一", "")]),
        (3, [("気象庁", "")]),
        (4, [("北陸電力", "")]),
        (5, [("大島健一", ""), ("藤田浩司", "")]),
    ],
)
def test_each_speaker_takes_his_turn(segment: int, speakers: list[tuple[str, str]]) -> None:
    turns = Turns(Tracer(ITEM, Draft("", "", (), (), NAMES), load_shipped())).of(ITEM.segments[segment])
    assert [(turn.lead.original, turn.body.original if turn.body else "") for turn in turns] == speakers


@pytest.mark.parametrize(
    ("segment", "english", "quote", "right", "wrong"),
    [
        (1, "He does not listen to the people.", "国民の声を聞いていない", "Ogawa Mayumi", "Oshima Kenichi"),
        (
            2,
            "Revenue would fall by about 15 trillion yen.",
            "年間約15兆円の減収になる",
            "Oshima Kenichi",
            "Fujita Koji",
        ),
        (5, "The loss would be only 5 trillion yen.", "減収は5兆円にとどまる", "Fujita Koji", "Oshima Kenichi"),
    ],
)
def test_a_claim_is_credited_to_the_one_whose_turn_it_is(
    segment: int, english: str, quote: str, right: str, wrong: str
) -> None:
    for speaker, is_flagged in ((right, False), (wrong, True)):
        claim = Claim(english, (segment,), quote, Attribution("", speaker, "said"))
        found = check_draft(ITEM, Draft("", "", (), (claim,), NAMES))
        assert any(f.check == "attribution" and f.verdict.is_flag for f in found) == is_flagged, speaker


def test_a_figure_in_anothers_turn_is_flagged() -> None:
    english = "Oshima said revenue would fall by only 5 trillion yen, while Fujita voiced concern."
    found = check_draft(ITEM, Draft("", "", (Translation(5, english),), (), NAMES))
    assert any(f.check == "attribution" and f.verdict.is_flag for f in found)


def test_what_is_said_of_a_subject_inside_is_no_subject() -> None:
    sentence = plain("北陸電力は停電が2万戸に上ると明らかにしたが、志賀原発に異常はないと説明した。")
    subject = find_subject(sentence, plain("異常はない"))
    assert subject is None or subject.words == plain("北陸電力")
