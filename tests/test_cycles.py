"""Reference cycles are looked for rarely while work is done, and as usual afterwards."""

import gc

import pytest

from assistant.cycles import no_cycle_search, rare_cycle_search


def test_none_are_looked_for_while_modules_are_imported() -> None:
    with no_cycle_search():
        assert not gc.isenabled()
    assert gc.isenabled()


def fail_while_rare() -> None:
    with rare_cycle_search(12_345):
        assert gc.isenabled()
        assert gc.get_threshold()[0] == 12_345
        raise ValueError("stop")


def test_they_are_looked_for_rarely_and_then_as_before_whatever_happens() -> None:
    usual = gc.get_threshold()
    with pytest.raises(ValueError, match="stop"):
        fail_while_rare()
    assert gc.get_threshold() == usual
    gc.unfreeze()  # what other tests made is theirs to take away
