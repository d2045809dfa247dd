"""Which form a file has, told from its first bytes and its name, and who reads it."""

import codecs
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from assistant.errors import ReadingError, TooLargeError
from assistant.reading.decoding import decode_bytes
from assistant.reading.extracts import Extract, TooMuchError, Unread
from assistant.reading.feeds import extract_feed
from assistant.reading.jsons import extract_json, extract_jsonl
from assistant.reading.mails import extract_mail
from assistant.reading.markdown import extract_markdown
from assistant.reading.pages import read_page
from assistant.reading.pdf import extract_pdf
from assistant.reading.tags import find_charset

Texts = list[Extract | Unread]
Reader = Callable[[bytes, str, str | None], Texts]
"""bytes, name, encoding as the user says -> texts"""

_HEAD_BYTES = 2_000
# what a file of this form begins with, spaces and a byte-order mark aside
_FEED = re.compile(
    rb"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*|<\?[^>]{0,300}>\s*"
    rb"|<!DOCTYPE\s{1,9}(?:rss|feed|rdf:RDF)\b[^\[>]{0,300}(?:\[[^\]]{0,1500}\]\s*)?>\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.IGNORECASE,
)
_PAGE = re.compile(
    rb"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE
)
_MAIL = re.compile(rb"(?:[A-Z][A-Za-z-]{1,40}: [^\n]{0,1000}\r?\n(?:[ \t][^\n]{0,1000}\r?\n){0,50}){2}")
_MAIL_HEADERS = re.compile(rb"(?im)^(?:From|Subject|Date|MIME-Version|Received|Message-ID):")
_BY_BEGINNING = {"pdf": re.compile(rb"%PDF-"), "feed": _FEED, "page": _PAGE}
_RECORD = re.compile(rb'(?:\[\s{0,100})?\{\s{0,100}"[^"\n]{1,100}"\s{0,10}:')
"""How an object of JSON begins, or a list of them."""
_MARKED_BYTES = 50_000
_LEAST_MARKS = 2
"""So many kinds of marks make a text without a name Markdown; one kind stands in many a text."""
_MARKDOWN = (
    re.compile(rb"(?m)^#{1,6} +\S"),
    re.compile(rb"\[[^\]\n]{1,200}\]\((?:https?:/)?[/#.][^)\s]{0,500}\)"),
    re.compile(rb"\*\*[^\s*][^*\n]{0,300}\*\*"),
    re.compile(rb"(?m)^```|^> \S"),
    re.compile(rb"\A(?:\xef\xbb\xbf)?---\r?\n[\w-]{1,40}: "),
)
SUFFIXES = {
    ".html": "page", ".htm": "page", ".xhtml": "page", ".shtml": "page", ".mht": "mail", ".mhtml": "mail",
    ".eml": "mail", ".md": "markdown", ".markdown": "markdown", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".rss": "feed", ".atom": "feed", ".pdf": "pdf", ".txt": "plain", ".text": "plain", ".xml": "markup",
}  # fmt: skip


def read_texts(data: bytes, name: str, encoding: str | None = None) -> Texts:
    """The texts in the bytes of one file.

    Raises:
        ReadingError: the form is known and the content does not hold to it.
    """
    form = tell_form(data, name)
    try:
        return READERS[form](data, name, encoding)
    except TooMuchError as error:
        raise TooLargeError(name, str(error)) from error
    except RecursionError as error:
        raise ReadingError(name, "is nested too deeply to be read") from error


def tell_form(data: bytes, name: str) -> str:
    """``plain``, ``page``, ``feed``, ``mail``, ``json``, ``jsonl``, ``markdown`` or ``pdf``. The content goes first.

    ``record`` is what begins as JSON and is not named so.
    """
    head = data[:_HEAD_BYTES].removeprefix(codecs.BOM_UTF8).lstrip()
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", "ignore").encode()
    if told := next((form for form, mark in _BY_BEGINNING.items() if mark.match(head)), ""):
        return told
    form = SUFFIXES.get(PurePath(name).suffix.lower(), "")
    if form == "mail" or (not form and _MAIL.match(head) and len(_MAIL_HEADERS.findall(head)) > 1):
        return "mail"
    if form in ("", "plain") and _RECORD.match(head):
        return "record"
    if not form and sum(bool(mark.search(data, 0, _MARKED_BYTES)) for mark in _MARKDOWN) >= _LEAST_MARKS:
        return "markdown"
    return {"": "plain", "markup": "page", "pdf": "plain"}.get(form, form)


def _read_plain(data: bytes, name: str, encoding: str | None) -> Texts:
    decoded = decode_bytes(data, name, encoding=encoding)
    return [Extract(decoded.text, decoded.encoding, decoded.bad_bytes)]


def _with(extract: Callable[[str], str]) -> Reader:
    """A reader for a form that is text with marks in it."""

    def read(data: bytes, name: str, encoding: str | None) -> Texts:
        decoded = decode_bytes(data, name, encoding=encoding, declared=find_charset(data))
        return [Extract(extract(decoded.text), decoded.encoding, decoded.bad_bytes)]

    return read


def _read_page(data: bytes, name: str, encoding: str | None) -> Texts:
    decoded = decode_bytes(data, name, encoding=encoding, declared=find_charset(data))
    page = read_page(decoded.text)
    extract = Extract(page.text, decoded.encoding, decoded.bad_bytes, main=page.main, site=page.site)
    return [replace(extract, captions=page.captions, links=page.links)]


def _read_mail(data: bytes, name: str, encoding: str | None) -> Texts:
    return [extract_mail(data, name, encoding)]


def _read_json(data: bytes, name: str, encoding: str | None) -> Texts:
    decoded = decode_bytes(data, name, encoding=encoding)
    try:
        found = extract_json(decoded.text, decoded.encoding)
    except ValueError as error:
        if "\n" in decoded.text.strip():
            return extract_jsonl(decoded.text, decoded.encoding)
        raise ReadingError(name, f"is not JSON: {error}") from error
    if not found:
        raise ReadingError(name, "is JSON without a text field (text, body, content ...)")
    return found


def _read_record(data: bytes, name: str, encoding: str | None) -> Texts:
    """What begins as JSON: as that, else, where nothing of it can be read so, as the text that it is."""
    try:
        found = _read_json(data, name, encoding)
    except TooLargeError:
        raise
    except ReadingError:
        found = []
    return found if any(isinstance(each, Extract) for each in found) else _read_plain(data, name, encoding)


def _read_jsonl(data: bytes, name: str, encoding: str | None) -> Texts:
    decoded = decode_bytes(data, name, encoding=encoding)
    return extract_jsonl(decoded.text, decoded.encoding)


def _read_pdf(data: bytes, name: str, encoding: str | None) -> Texts:  # noqa: ARG001 (a PDF has no encoding of its own)
    return [Extract(extract_pdf(data, name), "pdf")]


READERS: dict[str, Reader] = {
    "plain": _read_plain,
    "page": _read_page,
    "feed": _with(extract_feed),
    "markdown": _with(extract_markdown),
    "mail": _read_mail,
    "json": _read_json,
    "record": _read_record,
    "jsonl": _read_jsonl,
    "pdf": _read_pdf,
}
