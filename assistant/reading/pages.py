"""HTML -> text in the order of the page: a line for each block, a blank line between groups, menus on one line.

Nothing visible is left out, because the related items of a page are news as well; what is a menu and what is news is
decided later, from the text. What a browser would not show (scripts, hidden elements) is no text of the page.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

from assistant.patterns import compile_late
from assistant.reading.elements import BLOCKS, ENDS_BY_ITSELF, GROUPS, LABELS, MENUS, STYLED, VOID
from assistant.reading.joining import PageLine, join_menus, join_pieces
from assistant.reading.main_text import MAX_TAGS, find_main
from assistant.reading.tags import Tag, read_tags

MARK = compile_late(
    r"(?:^|[\s_-])(?:label|tag|badge|icon|mark|cate?|category|channel|genre|kind|flag)(?:$|[\s_-])", re.IGNORECASE
)
"""What the class of an element says that names the section or the kind of a headline, beside it and apart by style."""
PURPOSE = ("class", "id", "role", "itemprop", "href")
"""Attributes by which an extractor tells what an element is for."""
MENU_CHARACTERS = 8
"""A link this short is a label; in a menu element it may have ``MENU_CHARACTERS_INSIDE``."""
MENU_CHARACTERS_INSIDE = 20
LINES_NEAR_HEADING = 8
SITE_CHARACTERS = 60
_TIME = compile_late(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?")
_PRINTED_DAY = compile_late(r"\d{4}\s?[年/.-]\s?\d{1,2}|\d\s?(?:小時|小时|時間|分鐘|分钟|天|日)前")
_RANK = compile_late(r"\d{1,2}")
_HIDING_STYLE = compile_late(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0", re.IGNORECASE)


@dataclass(slots=True)
class _Page:
    """What has been read so far."""

    lines: list[PageLine] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    closed: str = ""
    """The element whose closing tag came last, if no text and no tag stands behind it."""
    linked: int = 0
    """Characters of ``pieces`` inside links."""
    spelled: bool = False
    """Letters stand in ``pieces`` outside links, and are no time."""
    depth: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    skipping: tuple[str, int] = ("", 0)
    """A hidden element, and how many of its name are open."""
    mark: str = ""
    """An open element, by its name, that names the section of an entry."""
    title: str = ""
    heading: int | None = None
    """The line behind the first h1."""
    captions: list[str] = field(default_factory=list)
    """The lines below pictures."""
    links: list[str] = field(default_factory=list)
    """The lines that are nothing but a link to another page."""
    within: bool = False
    """The last link leads to a place on the same page."""
    kept: list[str] = field(default_factory=list)
    """The page as markup again, without what is hidden: what an extractor of main texts is shown."""
    tags: int = 0
    """In ``kept``; nothing more is kept of a page with too many for an extractor."""
    deepest: int = 0
    properties: dict[str, str] = field(default_factory=dict)
    """What the page says of itself in its head: site name, time of publication."""

    def end_line(self) -> None:
        """Put away what has been collected as one line."""
        if not self.pieces:
            return
        text = join_pieces(self.pieces)
        if text and self.depth["title"] and not self.title:
            self.title = text
        elif text:
            if self.depth["figcaption"] and not self.linked:  # the link below a picture is a headline
                self.captions.append(text)
            if self.linked > MENU_CHARACTERS and not (self.spelled or self.within):
                self.links.append(text)
            limit = MENU_CHARACTERS_INSIDE if any(self.depth[name] for name in MENUS) else MENU_CHARACTERS
            self.lines.append(PageLine(text, len(text) <= limit and self.linked >= len(text)))
        self.pieces.clear()
        self.linked = 0
        self.spelled = False

    def step(self, tag: Tag) -> None:
        """Go into an element, or out of it."""
        self.depth[tag.name] = max(0, self.depth[tag.name] + (1 if tag.opens else -1))
        self.deepest = max(self.deepest, self.depth[tag.name])
        if tag.name == "a" and tag.opens:
            target = tag.attributes.get("href", "")
            self.within = target.startswith("#") and len(target) > 1

    def keep(self, tag: Tag) -> None:
        """Keep a tag for the extractor."""
        self.tags += 1
        if self.tags <= MAX_TAGS:
            self.kept.append(_rebuild(tag))

    def end_group(self) -> None:
        """A blank line, unless there is one."""
        self.end_line()
        if self.lines and self.lines[-1].text:
            self.lines.append(PageLine(""))


def extract_page(markup: str) -> str:
    """The visible text of an HTML page, headline first where the page keeps it only in its title."""
    return _tell_text(_parse(markup))


class PageText(NamedTuple):
    """What is read from an HTML page."""

    text: str
    """What a browser shows."""
    main: str
    """The main text, headline first, as far as an extractor finds one."""
    site: str
    """The name of the site, where its head gives one."""
    captions: tuple[str, ...]
    """The lines below its pictures, without links."""
    links: tuple[str, ...]
    """The lines that are nothing but a link to another page, with what marks they have before it."""


def read_page(markup: str) -> PageText:
    """Text, main text and site of an HTML page."""
    page = _parse(markup)
    headline = _find_headline(page)
    text = _tell_text(page)
    main = find_main("".join(page.kept), page.deepest) if page.tags <= MAX_TAGS else ""
    site = " ".join(page.properties.get("og:site_name", "").split())[:SITE_CHARACTERS]
    return PageText(text, f"{headline}\n{main}" if main else "", site, tuple(page.captions), tuple(page.links))


def _find_headline(page: _Page) -> str:
    """The line with which the title of the page begins, else the first h1; empty where that is a logo."""
    lines = [line.text for line in page.lines if len(line.text) > MENU_CHARACTERS and page.title.startswith(line.text)]
    if page.heading and page.lines[page.heading - 1].text and not lines:
        lines = [page.lines[page.heading - 1].text]
    return max(lines, key=len) if lines and len(lines[0]) > MENU_CHARACTERS else ""


def _parse(markup: str) -> _Page:
    page = _Page()
    for token in read_tags(markup):
        if isinstance(token, str):
            _take_text(page, token)
        else:
            _take_tag(page, token)
    page.depth.clear()
    page.end_line()
    return page


def _tell_text(page: _Page) -> str:
    _add_source_line(page)
    lines = list(join_menus(page.lines))
    printed = any(page.title.startswith(line) for line in lines[:20] if len(line) > MENU_CHARACTERS)
    if page.title and page.heading is None and not printed:
        lines = [page.title, "", *lines]
    return "\n".join(lines).strip() + "\n"


def _add_source_line(page: _Page) -> None:
    """Put site and time of publication below the headline, where the page keeps them only in its head."""
    found = _TIME.match(page.properties.get("article:published_time", ""))
    if found is None or page.heading is None:
        return
    near = page.lines[page.heading : page.heading + LINES_NEAR_HEADING]
    if not any(_PRINTED_DAY.search(line.text) for line in near):
        source = f"{page.properties.get('og:site_name', '')} ・ {found[1]} {found[2] or ''}".strip(" ・")
        page.lines.insert(page.heading, PageLine(source))


def _take_text(page: _Page, text: str) -> None:
    if page.skipping[1]:
        return
    page.pieces.append(text)
    page.closed = ""
    if page.tags <= MAX_TAGS:
        page.kept.append(escape(text))
    if page.depth["a"] or page.depth["button"]:
        page.linked += len(text)
    elif not (page.spelled or page.depth["time"]):
        page.spelled = any(map(str.isalnum, text))


def _take_tag(page: _Page, tag: Tag) -> None:
    name, count = page.skipping
    if count and not (name in ENDS_BY_ITSELF and (tag.name == name or (tag.name in GROUPS and not tag.opens))):
        page.skipping = name, count + (tag.name == name) * (1 if tag.opens else -1)
        return
    page.skipping = "", 0
    if tag.name in GROUPS:
        page.end_group()
    elif tag.name in BLOCKS:
        page.end_line()
    _take_heading(page, tag)
    if tag.name in LABELS:
        _take_label(page, tag)
    if tag.opens and (_ends_link(page, tag) or _heads_link(page, tag)):
        page.end_line()
    page.closed = "" if tag.opens else tag.name
    if tag.name == "meta":
        page.properties.setdefault(tag.attributes.get("property", ""), tag.attributes.get("content", "")[:100])
    if tag.name in VOID:
        if tag.name in BLOCKS:
            page.keep(tag)
        return
    if tag.opens and _is_hidden(tag):
        page.skipping = tag.name, 1
        return
    page.step(tag)
    page.keep(tag)


def _take_label(page: _Page, tag: Tag) -> None:
    """End the line between what style alone sets apart: rank, section, headline, outlet, age of an entry in a list."""
    is_mark = tag.opens and page.depth["a"] and page.depth["li"] and MARK.search(tag.attributes.get("class", ""))
    if is_mark or (page.mark == tag.name and not tag.opens):
        page.mark = tag.name if is_mark else ""
        page.end_line()
        return
    printed = "".join(page.pieces).strip()
    if not tag.opens:
        if page.depth["li"] and tag.name != "time" and _RANK.fullmatch(printed):
            page.end_line()
    elif page.depth["a"] and page.closed in LABELS and page.linked > MENU_CHARACTERS and len(printed) == page.linked:
        page.end_line()
    elif printed and (tag.name == "time" or (page.closed in LABELS and not (page.depth["p"] or page.depth["a"]))):
        page.pieces.append(" ")


def _ends_link(page: _Page, tag: Tag) -> bool:
    """Whether the line is a link, and another begins, or its outlet: a list is no text, though nothing is between."""
    return (tag.name == "a" or _labels_link(page, tag)) and 0 < page.linked == sum(map(len, page.pieces))


def _heads_link(page: _Page, tag: Tag) -> bool:
    """Whether a label stands right before a link, set apart by style alone: <span>延伸閱讀</span><a>."""
    is_styled = tag.name == "a" and page.closed in STYLED and not (page.linked or page.depth["p"])
    printed = "".join(page.pieces).strip() if is_styled else ""
    return 0 < len(printed) <= MENU_CHARACTERS and printed.isalpha()


def _labels_link(page: _Page, tag: Tag) -> bool:
    """Whether outlet or age of a headline in a list begin, set apart by style alone: <a>...</a><span>..."""
    in_list = page.depth["li"] or page.depth["dd"] or page.depth["td"]
    return tag.name in LABELS and bool(in_list) and not page.depth["a"] and page.linked > MENU_CHARACTERS


def _take_heading(page: _Page, tag: Tag) -> None:
    """A second h1 begins another article: two blank lines tell it."""
    if tag.name != "h1":
        return
    if tag.opens and page.heading is not None and page.lines:
        page.end_group()
        page.lines.append(PageLine(""))
    elif not tag.opens and page.heading is None:
        page.heading = len(page.lines)


def _rebuild(tag: Tag) -> str:
    """The tag with what tells its purpose."""
    if not tag.opens:
        return f"</{tag.name}>"
    names = [name for name in PURPOSE if name in tag.attributes] if tag.attributes and tag.name not in VOID else ()
    told = (f' {name}="{escape(tag.attributes[name])}"' for name in names)
    return f"<{tag.name}{''.join(told)}>"


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
