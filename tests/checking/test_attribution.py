"""A claim may be credited only to a medium and a speaker that its own sentences name."""

import random
from dataclasses import replace

import pytest

from assistant.checking.attribution import check_attribution
from assistant.checking.tracing import Tracer
from assistant.glossary import load_shipped
from assistant.records import Attribution, Claim, Draft, Finding, Item, Name, Translation, Verdict
from tests.builders import make_item
from tests.checking.samples import credit, load_demo

ITEM = make_item(
    "《路透》報導，能源部長林書文與北岸電力(Nordkyst Power)董事長漢森(Erik Hansen)簽署協議。",
    "《金融時報》則指出，協議將使電價下降。",
    "他並警告，若海纜延誤，電價恐再上漲。",
    "工會理事長陳如玉批評，政府沒有與工人協商。",
    "「工人不會接受。我們要求重新談判。",
    "否則就罷工。」王志明說。",
    "林部長回應，將在三週內與工會見面。",
    "分析師認為，影響有限。",
    headline="北岸電力簽署協議",
)
NAMES = (
    Name("林書文", "Lin Shu-wen", "person"),
    Name("陳如玉", "Chen Ju-yu", "person"),
    Name("王志明", "Wang Chih-ming", "person"),
    Name("北岸電力", "Nordkyst Power", "organisation"),
)


def check(segment: int, *, medium: str = "", speaker: str = "") -> tuple[Finding, ...]:
    claim = Claim("Something was said.", (segment,), "", Attribution(medium, speaker, "said"))
    return check_attribution(Tracer(ITEM, Draft("", "", (), (claim,), NAMES), load_shipped()))


@pytest.mark.parametrize(
    ("segment", "speaker"),
    [
        (1, "Lin Shu-wen"),
        (1, "Energy Minister Lin Shu-wen (林書文)"),
        (1, "Lin"),
        (1, "Erik Hansen"),
        (1, "Hansen, chairman of Nordkyst Power"),
        (4, "union leader Chen Ju-yu"),
        (5, "Wang Chih-ming"),
        (7, "Lin Shu-wen"),
        (0, "Nordkyst Power"),
    ],
)
def test_a_speaker_whom_the_cited_sentences_name_is_supported_with_his_place(segment: int, speaker: str) -> None:
    (finding,) = check(segment, speaker=speaker)
    assert finding.verdict is Verdict.SUPPORTED
    assert ITEM.read(finding.source_span) == finding.source


@pytest.mark.parametrize(
    ("segment", "medium"), [(1, "Reuters"), (2, "Financial Times"), (2, "the FT"), (3, "Financial Times")]
)
def test_a_medium_is_known_by_its_english_name(segment: int, medium: str) -> None:
    assert [f.verdict for f in check(segment, medium=medium)] == [Verdict.SUPPORTED]


@pytest.mark.parametrize(
    ("segment", "chain", "why"),
    [
        (2, {"medium": "Reuters"}, "not in the sentences"),
        (1, {"medium": "Financial Times"}, "not in the sentences"),
        (3, {"medium": "Reuters"}, "not in the sentences"),
        (1, {"medium": "Agence France-Presse"}, "does not name"),
        (1, {"medium": "Agence France-Presse (路透)"}, ""),
        (4, {"speaker": "Lin Shu-wen"}, "not in the sentences"),
        (7, {"speaker": "Chen Ju-yu"}, "not in the sentences"),
        (1, {"speaker": "Wang Chih-ming"}, "not in the sentences"),
        (8, {"speaker": "Goldman Sachs"}, "does not name"),
        (8, {"speaker": "Peter Miller, an analyst"}, "does not name"),
        (4, {"speaker": "Donald Trump"}, "does not name"),
        (4, {"speaker": "川普"}, "does not name"),
    ],
)
def test_a_swapped_or_invented_attribution_is_flagged(segment: int, chain: dict[str, str], why: str) -> None:
    findings = check(segment, **chain)
    if why:
        (finding,) = findings
        assert finding.verdict is Verdict.UNSUPPORTED
        assert why in finding.why


