"""What sources lose and garble, as data: words that lose a character, characters that are taken for one another.

All patterns meet text with full-width forms folded to ASCII. Traditional and simplified forms stand side by side.
"""

import re
from dataclasses import dataclass

from assistant.characters import HAN
from assistant.patterns import compile_late


@dataclass(frozen=True, slots=True)
class Loss:
    """A word that stands there without its last character."""

    printed: str
    """A pattern for what is left: 國民."""
    lost: str
    """The character that is missing: 黨."""
    sure: str
    """What follows only where the character is missing: 國民主席."""
    unsure_unless: str
    """Words in which the rest is whole: 國民所得, 農民進入. Used where the page has lost the character throughout."""
    before: str = ""
    """What must not stand before it."""


PARTY_TITLES = "(?:前|新任|副)?(?:主席|立委|市?議員|立院黨團|發言人|秘書長|全代會|中常委)"
"""What a party's name stands before, and hardly another word."""
NO_PARTY = compile_late(
    "[國国]民|民[進进]|在野|[執执]政|.[政朋同各兩两大新該该本他多小]|反[對对]|[藍绿綠蓝白].|.[藍绿綠蓝白與与和及的]"
)
"""Not names, or already in the table: 在野黨 may well lose its last character and mean the same."""
_PARTY_FOLLOWS = (
    "主席|新任|副主席|籍|立委|立院|全代會|全代会|中常|中央|黨團|团|團|員|员|议员|議員|縣市|县市|台北|新北|桃園|台中|台南|高雄"
    "|秘書長|秘书长|發言人|发言人|提名|執政|执政|初選|初选|內部|內|不分區|支持者|立場|人士|大老|要角"
)
_SPEAKING = (
    "認為|认为|表示|[說说]|應該|应该|要求|批[評评]|指[控出責责]|呼[籲吁]|回[應应]"
    "|強調|强调|主[張张]|反[對对]|不同意|宣布|推[出派]"
)
"""Verbs of a party: behind 國民 they could be those of the citizens."""
LOSSES: tuple[Loss, ...] = (
    Loss(
        "[國国]民",
        "黨",
        _PARTY_FOLLOWS,
        "[黨党]|所得|年金|中[學学]|小[學学]|外交|政府|革命|大會|大会|義務|义务|身[分份]|法官|健康|教育|生活|待遇|住宅|旅遊"
        "|旅游|卡|兵|警衛|警卫|性|生[產产]|經濟|经济|議會|议会|收入|們|们|[眾众]|體育|体育|[運运][動动]|心理|福祉|代表|主[義义]"
        "|精神|素[質质]|投票|參與|参与|信任|儲蓄|保[險险]|幸福|記憶|品牌|美食|[歌劇偶女老]|觀感|期待|情感|思想|年[會会]|飲食|營養"
        "|营养|運輸|負擔|[權权]|隊|队|[會会]",
        "(?<![中三全公])",
    ),
    Loss(
        "民[進进]",
        "黨",
        _PARTY_FOLLOWS + "|" + _SPEAKING,
        "[黨党]|入|行|[步出場场城京港口到去來来補补修香展度程食取攻擊击逼駐驻軍军貨货價价修屋門门]|[學学]|一步|中央|會中央|会中央"
        "|中小[學学]|[會会]",
        "(?<![人農农居市村難难移災灾漁渔公國国選选網网股平全住牧庶軍])",
    ),
    Loss(
        "[共]產|共产",
        "黨",
        "中央|總書記|总书记|宣言|員|员|人|主席",
        "[黨党]|主[義义]|[國国]|集[團团]|制|社[會会]|化|政[權权]",
    ),
    Loss("陸委|陆委", "會", "主委|副主委|發言人|发言人|今|昨|表示|強調|强调|指出|回[應应]|說|说", "會|会"),
    Loss("金管", "會", "主委|副主委|今|昨|表示|指出|宣布|裁[罰罚]|統計|统计", "會|会|局|法|[學学]"),
    Loss("中[選选]", "會", "主委|副主委|公告", "會|会"),
    Loss("立法", "院", "長韓|长韩|長游|副院|會期|会期", "院"),
)
# words that show, on a page that has lost the character throughout, that it is missing before them
HEADLESS: tuple[tuple[str, str], ...] = (
    (
        "黨",
        rf"(?<![{HAN}黨党])[內内](?:初[選选]|人士|部?派系|大老|同志)|投入[內内]初[選选]|(?<=引起)[內内][擔担][憂忧]",
    ),
    ("黨", r"(?:榮任|呼籲|[與与]|[年多的])員(?=團結|身[分份]|為榮|支持|投票)"),
)


