"""Bytes -> ``Dump``: fetch, decode, extract, clean. The only place where text changes; then there are only spans."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from assistant.errors import BriefingError, EmptyDumpError, NotTextError, ReaderFaultError, ReadingError, TooLargeError
from assistant.inert import clean_line
from assistant.patterns import compile_late
from assistant.reading.cleaning import clean_text
from assistant.reading.decoding import fits_served
from assistant.reading.extracts import Extract, Unread
from assistant.reading.files import find_saved, limit_size, list_files, read_file, read_stdin
from assistant.reading.formats import Texts, read_texts
from assistant.reading.garbled import list_garbled
from assistant.reading.limits import (
    MAX_BYTES,
    MAX_FILES,
    MAX_LINE_CHARACTERS,
    MAX_LINES,
    MAX_RAW_CHARACTERS,
    MAX_TEXT_CHARACTERS,
)
from assistant.reading.main_text import locate_lines, locate_main
from assistant.reading.mojibake import tell_mojibake
from assistant.reading.tags import find_charset
from assistant.reading.web import Fetch, fetch_url
from assistant.reading.wrapping import unwrap_text
from assistant.records import Dump, Problem

__all__ = [
    "MAX_BYTES",
    "MAX_LINE_CHARACTERS",
    "MAX_TEXT_CHARACTERS",
    "clean_text",
    "read_bytes",
    "read_dump",
    "read_dumps",
    "read_url",
    "tell_saved",
]


IsDone = Callable[[str], bool]


def _never(_: str) -> bool:
    return False


_FILLED_LINE = compile_late(r"\S.*")
ADVICE = "Save each page as a file of its own: a folder of them is read in one go."


def read_dump(path: str | Path, *, encoding: str | None = None, as_of: datetime | None = None) -> Dump:
    """Read a file that holds one text, or standard input for ``-``.

    Raises:
        ReadingError: missing, empty, a folder, binary, in an unknown encoding, too large; or it holds several texts.
    """
    origin = _fetch(path, encoding, as_of)
    return _only(list(_read_all(origin)), origin.shown)


def read_dumps(
    path: str | Path, *, encoding: str | None = None, as_of: datetime | None = None, is_done: IsDone = _never
) -> Iterator[Dump | Problem]:
    """Read a file that may hold several texts (JSONL), all files of a folder, or standard input for ``-``.

    Args:
        path: of the file or folder.
        encoding: of the texts, where it cannot be told.
        as_of: when the pages were captured.
        is_done: whether a dump (its SHA-256) was briefed before: then it is not asked again whether it is a text.

    Yields:
        A dump for each text; a problem for each file of a folder, or record of a file, that cannot be read.

    Raises:
        ReadingError: ``path`` itself cannot be read.
    """
    if str(path) == "-" or not Path(path).is_dir():
        yield from _read_all(_fetch(path, encoding, as_of), is_done)
        return
    for file in list_files(Path(path)):
        for found in _read_in_folder(file, encoding, as_of, is_done):
            yield replace(found, saved=tell_saved(file, as_of)) if isinstance(found, Problem) else found


def _read_in_folder(
    file: Path | ReadingError, encoding: str | None, as_of: datetime | None, is_done: IsDone
) -> Iterator[Dump | Problem]:
    try:
        if isinstance(file, ReadingError):
            raise file
        yield from _read_all(_fetch(file, encoding, as_of), is_done)
    except ReadingError as error:
        yield Problem(error.name, error.message, error.advice)
    except BriefingError as error:
        yield Problem(clean_line(str(file)), error.message, error.advice)


def tell_saved(file: str | Path | ReadingError, as_of: datetime | None) -> date | None:
    """When a file was saved, or its page captured, as the user said; None: not known, or it is no file."""
    if as_of:
        return as_of.date()
    return find_saved(Path(file.name if isinstance(file, ReadingError) else file))


def read_url(url: str, *, as_of: datetime | None = None, fetch: Fetch = fetch_url) -> Dump:
    """Fetch one page by https and read it: in the encoding that it names, else in that which its server names.

    Raises:
        ReadingError: no https, a private address, too slow, too large, or an answer that is no page.
    """
    with _faults_named(url):
        data, charset = fetch(url)
        served = charset if not find_charset(data) and fits_served(data, charset) else None
    return read_bytes(data, url, encoding=served, as_of=as_of, modified=datetime.now(UTC).astimezone())


def read_bytes(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    as_of: datetime | None = None,
    modified: datetime | None = None,
) -> Dump:
    """Make a dump of bytes that are already here.

    Raises:
        ReadingError: empty, binary, in an unknown encoding, too large; or it holds several texts.
    """
    origin = _Origin(data, name, encoding, as_of, modified)
    return _only(list(_read_all(origin)), origin.shown)


@dataclass(frozen=True, slots=True)
class _Origin:
    """Bytes received, and what is known of them."""

    data: bytes
    name: str
    encoding: str | None
    as_of: datetime | None
    modified: datetime | None

    @property
    def shown(self) -> str:
        """How an error names it."""
        return "standard input" if self.name == "-" else clean_line(self.name)


def _fetch(path: str | Path, encoding: str | None, as_of: datetime | None) -> _Origin:
    if str(path) == "-":
        return _Origin(read_stdin(), "-", encoding, as_of, datetime.now(UTC))
    with _faults_named(str(path)):
        data, modified = read_file(Path(path))
    return _Origin(data, str(path), encoding, as_of, modified)


def _read_all(origin: _Origin, is_done: IsDone = _never) -> Iterator[Dump | Problem]:
    limit_size(origin.data, origin.shown)
    if not origin.data.strip():
        raise EmptyDumpError(origin.shown, "is empty")
    with _faults_named(origin.shown):
        texts = read_texts(origin.data, origin.shown, origin.encoding)
        if not texts:
            raise EmptyDumpError(origin.shown, "holds no text")
        if len(texts) > MAX_FILES:
            raise TooLargeError(origin.shown, f"holds more than {MAX_FILES:,} texts", advice="Split it.")
        told = _tell_apart(texts, origin) if origin.encoding else ""
    for found in texts:
        if isinstance(found, Unread):
            yield Problem(f"{origin.shown}{found.label}", f"{origin.shown}{found.label} {found.problem}")
            continue
        try:
            with _faults_named(origin.shown + found.label):
                dump = _make_dump(found, origin, told, is_done)
        except ReadingError as error:
            if not found.label:
                raise
            yield Problem(error.name, error.message, error.advice)
        else:
            yield dump


@contextmanager
def _faults_named(name: str) -> Iterator[None]:
    """Whatever else goes wrong inside is an error of this input, so that it costs no other one."""
    try:
        yield
    except BriefingError:
        raise
    except Exception as error:
        raise ReaderFaultError(name, error) from error


def _tell_apart(texts: Texts, origin: _Origin) -> str:
    """The encoding that the user named, where the same bytes read without it are another text; else empty.

    Two readings of the same bytes are two dumps: what is stored of the first says nothing of the second.
    """
    try:
        detected = read_texts(origin.data, origin.shown)
    except ReadingError:
        return ""
    return (
        "" if [_text_of(found) for found in detected] == [_text_of(found) for found in texts] else origin.encoding or ""
    )


def _text_of(found: Extract | Unread) -> str:
    return found.text if isinstance(found, Extract) else found.label


def _make_dump(found: Extract, origin: _Origin, told: str, is_done: IsDone) -> Dump:
    shown = origin.shown + found.label
    _limit_text(len(found.text), shown, MAX_RAW_CHARACTERS)
    unwrapped, joined = (found.text, 0) if found.main else unwrap_text(found.text)
    text, cleaned = clean_text(unwrapped)
    if joined:
        cleaned = (("line ends inside sentences", joined), *cleaned)
    if found.bad_bytes:
        cleaned = (("undecodable bytes", found.bad_bytes), *cleaned)
    if not text.strip():
        raise EmptyDumpError(shown, "holds no text")
    longest = max(map(len, text.split("\n")))
    if longest > MAX_LINE_CHARACTERS:
        raise TooLargeError(shown, f"has a line of {longest:,} characters; the limit is {MAX_LINE_CHARACTERS:,}")
    _limit_text(len(text), shown, MAX_TEXT_CHARACTERS)
    lines = len(_FILLED_LINE.findall(text))
    if lines > MAX_LINES:
        raise TooLargeError(shown, f"holds {lines:,} lines of text; the limit is {MAX_LINES:,}", advice=ADVICE)
    digest = sha256((origin.data if found.data is None else found.data) + told.lower().encode()).hexdigest()
    # of the text before cleaning, which takes the characters that betray it
    mojibake = "" if is_done(digest) else tell_mojibake(found.text)
    if mojibake:
        raise NotTextError(
            shown,
            f"is mojibake: {mojibake}",
            advice="Get the original bytes; a text that was saved wrongly is not mended here.",
        )
    garbled = () if is_done(digest) else list_garbled(unwrapped, text)
    modified = found.modified or origin.modified
    main = locate_main(text, clean_text(found.main)[0])
    name = clean_line(origin.name + found.label)  # the store would not take every one
    site = clean_text(found.site)[0].strip()
    captions = locate_lines(text, (clean_text(caption)[0] for caption in found.captions))
    links = locate_lines(text, (clean_text(link)[0] for link in found.links))
    return Dump(
        name, text, digest, found.encoding, cleaned, origin.as_of, modified, main, site, captions, links, garbled
    )


def _limit_text(characters: int, shown: str, limit: int) -> None:
    if characters > limit:
        message = f"holds {characters:,} characters of text; the limit is {MAX_TEXT_CHARACTERS:,}"
        raise TooLargeError(shown, message, advice=ADVICE)


def _only(found: list[Dump | Problem], shown: str) -> Dump:
    """The one dump of a file; a file with several has to be read by ``read_dumps``."""
    dumps = [entry for entry in found if isinstance(entry, Dump)]
    if len(dumps) == 1 and len(found) == 1:
        return dumps[0]
    if not dumps and isinstance(found[0], Problem):
        raise ReadingError(shown, f"holds no text: {found[0].message}")
    raise ReadingError(shown, f"holds {len(found)} texts, and one was expected")
