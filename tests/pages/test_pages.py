"""The page of a briefing: nothing vanishes, every mark lights exactly its characters, every width is kept."""

import re
from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.pages import Layout, Mode, Page, Tone, compose_evidence, compose_page, lay_out, print_blocks
from assistant.pages.marking import Mark, find_words, mark_text
from assistant.records import Briefing, Check, Field, Finding, Place, Span, Status, Verdict
from assistant.typesetting import count_cells
from tests.pages.samples import CLAIMS, SENTENCES, all_kinds, make_briefing, make_failed, make_held, make_source_only

WIDTHS = range(40, 161, 6)
BRIEFED = make_briefing()
PAGE = compose_page(BRIEFED)


def shown_source(layout: Layout) -> dict[str, str]:
    """The source texts as they stand on the page, put together again from the pieces."""
    texts: dict[str, dict[int, str]] = defaultdict(dict)
    for line in layout.lines:
        for piece in line.pieces:
            if piece.origin and piece.origin.text_name.startswith("source"):
                texts[piece.origin.text_name][piece.origin.start] = piece.text
    return {name: "".join(parts[start] for start in sorted(parts)) for name, parts in texts.items()}


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("briefing", all_kinds(), ids=lambda b: str(b.status))
def test_no_character_of_the_source_vanishes(briefing: Briefing, columns: int) -> None:
    layout = lay_out(compose_page(briefing).blocks, columns)
    for name, text in shown_source(layout).items():
        original = briefing.item.segments[int(name.split()[1])].text
        assert re.sub(r"\s", "", text) == re.sub(r"\s", "", original)
    assert len(shown_source(layout)) == len(briefing.item.sentences)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("briefing", all_kinds(), ids=lambda b: str(b.status))
def test_pieces_never_overlap_and_never_leave_the_page(briefing: Briefing, columns: int) -> None:
    for line in lay_out(compose_page(briefing).blocks, columns).lines:
        x = 0
        for piece in line.pieces:
            assert piece.x >= x, line
            x = piece.x + count_cells(piece.text)
        assert x <= columns, line


@pytest.mark.parametrize("columns", WIDTHS)
def test_chinese_is_set_by_the_rules(columns: int) -> None:
    for line in lay_out(PAGE.blocks, columns).lines:
        side = [piece for piece in line.pieces if piece.origin and piece.origin.text_name.startswith("source")]
        text = "".join(piece.text for piece in side).strip()
        assert not text.startswith(tuple("，。、」』）:;!?,.)")), text
        assert not text.endswith(tuple("「『（(《")), text


@pytest.mark.parametrize("columns", [40, 80, 100, 140])
def test_the_figure_at_the_cursor_lights_exactly_its_characters_on_both_sides(columns: int) -> None:
    layout = lay_out(PAGE.blocks, columns)
    for stop in PAGE.by_urgency:
        finding = stop.finding
        assert finding
        lit = [p for line in layout.lines for p in line.pieces if stop.key in p.keys and p.origin]
        english = "".join(p.text for p in lit if p.origin and not p.origin.text_name.startswith("source"))
        source = "".join(p.text for p in lit if p.origin and p.origin.text_name.startswith("source"))
        assert english.replace(" ", "") == finding.english.replace(" ", "")
        assert source == finding.source


@pytest.mark.parametrize("columns", [40, 80, 140])
@pytest.mark.parametrize("claim", range(len(CLAIMS)))
def test_a_claim_lights_the_words_that_it_quotes(claim: int, columns: int) -> None:
    key = f"claim {claim}"
    lit = [p for line in lay_out(PAGE.blocks, columns).lines for p in line.pieces if key in p.keys]
    assert "".join(p.text for p in lit) == CLAIMS[claim][2]


