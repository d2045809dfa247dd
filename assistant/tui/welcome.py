"""Screens that stand where there is nothing to read yet."""

from dataclasses import replace

from assistant.pages import Block, Run, Tone
from assistant.store import Filters
from assistant.tui.keys import with_keys
from assistant.tui.paint import inert
from assistant.tui.words import say_filters


def compose_welcome(data: str, model: str, *, is_briefing: bool = False) -> tuple[Block, ...]:
    """What a newcomer sees: nothing is stored, and this is how to begin.

    Args:
        data: the file in which briefings are kept.
        model: the state of the model, in words; empty when it is not known.
        is_briefing: a run is under way.
    """
    blocks = [
        Block((Run("No briefings yet", Tone.TITLE),), indent=4, space=True),
        *_way(*(_FOLLOW if is_briefing else _BEGIN)),
        *_way("briefing demo", "look at the bundled example; no key and no network needed (leave with q first)"),
        *_way("briefing items FILE", "see how a dump is cut, without any model"),
        Block((Run(model or "not asked yet"),), gutter=Run("   Model", Tone.LABEL), indent=14),
        Block((Run(data),), gutter=Run("   Kept in", Tone.LABEL), indent=14),
        Block((Run("BRIEFING_HOME chooses another folder", Tone.QUIET),), indent=14),
    ]
    return (Block((Run(" "),)), *blocks)


def _way(command: str, what: str) -> tuple[Block, Block]:
    return (
        Block((Run(with_keys(command), Tone.STRONG),), indent=8),
        Block((Run(what, Tone.QUIET),), indent=12, space=True),
    )


_FOLLOW = ("{jobs}", "see how the run goes; what it has briefed will be listed here")
_BEGIN = ("{open-dump}", "brief a dump of a news page, or a folder of them: every figure is checked")


def compose_nothing(filters: Filters) -> tuple[Block, ...]:
    """What stands in the place of a list that the filters have emptied."""
    if filters.words:
        title = f'Nothing holds "{inert(filters.words)}"'
        others = say_filters(replace(filters, words="", flags_first=False))
        only = f" The list is narrowed to {inert(others)} besides." if others else ""
        hint = f"Search looks for all words, in both languages; part of a word is enough.{only}"
        way = "esc ends the search and shows everything again."
    else:
        title, hint = f"Nothing passes the filter: {inert(say_filters(filters))}", "What is stored is something else."
        way = "esc shows everything again."
    blocks = (
        Block((Run(title, Tone.TITLE),), indent=4, space=True),
        Block((Run(hint, Tone.PLAIN),), indent=4),
        Block((Run(way, Tone.QUIET),), indent=4),
    )
    return (Block((Run(" "),)), *blocks)
