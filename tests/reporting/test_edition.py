"""The report of a day, in every format: nothing lost, every link resolves, whatever the edition says."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import reporting
from assistant.records import Change, Conflict, Edition, GlanceLine, Report, Span, Spending, Story, Topic, Version
from assistant.reporting.page import render_html
from tests.reporting import samples
from tests.reporting.test_laws import FORMATS

INDEX = st.integers(-2, 7)
ANY_STORY = st.builds(Story, st.lists(INDEX, max_size=4).map(tuple), st.sampled_from(Topic), st.booleans())
CHANGES = st.builds(
    Change, INDEX, st.just("id"), st.just("Fire"), st.sampled_from(["", "killed"]), st.just("2人"), st.just("5人")
)
LINES = st.builds(GlanceLine, st.sampled_from(["A pact is signed.", samples.HOSTILE]), st.lists(INDEX).map(tuple))
EDITIONS = st.builds(
    Edition,
    day=st.just(date(2025, 11, 2)),
    cutoff=st.sampled_from([None, samples.stamp()]),
    zone=st.just("UTC"),
    glance=st.lists(LINES, max_size=3).map(tuple),
    glance_note=st.sampled_from(["", samples.HOSTILE]),
    changes=st.lists(CHANGES, max_size=3).map(tuple),
    compared_with=st.sampled_from([None, date(2025, 11, 1)]),
)
STORIES = (Story((0, 4), Topic.ECONOMY), Story((2, 3), Topic.POLITICS), Story((1,), in_brief=True))
EDITION = Edition(
    date(2025, 11, 2),
    samples.stamp(),
    "UTC+08:00",
    (GlanceLine("Two countries sign a US$8.5 billion pact.", (0,)),),
    "dropped, for it failed its check: no item that it cites carries 99",
    (Change(0, "x", "Fire", "killed", "2人死亡", "5人死亡", 2, 5), Change(1, "y", "Strike")),
    date(2025, 11, 1),
)


def day_report() -> Report:
    return replace(samples.full_report(), edition=EDITION, stories=STORIES)


@pytest.fixture
def day() -> Report:
    return day_report()


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_every_format_shows_all_of_the_edition(day: Report, name: str) -> None:
    written = reporting.render_text(day, columns=1_000) if name == "text" else FORMATS[name](day)
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", written).replace("\\", ""))
    for words in (
        "Data cut-off: 1 November 2025, 14:20, UTC+08:00 (",
        "Made on 2 November 2025, 06:00 (UTC+08:00)",
        "Two countries sign a US$8.5 billion pact.",
        "no item that it cites carries 99",
        "killed: 2 → 5",
        "2人死亡",
        "continued:",
        "Also told by",
        "Lin Chien-hung (林建宏)",
    ):
        assert words in text
    headings = [text.lower().rindex(heading) for heading in ("economy", "politics", "in brief")]
    assert headings == sorted(headings)


@pytest.mark.parametrize("name", ["markdown", "html"])
@pytest.mark.parametrize("of_a_day", [True, False])
def test_items_stand_below_their_topics_and_no_level_is_left_out(day: Report, name: str, of_a_day: bool) -> None:
    written = FORMATS[name](day if of_a_day else samples.full_report())
    pattern = r"(?s)<h(\d)[^>]*>(.*?)</h\d>" if name == "html" else r"(?m)^(#+) (.*)$"
    found = [(int(m[1]) if name == "html" else len(m[1]), m[2]) for m in re.finditer(pattern, written)]
    levels = [level for level, _ in found]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    shown = [(level, re.sub(r"<[^>]+>", "", text)) for level, text in found]
    assert {level for level, text in shown if re.match(r"\d+\.?\s(?!flag)", text)} == {3 if of_a_day else 2}
    assert ((2, "Economy") in shown) is of_a_day


@settings(max_examples=60, deadline=None)
@given(EDITIONS, st.lists(ANY_STORY, max_size=5).map(tuple))
def test_whatever_an_edition_says_every_item_stands_once_and_every_link_resolves(
    edition: Edition, stories: tuple[Story, ...]
) -> None:
    report = replace(samples.full_report(), edition=edition, stories=stories)
    html = render_html(report)
    anchors = re.findall(r' id="([^"]*)"', html)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r' href="#([^"]*)"', html)) <= set(anchors)
    assert html.count("<article ") == len(report.briefings)
    assert "<script" not in html
    for name in ("text", "markdown"):
        text = FORMATS[name](report)
        assert "ten times too large: 85億 is 8.5" in re.sub(r"\s+", " ", text.replace("\\", ""))


def test_json_keeps_the_edition(day: Report) -> None:
    assert reporting.read_json(reporting.render_json(day)) == day


def test_a_line_at_a_glance_says_where_the_sources_of_its_items_differ(day: Report) -> None:
    versions = (Version(0, "5", "5人死亡", Span(0, 2)), Version(4, "6", "6人罹難", Span(0, 2)))
    told = replace(day, conflicts=(Conflict("killed", versions),))
    for name in ("text", "markdown", "html"):
        assert "pact. [sources differ: killed: 5 ≠ 6]" in FORMATS[name](told).replace("\\", "").replace("\n", " ")


def test_a_line_at_a_glance_does_not_take_on_a_difference_about_another_figure(day: Report) -> None:
    versions = (Version(0, "37.4%", "占37.4%", Span(0, 2)), Version(4, "37.8%", "占37.8%", Span(0, 2)))
    told = replace(day, conflicts=(Conflict("", versions),))
    for name in ("text", "markdown", "html"):
        text = " ".join(FORMATS[name](told).replace("\\", "").split())
        assert "pact. [sources differ on figures not told here]" in text
        assert "[sources differ: 37.4%" not in text


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_a_day_says_that_its_calls_are_those_it_rests_on_and_a_run_does_not(day: Report, name: str) -> None:
    def tell(report: Report) -> str:
        written = reporting.render_text(report, columns=1_000) if name == "text" else FORMATS[name](report)
        return re.sub(r"\s+", " ", written)

    assert "Model calls that this report rests on: 5 calls" in tell(day)
    assert "Model calls: 5 calls" in tell(replace(day, edition=None, run="r1"))


def test_the_summary_of_a_day_says_it_as_well(day: Report) -> None:
    assert "it rests on 5 calls, US$0.0123" in reporting.render_short(reporting.view_report(day), columns=1_000)
    unasked = replace(day, spending=Spending())
    assert "rests" not in reporting.render_short(reporting.view_report(unasked), columns=1_000)
