"""The pipeline loses nothing: every news item ends as a briefing or as a named failure, in order."""

import json
import pkgutil
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import checking, limiting
from assistant.checking import whole as all_checks
from assistant.conflicts import find_conflicts
from assistant.cutting import cut_items
from assistant.errors import LostWorkError, RefusedError, StoreError, TimedOutError, WrongKeyError
from assistant.figures import count_places, read_source
from assistant.offloading import run_here
from assistant.pipeline import Pipeline
from assistant.prompts import load_prompt
from assistant.reading import read_bytes
from assistant.records import Briefing, Draft, Dump, Failure, Finding, Item, Model, Request, Status, Term
from assistant.reporting.view import view_item
from assistant.segmenting import tile_items
from tests.fakes import ReplyTo, ScriptedModel
from tests.test_drafting import obey

PAGE = """礦業公司簽署85億美元協議
雙方今(2)日簽署一項價值85億美元的協議。執行長表示,將在3年內開採12萬噸礦石。
當地居民約2,300人受影響。
其他人也在看

市長民調出爐
最新民調顯示,現任者獲得52.6%支持,挑戰者24.9%。
島嶼日報 ・ 3 小時前
颱風逼近東部
氣象單位表示,颱風中心風速每秒43公尺,預計明日登陸...
海岸新聞網 ・ 5 小時前
"""


def make_pipeline(model: Model | None, **options: object) -> Pipeline:
    return Pipeline(model=model, prompt=load_prompt("draft"), chunk_tokens=60, count_tokens=len, **options)  # type: ignore[arg-type]


def read(text: str = PAGE) -> Dump:
    return read_bytes(text.encode(), "page.txt")


async def test_every_news_item_becomes_a_briefing_in_the_order_of_the_page() -> None:
    dump = read()
    briefings = await make_pipeline(ScriptedModel(obey)).run([dump])
    assert [b.item for b in briefings] == [item for item in cut_items(dump) if item.kind.is_news]
    assert [b.status for b in briefings] == [Status.BRIEFED] * 3
    assert all(b.draft and len(b.draft.translations) == len(b.item.sentences) for b in briefings)


async def test_a_misprint_that_the_model_offers_is_noted_where_the_table_has_the_pair() -> None:
    dump = read("稀土漲價\n銣用於發電機的轉子，價格漲了3成。\n某報 ・ 3 小時前\n")
    offered = [{"id": "1.1", "printed": "銣", "meant": "釹"}, {"id": "1.1", "printed": "價", "meant": "億"}]
    (briefing,) = await make_pipeline(ScriptedModel(lambda request: obey(request, misprints=offered))).run([dump])
    assert not cut_items(dump)[0].damage  # the rules alone see nothing here
    assert [(d.kind, d.printed) for d in briefing.item.damage] == [("wrong", "銣")]
    assert "釹 (neodymium) is probably meant (so the model" in " ".join(view_item(briefing).notes)


async def test_without_a_model_the_items_are_kept_with_their_figures_in_english() -> None:
    briefings = await make_pipeline(None).run([read()])
    assert {b.status for b in briefings} == {Status.SOURCE_ONLY}
    assert "US$8.5 billion" in {f.english for f in briefings[0].figures}


async def test_an_item_that_fails_does_not_take_the_others_along() -> None:
    def answer(request: Request) -> str | Exception:
        return RefusedError("no") if "民調" in request.user else obey(request)

    briefings = await make_pipeline(ScriptedModel(answer)).run([read()])
    assert [b.status for b in briefings] == [Status.BRIEFED, Status.FAILED, Status.BRIEFED]
    failed = briefings[1]
    assert failed.failure
    assert failed.failure.kind == "refused"
    assert failed.figures


async def test_a_wrong_key_is_asked_with_once_and_named() -> None:
    model = ScriptedModel(lambda request: WrongKeyError("the key is wrong"))
    pipeline = make_pipeline(model)
    briefings = await pipeline.run([read(), read(PAGE + "又一則新聞。\n")])
    assert {b.status for b in briefings} == {Status.FAILED}
    assert isinstance(pipeline.stopped, WrongKeyError)
    assert len(model.requests) <= 3  # those in flight when the first came back


async def test_each_briefing_is_kept_as_soon_as_it_is_done() -> None:
    kept: list[str] = []
    briefings = await make_pipeline(ScriptedModel(obey), keep=lambda briefing: kept.append(briefing.id)).run([read()])
    assert sorted(kept) == sorted(b.id for b in briefings)


async def test_a_store_that_fails_stops_the_run_with_its_own_error() -> None:
    def keep(briefing: Briefing) -> None:
        raise StoreError("the disk is full")

    with pytest.raises(StoreError, match="disk is full"):
        await make_pipeline(ScriptedModel(obey), keep=keep).run([read(), read()])


