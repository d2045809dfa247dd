import unicodedata

import pytest

from assistant.records import Report
from assistant.reporting import render_short, render_text
from assistant.typesetting import count_cells
from tests.reporting import samples
from tests.reporting.golden_files import compare


def test_the_whole_report_as_text() -> None:
    compare("full.txt", render_text(samples.full_report()))


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("report", [samples.full_report(), samples.hostile_report()], ids=["full", "hostile"])
def test_no_line_is_wider_than_the_terminal(report: Report, columns: int) -> None:
    assert max(map(count_cells, render_text(report, columns=columns).split("\n"))) <= columns


@pytest.mark.parametrize("render", [render_text, render_short])
def test_hostile_text_reaches_no_terminal(render: type) -> None:
    """No control, bidi or invisible character gets out; each leaves a visible trace."""
    text = str(render(samples.hostile_report()))
    assert not [c for c in text if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Cs")]
    assert "\N{REPLACEMENT CHARACTER}evil\N{REPLACEMENT CHARACTER}" in text


def test_a_flagged_figure_is_marked_where_it_stands_and_explained_below() -> None:
    text = render_text(samples.report(samples.briefed()))
    assert "The pact is worth [⚑ US$85 billion], with [≈ US$2 billion]" in text
    assert "[⚑ one-third] of its neighbour's" in text
    assert "⚑ contradicted  one-third ≠ 1/7 (one-seventh): 1/7 is one-seventh" in text


def test_the_draft_of_a_held_item_is_not_published() -> None:
    """Its wrong figures appear in its flags alone, never in a running text."""
    text = render_text(samples.report(samples.held()))
    assert "The pact is worth" not in text
    assert "85億美元 = US$8.5 billion" in text


def test_a_source_only_item_shows_each_figure_in_english() -> None:
    text = render_text(samples.report(samples.source_only()))
    assert "▌ not translated" in text
    assert "3,200人 = 3,200" in text
    assert "No AI model wrote any of this" in text


def test_notices_stand_at_the_top_and_at_the_bottom() -> None:
    text = render_text(samples.full_report())
    notice = "! The replies were written by hand for this sample."
    assert text.count(notice) == 2
    assert text.endswith(notice + "\n")


def test_a_withheld_figure_is_flagged_and_its_repairs_are_listed() -> None:
    text = render_text(samples.report(samples.repaired()), columns=200)

    assert "The pact is worth ▌[figure withheld: source 85億美元], the two governments say." in text
    assert "▌ withheld  85億美元 (US$8.5 billion): a figure that failed its check was taken out" in text
    assert "- summary: ten times too small" in text
    assert "1 flag: 1 figure (1 withheld)" in text
    assert "US$850 million" not in text
