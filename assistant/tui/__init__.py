"""The reader: a terminal app that draws what is stored and asks what to do next.

``read(store)`` opens it and returns when the user leaves. Everything it shows is decided elsewhere: ``pages`` composes,
``reporting`` words, ``store`` finds. The only place that imports textual.

What no first frame needs is imported when it is first used: ``tui.help.Help()`` brings the page of help.
"""

from typing import TYPE_CHECKING

from assistant.late import make_face

if TYPE_CHECKING:
    from assistant.tui import choose as choose
    from assistant.tui import day as day
    from assistant.tui import fetching as fetching
    from assistant.tui import help as help  # noqa: A004 - a module of ours
    from assistant.tui import jobs as jobs
    from assistant.tui import palette as palette
    from assistant.tui import run as run
    from assistant.tui import taking as taking
    from assistant.tui import welcome as welcome
    from assistant.tui.app import Reader, ReaderError, read
    from assistant.tui.place import Preferences
    from assistant.tui.preferences import load_preferences

__all__ = ["Preferences", "Reader", "ReaderError", "load_preferences", "read"]

if not TYPE_CHECKING:  # a type checker would take any name for one of these
    __getattr__ = make_face(
        __name__,
        app="Reader ReaderError read",
        place="Preferences",
        preferences="load_preferences",
        **dict.fromkeys(("choose", "day", "fetching", "help", "jobs", "palette", "run", "taking", "welcome"), ""),
    )
