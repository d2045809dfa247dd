"""The books of batches: what is open is told by what the ledger lacks, and one process at a time sends."""

from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.llm.kept_call import Call, finish_call, make_call
from assistant.records import Answer, PromptVersion, Request
from assistant.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "briefings.db")


def call(text: str) -> Call:
    prompt = PromptVersion("draft", 1, "ab" * 32)
    return make_call(Request("s", text, "reply", "{}", 100, prompt), server="host", model="m", parameters={})


def tell(store: Store) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(b.token, b.batch_id, b.keys) for b in store.calls.batches.open_batches("host")]


def test_a_batch_is_open_from_before_it_is_sent_until_all_its_calls_are_answered(store: Store) -> None:
    books, ledger = store.calls.batches, store.calls.of_run("run")
    first, second = sorted((call("one"), call("two")), key=lambda call: call.key)
    books.intend("t1", "host", [first.key, second.key])
    assert tell(store) == [("t1", "", (first.key, second.key))]
    books.submitted("t1", "batch_1")
    ledger.put(finish_call(first, Answer("{}", "m")))
    assert tell(store) == [("t1", "batch_1", (second.key,))]
    ledger.put(finish_call(second, Answer("{}", "m")))
    assert tell(store) == []


def test_an_answer_from_before_the_batch_does_not_close_it(store: Store) -> None:
    """``--fresh`` and ``retry`` ask anew for what has an answer."""
    asked = call("one")
    with_answer = finish_call(asked, Answer("{}", "m"))
    store.calls.put(with_answer, run="old")
    store._database.write("UPDATE calls SET at = '2025-01-01T00:00:00.000+00:00'")
    store.calls.batches.intend("t1", "host", [asked.key])
    assert tell(store) == [("t1", "", (asked.key,))]


def test_batches_of_other_servers_dropped_ones_and_very_old_ones_are_not_looked_for(store: Store) -> None:
    books = store.calls.batches
    for token, server in (("t1", "elsewhere"), ("t2", "host"), ("t3", "host"), ("t4", "host")):
        books.intend(token, server, ["key"])
    books.drop("t2")
    store._database.write("UPDATE batches SET sent = '2025-01-01T00:00:00.000+00:00' WHERE token = 't3'")
    assert tell(store) == [("t4", "", ("key",))]


def test_one_process_at_a_time_sends_batches(store: Store, tmp_path: Path) -> None:
    with open_store(tmp_path / "briefings.db") as another:
        sending = store.calls.batches.alone()
        with sending, pytest.raises(UsageError, match="another run"), another.calls.batches.alone():
            pass
        with another.calls.batches.alone():
            pass
