"""10,000 small briefings, made once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant.records import Dump, Segment, Span, Story, Topic
from assistant.store import Store, open_store
from tests.pages.samples import make_source_only

PARTS = ("稀土", "出口", "管制", "港務局", "土耳其", "鋼鐵", "風電", "Nordstar", "AUKUS", "2031", "土", "稀")
CROWD = 10_000


def crowd_text(number: int) -> str:
    """The text of briefing ``number``: some of the parts, in an order and a mixture of its own."""
    mixed = number * 2_654_435_761 >> 7
    parts = [part for bit, part in enumerate(PARTS) if mixed >> bit & 1]
    return "。".join(parts[number % 5 :] + parts[: number % 5]) + "。"


@pytest.fixture(scope="session")
def crowd_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crowd") / "briefings.db"
    sample = make_source_only()
    with open_store(path) as store:
        store.library._db.write("PRAGMA synchronous = OFF")  # nothing of it is kept
        store.library.start_run("r1", title="crowd", model="")
        for number in range(0, CROWD, 40):
            store.library.save_dump(Dump(f"{number}.txt", "x", f"{number // 40:08x}" * 8, "utf-8"))
        for number in range(CROWD):
            text = crowd_text(number)
            whole = Span(0, len(text))
            item = replace(
                sample.item, index=number % 40, span=whole, text=text, segments=(Segment(0, whole, text),),
                headline=None, outlet=None, age=None, damage=(),
            )  # fmt: skip
            briefing = replace(sample, dump_sha256=f"{number // 40:08x}" * 8, item=item, figures=())
            store.library.save_briefing(briefing, run="r1", day=date(2031, 5, 13) - timedelta(number // 40))
        ids = [f"{(f'{number // 40:08x}' * 2)[:10]}-{number % 40}" for number in range(CROWD)]
        assert store.library.day_of(ids[-1])
        store.stories.keep(ids, [Story((n,), Topic.OTHER) for n in range(CROWD)])  # or the reader would sort them
        store.library.end_run("r1", items=CROWD, problems=(), whole=True)
    return path


@pytest.fixture
def crowd(crowd_file: Path) -> Iterator[Store]:
    with open_store(crowd_file) as store:
        yield store
