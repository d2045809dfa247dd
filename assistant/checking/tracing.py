"""Which words of the source an English name rests on, and in which sentences they stand.

The way back goes through the draft's own pairs {original, English}, through the glossary, through originals given in
brackets, and through Latin letters that the source prints itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

from assistant.characters import HAN, KANA
from assistant.checking.folding import fold
from assistant.checking.texts import Text, TextRow, list_texts
from assistant.checking.wordlists import SURNAMED, read_words
from assistant.glossary import Glossary, fold_original, squeeze
from assistant.kept import kept_property
from assistant.patterns import compile_late
from assistant.records import Draft, Item, Name, Segment, Span, Term
from assistant.romanising import read_surnames

Found = TypeVar("Found")

_LETTER = f"{HAN}{KANA}々"
HAN_LETTER = compile_late(f"[{_LETTER}]")
ORIGINAL = compile_late(f"[{_LETTER}][{_LETTER}·‧・0-9A-Za-z]*")
_LETTERS = "A-Za-z\u00c0-\u024f0-9’'.&-"
LATIN = compile_late(
    rf"[A-Za-z\u00c0-\u024f][{_LETTERS}]*"
    rf"(?: (?:(?:of|de|da|la|von|van|der|bin|al|and|the|for|&) ){{0,3}}[A-Z\u00c0-\u00de0-9][{_LETTERS}]*)*"
)
"""A run of Latin words as a source prints them: ``Lynas Rare Earths``, ``AUKUS``, ``von der Leyen``."""
WORD = compile_late(r"[A-ZÀ-Þ][\w’'.-]*")
FEWEST_LETTERS = 2
LONGEST_PERSON, LONGEST_SURNAME = 6, 3
"""Characters of a name of the East, and of the surname by which it is told a second time: 北原氏, 佐々木氏."""
LONGEST_SENTENCE = 400
"""Characters up to which what is folded is kept: every check asks for the same sentences."""


_HONORIFIC = compile_late(r"(?:Mr|Mrs|Ms|Miss|Mx|Madam)\.? ([A-Z][a-z]+)")
_CALLED = compile_late(fold_original(f"([{_LETTER}])(?:先生|女士|小姐|太太|姓|某|嫌|男|女|氏|さん)"))


@cache
def _read_surname(character: str) -> frozenset[str]:
    """The ways in which a folded character is romanised as a surname."""
    return frozenset(
        reading
        for surname, readings in read_surnames().items()
        if fold_original(surname) == character
        for reading in readings
    )


_ASCII_MARKS = str.maketrans("'`", '""')


def plain(text: str) -> str:
    """``text`` for searching: width, spaces, marks, case and script do not count."""
    return _plain_sentence(text) if len(text) <= LONGEST_SENTENCE else _plain(text)


def _plain(text: str) -> str:
    if text.isascii():  # as English is: the tables of the folding have nothing for it
        return "".join(text.lower().split()).translate(_ASCII_MARKS)
    return fold_original(fold(text).text)


_plain_sentence = lru_cache(maxsize=1_024)(_plain)


@dataclass(frozen=True)
class Lead:
    """One original that an English name may stand for."""

    original: str
    kind: str
    term: Term | None = None

    @kept_property
    def forms(self) -> tuple[str, ...]:
        """All ways in which the source may print it, folded; what is nothing but blanks is none."""
        variants = self.term.originals if self.term else ()
        return tuple(dict.fromkeys(filter(None, map(plain, (self.original, *variants)))))


@dataclass(frozen=True)
class Tracer:
    """One item with its draft and the names of both; made once, for all checks of names."""

    item: Item
    draft: Draft
    glossary: Glossary

    @kept_property
    def texts(self) -> tuple[Text, ...]:
        """The English texts of the draft, each with its sentences."""
        return list_texts(self.item, self.draft)

    @kept_property
    def leads(self) -> tuple[tuple[str, Lead], ...]:
        """(English, squeezed; lead) of the draft's pairs, of the terms in the item and of its Latin words."""
        pairs = [
            (squeeze(n.english), Lead(n.original, n.kind, self.glossary.resolve(n.original))) for n in self.draft.names
        ]
        known = [
            (squeeze(spelling), Lead(term.originals[0], term.kind, term))
            for term in self.glossary.terms_in(self.item.text)
            for spelling in term.english
        ]
        printed = [(squeeze(run), Lead(run, "")) for run in dict.fromkeys(LATIN.findall(self.item.text))]
        return tuple((english, lead) for english, lead in (*pairs, *known, *printed) if len(english) >= FEWEST_LETTERS)

    @kept_property
    def _texts(self) -> dict[int, str]:
        return {segment.index: plain(segment.text) for segment in self.item.segments}

    @kept_property
    def sentences(self) -> tuple[tuple[Segment, str], ...]:
        """The item's sentences, each with its text folded."""
        return tuple((segment, self._texts[segment.index]) for segment in self.item.sentences)

    @kept_property
    def whole(self) -> str:
        """The item's text, folded."""
        return plain(self.item.text)

    def pairs_of(self, original: str) -> tuple[Name, ...]:
        """The draft's pairs with an original, in either script."""
        return self._by_original.get(plain(original), ())

    def pairs_written(self, english: str) -> tuple[Name, ...]:
        """The draft's pairs with an English name."""
        return self._by_english.get(squeeze(english), ())

    @kept_property
    def _by_original(self) -> dict[str, tuple[Name, ...]]:
        return _group((plain(name.original), name) for name in self.draft.names)

    @kept_property
    def _by_english(self) -> dict[str, tuple[Name, ...]]:
        return _group((squeeze(name.english), name) for name in self.draft.names)

    @kept_property
    def _leads_by_word(self) -> dict[str, tuple[int, ...]]:
        """The numbers of the leads by each word of their names."""
        return _group(
            (word, number) for number, (name, _) in enumerate(self.leads) for word in dict.fromkeys(name.split())
        )

    @kept_property
    def _leads_by_first(self) -> dict[str, tuple[int, ...]]:
        """The same by the first word."""
        return _group((name.split()[0], number) for number, (name, _) in enumerate(self.leads) if name.split())

    def _list_near(self, wanted: str) -> list[tuple[str, Lead]]:
        """The leads whose names may be a part of ``wanted``, or it of theirs: not all that share a word."""
        words = set(wanted.split())
        parts = {number for word in words for number in self._leads_by_first.get(word, ())}
        longer = min((self._leads_by_word.get(word, ()) for word in words), key=len, default=())
        return [self.leads[number] for number in sorted(parts.union(longer))]

    @kept_property
    def _traced(self) -> dict[str, tuple[Lead, ...]]:
        return {}

    def trace(self, english: str) -> tuple[Lead, ...]:
        """The leads of an English name, those of persons alone where there are any; empty: it cannot be traced."""
        if english not in self._traced:
            self._traced[english] = self._trace(english)
        return self._traced[english]

    def _trace(self, english: str) -> tuple[Lead, ...]:
        wanted = f" {squeeze(ORIGINAL.sub(' ', english).replace('(', ' ').replace(')', ' '))} "
        leads = self._list_near(wanted)
        found = [lead for name, lead in leads if _meet(wanted, f" {name} ")]
        if english[:1].isupper() and len(wanted.split()) > 1:  # "US State Department" is all common words, and a name
            found = found or [lead for name, lead in leads if f" {name} " == wanted]
        persons = [lead for lead in found if lead.kind == "person"]
        given = [Lead(original, "") for original in ORIGINAL.findall(english)]
        return tuple(dict.fromkeys(persons or found or given or self._trace_surname(english)))

    def _trace_surname(self, english: str) -> tuple[Lead, ...]:
        """Ms Chen: the item's 陳女士, if it has one."""
        match = _HONORIFIC.fullmatch(english.strip())
        surname = squeeze(match[1]) if match else ""
        found = _CALLED.finditer(self.whole) if match else ()
        return tuple(Lead(who[0], "person") for who in found if surname in _read_surname(who[1]))

    def stands(self, leads: Iterable[Lead], segment: Segment) -> bool:
        """Whether one of the leads stands in a sentence; a surname with a title stands for the person."""
        text = self._texts[segment.index]
        return any(_stands(lead, text) for lead in leads)

    def place(self, leads: Iterable[Lead], segments: Iterable[Segment]) -> Span | None:
        """Where the first of the leads stands in the dump."""
        return self.find([form for lead in leads for form in lead.forms], segments)

    def find(self, forms: Iterable[str], segments: Iterable[Segment]) -> Span | None:
        """Where the first of these folded words stands in the dump."""
        for segment in segments:
            text = self._texts.get(segment.index, "")
            for form in forms:
                at = text.find(form)
                if at >= 0:
                    folded = fold(segment.text)
                    return Span(folded.origin[at], folded.origin[at + len(form) - 1] + 1).shift(segment.span.start)
        return None

    @kept_property
    def persons(self) -> tuple[Lead, ...]:
        """The persons whom the draft or the glossary finds in the item."""
        return tuple(dict.fromkeys(lead for _, lead in self.leads if lead.kind == "person"))

    @kept_property
    def person_forms(self) -> frozenset[str]:
        """All ways in which the source may print them."""
        return frozenset(form for lead in self.persons for form in lead.forms)

    @kept_property
    def _row(self) -> TextRow:
        return TextRow(self._texts.values())

    def list_places(self, form: str) -> Iterator[tuple[int, str, int]]:
        """Where some folded words stand: the number of the sentence in the item, its folded text, the place in it."""
        return ((number, self._row.texts[number], at) for number, at in self._row.list_places(form))

    @kept_property
    def beside(self) -> dict[Lead, tuple[str, ...]]:
        """What stands right beside each of them; ``titles`` reads it for whom it is asked."""
        return {}

    @kept_property
    def bodies(self) -> tuple[Lead, ...]:
        """The organisations, parties and media."""
        kinds = ("organisation", "party", "media")
        return tuple(dict.fromkeys(lead for _, lead in self.leads if lead.kind in kinds))


