"""The names that are settled beyond the shipped table: what the user decided on, and what runs have learnt.

One spelling for each original: the first that a checked draft used stays, until the user says otherwise. Only what is
plainly a name is learnt; words that a hostile page put into a draft must not come back in the next day's requests.
"""

import re
from collections.abc import Iterable

from assistant.glossary import Glossary, load_shipped, same_spelling
from assistant.records import Authority, Briefing, Field, Name, Term, Verdict

LEARNT_KINDS = ("person", "organisation")
_ENGLISH = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ɏ'’.-]{0,29}(?: [A-Za-zÀ-ɏ&'’.-]{1,30}){1,5}")
_PERSON = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\u30a0-\u30ff·‧・]{2,12}")
_BODY = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\u30a0-\u30ff·‧・]{4,20}")
"""A shorter name of a body may be an ordinary word elsewhere: 海洋, an ocean or the Ocean Party."""


class Memory:
    """Settled names; it grows while a run goes on."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        """Take the terms of the store and of the user, the strongest last."""
        self._settled = Glossary(terms)
        self._learned: list[Term] = []

    def terms_in(self, text: str) -> tuple[Term, ...]:
        """The settled names that occur in ``text``."""
        return self._settled.terms_in(text)

    def told_in(self, text: str) -> tuple[Term, ...]:
        """Those that the user settled, for requests.

        What was learnt only serves the checks: a request that grew with every run would never be answered from what is
        kept, and the same dump would be paid for again.
        """
        return tuple(t for t in self.terms_in(text) if t.authority in (Authority.LOCKED, Authority.USER))

    def find_disagreeing(self, briefing: Briefing) -> tuple[Term, ...]:
        """The names that were settled since a draft was checked, and that it writes otherwise."""
        found: dict[Term, None] = {}
        for name in briefing.draft.names if briefing.draft else ():
            term = self._settled.resolve(name.original)
            if term and term not in briefing.terms and not same_spelling(term, name.english):
                found[term] = None
        return tuple(found)

    def learn(self, briefing: Briefing) -> None:
        """Take the new names of a checked draft, as it writes them."""
        for name in _supported(briefing):
            if _is_plain(name) and not self._settled.resolve(name.original):
                term = Term((name.original,), (name.english,), name.kind, authority=Authority.LEARNED)
                self._settled.add(term)
                self._learned.append(term)

    def take_learned(self) -> tuple[Term, ...]:
        """What was learnt since this was asked last."""
        learned = tuple(self._learned)
        self._learned.clear()
        return learned


def _supported(briefing: Briefing) -> Iterable[Name]:
    """The names of a draft of which the checks say nothing but good; none of a page that addresses the model."""
    if briefing.draft is None or any(f.verdict is Verdict.SUSPECT for f in briefing.findings):
        return ()
    good = {f.place.index for f in briefing.findings if f.place.field is Field.NAME and f.verdict is Verdict.SUPPORTED}
    return (name for index, name in enumerate(briefing.draft.names) if index in good)


def _is_plain(name: Name) -> bool:
    """Whether a pair is plainly a name that the shipped table has not."""
    if name.kind not in LEARNT_KINDS or load_shipped().resolve(name.original):
        return False
    original = _PERSON if name.kind == "person" else _BODY
    return bool(original.fullmatch(name.original) and _ENGLISH.fullmatch(name.english))
