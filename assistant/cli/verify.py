"""``briefing verify RESULT.json [SOURCE...]``: check a written result again, with no model and no network."""

import json
from collections.abc import Iterable
from pathlib import Path

import click

from assistant.cli.terminal import echo
from assistant.errors import BriefingError, NotFoundError, ReadingError, UsageError
from assistant.inert import clean_line
from assistant.reading import read_dumps
from assistant.records import Dump, Problem
from assistant.reporting import json_schema, read_result
from assistant.reporting.result import Result
from assistant.reporting.wording import plural
from assistant.verifying import are_seals_whole, verify_keys, verify_result

LARGEST_RESULT_BYTES = 200_000_000

UNSEALED = "as the checks find it; the file has no seals, so its costs, clocks and hashes are held against nothing"

OTHERWISE = "its seals are whole, but this version finds otherwise: another version wrote it, or it was sealed anew"


def _print_schema(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        echo(json.dumps(json_schema(), indent=1))
        context.exit()


@click.command("verify")
@click.argument("result", metavar="RESULT.json")
@click.argument("sources", nargs=-1, metavar="[SOURCE...]")
@click.option("--encoding", help="What the sources are encoded in, if that was said when they were briefed.")
@click.option(
    "--schema",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_schema,
    help="Print the JSON schema of results, and check nothing.",
)
def command(result: str, sources: tuple[str, ...], encoding: str | None) -> int:
    """Run all checks on a written result again; with its SOURCE also compare the items.

    Exit status: 0 everything is as it was written; 1 something was edited, or this version of the checks finds
    otherwise, and is named; 2 wrong use.
    """
    text = _read_file(result)
    written = _read_result(text, result)
    report = written.report
    dumps = _read_sources(sources, encoding)
    strange = list(verify_keys(text, written))
    differences = [*strange, *verify_result(written, dumps=dumps)]
    for difference in differences:
        echo(clean_line(f"{difference.briefing}, {difference.where}: {difference.message}"))
    checked = sum(briefing.figures_checked for briefing in report.briefings)
    if differences:
        is_checked = not strange and all(difference.where != "source" for difference in differences)
        said = OTHERWISE if is_checked and are_seals_whole(written) else "not as it was written"
        echo(f"{result}: {said} ({plural(len(differences), 'difference')})", err=True)
        return 1
    against = "the source" if dumps else "the item texts it holds"
    held = f"{plural(len(report.briefings), 'item')}, {plural(checked, 'figure')} checked again against {against}"
    echo(f"{result}: {held}; {'all as written' if written.seals else UNSEALED}")
    return 0


def _read_file(path: str) -> bytes:
    file = Path(path)
    try:
        if file.stat().st_size > LARGEST_RESULT_BYTES:
            raise ReadingError(path, f"is larger than {LARGEST_RESULT_BYTES:,} bytes")
        return file.read_bytes()
    except FileNotFoundError:
        raise NotFoundError(path, "does not exist") from None
    except OSError as error:
        raise ReadingError(path, f"cannot be read: {error.strerror}") from None


def _read_result(text: bytes, path: str) -> Result:
    try:
        return read_result(text)
    except UsageError:
        raise
    except BriefingError as error:
        raise BriefingError(f"{path}: {error.message}", advice=error.advice) from error


def _read_sources(sources: Iterable[str], encoding: str | None) -> list[Dump]:
    """The texts of the sources. What cannot be read is named on standard error.

    Raises:
        UsageError: none of them can be read: nothing would be held against its source.
    """
    found = [entry for source in sources for entry in read_dumps(source, encoding=encoding)]
    dumps = [entry for entry in found if isinstance(entry, Dump)]
    problems = [entry for entry in found if isinstance(entry, Problem)]
    for problem in problems:
        echo(f"briefing: {problem.message}", err=True)
    if problems and not dumps:
        raise UsageError("no SOURCE could be read: nothing was verified")
    return dumps
