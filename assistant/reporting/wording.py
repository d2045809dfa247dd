"""How things are said: verdicts, places, dates, costs, and the contrast between an English figure and its source.

Everything is plain text for people: nothing is escaped here.
"""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from assistant import notices
from assistant.glossary import spell
from assistant.inert import clean_line
from assistant.records import (
    Briefing,
    Certainty,
    Check,
    Claim,
    Field,
    Finding,
    ItemKind,
    Name,
    Place,
    RenderedFigure,
    Repair,
    Spending,
    Stamp,
    Status,
    Verdict,
)
from assistant.records.record import record


@record
class Sign:
    """How a verdict shows: always the sign and the word, never a colour alone. ``rank`` 0 comes first."""

    mark: str
    word: str
    rank: int

    def __str__(self) -> str:
        return f"{self.mark} {self.word}"

    @property
    def is_spelled_out(self) -> bool:
        """Whether the finding is written out where it stands: flags, false alarms, derived figures."""
        return self.rank <= 4


WITHHELD = Sign("▌", "withheld", 3)
SIGNS = {
    Verdict.CONTRADICTED: Sign("⚑", "contradicted", 0),
    Verdict.UNSUPPORTED: Sign("⚑", "unsupported", 1),
    Verdict.OMITTED: Sign("⚑", "omitted", 2),
    Verdict.SUSPECT: Sign("⚑", "suspect", 2),
    Verdict.WITHHELD: WITHHELD,
    Verdict.DERIVED: Sign("≈", "derived", 4),
    Verdict.DISMISSED: Sign("⚐", "false alarm", 4),
    Verdict.SUPPORTED: Sign("✓", "verified", 5),
    Verdict.IDENTIFIER: Sign("✓", "identifier", 6),
    Verdict.NOTED: Sign("·", "noted", 7),
}
NOT_TRANSLATED = Sign("▌", "not translated", 0)
FAILED = Sign("✗", "failed", 0)
HELD = Sign("▌", "held", 0)
STATUS_SIGNS = {Status.SOURCE_ONLY: NOT_TRANSLATED, Status.FAILED: FAILED, Status.HELD: HELD}

WITHHELD_TEXT = notices.WITHHELD
"""What stands in the English in place of a figure that failed its check."""

LONGEST_EVIDENCE = 72
"""Characters of each side of a contrast: enough for any figure, and a sentence can be told by them."""
NOT_GIVEN = "not given"
NO_OUTLET = f"outlet {NOT_GIVEN}"
PLAIN_TIMES = ("%Y%m%d", "%Y%m%d%H%M", "%Y%m%d%H%M%S")
"""What is left of a time that the page prints in full, such as 2025-11-02 14:20."""
MONTHS = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""English whatever the locale says."""


def place_label(place: Place) -> str:
    """Where in a briefing, in words: "claim 2", "sentence 5"; counted from 1."""
    names = {Field.CLAIM: "claim", Field.TRANSLATION: "sentence", Field.NAME: "name"}
    return f"{names[place.field]} {place.index + 1}" if place.field in names else str(place.field)


class Contrast(NamedTuple):
    """The two sides of a finding: English, how they stand to each other, the source's words, how those read."""

    english: str
    link: str
    source: str
    expected: str

    def __str__(self) -> str:
        reading = f"({self.expected})" if self.expected and self.source else self.expected
        return " ".join(part for part in (self.english, self.link, self.source, reading) if part)


FLAGGED = {
    Check.FIGURE: ("figure", "figures"),
    Check.QUOTE: ("cited passage", "cited passages"),
    Check.QUOTATION: ("quotation", "quotations"),
    Check.NAME: ("name", "names"),
    Check.ATTRIBUTION: ("attribution", "attributions"),
    Check.TRANSLATION: ("untranslated sentence", "untranslated sentences"),
    Check.INJECTION: ("order to the model", "orders to the model"),
}
"""What a flag is about, in the order in which they are counted; of other checks just that there is one."""
LINKS = dict.fromkeys((Verdict.CONTRADICTED, Verdict.UNSUPPORTED, Verdict.DISMISSED), "≠") | {Verdict.DERIVED: "from"}


