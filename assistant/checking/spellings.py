"""Do the English texts write a name as it is settled?

Wherever a text writes a bearer otherwise than the glossary has him, that very place is marked, so that it can be asked
for again. A sentence of the source that holds a name which the user locked must have it in its translation.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.checking.names import AUTHORITIES, judge_term, read_words
from assistant.checking.overlaps import keep_longest
from assistant.checking.respelled import find_respelled, list_surnames
from assistant.checking.tracing import Tracer
from assistant.glossary import Glossary, load_shipped, same_spelling, squeeze
from assistant.patterns import compile_late
from assistant.records import Check, Draft, Field, Finding, Name, Place, Segment, Span, Term, Verdict

PERSONS = ("", "person")
"""Kinds of which a surname alone will do; the user need not say of what kind a name is."""
_WORD = compile_late(r"[^\W_]+")
_BETWEEN = r"[\W_]{1,3}"


@dataclass(frozen=True, slots=True)
class Mention:
    """A settled name where a sentence of the source prints it; ``span`` counts in the sentence."""

    segment: Segment
    span: Span
    term: Term

    def find(self, place: Place, english: str, span: Span | None) -> Finding:
        """The finding that ``english`` is not how this name is written."""
        source, where = self.span.of(self.segment.text), self.span.shift(self.segment.span.start)
        why = AUTHORITIES[self.term.authority].format(self.term.english[0])
        return Finding(Check.NAME, Verdict.UNSUPPORTED, place, english, span, source, where, self.term.english[0], why)


def check_spellings(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each sentence that does not use a locked name, and for each place where a name is misspelt."""
    sentences, find = tracer.item.sentences, tracer.glossary.find
    mentions = [Mention(segment, *found) for segment in sentences for found in find(segment.text)]
    misspelt = tuple(_find_misspelt(tracer, mentions))
    known = {(finding.place, finding.expected) for finding in misspelt}
    return (*misspelt, *(f for f in _find_unused(tracer.draft, mentions) if (f.place, f.expected) not in known))


def _find_unused(draft: Draft, mentions: Iterable[Mention]) -> Iterator[Finding]:
    for mention in mentions:
        english = draft.translation(mention.segment.index)
        if english and mention.term.is_locked and not _uses(mention.term, read_words(english)):
            yield mention.find(Place(Field.TRANSLATION, mention.segment.index), english, None)


def _uses(term: Term, written: str) -> bool:
    """Whether an English sentence has a locked name; of a person a part of it is enough, and any accepted spelling."""
    accepted = [squeeze(spelling) for spelling in term.english]
    wanted = (*accepted, *list_surnames(term)) if term.kind in PERSONS else accepted
    return any(f" {spelling} " in written for spelling in wanted)


def _find_misspelt(tracer: Tracer, mentions: list[Mention]) -> Iterator[Finding]:
    first = {mention.term: mention for mention in reversed(mentions)}.values()
    right = _list_right(tracer.draft, tracer.glossary)
    wrong = _list_wrong(tracer.draft, tracer.glossary, first, right)
    for text in tracer.texts:
        found = [
            (Span(*match.span()), mention)
            for english, mention in wrong.items()
            for match in _pattern(english).finditer(text.english)
            if match[0][0].isupper() or not english[0].isupper()
        ]
        found += [
            (span, mention)
            for mention in first
            if _is_held(mention.term)
            for span in find_respelled(text.english, mention.term)
            if squeeze(span.of(text.english)) not in right
        ]
        for span, mention in keep_longest(found):
            own = (m for m in mentions if m.term == mention.term and m.segment in text.segments)
            yield next(own, mention).find(text.place, span.of(text.english), span)


def _is_held(term: Term) -> bool:
    """Whether it is a person whose spelling counts."""
    return term.kind in PERSONS and (term.is_locked or (term.firm and term.kind == "person"))


def _list_right(draft: Draft, glossary: Glossary) -> frozenset[str]:
    """What the draft's pairs have rightly, squeezed: a spelling that is wrong for one may be another's."""
    pairs = ((name.english, glossary.resolve(name.original)) for name in draft.names)
    return frozenset(squeeze(english) for english, term in pairs if term is None or same_spelling(term, english))


def _list_wrong(
    draft: Draft, glossary: Glossary, mentions: Iterable[Mention], right: frozenset[str]
) -> dict[str, Mention]:
    """Wrong English -> the name that it should follow: what the draft's pairs have, and what the user replaced."""
    pairs = [(name, glossary.resolve(name.original)) for name in draft.names]
    wrong: dict[str, Mention] = {}
    for mention in mentions:
        term = mention.term
        told = [n.english for n, bearer in pairs if bearer == term and _is_misspelt(n, term)]
        told += _list_replaced(mention, right) if term.is_locked else ()
        wrong |= {english: mention for english in told if _WORD.search(english) and squeeze(english) not in right}
    return wrong


def _list_replaced(mention: Mention, right: frozenset[str]) -> Iterator[str]:
    """What the shipped table has where the user decided otherwise; also a person's surname, where nobody shares it."""
    shipped, term = load_shipped().resolve(mention.span.of(mention.segment.text)), mention.term
    if shipped is None:
        return
    yield from (spelling for spelling in shipped.english if not same_spelling(term, spelling))
    if shipped.kind == "person":
        shared = " ".join((*right, *map(squeeze, term.english))).split()
        yield from (surname.capitalize() for surname in list_surnames(shipped) - set(shared))


def _is_misspelt(name: Name, term: Term) -> bool:
    said = judge_term(name, term)
    return said is not None and said[0] is Verdict.UNSUPPORTED


def _pattern(english: str) -> re.Pattern[str]:
    """An English name as it may stand in a text: its words, whatever lies between them."""
    words = _BETWEEN.join(map(re.escape, _WORD.findall(english)))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
