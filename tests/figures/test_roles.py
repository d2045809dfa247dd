"""The words of roles: which of several that begin alike is found."""

import pytest

from assistant.figures.comparing import role_words


@pytest.mark.parametrize("words", [role_words.english_words(), role_words.source_words()], ids=["english", "source"])
def test_the_first_word_of_the_table_counts_however_few_letters_it_begins_with(words: role_words.Words) -> None:
    table = {word.place: word for entries in words._words.values() for word in entries}
    for begin in words._words:
        for rest in ("", " ", "s ", "ing ", "人", "亡人", "口3"):
            text = begin + rest
            ends = ((word.end(text, 0), word.rows) for _, word in sorted(table.items()))
            assert words.match(text, 0) == next((found for found in ends if found[0]), None)
