"""The figure or claim at the cursor, on a few lines: what the English says, what the source says, and why they part."""

from collections.abc import Iterator

from assistant.inert import clean_line
from assistant.pages.blocks import TONES, Block, Page, Run, Runs, Stop, Tone
from assistant.pages.placing import text_name
from assistant.records import Briefing, Field, Place
from assistant.reporting.noted import LEFT_OUT
from assistant.reporting.wording import SIGNS, contrast, describe_attribution
from assistant.typesetting import ELLIPSIS, count_cells, shorten

INDENT = 5
LONGEST_WORD = 12
"""Characters within which a clipped text is made to begin with a whole word."""
FOLDED_ROOM = 2
"""How much more room a folded ledger has than a sentence."""
SLACK = 14
"""Cells that are lost where lines break between words."""


def compose_evidence(briefing: Briefing, page: Page, stop: Stop, *, columns: int = 80) -> tuple[Block, ...]:
    """The blocks of the evidence panel for ``stop``: verdict, reason, and the lit words in both languages.

    Sentences are clipped so that each takes about two lines of ``columns`` cells.
    """
    return tuple(_evidence(briefing, page, stop, 2 * (columns - INDENT - 2) - SLACK))


def _evidence(briefing: Briefing, page: Page, stop: Stop, room: int) -> Iterator[Block]:
    yield Block(_verdict(briefing, stop), hint=(Run(count_stop(page, stop), Tone.QUIET),))
    if stop.folded:
        yield Block((Run(_fit(stop.folded, room * FOLDED_ROOM, briefing.id)),), indent=3)
        return
    why = clean_line(stop.finding.why) if stop.finding else ""
    if why:
        yield Block((Run(why, Tone.REMARK),), indent=3)
    sources = [runs for runs in page.sources.values() if any(stop.key in run.keys for run in runs)]
    for runs in sources or _sentences(briefing, page, stop):  # first: the English is lit on the page as well
        yield Block(around(runs, stop.key, room), gutter=Run("ZH", Tone.LABEL), indent=INDENT)
    english = _english(page, stop)
    if english:  # the page may have scrolled it out of sight, on the way to its source
        yield Block(around(_plain_signs(english), stop.key, room), gutter=Run("EN", Tone.LABEL), indent=INDENT)


def _english(page: Page, stop: Stop) -> Runs:
    """The text in which the stop lights something, or the claim at the cursor."""
    if stop.claim is not None:
        return page.english.get(text_name(Place(Field.CLAIM, stop.claim)), ())
    runs = page.english.get(text_name(stop.finding.place), ()) if stop.finding else ()
    return runs if any(stop.key in run.keys for run in runs) else ()


def _fit(things: tuple[str, ...], room: int, identity: str) -> str:
    """As many things as go into ``room`` cells, and how to see the others."""
    shown = [thing for n, thing in enumerate(things) if count_cells("; ".join(things[: n + 1])) <= room] or [
        *things[:1]
    ]
    rest = len(things) - len(shown)
    return "; ".join(shown) + (f"; {rest} more: briefing show {identity} --unfolded" if rest else "")


def _sentences(briefing: Briefing, page: Page, stop: Stop) -> list[Runs]:
    """The sentences in which a figure should stand that the source does not have."""
    place = stop.finding.place if stop.finding else None
    if place and place.field is Field.TRANSLATION:
        cited: tuple[int, ...] = (place.index,)
    elif place and place.field is Field.CLAIM and briefing.draft and place.index < len(briefing.draft.claims):
        cited = briefing.draft.claims[place.index].segments
    else:
        cited = ()
    return [page.sources[index] for index in cited if index in page.sources]


def _verdict(briefing: Briefing, stop: Stop) -> Runs:
    if stop.finding:
        tone = TONES[stop.finding.verdict]
        return (Run(f"{SIGNS[stop.finding.verdict]}  ", tone), Run(contrast(stop.finding), Tone.STRONG))
    if stop.folded:
        return (Run(LEFT_OUT, Tone.STRONG),)
    if stop.figure is not None:
        figure = briefing.figures[stop.figure]
        said = f"{clean_line(figure.surface)} = {clean_line(figure.english)}"
        return (Run(said, Tone.STRONG), Run(f"  {clean_line(figure.kind)}", Tone.QUIET))
    if stop.claim is not None and briefing.draft:
        claim = briefing.draft.claims[stop.claim]
        return (Run("quoted from  ", Tone.QUIET), Run(describe_attribution(briefing, claim), Tone.STRONG))
    return ()


def count_stop(page: Page, stop: Stop) -> str:
    """Where a stop stands, and which one it is: "claim 2 · flag 1 of 4"."""
    flags = [s for s in page.by_urgency if s.is_flag]
    if stop in flags:
        return f"{stop.label} · flag {flags.index(stop) + 1} of {len(flags)}"
    if stop.claim is not None or stop.folded or stop.is_dismissed:
        return stop.label
    rest = [s for s in page.by_urgency if not s.is_flag]
    return f"{stop.label} · figure {rest.index(stop) + 1} of {len(rest)}" if stop in rest else stop.label


def _plain_signs(runs: Runs) -> Runs:
    return tuple(run for run in runs if run.origin)


def around(runs: Runs, key: str, room: int) -> Runs:
    """What ``key`` lights with as much around it as goes into ``room`` cells; the beginning where it lights nothing."""
    lit = [i for i, run in enumerate(runs) if key in run.keys]
    if not lit:
        return runs if _cells(runs) <= room else (Run(shorten(_text(runs), room), runs[0].tone),)
    before, core, after = runs[: lit[0]], runs[lit[0] : lit[-1] + 1], runs[lit[-1] + 1 :]
    spare = max(room - _cells(core), 16)
    left, right = _cells(before), _cells(after)
    share = max(spare // 2, spare - right) if left > right else spare - max(spare // 2, spare - left)
    before = before if left <= share else (Run(f"{ELLIPSIS}{_last(_text(before), share - 1)}", before[-1].tone),)
    rest = spare - min(left, share)
    after = after if right <= rest else (Run(shorten(_text(after), rest), after[0].tone),)
    return (*before, *core, *after)


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _cells(runs: Runs) -> int:
    return count_cells(_text(runs))


def _last(text: str, columns: int) -> str:
    """The end of ``text`` that goes into ``columns`` cells."""
    while text and count_cells(text) > columns:
        text = text[max(1, (count_cells(text) - columns) // 2) :]
    _, space, rest = text[:LONGEST_WORD].partition(" ")
    return text[len(text[:LONGEST_WORD]) - len(rest) :] if space else text
