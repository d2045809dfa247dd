"""Packages with a late face give what their modules hold, and import none of them before it is asked for."""

import ast
import importlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import pytest

import assistant
from assistant.late import put_off, without

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


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], ModuleType]]:
    """``shop`` that imports ``shop.goods``, of which ``shop.goods.large`` takes long; each tells of its import."""
    code = {
        "shop/__init__.py": "from . import goods\nfrom .goods.small import PEN",
        "shop/goods/__init__.py": "from .large import SHIP\nfrom . import large as large",
        "shop/goods/small.py": "PEN = 'pen'",
        "shop/goods/large.py": "SHIP = 'ship'",
    }
    for name, text in code.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield importlib.import_module
    for name in [name for name in sys.modules if name.partition(".")[0] == "shop"]:
        del sys.modules[name]


def test_a_package_is_put_off_until_something_of_it_is_asked_for(package: Callable[[str], ModuleType]) -> None:
    put_off("shop.goods")
    shop = package("shop")
    assert shop.PEN == "pen"
    assert "shop.goods.large" not in sys.modules
    with pytest.raises(AttributeError):
        _ = shop.goods.__wrapped__
    assert "shop.goods.large" not in sys.modules
    assert shop.goods.SHIP == "ship"
    assert shop.goods is sys.modules["shop.goods"]
    assert shop.goods.large is sys.modules["shop.goods.large"]
    with pytest.raises(AttributeError):
        _ = shop.goods.NOTHING


def test_whoever_asks_while_it_is_imported_waits_for_it(package: Callable[[str], ModuleType], tmp_path: Path) -> None:
    (tmp_path / "shop/goods/large.py").write_text("import time; time.sleep(0.2); SHIP = 'ship'", encoding="utf-8")
    put_off("shop.goods")
    shop = package("shop")
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda _: shop.goods.SHIP, range(4))) == ["ship"] * 4


def test_an_import_that_fails_is_told_and_tried_again(package: Callable[[str], ModuleType], tmp_path: Path) -> None:
    large = tmp_path / "shop/goods/large.py"
    large.write_text("raise RuntimeError('no room')", encoding="utf-8")
    put_off("shop.goods")
    shop = package("shop")
    for _ in range(2):
        with pytest.raises(RuntimeError, match="no room"):
            _ = shop.goods.SHIP
    large.write_text("SHIP = 'a ship'", encoding="utf-8")
    importlib.invalidate_caches()
    assert shop.goods.SHIP == "a ship"


def test_what_is_imported_already_or_is_no_package_is_not_put_off(package: Callable[[str], ModuleType]) -> None:
    for name in ("shop.nothing", "nothing.at.all", "shop.goods.small"):
        put_off(name)
        assert name not in sys.modules
    shop = package("shop")
    put_off("shop.goods")
    assert shop.goods.SHIP == "ship"
    assert "shop.goods.large" in sys.modules


def test_the_openai_sdk_is_imported_without_its_types_and_has_them_when_they_are_asked_for() -> None:
    code = """
import sys, assistant.llm.transport, openai
print("openai.types.responses.response" in sys.modules, "openai.types.beta" in sys.modules)
from openai.types import FileObject
from openai.types.responses import Response
print(FileObject.__name__, Response.__name__, openai.types.responses.Response is Response)
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told == "False False\nFileObject Response True\n"
