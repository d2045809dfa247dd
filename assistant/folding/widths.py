"""Full-width ASCII (as Chinese and Japanese pages print it) folded to plain ASCII, character by character.

For comparing and matching only: the text keeps its widths. Spans of the folded text are spans of the text.
"""

from assistant.patterns import compile_late

_FULL_WIDTH = compile_late("[\uff01-\uff5e\u3000]")
_TABLE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def fold_widths(text: str) -> str:
    """The text with ASCII in place of full-width forms; exactly as long as the text itself."""
    return text.translate(_TABLE) if _FULL_WIDTH.search(text) else text
