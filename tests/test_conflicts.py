"""Items of one story with different figures for the same thing: both are shown, and nothing is shown that may agree."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations_with_replacement

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.collecting import tell_conflicts
from assistant.conflicts import find_conflicts
from assistant.conflicts.finding import _pair_near
from assistant.conflicts.mentions import are_comparable, differ, read_mentions
from assistant.pages import compose_page, print_blocks
from assistant.records import (
    Briefing,
    Check,
    Conflict,
    Draft,
    Edition,
    Field,
    Finding,
    Place,
    Report,
    Span,
    Story,
    Translation,
    Verdict,
    Version,
)
from assistant.reporting import read_json, render_html, render_json, render_markdown, render_short, render_text
from assistant.reporting.conflicts import name_others
from assistant.reporting.whole import view_report
from assistant.verifying import verify_report
from tests.daily.builders import make_item, source_only

CONFLICTS = [
    ("主嫌陳大文遭判刑12年。", "陳大文一審獲判15年徒刑。"),
    ("兇嫌被判死刑。", "法官判處兇嫌無期徒刑。"),
    ("暴風雪造成3萬戶停電。", "暴雪過後,停電戶數達5萬戶。"),
    ("水庫潰堤,8,000人疏散。", "潰堤後約1萬2千人撤離。"),
    ("業者遭裁罰60萬元。", "衛生局開罰120萬元。"),
    ("新款手機定價29,900元。", "手機售價為33,900元。"),
    ("駕駛判賠500萬元。", "法院判賠800萬元。"),
    ("火警後收容120人。", "避難所安置300人。"),
    ("警方帶走並羈押7人。", "檢方羈押9人。"),
    ("地震規模7.1。", "規模6.8強震。"),
    ("被告に懲役5年の判決。", "被告に懲役8年の判決が言い渡された。"),
    ("港區縱火案,被告王大明被判處死刑。", "港區縱火案,被告王大明遭判無期徒刑。"),
    ("前市長林以誠貪污案,法院判處有期徒刑三年。", "前市長林以誠涉貪,法院今判五年徒刑。"),
    ("林以誠被判刑3年6個月。", "林以誠遭判處5年有期徒刑。"),
    ("颱風造成臨海市1萬2千戶停電。", "颱風掃過臨海市,約2萬1千戶停電。"),
    ("台風で港区の1万2千戸が停電した。", "台風で停電は2万1千戸に上った。"),
    ("洪水來襲,當局撤離1,200名居民。", "洪水淹沒市區,已疏散3,500人。"),
    ("地震規模6.2,震央在外海。", "外海發生芮氏規模6.8地震。"),
    ("警方拘留12人。", "當局拘留了25人。"),
    ("船難造成7人失蹤。", "船難已知11人失聯。"),
    ("新機售價3萬2,900元。", "新機定價3萬5,900元。"),
    ("大火燒毀25棟房屋。", "大火共燒毀40棟民宅。"),
    ("嫌犯求刑後,法院判監禁十年。", "法院判處監禁十五年。"),
    ("公司被罰款300萬元。", "公司遭罰500萬元。"),
    ("股價收在1,150元。", "股價收盤價1,105元。"),
    ("地震深度10公里。", "地震深度35公里。"),
    ("港區大火造成12人死亡、3人失蹤。", "港區倉庫大火,15人罹難。"),
    ("陳一平獲得52.6%支持,謝二中24.9%。", "最新民調顯示,陳一平獲得62.6%支持,謝二中24.9%。"),
    ("這項協議價值85億美元。", "協議價值58億美元,雙方昨天簽署。"),
    ("政府將投資12億元興建水庫。", "政府宣布投資21億元蓋水庫。"),
    ("消防局出動42輛消防車。", "消防局出動24輛消防車灌救。"),
    ("展覽將於11月3日開幕。", "展覽將於11月5日開幕。"),
    ("現場湧入3萬人。", "現場湧入5萬人,氣氛熱烈。"),
    ("法院判處有期徒刑3年6月。", "法院判處有期徒刑5年。"),
    ("規模6.3地震,震源深度10公里。", "規模6.3地震,震源深度30公里。"),
    ("發生規模6.1地震，可能有規模5以上餘震。", "外海發生規模6.3地震。"),
    ("股價收在123.5元。", "股價收在132.5元。"),
    ("12人死亡。", "15人死亡。", "15人死亡,30人受傷。"),
    ("工廠氣爆3死", "工廠氣爆，5人死亡。"),
    ("罹難者達8人。", "罹難人數達11人。"),
    ("造成8人不幸罹難。", "造成9人當場罹難。"),
    ("バスの事故で15人が死亡した。", "バスの事故で、17人の死亡が確認された。"),
    ("行方不明者は8人。", "行方不明者は11人となった。"),
    ("マグニチュードは6.4。", "マグニチュードは6.1と推定される。"),
    ("林芷涵得票31萬4205票。", "林芷涵獲得34萬1205票。"),
    ("颱風中心最大風速每秒43公尺。", "颱風中心最大風速每秒34公尺。"),
    ("列車於14時05分出軌。", "列車於14時25分出軌。"),
    ("失業率4.2%，青年失業率12.1%。", "青年失業率11.2%，失業率4.2%。"),
    ("第3季營收1,250億元。", "第3季營收1,520億元。"),
    ("氣象署測得規模6.4地震。", "地震規模6.4。", "地震規模6.1。"),
    ("工廠氣爆11傷", "工廠氣爆，另有2人死亡、9人受傷。"),
    ("巨龍隊3比1擊敗海鷹隊。", "海鷹隊以1比4不敵巨龍隊。"),
    ("議會以42票對38票通過捷運預算。", "捷運預算42比39通過。"),
    ("赤龍隊がサメ隊に3対1で勝った。", "赤龍隊は4対1で勝った。"),
    ("央行升息1碼。", "央行宣布升息半碼。"),
    ("央行升息25個基點。", "央行決定升息0.5個百分點。"),
    ("林芷涵以52.3%得票率當選。", "林芷涵拿下53.2%選票。"),
    ("車禍造成數十人受傷。", "車禍造成5人受傷。"),
    ("12人被捕。", "警方逮捕15人。"),
    ("工廠氣爆，2人死亡，另有11人受傷。", "工廠氣爆，9人受傷。"),
]
AGREEING = [
    ("主嫌陳大文判刑12年,從犯李小明判刑5年。", "陳大文遭判12年徒刑。"),
    ("暴風雪造成3萬戶停電,目前剩8千戶。", "暴雪造成3萬戶停電。"),
    ("業者遭裁罰60萬元,去年曾罰30萬元。", "業者被罰60萬元。"),
    ("檢方求刑15年,法院判12年。", "法院判處12年徒刑。"),
    ("新機定價29,900元,舊機降至25,900元。", "舊機售價25,900元。"),
    ("疏散8,000人,安置1,200人。", "疏散8千人。"),
    ("最高可罰120萬元。", "業者遭罰60萬元。"),
    ("法院判賠500萬元,原告求償800萬元。", "原告請求賠償800萬元。"),
    ("台積電收盤價1,150元。", "鴻海收盤價220元。"),
    ("死刑犯逃獄。", "兇嫌被判無期徒刑。"),
    ("外海發生規模6.2地震。", "外海傳出規模5.1餘震。"),
    ("林以誠一審被判刑3年。", "林以誠二審遭判5年徒刑。"),
    ("檢方求處死刑,法院判無期徒刑。", "法院判處無期徒刑。"),
    ("王大明判死刑,李小華判無期徒刑。", "王大明被判處死刑。"),
    ("颱風造成1萬2千戶停電,已恢復8千戶。", "颱風造成約1萬2千戶停電。"),
    ("臨海市1萬2千戶停電,全台2萬1千戶停電。", "全台2萬1千戶停電。"),
    ("洪水撤離1,200人。", "洪水撤離超過1,000人。"),
    ("規模6.2地震後,又發生規模5.1餘震。", "外海發生規模6.2地震。"),
    ("王大明判刑3年。", "李小華判刑5年。"),
    ("王大明判刑3年,緩刑5年。", "王大明判刑3年。"),
    ("截至上午有1萬2千戶停電。", "傍晚增至2萬1千戶停電。"),
    ("王大明依法最重可判10年徒刑。", "王大明判刑3年。"),
    ("王大明判刑3年。", "王大明被判處有期徒刑三年。"),
    ("投票率66.8%。", "截至下午2時，投票率為41.2%。"),
    ("投票率66.8%。", "四年前投票率為69.9%。"),
    ("投票率66.8%。", "東區投票率為69.9%。"),
    ("林芷涵得票率52.3%。", "林芷涵在東區得票率61.3%。"),
    ("失業率4.2%。", "青年失業率12.1%。"),
    ("第3季營收1,250億元。", "前3季營收3,600億元。"),
    ("10月營收420億元。", "第3季營收1,250億元。"),
    ("風速每秒43公尺。", "瞬間最大陣風每秒53公尺。"),
    ("風速每秒43公尺。", "風速每小時155公里。"),
    ("車禍造成2人死亡。", "該路段去年共有8人死亡。"),
    ("工廠氣爆造成2人死亡。", "全台今年已有12人死亡。"),
    ("列車於14時05分出軌。", "列車於下午2時5分出軌。"),
    ("列車於14時05分出軌。", "列車於14時25分恢復行駛。"),
    ("港區大火造成12人死亡。", "死亡人數由12人增至15人。"),
    ("港區大火造成至少12人死亡。", "港區倉庫大火,15人罹難。"),
    ("港區大火造成12人死亡。", "港區倉庫大火,12人罹難。"),
    ("陳一平獲得52.6%支持。", "林三獲得42.3%支持。"),
    ("陳一平獲得52.6%支持。", "陳一平獲得逾五成支持。"),
    ("陳一平獲得52.6%支持,謝二中24.9%。", "謝二中獲得24.9%支持,陳一平52.6%。"),
    ("這項協議價值85億美元。", "協議價值約90億美元。"),
    ("公司營收成長5%。", "公司獲利成長8%。"),
    ("部長11月3日宣布補助。", "部長11月5日宣布改組。"),
    ("今年有5人參選。", "今年有8人參選。"),
    ("罰款由3萬元提高到5萬元。", "罰款3萬元。"),
    ("法院判處有期徒刑3年。", "檢方求處有期徒刑5年。"),
    ("另有3人受傷。", "5人受傷。"),
    ("2人重傷，另有3人受傷。", "5人受傷。"),
    ("車上2死角。", "車上3人死亡。"),
    ("投手3死球。", "3人死亡。"),
    ("其中3艘船沉沒。", "共有8艘船沉沒。"),
    ("甲組出動42輛消防車,乙組出動24輛消防車。", "消防局出動24輛消防車。"),
    ("投資逾10億元。", "投資12億元，最多21億元。"),
    ("目標是投資12億元。", "政府投資21億元。"),
    ("上月投資12億元。", "政府投資21億元。"),
    ("投資12億美元。", "投資21億元。"),
    ("投資12億元。", "投資21家公司。"),
    ("造成2人死亡。", "又有3人死亡。"),
    ("公車翻覆釀5死傷", "公車翻覆，2人死亡、3人受傷。"),
    ("死傷者增至5人。", "傷者增至3人。"),
    ("巨龍隊3比1擊敗海鷹隊。", "海鷹隊以1比3不敵巨龍隊。"),
    ("上半場巨龍隊1比0領先海鷹隊。", "巨龍隊4比1擊敗海鷹隊。"),
    ("巨龍隊3比1擊敗海鷹隊。", "藍鯨隊2比0力克雄獅隊。"),
    ("巨龍隊昨天3比1擊敗海鷹隊。", "巨龍隊今天5比2擊敗海鷹隊。"),
    ("議會以42票對38票通過捷運預算。", "公園預算40比39通過。"),
    ("予算案は33対27で可決された。", "増税法案は35対25で可決された。"),
    ("央行升息1碼。", "央行升息0.25個百分點。"),
    ("央行升息1碼。", "聯準會升息半碼。"),
    ("央行升息1碼。", "央行下月可能升息半碼。"),
    ("林芷涵得票率52.3%。", "陳一平得票率47.7%。"),
    ("車禍造成數十人受傷。", "車禍造成14人受傷。"),
    ("12人被捕。", "警方又逮捕3人。"),
    ("12人被捕。", "警方逮捕3名主嫌。"),
]
OUTLETS = ("甲日報", "乙新聞網", "丙電視")


def tell(*texts: str) -> tuple[Briefing, ...]:
    return tuple(source_only(make_item("標題", text, outlet=OUTLETS[n]), "abc"[n]) for n, text in enumerate(texts))


def find(*texts: str) -> tuple[Conflict, ...]:
    return find_conflicts(tell(*texts), [range(len(texts))])


@pytest.mark.parametrize("texts", CONFLICTS, ids="|".join)
def test_different_figures_for_the_same_thing_are_a_conflict(texts: tuple[str, ...]) -> None:
    assert len(find(*texts)) == 1
    assert len(find(*reversed(texts))) == 1


@pytest.mark.parametrize("texts", AGREEING, ids="|".join)
def test_what_may_agree_or_be_of_other_things_is_none(texts: tuple[str, ...]) -> None:
    assert find(*texts) == ()
    assert find(*reversed(texts)) == ()


def test_a_conflict_holds_each_item_with_its_words_and_its_place() -> None:
    briefings = tell("大火造成12人死亡。", "大火釀成災情,15人罹難。", "大火造成15人死亡。")
    (conflict,) = find_conflicts(briefings, [(0, 1, 2)])
    assert conflict.subject == "killed"
    assert [(v.item, v.english, v.words) for v in conflict.versions] == [
        (0, "12", "12人死亡"), (1, "15", "15人罹難"), (2, "15", "15人死亡")
    ]  # fmt: skip
    for version in conflict.versions:
        assert version.english in briefings[version.item].item.read(version.span)


def test_three_sources_with_three_figures_are_one_conflict() -> None:
    (conflict,) = find("協議價值85億美元。", "協議價值58億美元。", "協議價值70億美元。")
    assert [v.english for v in conflict.versions] == ["US$8.5 billion", "US$5.8 billion", "US$7 billion"]


def test_what_headline_and_body_say_alike_is_one_conflict() -> None:
    (conflict,) = find(
        "林佑安得票率52.6%。林佑安以52.6%得票率當選市長。", "林佑安得票率56.2%。開票結束,林佑安得票率56.2%。"
    )
    assert [version.english for version in conflict.versions] == ["52.6%", "56.2%"]


def test_items_of_different_stories_are_not_compared() -> None:
    assert find_conflicts(tell("大火造成12人死亡。", "大火造成15人死亡。"), [(0,), (1,)]) == ()


@given(st.lists(st.text("大火造成死亡由增至約共12 5萬億元人%。,11月3日", max_size=30), min_size=2, max_size=3))
@settings(max_examples=50)
def test_no_texts_break_the_search_and_a_text_never_conflicts_with_itself(texts: list[str]) -> None:
    for conflict in find(*(text or "空" for text in texts)):
        assert len({version.english for version in conflict.versions}) > 1
    assert find(texts[0] or "空", texts[0] or "空") == ()


def make_report(*, of_a_day: bool = False) -> Report:
    briefings = tell("大火造成12人死亡。", "大火釀成災情,15人罹難。")
    created = datetime(2025, 11, 2, tzinfo=UTC)
    conflicts = find_conflicts(briefings, [(0, 1)])
    report = Report("t", created, briefings, stories=(Story((0, 1)),), conflicts=conflicts)
    return replace(report, edition=Edition(created.date())) if of_a_day else report


@pytest.mark.parametrize("of_a_day", [False, True])
@pytest.mark.parametrize("render", [render_text, render_markdown, render_html])
def test_every_format_shows_both_figures_with_outlets_times_and_words(render: object, of_a_day: bool) -> None:
    text = " ".join(render(make_report(of_a_day=of_a_day)).split())  # type: ignore[operator]
    plain = text.replace("\\", "")
    for part in ("killed: 12 ≠ 15", "12人死亡", "15人罹難", "甲日報", "乙新聞網", "2 November 2025", "conflict"):
        assert part in plain or part in text.replace('<span lang="zh-Hant">', "").replace("</span>", "")


def test_the_short_result_shows_it_as_well() -> None:
    text = " ".join(render_short(make_report()).split())
    assert "conflict killed: 12 ≠ 15" in text
    assert "15 (15人罹難): item 2, 乙新聞網, published 2 November 2025" in text


def test_who_gives_the_same_figure_stands_on_one_line() -> None:
    briefings = tell("大火造成12人死亡。", "大火釀成災情,15人罹難。", "大火燒毀民宅,已知12人死亡。")
    conflicts = find_conflicts(briefings, [(0, 1, 2)])
    (line,) = view_report(Report("t", datetime(2025, 11, 2, tzinfo=UTC), briefings, conflicts=conflicts)).conflicts
    assert line.title == "killed: 12 ≠ 15"
    assert [[version.item for version in figure.versions] for figure in line.figures] == [[1, 3], [2]]
    assert name_others(line, 2) == "killed: 15 here: 12 in item 1 (甲日報), item 3 (丙電視)"


@pytest.mark.parametrize("is_flagged", [False, True])
def test_a_conflict_is_told_in_an_english_sentence_but_never_in_one_with_a_flag(is_flagged: bool) -> None:
    report = make_report()
    first = report.briefings[0]
    segment = next(s.index for s in first.item.sentences if "死亡" in first.item.read(s.span))
    place = Place(Field.TRANSLATION, segment)
    flag = Finding(Check.FIGURE, Verdict.CONTRADICTED, place, english="21", why="digits transposed")
    draft = Draft("A fire", "", (Translation(segment, "The fire killed 12 people."),), claims=(), names=())
    told = replace(first, draft=draft, findings=(flag,) if is_flagged else ())
    text = " ".join(render_short(replace(report, briefings=(told, *report.briefings[1:]))).split())
    assert ("“The fire killed 12 people.” [item 1]" in text) is not is_flagged


@pytest.mark.parametrize("of_a_day", [False, True])
def test_a_written_result_is_as_it_was_found_and_an_edited_conflict_is_named(of_a_day: bool) -> None:
    report = make_report(of_a_day=of_a_day)
    assert list(verify_report(read_json(render_json(report)))) == []
    (conflict,) = report.conflicts
    edited = replace(conflict, versions=(conflict.versions[0], replace(conflict.versions[1], english="16")))
    found = [d.message for d in verify_report(replace(report, conflicts=(edited,)))]
    assert found == [
        "the file does not list a conflict of 12 and 15",
        "the file lists, and the check does not find, a conflict of 12 and 16",
    ]
    (gone,) = verify_report(replace(report, conflicts=()))
    assert gone.message == "the file does not list a conflict of 12 and 15"


def test_a_result_of_before_there_were_conflicts_can_still_be_read() -> None:
    result = json.loads(render_json(make_report()))
    del result["report"]["conflicts"]
    assert read_json(json.dumps(result)).conflicts == ()


def test_a_conflict_that_names_no_item_of_the_report_breaks_no_format() -> None:
    wild = Conflict("killed", (Version(7, "1", "x", Span(0, 1)), Version(-3, "2", "y", Span(5, 2))))
    report = replace(make_report(), conflicts=(wild,))
    assert "≠" not in render_text(report)
    assert list(verify_report(report))


def test_the_page_of_an_item_tells_what_the_others_say() -> None:
    briefings = tell("大火造成12人死亡。", "大火釀成災情,15人罹難。")
    lines = tell_conflicts(briefings, briefings[0].id)
    assert lines == ("killed: 12 here; 15 (15人罹難): 乙新聞網, published 2 November 2025, 08:00",)
    page = print_blocks(compose_page(briefings[0], conflicts=lines).blocks, columns=100)
    assert "≠ conflict killed: 12 here" in page
    assert tell_conflicts(briefings, "unknown") == ()


def test_only_neighbours_are_compared_and_none_is_missed_that_may_have_the_same_value() -> None:
    texts = [text for pair in (*CONFLICTS, *AGREEING) for text in pair] + [
        "逾5人、約5人、5日、2時05分、14時7分、數十人、50%"
    ]
    figures = [mention.figure for text in texts for mention in read_mentions(make_item("標題", text))]
    every = combinations_with_replacement(enumerate(figures), 2)
    same = {frozenset((n, m)) for (n, a), (m, b) in every if are_comparable(a, b) and not differ(a, b)}
    assert {frozenset(pair) for pair in _pair_near(figures)} == same
    assert len(same) > len(figures)
