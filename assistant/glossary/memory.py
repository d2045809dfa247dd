"""The names that are settled beyond the shipped table: what the user decided on, and what runs have learnt.

One spelling for each original: the first that a checked draft used stays, until the user says otherwise. What a run
tells is settled at its end, in the order of the dumps: so it hangs on no answer that came before another. Only what is
plainly a name is learnt; words that a hostile page put into a draft must not come back in the next day's requests.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.characters import HAN, KATAKANA
from assistant.glossary import Glossary, load_shipped, same_spelling
from assistant.patterns import compile_late
from assistant.records import Authority, Briefing, Field, Name, Term, Verdict

LEARNT_KINDS = ("person", "organisation")
_ENGLISH = compile_late(r"[A-ZÀ-Þ][A-Za-zÀ-ɏ'’.-]{0,29}(?: [A-Za-zÀ-ɏ&'’.-]{1,30}){1,5}")
_PERSON = compile_late(f"[{HAN}{KATAKANA}·‧・]{{2,12}}")
_BODY = compile_late(f"[{HAN}{KATAKANA}·‧・]{{4,20}}")
"""A shorter name of a body may be an ordinary word elsewhere: 海洋, an ocean or the Ocean Party."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The names of one checked draft."""

    dump_sha256: str
    place: int
    """Of the item in its dump."""
    names: tuple[Name, ...]
    plain: frozenset[int]
    """Which of them may be learnt."""


class Memory:
    """Settled names, and those that a run has told since."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        """Take the terms of the store and of the user, the strongest last."""
        self._settled = Glossary(terms)
        self._heard: dict[str, Heard] = {}
        self._learned: dict[Term, None] = {}
        """Each once, in the order in which they were learnt."""

    def terms_in(self, text: str) -> tuple[Term, ...]:
        """The settled names that occur in ``text``."""
        return self._settled.terms_in(text)

    def told_in(self, text: str) -> tuple[Term, ...]:
        """Those that the user settled, for requests.

        What was learnt only serves the checks: a request that grew with every run would never be answered from what is
        kept, and the same dump would be paid for again.
        """
        return tuple(t for t in self.terms_in(text) if t.authority in (Authority.LOCKED, Authority.USER))

    def hear(self, briefing: Briefing) -> None:
        """Take note of the names of a checked draft; ``settle`` makes something of them."""
        if briefing.draft and (names := briefing.draft.names):
            plain = frozenset(index for index in _supported(briefing) if _is_plain(names[index]))
            self._heard[briefing.id] = Heard(briefing.dump_sha256, briefing.item.index, names, plain)

    def settle(self, order: Iterable[str]) -> Mapping[str, tuple[Term, ...]]:
        """Learn the new names of what was heard, in the order of the dumps (SHA-256) and of their items.

        Returns:
            The briefings, by id, that write one of them otherwise than the first that told it, with these names.
        """
        places = {sha256: place for place, sha256 in enumerate(order)}
        told = sorted(
            self._heard.items(), key=lambda each: (places.get(each[1].dump_sha256, len(places)), each[1].place)
        )
        for _, heard in told:
            self._learn(heard)
        found = {briefing: self._find_disagreeing(heard) for briefing, heard in told}
        self._heard.clear()
        return {briefing: terms for briefing, terms in found.items() if terms}

    def _learn(self, heard: Heard) -> None:
        for index, name in enumerate(heard.names):
            if index in heard.plain and not self._settled.resolve(name.original):
                term = Term((name.original,), (name.english,), name.kind, authority=Authority.LEARNED)
                self._settled.add(term)
                self._learned[term] = None

    def _find_disagreeing(self, heard: Heard) -> tuple[Term, ...]:
        resolved = ((self._settled.resolve(name.original), name.english) for name in heard.names)
        learned = ((term, english) for term, english in resolved if term in self._learned)
        return tuple(dict.fromkeys(term for term, english in learned if term and not same_spelling(term, english)))

    def take_learned(self) -> tuple[Term, ...]:
        """What was learnt since this was asked last."""
        learned = tuple(self._learned)
        self._learned.clear()
        return learned


def _supported(briefing: Briefing) -> Iterable[int]:
    """The names of a draft of which the checks say nothing but good; none of a page that addresses the model."""
    if any(f.verdict is Verdict.SUSPECT for f in briefing.findings):
        return ()
    return {f.place.index for f in briefing.findings if f.place.field is Field.NAME and f.verdict is Verdict.SUPPORTED}


def _is_plain(name: Name) -> bool:
    """Whether a pair is plainly a name that the shipped table has not."""
    if name.kind not in LEARNT_KINDS or load_shipped().resolve(name.original):
        return False
    original = _PERSON if name.kind == "person" else _BODY
    return bool(original.fullmatch(name.original) and _ENGLISH.fullmatch(name.english))
