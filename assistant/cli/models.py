"""``briefing models``: what can be asked on this machine; ``briefing models pull``: fetch a model for it."""

import asyncio
import shlex
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from rich.cells import cell_len, set_cell_size

from assistant.cli.opening import find_data_folder
from assistant.cli.terminal import echo, echo_json
from assistant.errors import UsageError
from assistant.inert import clean_line
from assistant.llm.discovery import FoundServer, find_servers, usual_addresses
from assistant.llm.local import MODELS_FOLDER
from assistant.llm.pulling import CatalogueEntry, find_entry, load_catalogue, pull

MODEL_WIDTH = 48
LONGEST_NAME = 200


@click.group("models", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object.")
@click.pass_context
def command(context: click.Context, as_json: bool) -> int:
    """List the models that answer on this machine. Nothing is sent to them but one question: which models they have.

    Exits with 1 when there is none.
    """
    if context.invoked_subcommand is not None:
        return 0
    servers = asyncio.run(find_servers())
    files = _list_files(find_data_folder() / MODELS_FOLDER)
    if as_json:
        echo_json(describe(servers, files), indent=2)
    else:
        echo("\n".join(_write_lines(servers, files)))
    return 0 if files or any(server.models for server in servers) else 1


def _list_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.gguf")) if folder.is_dir() else []


def describe(servers: Iterable[FoundServer], files: Iterable[Path]) -> dict[str, object]:
    """What was found, as plain data."""
    return {
        "servers": [
            {
                "base_url": server.base_url,
                "server": server.title,
                "state": server.state,
                "models": [{"name": m.name, "context_tokens": m.context_tokens} for m in server.models],
            }
            for server in servers
        ],
        "files": [{"model": f"local:{file.stem}", "path": str(file), "bytes": file.stat().st_size} for file in files],
        "fetchable": [
            {"name": e.name, "title": e.title, "bytes": e.bytes, "license": e.license}
            for e in load_catalogue().values()
        ],
    }


def _write_lines(servers: Iterable[FoundServer], files: list[Path]) -> Iterator[str]:
    servers = list(servers)
    rows = [row for server in servers for row in _server_rows(server)]
    rows += [(f"local:{file.stem}", f"{file.stat().st_size / 1e9:.1f} GB", "a file of this machine") for file in files]
    if not rows:
        ports = ", ".join(address.split(":")[2].removesuffix("/v1") for address in usual_addresses())
        yield f"No model answers on this machine (ports {ports} of 127.0.0.1)."
    else:
        yield from _write_table([("model", "reads", "where"), *rows])
        yield ""
        yield _how_to_use(servers, files)
    missing = [entry for entry in load_catalogue().values() if entry.name not in {file.stem for file in files}]
    for entry in missing:
        yield f"To fetch {entry.title} ({entry.gigabytes:.1f} GB): briefing models pull {entry.name}"


def _server_rows(server: FoundServer) -> Iterator[tuple[str, str, str]]:
    where = f"{server.title}, {server.base_url}"
    if not server.models:
        yield f"({server.state})", "", where
    for model in server.models:
        yield model.name, f"{model.context_tokens:,} tokens" if model.context_tokens else "", where


def _write_table(rows: list[tuple[str, str, str]]) -> Iterator[str]:
    rows = [(_name(model), reads, where) for model, reads, where in rows]
    widths = [min(max(cell_len(row[place]) for row in rows), MODEL_WIDTH) for place in range(2)]
    for model, reads, where in rows:
        cell = model if cell_len(model) > MODEL_WIDTH else set_cell_size(model, widths[0])
        yield f"{cell}  {set_cell_size(reads, widths[1])}  {where}"


def _name(model: str) -> str:
    """A server may call its models what it likes."""
    return clean_line(model)[:LONGEST_NAME]


def _how_to_use(servers: list[FoundServer], files: list[Path]) -> str:
    server = next((server for server in servers if server.models), None)
    if server:
        name = shlex.quote(_name(server.models[0].name))
        return f"To use one: briefing run --base-url {server.base_url} --model {name} FILE"
    if files:
        return f"To use one: briefing run --model local:{files[0].stem} FILE"
    return "None of them can be asked yet."


# ----------------------------------------------------------------------------------------------------- pull


@command.command("pull")
@click.argument("name")
@click.option("-y", "--yes", is_flag=True, help="Do not ask before downloading.")
def pull_command(name: str, yes: bool) -> int:
    """Fetch the model NAME, a pinned and checked file; `briefing models` lists the names."""
    entry = find_entry(name)
    folder = find_data_folder() / MODELS_FOLDER
    if not (folder / f"{entry.name}.gguf").exists():
        _ask(entry, folder, yes=yes)
        with click.progressbar(length=entry.bytes, label=f"fetching {entry.name}", file=sys.stderr) as bar:
            pull(entry, folder, lambda have: bar.update(have - bar.pos))
    echo(f"{entry.name} is there. To use it: briefing run --model local:{entry.name} FILE")
    return 0


def _ask(entry: CatalogueEntry, folder: Path, *, yes: bool) -> None:
    echo(f"{entry.title}: {entry.gigabytes:.1f} GB, {entry.license}\nfrom {entry.url()}\nto   {folder}", err=True)
    if yes:
        return
    if not sys.stdin.isatty():
        raise UsageError("nobody is there to be asked whether to download", advice="Say so with --yes.")
    click.confirm("Download it?", abort=True, err=True)
