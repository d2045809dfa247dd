"""The reader in a browser: nobody gets in without the token, and nothing is fetched from outside."""

import asyncio
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession, WSServerHandshakeError, web
from playwright.async_api import async_playwright

from assistant.store import Store
from assistant.tui.web import WebReader, open_door

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
READER = (sys.executable, "-m", "assistant", "read", "--in-browser")


@asynccontextmanager
async def serving(command: Sequence[str] = READER) -> AsyncIterator[WebReader]:
    """The server, answering in this very process."""
    door = open_door(command)
    runner = web.AppRunner(door.make_app(), access_log=None, shutdown_timeout=10)
    await runner.setup()
    await web.SockSite(runner, door.socket).start()
    try:
        yield door
    finally:
        await runner.cleanup()


async def test_every_address_is_refused_without_the_token_and_with_a_wrong_one() -> None:
    async with serving() as door, ClientSession() as browser:
        root = f"http://127.0.0.1:{door.port}"
        wrong = "x" * len(door.token)
        for path in ("", "/", "/ws", "/static/js/textual.js", "/download/a", f"/{wrong}/", f"/{wrong}/ws", "//"):
            async with browser.get(root + path) as answer:
                assert answer.status == 403, path
                assert door.token not in await answer.text()
        async with browser.get(f"{root}/{door.token[:-1]}/") as answer:
            assert answer.status == 403
        async with browser.get(door.address) as answer:
            assert answer.status == 200


async def test_the_socket_is_refused_without_the_token_and_to_pages_of_another_address() -> None:
    async with serving() as door, ClientSession() as browser:
        address = f"ws://127.0.0.1:{door.port}"
        for path, headers in (
            ("/ws", {}),
            (f"/{'x' * 43}/ws", {}),
            (f"/{door.token}/ws", {"Origin": "http://evil.example"}),
            (f"/{door.token}/ws", {"Origin": "null"}),
            (f"/{door.token}/ws", {"Origin": f"http://127.0.0.1:{door.port + 1}"}),
            (f"/{door.token}/ws", {"Host": f"evil.example:{door.port}"}),
        ):
            with pytest.raises(WSServerHandshakeError, match="403"):
                await browser.ws_connect(address + path, headers=headers)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example", ""])
async def test_a_name_that_somebody_points_at_this_machine_is_refused(host: str) -> None:
    async with serving() as door, ClientSession() as browser:
        async with browser.get(door.address, headers={"Host": host}) as answer:
            assert answer.status == 403
        async with browser.get(door.address, headers={"Host": f"localhost:{door.port}"}) as answer:
            assert answer.status == 200


async def test_it_listens_on_loopback_only_and_each_start_has_a_token_of_its_own() -> None:
    async with serving() as first, serving() as second:
        assert first.socket.getsockname()[0] == "127.0.0.1"
        assert first.token != second.token
        assert len(first.token) >= 43


async def test_the_page_may_fetch_nothing_from_outside_and_leaks_no_address() -> None:
    async with serving() as door, ClientSession() as browser, browser.get(door.address) as answer:
        text = await answer.text()
        assert not re.search(r"https?://", text)
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self' 'nonce-")
        assert "frame-ancestors 'none'" in policy
        assert not re.search(r"https?:|\*", policy)
        assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("said", ["", "{", "3", "[]", '["resize"]', '["resize", {}]', '["stdin", 3]', '["unknown", 1]'])
async def test_what_no_terminal_says_harms_nothing(said: str) -> None:
    code = "import os; print('__GANGLION__', flush=True)\nwhile b'quit' not in os.read(0, 999): pass"
    async with serving((sys.executable, "-c", code)) as door, ClientSession() as browser:
        async with browser.ws_connect(f"ws://127.0.0.1:{door.port}/{door.token}/ws?width=a&height=99999999") as window:
            await window.send_str(said)
        async with browser.get(door.address) as answer:
            assert answer.status == 200


async def test_a_reader_that_hangs_ends_with_its_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.tui.web.END_S", 0.2)
    path = tmp_path / "pid"
    code = f"import os, time; open({str(path)!r}, 'w').write(str(os.getpid())); print('__GANGLION__', flush=True)"
    async with serving((sys.executable, "-c", f"{code}; time.sleep(600)")) as door, ClientSession() as browser:
        await browser.ws_connect(f"ws://127.0.0.1:{door.port}/{door.token}/ws")
        while not path.exists() or not path.read_text():  # noqa: ASYNC110 - a file tells nothing
            await asyncio.sleep(0.02)
    with pytest.raises(ProcessLookupError):
        os.kill(int(path.read_text()), 0)


async def test_a_reader_that_dies_is_told_to_the_browser() -> None:
    async with serving((sys.executable, "-c", "print('__GANGLION__', flush=True)")) as door, ClientSession() as browser:
        window = await browser.ws_connect(f"ws://127.0.0.1:{door.port}/{door.token}/ws")
        assert (await window.receive(timeout=20)).type.name in ("CLOSE", "CLOSED")


@pytest.mark.skipif(not BROWSER, reason="no Chromium on this machine")
async def test_in_a_browser_it_reads_answers_keys_and_asks_nobody_else(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path))
    asked: list[str] = []
    faults: list[str] = []
    async with serving() as door, async_playwright() as play:
        browser = await play.chromium.launch(executable_path=BROWSER, args=OPTIONS)
        page = await browser.new_page(viewport={"width": 1300, "height": 760})
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        await page.goto(door.address)
        await page.wait_for_selector("body.-first-byte", timeout=30_000)
        assert await page.evaluate("document.fonts.check('16px \"Roboto Mono\"')")
        assert await page.evaluate("document.activeElement.className") == "xterm-helper-textarea"
        await page.keyboard.press("q")
        await page.wait_for_selector("body.-closed", timeout=30_000)
        assert "has ended" in await page.inner_text(".ended")
        await browser.close()
    assert not faults
    assert len(asked) >= 4
    assert {urlsplit(url).netloc for url in asked if url.startswith(("http", "ws"))} == {f"127.0.0.1:{door.port}"}
    assert all(urlsplit(url).path.startswith(f"/{door.token}/") for url in asked if url.startswith("http"))


def run_read(*options: str, code: str = "") -> subprocess.CompletedProcess[str]:
    before = f"{code}\nimport sys; from assistant.cli import main; main({['read', *options]!r})"
    return subprocess.run([sys.executable, "-c", before], capture_output=True, text=True, timeout=60, check=False)


def test_without_the_extra_it_says_how_to_get_it() -> None:
    done = run_read("--web", code="import sys; sys.modules['textual_serve'] = None")
    assert done.returncode == 2
    assert "briefing-assistant[web]" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_said_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run_read("--web", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "in use" in done.stderr
    assert "Traceback" not in done.stderr
