"""Briefings made by hand for the reader's tests. The news is invented; the English carries two wrong figures."""

from dataclasses import replace
from datetime import datetime

from assistant.records import (
    Attribution,
    Briefing,
    Certainty,
    Check,
    Claim,
    Clock,
    Damage,
    Draft,
    Failure,
    Field,
    Finding,
    Item,
    ItemKind,
    Name,
    Place,
    RenderedFigure,
    Role,
    Segment,
    Span,
    Stamp,
    Translation,
    Verdict,
)

SENTENCES = (
    ("港務局斥資34億美元建新碼頭 北極星航運承租30年\n", Role.HEADLINE),
    (
        "海灣港務局昨(12)日宣布,與挪威「北極星航運(Nordstar Lines)」簽署價值34億美元的協議,"
        "將在2031年6月30日以前完成七號碼頭。",
        Role.SENTENCE,
    ),
    ("局長林孟澤表示:「這是本港87年來最大的一筆投資!」\n", Role.SENTENCE),
    ("根據《航運週報》報導,董事會17席中有12席投下贊成票,約占七成。", Role.SENTENCE),
    ("不過,環保團體「藍色海岸」警告,每年1萬2千噸的柴油消耗只會減少1/7,對附近三個漁村的影響並未評估。\n", Role.SENTENCE),
    ("海灣日報 ・ 6 小時前", Role.SOURCE_LINE),
)
ENGLISH = (
    "Port authority puts US$3.4 billion into a new terminal; Nordstar to lease it for 30 years",
    "The Haiwan Port Authority announced on 12 May [昨(12)日] that it had signed an agreement worth US$34 billion with "
    "Nordstar Lines of Norway to complete Terminal 7 by 30 June 2031.",
    "The director, Lin Meng-tse (林孟澤), called it the port's largest investment in 87 years.",
    "According to Shipping Weekly, 12 of the 17 board members voted in favour, about 70%.",
    "The environmental group Blue Coast warned, however, that annual diesel use of 12,000 tonnes would fall by only "
    "one-third, and that the effect on three nearby fishing villages had not been assessed.",
)
HEADLINE = "Port signs US$3.4 billion terminal deal with Nordstar of Norway"
SUMMARY = (
    "Haiwan's port authority has leased a new terminal to Nordstar Lines for 30 years in a deal worth US$3.4 billion, "
    "to be finished by mid-2031. Environmentalists say the savings in diesel are small."
)
CLAIMS = (
    (
        "The deal is worth US$34 billion.",
        1,
        "價值34億美元的協議",
        Attribution("", "Haiwan Port Authority", "announced"),
    ),
    (
        "12 of 17 board members voted for it.",
        3,
        "17席中有12席投下贊成票",
        Attribution("Shipping Weekly", "", "reported"),
    ),
    (
        "It is the largest investment in 87 years.",
        2,
        "本港87年來最大的一筆投資",
        Attribution("", "Lin Meng-tse", "said"),
    ),
    ("Diesel use falls by one-third.", 4, "只會減少1/7", Attribution("", "Blue Coast", "warned")),
)
# field, index, English figure, sentence, source figure, verdict, expected, why
FIGURES: tuple[tuple[Field, int, str, int, str, Verdict, str, str], ...] = (
    (Field.HEADLINE, 0, "US$3.4 billion", 0, "34億美元", Verdict.SUPPORTED, "US$3.4 billion", ""),
    (Field.SUMMARY, 0, "30 years", 0, "30年", Verdict.SUPPORTED, "30 years", ""),
    (Field.SUMMARY, 0, "US$3.4 billion", 1, "34億美元", Verdict.SUPPORTED, "US$3.4 billion", ""),
    (
        *(Field.CLAIM, 0, "US$34 billion", 1, "34億美元", Verdict.CONTRADICTED, "US$3.4 billion"),
        "ten times too large: 34億 is 34 x 10^8 = 3.4 billion",
    ),
    (Field.CLAIM, 1, "12 of 17", 3, "17席中有12席", Verdict.SUPPORTED, "12 of 17", ""),
    (Field.CLAIM, 2, "87 years", 2, "87年", Verdict.SUPPORTED, "87 years", ""),
    (Field.CLAIM, 3, "one-third", 4, "1/7", Verdict.CONTRADICTED, "one-seventh", "the source has one-seventh"),
    (
        *(Field.TRANSLATION, 1, "US$34 billion", 1, "34億美元", Verdict.CONTRADICTED, "US$3.4 billion"),
        "ten times too large: 34億 is 34 x 10^8 = 3.4 billion",
    ),
    (Field.TRANSLATION, 1, "30 June 2031", 1, "2031年6月30日", Verdict.SUPPORTED, "30 June 2031", ""),
    (Field.TRANSLATION, 2, "87 years", 2, "87年", Verdict.SUPPORTED, "87 years", ""),
    (Field.TRANSLATION, 3, "12 of the 17", 3, "17席中有12席", Verdict.SUPPORTED, "12 of 17", ""),
    (Field.TRANSLATION, 3, "70%", 3, "七成", Verdict.DERIVED, "70%", "12 / 17 = 70.6%"),
    (Field.TRANSLATION, 4, "12,000 tonnes", 4, "1萬2千噸", Verdict.SUPPORTED, "12,000 tonnes", ""),
    (Field.TRANSLATION, 4, "one-third", 4, "1/7", Verdict.CONTRADICTED, "one-seventh", "the source has one-seventh"),
    (Field.TRANSLATION, 4, "three", 4, "三個", Verdict.SUPPORTED, "three", ""),
)
NOTICE = "The replies were written by hand for this sample; no model was asked."


