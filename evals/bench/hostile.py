"""How many seconds input made to hurt takes: ``python -m evals.bench.hostile``.

No input may take more than a few seconds, and none may take more than its share when it grows. The tests hold the
growth (``tests/growth.py``); how long each takes says something of this machine too, so it is shown and not tested.
"""

import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.damage import note_damage
from assistant.dating import date_items
from assistant.errors import BriefingError
from assistant.figures import compare
from assistant.reading import read_bytes
from assistant.reading.decoding import COMMON
from assistant.segmenting import split_items
from evals.bench.news import tell_story

FEW_S = 5.0
LETTERS = "".join(map(chr, range(0x4E00, 0x5000)))
FREQUENT = sorted(char for char in COMMON if "\u4e00" <= char <= "\u9fff")
"""Where rare characters stand side by side, a text is searched for what has garbled it."""
PAIR = "標題在此\n內文第一句在此。\n某報 ・ 3 小時前\n"
TEXTS = {
    "a line of a million characters": ("甲", 1_000_000),
    "empty lines": ("\n", 300_000),
    "headlines": ("標題\n", 100_000),
    "related items": (PAIR, 10_000),
    "headings of lists": ("延伸閱讀\n標題\n", 30_000),
    "opening brackets": ("「", 300_000),
    "dates": ("1987年7月5日今(3)日。", 25_000),
    "the same name cut and whole": ("國民主席。國民黨。", 40_000),
}
FILES = {
    "50 MB of text": ("a.txt", b"a" * 50_000_000),
    "6 MB of Markdown": ("a.md", "# 標題很長很長\n\n*字*\n".encode() * 200_000),
    "20,000 open tags": ("a.html", b"<div>" * 20_000 + "港口罷工".encode()),
    "comments never closed": ("a.html", b"<!--" * 30_000),
    "100,000 lines of JSON": ("a.jsonl", '{"text": "港口罷工。"}\n'.encode() * 100_000),
}
LARGE = {
    "a million characters in 6,300 parts": ("page.txt", 6_300),
    "a page of 20,000 links": ("page.html", 19_900),
    "9,900 headlines, the hour above each": ("hours.txt", 9_900),
    "19,900 headlines behind their days": ("days.txt", 19_900),
    "15,000 links of Markdown": ("links.md", 15_000),
    "2,000 short texts of one file": ("texts.jsonl", 2_000),
    "20,000 short texts of one file": ("texts.jsonl", 20_000),
    "10,000 texts of four lines": ("briefs.jsonl", 10_000),
    "9,000 articles of 2,000 characters, 48 MB": ("articles.jsonl", 9_000),
}
"""Whole files as sites make them, through all that ``briefing items`` does. Name -> file, how many parts it has."""
MADE = {
    "page.html": "<li><a href='/{n}'>{word}</a></li>\n",
    "hours.txt": "{hour:02d}:{minute:02d}\n港口罷工工會拒絕復工{n}\n",
    "days.txt": "2025年{month}月{day}日 港口罷工{n}\n",
    "links.md": "* [港口罷工第{n}天工會拒絕復工](https://a.example/{n})\n",
    "texts.jsonl": '{{"title": "{word}", "text": "{word}，工會拒絕復工，{n}個貨櫃積壓。"}}\n',
}
"""What one part of each is like; of the first, see ``_make_page``."""
STORIES = {"briefs.jsonl": (8, 0), "articles.jsonl": (8, 56)}
"""How many sentences of the bench's news each text has, and how many of random words, so that they are no one story."""
LARGE_S = 4.0
"""What each of those is to take at most, start and all: ``briefing items`` in a process of its own."""
PAIRS = {
    "figures against figures, 64 kB": ("有12人、", "12 people, ", 64_000),
    "digits, 64 kB": ("9", "9", 64_000),
    "day words, 64 kB": ("明天開會。", "They meet today. ", 64_000),
    "years that the source lacks, 64 kB": ("2019年，", "in 1950, ", 64_000),
    "the missing told as dead, 64 kB": ("失蹤5人，", "killed 5, ", 64_000),
}


