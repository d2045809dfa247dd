"""A chunk to a request: the stable part first, the chunk last, so that servers can cache the beginning."""

from assistant.drafting.reply import Reply, item_id, sentence_id
from assistant.glossary import layer
from assistant.prompts import Prompt
from assistant.records import Authority, Chunk, Passage, Request, Role, Term

SCHEMA_NAME = "briefing"
OUTPUT_TOKENS_PER_SOURCE_TOKEN = 3
"""Translation, claims with quotes, summary and names came to about twice the source; the rest is room."""
OUTPUT_TOKENS_AT_LEAST = 2_000


NAMES_AT_MOST = 40
"""At about ten tokens each; those that the user locked come first."""
NAMED = ("person", "party", "organisation", "media")
"""Kinds of the shipped table that are worth their tokens; models know how places are written."""


def make_request(chunk: Chunk, prompt: Prompt, terms: tuple[Term, ...] = ()) -> Request:
    """The request that asks for the drafts of ``chunk``.

    Args:
        chunk: what is asked about.
        prompt: the version of the prompt; one that has no place for names gets none.
        terms: names that the store or the user settled, over those of the shipped glossary.
    """
    items = "\n".join(_show(passage) for passage in chunk.passages)
    values = {"items": items, "names": _list_names(items, terms) if "names" in prompt.placeholders else ""}
    return Request(
        system=prompt.system,
        user=prompt.fill(**{name: value for name, value in values.items() if name in prompt.placeholders}),
        schema_name=SCHEMA_NAME,
        schema=Reply.write_schema(),
        max_output_tokens=max(OUTPUT_TOKENS_AT_LEAST, OUTPUT_TOKENS_PER_SOURCE_TOKEN * chunk.tokens),
        prompt=prompt.version,
        subjects=tuple(_subject(passage) for passage in chunk.passages),
    )


def _list_names(text: str, terms: tuple[Term, ...]) -> str:
    """How the names in ``text`` are written, one a line, as the text prints them; empty where the glossary has none."""
    found: dict[Term, list[str]] = {}
    for span, term in layer(terms).find(text):
        if term.firm and (term.kind in NAMED or term.authority is not Authority.SHIPPED):
            found.setdefault(term, []).append(span.of(text))
    first = sorted(found, key=lambda term: not term.is_locked)[:NAMES_AT_MOST]
    lines = ("/".join(dict.fromkeys(found[term])) + f" = {term.english[0]}" for term in first)
    return "\n".join(["Names to use:", *lines, "", ""]) if first else ""


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
