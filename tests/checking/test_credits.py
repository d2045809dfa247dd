"""A claim that cites several sentences is credited to the one who speaks where its words stand, with his own act."""

import pytest

from assistant.checking import check_draft
from assistant.records import Attribution, Check, Claim, Draft, Finding, Item, Name
from tests.builders import make_item

ITEM = make_item(
    "財政部長林書文表示，關稅收入達1950億元。",
    "央行總裁陳如玉則否認利率將在12月下調0.5個百分點。",
    "工會理事長王志明批評，政府沒有與工人協商。",
    "北岸電力表示，虧損將減少四成。",
    "海岸公司則警告，電價會漲7%。",
    "執行長漢森指出，海纜已經修復。",
    headline="財經消息",
)
REACTION = make_item(
    "議員林書文指控，公司行賄8000萬元。", "董事長陳如玉否認，並說一切合法。", "王志明則否認知情。", headline="市議會"
)
NAMES = (
    Name("林書文", "Lin Shu-wen", "person"),
    Name("陳如玉", "Chen Ju-yu", "person"),
    Name("王志明", "Wang Chih-ming", "person"),
    Name("漢森", "Erik Hansen", "person"),
    Name("北岸電力", "Nordkyst Power", "organisation"),
    Name("海岸公司", "Coast Company", "organisation"),
)
REVENUE, RATES = "關稅收入達1950億元", "利率將在12月下調0.5個百分點"


def credit(
    speaker: str, act: str = "said", *, quote: str = REVENUE, cited: tuple[int, ...] = (1, 2), item: Item = ITEM
) -> list[Finding]:
    """The flags of one claim's attribution."""
    claim = Claim("Revenue reached 195 billion yuan.", cited, quote, Attribution("", speaker, act))
    found = check_draft(item, Draft("", "", (), (claim,), NAMES))
    return [finding for finding in found if finding.check is Check.ATTRIBUTION and finding.verdict.is_flag]


@pytest.mark.parametrize(
    "speaker",
    [
        "Chen Ju-yu",
        "Chen",
        "陳如玉",
        "央行總裁陳如玉",
        "央行總裁",
        "Governor Chen Ju-yu (陳如玉)",
        "central bank governor",
        "the governor of the central bank",
    ],
)
def test_one_who_speaks_in_another_cited_sentence_did_not_say_it(speaker: str) -> None:
    (finding,) = credit(speaker)
    assert finding.english == speaker
    assert finding.source in ("林書文", "財政部長林書文")
    assert credit(speaker, "denied", quote=RATES) == []


@pytest.mark.parametrize("speaker", ["Lin Shu-wen", "林書文", "財政部長林書文", "finance minister", "the minister", ""])
def test_the_one_who_speaks_in_it_did(speaker: str) -> None:
    assert credit(speaker) == []
    assert credit(speaker, quote="林書文表示，關稅收入達1950億元") == []


def test_a_quotation_that_stands_nowhere_leaves_the_figures_to_tell() -> None:
    assert [finding.english for finding in credit("Chen Ju-yu", quote="這不在裡面")] == ["Chen Ju-yu"]
    assert credit("Lin Shu-wen", quote="這不在裡面") == []


@pytest.mark.parametrize("act", ["denied", "denies that", "否認"])
def test_an_act_is_that_of_the_sentence_in_which_the_words_stand(act: str) -> None:
    (finding,) = credit("Lin Shu-wen", act)
    assert (finding.english, finding.source) == (act, "陳如玉")
    assert credit("Chen Ju-yu", act, quote=RATES) == []


def test_two_with_one_title_and_a_title_that_is_not_told_raise_nothing() -> None:
    cited, quote = (2, 3), "政府沒有與工人協商"
    assert credit("the union chair", "criticised", quote=quote, cited=cited) == []
    assert credit("chairman", "criticised", quote=quote, cited=cited) == []
    assert credit("deputy governor", quote=quote, cited=cited) == []
    assert credit("analysts", quote=quote, cited=cited) == []


def test_a_body_may_speak_by_its_officer_in_the_next_sentence() -> None:
    assert credit("Coast Company", quote="海纜已經修復", cited=(5, 6)) == []
    assert [f.english for f in credit("Coast Company", quote="虧損將減少四成", cited=(4, 5))] == ["Coast Company"]


def test_who_denies_what_another_says_may_be_credited_with_denying_it() -> None:
    quote = "公司行賄8000萬元"
    assert credit("Chen Ju-yu", "denied", quote=quote, item=REACTION) == []
    assert [f.english for f in credit("Chen Ju-yu", "said", quote=quote, item=REACTION)] == ["Chen Ju-yu"]
    assert credit("Wang Chih-ming", "denied", quote=quote, cited=(1, 3), item=REACTION)


def test_what_is_flagged_is_not_confirmed_as_well() -> None:
    claim = Claim("Revenue grew.", (1, 2), REVENUE, Attribution("", "Chen Ju-yu", "said"))
    found = check_draft(ITEM, Draft("", "", (), (claim,), NAMES))
    assert [f.verdict.is_flag for f in found if f.check is Check.ATTRIBUTION] == [True]


@pytest.mark.parametrize(
    ("summary", "flagged"),
    [
        ("According to central bank Governor Chen Ju-yu (陳如玉), revenue was 195 billion yuan.", True),
        ("According to Finance Minister Lin Shu-wen (林書文), revenue was 195 billion yuan.", False),
        ("Revenue was 195 billion yuan, according to Chen Ju-yu.", True),
        ("Revenue was 195 billion yuan, according to Lin Shu-wen.", False),
        ("Revenue, in Chen Ju-yu's account, was 195 billion yuan.", True),
        ("Revenue was 195 billion yuan, said Chen Ju-yu.", True),
        ("Rates will not fall by 0.5 points, Chen Ju-yu said, and Lin Shu-wen spoke of 195 billion yuan.", False),
        ("Revenue was 195 billion yuan, said Lin Shu-wen.", False),
        ("Losses will fall 40 per cent, according to Nordkyst Power, and prices rise 7%, Coast Company warned.", False),
        ("Losses will fall by 40 per cent, according to Coast Company, and Nordkyst Power warned of 7%.", True),
        (
            "Nordkyst Power sees losses 40 per cent lower, but prices will rise by 7%, according to Coast Company.",
            False,
        ),
        ("According to a paper on Chen Ju-yu revenue was 195 billion yuan.", False),
        ("According to critics of Chen Ju-yu, revenue was 195 billion yuan.", False),
    ],
)
def test_according_to_somebody_is_his_word(summary: str, flagged: bool) -> None:
    found = check_draft(ITEM, Draft("", summary, (), (), NAMES))
    assert any(f.check is Check.ATTRIBUTION and f.verdict.is_flag for f in found) is flagged
