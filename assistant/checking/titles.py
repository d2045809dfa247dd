"""Does the English call a person what the source calls him: no prime minister for 官房長官, no mayor for 副市長?

Only where the source puts a title of the table right beside his name, and none that the English title may stand for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.checking.portfolios import read_fields
from assistant.checking.tables import check_each, read_rows
from assistant.checking.texts import Text, lower
from assistant.checking.tracing import Lead, Tracer
from assistant.checking.wordlists import BRACKET, SPEECH
from assistant.glossary import fold_original
from assistant.patterns import compile_late
from assistant.records import Check, Finding, Span, Verdict

OTHER_TITLE = "the source calls {} {}"
BEFORE_AT_MOST, BEHIND_AT_MOST = 12, 6
"""Characters beside a name in which its title stands."""
_NAME = r"([A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,3})"
_OF = r"(?: (?:of|for) (?:the )?[A-Z][a-z]+(?: (?:and|&) [A-Z][a-z]+)?)?"
"""Of what: Minister of Labour Hsu Wan-ju."""
FIELDS = (
    "finance|foreign|defen[cs]e|health|justice|labou?r|transport|education|environment|interior|home|economy|trade|digital"
    "|police|fire|city|county|executive"
)
"""May stand before a title behind a name: Murakami Makoto, finance minister."""
DEPUTY = compile_late(r"(?:副|助理)\w{0,2}$")
_FORMER_BEFORE = compile_late(r"\b[Ff]ormer (?:[a-z]+ )?$")
_FORMER = compile_late("[前原元]")
_ONCE = compile_late("曾|历任|かつて")
"""Beside a title: it was held once, and what he is now may stand in another clause."""
_DEPUTY_WORD = compile_late("副|助理")
_IS_DEPUTY = compile_late(r"\b(?:vice|deputy|associate|assistant|state|junior|acting|under)\b", re.IGNORECASE)
_SPEECH = compile_late(SPEECH)
_STOP = compile_late('[,，。;；:：、"()（）!！?？\\n]')


def check_titles(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each title that is another than the source's."""
    return check_each(tracer, _check)


def find_titled(tracer: Tracer, role: str) -> tuple[Lead, ...]:
    """The one person whom the source calls by a title, without his name: the mayor; empty where it may be several."""
    rows = [characters for english, _, characters in _read_titles() if re.fullmatch(english, role, re.IGNORECASE)]
    found = [
        lead
        for lead in dict.fromkeys(tracer.persons)
        if any(_holds_title(characters, words) for characters in rows for words in _list_beside(tracer, lead))
    ]
    return tuple(found) if len({frozenset(lead.forms) for lead in found}) == 1 else ()


@dataclass(frozen=True, slots=True)
class Title:
    """What somebody is called without his name: the characters by which a source may give it."""

    characters: tuple[re.Pattern[str], ...]

    def is_held(self, tracer: Tracer, lead: Lead) -> bool:
        """Whether the source calls a person so."""
        return any(_holds_title(c, words) for words in _list_beside(tracer, lead) for c in self.characters)

    def is_other(self, tracer: Tracer, lead: Lead) -> bool:
        """Whether the source calls a person by another title, and never by this one."""
        called = any(_any_title().search(words) for words in _list_beside(tracer, lead))
        return called and not self.is_held(tracer, lead)


def find_title(english: str) -> Title | None:
    """The title in words that name nobody: Fed chair, the Treasury Secretary; None in others, and for a deputy's."""
    before, of = r"(?:the )?(?:[\w.’'-]+ ){0,4}?", r"(?: (?:of|for) [^,;]{1,60})?"
    rows = tuple(
        characters
        for title, _, characters in _read_titles()
        if re.fullmatch(f"{before}(?:{title}){of}", english, re.IGNORECASE)
    )
    return Title(rows) if rows and not _IS_DEPUTY.search(english) else None


def _holds_title(characters: re.Pattern[str], words: str) -> bool:
    """Whether words beside a name have a title that is no deputy's."""
    return any(not DEPUTY.search(words[: found.start()]) for found in characters.finditer(words))


def any_role() -> str:
    """All English titles as one regular expression."""
    return "|".join(english for english, _ in _rows())


def _check(tracer: Tracer, text: Text) -> Iterator[Finding]:
    found = set(_any_english().findall(lower(text.english))) if tracer.persons else set()
    for title, pattern, characters in _read_titles() if found else ():
        for match in pattern.finditer(text.english) if any(re.fullmatch(title, word) for word in found) else ():
            name = next(group for group in match.groups() if group)
            called = _list_called(tracer, name)
            if _FORMER_BEFORE.search(
                text.english, 0, _find_title(match, title)
            ):  # what he was, where the source says so
                called = [words for words in called if _FORMER.search(words)]
            known = [words for words in called if _any_title().search(words) and not _ONCE.search(words)]
            if known and not any(_fits(match, title, characters, words) for words in called):
                span = Span(*match.span())
                where = _find_called(tracer, name, known[0])
                source = tracer.item.read(where) or known[0]
                why = OTHER_TITLE.format(name, source)
                yield Finding(Check.NAME, Verdict.UNSUPPORTED, text.place, match[0], span, source, where, why=why)


