"""A claim is credited to the subject of the verb of speech that its words follow, where that can be told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checking import check_draft
from assistant.checking.subjects import check_subjects, find_subject
from assistant.checking.tracing import Tracer, plain
from assistant.glossary import load_shipped
from assistant.records import Attribution, Claim, Draft, Finding, Item, Name, Verdict
from tests.builders import make_item
from tests.checking.samples import load_demo

NAMES = (
    Name("姚思遠", "Yao Ssu-yuan", "person"),
    Name("溫啟泰", "Wen Chi-tai", "person"),
    Name("財政部", "Ministry of Finance", "organisation"),
    Name("北山銀行", "Peishan Bank", "organisation"),
    Name("南河電子", "Nanho Electronics", "organisation"),
    Name("村瀬康平", "Murase Kohei", "person"),
)


def check(item: Item, segment: int, quote: str, speaker: str) -> tuple[Finding, ...]:
    claim = Claim("Something was said.", (segment,), quote, Attribution("", speaker, "said"))
    return check_subjects(Tracer(item, Draft("", "", (), (claim,), NAMES), load_shipped()))


@pytest.mark.parametrize(
    ("sentence", "quote", "speaker"),
    [
        ("財政部對此表示，關稅規費不變。", "關稅規費不變", "Yao Ssu-yuan"),
        ("財政部昨(9)日表示，關稅規費不變。", "關稅規費不變", "Yao Ssu-yuan"),
        ("財政部透過聲明指出，關稅規費不變。", "關稅規費不變", "Yao Ssu-yuan"),
        ("溫啟泰的律師說，姚思遠並未付款。", "姚思遠並未付款", "Wen Chi-tai"),
        ("律師溫啟泰說，姚思遠並未付款。", "姚思遠並未付款", "Yao Ssu-yuan"),
        ("檢方指出，姚思遠下載檔案。", "姚思遠下載檔案", "Yao Ssu-yuan"),
        ("發言人說，姚思遠不會辭職。", "姚思遠不會辭職", "Yao Ssu-yuan"),
        ("南河電子則估計損失達8.6億元，將提告。", "南河電子則估計損失達8.6億元", "Peishan Bank"),
        ("北山銀行董事長溫啟泰表示，利率不變。", "利率不變", "Ministry of Finance"),
        ("溫啟泰在財政部受訪時表示，利率不變。", "利率不變", "Ministry of Finance"),
        ("溫啟泰歡迎這項協議，稱有助降低成本。", "有助降低成本", "Yao Ssu-yuan"),
        ("北山銀行は「影響は限定的」とコメントした。", "影響は限定的", "Murase Kohei"),
        ("姚思远表示，不排除提告；北山银行称，将配合调查。", "将配合调查", "Yao Ssu-yuan"),
        ("法院昨宣判，姚思遠受賄，判處徒刑9年。", "判處徒刑9年", "Yao Ssu-yuan"),
        ("財政部表示，姚思遠違規，將罰款。", "將罰款", "Yao Ssu-yuan"),
        ("財政部宣布關稅規費不變。", "關稅規費不變", "Yao Ssu-yuan"),
        ("財政部公布新制，規費不變。", "規費不變", "Yao Ssu-yuan"),
        ("南河電子發言人說，北山銀行未付款。", "北山銀行未付款", "Peishan Bank"),
        ("檢方指控姚思遠下載檔案，造成損失。", "造成損失", "Yao Ssu-yuan"),
        ("財政部宣布，北山銀行停業，存款受保障。", "存款受保障", "Yao Ssu-yuan"),
    ],
)
def test_one_who_is_not_the_subject_is_flagged_beside_the_one_who_is(sentence: str, quote: str, speaker: str) -> None:
    (finding,) = check(make_item(sentence), 1, quote, speaker)
    assert finding.verdict is Verdict.UNSUPPORTED
    assert finding.why.startswith("in the source these words are said by ")
    assert not finding.why.endswith("則")
    assert finding.source
    assert finding.source in sentence


@pytest.mark.parametrize(
    ("sentence", "quote", "speaker"),
    [
        ("財政部對此表示，關稅規費不變。", "關稅規費不變", "Ministry of Finance"),
        ("財政部對此表示，關稅規費不變。", "關稅規費不變", "the ministry"),
        ("財政部長姚思遠對此表示，關稅規費不變。", "關稅規費不變", "Yao Ssu-yuan"),
        ("姚部長表示，關稅規費不變。", "關稅規費不變", "Yao Ssu-yuan"),
        ("北山銀行董事長溫啟泰表示，利率不變。", "利率不變", "Peishan Bank"),
        ("南河電子發言人表示，利率不變。", "利率不變", "Nanho Electronics"),
        ("他表示，利率不變。", "利率不變", "Yao Ssu-yuan"),
        ("該公司表示，利率不變。", "利率不變", "Yao Ssu-yuan"),
        ("發言人說，利率不變。", "利率不變", "Wen Chi-tai"),
        ("財政部表示，姚思遠強調，利率不變。", "利率不變", "Yao Ssu-yuan"),
        ("財政部表示，將調查；姚思遠說，利率不變。", "利率不變", "Yao Ssu-yuan"),
        ("《港灣週報》報導指出，利率不變。", "利率不變", "Yao Ssu-yuan"),
        ("「利率不變。」姚思遠說，財政部支持。", "利率不變", "Yao Ssu-yuan"),
        ("溫啟泰說，利率不變。", "利率不變", "analysts"),
        ("法院宣判後姚思遠喊冤，直呼司法不公。", "直呼司法不公", "Yao Ssu-yuan"),
        ("法院宣判後姚思遠喊冤，直呼司法不公。", "姚思遠喊冤，直呼司法不公", "Yao Ssu-yuan"),
        ("法院宣判姚思遠有罪，姚思遠痛哭，直呼司法不公。", "直呼司法不公", "Yao Ssu-yuan"),
        ("法院昨宣判，姚思遠當庭喊冤，直呼司法不公。", "直呼司法不公", "Yao Ssu-yuan"),
        ("財政部公布名單，姚思遠：「我沒有違法。」", "我沒有違法", "Yao Ssu-yuan"),
        ("財政部表示將查，姚思遠：「我沒有違法。」", "我沒有違法", "Yao Ssu-yuan"),
        ("財政部宣布姚思遠請辭，他感謝同仁。", "他感謝同仁", "Yao Ssu-yuan"),
        ("財政部宣布姚思遠請辭，他感謝同仁。", "姚思遠請辭，他感謝同仁", "Yao Ssu-yuan"),
        ("財政部宣布准辭，他感謝同仁。", "他感謝同仁", "Yao Ssu-yuan"),
        ("北山銀行公布的新聞稿中，溫啟泰感性寫下「謝謝大家」。", "謝謝大家", "Wen Chi-tai"),
        ("北山銀行發布的聲明裡，溫啟泰向客戶致歉，願負全責。", "願負全責", "Wen Chi-tai"),
        ("財政部表示將開罰，溫啟泰怒批打壓，將提告。", "將提告", "Wen Chi-tai"),
        ("財政部表示將開罰，溫啟泰痛批打壓。", "溫啟泰痛批打壓", "Wen Chi-tai"),
        ("北山銀行否認裁員，溫啟泰也親自滅火，重申人力穩定。", "人力穩定", "Wen Chi-tai"),
        ("北山銀行承認疏失，董事長溫啟泰鞠躬，願負全責。", "願負全責", "Wen Chi-tai"),
        ("警方表示案件調查中，姚思遠則在網上發文，強調清白。", "強調清白", "Yao Ssu-yuan"),
        ("檢方公布錄音，溫啟泰坦承收錢，願意賠償。", "願意賠償", "Wen Chi-tai"),
        ("法院宣判時溫啟泰落淚，感謝家人支持。", "感謝家人支持", "Wen Chi-tai"),
        ("財政部公布調查結果後，姚思遠將辭職時間提前。", "姚思遠將辭職時間提前", "Yao Ssu-yuan"),
        ("政府は対応が遅れたが、村瀬社長は「責任を感じる」と述べた。", "責任を感じる", "Murase Kohei"),
        ("会社側は否定しているが、村瀬康平委員長は「納得できない」と批判した。", "納得できない", "Murase Kohei"),
        ("溫啟泰說，利率不變，再說利率不變。", "利率不變", "Yao Ssu-yuan"),
    ],
)
def test_where_it_cannot_be_told_nothing_is_said(sentence: str, quote: str, speaker: str) -> None:
    item = make_item("發言人溫啟泰昨天與財政部長姚思遠見面。", sentence)
    assert check(item, 2, quote, speaker) == ()


def test_the_replies_of_the_demo_are_credited_to_the_subjects() -> None:
    for item, draft in load_demo():
        assert check_subjects(Tracer(item, draft, load_shipped())) == ()


def test_it_is_one_of_the_checks_of_every_draft() -> None:
    item = make_item("財政部表示，關稅規費不變。姚思遠缺席。")
    claim = Claim("Duties stay.", (1,), "關稅規費不變", Attribution("", "Yao Ssu-yuan", "said"))
    assert any(finding.verdict.is_flag for finding in check_draft(item, Draft("", "", (), (claim,), NAMES)))


@given(st.text("財政部表示說，；。「」は他aと述べ", max_size=60), st.text("財政部表示說，", max_size=8))
def test_no_texts_break_it(text: str, quote: str) -> None:
    find_subject(plain(text), plain(quote))