@pytest.mark.parametrize(
    "speaker",
    [
        "",
        "analysts",
        "Analysts",
        "The ministry",
        "Government officials",
        "a senior US official",
        "Beijing",
        "Police",
        "Market researchers",
        "Taiwanese media",
    ],
)
def test_words_that_name_nobody_are_held_against_nothing(speaker: str) -> None:
    assert [f for f in check(8, speaker=speaker) if f.verdict.is_flag] == []


@pytest.mark.parametrize(
    ("sentence", "act", "flagged"),
    [
        ("部長林書文否認收賄。", "denied", False),
        ("部長林書文說：「我從未收賄。」", "denied", False),
        ("部長林書文表示將改善。", "denied", True),
        ("部長林書文表示將改善。", "flatly denied it", True),
        ("部長林書文表示將改善。", "said", False),
        ("部長林書文表示將改善。", "admitted", True),
        ("部長林書文坦承疏失。", "admitted", False),
        ("林姓男子供稱缺錢花用。", "admitted", False),
        ("部長林書文表示，去年成長5%。", "apologised", True),
        ("部長林書文對此致歉。", "apologised", False),
        ("林書文大臣は「申し訳ない」と述べた。", "apologized", False),
        ("部長林書文表示，去年成長5%。", "warned", True),
        ("部長林書文提醒民眾。", "warned", False),
        ("部長林書文說，若不改善，電價上漲。", "warns", False),
        ("部長林書文表示，去年成長5%。", "accused", True),
        ("部長林書文指控對手。", "accused", False),
        ("部长林书文承认疏失。", "confessed", False),
        ("林書文大臣は疑惑を否定した。", "denied", False),
        ("林書文大臣は見直すと述べた。", "denied", True),
        ("發言人毛寧警告，美方須承擔後果。", "denied", True),
        ("市長道歉，承諾改善。", "criticised", True),
        ("市長批評報導，稱絕無此事。", "denied", False),
        ("市長承諾不會漲價。", "denied", False),
        ("市長警告將提告。", "promised", False),
        ("市長保證改善，指中央失職。", "criticised", False),
    ],
)
def test_who_is_said_to_have_denied_or_admitted_must_have_done_so(sentence: str, act: str, flagged: bool) -> None:
    item = make_item("會議昨天舉行。", sentence)
    claim = Claim("Something was said.", (2,), "", Attribution(act=act))
    found = check_attribution(Tracer(item, Draft("", "", (), (claim,), NAMES), load_shipped()))
    assert [f.verdict for f in found] == [Verdict.UNSUPPORTED] * flagged


def test_a_body_translated_word_by_word_without_its_original_is_only_noted() -> None:
    (finding,) = check(8, speaker="Rural Water Authority")
    assert finding.verdict is Verdict.NOTED


def test_who_speaks_on_is_the_one_named_last() -> None:
    item = make_item("施正德表示，預算不足。", "他並批評川普的關稅。", "川普則否認。", "另外，他說一切順利。")
    names = (Name("施正德", "Shih Cheng-te", "person"),)
    said = {
        (segment, speaker): check_attribution(
            Tracer(
                item,
                Draft("", "", (), (Claim("x", (segment,), "", Attribution("", speaker, "said")),), names),
                load_shipped(),
            ),
        )[0].verdict
        for segment in (2, 3, 4)
        for speaker in ("Shih Cheng-te", "Donald Trump")
    }
    flagged = {key for key, verdict in said.items() if verdict.is_flag}
    assert flagged == {(3, "Shih Cheng-te"), (4, "Shih Cheng-te")}


def test_no_attribution_of_the_demo_is_flagged() -> None:
    findings = [f for item, draft in load_demo() for f in check_attribution(Tracer(item, draft, load_shipped()))]
    assert {f.verdict for f in findings} == {Verdict.SUPPORTED}
    assert len(findings) >= 19


