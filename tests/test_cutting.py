"""From any bytes to clean items with clocks and damage: what holds of all stages together, for each form of a dump."""

import json
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import segmenting
from assistant.cutting import cut_all, cut_asking, cut_items
from assistant.prompts import load_prompt
from assistant.reading import clean_text, read_dumps
from assistant.records import Dump, Item
from assistant.stories.duplicates import group_duplicates
from tests.builders import make_dump
from tests.fakes import ScriptedModel

SAMPLES = Path(__file__).parent / "samples" / "reading"
PIECES = st.sampled_from(
    ["國民主席", "今(1)日", "昨（31）日", "銣磁鐵", "\u2ed1", "e\u0301", "\u200b", "\u202e", "１２億元", "……", "。",
     "\n", "！", "\n\n", "\r\n", "民視 ・ 1 天前", "2025/11/01 08:30", "市府公車調漲 學生票維持十五元", "其他人也在看",
     "首頁 即時 國際", "原始連結", "&nbsp;", "□", "\ufffd"]
)  # fmt: skip


def assert_whole(dump: Dump, items: tuple[Item, ...]) -> None:
    """Every character is in one part and in one segment; every span says what stands there, inside its part."""
    assert "".join(span.of(dump.text) for span, _ in segmenting.tile_items(items)) == dump.text
    assert all("".join(segment.text for segment in item.segments) == item.text for item in items)
    for item in items:
        assert item.text == dump.text[slice(*item.span)]
        spans = [span for span in (item.headline, item.outlet, item.age) if span]
        for span in (*spans, *(damage.span for damage in item.damage)):
            assert item.span.start <= span.start < span.end <= item.span.end
            assert item.read(span) == span.of(dump.text)
        for stamp in (item.clock.captured, item.clock.published):
            assert stamp is None or stamp.earliest <= stamp.latest
    news = [item for item in items if item.kind.is_news]
    assert sum(len(story) for story in group_duplicates(news)) == len(news)


@settings(deadline=None)
@given(st.one_of(st.text(min_size=1, max_size=120), st.lists(PIECES, min_size=1, max_size=30).map("".join)))
def test_spans_survive_any_text(text: str) -> None:
    dump = make_dump(clean_text(f"甲{text}")[0])
    assert_whole(dump, cut_items(dump))


async def test_the_work_around_an_answer_is_held_to_its_time_and_the_answer_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = "首頁 | 政治\n一號標題\n[甲報]市府今(3)日說，工程完成。\n又一段。\n\n"
    dump = make_dump(first + "二號標題\n[乙報]縣府昨(2)日說，預算通過。\n又一段。\n")
    left: dict[str, float] = {}

    def watch(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*args: Any) -> Any:
            left[name] = signal.getitimer(signal.ITIMER_REAL)[0]
            return function(*args)

        return watched

    ours = {"split_items", "ask_parts", "apply_parts", "name_site"}
    for name in ours:
        monkeypatch.setattr(segmenting, name, watch(name, getattr(segmenting, name)))
    model = ScriptedModel(watch("answer", lambda _: json.dumps({"parts": []})))
    assert "".join(item.text for item in await cut_asking(dump, model, load_prompt("parts"))) == dump.text
    assert {name for name, seconds in left.items() if seconds > 0} == ours
    assert left["answer"] == 0


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir() if path.name != "README.md"))
def test_spans_hold_in_every_form_of_a_dump(name: str) -> None:
    dumps = [dump for dump in read_dumps(SAMPLES / name) if isinstance(dump, Dump)]
    assert dumps
    for dump in dumps:
        assert_whole(dump, cut_items(dump))


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("page.pdf", [("長橋完工啟用 每日可過8萬輛車", "港灣日報"), ("公車票價十二月調漲 學生票不變", "海港日報")]),
        ("news.json", [("舊港務大樓改建圖書館", "南田日報"), ("海堤步道開放 全長4.5公里", "海岸快訊")]),
        ("atom.xml", [("魚市場搬遷 攤位增至210個", "海岸快訊"), ("渡輪改電動 每年減碳900公噸", "海岸快訊")]),
    ],
)
def test_headlines_and_outlets_are_found_in_every_form(name: str, items: list[tuple[str, str]]) -> None:
    dumps = [dump for dump in read_dumps(SAMPLES / name) if isinstance(dump, Dump)]
    news = [item for dump in dumps for item in cut_items(dump) if item.kind.is_news]
    assert [(item.read(item.headline), item.read(item.outlet)) for item in news] == items
    assert all(item.clock.published for item in news)


def test_many_are_cut_as_each_alone() -> None:
    names = ("page.copied.txt", "portal.ja.copied.txt", "newsletter.eml", "records.jsonl")
    dumps = [dump for name in names for dump in read_dumps(SAMPLES / name) if isinstance(dump, Dump)]
    assert cut_all(dumps) == [cut_items(dump) for dump in dumps]
    assert cut_all([]) == []
