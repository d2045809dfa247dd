"""Replies of a model, kept in a folder of plain files that can be committed, shared and read.

    FOLDER/run.json                    which model, which prompts, which datasets, how
    FOLDER/<case>/<prompt>-<key>.json  one call: what was asked, what came back, tokens, cost, seconds

``Kept`` is the ledger that a run writes to: an answer is on the disk before it is used, so that a run that breaks off
goes on where it was. ``ReplayedModel`` answers from such a folder, with no model and no network. No key is in it.
"""

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from assistant import codec, errors
from assistant.llm.engines.books import MemoryBooks
from assistant.llm.kept_call import ANSWERED, Call
from assistant.records import Answer, PromptVersion, Request

T = TypeVar("T")

RUN = "run.json"
KEY_LETTERS = 16
"""Of a call's key in a file's name; 64 bits tell the calls of one case apart."""


@dataclass(frozen=True, slots=True)
class Method:
    """How the replies of a folder came about."""

    about: str
    """Who wrote them, in words: "replies of a model" or "written by hand"."""
    model: str
    server: str
    """Host and port; never a key."""
    prompts: tuple[PromptVersion, ...]
    dataset_sha256: str
    """Of ``briefings.jsonl``."""
    chunk_tokens: int
    on_mismatch: str
    created: str
    """ISO 8601, UTC."""
    seconds: float = 0.0
    """From the first question to the last answer, on the wall clock; calls run side by side."""
    whole: bool = False
    """Every case was asked about to its end."""


class NotKeptError(errors.ModelError):
    """The folder has no reply to this request: it was made with another version of the program."""

    kind = "not-kept"


class Kept:
    """A ledger whose calls are files, in one folder for each case."""

    def __init__(self) -> None:
        self.books = MemoryBooks()  # an evaluation sends no batches (``ask_model``)
        self._folder = Path()
        self._calls: dict[str, Call] = {}

    def turn_to(self, folder: Path) -> None:
        """Keep in this folder from now on, and know what it holds.

        Raises:
            BriefingError: a file in it holds no call; names it.
        """
        self._folder = folder
        self._calls = {call.key: call for call in read_calls(folder)}

    def get(self, key: str) -> Call | None:
        """The call under this key if it stands for later ones."""
        call = self._calls.get(key)
        return call if call and call.is_kept else None

    def put(self, call: Call) -> None:
        """Keep a call; one that stands never gives way to one that does not.

        Raises:
            StoreError: it cannot be written.
        """
        if self.get(call.key) and not call.is_kept:
            return
        write_file(self._folder / f"{call.prompt.name}-{call.key[:KEY_LETTERS]}.json", codec.encode(call, indent=1))
        self._calls[call.key] = call


class ReplayedModel:
    """Answers from kept calls, by what was asked: the same question, the same answer, failures included."""

    def __init__(self, calls: Iterable[Call], name: str) -> None:
        self.name = name
        self.unknown = 0
        """Requests to which no reply is kept."""
        self._calls: Mapping[str, Call] = {_question(c.system, c.user, c.schema_sha256): c for c in calls}

    async def ask(self, request: Request) -> Answer:
        """The kept answer, or the error that came instead."""
        schema_sha256 = hashlib.sha256(request.schema.encode()).hexdigest()
        call = self._calls.get(_question(request.system, request.user, schema_sha256))
        if call is None:
            self.unknown += 1
            raise NotKeptError("no reply to this request is kept", advice="Run the model again.")
        answer = Answer(call.reply, call.answered_by, call.usage, call.seconds, call.cost_usd, kept=True, key=call.key)
        if call.outcome == ANSWERED:
            return answer
        error = _errors().get(call.outcome, errors.ModelError)(call.message)
        error.answer = answer
        raise error


def read_calls(folder: Path) -> tuple[Call, ...]:
    """All calls of a case's folder, by name of file.

    Raises:
        BriefingError: a file holds no call; names it.
    """
    return tuple(_decode(Call, path) for path in sorted(folder.glob("*.json")))


def read_method(folder: Path) -> Method:
    """How the replies of a folder came about.

    Raises:
        BriefingError: there is no such folder, or it holds no run.
    """
    return _decode(Method, folder / RUN)


def write_method(folder: Path, method: Method) -> None:
    """Say in the folder how its replies came about.

    Raises:
        StoreError: it cannot be written.
    """
    write_file(folder / RUN, codec.encode(method, indent=1))


def write_file(path: Path, text: str) -> None:
    """Write a file whole or not at all; it is on the disk when this returns.

    Raises:
        StoreError: it cannot be written; names it.
    """
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise errors.StoreError(f"{path} cannot be written: {error.strerror}") from error


def _decode(kind: type[T], path: Path) -> T:
    try:
        return codec.decode(kind, path.read_bytes())
    except OSError as error:
        raise errors.BriefingError(f"{path} cannot be read: {error.strerror}") from error
    except errors.BriefingError as error:
        raise errors.BriefingError(f"{path}: {error.message}") from error


def _question(system: str, user: str, schema_sha256: str) -> str:
    return hashlib.sha256("\0".join((system, user, schema_sha256)).encode("utf-8", "surrogatepass")).hexdigest()


def _errors() -> dict[str, type[errors.ModelError]]:
    """Every error that a call can end in, by the word that is kept of it."""
    found: dict[str, type[errors.ModelError]] = {}
    waiting = [errors.ModelError]
    while waiting:
        kind = waiting.pop()
        found.setdefault(kind.kind, kind)
        waiting += kind.__subclasses__()
    return found
