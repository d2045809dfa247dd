"""Fetch one page by https: public addresses only, after each redirect anew, within a size and a time.

The host is resolved once for each hop and the connection goes to the very address that was checked, so that a name
which answers differently the second time gains nothing.
"""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from assistant.errors import ReadingError, TooLargeError
from assistant.reading.limits import MAX_BYTES

MAX_SECONDS = 30.0
CONNECT_SECONDS = 10.0
MAX_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
HEADERS = {
    "User-Agent": "briefing (reads one page for its user)",
    "Accept": "text/html, application/xhtml+xml, application/xml, text/plain, application/json, */*;q=0.1",
    "Accept-Encoding": "identity",
    "Connection": "close",
}

NAT64 = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")))
"""Addresses that mean the IPv4 address of their last 32 bits, reached by a gateway (RFC 6052, 8215; 4291, 2.5.5.1)."""


class Fetched(NamedTuple):
    """The body of an answer, and what the server says of it."""

    data: bytes
    charset: str = ""
    """Of its Content-Type; empty where there is none."""


Fetch = Callable[[str], Fetched]
Resolve = Callable[[str, int], Iterable[str]]
"""host, port -> addresses"""
OpenSocket = Callable[[str, int, str], socket.socket]
"""address, port, host name -> a connection on which HTTP can be spoken"""


def resolve_host(host: str, port: int) -> list[str]:
    """All addresses of a host."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def open_tls(address: str, port: int, host: str) -> socket.socket:
    """Connect to an address and prove that it is ``host``, all in ``CONNECT_SECONDS``, however slowly it answers."""
    raw = socket.create_connection((address, port), timeout=CONNECT_SECONDS)
    watchdog = _watch(raw, CONNECT_SECONDS)
    try:
        return ssl.create_default_context().wrap_socket(raw, server_hostname=host)
    except BaseException:
        raw.close()
        raise
    finally:
        watchdog.cancel()


def fetch_url(
    url: str,
    *,
    resolve: Resolve = resolve_host,
    open_socket: OpenSocket = open_tls,
    max_bytes: int = MAX_BYTES,
    max_seconds: float = MAX_SECONDS,
) -> Fetched:
    """The page at ``url``.

    Raises:
        ReadingError: no https, a private address, unreachable, no page, too slow, too large, too many redirects.
    """
    deadline = time.monotonic() + max_seconds
    at = url
    for _ in range(MAX_REDIRECTS + 1):
        parts, host, port = _check_url(at, url)
        address = _find_address(host, port, url, resolve)
        try:
            found = _ask(open_socket(address, port, host), parts, url, max_bytes, deadline)
        except (OSError, HTTPException, ValueError) as error:  # ValueError: a host that cannot be written in a request
            late = time.monotonic() >= deadline
            why = (
                f"did not answer within {max_seconds:g} s"
                if late
                else f"cannot be fetched: {str(error) or type(error).__name__}"
            )
            raise ReadingError(url, why) from error
        if isinstance(found, Fetched):
            return found
        at = _follow(at, found, url)
    raise ReadingError(url, f"redirects more than {MAX_REDIRECTS} times")


def _follow(at: str, where: str, url: str) -> str:
    """The address to which ``at`` redirects."""
    try:
        return urljoin(at, where)
    except ValueError as error:
        raise ReadingError(url, f"redirects to what is no address: {error}") from error


def _check_url(at: str, url: str) -> tuple[SplitResult, str, int]:
    """The parts of an address that may be asked, its host and port."""
    try:
        parts = urlsplit(at)
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port or 443
    except ValueError as error:
        raise ReadingError(url, f"is no address: {error}") from error
    if parts.scheme != "https" or not host:
        led = "" if at == url else " leads to an address that"
        raise ReadingError(url, f"{led.strip()} is not https".strip(), advice="Save the page and name the file.")
    if parts.username is not None:
        raise ReadingError("the address", "holds a user name or password, which is not supported")
    return parts, host, port


def _find_address(host: str, port: int, url: str, resolve: Resolve) -> str:
    """The address to connect to. One private address among the answers is enough to refuse."""
    try:
        addresses = list(resolve(host, port))
    except OSError as error:
        raise ReadingError(url, f"cannot be fetched: there is no host {host}") from error
    if not addresses:
        raise ReadingError(url, f"cannot be fetched: there is no host {host}")
    for address in addresses:
        if not _is_public(address):
            raise ReadingError(url, f"leads to {address}, which is no public address")
    return addresses[0]


def _is_public(address: str) -> bool:
    parsed = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(parsed, "ipv4_mapped", None) or getattr(parsed, "sixtofour", None)
    if any(parsed in prefix for prefix in NAT64):
        mapped = ipaddress.ip_address(int(parsed) & 0xFFFF_FFFF)
    is_local = not parsed.is_global or parsed.is_multicast or getattr(parsed, "is_site_local", False)
    return not is_local and (mapped is None or _is_public(str(mapped)))


def _ask(sock: socket.socket, parts: SplitResult, url: str, max_bytes: int, deadline: float) -> Fetched | str:
    """The body of the answer, or where it redirects to. The socket is shut at the deadline, however slowly it drips."""
    connection = HTTPConnection(parts.netloc)
    connection.sock = sock
    sock.settimeout(CONNECT_SECONDS)
    watchdog = _watch(sock, max(0.0, deadline - time.monotonic()))
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", _quote(path), headers=HEADERS)
        response = connection.getresponse()
        if response.status in REDIRECTS and (where := response.getheader("Location")):
            return where
        if response.status != 200:
            raise ReadingError(url, f"answers {response.status} {response.reason}".rstrip())
        if response.getheader("Content-Encoding", "identity") != "identity":
            raise ReadingError(url, "sends a compressed page, though it was asked not to")
        charset = response.headers.get_content_charset() or ""
        return Fetched(_read_body(response, url, max_bytes, deadline), charset)
    finally:
        watchdog.cancel()
        connection.close()


def _read_body(response: HTTPResponse, url: str, max_bytes: int, deadline: float) -> bytes:
    body = bytearray()
    while chunk := response.read1(65_536):
        body += chunk
        if len(body) > max_bytes:
            raise TooLargeError(url, f"is larger than {max_bytes / 1_000_000:g} MB")
        if time.monotonic() > deadline:
            raise TimeoutError
    if time.monotonic() > deadline:  # the watchdog ended it
        raise TimeoutError
    if response.length:
        raise ReadingError(url, "broke off before its end")
    return bytes(body)


def _watch(sock: socket.socket, seconds: float) -> threading.Timer:
    """Shut the socket after so long, unless the timer is cancelled."""
    watchdog = threading.Timer(seconds, _shut, [sock])
    watchdog.daemon = True
    watchdog.start()
    return watchdog


def _shut(sock: socket.socket) -> None:
    """Wake whoever waits for this socket."""
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def _quote(path: str) -> str:
    """Percent-encode what is not ASCII and what would end the request line."""
    return "".join(
        c if "!" <= c <= "~" else "".join(f"%{byte:02X}" for byte in c.encode("utf-8", "replace")) for c in path
    )
