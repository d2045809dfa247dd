"""The formats of a report by the end of a file's name, and several of them at once in another process."""

from collections.abc import Iterable
from pathlib import Path

from assistant import reporting
from assistant.codec import decode
from assistant.records import Report
from assistant.reporting.whole import ReportView, view_report

FORMATS = {"md": "write_markdown", "html": "write_html", "json": "write_json", "txt": "write_text"}
"""By the end of a file's name; imported when they are used."""
ENCODED = "report"
"""The file from which another process makes formats."""


def write_format(view: ReportView, ending: str) -> Iterable[str]:
    """The report of ``view`` in one format, in pieces, of which few are in memory at one time."""
    write = FORMATS[ending]
    pieces: Iterable[str] = getattr(reporting, write)(view.report if write == "write_json" else view)
    return pieces


def write_encoded(folder: Path, endings: Iterable[str]) -> None:
    """Write a report, which ``ENCODED`` in ``folder`` holds as ``codec.encode_bytes`` wrote it, in these formats.

    They are beside it, named by their endings. To be done in another process: nothing large goes to and fro.
    """
    view = view_report(decode(Report, (folder / ENCODED).read_bytes()))
    for ending in endings:
        with (folder / ending).open("w", encoding="utf-8", newline="") as file:
            file.writelines(write_format(view, ending))
