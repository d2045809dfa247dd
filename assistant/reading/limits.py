"""What is too much. Beyond these a dump is refused with one clear line instead of taking the machine down."""

MAX_BYTES = 50_000_000
"""Of one file, of standard input, of one web page."""
MAX_TEXT_CHARACTERS = 1_000_000
"""Of one text, after extraction: a hundred long news pages. The stages take seconds for it, not minutes."""
MAX_LINE_CHARACTERS = 1_000_000
MAX_FILES = 20_000
"""Of one folder; and texts of one file."""
