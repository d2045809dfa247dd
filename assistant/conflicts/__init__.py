"""Where the items of one story give different figures for the same thing: both are shown, nobody is believed.

find_conflicts   briefings, and which of them tell one story -> conflicts
"""

from typing import TYPE_CHECKING

from assistant.late import make_face

if TYPE_CHECKING:
    from assistant.conflicts.finding import find_conflicts as find_conflicts
else:
    __getattr__ = make_face(__name__, finding="find_conflicts")
