"""Does the one to whom a claim is credited stand in the sentences that the claim cites?

Outlet of the page -> medium it cites -> speaker. A medium or a speaker must be traced to the cited sentences, or to the
sentence before them that they go on from ("he added"). What names nobody ("analysts") is held against nothing; what is
empty is "not given". Who is said to have denied or admitted something must be said to have done so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.checking.events import is_unsaid
from assistant.checking.persons import is_read
from assistant.checking.tracing import Lead, Tracer, plain, proper_words
from assistant.checking.wordlists import (
    ACT_WORDS,
    ACTS,
    ACTS_OF_SPEECH,
    APPOSITION,
    BELONGS,
    BRACKET,
    CONTRARY_ACTS,
    GOES_ON,
    OTHER_ACTS,
    PLAIN_ACTS,
    POINTS_BACK,
    SAYING,
    SPEECH,
    read_words,
)
from assistant.patterns import compile_late
from assistant.records import Check, Claim, Field, Finding, Item, Place, Role, Segment, Span, Verdict

SENTENCES_BACK = 4
"""How far "he added" may lie behind the sentence that names him."""
ELSEWHERE = "stands in this item, but not in the sentences that the claim cites"
ELSEWHERE_TOLD = "stands in this item, but does not speak in this sentence or in those that it goes on from"
NOWHERE = "the source does not name"
UNTRACED = "the draft does not say for which words of the source this stands"

_POINTS_BACK = compile_late(POINTS_BACK)
_SPEECH = compile_late(SPEECH)
_POINTS_AT_BODY = compile_late(r"[該该同](?:公司|行|社|部|局|署|院|校|黨|党|會|会|集團|集团|機構|机构|組織|组织)")
_BELONGS = compile_late(BELONGS)
_GOES_ON = compile_late(GOES_ON)
_WORD = compile_late(r"[a-z]+")
_TITLE = compile_late(r"《[^《》]{1,40}》")
_SAYER = compile_late(
    r"(?<![\w’'-])([A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,3})"
    rf"{BRACKET}{APPOSITION},? (?:also |then |has |had )?(?:{SAYING})\b"
)
"""A name right before a verb of speech; a surname alone counts where one person of the item has it."""
_OPEN, _CLOSE = "「『“", "」』”"


def check_attribution(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each medium and each speaker that is a proper name."""
    credited = (
        finding
        for index, claim in enumerate(tracer.draft.claims)
        for finding in _check_claim(tracer, claim, Place(Field.CLAIM, index))
    )
    return (*credited, *_check_sayers(tracer))


@dataclass(frozen=True, slots=True)
class Credit:
    """One claim with the one to whom it is credited."""

    english: str
    cited: tuple[Segment, ...]
    place: Place
    is_medium: bool


def _check_claim(tracer: Tracer, claim: Claim, place: Place) -> Iterator[Finding]:
    cited = tuple(tracer.item.segments[i] for i in claim.segments if 0 <= i < len(tracer.item.segments))
    for english, is_medium in ((claim.attribution.medium, True), (claim.attribution.speaker, False)):
        credit = Credit(english, cited, place, is_medium)
        leads = tracer.trace(english) if english else ()
        if leads:
            yield _check_leads(tracer, credit, leads)
        elif any(proper_words(english)):
            yield _check_untraced(tracer, credit)
    if wrong := _find_wrong_act(tracer.item, claim, cited):
        yield Finding(Check.ATTRIBUTION, Verdict.UNSUPPORTED, place, claim.attribution.act, why=wrong)


def _check_sayers(tracer: Tracer) -> Iterator[Finding]:
    """A finding for each person whom a claim or a translation makes speak, and whom its sentences do not name."""
    for text in tracer.texts:
        place, english, cited = text.place, text.english, text.segments
        if place.field not in (Field.CLAIM, Field.TRANSLATION):
            continue
        for sayer in _SAYER.finditer(english) if cited else ():
            name, span = sayer[1], Span(*sayer.span(1))
            if _BELONGS.search(english, max(0, span.start - 8), span.start):
                continue
            leads = tracer.trace(name)
            may_be_person = all(lead.kind in ("person", "") for lead in leads)  # a body is often just "the company"
            if " " not in name and not _is_elsewhere(tracer, leads, cited):
                continue
            stands = tracer.place(leads, tracer.item.segments) if may_be_person else None
            if stands and not _support(tracer, Credit(name, cited, place, is_medium=False), leads):
                source = tracer.item.read(stands)
                why = f"{source} {ELSEWHERE if place.field is Field.CLAIM else ELSEWHERE_TOLD}"
                yield Finding(Check.ATTRIBUTION, Verdict.UNSUPPORTED, place, name, span, source, stands, why=why)


