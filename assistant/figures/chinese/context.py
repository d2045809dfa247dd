"""The unit of a number, by what stands behind it and before it: 個半月, 時速85英里, 發電150億度, 規模6.1."""

from fractions import Fraction

from assistant.figures.chinese.page import Page
from assistant.figures.chinese.units import Unit, read_unit
from assistant.figures.numerals.parts import COLLECTIVES
from assistant.figures.numerals.reading import Numeral
from assistant.figures.tables import find_word
from assistant.figures.values import BARE_DOLLAR, Figure, Kind
from assistant.patterns import compile_late

_MONTH = Unit("月", Kind.DURATION, "mo")
_MINUTES = Unit("分", Kind.DURATION, "min")
_HALF_MINUTES = Unit("分半钟", Kind.DURATION, "min")
_TENTH_OF_JIA = Unit("分", Kind.MEASURE, "甲", Fraction(1, 10))
_CENTURY = Unit("世纪", Kind.DURATION, "a", 100)
_MAO = Unit("毛", Kind.MONEY, "元", Fraction(1, 10))
_MAO_ENDS, _MAO_DIGITS = (
    compile_late(
        "毛(?=[，。；、,;）)]|[一二三四五六七八九](?![十百千万个位人件张])|[一二三四五六七八九]分|$)",
        needs="毛",
        within=1,
    ),
    "一二三四五六七八九两几",
)
_HONG_KONG = {
    "仙": Unit("仙", Kind.MONEY, BARE_DOLLAR, Fraction(1, 100)),
    "毫": Unit("毫", Kind.MONEY, BARE_DOLLAR, Fraction(1, 10)),
}
"""Parts of a Hong Kong dollar: 每股派息9仙, 加價5毫."""
_HONG_KONG_ENDS = compile_late(
    r"(?<=[0-9])仙(?![人女子人草境岛台游居丹剑侠鹤姿贝桃]|股(?![息利]))|(?<=[0-9二三四五六七八九两])毫(?![米升克秒安伏瓦巴居雷无不西贝子末厘])",
    needs="仙 毫",
    within=1,
)
_SEN = Unit("钱", Kind.MONEY, "JPY", Fraction(1, 100))
_TENTH_OF_YUAN, _CENT_OF_YUAN = (
    Unit(word, Kind.MONEY, "元", Fraction(1, parts)) for word, parts in (("角", 10), ("分", 100))
)
_QUARTER_POINTS = Unit("码", Kind.BASIS_POINTS, "bp", 25)
"""What Taiwan's central bank moves rates by: 升息2碼."""
_DOZEN = compile_late(r"打(?=[鸡鸭啤蛋毛袜笔酒铅玫生雪手杯瓶内口红白羊盘蜡纽]|之多|以上|左右|[^\w]|$)")
"""一打雞蛋; elsewhere 打 is a verb."""
_BY_CONTEXT = frozenset("码角分平")
_SQUARE_METRES = Unit("平", Kind.MEASURE, "m2")
_PLAYED = compile_late(
    "[胜负败赢输]|[0-9一二三四五六七八九零][比:-][0-9一二三四五六七八九零]|踢|[球战联]赛",
    needs="胜 负 败 赢 输 比 : - 踢 赛",
)
"""A text of results, where 平 is a draw; of a room it is a square metre."""
_RATES = compile_late(r"息|央行|联准|利率|准备[率金]|[调提][升高降]了?$|[升降][半一两二三四五0-9.]+$")
_EXCHANGE = compile_late(
    r"(?:[升贬]值?[约逾近了]?|兑(?:港[元币]|人民币|新?台币)?(?:报|[升跌][至到]?)?)[一二三四五六七八九0-9.]+$",
    needs="升 贬 兑",
)
_MARKS = compile_late("评分|[得积总比]分|分数|民望|支持[率度]|满意度|声望|好感")
"""A text of marks and ratings, where 升0.8分 is no money."""
_DEARER = compile_late(r"[高低涨跌贵升降]了?[约近逾]?(?:[一二三四五六七八九两十]{1,3}|[0-9.]{1,4})$")
_EACH = compile_late(r"每(?:[公市]?[斤吨升度]|加仑|盎司|磅|桶|蒲式耳|英斗)", needs="每")
"""每斤1.08元，比上年高4分."""
_PAID_OUT = compile_late(
    r"(?:每股|股息|股利|派息|红利|[涨降加减]价|[票售定油]价|邮资)(?!指数)[^，。；、,;]{0,8}[0-9一二三四五六七八九两十]$",
    needs="股 息 红利 价 邮资",
)
"""股息調高2分, 郵票漲價兩分, where 分 can be nothing but a hundredth of money."""
_BY_THE_DOZEN = compile_late("(?:[蛋酒笔巾袜杯饼蚝瓶]|每)[一二两三四五六半几0-9]{1,2}$")
"""雞蛋一打漲到, 每一打."""
_FEW = 4
_WITH_CENTS = frozenset({"USD", "EUR", "AUD", "CAD", "SGD", "NZD", "HKD"})
_PAID = compile_late(
    r"(?:[罚付花收赚给卖买值欠缴涨跌降贵省赔捐投存加减]了?[约近逾]?|[价钱费资][约只]?|[只仅]要)(?:[一二三四五六七八]至)?[一二三四五六七八九两几]$"
)
"""罰五角: of so many corners (三角, 冰山一角) nobody pays."""
_NO_TENTH = frozenset("形色度落铁钢龙大战关川洲恋尖架柱锥帽板凳粽债旗楼星")
_SECONDS_APART = 4
"""At most so many characters lie between 1小時 and the end of the number in 40分."""

