"""Settings: flags win over the environment, the environment over the file, the file over the default."""

from pathlib import Path
from typing import Any

import pytest

from assistant.errors import SettingsError
from assistant.settings import DEFAULT_MODEL, FOREIGN_NAMES, Settings, load_settings

KEY = "sk-test-0123456789"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for field in Settings.model_fields:
        monkeypatch.delenv(FOREIGN_NAMES.get(field, f"BRIEFING_{field.upper()}"), raising=False)
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path))
    return tmp_path


def test_with_nothing_set_there_is_a_default_model_and_no_server() -> None:
    settings = load_settings()
    assert (settings.model, settings.base_url, settings.api_key) == (DEFAULT_MODEL, None, None)


def test_each_source_wins_over_the_next(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "config.toml").write_text('model = "of-file"\n')
    assert load_settings().model == "of-file"
    monkeypatch.setenv("BRIEFING_MODEL", "of-environment")
    assert load_settings(model=None).model == "of-environment"
    assert load_settings(model="of-flag").model == "of-flag"


def test_the_names_that_other_programs_use_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9931/v1/")
    monkeypatch.setenv("OPENAI_API_KEY", f" {KEY}\n")
    settings = load_settings()
    assert settings.base_url == "http://127.0.0.1:9931/v1"
    assert settings.api_key is not None
    assert settings.api_key.get_secret_value() == KEY


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "")
    monkeypatch.setenv("OPENAI_API_KEY", "  ")
    assert (load_settings().base_url, load_settings().api_key) == (None, None)


def test_the_home_folder_moves_the_data_and_the_file(home: Path) -> None:
    assert load_settings().data_dir == home


def test_prices_of_the_user_are_read(home: Path) -> None:
    (home / "config.toml").write_text('[prices."qwen3:4b"]\ninput = 0.1\noutput = 0.4\n')
    assert load_settings().prices["qwen3:4b"].output == 0.4


BAD: list[tuple[str, dict[str, Any], dict[str, str], tuple[str, ...]]] = [
    # file, flags, environment, what the message names
    ('modell = "x"', {}, {}, ("no setting modell", "config.toml")),
    ("model = 3", {}, {}, ("model", "config.toml")),
    ("x =", {}, {}, ("config.toml", "cannot be read")),
    ("\xff", {}, {}, ("config.toml", "cannot be read")),
    ("", {"timeout_s": -1}, {}, ("timeout_s", "--timeout-s")),
    ("", {"max_cost_usd": float("nan")}, {}, ("max_cost_usd", "--max-cost-usd")),
    ("", {"base_url": "localhost:8080"}, {}, ("base_url", "--base-url", "http://")),
    ("", {"base_url": "http://localhost:99999/v1"}, {}, ("base_url", "Port out of range")),
    ("", {"base_url": "http://[::1/v1"}, {}, ("base_url", "--base-url")),
    ("", {"base_url": "http://user:pw@host/v1"}, {}, ("base_url", "password")),
    ("", {}, {"BRIEFING_CALLS_IN_FLIGHT": "many"}, ("calls_in_flight", "BRIEFING_CALLS_IN_FLIGHT")),
    ("", {}, {"BRIEFING_PRICES": "{"}, ("prices",)),
    ("[prices.x]\ninput = -1\noutput = 1", {}, {}, ("prices.x.input", "config.toml")),
    ("", {}, {"OPENAI_API_KEY": "sk-\u4e2d\u6587"}, ("api_key", "OPENAI_API_KEY")),
]


@pytest.mark.parametrize(("toml", "flags", "environment", "named"), BAD)
def test_a_wrong_value_is_told_with_its_setting_and_its_source(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    toml: str,
    flags: dict[str, Any],
    environment: dict[str, str],
    named: tuple[str, ...],
) -> None:
    (home / "config.toml").write_bytes(toml.encode("latin-1"))
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError) as caught:
        load_settings(**flags)
    assert all(word in caught.value.message for word in named), caught.value.message
    assert "\n" not in caught.value.message


def test_the_key_is_in_no_representation_and_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    assert KEY not in repr(load_settings()) + str(load_settings()) + load_settings().model_dump_json()
    monkeypatch.setenv("OPENAI_API_KEY", KEY + "\u00e9")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert KEY not in str(caught.value)
    assert caught.value.__suppress_context__
