"""Whose words stand in quotation marks in the source, and whether they were said in the source's language at all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.characters import HAN, KATAKANA
from assistant.checking.tracing import Lead, Tracer
from assistant.checking.wordlists import SPEECH
from assistant.glossary import fold_original, squeeze
from assistant.glossary.given_names import KOREA
from assistant.kept import kept_property
from assistant.patterns import compile_late
from assistant.records import Name, Segment
from assistant.romanising import read_surnames, spells_characters

OPENING, CLOSING = "「『“", "」』”"
TERM_AT_MOST = 8
"""Characters: a shorter piece in quotation marks, with no verb of speech beside it, is a term and no speech."""
SAID_WITHIN = 12
"""Characters after a quotation in which its speaker may follow: 」，他說."""
SENTENCES_BACK = 4
_HAN_NAME = f"[{HAN}{KATAKANA}]"
_WITH_LATIN = compile_late(rf"({_HAN_NAME}{{2,10}})[(（]([A-ZÀ-Þ][\w’'.-]*(?: [\w’'.-]+){{1,5}})[)）]")
_DOTTED = compile_late(rf"{_HAN_NAME}{{1,8}}(?:[‧·・]{_HAN_NAME}{{1,8}}){{1,4}}")
_SPEECH = compile_late(SPEECH)
_ADDRESSED = compile_late("(?:對|对|向|與|与|和|跟|給|给|被|針對|针对|關於|关于)$")
_QUOTED = compile_late(r"「[^「」]{0,400}」|『[^『』]{0,400}』|“[^“”]{0,400}”|\"[^\"]{0,400}\"")
_ALL_HAN = compile_late(f"[{HAN}]{{3,}}")
"""Of two characters many a Chinese name is that its bearer spells in a way of his own."""
_HYPHENED = compile_late("[A-Za-z]-[a-z]")
_STOP = compile_late("[。！？!?]")
_SAYS = compile_late(f"[，,、](?![並并也還还但而]).{{0,8}}(?:{SPEECH})")
_MARK = compile_late(r"[「『“\"]")
_SAID_SO = compile_late(
    "(?:などと|と)[^。、]{0,8}?(?:述べ|語|話|言|訴え|指摘|強調|明言|主張|批判|説明|答え|反論|警告|発言|コメント)"
)
"""How Japanese goes on behind somebody's words: 「…」と述べた."""
_FOREIGN_OFFICE = compile_late(
    f"([{KATAKANA}]{{2,20}})(?:前|元|次期)?(?:大統領|首相|国務長官|財務長官|国防長官|報道官|外相|国王|議長)"
)
"""Katakana before an office of state: nobody of Japan is written so."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who may have said what is quoted. ``end`` is where his name ends in the text searched."""

    name: str
    start: int
    end: int
    is_foreign: bool


