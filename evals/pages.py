"""Whole dumps in the manner of many sites: what is read from each, against what a reader sees.

``datasets/pages/README.md`` says how they are written. ``habits-*.txt`` are dumps whose habits the rules know, and
each of them has to be read without a fault; ``sites-*.txt`` are by somebody who had not seen the rules, and are scored.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from assistant.cutting import cut_items
from assistant.folding import fold_widths
from assistant.reading import read_bytes
from assistant.records import Item, Role
from evals.cases import DATASETS
from evals.measures import Measure
from evals.scorers import Rate

PAGES = DATASETS / "pages"
GROUPS = ("habits", "sites")
LEAST_TELLING = 8
"""Characters of a line that are its own wherever they stand."""
_DATELINE = re.compile(r"[(\[【][^()\[\]【】]{2,30}[)\]】]")
"""In front of the first words of a text: (某社記者某某某地3日電)."""
_CAPTION = re.compile("[攝摄撮]|^[▲△▼]|[圖图/]片?[/:]|照片|提供|^[^。]*\\)$")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One item as a reader sees it; what the page does not give is empty."""

    headline: str
    outlet: str = ""
    time: str = ""
    """As it is printed, or in ISO."""
    begins: str = ""
    """The first words of the text; captions and a dateline may stand before them."""
    ends: str = ""


@dataclass(frozen=True, slots=True)
class PageCase:
    """A dump, the items that it holds, words that stand in one of them, and lines that stand in none."""

    id: str
    group: str
    text: str
    items: tuple[Wanted, ...]
    told: tuple[str, ...]
    kept_out: tuple[str, ...]


Judged = list[tuple[str, bool, str]]
"""Of each thing that was asked: the measure, whether it is right, and what it is about."""


def load_pages(folder: Path = PAGES) -> tuple[PageCase, ...]:
    """All dumps of a folder."""
    return tuple(case for file in sorted(folder.glob("*.txt")) for case in _read_file(file))


def hash_pages(folder: Path = PAGES) -> str:
    """SHA-256 of all dumps."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in sorted(folder.glob("*.txt")))).hexdigest()


def _read_file(file: Path) -> Iterator[PageCase]:
    for written in re.split("^=== ", file.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        name, _, rest = written.partition("\n")
        text, _, expected = rest.partition("--- expect\n")
        lines = [line for line in expected.split("\n") if line]
        told, kept_out = ([line[2:] for line in lines if line.startswith(sign)] for sign in ("+ ", "! "))
        yield PageCase(name, file.name.split("-")[0], text, tuple(_read_items(lines)), tuple(told), tuple(kept_out))


def _read_items(lines: Sequence[str]) -> list[Wanted]:
    items: list[Wanted] = []
    for line in lines:
        if line.startswith("^ "):
            items[-1] = replace(items[-1], begins=line[2:])
        elif line.startswith("$ "):
            items[-1] = replace(items[-1], ends=line[2:])
        elif not line.startswith(("+ ", "! ")):
            items.append(Wanted(*[cell.strip() for cell in line.split("¦")][:3]))
    return items


def judge_page(case: PageCase) -> Judged:
    """Read and cut a dump, and hold what comes out against what a reader sees."""
    dump = read_bytes(case.text.encode(), case.id if "." in case.id else f"{case.id}.txt")
    news = [item for item in cut_items(dump) if item.kind.is_news]
    judged: Judged = []
    left = list(news)
    for wanted in case.items:
        found = next((item for item in left if _read(item, "headline") == squeeze(wanted.headline)), None)
        judged.append(("items found", found is not None, wanted.headline))
        if found:
            left.remove(found)
            judged += _judge_item(found, wanted)
    judged += [("items that are one", item not in left, _read(item, "headline")) for item in news]
    spans = [s.span for item in news for s in item.sentences]
    said = "".join(span.of(dump.text) for span in spans)
    judged += [("words told", squeeze(words) in squeeze(said), words) for words in case.told]
    return judged + [("lines kept out", not _is_told(squeeze(line), said), line) for line in case.kept_out]


def _is_told(line: str, said: str) -> bool:
    """Whether a line stands in what is told; a short one (讚) as a line of its own: it may be part of any word."""
    return line in (map(squeeze, said.splitlines()) if len(line) < LEAST_TELLING else squeeze(said))


def _judge_item(found: Item, wanted: Wanted) -> Iterator[tuple[str, bool, str]]:
    yield "outlets", _is_outlet(found, squeeze(wanted.outlet)), wanted.outlet or _read(found, "outlet")
    yield "times", _is_time(found, wanted.time), wanted.time or _read(found, "age")
    lines = [line for line in _body(found).splitlines() if line.strip()]
    if wanted.begins:
        first = next((line for line in lines if not _CAPTION.search(fold_widths(line).strip())), "")
        opening = squeeze(_DATELINE.sub("", fold_widths(first), 1)), squeeze(first)
        yield "beginnings", any(text.startswith(squeeze(wanted.begins)) for text in opening), wanted.begins
    if wanted.ends:
        signed = "".join(s.text for s in found.segments if s.role.is_text or s.role is Role.SOURCE_LINE)
        texts = squeeze("".join(lines)), squeeze(signed)  # who edited it may stand behind it
        yield "ends", any(text.endswith(squeeze(wanted.ends)) for text in texts), wanted.ends


def _is_outlet(item: Item, wanted: str) -> bool:
    """Whether the outlet is the printed one; where none is printed, that of the page in its longer or shorter form."""
    printed, site = _read(item, "outlet"), squeeze(item.site)
    return printed == wanted or (not printed and bool(site) and (site in wanted or wanted in site))


def _body(item: Item) -> str:
    return "".join(s.text for s in item.segments if s.role is Role.SENTENCE)


def _is_time(item: Item, wanted: str) -> bool:
    stamp = item.clock.published
    if not _ISO.fullmatch(wanted) or _read(item, "age") == squeeze(wanted) or stamp is None:
        return _read(item, "age") == squeeze(wanted)
    moment = datetime.fromisoformat(wanted)
    near = stamp.latest - stamp.earliest <= timedelta(days=1)
    return near and stamp.earliest.replace(second=0) <= moment <= stamp.latest


def _read(item: Item, field: str) -> str:
    return squeeze(item.read(getattr(item, field)))


def squeeze(text: str) -> str:
    """The text in plain widths, without white space."""
    return "".join(fold_widths(text).split())


def measure_pages(
    cases: Sequence[PageCase] | None = None, judge: Callable[[PageCase], Judged] = judge_page
) -> list[Measure]:
    """The measures of both groups: each thing that was asked, and the dumps without any fault."""
    cases = load_pages() if cases is None else cases
    measures = []
    for group in GROUPS:
        pages = [judge(case) for case in cases if case.group == group]
        names = dict.fromkeys(name for page in pages for name, _, _ in page)
        for name in names:
            answers = [right for page in pages for told, right, _ in page if told == name]
            measures.append(Measure(f"pages, {group}: {name}", Rate(sum(answers), len(answers))))
        clean = [all(right for _, right, _ in page) for page in pages]
        if pages:
            measures.append(Measure(f"pages, {group}: dumps without a fault", Rate(sum(clean), len(clean))))
    return measures
