"""Which language a text is in, by the characters it uses. Enough to tell the pages that this program is for."""

import re
from functools import lru_cache

from assistant.characters import HAN, HANGUL
from assistant.patterns import compile_late

_KANA = compile_late("[\u3041-\u30fa]+")
_HANGUL = compile_late(f"[{HANGUL}]+")
_NOT_HAN = compile_late(f"[\u3041-\u30fa{HANGUL}]")
_HAN = compile_late(f"[{HAN}]+")
# common characters that only one of the two scripts uses
TRADITIONAL = compile_late(
    "[這來個國們說為時會過學對裡後麼沒發當無開經頭見動兩長樣現將與進實點種聲話兒問機給幾業間電門東聽氣報選黨軍車區員總議體關應該產數據華灣聯邊臺達際務導稱認區責雙單]"
)
SIMPLIFIED = compile_late(
    "[这来个国们说为时会过学对里后么没发当无开经头见动两长样现将与进实点种声话儿问机给几业间电门东听气报选党军车区员总议体关应该产数据华湾联边达际务导称认责双单]"
)


def tell_language(text: str, page: str = "") -> str:
    """BCP 47: ``zh-Hant``, ``zh-Hans``, ``ja``, ``ko``, ``en``; ``und`` when there are no letters to tell by.

    A text whose characters are the same in both Chinese scripts is in that of its ``page``.
    """
    sample = text[:4000]
    han = kana = hangul = 0
    if _NOT_HAN.search(sample):
        han, kana, hangul = (sum(map(len, pattern.findall(sample))) for pattern in (_HAN, _KANA, _HANGUL))
    elif _HAN.search(sample):
        han = 1  # how many matters only beside the others
    if hangul > han and hangul > kana:
        return "ko"
    if kana * 8 > han + kana:
        return "ja"
    if han:
        simplified, traditional = len(SIMPLIFIED.findall(sample)), len(TRADITIONAL.findall(sample))
        if simplified == traditional and page:
            return _tell_script(page[:4000])
        return "zh-Hans" if simplified > traditional else "zh-Hant"
    return "en" if re.search("[A-Za-z]{2}", sample) else "und"


@lru_cache(maxsize=8)
def _tell_script(sample: str) -> str:
    """The Chinese script of a page. Each of its parts asks, and a page may have ten thousand."""
    return "zh-Hans" if tell_language(sample) == "zh-Hans" else "zh-Hant"
