"""How fast a day is briefed beside the bare openai SDK with the same calls in the same run, and with how much memory.

    python -m evals.bench.pipeline [--articles 200] [--briefs 200] [--pages 200] [--small 10000] [--json PATH]

A server on loopback answers every call after 200 ms; 16 calls are in flight. Each program is a process of its own.
The dumps are written by ``evals.bench.news``: articles alone, briefs of three or four sentences, and pages of an
article with eight shorter stories below it; no story is that of another page but where news is told again, and no model
made the replies. Gates: ours <= 1.05 x the bare SDK; a second run asks nothing and takes under 3 s; 10,000 small dumps
stay under 300 MB.
"""

import argparse
import asyncio
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.llm.recorded import RecordedModel
from evals.bench.news import write_day
from tests.llm.acts import Body
from tests.llm.server import FakeServer, reply_by_schema

LATENCY_S = 0.2
IN_FLIGHT = 16
KINDS = {"articles": (0, range(8, 15)), "briefs": (0, range(3, 5)), "pages": (8, range(8, 15))}
"""Shorter stories below each article, and sentences of the article."""
COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
"""Every program finds its modules compiled, as where it is installed, whatever the shell says that runs the bench."""
WARM_UP = "import datasketch, openai, assistant.cli.daily, assistant.llm.openai_server"
RATIO_CEILING, SECOND_RUN_S, MEMORY_MB = 1.05, 3.0, 300.0
BARE = """
import asyncio, json, sys
from openai import AsyncOpenAI
async def main():
    bodies = json.load(open(sys.argv[1]))
    gate = asyncio.Semaphore({in_flight})
    async with AsyncOpenAI(base_url=sys.argv[2], api_key="none", max_retries=0) as client:
        async def ask(body):
            async with gate:
                await client.chat.completions.create(**body)
        await asyncio.gather(*map(ask, bodies))
asyncio.run(main())
"""


@dataclass(frozen=True)
class Ran:
    """One process: seconds from start to end, peak memory."""

    seconds: float
    megabytes: float
    cpu_s: float
    out: str


class Recorded:
    """Answers with the replies that were written along with the dumps: every sentence in full."""

    def __init__(self, recording: str) -> None:
        self._model = RecordedModel(recording)

    def __call__(self, body: Body) -> str:
        """A good reply to whatever is asked."""
        name = body.get("response_format", {}).get("json_schema", {}).get("name", "")
        if name == "glance":
            return json.dumps({"lines": []})
        if name != "briefing":
            return reply_by_schema(body)
        reply = json.loads(self._model.reply(body["messages"][-1]["content"]))
        for item in reply["items"]:  # a part of an article can make no claim about the other
            item["claims"] = [claim for claim in item["claims"] if claim["ids"]]
        return json.dumps(reply, ensure_ascii=False)


@contextmanager
def serving(recording: str) -> Iterator[FakeServer]:
    """The server, in a thread of this process."""
    server = FakeServer(reply_to=Recorded(recording), latency_s=LATENCY_S)
    started, end = threading.Event(), asyncio.Event()
    loop = asyncio.new_event_loop()

    async def serve() -> None:
        async with server:
            started.set()
            await end.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    started.wait()
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(end.set)
        thread.join()
        loop.close()


