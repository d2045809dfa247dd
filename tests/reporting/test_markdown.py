import pytest

from assistant.reporting import render_markdown
from assistant.reporting.markdown import escape
from tests.reporting import samples
from tests.reporting.golden_files import compare


def test_the_whole_report_as_markdown() -> None:
    compare("full.md", render_markdown(samples.full_report()))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<script>x</script>", r"\<script\>x\</script\>"),
        ("[a](javascript:b)", r"\[a\](javascript:b)"),
        ("![x](y) `c` *d* _e_ ~f~ | # &lt;", r"\!\[x\](y) \`c\` \*d\* \_e\_ \~f\~ \| \# \&lt;"),
        ("1. not a list", r"1\. not a list"),
        ("- not a list", r"\- not a list"),
        ("see https://evil.example", "see https&#58;//evil.example"),
        ("see www.evil.example", "see www&#46;evil.example"),
        ("mail a@b.example", r"mail a\@b.example"),
        ("a\n\n# b\u202e\x1b", "a \\# b\ufffd\ufffd"),
    ],
)
def test_text_from_outside_means_nothing_to_markdown(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_hostile_text_is_inert_everywhere() -> None:
    """The only markup in the file is ours: anchors, and links to them."""
    text = render_markdown(samples.hostile_report())
    assert not set(text) & set("\x1b\x07\x9b\u202e\u202c")
    ours = text.replace('<a id="item-', "").replace("></a>", "").replace("\n> ", "\n")
    assert not [at for at, c in enumerate(ours) if c == "<" and ours[at - 1] != "\\"]


def test_a_flagged_figure_stands_out_in_its_sentence() -> None:
    text = render_markdown(samples.report(samples.briefed()))
    assert r"The pact is worth **⚑ US\$85 billion**, with **≈ US\$2 billion**" in text
