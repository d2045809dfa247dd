"""What an extractor finds in the bytes of one file: one text, or several."""

from dataclasses import dataclass
from datetime import datetime


class TooMuchError(ValueError):
    """An extractor has met more than any page for people holds, and says of what."""


@dataclass(frozen=True, slots=True)
class Extract:
    """A text on its way to becoming a dump."""

    text: str
    encoding: str
    bad_bytes: int = 0
    label: str = ""
    """Tells it from the others of the same file: ``#3``."""
    data: bytes | None = None
    """The bytes it was made from, where that is only a part of the file."""
    modified: datetime | None = None
    """Its own time, where it has one: when a mail was sent."""
    main: str = ""
    """The main text of a page, a paragraph in a line."""
    site: str = ""
    """What a page calls its site."""
    captions: tuple[str, ...] = ()
    """What a page says below its pictures, line by line."""
    links: tuple[str, ...] = ()
    """The lines of a page that are nothing but a link to another one."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a file that is no text: a line of JSONL that is no JSON."""

    label: str
    problem: str


def join_story(headline: str, outlet: str, time: str, body: str) -> str:
    """A story as plain text, in the shape in which pages print it: headline, outlet and time, body."""
    source = " ・ ".join(part for part in (_one_line(outlet), _one_line(time)) if part)
    head = [line for line in (_one_line(headline), source) if line]
    return "\n".join([*head, body.strip()]).strip() + "\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())
