"""Two items that tell one event with different figures: by what the event befell, and by what is told of it.

A differing figure cannot be shared, so the thing that is counted is: both openings tell how many were killed, or print
the same words around two figures. Both must be about one firm, ship or person, which stands in both openings; towns,
officials, public bodies and outlets have a part in many events of a day. Where they name none, both must tell of what
befell a place once in a day (``happenings``). Items whose openings lie in different places tell different events, and
so do those whose words are alike, as those of two firms' results are, but whose subjects are two.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from assistant.conflicts.casualties import read_tolls
from assistant.conflicts.mentions import Mention, are_comparable, read_mentions, weigh_match
from assistant.figures import Kind, read_source
from assistant.glossary import load_shipped
from assistant.patterns import compile_late
from assistant.records import Briefing, Segment
from assistant.stories.happenings import RARE, Happening, find_families, find_kinds, is_aftermath, read_happening
from assistant.stories.naming import ORGANISATION, PERSON, PLACE, list_cities, list_countries, list_names, list_quarters

OPENING_SENTENCES = 3
"""Sentences, the headline among them, in which news tells what happened."""
SHORTENED = 2
"""Characters by which the name of a firm is known again."""
KILLED = "killed"
TOLD = 2
"""Figures by which an opening can be told from another of its form."""
_PUBLIC = compile_late(
    "(?:局|部|署|院|府|會|会|廳|厅|省|處|处|廠商會|警方|警察|法院|國會|国会|内阁|內閣|軍|军|黨|党|聯盟|联盟|聯合國|联合国"
    "|通訊社|通讯社|新聞網|新闻网|新聞|新闻|日報|日报|時報|时报|晚報|晚报|週刊|周刊|電視|电视|電台|电台|社)$"
)
"""Names of public bodies, parties, leagues and of the press."""
_OFFICE = compile_late(
    "(?:長|长|總統|总统|總理|总理|首相|主席|委員|委员|議員|议员|立委|書記|书记|官|大使|發言人|发言人|代表|教授|記者|记者)$"
)
"""Words before the name of one who speaks of many events."""
_REPORTER = compile_late("(?:記者|记者|編譯|编译|特派員|特派员|編輯|编辑|撰文|攝影|摄影|文|報導|报道)[/／:：\\s]?$")


class Opening:
    """What an item tells first. Figures are read when they are first asked for, for most pairs differ before."""

    def __init__(self, briefing: Briefing) -> None:
        self.item = briefing.item
        self._sentences: Sequence[Segment] = briefing.item.sentences[:OPENING_SENTENCES]
        self._text = "\n".join(segment.text for segment in self._sentences)
        self._kinds = list_names(briefing, self._sentences)
        """Each name as the source prints it, with what it is the name of."""

    @cached_property
    def names(self) -> frozenset[str]:
        """All names of the item."""
        return frozenset(name for name, _ in self._kinds)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The names in the opening that an event may befall."""
        return frozenset(name for name, _ in self._befallen)

    @cached_property
    def _befallen(self) -> tuple[tuple[str, str], ...]:
        return tuple((name, kind) for name, kind in self._kinds if kind != PLACE and self._is_subject(name))

    @cached_property
    def persons(self) -> frozenset[str]:
        """All persons in the opening, officials among them, but for its reporters."""
        persons = (name for name, kind in self._kinds if kind == PERSON)
        return frozenset(name for name in persons if (at := self._text.find(name)) >= 0 and not self._reports(at))

    def _reports(self, at: int) -> bool:
        return bool(_REPORTER.search(self._text, 0, at))

    @cached_property
    def places(self) -> frozenset[str]:
        """The places in the opening."""
        return frozenset(name for name, kind in self._kinds if kind == PLACE and name in self._text)

    @cached_property
    def cities(self) -> frozenset[str]:
        """The cities and counties in the opening that are listed, but for those where reporters sit."""
        return list_cities(self._text)

    @cached_property
    def quarters(self) -> frozenset[str]:
        """Places in the opening that are smaller than cities."""
        return (self.places | list_quarters(self._text)) - self.cities

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries in the opening."""
        return list_countries(self._text)

    @cached_property
    def all_countries(self) -> frozenset[str]:
        """The countries in the whole item."""
        return list_countries(self.item.text)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of events of which the headline tells."""
        return find_kinds(self.item.read(self.item.headline))

    @cached_property
    def is_aftermath(self) -> bool:
        """Whether the headline tells of what happened long ago, or may happen."""
        return is_aftermath(self.item.read(self.item.headline))

    @cached_property
    def happening(self) -> Happening:
        """What the opening tells of its event."""
        return read_happening(self.item, self._sentences)

    @cached_property
    def families(self) -> frozenset[str]:
        """Surnames of those whom the opening names by them alone."""
        return find_families(self._sentences)

    @cached_property
    def tolls(self) -> frozenset[str]:
        """What befell the people whose number the opening tells: "killed"."""
        return frozenset(read_tolls(self.item, self._sentences))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The figures of the opening but for dates and hours, which all news of a day shares."""
        return tuple(self._read_mentions())

    def _read_mentions(self) -> Iterator[Mention]:
        for mention in read_mentions(self.item, self._sentences):
            if mention.is_telling and mention.figure.kind not in (Kind.DATE, Kind.TIME):
                yield mention

    @cached_property
    def numbers(self) -> frozenset[object]:
        """What the figures of the opening are, but for dates; whose 元 it is, one text may say and another not."""
        # not from the mentions that are kept, for those are asked for far more rarely, and take most of the memory
        return frozenset((mention.figure.kind, mention.figure.value) for mention in self._read_mentions())

    @cached_property
    def known_places(self) -> frozenset[str]:
        """All places in the opening, whoever lists them."""
        return self.places | self.cities | self.quarters

    @cached_property
    def scores(self) -> frozenset[str]:
        """The scores that the opening tells, by their digits in any order: each side tells its own first."""
        language, day = self.item.language, self.item.day  # as all others that ask: what was read once is kept
        figures = (f for s in self._sentences for f in read_source(s.text, language=language, clock=day))
        return frozenset("".join(sorted(f.surface)) for f in figures if f.kind is Kind.SCORE)

    def is_about(self, name: str) -> bool:
        """Whether a name that somebody lists stands in the opening as one that an event may befall."""
        return name in self._text and self._is_subject(name)

    def is_strange_to(self, other: "Opening") -> frozenset[str]:
        """What it is about, by kinds of names, and the other item knows nothing of, however it shortens the name."""
        if not self._told:
            return frozenset()
        text = other.item.text
        return frozenset(kind for name, kind in self._told if name not in text)

    @cached_property
    def _told(self) -> frozenset[tuple[str, str]]:
        """What it is about, as shortened, with kinds of names."""
        headline = self.item.read(self.item.headline)
        bodies = ((name, kind) for name, kind in self._kinds if kind == ORGANISATION and name in headline)
        named = (*self._befallen, *((name, PERSON) for name in self.persons), *bodies)
        return frozenset((name[:SHORTENED], kind) for name, kind in named)

    def _is_subject(self, name: str) -> bool:
        at = self._text.find(name)
        if at < 0 or _PUBLIC.search(name) or name == self.item.outlet_name.strip():
            return False
        term = load_shipped().resolve(name)
        if term is not None and term.kind == PERSON:  # a public person has a part in many events as well
            return False
        return not _OFFICE.search(self._text, 0, at)


def tell_one_event(one: Opening, other: Opening, *, shared_names: int) -> bool:
    """Whether two items tell the same thing of one event, with whatever figure.

    Args:
        one: an item.
        other: another, of the same days.
        shared_names: at least so many names stand in both.
    """
    if not _share_subject(one, other) or _lie_apart(one, other) or _concern_two(one, other):
        return False
    if sum(name in one.item.text and name in other.item.text for name in one.names | other.names) < shared_names:
        return False
    if one.tolls & other.tolls:
        return True
    return any(are_comparable(a.figure, b.figure) and weigh_match(a, b) for a in one.mentions for b in other.mentions)


def tell_one_happening(one: Opening, other: Opening) -> bool:
    """Whether both tell of what befell one place at one time, of a kind that it sees once in a day.

    Of what a town sees more often they must tell the same thing, a part of the town, and that people were killed.
    """
    kinds = one.kinds & other.kinds
    if not kinds or _lie_apart(one, other) or _concern_two(one, other) or tell_two_subjects(one, other):
        return False
    a, b = one.happening, other.happening
    if not all(each.happening.is_placed or each.tolls for each in (one, other)):
        return False
    if not a.days or not b.days or not a.can_be(b):
        return False
    if _has_rare(kinds):
        return bool((one.cities | one.places) & (other.cities | other.places))
    return bool(one.quarters & other.quarters and a.things & b.things) and KILLED in one.tolls & other.tolls


def are_only_alike(one: Opening, other: Opening) -> bool:
    """Whether two items, whose words are alike, tell two events in one form: of two firms, places or hours."""
    return (
        tell_two_subjects(one, other)  # what takes no reading of figures first
        or _are_apart(one.cities | one.quarters, other.cities | other.quarters, one, other)
        or bool(one.countries - other.all_countries and other.countries - one.all_countries)
        or _concern_two(one, other)
        or _befell_two(one, other)
        or _share_nothing(one, other)
    )


def _share_nothing(one: Opening, other: Opening) -> bool:
    """Whether both tell figures, and share neither a figure, a subject nor a place: two markets, in one form."""
    if len(one.numbers) < TOLD or len(other.numbers) < TOLD or one.numbers & other.numbers:
        return False
    places = one.known_places | other.known_places
    return not (_share_subject(one, other) or any(name in one.item.text and name in other.item.text for name in places))


def _befell_two(one: Opening, other: Opening) -> bool:
    """Whether they tell of one kind of event, and what it befell, or when it did, is not the same."""
    a, b = one.happening, other.happening
    if one.is_aftermath != other.is_aftermath and _has_rare(one.kinds | other.kinds):
        return True
    if _has_rare(one.kinds & other.kinds):
        return not a.can_be(b)
    return bool(one.kinds & other.kinds and a.things and b.things) and not a.things & b.things


def _has_rare(kinds: frozenset[str]) -> bool:
    return any(kind.startswith(RARE) for kind in kinds)


def tell_two_subjects(one: Opening, other: Opening) -> bool:
    """Whether they share no subject and no person, and each names one of whom the other knows nothing."""
    if _share_subject(one, other) or one.persons & other.persons:
        return False
    return bool(one.is_strange_to(other) & other.is_strange_to(one))


def _share_subject(one: Opening, other: Opening) -> bool:
    return any(map(other.is_about, one.subjects)) or any(map(one.is_about, other.subjects))


def _concern_two(one: Opening, other: Opening) -> bool:
    """Whether they tell two games of one team, or of a Mr Wang and a Mr Li."""
    return any(a and b and not a & b for a, b in ((one.scores, other.scores), (one.families, other.families)))


def _lie_apart(one: Opening, other: Opening) -> bool:
    """Whether each opening names a place of which the other item knows nothing."""
    return _are_apart(one.places, other.places, one, other)


def _are_apart(some: frozenset[str], others: frozenset[str], one: Opening, other: Opening) -> bool:
    return any(p not in other.item.text for p in some) and any(p not in one.item.text for p in others)
