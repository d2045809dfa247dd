"""A ``Report`` as text, Markdown, HTML and JSON. Pure functions: the same report gives the same bytes.

    render_short     what ``briefing run`` prints: counts, flags, what failed or was held
    render_news      the same of a report that grew, of its new items alone
    fit_short        either of them, kept without line breaks, for the terminal at hand
    render_text      the whole report as plain text, 80 columns
    render_markdown  the same as Markdown
    render_html      the same as one self-contained page
    render_json, read_json, json_schema   the whole result, for programs

``view`` holds what they all show, and how it is worded; the reader uses it too. A format is imported when it is first
asked for, so that a reader which only needs ``view`` does not wait for jinja2 and pydantic.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.reporting.markdown import render_markdown as render_markdown
    from assistant.reporting.page import render_html as render_html
    from assistant.reporting.plain import render_text as render_text
    from assistant.reporting.result import json_schema as json_schema
    from assistant.reporting.result import read_json as read_json
    from assistant.reporting.result import read_result as read_result
    from assistant.reporting.result import render_json as render_json
    from assistant.reporting.short import fit_short as fit_short
    from assistant.reporting.short import render_news as render_news
    from assistant.reporting.short import render_short as render_short

_HOMES = {
    "render_short": "short",
    "render_news": "short",
    "fit_short": "short",
    "render_text": "plain",
    "render_markdown": "markdown",
    "render_html": "page",
    "render_json": "result",
    "read_json": "result",
    "read_result": "result",
    "json_schema": "result",
}

__all__ = [
    "fit_short", "json_schema", "read_json", "read_result", "render_html", "render_json", "render_markdown",
    "render_news", "render_short", "render_text",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
