"""One spelling for each original, over runs and days; what the user locks stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.glossary import layer
from assistant.records import Authority, Term
from assistant.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "x.db") as opened:
        yield opened


def learnt(original: str, english: str) -> Term:
    return Term((original,), (english,), "person", authority=Authority.LEARNED)


def test_the_first_spelling_stays_in_both_scripts(store: Store) -> None:
    store.glossary.learn([learnt("賀敏之", "Ho Min-chih")])
    store.glossary.learn([learnt("賀敏之", "He Minzhi"), learnt("贺敏之", "Ho Minchih")])
    assert [(n.original, n.english, n.locked) for n in store.glossary.names()] == [("賀敏之", "Ho Min-chih", False)]


def test_a_locked_name_overrules_what_was_and_will_be_learnt(store: Store) -> None:
    store.glossary.learn([learnt("賀敏之", "Ho Min-chih"), learnt("尤立行", "Yu Li-hsing")])
    store.glossary.lock("賀敏之", "Ho  Min-Chih")
    store.glossary.learn([learnt("賀敏之", "He Minzhi")])
    terms = store.glossary.terms()
    assert [(t.english[0], t.kind, t.authority) for t in terms] == [
        ("Yu Li-hsing", "person", Authority.LEARNED),
        ("Ho Min-Chih", "person", Authority.LOCKED),
    ]
    term = layer(terms).resolve("贺敏之")
    assert term
    assert term.is_locked


def test_a_name_can_be_forgotten(store: Store) -> None:
    store.glossary.lock("賀敏之", "Ho Min-chih")
    assert store.glossary.forget("贺敏之")
    assert not store.glossary.forget("賀敏之")
    assert store.glossary.names() == []


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("", "x"),
        ("賀敏之", ""),
        ("賀敏之", "x" * 201),
        ("賀敏之\n", "a\x1b[2Jb"),
        ("賀", "Ho"),
        ("賀敏之", "=A1"),
        ("Ho", "賀敏之"),
    ],
)
def test_what_is_no_name_is_refused(store: Store, original: str, english: str) -> None:
    with pytest.raises(UsageError):
        store.glossary.lock(original, english)


def test_it_is_there_when_the_store_is_opened_again(tmp_path: Path) -> None:
    with open_store(tmp_path / "y.db") as first:
        first.glossary.learn([learnt("賀敏之", "Ho Min-chih")])
    with open_store(tmp_path / "y.db") as second:
        assert second.glossary.terms() == (learnt("賀敏之", "Ho Min-chih"),)
