"""Lists whose entries are headlines, each with its outlet in brackets behind it: • headline（某報）."""

import re
from collections.abc import Sequence

from assistant.segmenting.lines import Line, Look
from assistant.segmenting.rules import outlets
from assistant.segmenting.source_line import count_wide

LEAST_WIDE = 8
"""Characters of a headline, at least."""
LEAST_ENTRIES = 2
SHORT = frozenset({Look.HEADLINE, Look.CAPTION})
"""The outlet in brackets may have been taken for who made a picture."""


def mark_credited(lines: Sequence[Line]) -> list[Line]:
    """Take brackets at the ends of neighbouring lines for their outlets, if one of them is called as outlets are."""
    marked = list(lines)
    run: dict[int, re.Match[str]] = {}
    for number, line in enumerate((*lines, None)):
        if line is not None and line.look is Look.BLANK:
            continue
        found = _find_entry(line) if line is not None else None
        if found:
            run[number] = found
            continue
        if len(run) >= LEAST_ENTRIES and any(outlets.OUTLET_NAME.fullmatch(entry["outlet"]) for entry in run.values()):
            for place, entry in run.items():
                marked[place] = _as_entry(lines[place], entry)
        run = {}
    return marked


def _find_entry(line: Line) -> re.Match[str] | None:
    found = outlets.CREDITED_TITLE.fullmatch(line.text) if line.look in SHORT else None
    return found if found and count_wide(found["title"]) >= LEAST_WIDE else None


def _as_entry(line: Line, found: re.Match[str]) -> Line:
    return line._replace(
        look=Look.SOURCE, title=line.locate(found, "title"), outlet=line.locate(found, "outlet"), relative=True
    )
