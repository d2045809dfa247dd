"""All measures of the figure check in one go: the datasets in, a name and a rate for each measure out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from evals import readings, scorers
from evals.answers import Answer, Checker, ask_product
from evals.cases import PairCase, SlipCase, load_pairs, load_readings, load_slips
from evals.mutate import SEED, mutate_pairs
from evals.paragraphs import hold_against_item, join_pairs
from evals.readings import ReadingResult, judge_cases
from evals.scorers import Rate


class Measure(NamedTuple):
    """One number of the table, and which way is better."""

    name: str
    rate: Rate
    is_error: bool = False
    """True: less is better."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The cases of a dataset beside what the checker said of each."""

    pairs: tuple[PairCase, ...]
    pair_answers: tuple[Answer, ...]
    slips: tuple[SlipCase, ...]
    slip_answers: tuple[Answer, ...]
    right_answers: tuple[Answer, ...]
    """To the correct English of each slip."""
    mutations: tuple[SlipCase, ...]
    mutation_answers: tuple[Answer, ...]
    base_answers: tuple[Answer, ...]
    """To the clean pair of each mutation."""


def answer_all(ask: Checker = ask_product, *, seed: int = SEED) -> Answered:
    """Ask a checker about every clean pair, slip and mutation."""
    pairs, slips = load_pairs(), load_slips()
    mutations = tuple(mutate_pairs(pairs, seed=seed))
    by_id = {pair.id: ask(pair) for pair in pairs}
    return Answered(
        pairs,
        tuple(by_id[p.id] for p in pairs),
        slips,
        tuple(map(ask, slips)),
        tuple(ask(right_pair(slip)) for slip in slips),
        mutations,
        tuple(map(ask, mutations)),
        tuple(by_id[m.base] for m in mutations),
    )


def right_pair(slip: SlipCase) -> PairCase:
    """The slip with its correct English: a clean pair."""
    return PairCase(
        f"{slip.id}/right", slip.source, slip.right, slip.language, slip.mode, slip.day, f"right of {slip.kind}"
    )


def measure_checks(answered: Answered) -> list[Measure]:
    """The measures of a checker of pairs. The correct texts of the slips count among the clean pairs."""
    clean = [*answered.pair_answers, *answered.right_answers]
    languages = [*(p.language for p in answered.pairs), *(s.language for s in answered.slips)]
    taiwan = [a for a, language in zip(clean, languages, strict=True) if language == "zh-Hant"]
    translations = [a for a, p in zip(answered.pair_answers, answered.pairs, strict=True) if p.mode == "translation"]
    translations += answered.right_answers
    measures = [
        Measure("false alarms, clean pairs", scorers.false_alarms(clean), is_error=True),
        Measure("false alarms, English figures", scorers.false_alarms_per_figure(clean), is_error=True),
        Measure("false alarms, Traditional Chinese", scorers.false_alarms(taiwan), is_error=True),
        Measure("omitted, source figures", scorers.omitted_figures(translations), is_error=True),
        Measure("omits, clean pairs", scorers.omitting_pairs(translations), is_error=True),
    ]
    measures += _measure_slips("slips", answered.slips, answered.slip_answers, answered.right_answers)
    measures += _measure_slips("mutations", answered.mutations, answered.mutation_answers, answered.base_answers)
    mutated = answered.mutations, answered.mutation_answers
    measures.append(Measure("mutations: the source figure meant is shown", scorers.evidence_accuracy(*mutated)))
    measures.append(Measure("mutations: the reason names the mistake", scorers.diagnosis_accuracy(*mutated)))
    return measures


def measure_paragraphs(ask: Checker = ask_product, *, seed: int = SEED) -> list[Measure]:
    """The measures of a checker of items: whole paragraphs, and single sentences held against a whole paragraph."""
    joined = list(join_pairs(load_pairs(), seed=seed))
    sentences = [s for paragraph, members in joined for s in hold_against_item(paragraph, members)]
    measures = []
    for name, pairs in (("paragraphs", [p for p, _ in joined]), ("sentence against item", sentences)):
        clean = {pair.id: ask(pair) for pair in pairs}
        slips = list(mutate_pairs(pairs, seed=seed))
        accuracy = scorers.pair_accuracy_by_kind(slips, list(map(ask, slips)), [clean[s.base] for s in slips])
        measures += [
            Measure(f"{name}: false alarms", scorers.false_alarms(clean.values()), is_error=True),
            Measure(
                f"{name}: false alarms, English figures", scorers.false_alarms_per_figure(clean.values()), is_error=True
            ),
            Measure(f"{name}: pair accuracy, all kinds but swaps", scorers.add_up(accuracy, but=scorers.SWAPS)),
            Measure(f"{name}: pair accuracy, swapped", accuracy["swapped"]),
        ]
    return measures


def measure_reading(results: Sequence[ReadingResult]) -> list[Measure]:
    """The measures of a reader of figures."""
    measures = []
    for language in ("zh-Hant", "zh-Hans", "ja", "en"):
        chosen = [r for r in results if r.case.language == language]
        measures.append(Measure(f"reading: recall, {language}", readings.recall(chosen)))
        measures.append(Measure(f"reading: precision, {language}", readings.precision(chosen)))
    measures.append(Measure("reading: units", readings.unit_accuracy(results)))
    measures.append(Measure("reading: approximations", readings.approximation_accuracy(results)))
    return measures


def measure_figures() -> tuple[list[Measure], Answered, list[ReadingResult]]:
    """Everything about the product's figure check, with what it rests on."""
    answered, results = answer_all(), judge_cases(load_readings())
    return [*measure_checks(answered), *measure_paragraphs(), *measure_reading(results)], answered, results


def _measure_slips(
    name: str, slips: Sequence[SlipCase], wrong: Sequence[Answer], right: Sequence[Answer]
) -> list[Measure]:
    pairs = scorers.pair_accuracy_by_kind(slips, wrong, right)
    seen = scorers.recall_by_kind(slips, wrong)
    return [
        Measure(f"{name}: recall, all kinds but swaps", scorers.add_up(seen, but=scorers.SWAPS)),
        Measure(f"{name}: pair accuracy, all kinds but swaps", scorers.add_up(pairs, but=scorers.SWAPS)),
        *(Measure(f"{name}: pair accuracy, {kind}", pairs[kind]) for kind in sorted(pairs)),
        Measure(f"{name}: the changed figure is flagged", scorers.localisation(slips, wrong)),
    ]
