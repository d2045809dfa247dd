"""Dates of the English against the item's clock, also where that is not known to the day."""

from dataclasses import replace
from datetime import datetime

import pytest

from assistant.checking import check_draft
from assistant.records import Certainty, Clock, Draft, Field, Stamp, Translation, Verdict
from tests.builders import make_item

TWO_HOURS_AGO = Stamp(datetime(2025, 11, 18, 22), datetime(2025, 11, 19, 22), Certainty.INFERRED, "2 小時前")  # noqa: DTZ001 - local
A_WEEK = Stamp(datetime(2025, 11, 12), datetime(2025, 11, 19), Certainty.INFERRED, "一週內")  # noqa: DTZ001 - local


@pytest.mark.parametrize(
    ("stamp", "english", "verdict"),
    [
        (TWO_HOURS_AGO, "The court ruled on 19 November.", Verdict.SUPPORTED),
        (TWO_HOURS_AGO, "The court ruled on 19 October.", Verdict.UNSUPPORTED),
        (TWO_HOURS_AGO, "The court ruled on 18 November.", Verdict.CONTRADICTED),
        (A_WEEK, "The court ruled on 19 November.", Verdict.UNSUPPORTED),
    ],
)
def test_a_day_takes_its_month_from_a_clock_that_leaves_two_days_open(
    stamp: Stamp, english: str, verdict: Verdict
) -> None:
    item = replace(make_item("法院19日宣判。"), clock=Clock(published=stamp))
    draft = Draft("Ruling", "A court ruled.", (Translation(0, "Ruling"), Translation(1, english)), (), ())
    (finding,) = (f for f in check_draft(item, draft) if f.place.field is Field.TRANSLATION and f.english[:1].isdigit())
    assert finding.verdict is verdict
