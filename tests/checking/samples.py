"""Drafts that are right, from the bundled demo: what checks must not flag, and what mutations start from."""

import json
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any

from assistant.cutting import cut_items
from assistant.reading import read_bytes
from assistant.records import Attribution, Claim, Draft, Item, Name, Translation


@cache
def load_demo() -> tuple[tuple[Item, Draft], ...]:
    """The items of the bundled sample with the drafts that were written for them."""
    folder = resources.files("assistant.samples")
    dump = read_bytes(folder.joinpath("dump.txt").read_bytes(), "sample.txt")
    replies = {item["source"]: item for item in json.loads(folder.joinpath("replies.json").read_bytes())["items"]}
    news = [item for item in cut_items(dump) if item.kind.is_news]
    return tuple((item, read_draft(item, replies[item.read(item.headline).strip()])) for item in news)


def read_draft(item: Item, reply: dict[str, Any]) -> Draft:
    """The draft of a reply written by hand: sentences by their source words."""
    english = {sentence["source"]: sentence["english"] for sentence in reply["sentences"]}
    translations = ((s.index, english.get(" ".join(s.text.split()), "")) for s in item.sentences)
    return Draft(
        headline=reply["headline"],
        summary=reply["summary"],
        translations=tuple(Translation(index, text) for index, text in translations if text),
        claims=tuple(_claim(item, claim) for claim in reply["claims"]),
        names=tuple(Name(**name) for name in reply["names"]),
    )


def _claim(item: Item, claim: dict[str, str]) -> Claim:
    cited = tuple(s.index for s in item.sentences if claim["quote"] in s.text)
    chain = Attribution(claim["medium"], claim["speaker"], claim["act"])
    return Claim(claim["english"], cited, claim["quote"], chain)


def credit(draft: Draft, index: int, **chain: str) -> Draft:
    """The draft with other words in the attribution of one claim."""
    claims = list(draft.claims)
    claims[index] = replace(claims[index], attribution=replace(claims[index].attribution, **chain))
    return replace(draft, claims=tuple(claims))