_SECONDS_AFTER = compile_late(r" ?分 ?[0-9一二三四五六七八九十]{1,3}(?:\.[0-9]+)?秒")
"""3分15秒."""
_LOOK_BACK = 16
_REACHING = r"[为约达近逾超过到仅至的是可]{0,4}$"
_SPEED = compile_late(r"(?:时速|每小时|每个小时|每时)" + _REACHING)
_KNOTS = compile_late(
    r"(?:[航船时流极风空]速|速度|最快|阵风|[逆顺侧]风|风力|每小?时)(?!计)[^，。；、0-9]{0,5}$", needs="速 快 风 时"
)
_KNOTS_BEHIND = compile_late(r" ?(?:左右)?的?(?:[航船时流极风空]速|速度|阵风|[逆顺侧强大]风|风[速力])")
_EACH_SECOND = compile_late(r"(?:秒速|每秒)" + _REACHING)
_WIND_SPEED = compile_late(
    r"(?:风速(?!计|仪|表)[^，。；、,离距浪]{0,8}|阵风(?:[达约至为逾超可恐将更有到过]|上看|最[大高强]|瞬间)*)$",
    needs="风速 阵风",
)
_STRETCH = frozenset("高长宽深厚远外处浪巨大海")
"""What tells that metres behind a wind are none a second: 陣風35公尺高處, 風速增強3公尺浪高."""
_PER_HOUR = {"km": "km/h", "[mi_i]": "[mi_i]/h", "[nmi_i]": "[kn_i]"}
_POWERED = ("电", "的电", "绿电")
_HEAT = compile_late(r"[温热冷烧暖摄]|零下")
_FAHRENHEIT = compile_late("华氏(?:零下)?$")
_KELVIN = compile_late("(?:绝对温度|绝对零度以?上|[凯开]氏|[凯开]尔文)(?:为|是|约|达|只有|仅)?$")
_NEAR_HEAT = 6
_RICHTER = compile_late(r"(?:规模|里氏|芮氏|里氏震级|震级|マグニチュード)" + _REACHING)
_STRONGEST_QUAKE = 10
_SHAKING = compile_late(r"(?:震度|烈度)" + _REACHING)
# 震度6強: what stands behind a number of such a scale is no counter
_FAR = 60
_KEPT = compile_late(r"(?<!确)[保破坐望]$")
_GROWTH = compile_late(r"成长率|增长率|经济成长|经济增长|GDP|增速")
_NO_UNITS = frozenset("级强弱")
_QUAKE = compile_late(r"(?:以上)?.{0,4}地震")
_BLOWING = compile_late(r"风力?" + _REACHING)
_WIND = compile_late(r"(?:以上)?.{0,2}风")


def unit_after(page: Page, end: int) -> Unit | None:
    """The unit behind a number, one space skipped; 個半月 is a month and leaves the half to the amount."""
    at = page.skip(end)
    half = "半" if page.folded[end - 1] in COLLECTIVES else "个半"
    if half == "半" and page.folded.startswith("月", at):
        return _MONTH
    if page.folded.startswith(half, at):
        return _read_half_more(page, at, half)
    if page.folded.startswith("分半钟", at):
        return _HALF_MINUTES  # 6分半鐘
    if page.folded.startswith("个多", at):
        unit = read_unit(page.folded, at + 2)
        if unit and unit.kind is Kind.DURATION:  # 兩個多小時
            return unit._replace(word="个多" + unit.word)
    if _DOZEN.match(page.folded, at) or (
        page.folded.startswith("打", at) and _BY_THE_DOZEN.search(page.folded, max(0, end - 5), end)
    ):
        return Unit("打", Kind.COUNT, "个", 12)
    is_against = page.folded.startswith("对", at) and page.after(at + 1).isdigit()  # 3.61億對1.3億 are no pairs
    return None if is_against else _small_money(page, at, end) or _unit_by_context(page, at, end)


