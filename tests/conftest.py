"""Every test has a home of its own, and no key, server or model of the person who runs the tests."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("gate", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", deadline=None, max_examples=2_000, suppress_health_check=[HealthCheck.too_slow])
# The gate tries the same examples each time, at whatever speed; HYPOTHESIS_PROFILE=search looks for new ones.
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))


def pytest_sessionstart() -> None:
    """Let ctrl-c reach the processes that tests start: a shell in the background hands on that it is ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith(("OPENAI_", "BRIEFING_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    for name in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "briefing-home"))
