import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from assistant.records import Report
from assistant.reporting import render_html
from assistant.reporting.marking import tag_originals
from tests.reporting import samples
from tests.reporting.golden_files import compare

REPORTS = {
    "full": samples.full_report(),
    "hostile": samples.hostile_report(),
    "empty": samples.report(),
    "source-only": samples.report(samples.source_only(), model=""),
}
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "section", "nav", "article", "footer"),
    *("details", "summary", "h1", "h2", "h3", "p", "ol", "ul", "li", "div", "span", "a", "b", "strong", "q", "time"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "datetime", "tabindex", "value"),
    *("role", "aria-label", "aria-labelledby", "aria-hidden"),
}
EASTERN = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


class Page(HTMLParser):
    """What a browser would make of a page: tags, attributes, and each text with the language it stands in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = [("", "")]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append((tag, attributes))
        if tag != "meta":
            self._open.append((tag, attributes.get("lang", self._open[-1][1])))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag, f"</{tag}> closes another tag"

    def handle_data(self, data: str) -> None:
        self.texts.append((self._open[-1][1], data))

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] for _, attributes in self.tags if attribute in attributes]

    @property
    def style(self) -> str:
        return next(text for _, text in self.texts if "color-scheme" in text)


@pytest.fixture(params=REPORTS)
def report(request: pytest.FixtureRequest) -> Report:
    return REPORTS[request.param]


def test_the_page_of_a_mixed_report() -> None:
    compare("full.html", render_html(samples.full_report()))


def test_every_link_leads_somewhere_in_the_page_and_every_anchor_is_one(report: Report) -> None:
    page = Page(render_html(report))
    anchors = page.values("id")
    assert len(anchors) == len(set(anchors))
    assert {href[1:] for href in page.values("href")} <= set(anchors)
    assert all(href.startswith("#") for href in page.values("href"))
    assert set(page.values("aria-labelledby")) <= set(anchors)


def test_each_checked_figure_leads_to_its_source_words_and_back() -> None:
    html = render_html(samples.report(samples.briefed()))
    assert '<a class="mark supported" id="i1-e7" href="#i1-s7">' in html
    assert '<a class="words" id="i1-s7" href="#i1-e7">85億美元的</a>' in html
    assert '<a class="words" id="i1-s1" href="#i1-e1">85億美元</a>' in html  # the flagged summary comes first


def test_hostile_text_stays_text(report: Report) -> None:
    """Whatever a dump or a model says, the page has only our tags and attributes, no script and no address."""
    page = Page(render_html(report))
    assert {tag for tag, _ in page.tags} <= TAGS
    assert {name for _, attributes in page.tags for name in attributes} <= ATTRIBUTES
    assert sum(tag == "style" for tag, _ in page.tags) == 1


def test_hostile_characters_never_reach_the_page() -> None:
    html = render_html(samples.hostile_report())
    assert not set(html) & set("\x1b\x07\x9b\u202e\u202c")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_hostile_language_tags_are_dropped() -> None:
    of = replace(samples.TEASER, language='zh"><script>')
    html = render_html(samples.report(replace(samples.source_only(), item=of)))
    assert "<script" not in html
    assert 'lang="und"' in html


def test_the_page_asks_for_nothing(report: Report) -> None:
    html = render_html(report)
    page = Page(html)
    assert not re.search(r"url\(|@import|@font-face|expression\(", page.style)
    policy = next(a["content"] for _, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_the_policy_stands_before_anything_it_governs(report: Report) -> None:
    html = render_html(report)
    assert html.index("Content-Security-Policy") < html.index("<style") < html.index("<body")


def test_every_chinese_passage_says_its_language(report: Report) -> None:
    page = Page(render_html(report))
    stray = [text for language, text in page.texts if language == "en" and EASTERN.search(text)]
    assert stray == []


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    assert render_html(report) == render_html(replace(report))


def test_an_incomplete_report_says_so_in_its_title() -> None:
    assert "<title>INCOMPLETE: Sample briefing</title>" in render_html(samples.report(samples.failed()))
    assert "INCOMPLETE" not in render_html(samples.report(samples.briefed()))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("85億 is 8.5 billion", '<span lang="zh-Hant">85億</span> is 8.5 billion'),
        ("5,127張 and 1:30分", '<span lang="zh-Hant">5,127張</span> and <span lang="zh-Hant">1:30分</span>'),
        ("in 2025, 3.5萬", 'in 2025, <span lang="zh-Hant">3.5萬</span>'),
        ("on 昨(31)日.", 'on <span lang="zh-Hant">昨(31)日</span>.'),
        ("a < b 林 & c", 'a &lt; b <span lang="zh-Hant">林</span> &amp; c'),
        ("1." * 20_000, "1." * 20_000),
    ],
    ids=["figure", "thousands", "year before", "date", "escaped", "long"],
)
def test_passages_in_the_original_are_tagged(text: str, html: str) -> None:
    assert tag_originals(text) == html


# -------------------------------------------------------------------------------------------------- colours


def _schemes() -> dict[str, dict[str, str]]:
    """The colours of each scheme, read from the style itself."""
    style = Page(render_html(samples.report())).style
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    colours = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block)) for block in blocks]
    return dict(zip(("light", "dark", "print"), colours, strict=True))


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        *((ink, "paper") for ink in ("ink", "quiet", "link", "flag", "derived", "verified")),
        ("flag", "flag-paper"),
        ("ink", "target"),
        ("quiet", "target"),
        ("link", "target"),
        ("verified", "target"),
        ("flag", "target"),
    ],
)
def test_text_has_enough_contrast_in_every_scheme(scheme: str, ink: str, paper: str) -> None:
    colours = _schemes()[scheme]
    light, dark = sorted((_luminance(colours[ink]), _luminance(colours[paper])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
