"""One spelling for all: text folded to simplified characters, ASCII digits and plain numerals, position by position.

Every rule, name and unit is written once, in simplified characters; what is read is always ``fold(text)``. No character
is added or lost, so the spans of the folded text are the spans of the text.
"""

import os
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from assistant.patterns import compile_late

_WIDE = {ord("０") + n: str(n) for n in range(10)} | str.maketrans("．％＄：／－～＋﹪﹒∶〜−‐‑＝", ".%$:/-~+%.:~---=")
# Japanese forms that OpenCC leaves alone, and characters that would fall together with one that means a figure or unit:
# 裡 (inside) with 里 (half a kilometre), 颱 (typhoon) with 台 (a counter).
_EXTRA = str.maketrans(
    "圓圆歳両箇裏裡颱県気発対売戦増団価単営満実経図広余残銭暦",
    "元元岁两个裡裡颱县气发对卖战增团价单营满实经图广余残钱历",
)

_WIDE_GROUP = compile_late(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_FORMAL_HINT = compile_late(r"[壹壱贰弐叁拾佰仟]|[参肆伍陆柒捌玖][万亿兆]")
_FORMAL = compile_late(r"[0-9壹壱贰弐叁参肆伍陆柒漆捌玖拾佰仟][0-9零〇壹壱贰弐叁参肆伍陆柒捌玖拾佰仟万亿兆]+")
_FORMAL_SURE = frozenset("壹壱贰弐叁拾佰仟")
# 队伍万人 is no 50,000, and 大陆万科 a company
_FORMAL_START = compile_late(r"(?<![队入退落])[参肆伍柒捌玖][万亿兆]|(?<![大内登着上台])陆[万亿兆](?!科|豪|达)")
_FORMAL_PLAIN = str.maketrans("壹壱贰弐叁参肆伍陆柒漆捌玖拾佰仟", "一一二二三三四五六七七八九十百千")


class _Table(dict[int, str]):
    """Code point -> simplified character, ASCII digit or ASCII sign.

    The first few characters are looked up one by one: a name needs four of the three thousand pairs. What no rule names
    is kept as well: ``translate`` asks for each character anew, and takes long where there is none.
    """

    def __init__(self, pairs: str) -> None:
        self._pairs, self._is_whole = pairs, False
        self._own = {code: sign if isinstance(sign, str) else chr(sign) for code, sign in (_WIDE | _EXTRA).items()}
        super().__init__(self._own)

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if not self._is_whole and len(self) - len(self._own) >= ONE_BY_ONE:
            self.update({ord(pair[0]): pair[1] for pair in self._pairs.split()} | self._own)
            self._is_whole = True
            return self[code]
        at = self._pairs.find(f" {character}") if not self._is_whole and not character.isspace() else -1
        folded = self._pairs[at + 2] if at >= 0 else character
        return self.setdefault(code, folded) if code <= BASIC_PLANE else folded

    def forms(self, folded: str) -> set[str]:
        """The characters that may stand for one that is folded, itself among them; no text is folded for it."""
        found = {folded, *(chr(code) for code, plain in self._own.items() if plain == folded)}
        at = self._pairs.find(f"{folded} ")
        while at >= 0:
            found.add(self._pairs[at - 1])
            at = self._pairs.find(f"{folded} ", at + 1)
        found.update(chr(code) for code, sign in _FORMAL_PLAIN.items() if chr(sign) == folded)
        return found | {"，"} if folded == "," else found


ONE_BY_ONE = 32
"""Characters: each takes as long as fifty of the pairs, when all are read."""
BASIC_PLANE = 0xFFFF
"""The pairs are of it; beyond it hostile texts could make the table grow without a bound."""


@cache
def _table() -> _Table:
    name = os.path.join(os.path.dirname(__file__), "simplified.txt")  # noqa: PTH118, PTH120 - pathlib takes 3 ms to
    with open(name, encoding="utf-8") as file:  # noqa: PTH123 - import, and a check of figures needs no other path
        lines = file.read().splitlines()
    return _Table(" ".join(["", *(line for line in lines if not line.startswith("#")), ""]))


LONGEST_SENTENCE, SENTENCES_KEPT = 400, 1_024
"""Characters of a short text, and how many such texts are kept: reader, checks and glossary ask for the same ones."""
LONGEST_ITEM, ITEMS_KEPT = 10_000, 16
"""The same for longer texts; what is longer still is not kept."""


def fold(text: str) -> str:
    """The text in simplified characters, ASCII digits and plain numerals; exactly as long as the text itself."""
    if len(text) <= LONGEST_SENTENCE:
        return _fold_sentence(text)
    return _fold_item(text) if len(text) <= LONGEST_ITEM else _fold(text)


def forms_of(folded: str) -> set[str]:
    """The characters that may stand for a folded one, itself among them."""
    return _table().forms(folded)


def _fold(text: str) -> str:
    folded = text.translate(_table())
    if "，" in folded and _WIDE_GROUP.search(text):
        folded = "".join("," if m else c for c, m in zip(folded, _group_signs(text), strict=True))
    return _FORMAL.sub(_plain, folded) if _FORMAL_HINT.search(folded) else folded


_fold_sentence = lru_cache(SENTENCES_KEPT)(_fold)
_fold_item = lru_cache(ITEMS_KEPT)(_fold)


def _group_signs(text: str) -> Iterator[bool]:
    """For each character, whether it is a wide comma that groups wide digits: １，２００."""
    places = {match.start() for match in _WIDE_GROUP.finditer(text)}
    return (place in places for place in range(len(text)))


def _plain(match: re.Match[str]) -> str:
    """A run of formal numerals made plain; 陸 and 參 without such company stay the words that they are."""
    run = match.group()
    is_sure = _FORMAL_SURE.intersection(run) or _FORMAL_START.match(match.string, match.start())
    return run.translate(_FORMAL_PLAIN) if is_sure else run
