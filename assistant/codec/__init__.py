"""Records to JSON and back, by msgspec: it reads dataclasses as they are, checks what it reads, and is there in 10 ms.

What is read back is validated: a saved file may have been edited, cut or written by another version.
"""

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from assistant.errors import BriefingError
from assistant.late import without

if TYPE_CHECKING:
    import msgspec

T = TypeVar("T")


@lru_cache(maxsize=16)
def _decoder(record_type: Any) -> "msgspec.json.Decoder[Any]":
    with without("typing_extensions"):  # nothing of it is needed, and half of the import of msgspec is its own
        import msgspec  # noqa: PLC0415 - the reader lists ten thousand rows without it

    return msgspec.json.Decoder(record_type)


@cache
def _encoder() -> "msgspec.json.Encoder":
    with without("typing_extensions"):
        import msgspec  # noqa: PLC0415 - the same

    return msgspec.json.Encoder()


def encode(record: object, *, indent: int | None = None) -> str:
    """``record`` (any record, nested as it is) as JSON text."""
    text = encode_bytes(record)
    if indent is None:
        return text.decode()
    import msgspec  # noqa: PLC0415 - the same

    return msgspec.json.format(text, indent=indent).decode()


def encode_bytes(record: object) -> bytes:
    """The same in UTF-8, as it is written to a file or a pipe."""
    return _encoder().encode(record)


def decode(record_type: type[T], text: str | bytes) -> T:
    """The record that ``encode`` wrote.

    Raises:
        BriefingError: the text is no such record; the message names the first place that does not fit.
    """
    try:
        return cast("T", _decoder(cast("Any", record_type)).decode(text))
    except (ValueError, RecursionError) as error:  # msgspec's ValidationError and DecodeError are ValueErrors
        raise BriefingError(f"this is no saved {record_type.__name__}: {error}") from error
