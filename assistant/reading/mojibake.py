"""Text that was decoded wrongly before it came here: UTF-8 read as Latin-1 and saved again, and its kin.

It is named, not mended: the original bytes exist somewhere, and a mended text would look like a source.
"""

from assistant.reading.decoding import COMMON_SHARE, share_of_common

SAMPLE_CHARACTERS = 20_000
LEAST_FOREIGN = 0.3
"""Mojibake of East Asian text is mostly made of characters that are not ASCII; German is not."""
LEAST_KEPT = 0.5
"""So much of it must be encodable as it was read."""
NARROW = ("cp1252", "latin-1")
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
# (how it was read, what it is, what happened in words)
PAIRS = (
    ("cp1252", "utf-8", "UTF-8 that was read as Latin-1"),
    ("latin-1", "utf-8", "UTF-8 that was read as Latin-1"),
    ("latin-1", "cp950", "Big5 that was read as Latin-1"),
    ("latin-1", "gb18030", "GB18030 that was read as Latin-1"),
    ("latin-1", "cp932", "Shift_JIS that was read as Latin-1"),
    ("latin-1", "euc_jp", "EUC-JP that was read as Latin-1"),
    ("gb18030", "utf-8", "UTF-8 that was read as GBK"),
    ("cp932", "utf-8", "UTF-8 that was read as Shift_JIS"),
    ("cp950", "utf-8", "UTF-8 that was read as Big5"),
    ("gb18030", "cp950", "Big5 that was read as GBK"),
    ("cp950", "gb18030", "GBK that was read as Big5"),
    ("gb18030", "cp932", "Shift_JIS that was read as GBK"),
    ("cp932", "gb18030", "GBK that was read as Shift_JIS"),
    ("cp932", "cp950", "Big5 that was read as Shift_JIS"),
    ("gb18030", "euc_jp", "EUC-JP that was read as GBK"),
    ("cp950", "euc_jp", "EUC-JP that was read as Big5"),
    ("cp932", "euc_jp", "EUC-JP that was read as Shift_JIS"),
    ("cp949", "euc_jp", "EUC-JP that was read as Korean (cp949)"),
    ("cp949", "utf-8", "UTF-8 that was read as Korean (cp949)"),
    ("cp949", "gb18030", "GBK that was read as Korean (cp949)"),
    ("cp949", "cp950", "Big5 that was read as Korean (cp949)"),
    ("cp949", "cp932", "Shift_JIS that was read as Korean (cp949)"),
    ("gb18030", "cp949", "Korean (cp949) that was read as GBK"),
)


def tell_mojibake(text: str) -> str:
    """What happened to the text, in words; empty when it reads as text."""
    named = _name_pair(text)
    lost = text.count(REPLACEMENT)
    if named or lost < LEAST_LOST or lost < len(text) * LOST_SHARE:
        return named
    return f"{lost:,} characters were lost (U+FFFD) when it was read in a wrong encoding"


def _name_pair(text: str) -> str:
    """What it is and what it was read as, where undoing that gives East Asian text."""
    sample = "".join(text[:SAMPLE_CHARACTERS].split())
    foreign = "".join(c for c in sample if c > "\x7f")
    common = share_of_common(sample)
    if len(foreign) < 20 or len(foreign) < len(sample) * LEAST_FOREIGN or common >= PLAIN_SHARE:
        return ""
    wide = sum(c >= FIRST_WIDE for c in foreign)
    is_wide = wide * 2 > len(foreign)
    if is_wide and wide < LEAST_WIDE:
        return ""
    least = max(WIDE_SHARE, common * PLAINLY_MORE) if is_wide else COMMON_SHARE
    pairs = [pair for pair in PAIRS if (pair[0] in NARROW) is not is_wide]
    share, words = max((_cure(foreign, read_as, really), words) for read_as, really, words in pairs)
    return words if share >= least else ""


def _cure(foreign: str, read_as: str, really: str) -> float:
    """The share of common characters after the wrong decoding is undone; 0 where it cannot be."""
    kept = [data for c in foreign if (data := c.encode(read_as, errors="ignore"))]
    if len(kept) < len(foreign) * LEAST_KEPT:
        return 0.0
    return share_of_common(b"".join(kept).decode(really, errors="replace"))