def _group(pairs: Iterable[tuple[str, Found]]) -> dict[str, tuple[Found, ...]]:
    found: dict[str, list[Found]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def _meet(wanted: str, name: str) -> bool:
    """Whether one of two padded names is a part of the other, word by word, and not merely a word that names nobody."""
    if name in wanted:
        return not set(name.split()) <= read_words("generic")
    return wanted in name and len(wanted.strip()) >= FEWEST_LETTERS and not set(wanted.split()) <= read_words("generic")


def _stands(lead: Lead, text: str) -> bool:
    if any(form in text for form in lead.forms):
        return True
    if lead.kind != "person" or not 2 <= len(lead.original) <= LONGEST_PERSON:
        return False
    name = fold_original(lead.original)
    surnames = (name[:length] for length in range(1, min(LONGEST_SURNAME + 1, len(name))))
    return any(surname in text and any(surname + title in text for title in SURNAME_TITLES) for surname in surnames)


SURNAME_TITLES = tuple(dict.fromkeys(fold_original(title) for title in SURNAMED.split("|")))
"""What names a person a second time behind the surname, folded."""


def proper_words(english: str) -> Iterator[str]:
    """The capitalised words of ``english`` that may be a part of a proper name."""
    for match in WORD.finditer(english):
        word = match[0].removesuffix("'s").removesuffix("’s").rstrip(".'’-")
        if word.casefold() not in read_words("generic") and len(word) > 1:
            yield word
