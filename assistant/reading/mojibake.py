"""Text that was decoded wrongly before it came here: UTF-8 read as Latin-1 and saved again, and its kin.

It is named, not mended: the original bytes exist somewhere, and a mended text would look like a source.
"""

import re
import unicodedata
from functools import cache
from itertools import pairwise

from assistant.patterns import compile_late
from assistant.reading.decoding import COMMON_SHARE, share_of_common
from assistant.reading.transfer import tell_transfer

SAMPLE_CHARACTERS = 20_000
LEAST_FOREIGN = 0.3
"""Mojibake of East Asian text is mostly made of characters that are not ASCII; German is not."""
FEWEST_FOREIGN = 20
LEAST_KEPT = 0.7
"""So much of it must be encodable as it was read."""
FEWEST_KINDS = 10
"""So many different characters: one that is repeated, a frame or a row of signs may be anything by chance."""
FIRST_WIDE = "\u2e80"
"""Text that was read as Latin-1 has no East Asian characters; text read in one of their codecs is made of them."""
LEAST_WIDE = 30
PLAIN_SHARE = 0.22
"""Texts that were read rightly have a larger share of common characters; the costly question is not asked of them."""
PLAINLY_MORE = 1.4
"""A cure that gives so much more of them than the text had is one: wrong characters may be common by chance."""
WIDE_SHARE = 0.25
"""A text of East Asian characters is mojibake only if it is not short, and the cure gives plainly common ones."""
LOST = ("\ufffd", "锟斤拷", "嚙踝蕭", "ï¿½")
"""The replacement character, and how it looks where its UTF-8 was read as GBK, Big5 or Latin-1."""
LEAST_LOST = 10
LOST_SHARE = 0.03
"""A text that holds so many replacement characters was decoded wrongly; a bad byte here and there is no such text."""
ASKED_SHARE = 0.12
"""The same of question marks, which programs put there as well."""
ASKED = compile_late(r"(?<![^\W_?])\?{2,}")
"""Several in a row that no word stands before: a question ends a word."""
SHARE_OF_ASCII = 0.9
"""English is nearly all letters, figures and blanks."""
MOST_ROUNDS = 3
"""So often a text is read wrongly and saved again."""
UTF_8 = re.compile(rb"[\x80-\xbf\xe2-\xef]")
"""The bytes that East Asian characters have in UTF-8: nearly all of such a text, a third to two thirds of others."""
UTF_8_SHARE = 0.94
JAPANESE = ("HIRAGANA", "KATAKANA", "HALFWIDTH", "FULLWIDTH", "IDEOGRAPHIC")
FEWEST_LETTERS = 20
MOST_SCRIPTS = 3
"""Chinese or Japanese beside Latin letters, accents or Greek ones among them: no page has more side by side."""
SHARE_OF_CHANGES = 0.25
"""So many letters are followed by one of another script, with nothing between them."""
PLAIN = compile_late(r"[\x00-\x7f\s]+")
MARKS = compile_late("[\u3000-\u303f\uff00-\uff20]+")
HAN = compile_late("[\u3400-\u9fff]")
FEWEST_HAN = 20
KANA = compile_late("[\u3041-\u30fe]")
MOST_KANA = 0.8
"""A text that is so much of it kana was read rightly: what other bytes give is mixed with characters."""
LEAST_KANA = 0.1
"""Where so much is kana, only its Chinese characters tell: some codecs of China and Japan have the same kana."""
HALF_WIDTH = compile_late("[\uff61-\uff9f]")
VOICED = compile_late("[\uff9e\uff9f]")
RIGHTLY_VOICED = compile_late("(?:[\uff76-\uff84\uff8a-\uff8e\uff73](?=\uff9e)|[\uff8a-\uff8e](?=\uff9f))")
"""Katakana that have a sound mark behind them in words: ga, za, da, ba, vu; pa."""
LEAST_VOICED = 3
SHARE_VOICED = 0.9
HALF_WIDTH_SHARE = 0.3
"""Katakana of half the width fill no text but one whose bytes were read as Shift_JIS."""
# codec -> how it is called
NARROW = {
    "latin-1": "Latin-1", "cp1252": "Latin-1", "mac_roman": "Mac Roman", "cp437": "DOS text (cp437)",
}  # fmt: skip
OF_OTHERS = {
    "cp1250": "Central European (cp1250)", "iso8859-2": "Central European (Latin-2)", "cp1251": "Cyrillic (cp1251)",
    "koi8-r": "Cyrillic (KOI8-R)", "cp874": "Thai (cp874)",
}  # fmt: skip
"""Codecs of languages whose every letter is beyond ASCII: only UTF-8 is told from a text of theirs."""
WIDE = {"gb18030": "GBK", "cp932": "Shift_JIS", "cp950": "Big5", "euc_jp": "EUC-JP", "cp949": "Korean (cp949)"}
REALLY = {
    "utf-8": "UTF-8", "cp950": "Big5", "big5hkscs": "Big5", "gb18030": "GBK", "cp932": "Shift_JIS", "euc_jp": "EUC-JP",
    "cp949": "Korean (cp949)",
}  # fmt: skip


