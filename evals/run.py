"""Measure the product on the datasets and print the table.

``python -m evals.run figures`` is the figure check: deterministic, no model. ``--misses`` lists every case in which it
disagrees with the dataset; ``--json FILE`` writes the table as JSON.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.answers import Answer
from evals.cases import SlipCase
from evals.measures import Answered, Measure, measure_figures
from evals.readings import ReadingResult
from evals.scorers import is_seen


def format_table(measures: Sequence[Measure]) -> str:
    """The measures as aligned lines: per cent, confidence interval, hits of total."""
    width = max(len(m.name) for m in measures)
    return "\n".join(
        f"{m.name:<{width}}  {'<' if m.is_error else '>'} {m.rate.share:6.2f} %"
        f"  [{m.rate.interval[0]:5.1f} .. {m.rate.interval[1]:5.1f}]  {m.rate.hits}/{m.rate.total}"
        for m in measures
    )


def to_json(measures: Sequence[Measure]) -> str:
    """The table as JSON: name -> share, hits, total."""
    rows = {m.name: {"percent": round(m.rate.share, 2), "hits": m.rate.hits, "total": m.rate.total} for m in measures}
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


def list_misses(answered: Answered, results: Sequence[ReadingResult]) -> Iterator[str]:
    """Each case in which the checker and the dataset disagree, in one or two lines."""
    for case, answer in zip(answered.pairs, answered.pair_answers, strict=True):
        if answer.flagged or (answer.omits and case.mode == "translation"):
            yield f"{case.id} [{case.phenomenon}] {_bad(answer, case.english)}\n    {case.source}\n    {case.english}"
    for slip, answer in zip(answered.slips, answered.right_answers, strict=True):
        if answer.flagged or answer.omits:
            yield f"{slip.id} right text {_bad(answer, slip.right)}\n    {slip.source}\n    {slip.right}"
    both = [(answered.slips, answered.slip_answers), (answered.mutations, answered.mutation_answers)]
    for slips, answers in both:
        for slip, answer in zip(slips, answers, strict=True):
            if not is_seen(slip.kind, answer):
                yield f"{slip.id} not seen: {_mark(slip)}\n    {slip.source}\n    {slip.english}"
    for result in results:
        if not all(result.found) or not all(result.right):
            yield _reading_miss(result)


def _bad(answer: Answer, english: str) -> str:
    flagged = [m.span.of(english) for m in answer.english if m.is_bad]
    return f"flagged {flagged}" if flagged else "called omitting"


def _mark(slip: SlipCase) -> str:
    return slip.wrong.of(slip.english) if slip.wrong else "(dropped)"


def _reading_miss(result: ReadingResult) -> str:
    case = result.case
    missed = [f"{x.text}={x.kind},{x.value}" for x, found in zip(case.figures, result.found, strict=True) if not found]
    read = [f"{f.surface}={f.kind},{f.value},{f.unit}" for f in result.figures]
    return f"{case.id} [{case.phenomenon}] wants {missed} read {read}\n    {case.text}"


def main() -> None:
    """Print the table of what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["figures"])
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    measures, answered, results = measure_figures()
    print(format_table(measures))
    if chosen.misses:
        print("\n" + "\n".join(list_misses(answered, results)))
    if chosen.json:
        chosen.json.write_text(to_json(measures), encoding="utf-8")


if __name__ == "__main__":
    main()
