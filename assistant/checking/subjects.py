"""Is a claim credited to the one whose verb of speech its words follow? 財政部表示 is not the minister's word.

The subject of a verb is told only where it stands right before it, at the beginning of a sentence or behind a
semicolon, and the words that a claim quotes follow that verb and no other. Flagged is a person or a body that is not
that subject where another person or body is. A body speaks by its officers; of one who is called 他 or 該公司 nothing
is said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.characters import HAN, KANA
from assistant.checking.credits import reacts
from assistant.checking.tracing import Lead, Tracer, plain
from assistant.checking.turns import Turns
from assistant.checking.wordlists import JAPANESE_SPEECH, SPEECH
from assistant.glossary import fold_original
from assistant.patterns import compile_late
from assistant.records import Check, Claim, Field, Finding, Place, Segment, Span, Verdict

WHY = "in the source these words are said by {}"
SUBJECT_AT_MOST = 40
"""Characters before a verb of speech that can be its subject."""
_LETTER = compile_late(f"[{HAN}{KANA}]")
_VERB = (
    f"{SPEECH}"
    "|公布|宣布|宣判|統計|估計|預估|初估|預期|證實|否認|承認|坦承|駁斥|反駁|反對|歡迎|指控|抱怨|聲明"
    "|発表し|明らかにし|訴え|コメントし|説明し"
)
_NO_SUBJECT = (
    '他|她|它|其|該|此|本人|本黨|本公司|本院|同氏|同社|雙方|兩人|兩者|二人|三人|彼|自己|當事|對方|前者|後者|我|你|這|那|誰|者|「|"'
    "|引述|引用|轉述|報導|報道|電台|通訊社|新聞社|日報|時報|晚報|週報|新聞網|被|遭|接受"
)
"""In a subject they leave open who it is: a pronoun, a medium, a source that is cited."""
_BODY = "[部署局處廳院會黨府庁省団團體]|公司|集團|法院|銀行|中心|協會|工會|大學|總部|白宮|克里姆林宮|科技|電子|人士"
_POSTS = {
    "警方": "警|分局|局長|隊長|所長", "檢方": "檢", "院方": "院|醫", "校方": "校|師|教授|長", "發言人": "發言",
    "負責人": "負責|董事|經理|執行|總裁|老闆|創辦|長", "官員": "部|局|署|長|官|司|卿|主任", "主管": "主管|經理|長",
}  # fmt: skip
"""A post or a body that anybody may stand for, and what is printed before the name of one who may."""
POST_WITHIN = 12
_OF_HIS = (
    "(?:的|之|方)?[^,，。;；的]{0,4}?(?:律師|辯護人|發言人|妻|丈夫|父親|母親|兒子|女兒|家屬|遺屬|經紀人|辦公室|幕僚|助理|陣營"
    "|競選團隊|代理人|弁護士|弁護人|弁護側)"
)
"""Behind a person's name they are somebody else, who speaks for him."""


