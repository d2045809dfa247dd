"""Does a correction say what nobody said before? It may change what is wrong, and add nothing else.

A clause whose words stand neither in the text that it corrects nor in the rest of the draft was made up for it, unless
it tells a figure that was left out: then the check of figures has found it in the source.
"""

from collections.abc import Iterable, Iterator

from assistant.patterns import compile_late
from assistant.records import Check, Draft, Field, Finding, Place, Span, Verdict

FEWEST_NEW = 2
NEW_AT_LEAST = 0.5
"""New words of a clause, and their share of its words, from which on it says something else."""
STEM = 4
"""First letters by which a word is known: asked, asking."""

_CLAUSE = compile_late(
    r"[,;:.!?](?=\s|$)|\s(?:and|while|but|whereas|which|who|that|after|before|when|because|since|although|if|unless|until|as)\s"
)
_WORD = compile_late("[a-zß-ɏ]{3,}")
_BRACKET = compile_late(r"[(\[（][^()\[\]（）]*[)\]）]")
_NAME = compile_late("(?<![A-Za-z'’-])[A-ZÀ-Þ][\\w'’-]*")
_HAN = compile_late("[\u3040-\u9fff]")
_SMALL = frozenset(
    {
        "the", "and", "for", "with", "from", "its", "his", "her", "their", "was", "were", "has", "have", "had",
        "are", "will", "would", "been", "being", "this", "these", "those", "that", "also", "into", "than", "more",
        "said", "says", "not", "million", "billion", "trillion", "hundred", "thousand", "cent", "percentage",
        "points", "per", "about", "nearly",
    }
)  # fmt: skip
"""Words that say nothing of what a clause tells, and those of figures, which are checked."""


def adds_clause(draft: Draft, place: Place, before: str, after: str, said: Iterable[Finding]) -> bool:
    """Whether a correction has a clause that neither its text nor the rest of the draft bears out.

    Args:
        draft: what was written, with ``before`` at ``place``.
        place: of the text that is corrected.
        before: the text; one that is not translated through may gain whatever the source says there.
        after: its correction.
        said: what the checks found of the correction.
    """
    if not _list_stems(before) or _HAN.search(_BRACKET.sub("", before)):
        return False
    known = _list_stems(" ".join((before, *_list_others(draft, place))))
    found = [f.span for f in said if f.check is Check.FIGURE and f.verdict is Verdict.SUPPORTED and f.span]
    return any(_is_new(after, clause, known) and not any(map(clause.holds, found)) for clause in _split(after))


def _list_others(draft: Draft, place: Place) -> Iterator[str]:
    """What a text may say too: a translation what the concise texts say of it, these what the translations say."""
    if place.field is Field.TRANSLATION:
        yield from (draft.headline, draft.summary, *(claim.english for claim in draft.claims))
    else:
        yield from (translation.english for translation in draft.translations)


def _split(text: str) -> Iterator[Span]:
    start = 0
    for match in _CLAUSE.finditer(text):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, len(text))


def _is_new(text: str, clause: Span, known: frozenset[str]) -> bool:
    """Names are left out, which other checks trace, but for the word that begins a clause."""
    told = clause.of(text).lstrip()
    stems = _list_stems(told[:1] + _NAME.sub(" ", told[1:]))
    new = len(stems - known)
    return new >= FEWEST_NEW and new >= NEW_AT_LEAST * len(stems)


def _list_stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in _WORD.findall(text.casefold()) if word not in _SMALL)
