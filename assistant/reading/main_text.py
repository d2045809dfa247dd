"""Which lines of a page are its main article, as trafilatura sees it. A hint for ``segmenting``; the text is all lines.

trafilatura leaves related items out on purpose, and here they are news. So it does not make the text; it names lines.
"""

import logging
from collections.abc import Iterable

from assistant.records import Span

MAX_MARKUP = 1_000_000
"""Characters without scripts, styles and images; a longer page is read without the hint."""
MAX_TAGS = 20_000
"""The extractor's time grows with the square of the elements in one paragraph; a long news page has 10,000."""
MAX_DEPTH = 200
"""Elements inside one another; deeper pages were made to break parsers."""
LEAST_PART = 12
"""A line so long may be a part of a paragraph; a shorter one must be a whole one."""

MAX_SEARCHED = 500_000_000
"""Characters gone through to find parts of paragraphs; a second. Beyond, whole paragraphs are found."""


def find_main(markup: str, depth: int) -> str:
    """The main text of a page, a paragraph in a line; empty where there is none, or the page is no page for people.

    Args:
        markup: without scripts, styles and what is hidden, of at most ``MAX_TAGS``.
        depth: how many elements stand inside one another.
    """
    if len(markup) > MAX_MARKUP or depth > MAX_DEPTH:
        return ""
    from trafilatura import extract  # noqa: PLC0415 (half a second, which only pages pay)

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return extract(f"<html><body>{markup}</body></html>", include_comments=False, fast=True) or ""
    except Exception:  # noqa: BLE001 - whatever an extractor stumbles over, the page is read without it
        return ""


def locate_main(text: str, main: str) -> tuple[Span, ...]:
    """The lines of ``text`` that stand in ``main``, in order, without their line ends.

    The first line of ``main`` is the headline, or empty; nothing above the headline is main text.
    """
    headline, *rest = map(_squeeze, main.split("\n"))
    paragraphs = {headline, *rest} - {""}
    whole = "\n".join(paragraphs)
    searches = len(whole) * text.count("\n") <= MAX_SEARCHED
    spans: list[Span] = []
    start = 0
    for line in text.split("\n") if paragraphs else ():
        squeezed = _squeeze(line)
        if headline and squeezed == headline and not any(_squeeze(span.of(text)) == headline for span in spans):
            spans.clear()
        if squeezed in paragraphs or (searches and len(squeezed) >= LEAST_PART and squeezed in whole):
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return tuple(spans)


def locate_lines(text: str, wanted: Iterable[str]) -> tuple[Span, ...]:
    """The lines of ``text`` that are one of those wanted, in order, without their line ends."""
    known = {_squeeze(line) for line in wanted} - {""}
    spans: list[Span] = []
    start = 0
    for line in text.split("\n") if known else ():
        if _squeeze(line) in known:
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return tuple(spans)


def _squeeze(line: str) -> str:
    return "".join(line.split()).removeprefix("-").strip("|")
