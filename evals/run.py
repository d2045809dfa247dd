"""Measure the product on the datasets and print the table.

    python -m evals.run figures                       the figure check: deterministic, no model
    python -m evals.run pages                         what is read from whole dumps: deterministic, no model
    python -m evals.run briefings --model M           whole briefings, by any server that speaks OpenAI's protocol
    python -m evals.run briefings --from FOLDER ...   the same from kept replies: no model, no network
    python -m evals.run briefings --written           the same from the replies that we wrote by hand

``--misses`` and ``--flags`` list what is behind the numbers; ``--json FILE`` writes the table as JSON.
"""

import argparse
import asyncio
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.errors import BriefingError, ModelError, UsageError
from assistant.prompts import load_prompt
from assistant.repairing import OnMismatch
from assistant.settings import load_settings
from evals.answers import Answer
from evals.briefing_cases import BriefingCase, load_briefings
from evals.briefing_table import format_scored, list_cautions, list_flags, scored_to_json
from evals.briefings import Scored, ask_model, score_folder
from evals.cases import DatasetError, SlipCase
from evals.measures import Answered, Measure, measure_figures
from evals.pages import judge_page, load_pages, measure_pages
from evals.readings import ReadingResult
from evals.scorers import is_seen
from evals.written import WRITTEN_METHOD, brief_written, load_good


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


def run_figures(chosen: argparse.Namespace) -> int:
    """The figure check on our cases."""
    measures, answered, results = measure_figures()
    print(format_table(measures))
    if chosen.misses:
        print("\n" + "\n".join(list_misses(answered, results)))
    if chosen.json:
        chosen.json.write_text(to_json(measures), encoding="utf-8")
    return 0


def run_pages(chosen: argparse.Namespace) -> int:
    """The reading and cutting of our dumps."""
    cases = load_pages()
    judged = {case.id: judge_page(case) for case in cases}
    measures = measure_pages(cases, lambda case: judged[case.id])
    print(format_table(measures))
    if chosen.misses:
        for name, page in judged.items():
            wrong = [f"   {what}: {about}" for what, right, about in page if not right]
            if wrong:
                print("\n".join([name, *wrong]))
    if chosen.json:
        chosen.json.write_text(to_json(measures), encoding="utf-8")
    return 0


def run_briefings(chosen: argparse.Namespace) -> int:
    """Whole briefings: ask where a model is named, then score what is kept."""
    cases = _choose_cases(chosen.case)
    if chosen.written and chosen.case:
        _check_written(cases)
    folders: list[Path] = list(chosen.from_ or ())
    stopped = None
    if chosen.model:
        for version in chosen.prompt_version or [None]:
            folder, stopped = _ask(chosen, cases, version)
            folders.append(folder)
            if stopped:
                print(f"stopped: {stopped.message} {stopped.advice}".strip(), file=sys.stderr)
                break
    scored = [score_folder(folder, cases) for folder in folders]
    if chosen.written:
        scored.append(Scored("written by hand", WRITTEN_METHOD, tuple(brief_written(cases))))
    print(format_scored(scored))
    for caution in list_cautions(scored):
        print(f"caution: {caution}", file=sys.stderr)
    if chosen.flags:
        for each in scored:
            print(f"\n{each.name}\n" + "\n".join(list_flags(each)))
    if chosen.json:
        chosen.json.write_text(scored_to_json(scored), encoding="utf-8")
    return 1 if stopped else 0


def _ask(
    chosen: argparse.Namespace, cases: Sequence[BriefingCase], version: int | None
) -> tuple[Path, ModelError | None]:
    """Ask a model about the cases; the folder that now holds its replies, and what stopped it."""
    settings = load_settings(model=chosen.model, base_url=chosen.base_url)
    prompt = load_prompt("draft", version)
    name = (
        re.sub(r"[^A-Za-z0-9._-]+", "-", chosen.model.removeprefix("local:").rpartition("/")[2]).strip("-.") or "model"
    )
    folder = chosen.keep / f"{name}-draft-v{prompt.version.version}"
    mismatch = OnMismatch(chosen.on_mismatch)
    stopped = asyncio.run(ask_model(cases, settings, folder, versions={"draft": version}, on_mismatch=mismatch))
    print(f"replies are kept in {folder}", file=sys.stderr)
    return folder, stopped


def _choose_cases(ids: Sequence[str] | None) -> tuple[BriefingCase, ...]:
    cases = load_briefings()
    known = {case.id for case in cases}
    if unknown := [name for name in ids or () if name not in known]:
        raise UsageError(f"there is no case {unknown[0]}", advice=f"The cases are {', '.join(sorted(known))}.")
    return tuple(case for case in cases if not ids or case.id in ids)


def _check_written(cases: Sequence[BriefingCase]) -> None:
    """Raises: UsageError for a chosen case to which we wrote no reply."""
    if missing := [case.id for case in cases if case.id not in load_good()]:
        advice = f"There are such replies to {', '.join(sorted(load_good()))}."
        raise UsageError(f"no reply to {missing[0]} was written by hand", advice=advice)


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    whats = parser.add_subparsers(required=True, metavar="WHAT")
    figures = whats.add_parser("figures", help="the figure check on our cases")
    figures.add_argument("--misses", action="store_true", help="list each case in which check and dataset disagree")
    figures.set_defaults(run=run_figures)
    pages = whats.add_parser("pages", help="the items of our dumps")
    pages.add_argument("--misses", action="store_true", help="list what is wrong, dump by dump")
    pages.set_defaults(run=run_pages)
    briefings = whats.add_parser("briefings", help="whole briefings of our dumps")
    briefings.add_argument("--model", help="ask this model; the key is read from OPENAI_API_KEY")
    briefings.add_argument("--base-url", help="of its server; otherwise as for `briefing run`")
    briefings.add_argument("--prompt-version", type=int, nargs="+", metavar="N", help="versions of the draft prompt")
    briefings.add_argument(
        "--keep", type=Path, default=Path("replies"), metavar="FOLDER", help="where replies are kept"
    )
    briefings.add_argument("--on-mismatch", choices=[str(each) for each in OnMismatch], default="withhold")
    briefings.add_argument("--from", dest="from_", type=Path, nargs="+", metavar="FOLDER", help="score kept replies")
    briefings.add_argument("--written", action="store_true", help="score the replies that we wrote by hand")
    briefings.add_argument("--case", nargs="+", metavar="ID", help="these dumps alone")
    briefings.add_argument("--flags", action="store_true", help="list what failed and what is flagged")
    briefings.set_defaults(run=run_briefings)
    for each in (figures, pages, briefings):
        each.add_argument("--json", type=Path, metavar="FILE", help="write the table as JSON")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table of what was asked for; 1 where a run had to stop, 2 for wrong use."""
    parser = _make_parser()
    chosen = parser.parse_args(arguments)
    if chosen.run is run_briefings and not (chosen.model or chosen.from_ or chosen.written):
        parser.error("briefings wants --model, --from or --written")
    try:
        return int(chosen.run(chosen))
    except (BriefingError, DatasetError) as error:
        print(error, getattr(error, "advice", ""), file=sys.stderr)
        return getattr(error, "exit_status", 1)


if __name__ == "__main__":
    sys.exit(main())
