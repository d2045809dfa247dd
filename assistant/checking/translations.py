"""Is every sentence translated, and into English? A translation is the one thing that must leave nothing out."""

from collections.abc import Iterator

from assistant.characters import HAN, KANA
from assistant.checking.folding import fold
from assistant.checking.texts import list_texts
from assistant.patterns import compile_late
from assistant.records import Check, Draft, Field, Finding, Item, Place, Segment, Span, Verdict

EASTERN = compile_late(f"[{HAN}{KANA}]")
IN_BRACKETS = compile_late(r"[(（\[［][^()（）\[\]［］]*[)）\]］]")
HAS_WORDS = compile_late(r"\w")
EASTERN_RUN = compile_late(
    f"{EASTERN.pattern}{{5}}|{EASTERN.pattern}{{3}}[，。；！？]|{EASTERN.pattern}[，。；！？：] ?{EASTERN.pattern}"
    f"|{EASTERN.pattern}{{2}}[0-9][0-9.,]*{EASTERN.pattern}{{2}}"
)
"""So many in a row outside brackets, a stop between two, a few before one, or a figure among them are a clause that was
left as it is."""
_TITLE = compile_late("《[^《》]*》|〈[^〈〉]*〉|「[^「」]*」|『[^『』]*』")
EASTERN_AT_MOST = 0.3
"""Share of a sentence's letters: original names in brackets are good style; more outside them is no English."""


def check_translations(item: Item, draft: Draft) -> tuple[Finding, ...]:
    """A finding for each sentence that is left out, and for each text that is left in the source's language."""
    free = [text for text in list_texts(item, draft) if text.place.field is not Field.TRANSLATION]
    return (
        *(finding for segment in item.sentences for finding in _check(segment, draft.translation(segment.index))),
        *(
            _untranslated(text.place, text.english, "", None)
            for text in free
            if not is_english(item.text, text.english)
        ),
    )


def _check(segment: Segment, english: str) -> Iterator[Finding]:
    place = Place(Field.TRANSLATION, segment.index)
    source = segment.text.strip()
    if not HAS_WORDS.search(source):
        return
    if not HAS_WORDS.search(english):
        yield Finding(Check.TRANSLATION, Verdict.OMITTED, place, "", None, source, segment.span, why="not translated")
    elif not is_english(source, english):
        yield _untranslated(place, english, source, segment.span)


def _untranslated(place: Place, english: str, source: str, span: Span | None) -> Finding:
    why = "left in the source's language"
    return Finding(Check.TRANSLATION, Verdict.UNSUPPORTED, place, english, None, source, span, why=why)


def is_english(source: str, english: str) -> bool:
    """Whether ``english`` reads as a translation of ``source``, and not as the source once more."""
    if english.isascii() or not EASTERN.search(source):
        return True
    if fold(source).text == fold(english).text:
        return False
    if not EASTERN.search(english):
        return True
    bare = _TITLE.sub("", IN_BRACKETS.sub("", IN_BRACKETS.sub("", english)))  # twice: [昨(20)日]
    if EASTERN_RUN.search(bare):
        return False
    letters = sum(character.isalpha() for character in bare)
    return len(EASTERN.findall(bare)) <= EASTERN_AT_MOST * letters if letters else not EASTERN.search(english)
