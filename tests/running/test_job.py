"""What a run says at its end: nothing that stopped it is left untold, whatever became of its items."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.errors import ModelError, QuotaExhaustedError, TimedOutError, WrongKeyError
from assistant.offloading import Workers
from assistant.records import Request
from assistant.repairing import OnMismatch
from assistant.running.intake import Intake
from assistant.running.job import MANY, Job
from assistant.running.pace import Pace
from assistant.store import open_store
from tests.fakes import ScriptedModel
from tests.test_drafting import obey
from tests.test_pipeline import PAGE


def draft_wrongly(request: Request) -> str:
    """Drafts with a figure that no item has."""
    return obey(request, summary="It rose by US$85 billion.")


def then(error: ModelError, *, fails: str = "") -> Callable[[Request], str | Exception]:
    """Wrong drafts, then the error where corrections are asked for; items with the words ``fails`` time out."""

    def answer(request: Request) -> str | Exception:
        if request.schema_name == "corrections":
            return error
        return TimedOutError("it took too long") if fails and fails in request.user else draft_wrongly(request)

    return answer


class Listed(Workers):
    """Workers that only say what they were told to begin with."""

    def __init__(self) -> None:
        super().__init__(most=0)
        self.begun: list[str] = []

    def begin(self, *modules: str, practise: Callable[[], object] | None = None) -> None:
        self.begun += modules


@pytest.mark.parametrize(
    ("dumps", "asks", "begin"), [(0, True, False), (MANY - 1, True, False), (MANY, True, True), (MANY, False, False)]
)
def test_many_new_dumps_are_worth_processes_where_a_model_is_asked(
    dumps: int, asks: bool, begin: bool, tmp_path: Path
) -> None:
    for number in range(dumps):
        (tmp_path / f"{number}.txt").write_text(f"{number}{PAGE}", encoding="utf-8")
    job = Job(title="t", intake=Intake((str(tmp_path),)), workers=(workers := Listed()))
    assert job.find_new(asks=asks) == (dumps > 0)
    assert bool(workers.begun) == begin


@pytest.mark.parametrize("way", ["work", "work_through"])
@pytest.mark.parametrize("on_mismatch", [OnMismatch.FLAG, OnMismatch.HOLD])
@pytest.mark.parametrize("fails", ["", "民調"])
async def test_corrections_that_were_stopped_are_told_whatever_became_of_the_items(
    way: str, on_mismatch: OnMismatch, fails: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    model = ScriptedModel(then(QuotaExhaustedError("no credit left"), fails=fails))
    with open_store(tmp_path / "briefings.db") as store:
        job = Job(title="t", intake=Intake((str(page),), store), store=store, on_mismatch=on_mismatch)
        await getattr(job, way)(model, pace=Pace(chunk_tokens=40))
    assert [(problem.name, problem.message) for problem in job.problems] == [("corrections", "no credit left")]
    assert job.failed == (3 if on_mismatch is OnMismatch.HOLD else bool(fails))


async def test_what_stopped_the_drafts_is_told_by_their_items_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    job = Job(title="t", intake=Intake((str(page),)))
    report = await job.work(ScriptedModel(lambda _: WrongKeyError("the key is wrong")))
    assert {briefing.failure.kind for briefing in report.briefings if briefing.failure} == {"wrong-key"}
    assert not job.problems
