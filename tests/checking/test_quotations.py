"""Words in English quotation marks are the speaker's own, or are said not to be."""

from dataclasses import replace

import pytest

from assistant.checking.quotations import check_quotations
from assistant.checking.tracing import Tracer
from assistant.glossary import layer, load_shipped
from assistant.records import (
    Attribution,
    Authority,
    Claim,
    Draft,
    Field,
    Finding,
    Item,
    Name,
    Term,
    Translation,
    Verdict,
)
from tests.builders import make_item
from tests.checking.samples import load_demo
from tests.growth import grows_linearly

ITEM = make_item(
    "川普表示，協議將「全速前進」，並說：「我們會得到我們想要的東西。」",
    "賴清德則對川普說：「台灣不會接受這樣的條件。」",
    "能源分析師漢森(Erik Hansen)指出：「這裡的風比較便宜。」",
    "漢森又說：「三年之內就會看到結果。」",
    "工會理事長陳如玉批評：「政府從來沒有問過我們。",
    "工人只能自己想辦法。」",
    "他引用原文「peace through strength」作結。",
    "這項合作被稱為「海上之弓」，令人注目。",
    "馬可·羅西稱讚：「這是偉大的一天，值得慶祝。」",
    "會議在台北舉行，沒有結論。",
    "他的新書《三個不同的冬天》下週出版。",
    headline="協議全速前進",
)
NAMES = (Name("陳如玉", "Chen Ju-yu", "person"), Name("漢森", "Erik Hansen", "person"))


def check(segment: int, english: str, *, item: Item = ITEM) -> list[Finding]:
    return list(
        check_quotations(Tracer(item, Draft("", "", (Translation(segment, english),), (), NAMES), load_shipped()))
    )


@pytest.mark.parametrize(
    ("segment", "english"),
    [
        (1, 'Trump said the agreement would go "full speed ahead".'),
        (1, "Trump said: “We will get what we want.”"),
        (1, "Trump said: ‘We’ll get what we want.’"),
        (1, "Trump said: «We will get what we want.»"),
        (1, "Trump said: „We will get what we want.“"),
        (1, "Trump said: 「We will get what we want.」"),
        (1, "Trump said: ``We will get what we want.''"),
        (1, "Trump said: “We will get what we want."),
        (1, "Trump said: 『We will get what we want.』"),
        (1, "Trump said: 《We will get what we want.》"),
        (1, "Trump said: »We will get what we want.«"),
        (1, "Trump said: 〝We will get what we want.〞"),
        (1, "Trump said: ＂We will get what we want.＂"),
        (1, "Trump said: ”We will get what we want.”"),
        (1, "Trump said: ‚We will get what we want.‘"),
        (1, "Trump said: ❝We will get what we want.❞"),
        (1, "Trump said: `We will get what we want.`"),
        (1, "Trump said: <<We will get what we want.>>"),
        (1, "Trump said: &ldquo;We will get what we want.&rdquo;"),
        (1, "Trump said: &quot;We will get what we want.&quot;"),
        (1, "Trump said: ″We will get what we want.″"),
        (1, "Trump said: ′We will get what we want.′"),
        (3, 'Hansen said: "The wind is cheaper here."'),
        (4, 'Hansen added: "Results will be seen within three years."'),
        (9, 'Marco Rossi said: "This is a great day, worth celebrating."'),
        (3, 'Hansen said: "The wind is cheaper here" [translated from Chinese].'),
    ],
)
def test_a_foreigners_words_that_came_through_chinese_may_not_stand_in_quotation_marks(
    segment: int, english: str
) -> None:
    (finding,) = check(segment, english)
    assert finding.verdict is Verdict.UNSUPPORTED
    assert finding.why == "retranslated quotation: these words reached us through Chinese"
    assert finding.span
    assert finding.span.of(english) == finding.english
    assert finding.source


