"""Are words in English quotation marks really the words that somebody said?

What a foreigner says reached us through the language of the source: put into English and into quotation marks it would
pass for his own words. Only Latin letters that the source prints may stand so; all else becomes reported speech or is
marked ``[retranslated]``. The source's own speakers may be quoted; the reader is told that it is a translation.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.checking.folding import fold
from assistant.checking.speakers import Speakers
from assistant.checking.texts import Text
from assistant.checking.tracing import Lead, Tracer
from assistant.checking.wordlists import SAYING
from assistant.glossary import squeeze
from assistant.patterns import compile_late
from assistant.records import Check, Draft, Field, Finding, Segment, Span, Verdict

FEWEST_WORDS = 3
"""A shorter piece in quotation marks is a term, or a word held at arm's length."""
RETRANSLATED = "retranslated quotation: these words reached us through {}"
TRANSLATED = "translated quotation"
NOT_QUOTED = "the source quotes no words here"
PRINTED = "the source prints {}"
NOT_TRANSLATED = "no sentence with quoted words is translated so"
SAYS_MORE = "a sentence more stands in this quotation than the source quotes"
LONGER, LEEWAY = 0.95, 2
"""English words to a character of a quotation, and words beside: what is longer and has a sentence more says more."""
PER_CHARACTER, BESIDE = 2, 4
"""English words to a character of a term or a title, and words beside: what is longer is somebody's words."""
ECHO = 0.75
"""Share of a quotation's words that the translation of its sentence must have: a summary may shorten, not invent."""
ALIKE = 0.7
"""From this likeness on, a quotation is the Latin one of the source with other words."""
LANGUAGES = {"zh": "Chinese", "ja": "Japanese", "ko": "Korean"}

_ENGLISH = compile_late(
    r"„([^„“”]{1,600})[“”]|“([^“”]{1,600})(?:”|\Z)|\"([^\"]{1,600})\"|«([^«»]{1,600})»|‹([^‹›]{1,600})›|「([^「」]{1,600})」"
    r"|『([^『』]{1,600})』|《([^《》]{1,600})》|»([^«»]{1,600})«|❝([^❝❞]{1,600})❞|＂([^＂]{1,600})＂|〝([^〝〞〟]{1,600})[〞〟]"
    r"|”([^“”]{1,600})”|<<([^<>]{1,600})>>|&ldquo;([^&]{1,600})&rdquo;|&quot;([^&]{1,600})&quot;|(?<!\d)″([^″]{1,600})″"
    r"|``((?:[^`']|'(?!')){1,600})''|‘((?:[^‘’]|’(?=\w)){1,600})’(?!\w)|(?<!\w)'((?:[^']|'(?=\w)){1,600})'(?!\w)"
    r"|‚((?:[^‚‘’]|’(?=\w)){1,600})[‘’](?!\w)|(?<!\w)′([^′]{1,600})′(?!\w)|(?<![`\w])`([^`]{1,600})`(?![`\w])"
)
"""What stands in quotation marks of any kind; one that is never closed quotes to the end."""
_OPENS = compile_late("[„“\"«‹「『《»❝＂〝”<&″`‘'‚′]")
"""With one of these each of them begins."""
_WORD = compile_late(r"[^\W_]+(?:['’-][^\W_]+)*")
_MARK = compile_late(r"\[[^\[\]]{0,40}translated\b[^\[\]]{0,60}\]")
_RETRANSLATED = compile_late(r"\[retranslated\b")
_MARK_WITHIN = 80
"""Characters after a quotation in which its mark must follow."""
_LATIN = compile_late(r"[「『“\"]([A-Za-zÀ-ɏ][^「」『』“”\"\u3040-\u9fff\n]{3,200})[」』”\"]")
_TITLE = compile_late("[《〈]([^《》〈〉]{1,80})[》〉]")
_TITLES = compile_late("[《》〈〉]")
_SAYING = compile_late(rf"\b(?:{SAYING})\b")
_LATER_SENTENCE = compile_late(r"(?<=[a-z\d)\]])[.!?] (?=[A-Z“\"])")
"""U.S. Senate is one sentence, and a mark behind the full stop of a quotation begins none."""
_FULL_STOP = compile_late(r"[.][”\"’'] +[A-Z]|[”\"’'][.] +[A-Z]")
"""With it the quotation ends its sentence."""
_SOURCE_QUOTED = compile_late('[「『“"]([^「」『』“”"]{1,400})[」』”"]')
_STOPS, _ENDS = compile_late("[。！？!?；;]"), compile_late(r"[.!?;](?=\s|$)")
_SENTENCE_END = compile_late(r"[.!?][”\"’]? ")
_SIGNS = compile_late(r"[:;()\[\]]")
"""Signs that stand at a name and are no part of it: Trump: "..."."""
_CREDIT = compile_late(r"\s?[:–—-] ")
"""Behind a quotation the one who said it, as headlines put it: "...": Trump."""


