"""The sentence: how dumps become briefings. Only this module knows the order of the stages.

    read -> items -> clocks -> chunks -> drafts -> checks -> repairs -> briefings

Calls run concurrently, as many as the model allows; a briefing is kept as soon as it is checked. One failed item never
loses another. An error by which every further call would fail stops the asking at once: what is missing is listed.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass, field, replace

from assistant import checking, chunking, cutting, damage, drafting, repairing
from assistant.assessing import assess_draft
from assistant.drafting import Drafted
from assistant.errors import BriefingError, InternalError, LostWorkError, ModelError
from assistant.failing import fail_dump, fail_item, find_saved, first_error, tell_failure, tell_problem
from assistant.glossary.memory import Memory
from assistant.limiting import find_excess, limit_figures
from assistant.offloading import Offload, do_in_time, run_here
from assistant.prompts import Prompt
from assistant.records import Briefing, Chunk, CountTokens, Draft, Dump, Finding, Item, Model, Place, Problem, Term
from assistant.repairing import OnMismatch

Keep = Callable[[Briefing], None]
"""Called with each briefing as soon as it is done."""
Count = Callable[[Dump, int], None]
"""Told how many news items a dump holds, before any of them is briefed."""
Renew = Callable[[Briefing, Briefing], None]
"""Called with a briefing that was kept, and the one that takes its place."""
Recall = Callable[[str], Briefing]
"""Gives a briefing that was kept, by its id."""
Take = Callable[[int, tuple[Briefing, ...]], None]
"""Takes the briefings of one dump, with the dump's place in the order."""
Step = Callable[[str, int], None]
"""Told what happened and to how many items: ``items``, ``briefed``, ``failed``."""
Asked = asyncio.Task[tuple[Drafted, ...]]  # the question about one chunk, under way

FIRST_CALLS_S = 0.05
"""So long the first calls are left alone to get out."""


def _ignore(*_: object) -> None:
    """Nobody watches, nothing is kept."""


