"""Prompts are found by name and version, filled exactly, and pinned by their hash."""

from pathlib import Path

import pytest

from assistant.errors import PromptError
from assistant.prompts import load_prompt

PUBLISHED = {
    ("draft", 1): "cbd2292a278012fb6c9a265d6f192299f4d00563e28f5d7b76605dbad006a10a",
    ("draft", 2): "d45400a4fa5c5cbeda0a0900aaa210f985ec498d0c8915febc7299755292b197",
    ("draft", 3): "db0d625a3da0a57a946d67ce9887b721b3a56c61d9edec5c2e96bd6cc3646441",
    ("repair", 1): "1645404d619ad04a64f76aad91a6d132284f1c909b3ff260093066615ded4e00",
    ("parts", 1): "ac0682bda7ef326d957ccf083d4a166e892795e489bc7a7ea7d46112ae264dcd",
    ("parts", 2): "9094d9017a090bc10792d90c127e5f3a6471d735eb9d45cfc1ec57154e1ae783",
    ("glance", 1): "62944e355b3c1196df32b0c0240d8f47307aed084f56545206b13f4c3f13cae7",
}
"""A published version is never edited: a change of its text gets the next number."""


@pytest.mark.parametrize(("name", "version"), PUBLISHED)
def test_a_published_version_is_never_edited(name: str, version: int) -> None:
    assert load_prompt(name, version).version.sha256 == PUBLISHED[name, version]


def test_every_prompt_is_pinned() -> None:
    folder = Path(__file__).parents[1] / "prompts"
    found = {(path.parent.name, int(path.name[1:])) for path in folder.glob("*/v*")}
    assert found == set(PUBLISHED)


def test_the_newest_version_is_taken() -> None:
    newest = max(version for name, version in PUBLISHED if name == "draft")
    assert load_prompt("draft").version.version == newest


@pytest.mark.parametrize("values", [{}, {"items": "x", "names": "", "more": "y"}, {"more": "y"}])
def test_missing_and_surplus_values_are_refused(values: dict[str, str]) -> None:
    with pytest.raises(PromptError):
        load_prompt("draft").fill(**values)


def test_a_dollar_sign_in_a_dump_is_only_a_dollar_sign() -> None:
    assert "$items ${items} $5" in load_prompt("draft").fill(items="$items ${items} $5", names="")


@pytest.mark.parametrize(("name", "version"), [("nothing", None), ("draft", 999), ("..", None)])
def test_a_prompt_that_is_not_there_is_named(name: str, version: int | None) -> None:
    with pytest.raises(PromptError, match="there is no prompt"):
        load_prompt(name, version)
