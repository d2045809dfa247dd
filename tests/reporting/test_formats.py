"""The formats of a day's files, made here or in another process."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.codec import encode_bytes
from assistant.records import Spending
from assistant.reporting.formats import ENCODED, FORMATS, read_encoded, write_encoded, write_format
from assistant.reporting.result import BRIEFINGS, LAST, SCHEMA, TOGETHER, Result, _write, render_json
from assistant.reporting.seals import make_seals
from assistant.reporting.whole import count_report, view_report
from tests.reporting import samples
from tests.reporting.test_edition import EDITION, STORIES


def test_another_process_writes_the_same_bytes_of_an_encoded_report(tmp_path: Path) -> None:
    report = replace(samples.report(samples.briefed(), samples.briefed()), edition=EDITION, stories=STORIES)
    view = view_report(report)
    before = replace(report, edition=replace(EDITION, glance=(), glance_note=""), spending=Spending(7))
    (tmp_path / ENCODED).write_bytes(encode_bytes(before))
    read_encoded(tmp_path)
    write_encoded(tmp_path, replace(report, briefings=()), FORMATS)
    for ending in FORMATS:
        assert (tmp_path / ending).read_bytes().decode() == "".join(write_format(view, ending))


@pytest.mark.parametrize("items", [0, 1, TOGETHER, TOGETHER + 1])
def test_json_written_by_blocks_is_that_of_the_whole(items: int) -> None:
    briefing = samples.briefed()
    report = replace(samples.report(*[briefing] * items), title=f"{BRIEFINGS} {LAST}", edition=EDITION)
    result = Result(SCHEMA, report.is_whole, count_report(report), report, make_seals(report))
    assert render_json(report) == _write(result) + "\n"
