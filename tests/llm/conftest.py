"""What tests of the model's door share."""

from collections.abc import Callable

import pytest

from assistant.records import PromptVersion, Request
from assistant.settings import FOREIGN_NAMES, Settings

SCHEMA = (
    '{"additionalProperties":false,"properties":{"english":{"type":"string"}},"required":["english"],"type":"object"}'
)


@pytest.fixture(autouse=True)
def _no_settings_of_ones_own(tmp_path: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(FOREIGN_NAMES.get(name, f"BRIEFING_{name.upper()}"), raising=False)
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path))


MakeRequest = Callable[..., Request]


@pytest.fixture
def make_request() -> MakeRequest:
    """Requests that differ by their text."""

    def make(user: str = "豬肉價格上漲3.5%。", *, system: str = "Translate.", max_output_tokens: int = 200) -> Request:
        prompt = PromptVersion("brief", 1, "ab" * 32)
        return Request(system, user, "reply", SCHEMA, max_output_tokens, prompt, subjects=(user[:20],))

    return make
