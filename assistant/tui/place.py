"""What the user likes, and where he was when he left: what the first frame depends on."""

import json
from dataclasses import asdict, field
from pathlib import Path

from assistant.records.record import record

STATE_NAME = "reader.json"


@record
class Preferences:
    """What the settings file says of the reader."""

    theme: str = ""
    plain_signs: bool = False
    keys: dict[str, str] = field(default_factory=dict)


@record
class Place:
    """Where the user was, and in which light."""

    briefing: str = ""
    stop: str = ""
    mode: str = ""
    theme: str = ""
    reading: bool = False
    top: list[object] = field(default_factory=list)
    """What stood on the top line of the page, as ``Sheet.top`` tells it."""
    over: str = ""
    """What the settings said of the light then: once they say otherwise, they count again."""


def load_place(folder: Path) -> Place:
    """Where the user was; a file that is missing or damaged counts as none."""
    try:
        saved = json.loads((folder / STATE_NAME).read_text(encoding="utf-8"))
        return Place(**{k: v for k, v in saved.items() if isinstance(v, type(getattr(Place(), k)))})
    except (OSError, ValueError, TypeError, AttributeError):
        return Place()


def save_place(folder: Path, place: Place) -> None:
    """Remember where the user is. A disk that is full must not keep him from leaving."""
    try:
        (folder / STATE_NAME).write_text(json.dumps(asdict(place)) + "\n", encoding="utf-8")
    except OSError:
        return
