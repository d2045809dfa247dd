"""The promises, over many generated faults: no altered quotation is accepted, no wrong figure goes unmarked."""

import html
import json
import random
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from importlib import resources

from assistant import reporting
from assistant.checking import check_draft
from assistant.checking.folding import fold
from assistant.cutting import cut_items
from assistant.daily.glance import write_glance
from assistant.llm.openai_server import connect
from assistant.llm.recorded import RecordedModel
from assistant.pipeline import Pipeline
from assistant.prompts import load_prompt
from assistant.reading import read_bytes
from assistant.records import (
    FLAGS,
    Briefing,
    Claim,
    Draft,
    Edition,
    Field,
    Item,
    Model,
    Place,
    Report,
    Span,
    Story,
    Verdict,
)
from assistant.repairing import OnMismatch
from assistant.repairing.faults import replace_text
from assistant.reporting.whole import view_report
from assistant.settings import load_settings
from assistant.tokens import count_tokens
from tests.llm.acts import Body
from tests.llm.server import FakeServer
from tests.test_drafting import obey_text

SAMPLE = read_bytes(resources.files("assistant.samples").joinpath("dump.txt").read_bytes(), "sample.txt")
ITEMS = [item for item in cut_items(SAMPLE) if item.kind.is_news]


def alter(quote: str, chance: random.Random) -> str:
    """The quotation with one digit or one character changed, dropped, doubled or exchanged with its neighbour."""
    at = chance.randrange(len(quote) - 1)
    digits = [place for place, character in enumerate(quote) if character.isdigit()]
    if digits and chance.random() < 0.5:
        at = chance.choice(digits)
        return quote[:at] + chance.choice([d for d in "0123456789" if d != quote[at]]) + quote[at + 1 :]
    changes = [
        quote[:at] + "龘" + quote[at + 1 :],
        quote[:at] + quote[at + 1 :],
        quote[: at + 1] + "不" + quote[at + 1 :],
        quote[:at] + quote[at + 1] + quote[at] + quote[at + 2 :],
    ]
    return chance.choice(changes)


def invent(chance: random.Random) -> str:
    return "".join(chance.choice("政府宣布投資擴大合作協議市場成長百分點") for _ in range(chance.randrange(4, 20)))


def make_quotes(count: int) -> list[tuple[Item, int, str]]:
    chance = random.Random(20251102)  # the same faults in every run
    made: list[tuple[Item, int, str]] = []
    while len(made) < count:
        item = chance.choice(ITEMS)
        segment = chance.choice(item.sentences)
        text = segment.text.strip()
        if len(text) < 8:
            continue
        start = chance.randrange(len(text) - 7)
        quote = text[start : start + chance.randrange(6, 30)]
        bad = invent(chance) if chance.random() < 0.2 else alter(quote, chance)
        if fold(bad).text and fold(bad).text not in fold(segment.text).text:
            made.append((item, segment.index, bad))
    return made


def test_of_500_altered_and_invented_quotations_none_is_accepted() -> None:
    accepted = []
    for item, segment, quote in make_quotes(500):
        draft = Draft("", "", (), (Claim("A claim.", (segment,), quote),), ())
        accepted += [f for f in check_draft(item, draft) if f.check == "quote" and f.verdict is Verdict.SUPPORTED]
    assert accepted == []


AMOUNTS = re.compile(r"\d[\d,]*(?:\.\d+)?")
COMPANIES = (("甲", 12, 130), ("乙", 35, 240), ("丙", 47, 350), ("丁", 58, 460), ("戊", 69, 570))
PAGE = "".join(
    f"公司{name}宣布投資計畫\n公司{name}今天宣布投資{amount}億美元，將雇用{people}人。\n今日報 ・ {number} 小時前\n\n"
    for number, (name, amount, people) in enumerate(COMPANIES, start=2)
)


def translate(sentence: str) -> str:
    """The right English of a sentence of ``PAGE``, by its digits."""
    numbers = AMOUNTS.findall(sentence)
    if len(numbers) < 2:
        return "The company announces an investment plan"
    return f"The company said it would invest US${int(numbers[0]) / 10:g} billion and hire {numbers[1]} people."


def spoil(english: str, chance: random.Random) -> str:
    """One figure of the text made wrong."""
    numbers = list(AMOUNTS.finditer(english))
    if not numbers:
        return english
    found = chance.choice(numbers)
    value = found[0]
    wrong = chance.choice([value + "0", value.replace(value[0], str((int(value[0]) % 9) + 1), 1), "9" + value])
    wrong = wrong if float(wrong.replace(",", "")) != float(value.replace(",", "")) else value + "7"
    return english[: found.start()] + wrong + english[found.end() :]


