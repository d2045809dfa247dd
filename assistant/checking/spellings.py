"""Do the English texts write a name as it is settled?

Wherever a text writes a bearer otherwise than the glossary has him, that very place is marked, so that it can be asked
for again. A sentence of the source that holds a name which the user locked must have it in its translation.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.checking.names import AUTHORITIES, judge_term, read_words
from assistant.checking.tracing import Tracer
from assistant.glossary import Glossary, load_shipped, same_spelling, squeeze
from assistant.patterns import compile_late
from assistant.records import Check, Draft, Field, Finding, Name, Place, Segment, Span, Term, Verdict

_SURNAME = {"zh": (0,), "ko": (0,), "vi": (0,), "ja": (0, -1), "": (0, -1)}
"""Which word of a name is the surname, by the language of its bearer; elsewhere the last."""
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
    surnames = [s.split()[place] for s in accepted for place in _SURNAME.get(term.origin, (-1,))]
    wanted = (*accepted, *surnames) if term.kind in ("", "person") else accepted
    return any(f" {spelling} " in written for spelling in wanted)


def _find_misspelt(tracer: Tracer, mentions: Iterable[Mention]) -> Iterator[Finding]:
    wrong = _list_wrong(tracer.draft, tracer.glossary, mentions)
    for text in tracer.texts if wrong else ():
        for english, mention in wrong.items():
            for match in _pattern(english).finditer(text.english):
                yield mention.find(text.place, match[0], Span(*match.span()))


def _list_wrong(draft: Draft, glossary: Glossary, mentions: Iterable[Mention]) -> dict[str, Mention]:
    """Wrong English -> the name that it should follow: what the draft's pairs have, and what the user replaced."""
    pairs = [(name, glossary.resolve(name.original)) for name in draft.names]
    right = {squeeze(name.english) for name, term in pairs if term is None or same_spelling(term, name.english)}
    wrong: dict[str, Mention] = {}
    for mention in {mention.term: mention for mention in reversed(list(mentions))}.values():
        term = mention.term
        told = [n.english for n, bearer in pairs if bearer == term and _is_misspelt(n, term)]
        shipped = load_shipped().resolve(mention.span.of(mention.segment.text)) if term.is_locked else None
        told += [spelling for spelling in (shipped.english if shipped else ()) if not same_spelling(term, spelling)]
        wrong |= {english: mention for english in told if _WORD.search(english) and squeeze(english) not in right}
    return wrong


def _is_misspelt(name: Name, term: Term) -> bool:
    said = judge_term(name, term)
    return said is not None and said[0] is Verdict.UNSUPPORTED


def _pattern(english: str) -> re.Pattern[str]:
    """An English name as it may stand in a text: its words, whatever lies between them."""
    words = _BETWEEN.join(map(re.escape, _WORD.findall(english)))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
