"""Body text is cut into sentences: quotes and figures stay whole, white space goes with the sentence before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.records import Span
from assistant.segmenting import split_sentences


def cut(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["第一句。", "第二句！", "第三句？", "第四句"],
        ["他說：「好。我去。」", "然後走了。"],
        ["他說：「好。我去」，然後走了。", "完。"],
        ["「好！」", "「不好？」", "他們吵了起來。"],
        ["漲幅3.5%。", "跌幅0.4個百分點。"],
        ["等一下……  ", "他又說。"],
        ["他說…好。", "完。"],
        ["有人說……「好」。", "完。"],
        ["真的嗎？！", "真的。 \u3000", "好。\n"],
        ["(第一句。第二句。)", "第三句。"],
        ["It rose 3.5%. ", "The U.S. said so. ", "J. D. Vance agreed."],
        ["他說\"好。我去。\"", "然後走了。"],
        ["Say that the mayor has resigned.", "颱風造成27人死亡。"],
        ["Taiwan Glass and Steel Co., Ltd.宣布投資。", "股價上漲。"],
        ["歌曲I Want To Hold Your Hand.登上排行。", "完。"],
        ["見example.com.tw網站。", "10.颱風來襲。"],
        ["半形也行!", "對吧?", "對."],
    ],
)  # fmt: skip
def test_text_is_cut_at_the_ends_of_its_sentences(sentences: list[str]) -> None:
    assert cut("".join(sentences)) == sentences


def test_a_long_quotation_is_cut_at_its_own_sentences() -> None:
    quotation = "「" + "這是很長的引文，說了很多話。" * 8 + "」"
    assert len(cut(quotation)) == 8


@given(st.text(st.sampled_from("甲乙。！？…「」『』()（）\"' .a1,，\u3000"), max_size=60))
def test_sentences_tile_their_line(text: str) -> None:
    assert "".join(cut(text)) == text


@given(st.text(st.sampled_from("甲。「」1.5億%"), max_size=40))
def test_no_cut_falls_inside_a_figure(text: str) -> None:
    for sentence in cut(text)[:-1]:
        assert not sentence.endswith("1.")
