"""A written result can be checked again by anyone; the first digit that was edited is named."""

import asyncio
import json
import random
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from assistant.cli.demo import run_demo
from assistant.errors import BriefingError, InternalError
from assistant.failing import tell_failure
from assistant.pipeline import Pipeline
from assistant.prompts import load_prompt
from assistant.reading import read_bytes
from assistant.records import Briefing, Edition, GlanceLine, Report, Translation
from assistant.reporting import read_json, read_result, render_json
from assistant.store import open_store
from assistant.verifying import BROKEN, keys, verify_keys, verify_report, verify_result
from tests.cli.test_run import run
from tests.fakes import ScriptedModel
from tests.test_drafting import obey
from tests.test_pipeline import PAGE

CLAIM = {"english": "A claim.", "segments": [-50], "quote": ""}
DUMP = read_bytes(PAGE.encode(), "page.txt")
ENGLISH = "They signed an agreement worth US$8.5 billion."


@pytest.fixture(scope="module")
def report() -> Report:
    pipeline = Pipeline(
        model=ScriptedModel(lambda request: obey(request, summary=ENGLISH)),
        prompt=load_prompt("draft"), chunk_tokens=500, count_tokens=len,
    )  # fmt: skip
    return Report("Test", datetime(2025, 11, 2, tzinfo=UTC), asyncio.run(pipeline.run([DUMP])), model="scripted")


def edit(report: Report, change: Callable[[Briefing], Briefing]) -> Report:
    first, *rest = report.briefings
    return replace(report, briefings=(change(first), *rest))


def test_a_result_as_it_was_written_has_no_difference(report: Report) -> None:
    again = read_json(render_json(report))
    assert list(verify_report(again)) == []
    assert list(verify_report(again, dumps=[DUMP])) == []


def test_an_item_on_which_the_program_failed_is_no_edit_and_taking_out_what_it_says_is(report: Report) -> None:
    """Nothing was worked out for it: that there are no figures is as it was written, and the seal holds the rest."""
    failure = tell_failure(InternalError.of(MemoryError("x")))
    bare = [Briefing(DUMP.name, DUMP.sha256, b.item, failure=failure) for b in report.briefings]
    broken = replace(report, briefings=tuple(bare))
    text = render_json(broken)
    assert [*verify_result(read_result(text))] == []
    edited = text.replace("MemoryError", "no error")
    assert edited != text
    assert [*verify_result(read_result(edited))] != []


def edit_summary(briefing: Briefing) -> Briefing:
    assert briefing.draft
    return replace(briefing, draft=replace(briefing.draft, summary=ENGLISH.replace("8.5", "8.6")))


def edit_translation(briefing: Briefing) -> Briefing:
    assert briefing.draft
    first, *rest = briefing.draft.translations
    new = Translation(first.segment, first.english + " In 1999 it rained.")
    return replace(briefing, draft=replace(briefing.draft, translations=(new, *rest)))


def hide_a_flag(briefing: Briefing) -> Briefing:
    return replace(briefing, findings=tuple(f for f in briefing.findings if not f.verdict.is_flag))


def edit_rendering(briefing: Briefing) -> Briefing:
    first, *rest = briefing.figures
    return replace(briefing, figures=(replace(first, english="US$85 billion"), *rest))


@pytest.mark.parametrize("change", [edit_summary, edit_translation, hide_a_flag, edit_rendering])
def test_an_edit_is_named(report: Report, change: Callable[[Briefing], Briefing]) -> None:
    differences = list(verify_report(edit(report, change)))
    assert differences
    assert all(d.briefing == report.briefings[0].id for d in differences)


def test_an_edited_source_is_named_when_the_source_is_at_hand(report: Report) -> None:
    def change(briefing: Briefing) -> Briefing:
        item = briefing.item
        segments = tuple(replace(s, text=s.text.replace("85億", "86億")) for s in item.segments)
        return replace(briefing, item=replace(item, text=item.text.replace("85億", "86億"), segments=segments))

    differences = list(verify_report(edit(report, change), dumps=[DUMP]))
    assert any(d.where == "source" and "86億" in d.message and "85億" in d.message for d in differences)


