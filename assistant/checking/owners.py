"""Whose figure is it? Alibaba fell 0.9% and Meituan rose 3.1%: not the other way round.

A figure of the English is followed to the clause of the source from which it comes. Where that clause names others of
the same sort than the English clause does, and the figure stands nowhere else, two names or two figures were exchanged.
"""

import re
from collections.abc import Iterable, Iterator

from assistant.checking.bearers import Bearer, Bearers, Hit, blank, is_other_side
from assistant.checking.borne import group_borne
from assistant.checking.texts import SENTENCE_END, Text, split_at
from assistant.checking.tracing import plain
from assistant.patterns import compile_late
from assistant.records import Check, Finding, Segment, Span, Verdict

WHY = "in the source {} is of {}"
_PIECE = compile_late(r",(?=\s)|\s(?:and|while|but|whereas)\s")
_SOURCE_PIECE = compile_late("[,，;；。!！?？]|(?<=[0-9a-z%人名票件萬万億亿元分點点])、")
_DAY = compile_late("[0-9]月|[0-9]日$")
"""A day is nobody's."""
_POSSESSIVE = compile_late("[’']")
_NO_COUNT = "[0-9.%万亿億兆元円]"
_DIGIT = compile_late(f"[0-9](?!{_NO_COUNT})")
_ALONE = f"(?<![0-9.]){{}}(?!{_NO_COUNT})"
"""A count of one digit, which may stand beside other words too: game six is 第6戰, and not the 6局 of another."""
_TOGETHER = compile_late(r"\b(?:respectively|each|both|combined|together|total)\b")


def check_owners(bearers: Bearers, figures: Iterable[Finding]) -> tuple[Finding, ...]:
    """A finding for each name beside a figure that the source gives to others."""
    by_place = group_borne(figures)
    texts = (text for text in bearers.tracer.texts if text.place in by_place)
    return tuple(dict.fromkeys(f for text in texts for f in _check(bearers, text, by_place[text.place])))


def _check(bearers: Bearers, text: Text, figures: list[Finding]) -> Iterator[Finding]:
    hits = bearers.written(text.english)
    if not hits or not bearers.may_differ or _TOGETHER.search(text.english):
        return
    for piece in _list_pieces(text.english, [figure.span for figure in figures if figure.span]):
        own = [(span, bearer) for span, bearer in hits if piece.holds(span)]
        for figure in figures if own else ():
            if figure.span and not _DAY.search(figure.source) and piece.holds(figure.span):
                yield from _check_figure(bearers, text, own, figure)


def _list_pieces(english: str, figures: list[Span]) -> list[Span]:
    """The clauses of an English text; one without a figure belongs to the one before, or to the first with one."""
    pieces: list[Span] = []
    for sentence in split_at(SENTENCE_END, english, Span(0, len(english))):
        own: list[Span] = []
        for piece in split_at(_PIECE, english, sentence):
            bare = not any(piece.holds(figure) for figure in figures)
            is_open = own and not any(own[-1].holds(figure) for figure in figures)
            if own and (bare or is_open):
                own[-1] = Span(own[-1].start, piece.end)
            else:
                own.append(piece)
        pieces += own
    return pieces


def _check_figure(bearers: Bearers, text: Text, own: list[Hit], figure: Finding) -> Iterator[Finding]:
    found = _find_clause(bearers, figure)
    if found is None:
        return
    segment, clause = found
    hits = bearers.printed(clause)
    others = {group: _find_others(bearers, own, group, clause, hits) for group in {bearer.group for _, bearer in own}}
    for span, bearer in own:
        alike = others[bearer.group]
        if not alike or _is_aside(text.english, span, bearer):
            continue
        where = bearers.tracer.find(alike[0].forms, (segment,))
        source = bearers.tracer.item.read(where)
        why = WHY.format(figure.source, source)
        english = span.of(text.english)
        yield Finding(
            Check.ATTRIBUTION, Verdict.UNSUPPORTED, text.place, english, span, source=source, source_span=where, why=why
        )


def _find_others(bearers: Bearers, own: list[Hit], group: str, clause: str, hits: list[Hit]) -> list[Bearer]:
    """Those of a group whom a clause names; none where it may name one of the English clause's own, if in part."""
    alike = [bearer for _, bearer in hits if bearer.group == group]
    mine = dict.fromkeys(bearer for _, bearer in own if bearer.group == group)
    if not alike or any(bearer in alike or _may_be_in(bearers, bearer, clause, hits) for bearer in mine):
        return []
    return alike


def _is_aside(english: str, span: Span, bearer: Bearer) -> bool:
    """Whether the clause speaks of another than the one it names: ahead of Sung, Taiwan's bureau."""
    is_owner = bearer.group in ("place", "country") and _POSSESSIVE.match(english, span.end) is not None
    return is_owner or is_other_side(english, span, bearer)


def _may_be_in(bearers: Bearers, bearer: Bearer, clause: str, hits: list[Hit]) -> bool:
    """Whether a clause may name a bearer, beside those of his sort that it names for certain."""
    spans = [span for span, other in hits if other.group == bearer.group and other is not bearer]
    return bearers.may_be_printed(bearer, blank(clause, spans))


def _find_clause(bearers: Bearers, figure: Finding) -> tuple[Segment, str] | None:
    """The clause of the one sentence in which the source prints a figure, folded; None where it does so twice."""
    where, wanted = figure.source_span, plain(figure.source)
    found = [(segment, text) for segment, text in bearers.tracer.sentences if wanted and wanted in text]
    if not where or len(found) != 1 or found[0][1].count(wanted) != 1:
        return None
    segment, text = found[0]
    if (digit := _DIGIT.match(wanted)) and len(re.findall(_ALONE.format(digit[0]), bearers.tracer.whole)) > 1:
        return None
    at = text.find(wanted)
    before = [match.end() for match in _SOURCE_PIECE.finditer(text, 0, at)]
    after = _SOURCE_PIECE.search(text, at + len(wanted))
    return segment, text[before[-1] if before else 0 : after.start() if after else len(text)]
