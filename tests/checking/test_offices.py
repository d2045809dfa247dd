"""Who is called what, and who speaks by his office alone: slips on two small dumps, and other right ways to say it."""

import pytest

from assistant.checking import check_draft
from assistant.records import Draft, Name, Translation
from tests.builders import make_item

SOURCES = (
    "勞動部次長許琬如說，勞動部願意提供場地。",
    "市長潘世杰表示，工程進度僅57.3%。",
    "峻安營造財務長李承祚指出，市府積欠工程款1.18億元。",
    "公司總經理賴文棋呼籲理性。",
    "反對黨民眾黨市議員邱仲恩批評市府監督不力。",
    "美國商務部長盧特尼克證實，9月3日將再磋商。",
)
ENGLISH = (
    "Deputy Minister of Labour Hsu Wan-ju said that the Ministry of Labor was willing to provide a venue.",
    "Mayor Pan Shih-chieh said that the work was only 57.3 per cent complete.",
    "Lee Cheng-tso, chief financial officer of Chunan Construction, said that the city owed it NT$118 million.",
    "Lai Wen-chi, general manager of the company, called for reason.",
    "Chiu Chung-en, a city councillor of the opposition Taiwan People's Party, criticised the city's poor supervision.",
    "US Commerce Secretary Howard Lutnick confirmed that there would be more talks on 3 September.",
)
NAMES = (
    Name("許琬如", "Hsu Wan-ju", "person"),
    Name("潘世杰", "Pan Shih-chieh", "person"),
    Name("李承祚", "Lee Cheng-tso", "person"),
    Name("賴文棋", "Lai Wen-chi", "person"),
    Name("邱仲恩", "Chiu Chung-en", "person"),
    Name("盧特尼克", "Howard Lutnick", "person"),
    Name("勞動部", "Ministry of Labor", "organisation"),
    Name("峻安營造", "Chunan Construction", "organisation"),
    Name("民眾黨", "Taiwan People's Party", "party"),
)
ITEM = make_item(*SOURCES, headline="工程延宕")


def flag(summary: str = "Work is delayed.", place: str = "", text: str = "") -> list[str]:
    english = list(ENGLISH)
    if place:
        english[int(place[1:]) - 1] = text
    translations = (Translation(0, "Work delayed"), *(Translation(n + 1, text) for n, text in enumerate(english)))
    draft = Draft("Work delayed", summary, translations, (), NAMES)
    return [f.english for f in check_draft(ITEM, draft) if f.verdict.is_flag]


def test_the_right_reply_raises_nothing() -> None:
    assert flag() == []


@pytest.mark.parametrize(
    ("place", "english"),
    [
        ("s1", "Minister of Labour Hsu Wan-ju said that the Ministry of Labor was willing to provide a venue."),
        ("s2", "Deputy Mayor Pan Shih-chieh said that the work was only 57.3 per cent complete."),
        ("s3", "Chunan Construction's chief executive, Lee Cheng-tso, said that the city owed it NT$118 million."),
        ("s4", "Lai Wen-chi, chairman of the company, called for reason."),
        ("s5", "Chiu Chung-en, a city councillor of the Democratic Progressive Party, criticised poor supervision."),
        ("s6", "US Treasury Secretary Howard Lutnick confirmed that there would be more talks on 3 September."),
        ("s4", "Lai Wen-chi and manager Grace Young said: be reasonable."),
        ("s4", "Lai Wen-chi, general manager of the company, 呼籲各方理性."),
    ],
)
def test_a_wrong_office_party_or_person_is_flagged(place: str, english: str) -> None:
    assert len(flag(place=place, text=english)) == 1


@pytest.mark.parametrize(
    ("place", "english"),
    [
        ("s1", "Vice Minister Hsu Wan-ju said that the Ministry of Labor was willing to provide a venue."),
        ("s2", "The mayor, Pan Shih-chieh, said that the work was only 57.3 per cent complete."),
        ("s3", "Chunan Construction's finance chief, Lee Cheng-tso, said that the city owed it NT$118 million."),
        (
            "s5",
            "Chiu Chung-en, a councillor for the TPP, which is in opposition, criticised the city's poor supervision.",
        ),
        (
            "s6",
            "The US secretary of commerce, Howard Lutnick, confirmed that there would be more talks on 3 September.",
        ),
        ("s4", "Lai Wen-chi (賴文棋), general manager, called for reason."),
    ],
)
def test_another_right_way_to_say_it_is_not(place: str, english: str) -> None:
    assert flag(place=place, text=english) == []


@pytest.mark.parametrize(
    ("summary", "flagged"),
    [
        ("The mayor said that the city owed NT$118 million.", ["mayor"]),
        ("The general manager says that the work is 57.3 per cent complete.", ["general manager"]),
        ("The mayor said that the work was 57.3 per cent complete.", []),
        ("The chief financial officer says that the city owes NT$118 million.", []),
        ("The minister says that the city owes NT$118 million.", ["minister"]),
        ("The spokesman says that the city owes NT$118 million.", []),  # the source calls nobody so
    ],
)
def test_a_summary_gives_nobodys_figures_to_an_office(summary: str, flagged: list[str]) -> None:
    assert flag(summary) == flagged
