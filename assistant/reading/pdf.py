"""PDF -> text, page by page. pypdf is an extra: most users have no PDF."""

import io
import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.errors import NotTextError, ReadingError, TooLargeError
from assistant.patterns import compile_late
from assistant.reading.wrapping import join_pieces, unwrap_lines

if TYPE_CHECKING:
    from pypdf import PageObject

MAX_PAGES = 500
MAX_OPERATIONS = 300_000
"""Steps of drawing, of a whole file: a page of a newspaper has thousands; a small file may hold millions."""
MAX_DRAWN_BYTES = 5_000_000
"""Of the steps of one page, unpacked."""
LARGER = 1.1
"""A heading is so many times larger than the text."""
NEXT_LINE = 1.8
"""The next line of a heading is no further below, in heights of its letters; another heading is."""
_HAN = compile_late("[\u4e00-\u9fff]")
_AS_PRINTED = str.maketrans({"\u2003": "\u3000", "\u2215": "\uff0f"})
"""What a PDF of Chinese or Japanese has in place of wide spaces and slashes, by which outlets and writers are told."""
FULL_HEADING = 0.8
"""A line of a heading that goes so far to the right was broken by the margin."""


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
        steps = _Steps(name)
        text = "\n\n".join(_read_page(page, steps) for page in pages)
    except ReadingError:
        raise
    except (PyPdfError, RecursionError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError) as error:
        raise ReadingError(name, f"is a PDF that cannot be read: {str(error)[:100] or type(error).__name__}") from error
    if not text.strip():
        raise NotTextError(name, "is a PDF without a text layer (a scan)", advice="Run a text recognition on it first.")
    return text.translate(_AS_PRINTED) if _HAN.search(text) else text


@dataclass(slots=True)
class _Printed:
    """One line of a page: what it says, and where and how large it is printed, in points of the page's own measure."""

    text: str = ""
    size: float = 0.0
    right: float = 0.0
    """Where its last piece of text begins."""
    y: float = 0.0


@dataclass(slots=True)
class _Steps:
    """The steps of drawing that have been read so far; too many are refused before they take minutes."""

    name: str
    count: int = 0

    def weigh(self, page: "PageObject") -> None:
        """Refuse a page whose steps are too long to be read."""
        drawn = page.get_contents()
        if drawn is not None and len(drawn.get_data()) > MAX_DRAWN_BYTES:
            raise TooLargeError(self.name, f"has a page of more than {MAX_DRAWN_BYTES // 1_000_000} MB of drawing")

    def take(self, *_: object) -> None:
        """One more step."""
        self.count += 1
        if self.count > MAX_OPERATIONS:
            raise TooLargeError(self.name, f"takes more than {MAX_OPERATIONS:,} steps to draw")


def _read_page(page: "PageObject", steps: _Steps) -> str:
    """The text of a page, the lines that its margin broke joined; headings are told by their size."""
    steps.weigh(page)
    lines = [_Printed()]

    def take(text: str, _page: object, place: Sequence[float], _font: object, size: float) -> None:
        for number, piece in enumerate(text.split("\n")):
            if number:
                lines.append(_Printed())
            if piece.strip():
                line = lines[-1]
                line.size = max(line.size, size * abs(place[3]))
                line.right, line.y = max(line.right, place[4]), place[5]
            lines[-1].text += piece

    text = page.extract_text(visitor_text=take, visitor_operand_before=steps.take)
    if "".join("".join(line.text for line in lines).split()) != "".join(text.split()):
        return unwrap_lines(text)  # the pieces are not what the reader makes of them
    usual = _find_usual_size(lines)
    headings = [line.size for line in lines if line.size > usual * LARGER]
    return unwrap_lines("\n".join(_join_headings(lines, min(headings, default=0.0))))


def _find_usual_size(lines: Sequence[_Printed]) -> float:
    """The size in which most of a page is printed."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: sizes[size])


def _join_headings(lines: Sequence[_Printed], least: float) -> Iterator[str]:
    """The lines, those of one heading joined: of one size, close below one another, the upper one a full line."""
    widest = max((line.right for line in lines), default=0.0)
    above = _Printed()
    for line in lines:
        close = 0 < abs(line.y - above.y) <= above.size * NEXT_LINE
        full = above.right >= widest * FULL_HEADING
        if least and above.size == line.size >= least and close and full and line.text.strip():
            above = replace(line, text=join_pieces(above.text.strip(), line.text.strip()))
            continue
        if above.text or above.y:
            yield above.text
        above = line
    yield above.text
