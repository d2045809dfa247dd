"""The reader in a browser on this machine: textual-serve behind a door of our own. The only place that imports it.

textual-serve has no authentication, loads a font from outside and takes any Host. Here each address begins with a
random token, the socket is on loopback only, a request must name this very address as its Host (against DNS rebinding)
and, where it names one, as its Origin, and the page may fetch nothing from elsewhere.
"""

import asyncio
import secrets
import shlex
import socket
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from importlib import resources
from pathlib import Path
from string import Template

import textual_serve
from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.server import Server

LOOPBACK = "127.0.0.1"
TOKEN_BYTES = 32
WIDEST, HIGHEST = 500, 300
"""Cells of the largest window that a browser may ask for."""
STATICS = Path(textual_serve.__file__).with_name("static")
END_S = 1.0
"""How long readers that are open may take to end."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class WebReader(Server):
    """Serves one command to browsers on this machine. Each window of a browser gets a process of its own.

    Args:
        command: what draws the reader, as a list of words.
        socket_: a listening socket on loopback.
        token: what each address must begin with.
    """

    def __init__(self, command: Sequence[str], socket_: socket.socket, token: str) -> None:
        self.socket = socket_
        self.token = token
        self.nonce = secrets.token_urlsafe(16)
        port = socket_.getsockname()[1]
        super().__init__(f"exec {shlex.join(command)}", host=LOOPBACK, port=port, title="briefing")
        self.hosts = {f"{LOOPBACK}:{port}", f"localhost:{port}"}

    @property
    def address(self) -> str:
        """What to open in the browser. Whoever knows it can read and run as the user does."""
        return f"http://{LOOPBACK}:{self.port}/{self.token}/"

    def make_app(self) -> web.Application:
        """The application: the page, its scripts and fonts, and the socket, all behind the token."""
        app = web.Application(middlewares=[self.guard])
        app.add_routes(
            [
                web.get(f"/{self.token}/", self.handle_page),
                web.get(f"/{self.token}/ws", self.handle_websocket),
                web.static(f"/{self.token}/static", STATICS),
            ]
        )
        return app

    @web.middleware
    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse whatever does not name this address and the token; fetch nothing from outside."""
        host = request.headers.get("Host", "")
        origin = request.headers.get("Origin", f"http://{host}")
        given = request.path.split("/")[1]
        right = secrets.compare_digest(given.encode("utf-8", "replace"), self.token.encode())
        if host not in self.hosts or origin != f"http://{host}" or not right:
            return web.Response(status=403, text="Forbidden: open the address that `briefing read --web` printed.\n")
        response = await handler(request)
        if not response.prepared:
            response.headers.update(self._headers(host))
        return response

    def _headers(self, host: str) -> dict[str, str]:
        policy = (
            f"default-src 'none'; script-src 'self' 'nonce-{self.nonce}'; style-src 'self' 'unsafe-inline'; "
            f"font-src 'self'; img-src 'self' data:; connect-src ws://{host}; base-uri 'none'; form-action 'none'; "
            "frame-ancestors 'none'; sandbox allow-scripts allow-same-origin"  # no pop-ups: links in the news are text
        )
        return {
            "Content-Security-Policy": policy,
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        }

    async def handle_page(self, request: web.Request) -> web.Response:
        """The page with the terminal."""
        page = Template(resources.files("assistant.tui").joinpath("web.html").read_text(encoding="utf-8"))
        text = page.substitute(websocket=f"ws://{request.headers['Host']}/{self.token}/ws", nonce=self.nonce)
        return web.Response(text=text, content_type="text/html")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """A window of a browser: a reader of its own, for as long as the window is open."""
        browser = web.WebSocketResponse(heartbeat=15)
        await browser.prepare(request)
        reader = Service(
            self.command,
            write_bytes=browser.send_bytes,
            write_str=browser.send_str,
            close=browser.close,  # type: ignore[arg-type]  # it also tells whether it was open
            download_manager=self.download_manager,
        )
        try:
            await reader.start(
                _cells(request.query.get("width", ""), 80, WIDEST), _cells(request.query.get("height", ""), 24, HIGHEST)
            )
            await self._process_messages(browser, reader)
        except (ValueError, LookupError, TypeError, AttributeError, AssertionError):
            await browser.close(code=1003, message=b"not what a terminal sends")
        finally:
            await reader.stop()
        return browser

    def serve_until_interrupted(self) -> None:
        """Answer until ctrl-c. Nothing is logged: an address holds the token."""
        with suppress(KeyboardInterrupt):
            web.run_app(
                self.make_app(), sock=self.socket, print=None, access_log=None, shutdown_timeout=3 * END_S,
                loop=asyncio.new_event_loop(),
            )  # fmt: skip


class Service(AppService):
    """A reader's process. When it ends, for whatever reason, the browser is told; when the window closes, it ends."""

    _window_closed = False

    async def run(self) -> None:
        """Follow the process to its end."""
        await super().run()
        if not self._window_closed:
            with suppress(ConnectionError, RuntimeError):
                await self.remote_close()

    async def stop(self) -> None:
        """Ask the process to end, and end it if it does not."""
        self._window_closed = True
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(END_S):
                    await super().stop()
            with suppress(TimeoutError):
                async with asyncio.timeout(END_S):
                    await self._end()
        finally:
            if self._process and self._process.returncode is None:
                self._process.kill()
            await self._end()

    async def _end(self) -> None:
        if self._process:
            if self._process.stdin:
                self._process.stdin.close()
            await self._process.wait()


def _cells(text: str, default: int, most: int) -> int:
    return max(1, min(int(text), most)) if text.isascii() and text.isdigit() and len(text) < 6 else default


def open_door(command: Sequence[str], *, port: int = 0) -> WebReader:
    """A server for ``command`` on loopback with a token of its own; ``port`` 0: one that is free.

    Raises:
        OSError: the port is taken.
    """
    return WebReader(command, socket.create_server((LOOPBACK, port)), secrets.token_urlsafe(TOKEN_BYTES))