def read_figure(figure: RenderedFigure) -> str:
    """A figure of the source in English: "85億美元 = US$8.5 billion"."""
    return f"{clean_line(figure.surface)} = {clean_line(figure.english)}"


def describe_repair(repair: Repair) -> str:
    """What was mended, or taken out, and why: "summary: ten times too large"."""
    return f"{place_label(repair.place)}: {clean_line(repair.why)}"


def locate(finding: Finding) -> str:
    """Where a finding stands, to be put before it: "summary: "; nothing for the item as a whole."""
    return "" if finding.place.field is Field.ITEM else f"{place_label(finding.place)}: "


def contrast_sides(finding: Finding) -> Contrast:
    """English and source of a finding, each cut short where it is a whole sentence."""
    english, source, expected = (_short(s) for s in (finding.english, finding.source, finding.expected))
    expected = "" if expected in (english, source) else expected
    if finding.verdict is Verdict.OMITTED:
        missing = "a summary" if finding.place.field is Field.SUMMARY else "a sentence"
        return Contrast("", "", source or expected or missing, expected if source else "")
    if finding.verdict is Verdict.WITHHELD:
        unnamed = "a figure that the source has not" if notices.NOTHING in finding.english else "a figure"
        return Contrast("", "", source or unnamed, expected if source else "")
    if not source and not expected:
        return Contrast(english, "is not in the source" if finding.verdict.is_flag else "", "", "")
    if english == source and finding.verdict.is_flag:
        # a claim's quotation of the source is meant to be Chinese; a translation is not
        return Contrast(english, "" if finding.check is Check.QUOTE else "is no English", "", "")
    return Contrast(english, LINKS.get(finding.verdict, "=") if english else "", source, expected)


def contrast(finding: Finding) -> str:
    """English and source side by side: "US$85 billion ≠ 85億美元 (US$8.5 billion)"; long ones are cut short."""
    sides = str(contrast_sides(finding))
    return f"{sides} is left out of the English" if finding.verdict is Verdict.OMITTED else sides


def _short(text: str) -> str:
    text = clean_line(text)
    return text if len(text) <= LONGEST_EVIDENCE else text[: LONGEST_EVIDENCE - 4].rstrip() + " ..."


def explain(finding: Finding) -> str:
    """``contrast``, and the reason after it."""
    why = clean_line(finding.why)
    return f"{contrast(finding)}: {why}" if why else contrast(finding)


def describe_attribution(briefing: Briefing, claim: Claim) -> str:
    """The chain of a claim: "中央社 > Reuters > Anthony Albanese (said)"; what is unknown is "not given"."""
    attribution = claim.attribution
    speaker = clean_line(attribution.speaker) or "speaker " + NOT_GIVEN
    act = clean_line(attribution.act)
    chain = [
        _outlet(briefing) or NO_OUTLET,
        clean_line(attribution.medium),
        f"{speaker} ({act})" if act else speaker,
    ]
    return " > ".join(part for part in chain if part)


def describe_name(name: Name) -> str:
    """A name with its original script: "Lin Chien-hung (林建宏)"."""
    english, original = clean_line(name.english), clean_line(name.original)
    return f"{english} ({original})" if english != original else english


EXTENTS = {
    (ItemKind.ARTICLE, False): "full text",
    (ItemKind.ARTICLE, True): "truncated [text breaks off]",
    (ItemKind.RELATED, False): "short text",
    (ItemKind.RELATED, True): "teaser [text breaks off]",
}


def source_line(briefing: Briefing) -> str:
    """Outlet (in its own script) · when it was published, and how that is known · how much of the text there is."""
    return " · ".join(
        (
            name_outlet(briefing) + _name_page(briefing),
            f"published {describe_published(briefing)}",
            name_extent(briefing),
        )
    )


