"""E-mail (.eml) -> text: subject, sender and date, then the plain part, or the HTML part where that says little.

The old policy of the standard library is used on purpose: the new one parses addresses so strictly that malformed
headers end in errors of every kind.
"""

import email
import re
from datetime import UTC, datetime
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from assistant.patterns import compile_late
from assistant.reading.decoding import Decoded, decode_bytes
from assistant.reading.extracts import Extract, TooMuchError, join_story
from assistant.reading.pages import extract_page

PREFERRED = ("text/plain", "text/html")
LEAST_OF_PAGE = 4
"""A plain part that is so many times shorter than the page beside it only says that there is one."""
MOSTLY_QUOTED = 0.8
QUOTE = compile_late(r"^(?:>\s?){1,5}")
MAX_PARTS = 1_000
MAX_BOUNDS = 50_000
NESTS = re.compile(rb"boundary\s*=", re.IGNORECASE)
"""Where a part begins that holds others."""
UNKNOWN = "unknown-8bit"
"""What the standard library calls raw bytes in a header."""


def extract_mail(data: bytes, name: str, encoding: str | None = None) -> Extract:
    """The text of one message; empty when it has no text part. ``encoding`` goes before what the mail says of itself.

    Raises:
        NotTextError: the text is in an unknown encoding.
        TooMuchError: more parts than a mail has.
    """
    if len(NESTS.findall(data)) > MAX_PARTS:  # the standard library looks for each of them at each line
        raise TooMuchError(f"holds more than {MAX_PARTS:,} parts within parts")
    if data.count(b"\n--") > MAX_BOUNDS:
        raise TooMuchError(f"holds more than {MAX_BOUNDS:,} parts")
    message = email.message_from_bytes(data)
    bodies = [read for part in _find_bodies(message) if (read := _read_body(part, name, encoding))]
    if not bodies:
        return Extract("", "utf-8")
    decoded, body = bodies[0]
    if len(body) * LEAST_OF_PAGE < len(bodies[-1][1]):  # "open it in a browser"
        decoded, body = bodies[-1]
    body = _strip_quotes(body)
    sent = _read_date(message)
    sender, address = parseaddr(_read_header(message, "From", decoded.encoding))
    time = f"{sent:%Y-%m-%d %H:%M}" if sent else ""
    subject = _read_header(message, "Subject", decoded.encoding)
    text = join_story(subject, sender or address, time, body)
    return Extract(text, decoded.encoding, decoded.bad_bytes, modified=sent)


def _strip_quotes(body: str) -> str:
    """A mail that is nothing but a quoted one, without the marks of quotation."""
    lines = body.split("\n")
    filled = [line for line in lines if line.strip()]
    if not filled or sum(line.startswith(">") for line in filled) < len(filled) * MOSTLY_QUOTED:
        return body
    return "\n".join(QUOTE.sub("", line) for line in lines)


def _read_body(part: Message, name: str, encoding: str | None) -> tuple[Decoded, str] | None:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return None
    declared = part.get_param("charset")
    declared = declared if isinstance(declared, str) else None
    decoded = decode_bytes(payload, name, encoding=encoding, declared=declared)
    return decoded, extract_page(decoded.text) if part.get_content_type() == "text/html" else decoded.text


def _find_bodies(message: Message) -> list[Message]:
    """The first part of each kind that is no attachment, the preferred one first."""
    found: dict[str, Message] = {}
    for number, part in enumerate(message.walk()):
        if number >= MAX_PARTS:
            break
        if part.get_content_disposition() != "attachment" and not part.is_multipart():
            found.setdefault(part.get_content_type(), part)
    return [found[kind] for kind in PREFERRED if kind in found]


def _read_header(message: Message, name: str, encoding: str = "utf-8") -> str:
    """The header with its encoded words decoded; what cannot be decoded stays as it is.

    Args:
        message: a mail.
        name: of the header.
        encoding: that of the mail's text. Bytes which stand in a header as they are do not say theirs: they are UTF-8,
            or in that.
    """
    raw = message.get(name, "")
    try:
        return "".join(
            piece if isinstance(piece, str) else _decode_piece(piece, codec, encoding)
            for piece, codec in decode_header(raw)
        )
    except (MessageError, LookupError, ValueError):
        return str(raw)


def _decode_piece(piece: bytes, codec: str | None, encoding: str) -> str:
    if codec != UNKNOWN:
        return piece.decode(codec or "utf-8", errors="replace")
    try:
        return piece.decode("utf-8")
    except UnicodeDecodeError:
        return piece.decode(encoding, errors="replace")


def _read_date(message: Message) -> datetime | None:
    """When it was sent, in the sender's own time zone; UTC where it says none (``-0000``)."""
    try:
        sent = parsedate_to_datetime(_read_header(message, "Date"))
        if not 1970 < sent.year < 2100:
            return None
        return sent if sent.tzinfo else sent.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError):
        return None
