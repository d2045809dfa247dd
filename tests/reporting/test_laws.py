"""Laws that hold for whatever a model, a check or an edited file puts into a report."""

import json
import re
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import reporting
from assistant.codec import decode, encode
from assistant.errors import BriefingError
from assistant.records import Field, Finding, Place, Report, Span, Verdict
from tests.reporting import samples

FORMATS = {
    "short": reporting.render_short,
    "text": reporting.render_text,
    "markdown": reporting.render_markdown,
    "html": reporting.render_html,
}
NUMBERS = st.integers(-3, 200)
SPANS = st.none() | st.builds(Span, NUMBERS, NUMBERS)
FINDINGS = st.lists(
    st.builds(
        Finding,
        check=st.sampled_from(["figure", "quote", "name"]),
        verdict=st.sampled_from(Verdict),
        place=st.builds(Place, st.sampled_from(Field), st.integers(0, 6)),
        english=st.sampled_from(["", "US$85 billion", "x" * 200]),
        span=SPANS,
        source=st.sampled_from(["", "85億美元"]),
        source_span=SPANS,
        expected=st.sampled_from(["", "US$8.5 billion"]),
    ),
    max_size=8,
)


def _mentions(text: str, word: str) -> bool:
    return word in re.sub(r"\s+", " ", text)


@settings(max_examples=40, deadline=None)
@given(FINDINGS, st.booleans())
def test_no_format_ever_loses_a_flag(findings: list[Finding], held: bool) -> None:
    """Wherever a flag points to, its reason and its word are shown, also for a place that does not exist."""
    told = tuple(replace(finding, why=f"reason{i}.") for i, finding in enumerate(findings))
    report = samples.report(replace(samples.briefed(), findings=told, held=held))
    for name, render in FORMATS.items():
        text = render(report)
        flagged = [finding for finding in told if finding.verdict.is_flag]
        assert all(_mentions(text, finding.why) for finding in flagged), name
        assert all(str(finding.verdict) in text for finding in flagged), name


@settings(max_examples=40, deadline=None)
@given(FINDINGS, st.booleans())
def test_links_resolve_whatever_the_spans(findings: list[Finding], held: bool) -> None:
    html = reporting.render_html(samples.report(replace(samples.briefed(), findings=tuple(findings), held=held)))
    anchors = re.findall(r' id="([^"]*)"', html)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r' href="#([^"]*)"', html)) <= set(anchors)


def _leaves(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in _leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [path, *(leaf for i, inner in enumerate(value) for leaf in _leaves(inner, (*path, i)))]
    return [path]


DATA = json.loads(encode(samples.full_report()))
PATHS = _leaves(DATA)
VALUES: st.SearchStrategy[Any] = st.sampled_from(
    [None, -7, 0, 3, 10**6, "", "x", samples.HOSTILE, [], True, "2025-11-01T00:00:00", "supported"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PATHS), VALUES), min_size=1, max_size=3))
def test_an_edited_report_is_refused_or_rendered(edits: list[tuple[tuple[str | int, ...], Any]]) -> None:
    """No edit of a saved report makes a format fail with anything but a ``BriefingError`` on reading."""
    data = json.loads(json.dumps(DATA))
    for path, value in edits:
        _put(data, path, value)
    try:
        report = decode(Report, json.dumps(data))
    except BriefingError:
        return
    for render in (*FORMATS.values(), reporting.render_json):
        assert render(report)


def _put(data: Any, path: tuple[str | int, ...], value: Any) -> None:
    try:
        for key in path[:-1]:
            data = data[key]
        data[path[-1]] = value
    except (KeyError, IndexError, TypeError):
        pass  # an earlier edit removed this place
