"""What a run has done so far: counted here, told to whoever watches."""

from dataclasses import replace

from assistant.errors import ModelError
from assistant.records import Answer, Model, Progress, Request, Spending, Watch


class Tracker:
    """Counts items and calls; each change is told as a ``Progress``."""

    def __init__(self, watch: Watch | None = None) -> None:
        self._watch = watch
        self.progress = Progress("begun")

    @property
    def spending(self) -> Spending:
        """What the answers so far have cost."""
        return self.progress.spending

    def tell(self, event: str, **changes: object) -> None:
        """Take note of a change and pass it on."""
        self.progress = replace(self.progress, event=event, **changes)  # type: ignore[arg-type]  # fields of Progress
        if self._watch:
            self._watch(self.progress)

    def step(self, event: str, items: int) -> None:
        """A step of the pipeline."""
        if event == "items":
            self.tell(event, items_total=self.progress.items_total + items)
        else:
            failed = self.progress.items_failed + (items if event == "failed" else 0)
            self.tell(event, items_done=self.progress.items_done + items, items_failed=failed, message="")

    def limit(self, ceiling_usd: float | None) -> None:
        """What the run may cost; it is told along with the next change."""
        self.progress = replace(self.progress, ceiling_usd=ceiling_usd)

    def wait(self, message: str) -> None:
        """The model's door waits, and says why: shown until the next item is done."""
        self.tell("waiting", message=message)

    def count(self, answer: Answer) -> None:
        """An answer came."""
        was = self.spending
        unknown = was.cost_usd is None or answer.cost_usd is None
        self.tell(
            "answered",
            spending=Spending(
                calls=was.calls + (not answer.kept),
                kept=was.kept + answer.kept,
                usage=was.usage if answer.kept else was.usage + answer.usage,
                cost_usd=None if unknown else (was.cost_usd or 0.0) + (0.0 if answer.kept else answer.cost_usd or 0.0),
            ),
        )


class TrackedModel:
    """A model whose calls are counted."""

    def __init__(self, inner: Model, tracker: Tracker) -> None:
        self._inner = inner
        self._tracker = tracker

    @property
    def name(self) -> str:
        """The name of the model inside."""
        return self._inner.name

    async def ask(self, request: Request) -> Answer:
        """Pass the request on, and count what comes back."""
        tracker = self._tracker
        tracker.tell("sent", in_flight=tracker.progress.in_flight + 1)
        try:
            answer = await self._inner.ask(request)
        except ModelError as error:
            if error.answer:  # cut and refused replies are paid for as well
                tracker.count(error.answer)
            raise
        finally:
            tracker.tell("returned", in_flight=tracker.progress.in_flight - 1)
        tracker.count(answer)
        return answer