def _read_half_more(page: Page, at: int, half: str) -> Unit:
    """The unit behind 個半, or behind the 半 of 俩半."""
    begin = at + len(half)
    unit = _MONTH if page.folded.startswith("月", begin) else read_unit(page.folded, begin)
    if page.folded.startswith("世纪", begin):
        unit = _CENTURY
    if unit is None or unit.kind is not Kind.DURATION:
        return Unit(half, Kind.COUNT, "个")
    return unit._replace(word=half + unit.word)


def _small_money(page: Page, at: int, end: int) -> Unit | None:
    """62銭円安, where the 錢 of Taiwan weighs gold; 每度電六毛, where 毛 may be hair."""
    if page.text.startswith("銭", at):
        return _SEN
    if _HONG_KONG_ENDS.match(page.folded, at):
        return _HONG_KONG[page.folded[at]]
    return _MAO if page.folded[end - 1] in _MAO_DIGITS and _MAO_ENDS.match(page.folded, at) else None


def _unit_by_context(page: Page, at: int, end: int) -> Unit | None:
    unit = read_unit(page.folded, at)
    if unit is None or unit.word not in _BY_CONTEXT:
        return unit
    if unit.word == "平":
        return unit if find_word(_PLAYED, page.folded) else _SQUARE_METRES
    return _unit_of_markets(page, end, unit)


def _unit_of_markets(page: Page, end: int, unit: Unit) -> Unit | None:
    """碼, 角 and 分 of interest and exchange rates: 升息2碼 is 50 basis points, 貶值3分 NT$0.03."""
    before = page.before(end, _LOOK_BACK)
    if unit.word == "码":
        return _QUARTER_POINTS if _RATES.search(before) else unit
    if unit.word == "分":
        return _read_fen(page, end, unit, is_rate=_EXCHANGE.search(before) is not None)
    if _EXCHANGE.search(before):
        return _TENTH_OF_YUAN
    if _PAID.search(before) and page.folded[page.skip(end) + 1 : page.skip(end) + 2] not in _NO_TENTH:
        return _TENTH_OF_YUAN
    return unit if page.folded[end - 1].isascii() else None  # 三角 is a shape


def _read_fen(page: Page, end: int, unit: Unit, *, is_rate: bool) -> Unit:
    """What 分 is, by the figure before it and the text: a hundredth of a yuan, a tenth of a 甲, a minute, a point."""
    last = page.figures[-1] if page.figures else None
    apart = end - last.span.end if last else _LOOK_BACK
    if last and apart == 1 and last.kind is Kind.MONEY and last.surface[-1] in "角毛元块":
        return _CENT_OF_YUAN  # 1角2分
    if last and apart == 1 and last.unit == "甲":
        return _TENTH_OF_JIA  # 一甲二分
    # 每百日圓兌4.7分，升1.2分
    is_rate = is_rate or bool(last and last.kind is Kind.MONEY and last.surface[-1] == "分" and "兑" in page.folded)
    if (is_rate or _is_price(page, end)) and not _MARKS.search(page.folded):
        return _CENT_OF_YUAN if is_rate else _cent_of(last)
    follows_hours = last is not None and last.unit == "h" and apart <= _SECONDS_APART  # 1小時40分
    return _MINUTES if follows_hours or _SECONDS_AFTER.match(page.folded, end) else unit


def _is_price(page: Page, end: int) -> bool:
    """Whether 分 are what something costs or pays: each catty, each share, or as those told before."""
    if _DEARER.search(page.folded, max(0, end - 6), end) and find_word(_EACH, page.folded):
        return True
    return bool(_PAID_OUT.search(page.folded, max(0, end - _LOOK_BACK), end)) or any(
        map(_is_in_cents, page.figures[-_FEW:])
    )


def _is_in_cents(figure: Figure) -> bool:
    """Whether a figure tells so many 分 of money; those behind it are of money too: 派息5分，較去年多1分."""
    return figure.kind is Kind.MONEY and figure.surface[-1] == "分"


def _cent_of(last: Figure | None) -> Unit:
    """A hundredth of what the text tells money in: of Australian dollars behind 3.18億澳元."""
    is_named = last is not None and last.kind is Kind.MONEY and last.unit in _WITH_CENTS
    return _CENT_OF_YUAN._replace(unit=last.unit) if last and is_named else _CENT_OF_YUAN


