"""Units that both readers use, and what they are worth in terms of one another.

A unit that is not listed here is a counter (人, 架, people): it counts, and does not measure.
"""

from fractions import Fraction

from assistant.figures.values import Number

# unit -> (dimension, worth in the dimension's first unit). UCUM codes where there is one; the rest are local units.
UNITS: dict[str, tuple[str, Number]] = {
    # time: months and years do not convert to days exactly, so they are a dimension of their own
    "s": ("time", 1), "min": ("time", 60), "h": ("time", 3600), "d": ("time", 86400), "wk": ("time", 604800),
    "ms": ("time", Fraction(1, 1000)), "us": ("time", Fraction(1, 10**6)), "ns": ("time", Fraction(1, 10**9)),
    "mo": ("months", 1), "a": ("months", 12),
    # length
    "m": ("length", 1), "km": ("length", 1000), "cm": ("length", Fraction(1, 100)), "mm": ("length", Fraction(1, 1000)),
    "um": ("length", Fraction(1, 10**6)), "nm": ("length", Fraction(1, 10**9)),
    "[in_i]": ("length", Fraction(254, 10000)),
    "[ft_i]": ("length", Fraction(3048, 10000)), "[yd_i]": ("length", Fraction(9144, 10000)),
    "[mi_i]": ("length", Fraction(1609344, 1000)), "[nmi_i]": ("length", 1852), "里": ("length", 500),
    "[au]": ("length", 149597870700), "[ly]": ("length", 9460730472580800),
    "尺": ("length", Fraction(1, 3)), "寸": ("length", Fraction(1, 30)),
    "丈": ("length", Fraction(10, 3)), "台尺": ("length", Fraction(10, 33)), "台寸": ("length", Fraction(1, 33)),
    # area
    "m2": ("area", 1), "km2": ("area", 10**6), "cm2": ("area", Fraction(1, 10**4)), "har": ("area", 10**4),
    "ar": ("area", 100),
    "畝": ("area", Fraction(2000, 3)), "坪": ("area", Fraction(400, 121)), "甲": ("area", Fraction(9699, 1)),
    "畳": ("area", Fraction(162, 100)),
    "[acr_us]": ("area", Fraction(40468564224, 10**7)), "[sft_i]": ("area", Fraction(9290304, 10**8)),
    "[smi_us]": ("area", 2589988), "[syd_i]": ("area", Fraction(83612736, 10**8)),
    "[sin_i]": ("area", Fraction(64516, 10**8)),
    # volume
    "L": ("volume", 1), "mL": ("volume", Fraction(1, 1000)), "m3": ("volume", 1000),
    "cm3": ("volume", Fraction(1, 1000)),
    "km3": ("volume", 10**12), "[cft_i]": ("volume", Fraction(28316846592, 10**9)),
    "[pt_us]": ("volume", Fraction(473, 1000)), "[cyd_i]": ("volume", Fraction(764555, 1000)),
    "[cin_i]": ("volume", Fraction(16387064, 10**9)),
    "[cup_us]": ("volume", Fraction(2366, 10**4)),
    "[bbl_us]": ("volume", Fraction(158987, 1000)), "[gal_us]": ("volume", Fraction(3785, 1000)),
    # mass
    "g": ("mass", 1), "kg": ("mass", 1000), "mg": ("mass", Fraction(1, 1000)), "ug": ("mass", Fraction(1, 10**6)),
    "t": ("mass", 10**6), "斤": ("mass", 500), "台斤": ("mass", 600), "兩": ("mass", 50),
    "台兩": ("mass", Fraction(75, 2)), "錢": ("mass", Fraction(15, 4)),
    "[lb_av]": ("mass", Fraction(45359237, 10**5)),
    "[oz_av]": ("mass", Fraction(2835, 100)), "[stone_av]": ("mass", Fraction(635029318, 10**5)),
    # energy, power, electricity
    "kW.h": ("energy", 1), "MW.h": ("energy", 1000), "GW.h": ("energy", 10**6), "TW.h": ("energy", 10**9),
    "W.h": ("energy", Fraction(1, 1000)),
    "W": ("power", 1), "kW": ("power", 1000), "MW": ("power", 10**6), "GW": ("power", 10**9), "TW": ("power", 10**12),
    "V": ("voltage", 1), "kV": ("voltage", 1000), "mA.h": ("charge", 1), "A": ("current", 1),
    "[HP]": ("horsepower", 1), "cal": ("food energy", 1), "kcal": ("food energy", 1000),
    # speed, temperature, angle, pressure, frequency, information
    "km/h": ("speed", 1), "m/s": ("speed", Fraction(36, 10)), "[kn_i]": ("speed", Fraction(1852, 1000)),
    "[mi_i]/h": ("speed", Fraction(1609344, 10**6)),
    "Cel": ("temperature", 1), "[degF]": ("fahrenheit", 1), "K": ("kelvin", 1), "deg": ("angle", 1),
    "hPa": ("pressure", 1), "Pa": ("pressure", Fraction(1, 100)), "bar": ("pressure", 1000),
    "Hz": ("frequency", 1), "kHz": ("frequency", 1000), "MHz": ("frequency", 10**6), "GHz": ("frequency", 10**9),
    "By": ("information", 1), "kBy": ("information", 1000), "MBy": ("information", 10**6),
    "GBy": ("information", 10**9),
    "TBy": ("information", 10**12), "bit": ("bits", 1), "[dB]": ("decibel", 1),
    "kPa": ("pressure", 10), "mm[Hg]": ("blood pressure", 1), "[ppm]": ("share of parts", 1000),
    "[ppb]": ("share of parts", 1), "mg/dL": ("concentration", 1), "lx": ("light", 1),
    "[iU]": ("potency", 1),
    "‰": ("per mille", 1),
    # scales: the number itself is what counts
    "magnitude": ("magnitude", 1), "intensity": ("intensity", 1), "beaufort": ("beaufort", 1),
}  # fmt: skip


def convert(value: Number, unit: str) -> tuple[str, Number]:
    """The dimension of ``unit`` and ``value`` in that dimension's first unit; a counter keeps its value, in ``""``."""
    dimension, worth = UNITS.get(unit, ("", 1))
    return dimension, value * worth
