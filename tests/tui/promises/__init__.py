"""The ten promises of the reader, one file each, in the order in which they are numbered.

A promise about speed is kept by ``python -m evals.bench.reader``, which measures on a pseudo-terminal beside other
programs and gates on ratios; the files here prove what can be true or false.
"""
