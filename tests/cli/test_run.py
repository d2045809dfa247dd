"""``briefing run`` as its users meet it: what is printed, what is stored, and the exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.reporting import read_json
from tests.test_pipeline import PAGE


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_and_version_import_nothing_heavy(arguments: list[str]) -> None:
    script = (
        "import sys\nfrom assistant.cli import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit as stopped:\n    assert stopped.code == 0\n"
        "heavy = {'openai', 'textual', 'pydantic', 'rich', 'tiktoken', 'sqlite3'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


def test_without_a_model_it_says_how_to_get_one_and_gives_the_source_in_figures(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("run", str(page)) == 1
    printed = capsys.readouterr()
    assert "No model is configured" in printed.err
    assert "OPENAI_API_KEY" in printed.err
    assert "3 items" in printed.out


def test_source_only_on_purpose_is_all_well(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("run", "--no-model", str(page)) == 0
    assert "No model" not in capsys.readouterr().err


def test_the_whole_result_is_written_as_json_and_reads_back(page: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    assert run("run", "--no-model", str(page), "--json", str(path)) == 0
    report = read_json(path.read_text(encoding="utf-8"))
    assert len(report.briefings) == 3
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".part")] == []


def test_json_on_standard_output_is_nothing_but_json(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("run", "--no-model", str(page), "--json", "-") == 0
    json.loads(capsys.readouterr().out)


def make_inputs(folder: Path) -> dict[str, Path]:
    made = {name: folder / name for name in ("missing.txt", "empty.txt", "folder", "picture.png", "garbled.txt")}
    made["empty.txt"].write_bytes(b"")
    made["folder"].mkdir()
    made["picture.png"].write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    made["garbled.txt"].write_bytes(bytes([0x81, 0xFF, 0xFE, 0xA0, 0x80, 0xFF, 0xC1]) * 200)
    return made


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt", "folder", "picture.png", "garbled.txt"])
def test_wrong_input_gets_one_clear_line_and_status_2(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("run", "--no-model", str(make_inputs(tmp_path)[name])) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    first, *advice = printed.err.strip().splitlines()
    assert name in first
    assert len(advice) <= 1
    assert "Traceback" not in printed.err


def test_one_bad_dump_among_good_ones_is_listed_and_the_others_are_done(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("run", "--no-model", str(tmp_path / "missing.txt"), str(page)) == 1
    assert "missing.txt" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["run"],
        ["nothing"],
        ["run", "--nothing", "x"],
        ["run", "x", "--as-of", "soon"],
        ["run", "x", "--as-of", "9999-12-31"],
        ["run", "x", "--as-of", "0001-01-01"],
        ["run", "x", "--base-url", "x"],
    ],
)
def test_wrong_use_is_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_result_that_cannot_be_written_is_named(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("run", "--no-model", str(page), "--json", str(tmp_path / "no" / "out.json")) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_same_page_twice_is_told_as_one_story_with_two_sources(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again, result = tmp_path / "again.txt", tmp_path / "result.json"
    again.write_text(PAGE + "\n", encoding="utf-8")
    assert run("run", "--no-model", "--json", str(result), str(page), str(again)) == 0
    report = read_json(result.read_text(encoding="utf-8"))
    half = len(report.briefings) // 2
    assert [story.items for story in report.stories] == [(n, n + half) for n in range(half)]
    assert f"one story: outlet not given (items 1, {half + 1})" in capsys.readouterr().out


def test_a_story_names_every_item_of_an_outlet_that_has_it_on_several_pages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = [tmp_path / f"{number}.txt" for number in range(3)]
    for number, path in enumerate(pages):
        path.write_text(PAGE + "\n" * number, encoding="utf-8")
    result = tmp_path / "result.json"
    assert run("run", "--no-model", "--json", str(result), *map(str, pages)) == 0
    first, *others = read_json(result.read_text(encoding="utf-8")).stories[0].items
    assert first == 0
    assert len(others) == 2
    told = f"one story: outlet not given (items 1, {others[0] + 1}, {others[1] + 1})"
    assert told in " ".join(capsys.readouterr().out.split())


def test_a_run_of_one_text_pays_for_no_extractor_and_no_numpy(page: Path) -> None:
    script = (
        "import sys\nfrom assistant.cli import main\n"
        f"try:\n    main(['run', '--no-model', {str(page)!r}])\n"
        "except SystemExit as stopped:\n    assert not stopped.code\n"
        "heavy = {'numpy', 'scipy', 'datasketch', 'trafilatura', 'lxml'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


def test_no_program_that_we_start_takes_a_module_from_the_folder_in_which_the_user_is(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('a dump was run')\n", encoding="utf-8")
    script = (
        "import sys; sys.argv[1:] = ['--version']; sys.path.remove('')\nfrom assistant.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    import subprocess\n"
        "    sys.exit(subprocess.run([sys.executable, '-m', 'assistant', 'days']).returncode)"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, cwd=tmp_path)
    assert "a dump was run" not in done.stderr
    assert done.returncode == 0, done.stderr
