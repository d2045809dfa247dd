"""The documents stay true: every command and every module stands where a newcomer looks for it."""

import pkgutil
import re
import tomllib
from pathlib import Path

import click
import pytest

import assistant
from assistant.cli.group import COMMANDS, group

ROOT = Path(__file__).parents[1]
QUOTED = re.compile(r"`([^`\n]+)`")


def words_in_quotes(path: str) -> set[str]:
    text = (ROOT / path).read_text(encoding="utf-8")
    return {word for quoted in QUOTED.findall(text) for word in re.findall(r"[a-z_]+", quoted)}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme_and_can_be_called(name: str) -> None:
    assert name in words_in_quotes("README.md")
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert command.help


def test_every_module_is_on_the_page_of_the_architecture() -> None:
    modules = {module.name for module in pkgutil.iter_modules(assistant.__path__)} - {"__main__", "samples"}
    assert modules <= words_in_quotes("docs/architecture.md")


def test_the_floors_on_the_page_are_those_that_the_build_holds() -> None:
    built = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    floors = [set(re.findall(r"\w+", floor)) for floor in built[0]["layers"]]
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawn = "\n".join(re.split(r"  +", line)[0] for line in re.findall(r"(?m)^ {6}(\S.*)$", page))
    told = [set(re.findall(r"\w+", floor)) for floor in drawn.replace(",\n", ", ").split("\n")]
    assert told == [floor - {"__main__"} for floor in floors if floor != {"__main__"}]


def test_every_decision_has_a_number_of_its_own() -> None:
    numbers = [path.name[:4] for path in (ROOT / "docs" / "decisions").glob("*.md")]
    assert len(numbers) == len(set(numbers))
    assert all(number.isdigit() for number in numbers)
