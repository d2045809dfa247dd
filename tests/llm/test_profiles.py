"""Each family of servers is known by its address, and spoken to as it likes."""

from dataclasses import replace
from typing import Any

import pytest

from assistant.errors import SettingsError
from assistant.llm.dialect import first_dialect
from assistant.llm.profiles import Level, find_profile, is_free, is_loopback, load_profiles
from assistant.llm.served import ServedModel, choose_model
from assistant.llm.wire import make_body
from tests.llm.conftest import MakeRequest

ADDRESSES = [
    ("https://api.openai.com/v1", "openai"),
    ("https://eu.api.openai.com/v1", "openai"),
    ("https://api.openai.com.evil.example/v1", "generic"),
    ("https://notapi.openai.com.example/v1", "generic"),
    ("http://127.0.0.1:9931/v1", "llama.cpp"),
    ("http://localhost:8080/v1", "llama.cpp"),
    ("http://[::1]:11434/v1", "ollama"),
    ("http://127.0.0.1:1234/v1", "lm-studio"),
    ("http://127.0.0.1:8000/v1", "vllm"),
    ("http://192.168.1.7:11434/v1", "generic"),
    ("https://openrouter.ai/api/v1", "openrouter"),
    ("https://api.deepseek.com", "deepseek"),
    ("https://dashscope-intl.aliyuncs.com/compatible-mode/v1", "dashscope"),
    ("https://generativelanguage.googleapis.com/v1beta/openai", "gemini"),
    ("http://127.0.0.1:5555/v1", "generic"),
]


@pytest.mark.parametrize(("base_url", "name"), ADDRESSES)
def test_an_address_tells_the_family(base_url: str, name: str) -> None:
    assert find_profile(base_url).name == name


def test_a_family_can_be_named_and_a_wrong_name_is_told() -> None:
    assert find_profile("http://127.0.0.1:5555/v1", name="vllm").name == "vllm"
    with pytest.raises(SettingsError) as caught:
        find_profile("http://h/v1", name="vlm")
    assert "vllm" in caught.value.advice


@pytest.mark.parametrize(
    ("base_url", "loopback"),
    [("http://127.0.0.1/v1", True), ("http://127.8.8.8/v1", True), ("http://localhost:1/v1", True),
     ("http://[::1]:1/v1", True), ("http://localhost.evil.example/v1", False), ("http://10.0.0.1/v1", False)],
)  # fmt: skip
def test_loopback_is_this_machine_and_nothing_else(base_url: str, loopback: bool) -> None:
    assert is_loopback(base_url) is loopback


@pytest.mark.parametrize(
    ("name", "base_url", "model", "free"),
    [
        ("ollama", "http://127.0.0.1:11434/v1", "qwen3:4b", True),
        ("ollama", "http://127.0.0.1:11434/v1", "gpt-oss:120b-cloud", False),
        ("ollama", "http://192.168.1.7:11434/v1", "qwen3:4b", False),
        ("generic", "http://127.0.0.1:4000/v1", "gpt-4o", False),
        ("openai", "http://127.0.0.1:4000/v1", "gpt-4o", False),
    ],
)
def test_only_what_runs_on_this_machine_is_free(name: str, base_url: str, model: str, free: bool) -> None:
    assert is_free(load_profiles()[name], base_url, model) is free


BODIES: list[tuple[str, dict[str, Any], set[str]]] = [
    # family, what its body holds, what it does not hold
    ("openai", {"max_completion_tokens": 200}, {"max_tokens", "temperature", "seed", "schema-in-prompt"}),
    ("llama.cpp", {"max_tokens": 200, "seed": 3, "cache_prompt": True, "schema-in-prompt": True}, {"prompt_cache_key"}),
    ("ollama", {"max_tokens": 200, "temperature": 0.2}, {"max_completion_tokens"}),
    ("lm-studio", {"max_tokens": 200}, {"seed"}),
    ("deepseek", {"response_format": {"type": "json_object"}, "schema-in-prompt": True}, set()),
    ("dashscope", {"enable_thinking": False, "schema-in-prompt": True}, {"seed"}),
    ("gemini", {"max_tokens": 200}, {"temperature"}),
]


@pytest.mark.parametrize(("family", "holds", "lacks"), BODIES)
def test_each_family_gets_the_arguments_that_it_takes(
    family: str, holds: dict[str, Any], lacks: set[str], make_request: MakeRequest
) -> None:
    profile, request = load_profiles()[family], make_request()
    body = make_body(request, profile, first_dialect(profile), model="m", attempt=3)
    body["schema-in-prompt"] = True if request.schema in body["messages"][0]["content"] else None
    assert {key: body[key] for key in holds} == holds
    assert not {key for key in lacks if body.get(key) is not None}


def test_a_server_may_carry_the_schema_in_json_object(make_request: MakeRequest) -> None:
    profile = load_profiles()["llama-cpp-python"]
    body = make_body(make_request(), profile, first_dialect(profile), model="m", attempt=1)
    assert body["response_format"]["type"] == "json_object"
    assert body["response_format"]["schema"]["required"] == ["english"]


def test_the_word_json_stands_in_the_prompt_below_the_first_rung(make_request: MakeRequest) -> None:
    for profile in load_profiles().values():
        for level in (Level.OBJECT, Level.PROMPT):
            dialect = replace(first_dialect(profile), level=level)
            body = make_body(make_request(), profile, dialect, model="m", attempt=1)
            assert "JSON" in body["messages"][0]["content"]


def test_the_beginning_is_the_same_for_every_chunk_so_that_it_can_be_cached(make_request: MakeRequest) -> None:
    profile = load_profiles()["openai"]
    bodies = [make_body(make_request(u), profile, first_dialect(profile), model="m", attempt=1) for u in ("a", "b")]
    assert bodies[0]["messages"][0] == bodies[1]["messages"][0]
    assert bodies[0]["prompt_cache_key"] == bodies[1]["prompt_cache_key"]
    assert len(bodies[0]["prompt_cache_key"]) <= 64


LLAMA = ServedModel("real.gguf", 4096, "llamacpp")


@pytest.mark.parametrize(
    ("served", "wanted", "named", "chosen"),
    [
        ((), "m", False, ServedModel("m")),
        ((ServedModel("a"),), "m", False, ServedModel("a")),
        ((ServedModel("a"),), "m", True, ServedModel("m")),
        ((ServedModel("a"), ServedModel("m", 99)), "m", False, ServedModel("m", 99)),
        ((ServedModel("a"), ServedModel("text-embed")), "m", False, ServedModel("a")),
        ((LLAMA,), "whatever", True, LLAMA),  # it answers to any name: its answers go under its own
    ],
)
def test_the_model_that_is_asked(
    served: tuple[ServedModel, ...], wanted: str, named: bool, chosen: ServedModel
) -> None:
    assert choose_model(served, wanted, named=named, server="s") == chosen
