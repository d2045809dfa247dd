"""Full-width ASCII (as Chinese and Japanese pages print it) folded to plain ASCII, character by character.

For comparing and matching only: the text keeps its widths. Spans of the folded text are spans of the text.
"""

from assistant.patterns import compile_late

_FULL_WIDTH = compile_late("[\uff01-\uff5e\u3000]")
_TABLE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"\u3000": " "}


def fold_widths(text: str) -> str:
    """The text with ASCII in place of full-width forms; exactly as long as the text itself."""
    for sign in set(_FULL_WIDTH.findall(text)):  # few are different; str.translate asks for each character of the text
        text = text.replace(sign, _TABLE[sign])
    return text