def check_quotations(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each English quotation that is not marked as it must be."""
    speakers = Speakers(tracer)
    printed = fold(tracer.item.text).text
    return tuple(
        finding
        for text in tracer.texts
        for matches in ([list(_ENGLISH.finditer(text.english))] if _OPENS.search(text.english) else ())
        for number, match in enumerate(matches)
        if len(_WORD.findall(match[0])) >= FEWEST_WORDS and not _is_printed(match[0], printed)
        for finding in _check(speakers, text, _Quotation(matches, number))
    )


@dataclass(frozen=True, slots=True)
class _Quotation:
    """One of the quotations of a text."""

    matches: list[re.Match[str]]
    number: int

    @property
    def span(self) -> Span:
        return Span(*self.matches[self.number].span())

    def mark(self, text: str) -> re.Match[str] | None:
        """The mark in it or behind it; one behind a later quotation, or in a later sentence, belongs elsewhere."""
        span = self.span
        end = span.end + (0 if _FULL_STOP.match(text, span.end - 2) else _MARK_WITHIN)
        if later := _LATER_SENTENCE.search(text, span.end, end):
            end = later.end()
        for number in range(self.number + 1, len(self.matches)):
            match = self.matches[number]
            if match.start() >= end or len(_WORD.findall(match[0])) >= FEWEST_WORDS:
                end = min(end, match.start())
                break
        return _MARK.search(text, span.start, end)


def _is_printed(quotation: str, printed: str) -> bool:
    """Whether the source prints these words itself, in Latin letters."""
    return fold(quotation).text.strip('".,!?;:') in printed


def _check(speakers: Speakers, written: Text, quotation: _Quotation) -> Iterator[Finding]:
    place, text, segments, span = written.place, written.english, written.segments, quotation.span
    if printed := _find_alike(segments, span.of(text)):
        source, where = printed
        why = PRINTED.format(source)
        yield Finding(Check.QUOTATION, Verdict.CONTRADICTED, place, span.of(text), span, source, where, source, why)
        return
    mark = quotation.mark(text)
    quoting = [segment for segment in segments if speakers.quotes(segment)]
    titled = [segment for segment in segments if _TITLES.search(segment.text)]
    speech = [segment for segment in quoting if speakers.is_speech(segment)]
    if not speech and _is_somebodys(span.of(text), quoting + titled):
        yield Finding(Check.QUOTATION, Verdict.UNSUPPORTED, place, span.of(text), span, why=NOT_QUOTED)
        return
    if place.field is not Field.TRANSLATION and not _echoes(speakers.tracer.draft, span.of(text), quoting + titled):
        yield Finding(Check.QUOTATION, Verdict.UNSUPPORTED, place, span.of(text), span, why=NOT_TRANSLATED)
        return
    if not speech:
        return
    if len(segments) == 1 and not speakers.is_spoken(speech[0], quotation.number, len(quotation.matches)):
        return
    source, where = " ".join(speech[0].text.split()), speech[0].span
    if place.field is Field.TRANSLATION and _says_more(speech[0].text, quotation):
        why = SAYS_MORE
        yield Finding(Check.QUOTATION, Verdict.UNSUPPORTED, place, span.of(text), span, source, where, why=why)
        return
    if _is_foreign(speakers, written, span, speech):
        if not (mark and _RETRANSLATED.match(mark[0])):
            why = RETRANSLATED.format(LANGUAGES.get(speakers.language, "another language"))
            yield Finding(Check.QUOTATION, Verdict.UNSUPPORTED, place, span.of(text), span, source, where, why=why)
    elif not mark:
        yield Finding(Check.QUOTATION, Verdict.NOTED, place, span.of(text), span, source, where, why=TRANSLATED)


def _is_somebodys(quotation: str, segments: Sequence[Segment]) -> bool:
    """Whether a quotation is longer than any title or term in quotation marks of these sentences may be in English."""
    patterns = (_SOURCE_QUOTED, _TITLE)
    terms = (match[1] for s in segments for pattern in patterns for match in pattern.finditer(s.text))
    longest = max(map(len, terms), default=-BESIDE)
    return not segments or len(_WORD.findall(quotation)) > longest * PER_CHARACTER + BESIDE


def _says_more(source: str, quotation: _Quotation) -> bool:
    """Whether the quotation has a sentence more than the words that the source quotes, and is longer than they are."""
    pieces = [match[1] for match in _SOURCE_QUOTED.finditer(source)]
    if len(pieces) != len(quotation.matches):
        return False
    piece, english = pieces[quotation.number], quotation.matches[quotation.number][0].strip('“”"«»‘’')
    sentences = len(list(filter(str.strip, _STOPS.split(piece)))), len(list(filter(str.strip, _ENDS.split(english))))
    letters = sum(character.isalnum() for character in piece)
    return sentences[1] > sentences[0] and len(_WORD.findall(english)) > LONGER * letters + LEEWAY


def _find_alike(segments: Sequence[Segment], quotation: str) -> tuple[str, Span] | None:
    """The quotation in Latin letters of these sentences that this one alters, and where it stands."""
    wanted = fold(quotation).text.strip('"')
    for segment in segments:
        for match in _LATIN.finditer(segment.text):
            if SequenceMatcher(None, fold(match[1]).text, wanted, autojunk=False).ratio() >= ALIKE:
                return match[1], Span(*match.span(1)).shift(segment.span.start)
    return None


def _echoes(draft: Draft, quotation: str, segments: Sequence[Segment]) -> bool:
    """Whether the translation of a sentence that quotes has most of these words; without one there is no telling."""
    words = set(_WORD.findall(quotation.casefold()))
    translated = [english for segment in segments if (english := draft.translation(segment.index))]
    shared = (len(words.intersection(_WORD.findall(english.casefold()))) for english in translated)
    return not translated or max(shared) >= ECHO * len(words)


def _is_foreign(speakers: Speakers, written: Text, span: Span, speech: Sequence[Segment]) -> bool:
    """Whether the speaker's language is not the source's: by its one quoting sentence, or by the English."""
    said = [speakers.who(segment) for segment in speech]
    if len(speech) == 1 and said[0]:
        return said[0].is_foreign
    named = _named_in_english(speakers, written.english, span)
    if named is None and written.place.field is Field.CLAIM:
        leads = speakers.tracer.trace(speakers.tracer.draft.claims[written.place.index].attribution.speaker)
        named = any(speakers.is_foreign(lead) for lead in leads) if leads else None
    known = [speaker for speaker in said if speaker]
    return named if named is not None else bool(known) and all(speaker.is_foreign for speaker in known)


def _named_in_english(speakers: Speakers, text: str, span: Span) -> bool | None:
    """Whether the one to whom the English sentence gives the words is foreign; None where it names nobody."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, span.start)]
    before, after = text[ends[-1] if ends else 0 : span.start], text[span.end : span.end + _MARK_WITHIN]
    after = _SENTENCE_END.split(after)[0]
    leads = list(_short([(english, lead) for english, lead in speakers.tracer.leads if lead.kind == "person"]))
    found = _find_last(before.rpartition(";")[2], leads) or _find_last(before, leads)
    if found is None and (_SAYING.search(after) or _CREDIT.match(after)):
        after = f" {squeeze(_SIGNS.sub(' ', after))} "
        later = [(after.find(f" {name} "), lead) for name, lead in leads]
        found = min(((at, lead) for at, lead in later if at >= 0), key=lambda pair: pair[0], default=None)
    return speakers.is_foreign(found[1]) if found else None


def _find_last(before: str, leads: Sequence[tuple[str, Lead]]) -> tuple[int, Lead] | None:
    """Who is named last in what stands before a quotation, or before the verb of speech in it."""
    before = f" {squeeze(_SIGNS.sub(' ', before))} "
    said = [match.start() for match in _SAYING.finditer(before)]
    places = [(before.rfind(f" {name} ", 0, said[-1] if said else len(before)), lead) for name, lead in leads]
    return max(((at, lead) for at, lead in places if at >= 0), key=lambda pair: pair[0], default=None)


def _short(leads: Sequence[tuple[str, Lead]]) -> Iterator[tuple[str, Lead]]:
    """Each name whole, and its last and first word, by which English names a person the second time."""
    for name, lead in leads:
        words = name.split()
        yield from ((form, lead) for form in dict.fromkeys((name, words[-1], words[0])) if len(form) > 1)
