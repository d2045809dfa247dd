"""Body text -> sentences. White space after a sentence belongs to it, so that the spans tile the text."""

import re
from itertools import pairwise

from assistant.folding import fold_widths
from assistant.patterns import compile_late
from assistant.records import Span

CLOSERS = frozenset("」』”’\"')]】》〉}")
PAIRS = {"「": "」", "『": "』", "“": "”", "《": "》", "(": ")", "【": "】", "〈": "〉"}
QUOTES = compile_late("[" + re.escape("".join((*PAIRS, *PAIRS.values(), '"'))) + "]")
QUOTE_CHARACTERS = 80
"""A quotation up to this long stays in one piece; a longer one is cut at its own sentences."""
# A full stop or a run of them, an ellipsis, a Latin full stop. A dot inside a figure (3.5) never matches, nor that of
# an initial (J. D.): it needs two small letters, figures or closing marks before it.
STOP = compile_late(
    r"[。!?]+[…⋯]*|[…⋯]{2,}|\.{3,}(?!\d)"
    r"|(?<=[a-z\d)%”\"]{2})\.(?=\s+[\"“(A-Z\u3400-\u9fff])"
    r"|(?<=[\u3040-\u9fff])\.(?=\s|[\u3040-\u9fff])"
    r"|(?<=[a-z\d)%”\"]{2})\.(?=[\u3040-\u9fff])"
)
_MAY_STOP = compile_late("[。!?…⋯.]")
"""How each of those begins; ten times as quick."""
ENGLISH_END = compile_late(r"(?:[A-Za-z’'-]+[,;:]? ){3,}[a-z\d][\w%’'-]*\.$")
"""Of a sentence in English with Chinese right behind it; an abbreviation (Ltd.) or a title ends in a capital word."""
LONGEST_ENGLISH_END = 120
CONTINUES = frozenset(",、;:)的等了着著」』")
"""Before one of these nothing has ended."""


def split_sentences(text: str, span: Span) -> list[Span]:
    """Cut ``span`` of ``text`` (one line) into sentences; they tile ``span``."""
    line = fold_widths(span.of(text))
    length = len(line.rstrip())
    mark = _MAY_STOP.search(line)
    first = STOP.search(line, mark.start()) if mark else None
    if first is None or first.end() >= length:
        return [span] if line else []
    inside = _find_quotes(line)
    cuts = [0]
    for stop in STOP.finditer(line, first.start()):
        end = _take_closers(line, stop.end(), inside)
        if end <= cuts[-1] or end >= length or (inside[end - 1] and inside[end]) or _goes_on(line, stop, end):
            continue
        while line[end].isspace():
            end += 1
        cuts.append(end)
    cuts.append(len(line))
    return [Span(a, b).shift(span.start) for a, b in pairwise(cuts) if a < b]


def _goes_on(line: str, stop: re.Match[str], end: int) -> bool:
    """Whether the sentence continues: a comma follows, or more text stands right behind an ellipsis or a dot."""
    if line[end] in CONTINUES:
        return True
    if stop[0] == "." and line[end] > "\u303f" and line[stop.start() - 1] < "\u3040":
        return ENGLISH_END.search(line[max(0, end - LONGEST_ENGLISH_END) : stop.end()]) is None
    return stop[0][0] in "…⋯." and len(stop[0]) > 1 and end == stop.end() and not line[end].isspace()


def _take_closers(line: str, end: int, inside: bytearray) -> int:
    """Move over the closing marks that belong to the sentence; a straight quote closes only where one is open."""
    while end < len(line) and line[end] in CLOSERS and (line[end] not in "\"'" or inside[end]):
        end += 1
    return end


def _find_quotes(line: str) -> bytearray:
    """1 for each character inside a short quotation or bracket, its closing mark included."""
    inside = bytearray(len(line) + 1)
    open_marks: list[tuple[str, int]] = []
    straight: int | None = None
    for found in QUOTES.finditer(line):
        character, place = found[0], found.start()
        if character in PAIRS:
            open_marks.append((PAIRS[character], place))
        elif open_marks and character == open_marks[-1][0]:
            _mark(inside, open_marks.pop()[1], place)
        elif character == '"':
            if straight is not None:
                _mark(inside, straight, place)
            straight = place if straight is None else None
    return inside


def _mark(inside: bytearray, start: int, end: int) -> None:
    if end - start <= QUOTE_CHARACTERS:
        inside[start + 1 : end + 1] = b"\x01" * (end - start)
