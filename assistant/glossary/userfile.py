"""The user's own names: ``names.toml`` or ``names.csv`` in the settings folder. They overrule everything else.

    [names]                                     original,english,kind,origin
    "柯文哲" = "Ko Wen-je"                      柯文哲,Ko Wen-je,person,zh
    "普丁|蒲亭" = { english = "Vladimir Putin", kind = "person", origin = "ru" }

Several originals or spellings are separated by ``|``.
"""

import csv
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from assistant.errors import SettingsError
from assistant.folders import config_path
from assistant.records import Authority, Term

FILE_NAMES = ("names.csv", "names.toml")
LONGEST_NAME = 200
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
        SettingsError: a file cannot be read; it is named, with the name or line that does not fit.
    """
    return tuple(term for name in FILE_NAMES for term in read_terms_file(folder / name))


def read_terms_file(path: Path) -> Iterator[Term]:
    """The terms of one file; none where it does not exist.

    Raises:
        SettingsError: it cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} cannot be read: {error}", advice="Save it as UTF-8.") from error
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error}") from error
    rows = _csv_rows(path, text) if path.suffix == ".csv" else _toml_rows(path, text)
    settled: dict[str, tuple[str, Term]] = {}
    for place, fields in rows:
        term = _make_term(f"{path}, {place}", fields)
        for original in term.originals:
            before, other = settled.setdefault(original, (place, term))
            if other.english != term.english:
                problem = f"{original} is {other.english[0]} in {before} and {term.english[0]} in {place}"
                raise SettingsError(f"{path} cannot be used: {problem}", advice="Keep one of the two.")
        yield term


def _csv_rows(path: Path, text: str) -> Iterator[tuple[str, list[str]]]:
    try:
        for number, row in enumerate(csv.reader(text.splitlines(), strict=True), start=1):
            fields = [field.strip() for field in row]
            if any(fields) and not fields[0].startswith("#") and [f.lower() for f in fields[:2]] != list(_HEADER):
                yield f"line {number}", fields
    except csv.Error as error:
        raise SettingsError(f"{path} cannot be read: {error}") from error


_HEADER = ("original", "english")


def _toml_rows(path: Path, text: str) -> Iterator[tuple[str, list[str]]]:
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(f"{path} cannot be read: {error}") from error
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


def _make_term(place: str, fields: list[str]) -> Term:
    original, english, kind, origin = (*fields, "", "", "", "")[:4]
    originals, spellings = _split(original), _split(english)
    if not originals or not spellings:
        raise SettingsError(f"{place} cannot be used: an original and its English are both needed")
    if any(len(name) > LONGEST_NAME or not name.isprintable() for name in originals + spellings):
        raise SettingsError(f"{place} cannot be used: a name is printable and has at most {LONGEST_NAME} characters")
    if strange := next((name for name in originals + spellings if not _is_name(name)), ""):
        raise SettingsError(f"{place} cannot be used: {strange[:40]} is a formula or a sign, and no name")
    if kind not in KINDS:
        raise SettingsError(f"{place} cannot be used: there is no kind {kind}", advice=f"The kinds are {_list(KINDS)}.")
    return Term(originals, spellings, kind, origin, authority=Authority.USER)


def _is_name(name: str) -> bool:
    """Whether it has a letter or a digit, and is no cell that a spreadsheet would work out."""
    return not name.startswith(("=", "+", "@")) and any(map(str.isalnum, name))


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _list(words: Iterable[str]) -> str:
    return ", ".join(word for word in words if word)
