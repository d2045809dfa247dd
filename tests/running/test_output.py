"""Files are written whole or not at all, however many belong together."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.running.output import whole_files


def test_none_of_several_files_takes_its_place_where_a_later_one_fails(tmp_path: Path) -> None:
    before = tmp_path / "a.md"
    before.write_text("old", encoding="utf-8")

    def pieces() -> Iterator[str]:
        yield "half"
        raise ValueError("no more")

    with suppress(ValueError), whole_files() as write:
        write(before, ("new", "er"))
        write(tmp_path / "b.html", pieces())
    assert {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()} == {"a.md": "old"}


def test_pieces_become_one_file_and_a_folder_in_its_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "b.html").mkdir()
    with whole_files(make_folders=True) as write:
        write(tmp_path / "new" / "a.md", ("one ", "two"))
    assert (tmp_path / "new" / "a.md").read_text(encoding="utf-8") == "one two"
    with pytest.raises(UsageError, match=r"b\.html cannot be written: it is a folder"), whole_files() as write:
        write(tmp_path / "b.html", ("x",))
