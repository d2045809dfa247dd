"""The page as axe-core sees it: no rule is broken, on a phone and on a desk, by day and by night."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

from assistant.reporting import render_html
from tests.browser import BROWSER, OPTIONS, needs_browser
from tests.reporting import samples
from tests.reporting.test_edition import day_report
from tests.test_conflicts import make_report

pytestmark = needs_browser

REPORTS = {"a run": samples.full_report, "a day": day_report}
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=list(OPTIONS))
        yield browser.new_page()
        browser.close()


def find_violations(page: Page, html: str, folder: Path, *, scheme: Scheme, width: int) -> list[str]:
    """The rules of axe-core that the page breaks, each with the first element that does."""
    path = folder / "page.html"
    path.write_text(html, encoding="utf-8")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path.as_uri())
    found = Axe().run(page, options={}).response
    assert found["passes"], "axe looked at nothing"
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in found["violations"]]


def test_axe_sees_what_is_wrong(page: Page, tmp_path: Path) -> None:
    html = "<!DOCTYPE html><title></title><body><img src='x'><p style='color:#ccc;background:#fff'>pale</p>"
    found = {line.split(":")[0] for line in find_violations(page, html, tmp_path, scheme="light", width=1280)}
    assert {"image-alt", "color-contrast", "html-has-lang"} <= found


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", REPORTS)
def test_a_report_breaks_no_rule_of_axe(page: Page, tmp_path: Path, name: str, scheme: Scheme, width: int) -> None:
    assert find_violations(page, render_html(REPORTS[name]()), tmp_path, scheme=scheme, width=width) == []


def test_hostile_news_break_no_rule_of_axe(page: Page, tmp_path: Path) -> None:
    html = render_html(samples.hostile_report())
    assert find_violations(page, html, tmp_path, scheme="light", width=1280) == []


def test_on_paper_nothing_stays_folded(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(render_html(samples.full_report()), encoding="utf-8")
    page.goto(path.as_uri())
    shown = "[...document.querySelectorAll('details > :not(summary)')].map(each => each.checkVisibility())"
    page.emulate_media(media="screen")
    folded = page.evaluate(shown)
    page.emulate_media(media="print")
    assert folded
    assert not any(folded)
    assert all(page.evaluate(shown))


def test_on_paper_both_sides_of_a_conflict_stand_on_one_page(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(render_html(make_report(of_a_day=True)), encoding="utf-8")
    page.goto(path.as_uri())
    page.emulate_media(media="print")
    kept = "[...document.querySelectorAll('.conflicts > ul > li, .conflict')].map(e => getComputedStyle(e).breakInside)"
    found = page.evaluate(kept)
    page.emulate_media(media="screen")
    assert len(found) == 3  # in the list, and with each of the two items
    assert set(found) == {"avoid"}
