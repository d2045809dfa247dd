"""Whole dumps with what a person would hold a briefing of them to: ``datasets/briefings.jsonl``.

Facts that the briefing must tell, names with their accepted spellings, dates resolved, and what must not be said.
``evals/README.md`` describes the fields.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from assistant.reading import read_bytes
from assistant.records import Dump
from evals.cases import DATASETS, build, read_rows

BRIEFINGS = DATASETS / "briefings.jsonl"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a briefing of the dump must tell."""

    fact: str
    """In words, for the person who edits the file."""
    accepted: tuple[str, ...]
    """Its figure in English, and other ways to write it: ``("80 million shares", "80,000 lots")``."""
    quote: str
    """Where it stands in the dump, verbatim."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A name as the dump prints it, and how English may write it."""

    original: str
    accepted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """Words of the dump that name a day (or month, year), and what they come to, in ISO 8601."""

    original: str
    accepted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forbidden:
    """What no text of the briefing may say, and why one might."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class BriefingCase:
    """One dump and its facts."""

    id: str
    language: str
    topic: str
    as_of: datetime
    text: str
    facts: tuple[Fact, ...]
    names: tuple[Spelled, ...]
    dates: tuple[Dated, ...]
    forbidden: tuple[Forbidden, ...]

    def read(self) -> Dump:
        """The dump as the program reads it."""
        return read_bytes(self.text.encode(), f"{self.id}.txt", as_of=self.as_of)


def load_briefings(path: Path = BRIEFINGS) -> tuple[BriefingCase, ...]:
    """The cases of a file.

    Raises:
        DatasetError: a line cannot be used.
    """
    return tuple(build(_case, place, row) for place, row in read_rows(path))


def _case(row: dict[str, Any]) -> BriefingCase:
    return BriefingCase(
        row["id"],
        row["language"],
        row["topic"],
        datetime.fromisoformat(row["as_of"]),
        row["dump"],
        tuple(Fact(f["fact"], (f["figure"], *f.get("also", ())), f["quote"]) for f in row["must_have"]),
        tuple(Spelled(n["original"], tuple(n["english"])) for n in row["names"]),
        tuple(Dated(d["original"], tuple(d["accepted"])) for d in row["dates"]),
        tuple(Forbidden(m["text"], m["why"]) for m in row["must_not"]),
    )
