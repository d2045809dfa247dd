"""JSON and JSONL -> texts: each record with a text field is a dump of its own."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from assistant.characters import HAN, KANA
from assistant.patterns import compile_late
from assistant.reading.extracts import Extract, Unread, join_story
from assistant.reading.limits import MAX_FILES
from assistant.reading.pages import extract_page

# what a record calls it, in the order in which it is looked for
BODIES = ("text", "body", "content", "article", "full_text", "fulltext", "maintext", "article_body", "articleBody", "正文", "內容", "内容", "本文", "description", "summary")  # fmt: skip # noqa: E501
HEADLINES = ("title", "headline", "標題", "标题", "タイトル", "name")
NAME = "name"
"""Beside a text it is a headline; alone it may be that of anything."""
OUTLETS = ("outlet", "source", "publisher", "site", "sitename", "site_name", "media", "媒體", "來源")
TIMES = ("published", "published_at", "publishedAt", "pub_date", "pubDate", "datePublished", "date_publish", "date", "time", "發布時間")  # fmt: skip # noqa: E501
# a field under a name of its own: how the name reads, and what its text must look like to be that
OUTLET_NAME = compile_late(
    "outlet|source|publisher|site|media|provider|channel|newspaper|agency|媒[體体]|[來来]源|出[處处]|[報报]社|提供元|配信元",
    re.IGNORECASE,
)
OUTLET = compile_late(r"(?!https?:)[^\n。]{2,30}")
TIME_NAME = compile_late(
    "publi|post|creat|releas|issue|date|time|日期|[時时][間间]|[發发][布佈]|刊登|配信|公開", re.IGNORECASE
)
OTHER_TIME_NAME = compile_late("modif|updat|crawl|fetch|scrap|expir|更新|抓取|[閱阅][讀读]", re.IGNORECASE)
TIME = compile_late(
    r"(?:(?:19|20)\d\d|(?:民國|令和)\s?\d{1,3}|\d{3}(?=[年/]))\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}.{0,20}"
)
EARLIEST_MOMENT, LATEST_MOMENT = 631_152_000, 4_102_444_800
"""1990 and 2100 in seconds since 1970: a number between them, called a time, is one."""
MILLISECONDS = 100_000_000_000
LISTS = ("items", "articles", "data", "results", "documents", "entries", "news")
INNER = ("name", "title", "main", "text", "@value", "#text")
"""Where a nested object keeps its text."""
PARAGRAPH = 3
"""Objects with so few fields, one of them the text, are the paragraphs of a list."""
MAX_DEPTH = 5
"""How deep a list of records may lie inside a document."""
LEAST_WIDE = 10
"""A field under a name of its own is a text with so many East Asian characters; identifiers and addresses have none."""
LEAST_OF_ENTRY = 4
"""And the headline of a record without a text so many."""
ADDRESSES = ("url", "link", "href", "uri", "permalink")
_WIDE = compile_late(f"[{HAN}{KANA}]")
_MARKUP = compile_late(r"<(?:p|br|div|h[1-6]|li)\b[^<>]{0,300}>", re.IGNORECASE)


def extract_json(text: str, encoding: str) -> list[Extract | Unread]:
    """The records of a JSON document.

    Raises:
        ValueError: no JSON, or nested without end (RecursionError).
    """
    records = list(_find_records(json.loads(text), MAX_DEPTH))
    several = len(records) > 1
    return [_tell(record, f"#{n}" if several else "", encoding) for n, record in enumerate(records, start=1)]


def extract_jsonl(text: str, encoding: str) -> list[Extract | Unread]:
    """A record for each line, a few more than a file may hold at most. A bad line is told of, and loses no other."""
    found: list[Extract | Unread] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if len(found) > MAX_FILES:
            break
        if not line.strip():
            continue
        try:
            records = list(_find_records(json.loads(line), MAX_DEPTH))
        except (ValueError, RecursionError):
            found.append(Unread(f"#{number}", "is not JSON"))
            continue
        if not records:
            found.append(Unread(f"#{number}", f"has no text field ({', '.join(BODIES[:4])} ...)"))
        found += [
            _tell(record, f"#{number}" + f".{n}" * (len(records) > 1), encoding) for n, record in enumerate(records, 1)
        ]
    return found


def _find_records(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Objects with a text, in this value or in the lists and objects it holds."""
    if isinstance(value, str) and value.strip() and depth == MAX_DEPTH:
        yield {"text": value}
    elif isinstance(value, list) and depth:
        for element in value:
            yield from _find_records({"text": element} if isinstance(element, str) else element, depth - 1)
    elif isinstance(value, dict):
        if _pick(value, BODIES):
            yield value
        elif depth:
            yield from _find_inside(value, depth)


