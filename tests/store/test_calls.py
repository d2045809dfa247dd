"""What was paid for is kept: found again by its key, never displaced by a failure, asked anew when damaged."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.llm.keeping import KeptModel
from assistant.llm.kept_call import make_call
from assistant.records import Answer, PromptVersion, Request, Usage
from assistant.store import Store, open_store
from tests.fakes import ScriptedModel

REQUEST = Request("Translate.", "稀土", "briefing", "{}", 100, PromptVersion("draft", 1, "ab" * 32))
CALL = replace(
    make_call(REQUEST, server="s", model="m", parameters={"temperature": 0.2}),
    reply='{"items": []}', answered_by="m-1", usage=Usage(10, 20, 5), seconds=1.5, cost_usd=0.001,
)  # fmt: skip
FAILED = replace(CALL, outcome="timed-out", message="too slow", reply="")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "briefing.db") as opened:
        yield opened


def test_a_call_is_found_again_whole_also_by_another_run(store: Store) -> None:
    store.calls.of_run("one").put(CALL)
    assert store.calls.of_run("two").get(CALL.key) == CALL
    (row,) = store.calls.rows("one")
    assert (row.prompt, row.input_tokens, row.cost_usd) == ("draft/v1", 10, 0.001)


def test_a_failure_is_written_down_but_stands_for_nothing(store: Store) -> None:
    ledger = store.calls.of_run("one")
    ledger.put(FAILED)
    assert ledger.get(CALL.key) is None
    assert store.calls.get(CALL.key) == FAILED


def test_a_failure_never_takes_the_place_of_an_answer(store: Store) -> None:
    ledger = store.calls.of_run("one")
    ledger.put(CALL)
    ledger.put(FAILED)
    assert ledger.get(CALL.key) == CALL


def test_a_damaged_answer_is_asked_for_again(store: Store) -> None:
    ledger = store.calls.of_run("one")
    ledger.put(CALL)
    with sqlite3.connect(store.path) as other:
        other.execute("UPDATE calls SET reply = x'0102'")
    other.close()
    assert ledger.get(CALL.key) is None
    ledger.put(CALL)
    assert ledger.get(CALL.key) == CALL


async def test_the_same_request_is_paid_once_over_two_openings_of_the_store(tmp_path: Path) -> None:
    model = ScriptedModel([Answer("{}", "m", Usage(1, 2), cost_usd=0.5)])
    answers = []
    for run in ("one", "two"):
        with open_store(tmp_path / "briefing.db") as store:
            answers.append(await KeptModel(model, store.calls.of_run(run)).ask(REQUEST))
    assert [a.kept for a in answers] == [False, True]
    assert len(model.requests) == 1
