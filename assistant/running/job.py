"""One run: wires the pipeline to a model, a store and whoever watches, and makes the report of it."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby

from assistant import conflicts, stories
from assistant.checking.practice import check_sample
from assistant.failing import tell_problem
from assistant.glossary.memory import Memory
from assistant.glossary.userfile import with_user_terms
from assistant.offloading import Workers
from assistant.pipeline import Pipeline
from assistant.prompts import load_prompt
from assistant.records import Briefing, Dump, Model, Problem, Report, Status
from assistant.repairing import OnMismatch
from assistant.running.intake import Intake
from assistant.running.pace import USUAL, Pace
from assistant.running.tracking import TrackedModel, Tracker
from assistant.store import Store
from assistant.tokens import count_tokens, estimate_tokens

MANY = 5
"""Dumps that are worth processes from the beginning: the checks of fewer are done before one is there."""

FOR_WORKERS = (
    "assistant.assessing",
    "assistant.checking.whole",
    "assistant.repairing.marking",
    *(f"assistant.reporting.{name}" for name in ("formats", "plain", "result")),
)
"""What they work with, and need not import when everybody waits for it."""


@dataclass(slots=True)
class Job:
    """What is to be run, and with what.

    Args:
        intake: what is read; its problems become those of the run.
        store: where briefings are kept as they are done; None keeps nothing.
        drafts_only: the model is asked for drafts, and neither about unsure parts nor for corrections.
        on_mismatch: what is done with a figure that still fails.
        notices: what the reader must know about the whole.
        workers: do the checks beside the event loop; whoever opens them closes them.
    """

    title: str
    intake: Intake = field(default_factory=lambda: Intake(()))
    store: Store | None = None
    drafts_only: bool = False
    on_mismatch: OnMismatch = OnMismatch.WITHHOLD
    notices: tuple[str, ...] = ()
    tracker: Tracker = field(default_factory=Tracker)
    workers: Workers = field(default_factory=lambda: Workers(most=0))
    created: datetime = field(default_factory=lambda: datetime.now().astimezone())
    made: set[str] = field(default_factory=set)
    """Takes the ids of what was briefed, or is written otherwise since names were settled."""
    briefed: int = field(default=0, init=False)
    failed: int = field(default=0, init=False)
    """Of those: failed or held."""
    without_news: list[str] = field(default_factory=list, init=False)
    """The names of dumps that were read and hold no news item: a page that asks for a login, as a rule."""
    run: str = field(default_factory=lambda: secrets.token_hex(4), init=False)
    memory: Memory = field(default_factory=Memory, init=False)
    _failures: set[str] = field(default_factory=set, init=False)
    """The kinds of errors of which items failed."""

    @property
    def problems(self) -> list[Problem]:
        """What went wrong beside the items: sources that could not be read, corrections that were stopped."""
        return self.intake.problems

    def find_new(self, *, asks: bool) -> bool:
        """Read ahead, up to ``MANY`` dumps that are not done: whether there is one at all.

        Args:
            asks: a model will be asked; then many dumps are worth processes that check what it writes.
        """
        found = self.intake.look_ahead(MANY)
        if asks and found == MANY:
            self.workers.begin(*FOR_WORKERS, practise=check_sample)
        return found > 0

    def find_unsettled(self) -> dict[str, str]:
        """Briefings of these dumps, and their runs: those were killed before they settled the names that they told."""
        found = self.store.backlog.unsettled(self.run) if self.store else ()
        return {briefing: run for briefing, dump, run in found if dump in self.intake.seen}

    # ------------------------------------------------------------------------------------------- three ways to run

    async def work(self, model: Model | None, *, pace: Pace = USUAL) -> Report:
        """Read, brief and keep everything; without a model, the source's figures alone.

        Raises:
            BriefingError: what was made cannot be kept; nothing more is asked or paid.
        """
        pipeline = self._begin(model, pace)
        briefings = await pipeline.run(self.intake.dumps())
        self._end(pipeline)
        return self._report(pipeline, briefings)

    async def work_through(self, model: Model | None, *, pace: Pace = USUAL) -> None:
        """``work`` that holds no briefing: the store has them, and memory does not grow with their number.

        Raises:
            BriefingError: as ``work``.
        """
        pipeline = self._begin(model, pace)
        await pipeline.run_each(self.intake.dumps())
        self._end(pipeline, await self._settle_names(pipeline, self.intake.seen))

    async def work_again(self, model: Model | None, briefings: Iterable[Briefing], *, pace: Pace = USUAL) -> None:
        """Brief just the items of these stored briefings again, as they were cut and dated.

        Raises:
            BriefingError: as ``work``.
        """
        by_dump = {sha: list(group) for sha, group in groupby(briefings, key=lambda briefing: briefing.dump_sha256)}
        dumps = {sha: self._stored_dump(sha, group[0].dump_name) for sha, group in by_dump.items()}
        pipeline = self._begin(model, pace)
        await pipeline.run_again([(dumps[sha], [b.item for b in group]) for sha, group in by_dump.items()])
        self._end(pipeline, await self._settle_names(pipeline, dumps))

    # ------------------------------------------------------------------------------- one beginning and one ending

    def _begin(self, model: Model | None, pace: Pace) -> Pipeline:
        """Write down that a run begins; the stages, with what they work with."""
        self.memory = self._remember()
        if self.store:
            name = model.name if model else ""
            self.store.library.start_run(self.run, title=self.title, model=name, notices=self.notices)
        return Pipeline(
            model=TrackedModel(model, self.tracker) if model else None,
            prompt=load_prompt("draft"),
            chunk_tokens=pace.chunk_tokens,
            count_tokens=count_tokens,
            estimate_tokens=estimate_tokens,
            repair_prompt=None if self.drafts_only else load_prompt("repair"),
            parts_prompt=None if self.drafts_only else load_prompt("parts"),
            on_mismatch=self.on_mismatch,
            keep=self._keep,
            renew=self._renew,
            count=self._count,
            step=self.tracker.step,
            memory=self.memory,
            dumps_at_once=pace.dumps_at_once,
            offload=self.workers.run,
            problems=self.problems,
        )

    def _end(self, pipeline: Pipeline, settled: Iterable[str] = ()) -> None:
        """Tell what stopped the asking, and write down what was learnt and how the run ended.

        The names of the runs ``settled`` are settled now, along with those of this one.
        """
        if pipeline.stopped and pipeline.stopped.kind not in self._failures:  # every item is there; not so corrections
            self.problems.append(tell_problem("corrections", pipeline.stopped))
        if self.store:
            self.store.glossary.learn(self.memory.take_learned())
            self.store.backlog.mark_settled(settled)
            whole = not self.problems and not self.failed
            self.store.library.end_run(self.run, items=self.briefed, problems=self.problems, whole=whole)

    def _report(self, pipeline: Pipeline, briefings: Sequence[Briefing]) -> Report:
        told = stories.list_stories(briefings)
        prompts = (pipeline.prompt, pipeline.repair_prompt, pipeline.parts_prompt) if pipeline.model else ()
        return Report(
            title=self.title,
            created=self.created,
            briefings=tuple(briefings),
            model=pipeline.model.name if pipeline.model else "",
            prompts=tuple(prompt.version for prompt in prompts if prompt),
            spending=self.tracker.spending,
            problems=tuple(self.problems),
            notices=self.notices,
            run=self.run,
            stories=told,
            conflicts=conflicts.find_conflicts(briefings, [story.items for story in told]),
        )

    def _remember(self) -> Memory:
        """The names that earlier runs learnt and the user settled; a demonstration knows of neither."""
        if self.drafts_only:
            return Memory()
        return Memory(with_user_terms(self.store.glossary.terms() if self.store else ()))

    async def _settle_names(self, pipeline: Pipeline, order: Iterable[str]) -> set[str]:
        """Those of this run, and of runs (they are returned) that were killed before they came to it."""
        if not self.store:
            return set()
        unsettled = self.find_unsettled()
        for briefing in unsettled:
            self.memory.hear(self.store.library.briefing(briefing))
        await pipeline.settle_names(order, self.store.library.briefing)
        return set(unsettled.values())

    def _stored_dump(self, sha256: str, name: str) -> Dump:
        return Dump(name, self.store.library.dump_text(sha256) if self.store else "", sha256, "utf-8")

    # ------------------------------------------------------------------------------------- what the pipeline calls

    def _count(self, dump: Dump, items: int) -> None:
        if not items:
            self.without_news.append(dump.name)
        if self.store:
            self.store.backlog.count_items(dump.sha256, items)

    def _keep(self, briefing: Briefing) -> None:
        self.briefed += 1
        self.made.add(briefing.id)
        self.failed += briefing.status in (Status.FAILED, Status.HELD)
        if briefing.failure:
            self._failures.add(briefing.failure.kind)
        if self.store:
            self.store.library.save_briefing(briefing, run=self.run, day=self._day(briefing))

    def _renew(self, before: Briefing, after: Briefing) -> None:
        self.failed += after.held - before.held
        self.made.add(after.id)
        if self.store:
            self.store.library.replace_briefing(after)

    def _day(self, briefing: Briefing) -> date:
        """The day of the page; without a clue the day of the run."""
        return briefing.item.clock.page_day or self.created.date()
