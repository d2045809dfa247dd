"""A first check, of a text of our own: it imports what checks need and compiles their patterns, before work arrives."""

from itertools import accumulate

from assistant import checking
from assistant.records import Claim, Draft, Item, ItemKind, Name, Role, Segment, Span, Translation

TOLD = (
    ("海運公司訂造12艘貨櫃船 金額26.4億美元", "Shipping firm orders 12 container ships for US$2.64 billion"),
    (
        "海運公司昨(1)日宣布，斥資26億4千萬美元訂造12艘貨櫃船，較去年增加3成。",
        "The shipping company announced on 1 November [昨(1)日] that it would spend US$2.64 billion on 12 container"
        " ships, 30 per cent more than last year.",
    ),
    (
        "董事長林柏舟表示：「新船可減少21.5%的碳排放。」",
        "Chairman Lin Po-chou (林柏舟) said: “The new ships can cut carbon emissions by 21.5 per cent.”",
    ),
    (
        "民調有效樣本1,083份，領先18.3個百分點，法案以58票對53票通過。",
        "The poll has 1,083 valid answers, a lead of 18.3 percentage points; the bill passed by 58 votes to 53.",
    ),
    (
        "上午9時30分，5,500公尺外約200人受傷，其中兩人死亡，市長說損失逾3萬元。",
        "At 9:30 a.m. about 200 people were injured 5,500 metres away, two of whom died; the mayor of Taipei said the"
        " loss was more than NT$30,000.",
    ),
)
"""Sentences in Chinese and in English, with a figure of every common kind, names and words in quotation marks."""


def check_sample() -> None:
    """Check it; what is found is nobody's business."""
    checking.check_item(*make_sample())


def make_sample() -> tuple[Item, Draft]:
    """The sentences as an item and its draft."""
    ends = list(accumulate(len(chinese) + 1 for chinese, _ in TOLD))
    segments = tuple(
        Segment(index, Span(end - len(chinese) - 1, end), f"{chinese}\n", Role.SENTENCE if index else Role.HEADLINE)
        for index, ((chinese, _), end) in enumerate(zip(TOLD, ends, strict=True))
    )
    text = "".join(segment.text for segment in segments)
    item = Item(0, ItemKind.ARTICLE, Span(0, len(text)), text, segments, headline=segments[0].span)
    translations = tuple(Translation(index, english) for index, (_, english) in enumerate(TOLD))
    claim = Claim(TOLD[2][1], (2,), "新船可減少21.5%的碳排放")
    name = Name("林柏舟", "Lin Po-chou", "person")
    return item, Draft(TOLD[0][1], TOLD[1][1], translations, (claim,), (name,))
