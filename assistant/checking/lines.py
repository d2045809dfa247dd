"""May a sentence about several items stand, such as one of the day at a glance? Only if the items it cites carry it.

Its figures must stand in the source of a cited item, its names, its quotations and most of its words in their checked
English. There is no repair: a line that fails is dropped.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from assistant.checking.injections import find_addressed
from assistant.checking.wordlists import read_words
from assistant.figures import compare
from assistant.notices import WITHHELD
from assistant.patterns import compile_late
from assistant.records import Briefing, Draft, Item, Verdict

LONGEST_LINE = 400
CARRIED = (Verdict.SUPPORTED, Verdict.IDENTIFIER)
TOLD = 0.5
"""Share of a line's words that the cited items must have: it may say in other words, not other things."""
STEM, FEWEST_LETTERS = 5, 4
"""Letters by which two words are the same, and of a word that says something."""
_NAME = compile_late(r"\b[A-ZÀ-Þ][\w'’-]*")
_WORD = compile_late(r"[^\W_]+(?:['’-][^\W_]+)*")
_QUOTED = compile_late(r"[“\"«「]([^“”\"«»「」]{1,400})[”\"»」]|(?<!\w)[‘']((?:[^‘’']|[’'](?=\w)){1,400})[’'](?!\w)")
FEWEST_QUOTED = 3


def find_problem(english: str, cited: Sequence[Briefing]) -> str:
    """Why a line may not stand on these items, in words; empty where it may."""
    if not english or len(english) > LONGEST_LINE or WITHHELD.search(english):
        return "it is empty, too long, or holds what was withheld"
    if figure := _find_wrong_figure(english, cited):
        return f"no item that it cites carries {figure}"
    texts = [text for briefing in cited if briefing.draft for text in _list_english(briefing.item, briefing.draft)]
    if quotation := _find_strange_quotation(english, texts):
        return f"no item that it cites quotes {quotation}"
    known = {_bare(word) for text in texts for word in _WORD.findall(text)}
    known |= {part for word in known for part in word.split("-")}  # the TEU of "16,000-TEU"
    if name := _find_strange_name(english, known):
        return f"no item that it cites names {name}"
    return "" if _is_told(english, known) else "it says more than the items that it cites"


def _find_wrong_figure(english: str, cited: Iterable[Briefing]) -> str:
    """The first figure that the source of no cited item carries."""
    wrong: dict[str, bool] = {}
    for briefing in cited:
        item = find_addressed(briefing.item).trusted
        source = "".join(segment.text for segment in item.sentences)
        compared = compare(source, english, mode="summary", clock=item.likely_day, language=item.language)
        for checked in compared.english_figures:
            surface = checked.figure.surface
            wrong[surface] = wrong.get(surface, True) and checked.status not in CARRIED
    return next((surface for surface, is_wrong in wrong.items() if is_wrong), "")


def _find_strange_quotation(english: str, texts: Iterable[str]) -> str:
    """The first quotation of some words that the cited items' English does not have word for word."""
    said = [f" {_even(text)} " for text in texts]
    return next(
        (words for words, _ in list_quotations(english) if not any(f" {_even(words)} " in text for text in said)), ""
    )


def list_quotations(english: str) -> Iterator[tuple[str, int]]:
    """Each quotation of some words, and where it ends with its marks."""
    for match in _QUOTED.finditer(english):
        words = match[1] or match[2]
        if len(_WORD.findall(words)) >= FEWEST_QUOTED:
            yield words, match.end()


def find_mark(quotation: str, cited: Iterable[Briefing]) -> str:
    """The mark that a quotation has in the cited items' English: ``[retranslated]``; empty where it has none."""
    texts = (text for briefing in cited if briefing.draft for text in _list_english(briefing.item, briefing.draft))
    words = r"\W+".join(map(re.escape, _WORD.findall(quotation)))
    pattern = re.compile(rf"{words}[^\w\[]{{0,4}}(\[[^\[\]]*\btranslated\b[^\[\]]*\]|\[retranslated\])", re.IGNORECASE)
    return next((match[1] for text in texts if (match := pattern.search(text))), "")


def _even(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _find_strange_name(english: str, known: set[str]) -> str:
    """The first capitalised word that the cited items' English does not hold; it may begin with a common one."""
    folded = {word.casefold() for word in known}
    for found in _NAME.finditer(english):
        word = _bare(found[0])
        opens = not english[: found.start()].strip("“\"‘'[( ")
        if word not in known and not (opens and (word.casefold() in folded or word.casefold() in _common())):
            return word
    return ""


@cache
def _common() -> frozenset[str]:
    return read_words("openers") | read_words("generic") | read_words("institutional")


def _is_told(english: str, known: Iterable[str]) -> bool:
    stems = {word.casefold()[:STEM] for word in known}
    words = {word.casefold() for word in map(_bare, _WORD.findall(english)) if word.isalpha()}
    telling = {word for word in words if len(word) >= FEWEST_LETTERS and word not in read_words("openers")}
    return sum(word[:STEM] in stems for word in telling) >= TOLD * len(telling)


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _list_english(item: Item, draft: Draft) -> tuple[str, ...]:
    """Every text of a draft that was checked, but what rests on a suspect sentence."""
    suspect = find_addressed(item).suspect
    claims = (claim.english for claim in draft.claims if not suspect.intersection(claim.segments))
    translations = (t.english for t in draft.translations if t.segment not in suspect)
    return (draft.headline, draft.summary, *claims, *translations, *(name.english for name in draft.names))
