"""What each kind of text looks like in a theme.

Not in the style sheet: textual would work out each of these styles anew for each widget at every start, which took a
third of the first frame's time. What a colour says is always said by a sign or a word as well.
"""

from functools import lru_cache
from typing import NamedTuple

from rich.style import Style

from assistant.pages import Tone
from assistant.tui.themes import THEMES


class Look(NamedTuple):
    """Names of a theme's colours (empty: as what lies below), and attributes as rich names them."""

    colour: str = ""
    ground: str = ""
    attributes: str = ""


LOOKS: dict[str, Look] = {
    Tone.PLAIN: Look("foreground"),
    Tone.STRONG: Look("foreground", attributes="bold"),
    Tone.TITLE: Look("foreground", attributes="bold"),
    Tone.LABEL: Look("primary", attributes="bold"),
    Tone.QUIET: Look("quiet"),
    Tone.SOURCE: Look("source"),
    Tone.VERIFIED: Look("success", attributes="underline"),
    Tone.DERIVED: Look("warning", attributes="underline"),
    Tone.FLAG: Look("error", attributes="bold"),
    Tone.REMARK: Look("foreground", attributes="italic"),
    Tone.WITHHELD: Look("warning", attributes="bold"),
    Tone.HIT: Look("background", "primary"),
    "lit": Look("lit-text", "lit", "bold"),
    "bar": Look("primary"),
    "cursor": Look(ground="cursor"),
    "place": Look(ground="surface"),
    "well": Look("success"),
    "failed": Look("error"),
}
BARE: dict[str, Look] = {
    "lit": Look(attributes="bold reverse"),
    Tone.HIT: Look(attributes="reverse"),
    "cursor": Look(attributes="bold"),
    "place": Look(),
}
"""Without colour: what is lit must still stand out."""


@lru_cache(maxsize=128)
def ink(name: str, theme: str, *, bare: bool = False) -> Style:
    """The style of a kind of text in the theme of this name; ``bare``: for a terminal without colour."""
    look = BARE.get(name, LOOKS[name]) if bare else LOOKS[name]
    colours = _colours(theme)
    words = [look.attributes, colours.get(look.colour, ""), f"on {colours[look.ground]}" if look.ground else ""]
    return Style.parse(" ".join(filter(None, words)))


@lru_cache(maxsize=8)
def _colours(name: str) -> dict[str, str]:
    theme = next((known for known in THEMES if known.name == name), THEMES[0])
    named = ("primary", "success", "warning", "error", "foreground", "background", "surface")
    return {**{colour: str(getattr(theme, colour)) for colour in named}, **theme.variables}
