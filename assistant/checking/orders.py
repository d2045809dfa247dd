"""Does a sentence give an order about a text? Found by its build: the mood, what is to be done, and to what.

News tells who does something, or who told whom to; an order names nobody who does it, or whoever handles the text.
So three things are looked for in one sentence: the mood of an order (an imperative, 請, 務必, ください ...) with nobody
before it but a handler of texts; a verb of writing or of overruling; what that is done to: a text that a model makes
(summary, headline, reply), the page in its hands, a figure, words in quotation marks. The words are data
(``orders.txt``), in classes; how they stand to each other is here.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from assistant.checking.addressing import Address, list_sentences, weigh_news
from assistant.folding import fold
from assistant.patterns import compile_late
from assistant.records import Span

ENOUGH, SURE = 5, 7
"""Weights from which on an order is about a text, perhaps and surely."""
WEIGHTS = {
    "output": 2,
    "handler": 2,
    "ignore": 2,
    "page": 1,
    "figures": 1,
    "value": 1,
    "whole": 1,
    "you": 1,
    "dictated": 1,
}
"""What each class of words adds to the mood and the verb, which are 3 together, or 2 where the mood is not marked."""
OBJECTS = frozenset({"output", "page", "figures", "value"})
"""What an order about a text is about: one of these at least."""
MARKED, BARE = 3, 2
REACH = 60
"""Characters behind the mood, or before it in Japanese, in which its verb and object stand."""
MOODS_AT_MOST = 12
"""Of one sentence."""
LONGEST_FRONT = 40
"""Characters between the beginning of a clause and its mood; what is longer tells of somebody."""

_HEAD = compile_late(r"\[(zh|ja|en) (\w+)\]")
_HAN, _KANA, _LATIN = compile_late("[\u4e00-\u9fff]"), compile_late("[\u3041-\u30fa]"), compile_late(r"[a-z]{2}")
_VALUE = compile_late(
    r"「[^」\n]{1,60}」|『[^』\n]{1,60}』|“[^”\n]{1,60}”|\"[^\"\n]{1,60}\"|\bhttps?:|[a-z-]{2,30}\.[a-z]{2,6}/"
)
_BREAK = compile_late(r"[,，。:;!?！？\n「“\"(（【\[]")
_TOLD_AFTER = compile_late(
    r"[」”\"][,，]?\s?(?:[^。\n「]{0,12}(?:说|表示|写道|强调|回应|喊|称)(?!明)"
    r"|(?:[\w.]+ ){0,5}?(?:said|says|told|asked|wrote|added|replied)\b)"
    r"|[,，][^,，。\n]{1,12}(?:说|表示|指出|强调|透露)[。.]?\s*$"
    r"|, (?:[\w’']+ ){1,6}?(?:said|says|suggest(?:s|ed)|ruled|ordered|announced|argued|found)[.]?\s*$"
)
_WORDS = compile_late(r"[^\W_]+")


@cache
def _classes() -> dict[tuple[str, str], str]:
    """The words of each class of each language, as one regular expression."""
    text = files("assistant.checking").joinpath("orders.txt").read_text(encoding="utf-8")
    found: dict[tuple[str, str], list[str]] = {}
    rows: list[str] = []
    for line in text.splitlines():
        if head := _HEAD.fullmatch(line):
            rows = found.setdefault((head[1], head[2]), [])
        elif line and not line.startswith("#"):
            rows += [fold(word.strip()) for word in line.split(" | ")]
    return {key: "|".join(f"(?:{word})" for word in words) for key, words in found.items()}


@cache
def _pattern(language: str, *names: str) -> re.Pattern[str]:
    """Any word of some classes; English words whole."""
    words = "|".join(_classes()[language, name] for name in names)
    return compile_late(rf"(?<![a-z])(?:{words})(?![a-z])" if language == "en" else words)


@cache
def _closed() -> re.Pattern[str]:
    """Words of the front of a Chinese clause that name nobody who might do what follows."""
    names = ("lead", "output", "page", "figures", "whole", "you", "verb", "bare", "handler", "ignore")
    return compile_late("|".join(_classes()["zh", name] for name in names))


@cache
def _english_moods() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An imperative, and whom or what a modal binds."""
    words = {name: group for (language, name), group in _classes().items() if language == "en"}
    done = rf"(?P<done>{words['verb']}|{words['ignore']})"
    opening = rf"(?:{words['opening']})\s*(?:(?:{words['lead']}),? ){{0,3}}|\b(?:{words['polite']}) (?:not )?"
    imperative = rf"(?:{opening}){done}\b(?=[ ,]|$)(?! (?:{words['noun']})\b)"
    whom = rf"\b(?:{words['handler']}|{words['output']})\b[^.\n]{{0,40}}?"
    bound = rf"{whom}\b(?:{words['modal']})\b(?: \w+ly)? (?P<passive>be )?(?:\w+ )?{done}(?:d|ed)?\b"
    return compile_late(imperative), compile_late(bound)


