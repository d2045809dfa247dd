"""What is too much. Beyond these a dump is refused with one clear line instead of taking the machine down."""

MAX_BYTES = 50_000_000
"""Of one file, of standard input, of one web page."""
MAX_TEXT_CHARACTERS = 1_000_000
"""Of one text, after extraction: a hundred long news pages. The stages take seconds for it, not minutes."""
MAX_RAW_CHARACTERS = 5 * MAX_TEXT_CHARACTERS
"""Of one text before it is cleaned and its marks are taken off: so much is refused before any of that is done."""
MAX_LINE_CHARACTERS = 1_000_000
MAX_LINES = 20_000
"""Of one text, blank ones not counted: each is held against a hundred patterns, and so many take seconds."""
MAX_FILES = 20_000
"""Of one folder; and texts of one file."""
