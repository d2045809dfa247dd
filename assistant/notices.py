"""The words that stand in the English where a figure was withheld, so that all who write or read them agree."""

from assistant.patterns import compile_late

WITHHELD = compile_late(r"\[figure withheld: source ([^\[\]\n]{1,200})\]")
NOTHING = "has none"
UNCERTAIN = "not certain"
"""What a notice says where the source has several figures that may be meant."""
_UNFIT = compile_late(r"[\[\]\s]+")
_LONGEST = 100


def write_withheld(source: str) -> str:
    """The notice for a withheld figure: ``[figure withheld: source 85億美元]``."""
    words = _UNFIT.sub(" ", source).strip()[:_LONGEST].strip()
    return f"[figure withheld: source {words or NOTHING}]"
