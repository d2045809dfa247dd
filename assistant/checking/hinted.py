"""May a source mean a place or a body by another form of its name than those that are listed?

News shortens names (中彰 for 台中 and 彰化, 世銀 for 世界銀行) and writes foreign ones in several ways
(伯明罕, 伯明翰). What may be meant so is not told as unnamed.
"""

from collections.abc import Iterable

from assistant.checking.events import reach
from assistant.checking.texts import Text
from assistant.checking.tracing import Tracer, plain
from assistant.glossary import squeeze
from assistant.glossary.places import read_capitals, read_cities, read_places
from assistant.patterns import compile_late
from assistant.records import Span

NOT_THERE = "the source does not name {}"
SHORT = 2
"""Characters of a name of which one alone may stand for it; of a longer one it takes two, in their order."""

_CAPITAL_BEHIND = compile_late(r"(?:[’']s)?[ -](?:[A-ZÀ-Þ0-9]|(?:of|and|&) [A-Z])")
_CAPITAL_BEFORE = compile_late(r"(?:[A-ZÀ-Þ][\w’'.-]* (?:of |the |and )?|[(-])$")
_BEFORE_AT_MOST = 30


def refute_city(tracer: Tracer, text: Text, where: Span) -> str:
    """Why a city is wrong that stands alone in English: nothing near may mean it, nor what is called after it.

    Boston of the Boston Dynamics board may be a part of a name that the source has; a capital may mean a government.
    """
    english = text.english
    name = squeeze(where.of(english))
    before = english[max(0, where.start - _BEFORE_AT_MOST) : where.start]
    is_part = _CAPITAL_BEHIND.match(english, where.end) or _CAPITAL_BEFORE.search(before)
    near = reach(tracer.item, text)
    if name not in read_cities() or name in read_capitals() or is_part or not near:
        return ""
    hinted = may_mean(read_places()[name], "".join(plain(segment.text) for segment in near))
    return "" if hinted else NOT_THERE.format(where.of(english))


def may_mean(forms: Iterable[str], printed: str) -> bool:
    """Whether a text may mean what these names are, both as ``plain`` has them."""
    return any(_may_mean(form, printed) for form in forms)


def _may_mean(form: str, printed: str) -> bool:
    if len(form) <= SHORT:
        return any(sign in printed for sign in form)
    pairs = {one + other for at, one in enumerate(form) for other in form[at + 1 :]}
    return any(pair in printed for pair in pairs)
