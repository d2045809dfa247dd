"""``@record``: what ``@dataclass(frozen=True, slots=True)`` makes, in a fifth of the time.

The standard library writes and compiles six functions for each class; the nouns of the program are sixty, and every
command waits for them. Here only ``__init__`` is written for each class; the others are shared and do the same.

Which one where: ``@record`` for what many commands define and few make (the nouns, rows of the store, jobs of engines);
``figures.values.quick_record`` for what is made by the thousand, frozen for the type checker alone; and the plain
``@dataclass(frozen=True, slots=True)`` for all else, inside one module or package.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def record(cls: type[_Class]) -> type[_Class]:
    """A frozen dataclass with slots: ``fields``, ``replace``, ``asdict``, pickling and matching work as ever."""
    made = dataclasses.dataclass(slots=True, init=False, repr=False, eq=False)(cls)
    fields = dataclasses.fields(made)  # type: ignore[arg-type]  # it is one now
    made.__dataclass_params__.frozen = made.__dataclass_params__.eq = True  # type: ignore[attr-defined]  # the same
    names = [field.name for field in fields]
    shared: dict[str, Any] = {
        "__init__": _init_later(made, fields),
        "_values": staticmethod(attrgetter(*names)),
        "__repr__": _repr,
        "__eq__": _eq,
        "__hash__": _hash,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__getstate__": _get_state,
        "__setstate__": _set_state,
    }
    for name, value in shared.items():
        if cls.__dict__.get(name) is None:  # a class with its own ``__eq__`` and no hash has None there
            setattr(made, name, value)
    return made


def _init_later(made: type[Any], fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., None]:
    """An ``__init__`` that puts the real one in its place when the first record is made: many never are."""

    def init(self: Any, *values: Any, **named: Any) -> None:
        made.__init__ = _make_init(fields)
        made.__init__(self, *values, **named)

    return init


def _make_init(fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., None]:
    """``def __init__(self, a, b=b): set(self, "a", a); ...``; the names are those of the class's own annotations."""
    known: dict[str, Any] = {"_set": object.__setattr__}
    parameters, lines = [], []
    for field in fields:
        value = field.name
        if field.default is not dataclasses.MISSING:
            known[f"_{field.name}"] = field.default
            parameters.append(f"{field.name}=_{field.name}")
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_{field.name}"] = field.default_factory
            parameters.append(f"{field.name}=_set")
            value = f"_{field.name}() if {field.name} is _set else {field.name}"
        else:
            parameters.append(field.name)
        lines.append(f" _set(self, {field.name!r}, {value})")
    exec(f"def __init__(self, {', '.join(parameters)}):\n" + "\n".join(lines), known)  # noqa: S102 - names of our own
    return cast("Callable[..., None]", known["__init__"])


def _repr(self: Any) -> str:
    shown = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self))
    return f"{type(self).__qualname__}({shown})"


def _eq(self: Any, other: Any) -> Any:
    return self._values(self) == self._values(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: Any) -> int:
    return hash(self._values(self))


def _refuse(self: object, name: str, *_: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r} of a {type(self).__name__}")


def _get_state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
