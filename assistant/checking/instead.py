"""Does a claim or a translation name one where its sentences name another: SK hynix for 三星電子, Japan for 中國?

Two things must come together. What the English names does not stand in its sentences, not even in part; and they name
another of the same sort whom the English does not have. A sentence that speaks of somebody named before (他, 該公司)
says nothing either way.
"""

from collections import Counter
from collections.abc import Iterator

from assistant.checking.bearers import Bearer, Bearers, Hit, blank, fold_source
from assistant.checking.texts import Text
from assistant.checking.tracing import Tracer
from assistant.checking.wordlists import GOES_ON
from assistant.glossary import fold_original
from assistant.patterns import compile_late
from assistant.records import Check, Field, Finding, Span, Verdict

WHY = "the source does not name {} here, but {}"
ALIKE = {"place": ("place", "country"), "country": ("country", "place")}
"""Groups of which one may stand where the other should; all others only among themselves."""

_POINTS_BACK = compile_late(
    fold_original(
        "他(?!們)|她|該|其(?![中他實餘它次])|同氏|彼|雙方|兩(?=[國方人者黨社軍岸名位])|本(?=[國公院部])|同(?=[社行校院部局])"
    )
)
_GOES_ON = compile_late(fold_original(GOES_ON))
_OBJECT = compile_late(fold_original("(?:對|向|與|和|跟|給|被|針對|將|把|由|同|及|遭|從|於|在)$"))


def check_instead(bearers: Bearers) -> tuple[Finding, ...]:
    """A finding for each name in the place of another."""
    tracer = bearers.tracer
    if tracer.item.language.partition("-")[0] not in ("zh", "ja"):
        return ()
    texts = (text for text in tracer.texts if text.place.field in (Field.CLAIM, Field.TRANSLATION) and text.segments)
    return tuple(finding for text in texts for finding in _check(bearers, text))


def _check(bearers: Bearers, text: Text) -> Iterator[Finding]:
    written = bearers.written(text.english)
    if not written:
        return
    source = fold_source(text.segments)
    printed = bearers.printed(source)
    strange = list(_list_strange(bearers, written, source, printed))
    if not strange or _POINTS_BACK.search(source):
        return
    is_claim = text.place.field is Field.CLAIM
    if is_claim and _GOES_ON.search(source):
        return
    others = blank(text.english, [span for span, _ in written])
    told = {id(bearer) for _, bearer in written}
    named = (
        *(bearer for span, bearer in printed if not (is_claim and _is_object(source, span))),
        *bearers.printed_shorts(source),
    )
    first: dict[str, tuple[int, Bearer]] = {}
    for place, bearer in enumerate(named):
        if bearer.group not in first and id(bearer) not in told and not bearers.may_be_written(bearer, others):
            first[bearer.group] = place, bearer
    for span, bearer in strange:
        alike = (first[group] for group in ALIKE.get(bearer.group, (bearer.group,)) if group in first)
        _, right = min(alike, key=lambda each: each[0], default=(0, None))
        if right and not _overlap(bearer, right):
            yield _find(bearers.tracer, text, span, right)


def _is_object(source: str, name: Span) -> bool:
    return _OBJECT.search(source, max(0, name.start - 2), name.start) is not None


def _list_strange(bearers: Bearers, written: list[Hit], source: str, printed: list[Hit]) -> Iterator[Hit]:
    """What is written and does not stand in the source, or stands there once and is written again for another."""
    tellers = Counter(id(bearer) for _, bearer in written)
    times = Counter(id(bearer) for _, bearer in printed)
    bare = blank(source, (where for where, other in printed if id(other) in tellers))
    untold = _blank_told(source, printed, tellers)
    seen: set[int] = set()
    for span, bearer in written:
        key = id(bearer)
        stands = times[key] or bearers.may_be_printed(
            bearer, bare
        )  # 東京 in 東京威力科創 is no Tokyo, once that is told
        is_again = bearer.group in ("body", "person") and key in seen and times[key] == 1
        if is_again or not (stands or bearers.may_be_seat(bearer, untold)):
            yield span, bearer
        seen.add(key)


def _blank_told(source: str, printed: list[Hit], tellers: Counter[int]) -> str:
    """The source without as many mentions of each as the English has: the second 南韓 may be told as Seoul."""
    left = Counter(tellers)
    told: list[Span] = []
    for span, bearer in printed:
        if left[id(bearer)]:
            left[id(bearer)] -= 1
            told.append(span)
    return blank(source, told)


def _find(tracer: Tracer, text: Text, span: Span, right: Bearer) -> Finding:
    english, where = span.of(text.english), tracer.find((*right.forms, *right.shorts), text.segments)
    source = tracer.item.read(where)
    why = WHY.format(english, source or right.original)
    return Finding(
        Check.NAME, Verdict.UNSUPPORTED, text.place, english, span, source=source, source_span=where, why=why
    )


def _overlap(one: Bearer, other: Bearer) -> bool:
    """Whether one is called after the other: a court after its city, a branch after its bank."""
    return any(a in b or b in a for a in one.forms for b in other.forms)