@pytest.mark.parametrize(
    ("segment", "english"),
    [
        (1, "Trump said that they would get what they wanted."),
        (1, 'Trump said: "We will get what we want" [retranslated].'),
        (1, 'Trump said: "We will get what we want [retranslated]".'),
        (1, 'Trump spoke of "full speed".'),
        (7, 'He ended with the words "peace through strength".'),
        (7, "He ended with the words “Peace Through Strength.”"),
        (8, 'The partnership, called the "bow of the sea", draws notice.'),
        (11, 'His new book, "Three Different Winters", appears next week.'),
        (2, 'Lai told Trump: "Taiwan will not accept such terms" [translated from Chinese].'),
        (10, "The ministers' meeting in Taipei didn't reach the presidents' goals."),
    ],
)
def test_reported_speech_marks_terms_titles_and_printed_words_pass(segment: int, english: str) -> None:
    assert check(segment, english) == []


@pytest.mark.parametrize(
    ("segment", "english"),
    [
        (2, 'Lai told Trump: "Taiwan will not accept such terms."'),
        (5, 'Chen Ju-yu objected: "The government never asked us.'),
        (5, 'Chen Ju-yu objected: "The government never asked us."'),
        (6, '"Workers can only help themselves," she said.'),
    ],
)
def test_a_quotation_of_the_sources_own_speaker_is_noted_as_translated(segment: int, english: str) -> None:
    findings = check(segment, english)
    assert {(f.verdict, f.why) for f in findings} <= {(Verdict.NOTED, "translated quotation")}
    assert bool(findings) is (english.count('"') == 2)


def test_a_term_in_a_sentence_of_speech_is_told_from_what_is_said() -> None:
    source = "川普支持前任政府達成的「三方潛艦安全協議」，並表示協議將「全速前進」。"
    english = 'Trump supports the "three-party submarine security pact" and said that it would go "full speed ahead".'
    assert [f.english for f in check(1, english, item=make_item(source))] == ['"full speed ahead"']


def test_words_that_the_source_quotes_from_nobody_are_flagged() -> None:
    (finding,) = check(10, 'The meeting in Taipei ended: "We have agreed on nothing."')
    assert (finding.verdict, finding.why) == (Verdict.UNSUPPORTED, "the source quotes no words here")


@pytest.mark.parametrize(
    ("english", "speaker", "verdict"),
    [
        ('Trump: "We will get what we want."', "Donald Trump", Verdict.UNSUPPORTED),
        ('The president said: "We will get what we want."', "Donald Trump", Verdict.UNSUPPORTED),
        ('"Taiwan will not accept such terms," Lai told Trump.', "Lai Ching-te", Verdict.NOTED),
    ],
)
def test_a_claim_is_held_against_the_sentences_it_cites(english: str, speaker: str, verdict: Verdict) -> None:
    segment = 2 if "Taiwan" in english else 1
    claim = Claim(english, (segment,), "", Attribution("", speaker, "said"))
    (finding,) = check_quotations(Tracer(ITEM, Draft("", "", (), (claim,), NAMES), load_shipped()))
    assert (finding.verdict, finding.place.field) == (verdict, Field.CLAIM)


@pytest.mark.parametrize(
    ("summary", "verdict"),
    [
        ('Trump said: "We will get what we want." Lai disagrees.', Verdict.UNSUPPORTED),
        ('Lai Ching-te said to Trump: "Taiwan will not accept such terms."', Verdict.NOTED),
        ('Lai disagrees. "We will get what we want," Trump said.', Verdict.UNSUPPORTED),
        ('Trump: "We will get what we want"', Verdict.UNSUPPORTED),
        ('Trump warns Taiwan; Lai: "Taiwan will not accept such terms"', Verdict.NOTED),
        ('"We will get what we want": Trump', Verdict.UNSUPPORTED),
        ('"We will get what we want" - Trump', Verdict.UNSUPPORTED),
    ],
)
def test_in_a_summary_the_english_sentence_tells_who_speaks(summary: str, verdict: Verdict) -> None:
    (finding,) = check_quotations(Tracer(ITEM, Draft("", summary, (), (), NAMES), load_shipped()))
    assert finding.verdict is verdict


def test_the_demo_raises_nothing() -> None:
    assert [f for item, draft in load_demo() for f in check_quotations(Tracer(item, draft, load_shipped()))] == []