def test_flags_come_first_and_every_check_can_be_visited() -> None:
    verdicts = [bool(stop.is_flag) for stop in PAGE.by_urgency]
    assert verdicts == sorted(verdicts, reverse=True)
    assert len(PAGE.by_urgency) == len(BRIEFED.findings)
    assert len(PAGE.stops) == len(BRIEFED.findings) + len(CLAIMS)


def test_a_flag_is_told_by_sign_and_word_without_any_colour() -> None:
    text = print_blocks(PAGE.blocks)
    assert "⚑US$34 billion" in text
    assert "⚑ contradicted" in text
    assert "≈70%" in text
    assert "ten times" in text


@pytest.mark.parametrize(
    ("briefing", "words"),
    [
        (make_source_only(), ("not translated", "34億美元 = US$3.4 billion")),
        (make_failed(), ("✗ failed", "no whole reply within 60 s", "Run the same command again.")),
        (make_held(), ("held", "not fit to be published")),
    ],
)
def test_what_has_no_english_says_so_and_keeps_its_source(briefing: Briefing, words: tuple[str, ...]) -> None:
    text = print_blocks(compose_page(briefing).blocks, columns=100)
    for word in words:
        assert word in text
    assert "Port signs" not in text
    assert SENTENCES[2][0].strip() in text


def test_the_source_figures_of_a_source_only_item_can_be_visited() -> None:
    page = compose_page(make_source_only())
    assert [stop.figure for stop in page.by_urgency] == [0, 1, 2]
    evidence = compose_evidence(make_source_only(), page, page.by_urgency[0])
    assert "34億美元 = US$3.4 billion" in print_blocks(evidence)


def test_the_evidence_shows_both_sides_and_the_reason() -> None:
    text = print_blocks(compose_evidence(BRIEFED, PAGE, PAGE.by_urgency[0]), columns=100)
    assert "US$34 billion ≠ 34億美元 (US$3.4 billion)" in text
    assert "ten times too large" in text
    assert "claim 1 · flag 1 of 4" in text


def test_the_panel_of_a_claim_shows_its_english_beside_what_it_quotes() -> None:
    stop = next(stop for stop in PAGE.stops if stop.claim == 0)
    assert BRIEFED.draft
    panel = " ".join(print_blocks(compose_evidence(BRIEFED, PAGE, stop), columns=100).split())
    assert BRIEFED.draft.claims[0].english[:40] in panel


@pytest.mark.parametrize("columns", [40, 60, 78, 100])
@pytest.mark.parametrize("stop", PAGE.stops, ids=lambda s: s.key)
def test_the_evidence_always_holds_what_it_is_about(stop: object, columns: int) -> None:
    found = next(s for s in PAGE.stops if s == stop)
    blocks = compose_evidence(BRIEFED, PAGE, found, columns=columns)
    lit = "".join(run.text for block in blocks for run in block.runs if found.key in run.keys)
    expected = found.finding.source + found.finding.english if found.finding else CLAIMS[found.claim or 0][2]
    assert lit == expected
    assert len(lay_out(blocks, columns).lines) <= (10 if columns < 78 else 7)


def test_a_figure_that_the_source_does_not_have_is_shown_beside_the_sentence_that_should_have_it() -> None:
    for finding in (BRIEFED.findings[3], BRIEFED.findings[7]):
        odd = replace(finding, verdict=Verdict.UNSUPPORTED, source="", source_span=None)
        page = compose_page(replace(BRIEFED, findings=(odd,)))
        assert "34億美元的協議" in print_blocks(compose_evidence(BRIEFED, page, page.by_urgency[0]))


@pytest.mark.parametrize("mode", list(Mode))
def test_each_mode_shows_its_languages(mode: Mode) -> None:
    text = print_blocks(PAGE.blocks, columns=120, mode=mode)
    assert ("The director, Lin Meng-tse" in text) == (mode is not Mode.SOURCE)
    assert ("局長林孟澤表示" in text) == (mode is not Mode.ENGLISH)


