"""The shapes of lines."""

import re

import pytest

from assistant.folding import fold_widths
from assistant.segmenting.lines import SHAPES, Look, read_lines
from evals.pages import load_pages

LINES = sorted({line.strip() for case in load_pages() for line in fold_widths(case.text).splitlines() if line.strip()})
OF_FORMS = (
    "https://example.org/a",
    "02-2345-6789轉分機",
    "台北市大安區和平東路1號3樓",
    "首頁 > 政治 > 選舉 > 民調",
    "附件一.pdf (1.2MB)",
    "某某股份有限公司",
    "(c) 2031 example",
    "延伸閱讀:港口工人罷工進入第三天",
    "2分鐘閱讀",
    "HSI 24,118 ▲0.6% USD/HKD 7.79",
    "語言和地區 繁體中文(台灣)",
    "□ 天氣與潮汐 □ 農產行情",
    "第05版:城事",
    "版面导航",
    "A 外放影片 B 剪指甲",
    "海山銀行 ・ 廣告",
    "圖片來源:海山報",
    "由 海山報 提供",
    "《海山報》(2031年5月3日A3版)",
    "Ads by Haishan",
    "海山電台 東灣海濱道30號2樓",
    "海山新報社 〒100-0000 架空県海山市1-2-3",
)


@pytest.mark.parametrize(
    "line",
    [
        "最低工資調升 29,500元",
        "iPhone新機開賣 $29,900",
        "打開國門,日本觀光體驗升級",
        "このメールは詐欺です 銀行が注意喚起",
        "台北市中山路30號大火 釀三死",
        "【無料】公園の使用 4月から有料に",
        "【免費】營養午餐上路 議員質疑財源",
        "支持獨立調查 立委要求公布報告",
        "加入LINE官方帳號遭騙 老翁損失百萬",
    ],
)
def test_a_headline_that_names_prices_offers_or_addresses_stays_one(line: str) -> None:
    assert read_lines(line)[0].look is Look.HEADLINE


@pytest.mark.parametrize("shape", [shape for shape, _ in SHAPES])
def test_a_shape_finds_its_lines_also_through_the_sieve(shape: re.Pattern[str]) -> None:
    whole = re.compile(shape.pattern, shape.flags)
    matched = [line for line in (*LINES, *OF_FORMS) if whole.fullmatch(line)]
    assert matched
    assert all(map(shape.fullmatch, matched))


def test_a_line_is_read_alike_wherever_it_stands() -> None:
    first, second = (read_lines(text)[-1] for text in ("海山報 ・ 3 小時前", "港口罷工\n  海山報 ・ 3 小時前"))
    assert (first.look, second.look) == (Look.SOURCE, Look.SOURCE)
    assert [second.outlet, second.age] == [span and span.shift(7) for span in (first.outlet, first.age)]
