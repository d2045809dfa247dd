"""Text that is still in the dress of a mail or a program: UTF-7, base64, quoted-printable, escapes.

It is all ASCII, so that any codec reads it. It is named where what is inside is text.
"""

import binascii
from base64 import b64decode

from assistant.patterns import compile_late
from assistant.reading.decoding import COMMON_SHARE, LEGACY, share_of_common

SAMPLE_CHARACTERS = 20_000
LEAST_FOUND = 10
ESCAPES = compile_late(
    r"\\u[0-9A-Fa-f]{4}|(?:%[C-Fc-f][0-9A-Fa-f](?:%[89AaBb][0-9A-Fa-f]){1,3})|&#x?[0-9A-Fa-f]{3,6};"
    r"|=[C-F][0-9A-F](?:=(?:\n=)?[89AB][0-9A-F]){1,3}"
)
SHARE = 0.5
"""A text that is so much of it written so is the inside of a program's file, or of a mail."""
UTF_7 = compile_late(r"\+[A-Za-z0-9+/]{3,}-?")
BASE_64 = compile_late(r"(?m)^[A-Za-z0-9+/]{20,}={0,2}$")
WHOLE = 4
"""Base64 gives three bytes for each four of its letters."""
SHARE_OF_LETTERS = 0.9


def tell_transfer(text: str) -> str:
    """What the text is written in, in words; empty when it is text."""
    sample = text[:SAMPLE_CHARACTERS]
    size = len("".join(sample.split()))
    for pattern, marks, name in FORMS:
        found = pattern.findall(sample) if any(mark in sample for mark in marks) else []
        if sum(map(len, found)) >= max(LEAST_FOUND, size * SHARE) and (words := name(sample, found)):
            return words
    return ""


def _name_escapes(sample: str, found: list[str]) -> str:  # noqa: ARG001 (one of three)
    few = len(found) < LEAST_FOUND
    return "" if few else f"its characters are written as escapes ({found[0]}), as inside a program's file"


def _name_utf_7(sample: str, found: list[str]) -> str:
    told = sample.encode("ascii", "ignore").decode("utf-7", "replace")
    return f"it is written in UTF-7 ({found[0][:12]}); --encoding utf-7 reads it" if _reads_as_text(told) else ""


def _name_base_64(sample: str, found: list[str]) -> str:  # noqa: ARG001 (one of three)
    letters = "".join(found).rstrip("=")
    try:
        data = b64decode(letters[: len(letters) // WHOLE * WHOLE])
    except binascii.Error:
        return ""
    is_text = any(_reads_as_text(data.decode(codec, "replace")) for codec in ("utf-8", *LEGACY))
    return f"it is written in base64 ({found[0][:12]}...), as the body of a mail" if is_text else ""


def _reads_as_text(text: str) -> bool:
    """Whether what is inside is East Asian text, or words of ASCII letters."""
    if not text.isascii():
        return share_of_common(text) >= COMMON_SHARE
    letters = sum(map(str.isalpha, text))
    return " " in text and letters + text.count(" ") >= len(text) * SHARE_OF_LETTERS


FORMS = (
    (ESCAPES, ("\\u", "%", "&#", "="), _name_escapes),
    (UTF_7, ("+",), _name_utf_7),
    (BASE_64, ("",), _name_base_64),
)
