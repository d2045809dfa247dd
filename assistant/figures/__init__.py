"""Figures: numbers, amounts, shares and dates read in Chinese, Japanese and English, and the two sides held together.

    read_source, read_english   text -> figures (`values.Figure`)
    compare                     two texts -> a verdict for every figure (`comparison.Comparison`)
    render                      a source figure -> how it reads in English

Deterministic, exact, no model; depends on nothing but the records.
"""

from assistant.figures.comparison import compare
from assistant.figures.english import read_english
from assistant.figures.source import read_source
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
    "read_english",
    "read_source",
    "write_value",
]
