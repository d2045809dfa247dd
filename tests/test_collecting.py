"""What is stored, as a report: the stories that several of the stored briefings tell are named."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from assistant.collecting import stored_report
from assistant.cutting import cut_items
from assistant.reading import read_dump
from assistant.records import Briefing
from assistant.store import Store, open_store
from tests.store.test_calls import CALL

SAMPLES = Path(__file__).parent / "samples" / "reading"


def _keep(store: Store, name: str) -> list[str]:
    """Source-only briefings of a sample, as a run without a model leaves them."""
    dump = read_dump(SAMPLES / name)
    store.library.save_dump(dump)
    kept = [Briefing(dump.name, dump.sha256, item) for item in cut_items(dump) if item.kind.is_news]
    store.library.start_run(name, title=name, model="", notices=())
    for briefing in kept:
        store.library.save_briefing(briefing, run=name, day=date(2025, 3, 2))
    return [briefing.id for briefing in kept]


def test_the_same_page_stored_twice_is_told_as_one_story_each(tmp_path: Path) -> None:
    with open_store(tmp_path / "briefings.db") as store:
        once, again = _keep(store, "cable.txt"), _keep(store, "cable.big5.txt")
        alone = _keep(store, "reservoir.hans.txt")
        report = stored_report(store)
    told = {frozenset(report.briefings[place].id for place in story.items) for story in report.stories}
    pairs = {frozenset(pair) for pair in zip(once, again, strict=True)}
    assert told == {*pairs, *(frozenset((each,)) for each in alone)}
    assert {briefing.id for briefing in report.briefings} == {*once, *again, *alone}


def test_a_stored_report_says_what_its_briefings_were_asked_and_cost(tmp_path: Path) -> None:
    with open_store(tmp_path / "briefings.db") as store:
        first, *_ = _keep(store, "cable.txt")
        store.calls.of_run("cable.txt").put(CALL)
        briefing = replace(store.library.briefing(first), calls=(CALL.key,))
        store.library.save_briefing(briefing, run="cable.txt", day=date(2025, 3, 2))
        report = stored_report(store)
    assert (report.spending.calls, report.spending.cost_usd) == (1, CALL.cost_usd)
    assert report.spending.usage == CALL.usage
    assert [(prompt.name, prompt.version) for prompt in report.prompts] == [("draft", 1)]
