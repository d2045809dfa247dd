"""PDF -> text, page by page. pypdf is an extra: most users have no PDF."""

import io
import logging

from assistant.errors import NotTextError, ReadingError, TooLargeError

MAX_PAGES = 500


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
        text = "\n\n".join(page.extract_text() for page in pages)
    except ReadingError:
        raise
    except (PyPdfError, RecursionError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError) as error:
        raise ReadingError(name, f"is a PDF that cannot be read: {str(error)[:100] or type(error).__name__}") from error
    if not text.strip():
        raise NotTextError(name, "is a PDF without a text layer (a scan)", advice="Run a text recognition on it first.")
    return text
