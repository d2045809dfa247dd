"""Does each claim's quotation stand in the source, character by character?

A quotation counts only if it equals the source after the declared folding (``folding``). Otherwise the nearest sentence
is shown, never accepted: a fuzzy match of short Chinese strings would take 署85億美元 for 999億歐元.
"""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from assistant.checking.folding import Folded, fold
from assistant.figures import read_source
from assistant.patterns import compile_late
from assistant.records import Check, Claim, Draft, Field, Finding, Item, Place, Segment, Span, Verdict

LONGEST_DIFF = 400
"""Characters of either side of a difference that is spelled out."""
SHORTEST = 4
"""Folded characters of a quotation that can carry a claim, unless the whole sentence is shorter."""
_NUMERAL = "0-9\uff10-\uff19零〇一二三四五六七八九十百千萬万億亿兆"
_IN_FIGURE = compile_late(rf"[{_NUMERAL}][{_NUMERAL}]|[0-9\uff10-\uff19][.,\uff0e\uff0c][0-9\uff10-\uff19]")
"""Characters at a border of a quotation, one or two on either side, that belong to one figure."""
_FIGURE = compile_late(rf"[{_NUMERAL}.,\uff0e\uff0c]+")
_ENDS_BY_FIGURE = compile_late(rf"[{_NUMERAL}][^{_NUMERAL}]{{0,2}}$")
_ENDS_SENTENCE = "。！？!?\n"
_GOES_ON = compile_late(r"[\w%‰\uff05℃]")
AROUND = 40
"""Characters before the end of a passage that are read for the figure in which it may lie."""
LONGEST_UNIT = 8
"""Characters behind it: 個百分點."""
LONGEST_NOT = 3
"""Characters of what stands before a passage and denies it, a line break included."""
_NOT_BEFORE, _NOT_AFTER = (
    compile_late("(?:不|沒有|没有|沒|没|未|並非|并非)$"),
    compile_late("(?:は)?(?:ない|なかった|ません)"),
)
CUTS_FIGURE, CUTS_NOT = "the quotation cuts through the figure {}", "the quotation leaves out the {} beside it"


def check_quotes(item: Item, draft: Draft) -> tuple[Finding, ...]:
    """One finding per claim."""
    return tuple(_check(item, claim, Place(Field.CLAIM, index)) for index, claim in enumerate(draft.claims))


def _check(item: Item, claim: Claim, place: Place) -> Finding:
    wanted = fold(claim.quote)
    cut: Span | None = None
    for run in _cited_runs(item, claim):
        there = fold(item.read(run))
        for place_there in () if _is_too_short(there, wanted) else there.find_all(wanted):
            found = place_there.shift(run.start)
            if not _is_cut(item, found):
                return Finding(Check.QUOTE, Verdict.SUPPORTED, place, claim.quote, None, item.read(found), found)
            cut = cut or found
    source, why = (cut, _explain_cut(item, cut)) if cut else _explain(item, claim, wanted)
    return Finding(Check.QUOTE, Verdict.UNSUPPORTED, place, claim.quote, None, item.read(source), source, why=why)


def _explain(item: Item, claim: Claim, wanted: Folded) -> tuple[Span | None, str]:
    """The passage to show instead, and what is wrong."""
    if not wanted.text:
        return None, "the claim gives no quotation"
    found = fold(item.text).find(wanted)
    elsewhere = found.shift(item.span.start) if found else None
    if elsewhere and len(wanted.text) < SHORTEST:
        return elsewhere, "the quotation is too short to carry a claim"
    if elsewhere and claim.segments:
        return elsewhere, "the quotation stands in this item, but not in the sentences that the claim cites"
    if elsewhere:
        return elsewhere, "the claim cites no sentence; its quotation stands here"
    nearest = _nearest(item, wanted)
    if not nearest:
        return None, "these words do not stand in the source"
    diff = show_diff(" ".join(item.read(nearest).split()), " ".join(claim.quote.split()))
    return nearest, "these words do not stand in the source; the nearest sentence is shown" + (
        f": {diff}" if diff else ""
    )


