"""Years, decades and centuries of Chinese and Japanese text: 2025年第三季, 民國114年, 令和8年, 80年代, 90後, 21世紀."""

from assistant.calendars import ERAS
from assistant.figures.chinese.days import LONGEST_TERM, is_sentence, read_month_of
from assistant.figures.chinese.page import Page, single
from assistant.figures.chinese.words import BEFORE_CHRIST, LONGEST_ERA
from assistant.figures.numerals.reading import Numeral
from assistant.figures.values import Figure, Kind, PartialDate, replace
from assistant.patterns import compile_late

# after 年: what makes it a stretch of time
_STRETCH = compile_late(
    r"[间来半多余期内]|以[来上内下]|之[久内间]|历史|时间|的?(?:时光|经验|寿命|资历|合约|任期|徒刑|刑期|漫长)|有期|一[次遇届]"
)
_PERIOD = compile_late(r" ?(?:第([一二三四1-4])季度?|([一二三四1-4])季度|([上下])半年|Q([1-4])|首季度?)")
# 月 at once, or behind another month: 2021年1—6月
_MONTH_FOLLOWS = compile_late(r" ?(?:月|(?:[至到~–—、和与-]|——) ?[0-9一二三四五六七八九十]{1,2}月)")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, None: 1}
_BORN = frozenset({"50", "60", "70", "75", "80", "85", "90", "95", "00", "05", "10"})
_NOT_BORN = frozenset("来续又再被还仍卫排")
_EARLIEST_SURE_YEAR = 1500
_OPENING = compile_late(r"(?:^|[^\w])前$")
_CENTURY, _LAST_OF_CENTURY = 1900, 30
_LONGEST_GAP, _EARLIEST_BARE = 3, 100
_FIRST_ROC_YEAR, _LAST_ROC_YEAR = 38, 150
_SURE_ROC_YEARS = range(101, 131)
_FIRST_CLASS = 20
_ERA_BEFORE_RANGE = compile_late("(民国|平成|昭和|大正|明治)[0-9]{2}(?:年代)?(?:から|より|[~～〜至到・、-])$")


def read_year(page: Page, numeral: Numeral) -> list[Figure]:
    """The year or decade that this number, before 年, is; none where it counts years."""
    end = page.skip(numeral.end) + 1
    if page.folded.startswith("代", end):
        return _read_decade(page, numeral, end + 1)
    year = single(numeral, 1, 3000)
    if (
        year is None
        or page.folded.startswith("级", end)
        or _AGO.search(page.folded, max(0, numeral.start - 16), numeral.start)
        or (year <= LONGEST_TERM and is_sentence(page, numeral.start))
    ):
        return []
    era, start = _era_before(page, numeral.start)
    if era is not None:
        ordinal = page.make(start, end, Kind.ORDINAL, year)  # the fifth year of 咸豐
        return [replace(figure, others=(ordinal,)) for figure in _in_era(page, start, end, year + era)]
    if old := _read_before(page, numeral.start, end, year):
        return old
    if year < _HUNDRED and (first := _FROM_YEAR.search(page.folded, max(0, numeral.start - 6), numeral.start)):
        return finish_year(page, numeral.start, end, int(first[1]) * _HUNDRED + year)  # 1984至85年
    return _plain_year(page, numeral, year, end)


_BEFORE_REPUBLIC, _FIRST_OF_REPUBLIC = compile_late("民国?前$"), 1912
"""民前17年 is 1895."""
_CLASS = compile_late("次(?![级贷数要次])")
_NAMED_YEAR = compile_late("学年度?|会计年度")
_IS_THAT_YEAR = compile_late("(?:[那这当该]年|时候?)是$")
"""那年是一百零二年: of the Republic, written out."""
_HUNDRED = 100
_AGO = compile_late(r"距今[^，。；0-9]{0,4}(?:[0-9,]+年?[至到~–—-])?$", needs="距今")
"""距今約1200至1400年 are years ago."""
_FROM_YEAR = compile_late(r"(?<!\d)(1[89]|20)\d\d年?[至到~–—-]$")


