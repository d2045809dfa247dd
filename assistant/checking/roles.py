"""Does anybody like this speak in the source? "Officials said" is not what 業者指出 says.

In a claim or a translation one who speaks without a name (officials, police, residents) must be called so in its
sentences, or in one of those before, from which a sentence without a subject goes on (``roles.tsv``).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.checking.tables import read_rows
from assistant.checking.texts import Text, list_texts
from assistant.checking.wordlists import SAYING
from assistant.glossary import fold_original
from assistant.patterns import compile_late
from assistant.records import Check, Draft, Field, Finding, Item, Segment, Span, Verdict

SENTENCES_BACK = 3
WHY = "nobody of the kind speaks in this sentence or in those that it goes on from: {}"

_SUBJECT_TOLD = compile_late(
    "(?:业者|民众|居民|专家|学者|分析师|外资|家属|律师|医师|老师|警方|检方|官员|当局|工会|公司|店家|厂商|记者|媒体|球迷|网友)"
    "[^，,。]{0,6}(?:说|表示|指出|认为|称|指|坦言|透露|批评|强调|预估|担心)"
)
_SPEAKS = (
    rf"(?: (?:also|then|have|has|had|now))? (?:{SAYING}|believes?|expects?|pointed out|points? out|estimated?"
    r"|estimates?|confirmed|say|think|called (?:on|for)|appealed)\b"
)

_SPEAKS_HINT = compile_late(_SPEAKS, re.IGNORECASE)
"""What every text with a match holds: most sentences have no verb of speech, and are not searched for each speaker."""


def check_roles(item: Item, draft: Draft) -> tuple[Finding, ...]:
    """A finding for each speaker without a name whose like the source does not have."""
    if item.language.partition("-")[0] not in ("zh", "ja"):
        return ()
    texts = (text for text in list_texts(item, draft) if text.place.field in (Field.CLAIM, Field.TRANSLATION))
    return tuple(finding for text in texts for finding in _check(item, text))


def _check(item: Item, text: Text) -> Iterator[Finding]:
    for english, characters in _read_roles() if text.segments and _SPEAKS_HINT.search(text.english) else ():
        for match in english.finditer(text.english):
            if not any(characters.search(fold_original(segment.text)) for segment in _reach(item, text.segments)):
                span = Span(*match.span(1))
                source, where = " ".join(text.segments[0].text.split()), text.segments[0].span
                why = WHY.format(match[1])
                yield Finding(
                    Check.ATTRIBUTION, Verdict.UNSUPPORTED, text.place, match[1], span, source, where, why=why
                )


def _reach(item: Item, segments: Sequence[Segment]) -> Sequence[Segment]:
    """The sentences themselves, and those before, unless they say themselves who speaks."""
    if any(_SUBJECT_TOLD.search(fold_original(segment.text)) for segment in segments):
        return segments
    first = segments[0].index
    return (*segments, *[s for s in item.sentences if first - SENTENCES_BACK <= s.index < first])


@cache
def _read_roles() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (compile_late(rf"\b((?:{english})){_SPEAKS}", re.IGNORECASE), compile_late(fold_original(characters)))
        for english, characters in read_rows("roles.tsv")
    )
