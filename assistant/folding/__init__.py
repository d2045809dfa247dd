"""Texts folded to one spelling, position by position, for comparing and matching: spans stay spans of the text.

fold         both Chinese scripts, wide signs and formal numerals made one: how figures and names are read
forms_of     the characters that may stand for a folded one: whoever looks for one name need not fold a table
fold_widths  full-width ASCII alone made plain: how lines and dates are read
"""

from assistant.folding.scripts import fold, forms_of
from assistant.folding.widths import fold_widths

__all__ = ["fold", "fold_widths", "forms_of"]