def test_of_500_swapped_and_invented_attributions_none_is_accepted() -> None:
    """Each is credited to somebody of another item, or to a medium or person in no item at all."""
    chance, tried, accepted = random.Random(7), 0, []
    pool = [c.attribution for _, draft in load_demo() for c in draft.claims]
    media = sorted({a.medium for a in pool if a.medium} | {"Reuters", "Xinhua", "The Guardian", "CNN"})
    speakers = sorted({a.speaker for a in pool if a.speaker[:1].isupper()} | {"Donald Trump", "Mary Whitfield"})
    while tried < 500:
        item, draft = chance.choice(load_demo())
        if not draft.claims:
            continue
        index = chance.randrange(len(draft.claims))
        field, names = chance.choice((("medium", media), ("speaker", speakers)))
        name = chance.choice(names)
        if name in {getattr(c.attribution, field) for c in draft.claims} or _is_named(item, name):
            continue
        tried += 1
        wrong = credit(draft, index, medium="", speaker="")
        findings = check_attribution(Tracer(item, credit(wrong, index, **{field: name}), load_shipped()))
        if not any(f.verdict is Verdict.UNSUPPORTED and f.place.index == index for f in findings):
            accepted.append((item.read(item.headline), index, name))
    assert accepted == []


def _is_named(item: Item, name: str) -> bool:
    original = name.partition("(")[2].removesuffix(")")
    return bool(original) and original[:2] in item.text


def test_of_two_media_of_one_item_the_other_one_is_flagged() -> None:
    item, draft = load_demo()[0]
    credited = [i for i, claim in enumerate(draft.claims) if claim.attribution.medium]
    media = {draft.claims[i].attribution.medium for i in credited}
    for index in credited:
        for medium in media - {draft.claims[index].attribution.medium}:
            findings = check_attribution(Tracer(item, credit(draft, index, medium=medium), load_shipped()))
            assert [f.place.index for f in findings if f.verdict.is_flag] == [index]


@pytest.mark.parametrize(
    ("segment", "english"),
    [
        (1, "Lin Shu-wen announced an agreement."),
        (1, "Erik Hansen (漢森) said that it was signed."),
        (3, "Lin Shu-wen warned that prices may rise."),
        (5, "Wang Chih-ming said that the workers would not accept it."),
        (7, "Lin Shu-wen replied that he would meet the union."),
        (4, "Chen Ju-yu criticised the government of Lin Shu-wen."),
        (8, "Analysts said so; nobody asked Erik Hansen."),
        (4, "Chen Ju-yu, the head of the union, said that workers were not asked."),
        (8, "After a meeting with Erik Hansen, the chairman, said the analysts, little will change."),
        (8, "Somebody Else said so."),
    ],
)
def test_english_may_let_speak_whom_its_sentence_lets_speak(segment: int, english: str) -> None:
    assert say(segment, english) == []


@pytest.mark.parametrize(
    ("segment", "english", "name"),
    [
        (4, "Lin Shu-wen criticised the government.", "Lin Shu-wen"),
        (1, "Chen Ju-yu said that an agreement was signed.", "Chen Ju-yu"),
        (7, "Wang Chih-ming (王志明) also warned of a strike.", "Wang Chih-ming"),
        (4, "The government was not asked, Erik Hansen said.", "Erik Hansen"),
        (4, "Erik Hansen, the chairman, said the government was not asked.", "Erik Hansen"),
        (4, "Erik Hansen, for his part, criticised it and said nobody was asked.", "Erik Hansen"),
    ],
)
def test_words_of_one_in_the_mouth_of_another_are_flagged_where_he_stands(
    segment: int, english: str, name: str
) -> None:
    told, claimed = say(segment, english)
    for finding in (told, claimed):
        assert (finding.verdict, finding.english) == (Verdict.UNSUPPORTED, name)
        assert finding.span
        assert finding.span.of(english) == name