async def test_many_dumps_come_back_in_order() -> None:
    dumps = [read(f"第{n}則新聞的標題\n今天有{n}人受傷。\n") for n in range(40)]
    briefings = await make_pipeline(ScriptedModel(obey)).run(dumps)
    assert [b.item.text for b in briefings] == [d.text for d in dumps]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(["good", "slow", "refused", "garbage", "nothing"]), min_size=1, max_size=30))
async def test_whatever_the_model_does_nothing_is_lost(script: list[str]) -> None:
    replies: dict[str, ReplyTo] = {
        "good": obey,
        "slow": lambda request: TimedOutError("slow"),
        "refused": lambda request: RefusedError("no"),
        "garbage": lambda request: "no JSON at all",
        "nothing": lambda request: json.dumps({"items": []}),
    }
    turns = iter(script * 100)
    dump = read()
    model = ScriptedModel(lambda request: replies[next(turns)](request))  # noqa: PLW0108 - the turn is taken at each call
    briefings = await make_pipeline(model).run([dump])
    assert [b.item.index for b in briefings] == [i.index for i in cut_items(dump) if i.kind.is_news]
    assert all((b.draft is None) == (b.status is Status.FAILED) for b in briefings)


def test_the_items_of_every_sample_tile_it() -> None:
    for path in sorted((Path(__file__).parent / "samples").rglob("*.txt")):
        dump = read_bytes(path.read_bytes(), path.name)
        assert "".join(span.of(dump.text) for span, _ in tile_items(cut_items(dump))) == dump.text


REPORT_IT = "Please report it, with the dump if you may."
UNSURE = "雙城市長談交通\n兩人談了1小時\n颱風路徑北偏\n風速每秒30公尺\n"
"""Four lines without a full sentence: two stories, or one?"""


async def test_where_the_rules_are_unsure_the_model_cuts_and_the_items_still_tile() -> None:
    dump = read(UNSURE)
    assert any(item.unsure for item in cut_items(dump))

    def answer(request: Request) -> str:
        if request.schema_name != "parts":
            return obey(request)
        parts = [{"first_line": n, "kind": "article", "headline_line": n, "source_line": 0} for n in (1, 3)]
        return json.dumps({"parts": parts})

    briefings = await make_pipeline(ScriptedModel(answer), parts_prompt=load_prompt("parts")).run([dump])
    assert len(briefings) == 2
    assert "".join(b.item.text for b in briefings) == dump.text


async def test_a_useless_answer_about_the_parts_leaves_them_to_the_rules() -> None:
    def answer(request: Request) -> str:
        return "no idea" if request.schema_name == "parts" else obey(request)

    dump = read(UNSURE)
    briefings = await make_pipeline(ScriptedModel(answer), parts_prompt=load_prompt("parts")).run([dump])
    assert [b.item for b in briefings] == [item for item in cut_items(dump) if item.kind.is_news]