def test_without_its_marks_the_demos_quotations_are_noted_and_none_is_flagged() -> None:
    found: list[Finding] = []
    for item, draft in load_demo():
        bare = tuple(
            Translation(t.segment, t.english.replace("[translated from Chinese]", "")) for t in draft.translations
        )
        found += check_quotations(Tracer(item, Draft("", "", bare, (), draft.names), load_shipped()))
    assert len(found) >= 8
    assert {f.verdict for f in found} == {Verdict.NOTED}


def test_a_long_text_of_quotation_marks_is_read_in_linear_time() -> None:
    assert grows_linearly(lambda times: check(1, "\"‘“' a b c " * times), 4_000)


TRANSLATED = (
    Translation(5, "Union leader Chen Ju-yu said: “The government has never asked us."),
    Translation(6, "The workers have to help themselves.”"),
    Translation(11, "His new book Three Different Winters appears next week."),
)


@pytest.mark.parametrize(
    ("summary", "flagged"),
    [
        ("Chen said: “The government never asked us.”", False),
        ("“The workers have to help themselves,” Chen said.", False),
        ("His book “Three Different Winters” is out.", False),
        ("Chen said: “I regret nothing at all.”", True),
        ("Chen said: “The government has never asked us for anything at all.”", True),
        ("“We will strike until he resigns,” she warned.", True),
    ],
)
def test_a_summary_may_quote_what_a_sentence_is_translated_to_and_invent_nothing(summary: str, flagged: bool) -> None:
    found = check_quotations(Tracer(ITEM, Draft("", summary, TRANSLATED, (), NAMES), load_shipped()))
    flags = [f for f in found if f.place.field is Field.SUMMARY and f.verdict.is_flag]
    assert bool(flags) is flagged
    assert all(f.why == "no sentence with quoted words is translated so" for f in flags)


def test_an_invented_quotation_is_found_beside_a_title_too() -> None:
    item = make_item("他的新書《三個不同的冬天》下週出版。")
    draft = Draft("", "“I regret nothing,” he said.", (Translation(1, "His book Three Winters appears."),), (), ())
    (finding,) = check_quotations(Tracer(item, draft, load_shipped()))
    assert finding.verdict is Verdict.UNSUPPORTED


def test_words_that_the_source_prints_in_latin_letters_are_quoted_letter_for_letter() -> None:
    assert check(7, 'He closed with the words "Peace Through Strength".') == []
    (finding,) = check(7, 'He closed with the words "peace with strength".')
    assert (finding.verdict, finding.expected) == (Verdict.CONTRADICTED, "peace through strength")
    assert ITEM.read(finding.source_span) == "peace through strength"
    assert finding.why == "the source prints peace through strength"


def test_a_name_that_the_user_locked_without_a_kind_still_speaks_for_itself() -> None:
    item = make_item("股東漢森(Erik Hansen)表示歡迎。", "市長葛若楓則說：「這是史上最大的投資案。」")
    names = (Name("葛若楓", "Ko Jo-feng", "person"), NAMES[1])
    english = "Mayor Ko Jo-feng said: “This is the largest investment ever.” [translated from Chinese]"
    locked = layer((Term(("葛若楓",), ("Ko Jo-feng",), authority=Authority.USER),))
    assert list(check_quotations(Tracer(item, Draft("", "", (Translation(2, english),), (), names), locked))) == []


@pytest.mark.parametrize(
    ("summary", "unmarked"),
    [
        ('Trump said "We will get what we want" and added "We will get what they want" [retranslated].', 1),
        ('Trump said "We will get what we want" [retranslated] and "We will get what they want" [retranslated].', 0),
        ('Trump said "We will get what we want." All agreed with that [retranslated].', 1),
        ('Trump said "We will get what we want" to the U.S. Senate [retranslated].', 0),
        ('Trump said "We will get what we want" of the "pact" [retranslated].', 0),
        ('Trump said "We will get what we want." [retranslated] All agreed.', 0),
    ],
)
def test_a_mark_belongs_to_the_one_quotation_it_follows(summary: str, unmarked: int) -> None:
    findings = check_quotations(Tracer(ITEM, Draft("", summary, (), (), NAMES), load_shipped()))
    flagged = [f for f in findings if f.verdict is Verdict.UNSUPPORTED]
    assert [f.span.start for f in flagged if f.span] == [summary.index('"')] * unmarked


