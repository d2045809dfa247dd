"""The parts of months, years, decades and centuries that a source names: 3月底, 今年初, 80年代末."""

import re

from assistant.figures.values import Figure, Kind
from assistant.kept import kept_property
from assistant.patterns import compile_late

_WORDS = (
    "(?:份|度)?的?(?:(?P<early>上旬|初(?![步选级审赛中高])|伊始|早期)"
    "|(?P<mid>中[旬期叶])|(?P<late>下旬|底(?![薪特部价层])|末|后期|晚期))"
)
_IN_SOURCE, _AT_ALL = compile_late(_WORDS), compile_late("[月年代纪]" + _WORDS)
_ELSEWHERE = {
    "early": compile_late("初|上旬|上中旬|伊始|早|前期|开年"),
    "mid": compile_late("中[旬期叶段上下]|[月年]中"),
    "late": compile_late("底|末|下旬|后期|晚|尾"),
}
"""Words that may say the same of another date of the source, or of this one from afar."""
_WORDS_FOR = {
    "last year": "[去昨]年", "this year": "[今本]年", "next year": "[明来翌]年",
    "last month": "上个?月|先月", "this month": "[本今这]个?月", "next month": "下个?月|[来翌]月",
}  # fmt: skip
_NAMED_BY_WORD = {english: compile_late(f"(?:{source})" + _WORDS) for english, source in _WORDS_FOR.items()}


class DateParts:
    """The parts of dates that a source names, found when they are first asked for.

    Args:
        folded: the source as words are looked for in it.
        figures: what is read in it.
    """

    def __init__(self, folded: str, figures: tuple[Figure, ...]) -> None:
        self._folded, self._figures = folded, figures

    @kept_property
    def are_named(self) -> bool:
        """Whether there are any; nearly all sources have none."""
        return _AT_ALL.search(self._folded) is not None

    @kept_property
    def elsewhere(self) -> frozenset[str]:
        """The parts for which the source has a word beside no date."""
        rest = _AT_ALL.sub("", self._folded)
        return frozenset(part for part, words in _ELSEWHERE.items() if words.search(rest))

    @kept_property
    def of_dates(self) -> frozenset[tuple[object, str]]:
        """Each date with each part of it that is named right behind it."""
        dates = ((f.value, self.behind(f)) for f in self._figures if f.kind is Kind.DATE)
        return frozenset((value, match.lastgroup or "") for value, match in dates if match)

    @kept_property
    def by_word(self) -> dict[str, list[re.Match[str]]]:
        """English words for a year or month -> where the source names a part of it."""
        return {english: [*words.finditer(self._folded)] for english, words in _NAMED_BY_WORD.items()}

    def behind(self, date: Figure) -> re.Match[str] | None:
        """The part that stands right behind a date."""
        return _IN_SOURCE.match(self._folded, date.span.end)
