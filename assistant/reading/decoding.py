"""Bytes -> text: byte-order marks, UTF-8 with a few bad bytes, the legacy codecs of East Asia, binary told apart.

Detectors fail on a text with a single bad byte, so UTF-8 comes first, with a small quota of bad bytes. Then the East
Asian codecs, each judged by how many of the characters it yields are among the commonest ones: a right decoding gives
a fifth and more, a wrong one next to none. charset-normalizer decides about what is left.
"""

import codecs
import re
from dataclasses import dataclass

from assistant.errors import NotTextError, UsageError
from assistant.patterns import compile_late

BAD_BYTES_PER_MILLE = 2
"""How much of a text may be undecodable before the codec counts as wrong."""
BAD_BYTES_ALWAYS = 5
SAMPLE_BYTES = 64_000
"""How much of a dump a codec is judged by."""
COMMON_SHARE = 0.12
"""The least share of commonest characters that proves a codec."""

DEFAULTS = frozenset({"ascii", "iso8859-1", "cp1252"})
"""What servers say of every page until somebody tells them better; any bytes are text in the latter two."""
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
AS_LIKELY = 0.03
"""Codecs whose texts have so nearly the same share of common characters are equally likely."""
LEGACY = ("cp950", "big5hkscs", "gb18030", "cp932", "euc_jp", "cp949")
COMMON = frozenset(
    "的一是不了在人有我他這中大來上個國到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可裡後小麼心多天而能好都然"
    "日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長知民樣現分將外但身些與高意進把法此實回二"
    "理美點月明其種聲全工己話兒者向情部正名定女問力機給等幾很業最間新什打便位因重被走電四第門相次東政海口使教西再平真聽世氣"
    "報市立記員總北台選黨軍車中區府院議長"
    "这来个国说们为时会过学对里后么没发当无开经头见动两长样现将与进实点种声话儿问机给几业间电门东听气报选党军车区员总议"
    "のにはをたがでてとしれさいるもなこそんかくらすり、。「」,年月日人者会社国新報発"
    "이다는을에의가고하한를지사기로"
)
_PLAIN = compile_late("[\\n\\r\\t -~\u2010-\u2026\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uffe6]")
"""What East Asian and English texts are made of; UTF-16 without a mark must show mostly this."""
_ASCII = compile_late("[\x00-\x7f]+")
_TEXT = compile_late(_PLAIN.pattern[:-1] + "\u00a0-\u024f\u0370-\u04ff]")
_NO_TEXTS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})
"""Codecs that are Python's own (its manual lists them so): no text is in one, and punycode takes quadratic time."""
BINARY = re.compile(
    rb"\A(?:\x89PNG|\xff\xd8\xff|GIF8|PK\x03\x04|\x1f\x8b|\x7fELF|BZh|\xfd7zXZ|Rar!|MZ|SQLite format 3|\0\0\x01\0)"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the codec that gave it, and how many bytes did not fit."""

    text: str
    encoding: str
    bad_bytes: int = 0


def decode_bytes(data: bytes, name: str, *, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """Decode ``data``.

    Args:
        data: the bytes received.
        name: how the user knows them, for the error.
        encoding: what the user says it is; used whatever it yields, unless more than the quota is bad.
        declared: what the document says of itself; tried first.

    Raises:
        NotTextError: binary, or no codec fits.
        UsageError: ``encoding`` is no codec.
    """
    if encoding:
        return _decode_as_told(data, name, encoding)
    for bom, codec in BOMS:
        if data.startswith(bom):
            return _decode_or_fail(data, name, codec, advice="Its first bytes say so; --encoding NAME overrules them.")
    if BINARY.match(data):
        raise NotTextError(name, "is not text: it is a binary file")
    for found in (_try_declared(data, declared), _try_nuls(data, name), _try_escapes(data), _try(data, "utf-8")):
        if found:
            return found
    return _detect(data, name)


def fits_served(data: bytes, charset: str) -> bool:
    """Whether to believe a server that names this encoding: it is no default of servers, and the bytes fit."""
    return bool(charset) and _find_codec(charset) not in DEFAULTS and _try_declared(data, charset) is not None


def _decode_as_told(data: bytes, name: str, encoding: str) -> Decoded:
    codec = _find_codec(encoding)
    if not codec:
        raise UsageError(f"there is no text encoding called {encoding!r}", advice="Try utf-8, big5 or gb18030.")
    return _decode_or_fail(data, name, codec, advice="Leave --encoding away to have it detected.")


def _find_codec(name: str) -> str:
    """How Python calls a text encoding; empty where it knows none by this name."""
    try:
        codec = codecs.lookup(name).name
        b"a".decode(codec, "ignore")  # base64, rot13 and their like are codecs as well, but not of text
    except (LookupError, ValueError):
        return ""
    return "" if codec in _NO_TEXTS else codec


def _decode_or_fail(data: bytes, name: str, codec: str, *, advice: str) -> Decoded:
    found = _try(data, codec)
    if found:
        return found
    try:
        data.decode(codec)
        where = 0
    except UnicodeDecodeError as error:
        where = error.start
    raise NotTextError(name, f"is not {codec} text (byte {where:,})", advice=advice)


def _try(data: bytes, codec: str) -> Decoded | None:
    """Decode with a quota of bad bytes."""
    try:
        return Decoded(data.decode(codec), codec)
    except UnicodeDecodeError:
        text = data.decode(codec, errors="replace")
        bad = text.count("\ufffd")
        within = bad <= max(BAD_BYTES_ALWAYS, len(text) * BAD_BYTES_PER_MILLE // 1000) and bad * 4 < len(text)
        return Decoded(text, codec, bad) if within else None


def _try_declared(data: bytes, declared: str | None) -> Decoded | None:
    codec = _find_codec(declared) if declared else ""
    return _try(data, codec) if codec else None


def _try_nuls(data: bytes, name: str) -> Decoded | None:
    """NULs mean UTF-16 without a mark, a few stray bytes in a text, or binary."""
    nuls = data.count(0)
    if not nuls:
        return None
    for codec in ("utf-16-le", "utf-16-be"):
        sample = data[:SAMPLE_BYTES].decode(codec, errors="replace")
        if len(_PLAIN.findall(sample)) > 0.9 * len(sample):
            return _try(data, codec)
    if nuls > max(BAD_BYTES_ALWAYS, len(data) * BAD_BYTES_PER_MILLE // 1000):
        raise NotTextError(name, f"is not text (byte {data.index(0):,} is NUL)")
    return None


def _try_escapes(data: bytes) -> Decoded | None:
    """ISO-2022-JP, the codec of Japanese mail, is plain ASCII with escapes."""
    return _try(data, "iso2022_jp") if b"\x1b$" in data else None


def _detect(data: bytes, name: str) -> Decoded:
    sample = data[:SAMPLE_BYTES]
    shares = [(share_of_common(sample.decode(codec, errors="replace")), codec) for codec in LEGACY]
    likely = sorted((pair for pair in shares if pair[0] >= COMMON_SHARE), key=lambda pair: -pair[0])
    near = [codec for share, codec in likely if share >= likely[0][0] - AS_LIKELY]
    for codec in near:  # Cantonese has characters that cp950 lacks: a codec that reads all is the right one
        found = _try(data, codec)
        if found and not found.bad_bytes:
            return found
    for _, codec in likely:
        if found := _try(data, codec):
            return found
    from charset_normalizer import from_bytes  # noqa: PLC0415 - a tenth of a command's start, and few dumps come here

    best = from_bytes(sample).best()
    if best is not None and (found := _try(data, best.encoding)) and _share_of_text(found.text[:SAMPLE_BYTES]) > 0.9:
        return found
    raise NotTextError(
        name,
        "is not text in an encoding that could be told",
        advice="Name it: --encoding big5 (or gb18030, shift_jis ...).",
    )


def share_of_common(text: str) -> float:
    """How much of the text that is not ASCII is made of the commonest characters of East Asian texts."""
    wide = _ASCII.sub("", text)
    return sum(map(COMMON.__contains__, wide)) / len(wide) if wide else 0.0


def _share_of_text(text: str) -> float:
    """The share of characters that a text is likely to hold: ASCII, Latin, Greek, Cyrillic, CJK, kana, hangul."""
    return len(_TEXT.findall(text)) / len(text) if text else 0.0
