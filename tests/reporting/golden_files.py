"""Golden files: what a report looks like, byte for byte. ``RENEW_GOLDEN=1 pytest`` writes them anew."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def compare(name: str, text: str, *, folder: Path = FOLDER) -> None:
    """``text`` equals the golden file of this name."""
    path = folder / name
    if os.environ.get("RENEW_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"{name} differs; look at it, then RENEW_GOLDEN=1"
