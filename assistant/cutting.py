"""The parts of a dump with their clocks and their damage; whoever says where they begin, they tile its text."""

from collections.abc import Callable, Sequence

from assistant import damage, dating, segmenting
from assistant.llm.replies import ask_valid
from assistant.offloading import do_in_time
from assistant.prompts import Prompt
from assistant.records import Dump, Item, Model, Request

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
