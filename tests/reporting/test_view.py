from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.inert import clean
from assistant.records import Certainty, Check, Field, Finding, Place, Span, Stamp, Verdict
from assistant.reporting import render_html, render_markdown, render_short, render_text
from assistant.reporting.noted import LEFT_OUT, noted_lines
from assistant.reporting.pieces import Piece, cut_pieces
from assistant.reporting.view import view_item
from assistant.reporting.wording import contrast, format_since, format_stamp, source_line
from tests.reporting import samples

SPANS = st.builds(Span, st.integers(-3, 60), st.integers(-3, 60))


@given(st.text(max_size=50), st.lists(st.tuples(SPANS, st.integers(0, 9))))
def test_pieces_tile_the_cleaned_text_whatever_the_marks(text: str, marks: list[tuple[Span, int]]) -> None:
    pieces = cut_pieces(text, marks)
    assert "".join(piece.text for piece in pieces) == clean(text)
    assert all(piece.text for piece in pieces)


@given(st.text())
def test_cleaning_keeps_the_length_so_that_spans_hold(text: str) -> None:
    assert len(clean(text)) == len(text)
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("marks", "pieces"),
    [
        ([(Span(0, 2), 7), (Span(0, 2), 8)], (Piece("ab", (7, 8)), Piece("cdef"))),
        ([(Span(0, 6), 1), (Span(2, 4), 2)], (Piece("ab"), Piece("cd", (2,)), Piece("ef"))),
        ([(Span(2, 4), 2), (Span(0, 9), 1)], (Piece("ab"), Piece("cd", (2,)), Piece("ef"))),
        ([(Span(3, 3), 1)], (Piece("abcdef"),)),
    ],
    ids=["shared", "narrower wins", "outside", "empty"],
)
def test_overlapping_marks(marks: list[tuple[Span, int]], pieces: tuple[Piece, ...]) -> None:
    assert cut_pieces("abcdef", marks) == pieces


def test_a_withheld_figure_is_a_piece_of_its_own() -> None:
    held = "[figure withheld: source 85億美元]"
    assert cut_pieces(f"worth {held} now", ()) == (Piece("worth "), Piece(held, withheld=True), Piece(" now"))


def test_each_row_has_its_sentence_its_translation_and_its_remarks() -> None:
    view = view_item(samples.briefed())
    row = view.rows[2]
    assert [piece.text for piece in row.source if piece.findings] == ["1/7", "12%"]
    assert [piece.text for piece in row.english if piece.findings] == ["one-third", "12%"]
    assert [view.briefing.findings[i].english for i in row.remarks] == ["one-third"]


def test_an_untranslated_row_has_the_figures_of_its_sentence() -> None:
    view = view_item(samples.source_only())
    assert [[view.briefing.figures[i].english for i in row.figures] for row in view.rows] == [["3,200"], ["12%"]]
    assert [piece.text for piece in view.rows[1].source if piece.findings] == ["12%"]


@pytest.mark.parametrize(
    ("verdict", "english", "source", "expected", "says"),
    [
        (
            Verdict.CONTRADICTED,
            "US$85 billion",
            "85億美元",
            "US$8.5 billion",
            "US$85 billion ≠ 85億美元 (US$8.5 billion)",
        ),
        (Verdict.SUPPORTED, "US$8.5 billion", "85億美元", "US$8.5 billion", "US$8.5 billion = 85億美元"),
        (Verdict.UNSUPPORTED, "17", "", "", "17 is not in the source"),
        (Verdict.OMITTED, "", "12%", "12%", "12% is left out of the English"),
        (Verdict.OMITTED, "", "", "", "a summary is left out of the English"),
        (Verdict.DERIVED, "27.7 points", "52.6%", "", "27.7 points from 52.6%"),
        (Verdict.CONTRADICTED, "x" * 99, "85億", "", "x" * 68 + " ... ≠ 85億"),
    ],
)
def test_the_contrast_puts_english_and_source_side_by_side(
    verdict: Verdict, english: str, source: str, expected: str, says: str
) -> None:
    finding = Finding(Check.FIGURE, verdict, Place(Field.SUMMARY), english, source=source, expected=expected)
    assert contrast(finding) == says


@pytest.mark.parametrize(
    ("check", "says"),
    [(Check.TRANSLATION, "旅客62 is no English"), (Check.QUOTE, "旅客62")],
)
def test_only_what_should_be_english_is_told_to_be_none(check: Check, says: str) -> None:
    finding = Finding(check, Verdict.UNSUPPORTED, Place(Field.CLAIM), english="旅客62", source="旅客62")
    assert contrast(finding) == says


