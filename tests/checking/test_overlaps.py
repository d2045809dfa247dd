"""Of what overlaps the longest is kept, and what is left over by itself is kept as well."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.checking.overlaps import keep_longest
from assistant.records import Span

SPANS = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 30), st.integers(1, 8))


@given(st.lists(SPANS, max_size=20))
def test_what_is_kept_overlaps_nothing_and_what_is_not_overlaps_something_as_long(spans: list[Span]) -> None:
    found = list(zip(spans, range(len(spans)), strict=True))
    kept = keep_longest(found)
    assert kept == sorted(kept)
    assert all(not one.overlaps(other) for one, a in kept for other, b in kept if a != b)
    for span, number in set(found) - set(kept):
        longer = [own for own, _ in kept if own.overlaps(span) and own.end - own.start >= span.end - span.start]
        assert longer, number
