"""The English words that make figures: tables only."""

import re
from collections.abc import Iterable
from fractions import Fraction

from assistant.figures.values import BARE_DOLLAR, Approximation, Interval, Number

UNITS_AND_TEENS: dict[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: dict[str, int] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES: dict[str, int] = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "dozen": 12, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
# after digits only: "$8.5bn", "100k"
SHORT_SCALES: dict[str, int] = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9, "tn": 10**12,
    "trn": 10**12,
}  # fmt: skip
# word -> the least and the most it may mean
VAGUE: dict[str, tuple[int, int]] = {
    "tens": (10, 99), "dozens": (20, 99), "scores": (20, 199), "hundreds": (100, 999), "thousands": (1000, 99_999),
    "millions": (10**6, 10**9 - 1), "billions": (10**9, 10**12 - 1), "trillions": (10**12, 10**15 - 1),
}  # fmt: skip
# "several hundred" is VAGUE_QUANTIFIERS["several"] times a hundred
VAGUE_QUANTIFIERS: dict[str, tuple[int, int]] = {"several": (2, 9), "few": (2, 9), "couple": (2, 3), "many": (2, 99)}
ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 1000,
}  # fmt: skip
DENOMINATORS: dict[str, int] = {
    "half": 2, "halves": 2, "quarter": 4, "quarters": 4, "tenths": 10,
    **{name: n for name, n in ORDINALS.items() if n > 2},
    **{name + "s": n for name, n in ORDINALS.items() if n > 2},
}  # fmt: skip
# word -> how many times as much
MULTIPLES: dict[str, Number] = {
    "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "twice": 2, "twofold": 2, "triple": 3, "tripled": 3,
    "triples": 3, "tripling": 3, "thrice": 3, "treble": 3,
    "trebled": 3, "trebles": 3, "trebling": 3, "threefold": 3, "quadruple": 4, "quadrupled": 4, "fourfold": 4,
    "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10, "hundredfold": 100,
    "halve": Fraction(1, 2), "halved": Fraction(1, 2), "halving": Fraction(1, 2),
}  # fmt: skip
MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1)
    for name in names.split()
}  # fmt: skip
WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        ("monday mondays", "tuesday tuesdays", "wednesday wednesdays", "thursday thursdays", "friday fridays",
         "saturday saturdays", "sunday sundays"), start=1)
    for name in names.split()
}  # fmt: skip
# days that English calls by a name -> month, day
NAMED_DAYS: dict[str, tuple[int, int]] = {
    name: (month, day)
    for month, day, names in (
        (1, 1, ("new year's day", "new year day")), (12, 31, ("new year's eve",)), (12, 24, ("christmas eve",)),
        (12, 25, ("christmas day",)), (2, 14, ("valentine's day",)),
        (5, 1, ("labor day", "labour day", "international workers' day")),
        (10, 31, ("halloween",)), (11, 11, ("singles' day", "singles day", "double 11", "double eleven")),
        (3, 8, ("international women's day", "women's day")),
        (6, 1, ("children's day", "international children's day")),
        (9, 10, ("teachers' day",)), (5, 5, ("dragon boat festival",)), (9, 9, ("double ninth festival",)),
        (8, 15, ("mid-autumn festival", "moon festival")), (7, 7, ("qixi festival",)), (1, 15, ("lantern festival",)),
        (7, 0, ("ghost month",)),
        (7, 15, ("ghost festival", "zhongyuan festival")), (10, 10, ("double ten", "double tenth")),
        (2, 28, ("peace memorial day",)), (8, 1, ("army day",)), (12, 8, ("laba festival",)),
        (3, 15, ("consumer rights day", "world consumer rights day")),
    )
    for name in names
}  # fmt: skip
AGES: dict[str, int] = (
    {"teens": 10}
    | {name[:-1] + "ies": value for name, value in TENS.items()}
    | {
        f"{stem}genarian{s}": value
        for stem, value in (("sexa", 60), ("septua", 70), ("octo", 80), ("nona", 90))
        for s in ("", "s")
    }
)
# words that say a number of persons or things without naming it; soft
GROUPS: dict[str, int] = {
    "both": 2, "pair": 2, "couple": 2, "duo": 2, "neither": 2, "either": 2, "twin": 2, "twins": 2, "bilateral": 2,
    "trio": 3, "trilateral": 3, "centennial": 100, "centenary": 100, "bicentennial": 200, "bicentenary": 200,
    "tercentenary": 300, "sesquicentennial": 150, "quartet": 4, "foursome": 4, "foursomes": 4,
}  # fmt: skip
# words for a stretch of years without a number
LONG_TIMES: dict[str, Interval] = {"decades": Interval(20, 99), "centuries": Interval(200, 999)}

