"""RSS and Atom -> text: one story for each entry, in the shape in which pages print them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

from assistant.patterns import compile_late
from assistant.reading.extracts import join_story
from assistant.reading.pages import extract_page
from assistant.reading.tags import read_tags

ENTRIES = frozenset({"item", "entry"})
# what a feed calls it -> what it is here; the first one with a text wins
FIELDS = {
    "title": "headline",
    "content:encoded": "body",
    "content": "body",
    "description": "teaser",
    "summary": "teaser",
    "pubdate": "time",
    "published": "time",
    "updated": "updated",
    "dc:date": "time",
    "source": "outlet",
    "dc:publisher": "outlet",
    "dc:creator": "author",
    "name": "author",
}


_LISTED = compile_late(
    r"\s?[-–—|｜_:：]\s?(?:(?:最新|全部|所有|即[時时]|[熱热][門门]|[頭头][條条])?(?:文章|新[聞闻]|消息|[內内]容|[報报][導道])"
    r"|(?:最新|全て|すべて)の?(?:記事|ニュース)|新着.{0,4})?(?:\s?(?:RSS|[Ff]eed))?$"
)
"""What a feed lists, behind the name of its outlet: 某網 - 最新文章."""


@dataclass(slots=True)
class _Entry:
    """The texts of one entry, or of the feed itself, by what they are."""

    texts: dict[str, list[str]] = field(default_factory=dict)

    def get(self, *names: str) -> str:
        """The first of these that has a text."""
        return next((text for name in names if (text := "".join(self.texts.get(name, [])).strip())), "")


def extract_feed(markup: str) -> str:
    """The stories of a feed, in its order, a blank line between them."""
    feed, *entries = _read_entries(markup)
    outlet = _LISTED.sub("", feed.get("headline"))
    return "\n".join(_tell(entry, outlet) for entry in entries)


def _read_entries(markup: str) -> Iterator[_Entry]:
    """The feed itself, then its entries."""
    entry = _Entry()
    current: str | None = None
    for token in read_tags(markup):
        if isinstance(token, str):
            if current:
                entry.texts.setdefault(current, []).append(token)
        elif token.name in ENTRIES and token.opens:
            yield entry
            entry = _Entry()
        elif token.name in FIELDS:
            name = FIELDS[token.name]
            current = name if token.opens and name not in entry.texts else None
    yield entry


def _tell(entry: _Entry, feed_name: str) -> str:
    body = entry.get("body", "teaser")
    body = extract_page(body) if "<" in body else body
    outlet = entry.get("outlet") or feed_name
    return join_story(entry.get("headline"), outlet, _read_time(entry.get("time", "updated")), body)


def _read_time(text: str) -> str:
    """RFC 2822 as Atom prints it: Sat, 01 Nov 2025 08:00:00 +0800 -> 2025-11-01 08:00. Other forms stay as they are."""
    try:
        return parsedate_to_datetime(text).strftime("%Y-%m-%d %H:%M")
    except (ValueError, TypeError, OverflowError):
        return text[:16].replace("T", " ") if text[4:5] == "-" else text[:40]
