"""Other ways in which a sentence may be read: by a machine that sees letters which people do not see, or decodes.

Each reading is a text for searching only; where in the sentence it stood is not kept.
"""

import base64
import binascii
import codecs
import html
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from assistant.patterns import compile_late

MOST_READABLE = 0.9
"""Share of a decoded block that must be letters, digits, blanks and stops."""
FEWEST_LETTERS = 20
"""Of a block that can hold an order."""
HAN_WEIGHS = 2
"""Letters by which a Chinese character says more than one letter does."""
BLOCKS_AT_MOST = 8

_ODD = compile_late(
    "[\u00ad\u0300-\u036f\u0370-\u03ff\u0400-\u052f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2100-\u214f\u2460-\u24ff"
    "\ufe00-\ufe0f\ufeff\U0001d400-\U0001d7ff\U0001f100-\U0001f1ff\U000e0000-\U000e007f]"
)
"""Letters of other alphabets that look like Latin ones, ornamental letters, and what is not seen at all."""
_LOOK_ALIKE = str.maketrans(
    "аеорсхуіѕјһԁӏкмтвнАЕОРСХУІЅЈКМТВНαοερνικτυχΑΟΕΡΝΙΚΤΥΧ", "aeopcxyisjhdlkmtbhAEOPCXYISJKMTBHaoepviktyxAOEPNIKTYX"
)
_TAGS = {0xE0000 + code: code for code in range(0x20, 0x7F)}
_BASE64 = compile_late(r"(?<![\w+/-])[A-Za-z0-9+/_-]{24,8000}={0,2}(?![\w+/-])")
_HEX = compile_late(r"(?<!\w)(?:0x|\\x)?(?:[0-9a-fA-F]{2}(?: |\\x|:)?){16,4000}")
_ESCAPED = compile_late(r"(?:%[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|&#x?[0-9a-fA-F]{2,6};)(?:.{0,3}(?:%|\\u|&#)){3}")
_SPACED = compile_late(r"(?<!\w)(?:\w[ ._*·-]){5,}\w(?!\w)")
_BETWEEN = compile_late(r"(?<=\w)[ ._*·-](?=\w)")
_HAN_GAP = compile_late(r"(?<=[\u3040-\u9fff])[ \u3000._*·-]+(?=[\u3040-\u9fff])")
_TELLING = "ignore|instruct|summar|translat|prompt|output|headline|assistant|claim|disregard"
_TURNED = compile_late(codecs.encode(_TELLING, "rot13"), re.IGNORECASE)
_REVERSED = compile_late(_TELLING[::-1], re.IGNORECASE)
_HAN = compile_late("[\u3400-\u9fff]")
_READABLE = compile_late(r"[\w\s.,:;!?'\"()。，、：；！？「」-]")


def list_readings(text: str) -> Iterator[str]:
    """The other readings of a sentence, without the sentence itself; most have none."""
    if _ODD.search(text):
        seen = unicodedata.normalize("NFKD", text.translate(_TAGS))
        yield "".join(c for c in seen if unicodedata.category(c) not in ("Mn", "Cf")).translate(_LOOK_ALIKE)
    if _SPACED.search(text):
        yield _SPACED.sub(lambda run: _BETWEEN.sub("", run[0]), text)
    if _HAN_GAP.search(text):
        yield _HAN_GAP.sub("", text)
    if _ESCAPED.search(text):
        yield html.unescape(unquote(re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)))
    yield from _decode_blocks(text)
    if _TURNED.search(text):
        yield codecs.decode(text, "rot13")
    if _REVERSED.search(text):
        yield text[::-1]


def _decode_blocks(text: str) -> Iterator[str]:
    blocks = [*_BASE64.finditer(text)][:BLOCKS_AT_MOST]
    for block in blocks:
        with_padding = block[0].rstrip("=").replace("-", "+").replace("_", "/")
        yield from _readable(_unbase64(with_padding + "=" * (-len(with_padding) % 4)))
    for block in [*_HEX.finditer(text)][:BLOCKS_AT_MOST]:
        digits = re.sub(r"0x|\\x|[ :]", "", block[0])
        yield from _readable(bytes.fromhex(digits[: len(digits) // 2 * 2]))


def _unbase64(block: str) -> bytes:
    try:
        return base64.b64decode(block, validate=True)
    except binascii.Error:
        return b""


def _readable(data: bytes) -> Iterator[str]:
    """The bytes as a text, if they are one."""
    text = data.decode("utf-8", errors="replace")
    if len(text) + HAN_WEIGHS * len(_HAN.findall(text)) >= FEWEST_LETTERS and len(
        _READABLE.findall(text)
    ) >= MOST_READABLE * len(text):
        yield text
