"""What an English level is told of, without the step between the two: "profit sank 20% to", "women lived to"."""

from assistant.patterns import compile_late

_STEP = compile_late(
    r"\s(?:(?:by|almost|nearly|about|around|some|roughly|over|more\sthan)\s){0,2}[\d.,]*\d\s?(?:%|percent|per\scent"
    r"|(?:percentage\s)?points?)(?=\sto\s)"
)
_MOVED = frozenset({
    "rose", "risen", "climbed", "grew", "jumped", "fell", "fallen", "dropped", "slipped", "declined", "lived", "came",
    "amounted", "ran", "shrank", "sank", "slid", "widened", "narrowed", "edged",
})  # fmt: skip
_LONGEST_HEDGE = 16
_ELIDED = frozenset({"and", "while", "but", ","})
"""Before the one of whom a verb is not said again: women lived to 84, and men to 77."""


def without_step(before: str) -> str:
    """The words before an English level, in lower case, without its verb and step."""
    told, to, hedge = before.rpartition(" to ")
    if not to or len(hedge) > _LONGEST_HEDGE:
        return before
    if (steps := [*_STEP.finditer(before)]) and steps[-1].end() == len(told):
        return told[: steps[-1].start()]
    subject, _, verb = told.rpartition(" ")
    if verb in _MOVED:
        return subject
    return told if subject.rpartition(" ")[2] in _ELIDED or subject.endswith(",") else before
