"""The shape of a reply: its JSON schema for the server, and the way back from its text."""

import json
from functools import cache
from typing import Self

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import InvalidReplyError

QUOTED_PROBLEMS = 5
"""How many of the things that the validation found wrong are quoted to the model."""


class Shape(BaseModel):
    """What a reply must hold: every field, none surplus. All servers with structured outputs accept this subset."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    @cache
    def write_schema(cls) -> str:
        """The JSON schema as canonical text, without the words that are meant for programmers."""
        return json.dumps(_bare(cls.model_json_schema()), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def read(cls, text: str) -> Self:
        """The reply in ``text``.

        Raises:
            InvalidReplyError: it does not have the shape; ``problem`` quotes what the validation says, place by place.
        """
        try:
            return cls.model_validate_json(text)
        except ValidationError as error:
            found = error.errors(include_url=False)[:QUOTED_PROBLEMS]
            problem = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'reply'}: {e['msg']}" for e in found)
            message = "the model's reply does not have the shape that was asked for"
            raise InvalidReplyError(message, problem=problem) from error


def _bare(node: object) -> object:
    """The schema without titles and descriptions: they cost tokens in every call and say nothing new."""
    if isinstance(node, list):
        return [_bare(part) for part in node]
    if not isinstance(node, dict):
        return node
    bare = {
        key: {name: _bare(part) for name, part in value.items()} if key in ("properties", "$defs") else _bare(value)
        for key, value in node.items()
        if key not in ("title", "description")
    }
    if isinstance(fields := bare.get("properties"), dict):
        bare["required"] = list(fields)  # servers with structured outputs want all; replies without some are read
    return bare