@dataclass(frozen=True)
class Speakers:
    """The speakers of one item; made once for each check of a draft."""

    tracer: Tracer

    @kept_property
    def language(self) -> str:
        """Primary subtag of the item's language."""
        return self.tracer.item.language.split("-")[0].lower()

    @kept_property
    def _latin(self) -> frozenset[str]:
        """Names after which the item prints Latin letters in brackets, with what stands before them."""
        return frozenset(match[1] for match in _WITH_LATIN.finditer(self.tracer.item.text))

    def is_foreign(self, lead: Lead) -> bool:
        """Whether a bearer speaks another language than the source is written in."""
        if lead.term and lead.term.origin:
            return lead.term.origin.split("-")[0] != self.language
        if _DOTTED.fullmatch(lead.original) or lead.original in self._unread:
            return True
        return len(lead.original) > 1 and any(name.endswith(lead.original) for name in self._latin)

    @kept_property
    def _unread(self) -> frozenset[str]:
        """Persons of a Chinese source whose characters are read as no word of their English: 史密斯, John Smith."""
        if self.language != "zh":
            return frozenset()
        persons = (name for name in self.tracer.draft.names if name.kind == "person")
        return frozenset(n.original for n in persons if _ALL_HAN.fullmatch(n.original) and not self._is_read(n))

    def _is_read(self, name: Name) -> bool:
        """Whether a word of a person's English is romanised from his characters, or has the form of such a name.

        Koreans have it as well, so it tells nothing where the item speaks of Korea.
        """
        original, words = fold_original(name.original), squeeze(name.english).split()
        if any(spells_characters(word, original, frozenset(original[:1])) for word in name.english.split()):
            return True
        if _HYPHENED.search(name.english):
            return not KOREA.search(self.tracer.item.text)
        return not read_surnames().get(name.original[0], frozenset()).isdisjoint(words)

    @kept_property
    def _depths(self) -> dict[int, int]:
        """How many quotation marks are open where a sentence begins."""
        depth, depths = 0, dict[int, int]()
        for segment in self.tracer.item.segments:
            depths[segment.index] = max(0, depth)
            opened = sum(segment.text.count(mark) for mark in OPENING)
            depth = max(0, depth + opened - sum(segment.text.count(mark) for mark in CLOSING))
        return depths

    def quotes(self, segment: Segment) -> bool:
        """Whether a sentence quotes anything, or lies in a quotation."""
        return bool(_MARK.search(segment.text)) or self._depths.get(segment.index, 0) > 0

    def is_speech(self, segment: Segment) -> bool:
        """Whether what a sentence quotes is somebody's words rather than a term."""
        if not self.quotes(segment):
            return False
        said = _SPEECH.search(_QUOTED.sub("", segment.text)) or self._depths.get(segment.index, 0) > 0
        pieces = [match[0] for match in _QUOTED.finditer(segment.text)]
        return bool(said) or not pieces or any(len(piece) - 2 > TERM_AT_MOST for piece in pieces)

    def is_spoken(self, segment: Segment, place: int, count: int) -> bool:
        """Whether the piece at ``place`` of ``count`` quoted pieces is speech; where the counts differ, any may be."""
        pieces = list(_QUOTED.finditer(segment.text))
        if count != len(pieces) or self._depths.get(segment.index, 0) > 0:
            return True
        piece = pieces[place]
        before = segment.text[pieces[place - 1].end() if place else 0 : piece.start()]
        after = segment.text[piece.end() : piece.end() + SAID_WITHIN]
        long = len(piece[0]) - 2 > 2 * TERM_AT_MOST or _STOP.search(piece[0][1:-1])
        return bool(
            long
            or _SPEECH.search(before)
            or before.rstrip().endswith((":", "："))
            or _SAYS.match(after)
            or _SAID_SO.match(after)
        )

    def who(self, segment: Segment) -> Speaker | None:
        """Who says what a sentence quotes: named in it, or the last one named before it."""
        first = _MARK.search(segment.text)
        before = segment.text[: first.start()] if first else ""
        after = _QUOTED.sub(lambda match: " " * len(match[0]), segment.text[len(before) :])
        found = self._subject(before) or next(iter(self._named(after)), None)
        if found:
            return found
        earlier = [s for s in self.tracer.item.sentences if s.index < segment.index][-SENTENCES_BACK:]
        subjects = (self._subject(_QUOTED.sub("", s.text)) for s in reversed(earlier))
        return next((subject for subject in subjects if subject), None)

    def _subject(self, text: str) -> Speaker | None:
        """The one named last before the last verb of speech who is not spoken to."""
        named = [s for s in self._named(text) if not _ADDRESSED.search(text[max(0, s.start - 2) : s.start])]
        verbs = [match.start() for match in _SPEECH.finditer(text)]
        before = [speaker for speaker in named if verbs and speaker.end <= verbs[-1]]
        return before[-1] if before else next(iter(named), None)

    def _named(self, text: str) -> list[Speaker]:
        """Everybody whom a text names, from left to right."""
        found = [
            *self._known(text),
            *(Speaker(m[1], m.start(1), m.end(1), is_foreign=True) for m in _WITH_LATIN.finditer(text)),
            *(Speaker(m[0], m.start(), m.end(), is_foreign=True) for m in _DOTTED.finditer(text)),
            *(Speaker(m[1], m.start(1), m.end(1), is_foreign=True) for m in _FOREIGN_OFFICE.finditer(text)),
        ]
        return sorted(found, key=lambda speaker: (speaker.end, speaker.is_foreign))

    def _known(self, text: str) -> Iterator[Speaker]:
        for span, term in self.tracer.glossary.find(text):
            if term.kind in ("person", "party", "organisation"):
                foreign = self.is_foreign(Lead(span.of(text), term.kind, term))
                yield Speaker(span.of(text), span.start, span.end, is_foreign=foreign)
        for lead in self._pairs:
            at = text.find(lead.original)
            if at >= 0:
                yield Speaker(lead.original, at, at + len(lead.original), is_foreign=self.is_foreign(lead))

    @kept_property
    def _pairs(self) -> Sequence[Lead]:
        """The draft's own persons whom no glossary knows as such; a name that a user locked may have no kind."""
        persons = (n for n in self.tracer.draft.names if n.kind == "person" and n.original)
        known = ((n, self.tracer.glossary.resolve(n.original)) for n in persons)
        return [Lead(name.original, name.kind, term) for name, term in known if not (term and term.kind)]
