"""Do the Latin names that the source prints itself survive in the English, letter for letter?

陸克文(Kevin Rudd) is Kevin Rudd, and Lynas Rare Earths is nothing else. A name of several words, or one in brackets
after its Chinese form, must stand in the translation of its sentence; of other Latin words the reader is only told.
Headline, summary and claims may leave a name out, but spell it as the source does.
"""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice

from assistant.checking.tracing import HAN_LETTER, LATIN, Tracer
from assistant.patterns import compile_late
from assistant.records import Check, Field, Finding, Place, Segment, Span, Verdict

ALIKE = 0.75
"""From this likeness on, another run of capitalised words is the same name with other letters."""
ALIKE_WORD = 0.6
"""The same for one word beside others that are right: Kelvin for Kevin, and no "Mr"."""
WORDS_AT_MOST = 200
"""Words of an English sentence that are compared; a longer one is no sentence."""
PLACES_AT_MOST = 8
"""Places of a text that share a word with a name; where there are more, it is a word of all of them."""
LONGEST_RUN = 80
SHORTEST = 4
_WORD = compile_late(r"[^\W_](?:[\w.-]|[’'](?!s\b))*\b")
_CASED = compile_late(r"(?<![A-Za-z0-9@/._-])[A-Za-z]{3,}(?![A-Za-z@/_]|\.\w)")
_CASED_ANY = compile_late(r"(?<![\w@/._-])[A-Za-z]{3,}(?![\w@/_]|\.\w)")
_INNER, _SPELT = compile_late("[a-z][A-Z]"), compile_late("[B-DF-HJ-NP-TV-XZ]{3,}")
_NOT_SPELT = frozenset({"PHD", "LTD", "MRS", "PTY", "CHF", "VND", "KRW", "HKD", "MYR", "PHP", "DKK", "CNY"})
_OPENERS, _PARTS_OF_ADDRESSES = "(（", "@/._:#"


