"""The formats of a report by the end of a file's name, and several of them at once in another process."""

from collections.abc import Iterable

from assistant import reporting
from assistant.codec import decode
from assistant.records import Report
from assistant.reporting.whole import ReportView, view_report

FORMATS = {"md": "render_markdown", "html": "render_html", "json": "render_json", "txt": "render_text"}
"""By the end of a file's name; imported when they are used."""


def render_format(view: ReportView, ending: str) -> str:
    """The report of ``view`` in one format."""
    render = FORMATS[ending]
    return str(getattr(reporting, render)(view.report if render == "render_json" else view))


def render_encoded(report: bytes, endings: Iterable[str]) -> dict[str, str]:
    """A report that ``codec.encode_bytes`` wrote, in these formats: plain data, to be done in another process."""
    view = view_report(decode(Report, report))
    return {ending: render_format(view, ending) for ending in endings}