def _read_before(page: Page, start: int, end: int, year: int) -> list[Figure]:
    """A year that is counted backwards: 民前17年 is 1895, 公元前221年 is 221 BC."""
    if match := _BEFORE_REPUBLIC.search(page.folded, max(0, start - 3), start):
        return _in_era(page, match.start(), end, _FIRST_OF_REPUBLIC - year)
    begin = _before_christ(page, start, year)
    return [] if begin is None else [page.make(begin, end, Kind.DATE, PartialDate(year=-year))]


def _before_christ(page: Page, start: int, number: int) -> int | None:
    """Where 公元前 before a number begins; 前 by itself may say it too: 公元前221年至前206年, but not 前10年."""
    found = next((word for word in BEFORE_CHRIST if page.folded.endswith(word, 0, start)), None)
    if found:
        return start - len(found)
    if number >= _EARLIEST_BARE and _OPENING.search(page.folded[max(0, start - 2) : start]):
        return start - 1
    last = page.figures[-1].value if page.figures else None
    is_old = isinstance(last, PartialDate) and (last.year or last.century or 0) < 0
    is_next = is_old and page.folded[start - 1] == "前" and start - page.done <= _LONGEST_GAP
    return start - 1 if is_next else None


def _era_before(page: Page, start: int) -> tuple[int | None, int]:
    """What the era before a year adds to it, and where the era begins: 民國 -> 1911."""
    for size in (LONGEST_ERA, 2):
        word = page.before(start, size)
        if word in BEFORE_CHRIST:
            return None, start
        if word in ERAS:
            return ERAS[word], page.folded.rindex(word, 0, start)
    return None, start


def _in_era(page: Page, start: int, end: int, year: int) -> list[Figure]:
    note = f"{page.text[start:end]} is {year}"
    return [replace(figure, note=note) for figure in finish_year(page, start, end, year)]


def _plain_year(page: Page, numeral: Numeral, year: int, end: int) -> list[Figure]:
    """A year without an era; two or three digits may as well be a number of years."""
    digits, start = numeral.digits, numeral.start
    is_stretch = _STRETCH.match(page.folded, end) is not None
    if len(digits) == 4 and 1000 <= year <= 2200:
        is_old = year < _EARLIEST_SURE_YEAR and (is_stretch or page.folded.startswith("前", end))
        return [] if is_old else finish_year(page, start, end, year)
    stretch = page.make(start, end, Kind.DURATION, year, "a")
    era = 0 if is_stretch else _era_told(page, numeral, year)
    # 94年次 were born in 2005
    digits = digits or (str(year) if _IS_THAT_YEAR.search(page.before(start, 4)) else "")
    is_class = _CLASS.match(page.folded, end) is not None and _FIRST_CLASS <= year <= _LAST_ROC_YEAR
    if is_class or era or (not is_stretch and _is_roc_year(page, digits, end)):
        others = () if is_class else (stretch,)
        return [replace(f, others=others) for f in _in_era(page, start, end, year + (era or ERAS["民国"]))]
    if page.is_traditional and digits.isdigit() and int(digits) in _SURE_ROC_YEARS:
        era_year = page.make(start, end, Kind.DATE, PartialDate(year=year + ERAS["民国"]))
        return [replace(stretch, others=(era_year,))]  # 110年以來最低, 119年前提高到5%
    if len(digits) != 2 or not digits.isascii():
        return []
    return _short_year(page, digits, stretch, is_stretch=is_stretch)


def _short_year(page: Page, digits: str, stretch: Figure, *, is_stretch: bool) -> list[Figure]:
    """A year of two digits: 98年, 四九年, 25年度."""
    (start, end), year = stretch.span, int(digits)
    if page.folded.startswith("度", end) and digits[0] != "0":  # a fiscal year, however many years away
        return [replace(figure, others=(stretch,)) for figure in finish_year(page, start, end, year)]
    figures = finish_year(page, start, end, year)
    value = figures[0].value
    is_dated = isinstance(value, PartialDate) and bool(value.month or value.quarter or value.half)
    is_spelt = not page.folded[start].isascii()  # 四九年 is 1949, not 49 years
    if not is_dated and not (is_spelt or digits[0] == "0" or (year >= 80 and not is_stretch)):
        return []
    return [replace(f, others=(stretch,) if digits[0] != "0" else ()) for f in figures]