def show_diff(source: str, quotation: str) -> str:
    """The quotation with what the source has instead: 簽署8[5 in the source, 6 here]億美元; empty where it is long.

    Of the source only the part is shown that the quotation covers.
    """
    if max(len(source), len(quotation)) > LONGEST_DIFF:
        return ""
    blocks = [b for b in SequenceMatcher(None, source, quotation, autojunk=False).get_matching_blocks() if b.size]
    if not blocks:
        return ""
    start = max(0, blocks[0].a - blocks[0].b)
    end = min(len(source), blocks[-1].a + blocks[-1].size + len(quotation) - blocks[-1].b - blocks[-1].size)
    matched = SequenceMatcher(None, source[start:end], quotation, autojunk=False)
    return "".join(
        quotation[c:d] if kind == "equal" else _say_difference(source[start + a : start + b], quotation[c:d])
        for kind, a, b, c, d in matched.get_opcodes()
    )


def _say_difference(there: str, here: str) -> str:
    return f"[{there or 'nothing'} in the source, {here or 'nothing'} here]"


def _is_too_short(there: Folded, wanted: Folded) -> bool:
    """Whether it is less than a statement, and less than the sentence itself: 的 stands everywhere."""
    return len(wanted.text) < min(SHORTEST, len(there.text))


def _cited_runs(item: Item, claim: Claim) -> Iterator[Span]:
    """The cited sentences; neighbours are joined, because a quotation may run over a full stop."""
    cited = [item.segments[index] for index in claim.segments if 0 <= index < len(item.segments)]
    run: Span | None = None
    for segment in cited:
        if run and run.end == segment.span.start:
            run = Span(run.start, segment.span.end)
            continue
        if run:
            yield run
        run = segment.span
    if run:
        yield run


def _is_cut(item: Item, found: Span) -> bool:
    """Whether a passage says something else than the words it is taken from: 85億 out of 185億, 接受 out of 不接受."""
    at, text = found.shift(-item.span.start), item.text
    return bool(
        _find_cut_figure(text, at) is not None or _find_cut_unit(text, at) or _find_left_out(text, at) is not None
    )


def _explain_cut(item: Item, found: Span) -> str:
    at, text = found.shift(-item.span.start), item.text
    if (border := _find_cut_figure(text, at)) is not None:
        whole = next(numeral[0] for numeral in _FIGURE.finditer(text) if numeral.start() < border < numeral.end())
        return CUTS_FIGURE.format(whole)
    if unit := _find_cut_unit(text, at):
        return CUTS_FIGURE.format(unit)
    left_out = _find_left_out(text, at)
    return CUTS_NOT.format(left_out[0]) if left_out else ""


def _find_cut_figure(text: str, at: Span) -> int | None:
    """The border of a passage that lies inside a figure."""
    for border in at:
        for start, end in ((border - 1, border + 1), (border - 2, border + 1), (border - 1, border + 2)):
            if _IN_FIGURE.fullmatch(text, max(0, start), end):
                return border
    return None


def _find_cut_unit(text: str, at: Span) -> str:
    """The figure in whose counter or unit a passage ends: 死亡二十 out of 死亡二十人; empty where it ends in none."""
    if (
        text[at.end - 1] in _ENDS_SENTENCE
        or not _GOES_ON.match(text, at.end)
        or not _ENDS_BY_FIGURE.search(text, max(at.start, at.end - 3), at.end)
    ):
        return ""
    start = max(0, at.end - AROUND)
    end = at.end - start
    figures = read_source(text[start : at.end + LONGEST_UNIT])
    return next((figure.surface for figure in figures if figure.span.start < end < figure.span.end), "")


def _find_left_out(text: str, at: Span) -> re.Match[str] | None:
    """The not right beside a passage."""
    return _NOT_BEFORE.search(text, max(0, at.start - LONGEST_NOT), at.start) or _NOT_AFTER.match(text, at.end)


def _nearest(item: Item, wanted: Folded) -> Span | None:
    """The sentence that shares most character pairs with the quotation; None where none shares half of them."""
    pairs = _pairs(wanted.text)

    def shared(segment: Segment) -> int:
        return (_pairs(fold(segment.text).text) & pairs).total()

    best = max(item.sentences, key=shared, default=None)
    return best.span if best and shared(best) * 2 >= max(1, pairs.total()) else None


def _pairs(text: str) -> Counter[str]:
    return Counter(text[i : i + 2] for i in range(len(text) - 1))
