"""The kept model calls: what was asked, what came back, what it cost."""

from dataclasses import dataclass

from assistant.store.database import Database


@dataclass(frozen=True, slots=True)
class CallRow:
    """One stored call, as ``briefing calls`` lists it."""

    key: str
    run: str
    at: str
    outcome: str
    model: str
    prompt: str
    input_tokens: int
    output_tokens: int
    cached_tokens: int
    seconds: float
    cost_usd: float | None


class Calls:
    """The table of calls."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def rows(self, run: str = "") -> list[CallRow]:
        """The calls of one run, or of all, oldest first."""
        found = self._db.query(
            """SELECT key, run, at, outcome, model, prompt, input_tokens, output_tokens, cached_tokens,
            seconds, cost_usd
            FROM calls WHERE ? IN ('', run) ORDER BY at""",
            (run,),
        )
        return [CallRow(**dict(row)) for row in found]
