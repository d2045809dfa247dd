"""Is what one medium reports told as another's? 據《路透》報導 in one sentence, 《彭博》稱 in the next.

The medium of a claim must be cited in the sentence in which the claim's words stand, where that one cites another; the
same holds for the figures of a sentence of English that names a medium as its source.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.checking.bearers import Bearers
from assistant.checking.borne import group_borne
from assistant.checking.credits import find_own
from assistant.checking.texts import Text, split_at
from assistant.checking.tracing import ORIGINAL, Lead, Tracer, plain
from assistant.checking.wordlists import BRACKET, SPEECH
from assistant.glossary import fold_original
from assistant.kept import kept_property
from assistant.patterns import compile_late
from assistant.records import Check, Field, Finding, Place, Role, Segment, Span, Verdict

OTHER_MEDIUM = "in the source these words are reported by {}"
BEFORE_AT_MOST, BEHIND_AT_MOST = 6, 14
"""Characters between a medium and the word by which it is cited."""
_REPORTS = fold_original(
    f"報導|報道|披露|引述|援引|刊登|刊出|爆料|獨家|消息|專訪|訪問|採訪|社論|評論|報じ|伝え|によると|によれば|{SPEECH}"
)
_CITED = compile_late(rf"[》〉\"]?[^,，。;；:：\"]{{0,{BEHIND_AT_MOST}}}?(?:{_REPORTS})")
_CITES = compile_late(
    fold_original(rf"(?:據|根據|引述|援引|接受|告訴|轉述)[《〈\"]?[^,，。;；:：\"]{{0,{BEFORE_AT_MOST}}}$")
)
_TITLE = compile_late("《([^《》]{1,40})》")
_NO_MEDIUM = compile_late(
    fold_original("(?:法|條例|公約|規定|協定|協議|憲法|白皮書|報告|計畫|計劃|方案|草案|宣言|研究|調查)$")
)
_TOO = compile_late(fold_original("[也亦]|同樣|同步|相同|跟進|證實"))
"""In a sentence that cites a medium: it reports what another does."""
_REPORTED = (
    rf"{BRACKET},? (?:has |had |also |first )?"
    r"(?:report(?:s|ed)|said|says|wrote|writes|revealed|disclosed)\b"
)
_IS_SOURCE = compile_late(rf"[’'\"”]?(?:{_REPORTED}|: )")
_SOURCE_OF = compile_late(
    r"(?:\b[Aa]ccording to|\b[Rr]eport(?:ed)? by|\b(?:told|[Cc]iting|[Qq]uoting)) (?:the |an? )?[“\"]?$"
)


_SENTENCE = compile_late(r"(?<=[\w)\]”\"’%])[.!?;](?=\s)|\n")
"""Between two sentences; a colon may stand behind a medium: Bloomberg: Nvidia to invest."""


@dataclass(frozen=True, slots=True)
class Medium:
    """A medium that a sentence cites."""

    printed: str
    """Folded."""
    forms: frozenset[str]
    """All that the source may print, folded."""


@dataclass(frozen=True)
class Media:
    """The media of one item."""

    tracer: Tracer

    @kept_property
    def known(self) -> tuple[Lead, ...]:
        """Those that the draft or the glossary has."""
        return tuple(lead for lead in self.tracer.bodies if "media" in (lead.kind, lead.term.kind if lead.term else ""))

    def cited(self, segment: Segment) -> list[Medium]:
        """The media that a sentence cites: with a word for it, or as a title in 《》 that is no law."""
        text = plain(segment.text)
        titles = [(match[1], frozenset((match[1],)), match.span(1)) for match in _TITLE.finditer(text)]
        named = [
            (form, frozenset(lead.forms), (at, at + len(form)))
            for lead in self.known
            for form in lead.forms
            if (at := text.find(form)) >= 0
        ]
        known = frozenset[str]().union(*(forms for _, forms, _ in named))
        unknown = [each for each in titles if each[0] not in known and not _NO_MEDIUM.search(each[0])]
        return [Medium(name, forms) for name, forms, span in (*named, *unknown) if _is_cited(text, *span)]

    def find(self, english: str) -> frozenset[str]:
        """What the source may print for the medium of a claim, folded; empty where it may be none or several."""
        leads = [lead for lead in self.tracer.trace(english) if lead in self.known]
        printed = set(map(plain, ORIGINAL.findall(english)))
        leads = leads or [lead for lead in self.known if printed.intersection(lead.forms)]
        forms = {frozenset(lead.forms) for lead in leads} or {frozenset((name,)) for name in printed}
        return next(iter(forms)) if len(forms) == 1 else frozenset()

    def is_outlet(self, forms: Iterable[str]) -> bool:
        """Whether it is the page's own medium, which need not be cited."""
        lines = [plain(s.text) for s in self.tracer.item.segments if s.role is Role.SOURCE_LINE]
        return any(form in line for line in lines for form in forms)

    def find_another(self, forms: frozenset[str], own: Segment, others: Sequence[Segment]) -> Medium | None:
        """The medium that a sentence cites, where these forms are cited in another only and for something else."""
        text = plain(own.text)
        if not forms or self.is_outlet(forms) or any(form in text for form in forms):
            return None
        elsewhere = [s for s in others if any(forms & medium.forms for medium in self.cited(s))]
        if not elsewhere or any(_TOO.search(plain(segment.text)) for segment in elsewhere):
            return None
        return next(iter(self.cited(own)), None)