def tell_mojibake(text: str) -> str:
    """What happened to the text, in words; empty when it reads as text."""
    named = name_pair(text)
    lost = sum(map(text.count, LOST))
    if named or lost >= max(LEAST_LOST, len(text) * LOST_SHARE):
        return named or f"{lost:,} characters were lost (U+FFFD) when it was read in a wrong encoding"
    if _is_jumble(text):
        return "letters of many scripts in one word, as where the bytes of another encoding were dropped"
    return _tell_marks(text)


def _tell_marks(text: str) -> str:
    """What happened where ASCII stands for the characters: question marks, escapes, letters of a mail."""
    size = len("".join(text.split()))
    asked = sum(map(len, ASKED.findall(text))) if "??" in text else 0
    if asked >= LEAST_LOST and asked >= size * ASKED_SHARE:
        return f"{asked:,} characters were lost (?) when it was saved in a wrong encoding"
    return tell_transfer(text)


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


def is_suspect(text: str) -> bool:
    """Whether the costly question is to be asked of a text: it has foreign characters, and few that are common."""
    foreign = _list_foreign(text)
    size = len("".join(text.split()))
    if len(foreign) < max(FEWEST_FOREIGN, size * LEAST_FOREIGN) or len(set(foreign)) < FEWEST_KINDS:
        return False
    return _share_that_tells(foreign) < PLAIN_SHARE


def _list_foreign(text: str) -> str:
    return PLAIN.sub("", text)


def name_pair(text: str) -> str:
    """What a text is and what it was read as, in words, where undoing that gives East Asian text."""
    sample = text[:SAMPLE_CHARACTERS]
    if not is_suspect(sample):
        return ""
    foreign = _list_foreign(sample)
    common = _share_that_tells(foreign)
    if swapped := _name_swapped(sample, max(WIDE_SHARE, common * PLAINLY_MORE)):
        return swapped
    wide = [c for c in foreign if c >= FIRST_WIDE]
    if len(wide) * 2 <= len(foreign):
        return _name_cure(sample, NARROW | OF_OTHERS, COMMON_SHARE) or _name_rounds(sample)
    letters = {c for c in wide if c.isalpha()}
    if len(wide) < LEAST_WIDE or len(letters) < FEWEST_KINDS or len(KANA.findall(foreign)) >= len(foreign) * MOST_KANA:
        return ""
    cured = _name_cure(sample, WIDE, max(WIDE_SHARE, common * PLAINLY_MORE))
    return cured or _name_remains(foreign)


def _name_swapped(sample: str, least: float) -> str:
    """What it was where pairs of bytes were read as UTF-16, in the wrong order or though they were none."""
    packed = sample.encode("utf-16-le", "replace")
    turned = packed.decode("utf-16-be", "replace")
    if _is_ascii_text(turned) or _share_that_tells("".join(c for c in turned if c > "\x7f")) >= least:
        return "UTF-16 whose bytes were read in the wrong order"
    for data in (packed, turned.encode("utf-16-le", "replace")):
        told = data.decode("utf-8", "replace")
        if _is_ascii_text(told):
            return "text that was read as UTF-16"
        if told.count("\ufffd") < len(told) * LOST_SHARE and share_of_common(told) >= least:
            return "UTF-8 that was read as UTF-16"
    return ""