def say(segment: int, english: str) -> list[Finding]:
    """What is said of one text, as the translation of a sentence and as a claim that cites it."""
    draft = Draft("", "", (Translation(segment, english),), (Claim(english, (segment,), ""),), NAMES)
    return sorted(check_attribution(Tracer(ITEM, draft, load_shipped())), key=lambda f: f.place.field, reverse=True)


@pytest.mark.parametrize(
    ("act", "quote", "wrong"),
    [
        ("denied", "否認有人扯後腿", False),
        ("admitted", "否認有人扯後腿", True),
        ("confirmed", "否認有人扯後腿", True),
        ("admitted", "承認敗選", False),
        ("denied", "承認敗選", True),
        ("admitted", "這裡沒有的話", False),  # what is no quotation is no evidence
    ],
)
def test_an_act_is_held_against_the_passage_that_is_quoted(act: str, quote: str, wrong: bool) -> None:
    item = make_item("賴宗翰承認敗選，但否認有人扯後腿。")
    draft = Draft("", "", (), (Claim("He said so.", (1,), quote, Attribution("", "", act)),), ())
    assert bool(check_attribution(Tracer(item, draft, load_shipped()))) is wrong


@pytest.mark.parametrize(
    ("act", "own", "is_flagged"),
    [
        ("denied", "議員邱毓婷指出，居民等了14年。", True),
        ("pointed out", "議員邱毓婷指出，居民等了14年。", False),
        ("denied", "議員邱毓婷說，並沒有施壓。", False),
        ("denied", "縣政府回應稱，已發布預警，不存在遲報。", False),
        ("denied", "居民等了14年。", False),
    ],
)
def test_a_not_of_the_sentence_before_is_no_denial_of_one_who_speaks_himself(
    act: str, own: str, is_flagged: bool
) -> None:
    item = make_item("市長說，市府不會撤案。", own, headline="預算")
    claim = Claim("Residents had waited.", (2,), own, Attribution("", "", act))
    found = check_attribution(Tracer(item, Draft("", "", (), (claim,), ()), load_shipped()))
    assert bool(found) == is_flagged


def test_a_surname_alone_speaks_where_its_sentence_has_it() -> None:
    item = replace(
        make_item("大島健一首相は述べた。", "小川真由美氏は批判した。", "大島氏は減収になると説明した。"), language="ja"
    )
    names = (Name("大島健一", "Oshima Kenichi", "person"), Name("小川真由美", "Ogawa Mayumi", "person"))
    for english, found in (("Oshima explained the loss.", []), ("Ogawa explained the loss.", ["Ogawa"])):
        draft = Draft("", "", (Translation(3, english),), (), names)
        flagged = [f for f in check_attribution(Tracer(item, draft, load_shipped())) if f.verdict.is_flag]
        assert [f.english for f in flagged] == (found if "Ogawa" in english else [])


@pytest.mark.parametrize(
    ("segment", "speaker", "verdict"),
    [
        (4, "Chen Ju-yu", Verdict.SUPPORTED),
        (4, "Union chairman Chen Ruyu", Verdict.SUPPORTED),
        (8, "Chen Ju-yu", Verdict.UNSUPPORTED),
        (4, "Chen Mei-ling", Verdict.UNSUPPORTED),
        (4, "Erik Olsen", Verdict.UNSUPPORTED),
    ],
)
def test_a_speaker_whom_no_pair_lists_is_known_by_how_his_characters_are_read(
    segment: int, speaker: str, verdict: Verdict
) -> None:
    claim = Claim("Something was said.", (segment,), "", Attribution("", speaker, "said"))
    item = replace(ITEM, language="zh-Hant")
    found = check_attribution(Tracer(item, Draft("", "", (), (claim,), ()), load_shipped()))
    assert [f.verdict for f in found if f.english == speaker] == [verdict]
