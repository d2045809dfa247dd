"""Every schema that is sent to a model keeps to the strict subset; the lint finds each way out of it."""

import json
import re
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal

import pytest
from pydantic import AnyUrl, BaseModel, ConfigDict, Field, create_model

from assistant.daily import glance
from assistant.drafting.reply import Reply
from assistant.drafting.request import SCHEMA_NAME
from assistant.repairing import reply as repairing
from assistant.segmenting import asking
from tests.llm.conftest import SCHEMA
from tests.llm.schema_lint import lint


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Colour(Enum):
    RED = "red"


class Leaf(Strict):
    day: date
    colour: Colour
    kind: Literal["a", "b"]
    maybe: str | None
    few: Annotated[list[str], Field(min_length=1, max_length=3)]


class Good(Strict):
    leaf: Leaf
    leaves: list[Leaf]
    word: Annotated[str, Field(pattern="^[a-z]+$")]


def schema_of(**fields: Any) -> dict[str, Any]:
    model: type[BaseModel] = create_model("M", __config__=ConfigDict(extra="forbid"), **fields)
    return model.model_json_schema()


SCHEMAS = {
    SCHEMA_NAME: Reply.write_schema(),
    repairing.SCHEMA_NAME: repairing.Corrections.write_schema(),
    glance.SCHEMA_NAME: glance.Lines.write_schema(),
    asking.SCHEMA_NAME: asking.ReplyParts.write_schema(),
}


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_every_schema_that_we_send_is_strict(schema: str) -> None:
    assert lint(json.loads(schema)) == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_has_a_name_that_is_taken(name: str) -> None:
    assert re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", name)


def test_what_is_fine_is_left_alone() -> None:
    assert lint(Good.model_json_schema()) == []
    assert lint(json.loads(SCHEMA)) == []


class Loose(BaseModel):
    text: str


@pytest.mark.parametrize(
    ("schema", "problem"),
    [
        (schema_of(text=(str, "")), "root.text: must be required"),
        (schema_of(text=(str, "")), "root.text: default is not taken everywhere"),
        (schema_of(inside=(Loose, ...)), "$defs.Loose: additionalProperties must be false"),
        (schema_of(any=(dict[str, int], ...)), "root.any: additionalProperties must be false"),
        (schema_of(any=(Any, ...)), "root.any: says no type"),
        (schema_of(pair=(tuple[int, str], ...)), "root.pair: prefixItems is not taken everywhere"),
        (schema_of(words=(set[str], ...)), "root.words: uniqueItems is not taken everywhere"),
        (schema_of(page=(AnyUrl, ...)), "root.page: format uri is not taken everywhere"),
        (schema_of(number=(Annotated[Decimal, Field(gt=0)], ...)), "exclusiveMinimum is not taken everywhere"),
        ({"type": "array", "items": {"type": "string"}}, "root: must be an object"),
        ({"type": "object", "properties": {"x": {"$ref": "#/$defs/Y"}}, "required": ["x"]}, "$ref Y: is not defined"),
    ],
)
def test_each_way_out_of_the_subset_is_found(schema: dict[str, Any], problem: str) -> None:
    assert any(problem in line for line in lint(schema)), lint(schema)


def test_a_schema_that_holds_itself_comes_to_an_end() -> None:
    node = {
        "type": "object",
        "properties": {"x": {"$ref": "#/$defs/N"}},
        "required": ["x"],
        "additionalProperties": False,
    }
    assert lint({**node, "$defs": {"N": node}}) == []