def _find_wrong_act(item: Item, claim: Claim, cited: Sequence[Segment]) -> str:
    """Whether somebody is said to have denied or admitted what these sentences, and those before, let him say only.

    A passage that is quoted and has the contrary (否認, for what was "admitted") is held against the act alone.
    """
    kinds = {ACT_WORDS[word] for word in _WORD.findall(claim.attribution.act.casefold()) if word in ACT_WORDS}
    if other := _find_other_act(claim.attribution.act, "".join(plain(segment.text) for segment in cited)):
        return f"the sentences that the claim cites {other}, and do not say that anything was {claim.attribution.act}"
    before = "".join(item.segments[max(0, segment.index - 1)].text for segment in cited)
    if cited and is_unsaid(claim.attribution.act.strip(), plain(before + "".join(s.text for s in cited))):
        return f"the sentences that the claim cites have no word for {claim.attribution.act}"
    own = "".join(segment.text for segment in cited)
    quote, text = claim.quote if claim.quote in before + own else "", before + own
    wrong = next(
        (
            kind
            for kind in sorted(kinds)
            if text and (not _may_say(kind, own, before) or _is_contrary(kind, quote) or _is_contrary(kind, own))
        ),
        "",
    )
    return f"the sentences that the claim cites do not say that anything was {wrong}" if wrong else ""


def _find_other_act(act: str, own: str) -> str:
    """The act that the sentences have in the place of one for which they have no word at all; empty for none."""
    kind = next((kind for kind in OTHER_ACTS if re.fullmatch(ACTS_OF_SPEECH[kind][1], act.casefold().strip())), "")
    may_be, others = OTHER_ACTS.get(kind, ("", ()))
    if not kind or re.search(may_be, own):
        return ""
    return next((f"have {match[0]}" for other in others if (match := re.search(ACTS_OF_SPEECH[other][0], own))), "")


def _is_elsewhere(tracer: Tracer, leads: Sequence[Lead], cited: Sequence[Segment]) -> bool:
    """Whether a surname is that of one person of the item, whom these sentences do not have.

    Nor may the sentence before have him, unless these name another.
    """
    size = 2 if tracer.item.language == "ja" else 1
    forms = {form for lead in leads for form in lead.forms}
    others = [lead for lead in tracer.persons if forms.isdisjoint(lead.forms)]
    back = 0 if any(tracer.stands(others, segment) for segment in cited) else 1
    near = {segment.index - n for segment in cited for n in range(back + 1)}
    texts = [plain(segment.text) for segment in tracer.item.segments if segment.index in near]
    is_one = len({frozenset(lead.forms) for lead in leads}) == 1
    return is_one and not any(form[:size] in text for lead in leads for form in lead.forms for text in texts)


def _may_say(kind: str, own: str, before: str) -> bool:
    """Whether sentences may say an act, or those before them: by its verb alone where they have a verb of speech."""
    plainly = PLAIN_ACTS.get(kind) if _SPEECH.search(own) else None
    return re.search(ACTS[kind], own) is not None or re.search(plainly or ACTS[kind], before) is not None


def _is_contrary(kind: str, quote: str) -> bool:
    """Whether a passage has a word for the contrary of an act, and none for the act."""
    other = CONTRARY_ACTS.get(kind)
    return other is not None and re.search(other, quote) is not None and not re.search(ACTS[kind], quote)


def _check_leads(tracer: Tracer, credit: Credit, leads: Sequence[Lead]) -> Finding:
    where = _support(tracer, credit, leads)
    span = tracer.place(leads, (where,) if where else tracer.item.segments)
    source, english = tracer.item.read(span), credit.english
    if where or _is_outlet(tracer, leads):
        return Finding(Check.ATTRIBUTION, Verdict.SUPPORTED, credit.place, english, None, source, span)
    why = f"{source or leads[0].original} {ELSEWHERE}" if span else f"{NOWHERE} {leads[0].original}"
    return Finding(Check.ATTRIBUTION, Verdict.UNSUPPORTED, credit.place, english, None, source, span, why=why)