def _era_told(page: Page, numeral: Numeral, year: int) -> int:
    """What the era of an earlier year adds to a later one that leaves it unsaid: 民國三十八年 ... 至四十九年; or 0."""
    if _SO_MANY.search(page.folded, max(0, numeral.start - 2), numeral.start):
        return 0
    for figure in page.figures[: -_ERA_BACK - 1 : -1]:
        era = ERAS.get(page.folded[figure.span.start : figure.span.start + 2], 0)
        if not era or not isinstance(figure.value, PartialDate) or figure.value.year is None:
            continue
        is_read = era == ERAS["民国"] and numeral.digits.isdigit()  # by ``_is_roc_year``
        is_later = 0 < year - (figure.value.year - era) <= _LONGEST_LIFE
        return era if is_later and not is_read and year <= _LENGTHS.get(era, _LAST_ROC_YEAR) else 0
    return 0


_ERA_BACK, _LONGEST_LIFE = 8, 60
_LENGTHS = {ERAS["昭和"]: 64, ERAS["平成"]: 31, ERAS["明治"]: 45, ERAS["令和"]: 60}
"""How many years an era has, by what it adds; 大正 adds what 民國 does."""
_SO_MANY = compile_late("[已了有达近约逾满共计长第历经过每]$")
"""Before a number of years that is no year: 已四十五年."""


def _is_roc_year(page: Page, digits: str, end: int) -> bool:
    """Whether a year without an era counts from 1912: 114年 in Taiwan, or 97年 where the text counts so elsewhere."""
    if not digits.isdigit() or not page.is_traditional or len(digits) > 3:
        return False
    following = page.folded[end : end + 1]
    if page.has_roc_years:
        return _FIRST_ROC_YEAR <= int(digits) <= _LAST_ROC_YEAR and following != "前"
    return int(digits) in _SURE_ROC_YEARS and following not in ("前", "后")


def finish_year(page: Page, start: int, end: int, year: int) -> list[Figure]:
    """The month, day, quarter or half that follows a year, in one figure with it."""
    at = page.skip(end + 1 if page.folded.startswith("度", end) else end)
    month = Numeral(at, at + 1, 1, 1) if page.folded.startswith("元月", at) else page.numeral(at)
    if month and single(month, 1, 12) and _MONTH_FOLLOWS.match(page.folded, month.end):
        return read_month_of(page, month, PartialDate(year=year), start)
    value = PartialDate(year=year)
    if match := _PERIOD.match(page.folded, at):
        if match[3]:
            value = value._replace(half=1 if match[3] == "上" else 2)
        else:
            quarter = match[1] or match[2] or match[4]
            value = value._replace(quarter=_QUARTERS.get(quarter) or int(quarter))
        end = match.end()
    return [page.make(start, end, Kind.DATE, value)]


