"""Patterns that are compiled when they are first asked for do what compiled ones do."""

import json
import marshal
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

import assistant.figures  # noqa: F401 - its patterns are looked at
from assistant.folding import fold
from assistant.patterns import compile_late, keep_patterns, patterns_of
from assistant.patterns.kept import KeptPatterns

TOLD = (
    "7.1 percent, short of the 6.3 percent expected", "80,000 a decade ago, fell below 95,000",
    "reduced the number of its plants from 17 to 10", "560 more tankers, to bring the total to 118",
    "32 percent, two points more than the 20 percent proposed", "up from 5.2", "45 ships. Of the ships, 12",
    "12 of which", "10 out of the 12", "did not fall below 40", "two second-prize winners", "20 minutes past midnight",
    "每股派息9仙", "毛。", "一打鸡蛋", "平均风速每秒12米", "兑1.08", "直落两盘", "被判有期徒刑3年", "3又5分之2",
    "距今3亿年", "不可超过5天", "指数为52.1", "总计85人", "12甲线", "0912***345", "三七分账", "及上升1.8个百分点",
)  # fmt: skip
"""Something for each rule that needs a word."""


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
        ("subn", ("#", "12 of 17")),
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


LATE = compile_late("[bc]+")


def test_a_compiled_pattern_takes_the_place_of_the_late_one_in_its_module() -> None:
    late = LATE
    assert late.search("abc") is not None
    assert type(LATE) is re.Pattern
    assert late.search("abc") is not None  # whoever had it before goes on with it


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


def test_a_pattern_that_needs_a_word_is_not_compiled_before_a_text_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []

    def compile_seen(_patterns: KeptPatterns, source: str, flags: int) -> re.Pattern[str]:
        compiled.append(source)
        return re.compile(source, flags)

    monkeypatch.setattr(KeptPatterns, "compile", compile_seen)
    late = compile_late(r"\s(?:half|quarter)\spast", re.IGNORECASE, needs="half quarter", within=9)
    assert late.match("at one o'clock", 2) is None
    assert late.search("one past") is None
    assert late.search("at half past", 0, 7) is None
    assert late.fullmatch("at Half past", 2, 4) is None
    assert compiled == [r"\s(?:half|quarter)\spast"]  # the half that ends at 7 is there, and is not past
    for found in (late.match("at Half past", 2), late.search("at half past"), late.fullmatch("at half past", 2)):
        assert found is not None
        assert found.end() == 12
    assert late.match("two past", 3) is None
    assert len(compiled) == 1


def _needing() -> list[Any]:
    """The patterns of the figures that need a word."""
    modules = [module for name, module in sys.modules.items() if name.startswith("assistant.figures.")]
    values = [each for module in modules for value in vars(module).values() for each in _flat(value)]
    return [*{id(value): value for value in values if hasattr(value, "_needs")}.values()]


def _flat(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def test_what_a_rule_needs_stands_in_all_that_it_matches() -> None:
    rules = _needing()
    assert len(rules) > 20
    lines = (Path(__file__).parent / "figures" / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [*TOLD, *(text for line in lines[::12] for text in json.loads(line).values() if isinstance(text, str))]
    hits = 0
    for rule in rules:
        plain = re.compile(rule.pattern, rule._flags)
        for text in texts:
            folded = fold(text)
            found = [*plain.finditer(folded)]
            for match in found:
                fresh = compile_late(rule.pattern, rule._flags, needs=" ".join(rule._needs), within=rule._within)
                again = fresh.match(folded, match.start()) if rule._within else fresh.search(folded, *match.span())
                assert again is not None, (rule.pattern, match)
            hits += len(found)
    assert hits > len(TOLD)


# -------------------------------------------------------------------------------------------- what is kept


def _sealed(payload: bytes) -> bytes:
    return crc32(payload).to_bytes(4, "big") + payload


def _content(folder: Path) -> Any:
    return marshal.loads((folder / "patterns").read_bytes()[4:])


@pytest.fixture(autouse=True)
def _bytecode_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


SOURCES = (
    (r"(?P<year>\d{4})年(?:(?P<month>\d+)月)?", 0), ("[萬億兆]+|[百千]", 0), (r"\bper\s?cent\b", re.IGNORECASE),
    (r"(?i:a)(b)?(?<=b)|^x$", re.MULTILINE), (r"(?<!\d)([0-9]{1,3})(?>(?:,\1)*)", re.VERBOSE | re.DOTALL),
)  # fmt: skip
TEXTS = ("2025年11月", "85億3千萬", "12 Per cent, per  cent", "ab\nx\nA", "123,123,1")


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_kept_pattern_finds_what_a_compiled_one_finds(tmp_path: Path, source: str, flags: int) -> None:
    first = KeptPatterns(str(tmp_path / "patterns"))
    first.compile(source, flags)
    first.write()
    kept, compiled = KeptPatterns(str(tmp_path / "patterns")).compile(source, flags), re.compile(source, flags)
    assert (kept.flags, kept.groups, kept.groupindex) == (compiled.flags, compiled.groups, compiled.groupindex)
    for text in TEXTS:
        assert [(m.span(), m.groups(), m.lastgroup) for m in kept.finditer(text)] == [
            (m.span(), m.groups(), m.lastgroup) for m in compiled.finditer(text)
        ]


def test_what_is_kept_is_not_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = KeptPatterns(str(tmp_path / "patterns"))
    first.compile("[萬億]", 0)
    first.write()
    monkeypatch.setattr("assistant.patterns.kept._translate", lambda *_: pytest.fail("compiled again"))
    assert KeptPatterns(str(tmp_path / "patterns")).compile("[萬億]", 0).match("億")


def test_each_process_adds_to_the_file(tmp_path: Path) -> None:
    one, other = (KeptPatterns(str(tmp_path / "patterns")) for _ in range(2))
    one.compile("a", 0)
    other.compile("b", 0)
    one.write()
    other.write()
    kept = _content(tmp_path)[1]
    assert set(kept) == {("a", 0), ("b", 0)}
    assert [path.name for path in tmp_path.iterdir()] == ["patterns"]


def test_a_command_that_needs_few_reads_a_file_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {part: KeptPatterns(str(tmp_path / f"{part}patterns")) for part in ("", "few")}
    monkeypatch.setattr("assistant.patterns.our_patterns", lambda part="": files[part])
    with patterns_of("few"):
        assert compile_late("[萬億]").match("億")
    assert compile_late("[百千]").match("百")
    keep_patterns()
    assert [set(KeptPatterns(files[part].path)._codes) for part in files] == [{("[百千]", 0)}, {("[萬億]", 0)}]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 9,
        b"not marshal",
        _sealed(marshal.dumps(7)),
        _sealed(marshal.dumps((1, {}))),
        _sealed(marshal.dumps((1, 2, 3))),
    ],
)
def test_a_broken_file_is_no_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "patterns").write_bytes(content)
    assert KeptPatterns(str(tmp_path / "patterns")).compile("[萬億]", 0).match("億")


