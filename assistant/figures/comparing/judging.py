"""Give every figure its verdict, from the alignment and from what it left over."""

from assistant.figures.comparing.agreement import agree, wording_conflicts
from assistant.figures.comparing.alignment import Alignment, Link
from assistant.figures.comparing.balances import find_contrary_half, find_other_side_of_half
from assistant.figures.comparing.context import Context
from assistant.figures.comparing.diagnosis import explain, kinship
from assistant.figures.comparing.events import find_event
from assistant.figures.comparing.following import MAY_BE_MEANT, Following
from assistant.figures.comparing.grades import Grade
from assistant.figures.comparing.leftovers import Leftovers, is_bare_day
from assistant.figures.comparing.misfits import find_misfit
from assistant.figures.comparing.naming import find_other_name, is_in_title, is_sequel
from assistant.figures.comparing.scores import find_parts, find_whole_score
from assistant.figures.comparing.senses import STREAKS, is_streak
from assistant.figures.comparing.unsaid import sums_up_list
from assistant.figures.dimensions import AGES
from assistant.figures.rendering import render
from assistant.figures.tables import counter_names, find_word
from assistant.figures.values import Figure, Interval, Kind, Part, PartialDate, is_half
from assistant.figures.verdicts import Carriage, Checked, Comparison, Mode
from assistant.patterns import compile_late
from assistant.records.finding import Verdict

IS_RIVAL = 12
"""The kinship from which a left-over source figure is likelier meant than one that agrees only weakly."""
_SAME_DIMENSION = 10
"""The kinship of two durations, whatever they say."""
_PAIRS = compile_late(
    "[一這这][對对雙双]|雙雙|双双|雙方|双方|[男女混][雙双]|[雙双][打人胞]|[組组]合|搭[檔档]|夫[妻婦妇]|情侶|情侣|父[子女]|母[子女]|兄弟|姊妹|姐妹"
)
"""What says two without a number of its own."""
_LONG_TIMES = frozenset({10, 100})
"""Years in a decade, in a century."""
_HALVES = compile_late("半(?!成)|腰[斬斩]|[平均]分|二分|五五")
_SUPPORTED, _CARRIED, _OMITTED = Verdict.SUPPORTED, Carriage.CARRIED, Carriage.OMITTED
"""What most figures are: to find a member of an enumeration takes as long as a call."""
MOST_WORDS = 10
"""Counts up to here are commonly written in words, and mistaken for one another."""

_LENGTHS = frozenset({Kind.DURATION, Kind.DATE})


