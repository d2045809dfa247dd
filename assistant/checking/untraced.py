"""Does each name in the English rest on words of the source: organisations and places as well?

What is capitalised within a sentence is a name. It is traced by the draft's pairs, by the glossary, by Latin letters
that the source prints, by its original in brackets, by characters that are read so; a country or a large city by the
CLDR, which knows it in the language of the source. Words after which bodies and places are called name nobody.

A flag is only what can be told for certain: a country that the item does not name, a city in the place of another, and
one that stands alone where no character near may mean it (``hinted``).
Of all else it is noted, once an item, that no words of the source were found: they may stand there nonetheless.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from assistant.checking.bearers import prints_short
from assistant.checking.hinted import NOT_THERE, refute_city
from assistant.checking.persons import is_title_case
from assistant.checking.texts import Text
from assistant.checking.tracing import HAN_LETTER, ORIGINAL, Tracer, plain
from assistant.checking.wordlists import read_surname_characters, read_words
from assistant.glossary import squeeze
from assistant.glossary.places import find_home, read_cities, read_countries, read_places
from assistant.kept import kept_property
from assistant.notices import WITHHELD
from assistant.patterns import compile_late
from assistant.records import Check, Field, Finding, Span, Verdict
from assistant.romanising import spells_characters

NOT_FOUND = "no words of the source were found for it: check it against the source"
IN_PLACE = "the source does not name {}; here it names {}"
NOBODY_TOLD = "the source names nobody to whom this was said"
WORDS_AT_MOST = 4
"""Of the name of a place."""
FEWEST_LETTERS = 3
NEAR = 80
"""Characters before and behind a name that are looked at."""

_NAME = compile_late(
    r"(?<![\w’'.&-])[A-ZÀ-Þ][\w’'-]*(?:\.(?=[A-Z]))?"
    r"(?:(?: (?:of|the|for|and|de|la|le|van|von|der|bin|al|da|du|del|di)){0,2} [A-ZÀ-Þ][\w’'-]*)*"
)
_STARTS = compile_late(r"(?:^|[.!?:;…—–]|\n)[\s\"“”'‘’(\[「]*$|[\"“‘「(\[/\]]\s*$")
"""What stands before the first word of a sentence, of a quotation, of a bracket."""
_QUOTED = compile_late(r"[“\"‘「《][^“”\"‘’「」《》]{1,300}[”\"’」》]|\[[^\[\]]{0,200}\]")
_BRACKET = compile_late(r" ?[(（]([^()（）]{1,60})[)）]")
_WORD = compile_late(r"[A-ZÀ-Þ][\w’'-]*")
_FIGURE = compile_late(r" ?[0-9]")
_SHORT_BEHIND = compile_late(r" ([A-ZÀ-Þ][a-zà-þ]?)(?![\w’'-])")
_SHORT_BEFORE = compile_late(r"(?<![\w’'-])([A-ZÀ-Þ][a-zà-þ]?) $")
_TOLD = compile_late(r"\b(?:told|tells|telling|interviews? with|interviewed by|sp(?:oke|eaking) to) (?:the )?$")
_LONGEST_TOLD = 24
_LISTENS = compile_late(
    "对(?![此于])|向(?!来)"
    "|[给跟與与和访訪接受告媒记報报社台视網网刊誌志播新闻《a-z]|に|へ|取材|インタビュー|テレビ|ラジオ|記者|通信"
)
"""How a source says to whom somebody speaks (對此 and 對於 say of what), or what a medium is called."""
_KIND = compile_late(r"\b[Aa]n? $")
_POSSESSIVE = compile_late(r"[’']s?$")


def find_untraced(tracer: Tracer, known: Iterable[Finding]) -> tuple[Finding, ...]:
    """A finding for each name that rests on nothing in the source and is not ``known`` to be wrong.

    Flags once a text, notes once an item.
    """
    if tracer.item.language.partition("-")[0] not in ("zh", "ja"):
        return ()
    names = Names(tracer)
    taken = [(finding.place, finding.span) for finding in known if finding.span and finding.verdict.is_flag]
    found = [finding for text in tracer.texts for finding in _check(names, text)]
    new = [
        f
        for f in found
        if not any(f.place == place and f.span and span and f.span.overlaps(span) for place, span in taken)
    ]
    first = {_key(f): f for f in reversed(new) if not f.verdict.is_flag}
    wrong = {_key(f) for f in found if f.verdict.is_flag}
    return tuple(f for f in new if f.verdict.is_flag or (first[_key(f)] is f and _key(f) not in wrong))


def _key(finding: Finding) -> str:
    return squeeze(finding.english).removesuffix("s")


def _check(names: "Names", text: Text) -> Iterator[Finding]:
    said = set[str]()
    for span in _list_names(text):
        for inner in names.judge(span.of(text.english), text.english[span.end : span.end + NEAR]):
            where = inner.shift(span.start)
            name = where.of(text.english)
            if name not in said:
                said.add(name)
                why = names.refute(name, text) or refute_city(names.tracer, text, where) or _find_listener(text, where)
                verdict = Verdict.UNSUPPORTED if why else Verdict.NOTED
                yield Finding(Check.NAME, verdict, text.place, name, where, why=why or NOT_FOUND)


def _find_listener(text: Text, name: Span) -> str:
    """Why a name is wrong to which English has somebody speak, where the sentences speak of no listener at all."""
    if text.place.field not in (Field.CLAIM, Field.TRANSLATION) or not text.segments:
        return ""
    if not _TOLD.search(text.english, max(0, name.start - _LONGEST_TOLD), name.start):
        return ""
    return "" if any(_LISTENS.search(plain(s.text)) for s in text.segments) else NOBODY_TOLD


def _list_names(text: Text) -> Iterator[Span]:
    """The capitalised runs of a text, without words that are capital for another reason."""
    english = text.english
    if text.place.field is Field.HEADLINE and is_title_case(english):
        return
    bare = WITHHELD.sub(lambda notice: " " * len(notice[0]), english)
    bare = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), bare)
    for match in _NAME.finditer(bare):
        if HAN_LETTER.search(match[0]):  # an original, SMBC日興証券
            continue
        words = [Span(match.start() + w.start(), match.start() + w.end()) for w in _WORD.finditer(match[0])]
        if _STARTS.search(english[max(0, match.start() - 8) : match.start()]) and not _is_name_at_start(match[0]):
            words = words[1:]
        if words and not _is_other(match[0], *_around(english, match)):
            yield Span(words[0].start, words[-1].end)


def _is_name_at_start(run: str) -> bool:
    """Whether the word that begins a sentence belongs to a name: any word is capital there."""
    first, *others = _WORD.findall(run)
    if _is_place(first) or (first.isupper() and len(first) >= FEWEST_LETTERS):
        return True
    return (
        bool(others)
        and others[-1].casefold() in read_words("bodies")
        and first.casefold() not in read_words("openers") | read_words("begins")
    )


def _around(english: str, match: re.Match[str]) -> tuple[str, str]:
    return english[max(0, match.start() - NEAR) : match.start()], english[match.end() : match.end() + NEAR]


def _is_other(run: str, before: str, after: str) -> bool:
    """Whether capitals stand for something else than a person, a body or a place: a law, a code, one of a kind."""
    words = [word.casefold() for word in _WORD.findall(run)]
    return (
        bool({words[0], words[-1]} & read_words("works"))
        or _FIGURE.match(after) is not None
        or _KIND.search(before) is not None
    )


@dataclass(frozen=True)
class Names:
    """What the names of one item may rest on."""

    tracer: Tracer

    @kept_property
    def words(self) -> frozenset[str]:
        """Every word of a name that is traced."""
        return frozenset(word for english, _ in self.tracer.leads for word in english.split())

    @kept_property
    def _home(self) -> frozenset[str]:
        return find_home(self.tracer.item.language)

    def judge(self, name: str, after: str) -> Iterator[Span]:
        """What of a capitalised run is untraced."""
        if self._is_given(after):
            return
        taken: list[Span] = []
        for place in _list_places(name):
            taken.append(place)
            if not self._is_there(place.of(name)):
                yield place
        strange = [Span(*word.span()) for word in _WORD.finditer(name) if not self._is_known(word[0])]
        for group in _join(word for word in strange if not any(word.overlaps(place) for place in taken)):
            whole = _widen(name, group)
            yield Span(whole.start, whole.start + len(_POSSESSIVE.sub("", whole.of(name))))

    def refute(self, name: str, text: Text) -> str:
        """Why an untraced name is wrong for certain; empty where its words may only not have been found."""
        if squeeze(name) in read_countries():
            return NOT_THERE.format(name)
        if squeeze(name) not in read_cities() or text.place.field not in (Field.CLAIM, Field.TRANSLATION):
            return ""
        told = f" {squeeze(text.english)} "
        for printed in (match[0] for s in text.segments for match in _places().finditer(plain(s.text))):
            cities = _cities_printed().get(printed, ())
            if cities and not any(f" {city} " in told for city in cities):
                return IN_PLACE.format(name, cities[0].title())
        return ""

    def _is_there(self, place: str) -> bool:
        """Whether the source names a country or a city, however short, or means it without a name."""
        forms = read_places()[squeeze(place)]
        named = set(squeeze(place).split()) <= self.words or squeeze(place) in self.tracer.whole
        return named or squeeze(place) in self._home or any(map(self._prints, forms))

    def _prints(self, form: str) -> bool:
        """Whether the source prints a name; one character is one only beside another sign of a country: 美方, 訪日."""
        if len(form) > 1:
            return form in self.tracer.whole
        return prints_short(form, self.tracer.whole)

    def _is_given(self, after: str) -> bool:
        """Whether an original that the source has stands in brackets behind a name."""
        bracket = _BRACKET.match(after)
        originals = ORIGINAL.findall(bracket[1]) if bracket else ()
        return any(plain(original) in self.tracer.whole for original in originals)

    def _is_known(self, word: str) -> bool:
        parts = squeeze(_POSSESSIVE.sub("", word)).split()
        if _is_common(word) or len("".join(parts)) < FEWEST_LETTERS:
            return True
        whole = "".join(parts)
        if whole in self.words or whole in self.tracer.whole or whole.removesuffix("s") in self.words:
            return True
        if all(part in self.words or _is_common(part) for part in parts):
            return True
        return self.tracer.item.language.startswith("zh") and spells_characters(
            word, self.tracer.whole, read_surname_characters()
        )


def _list_places(name: str) -> Iterator[Span]:
    """The countries and cities in a run of words, the longest at each word."""
    words = [Span(*match.span()) for match in re.finditer(r"[^ ]+", name)]
    at = 0
    while at < len(words):
        runs = (
            Span(words[at].start, words[last].end)
            for last in range(min(len(words), at + WORDS_AT_MOST) - 1, at - 1, -1)
        )
        place = next((run for run in runs if _is_place(run.of(name))), None)
        if place:
            yield Span(place.start, place.start + len(_POSSESSIVE.sub("", place.of(name))))
        at += len(place.of(name).split()) if place else 1


def _widen(name: str, strange: Span) -> Span:
    """With the short capitalised words beside it, of which alone nothing can be told: Tai Po."""
    start, end = strange
    while (after := _SHORT_BEHIND.match(name, end)) and not _is_common(after[1]):
        end = after.end()
    while (before := _SHORT_BEFORE.search(name, 0, start)) and not _is_common(before[1]):
        start = before.start()
    return Span(start, end)


def _is_place(name: str) -> bool:
    return squeeze(_POSSESSIVE.sub("", name)) in read_places()


def _join(words: Iterable[Span]) -> Iterator[Span]:
    """Words that only a blank divides, as one."""
    whole: Span | None = None
    for word in words:
        if whole and word.start != whole.end + 1:
            yield whole
            whole = None
        whole = Span(whole.start, word.end) if whole else word
    if whole:
        yield whole


@cache
def _cities_printed() -> dict[str, tuple[str, ...]]:
    """What a source prints for a city -> what that may be in English."""
    found: dict[str, tuple[str, ...]] = {}
    for english, forms in read_cities().items():
        for form in forms if english not in read_countries() else ():
            found[form] = (*found.get(form, ()), english)
    return found


@cache
def _places() -> re.Pattern[str]:
    """Countries and cities as sources print them, the longest first: 羅馬尼亞 is not Rome."""
    forms = {form for forms in read_places().values() for form in forms if len(form) > 1}
    return compile_late("|".join(map(re.escape, sorted(forms, key=len, reverse=True))))


@cache
def _is_common(word: str) -> bool:
    """Whether a word names nobody: a title, a body, a month, a nationality; of a joined word each part."""
    bare = _POSSESSIVE.sub("", word).casefold().rstrip(".'’-")
    return bare in _common() or all(part in _common() or part.isdigit() for part in bare.split("-"))


@cache
def _common() -> frozenset[str]:
    words = read_words("generic") | read_words("institutional") | read_words("openers") | read_words("common")
    return (words | {f"{word}s" for word in words}) - read_words("teams")
