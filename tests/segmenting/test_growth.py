"""Work on a dump grows with its length, whatever its lines are."""

from collections.abc import Callable

import pytest

from assistant.reading import read_bytes
from assistant.segmenting import split_items
from tests.growth import grows_linearly

PARAGRAPH = (
    "港區一處水管今（12）日凌晨4時爆裂，造成3,000戶停水約6小時，"
    "搶修人員於上午10時修復，水公司致歉並說明原因，居民多表示無奈。\n"
)
MANY: dict[str, Callable[[int], str]] = {
    "texts": lambda n: "".join(
        PARAGRAPH + "".join(f"第{k}件水管爆裂 停水{j}小時{k}\n" for j in range(10)) for k in range(n)
    ),
    "telegrams": lambda n: "".join(f"14:2{k % 10}:08\n{PARAGRAPH}阅读 {k}万\n" for k in range(n)),
    "comments": lambda n: PARAGRAPH + "".join(f"寫留言\n王{k}說得好啊真的很不錯對吧大家\n" for k in range(n * 4)),
    "insets": lambda n: PARAGRAPH + f"延伸閱讀\n水管汰換編列2.3億元 議員批太慢\n{PARAGRAPH}{PARAGRAPH}" * n,
    "heads": lambda n: "".join(f"水管汰換編列{k}億元 議員批太慢\n2026-02-12 08:30\n{PARAGRAPH}" for k in range(n)),
    "sponsored": lambda n: PARAGRAPH + "水管汰換編列2.3億元 議員批太慢\nSponsored\n" * (n * 4),
    "apart": lambda n: PARAGRAPH + "Sponsored\n\n水管汰換編列2.3億元 議員批太慢\n" * (n * 2),
    "companies": lambda n: PARAGRAPH + "".join(f"關於水公司{k}\n\n\n\n" for k in range(n * 2)) + "\n" * n * 20,
    "sections": lambda n: "".join(f"1{k % 10}:3{k % 6} 生活\n水管汰換編列{k}億元 議員批太慢\n" for k in range(n)),
    "teasers": lambda n: f"水管汰換編列2.3億元 議員批太慢\n{PARAGRAPH}閱讀全文\n" * n,
    "rules": lambda n: f"━━━━━━\n水管汰換\n━━━━━━\n{PARAGRAPH}" * n,
    "facts": lambda n: PARAGRAPH + "時間：12月1日上午10時\n價格\t1,400元\n重量\t2公斤\n" * n,
    "tables": lambda n: PARAGRAPH + "".join(f"台北 {k} 25 30%\n台中 {k} 26 20%\n明天的天氣\n" for k in range(n * 4)),
    "hours": lambda n: "".join(f"{k % 24:02d}:{k % 60:02d}\n水管爆裂停水工會提告{k}\n" for k in range(n * 4)),
    "days": lambda n: "".join(f"2026年2月{k % 28 + 1}日 水管爆裂{k}\n" for k in range(n * 4)),
    "links": lambda n: "".join(f"* 水管爆裂停水第{k}天工會提告\n" for k in range(n * 4)),
    "times": lambda n: "2026-02-12 08:30\n" * n + PARAGRAPH,
}


@pytest.mark.parametrize("name", MANY)
def test_a_dump_of_many_parts_takes_as_long_as_its_length(name: str) -> None:
    assert grows_linearly(lambda n: split_items(read_bytes(MANY[name](n).encode(), "page.txt")), 200)
