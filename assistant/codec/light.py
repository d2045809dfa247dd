"""The same reading as ``codec.decode``, in plain Python: ten times slower for each record, and nothing to import first.

For the command that reads one briefing and ends (``briefing show``): msgspec, with what it imports, takes longer than
all the rest of it. A test holds the two against each other, on what they read and on what they refuse.
"""

import json
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, TypeVar, cast, get_args, get_origin

from assistant.errors import BriefingError

T = TypeVar("T")
_Read = Callable[[Any], Any]


def decode_light(record_type: type[T], text: str | bytes) -> T:
    """The record that ``codec.encode`` wrote.

    Raises:
        BriefingError: the text is no such record.
    """
    try:
        return cast("T", _reader(cast("Any", record_type))(json.loads(text)))
    except (ValueError, RecursionError) as error:
        raise BriefingError(f"this is no saved {record_type.__name__}: {error}") from error


@cache
def _reader(kind: Any) -> _Read:
    """What makes a value of ``kind`` of a value of JSON, or raises ``ValueError``."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if get_origin(kind) is tuple:
        return _tuple_reader(get_args(kind))
    if NoneType in get_args(kind):
        inner = _reader(*(arg for arg in get_args(kind) if arg is not NoneType))
        return lambda value: None if value is None else inner(value)
    if issubclass(kind, Enum):
        return lambda value: kind(_text(value))
    if issubclass(kind, tuple):  # a NamedTuple
        inner = _tuple_reader(tuple(kind.__annotations__.values()))
        return lambda value: kind(*inner(value))
    return _record_reader(kind)


def _record_reader(kind: Any) -> _Read:
    readers: dict[str, _Read] = {}

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueError(f"expected an object for {kind.__name__}, got {_shorten(value)}")
        if not readers:  # now, for a record may hold others of its own kind
            readers.update({name: _reader(held) for name, held in kind.__annotations__.items()})
        try:
            return kind(**{name: readers[name](held) for name, held in value.items() if name in readers})
        except TypeError as error:
            raise ValueError(f"{kind.__name__}: {error}") from error

    return read


def _tuple_reader(kinds: tuple[Any, ...]) -> _Read:
    if kinds[-1] is Ellipsis:
        each = _reader(kinds[0])
        return lambda value: tuple(map(each, _list(value)))
    readers = tuple(map(_reader, kinds))
    return lambda value: tuple(read(held) for read, held in zip(readers, _list(value), strict=True))


def _exactly(*kinds: type) -> _Read:
    def read(value: Any) -> Any:
        if type(value) not in kinds:
            raise ValueError(f"expected {kinds[0].__name__}, got {_shorten(value)}")
        return value

    return read


def _shorten(value: object) -> str:
    return repr(value)[:40]


_list, _text, _number = _exactly(list), _exactly(str), _exactly(float, int)
_PLAIN: dict[Any, _Read] = {
    str: _text,
    int: _exactly(int),
    bool: _exactly(bool),
    float: lambda value: float(_number(value)),
    date: lambda value: date.fromisoformat(_text(value)),
    datetime: lambda value: datetime.fromisoformat(_text(value)),
}
