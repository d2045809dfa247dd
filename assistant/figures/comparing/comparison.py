"""Hold an English text against its source, figure by figure: read both, align, judge."""

from datetime import date

from assistant.characters import fold_letters
from assistant.figures.comparing.alignment import align
from assistant.figures.comparing.binding import find_exchanged
from assistant.figures.comparing.context import Context
from assistant.figures.comparing.counterparts import find_counterparts
from assistant.figures.comparing.currencies import find_other_currencies
from assistant.figures.comparing.daywords import find_wrong_days
from assistant.figures.comparing.direction import find_turned
from assistant.figures.comparing.judging import Judge
from assistant.figures.comparing.opposed import find_opposed
from assistant.figures.comparing.phases import find_other_phases, find_wrong_phases
from assistant.figures.comparing.roles import EnglishRoles
from assistant.figures.comparing.source import open_source
from assistant.figures.comparing.superlatives import find_wrong_superlatives
from assistant.figures.comparing.victims import find_misplaced
from assistant.figures.english.reading import read_plain
from assistant.figures.layout import plain_english, plain_source, put_back
from assistant.figures.verdicts import Comparison, Mode, add_checked


def compare(
    source: str,
    english: str,
    *,
    mode: Mode = "translation",
    clock: date | None = None,
    language: str = "zh-Hant",
) -> Comparison:
    """Check every figure of ``english`` against ``source``.

    Args:
        source: Chinese or Japanese text; for a claim, the sentences that it cites.
        english: its translation, or a summary of it.
        mode: only a translation can omit; a summary may also state what follows from several figures.
        clock: the day on which the source was written; relative dates resolve against it.
        language: of the source, BCP 47.
    """
    other, own = plain_source(source), plain_english(english)
    if other or own:
        source, english = other.text if other else source, own.text if own else english
        return put_back(_compare(source, english, mode, clock, language), other, own)
    return _compare(source, english, mode, clock, language)


def _compare(source: str, english: str, mode: Mode, clock: date | None, language: str) -> Comparison:
    there, here = open_source(source, language=language, clock=clock), read_plain(english)
    english = fold_letters(english)  # its words are looked up in tables
    alignment = align(here, there.index)
    roles = EnglishRoles(english, here)
    alignment.exchanged = find_exchanged(there, english, here, alignment.links, roles)
    alignment.turned = find_opposed(there, roles, alignment.links)
    alignment.turned |= find_counterparts(there, english, here, alignment.links)
    alignment.turned |= find_turned(there, english, here, alignment.links)
    alignment.misplaced = find_other_currencies(there.figures, alignment.links)
    alignment.misplaced |= find_misplaced(there, roles, here, alignment.links)
    alignment.misplaced |= find_other_phases(there, english, here, alignment.links)
    judged = Judge(
        here, there.figures, alignment, context=Context(there.calendar, there.printed, english, source), mode=mode
    ).judge()
    words = [
        *find_wrong_days(source, english, clock),
        *find_wrong_superlatives(judged, source, english),
        *find_wrong_phases(there, english),
    ]
    return add_checked(judged, words) if words else judged