# what follows a number -> unit (UCUM, or as in `units`). Plurals with "s" are understood.
MEASURES: dict[str, str] = {
    "second": "s", "sec": "s", "minute": "min", "min": "min", "hour": "h", "hr": "h", "day": "d", "night": "night",
    "week": "wk", "month": "mo", "year": "a", "yr": "a", "millisecond": "ms", "microsecond": "us", "nanosecond": "ns",
    "fortnight": "fortnight", "decade": "decade", "century": "century", "centurie": "century", "weekend": "weekend",
    "metre": "m", "meter": "m", "kilometre": "km", "kilometer": "km", "km": "km", "centimetre": "cm",
    "centimeter": "cm", "cm": "cm", "millimetre": "mm", "millimeter": "mm", "mm": "mm", "micron": "um",
    "micrometer": "um", "nanometer": "nm", "nanometre": "nm", "nm": "nm", "inch": "[in_i]", "inche": "[in_i]",
    "foot": "[ft_i]", "feet": "[ft_i]", "ft": "[ft_i]",
    "yard": "[yd_i]", "mile": "[mi_i]", "nautical mile": "[nmi_i]", "li": "里",
    "light-year": "[ly]", "astronomical unit": "[au]", "parsec": "[pc]", "light year": "[ly]",
    "square metre": "m2", "square meter": "m2", "sq m": "m2", "sqm": "m2", "square kilometre": "km2", "m²": "m2",
    "square kilometer": "km2", "sq km": "km2", "km²": "km2", "square mile": "[smi_us]", "square foot": "[sft_i]",
    "square feet": "[sft_i]", "sq ft": "[sft_i]", "sq. ft": "[sft_i]", "sqft": "[sft_i]", "sq. m": "m2",
    "sq. km": "km2", "sq mile": "[smi_us]", "sq. mile": "[smi_us]", "sq mi": "[smi_us]", "sq. mi": "[smi_us]",
    "square centimeter": "cm2", "square centimetre": "cm2", "hectare": "har", "ha": "har",
    "acre": "[acr_us]", "mu": "畝", "mou": "畝", "ping": "坪", "jia": "甲", "tsubo": "坪", "tatami mat": "畳",
    "tatami": "畳", "chi": "尺", "cun": "寸", "zhang": "丈",
    "litre": "L", "liter": "L",
    "kilolitre": "kL", "kiloliter": "kL",
    "millilitre": "mL", "milliliter": "mL", "ml": "mL", "cubic metre": "m3", "m³": "m3",
    "cubic meter": "m3", "cubic centimeter": "cm3", "cubic foot": "[cft_i]", "cubic feet": "[cft_i]", "cu m": "m3",
    "cu ft": "[cft_i]", "cu. ft": "[cft_i]",
    "cubic kilometer": "km3",
    "cubic kilometre": "km3", "cubic yard": "[cyd_i]", "cubic inch": "[cin_i]", "square yard": "[syd_i]",
    "square inch": "[sin_i]", "pint": "[pt_us]", "barrel": "[bbl_us]", "gallon": "[gal_us]",
    "gram": "g", "kilogram": "kg", "kilo": "kg", "kg": "kg", "milligram": "mg", "mg": "mg", "microgram": "ug",
    "tonne": "t", "ton": "t", "metric ton": "t", "pound": "[lb_av]", "lb": "[lb_av]", "ounce": "[oz_av]",
    "oz": "[oz_av]", "stone": "[stone_av]", "fen": "fen",
    "jin": "斤", "catty": "斤", "cattie": "斤", "tael": "兩", "taijin": "台斤", "qian": "錢",
    "terawatt-hour": "TW.h", "gigawatt-hour": "GW.h", "megawatt-hour": "MW.h", "terawatt hour": "TW.h",
    "gigawatt hour": "GW.h", "megawatt hour": "MW.h",
    "kwh": "kW.h", "kilowatt-hour": "kW.h", "kilowatt hour": "kW.h", "mwh": "MW.h", "gwh": "GW.h", "twh": "TW.h",
    "wh": "W.h", "watt-hour": "W.h", "watt hour": "W.h",
    "watt": "W", "kilowatt": "kW", "kw": "kW", "megawatt": "MW", "mw": "MW", "gigawatt": "GW", "gw": "GW",
    "terawatt": "TW",
    "volt": "V", "kilovolt": "kV", "mah": "mA.h", "amp": "A", "horsepower": "[HP]", "hp": "[HP]", "calorie": "kcal",
    "kcal": "kcal", "kilocalorie": "kcal",
    "km/h": "km/h", "kmh": "km/h", "kph": "km/h", "kilometers per hour": "km/h", "kilometres per hour": "km/h",
    "kilometers an hour": "km/h", "kilometres an hour": "km/h", "meters per second": "m/s", "m/s": "m/s",
    "metres per second": "m/s", "knot": "[kn_i]", "mph": "[mi_i]/h", "miles per hour": "[mi_i]/h",
    "degrees celsius": "Cel", "degree celsius": "Cel", "°c": "Cel", "℃": "Cel", "degrees centigrade": "Cel",
    "celsius": "Cel", "degrees c": "Cel", "fahrenheit": "[degF]", "degrees f": "[degF]",
    "degrees fahrenheit": "[degF]", "°f": "[degF]", "℉": "[degF]", "degree fahrenheit": "[degF]",
    "degree": "deg", "°": "deg", "kelvin": "K",
    "hpa": "hPa", "hectopascal": "hPa", "hertz": "Hz", "hz": "Hz", "khz": "kHz", "mhz": "MHz", "ghz": "GHz",
    "parts per million": "[ppm]", "part per million": "[ppm]", "ppm": "[ppm]", "parts per billion": "[ppb]",
    "part per billion": "[ppb]", "ppb": "[ppb]", "mmhg": "mm[Hg]", "millimeters of mercury": "mm[Hg]",
    "mg/dl": "mg/dL", "kilopascal": "kPa", "lux": "lx", "lumen": "lx", "international unit": "[iU]",
    "byte": "By", "kb": "kBy", "mb": "MBy", "megabyte": "MBy", "gb": "GBy", "gigabyte": "GBy", "tb": "TBy",
    "terabyte": "TBy", "bit": "bit", "decibel": "[dB]", "megapixel": "megapixel", "pixel": "px", "db": "[dB]",
}  # fmt: skip
# what these are worth in a unit of `units`
COMPOUND_UNITS: dict[str, tuple[Number, str]] = {
    "decade": (10, "a"),
    "century": (100, "a"),
    "fortnight": (2, "wk"),
    "kL": (1000, "L"),
    "fen": (Fraction(1, 10), "甲"),
    "megapixel": (10**6, "px"),
}
# also names and other words: a unit only in lower case, and the currency only after digits
LOWER_CASE_UNITS = frozenset(
    {"fen", "jiao", "mao", "li", "mu", "mou", "ping", "chi", "cun", "jin", "jia", "zhang", "won", "dong"}
)
CASE_MATTERS = {"mw": ("MW", "mW"), "gb": ("GB", "Gb"), "mb": ("MB", "Mb")}
DURATION_UNITS = frozenset({"s", "min", "h", "d", "wk", "mo", "a", "ms", "us", "ns"})

