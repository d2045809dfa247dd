"""Is every sentence translated, and into English? A translation is the one thing that must leave nothing out.

Words of the source that stay within the English (``leftovers``) are named; a summary must at least be there.
"""

from collections.abc import Iterator

from assistant.characters import HAN, KANA
from assistant.checking.folding import fold
from assistant.checking.leftovers import find_leftover
from assistant.checking.texts import list_texts
from assistant.patterns import compile_late
from assistant.records import Check, Draft, Field, Finding, Item, Place, Segment, Span, Verdict

EASTERN = compile_late(f"[{HAN}{KANA}]")
IN_BRACKETS = compile_late(r"[(（\[［][^()（）\[\]［］]*[)）\]］]")
_HEAVY_BRACKETS = compile_late("【[^【】]*】")
HAS_WORDS = compile_late(r"\w")
EASTERN_RUN = compile_late(
    f"{EASTERN.pattern}{{5}}|{EASTERN.pattern}{{3}}[，。；！？]|{EASTERN.pattern}[，。；！？：] ?{EASTERN.pattern}"
    f"|{EASTERN.pattern}{{2}}[0-9][0-9.,]*{EASTERN.pattern}{{2}}"
)
"""So many in a row outside brackets, a stop between two, a few before one, or a figure among them are a clause that was
left as it is."""
_TITLE = compile_late("《[^《》]*》|〈[^〈〉]*〉|「[^「」]*」|『[^『』]*』")
_NOTE = compile_late(
    r"\b(?:breaks? off|broken off|cuts? off|truncated|omitted|missing|illegible|unreadable|unclear|untranslat\w+"
    r"|not translated|left out|skipped|unavailable|continue[sd]?|ends? here)\b"
)
"""What a note in brackets says of a text, rather than telling what stands there."""
TOO_SHORT_TO_STOP = 5
"""Characters; of fewer than these, a fragment or a button, a note in brackets may be all there is to tell."""
LETTERS_EACH = 1.5
"""For each character of the source: fewer in a translation wholly in brackets tell nothing of it."""
LONG = 16
"""Characters of a sentence that cannot be a mere name, which English may abbreviate."""
LETTERS_AT_LEAST = 1
"""For each character outside brackets; of 2,900 right translations the leanest has one and a half."""
EASTERN_AT_MOST = 0.3
"""Share of a sentence's letters: original names in brackets are good style; more outside them is no English."""

LEFT = "left in the source's language"


def check_translations(item: Item, draft: Draft) -> tuple[Finding, ...]:
    """A finding for each sentence that is left out, and for each text that is left in the source's language."""
    free = [text for text in list_texts(item, draft) if text.place.field is not Field.TRANSLATION]
    no_summary = Finding(Check.TRANSLATION, Verdict.OMITTED, Place(Field.SUMMARY), "", why="the model wrote none")
    return (
        *(() if HAS_WORDS.search(draft.summary) else (no_summary,)),
        *(finding for segment in item.sentences for finding in _check(segment, draft.translation(segment.index))),
        *(
            _untranslated(text.place, text.english, why)
            for text in free
            if (why := _find_untranslated(item.text, text.english))
        ),
    )


def _check(segment: Segment, english: str) -> Iterator[Finding]:
    place = Place(Field.TRANSLATION, segment.index)
    source = segment.text.strip()
    if not HAS_WORDS.search(source):
        return
    if not HAS_WORDS.search(english):
        yield Finding(Check.TRANSLATION, Verdict.OMITTED, place, "", None, source, segment.span, why="not translated")
    elif _says_nothing(source, english):
        why = "not translated: there is nothing but a note"
        yield Finding(Check.TRANSLATION, Verdict.OMITTED, place, english, None, source, segment.span, why=why)
    elif why := _find_untranslated(source, english):
        yield _untranslated(place, english, why, source, segment.span)
    elif _leaves_most_out(source, english):
        why = "not translated in full: this is far too short for its sentence"
        yield Finding(Check.TRANSLATION, Verdict.OMITTED, place, english, None, source, segment.span, why=why)


def _says_nothing(source: str, english: str) -> bool:
    """Whether a translation is a note in brackets and no more, where the source is none."""
    if HAS_WORDS.search(_strip_brackets(english)):
        return False
    letters = len(EASTERN.findall(_strip_brackets(_HEAVY_BRACKETS.sub("", source))))
    is_short = sum(map(str.isalpha, english)) < LETTERS_EACH * letters
    return letters >= TOO_SHORT_TO_STOP and (is_short or _NOTE.search(english.casefold()) is not None)


def _leaves_most_out(source: str, english: str) -> bool:
    """Whether so few letters of English cannot tell what a sentence of the East has, however lean it is."""
    characters = len(EASTERN.findall(_strip_brackets(source)))
    return characters >= LONG and sum(map(str.isalpha, english)) < LETTERS_AT_LEAST * characters


def _find_untranslated(source: str, english: str) -> str:
    """Why ``english`` is no translation of ``source``, or not all of it; empty where it is one."""
    if not is_english(source, english):
        return LEFT
    leftover = find_leftover(_strip_brackets(english, "\0")) if EASTERN.search(source) else ""
    return f"«{leftover}» is {LEFT}" if leftover else ""


def _untranslated(place: Place, english: str, why: str, source: str = "", span: Span | None = None) -> Finding:
    return Finding(Check.TRANSLATION, Verdict.UNSUPPORTED, place, english, None, source, span, why=why)


def _strip_brackets(text: str, by: str = "") -> str:
    """Twice, for brackets in brackets: [昨(20)日]."""
    return IN_BRACKETS.sub(by, IN_BRACKETS.sub(by, text))


def is_english(source: str, english: str) -> bool:
    """Whether ``english`` reads as a translation of ``source``, and not as the source once more."""
    if english.isascii() or not EASTERN.search(source):
        return True
    if fold(source).text == fold(english).text:
        return False
    if not EASTERN.search(english):
        return True
    bare = _TITLE.sub("", _strip_brackets(english))
    if EASTERN_RUN.search(bare):
        return False
    letters = sum(character.isalpha() for character in bare)
    return len(EASTERN.findall(bare)) <= EASTERN_AT_MOST * letters if letters else not EASTERN.search(english)
