"""Lines for a terminal, broken where a typesetter would break them (kinsoku shori), for Chinese and English alike.

Columns are terminal cells: a Chinese character takes two. No line starts with closing punctuation or ends with an
opening bracket; a number stays with its unit (85億美元, 52.6%, 昨(20)日); Latin words stay whole. Only what is wider
than a whole line is cut after all. Lines tile the text, so that spans survive: nothing is added, dropped or moved.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from assistant.patterns import compile_late

OPENERS = "([{«‘“（［｛「『【《〈〔〖"
CLOSERS = ",.!?:;%)]}»’”…‥—–·・，。、！？：；）］｝」』】》〉〕〗％‰℃°々ー～"
NUMERALS = "０１２３４５６７８９〇零一二三四五六七八九十百千萬万億亿兆兩两"
WIDE = (
    *((0x1100, 0x115F), (0x2E80, 0x2FFF), (0x3001, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0xA4CF)),
    *((0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x1F000, 0x3FFFF)),
)
"""Characters that may each stand at a line's edge: code points, the last included."""
_LONG_UNITS = (
    "個百分點|百分點|分之|新台幣|新臺幣|人民幣|美元|歐元|日圓|日元|英鎊|澳元|港元|港幣|台幣|臺幣|韓元|盧布|盧比"
    "|平方公里|公里|公尺|公分|公斤|公噸|公頃|個小時|小時|分鐘|個月|年代|世紀"
)
_UNITS = "%％年月日號時分秒歲人名位個種次件票席成倍折元塊起艘架輛座家戶噸度級項天週周點例場坪層樓台股屆多餘"
ELLIPSIS = "⋯"
"""One cell wide everywhere; the usual … takes two cells in some Chinese terminals."""

_SURE = (
    *((0x0A, 0x0A, 0), (0x20, 0x7E, 1), (0xAE, 0x2FF, 1), (0x2010, 0x2027, 1), (0x2070, 0x20CF, 1)),
    *((0x20F1, 0x2319, 1), (0x23F4, 0x25FC, 1), (0x2691, 0x2692, 1), (0x2713, 0x2713, 1), (0x3001, 0x3029, 2)),
    *((0x3041, 0x3096, 2), (0x30A0, 0x30FF, 2), (0x3400, 0x9FFF, 2), (0xAC00, 0xD7A3, 2), (0xFF01, 0xFF60, 2)),
)
"""Characters whose cells need no table: code points, the last included, and how many cells each takes."""
_OTHER, _LETTER, _NUMERAL, _UNIT, _OPENER, _CLOSER = "字a一件(。"
"""Each stands for all characters that the rules treat alike: sets of hundreds of them would take long to compile."""
_JOINERS = ",.:;’!?%–-"
"""Between two parts of one word."""
_DAYS = "今昨前明同本去"
"""What stands before a day in brackets: 昨(20)日."""
_OWN = frozenset({*"第%％", *_DAYS, *_LONG_UNITS, *_JOINERS, *"0123456789/"} - {"|"})
"""Characters that the rules name one by one."""

_BLANK = r"[^\S\n]"
_WORD = rf"[0-9{_LETTER}/\-]++"
_LATIN = rf"{_WORD}(?>(?:[{_JOINERS}]++{_WORD})*)"
_SHORT_UNITS = "".join(unit for unit in _UNITS if unit in _OWN) + _UNIT
_NUMERALS = rf"0-9{_NUMERAL}百"
_NUMBER = rf"[{_NUMERALS}]++(?>(?:[.,:/][0-9]++[{_NUMERALS}]*+)*)"
_FIGURE = rf"第?+(?>(?:(?:{_NUMBER}|{_LATIN})(?>(?:{_LONG_UNITS}|[{_SHORT_UNITS}])?))+)"
_BRACKETED = rf"[{_OPENER}][0-9]{{1,3}}{_CLOSER}[{_SHORT_UNITS}]"
_BOX = (
    rf"({_BLANK}*+(?:{_BRACKETED}|(?>(?:[{_OPENER}]++{_BLANK}*+)*)(?>(?:[{_DAYS}]{_BRACKETED}|{_FIGURE}|[^\s])?))"
    rf"(?>(?:{_BLANK}*[,.!?:;%％’–{_CLOSER}])*)){_BLANK}*+\n?"
)


class Line(NamedTuple):
    """One line of a text: ``text[start:end]``, white space at its end included; ``cells`` counts without that."""

    start: int
    end: int
    cells: int


_Box = tuple[int, int, int]
"""What a line break may not split: start, drawn, end. Up to ``drawn`` it is drawn; the rest hangs over the margin."""

_MARKS = r"[,.!?:;%)\]}]"
_SIGN = r"[!-~](?<![()\[\]{},.!?:;%])"
_SIGNS = rf"(?>(?:{_SIGN})+)"
_PLAIN_WORD = rf"[(\[{{]*+{_SIGNS}(?>(?:(?:(?<![0-9])[,.!?:;%]++|(?<=[0-9])[.,:](?=[0-9])){_SIGNS})*){_MARKS}*+"
_PLAIN_TEXT = compile_late(rf"{_PLAIN_WORD}(?>(?: {_PLAIN_WORD})*)")
"""Words in ASCII with one blank between each two: their boxes are the words."""