def name_outlet(briefing: Briefing) -> str:
    """The outlet in its own script, and in English where the glossary has it: ``自由時報 (Liberty Times)``."""
    original = _outlet(briefing)
    english = spell(original, briefing.terms) if original else ""
    return f"{original} ({clean_line(english)})" if english else original or NO_OUTLET


def _outlet(briefing: Briefing) -> str:
    return clean_line(briefing.item.outlet_name)


def _name_page(briefing: Briefing) -> str:
    """Whose page it is, where that is not the outlet; that only the page names the outlet, where it is."""
    outlet, site = briefing.item.read(briefing.item.outlet), clean_line(briefing.item.site)
    if not site:
        return ""
    if not outlet:
        return " [by its page]"
    return "" if outlet in site or site in outlet else f", on a page of {site}"


def name_extent(briefing: Briefing) -> str:
    """How much of the text there is."""
    item = briefing.item
    return EXTENTS.get((item.kind, item.truncated), str(item.kind))


def describe_published(briefing: Briefing) -> str:
    """When an item was published: "1 November 2025 (inferred: ...) [16 小時前]"."""
    printed = clean_line(briefing.item.read(briefing.item.age))
    published = briefing.item.clock.published
    when = format_stamp(published)
    digits = "".join(filter(str.isdigit, printed))
    is_said = printed in when or (published and digits in (f"{published.earliest:{form}}" for form in PLAIN_TIMES))
    return when if is_said else f"{when} [{printed}]"


def format_stamp(stamp: Stamp | None) -> str:
    """A point in time as far as it is known, and how: "1 November 2025 (inferred: 今(1)日, and ...)"."""
    if stamp is None:
        return NOT_GIVEN
    how = {Certainty.STATED: "stated", Certainty.INFERRED: "inferred", Certainty.GIVEN: "given"}[stamp.certainty]
    why = clean_line(stamp.why)
    return f"{format_when(stamp)} ({how}{': ' + why if why else ''})"


def format_when(stamp: Stamp) -> str:
    """The days of a stamp, and the time of day where it is known to the hour: "1 November 2025, 14:20"."""
    first, last = (moment.replace(tzinfo=None) for moment in (stamp.earliest, stamp.latest))  # both are local times
    if stamp.day:
        return _day(first) if last - first >= timedelta(hours=1) else f"{_day(first)}, {first:%H:%M}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{_day(last)}"
    return f"{_day(first)} to {_day(last)}"


def format_since(stamp: Stamp) -> str:
    """One moment: the earliest of a stamp, and whether it may have been later: "1 November 2025, 14:20 or later"."""
    first, last = (moment.replace(tzinfo=None) for moment in (stamp.earliest, stamp.latest))
    is_exact = last - first < timedelta(hours=1)
    written = f"{_day(first)}, {first:%H:%M}" if is_exact or first.time() != time.min else _day(first)
    return written if is_exact or (stamp.day and first.time() == time.min) else f"{written} or later"


def format_instant(moment: datetime) -> str:
    """Day, time and zone: "2 November 2025, 06:00 (UTC+08:00)"."""
    zone = moment.strftime("%Z") if moment.tzinfo else "no zone"
    return f"{_day(moment)}, {moment:%H:%M} ({zone})"


def format_day(day: date) -> str:
    """A day: "2 November 2025"."""
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def _day(moment: datetime) -> str:
    return format_day(moment.date())


def format_cost(spending: Spending, model: str = "") -> str:
    """What was asked and paid: "4 calls, US$0.0123"; an unknown price is never shown as nothing."""
    if not spending.calls and not spending.kept:
        return f"no answer from {clean_line(model)}" if model else "no model was asked"
    calls = plural(spending.calls, "call") + (f", {spending.kept} kept from before" if spending.kept else "")
    if spending.cost_usd is None:
        return f"{calls}, cost unknown"
    return f"{calls}, US${spending.cost_usd:.4f}" if spending.cost_usd else f"{calls}, no cost"


def plural(count: int, noun: str) -> str:
    """``1 item``, ``2,000 items``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
