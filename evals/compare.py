"""The figure check beside ready-made checkers, on the same cases: ``make compare`` or ``python -m evals.compare``.

The packages of the others are installed into ``.venv-compare`` (see ``evals/rivals.txt``), so that the program's own
environment stays what the lock says. The table is printed and kept as ``docs/comparison.md``.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path

from evals.answers import Answer, Pair, ask_product, parse_answer
from evals.cases import load_pairs, load_slips
from evals.measures import Measure, answer_all, measure_checks, right_pair
from evals.mutate import mutate_pairs
from evals.rivals import RIVALS

ROOT = Path(__file__).parent.parent
HOME = ROOT / ".venv-compare"
PACKAGES = ROOT / "evals" / "rivals.txt"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RESULT = ROOT / "docs" / "comparison.md"
OURS = "briefing"
SHOWN = (
    "false alarms, clean pairs",
    "false alarms, English figures",
    "false alarms, Traditional Chinese",
    "omits, clean pairs",
    "slips: recall, all kinds but swaps",
    "slips: pair accuracy, all kinds but swaps",
    "mutations: recall, all kinds but swaps",
    "mutations: pair accuracy, all kinds but swaps",
    "mutations: pair accuracy, ten times",
    "mutations: pair accuracy, thousand times",
    "mutations: pair accuracy, digit changed",
    "mutations: pair accuracy, year",
    "mutations: pair accuracy, per cent lost",
    "mutations: pair accuracy, currency",
    "mutations: pair accuracy, unit",
    "mutations: pair accuracy, dropped",
    "mutations: pair accuracy, swapped",
    "mutations: the changed figure is flagged",
)


def install_rivals() -> None:
    """Make the environment of the other checkers, unless it is there and up to date."""
    stamp = HOME / "installed.txt"
    wanted = PACKAGES.read_text(encoding="utf-8")
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    print(f"installing the other checkers into {HOME.name}", file=sys.stderr)
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if uv:
        subprocess.run([uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(HOME)], check=True)
        subprocess.run([uv, "pip", "install", "--quiet", "--python", str(PYTHON), "-r", str(PACKAGES)], check=True)
    else:
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(HOME)], check=True)
        subprocess.run([str(PYTHON), "-m", "pip", "install", "--quiet", "-r", str(PACKAGES)], check=True)
    stamp.write_text(wanted, encoding="utf-8")


def ask_rival(name: str, pairs: Iterable[Pair]) -> tuple[dict[tuple[str, str], Answer], float]:
    """Answers by (source, English) of one rival to many pairs, and the seconds that it took, start included."""
    asked = list({(p.source, p.english): p for p in pairs}.items())
    lines = [
        json.dumps({"id": str(n), "source": p.source, "english": p.english, "language": p.language})
        for n, (_, p) in enumerate(asked)
    ]
    start = time.perf_counter()
    done = subprocess.run(
        [str(PYTHON), "-W", "ignore", str(ROOT / "evals" / "rivals.py"), name],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    seconds = time.perf_counter() - start
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return {asked[int(row["id"])][0]: parse_answer(row) for row in rows}, seconds


def look_up(answers: Mapping[tuple[str, str], Answer], pair: Pair) -> Answer:
    """The answer that a rival gave to a pair."""
    return answers[pair.source, pair.english]


def compare_all() -> tuple[dict[str, list[Measure]], dict[str, float]]:
    """For each checker: its measures, and pairs per second with its start-up."""
    slips = load_slips()
    pairs: list[Pair] = [*load_pairs(), *slips, *map(right_pair, slips), *mutate_pairs(load_pairs())]
    start = time.perf_counter()
    tables = {OURS: measure_checks(answer_all(ask_product))}
    speeds = {OURS: len(pairs) / (time.perf_counter() - start)}
    for name in RIVALS:
        answers, seconds = ask_rival(name, pairs)
        tables[name] = measure_checks(answer_all(partial(look_up, answers)))
        speeds[name] = len(pairs) / seconds
    return tables, speeds


def format_comparison(tables: Mapping[str, list[Measure]], speeds: Mapping[str, float]) -> str:
    """The table in Markdown: a line a measure, a column a checker, per cent."""
    shares = {name: {m.name: m.rate for m in table} for name, table in tables.items()}
    lines = ["| measure, per cent | " + " | ".join(tables) + " |", "|---" * (len(tables) + 1) + "|"]
    for measure in SHOWN:
        cells = [f"{r.share:.1f}" if (r := shares[name][measure]).total else "-" for name in tables]
        lines.append(f"| {measure} | " + " | ".join(cells) + " |")
    lines.append("| pairs per second, start-up included | " + " | ".join(f"{speeds[n]:,.0f}" for n in tables) + " |")
    return "\n".join(lines) + "\n"


def write_result(table: str, *, when: datetime) -> None:
    """Keep a run as a page of the documentation."""
    wanted = [line for line in PACKAGES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    cases = f"{len(load_pairs())} clean pairs and {len(load_slips())} slips written by hand"
    RESULT.write_text(
        "# The figure check beside ready-made checkers\n\n"
        f"Made by `make compare` on {when:%d %B %Y}: briefing {version('briefing-assistant')}, {', '.join(wanted)}, "
        f"Python {sys.version.split()[0]}. The cases are those of `evals/datasets` ({cases}, and the mutations that "
        "`evals/mutate.py` makes of the clean pairs).\n"
        "`evals/README.md` says what each measure means. Pair accuracy is the one to read: the wrong text is flagged "
        "and the right one is not. The others were made for other work (messages of software, one language at a time), "
        "and nobody else has run them on these cases; what they cannot see at all is 0.0, what they do not say is -."
        "\n\n" + table,
        encoding="utf-8",
    )


def main() -> None:
    """Install, run, print and keep."""
    install_rivals()
    table = format_comparison(*compare_all())
    print(table)
    write_result(table, when=datetime.now(UTC))


if __name__ == "__main__":
    main()
