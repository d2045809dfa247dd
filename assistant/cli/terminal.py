"""Is there a terminal that the reader can be drawn on?"""

import os
import sys


def has_terminal() -> bool:
    """Whether somebody sits at a terminal that can be drawn on; without one Textual would hang for ever."""
    return sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
