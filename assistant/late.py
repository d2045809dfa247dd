"""Faces of packages whose modules are imported late: each name when it is first asked for.

``from assistant import checking`` costs nothing, and ``checking.check_draft`` imports the checks. So whoever only wires
things together imports at the top of the file like anybody else, and a command waits for nothing that it does not use.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any


def make_face(package: str, **names: str) -> Callable[[str], Any]:
    """The ``__getattr__`` of a package.

    Args:
        package: its ``__name__``.
        names: module -> the names that are taken from it, with blanks between them; none: the module itself.
    """
    homes = {name: module for module, listed in names.items() for name in listed.split()}

    def find(name: str) -> Any:
        if names.get(name) == "":
            return import_module(f"{package}.{name}")
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found = getattr(import_module(f"{package}.{homes[name]}"), name)
        setattr(sys.modules[package], name, found)  # it is not asked for again
        return found

    return find


@contextmanager
def without(package: str) -> Iterator[None]:
    """Import modules as if this package, which they try to import, were not installed; one that is there stays."""
    is_known = package in sys.modules
    if not is_known:
        sys.modules[package] = None  # type: ignore[assignment]  # Python's own sign for it
    try:
        yield
    finally:
        if not is_known:
            del sys.modules[package]
