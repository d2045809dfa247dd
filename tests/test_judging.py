"""What the user thinks of a finding shows wherever the finding does: one rule for pages, lists and reports."""

from pathlib import Path

import pytest

from assistant.cli.plain import print_briefing
from assistant.collecting import stored_report
from assistant.judging import FALSE_ALARM, SEEN, judge, name_findings
from assistant.records import Briefing, Finding, Span, Verdict
from assistant.records.record import change
from assistant.reporting import read_json, render_html, render_json, render_markdown, render_text
from assistant.reporting.whole import format_counts
from assistant.store import Filters, Store
from tests.tui.helpers import fill_store

NOTE = "of Taiwan dollars"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return fill_store(tmp_path)


def first_flag(store: Store) -> tuple[Briefing, Finding]:
    briefing = store.library.briefing(store.library.rows(Filters(flagged=True))[0].id)
    return briefing, briefing.flags[0]


def flags_of(store: Store, briefing: Briefing) -> int:
    return next(row.flags for row in store.library.rows() if row.id == briefing.id)


def test_a_false_alarm_is_counted_nowhere_until_it_is_taken_back(store: Store) -> None:
    briefing, finding = first_flag(store)
    before, of_day = flags_of(store, briefing), store.library.days()[0].flags
    judged = store.reviews.save(briefing, briefing.findings.index(finding), FALSE_ALARM, note=NOTE)
    assert len(judged.flags) == flags_of(store, briefing) == before - 1
    assert store.library.days()[0].flags == of_day - 1
    store.library.replace_briefing(briefing)  # a new run finds the same
    assert flags_of(store, briefing) == before - 1
    store.library.save_findings(briefing)
    assert flags_of(store, briefing) == before - 1
    assert store.library.briefing(briefing.id) == briefing
    assert store.reviews.save(briefing, briefing.findings.index(finding), "") == briefing
    assert (flags_of(store, briefing), store.library.days()[0].flags) == (before, of_day)


def test_what_is_wholly_dismissed_is_listed_as_unflagged(store: Store) -> None:
    briefing, _ = first_flag(store)
    for finding in briefing.flags:
        store.reviews.save(briefing, briefing.findings.index(finding), FALSE_ALARM)
    assert briefing.id not in {row.id for row in store.library.rows(Filters(flagged=True))}


def test_the_plain_page_says_so_and_calls_nothing_flagged(store: Store) -> None:
    briefing, _ = first_flag(store)
    for finding in briefing.flags:
        store.reviews.save(briefing, briefing.findings.index(finding), FALSE_ALARM, note=NOTE)
    text = " ".join(print_briefing(store, briefing.id, columns=100).split())
    assert "⚑" not in text
    assert "⚐ false alarm US$34 billion ≠ 34億美元 (US$3.4 billion): ten times too large" in text
    assert f"marked: {NOTE}" in text
    assert "4 claims, none flagged" in text


def test_what_is_seen_stays_a_flag_and_says_so(store: Store) -> None:
    briefing, finding = first_flag(store)
    judged = store.reviews.save(briefing, briefing.findings.index(finding), SEEN)
    assert len(judged.flags) == len(briefing.flags)
    assert "marked as seen" in print_briefing(store, briefing.id, columns=400)


@pytest.mark.parametrize("render", [render_text, render_markdown, render_html])
def test_a_report_for_people_says_so(store: Store, render: object) -> None:
    briefing, finding = first_flag(store)
    store.reviews.save(briefing, briefing.findings.index(finding), FALSE_ALARM, note=NOTE)
    text = " ".join(render(stored_report(store)).split())  # type: ignore[operator]  # one of three functions
    assert "false alarm" in text
    assert NOTE in text
    assert "(marked by the reader)" in format_counts(stored_report(store))


def test_a_report_for_programs_says_what_the_checks_found(store: Store) -> None:
    briefing, finding = first_flag(store)
    store.reviews.save(briefing, briefing.findings.index(finding), FALSE_ALARM, note=NOTE)
    written = read_json(render_json(stored_report(store, judged=False)))
    assert next(each for each in written.briefings if each.id == briefing.id) == briefing


def test_only_flags_can_be_dismissed(store: Store) -> None:
    briefing, _ = first_flag(store)
    calm = next(each for each in briefing.findings if each.verdict is Verdict.SUPPORTED)
    judged = store.reviews.save(briefing, briefing.findings.index(calm), FALSE_ALARM)
    assert [each.verdict for each in judged.findings] == [each.verdict for each in briefing.findings]
    assert judge(briefing, {}) is briefing


def test_of_findings_that_are_alike_one_is_dismissed(store: Store) -> None:
    briefing, finding = first_flag(store)
    alike = change(finding, span=None, source_span=None)  # as of names, whose place is not known
    briefing = change(briefing, findings=(alike, finding, *briefing.findings, alike))
    names = name_findings(briefing.findings)
    assert len(set(names)) == len(names)
    last = len(briefing.findings) - 1
    judged = store.reviews.save(briefing, last, FALSE_ALARM)
    assert [i for i, each in enumerate(judged.findings) if each.verdict is Verdict.DISMISSED] == [last]
    judged = store.reviews.save(briefing, 0, FALSE_ALARM)
    assert [i for i, each in enumerate(judged.findings) if each.verdict is Verdict.DISMISSED] == [0, last]
    judged = store.reviews.save(briefing, last, "")
    assert [i for i, each in enumerate(judged.findings) if each.verdict is Verdict.DISMISSED] == [0]


def test_a_finding_keeps_its_name_when_the_words_around_it_change(store: Store) -> None:
    briefing, finding = first_flag(store)
    moved = change(finding, span=Span(90, 99), source_span=Span(7, 9), why="in other words")
    findings = tuple(moved if each is finding else each for each in briefing.findings)
    assert name_findings(findings) == name_findings(briefing.findings)
