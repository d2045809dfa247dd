"""JSON and JSONL -> texts: each record with a text field is a dump of its own."""

import json
from collections.abc import Iterator
from typing import Any

from assistant.reading.extracts import Extract, Unread, join_story
from assistant.reading.limits import MAX_FILES

# what a record calls it, in the order in which it is looked for
BODIES = ("text", "body", "content", "article", "full_text", "fulltext", "maintext", "article_body", "articleBody", "正文", "內容", "内容", "本文", "description", "summary")  # fmt: skip # noqa: E501
HEADLINES = ("title", "headline", "標題", "标题", "タイトル", "name")
OUTLETS = ("outlet", "source", "publisher", "site", "sitename", "site_name", "media", "媒體", "來源")
TIMES = ("published", "published_at", "publishedAt", "pub_date", "pubDate", "datePublished", "date_publish", "date", "time", "發布時間")  # fmt: skip # noqa: E501
LISTS = ("items", "articles", "data", "results", "documents", "entries", "news")
MAX_DEPTH = 3
"""How deep a list of records may lie inside a document."""


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
    """Objects with a text, in this value or in the lists it holds."""
    if isinstance(value, str) and value.strip() and depth == MAX_DEPTH:
        yield {"text": value}
    elif isinstance(value, list) and depth:
        for element in value:
            yield from _find_records({"text": element} if isinstance(element, str) else element, depth - 1)
    elif isinstance(value, dict):
        if _pick(value, BODIES):
            yield value
        elif depth:
            for name in LISTS:
                yield from _find_records(value.get(name), depth - 1)


def _pick(record: dict[str, Any], names: tuple[str, ...]) -> str:
    """The first of these fields that holds a text; a nested object gives its name: {"source": {"name": ...}}."""
    for name in names:
        value = record.get(name)
        if isinstance(value, dict):
            value = value.get("name") or value.get("title")
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _tell(record: dict[str, Any], label: str, encoding: str) -> Extract:
    text = join_story(
        _pick(record, HEADLINES), _pick(record, OUTLETS), _pick(record, TIMES)[:40], _pick(record, BODIES)
    )
    data = json.dumps(record, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass") if label else None
    return Extract(text, encoding, label=label, data=data)
