"""Missing characters: 國民主席 for 國民黨主席. By a table of words, and by what the page prints elsewhere in full."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from assistant.characters import HAN
from assistant.damage.tables import HEADLESS, LOSSES, LOST, NO_PARTY, PARTY_TITLES, Loss
from assistant.patterns import compile_late
from assistant.records import Damage, Span

LEAST_SURE = 2
"""So many sure cases, and the character nowhere on the page: the page has lost it throughout."""
CONTEXT_CHARACTERS = 2
FUNCTION_WORDS = "的都也有在是和與与對对及了不將将被把就"
"""Follow any word, so that they tell nothing of it."""
LEAST_PRINTED = 2
MOST_PARTIES = 20
_PARTY = compile_late(f"([{HAN}]{{2}})[黨党](?![派部校員员])")
_LOST_SIGN = compile_late("[\ufffd□]")
SIMPLIFIED = {"黨": "党", "會": "会", "院": "院"}


class Losses:
    """What one dump has lost, learned from its whole text; asked item by item."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known = (*LOSSES, *_learn_parties(text))
        self._any = _compile("|".join(loss.printed for loss in self._known))
        self._has_any = bool(self._any.search(text))
        self._has_lost = bool(_LOST_SIGN.search(text))
        if not self._has_any:  # most short texts: there is nothing to learn
            self._throughout, self._headless, self._followers = frozenset[str](), [], {}
            return
        self._throughout = frozenset(loss.lost for loss in LOSSES if self._is_lost_throughout(loss.lost))
        self._headless = [(lost, pattern) for lost, pattern in HEADLESS if lost in self._throughout]
        self._followers = {loss: _learn_followers(text, loss) for loss in self._known}

    def find(self, span: Span) -> Iterator[Damage]:
        """The places in ``span`` where a character is missing."""
        if self._has_any and self._any.search(self._text, *span):
            for loss in self._known:
                yield from self._find_loss(loss, span)
        for lost, pattern in self._headless:
            for found in _compile(pattern).finditer(self._text, *span):
                note = f"a character is missing in {found[0]}, probably {lost}: the page has lost it throughout"
                yield Damage("missing", Span(*found.span()), found[0], note)
        for found in LOST.finditer(self._text, *span) if self._has_lost else ():
            yield Damage("missing", Span(*found.span()), found[0], "a character could not be shown or decoded")

    def _find_loss(self, loss: Loss, span: Span) -> Iterator[Damage]:
        for found in _compile(f"{loss.before}(?:{loss.printed})").finditer(self._text, *span):
            if self._is_cut(loss, found.end()):
                whole = found[0] + _restore(loss.lost, found[0])
                note = f"{found[0]} probably stands for {whole}: a character is missing in the source"
                yield Damage("missing", Span(*found.span()), found[0], note)

    def _is_cut(self, loss: Loss, end: int) -> bool:
        """Whether the character is missing behind the word that ends here: by what follows it, here or elsewhere."""
        if _compile(loss.unsure_unless).match(self._text, end):
            return False
        return (
            self._text[end : end + CONTEXT_CHARACTERS] in self._followers[loss]
            or bool(_compile(loss.sure).match(self._text, end))
            or loss.lost in self._throughout
        )

    def _is_lost_throughout(self, lost: str) -> bool:
        if lost in self._text or SIMPLIFIED[lost] in self._text:
            return False
        sure = 0
        for loss in LOSSES:
            if loss.lost == lost:
                pattern = f"{loss.before}(?:{loss.printed})(?!{loss.unsure_unless})(?:{loss.sure})"
                sure += sum(1 for _ in _compile(pattern).finditer(self._text))
        return sure >= LEAST_SURE


def _learn_parties(text: str) -> list[Loss]:
    """Parties that the page prints in full more than once, beyond those of the table."""
    names = Counter(found[1] for found in _PARTY.finditer(text))
    common = [name for name, count in names.most_common(MOST_PARTIES) if count >= LEAST_PRINTED]
    return [
        Loss(name, "黨", PARTY_TITLES, "[黨党]", "(?<![全各該])") for name in common if not NO_PARTY.fullmatch(name)
    ]


def _learn_followers(text: str, loss: Loss) -> frozenset[str]:
    """The two characters that follow the whole word, where the page prints it."""
    whole = f"(?:{loss.printed})[{loss.lost}{SIMPLIFIED[loss.lost]}]"
    pattern = f"{whole}(?![{FUNCTION_WORDS}])([{HAN}]{{{CONTEXT_CHARACTERS}}})"
    return frozenset(found[1] for found in _compile(pattern).finditer(text))


def _restore(lost: str, printed: str) -> str:
    """The missing character in the script of the word."""
    return SIMPLIFIED[lost] if re.search("[国进产陆选]", printed) else lost


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return compile_late(pattern)