class FaultyTranslator:
    """Writes wrong figures, a seeded share of them, and repairs some of them wrongly again."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # the same faults in every run
        self.faults = 0

    def __call__(self, body: Body) -> str:
        ways = {"corrections": self.correct, "glance": self.glance}
        return ways.get(body["response_format"]["json_schema"]["name"], self.draft)(body["messages"][-1]["content"])

    def glance(self, user: str) -> str:
        shown = re.findall(r'<item id="(\d+)">.*?\n(The company said .*?)\n', user, re.DOTALL)
        return json.dumps({"lines": [{"english": self.maybe_spoil(e), "items": [n]} for n, e in shown]})

    def draft(self, user: str) -> str:
        reply = json.loads(obey_text(user))
        sentences = dict(re.findall(r"^\[(\S+)\] (.*)$", user, re.MULTILINE))
        for item in reply["items"]:
            body = ""
            for translation in item["translation"]:
                body = self.maybe_spoil(translate(sentences[translation["id"]]))
                translation["english"] = body
            item["summary"] = self.maybe_spoil(translate(sentences[item["translation"][-1]["id"]]))
            item["headline"] = "The company announces an investment plan"
        return json.dumps(reply)

    def correct(self, user: str) -> str:
        texts = re.findall(r'<text id="(\S+)"[^>]*>.*?english: (.*?)\n', user, re.DOTALL)
        return json.dumps({"texts": [{"id": i, "english": self.maybe_spoil(e), "quote": ""} for i, e in texts]})

    def maybe_spoil(self, english: str) -> str:
        if self.chance.random() < 0.5 and AMOUNTS.search(english):
            self.faults += 1
            return spoil(english, self.chance)
        return english


def find_unmarked(briefing: Briefing) -> list[str]:
    """Figures of a briefing that the source does not carry and no flag marks."""
    draft = briefing.draft
    assert draft
    source = briefing.item.text
    right = set(AMOUNTS.findall(translate(source.split("\n")[1])))
    flags = {(f.place, f.span) for f in briefing.findings if f.verdict.is_flag}
    texts = [(Field.SUMMARY, 0, draft.summary)] + [
        (Field.TRANSLATION, t.segment, t.english) for t in draft.translations
    ]
    unmarked = []
    for field, index, text in texts:
        bare = re.sub(r"\[figure withheld: [^\]]*\]", lambda m: " " * len(m[0]), text)
        for found in AMOUNTS.finditer(bare):
            is_flagged = any(
                p.field is field and p.index == index and s and s.start <= found.start() < s.end for p, s in flags
            )
            if found[0] not in right and not is_flagged:
                unmarked.append(f"{found[0]} in {text}")
    return unmarked


FORMATS = {
    "text": reporting.render_text,
    "Markdown": reporting.render_markdown,
    "HTML": reporting.render_html,
}
SENTENCE = re.compile(r"would invest (.{1,90}?) and hire (.{1,90}?) people\b")
FLAGGED = re.compile("[⚑▌]|withheld")
RIGHT = {(f"{amount / 10:g}", str(people)) for _, amount, people in COMPANIES}


def find_silent(rendered: str) -> tuple[int, list[str]]:
    """Of a whole report as its reader sees it: how many of our sentences it has, and those with an unmarked fault."""
    plain = " ".join(html.unescape(re.sub(r"<[^<>]*>|\\(?=\$)", "", rendered)).split())
    told, silent = SENTENCE.findall(plain), list[str]()
    for amount, people in told:
        numbers = [AMOUNTS.search(text) for text in (amount, people) if not FLAGGED.search(text)]
        read = {found[0] for found in numbers if found}
        if not any(read <= set(right) for right in RIGHT):
            silent.append(f"{amount}, {people}")
    return len(told), silent


async def report_day(briefings: tuple[Briefing, ...], model: Model) -> Report:
    stories = tuple(Story((n,)) for n in range(len(briefings)))
    glance = await write_glance(briefings, stories, "2025-11-02", model, load_prompt("glance"))
    edition = Edition(date(2025, 11, 2), glance=glance.lines, glance_note=glance.note)
    return Report("Day", datetime(2025, 11, 2, tzinfo=UTC), briefings, "scripted", edition=edition, stories=stories)


async def brief_pages(count: int) -> AsyncIterator[tuple[Report, OnMismatch, int]]:
    """The day's report of ``PAGE`` so many times, how it deals with faults, and how many figures were given wrong."""
    dump = read_bytes(PAGE.encode(), "page.txt")
    async with FakeServer() as server:
        settings = load_settings(base_url=server.url, calls_in_flight=1)  # one by one, so that the faults are the same
        async with connect(settings) as model:
            for seed in range(count):
                server.reply_to = translator = FaultyTranslator(seed)
                mode = list(OnMismatch)[seed % 3]
                pipeline = Pipeline(
                    model=model, prompt=load_prompt("draft"), repair_prompt=load_prompt("repair"),
                    chunk_tokens=5_000, count_tokens=len, on_mismatch=mode,
                )  # fmt: skip
                yield await report_day(await pipeline.run([dump]), model), mode, translator.faults
        assert server.answered >= 3 * count  # drafts, corrections and glances, all of them over the wire


