"""HTML -> text in the order of the page: a line for each block, a blank line between groups, menus on one line.

Nothing visible is left out, because the related items of a page are news as well; what is a menu and what is news is
decided later, from the text. What a browser would not show (scripts, hidden elements) is no text of the page.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from assistant.reading.tags import Tag, read_tags


def _names(*lines: str) -> frozenset[str]:
    return frozenset(name for line in lines for name in line.split())


BLOCKS = _names(
    "address article aside blockquote body br button caption dd details dialog div dl dt fieldset figcaption figure",
    "footer form h1 h2 h3 h4 h5 h6 head header hr html label legend li main nav ol option p pre section summary table",
    "tbody td tfoot th thead title tr ul",
)
GROUPS = _names("article aside dl footer header li main nav section table ul ol")
"""Elements with a blank line around them."""
MENUS = frozenset({"nav", "header", "footer"})
VOID = _names("area base br col embed hr img input link meta param source track wbr")
MENU_CHARACTERS = 8
"""A link this short is a label; in a menu element it may have ``MENU_CHARACTERS_INSIDE``."""
MENU_CHARACTERS_INSIDE = 20
LEAST_MENU = 3
"""So many labels behind one another are joined to one line."""
_SPACE = re.compile(r"\s+")
_WIDE_BREAK = re.compile(r"(?<=[\u2e80-\u9fff\uf900-\uffef])\s*[\r\n]\s*(?=[\u2e80-\u9fff\uf900-\uffef])")
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0", re.IGNORECASE)
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s{0,5}=\s{0,5}[\"']?([\w:.-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w:.-]{2,40})",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Line:
    text: str
    is_label: bool = False


@dataclass(slots=True)
class _Page:
    """What has been read so far."""

    lines: list[_Line] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    """Characters of ``pieces`` inside links."""
    depth: Counter[str] = field(default_factory=Counter)
    skipping: tuple[str, int] = ("", 0)
    """A hidden element, and how many of its name are open."""
    title: str = ""

    def end_line(self) -> None:
        """Put away what has been collected as one line."""
        if not self.pieces:
            return
        text = _SPACE.sub(" ", _WIDE_BREAK.sub("", "".join(self.pieces))).strip()
        if text and self.depth["title"]:
            self.title = self.title or text
        elif text:
            limit = MENU_CHARACTERS_INSIDE if any(self.depth[name] for name in MENUS) else MENU_CHARACTERS
            self.lines.append(_Line(text, len(text) <= limit and self.linked >= len(text)))
        self.pieces.clear()
        self.linked = 0

    def end_group(self) -> None:
        """A blank line, unless there is one."""
        self.end_line()
        if self.lines and self.lines[-1].text:
            self.lines.append(_Line(""))


def find_charset(data: bytes) -> str | None:
    """The encoding that a page or XML file says it is in."""
    found = _CHARSET.search(data[:4096])
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def extract_page(markup: str) -> str:
    """The visible text of an HTML page, headline first where the page keeps it only in its title."""
    page = _Page()
    has_heading = False
    for token in read_tags(markup):
        if isinstance(token, str):
            _take_text(page, token)
        else:
            has_heading = has_heading or token.name == "h1"
            _take_tag(page, token)
    page.depth.clear()
    page.end_line()
    lines = list(_join_menus(page.lines))
    if (
        page.title
        and not has_heading
        and not any(page.title.startswith(line) for line in lines[:20] if len(line) > MENU_CHARACTERS)
    ):
        lines = [page.title, "", *lines]
    return "\n".join(lines).strip() + "\n"


def _take_text(page: _Page, text: str) -> None:
    if page.skipping[1]:
        return
    page.pieces.append(text)
    if page.depth["a"] or page.depth["button"]:
        page.linked += len(text)


def _take_tag(page: _Page, tag: Tag) -> None:
    name, count = page.skipping
    if count:
        page.skipping = name, count + (tag.name == name) * (1 if tag.opens else -1)
        return
    if tag.name in GROUPS:
        page.end_group()
    elif tag.name in BLOCKS:
        page.end_line()
    if tag.name in VOID:
        return
    if tag.opens and _is_hidden(tag):
        page.skipping = tag.name, 1
        return
    page.depth[tag.name] = max(0, page.depth[tag.name] + (1 if tag.opens else -1))


def _is_hidden(tag: Tag) -> bool:
    attributes = tag.attributes
    return bool(
        attributes
        and (
            "hidden" in attributes
            or attributes.get("aria-hidden") == "true"
            or _HIDING_STYLE.search(attributes.get("style", ""))
        )
    )


def _join_menus(lines: Iterable[_Line]) -> Iterator[str]:
    """Join runs of labels: 首頁 | 政治 | 國際. Blank lines between labels fall away with them."""
    run: list[_Line] = []
    for line in lines:
        if line.is_label or (run and not line.text):
            run.append(line)
        else:
            yield from _join_run(run)
            run = []
            yield line.text
    yield from _join_run(run)


def _join_run(run: list[_Line]) -> list[str]:
    labels = [line.text for line in run if line.text]
    if len(labels) < LEAST_MENU:
        return [line.text for line in run]
    return [" | ".join(labels), ""] if not run[-1].text else [" | ".join(labels)]
