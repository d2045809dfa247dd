"""A place among the largest that English leaves out: 第二大 told as "the largest".

A superlative holds no number, so no reader makes a figure of it; the one that is wrong becomes one here. Only where the
source has a later place of the same quality, which no English figure tells, and no first one at all.
"""

import re
from collections.abc import Iterator

from assistant.figures.values import Figure, Kind
from assistant.figures.verdicts import Checked, Comparison
from assistant.patterns import compile_late
from assistant.records.finding import Verdict
from assistant.records.source import Span

_QUALITIES = {
    "大": "largest|biggest|(?<=[’']s\\s)(?:top|leading)",
    "高": "highest|tallest",
    "長长": "longest",
    "多": "largest|biggest|highest",
    "老古": "oldest",
    "深": "deepest",
    "貴贵": "most\\sexpensive|costliest|priciest|dearest",
    "快": "fastest|quickest",
    "富": "richest|wealthiest",
    "強强": "strongest",
    "小": "smallest",
    "低": "lowest",
}
"""What a source ranks by, and the English superlatives for it."""
_RANKED = compile_late(
    f"第(?:[二三四五六七八九十]|[2-9]|[1-9]\\d)個?个?名?([{''.join(_QUALITIES)}])(?![樓楼學学中年等人])"
)
_FIRST = compile_late("最|第[一1](?!\\d)|首|冠|榜|龍頭|龙头|頭號|头号|之最|[一1]位|魁|霸|トップ|筆頭|主要")
"""What "the largest" may render besides."""
_SUPERLATIVES = {
    sign: compile_late(
        rf"\b(?:the|its|their|our|his|her|\w+[’']s?)\s(?:single\s)?({words})\b(?!\sof\s(?:the\s)?(?:two|three))",
        re.IGNORECASE,
    )
    for signs, words in _QUALITIES.items()
    for sign in signs
}
_ONE_OF = compile_late(r"\b(?:one|two|three|some|many|any|several|among|between|most)\s(?:of\s)?$", re.IGNORECASE)
_BUT_FOR = compile_late(
    r"[^.;!?]{0,120}\b(?:after|behind|but|except|excluding|other\sthan|outside|beyond|second|runner-up|next|apart\sfrom|following"
    r"|opposition|rival|private|foreign|local|domestic|independent|non-\w+)\b",
    re.IGNORECASE,
)
"""The largest after the United States is the second, and the second largest party the largest of the opposition."""


def find_wrong_superlatives(comparison: Comparison, source: str, english: str) -> Iterator[Checked]:
    """The superlatives of ``english`` of which ``source`` has a later place alone, told by none of the figures."""
    if "第" not in source or not (ranked := _RANKED.search(source)) or _FIRST.search(source):
        return
    told = {figure.span for checked in comparison.english_figures for figure in checked.evidence}
    places = {checked.figure.span.start: checked.figure for checked in comparison.source_figures}
    untold: dict[str, tuple[str, Figure]] = {}
    for found in _RANKED.finditer(source, ranked.start()):
        meant = places.get(found.start())
        if meant is not None and meant.kind is Kind.ORDINAL and meant.span not in told:
            untold.setdefault(found[1], (found[0], meant))
    for quality, (phrase, meant) in untold.items():
        for match in _SUPERLATIVES[quality].finditer(english):
            if _is_of_all(english, match):
                first = Figure(Span(*match.span(1)), match[1], Kind.ORDINAL, 1)
                yield Checked(first, Verdict.CONTRADICTED, (meant,), f"place differs: the source has {phrase}", phrase)


def _is_of_all(english: str, superlative: re.Match[str]) -> bool:
    """Whether it leaves none out: not one of the largest, nor the largest after two others, or of the opposition."""
    start, end = superlative.span()
    return not (_ONE_OF.search(english, max(0, start - 12), start) or _BUT_FOR.match(english, end))
