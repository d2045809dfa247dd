"""The table of whole briefings: a column for each folder of replies, so that models and prompt versions compare."""

import json
from collections.abc import Iterator, Sequence

from assistant.records import PromptVersion
from evals.briefing_cases import BRIEFINGS
from evals.briefings import Scored
from evals.cases import hash_dataset
from evals.scorers_briefings import measure_briefings

Row = tuple[str, list[str]]


def format_scored(scored: Sequence[Scored]) -> str:
    """The measures as a table with a column for each folder; `-` where there is nothing to measure."""
    rows = [*_list_methods(scored), *_list_measures(scored), *_list_costs(scored)]
    widths = [max(len(name) for name, _ in rows), *(max(len(row[1][i]) for row in rows) for i in range(len(scored)))]
    return "\n".join(
        "  ".join([f"{name:<{widths[0]}}", *(f"{cell:>{w}}" for cell, w in zip(cells, widths[1:], strict=True))])
        for name, cells in rows
    )


def _list_methods(scored: Sequence[Scored]) -> Iterator[Row]:
    yield "replies", [s.name for s in scored]
    yield "model", [s.method.model for s in scored]
    for name in ("draft", "repair", "parts"):
        yield f"prompt {name}", [_show(s.method.prompts, name) for s in scored]
    yield "dumps, items", [f"{len(s.briefed)}, {sum(len(b.briefings) for b in s.briefed)}" for s in scored]
    yield "run is whole", ["yes" if s.method.whole else "NO" for s in scored]


def _show(prompts: Sequence[PromptVersion], name: str) -> str:
    return next((f"v{p.version} {p.sha256[:8]}" for p in prompts if p.name == name), "-")


def _list_measures(scored: Sequence[Scored]) -> Iterator[Row]:
    for measures in zip(*(measure_briefings(s.briefed) for s in scored), strict=True):
        cells = [f"{m.rate.share:.1f} %  {m.rate.hits}/{m.rate.total}" if m.rate.total else "-" for m in measures]
        yield f"{'<' if measures[0].is_error else '>'} {measures[0].name}", cells


def _list_costs(scored: Sequence[Scored]) -> Iterator[Row]:
    spent = [s.spending for s in scored]
    yield "requests with no kept reply", [str(sum(b.unknown for b in s.briefed)) for s in scored]
    yield "calls", [str(s.calls) for s in spent]
    yield "tokens in", [f"{s.usage.input_tokens:,}" for s in spent]
    yield "  of them cached", [f"{s.usage.cached_tokens:,}" for s in spent]
    yield "tokens out", [f"{s.usage.output_tokens:,}" for s in spent]
    yield "cost, US$", ["unknown" if s.cost_usd is None else f"{s.cost_usd:.4f}" for s in spent]
    yield "seconds, all calls added up", [f"{sum(c.seconds for b in s.briefed for c in b.calls):.1f}" for s in scored]
    yield "seconds, wall clock", [f"{s.method.seconds:.1f}" for s in scored]


def list_cautions(scored: Sequence[Scored]) -> Iterator[str]:
    """What must be known before two columns are compared."""
    for each in scored:
        if each.method.dataset_sha256 not in ("", hash_dataset(BRIEFINGS)):
            yield f"{each.name}: the dumps and facts have changed since these replies were made"
        if unknown := sum(b.unknown for b in each.briefed):
            yield f"{each.name}: {unknown} requests have no kept reply, because the program now asks otherwise"
    if len({tuple(b.case.id for b in each.briefed) for each in scored}) > 1:
        yield "the columns are not of the same dumps"


def scored_to_json(scored: Sequence[Scored]) -> str:
    """The same for programs: one object for each folder."""
    return json.dumps([_to_row(s) for s in scored], indent=2, ensure_ascii=False) + "\n"


def _to_row(scored: Scored) -> dict[str, object]:
    spent = scored.spending
    measures = measure_briefings(scored.briefed)
    return {
        "replies": scored.name,
        "model": scored.method.model,
        "prompts": {p.name: {"version": p.version, "sha256": p.sha256} for p in scored.method.prompts},
        "dataset_sha256": scored.method.dataset_sha256,
        "measures": {
            m.name: {"percent": round(m.rate.share, 2), "hits": m.rate.hits, "total": m.rate.total} for m in measures
        },
        "calls": spent.calls,
        "input_tokens": spent.usage.input_tokens,
        "output_tokens": spent.usage.output_tokens,
        "cost_usd": spent.cost_usd,
        "seconds": scored.method.seconds,
    }


def list_flags(scored: Scored) -> Iterator[str]:
    """Everything in a folder's briefings at which the reader must look, and each item that has no draft."""
    for each in scored.briefed:
        for briefing in each.briefings:
            place = f"{each.case.id} item {briefing.item.index + 1}"
            if briefing.failure:
                yield f"{place} failed ({briefing.failure.kind}): {briefing.failure.message}"
            for flag in briefing.flags:
                words = " | ".join(part for part in (flag.english, flag.source, flag.expected) if part)
                yield f"{place} {flag.place.field} {flag.place.index}: {flag.check} {flag.verdict}: {words}: {flag.why}"
