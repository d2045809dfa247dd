"""Bytes -> ``Dump``: fetch, decode, extract, clean. The only place where text changes; then there are only spans."""

from datetime import datetime
from hashlib import sha256
from pathlib import Path

from assistant.errors import EmptyDumpError, TooLargeError
from assistant.reading.cleaning import clean_text
from assistant.reading.decoding import decode_bytes
from assistant.reading.files import limit_size, read_file, read_stdin
from assistant.reading.limits import MAX_BYTES, MAX_LINE_CHARACTERS
from assistant.records import Dump

__all__ = ["MAX_BYTES", "MAX_LINE_CHARACTERS", "clean_text", "read_bytes", "read_dump"]


def read_dump(path: str | Path, *, encoding: str | None = None, as_of: datetime | None = None) -> Dump:
    """Read one file, or standard input for ``-``.

    Raises:
        ReadingError: missing, empty, a folder, binary, in an unknown encoding, too large.
    """
    if str(path) == "-":
        return read_bytes(read_stdin(), "-", encoding=encoding, as_of=as_of)
    data, modified = read_file(Path(path))
    return read_bytes(data, str(path), encoding=encoding, as_of=as_of, modified=modified)


def read_bytes(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    as_of: datetime | None = None,
    modified: datetime | None = None,
) -> Dump:
    """Make a dump of bytes that are already here.

    Raises:
        ReadingError: empty, binary, in an unknown encoding, too large.
    """
    shown = "standard input" if name == "-" else name
    limit_size(data, shown)
    if not data.strip():
        raise EmptyDumpError(shown, "is empty")
    decoded = decode_bytes(data, shown, encoding=encoding)
    text, cleaned = clean_text(decoded.text)
    if decoded.bad_bytes:
        cleaned = (("undecodable bytes", decoded.bad_bytes), *cleaned)
    if not text.strip():
        raise EmptyDumpError(shown, "holds no text")
    longest = max(map(len, text.split("\n")))
    if longest > MAX_LINE_CHARACTERS:
        raise TooLargeError(shown, f"has a line of {longest:,} characters; the limit is {MAX_LINE_CHARACTERS:,}")
    return Dump(name, text, sha256(data).hexdigest(), decoded.encoding, cleaned, as_of, modified)
