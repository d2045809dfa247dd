"""Runs, whoever starts them: what is read, what of it is new, who is asked, what is kept, and what is said at the end.

job         what is to be run, and with what; the run itself
tracking    what a run has done so far, told to whoever watches
turns       two runs over the same inbox take turns
day_files   the report of a day as files
output      results written whole or not at all
"""
