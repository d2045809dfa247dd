"""Is a plan told as done? 擬在三月啟用 is not "has opened".

English tells a plan in many ways, in the present tense among them ("the rules take effect on March 1"). So it is not
asked for a word that plans: flagged is English each clause of which says that something *was done*, without any such
word, of a source that has nothing but what is to come. A source that also tells what is over says nothing here, for
which of both a clause of the English renders cannot be told.
"""

import re
from collections.abc import Iterator
from functools import cache

from assistant.checking.certainty import MADE_DONE, read_source, split_pieces
from assistant.checking.tables import check_each, read_rows
from assistant.checking.texts import Text
from assistant.checking.tracing import Tracer
from assistant.glossary import fold_original
from assistant.patterns import compile_late
from assistant.records import Check, Finding, Verdict

SHORTEST_CLAUSE, SUBJECT_AT_MOST = 5, 16
"""Characters of a clause of the source that may tell something; and before its plan, that are who plans and when."""
FEWEST_WORDS, SPEAKER_AT_MOST = 3, 7
"""Words of a clause of the English that may tell something, and of one that only tells who speaks."""

_CLAUSE = compile_late('[,，。.;；:：!！?？、「」“”"]')
_ENGLISH_ROWS = ("told", "speaks", "done", "passive", "did")
_OBJECT = r"(?= (?:the|an?|its|his|her|their|all|some|more|two|three|four|five|six|seven|eight|nine|ten|\d|[A-Z]))"
_ATTRIBUTE = r"(?<!\bthat )(?<!\bwho )(?<!\bwhich )(?<!\bthe )(?<!\ba )(?<!\ban )(?<!ly )(?<!-)"
_NUMBER = "[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Nn]ew|[Oo]ld|[Oo]ther|[Mm]any|[Ff]ew"
_SUBJECT = rf"^\W*(?:(?:The|Its|A) )?(?!(?:{_NUMBER})\b)[\w.]+(?<!ly) "
_BARE_OBJECT = r"(?= [a-z]{3})(?! (?:by|for|from|with|after|during|under|over|near|since|amid|and|outside|without)\b)"
"""The company issued new shares: the verb right behind its subject, and no preposition behind it."""
_ADVERBS = r"(?: (?:been|also|now|already|just|\w+ly))*"
_HAS = rf"\b(?:has|have|had|was|were|been){_ADVERBS}"
_WAS = rf"\b(?:was|were|been){_ADVERBS}"


def check_planned(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each translation or claim that tells as done what the source only plans or foretells."""
    return check_each(tracer, _check)


def _check(tracer: Tracer, text: Text) -> Iterator[Finding]:
    plan = find_plan(read_source(tracer, text))
    if plan and is_told_as_done(text.english):
        where = tracer.find([plan], text.segments)
        words = tracer.item.read(where)
        why = MADE_DONE.format(words or plan)
        yield Finding(Check.TRANSLATION, Verdict.UNSUPPORTED, text.place, text.english, None, words, where, why=why)


def find_plan(source: str) -> str:
    """The words by which a source plans that has nothing else; empty where it has something else."""
    rows = _patterns()
    found = ""
    if not rows["plan"].search(source):  # as nearly always
        return ""
    for clause in map(str.strip, _CLAUSE.split(source)):
        plan = rows["plan"].search(clause)
        if len(clause) < SHORTEST_CLAUSE or (not plan and rows["frame"].search(clause)):
            continue
        told = rows["frame"].sub("", clause).replace("新的", "新")
        if not (plan or rows["open"].search(told)) or rows["over"].search(told):
            return ""
        found = found or (plan[0] if plan and (plan.start() <= SUBJECT_AT_MOST or told.endswith(plan[0])) else "")
    return found


def is_open(source: str) -> bool:
    """Whether a folded source has any word for what is to come."""
    rows = _patterns()
    return rows["plan"].search(source) is not None or rows["open"].search(source) is not None


def is_told_as_done(english: str) -> bool:
    """Whether each clause says that something was done, and none that it is to be."""
    rows = _patterns()
    if rows["told"].search(english):
        return False
    pieces = [span.of(english) for _, span in split_pieces(english)]
    telling = [p for p in pieces if len(p.split()) >= FEWEST_WORDS and not _only_speaks(p)]
    return bool(telling) and all(_deed().search(piece) for piece in telling)


def _only_speaks(piece: str) -> bool:
    speaks = len(piece.split()) <= SPEAKER_AT_MOST and _patterns()["speaks"].search(piece)
    return bool(speaks) and not _deed().search(piece)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        row: compile_late(rf"\b(?:{pattern})\b", re.IGNORECASE)
        if row in _ENGLISH_ROWS
        else compile_late(fold_original(pattern))
        for row, pattern in read_rows("planned.tsv")
    }


@cache
def _deed() -> re.Pattern[str]:
    """English that says that something was done."""
    rows = {row: pattern for row, pattern in read_rows("planned.tsv") if row in ("done", "passive", "did")}
    done = f"(?:{rows['done']})"
    return compile_late(
        rf"{_HAS} {done}\b|{_WAS} (?:{rows['passive']})\b|{_ATTRIBUTE}\b(?:{done}{_OBJECT}|(?:{rows['did']})\b)"
        rf"|{_SUBJECT}{done}{_BARE_OBJECT}"
    )