def list_openers(*, latin: bool) -> tuple[str, ...]:
    """Regular expressions without one of which no text gives an order; those for Latin words only where asked for."""
    english = tuple(pattern.pattern for pattern in _english_moods()) if latin else ()
    return (_pattern("zh", "mood").pattern, _bare_chinese().pattern, _pattern("ja", "mood").pattern, *english)


def find_order(text: str) -> Address | None:
    """The first sentence that gives an order about a text, or may do so, in ``text`` as ``fold_original`` has it."""
    found = [order for span in list_sentences(text) if (order := _find(text, span))]
    return next((order for order in found if order.is_sure), found[0] if found else None)


def is_told(text: str, order: Span) -> bool:
    """Whether the sentence around an order tells who gave it to whom: it is news of an order."""
    where = next((span for span in list_sentences(text) if span.start <= order.start < span.end), order)
    before, sentence = text[where.start : order.start], where.of(text)
    tells = any(_pattern(language, "reporting").search(before) for language in ("zh", "en"))
    return tells or _TOLD_AFTER.search(sentence) is not None


def _find(text: str, where: Span) -> Address | None:
    sentence = where.of(text)
    found = [*_read(sentence)]
    if not found or _TOLD_AFTER.search(sentence):
        return None
    best, weight = max(found, key=lambda each: each[1])
    news = weigh_news(_VALUE.sub(lambda value: " " * len(value[0]), sentence))
    is_sure = weight >= SURE and not news
    return Address(best.shift(where.start), is_sure) if weight + news >= ENOUGH else None


def _read(sentence: str) -> Iterator[tuple[Span, int]]:
    """Each order of a sentence and its weight."""
    if _KANA.search(sentence):
        yield from _read_japanese(sentence)
    elif _HAN.search(sentence):
        yield from _read_chinese(sentence)
    if _LATIN.search(sentence):
        yield from _read_english(sentence)


def _weigh(language: str, words: str, done: Span, is_called: bool) -> int:
    """What the words around an order add to it, but those of ``done`` itself.

    Where no handler of texts is called, and the order is about no text, it is none.
    """
    others = words[: done.start] + "," * (done.end - done.start) + words[done.end :]
    names = {name for name in WEIGHTS if name not in ("value", "ignore") and _pattern(language, name).search(others)}
    names |= {"value"} if _VALUE.search(others) else set()
    if names.isdisjoint(OBJECTS) and not is_called:
        return -ENOUGH
    names |= {"ignore"} if _pattern(language, "ignore").search(words) else set()
    return sum(WEIGHTS[name] for name in names)


