"""Tables of English words that the mutations exchange for one another. Data only."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

SCALES = {"thousand": "million", "million": "billion", "billion": "trillion", "trillion": "billion"}

NUMBER_WORDS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

ORDINAL_WORDS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth"),
)

FRACTIONS = {
    "two-thirds": "one-third",
    "one-third": "two-thirds",
    "a third of": "a sixth of",
    "three-quarters": "one-quarter",
    "a quarter of": "a third of",
    "two-fifths": "three-fifths",
    "one in three": "one in four",
    "one in five": "one in six",
    "more than half": "more than two-thirds",
}

MULTIPLES = {
    "doubled": "tripled",
    "tripled": "quadrupled",
    "quadrupled": "doubled",
    "double": "triple",
    "triple": "quadruple",
    "quadruple": "double",
    "three times": "five times",
    "four times": "three times",
    "threefold": "fivefold",
    "twofold": "threefold",
}

CURRENCY_SIGNS = {"US$": "€", "NT$": "US$", "HK$": "NT$", "A$": "US$", "£": "€", "€": "£", "¥": "US$", "$": "€"}
CURRENCY_WORDS = {"euros": "pounds", "pounds": "euros", "yuan": "yen", "yen": "yuan", "won": "yen", "dollars": "euros"}

UNITS = {
    "kilometres": "miles",
    "kilometers": "miles",
    "km": "miles",
    "metres": "kilometres",
    "meters": "kilometers",
    "hectares": "square kilometres",
    "square kilometres": "hectares",
    "kilograms": "tonnes",
    "tonnes": "kilograms",
    "tons": "kilograms",
    "kilowatts": "megawatts",
    "gigawatts": "megawatts",
    "barrels": "litres",
    "mu": "hectares",
    "seconds": "minutes",
    "minutes": "hours",
    "hours": "days",
    "days": "weeks",
    "weeks": "months",
    "months": "years",
    "years": "months",
    "week": "month",
    "kilogram": "tonne",
    "kilometre": "mile",
}

APPROXIMATIONS = {
    "more than": "nearly",
    "nearly": "more than",
    "almost": "more than",
    "at least": "at most",
    "no more than": "at least",
    "up to": "at least",
    "just under": "just over",
    "just over": "just under",
}
