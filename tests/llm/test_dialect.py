"""What a server refuses by name is given up, one thing at a time, and never twice."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.llm.dialect import FORMAT_WORDS, OPTIONAL, TOKEN_PARAMETERS, Dialect, first_dialect, step_down
from assistant.llm.profiles import Level, load_profiles

NAMES = [*FORMAT_WORDS, *OPTIONAL, *TOKEN_PARAMETERS, "at most 64 completion tokens", "something else"]
LLAMA = load_profiles()["llama.cpp"]


@given(
    st.sampled_from(list(load_profiles().values())),
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=6).map(" ".join),
    st.sampled_from([400, 401, 404, 422, 429, 500, 503]),
)
@example(LLAMA, "neither max_tokens nor max_completion_tokens", 400)
def test_however_a_server_refuses_the_steps_come_to_an_end(profile: object, body: str, status: int) -> None:
    dialect: Dialect | None = first_dialect(profile)  # type: ignore[arg-type] # drawn from the profiles
    seen = []
    while dialect is not None:
        assert dialect not in seen
        seen.append(dialect)
        dialect = step_down(dialect, profile, status, body)  # type: ignore[arg-type]
    assert len(seen) <= 2 + len(Level) + len(OPTIONAL) + 1


@pytest.mark.parametrize("status", [401, 403, 404, 429, 502, 503])
def test_other_errors_change_nothing(status: int) -> None:
    assert step_down(first_dialect(LLAMA), LLAMA, status, "response_format temperature") is None


@pytest.mark.parametrize(
    ("body", "changed"),
    [
        ("response_format", {"level": Level.OBJECT}),
        ("unknown argument max_tokens", {"token_parameter": "max_completion_tokens"}),
        ("temperature and seed", {"dropped": frozenset({"temperature"})}),
        ("supports at most 4096 output tokens", {"most_output_tokens": 4096}),
    ],
)
def test_one_thing_is_given_up_at_a_time(body: str, changed: dict[str, object]) -> None:
    first = first_dialect(LLAMA)
    lower = step_down(first, LLAMA, 400, body)
    assert lower is not None
    assert {name: getattr(lower, name) for name in changed} == changed
    assert sum(getattr(lower, name) != getattr(first, name) for name in Dialect.__dataclass_fields__) <= 2
