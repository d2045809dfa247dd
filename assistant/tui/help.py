"""The help screen: all keys, from the one table."""

from typing import ClassVar

from textual.binding import BindingType

from assistant.pages import Block, Run, Tone
from assistant.tui.chrome import Keys, Masthead
from assistant.tui.fitted import SideScreen
from assistant.tui.keys import KEYS, Key, borrowed, keys_of, write_key
from assistant.tui.sheet import Sheet

TITLES = {
    "library": "EVERYWHERE",
    "shelf": "IN THE LIST",
    "days": "IN THE DAYS",
    "sheet": "IN A BRIEFING",
    "run": "IN A RUN",
    "names": "IN THE NAMES",
}

INDENT = 28
"""Cells; the longest keys are ``pageup ctrl+u shift+space``."""


class Help(SideScreen[None]):
    """What every key does, and what the signs mean."""

    BINDINGS: ClassVar[list[BindingType]] = borrowed("help")

    def on_mount(self) -> None:
        """Fill the sheet."""
        self.query_one(Masthead).say("keys and signs", "")
        self.query_one(Sheet).show(compose_help())
        self.query_one(Keys).say(("back",))
        self.query_one(Sheet).focus()


def compose_help() -> tuple[Block, ...]:
    """The keys by where they work, then the signs."""
    blocks: list[Block] = []
    for scope, title in TITLES.items():
        keys = [key for key in KEYS if key.scope == scope]
        blocks.append(Block((Run(title, Tone.LABEL),)))
        blocks += [_line(key, last=key is keys[-1]) for key in keys]
    return (*blocks, *_signs())


def _line(key: Key, *, last: bool) -> Block:
    names = keys_of(key)
    caps = f"{names[0]} to {names[-1]}" if len(names) > 4 else " ".join(map(write_key, names))
    return Block((Run(key.help),), gutter=Run(caps, Tone.STRONG), indent=INDENT, space=last)


def _signs() -> tuple[Block, ...]:
    rows = (
        ("⚑", Tone.FLAG, "contradicted, unsupported or omitted: look at the source before you trust it"),
        ("≈", Tone.DERIVED, "derived: not printed in the source, but follows from its figures; the working is shown"),
        ("✓", Tone.VERIFIED, "verified: the source carries it; verified figures are underlined"),
        ("▌", Tone.WITHHELD, "withheld, held back or not translated: read the source"),
        ("✗", Tone.FLAG, "failed: the model gave no usable reply; the reason stands beside it"),
    )
    lines = (Block((Run(text),), gutter=Run(sign, tone), indent=INDENT) for sign, tone, text in rows)
    return (Block((Run("SIGNS", Tone.LABEL),)), *lines)
