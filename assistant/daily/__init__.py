"""The day's report as data: what was briefed, put together to stories, with the day at a glance and what changed.

    assembling.assemble_report   store + day -> ``Report`` with its ``Edition``; ``reporting`` shows it in every format
    before.find_day_before       with which day it is compared

It asks a model for three sentences and for nothing else. Each is imported from its own module: a run looks which days
there are long before it needs the checks behind the rest.
"""
