"""One bare 元 told as two currencies: NT$12.6 billion, and 45,000 yuan beside it, where the source says 元 of both."""

from collections import Counter

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.victims import Misplaced
from assistant.figures.tables import find_word
from assistant.figures.values import BARE_DOLLAR, BARE_YUAN, Figure, Kind
from assistant.patterns import compile_late

_TRADITIONAL = compile_late("[萬億這個們為與會對於後從過將發時說國來間關開無兩長張門價錢員學業電車]")
_YUAN = frozenset({"TWD", "CNY", "HKD", "MOP"})
_OPEN = frozenset({BARE_YUAN, "CNY"})
"""What a bare 元 may be read as."""
_BARE = ("元", "块", "塊")
_SINGAPORE = "SGD"
_ELSEWHERE = compile_late("中[国國]|北京|上海|[台臺][湾灣]|香港|人民[币幣]|大[陆陸]")
_OF_SINGAPORE = compile_late(
    "新加坡|[獅狮]城|[組组]屋|[擁拥][車车][證证]|建屋局|樟宜|[烏乌][節节]路|裕廊|淡[濱滨]尼|宏茂[橋桥]|勿洛|兀[蘭兰]|榜[鵝鹅]|盛港|大巴[窯窑]|武吉|金文泰|芽[籠笼]|[濱滨]海[灣湾]|[聖圣]淘沙"
)


def find_other_currencies(there: tuple[Figure, ...], links: dict[int, Link]) -> Misplaced:
    """The English figures that are told in another currency than the rest, each with its own source figure.

    Which of two is right nobody can tell: the one that is told less often is taken for the wrong one, or the later.
    """
    told = {
        n: link.reading.unit
        for n, link in links.items()
        if link.reading.unit in _YUAN and link.reading.kind is Kind.MONEY and there[link.source].unit == BARE_YUAN
    }
    if len(told) < 2:
        return {}
    told = dict(sorted(told.items()))
    counts = Counter(told.values())
    if len(counts) < 2:
        return {}
    usual = counts.most_common(1)[0][0]
    why = f"currency: the other 元 of this text are told in {usual}"
    return {n: (links[n].source, why) for n, unit in told.items() if unit != usual}


def is_local_dollar(source: str, english: Figure, meant: Figure) -> bool:
    """Whether "$150" is 150元 of a text in traditional characters: its 元 is one of two dollars, whichever.

    Or S$150 that of a text of Singapore which names no other country whose money 元 may be.
    """
    if meant.unit not in _OPEN or english.value != meant.value or not meant.surface.endswith(_BARE):
        return False
    if english.unit == _SINGAPORE or meant.unit != BARE_YUAN:
        is_dollar = english.unit in (_SINGAPORE, BARE_DOLLAR)
        return is_dollar and bool(find_word(_OF_SINGAPORE, source)) and not find_word(_ELSEWHERE, source)
    return english.unit == BARE_DOLLAR and bool(find_word(_TRADITIONAL, source))
