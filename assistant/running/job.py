"""One run: wires the pipeline to a model, a store and whoever watches, and makes the report of it."""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain, groupby, islice

from assistant.errors import BriefingError, ReadingError
from assistant.folders import config_path
from assistant.glossary.memory import Memory
from assistant.glossary.userfile import read_user_terms
from assistant.inert import clean_line
from assistant.offloading import Workers
from assistant.pipeline import Pipeline, fail_dump
from assistant.prompts import load_prompt
from assistant.reading import read_dumps, read_url
from assistant.records import Briefing, Dump, Model, Problem, Report, Status
from assistant.repairing import OnMismatch
from assistant.running.tracking import TrackedModel, Tracker
from assistant.store import Store
from assistant.tokens import count_tokens

CHUNK_TOKENS = 3_500
"""Source tokens of one call where neither a setting nor the server's context says less: a long article alone, or a
dozen short items together. Larger chunks wait longer for their last word than they save in prompts."""
PROMPT_TOKENS = 1_000
"""Room for what is sent beside the source: instructions, schema, ids."""
CONTEXT_PER_SOURCE_TOKEN = 5
"""A chunk fills its context once with its ids, and up to three times with its reply; the rest is a margin."""
SMALLEST_CHUNK = 150


def fit_chunk(wished: int | None, context_tokens: int) -> int:
    """Source tokens of one call to a model with this context, in tokens."""
    room = (context_tokens - PROMPT_TOKENS) // CONTEXT_PER_SOURCE_TOKEN
    return wished or max(SMALLEST_CHUNK, min(CHUNK_TOKENS, room))


@dataclass(frozen=True, slots=True)
class Pace:
    """What suits whoever is asked."""

    chunk_tokens: int = CHUNK_TOKENS
    """Source tokens of one call."""
    dumps_at_once: int = 16