def test_words_of_a_search_are_marked() -> None:
    page = compose_page(BRIEFED, words="nordstar 港務局")
    hits = [
        run.text for runs in (*page.sources.values(), *page.english.values()) for run in runs if run.tone is Tone.HIT
    ]
    assert "Nordstar" in hits
    assert "港務局" in hits


@pytest.mark.parametrize("text", ["[@click=app.quit]x[/]", "[/foo]", "a\x1b[31mb", "a\u202eb", "\x9b1m", "a\u200bb"])
def test_hostile_text_is_shown_as_text_and_holds_no_control_character(text: str) -> None:
    hostile = replace(BRIEFED, draft=replace(BRIEFED.draft, headline=text, summary=text), findings=())  # type: ignore[type-var]
    shown = print_blocks(compose_page(hostile).blocks)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]", shown)
    if text.startswith("["):
        assert text in shown


def test_findings_outside_the_text_light_nothing_and_break_nothing() -> None:
    odd = replace(BRIEFED.findings[3], span=Span(9_000, 9_010), source_span=Span(99_000, 99_002))
    page = compose_page(replace(BRIEFED, findings=(odd,)))
    assert len(page.by_urgency) == 1
    assert compose_evidence(BRIEFED, page, page.by_urgency[0])


spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(lambda pair: Span(*pair))


@given(st.text(max_size=30), st.lists(spans, max_size=6))
def test_marked_runs_put_together_are_the_text(text: str, marked: list[Span]) -> None:
    runs = mark_text(text, "x", [Mark(span, f"k{i}", Tone.FLAG, "⚑") for i, span in enumerate(marked)])
    joined = "".join(run.text for run in runs if run.origin)
    assert len(joined) == len(text)
    for i, span in enumerate(marked):
        lit = "".join(run.text for run in runs if run.origin and f"k{i}" in run.keys)
        inside = span.end <= len(text) and span.start < span.end
        assert len(lit) == (span.end - span.start if inside else 0)


def test_words_are_found_whatever_their_case_and_never_as_patterns() -> None:
    assert find_words("AUKUS aukus", "Aukus") == [Span(0, 5), Span(6, 11)]
    assert find_words("a.c abc", ".") == [Span(1, 2)]
    assert find_words("abc", " ") == []


def test_status_of_the_samples() -> None:
    assert [b.status for b in all_kinds()] == [Status.BRIEFED, Status.SOURCE_ONLY, Status.FAILED, Status.HELD]
    assert isinstance(PAGE, Page)


def test_what_is_left_out_is_folded_in_the_reader_and_listed_where_the_cursor_stops_at_it() -> None:
    left_out = [
        Finding(
            Check.OMISSION, Verdict.NOTED, Place(Field.ITEM), why="headline, summary and claims carry 1 of 3 figures"
        ),
        Finding(Check.OMISSION, Verdict.NOTED, Place(Field.SUMMARY), source="70%", expected="70 per cent"),
        Finding(Check.OMISSION, Verdict.NOTED, Place(Field.SUMMARY), source="3年", expected="3 years"),
    ]
    briefing = replace(BRIEFED, findings=(*BRIEFED.findings, *left_out))
    plain, folded = compose_page(briefing), compose_page(briefing, folded=True)
    assert "left out by summary and claims: 70% (70 per cent); 3年 (3 years)" in " ".join(
        print_blocks(plain.blocks).split()
    )
    text = " ".join(print_blocks(folded.blocks).split())
    assert "carry 1 of 3 figures" in text
    assert "▸ 2 things left out by summary and claims" in text
    assert "3 years" not in text
    (stop,) = [stop for stop in folded.stops if stop.folded]
    assert stop not in folded.by_urgency
    assert "70% (70 per cent); 3年 (3 years)" in print_blocks(compose_evidence(briefing, folded, stop))
    assert [s.key for s in folded.stops if not s.folded] == [s.key for s in plain.stops]
