"""Text that was decoded wrongly before it came here: UTF-8 read as Latin-1 and saved again, and its kin.

It is named, not mended: the original bytes exist somewhere, and a mended text would look like a source.
"""

import re
import unicodedata
from itertools import pairwise

from assistant.patterns import compile_late
from assistant.reading.decoding import COMMON_SHARE, share_of_common

SAMPLE_CHARACTERS = 20_000
LEAST_FOREIGN = 0.3
"""Mojibake of East Asian text is mostly made of characters that are not ASCII; German is not."""
FEWEST_FOREIGN = 20
LEAST_KEPT = 0.5
"""So much of it must be encodable as it was read."""
FIRST_WIDE = "\u2e80"
"""Text that was read as Latin-1 has no East Asian characters; text read in one of their codecs is made of them."""
LEAST_WIDE = 30
PLAIN_SHARE = 0.22
"""Texts that were read rightly have a larger share of common characters; the costly question is not asked of them."""
PLAINLY_MORE = 1.4
"""A cure that gives so much more of them than the text had is one: wrong characters may be common by chance."""
WIDE_SHARE = 0.25
"""A text of East Asian characters is mojibake only if it is not short, and the cure gives plainly common ones."""
REPLACEMENT = "\ufffd"
LEAST_LOST = 10
LOST_SHARE = 0.03
"""A text that holds so many replacement characters was decoded wrongly; a bad byte here and there is no such text."""
ASKED_SHARE = 0.12
"""The same of question marks, which programs put there as well: questions are longer."""
UTF_8 = re.compile(rb"[\x80-\xbf\xe2-\xef]")
"""The bytes that East Asian characters have in UTF-8: nearly all of such a text, a third to two thirds of others."""
UTF_8_SHARE = 0.94
JAPANESE = ("HIRAGANA", "KATAKANA", "HALFWIDTH", "FULLWIDTH", "IDEOGRAPHIC")
FEWEST_LETTERS = 20
MOST_SCRIPTS = 3
"""Chinese or Japanese beside Latin letters, accents or Greek ones among them: no page has more side by side."""
SHARE_OF_CHANGES = 0.25
"""So many letters are followed by one of another script, with nothing between them."""
HALF_WIDTH = compile_late("[\uff61-\uff9f]")
HALF_WIDTH_SHARE = 0.3
"""Katakana of half the width fill no text but one whose bytes were read as Shift_JIS."""
# codec -> how it is called
NARROW = {"cp1252": "Latin-1", "latin-1": "Latin-1", "mac_roman": "Mac Roman", "cp437": "DOS text (cp437)"}
WIDE = {"gb18030": "GBK", "cp932": "Shift_JIS", "cp950": "Big5", "euc_jp": "EUC-JP", "cp949": "Korean (cp949)"}
REALLY = {
    "utf-8": "UTF-8", "cp950": "Big5", "big5hkscs": "Big5", "gb18030": "GBK", "cp932": "Shift_JIS", "euc_jp": "EUC-JP",
    "cp949": "Korean (cp949)",
}  # fmt: skip


def tell_mojibake(text: str) -> str:
    """What happened to the text, in words; empty when it reads as text."""
    named = _name_pair(text)
    lost = text.count(REPLACEMENT)
    if named or lost >= max(LEAST_LOST, len(text) * LOST_SHARE):
        return named or f"{lost:,} characters were lost (U+FFFD) when it was read in a wrong encoding"
    if _is_jumble(text):
        return "letters of many scripts in one word, as where the bytes of another encoding were dropped"
    asked = text.count("?")
    if asked < LEAST_LOST or asked < len("".join(text.split())) * ASKED_SHARE:
        return ""
    return f"{asked:,} characters were lost (?) when it was saved in a wrong encoding"


def _is_jumble(text: str) -> bool:
    """Whether letters of many scripts stand side by side: what is left where a decoder drops what it cannot read."""
    sample = text[:SAMPLE_CHARACTERS]
    if sample.isascii() or share_of_common(sample) >= COMMON_SHARE:
        return False
    scripts = [_name_script(c) if c.isalpha() else "" for c in sample]
    pairs = [(a, b) for a, b in pairwise(scripts) if a and b]
    changes = sum(a != b for a, b in pairs)
    return (
        len(pairs) >= FEWEST_LETTERS
        and len(set(scripts) - {""}) > MOST_SCRIPTS
        and changes >= len(pairs) * SHARE_OF_CHANGES
    )


def _name_script(letter: str) -> str:
    """LATIN, GREEK, CJK ...: kana and characters are one, for they stand in one word; a to z are none of LATIN."""
    if letter.isascii():
        return "ASCII"
    script = unicodedata.name(letter, "unknown").split(" ")[0].split("-")[0]
    return "CJK" if script in JAPANESE else script


def _name_pair(text: str) -> str:
    """What it is and what it was read as, where undoing that gives East Asian text."""
    sample = "".join(text[:SAMPLE_CHARACTERS].split())
    foreign = "".join(c for c in sample if c > "\x7f")
    common = share_of_common(sample)
    if len(foreign) < FEWEST_FOREIGN or len(foreign) < len(sample) * LEAST_FOREIGN or common >= PLAIN_SHARE:
        return ""
    wide = sum(c >= FIRST_WIDE for c in foreign)
    if wide * 2 <= len(foreign):
        return _name_cure(foreign, NARROW, COMMON_SHARE)
    if wide < LEAST_WIDE:
        return ""
    cured = _name_cure(foreign, WIDE, max(WIDE_SHARE, common * PLAINLY_MORE))
    return cured or _name_remains(foreign)


def _name_cure(foreign: str, codecs: dict[str, str], least: float) -> str:
    """The pair of codecs whose undoing gives the most common characters, in words."""
    shares: dict[str, float] = {}
    for read_as, name in codecs.items():
        kept = _undo(foreign, read_as)
        for codec, really in REALLY.items():
            if kept and really != name:
                share = share_of_common(kept.decode(codec, errors="replace"))
                words = f"{really} that was read as {name}"
                shares[words] = max(share, shares.get(words, 0.0))
    best = max(shares, key=shares.__getitem__, default="")
    return best if best and shares[best] >= least else ""


def _undo(foreign: str, read_as: str) -> bytes:
    """The bytes that were read wrongly; none where too many characters were not read so."""
    encoded = foreign.encode(read_as, errors="replace")
    lost = encoded.count(b"?")  # which no character beyond ASCII is otherwise
    return encoded.replace(b"?", b"") if len(foreign) - lost >= len(foreign) * LEAST_KEPT else b""


def _name_remains(foreign: str) -> str:
    """What it was where bytes were dropped, so that nothing can be undone: the bytes that are left tell it."""
    if len(HALF_WIDTH.findall(foreign)) >= len(foreign) * HALF_WIDTH_SHARE:
        return "another encoding that was read as Shift_JIS"
    for read_as, name in WIDE.items():
        kept = _undo(foreign, read_as)
        if kept and len(UTF_8.findall(kept)) >= len(kept) * UTF_8_SHARE:
            return f"UTF-8 that was read as {name}, with characters lost"
    return ""
