from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from assistant.records import Edition, Report, Spending
from assistant.reporting import fit_short, render_html, render_markdown, render_short, render_text
from assistant.reporting.short import OF_A_DAY, UNBROKEN
from assistant.typesetting import count_cells
from tests.reporting import samples
from tests.reporting.golden_files import compare


def test_the_short_result_of_a_mixed_run() -> None:
    compare("full.short.txt", render_short(samples.full_report()))


def test_a_flag_shows_both_sides_and_the_reason() -> None:
    text = render_short(samples.report(samples.briefed()))
    assert "⚑ contradicted  US$85 billion ≠ 85億美元 (US$8.5 billion)" in text
    assert "item 1, summary: ten times too large: 85億 is 8.5 billion" in text


@pytest.mark.parametrize(
    ("report", "says"),
    [
        (samples.report(samples.briefed()), "13 figures checked · 9 verified · 1 derived · 4 flags: "),
        (samples.report(replace(samples.briefed(), findings=())), "0 figures checked · 0 verified · no flags"),
        (samples.report(samples.source_only(), spending=Spending(), model=""), "1 not translated · no model was asked"),
        (samples.report(samples.failed(), spending=Spending()), "1 failed · no answer from scripted"),
        (samples.report(samples.failed()), "raise --max-output-tokens and run again"),
        (samples.report(samples.held()), "▌ held  item 1"),
        (samples.report(spending=Spending(calls=3, cost_usd=None)), "3 calls, cost unknown"),
        (samples.report(spending=Spending(kept=2)), "0 calls, 2 kept from before, no cost"),
        (samples.report(notices=("by hand",)), "! by hand"),
    ],
)
def test_what_happened_is_said(report: Report, says: str) -> None:
    assert says in " ".join(render_short(report, columns=200).split("\n"))


@pytest.mark.parametrize("briefing", [samples.failed(), samples.held()])
def test_a_report_that_lacks_something_is_titled_incomplete(briefing: object) -> None:
    assert render_short(samples.report(briefing)).startswith("INCOMPLETE: ")  # type: ignore[arg-type]
    assert not render_short(samples.report(samples.briefed(), samples.source_only())).startswith("INCOMPLETE")


@pytest.mark.parametrize("render", [render_short, render_text, render_markdown, render_html])
def test_one_reason_for_many_failures_is_said_once(render: Callable[[Report], str]) -> None:
    text = render(samples.report(*[samples.failed()] * 3, samples.briefed(), samples.failed()))
    assert "items 1-3, 5: the reply was cut off" in text


@pytest.mark.parametrize("columns", [30, 40, 60, 80, 120])
def test_what_is_kept_without_breaks_fits_the_terminal_at_hand(columns: int) -> None:
    report = replace(samples.full_report(), notices=("a notice that is longer than any narrow terminal has columns",))
    kept = render_short(report, columns=UNBROKEN)
    fitted = fit_short(kept, columns)
    assert "".join(fitted.split()) == "".join(kept.split())
    assert max(map(count_cells, fitted.splitlines())) <= columns
    assert fit_short(kept, UNBROKEN) == kept


@pytest.mark.parametrize("of_a_day", [False, True])
def test_of_a_day_not_every_flag_is_told_for_its_files_have_them(of_a_day: bool) -> None:
    briefing = samples.briefed()
    flag = next(finding for finding in briefing.findings if finding.verdict.is_flag)
    flags = tuple(replace(flag, english=f"{n} ships") for n in range(OF_A_DAY + 3))
    report = samples.report(replace(briefing, findings=flags), samples.failed())
    text = render_short(replace(report, edition=Edition(date(2025, 11, 2))) if of_a_day else report)
    assert ("and 3 more flags: the report has all" in text) is of_a_day
    assert ("22 ships" in text) is not of_a_day
    assert "19 ships" in text
    assert "✗ failed" in text