def check_latin(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each Latin name of the source that its translation alters or leaves out."""
    translated = tuple(
        finding
        for segment in tracer.item.sentences
        if HAN_LETTER.search(segment.text) and (english := tracer.draft.translation(segment.index))
        for finding in _check(segment, english)
    )
    return (*translated, *_check_concise(tracer), *_check_case(tracer))


def _check_case(tracer: Tracer) -> Iterator[Finding]:
    """A finding for each word of the source whose capitals tell it, where English has other ones: Iphone, Tsmc."""
    printed: dict[str, dict[str, Span]] = {}
    for segment in tracer.item.sentences:
        for match in _CASED.finditer(segment.text) if HAN_LETTER.search(segment.text) else ():
            span = Span(*match.span()).shift(segment.span.start)
            printed.setdefault(match[0].casefold(), {}).setdefault(match[0], span)
    for text in tracer.texts if printed else ():
        for match in _CASED_ANY.finditer(text.english) if not text.english.isupper() else ():
            forms = printed.get(match[0].casefold(), {})
            form = next(iter(forms), "")
            if not _is_told_by_case(form) or match[0] in forms or match[0][1:] == form[1:]:
                continue
            why, own = f"the source prints {form}", Span(*match.span())
            yield Finding(Check.NAME, Verdict.CONTRADICTED, text.place, match[0], own, form, forms[form], form, why)


def _is_told_by_case(word: str) -> bool:
    """Whether nobody writes a word with other capitals: a capital behind a small letter, or letters that are spelt out.

    NATO may be Nato, and SONY Sony.
    """
    return _INNER.search(word) is not None or (_SPELT.fullmatch(word) is not None and word not in _NOT_SPELT)


def _check_concise(tracer: Tracer) -> Iterator[Finding]:
    """A finding for each Latin name of several words that headline, summary or a claim alters.

    What the source prints too, or a translation that was held against it has, is another's name.
    """
    names = _list_names(tracer)
    if not names:
        return
    others = _even("\n".join((tracer.item.text, *(t.english for t in tracer.draft.translations))))
    for text in tracer.texts:
        if text.place.field is Field.TRANSLATION:
            continue
        written, words = _even(text.english), list(islice(_WORD.finditer(text.english), WORDS_AT_MOST))
        places: dict[str, list[int]] = {}
        for number, word in enumerate(words):
            places.setdefault(_even(word[0]), []).append(number)
        for name, span in names.items():
            altered = _find_altered(name, text.english, words, places)
            if altered is None or _stands(name, written):
                continue
            piece, why = altered.of(text.english), f"the source prints {name}"
            if not _stands(piece, others):
                yield Finding(Check.NAME, Verdict.CONTRADICTED, text.place, piece, altered, name, span, name, why)


def _list_names(tracer: Tracer) -> dict[str, Span]:
    """The Latin names of several words in the sentences of the source, and where each stands first in the dump."""
    found: dict[str, Span] = {}
    for segment in tracer.item.sentences:
        for match in LATIN.finditer(segment.text) if HAN_LETTER.search(segment.text) else ():
            name = match[0].rstrip(".'’-&")
            span = Span(match.start(), match.start() + len(name))
            if " " in name and _is_name(segment.text, span):
                found.setdefault(name, span.shift(segment.span.start))
    return found


def _find_altered(name: str, text: str, words: list[re.Match[str]], places: dict[str, list[int]]) -> Span | None:
    """Where words in a row are those of a name but for letters of some; one word at least is as it should be."""
    wanted = _even(name).split(" ")
    starts = {place - number: None for number, word in enumerate(wanted) for place in places.get(word, ())}
    for start in islice(starts, PLACES_AT_MOST):
        run = words[start : start + len(wanted)] if start >= 0 else []
        if len(run) == len(wanted) and text[run[0].start()].isupper() and _is_respelled(wanted, run):
            return Span(run[0].start(), run[-1].end())
    return None


def _is_respelled(wanted: list[str], run: list[re.Match[str]]) -> bool:
    written = (_even(word[0]) for word in run)
    return all(
        word == other or SequenceMatcher(None, word, other).ratio() >= ALIKE_WORD
        for word, other in zip(wanted, written, strict=True)
    )


def _check(segment: Segment, english: str) -> Iterator[Finding]:
    place = Place(Field.TRANSLATION, segment.index)
    written = _even(english)
    for match in LATIN.finditer(segment.text):
        name = match[0].rstrip(".'’-&")
        if not _is_name(segment.text, Span(match.start(), match.start() + len(name))) or _stands(name, written):
            continue
        span = Span(match.start(), match.start() + len(name)).shift(segment.span.start)
        strict = " " in name or segment.text[max(0, match.start() - 1)] in _OPENERS
        altered = _altered(name, english)
        if altered:
            why = f"the source prints {name}"
            piece = altered.of(english)
            yield Finding(Check.NAME, Verdict.CONTRADICTED, place, piece, altered, name, span, name, why)
        elif strict and not _stands(name.split()[-1], written):
            why = f"the source prints {name}"
            yield Finding(Check.NAME, Verdict.OMITTED, place, "", None, name, span, name, why)
        else:
            why = "the source prints this name in Latin letters"
            yield Finding(Check.NAME, Verdict.NOTED, place, "", None, name, span, name, why)


def _is_name(text: str, span: Span) -> bool:
    """Whether a run of Latin letters is a name: no unit, no abbreviation, no address, no model number."""
    run = span.of(text)
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    if any(mark in around for mark in _PARTS_OF_ADDRESSES) or any(c.isdigit() for c in run) or len(run) > LONGEST_RUN:
        return False
    return run[0].isupper() and sum(c.isalpha() for c in run) >= SHORTEST


def _altered(name: str, english: str) -> Span | None:
    """Where as many words in a row as the name has are most like it, beginning with a capital and like enough."""
    if len(name) <= SHORTEST:
        return None
    words = list(islice(_WORD.finditer(english), WORDS_AT_MOST))
    wanted, size, best, most = _even(name), len(name.split()), None, ALIKE
    for place in range(len(words) - size + 1):
        span = Span(words[place].start(), words[place + size - 1].end())
        piece = span.of(english)
        if piece[0].isupper() and abs(len(piece) - len(name)) <= len(name) // 3:
            likeness = SequenceMatcher(None, wanted, _even(piece)).ratio()
            if likeness >= most:
                best, most = span, likeness
    return best


def _stands(name: str, written: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(_even(name))}(?!\w)", written) is not None


def _even(text: str) -> str:
    """``text`` without what is style: width, case, the shape of apostrophes and hyphens, runs of spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(str.maketrans("’‘‐‑–", "''---"))
    return " ".join(plain.split())
