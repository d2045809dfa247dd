"""What follows from a source without standing in it so: September for 上月, a price for another unit, a sum, a lead."""

from assistant.figures.chinese.printed import is_told_by
from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.context import Context
from assistant.figures.comparing.currencies import is_local_dollar
from assistant.figures.comparing.derivation import POINTS, Wording, derive_any, hours_between, in_proportion
from assistant.figures.comparing.glosses import explain_gloss
from assistant.figures.comparing.leftovers import NEIGHBOURHOOD, Leftovers
from assistant.figures.comparing.rates import convert_price, find_unit_of_price
from assistant.figures.comparing.sums import explain_sum, find_group
from assistant.figures.values import ClockTime, Figure, Kind, PartialDate
from assistant.figures.verdicts import Checked, Mode
from assistant.records.finding import Verdict

MAY_BE_MEANT = 4
"""The kinship from which a left-over source figure counts as the one meant; below it is a different figure."""
_PARTS_OF_TIME = ("h", "min", "s")
_TOLD_BY_TERMS = frozenset({Kind.MONEY, Kind.FRACTION})


class Following:
    """The figures of both texts, and what supports an English one that nothing in the source renders."""

    here: tuple[Figure, ...]
    there: tuple[Figure, ...]
    links: dict[int, Link]
    mode: Mode
    context: Context
    left: Leftovers

    def _told(self, figure: Figure, near: int) -> Checked | None:
        """September for 上月, "24 hours" from 6時 to 6時: what the source says without printing it."""
        if isinstance(figure.value, PartialDate) and (word := self.context.calendar.find_told(figure.value)):
            dated = self.left.find_meant(figure, near, MAY_BE_MEANT)
            return None if dated is not None else Checked(figure, Verdict.SUPPORTED, why=f"the source says {word}")
        if word := self.context.find_years_ago(figure):
            return Checked(figure, Verdict.SUPPORTED, why=f"the source says {word}")
        spell = hours_between(figure, self.there[max(0, near - NEIGHBOURHOOD) : near + NEIGHBOURHOOD])
        return Checked(figure, Verdict.DERIVED, spell.terms, spell.working) if spell else None

    def _priced(self, figure: Figure, near: int) -> Checked | None:
        """10 yuan a kilogram, for 每斤5元."""
        for index in self.left.around(near) if figure.kind is Kind.MONEY else ():
            if is_local_dollar(self.context.source, figure, self.there[index]):
                self.left.claim(index)
                return Checked(
                    figure, Verdict.SUPPORTED, (self.there[index],), "元 are dollars in Taiwan and Hong Kong"
                )
            if convert_price(self.context.source, self.context.english, figure, self.there[index]):
                self.left.claim(index)
                return Checked(
                    figure, Verdict.DERIVED, (self.there[index],), f"{self.there[index].surface} for another unit"
                )
        return None

    def _added_up(self, figure: Figure, number: int, near: int) -> Checked | None:
        """A catty (600 grams); seven medals, two gold and five bronze; the minutes of 2.5 hours."""
        if word := find_unit_of_price(self.context.source, figure):
            return Checked(figure, Verdict.SUPPORTED, why=f"the source says {word}")
        if working := explain_gloss(self.context.english, self.here, number) or explain_sum(
            self.context.english, self.here, number, self.links
        ):
            return Checked(figure, Verdict.DERIVED, (), working)
        first = max(0, near - NEIGHBOURHOOD)
        around = self.there[first : near + NEIGHBOURHOOD]
        if proportion := in_proportion(figure, around):
            self.left.claim(self.there.index(proportion.terms[1], first))
            return Checked(figure, Verdict.DERIVED, *proportion)
        if group := find_group(figure, around):
            self.left.claim(self.there.index(group, first))
            return Checked(figure, Verdict.DERIVED, (group,), f"{group.surface} − 1 = {figure.surface}")
        link = self.links.get(number - 1)
        is_part = link is not None and link.reading.span.end >= figure.span.end
        return Checked(figure, Verdict.SUPPORTED, (self.there[link.source],)) if link and is_part else None

    def _derived(self, figure: Figure, near: int) -> Checked | None:
        """What follows from the source's figures; in a translation only what is as good as said."""
        if figure.is_soft or not (self.mode == "summary" or figure.kind in _TOLD_BY_TERMS or figure.head in POINTS):
            return None
        words = Wording(self.context.source, self.context.english, self.mode == "summary")
        derived = derive_any(figure, self.there[max(0, near - NEIGHBOURHOOD) : near + NEIGHBOURHOOD], words)
        if derived and not words.is_free:
            self.left.claim(*(self.there.index(term, max(0, near - NEIGHBOURHOOD)) for term in derived.terms))
        return Checked(figure, Verdict.DERIVED, derived.terms, derived.working) if derived else None

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
