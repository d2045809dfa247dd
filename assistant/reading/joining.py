"""Pieces of a page -> its lines -> its text: white space is joined, and labels behind one another become one line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.patterns import compile_late

LEAST_MENU = 3
"""So many labels behind one another are joined to one line."""


_SPACE = compile_late(r"\s+")
_WIDE_BREAK = compile_late(r"(?<=[\u2e80-\u9fff\uf900-\uffef])\s*[\r\n]\s*(?=[\u2e80-\u9fff\uf900-\uffef])")


@dataclass(slots=True)
class PageLine:
    """A line of a page; ``is_label`` where it is a short link, as the words of a menu are."""

    text: str
    is_label: bool = False


def join_pieces(pieces: Iterable[str]) -> str:
    """What a browser shows of the source of one line: white space as one blank, and none between characters."""
    return _SPACE.sub(" ", _WIDE_BREAK.sub("", "".join(pieces))).strip()


def join_menus(lines: Iterable[PageLine]) -> Iterator[str]:
    """Join runs of labels: 首頁 | 政治 | 國際. Blank lines between labels fall away with them."""
    run: list[PageLine] = []
    for line in lines:
        if line.is_label or (run and not line.text):
            run.append(line)
        else:
            yield from _join_run(run)
            run = []
            yield line.text
    yield from _join_run(run)


def _join_run(run: list[PageLine]) -> list[str]:
    labels = [line.text for line in run if line.text]
    if len(labels) < LEAST_MENU:
        return [line.text for line in run]
    return [" | ".join(labels), ""] if not run[-1].text else [" | ".join(labels)]