@pytest.mark.parametrize(
    ("stamp", "says"),
    [
        (None, "not given"),
        (samples.stamp(), "1 November 2025, 14:20 (inferred: 16 小時前)"),
        (samples.stamp(hours=3, why=""), "1 November 2025 (inferred)"),
        (samples.stamp(hours=30, certainty=Certainty.STATED, why=""), "1-2 November 2025 (stated)"),
        (
            samples.stamp(hours=24 * 40, certainty=Certainty.GIVEN, why=""),
            "1 November 2025 to 11 December 2025 (given)",
        ),
        (
            Stamp(datetime(2025, 11, 1), datetime(2025, 11, 1, tzinfo=UTC), Certainty.STATED, ""),  # noqa: DTZ001
            "1 November 2025, 00:00 (stated)",
        ),
    ],
)
def test_a_time_is_shown_as_far_as_it_is_known(stamp: Stamp | None, says: str) -> None:
    assert format_stamp(stamp) == says


@pytest.mark.parametrize(
    ("hour", "hours", "says"),
    [
        (14, 0.5, "1 November 2025, 14:00"),
        (14, 3, "1 November 2025, 14:00 or later"),
        (14, 24 * 365, "1 November 2025, 14:00 or later"),
        (0, 23.9, "1 November 2025"),
        (0, 24 * 40, "1 November 2025 or later"),
    ],
)
def test_a_cut_off_is_one_moment_and_no_range(hour: int, hours: float, says: str) -> None:
    start = datetime(2025, 11, 1, hour)  # noqa: DTZ001 - local time of the page
    assert format_since(Stamp(start, start + timedelta(hours=hours), Certainty.INFERRED, "")) == says


def test_the_source_line() -> None:
    line = "晨星新聞網 · published 1-3 November 2025 (inferred: 16 小時前) · teaser [text breaks off]"
    assert source_line(samples.source_only()) == line


@pytest.mark.parametrize(
    ("printed", "site", "says"),
    [
        (True, "", "晨星新聞網 · "),
        (True, "晨星新聞網 MORNING", "晨星新聞網 · "),
        (True, "大海入口網\n\x1b[31m", "晨星新聞網, on a page of 大海入口網"),
        (False, "大海日報", "大海日報 [by its page] · "),
        (False, "", "outlet not given · "),
    ],
)
def test_the_source_line_says_whose_page_it_is(printed: bool, site: str, says: str) -> None:
    briefing = samples.source_only()
    item = replace(briefing.item, site=site, outlet=briefing.item.outlet if printed else None)
    line = source_line(replace(briefing, item=item))
    assert line.startswith(says)
    assert line.isprintable()


def test_notes_on_the_source_are_said_once_each() -> None:
    damage = samples.source_only().item.damage
    item = replace(samples.source_only().item, unsure="no outlet line", damage=damage * 3)
    assert view_item(replace(samples.source_only(), item=item)).notes == (
        "the cut of the page is not certain here: no outlet line",
        "昨天 and the age 16 小時前 do not agree",
        "the text breaks off in the source (3 times)",
    )


def test_where_the_source_contradicts_itself_a_note_says_so_and_the_list_of_the_noted_does_not_repeat_it() -> None:
    briefing = samples.briefed()
    why = "the source contradicts itself: 5 + 3 = 8 people, but it says 9 people"
    note = Finding(Check.ARITHMETIC, Verdict.NOTED, Place(Field.ITEM), source="5男3女共9人", why=why)
    view = view_item(replace(briefing, findings=(*briefing.findings, note)))
    assert f"{why} (5男3女共9人)" in view.notes
    assert len(briefing.findings) not in view.noted
    untranslated = replace(samples.source_only(), findings=(note,))
    report = samples.report(untranslated)
    assert f"item 1: {why}" in " ".join(render_short(report).split())
    for rendered in (render_text(report), render_markdown(report), render_html(report)):
        assert "5 + 3 = 8 people" in rendered


def test_a_page_says_how_much_is_carried_and_folds_what_is_left_out_apart_from_remarks() -> None:
    why = "headline, summary and claims carry 1 of 3 figures"
    findings = (
        Finding(Check.OMISSION, Verdict.NOTED, Place(Field.ITEM), why=why),
        Finding(Check.OMISSION, Verdict.NOTED, Place(Field.SUMMARY), source="12人", expected="12 people"),
        Finding(Check.NAME, Verdict.NOTED, Place(Field.NAME, 0), "Reuters", source="路透", why="not used"),
    )
    page = render_html(samples.report(replace(samples.briefed(), findings=findings)))
    assert '<p class="coverage">Headline, summary and claims carry 1 of 3 figures.</p>' in page
    folded = page.split("<summary>Left out by summary and claims (1)</summary>")[1].split("</details>")[0]
    assert "12人</span> (12 people)" in folded
    assert "not used" in page.split("<summary>Noted (1)</summary>")[1].split("</details>")[0]


def test_a_text_report_names_some_of_what_is_left_out_and_says_where_the_rest_stands() -> None:
    left_out = [Finding(Check.OMISSION, Verdict.NOTED, Place(Field.SUMMARY), source=f"{n}人") for n in range(20)]
    item = view_item(replace(samples.briefed(), findings=tuple(left_out)))
    assert noted_lines(item)[-1].endswith("18人; 19人")
    assert noted_lines(item, most=2)[-1] == f"{LEFT_OUT}: 0人; 1人; and 18 more, listed in HTML and JSON"
    assert noted_lines(item, most=20) == noted_lines(item)