_ASIDE = compile_late(fold_original(r"\(\d{1,2}\)|對此|同日|此前|此外|今天|昨天"))
_STOP = compile_late(r"[,，、:：(（]")
_AFTER = compile_late("[^,，。]{0,20}[后時时前际](?=[,，])|[之以]?[后時时](?![续续来时])|的")
"""Behind a verb: it tells when something else happened, 公布結果後，..., or of what kind it is, 公布的新聞稿."""
_FRAMES = compile_late(fold_original("公布|宣布|宣判|發布|发表|統計|聲明|発表し|明らかにし"))
"""Verbs whose object may be what somebody does, who then goes on to speak himself: 宣布姚思遠請辭，他感謝同仁."""
_SPEAKS_UP = compile_late(
    '[^,，。;；]{0,6}?(?:[:：「“"]|'
    + fold_original("喊|呼|寫下|感謝|哽咽|落淚|嘆|罵|轟|怒|批|斥|哭|笑|直|謝|認|答|嗆|自嘲|求|盼|望|怨|堅|不滿|不服")
    + ")"
)
"""Behind a name: he himself says something, by a verb that is no verb of speech elsewhere."""
_COLON = compile_late("[,，][^,，:：「]{1,12}[:：]")
_BEGINS = compile_late("[,，][^,，]{0,10}$")
_PRONOUN = compile_late("[他她]")
_KANA = compile_late("[ぁ-ん]")
_JAPANESE_SUBJECT = compile_late("[はがも]")
_NEXT_VERB = compile_late("[,，][并也还亦]?$")
_ADVERB = compile_late("(?:則|则|也|亦|還|还|仍|並|并|更|又)+$")
"""Between a subject and its verb: 李四海則認為."""
_AT = compile_late("(?:在|于|赴|到|前往|列席|出席)$")
"""Before a body: it is where somebody speaks."""
_JAPANESE = compile_late(
    rf"([^、。,「\"]{{2,40}}?)(?:は|が)[、,]?(?P<said>[^。]*){fold_original(JAPANESE_SPEECH)}[^、。,]{{0,12}}。?\s*$"
)
"""How Japanese says who speaks: A は「…」と述べた."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is said to say what follows, in the folded words of one sentence."""

    words: str
    printed: str
    """The same with the day and asides between them."""
    verb: int
    """Where the words said begin."""
    frames: bool = False
    """Whether what follows may be what somebody does who speaks himself, as behind "announced"."""


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    """A pattern over folded words."""
    return compile_late(fold_original(pattern))


def check_subjects(tracer: Tracer) -> tuple[Finding, ...]:
    """A finding for each claim whose quotation the source puts into another's mouth."""
    return tuple(
        finding
        for index, claim in enumerate(tracer.draft.claims)
        if claim.attribution.speaker and claim.quote
        for finding in _check(tracer, claim, Place(Field.CLAIM, index))
    )


def _check(tracer: Tracer, claim: Claim, place: Place) -> Iterator[Finding]:
    leads = tracer.trace(claim.attribution.speaker)
    kinds = {lead.kind for lead in leads}
    if len({frozenset(lead.forms) for lead in leads}) != 1 or not kinds <= {"person", "organisation", "party"}:
        return
    cited = [tracer.item.segments[n] for n in claim.segments if 0 <= n < len(tracer.item.segments)]
    quote = plain(claim.quote)
    holding = [segment for segment in cited if quote and quote in plain(segment.text)]
    if len(holding) != 1:
        return
    subject = find_subject(plain(holding[0].text), quote)
    if subject is None or _speaks_himself(plain(holding[0].text), quote, subject, leads):
        return
    is_reaction = reacts(Turns(tracer), cited, leads, claim.attribution.act)
    if not is_reaction and _is_another(tracer, subject, leads, holding[0]):
        segment = holding[0]
        where = tracer.find([subject.printed], (segment,)) or segment.span
        source = tracer.item.read(where)
        why = WHY.format(_ADVERB.sub("", source.strip()))
        who = claim.attribution.speaker
        yield Finding(Check.ATTRIBUTION, Verdict.UNSUPPORTED, place, who, None, source, where, why=why)


def find_subject(text: str, quote: str) -> Subject | None:
    """The subject of the one verb of speech that the words follow, or that they begin with; None where it is open."""
    at = text.find(quote)
    if text.find(quote, at + 1) >= 0:
        return None
    if japanese := _JAPANESE.match(text):
        said = japanese.start("said")
        is_his = said <= at and not _JAPANESE_SUBJECT.search(text, said, at)
        return Subject(japanese[1], japanese[1], said) if is_his else None
    if _KANA.search(text):
        return None
    begin = max((text.rfind(mark, 0, at + 1) for mark in ";；。"), default=-1) + 1
    verb = _compile(_VERB).search(text, begin, begin + SUBJECT_AT_MOST)
    if verb is None or verb.start() >= at + len(quote) or begin < at < verb.end():
        return None
    printed = text[begin : verb.start()]
    words = _ASIDE.sub("", printed)
    if (
        _AFTER.match(text, verb.end())
        or _STOP.search(words)
        or not _LETTER.search(words)
        or _speaks_another(text, verb.end(), at)
    ):
        return None
    frames = _FRAMES.fullmatch(verb[0]) is not None and not _STOP.match(text, verb.end())
    return Subject(words, printed, verb.end(), frames=frames)


