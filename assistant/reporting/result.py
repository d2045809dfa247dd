"""The whole result as JSON, for programs: every record, under a versioned schema that is published.

    {"schema": "briefing/2", "summary": {...}, "report": {...}, "seals": [...]}

``report`` is ``records.Report`` as it is, so that all checks can run again on it; ``summary`` counts, for scripts, and
``seals`` are hashes of the parts. The text is safe to stand in a page and in a terminal: hostile characters and ``<``
are written as escapes.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from functools import cache, partial
from typing import Any

from pydantic import TypeAdapter, ValidationError

from assistant.errors import BriefingError
from assistant.inert import HOSTILE, escape
from assistant.patterns import compile_late
from assistant.records import Report
from assistant.reporting.ahead import Ahead
from assistant.reporting.described import describe_fields
from assistant.reporting.seals import Seal, make_seals
from assistant.reporting.whole import Counts, ReportView, count_report

SCHEMA = "briefing/2"
BRIEFINGS, LAST = '"briefings": []', "\n  ]"
"""None of them, and the end of some."""
TOGETHER = 100
"""Briefings that are written at one time."""
_UNSAFE = compile_late(f"{HOSTILE}|[<>&]")
_SCHEMA_NAME = compile_late(r'"schema"\s*:\s*"([^"\\]{1,80})"')


@dataclass(frozen=True, slots=True)
class Result:
    """The envelope."""

    schema: str
    whole: bool
    """Whether nothing failed and nothing was held."""
    summary: Counts
    report: Report
    seals: tuple[Seal, ...] = ()
    """A hash of each part; empty in results of before there were any."""


@cache
def _adapter() -> TypeAdapter[Result]:
    return TypeAdapter(Result)


def dump_result(result: Result) -> dict[str, Any]:
    """A result as the objects, lists and values of JSON: every key that it may have."""
    dumped: dict[str, Any] = _adapter().dump_python(result, mode="json")
    return dumped


def render_json(report: Report) -> str:
    """``report`` as JSON text; the same report gives the same bytes."""
    return "".join(write_json(report))


def write_json(report: Report | ReportView) -> Iterator[str]:
    """The text of ``render_json`` in pieces: a hundred briefings at one time, between what stands around them all."""
    report, ahead = (report.report, report.ahead) if isinstance(report, ReportView) else (report, Ahead())
    around = replace(report, briefings=())
    result = Result(SCHEMA, report.is_whole, count_report(report), around, make_seals(report))
    head, tail = _cut(result)
    bare = Result(SCHEMA, True, Counts(), Report("", report.created, ()))
    before, behind = map(len, _cut(bare))
    own = slice(before + len("["), -behind - len(LAST))
    yield head
    for start in range(0, len(report.briefings), TOGETHER):
        block = replace(bare, report=replace(bare.report, briefings=report.briefings[start : start + TOGETHER]))
        yield "," if start else "["
        yield ahead.write("json", start, partial(_write_part, block, own))
    yield f"{LAST if report.briefings else '[]'}{tail}\n"


def _write_part(result: Result, part: slice) -> str:
    return _write(result)[part]


def _cut(result: Result) -> tuple[str, str]:
    """What stands before and behind the briefings of a result that has none."""
    head, briefings, tail = _write(result).partition(BRIEFINGS)  # in a text its marks would be escaped
    return head + briefings.removesuffix("[]"), tail


def _write(result: Result) -> str:
    return _UNSAFE.sub(escape, _adapter().dump_json(result, indent=1).decode("utf-8"))


def read_json(text: str | bytes) -> Report:
    """The report that ``render_json`` wrote.

    Raises:
        BriefingError: the text is no such result, another version's, or its summary does not fit its report.
    """
    result = read_result(text)
    edited = find_edit(result)
    if edited:
        raise BriefingError(f"the result was changed after it was written: {edited}")
    return result.report


def read_result(text: str | bytes) -> Result:
    """The whole that ``render_json`` wrote, whatever was edited in it.

    Raises:
        BriefingError: the text is no such result, or another version's.
    """
    try:
        result = _adapter().validate_json(text)
    except ValidationError as error:
        raise _unreadable(text, error) from error
    if result.schema != SCHEMA:
        raise _other_version(result.schema)
    return result


def find_edit(result: Result) -> str:
    """The first place where the envelope does not fit what it holds, in words; empty where all fits."""
    if result.whole != result.report.is_whole:
        return f"it says whole = {str(result.whole).lower()}, and its report says otherwise"
    counted, written = asdict(count_report(result.report)), asdict(result.summary)
    for key, count in counted.items():
        if written[key] != count:
            return f"its summary says {key} = {written[key]}, and its report holds {count}"
    return ""


def _unreadable(text: str | bytes, error: ValidationError) -> BriefingError:
    start = text[:200].decode("utf-8", "replace") if isinstance(text, bytes) else text[:200]
    name = _SCHEMA_NAME.search(start)
    if name and name[1] != SCHEMA:
        return _other_version(name[1])
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(map(str, first["loc"])) or "the whole"
    return BriefingError(f"this is no result of briefing: {place}: {first['msg']}")


def _other_version(name: str) -> BriefingError:
    return BriefingError(
        f"this result has the schema {name!r}, and this version of briefing reads {SCHEMA!r}",
        advice="read it with the version of briefing that wrote it",
    )


def json_schema() -> dict[str, Any]:
    """The JSON schema of what ``render_json`` writes; it forbids what this version does not know."""
    schema = _adapter().json_schema(mode="serialization")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = f"A result of briefing ({SCHEMA})"
    schema["properties"]["schema"]["const"] = SCHEMA
    for record in (schema, *schema["$defs"].values()):
        if record.get("type") == "object":
            record["additionalProperties"] = False
    describe_fields(schema)
    return schema