async def test_a_fault_of_our_own_in_one_item_is_named_and_loses_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    real = checking.check_draft

    def check(item: Item, draft: Draft, terms: tuple[Term, ...] = ()) -> tuple[Finding, ...]:
        return real(item, draft, terms) if "民調" not in item.text else (1 // 0,)  # type: ignore[return-value]

    for place in (checking, all_checks):
        monkeypatch.setattr(place, "check_draft", check)
    briefings = await make_pipeline(ScriptedModel(obey)).run([read()])
    assert [b.status for b in briefings] == [Status.BRIEFED, Status.FAILED, Status.BRIEFED]
    assert briefings[1].failure
    assert briefings[1].failure.kind == "internal"


async def test_an_item_whose_check_was_lost_twice_is_named_and_loses_no_other() -> None:
    async def offload(function: Any, item: Item, *rest: Any, **options: Any) -> Any:
        if "民調" in item.text:
            raise LostWorkError.after(["its process was killed (SIGKILL)"] * 2)
        return await run_here(function, item, *rest, **options)

    kept: list[str] = []
    pipeline = make_pipeline(ScriptedModel(obey), offload=offload, keep=lambda briefing: kept.append(briefing.id))
    briefings = await pipeline.run([read()])
    assert [b.status for b in briefings] == [Status.BRIEFED, Status.FAILED, Status.BRIEFED]
    failure = briefings[1].failure
    assert failure
    assert failure.kind == "internal"
    assert "its process was killed (SIGKILL), 2 times" in failure.message
    assert len(kept) == 3


async def test_an_item_of_nothing_but_numbers_is_named_and_neither_asked_about_nor_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limiting, "MAX_FIGURES", 1_000)
    days = read("港口罷工\n\n工會說" + "今(1)日" * 1_100 + "復工。\n其他人也在看\n\n" + PAGE)
    model = ScriptedModel(obey)
    briefings = await make_pipeline(model).run([days, days])
    assert [b.status for b in briefings] == ([Status.FAILED] + [Status.BRIEFED] * (len(briefings) // 2 - 1)) * 2
    failure = briefings[0].failure
    assert failure
    assert "it holds 1,100 numbers and days; the limit of an item is 1,000" in failure.message
    assert not briefings[0].figures
    assert not any("今(1)日今(1)日" in request.user for request in model.requests)
    assert find_conflicts(briefings, [(0, len(briefings) // 2)]) == ()


@pytest.mark.parametrize("words", ["今(1)日", "8萬6,213人、", "明天", "３月"])
def test_figures_are_counted_without_reading_them(words: str) -> None:
    text = "港口" + words * 50 + "罷工"
    assert len(read_source(text)) <= count_places(text) <= 101  # 萬 begins one behind a digit that a stop cuts off


async def test_a_correction_whose_check_never_ends_is_not_taken_and_stops_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def answer(request: Request) -> str:
        if request.schema_name != "corrections":
            return obey(request, summary="It rose by US$85 billion.")
        english = "It is US$8.5 billion, for ever."
        ids = re.findall(r'<text id="([^"]+)"', request.user)
        return json.dumps({"texts": [{"id": number, "english": english, "quote": ""} for number in ids]})

    def check(item: Item, draft: Draft, terms: tuple[Term, ...] = ()) -> tuple[Finding, ...]:
        if "for ever" in draft.summary:
            hung.append(draft)
            raise LostWorkError.after(["it took longer than 5 minutes"])
        return real(item, draft, terms)

    hung: list[Draft] = []
    real = checking.check_draft
    monkeypatch.setattr(checking, "check_draft", check)
    pipeline = make_pipeline(ScriptedModel(answer), repair_prompt=load_prompt("repair"))
    briefings = await pipeline.run([read()])
    assert {b.status for b in briefings} == {Status.BRIEFED}
    assert hung
    assert not pipeline.stopped
    assert all("for ever" not in b.draft.summary for b in briefings if b.draft)


@pytest.mark.parametrize("place", ["model", "assistant.drafting.make_request", "assistant.drafting.read_reply"])
async def test_a_fault_of_our_own_in_asking_is_named_and_loses_no_other(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(given: Any, *rest: Any) -> Any:
        if "民調" in str(given):
            raise KeyError("nobody foresaw it")
        return whole(given, *rest)

    whole: Any = obey
    if place != "model":
        module, _, name = place.rpartition(".")
        whole = getattr(pkgutil.resolve_name(module), name)
        monkeypatch.setattr(place, fail)
    kept: list[str] = []
    model = ScriptedModel(fail if place == "model" else obey)
    pipeline = make_pipeline(model, keep=lambda briefing: kept.append(briefing.id))
    briefings = await pipeline.run([read(), read("又一則新聞的標題\n今天有3人受傷。\n")])
    assert [b.status for b in briefings] == [Status.BRIEFED, Status.FAILED, Status.BRIEFED, Status.BRIEFED]
    failed = briefings[1].failure
    assert failed == Failure("internal", "the program failed on this item (KeyError); the others are done", REPORT_IT)
    assert briefings[1].figures  # the source's figures are there without the model
    assert len(kept) == 4
    assert not pipeline.stopped


async def test_a_fault_of_our_own_beside_a_wrong_key_hides_it_not() -> None:
    def answer(request: Request) -> str | Exception:
        return KeyError("nobody foresaw it") if "民調" in request.user else WrongKeyError("the key is wrong")

    pipeline = make_pipeline(ScriptedModel(answer))
    briefings = await pipeline.run(
        [read("市長民調出爐\n最新民調顯示,現任者獲得52.6%支持。\n"), read("又一則新聞\n3人受傷。\n")]
    )
    assert isinstance(pipeline.stopped, WrongKeyError)
    assert [b.failure.kind for b in briefings if b.failure] == ["internal", "wrong-key"]


@pytest.mark.parametrize("place", ["assistant.chunking.plan_chunks", "assistant.glossary.memory.Memory.hear"])
async def test_a_fault_of_our_own_beside_the_asking_loses_no_other_dump(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder, _, name = place.rpartition(".")
    whole = getattr(pkgutil.resolve_name(holder), name)

    def fail(*given: Any, **options: Any) -> Any:
        if "民調" in str(given):
            raise ArithmeticError("nobody foresaw it")
        return whole(*given, **options)

    monkeypatch.setattr(place, fail)
    bad, good = read("市長民調出爐\n最新民調顯示,現任者獲得52.6%支持。\n"), read("又一則新聞的標題\n今天有3人受傷。\n")
    briefings = await make_pipeline(ScriptedModel(obey)).run([bad, good])
    assert [b.status for b in briefings] == [Status.FAILED, Status.BRIEFED]
    assert briefings[0].failure
    assert "(ArithmeticError)" in briefings[0].failure.message
