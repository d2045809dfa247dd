"""Which key does what: one table, from which the bindings, the footer and the help are made."""

from collections.abc import Mapping
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
    Key("open", "enter,l,right", "shelf", "screen.open", "read", "read the briefing at the cursor"),
    Key("down", "j,down", "shelf", "down", "", "next briefing"),
    Key("up", "k,up", "shelf", "up", "", "previous briefing"),
    Key("first", "g,home", "shelf", "first", "", "first briefing"),
    Key("last", "G,end", "shelf", "last", "", "last briefing"),
    Key("page-down", "space,pagedown,ctrl+d", "shelf", "page_down", "", "a window further"),
    Key("page-up", "pageup,ctrl+u,shift+space", "shelf", "page_up", "", "a window back"),
    Key("days", "h,left", "shelf", "screen.days", "days", "to the days, to list one of them"),
    Key("list-day", "enter,l,right", "days", "screen.list_day", "list", "to the briefings of the day"),
    Key("next-day", "j,down", "days", "down", "", "the day before, which is next below"),
    Key("previous-day", "k,up", "days", "up", "", "the day after"),
    Key("all-days", "g,home", "days", "first", "", "all days"),
    Key("last-day", "G,end", "days", "last", "", "the oldest day"),
    Key("days-down", "space,pagedown,ctrl+d", "days", "page_down", "", "a window of days further"),
    Key("days-up", "pageup,ctrl+u,shift+space", "days", "page_up", "", "a window of days back"),
    Key("scroll-down", "j,down", "sheet", "down", "", "a line down"),
    Key("scroll-up", "k,up", "sheet", "up", "", "a line up"),
    Key("top", "g,home", "sheet", "first", "", "to the top"),
    Key("bottom", "G,end", "sheet", "last", "", "to the end"),
    Key("next-page", "space,pagedown,ctrl+d", "sheet", "page_down", "", "a window down"),
    Key("previous-page", "pageup,ctrl+u,shift+space", "sheet", "page_up", "", "a window up"),
    Key("leave-page", "h,left", "sheet", "screen.back", "", "one step back, as esc"),
    Key("next-flag", "n", "library", "walk(1)", "flag", "next figure that needs a look: flags first, then all"),
    Key("previous-flag", "N", "library", "walk(-1)", "", "previous figure that needs a look"),
    Key("next-figure", "tab", "library", "step(1)", "figures", "next claim or figure in reading order"),
    Key("previous-figure", "shift+tab", "library", "step(-1)", "", "previous claim or figure in reading order"),
    Key("languages", "t", "library", "languages", "EN/ZH/both", "show English, Chinese, or both"),
    Key("next-item", "J,right_square_bracket", "library", "item(1)", "", "read the next briefing"),
    Key("previous-item", "K,left_square_bracket", "library", "item(-1)", "", "read the previous briefing"),
    Key("claim", "1,2,3,4,5,6,7,8,9", "library", "claim", "", "to this claim"),
    Key("search", "slash", "library", "search", "find", "search everything stored, in English or Chinese; esc ends it"),
    Key("filter", "f", "library", "filter", "filter", "list all, flagged only, unread only"),
    Key("outlet", "O", "library", "outlet", "", "list only the outlet at the cursor, or all again"),
    Key("topic", "F", "library", "topic", "", "list only one topic, or all again"),
    Key("story", "c", "library", "story", "", "a story that several outlets tell: list them all, or one of them"),
    Key("sort", "s", "library", "sort", "", "order as printed, or flags first within each day"),
    Key("unread", "u", "library", "unread", "", "mark the briefing as unread, or as read"),
    Key("mark", "m", "library", "mark", "mark", "mark the finding at the cursor: seen, false alarm, not marked"),
    Key("note", "M", "library", "note", "", "mark the finding at the cursor as a false alarm and say why"),
    Key("copy", "y", "library", "copy", "copy", "copy the claim, figure or briefing at the cursor"),
    Key("day", "d", "library", "day", "report", "show the report of the day, as it will be exported"),
    Key("export", "e", "library", "export", "export", "write the report of the day: Markdown, HTML, JSON, text"),
    Key("browser", "b", "library", "browser", "browser", "show the report of the day in the browser"),
    Key("editor", "E", "library", "editor", "", "open the source in $EDITOR"),
    Key("names", "w", "library", "names", "names", "how names are written in English; settle one and check again"),
    Key("theme", "T", "library", "app.theme", "", "change between dark (ink) and light (paper)"),
    Key("palette", "ctrl+p,colon", "library", "palette", "", "find a command by its words"),
    Key(
        "run", "r", "library", "rerun", "run", "brief the dump of this item again; what was answered is not paid twice"
    ),
    Key("open-dump", "o", "library", "open_dump", "open dump", "brief a dump or a folder of dumps"),
    Key("jobs", "R", "library", "jobs", "", "show the run that is under way, or the last one"),
    Key("cancel", "x", "run", "cancel", "cancel", "stop the run; what was answered is kept"),
    Key("resume", "r", "run", "resume", "go on", "go on where it stopped; ask anew about what failed"),
    Key("lock", "enter", "names", "lock", "lock", "settle how the name is written; stored briefings are checked again"),
    Key("variant", "v", "names", "variant", "variant", "another way in which sources print the name"),
    Key("forget", "x", "names", "forget", "forget", "take back what was learnt or locked"),
    Key("back", "escape", "library", "back", "back", "one step back: figure, briefing, list"),
    Key("help", "question_mark,f1", "library", "app.help", "help", "all keys and signs"),
    Key("quit", "q", "library", "leave", "quit", "back, or leave the reader"),
)

