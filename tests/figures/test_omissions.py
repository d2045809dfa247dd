"""What a translation leaves out, and what it says in words of its own."""

import pytest

from assistant.figures import compare


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("市府20日公布，新站有3個出口。", "The new station has three exits, the city said."),
        ("每週7班", "daily flights"),
        ("全年产量1500万吨（300亿斤）。", "Annual output was 15 million tonnes."),
        ("系列賽打成2勝2敗。", "The series is tied at two wins apiece."),
        ("她直落兩盤以6比3、6比4過關。", "She won 6-3, 6-4 in straight sets."),
        ("四局比分是25比19、22比25、25比20和25比18。", "The set scores were 25-19, 22-25, 25-20 and 25-18."),
        ("依刑法第271條之2辦理。", "It was handled under Article 271-2 of the Criminal Code."),
        ("路線經過宜蘭、花蓮、台東3縣。", "The route runs through Yilan, Hualien and Taitung."),
        ("救起男女2人。", "A man and a woman were rescued."),
        ("這是居民第2次陳情。", "It was another petition by the residents."),
        ("他三不五時回家。", "He goes home every now and then."),
        ("有87人在場，79人離開，8人受困。", "There were 87 people there, and all but eight left."),
        ("失業率は2009年以来15年ぶりの高水準。", "Unemployment is the highest in 15 years."),
        ("自1998年以來27年來首次虧損。", "It was the first loss since 1998."),
        ("身高120公分以下免費，120公分以上收半價。", "Children under 120 cm are free; taller ones pay half."),
        ("6月7、8日兩天停駛。", "Services are suspended on June 7 and 8."),
        ("周二至周四三天。", "From Tuesday to Thursday."),
        ("周六、日兩天加開。", "Extra services run on Saturday and Sunday."),
        ("街坊買了一張22選5彩票。", "A neighbor bought a lottery ticket."),
        ("這是第二次，也是第三方首次參與。", "It was another round, and an outside party joined."),
        ("四縣腔與海陸腔都有人說。", "Sixian and Hailu are both spoken."),
        ("小組長週三表示，進度正常。", "The group leader said work was on schedule."),
        ("周天成挺進決賽。", "Chou Tien-chen reached the final."),
        ("先週1週間に救急搬送された人は90人。", "Ambulances took 90 people to hospital last week."),
        ("決選以21比17、18比21、21比19獲勝。", "They won 21-17, 18-21, 21-19."),
    ],
)
def test_what_english_says_in_its_own_words_is_not_missing(source: str, english: str) -> None:
    assert not compare(source, english).omits


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("市府公布，新站有3個出口。", "The new station has several exits, the city said."),
        ("這次會談持續近兩小時，是今年第二次。", "It was the second such meeting this year."),
        ("產量居全球第5。", "Output is among the largest."),
        ("失業率は2009年以来15年ぶりの高水準。", "Unemployment is the highest in years."),
        ("身高120公分以下免費，140公分以上收半價。", "Children under 120 cm are free; taller ones pay half."),
        ("6月7日起三天停駛。", "Services are suspended from June 7."),
        ("會議開了2小時15分鐘。", "The meeting lasted two hours."),
        ("昨派八艘船搜尋，扣押9個月。", "Eight boats were sent to search and were then impounded."),
        ("這是他第8次登頂。", "He has been to the summit again."),
        ("新館週三啟用。", "The new hall opens."),
        ("標誌以五色拼成。", "The logo is made up of colors."),
        ("決選以21比17、18比21、21比19獲勝。", "They won 21-17, 18-21."),
    ],
)
def test_what_english_does_not_say_is_missing(source: str, english: str) -> None:
    assert compare(source, english).omits


@pytest.mark.parametrize(
    ("source", "english", "working"),
    [
        (
            "三家公司各投資10億美元。",
            "The three firms invest US$3 billion in all.",
            "三家公司 × 10億美元 = US$3 billion",
        ),
        ("張三52.6%，李四24.9%。", "Zhang leads by 27.7 points.", "52.6% − 24.9% = 27.7"),
    ],
)
def test_a_summary_states_what_follows_from_the_source_s_figures(source: str, english: str, working: str) -> None:
    assert working in [checked.why for checked in compare(source, english, mode="summary").english_figures]


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("判處7年6個月，褫奪公權4年。", "He was sentenced to three years."),
        ("營收120億元，獲利20億元。", "Revenue was NT$10 billion."),
        ("41人死亡、60人失蹤。", "The flood killed 19 people."),
        ("甲得票率52.6%，乙24.9%。", "The winner has 27.7 per cent support."),
        ("2015年成立，2021年破產。", "Police arrested 6 people."),
    ],
)
def test_a_difference_that_no_word_speaks_of_is_not_derived(source: str, english: str) -> None:
    assert compare(source, english, mode="summary").flagged
