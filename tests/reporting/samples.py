"""Reports to render: built from short texts of our own, with spans worked out by looking the words up."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from assistant.notices import write_withheld
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
    Problem,
    PromptVersion,
    RenderedFigure,
    Repair,
    Report,
    Role,
    Segment,
    Span,
    Spending,
    Stamp,
    Translation,
    Usage,
    Verdict,
)

TAIPEI = timezone(timedelta(hours=8))
CREATED = datetime(2025, 11, 2, 6, 0, tzinfo=TAIPEI)
SHA256 = "5f0c" * 16
PROMPT = PromptVersion("brief", 1, "ab12" * 16)
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> javascript:alert(3) [@click=app.quit]x[/] [/foo] "
    "\u202eevil\u202c \x1b]52;c;ZXZpbA==\x07 ]]> </style><style>*{color:red}</style> --> {{7*7}} {% raw %} "
    "\x9b31m &lt; \" ' `"
)


def stamp(*, hours: int = 0, certainty: Certainty = Certainty.INFERRED, why: str = "16 小時前") -> Stamp:
    """1 November 2025, somewhere in ``hours`` hours from 14:20."""
    first = datetime(2025, 11, 1, 14, 20, tzinfo=TAIPEI)
    return Stamp(first, first + timedelta(hours=hours), certainty, why)


def item(*lines: str, index: int = 0, start: int = 0, kind: ItemKind = ItemKind.ARTICLE, outlet: str = "") -> Item:
    """An item whose first line is its headline, whose other lines are sentences, and whose last may be an outlet."""
    segments: list[Segment] = []
    position = start
    for line in [*lines, *([outlet] if outlet else [])]:
        role = Role.SOURCE_LINE if line is outlet else Role.SENTENCE if segments else Role.HEADLINE
        text = line + "\n"
        segments.append(Segment(len(segments), Span(position, position + len(text)), text, role))
        position += len(text)
    return Item(
        index=index,
        kind=kind,
        span=Span(start, position),
        text="".join(s.text for s in segments),
        segments=tuple(segments),
        headline=Span(start, start + len(lines[0])),
        outlet=Span(position - len(outlet) - 1, position - 1) if outlet else None,
        clock=Clock(published=stamp()),
    )


def finding(of: Item, draft: Draft, row: tuple[Place, str, str, Verdict, str, str]) -> Finding:
    """A figure finding: (place, English, source, verdict, expected, why); spans are looked up in the texts."""
    place, english, source, verdict, expected, why = row
    texts = {Field.HEADLINE: draft.headline, Field.SUMMARY: draft.summary}
    if place.field is Field.CLAIM:
        texts[Field.CLAIM] = draft.claims[place.index].english
    text = texts.get(place.field) or draft.translation(place.index)
    at, there = text.find(english), of.text.find(source)
    return Finding(
        check=Check.OMISSION if verdict is Verdict.NOTED else Check.FIGURE,
        verdict=verdict,
        place=place,
        english=english,
        span=Span(at, at + len(english)) if english and at >= 0 else None,
        source=source,
        source_span=Span(there, there + len(source)).shift(of.span.start) if source and there >= 0 else None,
        expected=expected,
        why=why,
    )


MINERALS = item(
    "兩國簽署85億美元關鍵礦產協議",
    "兩國總理昨(31)日簽署一項價值85億美元的協議,雙方各自投資10億美元。",
    "該國的稀土儲量約為鄰國的1/7,占出口總額的12%。",
    "路透引述部長林建宏說,工程將於2027年完成。",
    outlet="海岸日報",
)
MINERALS_DRAFT = Draft(
    headline="Two countries sign US$8.5 billion minerals pact",
    summary="The pact is worth US$85 billion, with US$2 billion put in by the two together.",
    translations=(
        Translation(0, "Two countries sign US$8.5 billion critical minerals pact"),
        Translation(
            1, "The two prime ministers signed a pact worth US$8.5 billion on 31 October, each investing US$1 billion."
        ),
        Translation(2, "Its rare earth reserves are about one-third of its neighbour's and 12% of its exports."),
        Translation(
            3, "Reuters quotes Minister Lin Chien-hung (林建宏) as saying that work will be completed in 2027."
        ),
    ),
    claims=(
        Claim("The pact is worth US$8.5 billion", (1,), "一項價值85億美元的協議", Attribution(act="said")),
        Claim("Reserves are a third of the neighbour's", (2,), "稀土儲量約為鄰國的1/7", Attribution()),
        Claim(
            "Work will end in 2027, Lin Chien-hung says",
            (3,),
            "工程將於2027年完成",
            Attribution("路透", "林建宏", "said"),
        ),
    ),
    names=(Name("林建宏", "Lin Chien-hung", "person"),),
)


def briefed() -> Briefing:
    """An item with verified, contradicted, derived and unsupported figures."""
    place, rows, draft = Place, MINERALS, MINERALS_DRAFT
    table = [
        (place(Field.HEADLINE), "US$8.5 billion", "85億美元", Verdict.SUPPORTED, "US$8.5 billion", ""),
        (
            place(Field.SUMMARY),
            "US$85 billion",
            "85億美元",
            Verdict.CONTRADICTED,
            "US$8.5 billion",
            "ten times too large: 85億 is 8.5 billion",
        ),
        (place(Field.SUMMARY), "US$2 billion", "10億美元", Verdict.DERIVED, "", "2 x US$1 billion (各自)"),
        (place(Field.CLAIM, 0), "US$8.5 billion", "85億美元", Verdict.SUPPORTED, "US$8.5 billion", ""),
        (place(Field.CLAIM, 1), "a third", "", Verdict.UNSUPPORTED, "", "no figure in the cited sentence is 1/3"),
        (place(Field.CLAIM, 2), "2027", "2027年", Verdict.SUPPORTED, "2027", ""),
        (place(Field.TRANSLATION, 0), "US$8.5 billion", "85億美元", Verdict.SUPPORTED, "US$8.5 billion", ""),
        (place(Field.TRANSLATION, 1), "US$8.5 billion", "85億美元的", Verdict.SUPPORTED, "US$8.5 billion", ""),
        (place(Field.TRANSLATION, 1), "31 October", "昨(31)日", Verdict.SUPPORTED, "31 October", ""),
        (place(Field.TRANSLATION, 1), "US$1 billion", "10億美元", Verdict.SUPPORTED, "US$1 billion", ""),
        (place(Field.TRANSLATION, 2), "one-third", "1/7", Verdict.CONTRADICTED, "one-seventh", "1/7 is one-seventh"),
        (place(Field.TRANSLATION, 2), "12%", "12%", Verdict.SUPPORTED, "12%", ""),
        (place(Field.TRANSLATION, 3), "2027", "2027年", Verdict.SUPPORTED, "2027", ""),
        (place(Field.TRANSLATION, 3), "", "工程", Verdict.OMITTED, "", "the source has it, the translation does not"),
        (place(Field.SUMMARY), "", "12%", Verdict.NOTED, "12%", "the summary leaves it out"),
    ]
    findings = tuple(finding(rows, draft, row) for row in table)
    return Briefing("notes.txt", SHA256, MINERALS, figures_of(MINERALS), draft, findings, calls=("c1",))


def figures_of(of: Item) -> tuple[RenderedFigure, ...]:
    """The source's figures that we know how to say."""
    english = {
        "85億美元": "US$8.5 billion",
        "10億美元": "US$1 billion",
        "1/7": "one-seventh",
        "12%": "12%",
        "3,200人": "3,200",
    }
    return tuple(
        RenderedFigure(Span(at, at + len(surface)).shift(of.span.start), surface, reading, "amount")
        for surface, reading in english.items()
        if (at := of.text.find(surface)) >= 0
    )


