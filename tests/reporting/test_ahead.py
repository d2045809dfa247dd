"""The items of a report that were written ahead stand in it as they are; nothing else is kept."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.records import Edition, GlanceLine, Spending
from assistant.reporting import FORMATS
from assistant.reporting.ahead import Ahead
from assistant.reporting.formats import write_ahead, write_format
from assistant.reporting.whole import renew_view, view_report
from tests.reporting import samples

DAY = date(2025, 11, 2)


def write_parts(ahead: Ahead, *texts: str) -> list[str]:
    return [ahead.write("md", number, lambda text=text: text) for number, text in enumerate(texts)]  # type: ignore[misc]


def test_what_was_written_ahead_is_not_written_again_and_what_was_not_is() -> None:
    ahead = Ahead()
    ahead.fill([iter(write_parts(ahead, "never kept"))])
    ahead.fill([(text for text in [ahead.write("md", 1, lambda: "one")])])
    assert write_parts(ahead, "zero", "another") == ["zero", "another"]


@pytest.mark.parametrize(("room", "kept"), [(0, 0), (1, 1), (3, 1), (4, 2), (100, 3)])
def test_so_much_is_kept_as_there_is_room_for(room: int, kept: int) -> None:
    ahead = Ahead()
    ahead.fill([(ahead.write("md", number, lambda: "old") for number in range(3))], room)
    assert write_parts(ahead, "new", "new", "new") == ["old"] * kept + ["new"] * (3 - kept)
    assert write_parts(ahead, "newer", "newer", "newer") == ["old"] * kept + ["newer"] * (3 - kept)


@pytest.mark.parametrize("ending", FORMATS)
def test_a_report_takes_its_items_from_what_was_written_ahead(ending: str) -> None:
    before = replace(samples.report(samples.briefed(), samples.briefed()), edition=Edition(day=DAY))
    after = replace(before, edition=Edition(day=DAY, glance=(GlanceLine("Prices rose.", (0,)),)), spending=Spending(3))
    view = view_report(before)
    write_ahead(view, [ending])
    whole = "".join(write_format(renew_view(view, after), ending))
    assert whole == "".join(write_format(view_report(after), ending))
    for place, text in view.ahead._parts.items():
        view.ahead._parts[place] = text[:0] + f"as it was kept: {place[1]}"
    marked = "".join(write_format(renew_view(view, after), ending))
    assert "as it was kept: " in marked
    assert "Prices rose." in marked
    assert len(marked) < len(whole)
