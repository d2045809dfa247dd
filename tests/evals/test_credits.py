"""A credit to another is counted where the checks flag it, and the right ones beside it."""

from assistant.records import Attribution, Claim, Draft
from evals.credits import credit, measure_credits


def test_the_right_credits_of_the_demo_raise_nothing_and_most_of_another_are_flagged() -> None:
    right, others = measure_credits([])
    assert (right.rate.hits, right.is_error) == (0, True)
    assert right.rate.total < others.rate.total
    assert 0.7 * others.rate.total < others.rate.hits


def test_one_claim_is_credited_to_another_and_the_rest_is_left_out() -> None:
    claims = (
        Claim("One.", (1,), "", Attribution("", "Lin", "said")),
        Claim("Two.", (2,), "", Attribution("", "Wu", "")),
    )
    other = credit(Draft("Headline", "Summary", (), claims, ()), 1, "Lin")
    assert other == Draft("", "", (), (Claim("Two.", (2,), "", Attribution("", "Lin", "")),), ())