async def test_over_1000_wrong_figures_not_one_reaches_a_report_unmarked_in_any_format() -> None:
    """Drafts, corrections and the day at a glance all come from a server, over HTTP, that makes mistakes."""
    faults, told, glanced, unmarked = Counter[OnMismatch](), Counter[str](), 0, list[str]()
    async for report, mode, made in brief_pages(100):
        written = reporting.read_json(reporting.render_json(report))
        unmarked += [found for briefing in written.briefings for found in find_unmarked(briefing)]
        view = view_report(report)
        for name, render in FORMATS.items():
            count, silent = find_silent(render(view))
            told[name] += count
            unmarked += [f"{name}: {found}" for found in silent]
        glances = [(line.english, line.items) for line in report.edition.glance] if report.edition else []
        unmarked += [f"glance: {e}" for e, (n,) in glances if e != translate(report.briefings[n].item.text)]
        glanced += len(glances)
        faults[mode] += made
    assert faults.total() >= 1_000
    assert set(faults) == set(OnMismatch)
    assert min(faults.values()) >= 300
    assert glanced >= 50
    assert min(told.values()) >= 100
    assert unmarked == []


MARKED = (*FLAGS, Verdict.DERIVED)
"""What a reader sees at the figure itself: a flag, or the working by which it is said to follow."""
SAMPLE_REPLIES = resources.files("assistant.samples").joinpath("replies.json").read_text(encoding="utf-8")
NUMBER = re.compile(r"(?<![\w,.])\d[\d,]*(?:\.\d+)?(?![\w,]|\.\d)")


def list_texts(draft: Draft) -> list[tuple[Place, str, Callable[[str], Draft]]]:
    """Each English text of a draft that is shown, with the draft that has another in its place."""
    texts: list[tuple[Place, str, Callable[[str], Draft]]] = [
        (Place(Field.HEADLINE), draft.headline, lambda text: replace(draft, headline=text)),
        (Place(Field.SUMMARY), draft.summary, lambda text: replace(draft, summary=text)),
    ]
    for n, claim in enumerate(draft.claims):
        place = Place(Field.CLAIM, n)
        texts.append((place, claim.english, partial(replace_text, draft, place)))
        parts = ("medium", "speaker", "act")
        texts += [(place, getattr(claim.attribution, part), partial(credit, draft, n, part)) for part in parts]
    for translation in draft.translations:
        place = Place(Field.TRANSLATION, translation.segment)
        texts.append((place, translation.english, partial(replace_text, draft, place)))
    for n, name in enumerate(draft.names):
        texts.append((Place(Field.NAME, n), name.english, partial(rename, draft, n)))
    return texts


def credit(draft: Draft, n: int, part: str, text: str) -> Draft:
    claim = draft.claims[n]
    new = replace(claim, attribution=replace(claim.attribution, **{part: text}))
    return replace(draft, claims=(*draft.claims[:n], new, *draft.claims[n + 1 :]))


def rename(draft: Draft, n: int, text: str) -> Draft:
    return replace(draft, names=(*draft.names[:n], replace(draft.names[n], english=text), *draft.names[n + 1 :]))


def inject(text: str, chance: random.Random) -> tuple[str, Span]:
    """The text with one figure of another value, or with one more; and where it stands."""
    numbers = list(NUMBER.finditer(text))
    if not numbers:
        wrong = f"{text} {chance.choice(['73', 'US$3.1 billion', '4,817'])}".strip()
        return wrong, Span(len(text), len(wrong))
    found = chance.choice(numbers)
    wrong = f"{found[0]}{chance.choice('123456789')}" if "." in found[0] else f"{chance.choice('3789')}{found[0]}"
    return text[: found.start()] + wrong + text[found.end() :], Span(found.start(), found.start() + len(wrong))


async def draft_sample() -> tuple[Briefing, ...]:
    pipeline = Pipeline(
        model=RecordedModel(SAMPLE_REPLIES), prompt=load_prompt("draft"), chunk_tokens=3_500, count_tokens=count_tokens,
        on_mismatch=OnMismatch.FLAG,
    )  # fmt: skip
    return await pipeline.run([SAMPLE])


async def test_a_wrong_figure_is_marked_in_whatever_text_it_stands() -> None:
    """Headlines, summaries, claims, their attributions, translations and names of real-looking drafts."""
    chance, faults, silent = random.Random(20251103), Counter[Field](), list[str]()
    for briefing in await draft_sample():
        draft = briefing.draft
        assert draft
        for place, text, put in chance.sample(list_texts(draft), 12):
            wrong, span = inject(text, chance)
            findings = check_draft(briefing.item, put(wrong), briefing.terms)
            faults[place.field] += 1
            marked = [f for f in findings if f.place == place and f.verdict in MARKED]
            if not any(f.span is None or (f.span.start < span.end and span.start < f.span.end) for f in marked):
                silent.append(f"{place.field}: {wrong}")
    assert set(faults) == set(Field) - {Field.ITEM}
    assert faults.total() >= 200
    assert silent == []
