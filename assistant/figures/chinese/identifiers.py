"""Names made of Latin letters and digits, and telephone numbers: M1A2T, F-16, COVID-19, GB 18030."""

from assistant.figures.chinese.designations import read_designation
from assistant.figures.chinese.page import Page
from assistant.figures.chinese.units import read_unit
from assistant.figures.chinese.words import currencies_before
from assistant.figures.numerals.parts import literal_value
from assistant.figures.numerals.reading import Numeral
from assistant.figures.values import LONGEST_NUMERAL, Figure, Kind, PartialDate, replace
from assistant.patterns import compile_late

_LONGEST = 40
_BACKWARD = compile_late(r"[A-Za-z][A-Za-z0-9]*[-.·/ ]?$|[A-Za-z0-9]+-$|[A-Za-z0-9.]*[A-Za-z][A-Za-z0-9.]*[-]?$")
_FORWARD = compile_late(r"[A-Za-z0-9]*(?:[-./][A-Za-z0-9]+)*")
_FORWARD_PLAIN = compile_late(r"[A-Za-z0-9]*(?:-[A-Za-z][A-Za-z0-9]*)*")
_LETTER_AFTER = compile_late(r"[A-Za-z]")
_NUMBERS = compile_late(r"[0-9]+(?:\.[0-9]+)?")
_MASKED = compile_late(r"[0-9]{2,8}[×xX*＊]{2,9}[0-9]{0,8}")
"""62××8800: a number with digits left out."""
_PHONE = compile_late(
    r"(?:\+\d{1,3}[- ]?)?(?:\(?0\d{1,3}\)?[- ]?\d{3,4}[- ]?\d{3,4}|1[3-9]\d{9}"
    r"|[48]00-?\d{3,4}-?\d{4}|\d{3}-\d{4}-\d{4})(?!\d)"
)
_VERSION = compile_late(r"\d{1,3}(?:\.\d{1,5}){2,4}(?![\d.])")
"""5.6.1, 192.168.0.1; a date begins with four digits."""
_MODEL = compile_late(r"7[0-8]7-(?:[1-9]00|8|9|10)(?:[A-Z]{1,3})?(?![0-9A-Za-z])")
"""777-300ER, of Boeing."""
_BRANCH = compile_late(r"[0-9]{1,3}[甲乙丙丁](?=[线县])")
"""Of a road: 台14甲線 is Provincial Highway 14A."""
_LETTERS = str.maketrans("甲乙丙丁", "ABCD")
_BY = ("x", "X", "×")
_RELAY = compile_late(r"(4)[xX×]((?:[1248]00|50|60|80|1500))(?:公尺|米|メートル|m(?![a-z]))")
"""4×100公尺, of four runners who share a distance; 10×20公尺 are two sides."""
_CODES = (_PHONE, _VERSION, _MASKED, _MODEL, _BRANCH)
_SHORTEST_CODE = 2
_DATED = frozenset("年月日号时点")
_ADDRESS = compile_late(r"(?:https?://|www\.)[!-~]+|[\w.+-]{1,64}@[A-Za-z0-9-]{1,64}\.[A-Za-z0-9.-]{2,64}")


def hide_addresses(folded: str) -> str:
    """The text with web and mail addresses blanked, so that no digit of theirs is read; as long as the text itself."""
    if "://" not in folded and "www." not in folded and "@" not in folded:
        return folded
    return _ADDRESS.sub(lambda match: " " * len(match[0]), folded)


def read_identifier(page: Page, numeral: Numeral) -> list[Figure]:
    """The name that this number is part of, if it is."""
    folded, start = page.folded, numeral.start
    if design := _name(page, start, numeral.end) if numeral.is_identifier else read_designation(page, numeral):
        return [design]
    if not folded[start].isascii():
        return []
    return _read_code(page, numeral) or _read_with_letters(page, numeral)


def _read_code(page: Page, numeral: Numeral) -> list[Figure]:
    """A telephone number, a version, a branch of a road; the distance of a relay."""
    folded, start = page.folded, numeral.start
    if code := next((match for pattern in _CODES if (match := pattern.match(folded, start))), None):
        return [_name(page, start, code.end())]
    if folded[numeral.end : numeral.end + 1] in _BY and (relay := _RELAY.match(folded, start)):
        return [page.make(start, relay.end(), Kind.MEASURE, int(relay[1]) * int(relay[2]), "m")]
    return []


def _read_with_letters(page: Page, numeral: Numeral) -> list[Figure]:
    """A number with letters before it or behind it."""
    folded, start = page.folded, numeral.start
    before = folded[start - 1 : start] if start else ""
    if before.isascii() and (before.isalpha() or before in "-. ") and (figures := _from_letters(page, numeral)):
        return figures
    following = folded[numeral.end : numeral.end + 2]
    is_letter = bool(following) and _LETTER_AFTER.match(following) is not None
    is_joined = len(following) == 2 and following[0] == "-" and _LETTER_AFTER.match(following[1]) is not None
    if (is_letter or is_joined) and read_unit(folded, numeral.end) is None:
        match = _FORWARD_PLAIN.match(folded, numeral.end)
        return [_name(page, start, match.end())] if match else []
    return []


def _from_letters(page: Page, numeral: Numeral) -> list[Figure]:
    """Letters that stand before the number: F-16, GB 18030; not a currency (NT$, RMB 100)."""
    low = max(page.done, numeral.start - _LONGEST)
    window = page.folded[low : numeral.start]
    match = _BACKWARD.search(window)
    if not match:
        return []
    word = match[0]
    letters = word.rstrip("-. /·")
    unit = read_unit(page.folded, numeral.end)
    if unit and unit.kind in (Kind.MONEY, Kind.PERCENT, Kind.POINTS):  # EPS3.5元
        return []
    if letters.upper() in currencies_before() or (word[-1] == " " and not _goes_with(page, letters, numeral)):
        return []
    start = low + match.start()
    if letters in ("Q", "q") and numeral.low in (1, 2, 3, 4):
        return [page.make(start, numeral.end, Kind.DATE, PartialDate(quarter=int(numeral.low)))]
    end_match = _FORWARD.match(page.folded, numeral.start)
    end = end_match.end() if end_match else numeral.end
    return [_name(page, start, end)]


def _goes_with(page: Page, letters: str, numeral: Numeral) -> bool:
    """Whether letters before a space and a number go with it: GB 18030, iPhone 15; not CPU 3 個, Windows 2024 年."""
    if len(letters) < _SHORTEST_CODE or letters.islower() or page.after(numeral.end) in _DATED:
        return False
    return read_unit(page.folded, page.skip(numeral.end)) is None


def _name(page: Page, start: int, end: int) -> Figure:
    """The name, with the one number in it as another reading: 表 D.3 may be Table D.3 or table 3."""
    name = "".join(c for c in page.folded[start:end].upper() if c.isalnum()).translate(_LETTERS)
    figure = page.make(start, end, Kind.IDENTIFIER, name)
    numbers = _NUMBERS.findall(page.folded, start, end)
    if len(numbers) != 1 or len(numbers[0]) > LONGEST_NUMERAL:
        return figure
    return replace(figure, others=(replace(figure, kind=Kind.COUNT, value=literal_value(numbers[0])[0]),))