def _is_ascii_text(text: str) -> bool:
    """Whether nearly all of it are letters and digits of ASCII, and blanks."""
    return text.count(" ") + sum(map(str.isalnum, filter(str.isascii, text))) >= len(text) * SHARE_OF_ASCII


def _share_that_tells(foreign: str) -> float:
    """How much of a text is made of common characters; of a Japanese one, how many of its Chinese characters are.

    Marks say nothing: the codecs of China and Japan have many of them in one place.
    """
    foreign = MARKS.sub("", foreign)
    han = HAN.findall(foreign)
    if len(han) >= FEWEST_HAN and len(KANA.findall(foreign)) >= len(foreign) * LEAST_KANA:
        return share_of_common("".join(han))
    return share_of_common(foreign)


def _name_cure(sample: str, codecs: dict[str, str], least: float) -> str:
    """The pair of codecs whose undoing gives the most common characters, in words."""
    shares: dict[str, float] = {}
    for read_as, name in codecs.items():
        kept = _undo(sample, read_as)
        for codec, really in REALLY.items():
            if kept and really != name and (codec == "utf-8" or read_as not in OF_OTHERS):
                share = _share_that_tells(kept.decode(codec, errors="replace"))
                words = f"{really} that was read as {name}"
                shares[words] = max(share, shares.get(words, 0.0))
    best = max(shares, key=shares.__getitem__, default="")
    return best if best and shares[best] >= least else ""


def _name_rounds(sample: str) -> str:
    """The same where a text in UTF-8 was read as Latin-1 and saved several times over."""
    for _ in range(MOST_ROUNDS):
        sample = (_undo(sample, "cp1252") or b"").decode("utf-8", errors="replace")
        if share_of_common(sample) >= COMMON_SHARE:
            return "UTF-8 that was read as Latin-1, several times over"
    return ""


def _undo(sample: str, read_as: str) -> bytes:
    """The bytes that were read wrongly; none where too many characters were not read so.

    ASCII stays: the second byte of a character may be a letter.
    """
    if read_as not in WIDE:
        kept = sample.translate(_list_bytes(read_as)).encode("latin-1", errors="ignore")
        lost = len(sample) - len(kept)
    else:
        kept = sample.encode(read_as, errors="ignore")
        lost = len(sample) - len(kept.decode(read_as, errors="replace"))
    foreign = len(sample) - len(sample.encode("ascii", errors="ignore"))
    return kept if foreign - lost >= foreign * LEAST_KEPT else b""


@cache
def _list_bytes(codec: str) -> dict[int, str | None]:
    """Character -> its byte in a codec of one byte each, as the Latin-1 character of that byte.

    Bytes without a character stay as they are in browsers (U+0080 to U+009F); other characters below U+0100 have none.
    """
    table: dict[int, str | None] = dict.fromkeys(range(0xA0, 0x100))
    for byte in range(0x80, 0x100):
        character = bytes([byte]).decode(codec, errors="ignore")
        table[ord(character) if character else byte] = chr(byte)
    return table


def _name_remains(foreign: str) -> str:
    """What it was where bytes were dropped, so that nothing can be undone: the bytes that are left tell it."""
    if len(HALF_WIDTH.findall(foreign)) >= len(foreign) * HALF_WIDTH_SHARE and not _is_voiced(foreign):
        return "another encoding that was read as Shift_JIS"
    for read_as, name in WIDE.items():
        kept = _undo(foreign, read_as)
        if kept and len(UTF_8.findall(kept)) >= len(kept) * UTF_8_SHARE:
            return f"UTF-8 that was read as {name}, with characters lost"
    return ""


def _is_voiced(foreign: str) -> bool:
    """Whether katakana of half the width make words: their sound marks stand behind those that can have them."""
    marks = len(VOICED.findall(foreign))
    return marks >= LEAST_VOICED and len(RIGHTLY_VOICED.findall(foreign)) >= marks * SHARE_VOICED
