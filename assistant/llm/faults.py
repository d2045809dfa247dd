"""What went wrong at a server, told by an HTTP status and whatever stands in the body.

Error bodies have no common shape. What is shown of them is short, printable and on one line.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant import errors
from assistant.inert import clean_line
from assistant.patterns import compile_late

SHOWN_CHARS = 200
"""How much of a server's own words is shown."""


@dataclass(frozen=True, slots=True)
class Target:
    """Who was asked, in words for the reader."""

    server: str
    """``api.openai.com``, ``127.0.0.1:9931``."""
    model: str


def words_of(said: object) -> str:
    """What an error body says, wherever this server puts it."""
    for _ in range(3):  # deeper than this no server nests its words; a hostile one may nest without end
        if not isinstance(said, Mapping):
            break
        said = next((said[key] for key in ("message", "detail", "error", "msg") if said.get(key)), None)
    return said if isinstance(said, str) else ""


def shorten(text: str) -> str:
    """One line of inert characters, at most ``SHOWN_CHARS`` of them."""
    line = clean_line(text[: 10 * SHOWN_CHARS])
    return line if len(line) <= SHOWN_CHARS else line[: SHOWN_CHARS - 3] + "..."


WHERE_MODELS_ARE = (
    "Choose another with --model; `briefing models` lists what servers on this machine offer. "
    "Or the address (--base-url) is wrong: it often ends in /v1."
)
# status -> (error, sentence, advice); {server}, {model} and {said} are filled in.
BY_STATUS: dict[int, tuple[type[errors.ModelError], str, str]] = {
    401: (
        errors.WrongKeyError,
        "{server} does not accept the key: {said}",
        "Set OPENAI_API_KEY to a valid key.",
    ),
    402: (
        errors.QuotaExhaustedError,
        "the account at {server} has no credit left: {said}",
        "Top it up, or use another server.",
    ),
    403: (
        errors.WrongKeyError,
        "{server} does not allow this key to use {model}: {said}",
        "Set OPENAI_API_KEY to a key with access, or choose another model.",
    ),
    404: (errors.NoSuchModelError, "{server} does not know the model {model}: {said}", WHERE_MODELS_ARE),
    408: (errors.TimedOutError, "{server} gave up waiting: {said}", ""),
    413: (errors.ContextOverflowError, "the request is too large for {server}: {said}", ""),
    429: (
        errors.RateLimitedError,
        "{server} asks to slow down: {said}",
        "Try later, or lower requests_per_minute or calls_in_flight.",
    ),
}

OVERFLOW_CODES = frozenset({"exceed_context_size_error", "context_length_exceeded", "string_above_max_length"})
OVERFLOW_WORDS = ("context length", "context size", "context window", "maximum context", "too many tokens", "too long")
QUOTA_CODES = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})
FILTER_CODES = frozenset({"content_filter", "content_policy_violation", "data_inspection_failed"})
CONTEXT_SIZE = compile_late(r"(?:maximum context length is|context (?:size|length|window)(?: of| is)?) \(?([0-9]{3,9})")


@dataclass(frozen=True, slots=True)
class ErrorBody:
    """The little that error bodies of different servers have in common."""

    code: str
    said: str
    context_tokens: int | None = None


def read_error_body(body: object) -> ErrorBody:
    """``{"error": {...}}`` or its inside, ``{"error": "text"}``, ``{"detail": ...}``, a bare string, HTML, nothing."""
    inside = body.get("error", body) if isinstance(body, Mapping) else body
    said = words_of(inside)
    if not isinstance(inside, Mapping):
        return ErrorBody("", said, _context_in(said))
    code = next((str(inside[key]) for key in ("code", "type") if isinstance(inside.get(key), str)), "")
    kinds = {str(inside.get(key)) for key in ("code", "type")}
    code = next(iter(kinds & (OVERFLOW_CODES | QUOTA_CODES | FILTER_CODES)), code)
    size = inside.get("n_ctx")
    return ErrorBody(code, said, size if isinstance(size, int) and size > 0 else _context_in(said))


def explain_status(status: int, body: object, target: Target) -> errors.ModelError:
    """The error that an HTTP status and its body stand for."""
    said = read_error_body(body)
    words = {"server": target.server, "model": target.model, "said": shorten(said.said) or f"HTTP {status}"}
    special = _special_error(status, said, words)
    if special:
        return special
    if status in BY_STATUS:
        kind, sentence, advice = BY_STATUS[status]
        return kind(sentence.format(**words), advice=advice)
    if 300 <= status < 400:
        return errors.UnreachableError(
            f"{target.server} points to another address", advice="Set --base-url to that one."
        )
    advice = "" if status >= 500 else "The server does not take this request; another model or server may."
    return errors.ServerFaultError(
        "{server} answered HTTP {status}: {said}".format(**words, status=status), advice=advice
    )


def _special_error(status: int, said: ErrorBody, words: Mapping[str, str]) -> errors.ModelError | None:
    """What the status alone does not tell."""
    if said.code in QUOTA_CODES:
        return errors.QuotaExhaustedError("the account at {server} has no credit left: {said}".format(**words))
    if status in (400, 413, 422, 500) and _is_overflow(said):
        sentence = "the request does not fit the context of {model}: {said}".format(**words)
        return errors.ContextOverflowError(sentence, context_tokens=said.context_tokens)
    if status == 400 and said.code in FILTER_CODES:
        return errors.FilteredError("the content filter of {server} withheld the reply".format(**words))
    if status == 400 and "model" in said.code and "not" in said.code:
        return errors.NoSuchModelError("{server} does not know the model {model}: {said}".format(**words))
    return None


def _is_overflow(said: ErrorBody) -> bool:
    return said.code in OVERFLOW_CODES or any(words in said.said.lower() for words in OVERFLOW_WORDS)


def _context_in(said: str) -> int | None:
    found = CONTEXT_SIZE.search(said[:2_000])
    return int(found[1]) if found else None
