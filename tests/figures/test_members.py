"""The members of the figures' enumerations: one object each, and a plain string or number beside others."""

import copy
import json
import pickle

import pytest

from assistant.figures.comparing.grades import Grade
from assistant.figures.values import Approximation, Kind


def test_a_member_is_one_object_wherever_it_comes_from() -> None:
    for again in (Kind("count"), pickle.loads(pickle.dumps(Kind.COUNT)), copy.deepcopy(Kind.COUNT)):
        assert again is Kind.COUNT
    assert pickle.loads(pickle.dumps(Grade.SAME)) is Grade(4) is Grade.SAME


def test_a_member_is_its_string_or_number() -> None:
    assert (str(Kind.COUNT), f"{Kind.COUNT}", json.dumps(Kind.COUNT)) == ("count", "count", '"count"')
    assert type(Kind.COUNT.value) is str
    assert type(Grade.SAME.value) is int
    assert max(Grade.NONE, Grade.ROUNDED) is Grade.ROUNDED
    assert not Grade.NONE
    assert not Approximation.EXACT


def test_members_have_their_names_and_can_be_gone_through() -> None:
    assert (Kind.BASIS_POINTS.name, Approximation.EXACT.name, Grade.SAME.name) == ("BASIS_POINTS", "EXACT", "SAME")
    assert list(Kind)[:2] == [Kind.COUNT, Kind.MONEY]
    assert len(Kind) == len({kind.value for kind in Kind}) > 10


def test_what_is_no_member_is_refused() -> None:
    with pytest.raises(ValueError, match="'half' is not a valid Kind"):
        Kind("half")
