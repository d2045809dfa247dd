"""Who did it to whom: 公司控告工會 is not "the union sued the company". For names, and for those who act without one.

Held against the source is a deed between two, by the words for it in ``wordlists.DEEDS``. Flagged is English that turns
it round where a sentence says the contrary for certain, and none may say the same.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.checking.tables import check_each, read_rows
from assistant.checking.texts import Text
from assistant.checking.tracing import Tracer, plain
from assistant.checking.wordlists import DEEDS, NOUN_BEHIND
from assistant.glossary import fold_original
from assistant.patterns import compile_late
from assistant.records import Check, Finding, Segment, Span, Verdict

TURNED_ROUND = "in the source it is {} who {} {}"
APART_AT_MOST = 30
"""Characters between one who acts and the verb, and between the verb and the other."""
ADVERB_AT_MOST = 3
"""Characters between a comma and a verb that can be no new subject: 仍, 再度."""

_WIDE_GAP = rf"[^。;；]{{0,{APART_AT_MOST}}}?"
_CHARACTER = "(?:[^，,、。;；]|(?<=[0-9])、(?=[0-9]))"
"""Of a clause; scores stand side by side in it."""
_BEFORE_OTHER = "[替为帮向对给把将与跟]"
"""Before the one to whom it is done, where the verb stands behind him."""
_TO = "(?:に対し|[をにへ])"
"""Behind the one to whom it is done, in Japanese: 会社は労組を批判した."""
_IN_TURN = "反[控告批击呛指驳]|回[呛击敬批]|还击"
"""One answers the other in kind, whatever that is: 公司反控政府."""
_NO_DEED = "[者度率声信力]"
"""Behind a verb they make it a noun: 支持者."""
_ADVERBS = r"(?:(?:has|have|had|also|then|later|in turn|again|yesterday|today|(?:on|last|this) [A-Za-z]+),? ){0,2}"
NOT_HE = r"\b(?![’'-]| (?:of|spokes\w+|members?|leaders?|officials?|chief|head|workers|staff|and)\b)"
"""Behind the word for one who acts: it is another, or not he alone."""


def check_doers(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each deed between two without a name that is turned round."""
    return check_each(tracer, _check)


def _check(tracer: Tracer, text: Text) -> Iterator[Finding]:
    turned: dict[tuple[str, str, str], Segment | None] = {}  # each pair is looked up once, however often it is told
    for deed, pattern in _told().items() if text.segments and _hint().search(text.english) else ():
        for match in pattern.finditer(text.english):
            key = (deed, match[1], match[2])
            if key not in turned:
                turned[key] = _find_turned(tracer, text, *key)
            segment = turned[key]
            if segment:
                where, span = segment.span, Span(*match.span(1))
                source = tracer.item.read(where).strip()
                why = TURNED_ROUND.format(f"the {match[2]}", deed, f"the {match[1]}")
                yield Finding(
                    Check.ATTRIBUTION, Verdict.UNSUPPORTED, text.place, match[1], span, source, where, why=why
                )


def _find_turned(tracer: Tracer, text: Text, deed: str, told: str, told_other: str) -> Segment | None:
    """The sentence that says for certain that it was the other who did it, where none says what the English says."""
    doer, other = _find_printed(told), _find_printed(told_other)
    by_other = [s for s in text.segments if doer != other and did(_read((s,)), deed, other, doer, apart=_actors())]
    if not by_other or may_have_done(_read(tracer.item.sentences), deed, doer, other):
        return None
    return by_other[0]


def did(texts: Sequence[str], deed: str, doer: str, other: str, *, apart: str = "") -> bool:
    """Whether a sentence says for certain that one did it to the other.

    A comma may only stand where the same subject goes on with its verb: 山豹隊雖遭看衰，仍擊敗青鯨隊. Behind one the
    other begins a clause of his own (獲得支持，古正鈞), and behind 的, 回應 and their like the word is a noun.

    Args:
        texts: folded sentences.
        deed: one of ``DEEDS``.
        doer: as a pattern.
        other: as a pattern.
        apart: what must not stand between them, as a pattern.
    """
    active, passive, _ = DEEDS[deed]
    character = f"(?!{apart}){_CHARACTER}" if apart else _CHARACTER
    gap = rf"(?:{character}){{0,{APART_AT_MOST}}}?"
    plain_gap = rf"(?:(?!{NOUN_BEHIND}){character}){{0,{APART_AT_MOST}}}?"
    goes_on = rf"{gap}[，,、](?:{character}){{0,{ADVERB_AT_MOST}}}"
    done = rf"(?:{doer})(?:{goes_on}|{plain_gap})(?:{active})(?!{_NO_DEED}){gap}(?:{other})"
    suffered = rf"(?:{other}){_WIDE_GAP}(?:{passive}){gap}(?:{doer})"
    return _is_printed(texts, done, suffered, rf"(?:{doer})[はが]{gap}(?:{other}){_TO}{gap}(?:{active})")


def may_have_done(texts: Sequence[str], deed: str, doer: str, other: str) -> bool:
    """Whether a sentence may say so, by whatever clauses and in whatever order: 王明德也替林志遠站台支持."""
    active, passive = f"{DEEDS[deed][0]}|{_IN_TURN}", DEEDS[deed][1]
    behind = rf"(?:{active}){_WIDE_GAP}(?:{other})|{_BEFORE_OTHER}(?:{other}){_WIDE_GAP}(?:{active})"
    done = rf"(?:{doer}){_WIDE_GAP}(?:{behind})"
    japanese = rf"(?:{doer}){_WIDE_GAP}(?:{other}){_TO}{_WIDE_GAP}(?:{active})"
    return _is_printed(texts, done, rf"(?:{other}){_WIDE_GAP}(?:{passive}){_WIDE_GAP}(?:{doer})", japanese)


def _is_printed(texts: Sequence[str], *forms: str) -> bool:
    return any(re.search(form, text) for text in texts for form in forms)


def _read(segments: Sequence[Segment]) -> list[str]:
    return [plain(segment.text) for segment in segments]


def _find_printed(english: str) -> str:
    """How a source prints one who acts without a name, as a pattern; empty for all others."""
    return next((printed for told, printed in _read_actors() if re.fullmatch(told, english)), "")


def find_actor(english: str) -> str:
    """How a source prints one who acts without a name, told with or without its article; empty for all others."""
    return _find_printed(english.casefold().removeprefix("the "))


@cache
def _read_actors() -> tuple[tuple[str, str], ...]:
    return tuple((told, fold_original(printed)) for told, printed in read_rows("actors.tsv"))


def any_actor() -> str:
    """All who act without a name, in English, as one regular expression."""
    return "|".join(told for told, _ in _read_actors())


@cache
def _actors() -> str:
    return f"(?:{'|'.join(printed for _, printed in _read_actors())})"


@cache
def _told() -> dict[str, re.Pattern[str]]:
    """Deed -> English in which one does it to another: the union sued the company."""
    actor = any_actor()
    return {
        deed: compile_late(rf"\b(?:The|the) ({actor}) {_ADVERBS}(?:{english}) (?:the |its )?({actor}){NOT_HE}")
        for deed, (_, _, english) in DEEDS.items()
    }


@cache
def _hint() -> re.Pattern[str]:
    """What every text with a match holds; most have none."""
    actor = any_actor()
    return compile_late(rf" (?:{'|'.join(english for _, _, english in DEEDS.values())}) (?:the |its )?(?:{actor})")
