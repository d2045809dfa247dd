"""The elements of HTML by what they mean for the lines of a page."""


def _names(*lines: str) -> frozenset[str]:
    return frozenset(name for line in lines for name in line.split())


BLOCKS = _names(
    "address article aside blockquote body br button caption dd details dialog div dl dt fieldset figcaption figure",
    "footer form h1 h2 h3 h4 h5 h6 head header hr html label legend li main nav ol option p pre section summary table",
    "tbody td tfoot th thead title tr ul",
)
GROUPS = _names("article aside dl footer header li main nav section table ul ol")
"""Elements with a blank line around them."""
MENUS = frozenset({"nav", "header", "footer"})
ENDS_BY_ITSELF = _names("dd dt li option p td th tr")
"""Elements whose closing tag may be left out: a hidden one ends where the next one begins."""
VOID = _names("area base br col embed hr img input link meta param source track wbr")
LABELS = frozenset({"span", "small", "time", "em", "i"})
"""Elements that hold the outlet or age behind a headline."""
STYLED = LABELS | {"b", "strong"}
"""Elements that hold a label before one."""