def _read_decade(page: Page, numeral: Numeral, end: int) -> list[Figure]:
    """80年代, 1980年代, 民國70年代, 六七十年代."""
    era, start = _era_before(page, numeral.start)
    if era is None and (named := _ERA_BEFORE_RANGE.search(page.folded, max(0, start - 9), start)):
        era = ERAS[named[1]]  # 昭和30～40年代
    low, high = numeral.low, numeral.high
    if not isinstance(low, int) or not isinstance(high, int) or not 10 <= low <= 2200:
        return []
    first, last = ((number + (era or 0)) // 10 * 10 for number in (low, high))
    if low == high:
        decade = page.make(start, end, Kind.DATE, PartialDate(decade=first))
        return [replace(decade, others=ends_of_decade(decade, low, era or 0))]
    cut = numeral.start + 1
    return [
        page.make(start, cut, Kind.DATE, PartialDate(decade=first)),
        page.make(cut, end, Kind.DATE, PartialDate(decade=last)),
    ]


def ends_of_decade(decade: Figure, first: int, era: int) -> tuple[Figure, ...]:
    """昭和30年代 are the years 1955 to 1964: no decade of the common calendar, so that English may name its ends."""
    if era % 10 == 0 or first % 10:
        return ()
    ends = (
        PartialDate(year=first + era),
        PartialDate(year=first + era + 9),
        PartialDate(decade=(first + era + 9) // 10 * 10),
    )
    return tuple(replace(decade, value=value) for value in ends)


LAST_YEARS = {"平成": 2019, "昭和": 1989, "明治": 1912}
"""The last year of an era whose beginning or end is told without a number."""
_EDGE = 5
"""So many years of an era are its beginning, or its end."""


def read_edge_of_era(page: Page, start: int, end: int, word: str) -> Figure:
    """平成の初め, 昭和の末: softly, any of the first or last years, or a decade of theirs."""
    last = LAST_YEARS[word[:2]]
    first = last - _EDGE if word[-1] == "末" else ERAS[word[:2]] + 1
    years = range(first, first + _EDGE + 1)
    decades = (PartialDate(decade=decade) for decade in dict.fromkeys(year // 10 * 10 for year in years))
    one, *others = (
        replace(page.make(start, end, Kind.DATE, value), is_soft=True)
        for value in (*decades, *(PartialDate(year=year) for year in years))
    )
    return replace(one, others=tuple(others))


def read_generation(page: Page, numeral: Numeral) -> list[Figure]:
    """90後, 00后: who was born in that decade."""
    at = page.skip(numeral.end)
    if numeral.digits not in _BORN or page.folded[at + 1 : at + 2] in _NOT_BORN:
        return []
    born = page.make(numeral.start, at + 1, Kind.DATE, PartialDate(decade=int(numeral.digits)))
    year = int(numeral.digits) + (_CENTURY if int(numeral.digits) >= _LAST_OF_CENTURY else _CENTURY + 100)
    return [replace(born, others=(replace(born, value=PartialDate(year=year)),))]  # born after 1995


def read_school_year(page: Page, numeral: Numeral) -> list[Figure]:
    """112學年度 began in 2023; 114會計年度."""
    at = page.skip(numeral.end)
    name = _NAMED_YEAR.match(page.folded, at)
    if not name or not numeral.digits:
        return []
    end = name.end()
    year = single(numeral, 80, 2200)
    if year is None:
        return []
    common = year + ERAS["民国"] if year <= _LAST_ROC_YEAR else year
    figure = page.make(numeral.start, end, Kind.DATE, PartialDate(year=common))
    figure = replace(figure, others=(replace(figure, kind=Kind.COUNT, value=common - ERAS["民国"]),))
    return [replace(figure, note=f"{figure.surface} is {common}" if common != year else "")]


def read_century(page: Page, numeral: Numeral) -> list[Figure]:
    """21世紀; 20世紀80年代 is the 1980s."""
    at = page.skip(numeral.end)
    century = single(numeral, 1, 30)
    if century is None or not page.folded.startswith("世纪", at):
        return []
    if decade := read_decade_after(page, numeral.start, at + 2, century):
        return [decade]
    if (begin := _before_christ(page, numeral.start, century)) is not None:
        return [page.make(begin, at + 2, Kind.DATE, PartialDate(century=-century))]
    return [page.make(numeral.start, at + 2, Kind.DATE, PartialDate(century=century))]


def read_decade_after(page: Page, start: int, end: int, century: int) -> Figure | None:
    """80年代 right after a century that begins at ``start`` and ends at ``end``."""
    numeral = page.numeral(end + 1 if page.folded.startswith("的", end) else end)
    tens = single(numeral, 10, 90) if numeral else None
    if numeral is None or tens is None or page.after(numeral.end, 2) != "年代":
        return None
    value = PartialDate(decade=(century - 1) * 100 + tens)
    return page.make(start, page.skip(numeral.end) + 2, Kind.DATE, value)
