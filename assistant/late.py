"""Faces of packages whose modules are imported late: each name when it is first asked for.

``from assistant import checking`` costs nothing, and ``checking.check_draft`` imports the checks. So whoever only wires
things together imports at the top of the file like anybody else, and a command waits for nothing that it does not use.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
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


def put_off(name: str) -> None:
    """Put a package in its place that is empty until something of it is asked for; only then it is imported.

    Its modules can be imported one by one meanwhile; ``dir`` and ``import *`` see nothing of it. A package that is not
    there, or imported already, is left alone.

    Args:
        name: of the package, which is inside another one; what holds it need not be imported yet.
    """
    holder, _, short = name.rpartition(".")
    around = sys.modules[holder].__spec__ if holder in sys.modules else PathFinder.find_spec(holder)
    spec = PathFinder.find_spec(name, around.submodule_search_locations) if around else None
    if name in sys.modules or spec is None or spec.loader is None or spec.submodule_search_locations is None:
        return
    from threading import RLock  # noqa: PLC0415 (paid only where a package is put off: ``briefing show`` puts off none)

    package, loader = module_from_spec(spec), spec.loader
    turn, begun = RLock(), False

    def find(attribute: str) -> Any:
        nonlocal begun
        with turn:  # whoever else asks meanwhile waits until all of it is there
            if not attribute.startswith("__") and not begun:
                begun = True
                try:
                    loader.exec_module(package)
                except BaseException:
                    begun = False  # it is tried again when something is asked for again
                    raise
            if attribute in vars(package):
                return vars(package)[attribute]
        raise AttributeError(f"module {name!r} has no attribute {attribute!r}")

    package.__getattr__ = find  # type: ignore[method-assign]  # as a module's own (PEP 562)
    sys.modules[name] = package
    if holder in sys.modules:
        setattr(sys.modules[holder], short, package)