def _fits(match: re.Match[str], title: str, characters: re.Pattern[str], words: str) -> bool:
    """Whether what stands beside a name in the source may be told by this title; of a ministry its field counts."""
    if not _holds_title(characters, words):
        return (
            _DEPUTY_WORD.search(words) is not None
            and _IS_DEPUTY.search(match.string, max(0, match.start() - 30), match.end()) is not None
        )
    if title != "minister":
        return True
    at = _find_title(match, title)
    field = match.string[max(0, at - 20) : at].casefold().rstrip()
    wanted = [there for english, there in read_fields() if re.search(rf"(?:{english.pattern})\w*$", field)]
    return not wanted or any(there.search(words) for there in wanted) or not _has_field(words)


def _find_title(match: re.Match[str], title: str) -> int:
    """Where the title begins in the text."""
    told = re.search(rf"\b(?:{title})\b", match[0], re.IGNORECASE)
    return match.start() + (told.start() if told else 0)


def _has_field(words: str) -> bool:
    return any(there.search(words) for _, there in read_fields())


def _list_called(tracer: Tracer, name: str) -> list[str]:
    """What stands right beside each mention of a person in the source."""
    leads = {frozenset(lead.forms): lead for lead in tracer.trace(name) if lead.kind == "person"}
    return [words for lead in leads.values() for words in _list_beside(tracer, lead)] if len(leads) == 1 else []


def _find_called(tracer: Tracer, name: str, beside: str) -> Span | None:
    """Where the source puts a title beside a person's name, of the words that stand there."""
    before, _, behind = beside.partition(" ")
    title = _any_title().search(before)
    later = _any_title().search(behind)
    head, tail = before[title.start() :] if title else "", behind[: later.end()] if later and not title else ""
    forms = [form for lead in tracer.trace(name) for form in lead.forms]
    return tracer.find([f"{head}{form}{tail}" for form in forms], tracer.item.segments)


def _list_beside(tracer: Tracer, lead: Lead) -> tuple[str, ...]:
    """What stands right before and behind each mention of a person, read once for all who ask."""
    if lead not in tracer.beside:
        tracer.beside[lead] = tuple(_read_beside(tracer, lead))
    return tracer.beside[lead]


def _read_beside(tracer: Tracer, lead: Lead) -> Iterator[str]:
    found = [(number, text, at, at + len(form)) for form in lead.forms for number, text, at in tracer.list_places(form)]
    for _, text, at, end in sorted(found, key=lambda place: place[0]):
        before = _STOP.split(text[max(0, at - BEFORE_AT_MOST) : at])[-1]
        behind = _SPEECH.split(_STOP.split(text[end : end + BEHIND_AT_MOST])[0])[0]
        yield f"{_cut_behind(before, tracer.person_forms, lead.forms)} {behind}"


def _cut_behind(before: str, persons: frozenset[str], own: Sequence[str]) -> str:
    """What stands before a name, without what is said of another: the lawyer's client."""
    words = {before[start:end] for start in range(len(before)) for end in range(start + 1, len(before) + 1)}
    others = words.intersection(persons).difference(own)
    return before[max((before.find(other) + len(other) for other in others), default=0) :]


@cache
def _read_titles() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (
            english,
            compile_late(
                rf"(?<![Vv]ice )(?<![Dd]eputy )(?<![Aa]ssistant )(?<!-)\b(?i:{english}){_OF} {_NAME}"
                rf"|(?<!-)\b(?i:{english}){_OF}, {_NAME}{BRACKET},"
                rf"|{_NAME}{BRACKET}, (?:the |an? )?(?:former )?(?:(?:{FIELDS}) )?(?i:{english})\b(?=,| of\b|\.)"
            ),
            compile_late(characters),
        )
        for english, characters in _rows()
    )


@cache
def _any_english() -> re.Pattern[str]:
    """Of a text in small letters."""
    return compile_late(rf"\b(?:{'|'.join(english for english, _ in _rows())})\b")


@cache
def _any_title() -> re.Pattern[str]:
    return compile_late("|".join(characters for _, characters in _rows()))


@cache
def _rows() -> list[tuple[str, str]]:
    return [(english, fold_original(characters)) for english, characters in read_rows("titles.tsv")]
