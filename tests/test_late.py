"""Packages with a late face give what their modules hold, and import none of them before it is asked for."""

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import assistant
from assistant.late import without

ROOT = Path(assistant.__file__).parent
FACES = sorted(path.parent.name for path in ROOT.glob("*/__init__.py") if "make_face" in path.read_text("utf-8"))

BEHIND = ("checking", "conflicts", "daily", "reporting", "stories")
"""What a run needs only once the first calls have left; the nouns and the store have such faces for short commands."""


def names_told_to_the_type_checker(package: str) -> list[tuple[str, str]]:
    tree = ast.parse((ROOT / package / "__init__.py").read_text(encoding="utf-8"))
    known = next(node for node in tree.body if isinstance(node, ast.If))
    imports = [node for node in known.body if isinstance(node, ast.ImportFrom)]
    return [(str(node.module), name.name) for node in imports for name in node.names]


@pytest.mark.parametrize("package", FACES)
def test_a_face_gives_what_it_tells_the_type_checker(package: str) -> None:
    face, told = importlib.import_module(f"assistant.{package}"), names_told_to_the_type_checker(package)
    assert told
    for module, name in told:
        assert getattr(face, name) is getattr(importlib.import_module(module), name)


@pytest.mark.parametrize("package", FACES)
def test_a_face_has_nothing_else(package: str) -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = importlib.import_module(f"assistant.{package}").nonsense


def test_importing_the_pipeline_imports_no_check_and_no_format() -> None:
    code = (
        "import sys, assistant.running.day_files; print(*sorted(m for m in sys.modules if m.startswith('assistant')))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    behind = {module for package in BEHIND for module, _ in names_told_to_the_type_checker(package)}
    assert behind.isdisjoint(loaded)


def test_a_package_may_be_hidden_from_an_import_and_is_there_again_afterwards() -> None:
    name = "colorsys"  # small, and imported by nobody else here
    sys.modules.pop(name, None)
    with without(name), pytest.raises(ImportError):
        importlib.import_module(name)
    assert importlib.import_module(name)
    with without(name):
        assert importlib.import_module(name)
    assert sys.modules[name]
