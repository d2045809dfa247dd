"""The day's report as data: what was briefed, put together to stories, with the day at a glance and what changed.

    assemble_report   store + day -> ``Report`` with its ``Edition``; ``reporting`` shows it in every format
    find_day_before   with which day it is compared

It asks a model for three sentences and for nothing else; ``CALL_FAILED`` begins the note of a report without them.
"""

from typing import TYPE_CHECKING

from assistant.late import make_face

if TYPE_CHECKING:
    from assistant.daily.assembling import assemble_report as assemble_report
    from assistant.daily.before import find_day_before as find_day_before
    from assistant.daily.glance import CALL_FAILED as CALL_FAILED
else:
    __getattr__ = make_face(__name__, assembling="assemble_report", before="find_day_before", glance="CALL_FAILED")
