"""Does the English name somebody well known in the place of another, or where the source names nobody?

What the glossary knows by its English alone, and the source by none of its originals, was put there by the model: a
president, a party, a news agency. An original in brackets must stand behind the name that the draft gives it. Both
checks would rather miss one than cry wolf: a name that may be ordinary words, or that the source may mean by one
character (川習會, 新華書店), is let pass.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from assistant.checking.hinted import NOT_THERE, may_mean
from assistant.checking.texts import Text
from assistant.checking.tracing import ORIGINAL, Tracer, plain
from assistant.checking.wordlists import TITLES, read_words
from assistant.glossary import Glossary, load_shipped, squeeze
from assistant.patterns import compile_late
from assistant.records import Check, Field, Finding, Place, Span, Term, Verdict

KINDS = ("person", "party", "media", "organisation")
BEARERS = ("person", "party", "media")
"""Of these alone an original in brackets tells that another is named: bodies of several states have one name."""
WORDS_AT_MOST = 5
SHORTEST_WORD = 5
"""Letters of a name of one word; a shorter one is borne by many."""
ACRONYMS = frozenset({"AFP", "BBC", "CGTN", "CNBC", "CNN", "DPP", "IRNA", "KCNA", "KMT", "NHK", "SCMP", "WSJ"})
"""Shorter ones that nobody else bears."""
ORDINARY = frozenset(
    {"Asahi", "Cabinet", "CommonWealth", "Delta", "Democrat", "Democratic", "Democrats", "Economist", "Evergreen"}
    | {"Forbes", "Guardian", "Independent", "Legislature", "Mainichi", "Politico", "Republican", "Republicans"}
    | {"Spiegel", "Sputnik", "Telegraph", "Times", "Tokai"}
)
"""Names of one word that mean much else."""
EASTERN = ("zh", "ja", "ko", "vi", "")
"""Languages in which a surname is borne by too many, or is not the last word of a name."""
PARTIES_UNNAMED = compile_late("[蓝绿白]|(?:执政|在野|反对|朝野|两|各|该|本)党")
"""How a source speaks of parties without their names; in simplified characters."""
OF_STATES = frozenset(
    {"Ministry", "Council", "Commission", "Parliament", "Office", "Agency", "Administration", "Bureau", "Department"}
    | {"Court", "Police", "Army", "Navy", "Forces", "Board", "House", "Senate", "Kremlin", "Pentagon", "Yuan"}
    | {"Prosecutors", "Prosecutor", "Guard", "Assembly", "Authority", "Center", "Centre", "Academy", "Committee"}
    | {"Congress", "Government"}
)
"""Words in the names of bodies that every state has, or that stand for one: any state's may be meant."""
STEM = 5
NEUTRAL = frozenset(
    {"the", "of", "for", "and", "a", "an", "in", "at", "against", "national", "co", "ltd", "inc", "corp"}
    | {"corporation", "company", "group", "limited", "affairs"}
)
"""Words by which two ways to write one body differ."""
NAMED_WITHIN = 80
"""Characters before an original in brackets in which its name may stand."""

_RUN = compile_late(r"[A-ZÀ-Þ][\w’'.-]*(?: (?:al-|(?:of|the|de|von|van|al|bin|da) ){0,2}[A-ZÀ-Þ][\w’'.-]*)*")
_BRACKET = compile_late(r" ?[(（]([^()（）]{1,40})[)）]")
_MODEL = compile_late(" [A-Z]*-?[0-9]")
"""Behind a maker, whom a number alone may stand for: Boeing 787."""
_WORD = compile_late("[^ ]+")
_ENDING = compile_late(r"[’']s$|[.’'-]+$")
_TITLES = frozenset(TITLES.casefold().split("|"))


Known = tuple[Span, tuple[Term, ...]]
"""Where a known name stands, and whose it may be."""