@dataclass(slots=True)
class Job:
    """What is to be run, and with what.

    Args:
        paths: files, folders, addresses (https), or ``-`` for standard input.
        store: where briefings are kept as they are done; None keeps nothing.
        drafts_only: the model is asked for drafts, and neither about unsure parts nor for corrections.
        on_mismatch: what is done with a figure that still fails.
        notices: what the reader must know about the whole.
        workers: do the checks; whoever opens them closes them. By default all is done on the spot.
    """

    title: str
    paths: Sequence[str]
    store: Store | None = None
    encoding: str | None = None
    as_of: datetime | None = None
    drafts_only: bool = False
    on_mismatch: OnMismatch = OnMismatch.WITHHOLD
    notices: tuple[str, ...] = ()
    tracker: Tracker = field(default_factory=Tracker)
    workers: Workers = field(default_factory=lambda: Workers(most=0))
    created: datetime = field(default_factory=lambda: datetime.now().astimezone())
    skip_done: tuple[Status, ...] = ()
    """A dump whose items all have one of these statuses in the store is not briefed again."""
    made: set[str] = field(default_factory=set)
    """Takes the ids of what was briefed, or is written otherwise since names were settled."""
    problems: list[Problem] = field(default_factory=list, init=False)
    dumps: dict[str, None] = field(default_factory=dict, init=False)
    """The SHA-256 of each dump that could be read, skipped ones included, in order."""
    skipped: int = field(default=0, init=False)
    """Of those: done before."""
    copies: int = field(default=0, init=False)
    """The same bytes again, under another name."""
    briefed: int = field(default=0, init=False)
    failed: int = field(default=0, init=False)
    """Of those: failed or held."""
    run: str = field(default_factory=lambda: secrets.token_hex(4), init=False)
    memory: Memory = field(default_factory=Memory, init=False)
    _failures: set[str] = field(default_factory=set, init=False)
    """The kinds of errors of which items failed."""
    _ahead: Iterator[Dump] | None = field(default=None, init=False)

    async def work(self, model: Model | None, *, pace: Pace = Pace()) -> Report:
        """Read, brief and keep everything; without a model, the source's figures alone.

        Raises:
            BriefingError: what was made cannot be kept; nothing more is asked or paid.
        """
        pipeline = self._pipeline(model, pace)
        self._start(model)
        briefings = await pipeline.run(self._ahead or self._read())
        self._tell_stop(pipeline)
        from assistant.clustering import group_briefings
        from assistant.conflicts import find_conflicts

        stories = group_briefings(briefings)
        report = Report(
            title=self.title,
            created=self.created,
            briefings=briefings,
            model=model.name if model else "",
            prompts=tuple(
                p.version for p in (pipeline.prompt, pipeline.repair_prompt, pipeline.parts_prompt) if p and model
            ),
            spending=self.tracker.spending,
            problems=tuple(self.problems),
            notices=self.notices,
            run=self.run,
            stories=stories,
            conflicts=find_conflicts(briefings, stories),
        )
        if self.store:
            self.store.glossary.learn(self.memory.take_learned())
            self.store.library.finish_run(report)
        return report

    async def work_through(self, model: Model | None, *, pace: Pace = Pace()) -> None:
        """``work`` that holds no briefing: the store has them, and memory does not grow with their number.

        Raises:
            BriefingError: as ``work``.
        """
        pipeline = self._pipeline(model, pace)
        self._start(model)
        await pipeline.run_each(self._ahead or self._read())
        await self._settle_names(pipeline, self.dumps)
        self._end(pipeline)

    def find_new(self, *, asks: bool) -> bool:
        """Read ahead, up to the second dump that is not done: whether there is one at all.

        Args:
            asks: a model will be asked; then two dumps are worth processes that check what it writes.
        """
        dumps = self._read()
        first = list(islice(dumps, 2))
        self._ahead = chain(first, dumps)
        if asks and len(first) > 1:
            self.workers.begin("assistant.checking", "assistant.reporting.formats")
        return bool(first)

    async def work_again(self, model: Model | None, briefings: Iterable[Briefing], *, pace: Pace = Pace()) -> None:
        """Brief just the items of these stored briefings again, as they were cut and dated.

        Raises:
            BriefingError: as ``work``.
        """
        by_dump = {sha: list(group) for sha, group in groupby(briefings, key=lambda briefing: briefing.dump_sha256)}
        dumps = {sha: self._stored_dump(sha, group[0].dump_name) for sha, group in by_dump.items()}
        pipeline = self._pipeline(model, pace)
        self._start(model)
        await pipeline.run_again([(dumps[sha], [b.item for b in group]) for sha, group in by_dump.items()])
        await self._settle_names(pipeline, dumps)
        self._end(pipeline)

    def find_unsettled(self) -> dict[str, str]:
        """Briefings of these dumps, and their runs: those were killed before they settled the names that they told."""
        found = self.store.backlog.unsettled(self.run) if self.store else ()
        return {briefing: run for briefing, dump, run in found if dump in self.dumps}

    async def _settle_names(self, pipeline: Pipeline, order: Iterable[str]) -> None:
        """Those of this run, and of runs that were killed before they came to it."""
        if not self.store:
            return
        unsettled = self.find_unsettled()
        for briefing in unsettled:
            self.memory.hear(self.store.library.briefing(briefing))
        await pipeline.settle_names(order, self.store.library.briefing)
        self.store.glossary.learn(self.memory.take_learned())
        self.store.backlog.mark_settled({self.run, *unsettled.values()})

    def _stored_dump(self, sha256: str, name: str) -> Dump:
        return Dump(name, self.store.library.dump_text(sha256) if self.store else "", sha256, "utf-8")

    def _remember(self) -> Memory:
        """The names that earlier runs learnt and the user settled; a demonstration knows of neither."""
        if self.drafts_only:
            return Memory()
        return Memory((*(self.store.glossary.terms() if self.store else ()), *read_user_terms(config_path().parent)))

    def _pipeline(self, model: Model | None, pace: Pace) -> Pipeline:
        self.memory = self._remember()
        return Pipeline(
            model=TrackedModel(model, self.tracker) if model else None,
            prompt=load_prompt("draft"),
            chunk_tokens=pace.chunk_tokens,
            count_tokens=count_tokens,
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

    def _start(self, model: Model | None) -> None:
        if self.store:
            name = model.name if model else ""
            self.store.library.start_run(self.run, title=self.title, model=name, notices=self.notices)

    def _tell_stop(self, pipeline: Pipeline) -> None:
        """What stopped the asking, where no item failed of it: every item is there, and not every correction."""
        if pipeline.stopped and pipeline.stopped.kind not in self._failures:
            self.problems.append(_problem("corrections", pipeline.stopped))

    def _end(self, pipeline: Pipeline) -> None:
        self._tell_stop(pipeline)
        if self.store:
            whole = not self.problems and not self.failed
            self.store.library.end_run(self.run, items=self.briefed, problems=self.problems, whole=whole)

    def _read(self) -> Iterator[Dump]:
        """The dumps that can be read, one at a time; the others become problems of the report."""
        for path in self.paths:
            try:
                for dump in self._read_path(path):
                    if isinstance(dump, Problem):
                        self.problems.append(dump)
                    elif self._take(dump):
                        yield dump
            except ReadingError as error:
                self.problems.append(_problem(path, error))
            except BriefingError:
                raise
            except Exception as error:  # noqa: BLE001 - a fault of ours, or of a library, in one dump never loses another
                self.problems.append(fail_dump(path, error))

    def _take(self, dump: Dump) -> bool:
        """Keep a dump that is to be briefed; whether it is."""
        try:
            if self._is_done(dump):
                return False
            if self.store:
                self.store.library.save_dump(dump)
        except BriefingError:
            raise
        except Exception as error:  # noqa: BLE001 - a fault of ours in one dump never loses another of its folder
            self.problems.append(fail_dump(dump.name, error))
            return False
        return True

    def _read_path(self, path: str) -> Iterable[Dump | Problem]:
        if "://" in path:
            return [read_url(path, as_of=self.as_of)]
        return read_dumps(path, encoding=self.encoding, as_of=self.as_of)

    def _is_done(self, dump: Dump) -> bool:
        """Whether nothing need be asked about a dump: it is done, or the same bytes were read a moment ago."""
        was_read = dump.sha256 in self.dumps
        self.dumps[dump.sha256] = None
        if not self.skip_done or not self.store:
            return False
        is_done = not was_read and self.store.backlog.is_done(dump.sha256, self.skip_done)
        self.copies += was_read
        self.skipped += is_done
        return was_read or is_done

    def _count(self, dump: Dump, items: int) -> None:
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
        captured = briefing.item.clock.captured
        return captured.latest.date() if captured else self.created.date()


def _problem(name: str, error: BriefingError) -> Problem:
    return Problem(clean_line(name), error.message, error.advice)
