"""PDF -> text, page by page. pypdf is an extra: most users have no PDF."""

import io
import logging
import re

from assistant.errors import NotTextError, ReadingError, TooLargeError

MAX_PAGES = 500
FULL_LINE = 0.85
"""A line this near to the widest one was broken by the margin."""
LEAST_WIDTH = 20
_CJK = re.compile("[\u3040-\u9fff]")
"""A text with such characters is broken without regard to words."""
_ENDS = tuple("。！？!?.」』”：:")


def extract_pdf(data: bytes, name: str) -> str:
    """The text layer of a PDF, a blank line between pages.

    Raises:
        ReadingError: the extra is not installed; the file is broken, locked, or has no text layer.
    """
    try:
        from pypdf import PdfReader  # noqa: PLC0415 (an extra, and slow to import)
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError as error:
        advice = "Install it: pip install 'briefing-assistant[pdf]'."
        raise ReadingError(name, "is a PDF, and the PDF reader is not installed", advice=advice) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = PdfReader(io.BytesIO(data)).pages
        if len(pages) > MAX_PAGES:
            raise TooLargeError(name, f"has {len(pages)} pages; the limit is {MAX_PAGES}")
        text = "\n\n".join(unwrap_lines(page.extract_text()) for page in pages)
    except ReadingError:
        raise
    except (PyPdfError, RecursionError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError) as error:
        raise ReadingError(name, f"is a PDF that cannot be read: {str(error)[:100] or type(error).__name__}") from error
    if not text.strip():
        raise NotTextError(name, "is a PDF without a text layer (a scan)", advice="Run a text recognition on it first.")
    return text


def unwrap_lines(text: str) -> str:
    """Join lines that the margin broke: a sentence, or a figure, must not end with its line."""
    lines = [line.strip() for line in text.split("\n")]
    widest = max(map(len, lines), default=0)
    joined: list[str] = []
    broken = False
    for line in lines:
        if broken and line:
            joined[-1] += ("" if _CJK.search(line) or _CJK.search(joined[-1]) else " ") + line
        else:
            joined.append(line)
        broken = len(line) >= max(widest * FULL_LINE, LEAST_WIDTH) and not line.endswith(_ENDS)
    return "\n".join(joined)
