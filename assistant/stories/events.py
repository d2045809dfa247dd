"""Two items that tell one event with different figures: by what the event befell, and by what is told of it.

A differing figure cannot be shared, so the thing that is counted is: both openings tell how many were killed, or print
the same words around two figures. Both must be about one firm, ship or person, which stands in both openings; towns,
officials, public bodies and outlets have a part in many events of a day. Items whose openings lie in different places
tell different events.
"""

from collections.abc import Sequence
from functools import cached_property

from assistant.conflicts.casualties import read_tolls
from assistant.conflicts.mentions import Mention, are_comparable, read_mentions, weigh_match
from assistant.figures import Kind, read_source
from assistant.patterns import compile_late
from assistant.records import Briefing, Segment

OPENING_SENTENCES = 3
"""Sentences, the headline among them, in which news tells what happened."""
PLACE = "place"
_PUBLIC = compile_late(
    "(?:局|部|署|院|府|會|会|廳|厅|省|處|处|廠商會|警方|警察|法院|國會|国会|内阁|內閣|軍|军|黨|党|聯盟|联盟|聯合國|联合国"
    "|通訊社|通讯社|新聞網|新闻网|新聞|新闻|日報|日报|時報|时报|晚報|晚报|週刊|周刊|電視|电视|電台|电台|社)$"
)
"""Names of public bodies, parties, leagues and of the press."""
_OFFICE = compile_late(
    "(?:長|长|總統|总统|總理|总理|首相|主席|委員|委员|議員|议员|立委|書記|书记|官|大使|發言人|发言人|代表|教授|記者|记者)$"
)
"""Words before the name of one who speaks of many events."""


class Opening:
    """What an item tells first. Figures are read when they are first asked for, for most pairs differ before."""

    def __init__(self, briefing: Briefing) -> None:
        self.item = briefing.item
        self._sentences: Sequence[Segment] = briefing.item.sentences[:OPENING_SENTENCES]
        self._text = "\n".join(segment.text for segment in self._sentences)
        names = briefing.draft.names if briefing.draft else ()
        self._kinds = {(original, n.kind) for n in names if len(original := n.original.strip()) > 1}
        """Each name as the source prints it, with what it is the name of."""

    @cached_property
    def names(self) -> frozenset[str]:
        """All names of the item."""
        return frozenset(name for name, _ in self._kinds)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The names in the opening that an event may befall."""
        return frozenset(name for name, kind in self._kinds if kind != PLACE and self._is_subject(name))

    @cached_property
    def places(self) -> frozenset[str]:
        """The places in the opening."""
        return frozenset(name for name, kind in self._kinds if kind == PLACE and name in self._text)

    @cached_property
    def tolls(self) -> frozenset[str]:
        """What befell the people whose number the opening tells: "killed"."""
        return frozenset(read_tolls(self.item, self._sentences))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The figures of the opening but for dates, which all news of a day shares."""
        found = read_mentions(self.item, self._sentences)
        return tuple(each for each in found if each.is_telling and each.figure.kind is not Kind.DATE)

    @cached_property
    def scores(self) -> frozenset[str]:
        """The scores that the opening tells, by their digits in any order: each side tells its own first."""
        figures = (f for s in self._sentences for f in read_source(s.text, language=self.item.language))
        return frozenset("".join(sorted(f.surface)) for f in figures if f.kind is Kind.SCORE)

    def _is_subject(self, name: str) -> bool:
        at = self._text.find(name)
        if at < 0 or _PUBLIC.search(name) or name == self.item.outlet_name.strip():
            return False
        return not _OFFICE.search(self._text, 0, at)


def tell_one_event(one: Opening, other: Opening, *, shared_names: int) -> bool:
    """Whether two items tell the same thing of one event, with whatever figure.

    Args:
        one: an item.
        other: another, of the same days.
        shared_names: at least so many names stand in both.
    """
    if not one.subjects & other.subjects or _lie_apart(one, other):
        return False
    if sum(name in one.item.text and name in other.item.text for name in one.names | other.names) < shared_names:
        return False
    if one.scores and other.scores and not one.scores & other.scores:  # one team, two games
        return False
    if one.tolls & other.tolls:
        return True
    return any(are_comparable(a.figure, b.figure) and weigh_match(a, b) for a in one.mentions for b in other.mentions)


def _lie_apart(one: Opening, other: Opening) -> bool:
    """Whether each opening names a place of which the other item knows nothing."""
    return any(place not in other.item.text for place in one.places) and any(
        place not in one.item.text for place in other.places
    )
