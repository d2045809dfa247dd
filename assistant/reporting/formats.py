"""The formats of a report by the end of a file's name, and several of them at once in another process."""

from collections.abc import Iterable

from assistant import reporting
from assistant.codec import decode
from assistant.records import Report
from assistant.reporting.whole import ReportView, view_report

FORMATS = {"md": "render_markdown", "html": "write_html", "json": "write_json", "txt": "render_text"}
"""By the end of a file's name; imported when they are used."""


def write_format(view: ReportView, ending: str) -> Iterable[str]:
    """The report of ``view`` in one format, in pieces: the longest two are not in memory at one time."""
    write = FORMATS[ending]
    written: str | Iterable[str] = getattr(reporting, write)(view.report if write == "write_json" else view)
    return (written,) if isinstance(written, str) else written


def render_encoded(report: bytes, endings: Iterable[str]) -> dict[str, str]:
    """A report that ``codec.encode_bytes`` wrote, in these formats: plain data, to be done in another process."""
    view = view_report(decode(Report, report))
    return {ending: "".join(write_format(view, ending)) for ending in endings}