def _find_inside(value: dict[str, Any], depth: int) -> Iterator[dict[str, Any]]:
    """The records of the usual lists of an object; else the object with its longest text; else what lies deeper.

    Beside that text the next in length is the headline, unless a field is called so.
    """
    found = [record for name in LISTS for record in _find_records(value.get(name), depth - 1)]
    texts = [] if found else sorted(_read_fields(value), key=len)
    if texts:
        found = [{"title": texts[-2] if len(texts) > 1 else "", **value, "text": texts[-1]}]
    if not found and _is_entry(value):
        found = [value]
    if not found:
        plain = {name: field for name, field in value.items() if isinstance(field, str)}
        for field in value.values():
            inner = {**plain, **field} if isinstance(field, dict) else field
            found += _find_records(inner, depth - 1) if isinstance(inner, dict | list) else ()
    yield from found


def _is_entry(record: dict[str, Any]) -> bool:
    """Whether an object is an entry of a list of headlines: one with its time or address, and no text beside it."""
    headline = _pick(record, tuple(name for name in HEADLINES if name != NAME))
    has_address = any(isinstance(record.get(name), str) for name in ADDRESSES)
    return len(_WIDE.findall(headline)) >= LEAST_OF_ENTRY and (has_address or bool(_read_time(record)))


def _read_time(record: dict[str, Any]) -> str:
    """When it was published, as the record has it."""
    return _pick(record, TIMES) or _pick_moment(record) or _pick_like(record, TIME_NAME, TIME, OTHER_TIME_NAME)


def _read_fields(record: dict[str, Any]) -> Iterator[str]:
    """The fields of a record that are long enough for a text, whatever they are called; no headlines, no outlets."""
    known = (*HEADLINES, *OUTLETS, *TIMES)
    texts = (_read_field(field) for name, field in record.items() if name not in known and not _is_headline(name))
    return (text for text in texts if len(_WIDE.findall(text[:1_000])) >= LEAST_WIDE)


def _read_field(value: Any) -> str:
    """A text, or its paragraphs; a nested object gives its name: {"source": {"name": ...}}."""
    if isinstance(value, dict):
        value = next((value[name] for name in INNER if value.get(name)), None)
    if isinstance(value, list) and value:
        pieces = [piece.get("text") if _is_paragraph(piece) else piece for piece in value]
        value = "\n\n".join(pieces) if all(isinstance(piece, str) for piece in pieces) else None
    return value if isinstance(value, str) and value.strip() else ""


def _is_paragraph(value: Any) -> bool:
    """Whether an element of a list is {"type": "p", "text": ...} rather than a record with a headline."""
    named = isinstance(value, dict) and any(name in HEADLINES or _is_headline(name) for name in value)
    return isinstance(value, dict) and len(value) <= PARAGRAPH and not named


def _is_headline(name: str) -> bool:
    return name.lower().endswith(("title", "headline", "標題", "标题", "題名", "見出し"))


def _pick(record: dict[str, Any], names: tuple[str, ...]) -> str:
    """The first of these fields that holds a text."""
    return next((text for name in names if name in record and (text := _read_field(record[name]))), "")


def _pick_like(record: dict[str, Any], name: re.Pattern[str], text: re.Pattern[str], other: re.Pattern[str]) -> str:
    """The first field that is called so, and not otherwise, and holds a text of this form."""
    named = (field for key, field in record.items() if name.search(key) and not other.search(key))
    return next((found for field in named if text.fullmatch(found := _read_field(field).strip())), "")


def _pick_moment(record: dict[str, Any]) -> str:
    """The time of publication where it is a number: seconds, or milliseconds, since 1970, told in UTC."""
    named = [record.get(name) for name in TIMES] + [
        field for key, field in record.items() if TIME_NAME.search(key) and not OTHER_TIME_NAME.search(key)
    ]
    for value in named:
        if isinstance(value, int | float) and not isinstance(value, bool):
            seconds = value // 1000 if value >= MILLISECONDS else value  # a larger number is no fraction
            if EARLIEST_MOMENT <= seconds < LATEST_MOMENT:
                return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%MZ}"
    return ""


def _tell(record: dict[str, Any], label: str, encoding: str) -> Extract:
    body = _pick(record, BODIES)
    headline = _pick(record, HEADLINES) or _pick(record, tuple(filter(_is_headline, record)))
    body = extract_page(body) if _MARKUP.search(body) else body
    outlet = _pick(record, OUTLETS) or _pick_like(record, OUTLET_NAME, OUTLET, TIME_NAME)
    text = join_story(headline, outlet, _read_time(record)[:40], body)
    data = json.dumps(record, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass") if label else None
    return Extract(text, encoding, label=label, data=data)
