"""What follows from a source without standing in it so: September for 上月, a price for another unit, a sum, a lead."""

from collections.abc import Iterator

from assistant.figures.chinese.printed import is_told_by
from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.context import Context
from assistant.figures.comparing.counting import adds_two
from assistant.figures.comparing.currencies import is_local_dollar
from assistant.figures.comparing.derivation import (
    derive_any,
    hours_between,
    in_proportion,
    share_of,
    year_after,
)
from assistant.figures.comparing.direction import tell_direction
from assistant.figures.comparing.glosses import explain_gloss
from assistant.figures.comparing.growth import tells_growth
from assistant.figures.comparing.implied import find_span, find_start, find_step, is_step
from assistant.figures.comparing.leftovers import NEIGHBOURHOOD, Leftovers, is_bare_day
from assistant.figures.comparing.multiples import find_multiple
from assistant.figures.comparing.openings import find_first_months, find_last_day, find_quarter_before, find_weekdays
from assistant.figures.comparing.rates import convert_price, find_added_period, find_other_unit, find_unit_of_price
from assistant.figures.comparing.sums import explain_sum, find_shares_beside, is_rest_of, tells_others
from assistant.figures.comparing.weekdays import Weekdays
from assistant.figures.comparing.wording import (
    POINTS,
    Wording,
    is_remainder,
    is_told_as_lead,
    is_told_as_ratio,
    is_told_as_record,
    is_told_as_total,
)
from assistant.figures.comparing.yields import (
    THOUSAND,
    find_other_area,
    find_per_hundred,
    find_yield,
    may_be_per_thousand,
)
from assistant.figures.dimensions import dimension_of
from assistant.figures.rendering import render
from assistant.figures.values import PER_MILLE, ClockTime, Figure, Kind, PartialDate
from assistant.figures.verdicts import Checked, Mode
from assistant.kept import kept_property
from assistant.records.finding import Verdict

MAY_BE_MEANT = 4
"""The kinship from which a left-over source figure counts as the one meant; below it is a different figure."""
_STEPS = frozenset({Kind.MONEY, Kind.COUNT, Kind.MEASURE, Kind.PERCENT, Kind.FRACTION, Kind.POINTS, Kind.BASIS_POINTS})
_PARTS_OF_TIME = ("h", "min", "s")
_TOLD_BY_TERMS = frozenset({Kind.MONEY, Kind.FRACTION, Kind.POINTS})


