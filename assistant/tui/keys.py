"""Which key does what: one table, from which the bindings, the footer and the help are made."""

from typing import NamedTuple

from textual.binding import Binding, BindingType


class Key(NamedTuple):
    """One command. ``keys`` as textual names them, the one that is shown first; ``scope`` is where it works."""

    name: str
    keys: str
    scope: str
    action: str
    short: str
    """For the footer; empty: not shown there."""
    help: str


KEYS = (
    Key("open", "enter,l,right", "shelf", "open", "read", "read the briefing at the cursor"),
    Key("down", "j,down", "shelf", "down", "", "next briefing"),
    Key("up", "k,up", "shelf", "up", "", "previous briefing"),
    Key("first", "g,home", "shelf", "first", "", "first briefing"),
    Key("last", "G,end", "shelf", "last", "", "last briefing"),
    Key("page-down", "space,pagedown,ctrl+d", "shelf", "page_down", "", "a window further"),
    Key("page-up", "b,pageup,ctrl+u", "shelf", "page_up", "", "a window back"),
    Key("scroll-down", "j,down", "sheet", "down", "", "a line down"),
    Key("scroll-up", "k,up", "sheet", "up", "", "a line up"),
    Key("top", "g,home", "sheet", "first", "", "to the top"),
    Key("bottom", "G,end", "sheet", "last", "", "to the end"),
    Key("next-page", "space,pagedown,ctrl+d", "sheet", "page_down", "", "a window down"),
    Key("previous-page", "b,pageup,ctrl+u", "sheet", "page_up", "", "a window up"),
    Key("next-flag", "n", "app", "walk(1)", "next flag", "next figure that needs a look: flags first, then all"),
    Key("previous-flag", "N", "app", "walk(-1)", "", "the one before"),
    Key("next-figure", "tab", "app", "step(1)", "figures", "next claim or figure in reading order"),
    Key("previous-figure", "shift+tab", "app", "step(-1)", "", "the one before"),
    Key("languages", "t", "app", "languages", "EN/ZH/both", "show English, Chinese, or both"),
    Key("next-item", "J,right_square_bracket", "app", "item(1)", "", "read the next briefing"),
    Key("previous-item", "K,left_square_bracket", "app", "item(-1)", "", "read the previous briefing"),
    Key("back", "escape,h,left", "app", "back", "back", "one step back: figure, briefing, list"),
    Key("help", "question_mark,f1", "app", "help", "help", "this page"),
    Key("quit", "q", "app", "leave", "quit", "back, or leave the reader"),
)


def bindings(scope: str) -> list[BindingType]:
    """The bindings of ``scope``, by the names under which the settings may change them."""
    return [
        Binding(k.keys, k.action, k.short, show=False, id=k.name, priority="tab" in k.keys)
        for k in KEYS
        if k.scope == scope
    ]


SHOWN = {
    "question_mark": "?",
    "escape": "esc",
    "shift+tab": "shift+tab",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
}


def key_cap(key: Key) -> str:
    """How the key is written for people."""
    first = key.keys.split(",", 1)[0]
    return SHOWN.get(first, first)