@dataclass(slots=True)
class Pipeline:
    """The stages with what they work with.

    Args:
        model: who is asked; None makes source-only briefings.
        prompt: the version of the draft prompt.
        repair_prompt: the version of the repair prompt; None asks for no corrections.
        parts_prompt: the version of the prompt for parts of which the rules are unsure; None leaves them to the rules.
        on_mismatch: what is done with a figure that still fails its check.
        chunk_tokens: source tokens of one call.
        count_tokens: text -> tokens.
        estimate_tokens: the same, quick and rather too many; None: there is no quick way.
        keep: takes each briefing as soon as it is done.
        renew: takes those that were checked again once the names of all were known.
        count: is told how many news items each dump holds.
        step: is told how far things are.
        memory: how names are written beyond the shipped glossary; it hears of each briefing, and learns at the end.
        offload: does the checks, here or in another process.
        dumps_at_once: as many are under way at one time: enough to keep the model busy; memory grows with it.
        problems: takes dumps that could not be cut into items.
    """

    model: Model | None
    prompt: Prompt
    chunk_tokens: int
    count_tokens: CountTokens
    repair_prompt: Prompt | None = None
    parts_prompt: Prompt | None = None
    on_mismatch: OnMismatch = OnMismatch.WITHHOLD
    keep: Keep = _ignore
    renew: Renew = _ignore
    count: Count = _ignore
    step: Step = _ignore
    memory: Memory = field(default_factory=Memory)
    dumps_at_once: int = 16
    estimate_tokens: CountTokens | None = None
    offload: Offload = run_here
    problems: list[Problem] = field(default_factory=list)
    stopped: ModelError | None = field(default=None, init=False)

    async def run(self, dumps: Iterable[Dump]) -> tuple[Briefing, ...]:
        """All briefings of all dumps, in the order of the dumps and of their items.

        Raises:
            BriefingError: what was made cannot be kept (``StoreError``); nothing more is asked or paid.
        """
        done: dict[int, tuple[Briefing, ...]] = {}
        await self.run_each(dumps, done.__setitem__)
        briefings = [briefing for place in range(len(done)) for briefing in done[place]]
        by_id = {briefing.id: briefing for briefing in briefings}
        await self.settle_names(
            (b.dump_sha256 for b in briefings), by_id.__getitem__, lambda _, b: by_id.update({b.id: b})
        )
        return tuple(by_id[briefing.id] for briefing in briefings)

    async def run_each(self, dumps: Iterable[Dump], take: Take = _ignore) -> None:
        """Brief all dumps and hold nothing of what is done: memory does not grow with their number.

        Raises:
            BriefingError: as ``run``.
        """
        await self._gather(self._hand_over(place, dump, take) for place, dump in enumerate(dumps))

    async def run_again(self, chosen: Iterable[tuple[Dump, Sequence[Item]]]) -> None:
        """Brief just these items of these dumps, and hold nothing of what is done.

        Raises:
            BriefingError: as ``run``.
        """
        await self._gather(self.brief_items(dump, items) for dump, items in chosen)

    async def settle_names(self, order: Iterable[str], recall: Recall, take: Renew = _ignore) -> None:
        """Settle the names that all briefings told, in the order of the dumps (SHA-256), however the answers came in.

        Who writes a name otherwise than the first is held against it: asked for a correction, flagged where none comes.

        Raises:
            BriefingError: as ``run``.
        """
        disagreeing = self.memory.settle(dict.fromkeys(order))
        await self._gather(self._agree(recall(briefing), terms, take) for briefing, terms in disagreeing.items())

    async def _gather(self, work: Iterable[Coroutine[None, None, object]]) -> None:
        """Do all of it, ``dumps_at_once`` at a time; the next is begun when one is done."""
        gate = asyncio.Semaphore(self.dumps_at_once)
        try:
            async with asyncio.TaskGroup() as group:
                await gate.acquire()
                group.create_task(_import_checks())
                for each in work:
                    group.create_task(each).add_done_callback(lambda _: gate.release())
                    await gate.acquire()
                    await asyncio.sleep(0)  # what is under way goes on before the next is read and cut
        except BaseExceptionGroup as errors:  # not `except*`, out of which older 3.11 raise a group again
            if (ours := errors.subgroup(BriefingError)) is None:
                raise
            raise first_error(ours) from None

    async def _hand_over(self, place: int, dump: Dump, take: Take) -> None:
        take(place, await self.brief_dump(dump))

    async def brief_dump(self, dump: Dump) -> tuple[Briefing, ...]:
        """The briefings of one dump's news items, in order."""
        try:
            items = [item for item in await self._cut(dump) if item.kind.is_news]
        except Exception as error:  # a fault of ours in one dump never loses another
            if isinstance(error, BriefingError) and not isinstance(error, LostWorkError):
                raise
            self.problems.append(fail_dump(dump.name, error, saved=find_saved(dump)))
            return ()
        self.count(dump, len(items))
        return await self.brief_items(dump, items)

    async def brief_items(self, dump: Dump, items: Sequence[Item]) -> tuple[Briefing, ...]:
        """The briefings of these items of a dump, in order."""
        self.step("items", len(items))
        try:
            chunks = chunking.plan_chunks(
                [item for item in items if not find_excess(item)] if self.model else (),
                limit=self.chunk_tokens,
                count_tokens=self.count_tokens,
                estimate=self.estimate_tokens,
            )
        except Exception as error:  # noqa: BLE001 - a fault of ours in one dump never loses another
            return tuple(self._finish(fail_item(dump, item, error)) for item in items)
        async with asyncio.TaskGroup() as group:
            asked = [(chunk, group.create_task(self._draft(chunk))) for chunk in chunks]
            done = [group.create_task(self._brief(dump, item, _about(item, asked))) for item in items]
        return tuple(task.result() for task in done)

    async def _cut(self, dump: Dump) -> tuple[Item, ...]:
        """The parts of a dump; where the rules are unsure the model is asked, unless that would fail as well."""
        if self.model and self.parts_prompt and not self.stopped:
            try:
                return await cutting.cut_asking(dump, self.model, self.parts_prompt)
            except ModelError as error:
                self.stopped = error if error.stops_run else self.stopped
        return do_in_time(cutting.cut_items, dump)

    async def _draft(self, chunk: Chunk) -> tuple[Drafted, ...]:
        """The drafts of one chunk; once the run is stopped, the reason instead."""
        if self.model is None or self.stopped:
            return tuple(Drafted(passage, error=self.stopped) for passage in chunk.passages)
        try:
            terms = self.memory.told_in("\n".join(s.text for p in chunk.passages for s in p.segments))
            return await drafting.draft_chunk(chunk, self.model, self.prompt, terms=terms)
        except ModelError as error:
            self.stopped = self.stopped or error
            return tuple(Drafted(passage, error=error) for passage in chunk.passages)
        except BriefingError:
            raise
        except Exception as error:  # noqa: BLE001 - a fault of ours in one chunk never loses another
            return tuple(Drafted(passage, error=InternalError.of(error)) for passage in chunk.passages)

    async def _brief(self, dump: Dump, item: Item, asked: Sequence[Asked]) -> Briefing:
        """The briefing of one item, as soon as the last of its chunks is answered."""
        try:
            limit_figures(item)
            outcomes = [o for task in asked for o in await task if o.passage.item.index == item.index]
            briefing = await self._mend(await self._check(dump, item, outcomes))
            self.memory.hear(briefing)
        except Exception as error:  # a fault of ours in one item never loses another
            if isinstance(error, BriefingError) and not isinstance(error, LostWorkError):
                raise
            briefing = fail_item(dump, item, error)
        return self._finish(briefing)

    def _finish(self, briefing: Briefing) -> Briefing:
        """Keep a briefing that is done, and tell of it."""
        self.keep(briefing)
        self.step("failed" if briefing.failure else "briefed", 1)
        return briefing

    async def _check(self, dump: Dump, item: Item, outcomes: Sequence[Drafted]) -> Briefing:
        """One item with its draft and what the checks say of it; without a whole draft, its figures alone."""
        calls = tuple(dict.fromkeys(key for outcome in outcomes for key in outcome.calls))
        error = next((outcome.error for outcome in outcomes if outcome.error), None)
        drafts = tuple(outcome.draft for outcome in outcomes if outcome.draft)
        if error or not drafts:
            failure = tell_failure(error) if error else None
            figures, findings = do_in_time(checking.render_figures, item), do_in_time(checking.check_source, item)
            return Briefing(dump.name, dump.sha256, item, figures, findings=findings, failure=failure, calls=calls)
        draft, terms = drafting.combine_drafts(item, drafts), self.memory.terms_in(item.text)
        item = damage.add_offered(item, draft.misprints)
        draft, repairs, figures, findings = await self.offload(assess_draft, item, draft, terms)
        return Briefing(
            dump.name, dump.sha256, item, figures, draft, findings, calls=calls, repairs=repairs, terms=terms
        )

    async def _mend(self, briefing: Briefing, *, leave: frozenset[Place] = frozenset()) -> Briefing:
        """The briefing after repair; what still fails its check is withheld, flagged, or holds the briefing back.

        Corrections are not asked for where ``leave`` says that they were.
        """
        if briefing.draft is None:
            return briefing

        def check(item: Item, draft: Draft) -> tuple[Finding, ...]:
            return do_in_time(checking.check_draft, item, draft, terms=briefing.terms)

        before = repairing.Repaired(briefing.draft, briefing.findings, briefing.repairs, leave=leave)
        repaired = repairing.mark(briefing.item, await self._repair(briefing.item, before, check), check)
        if self.on_mismatch is OnMismatch.WITHHOLD:
            repaired = repairing.withhold(briefing.item, repaired, check)
        return replace(
            briefing,
            draft=repaired.draft,
            findings=repaired.findings,
            repairs=repaired.repairs,
            calls=briefing.calls + repaired.calls,
            held=self._is_held(repaired.findings),
        )

    async def _agree(self, briefing: Briefing, settled: tuple[Term, ...], take: Renew) -> None:
        """Hold a briefing against the names that others settled: a run writes a bearer in one way."""
        terms = tuple(dict.fromkeys((*briefing.terms, *settled)))
        if briefing.draft is None or terms == briefing.terms:  # a run that was killed had it settled before
            return
        try:
            findings = await self.offload(checking.check_draft, briefing.item, briefing.draft, terms)
            checked = replace(briefing, findings=findings, terms=terms)
            renewed = await self._mend(checked, leave=frozenset(flag.place for flag in briefing.flags))
        except LostWorkError as error:
            self.problems.append(tell_problem(briefing.dump_name, error))
            return
        except BriefingError:
            raise
        except Exception as error:  # noqa: BLE001 - a fault of ours in one item never loses another
            self.problems.append(fail_dump(briefing.dump_name, error))
            return
        self.renew(briefing, renewed)
        take(briefing, renewed)

    def _is_held(self, findings: Iterable[Finding]) -> bool:
        return self.on_mismatch is OnMismatch.HOLD and any(finding.verdict.is_flag for finding in findings)

    async def _repair(
        self, item: Item, before: "repairing.Repaired", check: "repairing.Checker"
    ) -> "repairing.Repaired":
        if self.model is None or self.repair_prompt is None or self.stopped:
            return before
        try:
            return await repairing.repair_draft(item, before, self.model, self.repair_prompt, check)
        except LostWorkError:  # the check of a correction never ended: what was there before stands
            return before
        except ModelError as error:
            self.stopped = self.stopped or error
            return before


async def _import_checks() -> None:
    """Import checks and repairs while the first calls are in flight, in a thread: half a second that no call waits."""
    await asyncio.sleep(FIRST_CALLS_S)
    await asyncio.to_thread(lambda: (checking.check_item, repairing.mark))


def _about(item: Item, asked: Sequence[tuple[Chunk, Asked]]) -> list[Asked]:
    return [task for chunk, task in asked if any(p.item.index == item.index for p in chunk.passages)]
