"""Ask again for just what failed, a bounded number of times; then fail closed.

A corrected text is taken only if it checks better than the one before; every other text of the draft stays as it was,
byte for byte. What still fails is withheld, flagged or held, as the user decided.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from assistant.errors import InvalidReplyError, ModelError
from assistant.llm.replies import clean_reply, make_repair_request
from assistant.prompts import Prompt
from assistant.records import Check, Draft, Finding, Item, Model, Place, Repair, Verdict
from assistant.repairing.additions import adds_clause
from assistant.repairing.faults import Fault, find_faults, replace_text
from assistant.repairing.marking import add_originals, mark_quotations
from assistant.repairing.renaming import follow_texts
from assistant.repairing.reply import Correction, Corrections, make_request
from assistant.repairing.withholding import withhold_figures

CALLS_AT_MOST = 2
"""Per item."""
FAULTS_AT_MOST = 12
"""Of one call; each carries its source sentences. The thirteenth is asked for in the next call, before any is asked for
again; what no call has room for is withheld or stays flagged like all that fails."""
WITHHOLDINGS_AT_MOST = 5
"""Rounds; each takes out all figures that are wrong by then, so the second is seldom needed."""
SHORTEST_SHARE = 0.4
"""Of its length that a corrected text must keep."""

Checker = Callable[[Item, Draft], tuple[Finding, ...]]
Mend = Callable[[Draft, tuple[Finding, ...]], tuple[Draft, tuple[Repair, ...]]]


@dataclass(frozen=True, slots=True)
class Repaired:
    """A draft as far as it is repaired, with what the checks now say of it."""

    draft: Draft
    findings: tuple[Finding, ...]
    repairs: tuple[Repair, ...] = ()
    calls: tuple[str, ...] = ()
    leave: frozenset[Place] = frozenset()
    """What is wrong there is not asked about: it was, before."""


async def repair_draft(item: Item, state: Repaired, model: Model, prompt: Prompt, check: Checker) -> Repaired:
    """The checked draft with the corrections that check better; at most ``CALLS_AT_MOST`` calls.

    A call that fails ends the repair: what was wrong stays flagged.

    Raises:
        ModelError: one with ``stops_run``.
    """
    asked: set[Place] = set()
    leave, problem = state.leave, ""
    for _ in range(CALLS_AT_MOST):
        found = [f for f in find_faults(item, state.draft, state.findings) if f.place not in leave]
        faults = sorted(found, key=lambda fault: fault.place in asked)[:FAULTS_AT_MOST]
        if not faults:
            break
        request = make_request(faults, prompt, item.read(item.headline))
        try:
            answer = await model.ask(make_repair_request(request, problem) if problem else request)
        except ModelError as error:
            if error.stops_run:
                raise
            break
        if answer.key:
            state = replace(state, calls=(*state.calls, answer.key))
        try:
            reply = Corrections.read(clean_reply(answer.text))
        except InvalidReplyError as error:  # a reply that is no reply counts as a call: it was paid for
            problem = error.problem or error.message
            continue
        problem = ""
        asked.update(fault.place for fault in faults)
        state = _take_better(item, state, faults, reply.texts, check)
    return _mend(item, state, follow_texts, check)


def mark(item: Item, repaired: Repaired, check: Checker) -> Repaired:
    """The draft with what rules can put in, checked again: originals at first mention, marks of quotations."""
    for mend in (add_originals, mark_quotations):
        repaired = _mend(item, repaired, mend, check)
    return repaired


def withhold(item: Item, repaired: Repaired, check: Checker) -> Repaired:
    """The draft with its wrong figures withheld, and checked again.

    A figure that is taken out may leave another without its place, so that is done until none is left.
    """
    for _ in range(WITHHOLDINGS_AT_MOST):
        repaired = _mend(item, repaired, partial(withhold_figures, item), check)
    return repaired


def _mend(item: Item, state: Repaired, mend: Mend, check: Checker) -> Repaired:
    """The draft mended by rule, and checked again if that changed anything."""
    draft, mended = mend(state.draft, state.findings)
    return Repaired(draft, check(item, draft), state.repairs + mended, state.calls) if mended else state


def _take_better(
    item: Item, state: Repaired, faults: Sequence[Fault], corrections: Sequence[Correction], check: Checker
) -> Repaired:
    """The state with each correction that lowers the number of flags at its place."""
    wanted = {fault.id: fault for fault in faults}
    draft, findings, repairs = state.draft, state.findings, list(state.repairs)
    for correction in corrections:
        fault = wanted.pop(correction.id, None)
        english = " ".join(correction.english.split())
        if fault is None or not english:
            continue
        quote = correction.quote.strip() if fault.wants_quote else ""
        tried = replace_text(draft, fault.place, english, quote=quote)
        said, before = check(item, tried), _at(findings, fault.place)
        own = _at(said, fault.place)
        may_add = any(f.check is Check.TRANSLATION and f.verdict is Verdict.OMITTED for f in before)
        if _is_better(fault, english, own, before) and (
            may_add or not adds_clause(draft, fault.place, fault.english, english, own)
        ):
            draft, findings = tried, said
            repairs.append(Repair(fault.place, fault.english, english, "; ".join(fault.problems)))
    return Repaired(draft, findings, tuple(repairs), state.calls)


def _is_better(fault: Fault, english: str, after: list[Finding], before: list[Finding]) -> bool:
    """Fewer flags, nothing right lost (a text that says nothing has no wrong figure either), and no name put in."""
    return (
        _count(after, is_flag=True) < _count(before, is_flag=True)
        and _count_unfound(after) <= _count_unfound(before)
        and _count(after, is_flag=False) >= _count(before, is_flag=False)
        and len(english) >= len(fault.english) * SHORTEST_SHARE
    )


def _at(findings: tuple[Finding, ...], place: Place) -> list[Finding]:
    return [finding for finding in findings if finding.place == place]


def _count_unfound(findings: list[Finding]) -> int:
    """Names for which no words of the source were found: of a correction that adds one, more than a figure is new."""
    return sum(f.check is Check.NAME and f.verdict is Verdict.NOTED and not f.source for f in findings)


def _count(findings: list[Finding], *, is_flag: bool) -> int:
    """Flags, or figures that hold."""
    if is_flag:
        return sum(finding.verdict.is_flag for finding in findings)
    return sum(finding.check is Check.FIGURE and not finding.verdict.is_flag for finding in findings)
