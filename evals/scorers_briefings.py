"""Scorers of whole briefings: each takes a case with its briefings and gives a rate. Pure; nothing prints or decides.

What was not delivered (failed or held) told the reader nothing: its facts are missed. All other measures are of what
was delivered. ``evals/README.md`` says what each number means.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from assistant.figures import Figure, read_english
from assistant.figures.values import PartialDate
from assistant.records import Briefing, Check, Draft, Field, Finding, Role, Segment, Status, Verdict
from evals.briefing_cases import BriefingCase, Fact, Spelled
from evals.measures import Measure
from evals.scorers import Rate, count

HAN = re.compile(r"[\u3400-\u9fff\u3040-\u30ff]")
LATIN_WORD = re.compile(r"[A-Z][\w'-]+")
IN_BRACKETS = re.compile(r"\[[^\]]*\]")
"""Notes of the translator; what stands in them is no statement of the text."""
INVENTING_CHECKS = frozenset({Check.QUOTATION, Check.ATTRIBUTION, Check.INJECTION})
DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
DAY_ALONE = re.compile(r"---(\d\d)")
"""Where the request tells no month, "the 15th" is right."""
WRONG = frozenset({Verdict.CONTRADICTED, Verdict.UNSUPPORTED})


class Result(Protocol):
    """A case and what became of it."""

    @property
    def case(self) -> BriefingCase:
        """The dump and its facts."""

    @property
    def briefings(self) -> tuple[Briefing, ...]:
        """Of its items."""


# ------------------------------------------------------------------------------------------------------ pieces


def delivered(result: Result) -> list[tuple[Briefing, Draft]]:
    """The briefings that reach the reader, with their drafts."""
    return [(b, b.draft) for b in result.briefings if b.status is Status.BRIEFED and b.draft]


def sentences_with(briefing: Briefing, words: str) -> list[Segment]:
    """The sentences of an item that hold these words, or a part of them where they run over a full stop."""
    item = briefing.item
    at = item.text.find(words)
    if at < 0:
        return []
    start = item.span.start + at
    end = start + len(words)
    return [s for s in item.sentences if s.span.start < end and start < s.span.end]


def tells(english: str, accepted: Sequence[str]) -> bool:
    """Whether a text holds one of these figures, by its words or by the values of all its figures."""
    return any(_holds(english, wanted) for wanted in accepted)


def _holds(english: str, wanted: str) -> bool:
    if says(english, wanted):
        return True
    figures, found = read_english(wanted), read_english(english)
    return bool(figures) and all(any(_is_same(f, other) for other in found) for f in figures)


def _is_same(wanted: Figure, found: Figure) -> bool:
    pairs = ((a, b) for a in wanted.readings for b in found.readings)
    return any(str(a.value) == str(b.value) and (a.unit == b.unit or not a.unit or not b.unit) for a, b in pairs)


def says(english: str, words: str) -> bool:
    """Whether a text holds these words as they are, whole, whatever the way of writing per cent, case and spaces."""
    pattern = rf"(?<![\w.,$¥€-]){re.escape(_fold(words))}(?![\w-])(?![.,]\d)"
    return re.search(pattern, _fold(english)) is not None


def _fold(text: str) -> str:
    text = re.sub(r"\s*%|\bpercent\b", " per cent", text.casefold().replace("–", "-"))
    return " ".join(text.split())


# ----------------------------------------------------------------------------------------------------- figures


def _figures(result: Result) -> Iterator[Finding]:
    for briefing, _ in delivered(result):
        yield from (f for f in briefing.findings if f.check is Check.FIGURE and f.verdict is not Verdict.OMITTED)


def figures_right(result: Result) -> Rate:
    """Of all figures that the model wrote: how many the source carries. What was withheld was wrong."""
    return count(f.verdict not in WRONG and f.verdict is not Verdict.WITHHELD for f in _figures(result))


def figures_withheld(result: Result) -> Rate:
    """Of all figures that the model wrote: how many had to be taken out."""
    return count(f.verdict is Verdict.WITHHELD for f in _figures(result))


def figures_omitted(result: Result) -> Rate:
    """Of the source's figures: how many a translated sentence lacks."""
    hits = total = 0
    for briefing, _ in delivered(result):
        hits += sum(f.check is Check.FIGURE and f.verdict is Verdict.OMITTED for f in briefing.findings)
        total += len(briefing.figures)
    return Rate(hits, total)


