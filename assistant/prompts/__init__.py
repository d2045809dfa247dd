"""Find, read and fill the versioned prompts of ``prompts/<name>/v<N>/{system,user}.md``.

A file is exactly what the model sees. A published version is never edited: a new one gets the next number.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

from assistant.errors import PromptError
from assistant.patterns import compile_late
from assistant.records import PromptVersion

_VERSION = compile_late(r"v(\d+)")


@dataclass(frozen=True, slots=True)
class Prompt:
    """One version of one prompt."""

    version: PromptVersion
    system: str
    user: str
    """Holds ``$placeholders``."""

    @property
    def placeholders(self) -> frozenset[str]:
        """What ``fill`` wants a value for."""
        return frozenset(Template(self.user).get_identifiers())

    def fill(self, **values: str) -> str:
        """The user message. Values are put in as they are; a ``$`` in them means nothing.

        Raises:
            PromptError: a placeholder has no value, or a value no placeholder.
        """
        wanted = self.placeholders
        if wanted != set(values):
            raise PromptError(
                f"prompt {self.version.name}/v{self.version.version} wants {sorted(wanted)}, got {sorted(values)}"
            )
        return Template(self.user).substitute(values)


@cache
def load_prompt(name: str, version: int | None = None) -> Prompt:
    """The prompt with this name; its newest version unless one is named.

    Raises:
        PromptError: there is none.
    """
    folder = _root().joinpath(name)
    versions = _versions(folder)
    if not versions or (version is not None and version not in versions):
        raise PromptError(f"there is no prompt {name}" + (f"/v{version}" if version else ""))
    number = version if version is not None else max(versions)
    system, user = (
        folder.joinpath(f"v{number}", part).read_text(encoding="utf-8").strip("\n") for part in ("system.md", "user.md")
    )
    sha256 = hashlib.sha256(f"{system}\0{user}".encode()).hexdigest()
    return Prompt(PromptVersion(name, number, sha256), system, user)


def _versions(folder: Traversable) -> set[int]:
    if not folder.is_dir():
        return set()
    matches = (_VERSION.fullmatch(entry.name) for entry in folder.iterdir())
    return {int(match[1]) for match in matches if match}


def _root() -> Traversable:
    """The checkout's folder where there is one: an editable install may carry a stale copy."""
    checkout = Path(__file__).parents[2]
    if (checkout / "pyproject.toml").is_file() and (checkout / "prompts").is_dir():
        return checkout / "prompts"
    return resources.files("assistant.prompts").joinpath("texts")