def _cases() -> Iterator[tuple[str, Callable[[], object]]]:
    for name, (unit, times) in TEXTS.items():
        yield name, lambda unit=unit, times=times: _through((unit * times).encode(), "page.txt")  # type: ignore[misc]
    for name, (file, data) in FILES.items():
        yield name, lambda file=file, data=data: _through(data, file)  # type: ignore[misc]
    for name, (source, english, size) in PAIRS.items():
        long = source * (size // len(source.encode())), english * (size // len(english))
        yield name, lambda long=long: compare(*long)  # type: ignore[misc]


def _through(data: bytes, name: str) -> str:
    """What becomes of a file up to its items with their clocks and damage."""
    try:
        dump = read_bytes(data, name)
        items = note_damage(dump, date_items(dump, split_items(dump)))
    except BriefingError as error:
        return error.message
    return f"{len(items)} items"


def _make_large(name: str, parts: int) -> Iterator[str]:
    """A file of so many parts; the words of some are random."""
    chance = random.Random(1)
    words = ["".join(chance.choices(LETTERS, k=17)) for _ in range(parts)]
    if name == "page.txt":
        yield _make_page(words, chance)
    for n, word in enumerate(words):
        if name in MADE:
            yield MADE[name].format(n=n, word=word, hour=n % 24, minute=n % 60, month=n % 12 + 1, day=n % 28 + 1)
        elif name in STORIES:
            yield _make_text(chance, *STORIES[name])


def _make_text(chance: random.Random, told: int, random_: int) -> str:
    """A line of JSON; two sentences to each line of its text."""
    story = tell_story(chance, told)
    sentences = [chinese for chinese, _ in story.sentences]
    for _ in range(random_):
        words = "".join(chance.choices(FREQUENT, k=24))
        sentences.append(f"{words[:8]}，{words[8:]}{chance.randrange(2, 900)}人。")
    text = "\n".join("".join(sentences[n : n + 2]) for n in range(0, len(sentences), 2))
    return json.dumps({"title": story.headline[0], "text": text}, ensure_ascii=False) + "\n"


def _make_page(headlines: list[str], chance: random.Random) -> str:
    """Headline, teaser, outlet and age, as portals print them."""
    body = "".join(chance.choices(LETTERS, k=120 * len(headlines)))
    teasers = (body[n : n + 60] + "，" + body[n + 60 : n + 120] for n in range(0, len(body), 120))
    pairs = zip(headlines, teasers, strict=True)
    return "".join(f"{line}\n{text}。\n某報 ・ {len(line + text) % 23 + 1} 小時前\n\n" for line, text in pairs)


def _read_large(path: Path) -> tuple[int, float]:
    """How many parts ``briefing items`` finds, and the seconds of processor time that all its processes take."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "assistant", "items", "--json", str(path)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if done.returncode > 1:  # 1: of 20,000 texts of characters drawn at random, ten read as mojibake
        raise subprocess.CalledProcessError(done.returncode, command)
    parts = done.stdout.count(b"\n") - 2
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return parts, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _show_large() -> None:
    """Print what whole files take through all that ``briefing items`` does, and whether that is within the goal."""
    for told, (name, parts) in LARGE.items():
        with TemporaryDirectory() as folder:
            path = Path(folder) / name
            with path.open("w", encoding="utf-8") as file:
                file.writelines(_make_large(name, parts))
            begun = time.monotonic()
            found, busy = _read_large(path)
            seconds = time.monotonic() - begun
        gate = "met" if seconds <= LARGE_S else "NOT MET"
        print(f"{seconds:6.2f} s  {busy:6.2f} of CPU  {told}   {found:,} parts, goal {LARGE_S:.0f} s: {gate}")


def main() -> None:
    """Print seconds of processor time for each, the slow ones marked."""
    _show_large()
    for name, work in _cases():
        begun = time.process_time()
        said = work()
        seconds = time.process_time() - begun
        slow = "" if seconds <= FEW_S else "   SLOW"
        print(f"{seconds:6.2f} s  {name}{slow}   {said if isinstance(said, str) else ''}")


if __name__ == "__main__":
    main()
