"""All checks of a draft, one after the other.

Each is a function in a module of its own: ``(item, draft) -> findings``, ``(tracer) -> findings`` for names, and
``(bearers) -> findings`` for whom and what they name; some are given what the check of figures found. They run after
everything that a model writes, combining and repairs included. Sentences of the source that address the
model are taken out before: nothing may rest on them.
"""

from dataclasses import replace

from assistant.checking.acts import check_acts
from assistant.checking.arithmetic import check_arithmetic
from assistant.checking.attribution import check_attribution
from assistant.checking.bearers import Bearers
from assistant.checking.causes import check_causes
from assistant.checking.certainty import check_certainty, check_turned
from assistant.checking.deeds import check_doers
from assistant.checking.echoes import check_echoes
from assistant.checking.events import check_events
from assistant.checking.exchanges import check_exchanges
from assistant.checking.figures import check_figures, render_figures
from assistant.checking.foretold import check_foretold
from assistant.checking.heads import check_heads
from assistant.checking.injections import check_injections, find_addressed
from assistant.checking.instead import check_instead
from assistant.checking.kinds import check_kinds
from assistant.checking.latin import check_latin
from assistant.checking.media import check_media
from assistant.checking.mentions import check_mentions
from assistant.checking.names import check_names
from assistant.checking.nationalities import check_nationalities
from assistant.checking.obeyed import check_obeyed
from assistant.checking.omissions import find_omissions
from assistant.checking.once import say_once
from assistant.checking.opposites import check_opposites
from assistant.checking.organs import check_organs
from assistant.checking.originals import check_originals
from assistant.checking.owners import check_owners
from assistant.checking.persons import check_persons
from assistant.checking.planned import check_planned
from assistant.checking.portfolios import check_portfolios
from assistant.checking.quotations import check_quotations
from assistant.checking.quotes import check_quotes
from assistant.checking.relations import check_relations
from assistant.checking.roles import check_roles
from assistant.checking.romanised import check_romanised
from assistant.checking.spellings import check_spellings
from assistant.checking.strangers import check_strangers
from assistant.checking.subjects import check_subjects
from assistant.checking.titles import check_titles
from assistant.checking.tracing import Tracer
from assistant.checking.translations import check_translations
from assistant.checking.untraced import find_untraced
from assistant.checking.winners import check_winners
from assistant.glossary import layer
from assistant.records import Draft, Field, Finding, Item, RenderedFigure, Term, Verdict

CHECKS = (check_figures, check_quotes, check_translations, check_roles)
NAME_CHECKS = (
    check_names,
    check_mentions,
    check_spellings,
    check_latin,
    check_persons,
    check_heads,
    check_strangers,
    check_romanised,
    check_originals,
    check_attribution,
    check_acts,
    check_quotations,
    check_portfolios,
    check_kinds,
    check_relations,
    check_doers,
    check_winners,
    check_titles,
    check_opposites,
    check_certainty,
    check_planned,
    check_subjects,
    check_events,
)

BEARER_CHECKS = (check_instead, check_echoes, check_turned, check_foretold, check_nationalities, check_organs)
ONLY_THERE = "it stands only in words of the source that address the model, not the reader"


def check_draft(item: Item, draft: Draft, terms: tuple[Term, ...] = ()) -> tuple[Finding, ...]:
    """All that the checks say of one draft, and of the source itself.

    Args:
        item: the source.
        draft: what a model wrote about it.
        terms: names that the store or the user settled, over those of the shipped glossary.
    """
    addressed = find_addressed(item)
    suspect, trusted = addressed.suspect, addressed.trusted
    findings = _check_all(trusted, draft, terms)
    if trusted is not item:  # a suspect sentence supports nothing but its own translation
        own = _check_all(item, draft, terms)
        findings = _tell_why(findings, own)
        findings = [f for f in findings if not _is_of(f, suspect)] + [f for f in own if _is_of(f, suspect)]
    obeyed = check_obeyed(item, draft, addressed.sure)
    return (*check_injections(item, draft), *obeyed, *findings, *check_source(item))


def check_source(item: Item) -> tuple[Finding, ...]:
    """What can be said of the source alone, also where there is no draft: figures that do not fit one another."""
    return check_arithmetic(find_addressed(item).trusted)


def check_item(
    item: Item, draft: Draft, terms: tuple[Term, ...] = ()
) -> tuple[tuple[RenderedFigure, ...], tuple[Finding, ...]]:
    """All that is said of an item without a model: its figures in English, and what all checks say of its draft."""
    return render_figures(item), check_draft(item, draft, terms)


def _check_all(item: Item, draft: Draft, terms: tuple[Term, ...]) -> list[Finding]:
    tracer = Tracer(item, draft, layer(terms))
    plain = [finding for check in CHECKS for finding in check(item, draft)]
    named = dict.fromkeys(finding for check in NAME_CHECKS for finding in check(tracer))
    bearers = Bearers(tracer)
    named |= dict.fromkeys(finding for check in BEARER_CHECKS for finding in check(bearers))
    by_figures = (check_owners(bearers, plain), check_causes(bearers, plain), check_media(bearers, plain))
    exchanged = [*check_exchanges(tracer, plain), *(finding for found in by_figures for finding in found)]
    untraced = find_untraced(tracer, named)
    return [*plain, *say_once((*named, *exchanged, *untraced)), *find_omissions(item, draft, plain, tracer.glossary)]


def _tell_why(findings: list[Finding], whole: list[Finding]) -> list[Finding]:
    """The findings, where a flag is none by the ``whole`` item with the reason for that: the words are there."""
    wrong = {(f.check, f.place, f.english, f.span) for f in whole if f.verdict.is_flag}
    only = (f.verdict is Verdict.UNSUPPORTED and (f.check, f.place, f.english, f.span) not in wrong for f in findings)
    return [replace(f, why=ONLY_THERE) if is_only else f for f, is_only in zip(findings, only, strict=True)]


def _is_of(finding: Finding, segments: frozenset[int]) -> bool:
    """Whether a finding is about the translation of one of these sentences."""
    return finding.place.field is Field.TRANSLATION and finding.place.index in segments