CURRENCY_SYMBOLS: dict[str, str] = {
    "us$": "USD", "u.s.$": "USD", "$": BARE_DOLLAR, "nt$": "TWD", "ntd$": "TWD", "twd$": "TWD", "a$": "AUD",
    "au$": "AUD", "aud$": "AUD", "hk$": "HKD", "c$": "CAD", "ca$": "CAD", "s$": "SGD", "nz$": "NZD", "mop$": "MOP",
    "r$": "BRL",
    "€": "EUR", "£": "GBP", "¥": "¥", "cn¥": "CNY", "jp¥": "JPY", "₩": "KRW", "₹": "INR", "₽": "RUB", "฿": "THB",
    "₫": "VND", "₱": "PHP",
    "usd": "USD", "ntd": "TWD", "twd": "TWD", "nt": "TWD", "rmb": "CNY", "cny": "CNY", "eur": "EUR", "gbp": "GBP",
    "hkd": "HKD",
    "jpy": "JPY", "aud": "AUD", "krw": "KRW", "cad": "CAD", "sgd": "SGD", "chf": "CHF", "inr": "INR", "rs": "INR",
    "rub": "RUB", "mop": "MOP", "thb": "THB", "vnd": "VND", "php": "PHP", "myr": "MYR", "rm": "MYR", "idr": "IDR",
    "nzd": "NZD", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "czk": "CZK", "isk": "ISK", "huf": "HUF", "pln": "PLN",
    "uah": "UAH", "mxn": "MXN", "ars": "ARS", "clp": "CLP", "brl": "BRL", "zar": "ZAR", "aed": "AED", "qar": "QAR",
    "ils": "ILS", "egp": "EGP", "pkr": "PKR", "bdt": "BDT", "lkr": "LKR", "npr": "NPR", "kzt": "KZT", "ngn": "NGN",
    "kwd": "KWD", "irr": "IRR", "mmk": "MMK", "kes": "KES", "ksh": "KES", "ugx": "UGX", "tzs": "TZS", "khr": "KHR",
    "kr": "kr",
}  # fmt: skip
CURRENCY_WORDS: dict[str, str] = {
    "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "dollar": BARE_DOLLAR, "buck": BARE_DOLLAR,
    "new taiwan dollar": "TWD", "nt dollar": "TWD", "taiwan dollar": "TWD", "taiwanese dollar": "TWD",
    "hong kong dollar": "HKD", "hk dollar": "HKD", "australian dollar": "AUD", "canadian dollar": "CAD",
    "singapore dollar": "SGD", "singaporean dollar": "SGD", "new zealand dollar": "NZD",
    "yuan": "CNY", "renminbi": "CNY", "chinese yuan": "CNY", "euro": "EUR", "pound sterling": "GBP",
    "british pound": "GBP", "pounds sterling": "GBP", "yen": "JPY", "japanese yen": "JPY", "won": "KRW",
    "south korean won": "KRW", "korean won": "KRW", "rupee": "rupee", "ruble": "RUB", "rouble": "RUB", "baht": "THB",
    "dong": "VND", "peso": "peso", "ringgit": "MYR", "rupiah": "IDR", "swiss franc": "CHF", "franc": "CHF",
    "indian rupee": "INR", "pakistani rupee": "PKR", "pakistan rupee": "PKR", "sri lankan rupee": "LKR",
    "nepalese rupee": "NPR", "nepali rupee": "NPR", "taka": "BDT", "tenge": "KZT", "russian ruble": "RUB",
    "russian rouble": "RUB", "thai baht": "THB", "vietnamese dong": "VND", "indonesian rupiah": "IDR",
    "malaysian ringgit": "MYR", "philippine peso": "PHP", "mexican peso": "MXN", "argentine peso": "ARS",
    "chilean peso": "CLP", "colombian peso": "COP", "brazilian reais": "BRL", "brazilian real": "BRL",
    "turkish lira": "TRY", "krona": "kr", "krone": "kr", "kronor": "kr", "kroner": "kr", "kronur": "ISK",
    "swedish krona": "SEK", "swedish kronor": "SEK", "norwegian krone": "NOK", "norwegian kroner": "NOK",
    "danish krone": "DKK", "danish kroner": "DKK", "czech koruna": "CZK", "koruna": "CZK", "icelandic krona": "ISK",
    "icelandic kronur": "ISK", "forint": "HUF", "zloty": "PLN", "hryvnia": "UAH", "south african rand": "ZAR",
    "egyptian pound": "EGP", "shekel": "ILS", "naira": "NGN", "dirham": "AED", "uae dirham": "AED",
    "saudi riyal": "SAR", "qatari riyal": "QAR", "iranian rial": "IRR", "riyal": "riyal", "rial": "riyal",
    "kuwaiti dinar": "KWD", "kyat": "MMK", "kenyan shilling": "KES", "ugandan shilling": "UGX",
    "tanzanian shilling": "TZS", "shilling": "shilling", "tugrik": "MNT", "togrog": "MNT", "riel": "KHR", "cedi": "GHS",
    "pataca": "MOP", "reais": "BRL", "lira": "TRY", "cent": "cent",
    "taiwan cent": "cent", "us cent": "cent", "hong kong cent": "cent", "hk cent": "cent", "nt cent": "cent",
    "pence": "pence", "jiao": "jiao", "mao": "jiao",
}  # fmt: skip