TEASER = replace(
    item(
        "港口工人罷工 3,200人上街",
        "港口工人昨天罷工,約3,200人上街,要求加薪12%...",
        index=1,
        start=MINERALS.span.end,
        kind=ItemKind.RELATED,
        outlet="晨星新聞網",
    ),
    truncated=True,
)


def repaired() -> Briefing:
    """An item whose summary was asked for again, and at last had its figure taken out."""
    notice = write_withheld("85億美元")
    draft = replace(MINERALS_DRAFT, summary=f"The pact is worth {notice}, the two governments say.")
    why = "a figure that failed its check was taken out"
    row = (Place(Field.SUMMARY), notice, "85億美元", Verdict.WITHHELD, "US$8.5 billion", why)
    repairs = (
        Repair(Place(Field.SUMMARY), "worth US$85 billion", "worth US$850 million", "ten times too large"),
        Repair(Place(Field.SUMMARY), "worth US$850 million", f"worth {notice}", "ten times too small"),
    )
    return Briefing("notes.txt", SHA256, MINERALS, (), draft, (finding(MINERALS, draft, row),), repairs=repairs)


def source_only() -> Briefing:
    """A teaser that no model saw."""
    damage = Damage("cut", Span(TEASER.span.start, TEASER.span.start + 1), "...", "the text breaks off in the source")
    clock = Clock(published=stamp(hours=40), notes=("昨天 and the age 16 小時前 do not agree",))
    return Briefing("notes.txt", SHA256, replace(TEASER, damage=(damage,), clock=clock), figures_of(TEASER))