class Judge(Following):
    """Judges each English figure, then each source figure."""

    def __init__(
        self,
        here: tuple[Figure, ...],
        there: tuple[Figure, ...],
        alignment: Alignment,
        *,
        context: Context,
        mode: Mode,
    ) -> None:
        self.here, self.there, self.links, self.mode = here, there, alignment.links, mode
        self.exchanged, self.turned, self.context = alignment.exchanged, alignment.turned, context
        self.misplaced = alignment.misplaced
        self.left = Leftovers(there, alignment.used)

    def judge(self) -> Comparison:
        """The verdicts, in the order of the texts."""
        checked = []
        for number, figure in enumerate(self.here):
            link = self.links.get(number)
            if number in self.exchanged:
                result: Checked | None = self._exchanged(number)
            elif number in self.turned and link:
                result = self._turned(figure, self.there[link.source], self.turned[number])
            elif number in self.misplaced and link:
                result = self._misplaced(figure, self.there[link.source], *self.misplaced[number])
            else:
                result = self._linked(figure, number, link) if link else self._unmatched(figure, number)
            if result:
                checked.append(result)
        return Comparison(tuple(checked), tuple(map(self._carriage, range(len(self.there)))))

    # ------------------------------------------------------------------------------------ the English side

    def _linked(self, figure: Figure, number: int, link: Link) -> Checked:
        """Supported, unless the support is weak and a left-over figure is likelier the one meant.

        Beside a whole item weak support is enough: something alike is always left over there.
        """
        source = self.there[link.source]
        here, there = link.reading.value, link.source_reading.value
        if isinstance(here, PartialDate) and isinstance(there, PartialDate) and not figure.is_aside:
            added = self.context.find_added(here, there)
            if added:
                why = f"the source does not say the {added}: {source.surface}"
                return Checked(figure, Verdict.UNSUPPORTED, (source,), why)
        if (wrong := self._other_sense(figure, source, link)) is not None:
            return wrong
        if score := find_whole_score(self.context.english, self.here, self.there, self.links, number):
            return Checked(figure, Verdict.CONTRADICTED, (score,), explain(figure, score), render(score))
        covers_more = link.source_reading.span.end > source.span.end
        if covers_more:
            self.left.claim_within(link.source_reading.span, link.source)
        elif self.mode == "translation" and self._is_weak(link) and not self._is_other_side(number, link):
            rival = self._find_rival(figure, number, link)
            if rival is not None:
                return self._of_group(figure, rival) or self._contradicted(figure, rival)
        if isinstance(link.reading.value, Interval) and source.part:  # in their twenties, for 二十至二十九歲
            self.left.claim(link.source + 1 if source.part is Part.FROM else link.source - 1)
        status = Verdict.IDENTIFIER if link.reading.kind is Kind.IDENTIFIER else _SUPPORTED
        return Checked(link.reading, status, (source,), link.source_reading.note)

    def _other_sense(self, figure: Figure, source: Figure, link: Link) -> Checked | None:
        """A price for another unit, or an age made of a stretch of years that is told elsewhere."""
        if why := self._why_other_unit(figure, source, link) or find_misfit(self.context, figure, source, link):
            return Checked(figure, Verdict.CONTRADICTED, (source,), why, render(source))
        may_differ = link.is_reused and source.unit not in AGES and self.mode == "translation"
        if may_differ and any(reading.unit == "岁" for reading in figure.readings):
            return Checked(figure, Verdict.UNSUPPORTED, (), f"the source has no such age; {source.surface} is no age")
        return None

    def _exchanged(self, number: int) -> Checked:
        """Both values are in the source, each in the other's place."""
        figure, other = self.here[number], self.here[self.exchanged[number]]
        link = self.links[self.exchanged[number]]
        place = self.there[link.source]
        self.left.claim_within(link.source_reading.span, link.source)
        if number in self.misplaced and self.misplaced[number][0] == link.source:  # told of the dead: says more
            return self._misplaced(figure, self.there[self.links[number].source], *self.misplaced[number])
        printed = self.context.source[place.span.start : max(place.span.end, link.source_reading.span.end)]
        why = f"exchanged with {other.surface}: source has {printed} here"
        return Checked(figure, Verdict.CONTRADICTED, (place, self.there[self.links[number].source]), why, render(place))

    @staticmethod
    def _turned(figure: Figure, source: Figure, why: str) -> Checked:
        return Checked(figure, Verdict.CONTRADICTED, (source,), why, render(source))

    def _misplaced(self, figure: Figure, source: Figure, place: int, why: str) -> Checked:
        meant = self.there[place]
        return Checked(figure, Verdict.CONTRADICTED, (meant, source)[meant is source :], why, render(meant))

    def _is_weak(self, link: Link) -> bool:
        """Whether the number agrees and little else does: used already, an idle 一個, or a bare number for a unit."""
        return link.is_reused or self.there[link.source].is_soft or link.grade is Grade.LOOSE

    def _is_other_side(self, number: int, link: Link) -> bool:
        """Whether a score carries the figure and the one before it, each for a number of its own: 108-101."""
        before = self.links.get(number - 1)
        return (
            before is not None
            and before.source == link.source
            and self.there[link.source].kind is Kind.SCORE
            and self.here[number - 1].kind is not Kind.SCORE
            and self.here[number - 1].value != self.here[number].value
        )

    def _unmatched(self, figure: Figure, number: int) -> Checked | None:
        """Nothing in the source carries it: contradicted where a figure of its neighbourhood was left over."""
        if figure.kind is Kind.IDENTIFIER:
            return self._unmatched_name(figure)
        near = self._expected_place(number)
        if figure.is_soft and figure.kind is Kind.COUNT:
            return self._unmatched_word(figure, near) or self._added_two(figure)
        told = self._told(figure, near) or self._priced(figure, near) or self._for_each(figure, number, near)
        if told := told or self._added_up(figure, number, near):
            return told
        parts = find_parts(figure, near, self.there, self.left, self.context.english)
        if parts:
            return Checked(figure, Verdict.SUPPORTED, parts, f"{parts[0].surface}, {parts[1].surface}")
        told = self._derived(figure, near) or self._moved(figure, number) or self._of_event(figure)
        told = told or self._in_a_time(figure, near) or self._other_stopwatch(figure, near) or self._other_half(figure)
        return told or self._without_support(figure, near)

    def _of_event(self, figure: Figure) -> Checked | None:
        """1947, beside 二二八事件."""
        event = find_event(figure, self.context.folded, self.context.english)
        return Checked(figure, Verdict.DERIVED, (), f"when {event.name} was") if event else None

    def _unmatched_name(self, figure: Figure) -> Checked:
        """F-15, where F-5 is left over in the source; other names may be in Chinese there."""
        if (index := find_other_name(figure, self.there, self.left)) is not None:
            return self._contradicted(figure, index)
        return Checked(figure, Verdict.IDENTIFIER, why="a name that the source does not print in this form")

    def _without_support(self, figure: Figure, near: int) -> Checked | None:
        meant = self.left.find_meant(figure, near, MAY_BE_MEANT)
        wrong = self._find_other_streak(figure, near)
        if wrong is None and meant is not None and self.weekdays.is_other(figure, self.there[meant]):
            wrong = meant
        if wrong is not None:
            return self._contradicted(figure, wrong)
        if self._is_free(figure):
            return None
        if meant is not None and not (figure.is_soft and self._is_idle(figure, self.there[meant])):
            return self._contradicted(figure, meant)
        if figure.is_soft or is_sequel(figure, self.context.english, self.context.source):
            return self._other_day(figure) if figure.is_soft else None
        if self.mode == "translation" and (words := self.context.printed.find_unread(figure.low)):
            return Checked(figure, Verdict.SUPPORTED, (), f"the source prints {words}")
        return Checked(figure, Verdict.UNSUPPORTED, (), "the source has no such figure")

    def _other_half(self, figure: Figure) -> Checked | None:
        """Nearly half, for 過半."""
        if not is_half(figure.value):
            return None
        if (wrong := find_contrary_half(figure, self.there)) is not None:
            return self._contradicted(figure, wrong)
        words = find_other_side_of_half(self.context.folded, figure)
        return Checked(figure, Verdict.CONTRADICTED, (), f"wording: the source has {words}") if words else None

    def _find_other_streak(self, figure: Figure, near: int) -> int | None:
        """3年連続 that is left over, where English has the second straight year."""
        if figure.kind is not Kind.ORDINAL or figure.head not in STREAKS:
            return None
        streaks = (n for n in self.left.around(near) if is_streak(self.context.folded, self.there[n]))
        return next((n for n in streaks if self.there[n].low != figure.low), None)

    def _is_free(self, figure: Figure) -> bool:
        """Whether nothing has to support a figure: it is said by the way, or a half, for which 半 has many words."""
        if is_half(figure.value) and not figure.surface[0].isdigit() and self._says_half():
            return True
        if is_in_title(figure, self.context.english):
            return True
        # beside a whole item, something alike is always left over
        return figure.is_aside or (figure.is_soft and self.mode == "summary")

    def _says_half(self) -> bool:
        """Whether a half stands in the source that no length of time has used up: 大半, 參半, the 半年 left over."""
        lengths = [f.span for n, f in enumerate(self.there) if f.kind is Kind.DURATION and n not in self.left]
        halves = _HALVES.finditer(self.context.source)
        return any(not any(start <= half.start() < end for start, end in lengths) for half in halves)

    @staticmethod
    def _is_idle(figure: Figure, source: Figure) -> bool:
        """Whether a soft duration is idle beside a source one: "twice a month" and 幾天, not "a month" and 半個月."""
        if figure.kind is Kind.ORDINAL and source.kind is Kind.COUNT and (source.is_soft or source.low == figure.low):
            return True  # the second stage, and 最後一輪; the second plant, and 兩座
        if figure.unit == "a" and figure.low in _LONG_TIMES:
            return source.unit != "a"  # a decade says how many years, whatever 一年 leaves open
        is_vague = source.is_soft and not wording_conflicts(figure, source)  # more than an hour, for 少於1小時
        return figure.kind is Kind.DURATION and (is_vague or source.unit != figure.unit)

    def _unmatched_word(self, figure: Figure, near: int) -> Checked | None:
        """One, two, both: English adds them freely. Only "two" beside another small count left over is wrong."""
        is_telling = figure.low == 2 and self.mode == "translation"  # a summary counts things by itself
        meant = self.left.find_meant(figure, near, MAY_BE_MEANT) if is_telling else None
        size = self.there[meant].high if meant is not None else None
        if meant is None or size is None or size == figure.low:
            return None
        if others := self._of_group(figure, meant):
            return others
        is_named = figure.head in counter_names().get(self.there[meant].unit, ())  # two losses, for 1敗
        if not is_named and (not 3 <= size <= MOST_WORDS or find_word(_PAIRS, self.context.source)):
            return None
        if sums_up_list(self.there[meant], self.context.source):
            return None
        return self._contradicted(figure, meant)

    def _find_rival(self, figure: Figure, number: int, link: Link) -> int | None:
        """A left-over source figure that is likelier meant than the one that agrees weakly."""
        if figure.is_aside:
            return None
        source = self.there[link.source]
        is_of_name = source.is_soft and source.kind is Kind.COUNT and figure.kind is Kind.DURATION  # 兩國, "two days"
        # "5-2 to end a losing streak at five"
        is_of_score = source.kind is Kind.SCORE and figure.kind is Kind.COUNT and link.is_reused
        # an ordinal of what is only counted: 兩國元首第三次會晤, "the second meeting"; 3銅 ... 第二位, "third"
        is_of_count = source.kind is Kind.COUNT and figure.kind is Kind.ORDINAL and link.is_reused
        least = _SAME_DIMENSION if is_of_name or is_of_score or is_of_count else IS_RIVAL
        rival = self.left.find_meant(figure, link.source, least)
        if is_of_count and rival is not None and self.there[rival].kind is not Kind.ORDINAL:
            rival = None
        if rival is None and link.is_reused:
            rival = self._find_next_in_order(figure, number)
        if rival is not None and figure.kind is Kind.COUNT and figure.head and self.there[rival].kind in _LENGTHS:
            return None  # "eight locations" was not meant to be 8個月, nor "two ships" 2日
        if rival is None or self.there[rival].is_soft or _says_same(figure, self.there[rival], source):
            return None
        is_sure = link.grade is Grade.SAME or (figure.is_soft and self.there[rival].kind is Kind.PERCENT)
        if figure.kind is Kind.DURATION and is_sure and self.there[rival].kind is not Kind.DURATION:
            return None  # "within a month" is 一個月, and never 一塊錢; "from a year earlier", and never 1.0%
        if figure.kind is Kind.ORDINAL and self.there[rival].low == figure.low:
            return None  # 兩座 says nothing against "its second plant"
        agrees = any(agree(figure, reading) > Grade.LOOSE for reading in self.there[rival].readings)
        return None if agrees else rival

    def _find_next_in_order(self, figure: Figure, number: int) -> int | None:
        """The left-over figure that follows in the source what the figure before renders: 3至5級, "3 to 8"."""
        before = self.links.get(number - 1)
        if before is None or before.source + 1 not in self.left:
            return None
        follower = self.there[before.source + 1]
        is_alike = follower.kind is figure.kind and (follower.unit == figure.unit or figure.kind is Kind.COUNT)
        return before.source + 1 if is_alike else None

    def _contradicted(self, figure: Figure, meant: int) -> Checked:
        self.left.claim(meant)
        source = self.there[meant]
        reading = max(source.readings, key=lambda reading: kinship(figure, reading))
        return Checked(figure, Verdict.CONTRADICTED, (source,), explain(figure, reading), render(reading))

    def _expected_place(self, number: int) -> int:
        """Where in the source an English figure should be: beside the figure before it, else in proportion."""
        for back in range(number - 1, max(-1, number - 4), -1):
            if back in self.links:
                return self.links[back].source + 1
        return number * len(self.there) // len(self.here)

    # ------------------------------------------------------------------------------------- the source side

    def _carriage(self, number: int) -> Checked:
        figure = self.there[number]
        omitted = self.mode == "translation" and self.left.is_omission(number, self.context)
        if omitted and self.weekdays.take(figure):
            omitted = False  # 6月5日 is told as "on Friday"
        elif omitted and self.context.is_of_agency(figure):
            omitted = False  # 新华社北京4月11日电
        elif omitted and is_bare_day(figure) and (self.context.names_days or self.context.is_dateline(figure)):
            omitted = False  # 昨(20)日 is told as "yesterday"
        return Checked(figure, _OMITTED if omitted else _CARRIED)


def _says_same(figure: Figure, one: Figure, other: Figure) -> bool:
    """Whether the source merely says it twice (規模5.8 in the headline and the text), and not 不足2年 ... 2年以上."""
    is_same = (one.kind, one.value, one.unit) == (other.kind, other.value, other.unit)
    return is_same and not wording_conflicts(figure, one)
