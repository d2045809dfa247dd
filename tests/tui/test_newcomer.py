"""A newcomer's first ten minutes, played in tmux at 80 x 24: what the screen shows after each step.

First run with nothing, the demo, its flagged figure and the source beside it, a search, an export, a dump of one's own
briefed by a server on this machine, and out.
"""

import asyncio
import os
import shlex
import shutil
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from assistant.typesetting import count_cells
from tests.llm.acts import Body
from tests.llm.server import FakeServer
from tests.test_drafting import obey_text
from tests.test_pipeline import PAGE

pytestmark = pytest.mark.skipif(not shutil.which("tmux"), reason="no tmux on this machine")

PATIENCE_S = 40
BRIEFING = f"{shlex.quote(sys.executable)} -m assistant"


class Tmux:
    """One window of 80 x 24 on a tmux server of its own."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "tmux"
        self.environment = os.environ | {
            "BRIEFING_HOME": str(folder / "home"), "PS1": "$ ", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(Path.cwd())
        }  # fmt: skip

    async def do(self, *arguments: str) -> str:
        process = await asyncio.create_subprocess_exec(
            "tmux", "-f", "/dev/null", "-S", str(self.socket), *arguments,
            stdout=asyncio.subprocess.PIPE, env=self.environment,
        )  # fmt: skip
        out, _ = await process.communicate()
        return out.decode("utf-8")

    async def screen(self) -> str:
        return await self.do("capture-pane", "-p", "-t", "newcomer")

    async def sees(self, *words: str) -> str:
        """The screen, as soon as it shows all of ``words``."""
        text = ""
        for _ in range(PATIENCE_S * 10):
            text = await self.screen()
            if all(word in text for word in words):
                assert all(count_cells(line) <= 80 for line in text.splitlines())
                return text
            await asyncio.sleep(0.1)
        missing = [word for word in words if word not in text]
        raise AssertionError(f"not on the screen after {PATIENCE_S} s: {missing}\n{text}")

    async def types(self, *keys: str) -> None:
        """Press keys, by tmux's names."""
        for key in keys:
            await self.do("send-keys", "-t", "newcomer", key)
            await asyncio.sleep(1 if key == "Escape" else 0.15)  # what follows esc too soon is taken for alt+key

    async def leaves(self) -> None:
        """Press q, and wait for the shell: what is typed before it is there would be lost."""
        await self.types("q")
        for _ in range(PATIENCE_S * 10):
            if "\n# " in (text := "\n" + (await self.screen()).rstrip() + " ") or "\n$ " in text:
                return
            await asyncio.sleep(0.1)
        raise AssertionError("the reader did not leave")

    async def says(self, text: str) -> None:
        """Type a line and press enter."""
        await self.do("send-keys", "-t", "newcomer", "-l", text)
        await self.do("send-keys", "-t", "newcomer", "Enter")


@pytest.fixture
async def tmux(tmp_path: Path) -> AsyncIterator[Tmux]:
    found = Tmux(tmp_path)
    await found.do("new-session", "-d", "-s", "newcomer", "-x", "80", "-y", "24", "-c", str(tmp_path), "sh")
    yield found
    await found.do("kill-server")


def reply(body: Body) -> str:
    return obey_text(body["messages"][-1]["content"])


async def test_the_first_ten_minutes(tmux: Tmux, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    await tmux.says(BRIEFING)
    await tmux.sees("No briefings yet", "briefing demo", "o open dump", "? help", "q quit")
    await tmux.leaves()
    await tmux.says(f"{BRIEFING} demo")
    await tmux.sees("of 18", "unread", "⚑", "enter read", "q quit")
    await tmux.types("n")
    await tmux.sees("⚑ contradicted", "flag 1 of", "ten times too large", "46億歐元", "€46 billion", "m mark")
    await tmux.types("t", "t")
    await tmux.sees("showing ZH", "46億歐元")
    await tmux.types("t", "Escape")
    await tmux.types("Escape")
    await tmux.sees("of 18", "enter read")
    await tmux.types("/")
    await tmux.says("歐元")
    found = await tmux.sees('"歐元"', "1 of ")
    assert "of 18" not in found
    await tmux.types("Escape")
    await tmux.sees("of 18", "enter read")
    await tmux.types("e")
    await tmux.sees("export the report of the day", "Markdown", str(tmp_path)[:20])
    await tmux.types("m")
    await tmux.sees("written:")
    (written,) = tmp_path.glob("briefing-*.md")  # noqa: ASYNC240 - nothing waits for it
    assert "46億歐元" in written.read_text(encoding="utf-8")
    await tmux.leaves()
    await own_dump(tmux)


async def own_dump(tmux: Tmux) -> None:
    """The newcomer's own page, briefed by a server on this machine, from within the reader."""
    async with FakeServer(reply_to=reply) as server:
        await tmux.says(f"export OPENAI_BASE_URL={server.url}")
        await tmux.says(BRIEFING)
        await tmux.sees("No briefings yet", "the server at 127.0.0.1")
        await tmux.types("o")
        await tmux.sees("dump or folder")
        await tmux.says("page.txt")
        await tmux.sees("run of page.txt", "3 of 3", "done", "esc back")
        assert server.bodies
        await tmux.types("Escape")
        await tmux.sees("1 of 3", "enter read")
        await tmux.types("Enter")
        await tmux.sees("TRANSLATION", "雙方今(2)日簽署", "n flag", "esc back")
        await tmux.types("q")
        await tmux.sees("1 of 3", "2 unread")
        await tmux.leaves()
        await tmux.says("echo the end of $((5 + 5)) minutes")
        await tmux.sees("the end of 10 minutes")
