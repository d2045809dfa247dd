"""The formats of a report by the end of a file's name, and several of them at once in another process."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from assistant import reporting
from assistant.codec import decode
from assistant.records import Report
from assistant.reporting.whole import ReportView, renew_view, view_report

FORMATS = {"md": "write_markdown", "html": "write_html", "json": "write_json", "txt": "write_text"}
"""By the end of a file's name; imported when they are used."""
ENCODED = "report"
"""The file from which another process makes formats."""


def write_format(view: ReportView, ending: str) -> Iterable[str]:
    """The report of ``view`` in one format, in pieces, of which few are in memory at one time."""
    pieces: Iterable[str] = getattr(reporting, FORMATS[ending])(view)
    return pieces


def write_ahead(view: ReportView, endings: Iterable[str]) -> None:
    """Keep the items of a report as they stand in these formats; ``renew_view`` takes them along."""
    view.ahead.fill(write_format(view, ending) for ending in endings)


def read_encoded(folder: Path, ahead: Iterable[str] = ()) -> None:
    """Read what ``write_encoded`` will want of this folder. To be done in another process, as that is.

    Args:
        folder: see there.
        ahead: formats of which the items are written already.
    """
    write_ahead(_view_encoded(folder), ahead)


def write_encoded(folder: Path, around: Report, endings: Iterable[str]) -> None:
    """Write a report in these formats, beside ``ENCODED`` in ``folder``, named by their endings.

    To be done in another process: nothing large goes to and fro.

    Args:
        folder: it holds the report as ``codec.encode_bytes`` wrote it before its lines at a glance were known.
        around: the report with them, without its briefings.
        endings: of ``FORMATS``.
    """
    view = _view_encoded(folder)
    view = renew_view(view, replace(around, briefings=view.report.briefings))
    for ending in endings:
        with (folder / ending).open("w", encoding="utf-8", newline="") as file:
            file.writelines(write_format(view, ending))


@lru_cache(maxsize=1)
def _view_encoded(folder: Path) -> ReportView:
    return view_report(decode(Report, (folder / ENCODED).read_bytes()))
