"""Recorded replies: a ``Model`` that answers from a file, as the bundled demo does.

It sees what a server would see, the request alone: it reads the ids and sentences in the user message, looks each
sentence up in the file, and answers in the shape of the schema. The file holds, for each item,

    {"source": headline as printed, "headline": ..., "summary": ...,
     "claims": [{"english", "quote", "medium", "speaker", "act"}], "names": [{"original", "english", "kind"}],
     "sentences": [{"source", "english"}]}

and says in ``about`` where the replies come from.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from assistant.errors import BriefingError, InvalidReplyError
from assistant.patterns import compile_late
from assistant.records import Answer, Request, Usage

_ITEM = compile_late(r'<item id="([^"]+)"')
_SENTENCE = compile_late(r"\[([^\]]+)\] (.*)")


class RecordedModel:
    """Answers from recorded replies. ``about`` is what the reader must be told of them."""

    name = "recorded replies"

    def __init__(self, recording: str) -> None:
        """Take a recording.

        Raises:
            BriefingError: the text is no recording.
        """
        try:
            content = json.loads(recording)
            self.about: str = content["about"]
            self._sentences = {s["source"]: s["english"] for item in content["items"] for s in item["sentences"]}
            self._items: dict[str, Mapping[str, Any]] = {
                s["source"]: item for item in content["items"] for s in ({"source": item["source"]}, *item["sentences"])
            }
        except (ValueError, KeyError, TypeError) as error:
            raise BriefingError(f"the recorded replies cannot be read: {error!r}") from error

    async def ask(self, request: Request) -> Answer:
        """The recorded reply to ``request``; recorded replies cost nothing.

        Raises:
            InvalidReplyError: the file has no reply for an item that is asked about.
        """
        return Answer(self.reply(request.user), self.name, Usage(), cost_usd=0.0)

    def reply(self, user: str) -> str:
        """The recorded reply to a user message.

        Raises:
            InvalidReplyError: the file has no reply for an item that is asked about.
        """
        items = [self._answer(number, sentences) for number, sentences in _read_items(user)]
        return json.dumps({"items": items}, ensure_ascii=False)

    def _answer(self, number: str, sentences: dict[str, str]) -> dict[str, Any]:
        found = next((self._items[text] for text in sentences.values() if text in self._items), None)
        if found is None:
            raise InvalidReplyError("there is no recorded reply for this item", problem="not recorded")
        return {
            "item": number,
            "translation": [{"id": i, "english": self._sentences.get(text, "")} for i, text in sentences.items()],
            "names": found["names"],
            "claims": [{**claim, "ids": _cited(claim["quote"], sentences)} for claim in found["claims"]],
            "summary": found["summary"],
            "headline": found["headline"],
        }


def _read_items(user: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The items of a request: number, and sentences by id."""
    number, sentences = "", dict[str, str]()
    for line in user.splitlines():
        if opening := _ITEM.match(line):
            number, sentences = opening[1], {}
        elif line == "</item>":
            yield number, sentences
        elif sentence := _SENTENCE.match(line):
            sentences[sentence[1]] = sentence[2]


def _cited(quote: str, sentences: dict[str, str]) -> list[str]:
    """The sentences in which the quotation stands; two neighbours where it runs over a full stop."""
    alone = [number for number, text in sentences.items() if quote in text]
    if alone:
        return alone[:1]
    numbers = list(sentences)
    pairs = pairwise(numbers)
    return next(([a, b] for a, b in pairs if quote in sentences[a] + sentences[b]), [])