class Following:
    """The figures of both texts, and what supports an English one that nothing in the source renders."""

    here: tuple[Figure, ...]
    there: tuple[Figure, ...]
    links: dict[int, Link]
    mode: Mode
    context: Context
    left: Leftovers

    @kept_property
    def weekdays(self) -> Weekdays:
        """Made when first asked for: most texts have no day that is told by its weekday alone."""
        return Weekdays(self.here, self.there, self.links, self.context.calendar.clock)

    def _around(self, near: int) -> tuple[int, tuple[Figure, ...]]:
        """The index of the first source figure near one, and all of these figures."""
        first = max(0, near - NEIGHBOURHOOD)
        return first, self.there[first : near + NEIGHBOURHOOD]

    def _told(self, figure: Figure, near: int) -> Checked | None:
        """September for 上月, "24 hours" from 6時 to 6時: what the source says without printing it."""
        if isinstance(figure.value, PartialDate):
            beside = self.context.calendar.find_year_beside(figure.value)
            if word := beside or self.context.calendar.find_told(figure.value):
                dated = self.left.find_meant(figure, near, MAY_BE_MEANT)
                is_left = dated is not None and not (
                    is_bare_day(self.there[dated])
                    or self.left.is_told_again(dated)
                    or (beside and self.context.says_year(self.there[dated]))
                )
                return None if is_left else Checked(figure, Verdict.SUPPORTED, why=f"the source says {word}")
            if later := year_after(figure, self._around(near)[1]):
                return Checked(figure, Verdict.DERIVED, *later)
        word = self.context.find_years_ago(figure) or find_weekdays(figure, self.context.english, self.context.folded)
        if word := word or find_quarter_before(figure, self.context.english, self.context.folded):
            return Checked(figure, Verdict.SUPPORTED, why=f"the source says {word}")
        first, around = self._around(near)
        if ends := find_span(figure, around, self.context.english):
            one, other = (self.there[first + place] for place in ends)
            self.left.claim(first + ends[1])
            return Checked(figure, Verdict.DERIVED, (one, other), f"{one.surface} to {other.surface}")
        spell = hours_between(figure, around)
        if spell is None:
            return None
        begin, end = (self.there.index(term, first) for term in spell.terms)
        # 12日20時至13日20時: both days go without saying
        self.left.claim(*(n for n in range(max(0, begin - 1), end + 1) if self.there[n].kind in (Kind.TIME, Kind.DATE)))
        return Checked(figure, Verdict.DERIVED, spell.terms, spell.working)

    def _priced(self, figure: Figure, near: int) -> Checked | None:
        """10 yuan a kilogram, for 每斤5元."""
        for index in self.left.around(near) if figure.kind is Kind.MONEY else ():
            if is_local_dollar(self.context.source, figure, self.there[index]):
                self.left.claim(index)
                return Checked(figure, Verdict.SUPPORTED, (self.there[index],), "元 are dollars there")
            if convert_price(self.context.source, self.context.english, figure, self.there[index]):
                self.left.claim(index)
                return Checked(
                    figure, Verdict.DERIVED, (self.there[index],), f"{self.there[index].surface} for another unit"
                )
        return None

    def _for_each(self, figure: Figure, number: int, near: int) -> Checked | None:
        """18 tonnes per hectare, for 亩产1200公斤; the 1,000 of "5.63 for every 1,000 people", for 5.63‰."""
        source, english = self.context.source, self.context.english
        first, around = self._around(near)
        if rate := find_per_hundred(english, self.here, number, around):
            self.left.claim(self.there.index(rate, first))
            return Checked(figure, Verdict.DERIVED, (rate,), f"{rate.surface} for one")
        for index in self.left.around(near) if figure.kind is Kind.MEASURE else ():
            if working := find_yield(source, english, figure, self.there[index]):
                is_of_area = index and dimension_of(self.there[index - 1])[0] == "area"  # 10アール当たり
                self.left.claim(index, index - is_of_area)
                return Checked(figure, Verdict.DERIVED, (self.there[index],), working)
        if figure.low == THOUSAND and may_be_per_thousand(english):
            return Checked(figure, Verdict.SUPPORTED, (self._rate_per_mille,)) if self._rate_per_mille else None
        return None

    @kept_property
    def _rate_per_mille(self) -> Figure | None:
        """The first rate of the source that is read as so many for every thousand."""
        return next((f for f in self.there if any(reading.unit == PER_MILLE for reading in f.others)), None)

    def _why_other_unit(self, figure: Figure, source: Figure, link: Link) -> str:
        """In words, for what else the source tells the amount: for each catty, for every 1,000."""
        text, english = self.context.source, self.context.english
        if word := find_other_unit(text, english, figure, source):
            return f"unit: the source has {source.surface} for each {word}"
        if figure.kind is Kind.MEASURE and (area := find_other_area(text, english, figure, source)):
            return f"unit: the source has {source.surface} for each {area}"
        if link.source_reading.unit == PER_MILLE and not may_be_per_thousand(english):
            return f"per mille lost: the source has {source.surface}"
        words = find_added_period(text, english, figure)
        return f'period: the source does not say "{words}" ({source.surface})' if words else ""

    def _other_day(self, figure: Figure) -> Checked | None:
        """A weekday that is not that of the one day of the source."""
        index = self.weekdays.find_other(figure, self.context.source, self.context.english)
        if index is None:
            return None
        self.left.claim(index)
        day = self.there[index]
        return Checked(figure, Verdict.CONTRADICTED, (day,), f"weekday differs: {day.surface} is none", render(day))

    def _added_up(self, figure: Figure, number: int, near: int) -> Checked | None:
        """A catty (600 grams); seven medals, two gold and five bronze; the minutes of 2.5 hours."""
        if word := find_unit_of_price(self.context.source, figure):
            return Checked(figure, Verdict.SUPPORTED, why=f"the source says {word}")
        if working := explain_gloss(self.context.english, self.here, number) or explain_sum(
            self.context.english, self.here, number, self.links
        ):
            return Checked(figure, Verdict.DERIVED, (), working)
        before = self.links.get(number - 1)
        stretch = find_first_months(self.here, number, self.there, self.context.folded)
        if stretch is None and before:
            stretch = find_last_day(self.here, number, self.there, before.source)
        if stretch is not None:
            self.left.claim(stretch)
            return Checked(figure, Verdict.DERIVED, (self.there[stretch],), f"{self.there[stretch].surface} on end")
        first, around = self._around(near)
        if proportion := in_proportion(figure, around):
            self.left.claim(self.there.index(proportion.terms[1], first))
            return Checked(figure, Verdict.DERIVED, *proportion)
        if others := self._of_share(figure, number, around) or self._of_group(
            figure, *range(first, first + len(around))
        ):
            return others
        link = self.links.get(number - 1)
        is_part = link is not None and link.reading.span.end >= figure.span.end
        return Checked(figure, Verdict.SUPPORTED, (self.there[link.source],)) if link and is_part else None

    def _of_share(self, figure: Figure, number: int, around: tuple[Figure, ...]) -> Checked | None:
        """What shares leave; what one comes to ("a third of them, or 40,000"); half of what was told before."""
        if shares := find_shares_beside(figure, around, self.context.folded):
            return Checked(figure, Verdict.DERIVED, shares, f"100% − {' − '.join(f.surface for f in shares)}")
        for link in filter(None, map(self.links.get, (number - 1, number - 2))):
            if part := share_of(figure, self.there[link.source], around, self.context.english):
                return Checked(figure, Verdict.DERIVED, *part)
            if multiple := self._of_last(figure, link):
                return multiple
        return None

    def _of_last(self, figure: Figure, last: Link) -> Checked | None:
        """Half that, for 20% behind 40%."""
        places = self.left.around(last.source)
        left = [self.there[n] for n in places]
        meant = find_multiple(figure, self.there[last.source], left, self.context.english)
        if meant is None:
            return None
        self.left.claim(places[left.index(meant)])
        working = f"{figure.surface} of {self.there[last.source].surface} = {meant.surface}"
        return Checked(figure, Verdict.DERIVED, (meant,), working)

    def _moved(self, figure: Figure, number: int) -> Checked | None:
        """By NT$30 to NT$200, by half to 450,000: what lies between two ends of the source, of which one is told."""
        if figure.kind is Kind.MULTIPLE:
            return self._grown(figure, number)
        if figure.low is None or figure.kind not in _STEPS or self._is_of_points(figure, number):
            return None
        for start, end, place in self._levels_beside(number + 1, number - 1, number + 2):
            if not is_step(figure, start, end):
                continue
            is_up, is_down, _ = tell_direction(self.context.english, figure)
            self.left.claim(place - 1)
            if is_up is not is_down and is_up is not ((end.low or 0) > (start.low or 0)):
                why = f"direction: the source goes from {start.surface} to {end.surface}"
                return Checked(figure, Verdict.CONTRADICTED, (start, end), why)
            return Checked(figure, Verdict.DERIVED, (start, end), f"{start.surface} to {end.surface}")
        return self._reached(figure, number)

    def _reached(self, figure: Figure, number: int) -> Checked | None:
        """To $65 from $60, for 60美元調高5美元."""
        for link in filter(None, map(self.links.get, (number + 1, number - 1))):
            place = find_step(figure, self.there, link.source, self.context.folded)
            if place is not None and place in self.left:
                self.left.claim(place)
                level, step = self.there[link.source], self.there[place]
                return Checked(figure, Verdict.DERIVED, (level, step), f"{level.surface} and {step.surface}")
        return None

    def _grown(self, figure: Figure, number: int) -> Checked | None:
        """Doubled from 12 to 25: whether the two levels of the source are so far apart."""
        for start, end, _ in self._levels_beside(number + 1, number + 2):
            grown = tells_growth(figure, start, end)
            if grown:
                return Checked(figure, Verdict.DERIVED, (start, end), f"{start.surface} to {end.surface}")
            if grown is not None:
                why = f"growth: {start.surface} to {end.surface} is not {figure.surface}"
                return Checked(figure, Verdict.CONTRADICTED, (start, end), why)
        return None

    def _levels_beside(self, *numbers: int) -> Iterator[tuple[Figure, Figure, int]]:
        """From what to what the source moved, and where the second stands, for each English figure that tells that."""
        for link in filter(None, map(self.links.get, numbers)):
            if start := find_start(self.there, link.source, self.context.folded):
                yield start, self.there[link.source], link.source

    def _is_of_points(self, figure: Figure, number: int) -> bool:
        """Whether the source tells the step itself, in points: 7 percent, for 由41%提高到48%，提高7個百分點."""
        near = self.links[number - 1].source if number - 1 in self.links else number
        points = (self.there[n] for n in self.left.around(near) if figure.kind is Kind.PERCENT)
        return any(other.kind is Kind.POINTS and other.low == figure.low for other in points)

    def _derived(self, figure: Figure, near: int) -> Checked | None:
        """What follows from the source's figures; in a translation only what is as good as said."""
        english, source = self.context.english, self.context.folded
        is_told = self.mode == "summary" or figure.kind in _TOLD_BY_TERMS or figure.head in POINTS
        is_told = is_told or "每" in source or is_remainder(figure, english, source) or is_told_as_record(figure)
        is_told = is_told or is_told_as_ratio(english, figure) or is_told_as_lead(english, figure)
        if figure.is_soft or not (is_told or is_told_as_total(english, figure)):
            return None
        words = Wording(source, english, self.mode == "summary")
        first, around = self._around(near)
        derived = derive_any(figure, around, words)
        if derived and not words.is_free:
            if self._is_rather(figure, near, derived.terms):
                return None
            self.left.claim(*(self.there.index(term, first) for term in derived.terms))
        return Checked(figure, Verdict.DERIVED, derived.terms, derived.working) if derived else None

    def _is_rather(self, figure: Figure, near: int, terms: tuple[Figure, ...]) -> bool:
        """Whether a left-over figure that is no term is likelier meant than what follows from others by chance."""
        meant = self.left.find_meant(figure, near, MAY_BE_MEANT)
        return meant is not None and self.there[meant] not in terms

    def _in_a_time(self, figure: Figure, near: int) -> Checked | None:
        """The bare hour of a time that nothing else renders: "gets up at five" for 朝5時に起きて."""
        if figure.kind is not Kind.COUNT:
            return None
        index = next((n for n in self.left.around(near) if is_told_by(figure.low, self.there[n])), None)
        if index is None:
            return None
        self.left.claim(index)
        return Checked(figure, Verdict.SUPPORTED, (self.there[index],))

    def _other_stopwatch(self, figure: Figure, near: int) -> Checked | None:
        """A runner's 2:05:47 where the source has another time, in words for each part: 2小時5分37秒."""
        if not isinstance(figure.value, ClockTime) or figure.value.second is None:
            return None
        lengths = [n for n in self.left.around(near) if self.there[n].kind is Kind.DURATION]
        for place in range(len(lengths) - 2):
            parts = tuple(self.there[n] for n in lengths[place : place + 3])
            if tuple(part.unit for part in parts) == _PARTS_OF_TIME:
                self.left.claim(*lengths[place : place + 3])
                printed = "".join(part.surface for part in parts)
                return Checked(figure, Verdict.CONTRADICTED, parts, f"time differs: source has {printed}", printed)
        return None

    def _of_group(self, figure: Figure, *places: int) -> Checked | None:
        """Ten others, beside one who is named, of 11人: the first of these source figures that is such a group."""
        if not tells_others(figure):
            return None  # the quick answer for nearly all
        place = next((n for n in places if is_rest_of(figure, self.there[n], self.context.folded)), None)
        if place is None:
            return None
        self.left.claim(place)
        group = self.there[place]
        return Checked(figure, Verdict.DERIVED, (group,), f"{group.surface} − 1 = {figure.surface}")

    def _added_two(self, figure: Figure) -> Checked | None:
        """Two others, for a source that speaks of no two."""
        if self.mode == "summary" or not adds_two(figure, self.context.english, self.context.source):
            return None
        return Checked(figure, Verdict.UNSUPPORTED, (), "the source speaks of no two")
