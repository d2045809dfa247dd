"""The engine of this process: calls run side by side, as many as the server takes."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from assistant.llm.engines.flow import run_each
from assistant.llm.engines.jobs import Job, Key, Outcome
from assistant.records import Answer, Model


@dataclass(frozen=True)
class LocalEngine:
    """Asks ``model``, which holds back what is too much at once."""

    model: Model

    def run(self, jobs: AsyncIterator[Job]) -> AsyncIterator[tuple[Key, Outcome]]:
        """The outcomes of ``jobs`` as they come."""
        return run_each(jobs, self._ask)

    async def _ask(self, job: Job) -> Answer:
        return await self.model.ask(job.request)
