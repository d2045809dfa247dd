"""Does the original that the English gives in brackets behind a name stand in the source: Chiu Ming-te (邱明德)?

A variant of the glossary does, and so does the short form of a long one: 立院 for 立法院. Notes in square brackets say
what the source does not print.
"""

from collections.abc import Iterator

from assistant.checking.tables import check_each
from assistant.checking.texts import Text
from assistant.checking.tracing import ORIGINAL, Tracer, plain
from assistant.patterns import compile_late
from assistant.records import Check, Finding, Span, Verdict

NOT_PRINTED = "the source does not print {}"
FEWEST_PRINTED = 4
"""Characters with which a longer original begins: 九州電力公司, where the source prints 九州電力."""
_BRACKET = compile_late(r"(?<=[\w.’'”\"]) ?[(（]([^()（）\[\]\w]*([^\W\da-zA-Z][^()（）\[\]]{1,30}))[)）]")
_NOTE = compile_late(r"\[[^\[\]]*\]")


def check_originals(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each original that the source does not print."""
    return check_each(tracer, _check)


def _check(tracer: Tracer, text: Text) -> Iterator[Finding]:
    if "(" not in text.english and "（" not in text.english:
        return
    english = _NOTE.sub(lambda note: " " * len(note[0]), text.english) if "[" in text.english else text.english
    for match in _BRACKET.finditer(english):
        original = match[2].strip()
        if ORIGINAL.fullmatch(original) and not _is_printed(tracer, original):
            span = Span(match.start(2), match.start(2) + len(original))
            why = NOT_PRINTED.format(original)
            yield Finding(Check.NAME, Verdict.UNSUPPORTED, text.place, original, span, why=why)


def _is_printed(tracer: Tracer, original: str) -> bool:
    name = plain(original)
    term = tracer.glossary.resolve(original)
    forms = (name, *(plain(form) for form in term.originals)) if term else (name,)
    is_longer = len(name) > FEWEST_PRINTED and name[:FEWEST_PRINTED] in tracer.whole
    return is_longer or any(form in tracer.whole for form in forms) or _is_shortened(name, tracer.whole)


def _is_shortened(name: str, whole: str) -> bool:
    """Whether the source prints some characters of a longer name, in their order, its first and its last among them."""
    at = whole.find(name[0])
    while at >= 0:
        if _begins_short(name, whole[at : at + len(name)]):
            return True
        at = whole.find(name[0], at + 1)
    return False


def _begins_short(name: str, text: str) -> bool:
    """Whether a text begins with characters of a name in their order, up to its last one."""
    place = 0
    for number, character in enumerate(text):
        place = name.find(character, place) + 1
        if not place:
            return False
        if number and character == name[-1]:
            return True
    return False
