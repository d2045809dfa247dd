"""A model of this machine: a GGUF file, served by a child process that ends with this one.

``local:/path/to/file.gguf`` names the file itself, ``local:NAME`` one that ``briefing models pull`` fetched.
"""

import asyncio
import hashlib
import importlib.util
import json
import secrets
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from assistant.errors import NoSuchModelError, UsageError
from assistant.settings import LOCAL

MODELS_FOLDER = "models"
"""In the data folder."""
CONTEXT_TOKENS = 8_192
"""A small model needs about 0.15 MB of memory for each."""
LOADING_S = 300.0
"""A large file on a slow disk."""
ENDING_S = 5.0
MEGABYTE = 1_048_576


@dataclass(frozen=True, slots=True)
class LocalServer:
    """Where the child listens, and the key that only we know."""

    url: str
    key: str
    model: str


def is_local(model: str) -> bool:
    """Whether this name means a file on this machine."""
    return model.startswith(LOCAL)


def find_gguf(model: str, models_dir: Path) -> Path:
    """The file that ``local:...`` means.

    Raises:
        NoSuchModelError: there is no such file.
    """
    name = model.removeprefix(LOCAL)
    is_path = name.endswith(".gguf") or "/" in name
    path = Path(name).expanduser() if is_path else models_dir / f"{name}.gguf"
    if path.is_file():
        return path
    advice = "" if is_path else f"Fetch it with `briefing models pull {name}`, or give the path of a GGUF file."
    raise NoSuchModelError(f"there is no model file {path}", advice=advice)


def name_file(path: Path) -> str:
    """A name for the file that changes with what is in it: the stem, and a hash of its size, beginning and end."""
    size = path.stat().st_size
    digest = hashlib.sha256(str(size).encode())
    with path.open("rb") as file:
        digest.update(file.read(MEGABYTE))
        file.seek(max(size - MEGABYTE, 0))
        digest.update(file.read(MEGABYTE))
    return f"{path.stem}-{digest.hexdigest()[:8]}"


@asynccontextmanager
async def serve_gguf(
    path: Path, *, context_tokens: int = CONTEXT_TOKENS, threads: int | None = None
) -> AsyncIterator[LocalServer]:
    """Serve the file as long as the context is open.

    Raises:
        UsageError: the packages for it are not installed.
        NoSuchModelError: llama.cpp cannot load the file.
    """
    if importlib.util.find_spec("xllamacpp") is None:
        raise UsageError(
            "models on this machine need two more packages",
            advice="Install them: pip install 'briefing-assistant[local]'",
        )
    key, name = secrets.token_urlsafe(24), name_file(path)
    order = {"path": str(path), "alias": name, "key": key, "context_tokens": context_tokens, "threads": threads}
    with tempfile.TemporaryFile() as log:
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "assistant.llm.local_child",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=log,
            start_new_session=True,  # Ctrl-C is ours to handle: the child ends with its standard input
        )  # fmt: skip
        try:
            url = await _start(child, order)
            if url is None:
                raise NoSuchModelError(
                    f"llama.cpp cannot load {path.name}: {_last_words(log)}", advice="Is it a whole GGUF file?"
                )
            yield LocalServer(url, key, name)
        finally:
            await _end(child)


async def _start(child: asyncio.subprocess.Process, order: dict[str, object]) -> str | None:
    """The address, once the child serves; None when it ends or takes too long."""
    assert child.stdin is not None  # noqa: S101 - both are pipes
    assert child.stdout is not None  # noqa: S101
    child.stdin.write(json.dumps(order).encode() + b"\n")
    try:
        async with asyncio.timeout(LOADING_S):
            line = await child.stdout.readline()
        return str(json.loads(line)["url"])
    except (TimeoutError, ValueError, ConnectionError):
        return None


async def _end(child: asyncio.subprocess.Process) -> None:
    if child.stdin is not None:
        child.stdin.close()
    try:
        async with asyncio.timeout(ENDING_S):
            await child.wait()
    except TimeoutError:
        child.kill()
        await child.wait()


def _last_words(log: IO[bytes]) -> str:
    """The last line of the child's errors that says something."""
    log.seek(0)
    lines = [line.strip() for line in log.read().decode("utf-8", "replace").splitlines()]
    telling = [line for line in lines if "error" in line.lower() or "failed" in line.lower()]
    return (telling or lines or ["no reason given"])[-1][:200]
