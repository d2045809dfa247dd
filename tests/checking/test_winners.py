"""The winner of an election is whom the source says to have won."""

import pytest

from assistant.checking.tracing import Tracer
from assistant.checking.whole import NAME_CHECKS
from assistant.checking.winners import check_winners
from assistant.glossary import load_shipped
from assistant.records import Draft, Item, Name
from tests.builders import make_item
from tests.growth import grows_linearly

ITEM = make_item(
    "瀾港縣長補選昨天投開票，潮民黨候選人黃玟瑜以21萬4,560票當選，領先對手清和黨的賴宗翰逾3萬票。",
    "賴宗翰承認敗選，林懷恩獲選為議長。",
    "新科議員邱明德致謝。",
    headline="瀾港縣長補選",
)
NAMES = (
    Name("黃玟瑜", "Huang Wen-yu", "person"),
    Name("賴宗翰", "Lai Tsung-han", "person"),
    Name("林懷恩", "Lin Huai-en", "person"),
    Name("邱明德", "Chiu Ming-te", "person"),
)


def find(english: str, item: Item = ITEM) -> list[tuple[str, str]]:
    return find_in(item, english, NAMES)


def find_in(item: Item, english: str, names: tuple[Name, ...]) -> list[tuple[str, str]]:
    tracer = Tracer(item, Draft("", english, (), (), names), load_shipped())
    return [(f.english, f.source) for f in check_winners(tracer)]


@pytest.mark.parametrize(
    "english",
    [
        "Lai Tsung-han was elected with 214,560 votes.",
        "Lai Tsung-han (賴宗翰) of the Qinghe Party (清和黨) won the Lankang (瀾港) by-election.",
        "Lai Tsung-han wins the race.",
    ],
)
def test_a_winner_who_lost_is_flagged_with_the_one_who_won(english: str) -> None:
    assert find(english) == [("Lai Tsung-han", "黃玟瑜")]


@pytest.mark.parametrize(
    "english",
    [
        "Huang Wen-yu (黃玟瑜) of the Tide People's Party was elected.",
        "Huang Wen-yu won the by-election, leading Lai Tsung-han by more than 30,000 votes.",
        "Lin Huai-en was elected speaker.",
        "Chiu Ming-te was elected councillor.",  # 新科 says so
        "Lai Tsung-han won applause.",
        "Wu Chun-hao was elected.",  # a stranger is another check's
    ],
)
def test_whoever_may_have_won_is_let_pass(english: str) -> None:
    assert find(english) == []


def test_where_the_source_says_of_nobody_that_he_won_nobody_is_flagged() -> None:
    assert find("Lai Tsung-han was elected.", make_item("黃玟瑜與賴宗翰參選。")) == []


def test_it_is_one_of_the_checks_of_every_draft() -> None:
    assert check_winners in NAME_CHECKS


def test_many_winners_among_many_persons_take_as_long_as_their_number() -> None:
    def check(count: int) -> None:
        names = [Name(f"王{chr(0x5000 + k % 90)}{chr(0x6000 + k // 90)}", f"Abe B{k}x", "person") for k in range(count)]
        item = make_item(*(f"{name.original}參選。" for name in names), headline="選舉")
        find_in(item, " ".join(f"{name.english} was elected." for name in names), tuple(names))

    assert grows_linearly(check, 240)
