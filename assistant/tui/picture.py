"""The screen as a picture: textual's SVG with the widths of Chinese repaired, and nothing loaded from outside."""

import asyncio
import html
import re
from collections.abc import Sequence

from assistant.patterns import compile_late
from assistant.store import Store
from assistant.tui.app import Reader
from assistant.typesetting import count_cells

FONTS = (
    "'DejaVu Sans Mono', 'Menlo', 'Consolas', 'Liberation Mono', 'Noto Sans Mono CJK TC', 'Noto Sans CJK TC', "
    "'PingFang TC', 'Microsoft JhengHei', monospace"
)
_TEXT = compile_late(r'<text class="([^"]*)" x="([^"]*)" y="([^"]*)" textLength="([^"]*)"([^>]*)>([^<]*)</text>')
_FACES = compile_late(r"@font-face \{[^}]*\}")
_NAME = compile_late(r"terminal-\d+")
_WIDE = "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
_RUNS = compile_late(f"[{_WIDE}]+|[^{_WIDE}]+")


def take_picture(store: Store, *, size: tuple[int, int], keys: Sequence[str] = (), theme: str = "ink") -> str:
    """The reader on ``store`` after ``keys``, as SVG, in a window of ``size`` (columns, lines)."""
    return asyncio.run(_take(store, size, keys, theme))


async def _take(store: Store, size: tuple[int, int], keys: Sequence[str], theme: str) -> str:
    app = Reader(store, theme=theme)
    async with app.run_test(size=size) as pilot:
        for key in ("", *keys):
            if key:
                await pilot.press(key)
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
        return repair_picture(app.export_screenshot(title="briefing"))


def repair_picture(svg: str) -> str:
    """``svg`` of a screenshot with each text as wide as its cells; the same screen gives the same bytes.

    Textual counts characters where cells are meant, which squeezes Chinese to half its width.
    """
    svg = _FACES.sub("", svg)
    svg = re.sub(r"font-family: (?:Fira Code|arial)[^;]*;", f"font-family: {FONTS};", svg)
    svg = re.sub(r"[ \t]+\n|\n(?=\n)", "\n", svg)
    return _NAME.sub("reader", _TEXT.sub(_place_text, svg))


def _place_text(match: re.Match[str]) -> str:
    """A text of both scripts becomes one element per script, each at its own cell and of its own width."""
    style, x, y, length, rest, escaped = match.groups()
    text = html.unescape(escaped)
    cell = float(length) / max(len(text), 1)
    left, parts = float(x), []
    for run in _RUNS.findall(text):
        width = count_cells(run) * cell
        if run.strip():
            words = html.escape(run).replace(" ", "&#160;")
            parts.append(
                f'<text class="{style}" x="{left:.1f}" y="{y}" textLength="{width:.1f}" '
                f'lengthAdjust="spacingAndGlyphs"{rest}>{words}</text>'
            )
        left += width
    return "".join(parts)
