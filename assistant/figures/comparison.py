"""Hold an English text against its source, figure by figure: read both, align, judge."""

from dataclasses import replace
from datetime import date

from assistant.figures.alignment import SourceIndex, align
from assistant.figures.binding import find_exchanged
from assistant.figures.context import Context
from assistant.figures.english import read_english
from assistant.figures.judging import Judge
from assistant.figures.settling import settle
from assistant.figures.source import read_source
from assistant.figures.values import Figure
from assistant.figures.verdicts import Checked, Comparison, Mode
from assistant.records import Verdict


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
    here = read_english(english)
    result = _compare(read_source(source, language=language, clock=clock), english, here, clock=clock, mode=mode)
    if context is None or not result.flagged:
        return result
    wider = _compare(read_source(context, language=language, clock=clock), english, here, clock=clock, mode=mode)
    return replace(result, english_figures=_note_context(result.english_figures, wider.english_figures))


def _compare(
    there: tuple[Figure, ...], english: str, here: tuple[Figure, ...], *, clock: date | None, mode: Mode
) -> Comparison:
    there = settle(there)
    alignment = align(here, SourceIndex(there))
    alignment.exchanged = find_exchanged(english, here, there, alignment.links)
    return Judge(here, there, alignment, context=Context(there, clock, english), mode=mode).judge()


def _note_context(cited: tuple[Checked, ...], wider: tuple[Checked, ...]) -> tuple[Checked, ...]:
    """Say of each flagged figure whether it stands elsewhere in the item."""
    elsewhere = {c.figure.span: c.evidence[0].surface for c in wider if c.status is Verdict.SUPPORTED and c.evidence}
    return tuple(
        Checked(c.figure, Verdict.UNSUPPORTED, why=f"stands in the item ({surface}), but not in the sentence cited")
        if c.status in (Verdict.CONTRADICTED, Verdict.UNSUPPORTED) and (surface := elsewhere.get(c.figure.span))
        else c
        for c in cited
    )