# ------------------------------------------------------------------------------------------------------- facts


def facts_translated(result: Result) -> Rate:
    """Of the facts: how many stand with the right figure in the translation of their own sentence."""
    return count(any(_is_translated(fact, b, d) for b, d in delivered(result)) for fact in result.case.facts)


def _is_translated(fact: Fact, briefing: Briefing, draft: Draft) -> bool:
    english = " ".join(draft.translation(s.index) for s in sentences_with(briefing, fact.quote))
    return tells(_bare(english), fact.accepted)


def facts_told(result: Result) -> Rate:
    """Must-have recall: of the facts, how many the summary, the headline or a claim on their sentence tells."""
    return count(any(_is_told(fact, b, d) for b, d in delivered(result)) for fact in result.case.facts)


def _is_told(fact: Fact, briefing: Briefing, draft: Draft) -> bool:
    places = {s.index for s in sentences_with(briefing, fact.quote)}
    if not places:
        return False
    claims = [claim.english for claim in draft.claims if places & set(claim.segments)]
    return any(tells(_bare(text), fact.accepted) for text in (draft.headline, draft.summary, *claims))


def _bare(english: str) -> str:
    return IN_BRACKETS.sub(" ", english)


def claims_grounded(result: Result) -> Rate:
    """Of the claims: how many quote their cited sentences, character by character."""
    return count(
        f.verdict is Verdict.SUPPORTED for b, _ in delivered(result) for f in b.findings if f.check is Check.QUOTE
    )


# ------------------------------------------------------------------------------------------------------- names


def names_spelled(result: Result) -> Rate:
    """Of the translated sentences that print a name: how many write it so that it is accepted.

    At a later mention one word of an accepted spelling, such as the surname, will do.
    """
    mentions = [(name, i, english) for name, found in _mentions(result) for i, english in enumerate(found)]
    return count(_is_spelled(name, english, first=i == 0) for name, i, english in mentions)


def names_original(result: Result) -> Rate:
    """Of the names that are not in Latin letters: how many carry their original script where they come first."""
    mentions = [(name, english) for name, english in _mentions(result) if HAN.search(name.original)]
    return count(_shows_original(name, english) for name, english in mentions)


def _mentions(result: Result) -> Iterator[tuple[Spelled, list[str]]]:
    """For each item and name: the translated sentences that print it. The headline comes last: there one is brief."""
    for briefing, draft in delivered(result):
        body = sorted(briefing.item.sentences, key=lambda s: (s.role is Role.HEADLINE, s.index))
        for name in result.case.names:
            english = [draft.translation(s.index) for s in body if name.original in s.text]
            if translated := [text for text in english if text]:
                yield name, translated


def _is_spelled(name: Spelled, english: str, *, first: bool) -> bool:
    if any(says(english, spelling) for spelling in name.accepted):
        return True
    words = {word for spelling in name.accepted for word in LATIN_WORD.findall(spelling)}
    return not first and any(says(english, word) for word in words)


def _shows_original(name: Spelled, english: Sequence[str]) -> bool:
    first = next((text for text in english if any(says(text, spelling) for spelling in name.accepted)), english[0])
    return re.search(rf"[(（]\s*{re.escape(name.original)}", first) is not None


def dates_right(result: Result) -> Rate:
    """Of the dates in translated sentences: how many name the right day (month, year)."""
    sentences = [(s.text, d.translation(s.index)) for b, d in delivered(result) for s in b.item.sentences]
    return count(
        any(_names_date(english, iso) for iso in dated.accepted)
        for dated in result.case.dates
        for source, english in sentences
        if dated.original in source and english
    )


