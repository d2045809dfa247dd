"""Right drafts spoiled in one way each: whoever invents, swaps, skips or forges is flagged at its place."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from assistant.checking import check_draft
from assistant.checking.names import check_names
from assistant.checking.tracing import Tracer
from assistant.glossary import Glossary, load_shipped
from assistant.records import Attribution, Claim, Draft, Field, Item, Name, Place
from tests.builders import make_item
from tests.checking.samples import load_demo

EMPTY = Glossary(())
Spoiled = tuple[Item, Draft, str, Place]
"""The item, the draft, the check that must flag it, and where."""


def with_claim(draft: Draft, n: int, claim: Claim) -> Draft:
    return replace(draft, claims=(*draft.claims[:n], claim, *draft.claims[n + 1 :]))


def swap_speakers() -> Iterator[Spoiled]:
    everybody = [claim.attribution for _, draft in load_demo() for claim in draft.claims]
    for number, (item, draft) in enumerate(load_demo()):
        own = {claim.attribution.speaker for claim in draft.claims}
        strangers = [a.speaker for a in everybody if a.speaker.istitle() and a.speaker not in own]
        for n, claim in enumerate(draft.claims):
            stranger = Attribution(claim.attribution.medium, strangers[(number + n) % len(strangers)])
            yield item, with_claim(draft, n, replace(claim, attribution=stranger)), "attribution", Place(Field.CLAIM, n)


def invent_media() -> Iterator[Spoiled]:
    for item, draft in load_demo():
        for n, claim in enumerate(draft.claims):
            for medium in ("Reuters", "Xinhua", "The New York Times"):
                if medium != claim.attribution.medium:
                    chain = replace(claim.attribution, medium=medium)
                    spoiled = with_claim(draft, n, replace(claim, attribution=chain))
                    yield item, spoiled, "attribution", Place(Field.CLAIM, n)


def skip_sentences() -> Iterator[Spoiled]:
    for item, draft in load_demo():
        for skipped in draft.translations[:3]:
            kept = tuple(t for t in draft.translations if t is not skipped)
            yield item, replace(draft, translations=kept), "translation", Place(Field.TRANSLATION, skipped.segment)


def leave_chinese() -> Iterator[Spoiled]:
    for item, draft in load_demo():
        for n, translation in enumerate(draft.translations[:3]):
            same = replace(translation, english=item.segments[translation.segment].text.strip())
            texts = (*draft.translations[:n], same, *draft.translations[n + 1 :])
            yield item, replace(draft, translations=texts), "translation", Place(Field.TRANSLATION, translation.segment)


def invent_persons() -> Iterator[Spoiled]:
    for item, draft in load_demo():
        for person in ("Secretary Marcus Hollins", "Lin Ta-wei", "Analyst Erika Vogt"):
            summary = f"{draft.summary} {person} said the figures were right."
            yield item, replace(draft, summary=summary), "name", Place(Field.SUMMARY)


def forge_notices() -> Iterator[Spoiled]:
    for item, draft in load_demo():
        summary = f"[figure withheld: source 999億歐元] {draft.summary}"
        yield item, replace(draft, summary=summary), "figure", Place(Field.SUMMARY)


def pair_with_strangers() -> Iterator[Spoiled]:
    for item, draft in load_demo():
        names = (*draft.names, Name("張偉平", "Chang Wei-ping", "person"))
        yield item, replace(draft, names=names), "name", Place(Field.NAME, len(draft.names))


@pytest.mark.parametrize(
    "spoil",
    [
        swap_speakers, invent_media, skip_sentences, leave_chinese, invent_persons, forge_notices, pair_with_strangers,
    ],
)  # fmt: skip
def test_what_is_spoiled_is_flagged_at_its_place(spoil: object) -> None:
    count, missed = 0, list[Place]()
    for item, draft, check, place in spoil():  # type: ignore[operator]
        count += 1
        flags = [f for f in check_draft(item, draft) if f.verdict.is_flag]
        if not any(f.check == check and f.place == place for f in flags):
            missed.append(place)
    assert count >= 18
    assert missed == []


@pytest.mark.parametrize(
    ("original", "english", "flagged"),
    [
        ("施敬棠", "Shih Ching-tang", False), ("施敬棠", "Wang Hsiao-ming", True), ("施敬棠", "Shi Ching-tang", False),
        ("李在明", "Lee Jae-myung", False), ("李在明", "Kim Jae-myung", True), ("柯建文", "Ker Chien-wen", False),
        ("馬克宏", "Emmanuel Macron", False), ("陸克文", "Kevin Rudd", False), ("托文德", "Aksel Torvund", False),
        ("龘敬棠", "Wang Ching-tang", False),
    ],
)  # fmt: skip
def test_a_romanised_name_begins_with_the_surname_that_its_characters_spell(
    original: str, english: str, flagged: bool
) -> None:
    draft = Draft("", f"{english} spoke.", (), (), (Name(original, english, "person"),))
    (finding,) = check_names(Tracer(make_item(f"{original}發言。"), draft, load_shipped()))
    assert finding.verdict.is_flag is flagged


def test_no_name_of_the_shipped_table_is_taken_for_another_surname() -> None:
    people = [term for term in load_shipped().terms if term.kind == "person"]
    pairs = [Name(original, english, "person") for t in people for original in t.originals for english in t.english]
    item = make_item(*(f"{name.original}。" for name in pairs))
    found = [
        f
        for n in pairs
        for f in check_names(Tracer(item, Draft("", "", (), (), (n,)), EMPTY))
        if "not written" in f.why
    ]
    assert len(pairs) > 400
    assert found == []
