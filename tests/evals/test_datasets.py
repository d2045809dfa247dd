"""The datasets are what the evals say they are: whole, free of repetitions, with spans that fit."""

from collections import Counter
from pathlib import Path

import pytest

from evals.cases import (
    DATASETS,
    DatasetError,
    PairCase,
    ReadingCase,
    SlipCase,
    load_pairs,
    load_readings,
    load_slips,
)

KINDS = {
    "basis points",
    "count",
    "date",
    "duration",
    "fraction",
    "identifier",
    "measure",
    "money",
    "multiple",
    "ordinal",
    "percent",
    "percentage points",
    "score",
    "time",
    "vague",
}
APPROXIMATIONS = {"", "about", "over", "under", "nearly", "at least", "up to"}


def all_cases() -> list[ReadingCase | PairCase | SlipCase]:
    return [*load_readings(), *load_pairs(), *load_slips()]


def test_there_are_enough_cases_and_most_of_them_are_traditional_chinese() -> None:
    counts = Counter(case.language for case in all_cases())
    assert counts.total() >= 400
    assert counts["zh-Hant"] == max(counts.values())
    assert min(counts[language] for language in ("zh-Hans", "ja")) >= 100


def test_ids_are_unique_over_all_datasets() -> None:
    ids = Counter(case.id for case in all_cases())
    assert [id_ for id_, n in ids.items() if n > 1] == []


def test_no_text_is_used_twice() -> None:
    texts = Counter([c.text for c in load_readings()])
    pairs = Counter([(c.source, c.english) for c in load_pairs()] + [(c.source, c.right) for c in load_slips()])
    assert [t for t, n in (texts + pairs).items() if n > 1] == []


def test_each_label_of_a_reading_is_of_a_known_kind_and_has_a_value() -> None:
    for case in load_readings():
        for label in case.figures:
            assert label.kind in KINDS, case.id
            assert label.approximation in APPROXIMATIONS, case.id
            assert label.value, case.id


def test_each_label_of_a_pair_stands_in_its_text() -> None:
    for case in load_pairs():
        assert case.figures is not None, case.id
        for source, english in case.figures:
            assert all(part in case.source for part in source.split(" + ")), case.id
            assert english in case.english, case.id


def test_a_slip_differs_from_the_right_english_only_where_it_says() -> None:
    for case in load_slips():
        assert case.english != case.right, case.id
        if case.wrong is None:
            continue
        start, end = case.wrong
        assert 0 <= start < end <= len(case.english), case.id
        assert case.right.startswith(case.english[:start]), case.id
        assert case.right.endswith(case.english[end:]), case.id


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "is not JSON"),
        ("[1]", "is not a JSON object"),
        ('{"id": "x"}', "lacks or garbles a field"),
        ('{"id": "x", "source": "a", "english": "b", "date": "2025-13-01"}', "lacks or garbles a field"),
    ],
)
def test_a_broken_line_is_named_by_file_and_number(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"id": "1", "source": "a", "english": "b"}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(DatasetError, match=rf"pairs\.jsonl line 2 {message}"):
        load_pairs(path)


def test_a_label_that_is_not_in_the_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "figures.jsonl"
    path.write_text(
        '{"id": "1", "language": "ja", "text": "3人", "phenomenon": "x", '
        '"figures": [{"text": "4人", "kind": "count", "value": "4"}]}\n',
        encoding="utf-8",
    )
    with pytest.raises(DatasetError, match="4人 does not stand in the text"):
        load_readings(path)


def test_the_datasets_hold_one_object_a_line_and_end_with_a_line_end() -> None:
    for name in ("figures", "pairs", "slips"):
        text = (DATASETS / f"{name}.jsonl").read_text(encoding="utf-8")
        assert text.endswith("}\n")
        assert "\n\n" not in text