def _speaks_himself(text: str, quote: str, subject: Subject, leads: Sequence[Lead]) -> bool:
    """Whether the subject only frames what one of these leads goes on to say: 財政部公布名單，姚思遠痛批..."""
    at = text.find(quote)
    end = at + len(quote)
    if subject.frames and leads[0].kind == "person" and _PRONOUN.search(text, subject.verb, end):
        return True
    forms = [form for lead in leads for form in lead.forms]
    named = [(n, n + len(form)) for form in forms if (n := text.find(form, subject.verb, end)) >= 0]
    return any(_is_own_clause(text, subject, Span(*where), Span(at, end)) for where in named)


def _is_own_clause(text: str, subject: Subject, name: Span, quote: Span) -> bool:
    """Whether a name behind the subject's verb begins a clause of its own rather than what the subject says of it."""
    if name.start > quote.start:
        return False
    has_object = _LETTER.search(text, subject.verb, name.start) is not None
    if name.start == quote.start and not has_object:
        return subject.frames and _STOP.search(text, name.end, quote.end) is not None
    says_all = _STOP.match(text, subject.verb) is not None
    begins = has_object and not says_all and _BEGINS.search(text, subject.verb, name.start) is not None
    return subject.frames or begins or _SPEAKS_UP.match(text, name.end) is not None


def _speaks_another(text: str, start: int, end: int) -> bool:
    """Whether a verb of speech with a subject of its own stands between a verb and the words said."""
    stop = _STOP.search(text, start, max(start, end))
    if _COLON.search(text, start, max(start, end)):
        return True
    own = _compile(_VERB).finditer(text, stop.end(), end) if stop else ()
    return any(not _NEXT_VERB.search(text, max(start, verb.start() - 3), verb.start()) for verb in own)


def _is_another(tracer: Tracer, subject: Subject, leads: Sequence[Lead], segment: Segment) -> bool:
    """Whether the subject is certainly another than the one of these leads."""
    words, is_person = subject.words, leads[0].kind == "person"
    own = [form for lead in leads for form in lead.forms]
    persons = _list_in(words, tracer.persons, own)
    bodies = _list_in(words, tracer.bodies, own)
    if held := next((form for form in own if form in words), None):
        at = words.find(held)
        is_his = is_person and _compile(_OF_HIS).match(words, at + len(held)) is not None
        return is_his or (not is_person and bool(persons) and _AT.search(words, 0, at) is not None)
    rest = words
    for form in (*persons, *bodies):
        rest = rest.replace(form, "")
    if _compile(_NO_SUBJECT).search(words) or any(_shares(form, rest, is_person=is_person) for form in own):
        return False
    if persons or not is_person:
        return is_person or bool(bodies)
    post = next((post for post in _POSTS if fold_original(post) in words), None)
    if post and not any(plain(segment.text).find(form) >= subject.verb for form in own):
        return not any(_holds(tracer.whole, form, _POSTS[post]) for form in own)
    return bool(post or bodies or _compile(_BODY).search(words))


def _list_in(words: str, leads: Sequence[Lead], own: Sequence[str]) -> list[str]:
    """The forms in which others stand there, the longest first."""
    found = [form for lead in leads if not set(own).intersection(lead.forms) for form in lead.forms if form in words]
    return sorted((form for form in found if len(form) > 1), key=len, reverse=True)


def _holds(text: str, name: str, post: str) -> bool:
    """Whether one is anywhere called so that he may hold a post."""
    return re.search(f"(?:{fold_original(post)})[^,，。;；]{{0,{POST_WITHIN}}}{re.escape(name)}", text) is not None


def _shares(form: str, words: str, *, is_person: bool) -> bool:
    """Whether the subject may be a short form of a name: its surname, or two characters of a body's name."""
    if is_person:
        return form[:1] in words
    return any(form[n : n + 2] in words for n in range(len(form) - 1))
