"""What else came of an event, according to one item: a sentence, households without power, evacuees, a fine, a price.

Like a toll (``casualties``), each is taken only where a word directly beside the figure says what was counted, and
where the item has one value for it. A sentence that was asked for, may be passed, or is of another court is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.conflicts.mentions import differ
from assistant.figures import Figure, Kind, read_source
from assistant.figures.rendering import render
from assistant.folding import fold
from assistant.patterns import compile_late
from assistant.records import Item, Segment, Span

BESIDE = 12
"""Characters before and behind a figure in which its word stands."""
SENTENCE = "sentence"
FEWEST_SHARED = 2
COURTS_WITHIN = 4_000
"""Characters of an item in which its court is named."""
_WEAK = (
    "(?:了|达到?|约|大约|逾|超过|近|将近|至少|共|总共|合计|已|已经|有|为|是|在|于|订为|定为|订在|增至|升至|上升至"
    "|人数|户数|影响|多达|高达|新台币|人民币|港币|は|が|の|に)*"
)
_GAUGES = (
    ("households without power", Kind.COUNT, "户戸", "停电|断电|停電|没电|无电可用|供电中断|失去电力"),
    ("evacuated", Kind.COUNT, "人名位", "疏散|撤离|避难|撤出"),
    ("sheltered", Kind.COUNT, "人名位", "安置|收容"),
    ("detained", Kind.COUNT, "人名位", "拘留|羁押|扣留"),
    ("laid off", Kind.COUNT, "人名位", "裁员|裁减|裁掉|资遣|解雇|解僱"),
    ("fine", Kind.MONEY, "", "罚款|罚锾|罚金|裁罚|[遭被]罚|开罚|处罚|罚"),
    ("damages", Kind.MONEY, "", "判赔|赔偿|赔"),
    ("price", Kind.MONEY, "", "售价|定价|要价|订价|单价"),
    ("magnitude", Kind.MEASURE, "", "规模"),
    ("close", Kind.MONEY, "", "收在|收盘价|收于|收报|收盘"),
)
"""What was counted, the kind and the counters of its figure, and the words beside it, in simplified characters."""
_OF_ONE = frozenset({"price", "close"})
"""What each thing has of its own: the words before must be about the same."""
_AFTERSHOCK = "余震"
NO_COURTS = frozenset[str]()
_BEHIND = "(?:居民|民众|村民|市民|住户|用户|家庭|员工|人|旅客|学生)?(?:一度|暂时|被迫|被|已|紧急|须|需要?|遭|が|の)*"
_NO_WHOLE = compile_late(
    "(?:其中|另|又|再|各|每|新增|增加|由|从|原|先前|一度|此前|稍早|去年|前年|上次|预计|预估|可能|恐|将|最高|最多|上限|恢复|复电|截至|累计|包括|今年|平均|拟|求偿|请求)"
    "[^，。；]{0,8}$"
)
_TERM_BEFORE = compile_late(
    "(?:判处?|处|判囚|判监|判刑|入狱|监禁|囚|有期徒刑|徒刑|懲役|惩役|拘役|[获遭被改]判)(?:了|有期徒刑|徒刑|监禁|入狱|以|刑|约|合共|共)*$"
)
_TERM_BEHIND = compile_late("(?:的)?(?:有期徒刑|徒刑|监禁|刑期|牢狱|懲役|惩役|拘役)")
_FOR_LIFE = compile_late(
    "(?<![未免])(?P<death>死刑)(?!犯|制度|存废|定谳)|(?P<life>无期徒刑|终身监禁|无期懲役|无期惩役|終身刑)"
)
_PASSED = compile_late("判|处以?|宣告|言い渡")
_CLAUSE = compile_late("[，。；、,;]")
_ASKED = compile_late(
    "求处|求刑(?!通り)|建请|要求|最高|最重|最低|可处|可判|得处|面临|恐|或|如果|若|缓刑|[以之][上下]|法定|废除|废|反对|原|改|免|逃过|至[^，。；]{0,4}$|[^，。；]{0,3}以上$"
)
_COURT = compile_late("一审|二审|三审|初审|终审|更[一二三]?审|再审|原审|上诉|定谳|地院|高院|最高法|地裁|高裁|最高裁")
_NO_NAME = compile_late(
    "被告|嫌犯|男子|女子|法院|法官|判处?|有期|徒刑|无期|死刑|监禁|今天?|昨天?|[0-9]+[日年月]|因|涉嫌?|案|罪名?|[遭被获]|地方|高等|一审|二审|裁定|宣判|依|以|入狱|刑|处"
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One value with the words that say of what; ``span`` counts in the dump."""

    subject: str
    value: object
    english: str
    words: str
    span: Span
    figure: Figure | None
    courts: frozenset[str]
    about: tuple[str, ...]
    """For a sentence: what else its clause says, in pieces."""