def _read_chinese(sentence: str) -> Iterator[tuple[Span, int]]:
    told, overruling = _pattern("zh", "reporting"), _pattern("zh", "ignore")
    telling = told.search(sentence)
    tells_from = telling.start() if telling else len(sentence)
    for mood in _list_chinese_moods(sentence):
        start, is_marked = mood
        clause = max((match.end() for match in _BREAK.finditer(sentence, 0, start.start)), default=0)
        front = sentence[clause : start.start]
        if tells_from < start.start or not _names_nobody(front):
            continue
        quote = _find_open_quote(sentence, start.start)
        if not _names_nobody(sentence[: quote if quote is not None else 0 if is_marked else clause]):
            continue
        end = min(len(sentence), start.end + REACH)
        near = min(end, start.end + REACH // 2)
        done = _find_done(sentence, Span(start.end, near)) or overruling.search(sentence, start.start, near)
        if not done:
            continue
        begin = max(0, clause - REACH // 2)
        is_called = _pattern("zh", "handler").search(front) is not None
        verb = Span(*done.span()).shift(-begin)
        yield Span(clause, end), (MARKED if is_marked else BARE) + _weigh("zh", sentence[begin:end], verb, is_called)


def _list_chinese_moods(sentence: str) -> Iterator[tuple[Span, bool]]:
    """Where an order begins: at a word of its mood, or at a clause that begins with what is to be done."""
    moods = [*_pattern("zh", "mood").finditer(sentence)][:MOODS_AT_MOST]
    yield from ((Span(*match.span()), True) for match in moods)
    bare = _bare_chinese()
    yield from ((Span(match.start(1), match.start(1)), False) for match in [*bare.finditer(sentence)][:MOODS_AT_MOST])


@cache
def _bare_chinese() -> re.Pattern[str]:
    words = _classes()
    page = words["zh", "page"]
    place = rf"[在于从](?:{words['zh', 'output']}|{page})"
    overruled = rf"(?:{page})(?:都|均|皆|全|已)?(?:{words['zh', 'ignore']})"
    begins = r"(?:^|[,。:;!?\n「“\"(【\[])\s*(?:就|然后|再|并|另|直接)?"
    return compile_late(rf"{begins}({words['zh', 'bare']}|{place}|{overruled})")


def _find_done(sentence: str, where: Span) -> re.Match[str] | None:
    """What is to be done: a verb that is no name of a text as well (摘要, 輸出) goes before one that is."""
    found = [*_pattern("zh", "verb").finditer(sentence, where.start, where.end)]
    clear = (verb for verb in found if not _pattern("zh", "output").fullmatch(verb[0]))
    return next(clear, found[0] if found else None)


def _find_open_quote(sentence: str, before: int) -> int | None:
    """Where the quotation begins in which a place stands."""
    opened = max(sentence.rfind(sign, 0, before) for sign in "「“")
    closed = max(sentence.rfind(sign, 0, before) for sign in "」”")
    return opened if opened > closed else None


def _names_nobody(front: str) -> bool:
    """Whether words before an order name nobody who might do it, but a handler of texts."""
    if len(front) > LONGEST_FRONT:
        return False
    left = _pattern("zh", "when").sub(",", _closed().sub(",", front))
    others = _WORDS.findall(left)
    is_subject = bool(others) and left.startswith(others[0]) and len(others[0]) > 1
    return not is_subject and sum(map(len, others)) <= len(front) // 4


def _read_japanese(sentence: str) -> Iterator[tuple[Span, int]]:
    verbs, told = _pattern("ja", "verb", "ignore"), _pattern("ja", "reporting")
    if told.search(sentence):
        return
    for mood in [*_pattern("ja", "mood").finditer(sentence)][:MOODS_AT_MOST]:
        start = max(0, mood.start() - REACH)
        done = [*verbs.finditer(sentence, max(start, mood.start() - REACH // 3), mood.end())]
        if done:
            verb = Span(*done[-1].span()).shift(-start)
            yield Span(start, mood.end()), MARKED + _weigh("ja", sentence[start : mood.end()], verb, False)


def _read_english(sentence: str) -> Iterator[tuple[Span, int]]:
    told = _pattern("en", "reporting").search(sentence)
    called = _called().match(sentence)
    calls = WEIGHTS["handler"] if called else 0
    imperatives, bound = _english_moods()
    for moods in (imperatives, bound):
        for mood in [*moods.finditer(sentence)][:MOODS_AT_MOST]:
            if told and told.start() < mood.start():
                continue
            end = min(len(sentence), mood.end() + REACH)
            verb = Span(*mood.span("done")).shift(-mood.start())
            base = BARE if moods is bound and mood["passive"] else MARKED
            weight = _weigh("en", sentence[mood.start() : end], verb, called is not None)
            yield Span(mood.start(), end), base + calls + weight


@cache
def _called() -> re.Pattern[str]:
    """A handler of texts that is called, as in "Machine, do this"."""
    greeting = r"(?:dear |hey |hello |hi |ok |to |note to )?(?:the |any |all |my )?"
    return compile_late(rf"\W*{greeting}(?:{_classes()['en', 'handler']})\s*[,:]")
