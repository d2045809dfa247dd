"""The ranks of o200k_base, packed as package data, so that counting never waits for a network.

``tiktoken.get_encoding`` downloads them at first use and has no time-out: behind a silent firewall it hangs.
"""

import hashlib
import lzma
from itertools import accumulate, pairwise
from pathlib import Path

from assistant.errors import BriefingError

PACKED = Path(__file__).with_name("o200k_base.xz")
PACKED_SHA256 = "651ec77316f64b858e6cbec935bbd4d8a6c8959a51be08e5c5675bdd31cfd824"
ORIGINAL_SHA256 = "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"
"""Of o200k_base.tiktoken as published; a test rebuilds that file from the packed one."""
TOKENS = 199_998

# tiktoken's pattern for o200k_base; MIT, see NOTICE.
PATTERN = "|".join(
    [
        r"""[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?""",
        r"""[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?""",
        r"""\p{N}{1,3}""",
        r""" ?[^\s\p{L}\p{N}]+[\r\n/]*""",
        r"""\s*[\r\n]+""",
        r"""\s+(?!\S)""",
        r"""\s+""",
    ]
)


def load_ranks(path: Path = PACKED) -> dict[bytes, int]:
    """Token -> rank. Raises ``BriefingError`` when the file is not the one that was shipped."""
    packed = path.read_bytes()
    if hashlib.sha256(packed).hexdigest() != PACKED_SHA256:
        raise BriefingError(f"{path.name} is damaged: its SHA-256 is not the published one", advice="Install again.")
    data = lzma.decompress(packed)
    ends = accumulate(data[:TOKENS], initial=TOKENS)
    return {data[start:end]: rank for rank, (start, end) in enumerate(pairwise(ends))}
