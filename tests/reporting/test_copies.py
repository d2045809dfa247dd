"""What stands on several pages is printed once: nothing is lost by it, and nothing that differs is folded."""

import re
from dataclasses import replace

import pytest

from assistant import reporting
from assistant.records import Briefing, Check, Claim, Field, Finding, Place, Verdict
from assistant.reporting.copies import find_copies
from assistant.reporting.page import render_html
from tests.reporting import samples
from tests.reporting.test_laws import FORMATS

ONE = samples.briefed()
ELSEWHERE = replace(ONE, dump_name="other.txt", item=replace(ONE.item, site="Another Daily", outlet=None))
DRAFT = ONE.draft
assert DRAFT


def flag_headline(briefing: Briefing) -> Briefing:
    flag = Finding(Check.FIGURE, Verdict.CONTRADICTED, Place(Field.HEADLINE), "US$8.5 billion", why="not so")
    return replace(briefing, findings=(*briefing.findings, flag))


def find(*briefings: Briefing) -> dict[int, int]:
    return find_copies(reporting.view_report(samples.report(*briefings)).items)


def test_what_reads_the_same_is_a_copy_of_the_first_whatever_its_outlet() -> None:
    assert find(ONE, samples.source_only(), ELSEWHERE, samples.source_only(), ONE) == {3: 1, 4: 2, 5: 1}


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, draft=replace(DRAFT, summary="Another summary.")),
        replace(ONE, draft=replace(DRAFT, headline="Another headline")),
        replace(ONE, draft=replace(DRAFT, translations=DRAFT.translations[:-1])),
        replace(ONE, draft=replace(DRAFT, claims=(Claim("Another claim", (1,), "價值"), *DRAFT.claims[1:]))),
        replace(ONE, draft=replace(DRAFT, names=())),
        replace(ONE, findings=ONE.findings[2:]),
        replace(ONE, draft=None, findings=()),
        samples.source_only(),
    ],
)
def test_what_differs_in_anything_is_printed_in_full(other: Briefing) -> None:
    assert find(ONE, other) == {}


@pytest.mark.parametrize("briefing", [samples.failed(), samples.held(), flag_headline(ONE)])
def test_what_failed_is_held_or_has_a_flagged_headline_is_always_printed(briefing: Briefing) -> None:
    assert find(briefing, briefing) == {}


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_a_copy_keeps_its_head_and_says_where_the_text_stands(name: str) -> None:
    def squeeze(text: str) -> str:
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text).replace("\\", ""))

    report = samples.report(ONE, ELSEWHERE, samples.source_only(), samples.source_only())
    text = squeeze(FORMATS[name](report))
    assert text.count("Its rare earth reserves are about") == 1
    assert text.count("Another Daily") >= 1
    assert len(re.findall(r"The same text, with the same English, as \[?item 1", text)) == 1
    assert len(re.findall(r"The same text as \[?item 3", text)) == 1


def test_every_link_of_a_page_with_copies_leads_somewhere() -> None:
    html = render_html(samples.report(ONE, ELSEWHERE, samples.repaired(), samples.repaired(), samples.hostile(), ONE))
    anchors = re.findall(r' id="([^"]*)"', html)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r' href="#([^"]*)"', html)) <= set(anchors)
    assert html.count("<article ") == 6


def test_the_json_holds_every_item_whole() -> None:
    report = samples.report(ONE, ELSEWHERE)
    assert reporting.read_json(reporting.render_json(report)) == report
