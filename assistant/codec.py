"""Records to JSON and back: pydantic at the border, dataclasses inside.

What is read back is validated: a saved file may have been edited, cut or written by another version. pydantic is
imported at the first record, not before: the reader lists ten thousand rows without it.
"""

from typing import TYPE_CHECKING, Any, TypeVar, cast

from assistant.errors import BriefingError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")


_adapters: dict[object, "TypeAdapter[Any]"] = {}


def _adapter(record_type: Any) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter  # noqa: PLC0415 - 0.16 s that the first frame of the reader does not have

    if record_type not in _adapters:
        _adapters[record_type] = TypeAdapter(record_type)
    return _adapters[record_type]


def encode(record: object, *, indent: int | None = None) -> str:
    """``record`` (any record, nested as it is) as JSON text."""
    return _adapter(type(record)).dump_json(record, indent=indent).decode()


def decode(record_type: type[T], text: str | bytes) -> T:
    """The record that ``encode`` wrote.

    Raises:
        BriefingError: the text is no such record; the message names the first place that does not fit.
    """
    try:
        return cast("T", _adapter(record_type).validate_json(text))
    except ValueError as error:  # pydantic's ValidationError is one
        raise BriefingError(f"this is no saved {record_type.__name__}: {_first_problem(error)}") from error


def _first_problem(error: ValueError) -> str:
    errors = getattr(error, "errors", None)
    if errors is None:
        return str(error)
    first = errors()[0]
    place = ".".join(map(str, first["loc"])) or "the whole"
    return f"{place}: {first['msg']}"