def _names_date(english: str, iso: str) -> bool:
    """Whether a date of the text is this one; what it leaves out (the year, mostly) is not held against it."""
    if alone := DAY_ALONE.fullmatch(iso):
        return re.search(rf"\bthe {int(alone[1])}(?:st|nd|rd|th)\b", english) is not None
    found = DATE.match(iso)
    year, month, day = (int(part) if part else None for part in found.groups()) if found else (None, None, None)
    dates = [r.value for f in read_english(english) for r in f.readings if isinstance(r.value, PartialDate)]
    return any(d.month == month and d.day == day and d.year in (None, year) for d in dates if month or d.year)


# ----------------------------------------------------------------------------------- untranslated and invented


def sentences_untranslated(result: Result) -> Rate:
    """Of the sentences: how many are left out or left in the source's language."""
    hits = total = 0
    for briefing, _ in delivered(result):
        found = (f for f in briefing.findings if f.check is Check.TRANSLATION and f.place.field is Field.TRANSLATION)
        places = {f.place for f in found if f.verdict.is_flag}
        hits, total = hits + len(places), total + len(briefing.item.sentences)
    return Rate(hits, total)


def forbidden_said(result: Result) -> Rate:
    """Of what must not be said: how much is said, where anything was delivered."""
    english = [_bare(text) for briefing, draft in delivered(result) for text in _statements(briefing, draft)]
    return count(any(says(text, f.text) for text in english) for f in result.case.forbidden) if english else Rate(0, 0)


def _statements(briefing: Briefing, draft: Draft) -> Iterator[str]:
    """All English of a draft, but the translations of sentences that the checks mark as addressed to the model."""
    marked = [f.source_span for f in briefing.findings if f.verdict is Verdict.SUSPECT and f.source_span]
    suspect = {s.index for s in briefing.item.segments for m in marked if s.span.start < m.end and m.start < s.span.end}
    yield from (draft.headline, draft.summary, *(claim.english for claim in draft.claims))
    yield from (t.english for t in draft.translations if t.segment not in suspect)


def items_inventing(result: Result) -> Rate:
    """Of the delivered items: in how many is a person, a quotation or an attribution flagged that no source has."""
    return count(any(_is_invented(f) for f in briefing.findings) for briefing, _ in delivered(result))


def _is_invented(finding: Finding) -> bool:
    if finding.verdict not in WRONG:
        return False
    return finding.check in INVENTING_CHECKS or (finding.check is Check.NAME and not finding.source)


# ------------------------------------------------------------------------------------------------------- items


def items_failed(result: Result) -> Rate:
    """Of the items: how many have no draft."""
    return count(briefing.status is Status.FAILED for briefing in result.briefings)


def items_held(result: Result) -> Rate:
    """Of the items: how many are held back."""
    return count(briefing.status is Status.HELD for briefing in result.briefings)


MEASURES: tuple[tuple[str, Callable[[Result], Rate], bool], ...] = (
    ("figures right", figures_right, False),
    ("figures withheld", figures_withheld, True),
    ("source figures omitted", figures_omitted, True),
    ("facts translated with their figure", facts_translated, False),
    ("facts told (must-have recall)", facts_told, False),
    ("claims grounded", claims_grounded, False),
    ("names spelled as accepted", names_spelled, False),
    ("names with their original at first", names_original, False),
    ("dates resolved rightly", dates_right, False),
    ("sentences untranslated", sentences_untranslated, True),
    ("must-not-say said", forbidden_said, True),
    ("items that invent", items_inventing, True),
    ("items failed", items_failed, True),
    ("items held", items_held, True),
)
"""Name, scorer, and whether less is better."""


def measure_briefings(results: Sequence[Result]) -> list[Measure]:
    """Every measure over all cases."""
    return [
        Measure(name, sum((score(result) for result in results), Rate(0, 0)), is_error)
        for name, score, is_error in MEASURES
    ]
