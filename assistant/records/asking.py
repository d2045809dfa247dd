"""What a model is asked, and what it answers."""

from collections.abc import Callable
from typing import Protocol

from assistant.records.record import record
from assistant.records.source import Item, Segment


@record
class Passage:
    """A run of segments of one item, as one call gets it."""

    item: Item
    segments: tuple[Segment, ...]


@record
class Chunk:
    """What one call gets: passages of one or several items."""

    passages: tuple[Passage, ...]
    tokens: int
    """Of the source text alone."""


@record
class PromptVersion:
    """Which prompt a request was made from."""

    name: str
    version: int
    sha256: str


@record
class Request:
    """One call to a model, as plain data, so that any engine can carry it."""

    system: str
    user: str
    schema_name: str
    """Matches ``[a-zA-Z0-9_-]{1,64}``."""
    schema: str
    """JSON schema of the reply, as canonical JSON text."""
    max_output_tokens: int
    prompt: PromptVersion
    subjects: tuple[str, ...] = ()
    """What it is about, for logs and recorded replies: a headline per passage. Never sent."""


@record
class Usage:
    """Tokens of one call, or of many together."""

    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    """The part of ``input_tokens`` that the server had in its cache."""

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.cached_tokens + other.cached_tokens,
        )


@record
class Spending:
    """What a run asked for and paid."""

    calls: int = 0
    kept: int = 0
    """Answers that came from the store."""
    usage: Usage = Usage()
    cost_usd: float | None = 0.0
    """None: the price of at least one call is unknown."""


@record
class Answer:
    """What a model said to a ``Request``: a whole reply in JSON, not yet validated against our records."""

    text: str
    model: str
    """The model's name as the server gave it."""
    usage: Usage = Usage()
    seconds: float = 0.0
    cost_usd: float | None = None
    """None: price unknown. Never 0 for an unknown price."""
    kept: bool = False
    """It came from the store, and was not paid for again."""
    key: str = ""
    """Names the stored call; empty when calls are not stored."""


class Model(Protocol):
    """Anything that answers requests: a server, recorded replies, a script in a test."""

    @property
    def name(self) -> str:
        """For the method line: ``gpt-5-mini``, ``recorded replies``."""
        ...

    async def ask(self, request: Request) -> Answer:
        """Answer one request, or raise a ``ModelError``."""
        ...


CountTokens = Callable[[str], int]