@dataclass(frozen=True, slots=True)
class Confusion:
    """A character printed for another, told by the words around it."""

    printed: str
    meant: str
    context: str
    """A pattern for words of the same sentence that belong to what is meant; empty: the printed form alone tells."""
    unless: str = ""
    """A pattern for words of the same sentence beside which the printed form is right."""
    gloss: tuple[str, str] = ("", "")
    """What the two are in English."""


CONFUSIONS: tuple[Confusion, ...] = (
    Confusion(
        "銣",
        "釹",
        r"磁[鐵铁石]|永磁|風[力電]|風機|[馬马][達达]|鐵硼|電動車",
        r"原子鐘|光譜|雷射冷卻",
        ("rubidium", "neodymium"),
    ),
    Confusion("铷", "钕", r"磁[铁石]|永磁|风[力电]|马达|铁硼|电动车", r"原子钟|光谱", ("rubidium", "neodymium")),
    Confusion("鈰", "鈾", r"濃縮|核電|核武|核燃料|離心機|反應爐", r"稀土|催化|拋光", ("cerium", "uranium")),
    Confusion("釙", "鈈", r"核武|核彈|再處理|核燃料", r"中毒|毒殺|暗殺", ("polonium", "plutonium")),
    Confusion("鎵", "鈣", r"骨質|牛奶|補充劑|骨骼", r"半導體|晶片", ("gallium", "calcium")),
    Confusion("鎘", "鎢", r"鎢絲|鎢鋼|穿甲|硬質合金", r"污染|電池|重金屬|稻米", ("cadmium", "tungsten")),
    Confusion("鋇", "鋰", r"電池|電動車|儲能", r"鋇餐|造影|硫酸", ("barium", "lithium")),
    Confusion("鎘", "鏑", r"磁[鐵石]|永磁|釹|稀土", r"污染|電池|重金屬|稻米", ("cadmium", "dysprosium")),
    Confusion("部暑", "部署", ""),
    Confusion("己經", "已經", ""),
    Confusion("己经", "已经", ""),
    Confusion("自已", "自己", ""),
    Confusion("因該", "應該", "", r"因該[案事公名地區項員國日起]"),
    Confusion("既使", "即使", ""),
    Confusion("一昧", "一味", "", r"三昧"),
    Confusion("候友宜", "侯友宜", ""),
    Confusion("習進平", "習近平", ""),
    Confusion("賴清得", "賴清德", ""),
)
SHAPES = (
    "己已巳", "末未", "日曰", "人入", "土士", "千干于", "文又", "大太犬", "天夭", "鳥烏", "候侯", "戊戌戍",
    "拆折析", "晴睛", "冶治", "辨辯", "薄簿", "撥拔", "侍待", "徒徙", "刺剌", "崇祟", "宣宜", "免兔",
    "斤斥", "遣遺", "壁璧", "卷券", "梁粱", "麗儷", "賀賣", "買賈", "管菅", "晢哲", "柯何", "陳陣",
    "揚楊", "萍苹", "郎朗", "佑祐", "瑋緯", "傅傳", "幹斡",
)  # fmt: skip
"""Characters of like shape, by which a name printed many times tells its own misprint."""

# ---- what pages leave in a text: markup and link text
MARKUP_RESIDUE = compile_late(
    r"&(?:nbsp|amp|lt|gt|quot|#\d{2,5});|</?(?:br|p|div|span|a|img|strong|em|b|i)(?:\s[^<>]{0,300})?/?>"
)
LINK_INSIDE = compile_late(
    r"https?://[!-~]{4,}|[(【\[](?:圖片|影片|图片|视频)?(?:連結|链接)[)】\]](?=\s*$)", re.MULTILINE
)
"""Addresses and labels of links inside a sentence; link text behind the last one is cut off when the page is read."""
LOST = compile_late(f"\ufffd+|(?<=[{HAN}])□+(?=[{HAN}])")
"""Where decoding, or the page itself, put a mark for a character that it could not show."""
