"""2. Move to any claim or figure and its source is lit: exactly its characters, on both sides, in view."""

import pytest
from textual.pilot import Pilot

from assistant.pages import Mode, compose_evidence, compose_page, lay_out
from assistant.records import Briefing, Field, Finding, Place
from assistant.store import Store
from assistant.tui import Reader
from tests.tui.helpers import SMALL, WIDE, reading, settle, text_rows, tight, until


def all_briefings(store: Store) -> list[Briefing]:
    return [store.library.briefing(row.id) for row in store.library.rows(limit=100)]


def text_name(place: Place) -> str:
    """What the page calls the English text at ``place``."""
    return f"{place.field} {place.index}"


def source_of(briefing: Briefing, finding: Finding) -> str:
    """What the source says where the finding points, read from the text of the item."""
    span, item = finding.source_span, briefing.item
    return item.text[span.start - item.span.start : span.end - item.span.start] if span else ""


def english_of(briefing: Briefing, finding: Finding) -> str:
    """What the English says where the finding points, read from the draft."""
    draft, place, span = briefing.draft, finding.place, finding.span
    if not draft or not span:
        return ""
    texts = {
        Field.HEADLINE: lambda: draft.headline,
        Field.SUMMARY: lambda: draft.summary,
        Field.CLAIM: lambda: draft.claims[place.index].english,
        Field.TRANSLATION: lambda: next(t.english for t in draft.translations if t.segment == place.index),
    }
    return texts[place.field]()[span.start : span.end] if place.field in texts else ""


async def assert_lit(app: Reader, pilot: Pilot[None], briefing: Briefing) -> None:
    """The panel shows the very characters of both sides; what the page lights is in sight."""
    opened = app.library.pane.open
    assert opened
    assert opened.stop
    key = opened.stop.key
    await until(pilot, lambda: app.library.evidence.lit == key)  # page and panel share the room anew before
    await pilot.pause()
    finding = opened.stop.finding
    strips = app.screen._compositor.render_strips()
    shown = tight("".join(text_rows(app, app.library.evidence, strips, lit=True)))
    page = tight("".join(text_rows(app, app.library.sheet, strips, lit=True)))
    if finding:
        assert shown == tight(source_of(briefing, finding) + english_of(briefing, finding))
        assert page or not app.library.sheet.layout_now.find_key(opened.stop.key)
    elif opened.stop.claim is not None:
        claim = briefing.draft.claims[opened.stop.claim] if briefing.draft else None
        assert claim
        assert shown == tight(claim.quote)
        assert claim.quote in briefing.item.text
    lines = app.library.sheet.layout_now.find_key(opened.stop.key)
    top, height = app.library.sheet.scroll_offset.y, app.library.sheet.size.height
    assert not lines or top <= lines[0] < top + height


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_every_claim_and_every_flag_of_the_sample(demo: Store, size: tuple[int, int]) -> None:
    visited = 0
    async with reading(demo, size) as (app, pilot):
        for briefing in all_briefings(demo)[: 3 if size == SMALL else None]:
            while not app.library.pane.open or app.library.pane.open.briefing.id != briefing.id:
                await pilot.press("J")
                await settle(app, pilot)
            app.library.read()
            for stop in app.library.pane.open.page.stops:
                if stop.claim is not None or stop.is_flag:
                    app.library.pane.light(stop)
                    await pilot.pause()
                    await assert_lit(app, pilot, briefing)
                    visited += 1
    assert visited >= (41 if size == WIDE else 6)


async def test_figure_after_figure_by_the_keys_alone(demo: Store) -> None:
    async with reading(demo, WIDE) as (app, pilot):
        await pilot.press("n")
        await settle(app, pilot)
        assert app.library.pane.open
        for _ in app.library.pane.open.page.stops[:12]:
            await pilot.press("tab")
            await pilot.pause()
            await assert_lit(app, pilot, app.library.pane.open.briefing)


@pytest.mark.parametrize("columns", [40, 78, 120])
def test_every_figure_of_the_sample_in_every_width(demo: Store, columns: int) -> None:
    """The same without the terminal, for all of them: on the page both sides, and in the panel."""
    checked = wanted = 0
    for briefing in all_briefings(demo):
        page = compose_page(briefing)
        wanted += sum(finding.check == "figure" for finding in briefing.findings)
        layout = lay_out(page.blocks, columns, Mode.BOTH)
        for stop in page.stops:
            finding = stop.finding
            if not finding:
                continue
            lit = [p for line in layout.lines for p in line.pieces if stop.key in p.keys and p.origin]
            names = {p.origin.text_name for p in lit if p.origin}
            english = "".join(p.text for p in lit if p.origin and p.origin.text_name == text_name(finding.place))
            source = "".join(p.text for p in lit if p.origin and p.origin.text_name.startswith("source"))
            assert tight(english) == tight(english_of(briefing, finding))
            assert tight(source) == tight(source_of(briefing, finding))
            assert all(name.startswith("source") or name == text_name(finding.place) for name in names)
            panel = compose_evidence(briefing, page, stop, columns=columns)
            told = "".join(run.text for block in panel for run in block.runs if stop.key in run.keys)
            assert tight(told) == tight(source + english)
            checked += 1
    assert checked >= wanted > 400
