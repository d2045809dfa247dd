"""E-mail (.eml) -> text: subject, sender and date, then the plain part, or the HTML part where there is no other."""

import email
import email.policy
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import parseaddr

from assistant.reading.decoding import decode_bytes
from assistant.reading.extracts import Extract, join_story
from assistant.reading.pages import extract_page


def extract_mail(data: bytes, name: str) -> Extract:
    """The text of one message.

    Raises:
        NotTextError: the message has no text part, or one in an unknown encoding.
        RecursionError: parts within parts without end.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes) or not payload.strip():
        return Extract("", "utf-8")
    decoded = decode_bytes(payload, name, declared=part.get_content_charset())
    body = extract_page(decoded.text) if part.get_content_subtype() == "html" else decoded.text
    sent = _read_date(message)
    sender = parseaddr(str(message.get("From", "")))
    text = join_story(
        str(message.get("Subject", "")), sender[0] or sender[1], f"{sent:%Y-%m-%d %H:%M}" if sent else "", body
    )
    return Extract(text, decoded.encoding, decoded.bad_bytes, modified=sent.astimezone(UTC) if sent else None)


def _read_date(message: email.message.Message) -> datetime | None:
    """When it was sent, in the sender's own time zone."""
    header = message.get("Date")
    sent = getattr(header, "datetime", None)
    return sent if isinstance(sent, datetime) else None
