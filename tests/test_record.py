"""``@record`` makes what ``@dataclass(frozen=True, slots=True)`` makes: the same class twice, held side by side."""

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from typing import Any, NamedTuple

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from assistant.records.record import FEW, change, change_quickly, kept, quick_record, record


class Pair(NamedTuple):
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Usual:
    name: str
    where: Pair
    inner: tuple["Usual", ...] = ()
    notes: dict[str, int] = field(default_factory=dict)
    cost: float | None = None

    @property
    def length(self) -> int:
        return self.where.end - self.where.start


@record
class Quick:
    name: str
    where: Pair
    inner: tuple["Quick", ...] = ()
    notes: dict[str, int] = field(default_factory=dict)
    cost: float | None = None

    @property
    def length(self) -> int:
        return self.where.end - self.where.start


@record
class One:
    value: int


@quick_record
class Fast:
    name: str
    size: int = 1
    found: int | None = kept()
    """What is worked out once."""


ARGUMENTS = st.fixed_dictionaries(
    {"name": st.text(max_size=5), "where": st.builds(Pair, st.integers(0, 9), st.integers(0, 9))},
    optional={"cost": st.none() | st.floats(0, 9)},
)


@given(ARGUMENTS, ARGUMENTS)
def test_equal_alike_printed_alike_taken_apart_alike(first: dict[str, Any], second: dict[str, Any]) -> None:
    usual, quick = Usual(**first), Quick(**first)
    assert repr(quick) == repr(usual).replace("Usual", "Quick")
    assert asdict(quick) == asdict(usual)
    assert quick.length == usual.length
    assert (quick == Quick(**second)) == (usual == Usual(**second))
    assert quick != object()
    for same in (copy.deepcopy(quick), pickle.loads(pickle.dumps(quick)), replace(quick, name=quick.name)):
        assert same == quick
        assert type(same) is Quick


def test_its_fields_defaults_and_slots_are_those_of_a_dataclass() -> None:
    names = [f.name for f in fields(Usual)]
    assert [f.name for f in fields(Quick)] == names
    assert vars(Quick)["__slots__"] == vars(Usual)["__slots__"]
    assert vars(Quick)["__match_args__"] == vars(Usual)["__match_args__"]
    one, other = Quick("a", Pair(0, 1)), Quick("a", Pair(0, 1))
    assert one.notes == {}
    assert one.notes is not other.notes
    with pytest.raises(TypeError):
        Quick("a")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Quick("a", Pair(0, 1), nothing=1)  # type: ignore[call-arg]


def test_it_is_frozen() -> None:
    quick = Quick("a", Pair(0, 1))
    with pytest.raises(FrozenInstanceError):
        quick.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        quick.other = "b"  # type: ignore[attr-defined]
    with pytest.raises(FrozenInstanceError):
        del quick.name
    assert hash(One(3)) == hash(One(3))
    assert {One(3), One(3)} == {One(3)}


@pytest.mark.parametrize("text", ['{"name":"a","where":[0,2],"inner":[{"name":"b","where":[1,2]}],"cost":1.5}'])
def test_json_comes_back_as_it(text: str) -> None:
    wanted = Quick("a", Pair(0, 2), (Quick("b", Pair(1, 2)),), cost=1.5)
    assert msgspec.json.decode(text, type=Quick) == wanted
    assert TypeAdapter(Quick).validate_json(text) == wanted
    assert msgspec.json.decode(msgspec.json.encode(wanted), type=Quick) == wanted


def test_a_class_keeps_its_own_equality_as_in_a_dataclass() -> None:
    @dataclass(frozen=True, slots=True)
    class UsualFolded:
        value: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, UsualFolded) and self.value.lower() == other.value.lower()

        def __hash__(self) -> int:
            return hash(self.value.lower())

    @record
    class QuickFolded:
        value: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, QuickFolded) and self.value.lower() == other.value.lower()

        def __hash__(self) -> int:
            return hash(self.value.lower())

    assert len({UsualFolded("A"), UsualFolded("a")}) == len({QuickFolded("A"), QuickFolded("a")}) == 1


@pytest.mark.parametrize("before", [0, FEW - 1, FEW, 2 * FEW])
def test_it_is_made_alike_by_the_first_and_by_the_hundredth_call(before: int) -> None:
    @record
    class Made:
        one: int
        two: tuple[str, ...] = ()
        three: list[int] = field(default_factory=list)

    for _ in range(before):
        Made(0)
    made = Made(1, three=[3])
    assert (made.one, made.two, made.three) == (1, (), [3])
    assert Made(2).three is not Made(2).three
    assert Made(1, ("x",)) == Made(one=1, two=("x",)) == change(made, two=("x",), three=[])
    for values, named in (((), {}), ((1, (), [], 4), {}), ((1,), {"one": 1}), ((1,), {"four": 4})):
        with pytest.raises(TypeError, match=r"Made\.__init__|__init__\(\)"):
            Made(*values, **named)  # type: ignore[arg-type]  # wrong on purpose
    assert Made(5).one == 5


def test_a_quick_record_is_its_parts_and_not_what_it_keeps() -> None:
    one, other = Fast("a"), Fast("a", size=1)
    assert one.found is None
    one.found = 7  # type: ignore[misc]
    assert one == other
    assert hash(one) == hash(other)
    assert repr(one) == "Fast(name='a', size=1)"
    assert one != Fast("a", 2)
    assert one != object()
    assert copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one
    longer = change_quickly(one, size=2)
    assert (longer, longer.found, one.size) == (Fast("a", 2), None, 1)
    with pytest.raises(TypeError):
        Fast()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Fast("a", found=7, nothing=1)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        one.other = 1  # type: ignore[attr-defined]


def test_what_a_quick_record_always_keeps_is_set_when_it_is_made_and_when_it_changes() -> None:
    @quick_record
    class Told:
        words: str | None
        is_soft: bool = False
        length: int | None = kept()

        def __post_init__(self) -> None:
            self.length = None if self.words is None else len(self.words)  # type: ignore[misc]

    told = Told("abc")
    assert (told.length, change_quickly(told, words="ab").length, change_quickly(told, words=None).length) == (
        3,
        2,
        None,
    )
