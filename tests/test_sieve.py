"""A pattern that is tried only where a line holds one of its pieces matches what it matches without them."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import assistant.segmenting  # noqa: F401 - its patterns are looked at
from assistant.folding import fold_widths
from assistant.patterns.pieces import CASED, DIGIT, NOT_WORD, SPACE, hold_pieces, need_pieces
from assistant.patterns.sieve import compile_sieved, list_sieved, may_match
from assistant.segmenting.lines import SHAPES

ALL = sorted(list_sieved(), key=lambda sieved: sieved.pattern)
PAGES = (Path(__file__).parent / "samples" / "reading", Path(__file__).parents[1] / "evals" / "datasets" / "pages")
FILES = [path for folder in PAGES for path in sorted(folder.rglob("*.txt"))]


@pytest.mark.parametrize(
    ("source", "flags", "pieces"),
    [
        ("報導", 0, {"報導"}),
        ("[報报][導道]|\\d{1,3}版", 0, {"報導", "報道", "报導", "报道", "版"}),
        ("分享.{1,9}頁?", 0, {"分享"}),
        ("(?:ab)?c", 0, {"c"}),
        ("[a-c]{2,}", 0, {"a", "b", "c"}),
        (r"\d+", 0, {DIGIT}),
        (r"\S\s{1,3}\S", 0, {SPACE}),
        (r"[\W_]{1,4}", 0, {NOT_WORD, "_"}),
        ("END", re.IGNORECASE, {CASED}),
        ("終END", re.IGNORECASE, {"終"}),
        ("a|b?", 0, set()),
        (".{2,}", 0, set()),
        ("[^a]", 0, set()),
        (r"[\u4e00-\u9fff]", 0, set()),
        ("(?i:a)", 0, set()),
        ("(?!a)", 0, set()),
    ],
)
def test_each_match_holds_one_of_the_pieces(source: str, flags: int, pieces: set[str]) -> None:
    assert need_pieces(source, flags) == pieces


@pytest.mark.parametrize("text", ["", "3", "３", "٣", "a", "ſ", "ı", "\u212a", "\u3000", "\n", "、", "_", "報導 12版"])
@pytest.mark.parametrize("source", [r"\d", "[3]", "s", "i", "k", r"\s", r"\W", r"\w\d?", "版|報", r"\d版\Z"])
@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_pieces_hide_no_match(source: str, flags: int, text: str) -> None:
    sieved, plain = compile_sieved(source, flags), re.compile(source, flags)
    for method in ("search", "match", "fullmatch"):
        given, wanted = getattr(sieved, method)(text), getattr(plain, method)(text)
        assert (given and given.span()) == (wanted and wanted.span())


def test_none_of_our_patterns_loses_a_line() -> None:
    lines = {line.strip() for path in FILES for line in fold_widths(path.read_text("utf-8", "ignore")).splitlines()}
    assert len(ALL) > 40
    for sieved in ALL:
        plain = re.compile(sieved.pattern, sieved._flags)
        assert not [line for line in lines if plain.search(line) and not sieved.bit & may_match(line)], sieved.pattern


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_none_loses_a_text_that_it_matches(data: st.DataObject) -> None:
    sieved = data.draw(st.sampled_from(ALL))
    text = data.draw(st.from_regex(re.compile(sieved.pattern, sieved._flags)))
    assert not sieved.pieces or not sieved.pieces.isdisjoint(hold_pieces(text))


def test_all_shapes_of_lines_are_sieved() -> None:
    assert {shape for shape, _ in SHAPES} <= set(ALL)
