"""Other terminal programs for the reader's bench, each in an environment of its own under ``.venv-peers``."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
HOME = ROOT / ".venv-peers"
BESIDE = {"posting": ("tree-sitter<0.26",)}  # 0.26.1 ends it with a segmentation fault


class Peer(NamedTuple):
    """A program to start beside ours, and the words by which its first useful frame is known."""

    name: str
    command: tuple[str, ...]
    sign: bytes
    is_textual: bool = True
    key: bytes = b"\x1b[B"
    """One that changes what it shows: of a list, the next entry."""


def find_peers(folder: Path) -> list[Peer]:
    """Those that can be had, installed where need be; what cannot is said in a line.

    Args:
        folder: where they may write, and where the files that they show are put.
    """
    log, feed = folder / "long.log", folder / "feed.xml"
    log.write_text("".join(f"line {number} of the log\n" for number in range(10_000)), encoding="utf-8")
    items = "".join(f"<item><title>item {n}</title><link>http://127.0.0.1/{n}</link></item>" for n in range(100))
    feed.write_text(f'<rss version="2.0"><channel><title>FEED</title>{items}</channel></rss>', encoding="utf-8")
    feeds = "".join(f"file://{feed}?{number}\n" for number in range(40))
    (folder / "urls").write_text(feeds, encoding="utf-8")
    (folder / "requests").mkdir(exist_ok=True)
    wanted = (
        ("posting", ("posting", "--collection", str(folder / "requests")), b"Request", b"\t"),
        ("harlequin", ("harlequin", "--no-download-tzdata", "--locale", "C", ":memory:"), b"Catalog", b"x"),
        ("toolong", ("tl", str(log)), b"of the log", b"\x1b[A"),
    )
    peers = []
    for name, (program, *arguments), sign, key in wanted:
        path = HOME / name / "bin" / program
        if not path.exists() and not _install(name):
            print(f"{name}: could not be installed, left out", file=sys.stderr)
            continue
        peers.append(Peer(name, (str(path), *arguments), sign, key=key))
    newsboat = shutil.which("newsboat")
    if newsboat:
        options = ("-u", str(folder / "urls"), "-c", str(folder / "cache.db"), "-C", "/dev/null")
        peers.append(Peer("newsboat", (newsboat, *options), b"Your feeds", is_textual=False))
    else:
        print("newsboat: not on this machine (apt install newsboat), left out", file=sys.stderr)
    return peers


def _install(name: str) -> bool:
    """Install one into an environment of its own: their requirements exclude each other."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    home, python = HOME / name, str(HOME / name / "bin" / "python")
    if uv:
        commands = [
            [uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(home)],
            [uv, "pip", "install", "--quiet", "--python", python, name, *BESIDE.get(name, ())],
        ]
    else:
        commands = [
            [sys.executable, "-m", "venv", "--clear", str(home)],
            [python, "-m", "pip", "install", "--quiet", name, *BESIDE.get(name, ())],
        ]
    return all(subprocess.run(command, check=False).returncode == 0 for command in commands)
