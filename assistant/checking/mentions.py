"""Where a name stands for the first time, and stands there without the original script behind it.

A briefing is read in two ways: summary and claims, one after the other, and the translation by itself. In each of them
the first mention of a person, a body or a place shows how the source prints the name: Hung Hsiu-chu (洪秀柱). Countries
and large cities need none, nor in summary and claims a body of the shipped table, or one that the user settled: there
the English says it all. What a run has learnt is as strange to its readers the next day.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.checking.names import judge_pairs
from assistant.checking.texts import TextRow
from assistant.checking.tracing import HAN_LETTER, Tracer, plain
from assistant.checking.wordlists import TITLES, read_words
from assistant.glossary import layer, squeeze
from assistant.glossary.places import read_places
from assistant.patterns import compile_late
from assistant.records import Authority, Check, Draft, Field, Finding, Item, Name, Place, Role, Span, Term, Verdict

MISSING = "the original script is missing at the first mention"
KINDS = ("person", "organisation", "party", "media", "place")
FEWEST_CHARACTERS = 2
"""Of an original; one alone is a surname, or 美 for a country."""
AROUND = 60
"""Characters before a mention that are looked at."""

_WORD = compile_late(r"[^\W_]+")
_BETWEEN, _GOES_ON = compile_late(r"[ .’'‐‑-]{1,3}"), compile_late(r"[\w’'-]")
_BEHIND = compile_late(
    r"(?:[’']s\b|(?<=s)[’'](?!\w)|(?![’']s\b|\w|[-‐‑]\w| [A-ZÀ-Þ]))"
    r"(?! ?[(（][^()（）]*[^\x00-\u024f])"
)
"""A possessive belongs to the mention; a longer name, or a bracket with an original, is none."""
_LONGER = compile_late(r"\b([A-ZÀ-Þ][\w’'.&-]*)(?: (?:of|for|the|de|du|della)){0,2} $")
"""A capitalised word right before a mention: the Bank of Taiwan is no mention of Taiwan."""
_CLOSED = (("(", ")"), ("（", "）"), ("[", "]"), ("“", "”"), ("「", "」"), ("‘", "’ "))


def find_missing_originals(item: Item, draft: Draft, terms: tuple[Term, ...] = ()) -> tuple[Finding, ...]:
    """What ``check_mentions`` says of a draft; asked before all other checks, so that the originals can be put in."""
    return check_mentions(Tracer(item, draft, layer(terms))) if draft.names else ()


def check_mentions(tracer: Tracer) -> tuple[Finding, ...]:
    """A note for each first mention that lacks its original, with the original: two for a name at most.

    Only of pairs that hold: an original that the source does not print, or that is written otherwise, belongs nowhere.
    """
    bare = list(_find_bare(tracer))
    pairs = {f.place.index: f for f in (judge_pairs(tracer) if bare else ()) if f.source and not f.verdict.is_flag}
    return tuple(
        Finding(
            Check.NAME,
            Verdict.NOTED,
            mention.place,
            mention.english,
            mention.span,
            "".join(pairs[mention.name].source.split()),
            pairs[mention.name].source_span,
            why=MISSING,
        )
        for mention in bare
        if mention.name in pairs
    )


@dataclass(frozen=True, slots=True)
class _Mention:
    """The first mention of one name of the draft, without its original; ``span`` counts in the text."""

    name: int
    place: Place
    english: str
    span: Span


def _find_bare(tracer: Tracer) -> Iterator[_Mention]:
    item, draft = tracer.item, tracer.draft
    wanted: dict[Term | str, int] = {}  # one pair for each bearer
    for number, name in enumerate(draft.names):
        if _needs_original(name, tracer):
            wanted.setdefault(_bearer(tracer, name.original), number)
    concise, translation = _list_concise(draft), _list_translation(item, draft)
    for number in wanted.values():
        name = draft.names[number]
        term = tracer.glossary.resolve(name.original)
        originals = [plain(original) for original in (name.original, *(term.originals if term else ()))]
        for texts in (translation,) if _is_known(name, term) else (concise, translation):
            if mention := _find_first(number, name, originals, texts):
                yield mention


def _is_known(name: Name, term: Term | None) -> bool:
    return name.kind != "person" and term is not None and term.firm and term.authority is not Authority.LEARNED


class _Texts:
    """Texts that are read in a row: where each stands, and its English; looked through once for all names."""

    def __init__(self, texts: Iterable[tuple[Place, str]]) -> None:
        self._texts = tuple(texts)
        self._folded = TextRow(plain(english) for _, english in self._texts)
        self._with_word: dict[str, list[int]] = {}
        for number, (_, english) in enumerate(self._texts):
            for word in dict.fromkeys(_WORD.findall(english)):
                self._with_word.setdefault(word, []).append(number)

    def list_having(self, words: Iterable[str]) -> Iterator[tuple[int, Place, str]]:
        """The texts that may have a name of these words, with their numbers: those with its rarest word."""
        numbers = min((self._with_word.get(word, []) for word in words), key=len, default=[])
        return ((number, *self._texts[number]) for number in numbers)

    def find_first(self, originals: Iterable[str]) -> int:
        """The number of the first text in which one of these folded originals stands; how many there are for none."""
        return min(map(self._folded.find, originals), default=len(self._texts))


def _list_concise(draft: Draft) -> _Texts:
    claims = ((Place(Field.CLAIM, number), claim.english) for number, claim in enumerate(draft.claims))
    return _Texts(((Place(Field.SUMMARY), draft.summary), *claims))


def _list_translation(item: Item, draft: Draft) -> _Texts:
    headlines = {segment.index for segment in item.segments if segment.role is Role.HEADLINE}
    body = sorted((t.segment, t.english) for t in draft.translations if t.segment not in headlines)
    return _Texts((Place(Field.TRANSLATION, segment), english) for segment, english in body)


def _needs_original(name: Name, tracer: Tracer) -> bool:
    """Whether a pair is that of a name in another script, borne by one alone, and no country or large city."""
    if (
        name.kind not in KINDS
        or len(name.original.strip()) < FEWEST_CHARACTERS
        or not HAN_LETTER.search(name.original)
        or HAN_LETTER.search(name.english)
        or not name.english[:1].isupper()
        or plain(name.english) in tracer.whole
    ):
        return False
    bearers = {_bearer(tracer, other.original) for other in tracer.pairs_written(name.english)}
    return len(bearers) == 1 and not (name.kind == "place" and squeeze(name.english) in read_places())


def _bearer(tracer: Tracer, original: str) -> Term | str:
    return tracer.glossary.resolve(original) or plain(original)


def _find_first(number: int, name: Name, originals: Iterable[str], texts: _Texts) -> _Mention | None:
    """The first mention of a name in texts that are read in a row; None where its original stands by then."""
    words = _WORD.findall(name.english)
    shown = texts.find_first(originals)
    for at, place, english in texts.list_having(words):
        if at >= shown:
            return None
        for span in _find_words(words, english):
            if _is_free(english, span.start, is_person=name.kind == "person"):
                return _Mention(number, place, span.of(english), span)
    return None


def _find_words(words: Sequence[str], english: str) -> Iterator[Span]:
    """Where a name stands whole, with nothing behind it that makes it another; no pattern is compiled for each name."""
    start = english.find(words[0]) if words else -1
    while start >= 0:
        end = 0 if _GOES_ON.match(english, start - 1) and start else _end_words(words, english, start)
        behind = _BEHIND.match(english, end) if end else None
        if behind:
            yield Span(start, behind.end())
        start = english.find(words[0], behind.end() if behind else start + 1)


def _end_words(words: Sequence[str], english: str, start: int) -> int:
    """Where these words end that begin at ``start``, with little between them; 0 where they do not stand there."""
    end = start + len(words[0])
    for word in words[1:]:
        between = _BETWEEN.match(english, end)
        if not between or not english.startswith(word, between.end()):
            return 0
        end = between.end() + len(word)
    return end


def _is_free(english: str, start: int, *, is_person: bool) -> bool:
    """Whether a mention lies in no bracket and no quotation, and is no part of a longer name."""
    before = english[:start]
    if any(before.count(opening) > before.count(closing) for opening, closing in _CLOSED) or before.count('"') % 2:
        return False
    longer = None if is_person else _LONGER.search(before[-AROUND:])
    return longer is None or longer[1].endswith(("’s", "'s")) or longer[1].casefold() in _alone()


def _alone() -> frozenset[str]:
    """Capitalised words that belong to no name of a body or a place."""
    return read_words("openers") | read_words("begins") | {"the", "a", "an"} | frozenset(TITLES.casefold().split("|"))
