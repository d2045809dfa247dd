"""Do the Latin names that the source prints itself survive in the English, letter for letter?

陸克文(Kevin Rudd) is Kevin Rudd, and Lynas Rare Earths is nothing else. A name of several words, or one in brackets
after its Chinese form, must stand in the translation of its sentence; of other Latin words the reader is only told.
"""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice

from assistant.checking.tracing import HAN_LETTER, LATIN, Tracer
from assistant.patterns import compile_late
from assistant.records import Check, Field, Finding, Place, Segment, Span, Verdict

ALIKE = 0.75
"""From this likeness on, another run of capitalised words is the same name with other letters."""
WORDS_AT_MOST = 200
"""Words of an English sentence that are compared; a longer one is no sentence."""
LONGEST_RUN = 80
SHORTEST = 4
_WORD = compile_late(r"[^\W_](?:[\w.-]|[’'](?!s\b))*\b")
_OPENERS, _PARTS_OF_ADDRESSES = "(（", "@/._:#"


def check_latin(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each Latin name of the source that its translation alters or leaves out."""
    return tuple(
        finding
        for segment in tracer.item.sentences
        if HAN_LETTER.search(segment.text) and (english := tracer.draft.translation(segment.index))
        for finding in _check(segment, english)
    )


def _check(segment: Segment, english: str) -> Iterator[Finding]:
    place = Place(Field.TRANSLATION, segment.index)
    written = _even(english)
    for match in LATIN.finditer(segment.text):
        name = match[0].rstrip(".'’-&")
        if not _is_name(segment.text, Span(match.start(), match.start() + len(name))) or _stands(name, written):
            continue
        span = Span(match.start(), match.start() + len(name)).shift(segment.span.start)
        strict = " " in name or segment.text[max(0, match.start() - 1)] in _OPENERS
        altered = _altered(name, english)
        if altered:
            why = f"the source prints {name}"
            piece = altered.of(english)
            yield Finding(Check.NAME, Verdict.CONTRADICTED, place, piece, altered, name, span, name, why)
        elif strict and not _stands(name.split()[-1], written):
            why = f"the source prints {name}"
            yield Finding(Check.NAME, Verdict.OMITTED, place, "", None, name, span, name, why)
        else:
            why = "the source prints this name in Latin letters"
            yield Finding(Check.NAME, Verdict.NOTED, place, "", None, name, span, name, why)


def _is_name(text: str, span: Span) -> bool:
    """Whether a run of Latin letters is a name: no unit, no abbreviation, no address, no model number."""
    run = span.of(text)
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    if any(mark in around for mark in _PARTS_OF_ADDRESSES) or any(c.isdigit() for c in run) or len(run) > LONGEST_RUN:
        return False
    return run[0].isupper() and sum(c.isalpha() for c in run) >= SHORTEST


def _altered(name: str, english: str) -> Span | None:
    """Where as many words in a row as the name has are most like it, beginning with a capital and like enough."""
    if len(name) <= SHORTEST:
        return None
    words = list(islice(_WORD.finditer(english), WORDS_AT_MOST))
    wanted, size, best, most = _even(name), len(name.split()), None, ALIKE
    for place in range(len(words) - size + 1):
        span = Span(words[place].start(), words[place + size - 1].end())
        piece = span.of(english)
        if piece[0].isupper() and abs(len(piece) - len(name)) <= len(name) // 3:
            likeness = SequenceMatcher(None, wanted, _even(piece)).ratio()
            if likeness >= most:
                best, most = span, likeness
    return best


def _stands(name: str, written: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(_even(name))}(?!\w)", written) is not None


def _even(text: str) -> str:
    """``text`` without what is style: width, case, the shape of apostrophes and hyphens, runs of spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(str.maketrans("’‘‐‑–", "''---"))
    return " ".join(plain.split())
