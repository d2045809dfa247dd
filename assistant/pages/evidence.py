"""The figure or claim at the cursor, on a few lines: what the English says, what the source says, and why they part."""

from collections.abc import Iterator

from assistant.pages.blocks import TONES, Block, Page, Run, Runs, Stop, Tone
from assistant.pages.composing import text_name
from assistant.records import Briefing
from assistant.reporting.wording import SIGNS, clean_line, contrast, describe_attribution

CONTEXT = 90
"""Characters of a sentence that are shown on either side of what is lit."""


def compose_evidence(briefing: Briefing, page: Page, stop: Stop) -> tuple[Block, ...]:
    """The blocks of the evidence panel for ``stop``: verdict, reason, and the lit words in both languages."""
    return tuple(_evidence(briefing, page, stop))


def _evidence(briefing: Briefing, page: Page, stop: Stop) -> Iterator[Block]:
    yield Block(_verdict(briefing, stop), hint=(Run(_count(page, stop), Tone.QUIET),))
    if stop.finding and stop.finding.why:
        yield Block((Run(clean_line(stop.finding.why), Tone.REMARK),), indent=3)
    if stop.finding:
        english = page.english.get(text_name(stop.finding.place), ())
        if any(stop.key in run.keys for run in english):
            yield Block(around(_plain_signs(english), stop.key), gutter=Run("EN", Tone.LABEL), indent=5)
    for runs in page.sources.values():
        if any(stop.key in run.keys for run in runs):
            yield Block(around(runs, stop.key), gutter=Run("ZH", Tone.LABEL), indent=5)


def _verdict(briefing: Briefing, stop: Stop) -> Runs:
    if stop.finding:
        tone = TONES[stop.finding.verdict]
        return (Run(f"{SIGNS[stop.finding.verdict]}  ", tone), Run(contrast(stop.finding), Tone.STRONG))
    if stop.figure is not None:
        figure = briefing.figures[stop.figure]
        said = f"{clean_line(figure.surface)} = {clean_line(figure.english)}"
        return (Run(said, Tone.STRONG), Run(f"  {clean_line(figure.kind)}", Tone.QUIET))
    if stop.claim is not None and briefing.draft:
        claim = briefing.draft.claims[stop.claim]
        return (Run("quoted from  ", Tone.QUIET), Run(describe_attribution(briefing, claim), Tone.STRONG))
    return ()


def _count(page: Page, stop: Stop) -> str:
    flags = [s for s in page.by_urgency if s.is_flag]
    if stop in flags:
        return f"{stop.label} · flag {flags.index(stop) + 1} of {len(flags)}"
    if stop.claim is not None:
        return stop.label
    rest = [s for s in page.by_urgency if not s.is_flag]
    return f"{stop.label} · figure {rest.index(stop) + 1} of {len(rest)}" if stop in rest else stop.label


def _plain_signs(runs: Runs) -> Runs:
    return tuple(run for run in runs if run.origin)


def around(runs: Runs, key: str) -> Runs:
    """The part of ``runs`` around what ``key`` lights, with a sign where something is left out."""
    lit = [i for i, run in enumerate(runs) if key in run.keys]
    before, after = _clip_end(runs[: lit[0]]), _clip_start(runs[lit[-1] + 1 :])
    return (*before, *runs[lit[0] : lit[-1] + 1], *after)


def _clip_end(runs: Runs) -> Runs:
    text = "".join(run.text for run in runs)
    return (Run(f"⋯{text[-CONTEXT:]}", Tone.QUIET),) if len(text) > CONTEXT else runs


def _clip_start(runs: Runs) -> Runs:
    text = "".join(run.text for run in runs)
    return (Run(f"{text[:CONTEXT]}⋯", Tone.QUIET),) if len(text) > CONTEXT else runs
