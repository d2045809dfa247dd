"""Clean a text once: line ends, hidden characters, Unicode form. Afterwards no stage changes the text again.

Everything that is taken out is counted: hidden characters in a news text are suspicious in themselves. Widths
(１２ beside 12) are kept; they are folded only where two texts are compared.
"""

import re
import unicodedata

from assistant.patterns import compile_late

COMBINING = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"

_RADICALS = "\u2e80-\u2ef3\u2f00-\u2fd5"
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
_TAKEN_OUT = {
    "control characters": "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f",
    "zero-width characters": "\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff",
    "direction controls": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f",
    "hidden tag characters": "\ufff9-\ufffb\U000e0000-\U000e007f",
    "non-characters": "\ufdd0-\ufdef\ufffe\uffff",
}
_SURROGATES = "\ud800-\udfff"

# name -> (what to find, what to put there). The order matters: line ends first, because CR and NEL are controls too.
RULES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("line ends", compile_late(f"\r\n?|[{_LINE_ENDS}]"), "\n"),
    *((name, compile_late(f"[{characters}]"), "") for name, characters in _TAKEN_OUT.items()),
    ("lone surrogates", compile_late(f"[{_SURROGATES}]"), "\ufffd"),
    # Normalising a long run of marks takes quadratic time (Unicode's stream-safe format allows 30 as well).
    ("piled-up accents", compile_late(f"(?<=[{COMBINING}]{{30}})[{COMBINING}]+"), ""),
)

_DIRTY = compile_late(f"[\r{_LINE_ENDS}{''.join(_TAKEN_OUT.values())}{_SURROGATES}{COMBINING}{_RADICALS}]")
"""Of all that is taken out or replaced, one character at least: a text without any needs only to be normalised."""

# PDFs, and what was pasted from them, often hold radicals in place of the characters that look the same (日, 里, 長):
# no word with one would ever be recognised. The Kangxi radicals have mappings in Unicode, these others have none.
_RADICAL = compile_late(f"[{_RADICALS}]")
_SUPPLEMENT = dict(
    zip(
        (
            "\u2e8e\u2e92\u2e93\u2e9b\u2e9f\u2ea0\u2ec1\u2ec4\u2ec5\u2ec6\u2ec9\u2ecb\u2ed1\u2ed3\u2ed4\u2ed8\u2ed9"
            "\u2eda\u2edb\u2edc\u2edd\u2ee2\u2ee3\u2ee4\u2ee5\u2ee6\u2ee7\u2ee8\u2ee9\u2eea\u2eeb\u2eec\u2eed\u2eee"
            "\u2eef\u2ef0\u2ef1\u2ef2\u2ef3"
        ),
        "兀巳幺旡母民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)


def clean_text(text: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    """Return the cleaned text and what was changed: ``(("zero-width characters", 3),)``.

    Cleaning a clean text changes nothing.
    """
    read, counts = _replace_all(text) if _DIRTY.search(text) else (text, [])
    normal = unicodedata.normalize("NFC", read)
    if normal != read:
        changed = sum(a != b for a, b in zip(read, normal, strict=False)) if len(read) == len(normal) else 0
        counts.append(("characters in another Unicode form", changed or abs(len(read) - len(normal))))
    return normal, tuple(counts)


def _replace_all(text: str) -> tuple[str, list[tuple[str, int]]]:
    """The text with all rules applied and its radicals read, and how often each did something."""
    counts: list[tuple[str, int]] = []
    for name, pattern, replacement in RULES:
        text, count = pattern.subn(replacement, text)
        if count:
            counts.append((name, count))
    read = _RADICAL.sub(_name_character, text)
    if read != text:
        changed = sum(a != b for a, b in zip(text, read, strict=True))
        counts.append(("radicals in place of characters", changed))
    return read, counts


def _name_character(found: re.Match[str]) -> str:
    """The character that a radical looks like; a radical that is no character stays."""
    radical = found[0]
    return _SUPPLEMENT.get(radical) or unicodedata.normalize("NFKC", radical)
