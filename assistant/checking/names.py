"""Does each name that the draft gives stand in the source, and is it written as it must be?

One finding for each pair {original, English}: the worst that can be said of it. The texts themselves: ``spellings``.
"""

from collections.abc import Iterator
from dataclasses import replace

from assistant.checking.folding import Folded, fold
from assistant.checking.surnames import find_other_surname
from assistant.checking.tracing import Tracer, proper_words
from assistant.checking.wordlists import POINTS_BACK, SPEECH, SURNAMED
from assistant.glossary import Glossary, fold_original, same_spelling, squeeze
from assistant.glossary.given_names import is_unlike
from assistant.patterns import compile_late
from assistant.records import Authority, Check, Draft, Field, Finding, Item, Name, Place, Span, Term, Verdict
from assistant.romanising import read_surnames

HELD = ("person", "party", "organisation", "media")
"""Kinds whose spelling in the shipped table is held against a draft; a place may be written in many good ways."""
AUTHORITIES = {
    Authority.SHIPPED: "the glossary has {}",
    Authority.LEARNED: "earlier it was written {}",
    Authority.LOCKED: "the name is locked as {}",
    Authority.USER: "your own list of names has {}",
}

NOT_WRITTEN = "{} is not written {}"
SYLLABLES = 3
_ROMANISED = compile_late("[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+")
"""Shih Ching-tang: the form of names from Taiwan and Korea. A foreigner's own name never has it."""
_NO_NAME = compile_late(f"(?:{SURNAMED}|{SPEECH}|{POINTS_BACK})+")
_BETWEEN_WORDS = compile_late(r"[\W_]+")


def check_names(tracer: Tracer) -> tuple[Finding, ...]:
    """One finding per name."""
    written = _read_all(tracer.draft)
    return tuple(_check_use(finding, written) for finding in judge_pairs(tracer))


def judge_pairs(tracer: Tracer) -> Iterator[Finding]:
    """One finding per name, whatever the English texts make of it."""
    item, draft, glossary = tracer.item, tracer.draft, tracer.glossary
    text = fold(item.text)
    bearers: dict[object, Name] = {}
    for index, name in enumerate(draft.names):
        place = Place(Field.NAME, index)
        found = _find(text, name.original)
        if not found:
            why = f"the source does not name {name.original}"
            yield Finding(Check.NAME, Verdict.UNSUPPORTED, place, name.english, None, "", None, why=why)
            continue
        span = found.shift(item.span.start)
        term = glossary.resolve(name.original)
        misspelt = judge_term(name, term)
        first = name if misspelt else bearers.setdefault(term or fold_original(name.original), name)
        verdict, expected, why = (
            misspelt
            or _judge_word(name, term)
            or _judge_bearer(name, term, glossary)
            or _judge_surname(item, name, term)
            or _judge_given(item, name, term)
            or _judge_first(name, first)
            or (Verdict.SUPPORTED, "", "")
        )
        yield Finding(Check.NAME, verdict, place, name.english, None, item.read(span), span, expected, why)


Judgement = tuple[Verdict, str, str]
"""Verdict, the spelling expected, the reason."""


def judge_term(name: Name, term: Term | None) -> Judgement | None:
    """Whether the glossary writes the name in another way."""
    if not term or same_spelling(term, name.english):
        return None
    if not term.is_locked and not (term.firm and (term.kind or name.kind) in HELD):
        return None
    learned_body = term.authority is Authority.LEARNED and (term.kind or name.kind) != "person"
    verdict = Verdict.NOTED if learned_body else Verdict.UNSUPPORTED
    return verdict, term.english[0], AUTHORITIES[term.authority].format(term.english[0])


def _judge_word(name: Name, term: Term | None) -> Judgement | None:
    """Whether the English is a person's own name, and the original a title or a verb that stands in any news."""
    if term or name.kind != "person" or not _NO_NAME.fullmatch(name.original) or not any(proper_words(name.english)):
        return None
    return Verdict.UNSUPPORTED, "", f"{name.original} is nobody's name"


def _judge_bearer(name: Name, term: Term | None, glossary: Glossary) -> Judgement | None:
    """Whether the English names a known person whom these words of the source do not name."""
    for known in glossary.spelled(name.english):
        shares = set(fold_original(name.original)) & {c for o in known.originals for c in fold_original(o)}
        if known.kind == "person" and known.firm and known != term and not shares and " " in name.english:
            return Verdict.UNSUPPORTED, "", f"{name.english} is {known.originals[0]}; the source has {name.original}"
    return None


def _judge_surname(item: Item, name: Name, term: Term | None) -> Judgement | None:
    """Whether a romanised name has a surname that its characters do not spell."""
    surname = name.original[:1]
    if term or name.kind != "person":
        return None
    if len(name.original) == SYLLABLES and _ROMANISED.fullmatch(name.english):
        readings = read_surnames().get(surname)
        if readings and squeeze(name.english).split()[0] not in readings:
            return Verdict.UNSUPPORTED, "", NOT_WRITTEN.format(surname, name.english.split()[0])
    other = find_other_surname(name.english, name.original) if item.language.startswith("zh") else ""
    return (Verdict.UNSUPPORTED, "", NOT_WRITTEN.format(surname, other.capitalize())) if other else None


def _judge_given(item: Item, name: Name, term: Term | None) -> Judgement | None:
    """Whether a romanised given name is certainly not that of its characters: Lin Ming-hsu for 林明義."""
    given = name.original[1:]
    if (
        term
        or name.kind != "person"
        or not item.language.startswith("zh")
        or name.original[:1] not in read_surnames()
        or _NO_NAME.search(given)
        or not is_unlike(name.english, name.original, item.text)
    ):
        return None
    return Verdict.UNSUPPORTED, "", f"{given} is not read as in {name.english}"


def _judge_first(name: Name, first: Name) -> Judgement | None:
    """Whether the draft writes one bearer in two ways; a surname alone is no second way."""
    one, other = f" {squeeze(first.english)} ", f" {squeeze(name.english)} "
    if first is name or one in other or other in one:
        return None
    why = f"two spellings for {first.original}: {first.english} and {name.english}"
    return Verdict.UNSUPPORTED, first.english, why


def _check_use(finding: Finding, written: str) -> Finding:
    """Of a name with which nothing is wrong, whether the English uses it."""
    name = squeeze(finding.english)
    if finding.verdict is not Verdict.SUPPORTED or f" {name} " in written:
        return finding
    is_used = any(f" {word} " in written for word in name.split() if len(word) > 2)
    return finding if is_used else replace(finding, verdict=Verdict.NOTED, why="the English does not use this name")


def _find(text: Folded, original: str) -> Span | None:
    """Where an original stands; a name that only differs in script (Traditional, Simplified) does not stand there."""
    return text.find(fold(original))


def _read_all(draft: Draft) -> str:
    return "".join(map(read_words, draft.texts))


def read_words(english: str) -> str:
    """English as words with a space around each, for finding names in it."""
    words = _BETWEEN_WORDS.sub(" ", squeeze(english.replace("’s", "").replace("'s", "")))
    return f" {' '.join(words.split())} "
