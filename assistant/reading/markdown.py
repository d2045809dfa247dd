"""Markdown -> text: marks off, words kept. Line by line, so that nothing in it can take long."""

import re

from assistant.patterns import compile_late
from assistant.reading.extracts import TooMuchError, join_story
from assistant.reading.limits import MAX_TEXT_CHARACTERS

# a character without which it cannot be there, what to find in a line -> what stays of it
LINE_MARKS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("#", compile_late(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$"), r"\1"),
    (">", compile_late(r"^\s{0,3}(?:>\s?)+"), ""),
    ("", compile_late(r"^\s{0,8}[-*+]\s+(?:\[[ xX]\]\s+)?"), ""),
    ("", compile_late(r"^\s{0,3}(?:```|~~~).*$"), ""),
    ("!", compile_late(r"!\[([^\]\n]{0,300})\]\([^)\n]{0,2000}\)"), r"\1"),
    ("[", compile_late(r"\[([^\]\n]{1,300})\]\([^)\n]{0,2000}\)"), r"\1"),
    ("[", compile_late(r"^\s{0,3}\[[^\]\n]{1,100}\]:\s+\S+.*$"), ""),
    ("", compile_late(r"(\*\*|__)(?=\S)([^*_\n]{1,500})(?<=\S)\1"), r"\2"),
    ("*", compile_late(r"(?<![\w*])\*(?=\S)([^*\n]{1,500})(?<=\S)\*(?![\w*])"), r"\1"),
    ("`", compile_late(r"`([^`\n]{1,500})`"), r"\1"),
    ("<", compile_late(r"<(https?://[^>\s]{1,2000})>"), r"\1"),
    ("\\", compile_late(r"\\([\\`*_{}\[\]()#+.!|-])"), r"\1"),
)
MAX_MARKED_LINE = 20_000
"""A longer line is no Markdown that somebody wrote; it stays as it is."""
_MARKS = compile_late(r"[#>*+\-`~\[_<\\]")


_FIELD = compile_late(r"(?m)^(\w{2,20}):[ \t]+(\S.{0,300})$")
_OUTLETS = ("outlet", "publisher", "site", "site_name", "website")
_TIMES = ("published", "date", "pubdate", "publish_date")
_NEAR = 600
"""So near the top the headline may stand again."""


def extract_markdown(text: str) -> str:
    """The text without its marks; links keep their words and lose their addresses.

    Raises:
        TooMuchError: more text is left than is read.
    """
    head, rest = _read_front_matter(text)
    lines: list[str] = head
    characters = sum(len(line) + 1 for line in head)
    for line in rest.split("\n"):
        lines.append(_strip_marks(line))
        characters += len(lines[-1]) + 1
        if characters - 1 > MAX_TEXT_CHARACTERS:  # to strip all of it first would take a minute
            raise TooMuchError(f"holds more than {MAX_TEXT_CHARACTERS:,} characters of text")
    return "\n".join(lines)


def _strip_marks(line: str) -> str:
    if len(line) > MAX_MARKED_LINE or not _MARKS.search(line):
        return line
    for mark, pattern, kept in LINE_MARKS:
        line = pattern.sub(kept, line) if mark in line else line
    return line


def _read_front_matter(text: str) -> tuple[list[str], str]:
    """What a block of YAML at the top says of the text, as its head, and the text below it.

    Tools that clip pages keep the headline, the outlet and the time of publication there; the rest are their settings.
    """
    end = text.find("\n---\n", 3) if text.startswith("---\n") else -1
    if not 0 <= end <= 5_000:
        return [], text
    rest = text[end + 5 :]
    fields = {key.lower(): value.strip("\"' ") for key, value in _FIELD.findall(text[:end])}
    title = fields.get("title", "")
    if not title or title in rest[:_NEAR] or rest.lstrip().startswith("# "):  # it has a headline of its own
        return [], rest
    outlet, time = (next((fields[key] for key in keys if fields.get(key)), "") for keys in (_OUTLETS, _TIMES))
    return [*join_story(title, outlet, time, "").splitlines(), ""], rest
