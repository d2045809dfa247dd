"""A country that a source means by one character is named there, and ordinary words with that character name nobody."""

from dataclasses import replace

import pytest

from assistant.checking import check_draft
from assistant.records import Draft, Translation
from tests.builders import make_item


def flag(source: str, english: str, language: str = "zh-Hant") -> list[str]:
    item = replace(make_item(source, headline=source), language=language)
    draft = Draft("", "", (Translation(0, english), Translation(1, english)), (), ())
    return sorted({f.english for f in check_draft(item, draft) if f.verdict.is_flag and f.check == "name"})


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("美擬對晶片課稅。", "The US plans tariffs on chips."),
        ("和談觸礁，俄拒停火。", "The talks have run aground: Russia rejects a ceasefire."),
        ("政府公布對美貿易策略。", "The government published its strategy for trade with the US."),
        ("與日談判持續。", "Talks with Japan go on."),
        ("外銷訂單中，輸美金額增加。", "Orders from the US grew."),
        ("遊日旅客減少，返韓學生增加。", "Fewer tourists went to Japan, more students returned to South Korea."),
        ("國內需求下滑。", "Demand in Taiwan fell."),
        ("国内需求下滑。", "Demand in China fell."),
        ("大埔火災，九龍也停電。", "A fire broke out in Tai Po, and in Kowloon there was no power either."),
    ],
)
def test_right_countries_are_not_flagged(source: str, english: str) -> None:
    assert flag(source, english) == []


@pytest.mark.parametrize(
    ("source", "english", "language"),
    [
        ("日本はロスタイムに勝ち越した。", "The team scored for Brazil in stoppage time.", "ja"),
        ("熱帶氣旋樺加沙集結在本港之南。", "Ragasa was south of Hong Kong.", "zh-Hant"),
        ("日本製鉄はUSスチールを買収する。", "Nippon Steel is buying US Steel.", "ja"),
    ],
)
def test_a_part_of_another_word_is_no_country(source: str, english: str, language: str) -> None:
    assert not {"Thailand", "Hong Kong", "US"} & set(flag(source, english, language))
    item = replace(make_item(source, headline=source), language=language)
    draft = Draft("", "", (Translation(1, english),), (), ())
    assert not any("タイ" in f.why or "加沙" in f.why for f in check_draft(item, draft))


@pytest.mark.parametrize(
    ("source", "english", "flagged"),
    [
        ("國內需求下滑。", "Demand in Japan fell.", ["Japan"]),
        ("政府公布貿易策略。", "The government published its strategy for trade with the US.", ["US"]),
        (
            "他對美麗的城市有信心，也與法院談過。",
            "He trusts the cities of the US and spoke to France.",
            ["France", "US"],
        ),
        ("會議20日擬定。", "The meeting in Japan will be held.", ["Japan"]),
    ],
)
def test_wrong_ones_are(source: str, english: str, flagged: list[str]) -> None:
    assert flag(source, english) == flagged


def test_what_a_japanese_page_calls_its_own_country_is_japan() -> None:
    assert flag("国内の販売は5万台だった。", "Sales in Japan were 50,000 units.", "ja") == []
    assert flag("国内の販売は5万台だった。", "Sales in Germany were 50,000 units.", "ja") == ["Germany"]
    assert flag("対米輸出と対美貿易は減少した。", "Exports to the US fell.", "ja") == []
