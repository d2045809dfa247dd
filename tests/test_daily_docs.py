"""The templates of docs/daily.md work as they stand there."""

import configparser
import re
import shlex
import shutil
import subprocess
from dataclasses import fields
from pathlib import Path

import click
import pytest

from assistant.cli.daily import command
from assistant.records import Progress

DOCS = (Path(__file__).parents[1] / "docs" / "daily.md").read_text(encoding="utf-8")
SERVICE, TIMER = re.findall(r"```ini\n(.*?)```", DOCS, re.DOTALL)
CRON = re.findall(r"```cron\n(.*?)```", DOCS, re.DOTALL)[0].strip()


def read_unit(text: str) -> configparser.ConfigParser:
    unit = configparser.ConfigParser(interpolation=None, strict=False)
    unit.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case
    unit.read_string(text)
    return unit


@pytest.mark.parametrize("line", [CRON.split(maxsplit=5)[5], read_unit(SERVICE)["Service"]["ExecStart"]])
def test_the_commands_of_the_templates_are_understood(line: str) -> None:
    program, name, *arguments = shlex.split(line)
    assert (Path(program).name, name) == ("briefing", "daily")
    context = command.make_context("daily", arguments)
    assert context.params["inboxes"][0].endswith("inbox")
    assert context.params["out"].endswith("reports")


def test_the_cron_line_runs_once_a_day() -> None:
    assert CRON.split()[:5] == ["0", "6", "*", "*", "*"]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd on this machine")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for name, text in (("briefing.service", SERVICE), ("briefing.timer", TIMER)):
        (tmp_path / name).write_text(text.replace("%h/.local/bin/briefing", "/bin/true"), encoding="utf-8")
    paths = [str(path) for path in tmp_path.iterdir()]
    done = subprocess.run(["systemd-analyze", "verify", "--user", *paths], capture_output=True, text=True, check=False)
    assert "briefing" not in done.stderr, done.stderr


def test_the_units_say_what_systemd_needs() -> None:
    service, timer = read_unit(SERVICE), read_unit(TIMER)
    assert service["Service"]["Type"] == "oneshot"
    assert service["Service"]["SuccessExitStatus"] == "1 130"
    assert timer["Timer"]["OnCalendar"] == "*-*-* 06:00:00"
    assert timer["Install"]["WantedBy"] == "timers.target"


def test_every_key_of_a_progress_line_is_documented() -> None:
    told = set(re.findall(r"`(\w+)`", DOCS))
    assert {field.name for field in fields(Progress)} - {"details"} <= told


def test_every_option_that_the_page_names_exists() -> None:
    options = {name for p in command.params if isinstance(p, click.Option) for name in p.opts}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", DOCS)) - {"--user", "--now"}
    assert named <= options
