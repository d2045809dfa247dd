"""Written numbers of Chinese and Japanese: 8萬6,213, 十幾萬, 1.87万亿, 二〇二五, 七八十.

Reads *folded* text (see ``folding``): simplified characters and ASCII digits. What a number counts is not decided here.
Most numbers are a single literal and are answered at once; the others are read by ``grammar``.
"""

from assistant.characters import is_han
from assistant.figures.numerals.grammar import NumeralReader
from assistant.figures.numerals.parts import COLLECTIVES, DIGITS, GROUPED, LITERAL, Numeral, last_place, literal_value
from assistant.figures.values import LONGEST_NUMERAL
from assistant.patterns import compile_late

__all__ = ["START", "Numeral", "read_numeral"]

START = compile_late(r"[0-9〇零○一二三四五六七八九两十百千廿卅卌万几数俩仨]|[亿兆](?![亿兆])")
"""A character with which a number can begin. 億 before another 億 begins none: a million of them must cost nothing."""

_CONTINUES = frozenset("〇零○一二三四五六七八九两十百千廿卅卌万亿兆几数多余来有点・·0123456789")
_CONTINUES_BEHIND_SPACE = frozenset(" 百千万亿兆多余")
_SINGLE = DIGITS | {"十": 10} | COLLECTIVES
_DIGIT_TEXTS = {character: str(value) for character, value in DIGITS.items()}


def read_numeral(text: str, start: int) -> Numeral | None:
    """The longest number that begins at ``start`` of a folded text, or None; linear in its length."""
    character = text[start]
    if "0" <= character <= "9":
        match = LITERAL.match(text, start)
        end = match.end() if match else start + 1
        if _ends(text, end):
            return _plain_numeral(text, start, end)
    elif (value := _SINGLE.get(character)) is not None and _ends(text, start + 1):
        return Numeral(start, start + 1, value, value, 10 if value == 10 else 1, digits=_DIGIT_TEXTS.get(character, ""))
    return NumeralReader(text, start).read()


def _ends(text: str, end: int) -> bool:
    """Whether no number goes on at ``end``: the quick answer for nearly all numbers."""
    following = text[end : end + 1]
    if following == " ":
        return text[end + 1 : end + 2] not in _CONTINUES_BEHIND_SPACE
    return following not in _CONTINUES


def _plain_numeral(text: str, start: int, end: int) -> Numeral:
    """An ASCII number with no scale after it."""
    literal = text[start:end]
    if "," in literal and not GROUPED.match(literal):  # 2020,500 is two numbers
        literal = literal[: literal.index(",")]
        end = start + len(literal)
    if end - start > LONGEST_NUMERAL:
        return Numeral(start, end, 0, 0, digits=literal)
    if start > 1 and text[start - 1] == "." and _is_noughtless(text, start, end):
        literal = "0." + literal
    value, step = literal_value(literal)
    return Numeral(start, end, value, value, step or last_place(value), digits=literal if literal.isdigit() else "")


_LONGEST_SHARE = 4


def _is_noughtless(text: str, start: int, end: int) -> bool:
    """Whether digits behind a point are the decimals of a share: 打擊率.312; not the first number of a sentence."""
    before, following = text[start - 2], text[end : end + 1]
    is_share = 1 < end - start <= _LONGEST_SHARE and text[start:end].isdigit()
    return is_share and not (before.isascii() and before.isalnum()) and (following == "的" or not is_han(following))
