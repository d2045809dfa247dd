"""Tokens are counted without a network, exactly for the o200k family, safely for any text."""

import base64
import hashlib
import shutil
import socket
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import tokens
from assistant.errors import BriefingError
from assistant.tokens import ranks

SAMPLE = Path(tokens.__file__).parents[1] / "samples" / "dump.txt"


def test_the_packed_ranks_rebuild_the_published_file() -> None:
    by_rank = sorted(ranks.load_ranks().items(), key=lambda pair: pair[1])
    published = b"".join(b"%s %d\n" % (base64.b64encode(token), rank) for token, rank in by_rank)
    assert len(by_rank) == ranks.TOKENS
    assert hashlib.sha256(published).hexdigest() == ranks.ORIGINAL_SHA256


def test_a_damaged_file_of_ranks_is_refused(tmp_path: Path) -> None:
    copy = tmp_path / "o200k_base.xz"
    shutil.copy(ranks.PACKED, copy)
    copy.write_bytes(copy.read_bytes()[:-1] + b"x")
    with pytest.raises(BriefingError, match="damaged"):
        ranks.load_ranks(copy)


# Counts of o200k_base as OpenAI's own tokenizer gives them.
@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("hello world", 2), ("<|endoftext|>", 7), ("tiktoken is great!", 6)],
)
def test_known_counts(text: str, count: int) -> None:
    assert tokens.count_tokens(text) == count


@pytest.mark.parametrize("blank", [" ", "\t", "\u3000", "\n", "億", "\u200b"])
def test_a_million_of_one_character_is_counted_without_panic(blank: str) -> None:
    assert 0 < tokens.count_tokens(blank * 1_000_000) <= 3_000_000


def test_counting_opens_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a network connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    tokens.load_encoding.cache_clear()
    assert tokens.count_tokens("政府宣布撥款85億元") > 5


@given(st.text(max_size=200))
@settings(max_examples=50, deadline=None)
def test_any_text_is_counted_and_never_above_its_bytes(text: str) -> None:
    assert 0 <= tokens.count_tokens(text) <= max(len(text.encode("utf-8", "surrogatepass")) * 3, 0)


@pytest.mark.parametrize(
    ("model", "margin"),
    [("gpt-4o-mini", 1.0), ("gpt-5.4-mini", 1.0), ("gpt-4", 1.6), ("qwen3:4b", 1.6), ("", 1.6)],
)
def test_the_margin_is_stated_for_models_that_count_otherwise(model: str, margin: float) -> None:
    assert tokens.safety_margin(model) == margin


def test_an_estimate_of_news_is_rather_too_high_and_not_twice_the_count() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    assert tokens.count_tokens(text) <= tokens.estimate_tokens(text) <= 2 * tokens.count_tokens(text) + 2
