"""Fetching one page: https only, public addresses only, within a size and a time; no redirect leads around that."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from assistant.errors import ReadingError, TooLargeError
from assistant.reading import read_url
from assistant.reading.web import Fetched, fetch_url, open_tls

PUBLIC = "93.184.216.34"
URL = "https://news.example/a?b=1"
Answer = Callable[[socket.socket, str], None]


class Server:
    """A server on this machine that sends what a test tells it to, after reading the request."""

    def __init__(self, *answers: Answer | bytes) -> None:
        self.requests: list[str] = []
        self.opened: list[tuple[str, int, str]] = []
        self._answers = list(answers)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def open(self, address: str, port: int, host: str) -> socket.socket:
        """Stands in for TLS: any address leads here."""
        self.opened.append((address, port, host))
        return socket.create_connection(self._socket.getsockname(), timeout=5)

    def close(self) -> None:
        self._socket.close()

    def _serve(self) -> None:
        for answer in self._answers:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection:
                request = b""
                while b"\r\n\r\n" not in request:
                    request += connection.recv(4096)
                self.requests.append(request.decode())
                if isinstance(answer, bytes):
                    connection.sendall(answer)
                else:
                    answer(connection, request.decode())


def respond(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *(f"{k}: {v}" for k, v in headers.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def start(*answers: Answer | bytes) -> Server:
        servers.append(Server(*answers))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


def fetch_page(server: Server, url: str = URL, *, addresses: tuple[str, ...] = (PUBLIC,), **limits: float) -> Fetched:
    resolve = lambda host, port: addresses  # noqa: E731
    return fetch_url(url, resolve=resolve, open_socket=server.open, **limits)  # type: ignore[arg-type]


def fetch(server: Server, url: str = URL, *, addresses: tuple[str, ...] = (PUBLIC,), **limits: float) -> bytes:
    return fetch_page(server, url, addresses=addresses, **limits).data


def test_a_page_is_fetched_and_read(serve: Callable[..., Server]) -> None:
    server = serve(respond("<html><h1>題</h1><p>內文。</p></html>".encode()))
    dump = read_url(URL, fetch=partial(fetch_page, server))
    assert (dump.name, dump.text) == (URL, "題\n內文。\n")
    assert dump.modified is not None
    assert server.opened == [(PUBLIC, 443, "news.example")]
    assert server.requests[0].startswith("GET /a?b=1 HTTP/1.1\r\nHost: news.example\r\n")


@pytest.mark.parametrize(
    "url", ["http://news.example/", "ftp://x", "file:///etc/passwd", "news.example", "https://", ""]
)
def test_only_https_is_asked(url: str, serve: Callable[..., Server]) -> None:
    server = serve()
    with pytest.raises(ReadingError, match="is not https"):
        fetch(server, url)
    assert not server.opened


def test_an_address_with_a_password_is_not_repeated(serve: Callable[..., Server]) -> None:
    with pytest.raises(ReadingError) as error:
        fetch(serve(), "https://me:secret@news.example/")
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "::1", "fc00::1", "fe80::1%eth0", "::ffff:127.0.0.1", "2002:7f00:1::", "255.255.255.255",
     "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a00:1", "::127.0.0.1", "fec0::1"],
)  # fmt: skip
def test_a_private_address_is_refused_even_beside_a_public_one(address: str, serve: Callable[..., Server]) -> None:
    server = serve()
    for addresses in ((address,), (PUBLIC, address)):
        with pytest.raises(ReadingError, match="which is no public address"):
            fetch(server, addresses=addresses)
    assert not server.opened


def test_each_redirect_is_checked_anew(serve: Callable[..., Server]) -> None:
    server = serve(respond(b"", "302 Found", Location="/b"), respond(b"x"))
    assert fetch(server) == b"x"
    assert server.requests[1].startswith("GET /b ")
    for location, message in (
        ("http://news.example/", "is not https"),
        ("file:///etc/passwd", "is not https"),
        ("https://[", r"^https://news\.example/a\?b=1 redirects to what is no address: Invalid IPv6 URL"),
        ("https://[x]/", "no address"),
        ("//[::1", "no address"),
        (f"https://{'é' * 60}:99999/", "no address"),
    ):
        with pytest.raises(ReadingError, match=message):
            fetch(serve(respond(b"", "301 Moved", Location=location)))
    inside = serve(respond(b"", "301 Moved", Location="https://inside.example/"))
    resolve = {"news.example": [PUBLIC], "inside.example": ["10.0.0.1"]}
    with pytest.raises(ReadingError, match=r"leads to 10\.0\.0\.1"):
        fetch_url(URL, resolve=lambda host, port: resolve[host], open_socket=inside.open)
    with pytest.raises(ReadingError, match="redirects more than 5 times"):
        fetch(serve(*[respond(b"", "302 Found", Location="/b")] * 6))


def test_a_name_that_answers_differently_the_second_time_gains_nothing(
    serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [[PUBLIC], ["127.0.0.1"]]
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return answers[len(asked) - 1]

    server = serve(respond(b"x"))
    assert fetch_url(URL, resolve=resolve, open_socket=server.open).data == b"x"
    assert (asked, server.opened) == (["news.example"], [(PUBLIC, 443, "news.example")])
    asked.clear()
    server = serve(respond(b"", "302 Found", Location="/b"))
    with pytest.raises(ReadingError, match=r"leads to 127\.0\.0\.1"):
        fetch_url(URL, resolve=resolve, open_socket=server.open)
    assert len(server.opened) == 1

    connected: list[tuple[str, int]] = []

    def connect(address: tuple[str, int], **_: object) -> socket.socket:
        connected.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(ReadingError, match="cannot be fetched"):
        fetch_url(URL, resolve=lambda host, port: [PUBLIC])
    assert connected == [(PUBLIC, 443)]


def test_a_large_page_is_cut_off(serve: Callable[..., Server]) -> None:
    with pytest.raises(TooLargeError, match="is larger than"):
        fetch(serve(respond(b"x" * 300_000)), max_bytes=100_000)


def test_a_dripping_server_is_left_at_the_deadline(serve: Callable[..., Server]) -> None:
    def drip_body(connection: socket.socket, request: str) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        drip(connection)

    def drip(connection: socket.socket, request: str = "") -> None:
        for _ in range(1_200):  # a minute, if one let it
            try:
                connection.sendall(b"x")
            except OSError:
                return
            time.sleep(0.05)

    for answer in (drip_body, drip):
        start = time.perf_counter()
        with pytest.raises(ReadingError, match=r"did not answer within 0\.4 s"):
            fetch(serve(answer), max_seconds=0.4)
        assert time.perf_counter() - start < 30


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (respond(b"", "404 Not Found"), "answers 404 Not Found"),
        (respond(b"x", **{"Content-Encoding": "gzip"}), "sends a compressed page"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf", "broke off before its end"),
        (b"nonsense\r\n\r\n", "cannot be fetched"),
        (b"", "cannot be fetched"),
    ],
)
def test_a_faulty_answer_is_told(answer: bytes, message: str, serve: Callable[..., Server]) -> None:
    with pytest.raises(ReadingError, match=message):
        fetch(serve(answer))


def test_a_host_that_is_not_there_is_told(serve: Callable[..., Server]) -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(ReadingError, match=r"there is no host news\.example"):
        fetch_url(URL, resolve=resolve, open_socket=serve().open)


SHORT = "<p>龜山島賞鯨船停駛。</p>"
"""In Big5 its bytes read as Korean."""
LONG = "<p>港口今日停電，市府說明天可以恢復，居民要求說明原因，公司表示將在本月內檢討所有設備。</p>"


@pytest.mark.parametrize(
    ("markup", "codec", "told", "read_as"),
    [
        (SHORT, "big5", "text/html; charset=Big5", "cp950"),
        ("<p>港務局</p>", "big5", "text/html; charset=BIG5", "cp950"),
        (SHORT, "utf-8", 'text/html; charset="utf-8"', "utf-8"),
        # the page itself is asked first, and a default of the server says nothing of it
        ("<meta charset=utf-8>" + LONG, "utf-8", "text/html; charset=big5", "utf-8"),
        (LONG, "big5", "text/html; charset=ISO-8859-1", "cp950"),
        (LONG, "big5", "text/html; charset=no-such", "cp950"),
        (LONG, "big5", "text/html; charset=utf-8", "cp950"),
        (LONG, "big5", "text/html", "cp950"),
    ],
)  # fmt: skip
def test_the_encoding_that_a_server_names_is_believed_where_it_fits(
    markup: str, codec: str, told: str, read_as: str, serve: Callable[..., Server]
) -> None:
    server = serve(respond(f"<html>{markup}</html>".encode(codec), **{"Content-Type": told}))
    dump = read_url(URL, fetch=partial(fetch_page, server))
    assert dump.encoding.replace("big5", "cp950") == read_as
    assert dump.text.startswith(markup.split("<p>")[1][:3])


def test_what_is_no_page_is_told(serve: Callable[..., Server]) -> None:
    for body, told in ((b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "image/png"), (b"PK\x03\x04" + b"\0" * 50, "text/html")):
        server = serve(respond(body, **{"Content-Type": told}))
        with pytest.raises(ReadingError, match="is not text: it is a binary file"):
            read_url(URL, fetch=partial(fetch_page, server))
    with pytest.raises(ReadingError, match="is empty"):
        read_url(URL, fetch=partial(fetch_page, serve(respond(b""))))


def test_a_handshake_that_drips_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.reading.web.CONNECT_SECONDS", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        done = threading.Event()

        def drip() -> None:
            connection, _ = listener.accept()
            with connection:
                for byte in b"\x16\x03\x03\x40\x00" + b"\x02" * 600:  # the head of a record of 16 kB, and what is in it
                    if done.wait(0.05):
                        return
                    try:
                        connection.send(bytes([byte]))
                    except OSError:
                        return

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        start = time.perf_counter()
        with pytest.raises(OSError):  # noqa: PT011 - which one, the system decides
            open_tls("127.0.0.1", listener.getsockname()[1], "news.example")
        done.set()
        thread.join()
        assert time.perf_counter() - start < 20
