"""The pieces of a page that come thousands of times, as HTML: marked texts, signs, findings in words, rows.

The template has everything else. What stands here was its slowest part: a call of a template's macro costs ten times
that of a function. Every text from outside is escaped (``tag_originals``, ``escape``); links are made of numbers.
"""

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from assistant.inert import clean_line
from assistant.patterns import compile_late
from assistant.records import Finding, Verdict
from assistant.reporting.anchors import Links
from assistant.reporting.pieces import Piece
from assistant.reporting.view import Row
from assistant.reporting.wording import NOT_TRANSLATED, SIGNS, WITHHELD, Sign, contrast_sides, locate

_LANGUAGE = compile_late(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}")

_EASTERN = "[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
_FIGURE = r"(?<![0-9])(?<![0-9][.,:])[0-9]++(?>(?:[.,:][0-9]++)*)\.?+"
_ORIGINAL = compile_late(rf"((?>(?:{_FIGURE})?){_EASTERN}++(?>(?:[0-9.,:%/()]++{_EASTERN}++)*))")
"""Chinese, Japanese and Korean, with the digits among and before them: 85億, 5,127張, 昨(31)日."""


def tag_originals(text: str, language: str = "zh-Hant") -> Markup:
    """``text`` escaped, its Chinese (Japanese, Korean) runs marked as ``language``, for fonts and for reading aloud."""
    return Markup(_tag(text, language))  # noqa: S704 - every run is escaped


def _tag(text: str, language: str) -> str:
    if text.isascii():
        return str(escape(text))
    runs = [str(escape(run)) for run in _ORIGINAL.split(text)]
    opening = f'<span lang="{name_language(language)}">'  # letters, digits and hyphens alone
    runs[1::2] = [f"{opening}{run}</span>" for run in runs[1::2]]
    return "".join(runs)


@lru_cache(maxsize=64)
def name_language(tag: str) -> str:
    """``tag`` if it is a language tag, else ``und``."""
    return tag if _LANGUAGE.fullmatch(tag) else "und"


@lru_cache(maxsize=64)
def show_sign(sign: Sign) -> Markup:
    """A mark for the eye with its word for everyone."""
    return Markup('<b class="sign"><span aria-hidden="true">{}</span> {}</b>').format(sign.mark, sign.word)


def show_english(links: Links, pieces: Iterable[Piece]) -> Markup:
    """An English text; each figure is a mark that leads to its words in the source and wears its verdict."""
    language = links.item.briefing.item.language
    return Markup("".join(_show_english(links, piece, language) for piece in pieces))  # noqa: S704 - as ``_tag`` gives it


def _show_english(links: Links, piece: Piece, language: str) -> str:
    text = _tag(piece.text, language)
    if piece.findings:
        verdict = links.finding(piece.findings[0]).verdict
        sign = SIGNS[verdict]
        return (
            f'<a class="mark {verdict}" id="{links.own_english(piece)}" href="#{links.to_source(piece)}">'
            f'<span class="tick" aria-hidden="true">{sign.mark}</span>{text}'
            f'<span class="aloud"> ({sign.word})</span></a>'
        )
    return f'<strong class="withheld">{WITHHELD.mark}{text}</strong>' if piece.withheld else text


def show_source(links: Links, pieces: Iterable[Piece]) -> Markup:
    """A sentence of the source; the words of each figure lead to its English."""
    return Markup("".join(_show_source(links, piece) for piece in pieces))  # noqa: S704 - every text is escaped


def _show_source(links: Links, piece: Piece) -> str:
    text = str(escape(piece.text))
    if not piece.findings:
        return text
    is_translated, own = links.item.is_translated, links.own_source(piece)
    if is_translated and links.is_omitted(piece):
        tick, aloud = (
            '<span class="tick" aria-hidden="true">⚑</span>',
            '<span class="aloud" lang="en"> (omitted)</span>',
        )
        return f'<a class="words omitted" id="{own}" href="#{links.to_english(piece)}">{tick}{text}{aloud}</a>'
    target = links.to_english(piece) if is_translated else links.reading(piece.findings[0])
    return f'<a class="words" id="{own}" href="#{target}">{text}</a>'


def show_sides(finding: Finding, language: str) -> Markup:
    """The two sides of a finding: the English, how it stands to the source, the source's words, how those read."""
    side = contrast_sides(finding)
    english = f'<span class="claimed">{_tag(side.english, language)}</span>' if side.english else ""
    gap = " " if english and side.link else ""
    words = f'<span lang="{name_language(language)}">{escape(clean_line(side.source))}</span>' if side.source else ""
    expected = f" ({_tag(side.expected, language)})" if side.expected else ""
    end = " is left out of the English" if finding.verdict is Verdict.OMITTED else ""
    before = " " if words and (english or side.link) else ""
    return Markup(f"{english}{gap}{escape(side.link)}{before}{words}{expected}{end}")  # noqa: S704 - escaped


def show_why(finding: Finding, language: str, after: object) -> Markup:
    """The reason of a finding; a colon stands before it where something stands ``after`` which it comes."""
    why = f"{': ' if after else ''}{_tag(clean_line(finding.why), language)}" if finding.why else ""
    return Markup(why)  # noqa: S704 - as ``_tag`` gives it


def show_told(links: Links, index: int, *, located: bool = False) -> Markup:
    """A finding in words: where it stands if ``located``, both sides, the reason."""
    finding, language = links.finding(index), links.item.briefing.item.language
    both = show_sides(finding, language)
    place = escape(locate(finding)) if located else ""
    return Markup(f"{place}{both}{show_why(finding, language, both)}")  # noqa: S704 - every part is escaped


def show_remark(links: Links, index: int, *, located: bool = False) -> Markup:
    """A line that spells a finding out."""
    verdict = links.finding(index).verdict
    opening = f'<p class="remark {verdict}" id="{links.remarks[index]}">{show_sign(SIGNS[verdict])}'
    return Markup(f"{opening}\n{show_told(links, index, located=located)}</p>")  # noqa: S704 - as above


def show_original(links: Links, row: Row) -> Markup:
    """The sentence of a row as the source has it."""
    language = name_language(links.item.briefing.item.language)
    return Markup(f'<p class="original" lang="{language}">{show_source(links, row.source)}</p>')  # noqa: S704 - as above


def show_row(links: Links, row: Row) -> Markup:
    """A sentence in English with its remarks, and beside it the source's."""
    english = show_english(links, row.english) or show_sign(NOT_TRANSLATED)
    remarks = "".join(f"{show_remark(links, index)}\n" for index in row.remarks)
    flagged = " flagged" if row.remarks else ""
    opening = f'<div class="row{flagged}" id="{links.rows[row.segment.index]}">\n<div>\n<p>{english}</p>\n'
    return Markup(f"{opening}{remarks}</div>\n{show_original(links, row)}\n</div>")  # noqa: S704 - as above
