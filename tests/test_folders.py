"""Where the files lie: the shortcut says the same as the settings in full."""

import sys
from pathlib import Path

import platformdirs
import pytest

from assistant.errors import SettingsError
from assistant.folders import chosen_data_folder, config_path, data_path
from assistant.settings import load_settings


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path))
    monkeypatch.delenv("BRIEFING_DATA_DIR", raising=False)


@pytest.mark.parametrize("config", [None, "", 'model = "x"\n', 'data_dir = "/elsewhere/data"\n', 'data_dir = "~/x"\n'])
@pytest.mark.parametrize("environment", [None, "", "/from/environment", "~/y"])
def test_the_shortcut_and_the_settings_agree(
    monkeypatch: pytest.MonkeyPatch, config: str | None, environment: str | None
) -> None:
    if config is not None:
        config_path().write_text(config, encoding="utf-8")
    if environment is not None:
        monkeypatch.setenv("BRIEFING_DATA_DIR", environment)
    assert chosen_data_folder() == str(load_settings().data_dir)
    assert "~" not in str(chosen_data_folder())


@pytest.mark.parametrize("config", ["data_dir = 3\n", "data_dir = \n", "\x00"])
def test_a_file_that_cannot_be_read_is_left_to_the_settings_to_explain(config: str) -> None:
    config_path().write_text(config, encoding="utf-8")
    assert chosen_data_folder() is None


def test_the_home_of_an_unknown_user_is_said_to_be_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_DATA_DIR", "~nobody-of-that-name/x")
    assert chosen_data_folder() is None
    with pytest.raises(SettingsError, match="not known here"):
        load_settings()


def test_so_is_that_of_the_folder_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_HOME", "~nobody-of-that-name/x")
    for find in (config_path, data_path, load_settings):
        with pytest.raises(SettingsError, match=r"BRIEFING_HOME .* not known here"):
            find()


def test_briefing_home_moves_both(tmp_path: Path) -> None:
    assert config_path() == tmp_path / "config.toml"
    assert data_path() == tmp_path


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked")
@pytest.mark.parametrize("chosen", [None, "", " ", "/elsewhere", "relative", "~/literal"])
def test_on_linux_the_folders_are_those_of_platformdirs(monkeypatch: pytest.MonkeyPatch, chosen: str | None) -> None:
    monkeypatch.delenv("BRIEFING_HOME")
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(variable, raising=False)
        if chosen is not None:
            monkeypatch.setenv(variable, chosen)
    assert config_path().parent == platformdirs.user_config_path("briefing", appauthor=False)
    assert data_path() == platformdirs.user_data_path("briefing", appauthor=False)