HINTS = (
    Key("done", "enter", "field", "", "done", ""),
    Key("do", "enter", "field", "", "do it", ""),
    Key("never-mind", "escape", "field", "", "never mind", ""),
    Key("run-again", "r", "run", "", "run again", ""),
    Key("ask-anew", "r", "run", "", "ask anew", ""),
    Key("to-list", "q", "library", "", "list", ""),
    Key("choose", "letter", "field", "", "choose", ""),
    Key("choose-none", "escape", "field", "", "back", ""),
)
"""Other words for a key in the footer, where it does something in particular; and the keys of a text field, which
are its own and cannot be changed."""


def bindings(scope: str) -> list[BindingType]:
    """The bindings of ``scope``, by the names under which the settings may change them."""
    return [binding for key in KEYS if key.scope == scope for binding in _bindings(key)]


BORROWED: dict[str, dict[str, str]] = {
    "side": {"back": "leave", "quit": "leave", "leave-page": "leave", "help": "app.help"},
    "help": {"help": "leave"},
    "day": {"day": "leave", "export": "leave('export')", "browser": "leave('browser')"},
    "names": {
        "down": "move(1)", "up": "move(-1)", "first": "move(-1000000)", "last": "move(1000000)",
        "page-down": "turn(1)", "page-up": "turn(-1)", "search": "filter",
    },
}  # fmt: skip
"""Screens beside the library -> the commands whose keys mean the like there -> what they do; ``side``: in all of them.
They go by the same names, so that keys which the settings change are changed there too."""


def borrowed(place: str) -> list[BindingType]:
    """The bindings that the screen ``place`` has of commands from elsewhere."""
    keys = {key.name: key.keys for key in KEYS}
    return [Binding(keys[name], action, show=False, id=name) for name, action in BORROWED[place].items()]


def places_of(key: Key) -> frozenset[str]:
    """Where a command works; in one place no key may mean two of them."""
    if key.scope == "library":
        own = {"shelf", "days", "sheet"}
    else:
        own = {"sheet", "run", "day", "help"} if key.scope == "sheet" else {key.scope}
    lent = {place for place, names in BORROWED.items() if key.name in names}
    return frozenset(own | lent | ({"run", "day", "help", "names"} if "side" in lent else set()))


def _bindings(key: Key) -> list[Binding]:
    if key.name == "claim":
        return [Binding(k, f"claim({k})", key.help, show=False) for k in key.keys.split(",")]
    return [Binding(key.keys, key.action, key.help, show=False, id=key.name, priority="tab" in key.keys)]


WRITTEN = {
    "!": "exclamation_mark", '"': "quotation_mark", "#": "number_sign", "$": "dollar_sign", "%": "percent_sign",
    "&": "ampersand", "'": "apostrophe", "(": "left_parenthesis", ")": "right_parenthesis", "*": "asterisk",
    "+": "plus", "-": "minus", ".": "full_stop", "/": "slash", ":": "colon", ";": "semicolon", "<": "less_than_sign",
    "=": "equals_sign", ">": "greater_than_sign", "?": "question_mark", "@": "at", "[": "left_square_bracket",
    "\\": "backslash", "]": "right_square_bracket", "^": "circumflex_accent", "_": "underscore", "`": "grave_accent",
    "{": "left_curly_bracket", "|": "vertical_line", "}": "right_curly_bracket", "~": "tilde", "esc": "escape",
}  # fmt: skip
"""How people write a key -> what textual calls it."""
SHOWN = {name: sign for sign, name in WRITTEN.items()}


LIKE = {"run-again": "resume", "ask-anew": "resume", "to-list": "quit"}
"""Hint -> the command whose key it is."""
_changed: dict[str, str] = {}
"""Command -> its keys, where the settings give it others."""


def use_keys(changed: Mapping[str, str]) -> None:
    """Write keys as the settings have them from now on, in this process: footer, help, palette and advice."""
    _changed.clear()
    _changed.update(changed)
    _changed.update({hint: changed[name] for hint, name in LIKE.items() if name in changed})


def keys_of(key: Key) -> list[str]:
    """The keys of a command as textual names them, the one that is shown first."""
    return _changed.get(key.name, key.keys).split(",")


def keys_named(*names: str) -> set[str]:
    """All keys of these commands."""
    return {each for key in KEYS if key.name in names for each in keys_of(key)}


def write_key(name: str) -> str:
    """How a key is written for people: ``?`` for ``question_mark``."""
    return SHOWN.get(name, name)


def key_cap(key: Key) -> str:
    """How the first key of a command is written for people."""
    return write_key(keys_of(key)[0])


def with_keys(text: str) -> str:
    """``text`` with the keys of the commands that it names in braces."""
    return text.format_map({key.name: key_cap(key) for key in KEYS}) if "{" in text else text
