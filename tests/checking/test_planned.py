"""A plan that is told as done is flagged; the present, and whatever else may tell one, is not."""

from dataclasses import replace

import pytest

from assistant.checking.planned import check_planned
from assistant.checking.tracing import Tracer
from assistant.checking.whole import NAME_CHECKS
from assistant.glossary import layer
from assistant.records import Claim, Draft, Finding, Translation
from tests.builders import make_item
from tests.growth import grows_linearly

DONE = [
    ("電廠計劃明年關閉兩座機組。", "The plant closed two units."),
    ("公司打算出售土地。", "The company sold land."),
    ("市府擬在明年三月啟用轉運站。", "The city opened the hub."),
    ("市府表示，擬在明年三月啟用新的轉運站。", "The city has opened a new hub, it said."),
    ("政府擬調高最低工資至3萬元。", "The government has raised the minimum wage to NT$30,000."),
    ("新制預計3月上路。", "The new system took effect."),
    ("公司擬於6月發行新股。", "The company issued new shares."),
    ("總統將於週五發表演說。", "The president gave a speech on Friday."),
    ("该片将于5月1日上映。", "The film was released on May 1."),
    ("公司拟于下月召开股东大会。", "The company held a shareholders' meeting last month."),
    ("新駅は2027年春に開業する見通しだ。", "The station opened in spring 2027."),
    ("新廠預計明年完工，將創造500個工作。", "The plant has been completed and created 500 jobs."),
    ("央行或將於下週升息。", "The central bank has raised interest rates."),
    ("两国将于下周恢复谈判。", "The two countries resumed talks."),
    ("同社は来年4月に新工場を開く予定だ。", "The company has opened its new factory."),
    ("政府は会議で、85億円を支出する方針を固めた。", "The government spent 8.5 billion yen."),
    ("同社は来年4月に新工場を開く予定だと発表した。", "The company said that it had opened its new factory."),
]
OPEN = [
    ("電廠計劃明年關閉兩座機組。", "The plant plans to close two units."),
    ("電廠計劃明年關閉兩座機組。", "Two of the plant's units close in the new year."),
    ("市府擬在明年三月啟用轉運站。", "The hub takes operation in March."),
    ("市府擬在明年三月啟用轉運站。", "The city is thinking of a hub, which it proposed to have opened in March."),
    ("新制預定3月1日上路。", "The new rules take effect on March 1."),
    ("新制預定3月1日上路。", "The new rules were announced, and take effect on March 1."),
    ("歌手打算年底結婚。", "The singer marries at the end of the year."),
    ("公司宣布將於下週召開股東會。", "The company called a shareholders' meeting for Monday."),
    ("大会は5日に開幕する予定です。", "The tournament kicks off on the 5th."),
]
BEGUN = [
    ("公司擬出售總部大樓。", "The company has put its headquarters up for sale."),
    ("公司擬收購對手。", "The company has launched a takeover bid for its rival."),
    ("政府擬修法提高罰鍰。", "The government has introduced a bill on heavier fines."),
    ("工會擬發動罷工。", "The union has raised the threat of a strike."),
    ("縣府擬開放夜間參觀。", "The county has opened a debate about night visits."),
    ("雙方將於下週簽約。", "The two have agreed on a signing on Monday."),
    ("縣府擬在下月招標。", "The county has opened bidding for the contract."),
]
NO_PLAN = [
    ("模擬在明年達到高峰。", "The simulation has ended the debate."),
    ("他打算盤記帳。", "He sold his land."),
    ("旅客已預定房間。", "The guests had booked rooms, and came."),
    ("客人預定的房間遭轉售。", "The room was sold."),
    ("長照十年計畫2016年上路。", "The programme was launched in 2016."),
    ("社會住宅計畫去年完工。", "The housing was completed last year."),
    ("公司原計劃明年關廠。", "The plant was closed."),
    ("首相は訪米する予定だった。", "The prime minister visited the United States."),
    ("他打算逃往日本時被捕。", "He was arrested when he took a flight to Japan."),
    ("兩國達成停火，將於下週恢復談判。", "The two ended the war with talks on Monday."),
    ("公司昨天開除預計明年退休的員工。", "The company dismissed workers close to retirement."),
]


def check(source: str, english: str, language: str = "zh-Hant") -> tuple[Finding, ...]:
    item = replace(make_item(source, headline="快訊"), language=language)
    return check_planned(Tracer(item, Draft("", "", (Translation(1, english),), (), ()), layer(())))


@pytest.mark.parametrize(("source", "english"), DONE)
def test_a_plan_told_as_done_is_flagged_with_the_words_that_plan(source: str, english: str) -> None:
    (finding,) = check(source, english)
    assert finding.source
    assert finding.source in source
    assert finding.source in finding.why


@pytest.mark.parametrize(("source", "english"), [*OPEN, *BEGUN])
def test_english_in_the_present_or_of_a_first_step_is_not(source: str, english: str) -> None:
    assert check(source, english) == ()


@pytest.mark.parametrize(("source", "english"), NO_PLAN)
def test_a_source_that_plans_nothing_or_tells_what_is_over_says_nothing(source: str, english: str) -> None:
    assert check(source, english) == ()


def test_a_claim_is_held_against_the_passage_that_it_quotes() -> None:
    item = make_item("公司昨天關閉一座工廠，並擬在明年關閉另一座。")

    def claim(quote: str) -> int:
        claims = (Claim("The company has closed a factory.", (1,), quote),)
        return len(check_planned(Tracer(item, Draft("", "", (), claims, ()), layer(()))))

    assert (claim("擬在明年關閉另一座"), claim("公司昨天關閉一座工廠")) == (1, 0)


def test_it_is_a_check_of_every_draft_and_reads_long_texts_in_linear_time() -> None:
    assert check_planned in NAME_CHECKS

    def work(times: int) -> object:
        return check("擬在明年，" * times, "The new company has opened, sold and " * times)

    assert grows_linearly(work, 800)
