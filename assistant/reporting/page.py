"""A report as one self-contained HTML page: no script, no request, readable on a phone, on paper and aloud.

The texts come from outside. jinja2 escapes all of them; the page's own policy (``default-src 'none'``) forbids what
could still be meant as code. Each figure in the English is a link to its words in the source, and back.
"""

import base64
import hashlib
import re
from functools import cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from assistant.records import Report
from assistant.reporting import disputes, wording
from assistant.reporting.anchors import link_item
from assistant.reporting.whole import ReportView, list_counts, view_report

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}")

_EASTERN = "[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
_ORIGINAL = re.compile(rf"((?:(?<![0-9.])[0-9][0-9.]*+)?+{_EASTERN}++(?:[0-9.,:%/()]++{_EASTERN}++)*+)")
"""Chinese, Japanese and Korean, with the digits among and before them: 85億, 昨(31)日."""


def render_html(report: Report | ReportView) -> str:
    """``report`` as a page; the same report gives the same bytes."""
    view = view_report(report)
    style = _read("report.css")
    links = [link_item(item) for item in view.items]
    return (
        _template_environment()
        .get_template("report.html")
        .render(
            view=view,
            counts=list_counts(view.counts),
            links=links,
            flags=[(links[item.number - 1], i) for item, i in view.flags],
            style=style,
            policy=f"default-src 'none'; style-src 'sha256-{_hash(style)}'; base-uri 'none'; form-action 'none'",
        )
    )


@cache
def _template_environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(words=wording, name_others=disputes.name_others)
    environment.filters.update(line=wording.clean_line, language=name_language, mixed=tag_originals)
    return environment


def tag_originals(text: str, language: str = "zh-Hant") -> Markup:
    """``text`` escaped, its Chinese (Japanese, Korean) runs marked as ``language``, for fonts and for reading aloud."""
    if text.isascii():
        return escape(text)
    runs = [str(escape(run)) for run in _ORIGINAL.split(text)]
    opening = f'<span lang="{name_language(language)}">'  # letters, digits and hyphens alone
    runs[1::2] = [f"{opening}{run}</span>" for run in runs[1::2]]
    return Markup("".join(runs))  # noqa: S704 - every run is escaped


def name_language(tag: str) -> str:
    """``tag`` if it is a language tag, else ``und``."""
    return tag if _LANGUAGE.fullmatch(tag) else "und"


def _read(name: str) -> str:
    return resources.files(__package__).joinpath("templates", name).read_text(encoding="utf-8")


def _hash(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
