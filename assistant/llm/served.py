"""What a server says of the models that it serves: the body of ``GET /v1/models``, which differs everywhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ValidationError

from assistant.errors import SettingsError
from assistant.llm.profiles import find_profile_of

NOT_FOR_CHAT = ("embed", "rerank", "whisper", "tts", "bge-", "minilm", "moderation")
"""In the names of models that cannot write."""


@dataclass(frozen=True, slots=True)
class ServedModel:
    """One model of a server."""

    name: str
    context_tokens: int | None = None
    """None: the server does not say."""
    owner: str = ""
    """Who owns it, says the server; that tells the family of the server."""

    @property
    def writes(self) -> bool:
        """Whether it can write, as far as its name tells."""
        return not any(word in self.name.lower() for word in NOT_FOR_CHAT)


class _Meta(BaseModel):
    n_ctx: int | None = None


class _Entry(BaseModel):
    id: str
    owned_by: str | None = None
    max_model_len: int | None = None  # vLLM
    context_length: int | None = None  # OpenRouter
    loaded_context_length: int | None = None  # LM Studio
    meta: _Meta | None = None  # llama.cpp


class _List(BaseModel):
    data: list[_Entry] | None  # Ollama without models: null


def read_models(body: bytes) -> tuple[ServedModel, ...] | None:
    """The models in ``body``; None: it is no list of models."""
    try:
        entries = _List.model_validate_json(body).data or []
    except ValidationError:
        return None
    return tuple(ServedModel(entry.id, _context_of(entry), entry.owned_by or "") for entry in entries)


def _context_of(entry: _Entry) -> int | None:
    said = (entry.meta and entry.meta.n_ctx, entry.max_model_len, entry.loaded_context_length, entry.context_length)
    return next((size for size in said if size and size > 0), None)


def choose_model(served: Sequence[ServedModel], wanted: str, *, named: bool, server: str) -> ServedModel:
    """The model to use: the one that was named; else, where there is one that writes, that one.

    A server that ignores names is asked by the name of what it has: answers are kept under the model that gave them.

    Args:
        served: what the server lists; empty when it lists nothing.
        wanted: the model of the settings.
        named: whether the user chose it, or it is the default of the program.
        server: for the error.

    Raises:
        SettingsError: none was named and there are several to choose from.
    """
    found = next((model for model in served if model.name == wanted), None)
    writing = [model for model in served if model.writes]
    alone = writing[0] if len(writing) == 1 else None
    if alone and not found and (not named or _ignores_names(alone)):
        return alone
    if found or named or not writing:
        return found or ServedModel(wanted)
    names = ", ".join(model.name for model in writing[:10])
    raise SettingsError(f"{server} serves several models, and none is chosen", advice=f"Choose with --model: {names}.")


def _ignores_names(model: ServedModel) -> bool:
    profile = find_profile_of(model.owner)
    return profile is not None and profile.ignores_names
