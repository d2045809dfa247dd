"""Who speaks where in a sentence of the source, as far as that can be told: A said this, B denied that.

A turn begins with a known name that a verb of speech follows, and ends where the next one begins. Whoever is spoken to,
or spoken of, takes no turn; a body speaks by the officer named behind it. Where nobody can be told, none begins.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.checking.spotting import Spotter
from assistant.checking.texts import find_all
from assistant.checking.tracing import SURNAME_TITLES, Lead, Tracer, plain
from assistant.checking.wordlists import ACTS_OF_SPEECH, JAPANESE_SPEECH, SPEECH
from assistant.glossary import fold_original
from assistant.kept import kept_property
from assistant.patterns import compile_late
from assistant.records import Finding, Segment

LONGEST_NAME = 5
"""Characters of a name whose first one, of a Japanese its first two, are its surname."""
VERB_WITHIN = 12
"""Characters between a name and its verb: a title, an adverb, a day."""

_VERB = fold_original("|".join((SPEECH, *(source for source, _ in ACTS_OF_SPEECH.values()))))
_SPEAKS = compile_late(
    rf"(?:[(（][^()（）]{{0,40}}[)）])?[^,，。;；:：\"、]{{0,{VERB_WITHIN}}}?(?:{_VERB}|[:：](?=\"))"
)
_SPEAKS_JAPANESE = compile_late(
    rf"(?:[(（][^()（）]{{0,40}}[)）])?[^，,。;；:：\"、はがも]{{0,{VERB_WITHIN}}}?"
    rf"(?P<mark>によると|によれば|[はがも](?=[^。]{{0,300}}?{fold_original(JAPANESE_SPEECH)}))"
)
"""A は「…」と述べた; A によると."""
_NO_SUBJECT = compile_late(
    rf"(?:{_VERB}|对|向|与|和|跟|给|被|针对|关于|要求|控告|提告|起诉|告|把|将|让|使|由|替|为|同|及|邀|促|对于|的|是|如|像|比|《|〈)$"
)
_PLACE = compile_late(r"(?:(?<![现正])在|于|赴|到|前往|走进|步出|离开|出席|列席)$")
"""Before a body: it is where somebody speaks, 在立法院受訪時說."""
_IN_FIGURE = compile_late(r"[0-9][.,]?$")
_STOP = compile_late(r"[,，。;；:：\"、]")
_AFTER_QUOTATION = compile_late(rf"\"[^\"]{{1,400}}\"[,，。、]?[^,，。、;；\"]{{0,{VERB_WITHIN}}}$")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in a sentence; ``start`` and ``end`` count in its folded text."""

    lead: Lead
    body: Lead | None
    """For whom he speaks."""
    start: int
    end: int
    words: str

    @property
    def forms(self) -> tuple[str, ...]:
        """How the source may print who speaks, and the body whose officer does."""
        return self.lead.forms + (self.body.forms if self.body else ())

    def is_of(self, leads: Iterable[Lead]) -> bool:
        """Whether one of these leads speaks, or is the body whose officer does."""
        own = set(self.forms)
        return any(not own.isdisjoint(lead.forms) for lead in leads)


