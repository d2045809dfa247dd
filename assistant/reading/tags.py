"""Markup -> a flat run of tags and texts, for HTML and XML alike. One pass: no tree, no recursion.

Markup from outside is hostile: a million nested elements, a comment that never ends, an unclosed quote before each tag.
A tokenizer that only moves forward takes linear time on all of them, and nothing in it expands or executes anything.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from assistant.patterns import compile_late
from assistant.reading.extracts import TooMuchError
from assistant.reading.limits import MAX_RAW_CHARACTERS

RAW = frozenset({"script", "style", "template", "noscript", "svg", "math", "iframe", "object", "select", "textarea"})
"""What stands inside these is no text of the page."""
ASIDES = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">"))
"""How what is no tag begins and ends."""
MAX_TOKENS = 300_000
"""A long news page has ten thousand; so many take three seconds."""
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s{0,5}=\s{0,5}[\"']?([\w:.-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w:.-]{2,40})",
    re.IGNORECASE,
)
_NAME = compile_late(r"[a-zA-Z][a-zA-Z0-9:_-]{0,50}")
_ATTRIBUTE = compile_late(r"([a-zA-Z_:][\w:.-]{0,50})\s{0,20}(?:=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_SUBSET = compile_late(r"<!doctype\s[^\[>]{0,500}\[[^\]]{0,20000}\]\s{0,100}>", re.IGNORECASE)
_TAG_STOP = compile_late("[>\"']")
_WHOLE_TAG = compile_late(
    r"<(/?)([a-zA-Z][a-zA-Z0-9:_-]{0,50}+)([^>\"']*+(?>(?:\"[^\"]*+\"[^>\"']*+|'[^']*+'[^>\"']*+)*))>"
)
"""A tag whose quotes are closed, as nearly all are: read in one step."""


class Tag(NamedTuple):
    """``<p class="x">``: opens; ``</p>``: does not."""

    name: str
    opens: bool
    attributes: Mapping[str, str]


@dataclass(slots=True)
class _Scanner:
    text: str
    place: int = 0
    quotes_broken: bool = False
    """An unclosed quote was met; from there on quotes do not protect a ``>``."""
    unclosed: set[str] = field(default_factory=set)
    """Elements known to have no closing tag any more, so that nobody looks for it twice."""

    def find(self, what: str) -> int:
        """Where ``what`` next stands, or the end of the text."""
        found = self.text.find(what, self.place)
        return found if found >= 0 else len(self.text)

    def find_tag_end(self) -> int:
        """Where the ``>`` of the tag that begins here stands, or the end of the text."""
        place = self.place
        while not self.quotes_broken:
            stop = _TAG_STOP.search(self.text, place)
            if stop is None:
                break
            if stop[0] == ">":
                return stop.start()
            place = self.text.find(stop[0], stop.end()) + 1
            if not place:
                break
        self.quotes_broken = True
        return self.find(">")


def find_charset(data: bytes) -> str | None:
    """The encoding that a page or XML file says it is in."""
    found = _CHARSET.search(data[:4096])
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def read_tags(text: str) -> Iterator[Tag | str]:
    """Yield tags and pieces of text in order, entities resolved; comments, doctypes and instructions are left out.

    Raises:
        TooMuchError: after ``MAX_TOKENS``, or ``MAX_RAW_CHARACTERS`` of text.
    """
    scanner = _Scanner(text)
    characters = 0
    for _ in range(MAX_TOKENS):
        if scanner.place >= len(text):
            return
        start = scanner.find("<")
        characters += start - scanner.place
        if characters > MAX_RAW_CHARACTERS:
            raise TooMuchError(f"holds more than {MAX_RAW_CHARACTERS:,} characters of text")
        if start > scanner.place:
            yield unescape(text[scanner.place : start])
        scanner.place = start
        tag = None if scanner.quotes_broken else _WHOLE_TAG.match(text, start)
        if tag:
            scanner.place = tag.end()
            yield _make_tag(scanner, tag[2], tag[3], closes=bool(tag[1]))
        elif start < len(text):
            yield from _read_one(scanner)
    raise TooMuchError(f"holds more than {MAX_TOKENS:,} tags")


def _read_one(scanner: _Scanner) -> Iterator[Tag | str]:
    """What begins at this ``<``; moves the scanner behind it."""
    text, start = scanner.text, scanner.place
    for opening, closing in ASIDES if text.startswith(("!", "?"), start + 1) else ():
        if text.startswith(opening, start):
            end = scanner.find(closing)
            subset = _SUBSET.match(text, start) if opening == "<!" else None
            if subset:  # <!DOCTYPE rss [ <!ENTITY ...> ]>: passed over, nothing in it is expanded
                end = subset.end() - 1
            if opening == "<![CDATA[":
                yield text[start + len(opening) : end]
            scanner.place = end + len(closing)
            return
    closes = text.startswith("/", start + 1)
    name = _NAME.match(text, start + 1 + closes)
    if not name:
        yield "<"
        scanner.place = start + 1
        return
    scanner.place = name.end()
    end = scanner.find_tag_end()
    scanner.place = end + 1
    yield _make_tag(scanner, name[0], text[name.end() : end], closes=closes)


def _make_tag(scanner: _Scanner, name: str, attributes: str, *, closes: bool) -> Tag:
    """The tag that ends here; moves the scanner over what is no text of the page."""
    name = name.lower()
    if not closes and name in RAW and not attributes.endswith("/"):
        _skip_raw(scanner, name)
    return Tag(name, not closes, {} if closes else _read_attributes(attributes))


def _skip_raw(scanner: _Scanner, name: str) -> None:
    """Move to the closing tag; without one the element ends at once, so that no page vanishes in an unclosed script."""
    if name in scanner.unclosed:
        return
    closing = re.compile(f"</{re.escape(name)}", re.IGNORECASE).search(scanner.text, scanner.place)
    if closing:
        scanner.place = closing.start()
    else:
        scanner.unclosed.add(name)


def _read_attributes(text: str) -> dict[str, str]:
    if not text.strip(" /"):
        return {}
    return {
        found[1].lower(): unescape((found[2] or found[3] or found[4] or "")[:2000])
        for found in _ATTRIBUTE.finditer(text)
    }
