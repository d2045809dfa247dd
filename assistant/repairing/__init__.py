"""Ask again for just what failed, a bounded number of times; then fail closed.

A corrected text is taken only if it checks better than the one before; every other text of the draft stays as it was,
byte for byte. What still fails is withheld, flagged or held, as the user decided.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.errors import ModelError
from assistant.llm.replies import ask_valid
from assistant.prompts import Prompt
from assistant.records import Draft, Finding, Item, Model, Place, Repair
from assistant.repairing.faults import Fault, find_faults, replace_text
from assistant.repairing.reply import Correction, make_request, parse_reply
from assistant.repairing.withholding import mark_quotations, withhold_figures

CALLS_AT_MOST = 2
"""Per item."""

Check = Callable[[Item, Draft], tuple[Finding, ...]]


class OnMismatch(StrEnum):
    """What is done with a figure that still fails its check."""

    WITHHOLD = "withhold"
    FLAG = "flag"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Repaired:
    """A draft as far as it is repaired, with what the checks now say of it."""

    draft: Draft
    findings: tuple[Finding, ...]
    repairs: tuple[Repair, ...] = ()
    calls: tuple[str, ...] = ()


async def repair_draft(item: Item, state: Repaired, model: Model, prompt: Prompt, check: Check) -> Repaired:
    """The checked draft with the corrections that check better; at most ``CALLS_AT_MOST`` calls.

    A call that fails ends the repair: what was wrong stays flagged.

    Raises:
        ModelError: one with ``stops_run``.
    """
    for _ in range(CALLS_AT_MOST):
        faults = find_faults(item, state.draft, state.findings)
        if not faults:
            break
        try:
            answer, reply = await ask_valid(model, make_request(faults, prompt, item.read(item.headline)), parse_reply)
        except ModelError as error:
            if error.stops_run:
                raise
            break
        if answer.key:
            state = replace(state, calls=(*state.calls, answer.key))
        state = _take_better(item, state, faults, reply.texts, check)
    return state


def settle(item: Item, repaired: Repaired, check: Check) -> Repaired:
    """The draft with its retranslated quotations marked and its wrong figures withheld, and checked once more."""
    draft, marked = mark_quotations(repaired.draft, repaired.findings)
    if marked:
        repaired = Repaired(draft, check(item, draft), repaired.repairs + marked, repaired.calls)
    draft, taken_out = withhold_figures(repaired.draft, repaired.findings)
    if not taken_out:
        return repaired
    return Repaired(draft, check(item, draft), repaired.repairs + taken_out, repaired.calls)


def _take_better(
    item: Item, state: Repaired, faults: Sequence[Fault], corrections: Sequence[Correction], check: Check
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
        said = check(item, tried)
        if _flags_at(said, fault.place) < _flags_at(findings, fault.place):
            draft, findings = tried, said
            repairs.append(Repair(fault.place, fault.english, english, "; ".join(fault.problems)))
    return Repaired(draft, findings, tuple(repairs), state.calls)


def _flags_at(findings: tuple[Finding, ...], place: Place) -> int:
    return sum(finding.verdict.is_flag for finding in findings if finding.place == place)


__all__ = ["CALLS_AT_MOST", "OnMismatch", "Repaired", "repair_draft", "settle"]
