"""Patterns that are compiled when they are first asked for do what compiled ones do."""

import re
import subprocess
import sys

import pytest

from assistant.patterns import compile_late


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("match", ("12 of 17",)),
        ("match", ("of 17", 3)),
        ("search", ("of 17",)),
        ("fullmatch", ("a17", 1)),
        ("findall", ("12 of 17",)),
        ("split", ("12 of 17",)),
        ("sub", ("#", "12 of 17")),
    ],
)
def test_each_method_gives_what_a_compiled_pattern_gives(method: str, arguments: tuple[object, ...]) -> None:
    late, compiled = compile_late(r"\d+"), re.compile(r"\d+")
    for _ in range(2):  # the first call compiles
        given, wanted = getattr(late, method)(*arguments), getattr(compiled, method)(*arguments)
        assert given == wanted if not isinstance(wanted, re.Match) else given.span() == wanted.span()


def test_matches_are_found_one_by_one_and_flags_count() -> None:
    late = compile_late("[a-z]+", re.IGNORECASE)
    assert [match[0] for match in late.finditer("One, TWO")] == ["One", "TWO"]
    assert (late.pattern, late.groups) == ("[a-z]+", 0)
    assert late.flags & re.IGNORECASE


def test_a_faulty_pattern_shows_at_its_first_use() -> None:
    late = compile_late("(")
    with pytest.raises(re.error):
        late.search("")


def test_the_check_starts_without_compiling_its_rules_and_with_the_records_it_needs() -> None:
    code = (
        "import re, sys\n"
        "compiled = []\n"
        "compile_now = re.compile\n"
        "re.compile = lambda source, flags=0: compiled.append(source) or compile_now(source, flags)\n"
        "import assistant.figures\n"
        "assert not [source for source in compiled if any('一' <= c <= '龥' for c in str(source))], compiled\n"
        "records = {name for name in sys.modules if name.startswith('assistant.records.')}\n"
        "assert records <= {f'assistant.records.{name}' for name in ('record', 'source', 'finding')}, records"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
