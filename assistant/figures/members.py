"""``StrEnum`` and ``IntEnum`` with members that are plain attributes, for what is asked for a hundred times a text.

Python 3.11 finds a member of an enumeration through a hook of its class, which takes several times as long. A member
here is a string or a number of its own class: ``Kind.COUNT`` is the only ``Kind("count")``, in every process.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # to a type checker they are enumerations
    from enum import IntEnum as IntMembers
    from enum import StrEnum as StrMembers
else:

    class _Listed(type):
        """A class whose members can be gone through, as those of an enumeration."""

        def __iter__(cls) -> Iterator[Any]:
            return iter(cls._members.values())

        def __len__(cls) -> int:
            return len(cls._members)

    class _Members(metaclass=_Listed):
        __slots__ = ()
        _members: dict[Any, Any]

        def __init_subclass__(cls) -> None:
            plain = {name: value for name, value in vars(cls).items() if name.isupper()}
            cls._members = {value: super(_Members, cls).__new__(cls, value) for value in plain.values()}
            for name, value in plain.items():
                setattr(cls, name, cls._members[value])

        def __new__(cls, value: Any) -> Any:
            if value not in cls._members:
                raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
            return cls._members[value]

        @property
        def name(self) -> str:
            return next(name for name, member in vars(type(self)).items() if member is self)

    class StrMembers(_Members, str):
        """Members that are strings."""

        __slots__ = ()
        value = property(str)

    class IntMembers(_Members, int):
        """Members that are whole numbers."""

        __slots__ = ()
        value = property(int)


__all__ = ["IntMembers", "StrMembers"]