def make_item(index: int = 0, *, kind: ItemKind = ItemKind.ARTICLE) -> Item:
    """The port story as part ``index`` of its dump; its sentences tile it."""
    segments, start = [], 0
    for i, (text, role) in enumerate(SENTENCES):
        segments.append(Segment(i, Span(start, start + len(text)), text, role))
        start += len(text)
    text = "".join(s.text for s in segments)
    noon = datetime(2031, 5, 13, 6)  # noqa: DTZ001 - local time of the page
    stamp = Stamp(noon, noon.replace(hour=23), Certainty.INFERRED, "6 hours before the capture on 13 May")
    outlet, age = text.index("海灣日報"), text.index("6 小時前")
    return Item(
        index=index,
        kind=kind,
        span=Span(0, len(text)),
        text=text,
        segments=tuple(segments),
        headline=Span(0, len(segments[0].text) - 1),
        outlet=Span(outlet, outlet + 4),
        age=Span(age, age + 5),
        clock=Clock(published=stamp),
        damage=(
            Damage("missing", Span(60, 62), "七號", "七號 probably stands for 第七號碼頭: a character is missing"),
        ),
    )


def make_draft() -> Draft:
    """The draft of the port story, two figures of it wrong."""
    return Draft(
        headline=HEADLINE,
        summary=SUMMARY,
        translations=tuple(Translation(i, english) for i, english in enumerate(ENGLISH)),
        claims=tuple(Claim(english, (i,), quote, who) for english, i, quote, who in CLAIMS),
        names=(Name("林孟澤", "Lin Meng-tse", "person"), Name("北極星航運", "Nordstar Lines", "organisation")),
    )


def make_findings(item: Item) -> tuple[Finding, ...]:
    """What the figure check would say of the draft."""
    draft = make_draft()
    texts = {Field.HEADLINE: [draft.headline], Field.SUMMARY: [draft.summary]}
    texts |= {
        Field.CLAIM: [c.english for c in draft.claims],
        Field.TRANSLATION: [t.english for t in draft.translations],
    }
    found = []
    for field, index, english, sentence, source, verdict, expected, why in FIGURES:
        start = texts[field][index].index(english)
        segment = item.segments[sentence]
        at = segment.span.start + segment.text.index(source)
        span, source_span = Span(start, start + len(english)), Span(at, at + len(source))
        place = Place(field, index)
        found.append(Finding(Check.FIGURE, verdict, place, english, span, source, source_span, expected, why))
    return tuple(found)


def make_figures(item: Item) -> tuple[RenderedFigure, ...]:
    """Some figures of the source in English."""
    pairs = (
        ("34億美元", "US$3.4 billion", "money"),
        ("2031年6月30日", "30 June 2031", "date"),
        ("1/7", "1/7", "fraction"),
    )
    return tuple(
        RenderedFigure(Span(at, at + len(surface)), surface, english, kind)
        for surface, english, kind in pairs
        for at in (item.text.rindex(surface),)
    )


def make_briefing(index: int = 0, *, sha256: str = "5a" * 32) -> Briefing:
    """The port story, briefed, with four contradicted figures."""
    item = make_item(index)
    return Briefing("harbour.txt", sha256, item, make_figures(item), make_draft(), make_findings(item), calls=("c1",))


def make_source_only(index: int = 1) -> Briefing:
    """The same without a model."""
    return replace(make_briefing(index), draft=None, findings=(), calls=())


def make_failed(index: int = 2) -> Briefing:
    """The same with a failed call."""
    failure = Failure("timed-out", "the server gave no whole reply within 60 s", "Run the same command again.")
    return replace(make_source_only(index), failure=failure)


def make_held(index: int = 3) -> Briefing:
    """The same, held back."""
    return replace(make_briefing(index), held=True)


def all_kinds() -> tuple[Briefing, ...]:
    """One briefing of each status."""
    return make_briefing(), make_source_only(), make_failed(), make_held()