@pytest.mark.parametrize("code", [(), (0, b"", 0, {}, ()), (0, b"\xff" * 8, 0, {}, (None,)), 7, "abcde"])
def test_broken_code_is_compiled_anew(tmp_path: Path, code: object) -> None:
    first = KeptPatterns(str(tmp_path / "patterns"))
    first.compile("x", 0)
    first.write()
    version, _ = _content(tmp_path)
    (tmp_path / "patterns").write_bytes(_sealed(marshal.dumps((version, {("[萬億]", 0): code}))))
    second = KeptPatterns(str(tmp_path / "patterns"))
    assert second.compile("[萬億]", 0).match("億")
    second.write()
    assert _content(tmp_path)[1]["[萬億]", 0] != code


def test_a_damaged_byte_is_seen(tmp_path: Path) -> None:
    first = KeptPatterns(str(tmp_path / "patterns"))
    first.compile("[萬億]", 0)
    first.write()
    content = bytearray((tmp_path / "patterns").read_bytes())
    place = content.rindex("億".encode())
    content[place : place + 3] = "兆".encode()
    (tmp_path / "patterns").write_bytes(content)
    assert KeptPatterns(str(tmp_path / "patterns"))._codes == {}


def test_where_no_bytecode_is_written_no_pattern_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    patterns = KeptPatterns(str(tmp_path / "patterns"))
    assert patterns.compile("[萬億]", 0).match("億")
    patterns.write()
    assert not any(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    patterns = KeptPatterns(str(tmp_path / "file" / "patterns"))
    assert patterns.compile("a", 0).match("a")
    patterns.write()


def test_another_python_is_asked_to_compile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def other(*_: object) -> object:
        raise AttributeError("_code")

    monkeypatch.setattr("assistant.patterns.kept._translate", other)
    assert KeptPatterns(str(tmp_path / "patterns")).compile("[萬億]", 0).match("億")


def test_a_file_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.patterns.kept.MOST", 2)
    for word in "abcd":
        patterns = KeptPatterns(str(tmp_path / "patterns"))
        patterns.compile(word, 0)
        patterns.write()
    kept = _content(tmp_path)[1]
    assert set(kept) <= {("c", 0), ("d", 0)}
    assert ("d", 0) in kept


def test_a_draft_that_cannot_take_its_place_is_not_left_behind(tmp_path: Path) -> None:
    (tmp_path / "patterns").mkdir()  # a file cannot replace it
    patterns = KeptPatterns(str(tmp_path / "patterns"))
    patterns.compile("a", 0)
    patterns.write()
    assert [path.name for path in tmp_path.iterdir()] == ["patterns"]


def test_what_a_pattern_needs_is_kept_and_taken_for_no_pattern(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = KeptPatterns(str(tmp_path / "patterns"))
    assert first.need("ab|ac", 0) == {"ab", "ac"}
    first.compile("ab|ac", 0)
    first.write()
    monkeypatch.setattr("assistant.patterns.pieces.need_pieces", lambda *_: pytest.fail("asked again"))
    again = KeptPatterns(str(tmp_path / "patterns"))
    assert again.need("ab|ac", 0) == {"ab", "ac"}
    assert again.compile("ab|ac", 0).fullmatch("ac")


# -------------------------------------------------------------------------------------------- older Pythons


def test_no_group_is_repeated_possessively() -> None:
    """Python before 3.11.5 goes on behind what such a group did not match (gh-106052); `(?>...)` is right there."""
    sources = (Path(__file__).parent.parent / "assistant").rglob("*.py")
    possessive = re.compile(r"\)(?:[*+?]|\{{1,2}[0-9,]+\}{1,2})\+")
    assert possessive.search(r"(?:,[0-9]{3})*+")
    assert possessive.search("(?:a){1,2}+")
    told = [f"{path}: {line}" for path in sources for line in path.read_text().splitlines() if possessive.search(line)]
    assert not told