def test_the_source_of_one_of_two_dumps_is_enough_and_an_edited_hash_is_named(report: Report) -> None:
    first, *rest = report.briefings
    of_another = replace(first, dump_name="other.txt", dump_sha256="ab" * 32)
    assert list(verify_report(replace(report, briefings=(of_another, *rest)), dumps=[DUMP])) == []
    edited = replace(first, dump_sha256="ab" * 32)
    assert any("hash" in d.message for d in verify_report(replace(report, briefings=(edited, *rest)), dumps=[DUMP]))


def test_another_source_is_refused(report: Report) -> None:
    other = read_bytes((PAGE + "再多一句。\n").encode(), "other.txt")
    assert any("hash" in d.message for d in verify_report(report, dumps=[other]))


def test_on_the_command_line(report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result, source = tmp_path / "out.json", tmp_path / "page.txt"
    result.write_text(render_json(report), encoding="utf-8")
    source.write_text(PAGE, encoding="utf-8")
    assert run("verify", str(result), str(source)) == 0
    result.write_text(render_json(report).replace("8.5 billion.", "8.6 billion."), encoding="utf-8")
    assert run("verify", str(result)) == 1
    assert "8.6 billion" in capsys.readouterr().out


def test_sources_that_cannot_be_read_are_named_and_never_pass_for_read(
    report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result, sources = tmp_path / "out.json", tmp_path / "sources"
    result.write_text(render_json(report), encoding="utf-8")
    sources.mkdir()
    (sources / "page.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert run("verify", str(result), str(sources)) == 2
    shown = capsys.readouterr()
    assert "page.txt is not text: it is a binary file" in shown.err
    assert "no SOURCE could be read: nothing was verified" in shown.err
    assert "as written" not in shown.out
    (sources / "right.txt").write_text(PAGE, encoding="utf-8")
    assert run("verify", str(result), str(sources)) == 0
    shown = capsys.readouterr()
    assert "page.txt is not text: it is a binary file" in shown.err
    assert "against the source; all as written" in shown.out


def test_of_a_result_without_seals_it_is_said_what_is_held_against_nothing(
    report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = json.loads(render_json(report))
    del content["seals"]
    result = tmp_path / "out.json"
    result.write_text(json.dumps(content), encoding="utf-8")
    assert run("verify", str(result)) == 0
    shown = capsys.readouterr().out
    assert "no seals" in shown
    assert "as written" not in shown


def test_the_command_prints_the_published_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("verify", "--schema") == 0
    published = Path(__file__).parents[1] / "docs" / "schemas" / "briefing-2.schema.json"
    assert json.loads(capsys.readouterr().out) == json.loads(published.read_text(encoding="utf-8"))


def break_json(text: str) -> str:
    return text[: len(text) // 2]


def other_version(text: str) -> str:
    content: dict[str, Any] = json.loads(text)
    return json.dumps({**content, "schema": "briefing/99"})


@pytest.mark.parametrize("spoil", [break_json, other_version, lambda _: "", lambda _: "[]", lambda _: "\x00"])
def test_what_is_no_result_is_refused_with_one_line(
    report: Report, spoil: Callable[[str], str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = tmp_path / "out.json"
    result.write_text(spoil(render_json(report)), encoding="utf-8")
    assert run("verify", str(result)) in (1, 2)
    assert "Traceback" not in capsys.readouterr().err


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """One item of the bundled sample with its reply: names, claims, attributions, a wrong figure."""
    folder = tmp_path_factory.mktemp("demo")
    with open_store(folder / "demo.db") as store:
        whole = asyncio.run(run_demo(folder, store))
    return replace(whole, briefings=whole.briefings[2:3], stories=(), conflicts=())


def verify_edited(text: str, at: int, digit: str) -> list[str]:
    """What is found when one digit of a result is another; a result that can be read no more says so as well."""
    try:
        edited = read_result(text[:at] + digit + text[at + 1 :])
    except BriefingError as error:
        return [error.message]
    return [difference.message for difference in verify_result(edited)]


def test_each_of_200_edited_digits_is_found_wherever_it_stands(demo: Report) -> None:
    text, chance = render_json(demo), random.Random(6)
    assert list(verify_result(read_result(text))) == []
    places = chance.sample([match.start() for match in re.finditer("[0-9]", text)], 200)
    missed = [
        text[at - 60 : at + 9]
        for at in places
        if not verify_edited(text, at, chance.choice([d for d in "0123456789" if d != text[at]]))
    ]
    assert missed == []


def test_each_digit_of_the_english_is_named_and_not_merely_sealed(demo: Report) -> None:
    text, chance, count = render_json(demo), random.Random(7), 0
    for line in re.finditer(r'"(?:english|headline|summary|quote|expected|source|surface)": "(.*)"', text):
        digits = [line.start(1) + m.start() for m in re.finditer(r"(?<!\\u)(?<![0-9a-f]{2})[0-9]", line[1])]
        for at in digits[:1]:
            found = verify_edited(text, at, chance.choice([d for d in "0123456789" if d != text[at]]))
            assert found
            assert any(BROKEN not in message for message in found), line[0]
            count += 1
    assert count >= 30


@pytest.mark.parametrize(
    ("path", "value", "where", "says"),
    [
        (("draft", "translations", 0, "segment"), 99, "translation 1", "sentence 100, and the item has"),
        (("draft", "translations", 0, "segment"), -99, "translation 1", "sentence -98, and the item has"),
        (("draft", "claims"), [CLAIM], "claim 1", "it cites sentence -49"),
        (("item", "segments", 1, "index"), 5, "sentence 2", "it says that it is number 6"),
        (("item", "segments", 1, "span"), [0, 9], "sentence 2", "its span is 0-9"),
        (("item", "span"), [0, 7], "source", "the item's span ends at 7"),
        (("item", "headline"), [0, 700], "headline", "lies outside the item"),
        (("terms",), [{"originals": [], "english": []}], "term 1", "it has no original"),
        (("terms",), [{"originals": ["\u3000"], "english": ["Lin"]}], "term 1", "it has no original"),
        (("findings", 0, "source_span"), [3, 4], "headline", "source_span 3-4 instead of"),
        (("dump_sha256",), "0" * 64, "origin", "SHA-256"),
        (("item", "clock", "notes"), ["another day"], "item", "SHA-256"),
    ],
)
def test_what_fits_nowhere_is_named_and_breaks_nothing(
    report: Report, path: tuple[str | int, ...], value: Any, where: str, says: str
) -> None:
    content = json.loads(render_json(report))
    part = content["report"]["briefings"][0]
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    found = list(verify_result(read_result(json.dumps(content))))
    assert any(d.where == where and says in d.message for d in found) or says in " ".join(d.message for d in found)


def test_a_line_of_the_glance_is_held_against_what_it_cites(report: Report) -> None:
    lines = (GlanceLine("They signed an agreement worth US$8.5 billion.", (0,)),)
    edition = Edition(date(2025, 11, 2), glance=lines)
    day = replace(report, edition=edition)
    assert list(verify_report(day)) == []
    for line, says in (
        (replace(lines[0], english="They signed an agreement worth US$8.6 billion."), "carries US$8.6 billion"),
        (replace(lines[0], english="They signed an agreement with Peru."), "names Peru"),
        (replace(lines[0], items=(0, 99)), "cites no item"),
        (replace(lines[0], items=()), "cites no item"),
    ):
        (found,) = verify_report(replace(day, edition=replace(edition, glance=(line,))))
        assert (found.briefing, found.where) == ("report", "at a glance 1")
        assert says in found.message


def test_the_cost_and_the_prompts_are_sealed_and_a_result_without_seals_is_checked_as_before(report: Report) -> None:
    content = json.loads(render_json(report))
    content["report"]["spending"]["calls"] = 7
    assert [d.where for d in verify_result(read_result(json.dumps(content)))] == ["the whole"]
    del content["seals"]
    assert list(verify_result(read_result(json.dumps(content)))) == []
    content["seals"] = [{"part": "report", "sha256": "0"}]
    assert [d.where for d in verify_result(read_result(json.dumps(content)))] == ["the whole", "seals"]


def test_a_changed_summary_is_named_on_the_command_line(
    report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = json.loads(render_json(report))
    content["summary"]["figures"] += 1
    result = tmp_path / "out.json"
    result.write_text(json.dumps(content), encoding="utf-8")
    assert run("verify", str(result)) == 1
    assert "its summary says figures = " in capsys.readouterr().out


NOTE = "72 dead"


@pytest.mark.parametrize(
    ("before", "key"),
    [
        ('"whole":', "note"),
        ('"title":', "report.note"),
        ('"dump_name":', "report.briefings[0].note"),
        ('"english":', "report.briefings[0].figures[0].note"),
        ('"summary": "They', "report.briefings[0].draft.note"),
        ('"source_span":', "report.briefings[0].findings[0].note"),
    ],
)
def test_a_key_that_no_result_has_is_named(report: Report, before: str, key: str) -> None:
    text = render_json(report)
    result = read_result(edited := text.replace(before, f'"note": "{NOTE}", {before}', 1))
    assert edited != text
    assert list(verify_result(result)) == []
    assert [(d.where, d.message) for d in verify_keys(edited, result)] == [(key, keys.UNKNOWN)]


@pytest.mark.parametrize("value", [f'"{NOTE}"', f'{{"x": ["{NOTE}"]}}', "7" * 99, "null"])
def test_a_key_that_stands_twice_is_named_whatever_is_read_of_it(report: Report, value: str) -> None:
    text = render_json(report)
    for before, key in (('"title":', "report.title"), ('"headline":', "report.briefings[0].item.headline")):
        edited = text.replace(before, f"{before} {value}, {before}", 1)
        (found,) = verify_keys(edited, read_result(edited))
        assert (found.where, found.message) == (key, keys.TWICE.format(2))


def test_a_span_that_is_written_as_an_object_is_named(report: Report) -> None:
    content = json.loads(render_json(report))
    start, end = content["report"]["briefings"][0]["item"]["span"]
    content["report"]["briefings"][0]["item"]["span"] = {"start": start, "end": end}
    text = json.dumps(content)
    assert [d.where for d in verify_keys(text, read_result(text))] == ["report.briefings[0].item.span"]


def test_the_keys_of_what_is_written_are_known_and_an_older_result_may_lack_some(report: Report, demo: Report) -> None:
    for each in (report, demo, replace(demo, edition=Edition(date(2025, 11, 2)))):
        text = render_json(each)
        assert list(verify_keys(text, read_result(text))) == []
    content = json.loads(render_json(report))
    del content["seals"], content["report"]["stories"], content["report"]["briefings"][0]["terms"]
    text = json.dumps(content)
    assert list(verify_keys(text, read_result(text))) == []


def test_strange_keys_end_the_command_with_1(
    report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = tmp_path / "out.json"
    result.write_text(render_json(report).replace('"title":', f'"note\\u001b[2J": "{NOTE}", "title":', 1), "utf-8")
    assert run("verify", str(result)) == 1
    shown = capsys.readouterr()
    assert "report.note\ufffd[2J: no result has this key" in shown.out
    assert "not as it was written (1 difference)" in shown.err


def test_what_another_version_wrote_is_not_called_edited(
    demo: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = demo.briefings[0]
    older = replace(demo, briefings=(replace(first, findings=first.findings[1:]), *demo.briefings[1:]))
    result = tmp_path / "out.json"
    result.write_text(render_json(older), "utf-8")
    assert run("verify", str(result)) == 1
    assert "its seals are whole, but this version finds otherwise" in capsys.readouterr().err
    result.write_text(render_json(older).replace(f'"{demo.title}"', '"Another"', 1), "utf-8")
    assert run("verify", str(result)) == 1
    assert "not as it was written" in capsys.readouterr().err


def test_a_figure_of_the_source_that_was_moved_is_told_with_its_place(demo: Report) -> None:
    first = demo.briefings[0]
    moved = replace(first.figures[0], span=first.figures[0].span.shift(1))
    edited = replace(demo, briefings=(replace(first, figures=(moved, *first.figures[1:])), *demo.briefings[1:]))
    (difference,) = verify_report(edited)
    assert f"(at {moved.span.start}-{moved.span.end})" in difference.message
