"""Texts cut into runs where marks begin and end; marks may overlap."""

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant.inert import clean
from assistant.pages.blocks import Origin, Run, Runs, Tone
from assistant.records import Span
from assistant.reporting.wording import WITHHELD_TEXT

GRAVITY = {tone: place for place, tone in enumerate((Tone.HIT, Tone.WITHHELD, Tone.FLAG, Tone.DERIVED, Tone.VERIFIED))}
"""Where marks overlap, the gravest gives the tone."""


class Mark(NamedTuple):
    """A stretch of a text: its tone (None: lit by its stop only), the stop, and a sign to be drawn before it."""

    span: Span
    key: str
    tone: Tone | None = None
    sign: str = ""


def mark_text(text: str, name: str, marks: Iterable[Mark], *, tone: Tone = Tone.PLAIN, words: str = "") -> Runs:
    """``text`` (cleaned, one for one) in runs; their texts without the signs are the text again.

    Args:
        text: what the spans of ``marks`` count in.
        name: what ``Run.origin`` calls it.
        marks: those that lie outside the text are left out.
        tone: of what is not marked.
        words: what a search looked for; hits are marked.
    """
    text = clean(text)
    used = [m for m in marks if 0 <= m.span.start < m.span.end <= len(text)]
    used += [Mark(Span(*found.span()), "", Tone.WITHHELD) for found in WITHHELD_TEXT.finditer(text)]
    used += [Mark(span, "", Tone.HIT) for span in find_words(text, words)]
    cuts = sorted({0, len(text), *(edge for mark in used for edge in mark.span)})
    runs: list[Run] = []
    for start, end in itertools.pairwise(cuts):
        over = [m for m in used if m.span.start <= start < m.span.end]
        looks = _gravest(over) or tone
        keys = tuple(dict.fromkeys(m.key for m in over if m.key))
        sign = next((m.sign for m in over if m.sign and m.span.start == start), "")
        if sign:
            runs.append(Run(sign, looks, keys))
        runs.append(Run(text[start:end], looks, keys, Origin(name, start)))
    return tuple(runs)


def _gravest(marks: Sequence[Mark]) -> Tone | None:
    tones = [mark.tone for mark in marks if mark.tone]
    return min(tones, key=lambda tone: GRAVITY.get(tone, len(GRAVITY)), default=None)


def find_words(text: str, words: str) -> list[Span]:
    """Where the words of a search stand in ``text``, whatever their case."""
    patterns = [re.escape(word) for word in words.split()]
    return [Span(*m.span()) for m in re.finditer("|".join(patterns), text, re.IGNORECASE)] if patterns else []