def read_outcomes(item: Item) -> dict[str, Outcome]:
    """Subject -> the one value that an item has for it."""
    found: dict[str, dict[object, Outcome]] = {}
    for segment in item.sentences:
        for outcome in _read(item, segment):
            found.setdefault(outcome.subject, {}).setdefault(outcome.value, outcome)
    courts = frozenset(_COURT.findall(fold(item.text[:COURTS_WITHIN]))) if SENTENCE in found else frozenset()
    one = (next(iter(told.values())) for told in found.values() if len(told) == 1)
    return {outcome.subject: replace(outcome, courts=courts) for outcome in one}


def are_other_outcomes(one: Outcome, other: Outcome) -> bool:
    """Whether two items give different values for one thing; two courts, or two persons, have a sentence each."""
    if one.figure and other.figure and not differ(one.figure, other.figure):
        return False
    if one.value == other.value or (one.courts and other.courts and one.courts != other.courts):
        return False
    return not one.about or not other.about or _share(one.about, other.about)


def _share(one: Sequence[str], other: Sequence[str]) -> bool:
    pieces = {piece[at : at + FEWEST_SHARED] for piece in one for at in range(len(piece) - FEWEST_SHARED + 1)}
    return any(piece[at : at + FEWEST_SHARED] in pieces for piece in other for at in range(len(piece) - 1))


def _read(item: Item, segment: Segment) -> Iterator[Outcome]:
    folded = fold(segment.text)
    if not _any_word().search(folded):
        return
    for figure in read_source(segment.text, language=item.language, clock=None):
        before, behind = (
            folded[max(0, figure.span.start - BESIDE) : figure.span.start],
            folded[figure.span.end :][:BESIDE],
        )
        if figure.kind is Kind.DURATION and (_TERM_BEFORE.search(before) or _TERM_BEHIND.match(behind)):
            if (
                figure.low == figure.high
                and not _ASKED.search(_CLAUSE.split(before)[-1])
                and not behind.startswith(("以上", "以下"))
            ):
                yield _sentence(segment, folded, figure.span, render(figure))
        elif not _NO_WHOLE.search(before) and _AFTERSHOCK not in before + behind:
            for subject, words in _find_gauge(figure, before, behind):
                span = figure.span.shift(segment.span.start)
                told = words.of(segment.text).strip()
                about = _read_about(folded, words.start) if subject in _OF_ONE else ()
                yield Outcome(
                    subject, (figure.value, figure.unit), render(figure), told, span, figure, NO_COURTS, about
                )
    for match in _FOR_LIFE.finditer(folded):
        before = folded[max(0, match.start() - BESIDE) : match.start()]
        if (_PASSED.search(before) or _PASSED.match(folded, match.end() + 1)) and not _ASKED.search(
            _CLAUSE.split(before)[-1]
        ):
            english = "death sentence" if match["death"] else "life imprisonment"
            yield _sentence(segment, folded, Span(*match.span()), english)


def _sentence(segment: Segment, folded: str, span: Span, english: str) -> Outcome:
    start = max(folded.rfind(mark, 0, span.start) for mark in "。；;\n") + 1
    about = tuple(piece for piece in _NO_NAME.split(re.sub(r"\W", "", folded[start : span.start])) if len(piece) > 1)
    words = segment.text[max(start, span.start - BESIDE) : span.end].strip()
    return Outcome(SENTENCE, english, english, words, span.shift(segment.span.start), None, NO_COURTS, about)


def _read_about(folded: str, at: int) -> tuple[str, ...]:
    """Of what a clause says a price, up to it: 新機 is not 舊機."""
    before = _CLAUSE.split(folded[max(0, at - BESIDE) : at])[-1]
    return (before,) if len(before) >= FEWEST_SHARED else ()


def _find_gauge(figure: Figure, before: str, behind: str) -> Iterator[tuple[str, Span]]:
    """What a figure counts, and the words that say so."""
    for subject, kind, counters, ahead, after in _patterns():
        counter = figure.unit[:1] or behind[:1]  # Japanese leaves 戸 out of the figure
        if figure.kind is not kind or (counters and counter not in counters):
            continue
        own = ahead.search(before)
        told = None if own else after.match(fold(figure.unit[1:]) + behind[not figure.unit and bool(counters) :])
        if own or told:
            start = figure.span.start - (len(before) - own.start() if own else 0)
            end = figure.span.end + (max(0, told.end() - len(figure.unit[1:])) if told else 0)
            yield subject, Span(start, end)
            return


@cache
def _patterns() -> tuple[tuple[str, Kind, str, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (subject, kind, counters, compile_late(f"(?:{words}){_WEAK}$"), compile_late(f"{_BEHIND}(?:{words})"))
        for subject, kind, counters, words in _GAUGES
    )


@cache
def _any_word() -> re.Pattern[str]:
    return compile_late("|".join([*(words for *_, words in _GAUGES), "刑|监禁|判|囚|懲役|惩役"]))
