"""A name in the place of another that its sentence names is flagged; what the sentence may mean is not."""

import pytest

from assistant.checking.bearers import Bearers
from assistant.checking.instead import check_instead
from assistant.checking.tracing import Tracer
from assistant.glossary import load_shipped
from assistant.records import Claim, Draft, Name, Translation
from tests.builders import make_item
from tests.checking.samples import load_demo
from tests.growth import grows_linearly

ITEM = make_item(
    "韓國部長金在勳抵達東京，三星電子將擴大投資。",
    "日本政府將補助東京威力科創在首爾的研發中心。",
    "他並批評該公司拖延，影響星海電機。",
    "財政部說，星海電機獲利成長，遠海電機則虧損。",
    "美方不滿，日圓貶值。",
    "並向遠海電機求償。",
    headline="晶片談判",
)
NAMES = (
    Name("金在勳", "Kim Jae-hoon", "person"),
    Name("三星電子", "Samsung Electronics", "organisation"),
    Name("東京威力科創", "Tokyo Electron", "organisation"),
    Name("星海電機", "Hsinghai Electric", "organisation"),
    Name("遠海電機", "Yuanhai Electric", "organisation"),
    Name("財政部", "Ministry of Finance", "organisation"),
    Name("東京", "Tokyo", "place"),
    Name("首爾", "Seoul", "place"),
)


def check(segment: int, english: str) -> list[tuple[str, str]]:
    draft = Draft("", "", (Translation(segment, english),), (), NAMES)
    return [(f.english, f.source) for f in check_instead(Bearers(Tracer(ITEM, draft, load_shipped())))]


@pytest.mark.parametrize(
    ("segment", "english", "found"),
    [
        (1, "A Japanese minister arrived in Tokyo; Samsung Electronics will invest more.", [("Japanese", "韓國")]),
        (
            2,
            "The South Korean government will subsidise the centre of Tokyo Electron in Seoul.",
            [("South Korean", "日本")],
        ),
        (2, "The German government will subsidise Tokyo Electron's centre in Seoul.", [("German", "日本")]),
        (2, "The Japanese government will subsidise Tokyo Electron's centre in Tokyo.", [("Tokyo", "首爾")]),
        (1, "Kim Jae-hoon arrived in Tokyo; Tokyo Electron will invest more.", [("Tokyo Electron", "三星電子")]),
        (
            4,
            "The ministry said Hsinghai Electric earned more while Hsinghai Electric made a loss.",
            [("Hsinghai Electric", "遠海電機")],
        ),
        (5, "Russia is displeased; the yen fell.", [("Russia", "美")]),
    ],
)
def test_another_name_is_flagged(segment: int, english: str, found: list[tuple[str, str]]) -> None:
    assert check(segment, english) == found


@pytest.mark.parametrize(
    ("segment", "english"),
    [
        (1, "South Korean minister Kim Jae-hoon arrived in Tokyo; Samsung will invest more."),
        (2, "Tokyo will subsidise Tokyo Electron's research centre in Seoul."),
        (3, "Kim Jae-hoon also criticised Samsung Electronics for dragging its feet."),  # 他, 該公司: named before
        (4, "The Ministry of Finance said Hsinghai earned more and Yuanhai made a loss."),
        (5, "Please tell us: polish the deal, said the Americans as the yen fell."),
        (1, "The minister arrived; China was not mentioned, and neither was Samsung or South Korea's Kim in Tokyo."),
    ],
)
def test_what_a_sentence_may_mean_raises_nothing(segment: int, english: str) -> None:
    assert check(segment, english) == []


def test_a_claim_may_name_the_subject_that_its_sentence_leaves_out() -> None:
    claim = Claim("Hsinghai Electric seeks damages.", (6,), "求償")
    assert check_instead(Bearers(Tracer(ITEM, Draft("", "", (), (claim,), NAMES), load_shipped()))) == ()
    named = Claim("Hsinghai Electric made a loss.", (1,), "三星電子將擴大投資")
    (finding,) = check_instead(Bearers(Tracer(ITEM, Draft("", "", (), (named,), NAMES), load_shipped())))
    assert (finding.english, finding.source) == ("Hsinghai Electric", "三星電子")
    assert ITEM.read(finding.source_span) == "三星電子"


def test_the_longest_name_counts() -> None:
    bearers = Bearers(Tracer(ITEM, Draft("", "", (), (), NAMES), load_shipped()))
    assert [b.original for _, b in bearers.written("Tokyo Electron of Tokyo")] == ["東京威力科創", "東京"]
    assert [b.original for _, b in bearers.printed("东京威力科创在东京")] == ["東京威力科創", "東京"]
    assert [b.original for _, b in bearers.written("the U.S. and us, US$5 and Polish polish")] == ["美國", "波蘭"]


def test_right_drafts_raise_nothing() -> None:
    assert [f for item, draft in load_demo() for f in check_instead(Bearers(Tracer(item, draft, load_shipped())))] == []


def test_many_names_in_one_sentence_take_time_with_their_number_only() -> None:
    characters = "一乙丁七三上大子山川中仁天文心方"
    syllables = [consonant + vowel for consonant in "bdgk" for vowel in "aeio"]
    pairs = [
        Name(f"陳{a}{b}", f"Chen {one.title()}-{other}", "person")
        for a, one in zip(characters, syllables, strict=True)
        for b, other in zip(characters, syllables, strict=True)
    ]

    def work(size: int) -> None:
        told = pairs[:size]
        item = make_item("、".join(name.original for name in told) + "出席。")
        english = ", ".join(name.english for name in told[: size // 2] * 2) + " attended."
        draft = Draft("", "", (Translation(1, english),), (), tuple(told))
        check_instead(Bearers(Tracer(item, draft, load_shipped())))

    assert grows_linearly(work, len(pairs))
