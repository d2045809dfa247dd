"""The list of flags: what is said of many places is said once, with all of them."""

from dataclasses import replace

import pytest

from assistant.records import Check, Field, Finding, Place, Verdict
from assistant.reporting import render_html, render_markdown, render_short, render_text
from assistant.reporting.flags import fold_flags
from assistant.reporting.whole import view_report
from tests.reporting import samples

SUMMARY, CLAIM = Place(Field.SUMMARY), Place(Field.CLAIM, 1)


def flag(place: Place, english: str = "Peru") -> Finding:
    return Finding(Check.NAME, Verdict.UNSUPPORTED, place, english, why="the source does not name it")


def sentence(number: int) -> Place:
    return Place(Field.TRANSLATION, number - 1)


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ([[SUMMARY]], ["item 1, summary"]),
        ([[SUMMARY, CLAIM]], ["item 1, summary, claim 2"]),
        ([[sentence(1), sentence(2), sentence(4), SUMMARY]], ["item 1, sentences 1-2, 4, summary"]),
        ([[SUMMARY], [], [CLAIM, SUMMARY]], ["item 1, summary; item 3, claim 2, summary"]),
        ([[SUMMARY], [], [CLAIM, SUMMARY], [SUMMARY], [SUMMARY]], ["items 1, 3-5"]),
    ],
)
def test_equal_flags_are_told_once_with_all_their_places(items: list[list[Place]], told: list[str]) -> None:
    briefings = [replace(samples.briefed(), findings=tuple(map(flag, places))) for places in items]
    assert [each.where for each in fold_flags(view_report(samples.report(*briefings)).flags)] == told


def test_flags_that_say_something_else_stay_apart_and_every_format_shows_them() -> None:
    findings = (flag(SUMMARY), flag(CLAIM, "Chile"), flag(CLAIM))
    report = samples.report(replace(samples.briefed(), findings=findings))
    assert [each.finding.english for each in fold_flags(view_report(report).flags)] == ["Peru", "Chile"]
    for render in (render_short, render_text, render_markdown, render_html):
        text = render(report)
        assert "Peru" in text
        assert "Chile" in text
