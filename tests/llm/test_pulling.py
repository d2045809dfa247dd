"""A model file is fetched whole, resumed where it broke off, and refused when it is not the pinned one."""

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from assistant import errors
from assistant.llm.pulling import CatalogueEntry, find_entry, load_catalogue, pull

CONTENT = bytes(range(256)) * 20_000
ENTRY = CatalogueEntry(
    "m", "M", "who/what", "0" * 40, "m.gguf", len(CONTENT), hashlib.sha256(CONTENT).hexdigest(), "MIT"
)


class Hub(BaseHTTPRequestHandler):
    """Serves CONTENT, ranges too; breaks off after ``break_after`` bytes."""

    break_after: int | None = None
    takes_ranges = True
    seen: list[str] = []  # noqa: RUF012 - one server at a time

    def do_GET(self) -> None:
        self.seen.append(self.headers.get("Range", ""))
        if self.path != "/who/what/resolve/" + "0" * 40 + "/m.gguf":
            self.send_error(404)
            return
        wanted = self.headers.get("Range", "bytes=0-") if self.takes_ranges else "bytes=0-"
        start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        if start >= len(CONTENT):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(CONTENT) - start))
        self.end_headers()
        self.wfile.write(CONTENT[start : start + (self.break_after or len(CONTENT))])

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(Hub, "break_after", None)
    monkeypatch.setattr(Hub, "takes_ranges", True)
    Hub.seen.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Hub) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_file_is_fetched_whole_and_progress_is_told(hub: str, tmp_path: Path) -> None:
    seen: list[int] = []
    path = pull(ENTRY, tmp_path / "models", seen.append, hub=hub)
    assert path == tmp_path / "models" / "m.gguf"
    assert path.read_bytes() == CONTENT
    assert seen == sorted(seen)
    assert seen[-1] == len(CONTENT)
    assert [file.name for file in path.parent.iterdir()] == ["m.gguf"]


def test_what_is_there_is_not_fetched_again(hub: str, tmp_path: Path) -> None:
    for _ in range(2):
        pull(ENTRY, tmp_path, lambda _: None, hub=hub)
    assert Hub.seen == [""]


@pytest.mark.parametrize("takes_ranges", [True, False])
def test_a_broken_download_goes_on_where_it_broke_off(
    takes_ranges: bool, hub: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Hub, "break_after", 3_000_000)
    monkeypatch.setattr(Hub, "takes_ranges", takes_ranges)
    with pytest.raises(errors.UnreachableError) as caught:
        pull(ENTRY, tmp_path, lambda _: None, hub=hub)
    assert "again" in caught.value.advice
    assert not (tmp_path / "m.gguf").exists()
    monkeypatch.setattr(Hub, "break_after", None)
    assert pull(ENTRY, tmp_path, lambda _: None, hub=hub).read_bytes() == CONTENT
    assert Hub.seen[1].startswith("bytes=")


def test_a_whole_part_needs_only_its_check(hub: str, tmp_path: Path) -> None:
    (tmp_path / "m.part").write_bytes(CONTENT)
    assert pull(ENTRY, tmp_path, lambda _: None, hub=hub).read_bytes() == CONTENT


def test_another_file_than_the_pinned_one_is_removed(hub: str, tmp_path: Path) -> None:
    with pytest.raises(errors.BriefingError, match="not the pinned file"):
        pull(replace(ENTRY, sha256="0" * 64), tmp_path, lambda _: None, hub=hub)
    assert list(tmp_path.iterdir()) == []


def test_without_room_nothing_is_fetched(hub: str, tmp_path: Path) -> None:
    with pytest.raises(errors.BriefingError, match="has room for"):
        pull(replace(ENTRY, bytes=10**18), tmp_path, lambda _: None, hub=hub)
    assert Hub.seen == []


def test_a_file_that_is_gone_is_told_with_its_address(hub: str, tmp_path: Path) -> None:
    with pytest.raises(errors.UnreachableError, match="HTTP 404"):
        pull(replace(ENTRY, file="other"), tmp_path, lambda _: None, hub=hub)


def test_the_catalogue_pins_every_file() -> None:
    for entry in load_catalogue().values():
        assert len(entry.revision) == 40
        assert len(entry.sha256) == 64
        assert entry.bytes > 10**9
        assert entry.license == "Apache-2.0"
    assert find_entry("local:qwen3-4b") is load_catalogue()["qwen3-4b"]
    with pytest.raises(errors.NoSuchModelError) as caught:
        find_entry("gpt-9")
    assert "qwen3-4b" in caught.value.advice
