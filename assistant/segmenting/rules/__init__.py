"""What pages print around their news, as data. A new habit of a site is a new line here, not a new branch.

All patterns meet text whose full-width forms are folded to ASCII (``folding.fold_widths``), so each is written once.
"""
