"""Who speaks in a source is told by how it says so, also where no list has him; 公司 and 警方 are nobody's name."""

from dataclasses import replace

import pytest

from assistant.checking.omissions import find_omissions
from assistant.records import Draft, Name, Translation
from tests.builders import make_item


def list_missing(source: str, english: str, summary: str, *names: Name, language: str = "zh-Hant") -> list[str]:
    item = replace(make_item(source, start=7), language=language)
    draft = Draft("News", summary, (Translation(1, english),), (), names)
    found = [f for f in find_omissions(item, draft, ()) if "speaks" in f.why]
    assert all(f.source_span and item.read(f.source_span) == f.source for f in found)
    return [f.source for f in found]


@pytest.mark.parametrize(
    ("source", "english", "missing"),
    [
        ("經濟部表示,產能將增加。", "The Ministry of Economic Affairs said capacity would rise.", "經濟部"),
        ("經濟部表示,產能將增加。", "The ministry said capacity would rise.", "經濟部"),
        ("根據國際能源總署的資料,需求下滑3%。", "According to the IEA, demand fell 3%.", "國際能源總署"),
        ("行政院主計總處今天公布,經濟成長率3%。", "The DGBAS said growth was 3%.", "行政院主計總處"),
        ("中國汽車工業協會數據顯示,銷量增長。", "Data from the CAAM show sales rose.", "中國汽車工業協會"),
        ("台北和新北的環境保護聯盟發布聲明說,反對核電。", "The group opposes nuclear power.", "環境保護聯盟"),
        ("綠色和平組織批評,政策倒退。", "Greenpeace criticised the policy.", "綠色和平組織"),
        ("奈拉科技回應,不評論傳聞。", "The company responded.", "奈拉科技"),
        ("布蘭特表示,不評論傳聞。", "Brandt said it would not comment.", "布蘭特"),
        ("海岸光學公布第三季財報,每股賺2元。", "Harbor Optics reported earnings of NT$2 a share.", "海岸光學"),
        ("縣長林以誠說,將全力搶修。", "Magistrate Lin Yi-cheng said repairs go on.", "縣長林以誠"),
    ],
)
def test_one_who_speaks_and_stands_in_no_list_is_listed(source: str, english: str, missing: str) -> None:
    assert list_missing(source, english, "It will change.") == [missing]


@pytest.mark.parametrize(
    ("source", "english", "missing"),
    [
        ("環境省は10日、支援策をまとめたと発表した。", "The ministry announced measures.", "環境省"),
        ("長浜気象台によると、震度は5。", "According to the observatory, it was 5.", "長浜気象台"),
        ("湊製鉄は「調査中だ」と述べた。", "Minato Steel said it was looking into it.", "湊製鉄"),
    ],
)
def test_japanese_states_it_in_its_own_way(source: str, english: str, missing: str) -> None:
    assert list_missing(source, english, "It will change.", language="ja") == [missing]


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("業者表示,價格不變。", "The operators said prices would not change."),
        ("他強調,不會退讓。", "He stressed there would be no retreat."),
        ("該公司回應,尊重判決。", "The company responded."),
        ("電力公司說,明天復電。", "The power company said power returns tomorrow."),
        ("此外,警方呼籲民眾注意。", "Police urged the public to watch out."),
        ("报告指出,出口增长3%。", "The report said exports rose 3%."),
        ("受訪時表示,會努力。", "Asked, he said he would try."),
        ("彰化蛋農表示,產量減少。", "Changhua farmers said output fell."),
        ("周一表示,會努力。", "Monday said it all."),
        ("損失金額估計達3萬元。", "The Council estimates the loss at 30,000."),
        ("經濟部長到場。", "The minister came."),
        ("記者詢問經濟部,得到答覆。", "Reporters asked the ministry."),
    ],
)
def test_what_names_nobody_and_who_does_not_speak_is_not_listed(source: str, english: str) -> None:
    assert list_missing(source, english, "It will change.") == []


@pytest.mark.parametrize(
    ("source", "english", "summary"),
    [
        ("經濟部表示,產能將增加。", "The Ministry of Economic Affairs said so.", "The economy ministry expects more."),
        ("經濟部表示,產能將增加。", "The Ministry of Economic Affairs said so.", "MOEA expects more."),
        ("經濟部表示,產能將增加。", "The ministry said so.", "經濟部 expects more."),
        ("布蘭特表示,不評論傳聞。", "Brandt said it would not comment.", "Brandt does not comment."),
    ],
)
def test_one_whom_the_summary_names_in_some_way_is_not_left_out(source: str, english: str, summary: str) -> None:
    assert list_missing(source, english, summary) == []


def test_a_name_of_the_draft_is_not_listed_a_second_time() -> None:
    names = (Name("林以誠", "Lin Yi-cheng", "person"),)
    source, english = "縣長林以誠說,將全力搶修。", "Magistrate Lin Yi-cheng said repairs go on."
    assert list_missing(source, english, "Repairs go on.", *names) == ["林以誠"]


def test_a_body_of_the_shipped_table_does_not_speak_where_one_below_it_does() -> None:
    assert list_missing("行政院主計總處公布,成長率3%。", "The agency said so.", "It grew.") == ["行政院主計總處"]


def test_what_is_published_speaks_not() -> None:
    english = "After the list was published, Lin Yi-cheng said he was surprised."
    assert list_missing("名單公布後,林以誠說感到意外。", english, "It will change.") == ["林以誠"]
