"""The formats of a day's files, made here or in another process."""

from dataclasses import replace
from pathlib import Path

from assistant.codec import encode_bytes
from assistant.reporting.formats import ENCODED, FORMATS, write_encoded, write_format
from assistant.reporting.whole import view_report
from tests.reporting import samples
from tests.reporting.test_edition import EDITION, STORIES


def test_another_process_writes_the_same_bytes_of_an_encoded_report(tmp_path: Path) -> None:
    report = replace(samples.report(samples.briefed(), samples.briefed()), edition=EDITION, stories=STORIES)
    view = view_report(report)
    (tmp_path / ENCODED).write_bytes(encode_bytes(report))
    write_encoded(tmp_path, FORMATS)
    for ending in FORMATS:
        assert (tmp_path / ending).read_bytes().decode() == "".join(write_format(view, ending))