@cache
def character_cells(character: str) -> int:
    """How many terminal cells a character takes, as rich and Textual have it."""
    code = ord(character)
    for first, last, cells in _SURE:
        if first <= code <= last:
            return cells
    from rich.cells import get_character_cell_size  # noqa: PLC0415 - its tables take long, and most pages need none

    return get_character_cell_size(character)


def count_cells(text: str) -> int:
    """How many terminal cells ``text`` takes, character by character (a tab counts as none: see ``drawable``)."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(character_cells, text))


def break_lines(text: str, columns: int, *, keep: Iterable[tuple[int, int]] = ()) -> list[Line]:
    """The lines of ``text`` in ``columns`` cells; they tile it. Line breaks in the text are kept.

    Args:
        text: with inert characters only.
        columns: at least 2.
        keep: half-open ranges that are not split where they fit on a line, in order.
    """
    columns = max(columns, 2)
    kept = list(keep)
    if not kept and _PLAIN_TEXT.fullmatch(text) and (words := _break_words(text, columns)):
        return words
    cells = list(accumulate(map(character_cells, text), initial=0))  # up to each character
    lines: list[Line] = []
    start = used = drawn = 0  # of the line that is being filled; `drawn` is where its visible part ends
    for box in _join_kept(text, kept) if kept else _boxes(text):
        first, last, end = box
        width, gap = cells[last] - cells[first], cells[first] - cells[drawn]
        if used and used + gap + width > columns:
            lines.append(Line(start, first, used))
            start, used, gap = first, 0, 0
        if width > columns:
            cuts = list(_fold(text, box, columns))
            lines += cuts[:-1]
            start, used = cuts[-1].start, cuts[-1].cells
        else:
            used += gap + width
        drawn = last
        if text[end - 1] == "\n":
            lines.append(Line(start, end, used))
            start, used, drawn = end, 0, end
    if start < len(text) or not lines:
        lines.append(Line(start, len(text), used))
    return lines


def _break_words(text: str, columns: int) -> list[Line]:
    """The lines of plain words; none where a word is wider than a line."""
    lines: list[Line] = []
    start = 0
    while len(text) - start > columns:
        blank = text.rfind(" ", start, start + columns + 1)
        if blank < 0:
            return []
        lines.append(Line(start, blank + 1, blank - start))
        start = blank + 1
    return [*lines, Line(start, len(text), len(text) - start)]


@cache
def _box() -> re.Pattern[str]:
    """Made when the first text is set: a list of headlines is drawn without it."""
    return compile_late(_BOX)


class _Shapes(dict[int, str]):
    """Each character as the rules see it, found out when it first comes."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, _find_shape(chr(code)))


def _find_shape(character: str) -> str:
    if character in _OWN or character.isspace():
        return character
    if character in NUMERALS:
        return _NUMERAL
    if character in _UNITS:
        return _UNIT
    if character in OPENERS:
        return _OPENER
    if character in CLOSERS:
        return _CLOSER
    return _OTHER if any(a <= ord(character) <= b for a, b in WIDE) else _LETTER


_shapes = _Shapes()


def _boxes(text: str) -> Iterator[_Box]:
    for match in _box().finditer(text.translate(_shapes)):
        start, end = match.span()
        if end > start:
            blank = not match[1].strip()  # a line of white space alone is drawn empty
            yield start, start if blank else match.end(1), end


def _join_kept(text: str, keep: list[tuple[int, int]]) -> Iterator[_Box]:
    """The boxes of ``text``, those joined that share a range of ``keep``."""
    keep.reverse()
    held = -1  # where a box begins that is still open
    box: _Box = 0, 0, 0
    for first, drawn, end in _boxes(text):
        box = (held if held >= 0 else first), drawn, end
        while keep and keep[-1][1] <= drawn:
            keep.pop()
        ends_paragraph = text[end - 1] == "\n"
        held = box[0] if keep and keep[-1][0] < drawn and not ends_paragraph else -1
        if held < 0:
            yield box
    if held >= 0:
        yield box


def _fold(text: str, box: _Box, columns: int) -> Iterator[Line]:
    """The lines of a box that no line can hold, cut between characters."""
    start, used = box[0], 0
    for place in range(box[0], box[1]):
        width = character_cells(text[place])
        if used + width > columns:
            yield Line(start, place, used)
            start, used = place, 0
        used += width
    yield Line(start, box[1], used)


def shorten(text: str, columns: int) -> str:
    """``text`` cut to ``columns`` cells, with a sign at its end where something was cut off."""
    if count_cells(text) <= columns:
        return text
    used = 0
    for place, character in enumerate(text):
        used += character_cells(character)
        if used > columns - 1:
            return text[:place].rstrip() + ELLIPSIS if columns > 0 else ""
    return text


def pad(text: str, columns: int) -> str:
    """``text`` in exactly ``columns`` cells: cut, or filled with spaces."""
    text = shorten(text, columns)
    return text + " " * (columns - count_cells(text))
