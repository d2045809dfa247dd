"""The formats of a day's files, made here or in another process."""

from dataclasses import replace

from assistant.codec import encode_bytes
from assistant.reporting.formats import FORMATS, render_encoded, write_format
from assistant.reporting.whole import view_report
from tests.reporting import samples
from tests.reporting.test_edition import EDITION, STORIES


def test_another_process_makes_the_same_bytes_of_an_encoded_report() -> None:
    report = replace(samples.report(samples.briefed(), samples.briefed()), edition=EDITION, stories=STORIES)
    view = view_report(report)
    assert render_encoded(encode_bytes(report), FORMATS) == {
        ending: "".join(write_format(view, ending)) for ending in FORMATS
    }
