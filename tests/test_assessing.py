"""What a process beside the event loop is given: it finds what the two checks and the edit between them find."""

from assistant.assessing import assess_draft
from assistant.checking import check_item, find_missing_originals
from assistant.checking.practice import make_sample
from assistant.repairing import add_originals


def test_the_original_of_a_name_is_put_in_before_all_is_checked() -> None:
    item, draft = make_sample()
    bare = type(draft)(
        draft.headline,
        draft.summary,
        tuple(type(t)(t.segment, t.english.replace(" (林柏舟)", "")) for t in draft.translations),
        draft.claims,
        draft.names,
    )
    assessed = assess_draft(item, bare)
    edited, repairs = add_originals(bare, find_missing_originals(item, bare))
    assert "Lin Po-chou (林柏舟)" in assessed.draft.translations[2].english
    assert (assessed.draft, assessed.repairs) == (edited, repairs)
    assert (assessed.figures, assessed.findings) == check_item(item, edited)
