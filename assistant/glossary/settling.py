"""What can be settled as a name: the same for the user's files and for what is locked in the store."""

from collections.abc import Iterable

from assistant.characters import HAN, KANA
from assistant.patterns import compile_late

LONGEST_NAME = 200
_EASTERN = compile_late(f"[{HAN}{KANA}]")


def find_fault(originals: Iterable[str], spellings: Iterable[str]) -> str:
    """Why a name cannot be settled so; empty where it can.

    Args:
        originals: how sources print it, stripped.
        spellings: how it is written in English, stripped.
    """
    originals, spellings = tuple(originals), tuple(spellings)
    if not all(originals) or not all(spellings) or not originals or not spellings:
        return "an original and its English are both needed"
    for name in (*originals, *spellings):
        if len(name) > LONGEST_NAME or not name.isprintable():
            return f"a name is one printable line of at most {LONGEST_NAME} characters"
        if name.startswith(("=", "+", "@")) or not any(map(str.isalnum, name)):
            return f"{name[:40]} is a formula or a sign, and no name"  # a spreadsheet works out what begins so
    if short := next((o for o in originals if len(o) == 1 and _EASTERN.match(o)), ""):
        return f"{short} stands in many other words; a name has two characters or more"
    if foreign := next((s for s in spellings if _EASTERN.search(s)), ""):
        return f"{foreign[:40]} is no English; the original comes first, then its English"
    return ""


def split_variants(names: str) -> tuple[str, ...]:
    """The variants of one name, as they are listed, each once: ``普丁|蒲亭``."""
    return tuple(dict.fromkeys(name for part in names.split("|") if (name := part.strip())))
