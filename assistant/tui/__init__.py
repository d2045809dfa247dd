"""The reader: a terminal app that draws what is stored and asks what to do next.

``read(store)`` opens it and returns when the user leaves. Everything it shows is decided elsewhere: ``pages`` composes,
``reporting`` words, ``store`` finds. The only place that imports textual.
"""

from assistant.tui.app import Reader, ReaderError, read
from assistant.tui.preferences import Preferences, load_preferences

__all__ = ["Preferences", "Reader", "ReaderError", "load_preferences", "read"]
