"""What is taken along from a page: the words at the cursor, exactly as they stand in the source."""

from assistant.inert import clean, clean_line
from assistant.pages.blocks import Page, Stop
from assistant.pages.plain import print_blocks
from assistant.records import Briefing
from assistant.reporting.wording import contrast, describe_attribution, source_line


def copy_words(briefing: Briefing, page: Page, stop: Stop | None) -> tuple[str, str]:
    """What ``y`` copies, and its name for the message: the claim, the figure, or the whole briefing."""
    if stop and stop.claim is not None and briefing.draft:
        return _claim(briefing, stop.claim), stop.label
    if stop and stop.finding:
        parts = [contrast(stop.finding), clean_line(stop.finding.why), source_line(briefing)]
        return "\n".join(filter(None, parts)) + "\n", "the figure"
    if stop and stop.figure is not None:
        figure = briefing.figures[stop.figure]
        return f"{clean_line(figure.surface)} = {clean_line(figure.english)}\n{source_line(briefing)}\n", "the figure"
    return print_blocks(page.blocks), "the briefing"


def _claim(briefing: Briefing, index: int) -> str:
    """A claim, its quotation character by character, and where both come from."""
    assert briefing.draft  # noqa: S101 - the caller has looked
    claim = briefing.draft.claims[index]
    lines = [clean(claim.english), clean(claim.quote), describe_attribution(briefing, claim), source_line(briefing)]
    return "\n".join(lines) + "\n"
