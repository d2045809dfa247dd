"""A numeral that ends a given name counts no firm and no ministry behind it: 岩田浩二社長."""

from dataclasses import replace

import pytest

from assistant.checking.figures import check_figures
from assistant.records import Draft, Translation
from tests.builders import make_item


@pytest.mark.parametrize(
    ("source", "english", "verdicts"),
    [
        ("岩田浩二社長は会見した。", "President Iwata Koji held a press conference.", []),
        ("山田健三局長が述べた。", "Director Yamada Kenzo said so.", []),
        ("岩田健二氏は述べた。", "Iwata Kenji said so.", []),
        ("二社長が会談した。", "The two presidents met.", ["supported"]),
        ("主要二社が提携した。", "The companies formed an alliance.", ["omitted"]),
    ],
)
def test_a_given_name_before_a_title_is_no_figure(source: str, english: str, verdicts: list[str]) -> None:
    item = replace(make_item(source, headline="速報"), language="ja")
    found = check_figures(item, Draft("", "", (Translation(1, english),), (), ()))
    assert [f.verdict for f in found] == verdicts
