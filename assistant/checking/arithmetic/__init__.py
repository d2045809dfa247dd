"""Do the figures of the source fit one another? A source that contradicts itself gets a note, with the working.

Where a sentence states parts and their whole, a lead and what is behind it, growth from one figure to another, or a
share of a whole, the figure is worked out again. The readers are those of ``figures``; what may have been rounded is
given its whole range (``ranges``). The check would rather miss a contradiction than report one that is none: it speaks
only where the words tell which figures belong together (``relations``), and only where no other sum explains the
figure (``figures.derivation``). Dates, ages and scores are read as they are printed (``printed``).
"""

from collections.abc import Iterator
from fractions import Fraction

from assistant.checking.arithmetic.balances import read_balances, read_ballots, read_polls, read_turnout, read_votes
from assistant.checking.arithmetic.clauses import Clause, are_alike, read_clause
from assistant.checking.arithmetic.growth import read_growth, read_shares
from assistant.checking.arithmetic.levels import read_levels
from assistant.checking.arithmetic.named import read_named
from assistant.checking.arithmetic.printed import find_printed
from assistant.checking.arithmetic.ranges import last_scale, range_of
from assistant.checking.arithmetic.rates import read_products, read_rates, read_shared
from assistant.checking.arithmetic.relations import read_leads, read_parts, read_sums
from assistant.checking.arithmetic.steps import read_rates_of_growth, read_steps, read_times
from assistant.checking.arithmetic.wholes import read_wholes
from assistant.checking.arithmetic.workings import Relation
from assistant.figures import Figure, Kind
from assistant.figures.comparing.derivation import derive
from assistant.figures.dimensions import SHARE, dimension_of
from assistant.figures.rendering import render
from assistant.figures.values import BARE_YUAN, Approximation, Number, replace, tidy, write_number
from assistant.folding import fold
from assistant.records import Check, Field, Finding, Item, Place, Segment, Span, Verdict

READERS = (
    read_leads,
    read_sums,
    read_parts,
    read_growth,
    read_shares,
    read_balances,
    read_turnout,
    read_polls,
    read_votes,
    read_ballots,
    read_levels,
    read_named,
    read_wholes,
    read_rates,
    read_shared,
    read_products,
    read_steps,
    read_times,
    read_rates_of_growth,
)
_SCALES = {10**12: "兆", 10**8: "億", 10**4: "萬", 1: ""}


def check_arithmetic(item: Item) -> tuple[Finding, ...]:
    """A note for each figure of the source that does not follow from those it is stated to follow from."""
    return tuple(finding for segment in item.sentences for finding in _check(item, segment))


def _check(item: Item, segment: Segment) -> Iterator[Finding]:
    clause = read_clause(segment.text, language=item.language, clock=item.day)
    seen: set[Span | frozenset[Span]] = set()
    for relation in (r for read in READERS if len(clause.figures) > 1 for r in read(clause)):
        used = (*relation.terms, relation.result)
        own: set[Span | frozenset[Span]] = {relation.result.span, frozenset(figure.span for figure in used)}
        if seen & own or not _contradicts(relation, clause):
            continue
        seen |= own
        span = Span(min(f.span.start for f in used), max(f.span.end for f in used))
        yield _note(segment, span, _explain(relation))
    for printed in find_printed(fold(segment.text)):
        yield _note(segment, printed.span, printed.why)


def _note(segment: Segment, span: Span, working: str) -> Finding:
    return Finding(
        Check.ARITHMETIC,
        Verdict.NOTED,
        Place(Field.ITEM),
        source=span.of(segment.text),
        source_span=span.shift(segment.span.start),
        why=f"the source contradicts itself: {working}",
    )


def _contradicts(relation: Relation, clause: Clause) -> bool:
    """Whether no working of the relation gives the figure, and no other sum of the sentence does."""
    stated = range_of(relation.result)
    if stated is None or not relation.workings or any(stated.meets(worked.range) for worked in relation.workings):
        return False
    if relation.is_exclusive:
        return True
    like = relation.terms[0]
    others = tuple(f for f in clause.figures if f.span != relation.result.span and are_alike(f, like))
    found = derive(replace(relation.result, approximation=Approximation.ABOUT), others)
    if found is None or len(found.terms) < 2:  # a figure taken twice is no explanation
        return True
    sign = next((sign for sign in "+−" if sign in relation.workings[0].form), "")
    is_same = bool(sign) and sign in found.working  # about the same sum is no other one
    return is_same and {term.span for term in found.terms} == {term.span for term in relation.terms}


def _explain(relation: Relation) -> str:
    """The working, and what the source has instead: "52.6% − 24.9% = 27.7 percentage points, but it says 37 ..."."""
    worked, terms = relation.workings[0], [_say(term) for term in relation.terms]
    if worked.is_bound:
        return f"it says {_say(relation.result)} of {terms[0]}"
    return (
        f"{worked.form.format(*terms)} = {_write(worked.value, relation.result)}, but it says {_say(relation.result)}"
    )


def _say(figure: Figure) -> str:
    """A figure in English; where the text does not say whose money it is, in its own words."""
    return figure.surface if figure.unit == BARE_YUAN else render(figure)


def _write(value: Fraction, like: Figure) -> str:
    """What was worked out, as a figure of the kind that the source has."""
    dimension, worth = dimension_of(like)
    exact = replace(like, approximation=Approximation.EXACT)
    if dimension == SHARE and like.kind is not Kind.POINTS:
        return render(replace(exact, kind=Kind.PERCENT, unit="%", value=_round(value, 1)))
    number = Fraction(value) / worth
    if like.unit == BARE_YUAN:
        scale = last_scale(like)
        return f"{write_number(_round(number / scale, 2))}{_SCALES[scale]}元"
    return render(replace(exact, value=_round(number, 2) if like.kind is Kind.MULTIPLE else tidy(number)))


def _round(value: Fraction, places: int) -> Number:
    return tidy(round(value, places))
