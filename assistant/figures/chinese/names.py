"""Names, idioms and slogans around a number: what they state instead of it, by the word lists of ``lexicon``."""

from assistant.figures.chinese.lexicon import Name, Use, find_name
from assistant.figures.chinese.page import Page
from assistant.figures.numerals.reading import START, read_numeral
from assistant.figures.values import Figure, Kind, replace


def name_at(page: Page, start: int, end: int) -> Name | None:
    """The listed word that the number in ``[start, end)`` is part of; 第 before it makes it a number again."""
    name = find_name(page.folded, start, end, page.done)
    if name is None or name.use is Use.QUANTITY:
        return None
    return None if name.start > 0 and page.folded[name.start - 1] == "第" else name


def read_name(page: Page, name: Name, start: int) -> list[Figure]:
    """What a name states: nothing, its own value, or softly the numerals in it from ``start`` on."""
    if name.use is Use.VALUED:
        first, *others = (page.make(name.start, name.end, r.kind, r.value) for r in name.readings)
        is_ordinal = first.kind is Kind.ORDINAL
        return [replace(first, others=tuple(others), is_soft=not is_ordinal, head=name.readings[0].head)]
    figures: list[Figure] = []
    while name.use is Use.SOFT and start < name.end:
        numeral = read_numeral(page.folded, start) if START.match(page.folded, start) else None
        if numeral is None or numeral.is_bare or numeral.end > name.end:
            start = numeral.end if numeral and numeral.end > name.end else start + 1
            continue
        kind = Kind.ORDINAL if page.folded[start - 1 : start] == "第" else Kind.COUNT
        figure = page.make(start, numeral.end, kind, numeral.low, step=numeral.step)
        figures.append(replace(figure, is_soft=True, note=f"in {page.text[name.start : name.end]}"))
        start = numeral.end
    return figures