@dataclass(frozen=True)
class Turns:
    """The turns of one item."""

    tracer: Tracer

    @property
    def _is_japanese(self) -> bool:
        return self.tracer.item.language == "ja"

    @kept_property
    def _names(self) -> dict[str, Lead]:
        """What a sentence may print, folded, and whose it is; a title may follow a surname that one person bears."""
        leads = self.tracer.persons + self.tracer.bodies
        size = 2 if self._is_japanese else 1
        short = [lead for lead in self.tracer.persons if size < len(lead.original) <= LONGEST_NAME]
        surnames = [lead.original[:size] for lead in short]
        alone = [lead for lead in short if surnames.count(lead.original[:size]) == 1]
        titled = {plain(lead.original[:size]) + title: lead for lead in alone for title in SURNAME_TITLES}
        return titled | {form: lead for lead in reversed(leads) for form in lead.forms if len(form) > 1}

    @kept_property
    def _spotter(self) -> Spotter[Lead | None]:
        """Finds the names, and quotation marks, which are nobody's."""
        return Spotter({**self._names, '"': None})

    @kept_property
    def _kept(self) -> dict[int, tuple[Turn, ...]]:
        return {segment.index: tuple(self._read(text)) for segment, text in self.tracer.sentences}

    @kept_property
    def _said_by(self) -> dict[str, set[int]]:
        """How a speaker may be printed -> the sentences in which he has a turn."""
        said: dict[str, set[int]] = {}
        for index, turns in self._kept.items():
            for form in (form for turn in turns for form in turn.forms):
                said.setdefault(form, set()).add(index)
        return said

    def of(self, segment: Segment) -> tuple[Turn, ...]:
        """The turns of a sentence, from left to right."""
        return self._kept.get(segment.index, ())

    def at(self, segment: Segment, words: str) -> Turn | None:
        """The turn in which ``words`` stand; None where they stand twice, or in none."""
        wanted = plain(words)
        found = find_words(plain(segment.text), wanted)
        if len(found) != 1:
            return None
        at = found[0]
        return next((turn for turn in self.of(segment) if turn.start <= at and at + len(wanted) <= turn.end), None)

    def over(self, segment: Segment, words: str) -> Turn | None:
        """The turn of ``words``, which may take in the one speaker's name: 貝森特表示，稅收增加."""
        turn, own, text, wanted = self.at(segment, words), self.of(segment), plain(segment.text), plain(words)
        found = find_words(text, wanted)
        if turn or len(own) != 1 or len(found) != 1:
            return turn
        at = found[0]
        return own[0] if at <= own[0].start < at + len(wanted) - len(own[0].lead.original) else None

    def holding(self, segment: Segment, at: int) -> Turn | None:
        """The turn in which a place of a sentence's folded text lies."""
        return next((turn for turn in self.of(segment) if turn.start <= at < turn.end), None)

    def speaks(self, leads: Sequence[Lead], segments: Iterable[Segment]) -> bool:
        """Whether one of these leads has a turn in these sentences."""
        said = {index for lead in leads for form in lead.forms for index in self._said_by.get(form, ())}
        return bool(said) and any(segment.index in said for segment in segments)

    def speaks_anywhere(self, leads: Sequence[Lead]) -> bool:
        """The same in any sentence of the item."""
        return any(form in self._said_by for lead in leads for form in lead.forms)

    def point(self, finding: Finding, turn: Turn, segment: Segment) -> Finding:
        """The finding with the place where the source names the one who speaks."""
        where = self.tracer.place((turn.lead,), (segment,))
        return replace(finding, source=self.tracer.item.read(where), source_span=where)

    def _read(self, text: str) -> Iterator[Turn]:
        found = list(self._find(text))
        starts = [self._begin(text, at) for at, _, _ in found]
        for number, (_, lead, body) in enumerate(found):
            end = starts[number + 1] if number + 1 < len(found) else len(text)
            yield Turn(lead, body, starts[number], end, text[starts[number] : end])

    def _find(self, text: str) -> Iterator[tuple[int, Lead, Lead | None]]:
        """Where each speaker is named, and the body whose officer he is."""
        named = list(self._list_names(text))
        for number, (at, end, lead) in enumerate(named):
            verb = (_SPEAKS_JAPANESE if self._is_japanese else _SPEAKS).match(text, end)
            following = named[number + 1][0] if number + 1 < len(named) else len(text)
            if not verb or verb.end() > following or _NO_SUBJECT.search(text, max(0, at - 4), at):
                continue
            before = named[number - 1] if number else None
            is_officer = before and at - before[1] <= VERB_WITHIN and not _STOP.search(text, before[1], at)
            yield at, lead, before[2] if before and is_officer else None

    def _list_names(self, text: str) -> Iterator[tuple[int, int, Lead]]:
        """Every known name outside quotation marks, from left to right, but for bodies at which somebody speaks."""
        quoted = False
        for at, end, lead in self._spotter.find(text):
            if lead is None:
                quoted = not quoted
            elif not quoted and not self._is_place(text, at, lead):
                yield at, end, lead

    @staticmethod
    def _is_place(text: str, at: int, lead: Lead) -> bool:
        return lead.kind != "person" and _PLACE.search(text, max(0, at - 4), at) is not None

    @staticmethod
    def _begin(text: str, at: int) -> int:
        """Where a turn begins: at the name, or at the quotation that it closes."""
        closed = _AFTER_QUOTATION.search(text, 0, at)
        return closed.start() if closed else at


def find_words(text: str, wanted: str) -> list[int]:
    """Where words begin in a folded text; a figure does not begin within another: 5兆円 in 15兆円."""
    starts = find_all(text, wanted) if wanted else ()
    return [at for at in starts if not (wanted[0].isdigit() and _IN_FIGURE.search(text, 0, at))]
