"""The parts of a dump with their clocks and their damage; whoever says where they begin, they tile its text."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterable, Sequence
from itertools import islice

from assistant import damage, dating, segmenting
from assistant.llm.replies import ask_valid
from assistant.offloading import Workers, do_in_time
from assistant.prompts import Prompt
from assistant.records import Dump, Item, Model, Problem, Request

Cut = tuple[Dump, tuple[Item, ...]]
"""A dump with its parts."""
AT_ONCE = 256
"""Texts that are cut together: thousands of short ones take a sixth less time so."""
AHEAD = 6
"""Such lots that are under way at one time: enough for the processes, and memory does not grow with it."""
_Stage = Callable[[Dump, tuple[Item, ...]], tuple[Item, ...]]


def cut_items(dump: Dump) -> tuple[Item, ...]:
    """The parts by rules alone."""
    return _describe(dump, segmenting.split_items(dump))


def cut_all(dumps: Sequence[Dump]) -> list[tuple[Item, ...]]:
    """The same for many, stage by stage: what one stage needs of the processor's memory stays there meanwhile."""
    cut = [segmenting.split_items(dump) for dump in dumps]
    for stage in _list_stages():
        cut = [stage(dump, items) for dump, items in zip(dumps, cut, strict=True)]
    return cut


async def cut_many(found: Iterable[Dump | Problem], workers: Workers) -> AsyncGenerator[Cut | Problem, None]:
    """The same for as many as there are, each as soon as it is cut, in their order; problems are passed on.

    The first are cut here; once that takes long, the rest by ``workers``, while this process reads on.

    Raises:
        LostWorkError: a process was ended twice over the same texts, or they took too long.
    """
    found = iter(found)
    under_way: deque[asyncio.Task[list[Cut | Problem]]] = deque()
    try:
        while lot := list(islice(found, AT_ONCE)):
            under_way.append(asyncio.create_task(_cut_lot(lot, workers)))
            await asyncio.sleep(0)  # it is begun, here or in a process
            while under_way and (under_way[0].done() or len(under_way) > AHEAD):
                for each in await under_way.popleft():
                    yield each
        while under_way:
            for each in await under_way.popleft():
                yield each
    finally:
        for task in under_way:
            task.cancel()


async def _cut_lot(lot: Sequence[Dump | Problem], workers: Workers) -> list[Cut | Problem]:
    dumps = [each for each in lot if isinstance(each, Dump)]
    cut = iter(await workers.run(cut_all, dumps))
    return [(each, next(cut)) if isinstance(each, Dump) else each for each in lot]


def ask_about(dump: Dump, prompt: Prompt) -> Request | None:
    """The question about the parts of which the rules are unsure; None where there is none."""
    return segmenting.ask_parts(dump, segmenting.split_items(dump), prompt)


async def cut_asking(dump: Dump, model: Model, prompt: Prompt) -> tuple[Item, ...]:
    """The parts; where the rules are unsure, as a model says. The work before and after the answer is held to its time.

    Raises:
        ModelError: there is no usable reply; ``cut_items`` does without.
        LostWorkError: the work took too long.
    """
    items = do_in_time(segmenting.split_items, dump)
    if request := do_in_time(segmenting.ask_parts, dump, items, prompt):
        _, reply = await ask_valid(model, request, segmenting.ReplyParts.read)
        items = do_in_time(segmenting.apply_parts, dump, items, reply)
    return do_in_time(_describe, dump, items)


def _list_stages() -> tuple[_Stage, ...]:
    """What is done with the parts of a dump once they are cut, one after the other."""
    return segmenting.name_site, dating.date_items, damage.note_damage


def _describe(dump: Dump, items: tuple[Item, ...]) -> tuple[Item, ...]:
    for stage in _list_stages():
        items = stage(dump, items)
    return items
