"""``@record``: what ``@dataclass(frozen=True, slots=True)`` makes, in a tenth of the time and without ``dataclasses``.

The standard library writes and compiles six functions for each class, and needs ``inspect`` to do so, which takes as
long to import as a short command has; the nouns of the program are sixty, and every command waits for them. Here only
``__init__`` is written for each class, when the first is made; the rest is shared, and what ``dataclasses`` asks of a
class is there when it asks.

Which one where: ``@record`` for what many commands define and few make (the nouns, rows of the store, jobs of engines);
``@quick_record`` for what is made by the thousand, frozen for the type checker alone; and the plain
``@dataclass(frozen=True, slots=True)`` for all else, inside one module or package.
"""

import itertools
from collections.abc import Callable
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform

_Class = TypeVar("_Class")
FEW = 24
"""Records of a class that are made without an ``__init__`` of its own."""


@dataclass_transform(frozen_default=True)
def record(cls: type[_Class]) -> type[_Class]:
    """A frozen dataclass with slots: ``fields``, ``replace``, ``asdict``, pickling and matching work as ever.

    Every annotation is a field, and a class inherits none; ``field(default_factory=...)`` is understood.
    """
    names = tuple(cls.__annotations__)
    parts = {name: value for name, value in vars(cls).items() if name not in (*names, "__dict__", "__weakref__")}
    made = cast("Any", type(cls))(cls.__name__, cls.__bases__, parts | {"__slots__": names, "__match_args__": names})
    made.__qualname__ = cls.__qualname__
    defaults = {name: vars(cls)[name] for name in names if name in vars(cls)}
    shared: dict[str, Any] = {
        "__init__": _init_later(made, defaults),
        "__dataclass_fields__": _Later("__dataclass_fields__", defaults),
        "__dataclass_params__": _Later("__dataclass_params__", defaults),
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
        if parts.get(name) is None:  # a class with its own ``__eq__`` and no hash has None there
            setattr(made, name, value)
    return cast("type[_Class]", made)


def change(made: _Class, **values: object) -> _Class:
    """The same record with other ``values``: what ``dataclasses.replace`` makes, for whoever has not imported it."""
    kept = {name: getattr(made, name) for name in cast("Any", made).__match_args__}
    return type(made)(**{**kept, **values})


_KEPT = object()


def kept() -> Any:
    """The default of what a quick record keeps and is not made of: None until it is set, and no part of its value."""
    return _KEPT


@dataclass_transform(frozen_default=True)
def quick_record(cls: type[_Class]) -> type[_Class]:
    """A class with slots, made of what it annotates, that is frozen for the type checker and not while running.

    To refuse changes while running takes four times as long for each that is made. ``__post_init__`` is called as in a
    dataclass, also by ``change_quickly``: it sets what is kept and always asked for.
    """
    names = tuple(cls.__annotations__)
    made_of = tuple(name for name in names if vars(cls).get(name) is not _KEPT)
    parts = {name: value for name, value in vars(cls).items() if name not in (*names, "__dict__", "__weakref__")}
    made = cast("Any", type(cls))(cls.__name__, cls.__bases__, parts | {"__slots__": names, "__match_args__": made_of})
    made.__qualname__ = cls.__qualname__
    defaults = {name: vars(cls)[name] for name in made_of if name in vars(cls)}
    lines = [f" self.{name} = None" for name in names if name not in made_of]
    lines += [" self.__post_init__()"] if "__post_init__" in parts else []
    made.__init__ = _make_init(made_of, defaults, " self.{0} = {1}", *lines)
    made._values = staticmethod(attrgetter(*made_of))
    made.__repr__, made.__eq__, made.__hash__ = _repr, _eq, _hash
    return cast("type[_Class]", made)


def change_quickly(made: _Class, **values: object) -> _Class:
    """A quick record with other ``values``; what is kept is found anew."""
    other: Any = type(made)(*cast("Any", made)._values(made))
    for name, value in values.items():
        setattr(other, name, value)
    if "__post_init__" in type(other).__dict__:
        other.__post_init__()
    return cast("_Class", other)


class _Later:
    """What ``dataclasses`` keeps in a class of its own; worked out by itself, when somebody asks for it."""

    def __init__(self, name: str, defaults: dict[str, Any]) -> None:
        self._name, self._defaults = name, defaults

    def __get__(self, one: object, made: type[Any]) -> Any:
        import dataclasses  # noqa: PLC0415 - whoever asks has imported it

        fields = (
            (name, kind, self._defaults.get(name, dataclasses.MISSING)) for name, kind in made.__annotations__.items()
        )
        twin: Any = dataclasses.make_dataclass(made.__name__, fields, init=False, repr=False, eq=False)
        twin.__dataclass_params__.frozen = twin.__dataclass_params__.eq = True
        known = getattr(twin, self._name)
        setattr(made, self._name, known)
        return known


def _init_later(made: type[Any], defaults: dict[str, Any]) -> Callable[..., None]:
    """An ``__init__`` that puts the real one in its place when records are made by the dozen: of most classes none are.

    To write and compile it takes as long as to do without it a hundred times.
    """
    names: tuple[str, ...] = made.__match_args__
    made_so_far = itertools.count()

    def init(self: Any, *values: Any, **named: Any) -> None:
        given = {**dict(zip(names, values, strict=False)), **named}
        is_regular = len(given) == len(values) + len(named) and all(map(names.__contains__, named))
        if next(made_so_far) < FEW and is_regular and all(name in given or name in defaults for name in names):
            for name in names:
                object.__setattr__(self, name, given[name] if name in given else _default(defaults[name]))
            return
        made.__init__ = _make_init(names, defaults)  # which says what is wrong, where something is
        made.__init__(self, *values, **named)

    return init


def _default(default: Any) -> Any:
    factory = getattr(default, "default_factory", None)  # of a ``dataclasses.field``
    return factory() if factory else default


def _make_init(
    names: tuple[str, ...], defaults: dict[str, Any], line: str = " _set(self, {0!r}, {1})", *more: str
) -> Callable[..., None]:
    """``def __init__(self, a, b=_b): set(self, "a", a); ...``; the names are those of the class's own annotations.

    Args:
        names: what the record is made of.
        defaults: the values of some of them.
        line: how one is set, by its name and what gives its value.
        more: what else it does.
    """
    known: dict[str, Any] = {"_set": object.__setattr__}
    parameters, lines = [], []
    for name in names:
        value, default = name, ""
        if name in defaults:
            factory = getattr(defaults[name], "default_factory", None)  # of a ``dataclasses.field``
            known[f"_{name}"] = factory or defaults[name]
            default = "=_set" if factory else f"=_{name}"
            value = f"_{name}() if {name} is _set else {name}" if factory else name
        parameters.append(f"{name}{default}")
        lines.append(line.format(name, value))
    lines += more
    exec(f"def __init__(self, {', '.join(parameters)}):\n" + "\n".join(lines), known)  # noqa: S102 - names of our own
    return cast("Callable[..., None]", known["__init__"])


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({shown})"


def _eq(self: Any, other: Any) -> Any:
    return self._values(self) == self._values(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: Any) -> int:
    return hash(self._values(self))


def _refuse(self: object, name: str, *_: object) -> None:
    from dataclasses import FrozenInstanceError  # noqa: PLC0415 - nobody does it but a test

    raise FrozenInstanceError(f"cannot change field {name!r} of a {type(self).__name__}")


def _get_state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__match_args__]


def _set_state(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__match_args__, state, strict=True):
        object.__setattr__(self, name, value)
