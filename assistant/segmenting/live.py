"""Pages that tell one event as it goes on: below the article stand hours, each with a headline and a text of its own.

They are parts of the article and no items: most of the words of its headline come again in them. What a list of other
news below an article says has nothing to do with it.
"""

from collections.abc import Sequence

from assistant.segmenting.evidence import measure_share, pair_all
from assistant.segmenting.lines import Line, Look
from assistant.segmenting.part import BREAKS, LEAST_HEADLINE
from assistant.segmenting.rules import stories
from assistant.segmenting.source_line import count_wide

LEAST_UPDATES = 3
FAR_ABOVE = 16
"""So far above its first update an article has its headline, its time and its first lines."""
LEAST_SHARED = 0.4
"""A headline of which so much comes again below it is that of what stands there."""


def are_updates(lines: Sequence[Line], clocks: Sequence[int]) -> bool:
    """Whether what stands below these hours goes on with the article above the first of them."""
    if len(clocks) < LEAST_UPDATES:
        return False
    above = lines[max(0, clocks[0] - FAR_ABOVE) : clocks[0]]
    dated = any(line.look is Look.SOURCE and not (line.relative or line.title) for line in above)
    if not dated or any(line.look in BREAKS for line in above):
        return False
    wide = [line.text for line in above if line.look is Look.HEADLINE and count_wide(line.text) >= LEAST_HEADLINE]
    if any(stories.GOES_ON.search(text) for text in wide):
        return True
    told = pair_all(line.text for line in lines[clocks[0] : clocks[-1] + FAR_ABOVE // 4])
    return any(measure_share(text, told) >= LEAST_SHARED for text in wide)
