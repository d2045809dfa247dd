"""A verdict that is new must be given its look everywhere, or a page could not be drawn."""

from assistant.pages.blocks import TONES
from assistant.records import Verdict
from assistant.reporting.wording import SIGNS


def test_every_verdict_has_a_tone_and_a_sign() -> None:
    assert set(Verdict) == set(TONES) == set(SIGNS)
