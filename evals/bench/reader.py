"""How fast the reader is, on a real pseudo-terminal, beside other programs in the same job.

    python -m evals.bench.reader [--rounds 7] [--items 10000] [--peers] [--json PATH]

What is gated is a ratio or a count of bytes, never milliseconds, for machines differ: the first useful frame against a
minimal Textual app (and, with ``--peers``, against every Textual peer) and the bytes of a list key. Frames are told by
mode 2026 (synchronised output), which this terminal says it understands. Medians of several rounds, in turn.
"""

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from assistant.records import Dump, Story, Topic
from assistant.store import STORE_NAME, open_store
from evals.bench.peers import Peer, find_peers
from evals.bench.terminal import running
from tests.pages.samples import SENTENCES, make_briefing

MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("USEFUL")
Minimal().run()
"""
MINIMAL_LIST = """
from textual.app import App
from textual.widgets import OptionList
class MinimalList(App):
    def compose(self):
        yield OptionList(*(f"USEFUL {number}" for number in range(10000)))
MinimalList().run()
"""
READER = (sys.executable, "-m", "assistant", "read")
RATIO_CEILING = 1.6
LIST_KEY_BYTES = 1_000
PEER_PATIENCE_S = 20.0
WIDE = (140, 40)
KEYS_A_START = 5
COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
"""Everybody may keep what Python compiles: where that is forbidden each start would compile it again."""
AIMS = {
    "list key ms": 8.0, "list key bytes": LIST_KEY_BYTES, "preview ms": 16.0, "preview p95 ms": 33.0, "page ms": 20.0,
    "figure key ms": 16.0, "search key ms": 50.0, "key beside a busy run p95 ms": 40.0, "killed run shown ms": 1_000.0,
    "memory MB": 60.0, "plain over python ms": 80.0,
}  # fmt: skip


def fill(folder: Path, items: int) -> None:
    """A store of ``items`` briefings on days of forty."""
    text = "".join(sentence for sentence, _ in SENTENCES)
    with open_store(folder / STORE_NAME) as store:
        store.library._db.write("PRAGMA synchronous = OFF")  # a bench needs no safety
        store.library.start_run("bench", title="bench", model="")
        for number in range(0, items, 40):
            sha256 = f"{number:08x}" * 8
            store.library.save_dump(Dump(f"{number}.txt", text, sha256, "utf-8"))
            for index in range(min(40, items - number)):
                briefing = replace(make_briefing(index), dump_sha256=sha256)
                store.library.save_briefing(briefing, run="bench", day=date(2031, 5, 13) - timedelta(number // 40))
                store.stories.keep([briefing.id], [Story((0,), Topic.OTHER)])  # or they would fold into one row a day
        store.library.end_run("bench", items=items, problems=(), whole=True)


class Start(NamedTuple):
    """Medians of one program."""

    frame_ms: float
    """To the first useful frame."""
    memory_mb: float
    key_ms: float | None
    """From a key to the last byte of what it brings about; None: nothing came."""


def measure_starts(programs: list[Peer], folder: Path, rounds: int) -> dict[str, Start]:
    """How soon each program is there, and how soon it answers a key; they start in turn."""
    environment = {
        "BRIEFING_HOME": str(folder),
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
    } | COMPILED
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    keys: dict[str, list[float]] = defaultdict(list)
    for turn in range(1 + rounds):
        for program in list(programs):
            with running(list(program.command), environment) as terminal:
                try:
                    seconds, _bytes = terminal.wait_for(program.sign, PEER_PATIENCE_S)
                except TimeoutError as error:
                    if program.name in ("minimal", "ours"):
                        raise
                    print(f"{program.name}: left out: {error}", file=sys.stderr)
                    programs.remove(program)
                    continue
                terminal.settle()
                if turn:  # the first one compiles what was not compiled
                    found[program.name].append((seconds * 1000, terminal.memory_mb()))
                    terminal.settle(1.0)
                    answers = [terminal.answer(program.key) for _ in range(KEYS_A_START)]
                    keys[program.name] += [answer * 1000 for answer in answers if answer is not None]
    return {
        name: Start(
            statistics.median(ms for ms, _ in samples),
            statistics.median(mb for _, mb in samples),
            statistics.median(keys[name]) if keys[name] else None,
        )
        for name, samples in found.items()
    }


def measure_keys(folder: Path, rounds: int) -> dict[str, float]:
    """The keys that one presses most, at 80 x 24 and with the briefing beside the list."""
    environment = {"BRIEFING_HOME": str(folder)}
    found: dict[str, float] = {}
    with running(list(READER), environment) as terminal:
        terminal.wait_for(b"Port signs")
        terminal.settle(1.0)
        for name, key in (("list key", b"j"), ("page", b" ")):
            samples = [terminal.key(key) for _ in range(rounds * 4)]
            found[f"{name} ms"] = statistics.median(seconds for seconds, _ in samples) * 1000
            found[f"{name} bytes"] = statistics.median(size for _, size in samples)
        terminal.key(b"/")
        found["search key ms"] = statistics.median(terminal.last_frame(c.encode()) for c in "港務局斥資34億") * 1000
        terminal.key(b"\x1b")
        terminal.settle(0.5)
        terminal.key(b"\r")
        terminal.settle(0.5)
        found["figure key ms"] = statistics.median(terminal.key(b"n")[0] for _ in range(rounds * 2)) * 1000
    with running(list(READER), environment, WIDE) as terminal:
        terminal.wait_for(b"KEY CLAIMS")
        terminal.settle(1.0)
        samples_ms = [terminal.last_frame(b"j") * 1000 for _ in range(rounds * 6)]
        found["preview ms"] = statistics.median(samples_ms)
        found["preview p95 ms"] = statistics.quantiles(samples_ms, n=20)[-1]
    return found


def measure_busy(folder: Path, rounds: int) -> dict[str, float]:
    """The list key while a process like that of a run works at full load."""
    busy = subprocess.Popen([sys.executable, "-c", "while True: sum(range(10000))"])
    try:
        with running(list(READER), {"BRIEFING_HOME": str(folder)}) as terminal:
            terminal.wait_for(b"Port signs")
            terminal.settle(1.0)
            samples = [terminal.key(b"j")[0] * 1000 for _ in range(rounds * 6)]
    finally:
        busy.kill()
        busy.wait()
    return {"key beside a busy run p95 ms": statistics.quantiles(samples, n=20)[-1]}


def measure_kill(folder: Path, rounds: int) -> dict[str, float]:
    """From kill -9 of a run that the reader has started until the screen says so."""
    dump = folder / "killed.txt"
    dump.write_text("".join(sentence for sentence, _ in SENTENCES), encoding="utf-8")
    samples = []
    for _ in range(rounds):
        with running(list(READER), {"BRIEFING_HOME": str(folder)}) as terminal:
            terminal.wait_for(b"Port signs")
            terminal.settle(1.0)
            terminal.send(b"o" + str(dump).encode() + b"\r")
            run = terminal.child(b"killed.txt")
            os.kill(run, signal.SIGSTOP)  # it would be done too soon
            terminal.settle(1.0)
            os.kill(run, signal.SIGKILL)
            samples.append(terminal.wait_for(b"interrupted")[0] * 1000)
    return {"killed run shown ms": statistics.median(samples)}


def measure_plain(folder: Path, rounds: int) -> dict[str, float]:
    """``briefing show ID --plain`` beside an interpreter that does nothing."""
    with open_store(folder / STORE_NAME) as store:
        identity = store.library.rows(limit=1)[0].id
    commands = {
        "python": [sys.executable, "-c", "pass"],
        "plain": [sys.executable, "-m", "assistant", "show", identity, "--plain"],
    }
    found: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds * 2):
        for name, command in commands.items():
            began = time.perf_counter()
            subprocess.run(
                command,
                check=True,
                stdout=subprocess.DEVNULL,
                env=os.environ | COMPILED | {"BRIEFING_HOME": str(folder)},
            )
            found[name].append((time.perf_counter() - began) * 1000)
    python, plain = (statistics.median(found[name]) for name in commands)
    return {"python ms": python, "plain ms": plain, "plain over python ms": plain - python}


def judge(first_frames: dict[str, float], list_key_bytes: float = 0) -> list[str]:
    """What is not as promised; ``first_frames`` are milliseconds of ours, of the minimal app, and of Textual peers."""
    ours, faults = first_frames["ours"], []
    ratio = ours / first_frames["minimal"]
    if ratio > RATIO_CEILING:
        faults.append(f"first useful frame: {ratio:.2f} x the minimal app, more than {RATIO_CEILING}")
    for name, ms in first_frames.items():
        if name not in ("ours", "minimal") and ms <= ours:
            faults.append(f"first useful frame: {name} is there before ours ({ms:.0f} ms, ours {ours:.0f} ms)")
    if list_key_bytes > LIST_KEY_BYTES:
        faults.append(f"list key: {list_key_bytes:.0f} bytes, more than {LIST_KEY_BYTES}")
    return faults


def main() -> int:
    """Measure, print, and say what is not as promised."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--peers", action="store_true", help="beside posting, harlequin, toolong and newsboat")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="briefing-bench-") as name:
        folder = Path(name)
        fill(folder, options.items)
        peers = find_peers(folder) if options.peers else []
        minimal = Peer("minimal", (sys.executable, "-c", MINIMAL), b"USEFUL")
        minimal_list = Peer("minimal list", (sys.executable, "-c", MINIMAL_LIST), b"USEFUL")
        programs = [minimal, minimal_list, Peer("ours", READER, b"Port signs"), *peers]
        starts = measure_starts(programs, folder, options.rounds)
        values = {"memory MB": starts["ours"].memory_mb, **measure_keys(folder, options.rounds)}
        for measure in (measure_busy, measure_kill, measure_plain):
            values |= measure(folder, options.rounds)
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; {options.items:,} briefings; 80 x 24")
    for program, (ms, mb, key) in sorted(starts.items(), key=lambda pair: pair[1].frame_ms):
        ratio, answer = ms / starts["minimal"].frame_ms, f"{key:5.1f} ms" if key is not None else "    -"
        print(f"{program:>12}  first useful frame {ms:7,.0f} ms   {ratio:5.2f} x   {mb:5.0f} MB   a key {answer}")
    for what, value in values.items():
        print(f"{what:>30}  {value:9,.1f}" + (f"   (aim: {AIMS[what]:,.0f})" if what in AIMS else ""))
    if options.json:
        result = {"first useful frame": starts, **values}
        options.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    textual = {"ours", "minimal", *(peer.name for peer in peers if peer.is_textual)}
    faults = judge({n: start.frame_ms for n, start in starts.items() if n in textual}, values["list key bytes"])
    print("\n".join(faults) or "as promised: first frame and bytes of a key")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
