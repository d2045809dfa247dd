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

from typing import TYPE_CHECKING

from assistant.late import make_face

if TYPE_CHECKING:
    from assistant.reporting.formats import ENCODED as ENCODED
    from assistant.reporting.formats import FORMATS as FORMATS
    from assistant.reporting.formats import read_encoded as read_encoded
    from assistant.reporting.formats import write_ahead as write_ahead
    from assistant.reporting.formats import write_encoded as write_encoded
    from assistant.reporting.formats import write_format as write_format
    from assistant.reporting.markdown import render_markdown as render_markdown
    from assistant.reporting.markdown import write_markdown as write_markdown
    from assistant.reporting.page import load_template as load_template
    from assistant.reporting.page import render_html as render_html
    from assistant.reporting.page import write_html as write_html
    from assistant.reporting.plain import render_text as render_text
    from assistant.reporting.plain import write_text as write_text
    from assistant.reporting.result import json_schema as json_schema
    from assistant.reporting.result import read_json as read_json
    from assistant.reporting.result import read_result as read_result
    from assistant.reporting.result import render_json as render_json
    from assistant.reporting.result import write_json as write_json
    from assistant.reporting.short import UNBROKEN as UNBROKEN
    from assistant.reporting.short import fit_short as fit_short
    from assistant.reporting.short import render_news as render_news
    from assistant.reporting.short import render_short as render_short
    from assistant.reporting.whole import ReportView as ReportView
    from assistant.reporting.whole import renew_view as renew_view
    from assistant.reporting.whole import view_report as view_report
else:
    __getattr__ = make_face(
        __name__,
        formats="ENCODED FORMATS read_encoded write_ahead write_encoded write_format",
        markdown="render_markdown write_markdown",
        page="load_template render_html write_html",
        plain="render_text write_text",
        result="json_schema read_json read_result render_json write_json",
        short="UNBROKEN fit_short render_news render_short",
        whole="ReportView renew_view view_report",
    )
