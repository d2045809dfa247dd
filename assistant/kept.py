"""``kept_property``: ``functools.cached_property`` without its lock, for what is asked of every pair of texts."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

_Value = TypeVar("_Value")


class kept_property(Generic[_Value]):  # noqa: N801 - a decorator, named like those it stands for
    """What a method finds, found when it is first asked for and kept with the object.

    Python 3.11 takes a lock for each, and three times as long; 3.12 has dropped it.
    """

    def __init__(self, find: Callable[[Any], _Value]) -> None:
        self._find, self.__doc__ = find, find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, one: Any, owner: type) -> _Value:
        found = one.__dict__[self._name] = self._find(one)
        return found