@pytest.mark.parametrize(
    ("source", "english", "flagged"),
    [
        ("バイデン氏は「我々は決して屈しない」と述べた。", "Biden (バイデン) said: “We will never bow.”", True),
        ("バイデン氏は「我々は決して屈しない」と述べた。", "Biden (バイデン) said they would never bow.", False),
        ("ルベラ大統領は「我々は屈しない」と語った。", "President Rubera (ルベラ) said: “We will not bow.”", True),
        ("志村局長は「安全を確認した」と述べた。", "Chief Shimura (志村) said: “Safety is confirmed.”", False),
        ("新曲「ひとりじゃないよ」が首位に立った。", "The new song “You are not alone” took the top.", False),
    ],
)
def test_words_of_a_foreigner_are_known_in_japanese_as_well(source: str, english: str, *, flagged: bool) -> None:
    item = replace(make_item(source), language="ja")
    draft = Draft("", "", (Translation(1, english),), (), (Name("バイデン", "Joe Biden", "person"),))
    found = check_quotations(Tracer(item, draft, load_shipped()))
    assert any(finding.verdict.is_flag for finding in found) is flagged


@pytest.mark.parametrize(
    ("original", "english", "is_foreign"),
    [
        ("史密斯", "John Smith", True),
        ("矢板明夫", "Yaita Akio", True),
        ("克勞斯", "Klaus", True),
        ("林柏舟", "Lin Po-chou", False),
        ("陳茂波", "Paul Chan", False),
        ("戴偉文", "Tai Wai-man", False),
        ("陳白", "Zander", False),  # two characters say too little
    ],
)
def test_a_person_whose_characters_are_read_as_no_word_of_his_english_speaks_another_language(
    original: str, english: str, is_foreign: bool
) -> None:
    item = make_item(f"{original}說：「我們明天會再談一次。」")
    quoted = f"{english} said: “We shall talk once more tomorrow.”"
    draft = Draft("", "", (Translation(1, quoted),), (), (Name(original, english, "person"),))
    findings = check_quotations(Tracer(item, draft, layer(())))
    assert [f.verdict for f in findings] == [Verdict.UNSUPPORTED if is_foreign else Verdict.NOTED]


def test_a_korean_whom_no_table_has_is_foreign_where_the_item_speaks_of_korea() -> None:
    quoted = "Kang Yu-jung said: “The reports of a summit are not true.”"
    for source, verdict in (
        ("南韓發言人姜由楨說：「高峰會的說法並非事實。」", Verdict.UNSUPPORTED),
        ("姜由楨說：「高峰會的說法並非事實。」", Verdict.NOTED),
    ):
        draft = Draft("", "", (Translation(1, quoted),), (), (Name("姜由楨", "Kang Yu-jung", "person"),))
        findings = check_quotations(Tracer(make_item(source), draft, layer(())))
        assert [f.verdict for f in findings] == [verdict]


@pytest.mark.parametrize(
    ("source", "english", "flagged"),
    [
        (
            "盧特尼克接受《彭博》訪問時說，關稅將維持在25%。",
            "Lutnick told Bloomberg: “Tariffs will stay at 25%, whatever happens.”",
            False,
        ),
        (
            "盧特尼克接受《彭博》訪問時說，若首爾不簽署協議，關稅將維持在25%。",
            "Lutnick told Bloomberg: “Tariffs will stay at 25% if Seoul does not sign an agreement.”",
            True,
        ),
        ("他稱之為「三不」。", "He called it the “three noes: no talks, no war”.", False),
        ("他稱之為「三不」。", "He called it “a policy to which we shall all of us keep for ever”.", True),
        ("《失控的天氣》一書出版。", "The book “Weather out of Control” has been published.", False),
    ],
)
def test_words_longer_than_any_term_or_title_of_the_sentence_are_quoted_from_nobody(
    source: str, english: str, flagged: bool
) -> None:
    draft = Draft("", "", (Translation(1, english),), (), ())
    findings = check_quotations(Tracer(make_item(source), draft, layer(())))
    assert any(f.verdict.is_flag for f in findings) is flagged