def _check_untraced(tracer: Tracer, credit: Credit) -> Finding:
    """A proper name without an original. Bodies are often translated word by word; persons and known media are not."""
    words = {word.casefold() for word in proper_words(credit.english)}
    has_title = credit.is_medium and any(_TITLE.search(segment.text) for segment in credit.cited)
    if (has_title or words <= read_words("institutional")) and not tracer.glossary.spelled(credit.english):
        return Finding(Check.ATTRIBUTION, Verdict.NOTED, credit.place, credit.english, why=UNTRACED)
    if not credit.is_medium and _is_romanised(tracer, credit):
        return Finding(Check.ATTRIBUTION, Verdict.SUPPORTED, credit.place, credit.english)
    why = f"{NOWHERE} {credit.english}"
    return Finding(Check.ATTRIBUTION, Verdict.UNSUPPORTED, credit.place, credit.english, why=why)


def _is_romanised(tracer: Tracer, credit: Credit) -> bool:
    """Whether characters of the cited sentences, or of those before, are read as a speaker whom no pair lists."""
    near = {segment.index - n for segment in credit.cited for n in (0, 1)}
    text = "\n".join(segment.text for segment in tracer.item.segments if segment.index in near)
    name = " ".join(proper_words(credit.english))
    return " " in name and tracer.item.language.startswith("zh") and is_read(name, text)


def _is_outlet(tracer: Tracer, leads: Sequence[Lead]) -> bool:
    """Whether the page's own outlet is meant, which no sentence needs to name."""
    lines = [s for s in tracer.item.segments if s.role is Role.SOURCE_LINE]
    return any(tracer.stands(leads, line) for line in lines)


def _support(tracer: Tracer, credit: Credit, leads: Sequence[Lead]) -> Segment | None:
    """The sentence that carries the attribution: a cited one, or one that a cited one goes on from."""
    direct = next((segment for segment in credit.cited if tracer.stands(leads, segment)), None)
    if direct:
        return direct
    if any(segment.role is Role.HEADLINE for segment in credit.cited):
        return next((segment for segment in tracer.item.sentences if tracer.stands(leads, segment)), None)
    around = ((_behind(tracer, leads, s, is_medium=credit.is_medium) or _ahead(tracer, leads, s)) for s in credit.cited)
    return next((segment for segment in around if segment), None)


def _behind(tracer: Tracer, leads: Sequence[Lead], cited: Segment, *, is_medium: bool) -> Segment | None:
    """The sentence before a cited one that names whom it goes on about; the nearest that names anybody decides."""
    goes_on = _GOES_ON.search(cited.text) or _POINTS_BACK.search(cited.text)
    other = _find_other(tracer, leads, cited, is_medium=is_medium)
    if other is not None and not (goes_on and goes_on.start() + cited.span.start < other):
        return None
    is_body = _POINTS_AT_BODY.search(cited.text) is not None and not any(lead.kind == "person" for lead in leads)
    before = [s for s in tracer.item.sentences if s.index < cited.index][-SENTENCES_BACK:]
    for segment in reversed(before):
        if tracer.stands(leads, segment):
            return segment
        if _find_other(tracer, leads, segment, is_medium=is_medium, is_body=is_body) is not None:
            return None
    return None


def _ahead(tracer: Tracer, leads: Sequence[Lead], cited: Segment) -> Segment | None:
    """The sentence in which a quotation ends that is still open at the end of the cited one."""
    depth = _depth(cited.text)
    after = [s for s in tracer.item.sentences if s.index > cited.index][:SENTENCES_BACK]
    for segment in after:
        if depth <= 0:
            return None
        if tracer.stands(leads, segment):
            return segment
        depth += _depth(segment.text)
    return None


def _depth(text: str) -> int:
    return sum(text.count(mark) for mark in _OPEN) - sum(text.count(mark) for mark in _CLOSE)


def _find_other(
    tracer: Tracer, leads: Sequence[Lead], segment: Segment, *, is_medium: bool, is_body: bool = False
) -> int | None:
    """Where in the dump a sentence names another one to whom the words could be credited; ``is_body``: no person."""
    if is_medium:
        title = _TITLE.search(segment.text)
        rivals = tuple(lead for lead in tracer.bodies if lead.kind == "media")
        places = [title.start() + segment.span.start] if title else []
    else:
        rivals = tracer.persons if any(lead.kind == "person" for lead in leads) else tracer.persons + tracer.bodies
        rivals = tracer.bodies if is_body else rivals
        places = []
    spans = (tracer.place((rival,), (segment,)) for rival in _others(rivals, leads) if tracer.stands((rival,), segment))
    places += [span.start if span else segment.span.start for span in spans]
    return min(places, default=None)


def _others(rivals: Sequence[Lead], leads: Sequence[Lead]) -> list[Lead]:
    own = {form for lead in leads for form in lead.forms}
    return [lead for lead in rivals if not own.intersection(lead.forms)]
