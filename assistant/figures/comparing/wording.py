"""What the words of both texts allow to follow from figures of the source: a lead, a total, a part of a whole."""

import re
from typing import NamedTuple

from assistant.figures.tables import find_word
from assistant.figures.values import Figure, Kind, PartialDate
from assistant.patterns import compile_late

_NEAR = 8
POINTS = frozenset({"point", "points"})
_WORDS = 48
"""Characters around a figure in which a word of difference is looked for."""
_DIFFERENCE = compile_late(
    r"\b(?:lead\w*|led|ahead|behind|margin|gap|differen\w+|spread|more|fewer|less|higher|lower|above|below|short|rose|rise\w*|rising"
    r"|fell|fall\w*|grew|grow\w*|increas\w+|decreas\w+|decline\w*|drop\w*|climb\w*|gain\w*|jump\w*|surg\w+|cut|shr[aiu]nk\w*|up"
    r"|down|added|remain\w*|left|others?|rest|later|earlier|older|younger|apart|separat\w+|exceed\w*|outnumber\w*|surplus|deficit|net"
    r"|widen\w*|narrow\w*|beat\w*|extra|additional|uncounted|missing\sfrom|balance|by)\b",
    re.IGNORECASE,
)
_KIND_OF_MONEY = compile_late(
    r"(?P<sales>营[收业][额]?|收入|销售额|売上高?)|(?P<profit>获利|利润|盈[余利]|[净纯]利|纯益|利益)|(?P<loss>亏损|损失|赤字)|(?P<debt>负债|债务)"
    r"|(?P<cost>成本|支出|费用)|(?P<tax>税[收额金]?)"
)
"""What nobody adds up: sales and profit."""
REMAINING = compile_late("其[余他]|剩[下余]|残り|余下|另[有外]|[无沒没]意见|不知道|[未没]表[态示]|拒答|未决定")
"""What a source calls the rest of a whole."""
_LONGEST_REST = 12
_THE_REST = compile_late(r"\b(?:remaining|other|rest,?)\s$")
_PART = compile_late(r"其中|[之當当]中|中[，、]?(?:只|僅|仅|已|共|就)?[有约約]")
_PAIR, _NEAR_PART = 2, 24
"""Terms; characters between a whole and its part."""
_MORE_THAN = compile_late(
    r"\s(?:[a-z]+\s){0,2}(?:(?:more|fewer|less|higher|lower)\sthan|(?:more|fewer)(?=\s[a-z])|later|short\sof|shy\sof)\b"
)
_OF_ANOTHER = compile_late(r"\s(?:of|as|what|that|those|the|more|higher|larger|faster)\b")
"""Three times the average, a third of the national rate."""
_MATCHES = frozenset({"meetings", "games", "matches", "encounters", "bouts", "fights"})
RESULTS = frozenset("胜负败平和")
_TOTAL_BEFORE = compile_late(
    r"\b(?:total|sum|combined|altogether|aggregate|together)\s(?:\w+\s)?(?:of\s|to\s)?(?:[A-Z]{0,3}[$€£¥])?$",
    re.IGNORECASE,
    needs="total sum combined altogether aggregate together",
)
_TOTAL_BEHIND = compile_late(
    r"\s(?:\w+\s){0,2}(?:in\sall|in\stotal|altogether|combined|put\stogether)\b", re.IGNORECASE
)
_MEDALS = frozenset({"medal", "medals"})
_TOTALLED = 40
"""Characters before a total in which a word says so."""
_ALL_BUT = ("all but ", "All but ")
_OF_WHICH = compile_late(r"\sof\s(?:which|whom|that|it|them)\b", re.IGNORECASE)
_YEARS = compile_late(r"\b(?:years?|aged?|old|decades?|later|after|anniversary)\b", re.IGNORECASE)


class Derivation(NamedTuple):
    """How a figure follows: the source figures it is made of, and the working in words."""

    terms: tuple[Figure, ...]
    working: str


