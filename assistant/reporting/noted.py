"""What is worth knowing and no fault, as lines: remarks of the checks, and the ledger of what a summary leaves out."""

from assistant.inert import clean_line
from assistant.records import Check, Finding
from assistant.reporting.view import ItemView
from assistant.reporting.wording import explain, locate
from assistant.typesetting import shorten

LEFT_OUT_CELLS = 40
"""Of a sentence that summary and claims leave out, in the one line that names all that they do."""
LEFT_OUT_AT_MOST = 8
"""Things left out that a report names in its text and Markdown; a page folds them, and JSON has them all."""
LEFT_OUT = "left out by summary and claims"


def noted_lines(item: ItemView, *, most: int | None = None) -> tuple[str, ...]:
    """The findings that are no fault, a line each; what is left out of the concise texts is folded into one.

    ``most``: things left out that are named; of the others it is said where they stand.
    """
    left_out = list_left_out(item)
    if not left_out:
        return remark_lines(item)
    rest = len(left_out[most:]) if most else 0
    more = f"; and {rest} more, listed in HTML and JSON" if rest else ""
    return (*remark_lines(item), f"{LEFT_OUT}: {'; '.join(left_out[:most])}{more}")


def remark_lines(item: ItemView) -> tuple[str, ...]:
    """The findings that are no fault, a line each, but for what is left out of the concise texts."""
    findings = (item.briefing.findings[i] for i in item.noted)
    return tuple(f"{locate(f)}{explain(f)}".removeprefix(": ") for f in findings if not _is_left_out(f))


def list_left_out(item: ItemView) -> tuple[str, ...]:
    """What headline, summary and claims leave out: figures, named sources, sentences."""
    findings = (item.briefing.findings[i] for i in item.noted)
    return tuple(_name_left_out(finding) for finding in findings if _is_left_out(finding))


def find_remarks(item: ItemView) -> tuple[int, ...]:
    """The findings that are no fault, by their places, but for the ledger."""
    return tuple(i for i in item.noted if item.briefing.findings[i].check is not Check.OMISSION)


def find_left_out(item: ItemView) -> tuple[int, ...]:
    """What headline, summary and claims leave out, by the places of the findings."""
    return tuple(i for i in item.noted if _is_left_out(item.briefing.findings[i]))


def describe_coverage(item: ItemView) -> str:
    """How much of the source headline, summary and claims carry, in numbers; empty where nothing was counted."""
    findings = (item.briefing.findings[i] for i in item.noted)
    return next((f.why for f in findings if f.check is Check.OMISSION and not f.source), "")


def _is_left_out(finding: Finding) -> bool:
    return finding.check is Check.OMISSION and bool(finding.source)


def _name_left_out(finding: Finding) -> str:
    source = shorten(clean_line(finding.source), LEFT_OUT_CELLS)
    english = clean_line(finding.expected or finding.english)
    return f"{source} ({english})" if english and english != source else source
