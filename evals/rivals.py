"""Ready-made checkers behind the interface of ``briefing check --jsonl``; runs in an environment of its own.

``python evals/rivals.py NAME`` reads lines ``{"id", "source", "english", "language"}`` on standard input and writes
lines ``{"id", "flagged", "omits", "english_figures"}``. Each checker is used as its makers mean it to be used, with the
few lines around it that anybody would write in an afternoon: the numbers of the English must occur in the source.

It imports nothing of this project, because the packages it needs are not installed beside it.
"""

import importlib
import json
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
SCALED = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)"
    r"\s?(?P<scale>[十百千萬万億亿兆]+|(?:thousand|million|billion|trillion|10{3}|10{6}|10{9}|10{12})\b)?"
)
SCALES = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "萬": 10**4,
    "万": 10**4,
    "億": 10**8,
    "亿": 10**8,
    "兆": 10**12,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    **{str(10**n): 10**n for n in (3, 6, 9, 12)},  # number-parser turns "8.5 billion" into "8.5 1000000000"
}
CULTURES = {"zh-Hant": "Chinese", "zh-Hans": "Chinese", "ja": "Japanese"}

Found = tuple[str, int, int]
"""A value in normal form, and where it starts and ends."""
Row = dict[str, Any]


def compare_sets(source: list[Found], english: list[Found]) -> Row:
    """The comparison that all share: each English value must occur in the source, and the other way round."""
    there, here = {value for value, _, _ in source}, {value for value, _, _ in english}
    figures = [
        {"start": start, "end": end, "status": "supported" if value in there else "unsupported"}
        for value, start, end in english
    ]
    return {"flagged": bool(here - there), "omits": bool(there - here), "english_figures": figures}


def digits_only() -> Callable[[Row], Row]:
    """What the simplest checks do: compare the digits that both texts print."""

    def find(text: str) -> list[Found]:
        return [(m[0].replace(",", ""), m.start(), m.end()) for m in DIGITS.finditer(text)]

    return lambda row: compare_sets(find(row["source"]), find(row["english"]))


def translate_toolkit() -> Callable[[Row], Row]:
    """The ``numbers`` check of pofilter (translate-toolkit): it flags a pair or it does not."""
    checks = importlib.import_module("translate.filters.checks")
    checker = checks.StandardChecker()

    def check(row: Row) -> Row:
        try:
            checker.numbers(row["source"], row["english"])
        except checks.FilterFailure:
            return {"flagged": True, "omits": True, "english_figures": []}
        return {"flagged": False, "omits": False, "english_figures": []}

    return check


def cn2an_number_parser() -> Callable[[Row], Row]:
    """cn2an turns the Chinese numerals of a sentence into digits, number-parser the English number words."""
    cn2an, number_parser = importlib.import_module("cn2an"), importlib.import_module("number_parser")

    def find(text: str) -> list[Found]:
        found = []
        for match in SCALED.finditer(text):
            value = Decimal(match["number"].replace(",", ""))
            scale = match["scale"] or ""
            for part in [scale] if scale in SCALES else scale:
                value *= SCALES.get(part, 1)
            found.append((write(value), match.start(), match.end()))
        return found

    def check(row: Row) -> Row:
        answer = compare_sets(find(cn2an.transform(row["source"], "cn2an")), find(number_parser.parse(row["english"])))
        # the parser rewrites the text, so that its places are not those of the pair
        return {**answer, "english_figures": []}

    return check


def recognizers_text() -> Callable[[Row], Row]:
    """Microsoft's Recognizers-Text: numbers, ordinals and percentages of both texts."""
    number = importlib.import_module("recognizers_number")
    culture = importlib.import_module("recognizers_text").Culture
    recognizers = (number.recognize_percentage, number.recognize_number, number.recognize_ordinal)

    def find(text: str, language: str) -> list[Found]:
        found: list[Found] = []
        for recognize in recognizers:
            for result in recognize(text, language):
                value = (result.resolution or {}).get("value")
                is_new = not any(start <= result.end and result.start < end for _, start, end in found)
                if value and is_new:
                    found.append((write(value), result.start, result.end + 1))
        return found

    def check(row: Row) -> Row:
        language = getattr(culture, CULTURES.get(row.get("language", ""), "Chinese"))
        return compare_sets(find(row["source"], language), find(row["english"], culture.English))

    return check


def write(value: Decimal | str) -> str:
    """A number in one notation, so that 8.50 and 8.5 are the same."""
    try:
        return f"{Decimal(value).normalize():f}"
    except InvalidOperation:
        return str(value)


RIVALS: dict[str, Callable[[], Callable[[Row], Row]]] = {
    "digits only": digits_only,
    "translate-toolkit numbers": translate_toolkit,
    "cn2an + number-parser": cn2an_number_parser,
    "recognizers-text": recognizers_text,
}


def answer(lines: Iterator[str], check: Callable[[Row], Row]) -> Iterator[str]:
    """One answer a line. A checker that breaks on a pair says nothing about it, and the answer says so."""
    for line in lines:
        row = json.loads(line)
        try:
            result = check(row)
        except Exception as error:  # noqa: BLE001 - a foreign checker may raise anything
            result = {"flagged": False, "omits": False, "english_figures": [], "error": repr(error)}
        yield json.dumps({"id": row["id"], **result}, ensure_ascii=False)


def main() -> None:
    """Answer standard input with the rival that is named."""
    warnings.simplefilter("ignore")
    for line in answer(iter(sys.stdin), RIVALS[sys.argv[1]]()):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