class Wording(NamedTuple):
    """What stands around the figure and its terms, so that no difference is taken for one that nobody speaks of."""

    source: str
    """Folded."""
    english: str
    is_free: bool = True
    """A translation is not free: it states only what the source as good as says, the sum of what each gives (各) and
    the lead of one over another."""

    def allows(self, figure: Figure, derivation: Derivation) -> bool:
        """Whether the words allow that ``figure`` follows in this way."""
        start, end = figure.span
        if " − " in derivation.working and is_told_as_lead(self.english, figure):
            return True
        said = self.english[max(0, start - _WORDS) : end + _WORDS]
        if " − " in derivation.working and not (_YEARS if _is_of_years(derivation) else _DIFFERENCE).search(said):
            return False
        if " − " in derivation.working and figure.kind is Kind.PERCENT:
            return False  # what parts two percentages are points
        is_sum = " + " in derivation.working
        if is_sum and (self._are_of_two_kinds(derivation.terms) or self._is_part(derivation.terms)):
            return False
        is_lead = " − " in derivation.working and all(term.kind is Kind.PERCENT for term in derivation.terms)
        is_part = " ÷ " in derivation.working and (
            _OF_WHICH.match(self.english, end) is not None
            or (figure.kind is Kind.FRACTION and self._is_part(derivation.terms))
        )
        if is_told_as_total(self.english, figure) and not self.is_free:
            is_each = " × " in derivation.working and figure.head not in _MEDALS  # ten medals are no 2 × 5金
            return is_each or " + " in derivation.working
        is_ratio = " ÷ " in derivation.working and is_told_as_ratio(self.english, figure)
        is_record = is_told_as_record(figure) and all(term.unit[:1] in RESULTS for term in derivation.terms)
        is_left = derivation.working.count(" − ") == _PAIR and is_remainder(figure, self.english, self.source)
        is_each = " × " in derivation.working and (figure.kind is Kind.MONEY or len(derivation.terms) == _PAIR)
        return self.is_free or is_lead or is_left or is_part or is_ratio or is_record or is_each

    def _is_part(self, terms: tuple[Figure, ...]) -> bool:
        """Whether the source tells one of two as a part of the other: 12家企業中有9家, 30餘人受傷，其中5人重傷."""
        one, other = sorted(terms[:2], key=lambda term: term.span.start)
        between = self.source[one.span.end : other.span.start]
        return len(terms) == _PAIR and len(between) <= _NEAR_PART and _PART.search(between) is not None

    def _are_of_two_kinds(self, terms: tuple[Figure, ...]) -> bool:
        """Whether the source calls sums of money by words for different things: 營收85億美元，獲利12億美元."""
        if terms[0].kind is not Kind.MONEY:
            return False
        before = (self.source[max(0, term.span.start - _NEAR) : term.span.start] for term in terms)
        said = [kinds[-1].lastgroup for words in before if (kinds := [*_KIND_OF_MONEY.finditer(words)])]
        return len(set(said)) > 1


def is_told_as_lead(english: str, figure: Figure) -> bool:
    """Whether the words right beside a figure say that it parts two others: 100,000 more than, all but seven."""
    start, end = figure.span
    return _MORE_THAN.match(english, end) is not None or english.endswith(_ALL_BUT, 0, start)


def is_told_as_ratio(english: str, figure: Figure) -> bool:
    """Whether the words right behind a fraction or a multiple say that it is one of something else that is told."""
    return figure.kind in (Kind.MULTIPLE, Kind.FRACTION) and _OF_ANOTHER.match(english, figure.span.end) is not None


def is_told_as_record(figure: Figure) -> bool:
    """Whether it counts all that was played: eight meetings, for 1勝7負."""
    return figure.head in _MATCHES


def is_told_as_total(english: str, figure: Figure) -> bool:
    """Whether the words right beside a figure say that it adds up others: a total of 122, ten medals."""
    start, end = figure.span
    if figure.head in _MEDALS or _TOTAL_BEHIND.match(english, end):
        return True
    return _TOTAL_BEFORE.search(english, max(0, start - _TOTALLED), start) is not None


def is_remainder(figure: Figure, english: str, source: str) -> bool:
    """Whether both texts call it what is left of a whole: "the remaining 32,000", for 其餘."""
    start = figure.span.start
    return bool(_THE_REST.search(english, max(0, start - _LONGEST_REST), start) and find_word(REMAINING, source))


def _is_of_years(derivation: Derivation) -> bool:
    return all(isinstance(term.value, PartialDate) for term in derivation.terms)