def run(*command: str, **environment: str) -> Ran:
    """Run a process to its end; its peak memory is that of no other child, for children are waited for one by one."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        environment = os.environ | COMPILED | environment
        process = subprocess.Popen(command, env=environment, stdout=out, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - began
        out.seek(0)
        return Ran(seconds, _peak_mb(used), used.ru_utime + used.ru_stime, out.read().decode())


def _peak_mb(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def fill_with_notes(inbox: Path, count: int) -> None:
    """Small dumps of one item, each in words of its own, so that no two tell the same story."""
    inbox.mkdir()
    draw = random.Random(7)
    for number in range(count):
        words = ["".join(chr(0x4E00 + draw.randrange(3_000)) for _ in range(12)) for _ in range(4)]
        text = f"{words[0]}\n{words[1]}有{number + 5}人參加,{words[2]}費用{number + 10}萬元。{words[3]}。\n"
        (inbox / f"note-{number:05}.txt").write_text(text, encoding="utf-8")


def measure_speed(folder: Path, kind: str, dumps: int) -> dict[str, float]:
    """Ours, ours again, and the bare SDK with the same calls."""
    related, sentences = KINDS[kind]
    recording = write_day(folder / "inbox", dumps, related=related, sentences=sentences)
    daily = [sys.executable, "-m", "assistant", "daily", str(folder / "inbox"), "--out", str(folder / "out")]
    daily += ["--as-of", "2025-11-19T23:40", "--quiet"]
    environment = {"BRIEFING_HOME": str(folder / "home"), "BRIEFING_CALLS_IN_FLIGHT": str(IN_FLIGHT)}
    run(sys.executable, "-c", WARM_UP)
    with serving(recording) as server:
        ours = run(*daily, "--base-url", server.url, **environment)
        bodies = list(server.bodies)
        again = run(*daily, "--base-url", server.url, **environment)
        asked_again = len(server.bodies) - len(bodies)
        calls = folder / "calls.json"
        calls.write_text(json.dumps(bodies), encoding="utf-8")
        bare = run(sys.executable, "-c", BARE.replace("{in_flight}", str(IN_FLIGHT)), str(calls), server.url)
    if not bodies or "wrote" not in ours.out:
        raise RuntimeError(f"nothing was measured: {ours.out[-2000:]}")
    result = {
        "dumps": dumps,
        "calls": len(bodies),
        "least possible s": len(bodies) / IN_FLIGHT * LATENCY_S,
        "bare SDK s": bare.seconds,
        "bare SDK cpu s": bare.cpu_s,
        "ours s": ours.seconds,
        "ours cpu s": ours.cpu_s,
        "ratio": ours.seconds / bare.seconds,
        "ours MB": ours.megabytes,
        "second run s": again.seconds,
        "second run cpu s": again.cpu_s,
        "second run calls": asked_again,
    }
    return {f"{kind}: {name}": value for name, value in result.items()}


def measure_memory(folder: Path, dumps: int) -> dict[str, float]:
    """Many small dumps without a model: what a process of ours holds at its peak."""
    fill_with_notes(folder / "notes", dumps)
    daily = [sys.executable, "-m", "assistant", "daily", str(folder / "notes"), "--out", str(folder / "notes-out")]
    daily += ["--as-of", "2025-11-19T23:40", "--no-model", "--quiet"]
    environment = {"BRIEFING_HOME": str(folder / "notes-home")}
    ran = run(*daily, **environment)
    again = run(*daily, **environment)
    if "wrote" not in ran.out:
        raise RuntimeError(f"nothing was measured: {ran.out[-2000:]}")
    return {
        "small dumps": dumps,
        "small dumps s": ran.seconds,
        "small dumps MB": ran.megabytes,
        "small dumps again s": again.seconds,
        "small dumps again MB": again.megabytes,
    }


def main() -> int:
    """Measure, print, and say whether the gates hold."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--briefs", type=int, default=200)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--small", type=int, default=10_000)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    result: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="briefing-bench-") as folder:
        for kind in KINDS:
            dumps = getattr(options, kind)
            result |= measure_speed(Path(folder) / kind, kind, dumps) if dumps else {}
        result |= measure_memory(Path(folder), options.small) if options.small else {}
    for name, value in result.items():
        print(f"{name:>26}  {value:,.2f}" if isinstance(value, float) else f"{name:>26}  {value:,}")
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    ceilings = {
        "ratio": RATIO_CEILING,
        "second run s": SECOND_RUN_S,
        "second run calls": 0,
        "small dumps MB": MEMORY_MB,
    }
    return int(any(value > ceilings.get(name.split(": ")[-1], value) for name, value in result.items()))


if __name__ == "__main__":
    sys.exit(main())