def _is_cited(text: str, start: int, end: int) -> bool:
    return bool(_CITED.match(text, end) or _CITES.search(text, max(0, start - 2 * BEFORE_AT_MOST), start))


def check_media(bearers: Bearers, figures: Iterable[Finding]) -> tuple[Finding, ...]:
    """A finding for each medium to which a claim, or a sentence of English, credits what another reports."""
    media, by_place = Media(bearers.tracer), group_borne(figures)
    texts = [text for text in bearers.tracer.texts if text.place.field is not Field.TRANSLATION]
    claims = (f for text in texts for f in _check_claim(media, text, by_place))
    told = (f for text in texts if media.known for f in _check_told(bearers, media, text, by_place.get(text.place, ())))
    return tuple(dict.fromkeys((*claims, *told)))


def _check_claim(media: Media, text: Text, figures: Mapping[Place, Sequence[Finding]]) -> Iterator[Finding]:
    claim = media.tracer.draft.claims[text.place.index] if text.place.field is Field.CLAIM else None
    medium = claim.attribution.medium if claim else ""
    own = list(find_own(text, claim.quote, figures.get(text.place, ()))) if claim and medium else []
    if len(own) == 1:
        other = media.find_another(media.find(medium), own[0][0], text.segments)
        yield from _flag(media, other, own[0][0], Finding(Check.ATTRIBUTION, Verdict.UNSUPPORTED, text.place, medium))


def _check_told(bearers: Bearers, media: Media, text: Text, figures: Sequence[Finding]) -> Iterator[Finding]:
    """Whether a medium that is the source of an English sentence is cited where its figures stand."""
    known = {form for lead in media.known for form in lead.forms}
    for sentence in split_at(_SENTENCE, text.english, Span(0, len(text.english))) if figures else ():
        hits = [hit for hit in bearers.written(text.english) if sentence.holds(hit[0]) and known & {*hit[1].forms}]
        own = [_find_sentence(bearers.tracer, f) for f in figures if f.span and sentence.holds(f.span)]
        segment = own[0] if own else None
        if len(hits) != 1 or segment is None or any(other is not segment for other in own):
            continue
        span, bearer = hits[0]
        if _is_source(text.english, span):
            other = media.find_another(frozenset(bearer.forms), segment, bearers.tracer.item.sentences)
            yield from _flag(media, other, segment, _blame(text, span))


def _blame(text: Text, span: Span) -> Finding:
    return Finding(Check.ATTRIBUTION, Verdict.UNSUPPORTED, text.place, span.of(text.english), span)


def _is_source(english: str, span: Span) -> bool:
    before = english[max(0, span.start - 30) : span.start]
    return _IS_SOURCE.match(english, span.end) is not None or _SOURCE_OF.search(before) is not None


def _find_sentence(tracer: Tracer, figure: Finding) -> Segment | None:
    """The one sentence in which the source prints a figure; None where it does so twice."""
    wanted = plain(figure.source)
    found = [segment for segment in tracer.item.sentences if wanted and wanted in plain(segment.text)]
    return found[0] if len(found) == 1 else None


def _flag(media: Media, other: Medium | None, segment: Segment, finding: Finding) -> Iterator[Finding]:
    if other:
        where = media.tracer.find((other.printed,), (segment,))
        source = media.tracer.item.read(where)
        why = OTHER_MEDIUM.format(source or other.printed)
        yield replace(finding, source=source, source_span=where, why=why)
