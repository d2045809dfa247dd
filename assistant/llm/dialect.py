"""What one server turned out to understand in this run: the ladder of structured outputs, and names of arguments.

A profile says what a family of servers can do; a server may know less. When it refuses an argument by name, the
dialect changes by one step, and the call is made again. Each step gives something up for good, so that the steps end.
"""

from dataclasses import dataclass, replace

from assistant.llm.profiles import Level, Profile
from assistant.patterns import compile_late

STEPPING_STATUSES = frozenset({400, 422, 500, 501})
FORMAT_WORDS = ("response_format", "json_schema", "json_object", "structured output")
TOKEN_PARAMETERS = ("max_tokens", "max_completion_tokens")
OPTIONAL = ("temperature", "seed", "prompt_cache_key", "cache_prompt", "enable_thinking")
"""Arguments that a server may do without."""
REPLY_LIMIT = compile_late(r"at most ([0-9]{2,7}) (?:completion|output) tokens")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How this server is spoken to."""

    level: Level
    token_parameter: str
    dropped: frozenset[str] = frozenset()
    """Arguments it refuses."""
    most_output_tokens: int | None = None


def first_dialect(profile: Profile) -> Dialect:
    """What the profile promises."""
    return Dialect(profile.levels[0], profile.token_parameter)


def step_down(dialect: Dialect, profile: Profile, status: int, body: str) -> Dialect | None:
    """The next dialect to try after this error; None when the error names nothing that could be given up."""
    said = body[:4_000].lower()
    if status not in STEPPING_STATUSES:
        return None
    limit = REPLY_LIMIT.search(said)
    if limit and dialect.most_output_tokens is None:
        return replace(dialect, most_output_tokens=int(limit[1]))
    if any(words in said for words in FORMAT_WORDS):
        return _next_level(dialect, profile)
    if dialect.token_parameter in said and "token_parameter" not in dialect.dropped:
        other = TOKEN_PARAMETERS[dialect.token_parameter == TOKEN_PARAMETERS[0]]
        return replace(dialect, token_parameter=other, dropped=dialect.dropped | {"token_parameter"})
    refused = next((name for name in OPTIONAL if name in said and name not in dialect.dropped), None)
    return replace(dialect, dropped=dialect.dropped | {refused}) if refused else None


def _next_level(dialect: Dialect, profile: Profile) -> Dialect | None:
    rest = profile.levels[profile.levels.index(dialect.level) + 1 :]
    return replace(dialect, level=rest[0]) if rest else None
