"""The glossary: how names are written in English, as pure data, and where they stand in a text.

    resolve("蒲亭") -> Term(originals=("普丁", "蒲亭", ...), english=("Vladimir Putin",), ...)

Three layers, each overruling the one before: the table that ships (``names.tsv``), what runs have learnt or the user
has locked in the store, and the user's own file (``userfile``). Both Chinese scripts are one, and the variants of a
name are one bearer: who overrules one variant overrules all.
"""

import os
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from assistant.folding import fold, forms_of
from assistant.patterns import compile_late
from assistant.records import Span, Term

__all__ = ["Glossary", "Occurrence", "fold_original", "layer", "load_shipped", "same_spelling", "spell", "squeeze"]

_PLAIN = dict.fromkeys("‧・•", "·") | {chr(65 + n): chr(97 + n) for n in range(26)}
_TO_FOLD = compile_late("[A-Z‧・•]")
_LOOSE = str.maketrans(dict.fromkeys("-–‐‑.'’,", " "))
_STRICT: dict[str, str | int | None] = {"’": "'", "‐": "-", "‑": "-", ".": None, ",": " "}


QUOTES = "《》〈〉「」『』 "
"""Stand around a name and do not belong to it."""
LONGEST_NAME = 60
"""Characters up to which what is squeezed is kept: names come again and again, sentences do not."""


class Occurrence(NamedTuple):
    """A term where it stands in a text."""

    span: Span
    term: Term


def fold_original(text: str) -> str:
    """``text`` with both Chinese scripts, all middle dots and both cases of ASCII made one; exactly as long."""
    return _fold_name(text) if len(text) <= LONGEST_NAME else _fold(text)


def _fold(text: str) -> str:
    folded = fold(text)
    for sign in set(_TO_FOLD.findall(folded)):  # few are different; str.translate asks for each character of the text
        folded = folded.replace(sign, _PLAIN[sign])
    return folded


_fold_name = lru_cache(maxsize=16_384)(_fold)


def squeeze(english: str) -> str:
    """An English name for comparison: case, hyphens, points and a leading article do not count."""
    return _squeeze_name(english) if len(english) <= LONGEST_NAME else _squeeze(english)


def _squeeze(english: str) -> str:
    return " ".join(english.casefold().translate(_LOOSE).split()).removeprefix("the ")


_squeeze_name = lru_cache(maxsize=4_096)(_squeeze)


def same_spelling(term: Term, english: str) -> bool:
    """Whether ``english`` writes the term as the glossary has it; a title before it or a surname alone is no fault."""
    wanted = f" {_strict(english)} "
    for spelling in term.english:
        accepted = f" {_strict(spelling)} "
        if accepted in wanted or wanted in accepted:
            return True
    return False


def _strict(english: str) -> str:
    """As ``squeeze``, but the hyphen counts: it is part of a romanised name."""
    return " ".join(english.casefold().translate(str.maketrans(_STRICT)).split()).removeprefix("the ")


