"""Single lines of a page that were read in a wrong encoding before they came here; the rest of it reads as text."""

from itertools import islice

from assistant.reading.cleaning import clean_text
from assistant.reading.main_text import locate_lines
from assistant.reading.mojibake import is_suspect, name_pair
from assistant.records import Span

LEAST_CHARACTERS = 24
"""A shorter line tells nothing: any few characters may be what another encoding makes of others."""
FEWEST_LINES = 2
"""The only one of a text has been judged with the text."""
MOST_ASKED = 300
"""Lines of which the costly question is asked, a quarter of a second; few pages of news have one at all."""


def list_garbled(raw: str, text: str) -> tuple[tuple[Span, str], ...]:
    """Where the lines stand in a text, and what each is, in words.

    Args:
        raw: before it was cleaned, which takes the characters that betray them.
        text: after that.
    """
    long = [line for line in raw.split("\n") if len(line) >= LEAST_CHARACTERS and not line.isascii()]
    if len(long) < FEWEST_LINES:
        return ()
    suspects = islice(filter(is_suspect, long), MOST_ASKED)
    told = {clean_text(line)[0]: words for line in suspects if (words := name_pair(line))}
    squeezed = {"".join(line.split()): words for line, words in told.items()}
    return tuple((span, squeezed.get("".join(span.of(text).split()), "")) for span in locate_lines(text, told))
