"""docs/models.md says what the program does: every setting, its variable, every family of servers."""

from pathlib import Path

import pytest

from assistant.llm.profiles import load_profiles
from assistant.llm.pulling import load_catalogue
from assistant.settings import DEFAULT_MODEL, FOREIGN_NAMES, Settings

PAGE = Path("docs/models.md").read_text("utf-8")


@pytest.mark.parametrize("setting", [name for name in Settings.model_fields if name != "reader"])
def test_every_setting_stands_on_the_page_with_its_variable(setting: str) -> None:
    assert f"| `{setting}` | `{FOREIGN_NAMES.get(setting, 'BRIEFING_' + setting.upper())}` |" in PAGE


def test_the_defaults_on_the_page_are_those_of_the_program() -> None:
    profiles = load_profiles()
    assert f"` | {profiles['openai'].timeout_s:g}; {profiles['ollama'].timeout_s:g} on this machine |" in PAGE
    assert f"` | {Settings.model_fields['retry_budget_s'].default:g} |" in PAGE


def test_the_page_names_the_default_model_the_families_and_the_models_to_fetch() -> None:
    assert f"| {DEFAULT_MODEL} |" in PAGE
    assert ", ".join(load_profiles()) in " ".join(PAGE.split())
    assert all(f"local:{name}" in PAGE for name in list(load_catalogue())[:1])
