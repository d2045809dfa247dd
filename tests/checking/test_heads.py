"""One word at the head of a sentence that says or does something is a name, and must rest on words of the source."""

from dataclasses import replace

import pytest

from assistant.checking import check_draft
from assistant.checking.hinted import NOT_THERE
from assistant.records import Draft, Finding, Name, Translation
from tests.builders import make_item

SOURCE = ("臨海市長林以誠表示,捷運工程明年完工。", "工會理事長方念慈批評,市府拖延三年。")
ENGLISH = (
    "Lin Yi-cheng, mayor of Linhai, said the metro would be finished.",
    "Fang Nien-tzu of the union criticised it.",
)
NAMES = (Name("林以誠", "Lin Yi-cheng", "person"), Name("方念慈", "Fang Nien-tzu", "person"))


def check(summary: str, source: tuple[str, ...] = SOURCE, *, language: str = "zh-Hant") -> list[Finding]:
    item = replace(make_item(*source, headline="快訊"), language=language)
    translations = (Translation(1, ENGLISH[0]), Translation(2, ENGLISH[1]))
    findings = check_draft(item, Draft("News in brief", summary, translations, (), NAMES))
    return [f for f in findings if f.why == NOT_THERE.format(f.english)]


@pytest.mark.parametrize(
    ("summary", "name"),
    [
        ("Miller welcomed them.", "Miller"),
        ("It is late. Johnson praised the plan.", "Johnson"),
        ("Schmidt, the mayor, said the metro would be finished.", "Schmidt"),
        ("Takahashi said the metro would be finished.", "Takahashi"),
    ],
)
def test_a_name_of_which_the_source_has_nothing_is_flagged(summary: str, name: str) -> None:
    (found,) = check(summary)
    assert found.verdict.is_flag
    assert (found.english, found.span and found.span.of(summary)) == (name, name)


@pytest.mark.parametrize(
    "summary",
    [
        "Lin said the metro would be finished.",
        "Residents welcomed the metro.",
        "Firemen praised it.",
        "Parliament backed the plan.",
        "Management said it would be finished.",
        "Nobody praised it.",
        "Linhai said so.",
        "Asked about it, Lin said so.",
        "Value added in industry grew.",
        "Construction began.",
    ],
)
def test_other_words_at_the_head_of_a_sentence_are_not(summary: str) -> None:
    assert check(summary) == []


def test_where_somebody_speaks_whom_no_pair_names_it_may_be_he() -> None:
    assert check("Miller welcomed them.", ("米勒表示,歡迎各方。", *SOURCE)) == []


def test_how_a_japanese_name_is_read_only_its_bearer_knows() -> None:
    assert check("Takahashi said so.", ("髙橋氏は「来年だ」と述べた。", *SOURCE), language="ja") == []
