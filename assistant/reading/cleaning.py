"""Clean a text once: line ends, hidden characters, Unicode form. Afterwards no stage changes the text again.

Everything that is taken out is counted: hidden characters in a news text are suspicious in themselves. Widths
(１２ beside 12) are kept; they are folded only where two texts are compared.
"""

import re
import unicodedata

COMBINING = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"

# name -> (what to find, what to put there). The order matters: line ends first, because CR and NEL are controls too.
RULES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("line ends", re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]"), "\n"),
    ("control characters", re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"), ""),
    ("zero-width characters", re.compile("[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]"), ""),
    ("direction controls", re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]"), ""),
    ("hidden tag characters", re.compile("[\ufff9-\ufffb\U000e0000-\U000e007f]"), ""),
    ("non-characters", re.compile("[\ufdd0-\ufdef\ufffe\uffff]"), ""),
    ("lone surrogates", re.compile("[\ud800-\udfff]"), "\ufffd"),
    # Normalising a long run of marks takes quadratic time (Unicode's stream-safe format allows 30 as well).
    ("piled-up accents", re.compile(f"(?<=[{COMBINING}]{{30}})[{COMBINING}]+"), ""),
)


def clean_text(text: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    """Return the cleaned text and what was changed: ``(("zero-width characters", 3),)``.

    Cleaning a clean text changes nothing.
    """
    counts: list[tuple[str, int]] = []
    for name, pattern, replacement in RULES:
        text, count = pattern.subn(replacement, text)
        if count:
            counts.append((name, count))
    normal = unicodedata.normalize("NFC", text)
    if normal != text:
        changed = sum(a != b for a, b in zip(text, normal, strict=False)) if len(text) == len(normal) else 0
        counts.append(("characters in another Unicode form", changed or abs(len(text) - len(normal))))
    return normal, tuple(counts)
