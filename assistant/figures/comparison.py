"""Hold an English text against its source, figure by figure."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Literal

from assistant.figures.alignment import Alignment, Link, SourceIndex, align
from assistant.figures.derivation import derive
from assistant.figures.diagnosis import explain, kinship
from assistant.figures.english import read_english
from assistant.figures.source import read_source
from assistant.figures.values import Figure, Kind
from assistant.records import Verdict

Mode = Literal["translation", "summary"]
NEIGHBOURHOOD = 8
"""Source figures to either side among which the one meant is looked for."""
MAY_BE_MEANT = 2
"""The kinship from which a left-over source figure counts as the one meant; below it is a different figure."""


class Carriage(StrEnum):
    """What became of a source figure."""

    CARRIED = "carried"
    OMITTED = "omitted"


@dataclass(frozen=True, slots=True)
class Checked:
    """One figure with what the other side says to it."""

    figure: Figure
    status: Verdict | Carriage
    evidence: tuple[Figure, ...] = ()
    """Figures of the other text, with spans there."""
    why: str = ""
    """For the reader; empty where there is nothing to explain."""
    expected: str = ""
    """What the source has, for a figure that is contradicted."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All figures of both texts, in order."""

    english_figures: tuple[Checked, ...]
    source_figures: tuple[Checked, ...]

    @property
    def flagged(self) -> bool:
        """Whether an English figure is contradicted or unsupported."""
        return any(c.status in (Verdict.CONTRADICTED, Verdict.UNSUPPORTED) for c in self.english_figures)

    @property
    def omits(self) -> bool:
        """Whether a source figure that matters is missing from a translation."""
        return any(c.status is Carriage.OMITTED for c in self.source_figures)


def compare(  # noqa: PLR0913 - the options are keywords, and all of them are what a caller may know
    source: str,
    english: str,
    *,
    mode: Mode = "translation",
    clock: date | None = None,
    language: str = "zh-Hant",
    context: str | None = None,
) -> Comparison:
    """Check every figure of ``english`` against ``source``.

    Args:
        source: Chinese or Japanese text; for a claim, the sentences that it cites.
        english: its translation, or a summary of it.
        mode: only a translation can omit; a summary may also state what follows from several figures.
        clock: the day on which the source was written; relative dates resolve against it.
        language: of the source, BCP 47.
        context: the whole item, for a claim. A figure that stands there and not in ``source`` stays unsupported, and
            ``why`` says that the citation does not carry it.
    """
    result = _compare(read_source(source, language=language, clock=clock), read_english(english), mode)
    if context is None or not result.flagged:
        return result
    wider = _compare(read_source(context, language=language, clock=clock), read_english(english), mode)
    return replace(result, english_figures=_note_context(result.english_figures, wider.english_figures))


def _note_context(cited: tuple[Checked, ...], wider: tuple[Checked, ...]) -> tuple[Checked, ...]:
    """Say of each flagged figure whether it stands elsewhere in the item."""
    elsewhere = {c.figure.span: c for c in wider if c.status is Verdict.SUPPORTED}
    return tuple(
        replace(
            c,
            why=f"stands in the item ({elsewhere[c.figure.span].evidence[0].surface}), but not in the sentence cited",
            status=Verdict.UNSUPPORTED,
        )
        if c.status in (Verdict.CONTRADICTED, Verdict.UNSUPPORTED) and c.figure.span in elsewhere
        else c
        for c in cited
    )


def _compare(there: tuple[Figure, ...], here: tuple[Figure, ...], mode: Mode) -> Comparison:
    return _Check(here, there, align(here, SourceIndex(there)), mode).run()


class _Check:
    """Judge each English figure from the alignment, then each source figure from what was left over."""

    def __init__(self, here: tuple[Figure, ...], there: tuple[Figure, ...], alignment: Alignment, mode: Mode) -> None:
        self.here, self.there, self.links, self.mode = here, there, alignment.links, mode
        self.left = [n for n in range(len(there)) if n not in alignment.used]
        self.claimed: set[int] = set()
        """Left-over source figures that a wrong English figure was meant to render: contradicted, not omitted."""

    def run(self) -> Comparison:
        checked = []
        for number, figure in enumerate(self.here):
            link = self.links.get(number)
            result = self._supported(link) if link else self._unmatched(figure, number)
            if result:
                checked.append(result)
        left = set(self.left) - self.claimed if self.mode == "translation" else set()
        carried = tuple(
            Checked(f, Carriage.OMITTED if n in left and not f.is_soft else Carriage.CARRIED)
            for n, f in enumerate(self.there)
        )
        return Comparison(tuple(checked), carried)

    def _supported(self, link: Link) -> Checked:
        status = Verdict.IDENTIFIER if link.reading.kind is Kind.IDENTIFIER else Verdict.SUPPORTED
        return Checked(link.reading, status, (self.there[link.source],), link.source_reading.note)

    def _unmatched(self, figure: Figure, number: int) -> Checked | None:
        """Nothing in the source carries it: contradicted where a figure of its neighbourhood was left over."""
        if figure.kind is Kind.IDENTIFIER:
            return Checked(figure, Verdict.IDENTIFIER)
        near = self._expected_place(number)
        meant = self._find_meant(figure, near)
        if meant is not None:
            self.claimed.add(meant)
            source = self.there[meant]
            return Checked(figure, Verdict.CONTRADICTED, (source,), explain(figure, source), source.surface)
        if figure.is_soft:
            return None
        derived = (
            derive(figure, self.there[max(0, near - NEIGHBOURHOOD) : near + NEIGHBOURHOOD])
            if self.mode == "summary"
            else None
        )
        if derived:
            return Checked(figure, Verdict.DERIVED, derived.terms, derived.working)
        return Checked(figure, Verdict.UNSUPPORTED, (), "the source has no such figure")

    def _expected_place(self, number: int) -> int:
        """Where in the source an English figure should be: beside the figure before it, else in proportion."""
        for back in range(number - 1, max(-1, number - 4), -1):
            if back in self.links:
                return self.links[back].source + 1
        return number * len(self.there) // len(self.here)

    def _find_meant(self, figure: Figure, near: int) -> int | None:
        """The left-over source figure that ``figure`` most likely was meant to render."""
        first = bisect_left(self.left, near - NEIGHBOURHOOD)
        best, most = None, MAY_BE_MEANT - 1
        for index in self.left[first : first + 2 * NEIGHBOURHOOD]:
            if index > near + NEIGHBOURHOOD:
                break
            if index in self.claimed:
                continue
            points = max(kinship(figure, reading) for reading in self.there[index].readings)
            if points > most:
                best, most = index, points
        return best
