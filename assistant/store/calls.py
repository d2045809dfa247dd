"""The kept model calls: what was asked, what came back, what it cost. The ledger of ``llm.keeping``."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from assistant.errors import StoreError
from assistant.records import PromptVersion, Spending, Usage
from assistant.records.record import record
from assistant.store.database import Database, pack, unpack

if TYPE_CHECKING:
    from assistant.llm.kept_call import Call
    from assistant.store.batches import StoredBatches

AT_ONCE = 500
"""Keys in one query; SQLite takes a thousand in its oldest form."""


@record
class CallRow:
    """One stored call as a list shows it; what was said is not loaded."""

    key: str
    run: str
    at: str
    """ISO 8601, UTC."""
    outcome: str
    model: str
    prompt: str
    """``draft/v1``."""
    input_tokens: int
    output_tokens: int
    cached_tokens: int
    seconds: float
    cost_usd: float | None


@record
class Size:
    """How much is kept."""

    calls: int
    bytes: int
    """Of requests and replies, as they are stored."""
    cost_usd: float | None
    """None: the price of at least one call is unknown."""
    oldest: str
    """ISO 8601, UTC; empty when nothing is kept."""
    newest: str


class Calls:
    """The stored calls of all runs."""

    def __init__(self, database: Database) -> None:
        self._db = database

    @property
    def batches(self) -> "StoredBatches":
        """The batches that were sent to servers."""
        from assistant.store.batches import StoredBatches  # noqa: PLC0415 - who reads a briefing asks only what it cost

        return StoredBatches(self._db)

    def of_run(self, run: str) -> "RunLedger":
        """The ledger of one run: it finds the calls of all runs, and writes its own."""
        return RunLedger(self, run)

    def rows(self, run: str = "") -> list[CallRow]:
        """The calls of one run, or of all, oldest first."""
        found = self._db.query(
            """SELECT key, run, at, outcome, model, prompt || '/v' || prompt_version AS prompt, input_tokens,
            output_tokens, cached_tokens, seconds, cost_usd FROM calls WHERE ? IN ('', run) ORDER BY at, key""",
            (run,),
        )
        return [CallRow(**dict(row)) for row in found]

    def account(self, keys: Iterable[str]) -> tuple[Spending, tuple[PromptVersion, ...]]:
        """What the calls under these keys cost together, and from which prompts they were made.

        The price of a call that is no longer kept is unknown.
        """
        wanted = sorted(set(keys))
        found = [
            row for first in range(0, len(wanted), AT_ONCE) for row in self._costs(wanted[first : first + AT_ONCE])
        ]
        usage = Usage(*(sum(row[name] for row in found) for name in ("input_tokens", "output_tokens", "cached_tokens")))
        priced = len(found) == len(wanted) and all(row["cost_usd"] is not None for row in found)
        spending = Spending(len(wanted), 0, usage, sum((row["cost_usd"] for row in found), 0.0) if priced else None)
        prompts = {(row["prompt"], row["prompt_version"], row["prompt_sha256"]) for row in found}
        return spending, tuple(PromptVersion(*prompt) for prompt in sorted(prompts))

    def _costs(self, keys: Sequence[str]) -> list[sqlite3.Row]:
        marks = ", ".join("?" * len(keys))
        return self._db.query(
            f"""SELECT prompt, prompt_version, prompt_sha256, input_tokens, output_tokens, cached_tokens, cost_usd
            FROM calls WHERE key IN ({marks}) ORDER BY key""",  # noqa: S608 - nothing but question marks
            tuple(keys),
        )

    def size(self) -> Size:
        """How much is kept."""
        found = self._db.query(
            """SELECT count(*) AS calls, coalesce(sum(length(request) + length(reply)), 0) AS bytes,
            CASE WHEN count(*) = count(cost_usd) THEN coalesce(sum(cost_usd), 0.0) END AS cost_usd,
            coalesce(min(at), '') AS oldest, coalesce(max(at), '') AS newest FROM calls"""
        )
        return Size(**dict(found[0]))

    def prune(self, *, days: int) -> int:
        """Forget the calls that are older than ``days`` days; how many they were."""
        limit = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="milliseconds")
        with self._db.transaction():
            found = self._db.query("SELECT count(*) AS old FROM calls WHERE at < ?", (limit,))
            self._db.write("DELETE FROM calls WHERE at < ?", (limit,))
        return int(found[0]["old"])

    def get(self, key: str) -> "Call | None":
        """One call whole, whatever came of it; None where there is none, or where its row is damaged."""
        found = self._db.query("SELECT * FROM calls WHERE key = ?", (key,))
        try:
            return _call(found[0]) if found else None
        except StoreError:
            return None  # a damaged answer is as good as none: it is asked for again

    def put(self, call: "Call", *, run: str) -> None:
        """Keep a call. One that stands for later calls never gives way to one that does not."""
        reply = pack(call.reply)
        request = pack(json.dumps({"system": call.system, "user": call.user}, ensure_ascii=True))
        values = (
            call.key, run, _now(), call.outcome, call.is_kept, call.message, call.server, call.model, call.answered_by,
            call.prompt.name, call.prompt.version, call.prompt.sha256, call.schema_name, call.schema_sha256,
            call.parameters, request, reply, zlib.crc32(reply), call.usage.input_tokens, call.usage.output_tokens,
            call.usage.cached_tokens, call.seconds, call.cost_usd,
        )  # fmt: skip
        with self._db.transaction():
            kept = self._db.query("SELECT 1 FROM calls WHERE key = ? AND is_kept", (call.key,))
            if call.is_kept or not kept:
                self._db.write(_INSERT, values)


@record
class RunLedger:
    """``llm.keeping.Ledger`` over the stored calls, for one run."""

    calls: Calls
    run: str

    @property
    def books(self) -> "StoredBatches":
        """Where the batches of all runs are written down."""
        return self.calls.batches

    def get(self, key: str) -> "Call | None":
        """The call under this key if it stands for later calls, else None."""
        call = self.calls.get(key)
        return call if call and call.is_kept else None

    def put(self, call: "Call") -> None:
        """Keep a call; it is on the disk when this returns."""
        self.calls.put(call, run=self.run)


_INSERT = f"INSERT OR REPLACE INTO calls VALUES ({', '.join('?' * 23)})"  # noqa: S608 - nothing but question marks


def _call(row: sqlite3.Row) -> "Call":
    from assistant.llm.kept_call import Call  # noqa: PLC0415 - the same

    request = json.loads(unpack(row["request"]))
    return Call(
        key=row["key"],
        server=row["server"],
        model=row["model"],
        prompt=PromptVersion(row["prompt"], row["prompt_version"], row["prompt_sha256"]),
        schema_name=row["schema_name"],
        schema_sha256=row["schema_sha256"],
        parameters=row["parameters"],
        system=request["system"],
        user=request["user"],
        outcome=row["outcome"],
        message=row["message"],
        reply=unpack(row["reply"], row["checksum"]),
        answered_by=row["answered_by"],
        usage=Usage(row["input_tokens"], row["output_tokens"], row["cached_tokens"]),
        seconds=row["seconds"],
        cost_usd=row["cost_usd"],
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
