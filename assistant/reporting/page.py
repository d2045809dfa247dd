"""A report as one self-contained HTML page: no script, no request, readable on a phone, on paper and aloud.

The texts come from outside. jinja2 escapes all of them; the page's own policy (``default-src 'none'``) forbids what
could still be meant as code. Each figure in the English is a link to its words in the source, and back.
"""

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from assistant.inert import clean_line
from assistant.records import Report
from assistant.reporting import conflicts, copies, noted, wording
from assistant.reporting.anchors import link_item
from assistant.reporting.flags import list_flags
from assistant.reporting.marking import (
    name_language,
    show_english,
    show_original,
    show_remark,
    show_row,
    show_sides,
    show_sign,
    show_told,
    show_why,
    tag_originals,
)
from assistant.reporting.whole import ReportView, list_counts, view_report


def render_html(report: Report | ReportView) -> str:
    """``report`` as a page; the same report gives the same bytes."""
    return "".join(write_html(report))


def write_html(report: Report | ReportView) -> Iterator[str]:
    """The text of ``render_html`` in pieces."""
    view = view_report(report)
    style = _read("report.css")
    links = [link_item(item) for item in view.items]
    listed = list_flags(view.flags)
    return load_template().generate(
        view=view,
        counts=list_counts(view),
        links=links,
        flags=[(links[flag.item.number - 1], flag) for flag in listed.flags],
        rests=listed.rests,
        style=style,
        policy=f"default-src 'none'; style-src 'sha256-{_hash(style)}'; base-uri 'none'; form-action 'none'",
    )


@cache
def load_template() -> Template:
    """The page, compiled (0.15 s); whoever knows that it will be asked for may load it while there is time."""
    environment = Environment(
        loader=FunctionLoader(_read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(noted=noted, words=wording, name_others=conflicts.name_others, TOLD=copies.TOLD)
    environment.globals.update(english=show_english, sides=show_sides, sign=show_sign, why=show_why, told=show_told)
    environment.globals.update(remark=show_remark, row=show_row, original_row=show_original)
    environment.filters.update(line=clean_line, language=name_language, mixed=tag_originals)
    return environment.get_template("report.html")


def _read(name: str) -> str:
    return resources.files(__package__).joinpath("templates", name).read_text(encoding="utf-8")


def _hash(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
