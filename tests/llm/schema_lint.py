"""The strict subset of JSON schema that every server with structured outputs takes.

The openai SDK never complains about a schema; the API answers HTTP 400, other servers relax in silence what they do
not know. So every schema of ours is held against this list (``test_schemas``).
"""

from collections.abc import Iterator, Mapping
from typing import Any

KNOWN = frozenset({
    "type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "$ref", "$defs",
    "minItems", "maxItems", "minLength", "maxLength", "minimum", "maximum", "pattern", "format", "title", "description",
})  # fmt: skip
FORMATS = frozenset({"date", "date-time", "time", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"})
MOST_DEPTH = 10
MOST_PROPERTIES = 5_000


def lint(schema: Mapping[str, Any]) -> list[str]:
    """What is wrong with ``schema``, one line each, beginning with the place; empty when it is strict."""
    problems = list(_lint(schema, "root"))
    if schema.get("type") != "object":
        problems.insert(0, "root: must be an object")
    defined = schema.get("$defs", {})
    for name, part in defined.items():
        problems += _lint(part, f"$defs.{name}")
    problems += [f"$ref {name}: is not defined" for name in sorted(_references(schema) - set(defined))]
    if sum(len(node.get("properties", {})) for node in _nodes(schema)) > MOST_PROPERTIES:
        problems.append(f"root: more than {MOST_PROPERTIES} properties")
    return problems


def _lint(node: Mapping[str, Any], place: str, depth: int = 1) -> Iterator[str]:
    """Problems of one node and what it holds, definitions aside."""
    if depth > MOST_DEPTH:
        yield f"{place}: deeper than {MOST_DEPTH}"
        return
    yield from (f"{place}: {key} is not taken everywhere" for key in node if key not in KNOWN)
    if not {"type", "anyOf", "$ref", "enum", "const"} & node.keys():
        yield f"{place}: says no type"
    if "format" in node and node["format"] not in FORMATS:
        yield f"{place}: format {node['format']} is not taken everywhere"
    if node.get("type") == "object":
        yield from _lint_object(node, place)
    if node.get("type") == "array" and "items" not in node:
        yield f"{place}: says no items"
    for name, part in _parts(node):
        yield from _lint(part, f"{place}.{name}", depth + 1)


def _lint_object(node: Mapping[str, Any], place: str) -> Iterator[str]:
    if node.get("additionalProperties") is not False:
        yield f"{place}: additionalProperties must be false"
    optional = node.get("properties", {}).keys() - set(node.get("required", ()))
    yield from (f"{place}.{name}: must be required" for name in sorted(optional))


def _parts(node: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield from node.get("properties", {}).items()
    if "items" in node:
        yield "items", node["items"]
    yield from ((f"anyOf{number}", part) for number, part in enumerate(node.get("anyOf", ())))


def _nodes(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    waiting = [schema, *schema.get("$defs", {}).values()]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [part for _, part in _parts(node)]


def _references(schema: Mapping[str, Any]) -> set[str]:
    return {str(node["$ref"]).removeprefix("#/$defs/") for node in _nodes(schema) if "$ref" in node}
