"""The day's report as data: what was briefed, put together to stories, with the day at a glance and what changed.

    assemble_report   store + day -> ``Report`` with its ``Edition``; ``reporting`` shows it in every format

It asks a model for three sentences and for nothing else.
"""

from assistant.daily.assembling import assemble_report, find_day_before

__all__ = ["assemble_report", "find_day_before"]
