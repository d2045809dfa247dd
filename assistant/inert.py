"""Text from outside made inert: what a terminal, a page or a store would obey or choke on becomes U+FFFD.

Names of files, words of servers, pages and replies are shown to people. ``clean`` puts exactly one character for each
hostile one, so that a cleaned text keeps its spans.
"""

import re
from functools import cache

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
HOSTILE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
"""As a regular expression."""


@cache
def hostile() -> re.Pattern[str]:
    """``HOSTILE`` compiled, when a text has something for it to find: it takes a seventieth of `briefing show`."""
    return re.compile(HOSTILE)


def clean(text: str) -> str:
    """``text`` with each control, bidi or invisible character replaced by U+FFFD: as long as before, and inert."""
    return text if text.isprintable() else hostile().sub(REPLACEMENT, text)  # which is none of them


def clean_line(text: str) -> str:
    """``clean``, on one line and without white space at the ends."""
    return " ".join(clean(text).split())


def escape(match: re.Match[str]) -> str:
    """A character that JSON may hold as it is, as an escape of JSON, which means the same."""
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
