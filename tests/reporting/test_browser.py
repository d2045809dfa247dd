"""The page in a real browser, where there is one: whatever a dump says, nothing runs and nothing is fetched."""

import http.server
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.reporting import render_html
from tests.browser import BROWSER, OPTIONS, needs_browser
from tests.reporting import samples
from tests.reporting.test_page import TAGS, Page

pytestmark = needs_browser


class Trap:
    """A server on this machine that remembers who called."""

    def __init__(self) -> None:
        calls: list[str] = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                calls.append(self.path)
                self.send_response(204)
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
                pass

        self.calls = calls
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"


@pytest.fixture
def trap() -> Iterator[Trap]:
    trap = Trap()
    thread = threading.Thread(target=trap.server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield trap
    trap.server.shutdown()
    trap.server.server_close()
    thread.join()


def _browse(html: str, folder: Path) -> str:
    """What the browser made of the page, as HTML, after its scripts (if any ran)."""
    path = folder / "page.html"
    path.write_text(html, encoding="utf-8")
    command = [BROWSER, "--headless", *OPTIONS, f"--user-data-dir={folder / 'profile'}", "--dump-dom", path.as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=60, check=True)
    return done.stdout.decode("utf-8")


def _bait(trap: Trap) -> str:
    address = trap.address
    return (
        f"<img src='{address}/image'><link rel=stylesheet href='{address}/style'>"
        f"<script src='{address}/script'></script>"
        f"<script>document.title = 'run'</script><style>body {{ background: url({address}/background) }}</style>"
    )


def test_the_trap_catches_a_page_that_does_not_escape(trap: Trap, tmp_path: Path) -> None:
    dom = _browse(f"<!DOCTYPE html><title>page</title><body>{_bait(trap)}", tmp_path)
    assert {"/image", "/style", "/script"} <= set(trap.calls)
    assert "<title>run</title>" in dom


def test_a_hostile_report_runs_nothing_and_fetches_nothing(
    trap: Trap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(samples, "HOSTILE", f"{_bait(trap)} </title></style>{samples.HOSTILE}")
    dom = _browse(render_html(samples.hostile_report()), tmp_path)
    assert trap.calls == []
    assert {tag for tag, _ in Page(dom).tags} <= TAGS
    assert "<title>INCOMPLETE: &lt;img src=" in dom