def failed() -> Briefing:
    """An item whose call failed."""
    message = "the reply was cut off at 4,000 tokens"
    return replace(source_only(), failure=Failure("cut", message, "raise --max-output-tokens and run again"))


def held() -> Briefing:
    """An item that was checked and is not fit to be published."""
    return replace(briefed(), held=True)


def hostile() -> Briefing:
    """Hostile text wherever a text can stand."""
    of = replace(
        item(HOSTILE, f"{HOSTILE}85億美元{HOSTILE}", index=2, start=500, outlet=HOSTILE),
        clock=Clock(published=stamp(why=HOSTILE), notes=(HOSTILE,)),
        damage=(Damage("cut", Span(500, 501), HOSTILE, HOSTILE),),
    )
    claim = Claim(HOSTILE, (0, 1, 99), HOSTILE, Attribution(HOSTILE, HOSTILE, HOSTILE))
    draft = Draft(
        HOSTILE, HOSTILE, (Translation(0, HOSTILE), Translation(1, HOSTILE)), (claim,), (Name(HOSTILE, HOSTILE),)
    )
    findings = tuple(
        Finding(Check.FIGURE, verdict, Place(field, 0), HOSTILE, span, HOSTILE, Span(520, 560), HOSTILE, HOSTILE)
        for verdict in Verdict
        for field in Field
        for span in (None, Span(0, 8), Span(4, 20), Span(90_000, 90_001))
    )
    repairs = (Repair(Place(Field.SUMMARY), HOSTILE, HOSTILE, HOSTILE),)
    return Briefing(
        HOSTILE,
        SHA256,
        of,
        (RenderedFigure(Span(520, 530), HOSTILE, HOSTILE, HOSTILE),),
        draft,
        findings,
        repairs=repairs,
    )


def report(*briefings: Briefing, title: str = "Sample briefing", **changes: object) -> Report:
    """A report of these briefings, made on 2 November 2025 in Taipei."""
    spending = Spending(calls=len(briefings), usage=Usage(1200, 300), cost_usd=0.0123)
    whole = Report(title, CREATED, briefings, "scripted", (PROMPT,), spending, run="r1")
    return replace(whole, **changes)  # type: ignore[arg-type]


def full_report() -> Report:
    """One item of each kind, a problem and a notice."""
    return report(
        briefed(),
        source_only(),
        replace(failed(), item=replace(failed().item, index=2)),
        replace(held(), item=replace(held().item, index=3)),
        repaired(),
        problems=(Problem("picture.png", "picture.png is not text (byte 0)", "save the page as text"),),
        notices=("The replies were written by hand for this sample.",),
    )


def hostile_report() -> Report:
    """Hostile text in every field, shown in every form an item can have."""
    bad = hostile()
    forms = (
        bad,
        replace(bad, draft=None, findings=()),
        replace(bad, failure=Failure(HOSTILE, HOSTILE, HOSTILE)),
        replace(bad, held=True),
    )
    return report(
        *forms,
        title=HOSTILE,
        model=HOSTILE,
        prompts=(PromptVersion(HOSTILE, 1, HOSTILE),),
        problems=(Problem(HOSTILE, HOSTILE, HOSTILE),),
        notices=(HOSTILE,),
        run=HOSTILE,
        created=datetime(2025, 11, 2, 6, 0, tzinfo=UTC),
    )
