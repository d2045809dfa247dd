"""What Python compiles of regular expressions, kept beside the bytecode of this package.

Python keeps what it compiles of modules, and makes their regular expressions anew in each process: five hundred of
ours take longer than all else that a short run does. They are kept as bytecode is: in ``__pycache__``, for this Python
alone, not where bytecode is not to be written, and a file that cannot be read or written is no error.

``re`` has no public door to its code. What is asked here of its inner modules has been the same since Python 3.7
(``Lib/re/_compiler.py``, ``compile``); where a Python does it otherwise, ``re.compile`` is asked.
"""

import marshal
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any, cast
from zlib import crc32

MOST = 4_000
"""Patterns in the file; it is begun anew where old ones, of patterns that were changed since, would go beyond."""
_OTHERWISE = (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError)
"""What another Python's ``re`` may answer to a question that it does not know, and broken code as well."""

_NEED = "(?#pieces)"
"""Before the name of a pattern whose pieces are kept: a comment, as expressions have it."""
_SUM = 4
"""Bytes at the beginning of the file: the checksum of the rest."""

_Key = tuple[str, int]
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags with those that the pattern sets, code (machine words of ``array`` type I), number of groups, their names."""
_Kept = _Code | frozenset[str]
"""Code, or the pieces of a pattern."""


class KeptPatterns:
    """The patterns of one file. What it does not hold is compiled, and written to it when ``write`` is called."""

    def __init__(self, path: str) -> None:
        """``path`` need not exist; none: nothing is kept."""
        self.path = path
        self._codes = self._read()
        self._new: dict[_Key, _Kept] = {}

    def compile(self, source: str, flags: int) -> re.Pattern[str]:
        """What ``re.compile`` gives, and raises."""
        if not self.path:
            return re.compile(source, flags)
        key = (source, int(flags))
        if code := self._codes.get(key) or self._new.get(key):
            with suppress(*_OTHERWISE):
                return _restore(source, cast("_Code", code))
        try:
            made = self._new[key] = _translate(source, int(flags))
            return _restore(source, made)
        except re.error:
            raise
        except _OTHERWISE:
            return re.compile(source, flags)

    def need(self, source: str, flags: int) -> frozenset[str]:
        """Of what a text that the pattern matches holds at least one: see ``pieces``."""
        key = (_NEED + source, int(flags))
        kept = self._codes.get(key, self._new.get(key))
        if kept is None:
            from assistant.patterns.pieces import need_pieces  # noqa: PLC0415 - not needed where they are kept

            kept = self._new[key] = need_pieces(source, flags)
        return cast("frozenset[str]", kept)

    def write(self) -> None:
        """Add what was compiled to the file, whole or not at all; another process may have written in the meantime."""
        if not self.path or sys.dont_write_bytecode or not self._new:
            return
        codes = self._read() | self._new
        if len(codes) > MOST:
            codes = self._new
        from pathlib import Path  # noqa: PLC0415 - takes 3 ms to import, and most processes have nothing to write
        from tempfile import NamedTemporaryFile  # noqa: PLC0415 - the same

        path = Path(self.path)
        payload = marshal.dumps((_version(), codes))
        draft = None
        try:
            path.parent.mkdir(exist_ok=True)
            with NamedTemporaryFile(dir=path.parent, prefix=f"{path.name}.", delete=False) as file:
                draft = Path(file.name)
                file.write(crc32(payload).to_bytes(_SUM, "big") + payload)
            draft.replace(path)
        except OSError:
            if draft:
                draft.unlink(missing_ok=True)
        self._codes, self._new = codes, {}

    def _read(self) -> dict[_Key, _Kept]:
        if not self.path:
            return {}
        try:
            with open(self.path, "rb") as file:  # noqa: PTH123 - see `write`
                # as trusted as the bytecode beside it: whoever writes there writes our code
                content = file.read()
            payload = content[_SUM:]
            if crc32(payload) != int.from_bytes(content[:_SUM], "big"):
                return {}  # damaged: a rule that is another one would go unnoticed
            version, codes = marshal.loads(payload)  # noqa: S302
        except (OSError, EOFError, ValueError, TypeError):
            return {}
        return codes if version == _version() and isinstance(codes, dict) else {}


@cache
def our_patterns(part: str = "") -> KeptPatterns:
    """Those of this package and this Python; ``part``: those of a command that needs few, in a file of their own."""
    bytecode = __spec__.cached or ""  # none where a Python keeps none
    return KeptPatterns(bytecode and bytecode.removesuffix("pyc") + f"{part and part + '.'}patterns")


def _version() -> tuple[Any, ...]:
    return sys.version, import_module("_sre").MAGIC, sys.byteorder, array("I").itemsize


def _translate(source: str, flags: int) -> _Code:
    parsed = import_module("re._parser").parse(source, flags)
    code = import_module("re._compiler")._code(parsed, flags)
    names = dict(parsed.state.groupdict)
    groups: list[str | None] = [None] * parsed.state.groups
    for name, group in names.items():
        groups[group] = name
    return flags | parsed.state.flags, array("I", code).tobytes(), parsed.state.groups - 1, names, tuple(groups)


def _restore(source: str, code: _Code) -> re.Pattern[str]:
    flags, words, count, names, groups = code
    pattern: re.Pattern[str] = import_module("_sre").compile(
        source, flags, array("I", words).tolist(), count, names, groups
    )
    return pattern
