"""What the fields of a result mean, put into its JSON schema: the words that stand below them in the records."""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from assistant import records
from assistant.reporting import seals, whole


def describe_fields(schema: dict[str, Any]) -> None:
    """Give each field of the records in ``schema`` the description that the record has for it."""
    for name, defined in schema["$defs"].items():
        record = next((found for home in (records, whole, seals) if (found := getattr(home, name, None))), None)
        if record is None:
            continue
        defined.setdefault("description", inspect.cleandoc(record.__doc__ or ""))
        for field, words in _read_fields(record):
            if field in defined.get("properties", {}):
                defined["properties"][field]["description"] = words


def _read_fields(record: type) -> Iterator[tuple[str, str]]:
    """The fields of a class with the string that stands below each."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(record))).body[0]
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    for field, below in pairwise(body):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
            and isinstance(below.value.value, str)
        ):
            yield field.target.id, inspect.cleandoc(below.value.value)
