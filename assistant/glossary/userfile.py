"""The user's own names: ``names.toml`` or ``names.csv`` in the settings folder. They overrule everything else.

    [names]                                     original,english,kind,origin
    "柯文哲" = "Ko Wen-je"                      柯文哲,Ko Wen-je,person,zh
    "普丁|蒲亭" = { english = "Vladimir Putin", kind = "person", origin = "ru" }

Several originals or spellings are separated by ``|``. What contradicts itself is refused, in one file or in both.
"""

import csv
import tomllib
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from assistant.errors import SettingsError
from assistant.folders import config_path
from assistant.glossary import fold_original, load_shipped
from assistant.glossary.settling import find_fault, split_variants
from assistant.records import Authority, Term

FILE_NAMES = ("names.csv", "names.toml")
FORMS = {".csv": "柯文哲,Ko Wen-je", ".toml": '"柯文哲" = "Ko Wen-je"'}
"""How a line of each file is written."""
KINDS = ("", "person", "party", "organisation", "media", "place", "other")


def with_user_terms(kept: Iterable[Term]) -> tuple[Term, ...]:
    """All names that are settled, the strongest last: ``kept`` (learnt by runs, locked in the store), then the user's.

    Raises:
        SettingsError: the user's file cannot be read.
    """
    return (*kept, *read_user_terms(config_path().parent))


def read_user_terms(folder: Path) -> tuple[Term, ...]:
    """The terms of the user's files in ``folder``, locked; none where there is no file.

    Raises:
        SettingsError: a file cannot be read, or one bearer has two spellings; named, with the name or line.
    """
    settled: dict[str, _Entry] = {}
    entries = [entry for name in FILE_NAMES for entry in _read_entries(folder / name)]
    for entry in entries:
        for original in entry.term.originals:
            before = settled.setdefault(_find_bearer(original), entry)
            if before.term.english[0] != entry.term.english[0]:
                raise SettingsError(_tell_two(before, entry, original), advice="Keep one of the two.")
    return tuple(entry.term for entry in entries)


class _Entry(NamedTuple):
    """A name where a file has it."""

    path: Path
    place: str
    """``line 3``, or the original as TOML has it."""
    term: Term


def _find_bearer(original: str) -> str:
    """One word for all variants of a name: both scripts, and what the shipped table takes for one."""
    known = load_shipped().resolve(original)
    return fold_original(known.originals[0] if known else original)


def _tell_two(before: _Entry, entry: _Entry, original: str) -> str:
    place = before.place if before.path == entry.path else f"{before.path.name}, {before.place}"
    return (
        f"{entry.path} cannot be used: {original} is {before.term.english[0]} in {place}"
        f" and {entry.term.english[0]} in {entry.place}"
    )


def _read_entries(path: Path) -> Iterator[_Entry]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} cannot be read: {error}", advice="Save it as UTF-8.") from error
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error}") from error
    rows = _csv_rows(path, text) if path.suffix == ".csv" else _toml_rows(path, text)
    for place, fields in rows:
        yield _Entry(path, place, _make_term(f"{path}, {place}", fields, FORMS[path.suffix]))


def _csv_rows(path: Path, text: str) -> Iterator[tuple[str, list[str]]]:
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        for row in reader:
            fields = [field.strip() for field in row]
            if any(fields) and not fields[0].startswith("#") and [f.lower() for f in fields[:2]] != list(_HEADER):
                yield f"line {reader.line_num}", fields
    except csv.Error as error:
        raise SettingsError(f"{path} cannot be read: {error} (line {reader.line_num})") from error


_HEADER = ("original", "english")


def _toml_rows(path: Path, text: str) -> Iterator[tuple[str, list[str]]]:
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        advice = f"A name is written {FORMS['.toml']}"
        raise SettingsError(f"{path} cannot be read: {error}", advice=advice) from error
    if strange := sorted(tables.keys() - {"names"}):
        raise SettingsError(
            f"{path} cannot be used: there is no table [{strange[0]}]", advice="Names stand in [names]."
        )
    names = tables.get("names", {})
    if not isinstance(names, dict):
        raise SettingsError(f"{path} cannot be read: [names] must be a table of originals")
    for original, value in names.items():
        fields = value if isinstance(value, dict) else {"english": value}
        unknown = sorted(set(fields) - {"english", "kind", "origin"})
        if unknown or not all(isinstance(field, str) for field in fields.values()):
            problem = f"there is no field {unknown[0]}" if unknown else "a spelling is a text in quotation marks"
            raise SettingsError(f"{path}, {original} cannot be used: {problem}")
        yield original, [original, fields.get("english", ""), fields.get("kind", ""), fields.get("origin", "")]


def _make_term(place: str, fields: list[str], form: str) -> Term:
    original, english, kind, origin = (*fields, "", "", "", "")[:4]
    originals, spellings = split_variants(original), split_variants(english)
    if fault := find_fault(originals, spellings):
        raise SettingsError(f"{place} cannot be used: {fault}", advice=f"A name is written {form}")
    if kind not in KINDS:
        raise SettingsError(f"{place} cannot be used: there is no kind {kind}", advice=f"The kinds are {_list(KINDS)}.")
    return Term(originals, spellings, kind, origin, authority=Authority.USER)


def _list(words: Iterable[str]) -> str:
    return ", ".join(word for word in words if word)