def check_strangers(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each known name that the source has not, and for each original in brackets behind another name."""
    return tuple(finding for text in tracer.texts for finding in _check(tracer, text, text.place, text.english))


def _check(tracer: Tracer, written: Text, place: Place, text: str) -> Iterator[Finding]:
    known = list(_find_known(tracer.glossary, text))
    models = {span for span, _ in known if _MODEL.match(text, span.end)}
    for span, terms in known if tracer.item.language.startswith("zh") else ():
        own = (t for t in terms if _is_named(tracer, span.of(text), t) and not _is_instead(tracer, written, t))
        if span not in models and next(own, None) is None:
            why = NOT_THERE.format(span.of(text))
            yield Finding(Check.NAME, Verdict.UNSUPPORTED, place, span.of(text), span, why=why)
    for bracket in _BRACKET.finditer(text):
        original, end = bracket[1].strip(), bracket.start()
        if other := ORIGINAL.fullmatch(original) and _find_other(tracer, text, end, original, known):
            name, where = other
            why = f"{original} is {name}"
            yield Finding(Check.NAME, Verdict.UNSUPPORTED, place, where.of(text), where, original, None, name, why)


def _find_known(glossary: Glossary, text: str) -> Iterator[Known]:
    """The known names in an English text, as they are written, the longest first at each place; of whom each may be."""
    for run in _RUN.finditer(text):
        words = [Span(run.start() + w.start(), run.start() + w.end()) for w in _WORD.finditer(run[0])]
        place = 0
        while place < len(words):
            size, terms = _longest(glossary, text, words[place : place + WORDS_AT_MOST])
            if not size and len(words) == 1:
                size, terms = 1, _surnames().get(text[words[0].start : _bare_end(text, words[0], words[0])], ())
            if terms:
                yield Span(words[place].start, _bare_end(text, words[place], words[place + size - 1])), terms
            place += max(1, size)


def _longest(glossary: Glossary, text: str, words: list[Span]) -> tuple[int, tuple[Term, ...]]:
    if text[words[0].start : _bare_end(text, words[0], words[0])] not in _first_words():
        return 0, ()
    for size in range(len(words), 0, -1):
        name = text[words[0].start : _bare_end(text, words[0], words[size - 1])].removeprefix("The ")
        terms = glossary.spelled(name)
        if terms and all(term.kind in KINDS and term.firm for term in terms) and _is_telling(name):
            return size, tuple(term for term in terms if name in term.english)
    return 0, ()


@cache
def _first_words() -> frozenset[str]:
    """With what the known names begin; few words of a text do."""
    known = (term for term in load_shipped().terms if term.kind in KINDS and term.firm)
    return frozenset({"The"} | {spelling.split()[0] for term in known for spelling in term.english})


@cache
def _surnames() -> dict[str, tuple[Term, ...]]:
    """Surname alone -> the known persons of the West who bear it."""
    found: dict[str, tuple[Term, ...]] = {}
    for term in load_shipped().terms:
        surname = term.english[0].split()[-1]
        if term.kind == "person" and term.firm and term.origin not in EASTERN and _is_telling(surname):
            found[surname] = (*found.get(surname, ()), term)
    return found


def _bare_end(text: str, first: Span, last: Span) -> int:
    return first.start + len(_ENDING.sub("", text[first.start : last.end]))


def _is_telling(name: str) -> bool:
    return " " in name or name in ACRONYMS or (len(name) >= SHORTEST_WORD and name not in ORDINARY)


def _is_named(tracer: Tracer, english: str, term: Term) -> bool:
    """Whether the source has the bearer, by an original, by Latin letters, by a pair of the draft, or may mean him."""
    forms = [plain(original) for original in term.originals]
    if any(form in tracer.whole for form in forms):
        return True
    if any(form in tracer.whole for lead in tracer.trace(english) for form in lead.forms):
        return True
    if term.kind == "party":
        return PARTIES_UNNAMED.search(tracer.whole) is not None
    if term.kind == "organisation":
        return may_mean(forms, tracer.whole) or not OF_STATES.isdisjoint(english.split())
    letters = 1 if term.kind == "person" else 2
    return any(form[:letters] in tracer.whole for form in forms)


def _is_instead(tracer: Tracer, written: Text, party: Term) -> bool:
    """Whether a text names a party where its sentences name another: the ruling party has no name, the TPP has one."""
    if party.kind != "party" or written.place.field not in (Field.CLAIM, Field.TRANSLATION):
        return False
    if any(plain(original) in tracer.whole for original in party.originals):
        return False
    told = f" {squeeze(written.english)} "
    named = (t for s in written.segments for t in tracer.glossary.terms_in(s.text) if t.kind == "party")
    return any(not any(f" {squeeze(spelling)} " in told for spelling in term.english) for term in named)


def _find_other(tracer: Tracer, text: str, end: int, original: str, known: list[Known]) -> tuple[str, Span] | None:
    """The right name, and where that of another stands right before an original in brackets; None for all well."""
    term = tracer.glossary.resolve(original)
    term = term if term and term.firm and term.kind in BEARERS else None
    other = next((span for span, terms in known if span.end == end and term and term not in terms), None)
    if term and other:
        return term.english[0], other
    pairs = tracer.pairs_of(original)
    persons = [n.english for n in pairs if n.kind == "person"]
    settled = tracer.glossary.resolve(original)
    locked = settled.english if settled and settled.is_locked else ()  # before what the draft has, which may be wrong
    names = [*persons, *(term.english if term and term.kind == "person" else ())]
    names = [*locked, *names] if names else []
    wrong = _find_unlike(text[max(0, end - NAMED_WITHIN) : end], names) if names else ""
    if not names and pairs:
        names = [*locked, *(n.english for n in pairs), *(term.english if term else ())]
        wrong = _find_other_body(text[max(0, end - NAMED_WITHIN) : end], names)
    return (names[0], Span(end - len(wrong), end)) if wrong else None


def _find_unlike(before: str, names: list[str]) -> str:
    """The capitalised words at the end of a text, without a title, where they are none of a person's names."""
    run = next((run for run in _RUN.finditer(before) if run.end() == len(before)), None)
    if run is None or any(f" {_even(name)} " in f" {_even(before)} " for name in names):
        return ""
    words = run[0].split()
    while words and words[0].casefold().rstrip(".") in read_words("generic") | _TITLES:
        words.pop(0)
    said = set(_even(" ".join(words)).split())
    return "" if any(said <= set(_even(name).split()) for name in names) else " ".join(words)


def _find_other_body(before: str, names: list[str]) -> str:
    """The capitalised words at the end of a text, where each of a body's names has a word they lack, and they one."""
    run = next((run for run in _RUN.finditer(before) if run.end() == len(before)), None)
    said = _read_stems(run[0]) if run else frozenset()
    known = [_read_stems(name) for name in names]
    initials = {"".join(word[0] for word in _even(name).split()) for name in names}
    differs = bool(said - frozenset().union(*known)) and all(name - said for name in known)
    return run[0] if run and differs and not initials & set(_even(run[0]).split()) else ""


def _read_stems(english: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in _even(english).split() if word not in NEUTRAL)


def _even(english: str) -> str:
    """For comparing: neither case nor accents nor hyphens count."""
    letters = unicodedata.normalize("NFKD", squeeze(re.sub(r"[’']s\b", "", english)))
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())
