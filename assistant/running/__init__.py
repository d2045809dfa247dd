"""Runs, whoever starts them: what is read, what of it is new, who is asked, what is kept, and what is said at the end.

intake        what is read: each dump once, without those that are done
pace          how much goes into one call, and how many dumps are under way
job           one run: three ways to go through the dumps, one beginning and one ending
tracking      what a run has done so far, told to whoever watches
turns         two runs over the same inbox take turns
filing        of which day a dump is, and what could not be read
day_files     the report of a day as files
report_files  a report written in every format
output        results written whole or not at all
"""
