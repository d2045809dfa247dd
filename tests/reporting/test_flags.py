"""The list of flags: what is said of many places is said once, with all of them."""

from dataclasses import replace

import pytest

from assistant.records import Check, Field, Finding, Place, Verdict
from assistant.reporting import render_html, render_markdown, render_short, render_text
from assistant.reporting.flags import LINES_AT_MOST, OF_A_KIND, fold_flags, list_flags
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


def withheld(place: Place, source: str = "") -> Finding:
    return Finding(Check.FIGURE, Verdict.WITHHELD, place, "[figure withheld]", source=source, why="it was taken out")


def test_figures_withheld_without_a_name_may_differ_and_stand_apart_in_two_items() -> None:
    items = [
        [withheld(SUMMARY), withheld(CLAIM)],
        [withheld(SUMMARY), withheld(CLAIM, "85億美元")],
        [withheld(CLAIM, "85億美元")],
    ]
    report = samples.report(*(replace(samples.briefed(), findings=tuple(found)) for found in items))
    told = [each.where for each in fold_flags(view_report(report).flags)]
    assert told == ["item 1, summary, claim 2", "item 2, summary", "item 2, claim 2; item 3, claim 2"]


def test_on_the_page_every_place_of_a_flag_is_a_link() -> None:
    report = samples.report(*(replace(samples.briefed(), findings=(flag(place),)) for place in (SUMMARY, CLAIM)))
    told = render_html(report).split('<section aria-labelledby="flags"')[1].split("</section>")[0]
    assert (
        '<a class="cited" href="#item-1">item 1</a>, summary; <a class="cited" href="#item-2">item 2</a>, claim 2'
        in told
    )


def test_of_very_many_flags_each_kind_shows_its_first_and_where_the_rest_stand() -> None:
    names = [flag(SUMMARY, f"Peru {n}") for n in range(LINES_AT_MOST)]
    few = samples.report(replace(samples.briefed(), findings=tuple(names)))
    assert list_flags(view_report(few).flags).rests == ()
    figures = (withheld(SUMMARY, "85億美元"), *(withheld(CLAIM, f"{n}億美元") for n in range(OF_A_KIND)))
    many = samples.report(
        replace(samples.briefed(), findings=tuple(names)), *(replace(samples.briefed(), findings=figures),) * 3
    )
    listed = list_flags(view_report(many).flags)
    assert len(listed.flags) == 2 * OF_A_KIND
    assert [(rest.about, rest.where) for rest in listed.rests] == [
        (f"{LINES_AT_MOST - OF_A_KIND} more names", "item 1"),
        ("1 more figure", "items 2-4"),
    ]
    for render in (render_short, render_text, render_markdown, render_html):
        assert "35 more names" in render(many)
    assert "35 more names: item [1](#item-1)" in render_markdown(many)
    assert "Peru 39" in render_html(many)  # where it stands
