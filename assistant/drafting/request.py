"""A chunk to a request: the stable part first, the chunk last, so that servers can cache the beginning."""

import json
from functools import cache

from assistant.drafting.reply import Reply, item_id, sentence_id
from assistant.prompts import Prompt
from assistant.records import Chunk, Passage, Request, Role

SCHEMA_NAME = "briefing"
OUTPUT_TOKENS_PER_SOURCE_TOKEN = 3
"""Translation, claims with quotes, summary and names came to about twice the source; the rest is room."""
OUTPUT_TOKENS_AT_LEAST = 2_000


def make_request(chunk: Chunk, prompt: Prompt) -> Request:
    """The request that asks for the drafts of ``chunk``."""
    return Request(
        system=prompt.system,
        user=prompt.fill(items="\n".join(_show(passage) for passage in chunk.passages)),
        schema_name=SCHEMA_NAME,
        schema=reply_schema(),
        max_output_tokens=max(OUTPUT_TOKENS_AT_LEAST, OUTPUT_TOKENS_PER_SOURCE_TOKEN * chunk.tokens),
        prompt=prompt.version,
        subjects=tuple(_subject(passage) for passage in chunk.passages),
    )


@cache
def reply_schema() -> str:
    """The JSON schema of a reply, without the words that are meant for programmers."""
    return json.dumps(_bare(Reply.model_json_schema()), ensure_ascii=False, separators=(",", ":"))


def _bare(node: object) -> object:
    """The schema without titles and descriptions: they cost tokens in every call and say nothing new."""
    if isinstance(node, list):
        return [_bare(part) for part in node]
    if not isinstance(node, dict):
        return node
    return {
        key: {name: _bare(part) for name, part in value.items()} if key in ("properties", "$defs") else _bare(value)
        for key, value in node.items()
        if key not in ("title", "description")
    }


def _show(passage: Passage) -> str:
    """An item as the model sees it. The source's own brackets cannot pass for ids: they never begin a line."""
    lines = [f"[{sentence_id(passage, segment)}] {' '.join(segment.text.split())}" for segment in passage.segments]
    return "\n".join([_opening(passage), *lines, "</item>"])


def _opening(passage: Passage) -> str:
    outlet = passage.item.read(passage.item.outlet).replace('"', "'")
    published = passage.item.clock.published
    when = f' published="{published.day.isoformat()}"' if published and published.day else ""
    return f'<item id="{item_id(passage)}"' + (f' outlet="{outlet}"' if outlet else "") + when + ">"


def _subject(passage: Passage) -> str:
    headline = next((s.text for s in passage.segments if s.role is Role.HEADLINE), passage.segments[0].text)
    return headline.strip()
