"""Names of several words are found whole, with little between their words."""

import pytest

from assistant.checking.wordtree import WordTree


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tokyo electron", ["tokyo", "tokyo electron"]),
        ("tokyo-electron's", ["tokyo", "tokyo electron"]),
        ("tokyo: the electron", ["tokyo"]),
        ("tokyo --- electron", ["tokyo"]),
        ("atokyo electrons", []),
        ("tokyo electrons", ["tokyo"]),
        ("", []),
    ],
)
def test_whole_words_in_a_row_are_found(text: str, found: list[str]) -> None:
    tree: WordTree[str] = WordTree(3)
    for name in ("tokyo", "tokyo electron", ""):
        tree.add(name.split(), name)
    assert [value for _, value in tree.find(text)] == found
    assert all(span.of(text).split("-")[0].split()[0] == "tokyo" for span, _ in tree.find(text))
