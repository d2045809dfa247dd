"""Many patterns that are asked of one text, and match in few: one look at the text tells which of them can.

``sieve`` does so for the lines of a page, each of which is asked about again and again, and keeps what it has found.
"""

from collections.abc import Iterable

from assistant.patterns import compile_late
from assistant.patterns.kept import our_patterns
from assistant.patterns.pieces import hold_pieces


class Prefiltered:
    """Patterns, each with the pieces of which every match holds one; none where nothing can be said.

    Args:
        sources: the regular expressions.
        flags: those of ``re``.
    """

    def __init__(self, sources: Iterable[str], flags: int = 0) -> None:
        self._rules = [(our_patterns().need(source, flags), compile_late(source, flags)) for source in sources]

    def match_in(self, text: str) -> bool:
        """Whether any of them matches somewhere in a text."""
        held = hold_pieces(text)
        likely = (pattern for pieces, pattern in self._rules if not (pieces and pieces.isdisjoint(held)))
        return any(pattern.search(text) for pattern in likely)
