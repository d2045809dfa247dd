"""Of several flags about one name in one text the one that shows most is kept, however many there are."""

from assistant.checking.once import say_once
from assistant.records import Check, Field, Finding, Place, Span, Verdict
from tests.growth import grows_linearly

PLACE = Place(Field.SUMMARY)


def flag(english: str, at: int | None, *, source: str = "", place: Place = PLACE) -> Finding:
    span = None if at is None else Span(at, at + len(english))
    where = Span(0, 2) if source else None
    return Finding(Check.NAME, Verdict.UNSUPPORTED, place, english, span, source, where)


def test_overlapping_flags_are_one_and_show_the_source_where_one_of_them_does() -> None:
    plain, shown = flag("Huang Yu-ting", 10), flag("Huang", 10, source="黃玉")
    assert say_once([plain, shown]) == [shown]
    assert say_once([shown, plain]) == [shown]


def test_flags_of_other_words_or_other_texts_stay() -> None:
    found = [flag("Huang", 10), flag("Huang", 200), flag("Huang", 10, place=Place(Field.HEADLINE))]
    assert say_once(found) == found


def test_a_flag_that_marks_no_words_is_one_with_those_of_its_name() -> None:
    bare, long = flag("Huang", None), flag("Mayor Huang Yu-ting", 500)
    assert say_once([flag("Lin", 3), long, bare]) == [flag("Lin", 3), long]
    assert say_once([bare, long]) == [bare]


def test_flags_of_words_far_apart_in_one_long_span_are_found() -> None:
    whole, last = flag("x" * 300, 0), flag("Huang", 290)
    assert say_once([whole, last]) == [whole]


def test_many_flags_in_one_text_take_no_longer_each() -> None:
    assert grows_linearly(lambda size: say_once([flag("Huang", 20 * n) for n in range(size)]), 8_000)