APPROXIMATIONS: dict[str, Approximation] = {
    **dict.fromkeys(
        ("about", "around", "approximately", "approx", "approx.", "roughly", "some", "circa", "ca.", "c.", "estimated",
         "or so", "approaching that of", "in the region of", "in the order of", "in the range of", "something like",
         "~", "≈", "close on", "or thereabouts", "on average", "an average of", "averaging", "a total of about"),
        Approximation.ABOUT),
    **dict.fromkeys(
        ("more than", "over", "above", "exceeding", "exceeds", "exceed", "exceeded", "upwards of", "in excess of",
         "well over", "just over", "slightly over", "greater than", "beyond", "surpassing", "surpassed", "surpass",
         "topping", "topped", "higher than", "a little over", "longer than", "older than", ">",
         "slightly more than", "a little more than", "exceeded by", "crossed", "passing", "north of",
         "over the age of", "above the age of", "will top", "would top", "could top", "to top", "tops", "surpasses"),
        Approximation.OVER),
    **dict.fromkeys(
        ("nearly", "almost", "just under", "close to", "less than", "fewer than", "under", "below", "just short of",
         "approaching", "approached", "nearing", "a little under", "slightly less than", "short of", "lower than",
         "not even", "barely", "failed to reach", "fails to reach", "not reach", "never reached", "not reached",
         "not hit", "failed to hit", "failed to top", "failed to break", "fell short of", "falls short of",
         "under the age of", "below the age of", "<", "just shy of", "slightly under", "a little less than"),
        Approximation.UNDER),
    **dict.fromkeys(("at least", "no fewer than", "not fewer than", "no less than", "not less than",
         "a minimum of", "minimum", "≥"),
        Approximation.AT_LEAST),
    **dict.fromkeys(("up to", "at most", "no more than", "no longer than", "no higher than", "no larger than",
         "no older than", "as much as", "as many as", "not more than", "a maximum of",
                     "maximum", "within", "≤", "as high as"), Approximation.AT_MOST),
}  # fmt: skip
TRAILING: dict[str, Approximation] = {
    "or more": Approximation.AT_LEAST, "or so": Approximation.ABOUT, "or less": Approximation.AT_MOST,
    "odd": Approximation.OVER, "plus": Approximation.OVER, "+": Approximation.OVER, "and above": Approximation.AT_LEAST,
    "or above": Approximation.AT_LEAST, "or fewer": Approximation.AT_MOST, "at least": Approximation.AT_LEAST,
    "something": Approximation.ABOUT,
    "or older": Approximation.AT_LEAST, "and older": Approximation.AT_LEAST, "or over": Approximation.AT_LEAST,
    "and over": Approximation.AT_LEAST, "or younger": Approximation.AT_MOST, "and under": Approximation.AT_MOST,
    "at most": Approximation.AT_MOST, "or thereabouts": Approximation.ABOUT,
}  # fmt: skip


def alternation(words: Iterable[str], *, gap: str = r"\s") -> str:
    """A regular expression that matches any of ``words``, the longest first, with a ``gap`` for a space."""
    # grouped by their first character, so that a text that begins none of hundreds of words is soon done with; to
    # branch at every character is no faster in use, and takes half as long again to compile
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", gap))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(group)})" for first, group in rests.items())