_DONE_AGAIN = frozenset("夺获登闯晋出当连蝉封捧挑参访赴荣叩角问执拜破遭被越受击延修要发申入造落负")
"""Behind 度 it says how often something was done: 三度奪冠, 四度訪台."""


def unit_in_context(page: Page, numeral: Numeral, unit: Unit | None, end: int) -> tuple[Kind, str]:
    """Kind and unit of a number, by all the words around it."""
    if unit is None and _is_growth(page, numeral):
        return Kind.PERCENT, "%"
    if unit and unit.word == "节" and _is_in_knots(page, numeral, end):
        return Kind.MEASURE, "[kn_i]"
    if unit and unit.word == "度" and page.folded[end : end + 1] in _DONE_AGAIN:
        return Kind.COUNT, "次"
    if unit is None or unit.unit in _NO_UNITS:
        return _scale_of(page, numeral, end) or (Kind.COUNT, unit.unit if unit else "")
    if unit.unit == "元":
        return Kind.MONEY, page.yuan
    return unit.kind, _rate_or_energy(page, numeral, unit, end)


def _is_in_knots(page: Page, numeral: Numeral, end: int) -> bool:
    """Whether 節 are knots: beside words of speed or of wind, 航速18節, 300節的速度."""
    if _KNOTS.search(page.before(numeral.start, _LOOK_BACK)):
        return True
    return _KNOTS_BEHIND.match(page.folded, end) is not None


def _is_growth(page: Page, numeral: Numeral) -> bool:
    """Whether a bare number is a rate of growth: 經濟成長率保三, GDP破四."""
    is_kept = _KEPT.search(page.folded, max(0, numeral.start - 2), numeral.start) is not None
    return (
        is_kept
        and numeral.high < 10
        and _GROWTH.search(page.folded, max(0, numeral.start - _FAR), numeral.start) is not None
    )


def _scale_of(page: Page, numeral: Numeral, end: int) -> tuple[Kind, str] | None:
    """Earthquakes and winds, whose numbers have no unit: 規模6.1, 7級以上地震, 震度5, 8級陣風."""
    before = page.before(numeral.start, _LOOK_BACK)
    if _RICHTER.search(before) and numeral.high <= _STRONGEST_QUAKE:
        return Kind.MEASURE, "magnitude"
    if _SHAKING.search(before):
        return Kind.MEASURE, "intensity"
    if page.folded[end - 1] == "级":
        if _QUAKE.match(page.folded, end):
            return Kind.MEASURE, "magnitude"
        if _WIND.match(page.folded, end) or _BLOWING.search(before):
            return Kind.MEASURE, "beaufort"
    return None


def _rate_or_energy(page: Page, numeral: Numeral, unit: Unit, end: int) -> str:
    """時速85英里 is a speed, 發電150億度 energy, 氣溫36度 a temperature."""
    code = unit.unit
    if code in _PER_HOUR and _SPEED.search(page.before(numeral.start, _LOOK_BACK)):
        return _PER_HOUR[code]
    if code == "m" and _is_of_wind(page, numeral, unit, end):
        return "m/s"  # the speed of a wind is in metres a second, which Japanese leaves out
    if code == "kg" and unit.word == "キロ" and _SPEED.search(page.before(numeral.start, _LOOK_BACK)):
        return "km/h"
    return _degrees(page, numeral, end) if code == "deg" else code


def _is_of_wind(page: Page, numeral: Numeral, unit: Unit, end: int) -> bool:
    """Whether metres are those of a second; a height, a length or waves behind them are no wind's."""
    before = page.before(numeral.start, _LOOK_BACK)
    if _EACH_SECOND.search(before):
        return True
    is_stretch = unit.word[-1] in _STRETCH or page.folded[end : end + 1] in _STRETCH
    return not is_stretch and _WIND_SPEED.search(before) is not None


def _degrees(page: Page, numeral: Numeral, end: int) -> str:
    """The unit of 度: of Fahrenheit where it says so, of energy, or of temperature."""
    before = page.before(numeral.start, _LOOK_BACK)
    if _FAHRENHEIT.search(before):
        return "[degF]"
    if _KELVIN.search(before):
        return "K"
    is_heat = _HEAT.search(before[-_NEAR_HEAT:]) is not None
    if ("电" in before and not is_heat) or page.folded.startswith(_POWERED, end):
        return "kW.h"
    return "Cel" if _HEAT.search(before) else "deg"
