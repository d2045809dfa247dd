"""The lists of words beside these modules, by the headings above them."""

from collections import defaultdict
from functools import cache
from importlib import resources

from assistant.folding import fold


@cache
def read_sections(name: str) -> dict[str, tuple[str, ...]]:
    """Heading, in brackets in the file -> its words, folded, each once; lines that begin with # say something else."""
    lists = defaultdict[str, list[str]](list)
    heading = ""
    for line in resources.files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif line and not line.startswith("#"):
            lists[heading].extend(map(fold, line.split()))
    return {heading: tuple(dict.fromkeys(words)) for heading, words in lists.items()}
