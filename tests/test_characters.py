"""What a Chinese character is: one answer for patterns and for single characters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.characters import HAN, KANA, is_han
from assistant.dating.eras import PRINTED, to_common_year


@pytest.mark.parametrize(
    ("character", "is_one"),
    [
        ("中", True),
        ("㐂", True),
        ("𠮷", True),
        ("𨋢", True),
        ("\uf9d1", True),
        ("の", False),
        ("。", False),
        ("A", False),
    ],
)
def test_rare_characters_of_names_count_and_signs_do_not(character: str, is_one: bool) -> None:
    assert is_han(character) is is_one


@given(st.characters())
def test_a_pattern_says_the_same_as_the_question(character: str) -> None:
    assert is_han(character) is bool(re.fullmatch(f"[{HAN}]", character))
    assert not (is_han(character) and re.fullmatch(f"[{KANA}]", character))


@pytest.mark.parametrize("era", PRINTED)
def test_every_era_that_is_printed_has_its_years(era: str) -> None:
    assert to_common_year(era, 100) is not None
