"""Figures: numbers, amounts, shares and dates read in Chinese, Japanese and English, and the two sides held together.

    read_source, read_english   text -> figures (`values.Figure`)
    count_places                text -> how many figures it holds at most
    compare                     two texts -> a verdict for every figure (`verdicts.Comparison`)
    rendering.render            a source figure -> how it reads in English

Four rooms: ``numerals`` and ``chinese`` read the source, ``english`` reads the translation, ``comparing`` holds the two
together; beside them what they share (values, units, verdicts). Deterministic, exact, no model.
"""

from assistant.figures.chinese.reading import count_places
from assistant.figures.comparing.comparison import compare
from assistant.figures.comparing.source import read_source
from assistant.figures.english.reading import read_english
from assistant.figures.values import Figure, Kind, write_value
from assistant.figures.verdicts import Carriage, Checked, Comparison, Mode

__all__ = [
    "Carriage",
    "Checked",
    "Comparison",
    "Figure",
    "Kind",
    "Mode",
    "compare",
    "count_places",
    "read_english",
    "read_source",
    "write_value",
]
