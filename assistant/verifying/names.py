"""Stored briefings are checked again when a name is settled otherwise, with no model and no network."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.checking import check_draft
from assistant.glossary.memory import Memory
from assistant.records import Briefing, Term
from assistant.store import Filters, Store

MOST = 10_000
"""Briefings that are checked again for one name."""


@dataclass(frozen=True, slots=True)
class Rechecked:
    """What became of the stored briefings when a name was settled otherwise."""

    briefings: int
    flags_before: int
    flags_after: int


def recheck_stored(store: Store, originals: Iterable[str], settled: Iterable[Term]) -> Rechecked:
    """Check the stored briefings anew in which a name occurs, with the names as they are settled now.

    Args:
        store: what is stored; the briefings keep their place, their marks and everything but what the checks say.
        originals: how the sources write the name.
        settled: the names of the store and of the user, the strongest last.
    """
    memory = Memory(settled)
    rows = {row.id: row for name in originals for row in store.library.rows(Filters(words=name), limit=MOST)}
    before = after = 0
    for row in rows.values():
        briefing = store.library.briefing(row.id)
        again = recheck(briefing, memory.terms_in(briefing.item.text))
        before, after = before + len(briefing.flags), after + len(again.flags)
        if again != briefing:
            store.library.save_findings(again)
    return Rechecked(len(rows), before, after)


def recheck(briefing: Briefing, terms: tuple[Term, ...]) -> Briefing:
    """The same briefing, checked with other names; what other stages found stays."""
    if briefing.draft is None:
        return briefing
    known = set(check_draft(briefing.item, briefing.draft, briefing.terms))
    others = (finding for finding in briefing.findings if finding not in known)
    findings = (*check_draft(briefing.item, briefing.draft, terms), *others)
    return replace(briefing, findings=findings, terms=terms)