class Glossary:
    """Terms by their originals; of two terms with one original the later counts."""

    def __init__(self, terms: Iterable[Term], *, over: "Glossary | None" = None) -> None:
        """Take ``terms``, the strongest last, over those of another glossary, which stays as it is."""
        self._over = over
        self._added: list[Term] = []
        self._terms: dict[str, Term] = dict(over._terms) if over else {}
        self._lengths: dict[str, tuple[int, ...]] = dict(over._lengths) if over else {}
        """First character -> the lengths of the originals that begin with it, the longest first."""
        for term in terms:
            self.add(term)

    def add(self, term: Term) -> None:
        """Take one more term. It takes over all variants of a bearer whom it names."""
        keys = [*map(fold_original, term.originals)]
        for key in tuple(keys):
            if before := self._terms.get(key):
                originals = tuple(dict.fromkeys(term.originals + before.originals))
                kind, origin = term.kind or before.kind, term.origin or before.origin
                term = Term(originals, term.english, kind, origin, term.authority, term.firm)
                keys += map(fold_original, before.originals)
        self._added.append(term)
        for folded in filter(None, keys):
            self._terms[folded] = term
            lengths = self._lengths.get(folded[0], ())
            if len(folded) not in lengths:
                self._lengths[folded[0]] = tuple(sorted((*lengths, len(folded)), reverse=True))

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms, each once."""
        return tuple(dict.fromkeys(self._terms.values()))

    def resolve(self, original: str) -> Term | None:
        """The term for a name as the source prints it, or None."""
        return self._terms.get(fold_original(original.strip(QUOTES)))

    def search(self, words: str) -> tuple[Term, ...]:
        """The terms with a name that holds these words, in either language; all of them for no words."""
        wanted = words.casefold()
        return tuple(t for t in self.terms if any(wanted in name.casefold() for name in (*t.originals, *t.english)))

    def spelled(self, english: str) -> tuple[Term, ...]:
        """The terms that are written so in English."""
        below = self._over.spelled(english) if self._over else ()
        return tuple(term for term in (*below, *self._spellings.get(squeeze(english), ())) if self._is_in_force(term))

    def _is_in_force(self, term: Term) -> bool:
        return any(self._terms.get(fold_original(original)) is term for original in term.originals)

    @cached_property
    def _spellings(self) -> dict[str, tuple[Term, ...]]:
        """Of what was added here: what lies below has its own."""
        found: dict[str, tuple[Term, ...]] = {}
        for term in self._added:
            for spelling in dict.fromkeys(map(squeeze, term.english)):
                found[spelling] = (*found.get(spelling, ()), term)
        return found

    def find(self, text: str) -> Iterator[Occurrence]:
        """The terms in ``text`` from left to right; the longest counts, and none lies within another. Linear."""
        folded, lengths, done = fold_original(text), self._lengths, 0
        for place, character in enumerate(folded):
            if character not in lengths or place < done:
                continue
            length = next((n for n in lengths[character] if folded[place : place + n] in self._terms), 0)
            if length:
                done = place + length
                yield Occurrence(Span(place, done), self._terms[folded[place:done]])

    def terms_in(self, text: str) -> tuple[Term, ...]:
        """Each term that occurs in ``text``, once, in the order of first mention."""
        return tuple(dict.fromkeys(occurrence.term for occurrence in self.find(text)))


@cache
def load_shipped() -> Glossary:
    """The table that ships with the program."""
    return Glossary(map(_read_row, _shipped_rows()))


@cache
def _shipped_rows() -> tuple[str, ...]:
    # importlib.resources does the same, and takes six times as long to import
    name = os.path.join(os.path.dirname(__file__), "names.tsv")  # noqa: PTH118, PTH120 - see `folders`
    with open(name, encoding="utf-8") as file:  # noqa: PTH123
        lines = file.read().splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _read_row(row: str) -> Term:
    originals, english, kind, origin, note = row.split("\t")
    return Term(
        tuple(originals.split("|")), tuple(english.split("|")), kind, origin, firm=not note.startswith("common")
    )


def spell(original: str, terms: tuple[Term, ...] = ()) -> str:
    """How ``layer(terms)`` writes a name in English; empty where it has none.

    For one name: it looks at the rows of the shipped table and does not build the glossary; nor does it fold the table
    for a name that stands there as it is printed, for no two rows have a name in common (a test holds it).
    """
    if terms:
        term = layer(terms).resolve(original)
        return term.english[0] if term else ""
    name = original.strip(QUOTES)
    return _find_printed(name) or _find_spelling(fold_original(name))


def _find_printed(name: str) -> str:
    """The spelling in the row that has the name in just these characters; empty where there is none."""
    for row in _shipped_rows():
        if name and name in row and name in row.partition("\t")[0].split("|"):
            return _read_row(row).english[0]
    return ""


@lru_cache(maxsize=1_024)
def _find_spelling(folded: str) -> str:
    """Only names are folded that may give this one, position by position: folding keeps each in its place."""
    forms = [set().union(*map(forms_of, _plain_forms(character))) for character in folded]
    rows = [row for row in _shipped_rows() if any(map(row.__contains__, forms[0]))] if forms else []
    named = [(name, row) for row in rows for name in row.partition("\t")[0].split("|")]
    same_length = [(name, row) for name, row in named if len(name) == len(folded)]
    likely = [(name, row) for name, row in same_length if all(map(set.__contains__, forms, name))]
    names = fold_original("\n".join(name for name, _ in likely)).split("\n")
    return next(
        (_read_row(row).english[0] for name, (_, row) in zip(names, likely, strict=False) if name == folded), ""
    )


def _plain_forms(character: str) -> Iterator[str]:
    return (form for form in {character, *_PLAIN} if _PLAIN.get(form, form) == character)


@lru_cache(maxsize=64)
def layer(terms: tuple[Term, ...]) -> Glossary:
    """The shipped table with ``terms`` over it, the strongest last."""
    shipped = load_shipped()
    return Glossary(terms, over=shipped) if terms else shipped
